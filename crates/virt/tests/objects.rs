//! Networks, storage, secrets and devices over the remote driver, against a daemon of a few procedures.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use oxivirt::storage::{PoolState, VolType};
use oxivirt::{
    Connection, Domain, ErrorCode, ErrorDomain, Interface, Network, NwFilter, Secret, StoragePool, StorageVol, Stream,
    TypedParam, Value,
};
use oxivirt_scripted::Daemon;

fn open() -> (Daemon, Connection) {
    let daemon = Daemon::start().unwrap();
    let conn = Connection::open(&daemon.uri()).unwrap();
    (daemon, conn)
}

fn text<T: std::fmt::Debug>(result: oxivirt::Result<T>) -> String {
    result.unwrap_err().text().into_owned()
}

#[test]
fn networks_and_leases() {
    let (_daemon, conn) = open();
    let all = conn.list_all_networks(0).unwrap();
    assert_eq!(all.iter().map(|net| net.name().to_string()).collect::<Vec<_>>(), ["default"]);
    assert_eq!(conn.all_networks(false, 0).unwrap().0, 1);
    let net = Network::lookup_by_name(&conn, "default").unwrap();
    assert_eq!((net.uuid(), net.is_active().unwrap()), (all.first().unwrap().uuid(), true));
    assert_eq!(net.bridge_name().unwrap(), "virbr0");
    assert_eq!(Network::lookup_by_name(&conn, "x").unwrap_err().code, ErrorCode::NO_NETWORK);

    let leases = net.dhcp_leases(None::<&str>, 0).unwrap();
    let lease = leases.first().unwrap();
    assert_eq!((&lease.address, lease.prefix, lease.kind), (&"192.168.122.2".into(), 24, 0));
    assert_eq!((&lease.interface, lease.expiry_time), (&"virbr0".into(), 1_700_000_000));
    assert_eq!((&lease.hostname, &lease.iaid, &lease.client_id), (&Some("web".into()), &None, &None));
    assert_eq!(net.dhcp_leases(lease.mac.as_ref(), 0).unwrap(), leases);
    assert!(net.dhcp_leases(Some("52:54:00:00:00:03"), 0).unwrap().is_empty());
    assert_eq!(net.all_dhcp_leases(false, None::<&str>, 0).unwrap(), (1, Vec::new()));
}

#[test]
fn an_old_daemon_gets_section_and_command_in_its_own_order() {
    let (_daemon, conn) = open();
    let net = Network::lookup_by_name(&conn, "default").unwrap();
    net.update(1, 4, -1, "<host/>", 0).unwrap();
    assert!(net.update(4, 1, -1, "<host/>", 0).is_err());
}

#[test]
fn what_each_metadata_needs() {
    let (_daemon, conn) = open();
    let net = Network::lookup_by_name(&conn, "default").unwrap();
    let get = |kind, uri: Option<&str>, flags| text(net.metadata(kind, uri, flags));
    let set = |kind, metadata: Option<&str>, key: Option<&str>, uri: Option<&str>| {
        text(net.set_metadata(kind, metadata, key, uri, 0))
    };
    let null = |name: &str, function: &str, rule: &str| format!("{name} in virNetwork{function} must {rule}NULL");
    assert_eq!(
        get(1, Some("u"), 3),
        "Flags 'VIR_NETWORK_UPDATE_AFFECT_LIVE' and 'VIR_NETWORK_UPDATE_AFFECT_CONFIG' are mutually exclusive"
    );
    assert_eq!(get(0, Some("u"), 0), null("uri", "GetMetadata", "be "));
    assert_eq!(get(1, Some("u"), 0), null("uri", "GetMetadata", "be "));
    assert_eq!(get(2, None, 0), null("uri", "GetMetadata", "not be "));
    assert_eq!(set(1, Some("a\nb"), None, Some("u")), "metadata title can't contain newlines");
    assert_eq!(set(0, Some("a\nb"), Some("k"), Some("u")), null("uri", "SetMetadata", "be "));
    assert_eq!(set(1, Some("a"), Some("k"), None), null("key", "SetMetadata", "be "));
    assert_eq!(set(2, Some("a"), None, None), null("uri", "SetMetadata", "not be "));
    assert_eq!(set(2, Some("a"), None, Some("u")), null("key", "SetMetadata", "not be "));
    // What passes asks the daemon, which has no metadata.
    for answer in [get(3, None, 0), get(2, Some("u"), 1), set(2, None, None, Some("u")), set(9, None, None, None)] {
        assert!(answer.contains("not supported"), "{answer}");
    }
}

