//! Entry points: secret.
use crate::abi::ctypes::{virConnectSecretEventGenericCallback, virFreeCallback};
use crate::abi::{
    Array, BytesPointer, In, InStr, Lent, LentStr, Out, OutList, Owned, OwnedStr, Status,
};
use crate::objects::{Connection, Secret};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::SECRET;

#[entry(stub = "pending")]
fn virConnectListAllSecrets(
    conn: In<'_, Connection>,
    secrets: OutList<'_, Secret>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectListSecrets(
    conn: In<'_, Connection>,
    uuids: Out<'_, *mut c_char>,
    maxuuids: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectNumOfSecrets(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectSecretEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {}

#[entry(stub = "pending")]
fn virConnectSecretEventRegisterAny(
    conn: In<'_, Connection>,
    secret: In<'_, Secret>,
    eventid: c_int,
    cb: virConnectSecretEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
}

#[entry(stub = "pending")]
fn virSecretDefineXML(conn: In<'_, Connection>, xml: InStr<'_>, flags: c_uint) -> Owned<Secret> {}

#[entry(stub = "pending")]
fn virSecretFree(secret: In<'_, Secret>) -> Status {}

#[entry(stub = "pending")]
fn virSecretGetConnect(secret: In<'_, Secret>) -> Lent<Connection> {}

#[entry(stub = "pending")]
fn virSecretGetUUID(secret: In<'_, Secret>, uuid: Array<'_, u8>) -> Status {}

#[entry(stub = "pending")]
fn virSecretGetUUIDString(secret: In<'_, Secret>, buf: Array<'_, c_char>) -> Status {}

#[entry(stub = "pending")]
fn virSecretGetUsageID(secret: In<'_, Secret>) -> LentStr {}

#[entry(stub = "pending")]
fn virSecretGetUsageType(secret: In<'_, Secret>) -> Status {}

#[entry(stub = "pending")]
fn virSecretGetValue(
    secret: In<'_, Secret>,
    value_size: Out<'_, usize>,
    flags: c_uint,
) -> BytesPointer {
}

#[entry(stub = "pending")]
fn virSecretGetXMLDesc(secret: In<'_, Secret>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virSecretLookupByUUID(conn: In<'_, Connection>, uuid: Array<'_, u8>) -> Owned<Secret> {}

#[entry(stub = "pending")]
fn virSecretLookupByUUIDString(conn: In<'_, Connection>, uuidstr: InStr<'_>) -> Owned<Secret> {}

#[entry(stub = "pending")]
fn virSecretLookupByUsage(
    conn: In<'_, Connection>,
    usage_type: c_int,
    usageid: InStr<'_>,
) -> Owned<Secret> {
}

#[entry(stub = "pending")]
fn virSecretRef(secret: In<'_, Secret>) -> Status {}

#[entry(stub = "pending")]
fn virSecretSetValue(
    secret: In<'_, Secret>,
    value: Array<'_, u8>,
    value_size: usize,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virSecretUndefine(secret: In<'_, Secret>) -> Status {}
