//! Entry points: domain, save.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, In, InStr, OwnedStr, Status};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virDomainCoreDump(domain: In<'_, Domain>, to: InStr<'_>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainCoreDumpWithFormat(
    domain: In<'_, Domain>,
    to: InStr<'_>,
    dumpformat: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainHasManagedSaveImage(dom: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainManagedSave(dom: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainManagedSaveDefineXML(domain: In<'_, Domain>, dxml: InStr<'_>, flags: c_uint) -> Status {
}

#[entry(stub = "pending")]
fn virDomainManagedSaveGetXMLDesc(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virDomainManagedSaveRemove(dom: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainRestore(conn: In<'_, Connection>, from: InStr<'_>) -> Status {}

#[entry(stub = "pending")]
fn virDomainRestoreFlags(
    conn: In<'_, Connection>,
    from: InStr<'_>,
    dxml: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainRestoreParams(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSave(domain: In<'_, Domain>, to: InStr<'_>) -> Status {}

#[entry(stub = "pending")]
fn virDomainSaveFlags(
    domain: In<'_, Domain>,
    to: InStr<'_>,
    dxml: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSaveImageDefineXML(
    conn: In<'_, Connection>,
    file: InStr<'_>,
    dxml: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSaveImageGetXMLDesc(
    conn: In<'_, Connection>,
    file: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virDomainSaveParams(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}