#[test]
fn pools_and_volumes() {
    let (daemon, conn) = open();
    let all = conn.list_all_storage_pools(0).unwrap();
    let pool = StoragePool::lookup_by_name(&conn, "images").unwrap();
    assert_eq!(all.first().unwrap().uuid(), pool.uuid());
    let info = pool.info().unwrap();
    assert_eq!((info.state, info.state.to_string()), (PoolState::RUNNING, "running".to_owned()));
    assert_eq!((info.capacity, info.allocation, info.available), (3 << 30, 1 << 30, 2 << 30));
    assert_eq!((PoolState(9).to_string(), VolType(9).to_string()), ("unknown".to_owned(), "unknown".to_owned()));

    let volumes = pool.list_all_volumes(0).unwrap();
    assert_eq!((volumes.len(), pool.all_volumes(false, 0).unwrap().0), (1, 1));
    let volume = StorageVol::lookup_by_name(&pool, "web.img").unwrap();
    assert_eq!(volume.key(), volumes.first().unwrap().key());
    assert_eq!((volume.path().unwrap(), volume.pool_name()), ("/images/web.img".into(), pool.name()));
    let info = volume.info().unwrap();
    assert_eq!((info.kind, info.capacity, info.allocation), (VolType::FILE, 2 << 30, 1 << 30));
    assert_eq!(StoragePool::lookup_by_volume(&volume).unwrap().uuid(), pool.uuid());

    assert_eq!(
        text(volume.resize(0, 0)),
        "capacity in virStorageVolResize cannot be zero without 'delta' or 'shrink' flags set"
    );
    assert!(text(volume.resize(0, 2)).contains("not supported"));
    let other = Connection::open(&daemon.uri()).unwrap();
    let foreign = Stream::new(&other, 0);
    let refused = volume.upload(&foreign, 0, 0, 0).unwrap_err();
    assert_eq!(refused.text(), "stream in virStorageVolUpload must match connection of volume 'web.img'");
    assert_eq!(refused.str2.as_deref(), Some(&b"stream"[..]));
    assert!(text(volume.download(&foreign, 0, 0, 0)).starts_with("stream in virStorageVolDownload must match"));
    assert!(text(volume.download(&Stream::new(&conn, 0), 0, 0, 0)).contains("not supported"));
    assert_eq!(text(conn.num_of_storage_pools()), "the reply has a negative 'num': -3");
}

#[test]
fn the_value_of_a_secret_comes_back_and_is_not_shown() {
    let (_daemon, conn) = open();
    let secret = Secret::lookup_by_usage(&conn, 1, "/images/web.img").unwrap();
    assert_eq!(secret.uuid(), conn.list_all_secrets(0).unwrap().first().unwrap().uuid());
    assert!(secret.value(0).unwrap().is_empty());
    secret.set_value(b"a\0b", 0).unwrap();
    let value = secret.value(0).unwrap();
    assert_eq!(*value, *b"a\0b");
    assert_eq!(format!("{value:?}"), "SecretValue { .. }");
}

#[test]
fn the_parent_of_a_device_is_asked_once() {
    let (_daemon, conn) = open();
    let devices = conn.list_all_node_devices(0).unwrap();
    let [eth, computer] = devices.as_slice() else { panic!("two devices") };
    let first = eth.parent().unwrap().unwrap();
    assert_eq!(first, "computer");
    assert_eq!(computer.parent().unwrap(), None);
    assert_eq!(eth.list_caps(eth.num_of_caps().unwrap()).unwrap(), ["net"]);
    assert_eq!(text(eth.list_caps(-1)), "maxnames in virNodeDeviceListCaps must be zero or greater");
    conn.close().unwrap();
    assert_eq!(eth.parent().unwrap(), Some(first), "without asking");
    assert!(computer.parent().is_err());
}

