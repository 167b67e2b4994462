//! Snapshots, statistics, disks, guests and saved states of domains, against a daemon of a few procedures.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use oxivirt::domain::{BlockInfo, BlockStats, DiskError, FsInfo, SecurityLabel};
use oxivirt::{Connection, Domain, ErrorCode, ErrorDomain, Snapshot, Stream, TypedParam};
use oxivirt_scripted::Daemon;
use std::env;

fn open() -> (Daemon, Connection, Domain) {
    let daemon = Daemon::start().unwrap();
    let conn = Connection::open(&daemon.uri()).unwrap();
    let web = Domain::lookup_by_name(&conn, "web").unwrap();
    (daemon, conn, web)
}

fn text<T>(result: oxivirt::Result<T>) -> String {
    result.err().unwrap().text().into_owned()
}

fn names(snapshots: &[Snapshot]) -> Vec<String> {
    snapshots.iter().map(|one| one.name().to_string()).collect()
}

#[test]
fn snapshots_and_their_order() {
    let (_daemon, _conn, web) = open();
    assert_eq!(web.has_current_snapshot(0), Ok(false));
    assert_eq!(Snapshot::current(&web, 0).unwrap_err().code, ErrorCode::NO_DOMAIN_SNAPSHOT);
    for name in ["one", "two", "three"] {
        let xml = format!("<domainsnapshot><name>{name}</name></domainsnapshot>");
        assert_eq!(*Snapshot::create_xml(&web, xml, 0).unwrap().name(), name);
    }
    assert_eq!(names(&web.list_all_snapshots(0).unwrap()), ["one", "two", "three"]);
    assert_eq!(web.all_snapshots(false, 0).unwrap().0, 3);
    assert!(web.all_snapshots(false, 0).unwrap().1.is_empty());
    assert_eq!(Snapshot::list_names(&web, 9, 0).unwrap().len(), 3);
    let one = Snapshot::lookup_by_name(&web, "one", 0).unwrap();
    let two = Snapshot::lookup_by_name(&web, "two", 0).unwrap();
    assert_eq!((one.is_current(0), *two.parent(0).unwrap().name() == *one.name()), (Ok(false), true));
    assert_eq!(one.parent(0).unwrap_err().code, ErrorCode::NO_DOMAIN_SNAPSHOT);
    assert_eq!(names(&one.list_all_children(0).unwrap()), ["two", "three"]);
    assert_eq!(one.all_children(false, 0).unwrap().0, 2);
    assert_eq!(two.domain().uuid(), web.uuid());
    assert!(two.parent(0).unwrap().domain().connection().is_same(web.connection()));
    two.revert_to(0).unwrap();
    assert_eq!((two.is_current(0), web.has_current_snapshot(0)), (Ok(true), Ok(true)));
    one.delete(0).unwrap();
    assert_eq!(names(&web.list_all_snapshots(0).unwrap()), ["two"]);
    assert_eq!(two.xml_desc(0).unwrap(), "<domainsnapshot><name>two</name></domainsnapshot>");
}

#[test]
fn snapshots_are_refused_with_the_texts_of_their_section() {
    let (daemon, _conn, web) = open();
    let create = |flags| Snapshot::create_xml(&web, "<domainsnapshot/>", flags);
    assert_eq!(
        text(create(2)),
        "Flag 'VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE' is required by flag 'VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT'"
    );
    assert_eq!(
        text(create(1 | 4)),
        "Flags 'VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE' and 'VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA' are mutually exclusive"
    );
    assert_eq!(
        text(Snapshot::list_names(&web, -1, 0)),
        "nameslen in virDomainSnapshotListNames must be zero or greater"
    );
    let lie = Snapshot::num(&web, 0).unwrap_err();
    assert_eq!((lie.code, lie.domain), (ErrorCode::RPC, ErrorDomain::REMOTE));
    assert!(lie.text().ends_with("the reply has a negative 'num': -7"), "{lie}");
    let reader = Connection::open_read_only(&daemon.uri()).unwrap();
    let web = Domain::lookup_by_name(&reader, "web").unwrap();
    let refused = Snapshot::create_xml(&web, "<domainsnapshot/>", 2).unwrap_err();
    assert_eq!(refused.domain, ErrorDomain::DOMAIN_SNAPSHOT);
    assert_eq!(refused.text(), "operation forbidden: read only access prevents virDomainSnapshotCreateXML");
}

