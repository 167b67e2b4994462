//! Entry points: domain, guest.
use crate::abi::ctypes::{virDomainFSInfo, virDomainInterface, virTypedParameter};
use crate::abi::{In, InStr, InStrings, Out, OwnedStr, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "pending")]
fn virDomainAgentSetResponseTimeout(
    domain: In<'_, Domain>,
    timeout: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainAuthorizedSSHKeysGet(
    domain: In<'_, Domain>,
    user: InStr<'_>,
    keys: Out<'_, *mut *mut c_char>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainAuthorizedSSHKeysSet(
    domain: In<'_, Domain>,
    user: InStr<'_>,
    keys: InStrings<'_>,
    nkeys: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainFSFreeze(
    dom: In<'_, Domain>,
    mountpoints: InStrings<'_>,
    nmountpoints: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainFSInfoFree(info: Out<'_, virDomainFSInfo>) {}

#[entry(stub = "pending")]
fn virDomainFSThaw(
    dom: In<'_, Domain>,
    mountpoints: InStrings<'_>,
    nmountpoints: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainFSTrim(
    dom: In<'_, Domain>,
    mount_point: InStr<'_>,
    minimum: c_ulonglong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetFSInfo(
    dom: In<'_, Domain>,
    info: Out<'_, *mut *mut virDomainFSInfo>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetGuestInfo(
    domain: In<'_, Domain>,
    types: c_uint,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainGetHostname(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virDomainGetTime(
    dom: In<'_, Domain>,
    seconds: Out<'_, c_longlong>,
    nseconds: Out<'_, c_uint>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainInterfaceAddresses(
    dom: In<'_, Domain>,
    ifaces: Out<'_, *mut *mut virDomainInterface>,
    source: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainInterfaceFree(iface: Out<'_, virDomainInterface>) {}

#[entry(stub = "pending")]
fn virDomainPMSuspendForDuration(
    dom: In<'_, Domain>,
    target: c_uint,
    duration: c_ulonglong,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainPMWakeup(dom: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSetTime(
    dom: In<'_, Domain>,
    seconds: c_longlong,
    nseconds: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSetUserPassword(
    dom: In<'_, Domain>,
    user: InStr<'_>,
    password: InStr<'_>,
    flags: c_uint,
) -> Status {
}
