//! Entry points: domain, migrate.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, In, InStr, Owned, Status};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_uint, c_ulong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "migration")]
fn virDomainMigrate(
    domain: In<'_, Domain>,
    dconn: In<'_, Connection>,
    flags: c_ulong,
    dname: InStr<'_>,
    uri: InStr<'_>,
    bandwidth: c_ulong,
) -> Owned<Domain> {
}

#[entry(stub = "migration")]
fn virDomainMigrate2(
    domain: In<'_, Domain>,
    dconn: In<'_, Connection>,
    dxml: InStr<'_>,
    flags: c_ulong,
    dname: InStr<'_>,
    uri: InStr<'_>,
    bandwidth: c_ulong,
) -> Owned<Domain> {
}

#[entry(stub = "migration")]
fn virDomainMigrate3(
    domain: In<'_, Domain>,
    dconn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_uint,
    flags: c_uint,
) -> Owned<Domain> {
}

#[entry(stub = "migration")]
fn virDomainMigrateToURI(
    domain: In<'_, Domain>,
    duri: InStr<'_>,
    flags: c_ulong,
    dname: InStr<'_>,
    bandwidth: c_ulong,
) -> Status {
}

#[entry(stub = "migration")]
fn virDomainMigrateToURI2(
    domain: In<'_, Domain>,
    dconnuri: InStr<'_>,
    miguri: InStr<'_>,
    dxml: InStr<'_>,
    flags: c_ulong,
    dname: InStr<'_>,
    bandwidth: c_ulong,
) -> Status {
}

#[entry(stub = "migration")]
fn virDomainMigrateToURI3(
    domain: In<'_, Domain>,
    dconnuri: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_uint,
    flags: c_uint,
) -> Status {
}