#[test]
fn statistics_of_many_domains_and_of_processors() {
    let (daemon, conn, web) = open();
    let all = conn.all_domain_stats(0, 0).unwrap();
    let seen: Vec<_> = all.iter().map(|stats| (stats.domain.name().to_string(), stats.params.len())).collect();
    assert_eq!(seen, [("web".to_owned(), 2), ("db".to_owned(), 1)]);
    let time =
        |stats: &[oxivirt::domain::DomainStats]| stats.first().and_then(|stats| stats.params.get("cpu.time").cloned());
    assert_eq!(time(&all), Some(3_000_000_u64.into()));
    assert_eq!(time(&Domain::list_stats(&[&web], 0, 0).unwrap()), time(&all));
    assert_eq!(Domain::list_stats(&[&web], 0, 0).unwrap().len(), 1);
    let other = Connection::open(&daemon.uri()).unwrap();
    let db = Domain::lookup_by_name(&other, "db").unwrap();
    let none = "doms array in virDomainListGetStats must contain at least one domain";
    assert!(text(Domain::list_stats(&[], 0, 0)).ends_with(none));
    let mixed = Domain::list_stats(&[&web, &db], 0, 0).unwrap_err();
    assert_eq!((mixed.code, mixed.domain), (ErrorCode::INVALID_ARG, ErrorDomain::DOMAIN));
    assert!(mixed.text().ends_with("domains in 'doms' array must belong to a single connection"), "{mixed}");

    assert_eq!(web.cpu_stats(0, 2, 0).unwrap().len(), 1);
    assert!(web.cpu_stats(0, 0, 0).unwrap().is_empty());
    assert_eq!(web.cpu_stats_of(0, 0, 0, 0).unwrap().0, 2);
    assert!(text(web.cpu_stats(2, 2, 0)).ends_with("returned number of stats exceeds limit"));
    assert_eq!(text(web.cpu_stats(-1, 2, 0)), "ncpus must be 1 when start_cpu is -1");
    assert_eq!(text(web.cpu_stats(-2, 1, 0)), "start_cpu in virDomainGetCPUStats must be zero or greater");
    assert_eq!(web.cpu_stats_of(u32::MAX, 0, 2, 0).unwrap_err().code, ErrorCode::OVERFLOW);
}

#[test]
fn disks_and_their_jobs() {
    let (_daemon, _conn, web) = open();
    assert_eq!(
        web.block_stats("vda"),
        Ok(BlockStats { read_requests: 10, read_bytes: 4096, write_requests: 20, write_bytes: 8192, errors: -1 })
    );
    let size = BlockInfo { capacity: 4 << 30, allocation: 1 << 30, physical: 2 << 30 };
    assert_eq!(web.block_info("vda", 0), Ok(size));
    assert_eq!(text(web.block_info("", 0)), "string disk in virDomainGetBlockInfo must not be empty");
    assert_eq!(web.disk_errors(0), Ok(vec![DiskError { disk: "vda".into(), error: 2 }]));
    assert_eq!(web.disk_errors_of(0, 0), Ok((2, Vec::new())));
    assert_eq!(web.block_peek("vda", 0, 3, 0), Ok(vec![7; 3]));
    assert!(text(web.block_peek("vda", 0, 4096, 0)).ends_with("returned buffer is not same size as requested"));
    assert_eq!(web.block_job_info("vda", 0), Ok(None));
    web.block_pull("vda", 0, 0).unwrap();
    let far: Vec<_> = std::iter::from_fn(|| web.block_job_info("vda", 0).unwrap()).map(|job| job.current).collect();
    assert_eq!(far, [50, 100]);
    let rebase = |base, flags| text(web.block_rebase("vda", base, 0, flags));
    assert_eq!(rebase(None::<&str>, 8), "base in virDomainBlockRebase must not be NULL");
    assert_eq!(rebase(Some("x"), 1), "use of flags requires a copy job");
    assert_eq!(
        text(web.set_block_io_tune("vda", &[], 0)),
        "nparams in virDomainSetBlockIoTune must be greater than zero"
    );
}

