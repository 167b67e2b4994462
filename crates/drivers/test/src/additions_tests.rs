//! What the stock library's test driver does not have: ports and leases of networks, mediated devices, SCSI hosts by their names on
//! a fabric; what it does wrong; and threads.
use crate::{OpenLocal, open};
use oxivirt_conf::Uri;
use oxivirt_model::constants::*;
use oxivirt_model::{ErrorCode, Result, Uuid};
use oxivirt_protocol::remote::{self, TypedParam, TypedParamValue};
use oxivirt_protocol::{Call, Session};
use std::sync::Arc;

/// A host that can have mediated devices, and a network with everything.
const NODE: &str = "<node>
  <domain type='test'><name>guest</name><memory>1024</memory><os><type>hvm</type></os><devices>
    <interface type='network'><mac address='52:54:00:00:00:07'/><source network='net'/></interface></devices></domain>
  <network><name>net</name><uuid>11111111-2222-3333-4444-000000000001</uuid><bridge name='br7'/>
    <bandwidth><inbound average='1000'/></bandwidth>
    <ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.100' end='10.0.0.200'/>
    <host mac='52:54:00:00:00:01' name='one' ip='10.0.0.11'/></dhcp></ip>
    <portgroup name='fast' default='yes'><bandwidth><inbound average='100'/></bandwidth></portgroup></network>
  <interface type='bridge' name='br0'><bridge/></interface>
  <interface type='ethernet' name='eth0'><mac address='52:54:00:00:00:02'/></interface>
  <device><name>pci_0</name><capability type='pci'><domain>0</domain><bus>0</bus><slot>2</slot><function>0</function>
    <product id='0x1'/><vendor id='0x2'/><capability type='mdev_types'><type id='t1'><deviceAPI>vfio-pci</deviceAPI>
    <availableInstances>2</availableInstances></type></capability></capability></device>
  <device><name>scsi_host5</name><capability type='scsi_host'><host>5</host><capability type='fc_host'><wwnn>2</wwnn>
    <wwpn>1</wwpn></capability><capability type='vport_ops'/></capability></device>
</node>";

const UUID: &str = "11111111-2222-3333-4444-00000000000a";

fn session() -> Arc<dyn Session> {
    let mut bytes = [0; 8];
    oxivirt_sys::random(&mut bytes).unwrap();
    let path = std::env::temp_dir().join(format!("oxivirt-node-{:016x}.xml", u64::from_ne_bytes(bytes)));
    std::fs::write(&path, NODE).unwrap();
    let uri = Uri::parse(format!("test://{}", path.display()).as_bytes()).unwrap();
    let session = open(OpenLocal { uri, read_only: false, credentials: None });
    std::fs::remove_file(&path).unwrap();
    session.unwrap()
}

fn net() -> remote::NonnullNetwork<'static> {
    let uuid = Uuid::parse("11111111-2222-3333-4444-000000000001").unwrap();
    remote::NonnullNetwork { name: "net".into(), uuid }
}

fn port() -> remote::NonnullNetworkPort<'static> {
    remote::NonnullNetworkPort { net: net(), uuid: Uuid::parse(UUID).unwrap() }
}

fn port_xml(inside: &str) -> String {
    format!(
        "<networkport><uuid>{UUID}</uuid><owner><name>guest</name><uuid>{UUID}</uuid></owner>\
         <mac address='52:54:00:00:00:09'/>{inside}</networkport>"
    )
}

fn create_port(session: &dyn Session, xml: &str, flags: u32) -> Result<()> {
    let args = remote::NetworkPortCreateXmlArgs { network: net(), xml: xml.to_owned().into(), flags };
    session.network_port_create_xml(&mut Call::new(), &args).map(drop)
}

fn number_of_ports(session: &dyn Session) -> u32 {
    let args = remote::NetworkListAllPortsArgs { network: net(), need_results: 1, flags: 0 };
    session.network_list_all_ports(&mut Call::new(), &args).unwrap().ret
}

fn params(session: &dyn Session) -> Vec<(String, u32)> {
    let args = remote::NetworkPortGetParametersArgs { port: port(), nparams: 0, flags: 0 };
    let mut call = Call::new();
    let ret = session.network_port_get_parameters(&mut call, &args).unwrap();
    let told = |param: &TypedParam<'_>| match param.value {
        TypedParamValue::Uint(value) => (param.field.to_str_lossy().into_owned(), value),
        _ => panic!("{param:?}"),
    };
    ret.params.iter().map(told).collect()
}

