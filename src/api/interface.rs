//! Entry points: interface.
use crate::abi::{Array, In, InStr, Lent, LentStr, OutList, Owned, OwnedStr, Status};
use crate::objects::{Connection, Interface};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::INTERFACE;

#[entry(stub = "pending")]
fn virConnectListAllInterfaces(
    conn: In<'_, Connection>,
    ifaces: OutList<'_, Interface>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListDefinedInterfaces(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListInterfaces(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectNumOfDefinedInterfaces(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectNumOfInterfaces(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virInterfaceChangeBegin(conn: In<'_, Connection>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virInterfaceChangeCommit(conn: In<'_, Connection>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virInterfaceChangeRollback(conn: In<'_, Connection>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virInterfaceCreate(iface: In<'_, Interface>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virInterfaceDefineXML(
    conn: In<'_, Connection>,
    xml: InStr<'_>,
    flags: c_uint,
) -> Owned<Interface> {
}

#[entry(stub = "pending")]
fn virInterfaceDestroy(iface: In<'_, Interface>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virInterfaceFree(iface: In<'_, Interface>) -> Status {}

#[entry(stub = "pending")]
fn virInterfaceGetConnect(iface: In<'_, Interface>) -> Lent<Connection> {}

#[entry(stub = "pending")]
fn virInterfaceGetMACString(iface: In<'_, Interface>) -> LentStr {}

#[entry(stub = "pending")]
fn virInterfaceGetName(iface: In<'_, Interface>) -> LentStr {}

#[entry(stub = "pending")]
fn virInterfaceGetXMLDesc(iface: In<'_, Interface>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virInterfaceIsActive(iface: In<'_, Interface>) -> Status {}

#[entry(stub = "pending")]
fn virInterfaceLookupByMACString(conn: In<'_, Connection>, macstr: InStr<'_>) -> Owned<Interface> {}

#[entry(stub = "pending")]
fn virInterfaceLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<Interface> {}

#[entry(stub = "pending")]
fn virInterfaceRef(iface: In<'_, Interface>) -> Status {}

#[entry(stub = "pending")]
fn virInterfaceUndefine(iface: In<'_, Interface>) -> Status {}