#[test]
fn a_read_only_connection_changes_nothing() {
    let daemon = Daemon::start().unwrap();
    let conn = Connection::open_read_only(&daemon.uri()).unwrap();
    let denied = |function: &str| format!("operation forbidden: read only access prevents {function}");
    let net = Network::lookup_by_name(&conn, "default").unwrap();
    let pool = StoragePool::lookup_by_name(&conn, "images").unwrap();
    let volume = StorageVol::lookup_by_name(&pool, "web.img").unwrap();
    let secret = Secret::lookup_by_usage(&conn, 1, "/images/web.img").unwrap();
    let device = conn.list_all_node_devices(0).unwrap().pop().unwrap();
    let web = Domain::lookup_by_name(&conn, "web").unwrap();
    for (result, function) in [
        (net.create(), "virNetworkCreate"),
        (net.update(1, 4, -1, "<host/>", 0), "virNetworkUpdate"),
        (net.set_metadata(1, Some("a\nb"), None::<&str>, None::<&str>, 0), "virNetworkSetMetadata"),
        (Network::define_xml(&conn, "<network/>").map(drop), "virNetworkDefineXML"),
        (conn.find_storage_pool_sources("dir", None::<&str>, 0).map(drop), "virConnectFindStoragePoolSources"),
        (pool.refresh(0), "virStoragePoolRefresh"),
        (volume.resize(0, 0), "virStorageVolResize"),
        (volume.download(&Stream::new(&conn, 0), 0, 0, 0), "virStorageVolDownload"),
        (StorageVol::create_xml_from(&pool, "<volume/>", &volume, 0).map(drop), "virStorageVolCreateXMLFrom"),
        (secret.value(0).map(drop), "virSecretGetValue"),
        (secret.set_value("x", 0), "virSecretSetValue"),
        (device.dettach(), "virNodeDeviceDettach"),
        (Interface::change_begin(&conn, 0), "virInterfaceChangeBegin"),
        (NwFilter::define_xml(&conn, "<filter/>").map(drop), "virNWFilterDefineXML"),
        (web.qemu_monitor_command("info", 0).map(drop), "virDomainQemuMonitorCommand"),
        (Domain::qemu_attach(&conn, 1, 0).map(drop), "virDomainQemuAttach"),
        (web.lxc_open_namespace(0).map(drop), "virDomainLxcOpenNamespace"),
        (web.lxc_enter_cgroup(), "virDomainLxcEnterCGroup"),
    ] {
        assert_eq!(text(result), denied(function));
    }
    assert_eq!(text(Domain::qemu_attach(&conn, 0, 0)), "pid_value in virDomainQemuAttach must not be zero");
    // A volume of another connection may be read from, if that one is not read-only either.
    let writable = Connection::open(&daemon.uri()).unwrap();
    let other = StoragePool::lookup_by_name(&writable, "images").unwrap();
    let mixed = StorageVol::create_xml_from(&other, "<volume/>", &volume, 0);
    assert_eq!(text(mixed), denied("virStorageVolCreateXMLFrom"));
}

#[test]
fn what_the_driver_lacks_is_said_in_the_name_of_the_function() {
    let (_daemon, conn) = open();
    let web = Domain::lookup_by_name(&conn, "web").unwrap();
    let files = web.qemu_monitor_command_with_files("info", Vec::new(), 0);
    assert_eq!(files.unwrap_err().code, ErrorCode::ARGUMENT_UNSUPPORTED);
    let monitor = web.qemu_monitor_command("info", 0).unwrap_err();
    assert_eq!((monitor.code, monitor.domain), (ErrorCode::NO_SUPPORT, ErrorDomain::NONE));
    assert_eq!(web.qemu_agent_command("{}", 1, 0).unwrap().unwrap(), "{\"return\":{}}");
    assert_eq!(web.qemu_agent_command("{}", -1, 0), Ok(None));
    assert_eq!(conn.num_of_nwfilters().unwrap_err().code, ErrorCode::NO_SUPPORT);
}

#[test]
fn ports_of_a_network() {
    let (_daemon, conn) = open();
    let net = Network::lookup_by_name(&conn, "default").unwrap();
    let ports = net.list_all_ports(0).unwrap();
    let port = ports.first().unwrap();
    assert_eq!((ports.len(), net.all_ports(false, 0).unwrap().0), (1, 1));
    assert_eq!((port.network().name(), port.network().connection().is_same(&conn)), (net.name(), true));
    let average = TypedParam::new("inbound.average", 128_u32);
    port.set_parameters(std::slice::from_ref(&average), 0).unwrap();
    assert_eq!(*port.parameters(0).unwrap(), [average]);
    let unknown = port.set_parameters(&[TypedParam::new("x", Value::Other(9))], 0).unwrap_err();
    assert_eq!(unknown.text(), "unknown parameter type: 9");
}