fn uint(field: &'static str, value: u32) -> TypedParam<'static> {
    TypedParam { field: field.into(), value: TypedParamValue::Uint(value) }
}

#[test]
fn ports_come_and_go() {
    let session = session();
    let session = session.as_ref();
    let code = |result: Result<()>| result.unwrap_err().code;
    assert_eq!(code(create_port(session, &port_xml(""), VIR_NETWORK_PORT_CREATE_RECLAIM)), ErrorCode::INVALID_ARG);
    assert_eq!(code(create_port(session, &port_xml("<plug type='network' bridge='b'/>"), 0)), ErrorCode::INVALID_ARG);
    assert_eq!(code(create_port(session, "<networkport/>", 0)), ErrorCode::XML_ERROR);
    create_port(session, &port_xml(""), 0).unwrap();
    assert_eq!(code(create_port(session, &port_xml(""), 0)), ErrorCode::NETWORK_PORT_EXIST);
    assert_eq!(number_of_ports(session), 1);
    let args = remote::NetworkPortGetXmlDescArgs { port: port(), flags: 0 };
    let mut call = Call::new();
    let xml = session.network_port_get_xml_desc(&mut call, &args).unwrap().xml.to_str_lossy().into_owned();
    // What the group and the network say is in it.
    assert!(xml.contains("<inbound average='100'/>") && xml.contains("<plug type='network' bridge='br7'/>"), "{xml}");
    let expected = [("inbound.average", 100), ("inbound.peak", 0), ("inbound.burst", 0), ("inbound.floor", 0)];
    assert_eq!(params(session), expected.map(|(name, value)| (name.to_owned(), value)));
    let set = |params| {
        let args = remote::NetworkPortSetParametersArgs { port: port(), params, flags: 0 };
        session.network_port_set_parameters(&mut Call::new(), &args)
    };
    set(vec![uint(VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE, 5), uint(VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST, 7)]).unwrap();
    let expected = [("outbound.average", 5), ("outbound.peak", 0), ("outbound.burst", 7)];
    assert_eq!(params(session), expected.map(|(name, value)| (name.to_owned(), value)));
    set(vec![uint(VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR, 5)]).unwrap();
    set(Vec::new()).unwrap();
    assert_eq!(params(session), []);
    let delete =
        || session.network_port_delete(&mut Call::new(), &remote::NetworkPortDeleteArgs { port: port(), flags: 0 });
    delete().unwrap();
    assert_eq!(code(delete()), ErrorCode::NO_NETWORK_PORT);
    // A network that stops has none any more, and gives none.
    create_port(session, &port_xml(""), 0).unwrap();
    session.network_destroy(&mut Call::new(), &remote::NetworkDestroyArgs { net: net() }).unwrap();
    assert_eq!(number_of_ports(session), 0);
    assert_eq!(code(create_port(session, &port_xml(""), 0)), ErrorCode::OPERATION_INVALID);
}

#[test]
fn leases_are_those_of_hosts_and_running_guests() {
    let session = session();
    let leases = |mac: Option<&'static str>, flags| {
        let args = remote::NetworkGetDhcpLeasesArgs { net: net(), mac: mac.map(Into::into), need_results: 1, flags };
        let mut call = Call::new();
        let ret = session.network_get_dhcp_leases(&mut call, &args)?;
        let told = |lease: &remote::NetworkDhcpLease<'_>| lease.ipaddr.to_str_lossy().into_owned();
        Ok(ret.leases.iter().map(told).collect::<Vec<_>>())
    };
    assert_eq!(leases(None, 0), Ok(vec!["10.0.0.11".to_owned(), "10.0.0.101".to_owned()]));
    assert_eq!(leases(Some("52:54:00:00:00:07"), 0), Ok(vec!["10.0.0.101".to_owned()]));
    assert_eq!(leases(Some("52:54:00:00:00:08"), 0), Ok(Vec::new()));
    let code = |result: Result<Vec<String>>| result.unwrap_err().code;
    assert_eq!(code(leases(Some("x"), 0)), ErrorCode::INVALID_MAC);
    assert_eq!(code(leases(None, 1)), ErrorCode::INVALID_ARG);
    session.network_destroy(&mut Call::new(), &remote::NetworkDestroyArgs { net: net() }).unwrap();
    assert_eq!(leases(None, 0), Ok(Vec::new()));
}

