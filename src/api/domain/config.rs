//! Entry points: domain, config.
use crate::abi::ctypes::{virSecurityLabel, virTypedParameter};
use crate::abi::{Array, In, InStr, Out, OwnedStr, Status};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virConnectDomainXMLFromNative(
    conn: In<'_, Connection>,
    native_format: InStr<'_>,
    native_config: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virConnectDomainXMLToNative(
    conn: In<'_, Connection>,
    native_format: InStr<'_>,
    domain_xml: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virConnectGetDomainCapabilities(
    conn: In<'_, Connection>,
    emulatorbin: InStr<'_>,
    arch: InStr<'_>,
    machine: InStr<'_>,
    virttype: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virDomainAnnounceInterface(
    dom: In<'_, Domain>,
    device: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainFDAssociate(
    domain: In<'_, Domain>,
    name: InStr<'_>,
    nfds: c_uint,
    fds: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetLaunchSecurityInfo(
    domain: In<'_, Domain>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetMessages(
    domain: In<'_, Domain>,
    msgs: Out<'_, *mut *mut c_char>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetMetadata(
    domain: In<'_, Domain>,
    r#type: c_int,
    uri: InStr<'_>,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virDomainGetOSType(domain: In<'_, Domain>) -> OwnedStr {}

#[entry(stub = "pending")]
fn virDomainGetSchedulerType(domain: In<'_, Domain>, nparams: Out<'_, c_int>) -> OwnedStr {}

#[entry(stub = "pending")]
fn virDomainGetSecurityLabel(
    domain: In<'_, Domain>,
    seclabel: Out<'_, virSecurityLabel>,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetXMLDesc(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virDomainInjectNMI(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSetLaunchSecurityState(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetLifecycleAction(
    domain: In<'_, Domain>,
    r#type: c_uint,
    action: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetMetadata(
    domain: In<'_, Domain>,
    r#type: c_int,
    metadata: InStr<'_>,
    key: InStr<'_>,
    uri: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainStartDirtyRateCalc(domain: In<'_, Domain>, seconds: c_int, flags: c_uint) -> Status {}
