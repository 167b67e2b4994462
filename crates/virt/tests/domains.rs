//! Domains over the remote driver, against a daemon of a few procedures.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use oxivirt::domain::State;
use oxivirt::{Connection, Domain, ErrorCode, ErrorDomain, TypedParam, timeout};
use oxivirt_scripted::Daemon;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

const LIFECYCLE: i32 = 0;

fn open() -> (Daemon, Connection) {
    let daemon = Daemon::start().unwrap();
    let conn = Connection::open(&daemon.uri()).unwrap();
    (daemon, conn)
}

#[test]
fn listing_and_looking_up() {
    let (_daemon, conn) = open();
    let all = conn.list_all_domains(0).unwrap();
    let seen: Vec<_> = all.iter().map(|d| (d.name().to_string(), d.id(), d.info().unwrap().state)).collect();
    assert_eq!(seen, [("web".to_owned(), 1, State::RUNNING), ("db".to_owned(), -1, State::SHUTOFF)]);
    assert_eq!(conn.all_domains(false, 0).unwrap().0, 2);
    assert!(conn.all_domains(false, 0).unwrap().1.is_empty());
    assert_eq!(conn.list_defined_domains(5).unwrap().iter().map(ToString::to_string).collect::<Vec<_>>(), ["db"]);
    let web = Domain::lookup_by_name(&conn, "web").unwrap();
    assert_eq!((web.uuid(), web.is_active()), (all.first().unwrap().uuid(), Ok(true)));
    assert_eq!(web.xml_desc(0).unwrap(), "<domain type='test'><name>web</name></domain>");
    let missing = Domain::lookup_by_name(&conn, "x").unwrap_err();
    assert_eq!((missing.code, missing.domain), (ErrorCode::NO_DOMAIN, ErrorDomain::TEST));
    assert!(web.connection().is_same(&conn));
}

#[test]
fn starting_and_stopping_changes_the_number_of_every_clone() {
    let (_daemon, conn) = open();
    let db = Domain::lookup_by_name(&conn, "db").unwrap();
    let clone = db.clone();
    db.create_with_flags(0).unwrap();
    assert_eq!((db.id(), clone.id(), clone.is_active()), (2, 2, Ok(true)));
    clone.destroy().unwrap();
    assert_eq!((db.id(), db.state(0).unwrap()), (-1, (State::SHUTOFF, 1)));
}

#[test]
fn what_is_refused_before_the_daemon_is_asked() {
    let (daemon, conn) = open();
    let text = |result: oxivirt::Result<()>| result.unwrap_err().text().into_owned();
    let web = Domain::lookup_by_name(&conn, "web").unwrap();
    assert_eq!(text(web.set_memory(0)), "memory in virDomainSetMemory must not be zero");
    assert_eq!(text(web.rename("", 0).map(drop)), "string new_name in virDomainRename must not be empty");
    assert_eq!(text(Domain::lookup_by_id(&conn, -1).map(drop)), "id in virDomainLookupByID must be zero or greater");
    assert_eq!(
        text(web.vcpus_flags(3).map(drop)),
        "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive"
    );
    assert_eq!(
        text(web.set_vcpus_flags(1, 4)),
        "Flag 'VIR_DOMAIN_VCPU_CONFIG' is required by flag 'VIR_DOMAIN_VCPU_MAXIMUM'"
    );
    assert_eq!(text(web.metadata(2, None::<&str>, 0).map(drop)), "uri in virDomainGetMetadata must not be NULL");
    assert_eq!(text(web.metadata(1, Some("u"), 0).map(drop)), "uri in virDomainGetMetadata must be NULL");
    let over = conn.list_defined_domains(16385).unwrap_err();
    assert!(over.text().ends_with("> 16384,in parameter 'names' for 'virConnectListDefinedDomains'"), "{over}");

    let reader = Connection::open_read_only(&daemon.uri()).unwrap();
    let web = Domain::lookup_by_name(&reader, "web").unwrap();
    assert_eq!(text(web.set_memory(0)), "operation forbidden: read only access prevents virDomainSetMemory");
    assert_eq!(text(web.xml_desc(1).map(drop)), "operation forbidden: virDomainGetXMLDesc with secure flag");
    assert!(web.xml_desc(0).is_ok() && web.vcpus_flags(8).is_err());
}

#[test]
fn typed_parameters() {
    let (_daemon, conn) = open();
    let web = Domain::lookup_by_name(&conn, "web").unwrap();
    web.set_memory(4096).unwrap();
    let params = web.memory_parameters(0).unwrap();
    assert_eq!(params.get("hard_limit"), Some(&4096_u64.into()));
    assert_eq!(params.len(), 1);
    let long = "n".repeat(80);
    let refused = web.set_memory_parameters(&[TypedParam::new(&*long, 1)], 0).unwrap_err();
    assert_eq!(refused.code, ErrorCode::INVALID_ARG);
}

#[test]
fn events_come_to_closures_until_the_subscription_ends() {
    let (daemon, conn) = open();
    let seen = Arc::new(AtomicU32::new(0));
    let web = Domain::lookup_by_name(&conn, "web").unwrap();
    let db = Domain::lookup_by_name(&conn, "db").unwrap();
    let count = |weight| {
        let seen = Arc::clone(&seen);
        move |_: &oxivirt::Event<'_>| drop(Arc::new(seen.fetch_add(weight, Ordering::Relaxed)))
    };
    let of_web = conn.on_domain_event(LIFECYCLE, Some(&web), count(1)).unwrap();
    let _of_db = conn.on_domain_event(LIFECYCLE, Some(&db), count(10)).unwrap();
    let of_all = conn.on_domain_event(LIFECYCLE, None, count(100)).unwrap();
    let wait = || {
        daemon.report_start().unwrap();
        assert!(conn.wait_for_events(Duration::from_secs(60)).unwrap());
        seen.swap(0, Ordering::Relaxed)
    };
    assert_eq!(wait(), 101);
    drop(of_web);
    assert_eq!(wait(), 100);
    drop(of_all);
    assert_eq!(wait(), 0);
    assert!(!conn.wait_for_events(Duration::ZERO).unwrap());
}

#[test]
fn a_limit_ends_a_call_and_not_the_connection() {
    let (_daemon, conn) = open();
    let late = timeout(Duration::ZERO, || conn.num_of_domains()).unwrap_err();
    assert_eq!(late.code, ErrorCode::OPERATION_TIMEOUT);
    assert!(conn.is_alive() && conn.list_all_domains(0).is_ok());
    conn.close().unwrap();
    assert!(!conn.is_alive() && conn.list_all_domains(0).is_err());
    assert!(conn.wait_for_events(Duration::ZERO).is_err());
}
