//! Entry points: network, network.
use crate::abi::ctypes::{
    virConnectNetworkEventGenericCallback, virFreeCallback, virNetworkDHCPLease,
};
use crate::abi::{Array, In, InStr, Lent, LentStr, Out, OutList, Owned, OwnedStr, Status};
use crate::objects::{Connection, Network};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NETWORK;

#[entry(stub = "pending")]
fn virConnectListAllNetworks(
    conn: In<'_, Connection>,
    nets: OutList<'_, Network>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListDefinedNetworks(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListNetworks(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectNetworkEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {}

#[entry(stub = "pending")]
fn virConnectNetworkEventRegisterAny(
    conn: In<'_, Connection>,
    net: In<'_, Network>,
    eventid: c_int,
    cb: virConnectNetworkEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectNumOfDefinedNetworks(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectNumOfNetworks(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkCreate(network: In<'_, Network>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkCreateXML(conn: In<'_, Connection>, xml_desc: InStr<'_>) -> Owned<Network> {}

#[entry(stub = "pending")]
fn virNetworkCreateXMLFlags(
    conn: In<'_, Connection>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<Network> {
}

#[entry(stub = "pending")]
fn virNetworkDHCPLeaseFree(lease: Out<'_, virNetworkDHCPLease>) {}

#[entry(stub = "pending")]
fn virNetworkDefineXML(conn: In<'_, Connection>, xml: InStr<'_>) -> Owned<Network> {}

#[entry(stub = "pending")]
fn virNetworkDefineXMLFlags(
    conn: In<'_, Connection>,
    xml: InStr<'_>,
    flags: c_uint,
) -> Owned<Network> {
}

#[entry(stub = "pending")]
fn virNetworkDestroy(network: In<'_, Network>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkFree(network: In<'_, Network>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkGetAutostart(network: In<'_, Network>, autostart: Out<'_, c_int>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkGetBridgeName(network: In<'_, Network>) -> OwnedStr {}

#[entry(stub = "pending")]
fn virNetworkGetConnect(net: In<'_, Network>) -> Lent<Connection> {}

#[entry(stub = "pending")]
fn virNetworkGetDHCPLeases(
    network: In<'_, Network>,
    mac: InStr<'_>,
    leases: Out<'_, *mut *mut virNetworkDHCPLease>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNetworkGetMetadata(
    network: In<'_, Network>,
    r#type: c_int,
    uri: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virNetworkGetName(network: In<'_, Network>) -> LentStr {}

#[entry(stub = "pending")]
fn virNetworkGetUUID(network: In<'_, Network>, uuid: Array<'_, u8>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkGetUUIDString(network: In<'_, Network>, buf: Array<'_, c_char>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkGetXMLDesc(network: In<'_, Network>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virNetworkIsActive(net: In<'_, Network>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkIsPersistent(net: In<'_, Network>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<Network> {}

#[entry(stub = "pending")]
fn virNetworkLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Network> {}

#[entry(stub = "pending")]
fn virNetworkLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Network> {}

#[entry(stub = "pending")]
fn virNetworkRef(network: In<'_, Network>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkSetAutostart(network: In<'_, Network>, autostart: c_int) -> Status {}

#[entry(stub = "pending")]
fn virNetworkSetMetadata(
    network: In<'_, Network>,
    r#type: c_int,
    metadata: InStr<'_>,
    key: InStr<'_>,
    uri: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNetworkUndefine(network: In<'_, Network>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkUpdate(
    network: In<'_, Network>,
    command: c_uint,
    section: c_uint,
    parent_index: c_int,
    xml: InStr<'_>,
    flags: c_uint,
) -> Status {
}