#[test]
fn metadata_of_a_running_network_go_to_the_persistent_definition() {
    let session = session();
    let set = remote::NetworkSetMetadataArgs {
        network: net(),
        r#type: VIR_NETWORK_METADATA_TITLE.cast_signed(),
        metadata: Some("next".into()),
        key: None,
        uri: None,
        flags: VIR_NETWORK_UPDATE_AFFECT_CONFIG,
    };
    session.network_set_metadata(&mut Call::new(), &set).unwrap();
    let get = |flags| {
        let args = remote::NetworkGetMetadataArgs { network: net(), r#type: set.r#type, uri: None, flags };
        let mut call = Call::new();
        let ret = session.network_get_metadata(&mut call, &args)?;
        Ok(ret.metadata.to_str_lossy().into_owned())
    };
    assert_eq!(get(VIR_NETWORK_UPDATE_AFFECT_CONFIG), Ok("next".to_owned()));
    let error: Result<String> = get(VIR_NETWORK_UPDATE_AFFECT_LIVE);
    assert_eq!(error.unwrap_err().code, ErrorCode::NO_NETWORK_METADATA);
}

#[test]
fn interfaces_without_an_address_are_not_found_by_one() {
    let session = session();
    let find = |mac: &'static str| {
        let args = remote::InterfaceLookupByMacStringArgs { mac: mac.into() };
        let mut call = Call::new();
        let ret = session.interface_lookup_by_mac_string(&mut call, &args)?;
        Ok(ret.iface.name.to_str_lossy().into_owned())
    };
    assert_eq!(find("52:54:00:00:00:02"), Ok("eth0".to_owned()));
    for mac in ["", "52:54:00:00:00:03"] {
        let error: Result<String> = find(mac);
        assert_eq!(error.unwrap_err().code, ErrorCode::NO_INTERFACE, "{mac}");
    }
}

const MDEV: &str = "mdev_11111111_2222_3333_4444_00000000000a_0000_00_02_0";

fn mdev(name: &str, kind: &str, value: u32) -> String {
    let address = if name.is_empty() { "" } else { "<parent_addr>0000:00:02.0</parent_addr>" };
    format!(
        "<device>{name}<parent>pci_0</parent><capability type='mdev'><type id='{kind}'/><uuid>{UUID}</uuid>{address}\
         <attr name='a' value='{value}'/></capability></device>"
    )
}

fn xml_of(session: &dyn Session, flags: u32) -> Result<String> {
    let args = remote::NodeDeviceGetXmlDescArgs { name: MDEV.into(), flags };
    let mut call = Call::new();
    Ok(session.node_device_get_xml_desc(&mut call, &args)?.xml.to_str_lossy().into_owned())
}

#[test]
fn mediated_devices_are_defined_and_started() {
    let session = session();
    let session = session.as_ref();
    let define = |xml: String| {
        let args = remote::NodeDeviceDefineXmlArgs { xml_desc: xml.into(), flags: 0 };
        let mut call = Call::new();
        session.node_device_define_xml(&mut call, &args).map(|ret| ret.dev.name.to_str_lossy().into_owned())
    };
    assert_eq!(define(mdev("", "t1", 1)), Ok(MDEV.to_owned()));
    assert_eq!(define(mdev("", "t2", 1)).unwrap_err().code, ErrorCode::INTERNAL_ERROR);
    let drm = "<device><parent>pci_0</parent><capability type='drm'><type>render</type></capability></device>";
    assert_eq!(define(drm.to_owned()).unwrap_err().code, ErrorCode::CONFIG_UNSUPPORTED);
    let name = || MDEV.into();
    let mut call = Call::new();
    let args = remote::NodeDeviceIsActiveArgs { name: name() };
    assert_eq!(session.node_device_is_active(&mut call, &args).unwrap().active, 0);
    let destroy = || session.node_device_destroy(&mut Call::new(), &remote::NodeDeviceDestroyArgs { name: name() });
    assert_eq!(destroy().unwrap_err().code, ErrorCode::OPERATION_INVALID);
    let start =
        || session.node_device_create(&mut Call::new(), &remote::NodeDeviceCreateArgs { name: name(), flags: 0 });
    start().unwrap();
    assert_eq!(start().unwrap_err().code, ErrorCode::OPERATION_INVALID);
    session
        .node_device_set_autostart(&mut call, &remote::NodeDeviceSetAutostartArgs { name: name(), autostart: 1 })
        .unwrap();
    let args = remote::NodeDeviceGetAutostartArgs { name: name() };
    assert_eq!(session.node_device_get_autostart(&mut call, &args).unwrap().autostart, 1);
    let update = |xml: String, flags| {
        let args = remote::NodeDeviceUpdateArgs { name: MDEV.into(), xml_desc: xml.into(), flags };
        session.node_device_update(&mut Call::new(), &args)
    };
    let named = "<name>x</name>";
    update(mdev(named, "t1", 2), VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG).unwrap();
    let told = |flags, value: u32| xml_of(session, flags).unwrap().contains(&format!("value='{value}'"));
    assert!(told(0, 1) && told(VIR_NODE_DEVICE_XML_INACTIVE, 2));
    update(mdev(named, "t1", 3), VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE).unwrap();
    assert!(told(0, 3) && told(VIR_NODE_DEVICE_XML_INACTIVE, 2));
    assert_eq!(update(mdev(named, "t9", 3), 0).unwrap_err().code, ErrorCode::CONFIG_UNSUPPORTED);
    destroy().unwrap();
    assert!(told(0, 2));
    // Started as described, it is as defined again when it stops.
    let create = |xml: String| {
        let args = remote::NodeDeviceCreateXmlArgs { xml_desc: xml.into(), flags: 0 };
        session.node_device_create_xml(&mut Call::new(), &args).map(drop)
    };
    create(mdev("", "t1", 4)).unwrap();
    assert_eq!(create(mdev("", "t1", 5)).unwrap_err().code, ErrorCode::OPERATION_INVALID);
    assert!(told(0, 4) && told(VIR_NODE_DEVICE_XML_INACTIVE, 2));
    destroy().unwrap();
    assert!(told(0, 2));
    let undefine =
        || session.node_device_undefine(&mut Call::new(), &remote::NodeDeviceUndefineArgs { name: name(), flags: 0 });
    undefine().unwrap();
    assert_eq!(undefine().unwrap_err().code, ErrorCode::NO_NODE_DEVICE);
}

