//! Entry points: domain, lookup.
use crate::abi::ctypes::virSecurityLabel;
use crate::abi::{Array, In, InStr, Lent, LentStr, Out, OutList, Owned, Status, UIntId};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virConnectListAllDomains(
    conn: In<'_, Connection>,
    domains: OutList<'_, Domain>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListDefinedDomains(
    conn: In<'_, Connection>,
    names: Array<'_, *mut c_char>,
    maxnames: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListDomains(conn: In<'_, Connection>, ids: Out<'_, c_int>, maxids: c_int) -> Status {}

#[entry(stub = "pending")]
fn virConnectNumOfDefinedDomains(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectNumOfDomains(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virDomainFree(domain: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetConnect(dom: In<'_, Domain>) -> Lent<Connection> {}

#[entry(stub = "pending")]
fn virDomainGetID(domain: In<'_, Domain>) -> UIntId {}

#[entry(stub = "pending")]
fn virDomainGetName(domain: In<'_, Domain>) -> LentStr {}

#[entry(stub = "pending")]
fn virDomainGetSecurityLabelList(
    domain: In<'_, Domain>,
    seclabels: Out<'_, *mut virSecurityLabel>,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetUUID(domain: In<'_, Domain>, uuid: Array<'_, u8>) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetUUIDString(domain: In<'_, Domain>, buf: Array<'_, c_char>) -> Status {}

#[entry(stub = "pending")]
fn virDomainIsActive(dom: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainIsPersistent(dom: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainIsUpdated(dom: In<'_, Domain>) -> Status {}

#[entry(stub = "pending")]
fn virDomainLookupByID(conn: In<'_, Connection>, id: c_int) -> Owned<Domain> {}

#[entry(stub = "pending")]
fn virDomainLookupByName(conn: In<'_, Connection>, name: InStr<'_>) -> Owned<Domain> {}

#[entry(stub = "pending")]
fn virDomainLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Domain> {}

#[entry(stub = "pending")]
fn virDomainLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Domain> {}

#[entry(stub = "pending")]
fn virDomainRef(domain: In<'_, Domain>) -> Status {}
