//! Entry points: qemu.
use crate::abi::ctypes::{virConnectDomainQemuMonitorEventCallback, virFreeCallback};
use crate::abi::{In, InStr, Out, Owned, OwnedStr, Status};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::QEMU;

#[entry(private, stub = "pending")]
fn virConnectDomainQemuMonitorEventDeregister(
    conn: In<'_, Connection>,
    callbackid: c_int,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virConnectDomainQemuMonitorEventRegister(
    conn: In<'_, Connection>,
    dom: In<'_, Domain>,
    event: InStr<'_>,
    cb: virConnectDomainQemuMonitorEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virDomainQemuAgentCommand(
    domain: In<'_, Domain>,
    cmd: InStr<'_>,
    timeout: c_int,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(private, stub = "pending")]
fn virDomainQemuAttach(
    conn: In<'_, Connection>,
    pid_value: c_uint,
    flags: c_uint,
) -> Owned<Domain> {
}

#[entry(private, stub = "pending")]
fn virDomainQemuMonitorCommand(
    domain: In<'_, Domain>,
    cmd: InStr<'_>,
    result: Out<'_, *mut c_char>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virDomainQemuMonitorCommandWithFiles(
    domain: In<'_, Domain>,
    cmd: InStr<'_>,
    ninfiles: c_uint,
    infiles: Out<'_, c_int>,
    noutfiles: Out<'_, c_uint>,
    outfiles: Out<'_, *mut c_int>,
    result: Out<'_, *mut c_char>,
    flags: c_uint,
) -> Status {
}