#[test]
fn ports_of_scsi_hosts_need_no_pattern_and_are_found_by_their_names() {
    let session = session();
    let xml = "<device><capability type='scsi_host'><capability type='fc_host'><wwnn>a</wwnn><wwpn>b</wwpn></capability>\
               </capability></device>";
    let args = remote::NodeDeviceCreateXmlArgs { xml_desc: xml.into(), flags: 0 };
    let mut call = Call::new();
    let made = session.node_device_create_xml(&mut call, &args).unwrap().dev.name.to_str_lossy().into_owned();
    assert_eq!(made, "scsi_host12");
    let args = remote::NodeDeviceGetParentArgs { name: "scsi_host12".into() };
    let mut call = Call::new();
    let parent = session.node_device_get_parent(&mut call, &args).unwrap().parent_name;
    assert_eq!(parent.unwrap().as_bytes(), b"scsi_host5");
    let find = |wwnn: &'static str, wwpn: &'static str| {
        let args = remote::NodeDeviceLookupScsiHostByWwnArgs { wwnn: wwnn.into(), wwpn: wwpn.into(), flags: 0 };
        let mut call = Call::new();
        let ret = session.node_device_lookup_scsi_host_by_wwn(&mut call, &args);
        ret.map(|ret| ret.dev.name.to_str_lossy().into_owned()).map_err(|error| error.code)
    };
    assert_eq!(find("a", "b"), Ok("scsi_host12".to_owned()));
    assert_eq!(find("2", "1"), Ok("scsi_host5".to_owned()));
    assert_eq!(find("2", "b"), Err(ErrorCode::NO_NODE_DEVICE));
    // What is no port cannot be destroyed, and says so.
    let args = remote::NodeDeviceDestroyArgs { name: "pci_0".into() };
    assert_eq!(session.node_device_destroy(&mut Call::new(), &args).unwrap_err().code, ErrorCode::INTERNAL_ERROR);
}

#[test]
fn two_threads_end_an_object_or_begin_a_transaction_once() {
    let session = session();
    let both = |call: &(dyn Fn() -> Result<()> + Sync)| {
        std::thread::scope(|scope| {
            let threads = [scope.spawn(call), scope.spawn(call)];
            threads.into_iter().map(|thread| usize::from(thread.join().unwrap().is_ok())).sum::<usize>()
        })
    };
    let xml = "<network><name>brief</name><uuid>11111111-2222-3333-4444-0000000000ff</uuid></network>";
    let handle = || remote::NonnullNetwork {
        name: "brief".into(),
        uuid: Uuid::parse("11111111-2222-3333-4444-0000000000ff").unwrap(),
    };
    for _ in 0..100 {
        let args = remote::NetworkDefineXmlArgs { xml: xml.into() };
        session.network_define_xml(&mut Call::new(), &args).unwrap();
        let undefine = || session.network_undefine(&mut Call::new(), &remote::NetworkUndefineArgs { net: handle() });
        assert_eq!(both(&undefine), 1);
        let begin = || session.interface_change_begin(&mut Call::new(), &remote::InterfaceChangeBeginArgs { flags: 0 });
        assert_eq!(both(&begin), 1);
        let args = remote::InterfaceChangeRollbackArgs { flags: 0 };
        let rollback = || session.interface_change_rollback(&mut Call::new(), &args);
        assert_eq!(both(&rollback), 1);
    }
}
