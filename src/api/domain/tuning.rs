//! Entry points: domain, tuning.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, In, InStr, Out, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virDomainGetBlkioParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetBlockIoTune(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetInterfaceParameters(
    domain: In<'_, Domain>,
    device: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetMemoryParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetNumaParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetSchedulerParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetSchedulerParametersFlags(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetBlkioParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetBlockIoTune(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetInterfaceParameters(
    domain: In<'_, Domain>,
    device: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetMemoryParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetNumaParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetSchedulerParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetSchedulerParametersFlags(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}
