//! Entry points: network, port.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, In, InStr, Lent, Out, OutList, Owned, OwnedStr, Status};
use crate::objects::{Network, NetworkPort};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NETWORK;

#[entry(stub = "pending")]
fn virNetworkListAllPorts(
    network: In<'_, Network>,
    ports: OutList<'_, NetworkPort>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNetworkPortCreateXML(
    net: In<'_, Network>,
    xmldesc: InStr<'_>,
    flags: c_uint,
) -> Owned<NetworkPort> {
}

#[entry(stub = "pending")]
fn virNetworkPortDelete(port: In<'_, NetworkPort>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virNetworkPortFree(port: In<'_, NetworkPort>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkPortGetNetwork(port: In<'_, NetworkPort>) -> Lent<Network> {}

#[entry(stub = "pending")]
fn virNetworkPortGetParameters(
    port: In<'_, NetworkPort>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virNetworkPortGetUUID(port: In<'_, NetworkPort>, uuid: Array<'_, u8>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkPortGetUUIDString(port: In<'_, NetworkPort>, buf: Array<'_, c_char>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkPortGetXMLDesc(port: In<'_, NetworkPort>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virNetworkPortLookupByUUID(net: In<'_, Network>, uuid: Array<'_, u8>) -> Owned<NetworkPort> {}

#[entry(stub = "pending")]
fn virNetworkPortLookupByUUIDString(
    net: In<'_, Network>,
    uuidstr: InStr<'_>,
) -> Owned<NetworkPort> {
}

#[entry(stub = "pending")]
fn virNetworkPortRef(port: In<'_, NetworkPort>) -> Status {}

#[entry(stub = "pending")]
fn virNetworkPortSetParameters(
    port: In<'_, NetworkPort>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}