#[test]
fn guests() {
    let (daemon, conn, web) = open();
    assert_eq!(web.hostname(0).unwrap(), "web.example.com");
    assert_eq!(web.fs_freeze(["/", "/home"], 0), Ok(2));
    assert_eq!(web.fs_freeze(None::<&str>, 0), Ok(0));
    let root =
        FsInfo { mountpoint: "/".into(), name: "vda1".into(), fs_type: "ext4".into(), dev_aliases: vec!["vda".into()] };
    assert_eq!(web.fs_info(0), Ok(vec![root]));
    let interfaces = web.interface_addresses(1, 0).unwrap();
    let seen: Vec<_> =
        interfaces.iter().flat_map(|one| &one.addresses).map(|a| (a.address.to_string(), a.prefix)).collect();
    assert_eq!(seen, [("192.168.122.2".to_owned(), 24)]);
    assert_eq!(
        text(web.set_authorized_ssh_keys("root", ["key"], 3)),
        "Flags 'VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND' and 'VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE' are mutually exclusive"
    );
    assert_eq!(text(web.send_key(0, 0, &[], 0)), "nkeycodes in virDomainSendKey must be greater than zero");
    assert_eq!(text(web.send_key(0, 0, &[1; 17], 0)), "nkeycodes must be <= 16");
    assert_eq!(text(web.send_key(10, 0, &[1], 0)), "Unsupported codeset '10'");
    assert_eq!(text(web.send_process_signal(0, 9, 0)), "pid_value in virDomainSendProcessSignal must not be zero");
    let stream = Stream::new(&Connection::open(&daemon.uri()).unwrap(), 0);
    assert_eq!(text(web.open_console(None::<&str>, &stream, 0)), "stream must match connection of domain 'web'");
    assert_eq!(text(web.screenshot(&stream, 0, 0)), "stream must match connection of domain 'web'");

    let reader = Connection::open_read_only(&daemon.uri()).unwrap();
    let web = Domain::lookup_by_name(&reader, "web").unwrap();
    assert!(web.interface_addresses(0, 0).is_ok(), "leases need no agent");
    assert_eq!(
        text(web.interface_addresses(1, 0)),
        "operation forbidden: read only access prevents virDomainInterfaceAddresses"
    );
    assert_eq!(web.send_process_signal(0, 9, 0).unwrap_err().code, ErrorCode::INVALID_ARG);
    assert!(conn.is_alive());
}

#[test]
fn processors() {
    let (_daemon, _conn, web) = open();
    let (infos, maps) = web.vcpus(2, 1).unwrap();
    assert_eq!(infos.iter().map(|one| (one.number, one.cpu_time)).collect::<Vec<_>>(), [(0, 1000), (1, 1000)]);
    assert_eq!((maps.number(), maps.allows(1, 0), maps.allows(1, 1)), (2, true, false));
    assert_eq!(web.vcpus(2, 0).unwrap().1.get(0), None);
    assert!(text(web.vcpus(1, 1)).ends_with("host reports too many vCPUs: 2 > 1"));
    assert_eq!(text(web.vcpus(0, 1)), "maxinfo in virDomainGetVcpus must be greater than zero");
    assert_eq!(web.vcpu_pin_info(i32::MAX, 2, 0).unwrap_err().code, ErrorCode::OVERFLOW);
    assert_eq!(text(web.pin_vcpu(0, &[])), "maplen in virDomainPinVcpu must be greater than zero");
    assert_eq!(text(web.del_io_thread(0, 0)), "iothread_id in virDomainDelIOThread must not be zero");
}

#[test]
fn saved_states_and_labels() {
    let (_daemon, conn, web) = open();
    // The daemon answers with the path that it got.
    let path = |file: &str| Domain::save_image_xml_desc(&conn, file, 0).unwrap().to_string();
    assert_eq!(path("/a/../b//c"), "/b/c");
    assert_eq!(path("image"), format!("{}/image", env::current_dir().unwrap().display()));
    assert_eq!(web.id(), 1);
    web.managed_save(0).unwrap();
    assert_eq!(web.id(), -1);
    let twice = "Flags 'VIR_DOMAIN_SAVE_RUNNING' and 'VIR_DOMAIN_SAVE_PAUSED' are mutually exclusive";
    assert_eq!(text(web.save_params(&[TypedParam::new("file", "/x")], 2 | 4)), twice);
    assert_eq!(text(web.managed_save_define_xml(None::<&str>, 2 | 4)), twice);
    assert_eq!(text(web.core_dump_with_format("/x", 99, 0)), "dumpformat '99' is not supported");
    let web = Domain::lookup_by_name(&conn, "web").unwrap();
    let label = SecurityLabel { label: "system_u".into(), enforcing: true };
    assert_eq!(web.security_label_list(), Ok(vec![label]));
    let db = Domain::lookup_by_name(&conn, "db").unwrap();
    assert_eq!(text(db.security_label_list()), "An error occurred, but the cause is unknown");
    assert!(text(web.set_lifecycle_action(9, 0, 0)).ends_with("invalid lifecycle type '9'"));
}
