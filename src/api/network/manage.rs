//! libvirt-network.h: virtual networks. Leases are in `leases`, ports in `port`.
use crate::abi::ctypes::{virConnectNetworkEventGenericCallback, virFreeCallback};
use crate::abi::{Array, Count, In, InStr, Lent, LentStr, LentText, Out, OutList, Owned, OwnedStr, Status, Truth};
use crate::objects::{Connection, EventClass, EventSource, Network, subscribe, unsubscribe};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NETWORK;

#[entry]
fn virConnectListAllNetworks(conn: In<'_, Connection>, nets: OutList<'_, Network>, flags: c_uint) -> Count {
    nets.give(conn, |conn, wanted| conn.all_networks(wanted, flags))
}

#[entry]
fn virConnectListDefinedNetworks(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.give(("maxnames", maxnames), |max| conn.list_defined_networks(max))
}

#[entry]
fn virConnectListNetworks(conn: In<'_, Connection>, names: Array<'_, *mut c_char>, maxnames: c_int) -> Count {
    let conn = conn.get()?;
    names.give(("maxnames", maxnames), |max| conn.list_networks(max))
}

#[entry]
fn virConnectNetworkEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    unsubscribe(conn, EventClass::Network, callbackid)
}

#[entry]
fn virConnectNetworkEventRegisterAny(
    conn: In<'_, Connection>,
    net: In<'_, Network>,
    eventid: c_int,
    cb: virConnectNetworkEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Count {
    subscribe((conn, net), EventSource::Network, eventid, cb, (opaque, freecb))
}

#[entry]
fn virConnectNumOfDefinedNetworks(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_defined_networks()?)
}

#[entry]
fn virConnectNumOfNetworks(conn: In<'_, Connection>) -> Count {
    Ok(conn.get()?.num_of_networks()?)
}

#[entry]
fn virNetworkCreate(network: In<'_, Network>) -> Status {
    Ok(network.get()?.create()?)
}

#[entry]
fn virNetworkCreateXML(conn: In<'_, Connection>, xml_desc: InStr<'_>) -> Owned<Network> {
    let conn = conn.get()?;
    conn.child(Network::create_xml(conn, xml_desc.get("xmlDesc")?)?)
}

#[entry]
fn virNetworkCreateXMLFlags(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<Network> {
    let conn = conn.get()?;
    conn.child(Network::create_xml_flags(conn, xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virNetworkDefineXML(conn: In<'_, Connection>, xml: InStr<'_>) -> Owned<Network> {
    let conn = conn.for_write()?;
    conn.child(Network::define_xml(conn, xml.get("xml")?)?)
}

#[entry]
fn virNetworkDefineXMLFlags(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<Network> {
    let conn = conn.for_write()?;
    conn.child(Network::define_xml_flags(conn, xml.get("xml")?, flags)?)
}

#[entry]
fn virNetworkDestroy(network: In<'_, Network>) -> Status {
    Ok(network.get()?.destroy()?)
}

#[entry]
fn virNetworkFree(network: In<'_, Network>) -> Status {
    drop(network.release()?);
    Ok(())
}

#[entry]
fn virNetworkGetAutostart(network: In<'_, Network>, autostart: Out<'_, c_int>) -> Status {
    let net = network.get()?;
    autostart.get("autostart")?.put(net.autostart())
}

#[entry]
fn virNetworkGetBridgeName(network: In<'_, Network>) -> OwnedStr {
    Ok(network.get()?.bridge_name()?.into())
}

#[entry]
fn virNetworkGetConnect(net: In<'_, Network>) -> Lent<Connection> {
    Ok(net.get()?.conn().pointer())
}

#[entry]
fn virNetworkGetMetadata(network: In<'_, Network>, r#type: c_int, uri: InStr<'_>, flags: c_uint) -> OwnedStr {
    Ok(network.get()?.metadata(r#type, uri.opt(), flags)?.into())
}

#[entry]
fn virNetworkGetName(network: In<'_, Network>) -> LentStr {
    Ok(LentText::of(network.get()?.name()))
}

#[entry]
fn virNetworkGetUUID(network: In<'_, Network>, uuid: Array<'_, u8>) -> Status {
    uuid.write_uuid("uuid", network.get()?.uuid())
}

#[entry]
fn virNetworkGetUUIDString(network: In<'_, Network>, buf: Array<'_, c_char>) -> Status {
    buf.write_uuid_text("buf", network.get()?.uuid())
}

#[entry]
fn virNetworkGetXMLDesc(network: In<'_, Network>, flags: c_uint) -> OwnedStr {
    Ok(network.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virNetworkIsActive(net: In<'_, Network>) -> Truth {
    Ok(net.get()?.is_active()?)
}

#[entry]
fn virNetworkIsPersistent(net: In<'_, Network>) -> Truth {
    Ok(net.get()?.is_persistent()?)
}

#[entry]
fn virNetworkLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<Network> {
    let conn = conn.get()?;
    conn.child(Network::lookup_by_name(conn, name.get("name")?)?)
}

#[entry]
fn virNetworkLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Network> {
    let conn = conn.get()?;
    conn.child(Network::lookup_by_uuid(conn, uuid.uuid("uuid")?)?)
}

#[entry]
fn virNetworkLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Network> {
    let conn = conn.get()?;
    conn.child(Network::lookup_by_uuid(conn, uuidstr.uuid("uuidstr", SITE.function)?)?)
}

#[entry]
fn virNetworkRef(network: In<'_, Network>) -> Status {
    network.reference()
}

#[entry]
fn virNetworkSetAutostart(network: In<'_, Network>, autostart: c_int) -> Status {
    Ok(network.get()?.set_autostart(autostart)?)
}

#[entry]
fn virNetworkSetMetadata(
    network: In<'_, Network>,
    r#type: c_int,
    metadata: InStr<'_>,
    key: InStr<'_>,
    uri: InStr<'_>,
    flags: c_uint,
) -> Status {
    Ok(network.get()?.set_metadata(r#type, metadata.opt(), key.opt(), uri.opt(), flags)?)
}

#[entry]
fn virNetworkUndefine(network: In<'_, Network>) -> Status {
    Ok(network.get()?.undefine()?)
}

#[entry]
fn virNetworkUpdate(
    network: In<'_, Network>,
    command: c_uint,
    section: c_uint,
    parent_index: c_int,
    xml: InStr<'_>,
    flags: c_uint,
) -> Status {
    let net = network.for_write()?;
    Ok(net.update(command, section, parent_index, xml.get("xml")?, flags)?)
}
