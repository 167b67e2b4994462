//! Entry points: domain, block.
use crate::abi::ctypes::{virDomainBlockJobInfo, virTypedParameter};
use crate::abi::{Array, In, InStr, Out, OwnedStr, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint, c_ulong, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virDomainBackupBegin(
    domain: In<'_, Domain>,
    backupxml: InStr<'_>,
    checkpointxml: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainBackupGetXMLDesc(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virDomainBlockCommit(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    base: InStr<'_>,
    top: InStr<'_>,
    bandwidth: c_ulong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainBlockCopy(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    destxml: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainBlockJobAbort(dom: In<'_, Domain>, disk: InStr<'_>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainBlockJobSetSpeed(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    bandwidth: c_ulong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainBlockPull(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    bandwidth: c_ulong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainBlockRebase(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    base: InStr<'_>,
    bandwidth: c_ulong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainBlockResize(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    size: c_ulonglong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainDelThrottleGroup(dom: In<'_, Domain>, group: InStr<'_>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainGetBlockJobInfo(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    info: Out<'_, virDomainBlockJobInfo>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetBlockThreshold(
    domain: In<'_, Domain>,
    dev: InStr<'_>,
    threshold: c_ulonglong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetThrottleGroup(
    dom: In<'_, Domain>,
    group: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}
