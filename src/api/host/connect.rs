//! Entry points: host, connect.
use crate::abi::ctypes::{virConnectAuth, virConnectCloseFunc, virFreeCallback, virTypedParameter};
use crate::abi::{Array, In, InStr, InStrings, LentStr, Out, Owned, OwnedStr, Status};
use crate::objects::Connection;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_ulong, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NONE;

#[entry(stub = "pending")]
fn virConnectBaselineCPU(
    conn: In<'_, Connection>,
    xmlcp_us: InStrings<'_>,
    ncpus: c_uint,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virConnectBaselineHypervisorCPU(
    conn: In<'_, Connection>,
    emulator: InStr<'_>,
    arch: InStr<'_>,
    machine: InStr<'_>,
    virttype: InStr<'_>,
    xmlcp_us: InStrings<'_>,
    ncpus: c_uint,
    flags: c_uint,
) -> OwnedStr {
}

#[entry(stub = "pending")]
fn virConnectClose(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectCompareCPU(conn: In<'_, Connection>, xml_desc: InStr<'_>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virConnectCompareHypervisorCPU(
    conn: In<'_, Connection>,
    emulator: InStr<'_>,
    arch: InStr<'_>,
    machine: InStr<'_>,
    virttype: InStr<'_>,
    xmlcpu: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectGetCPUModelNames(
    conn: In<'_, Connection>,
    arch: InStr<'_>,
    models: Out<'_, *mut *mut c_char>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectGetCapabilities(conn: In<'_, Connection>) -> OwnedStr {}

#[entry(stub = "pending")]
fn virConnectGetHostname(conn: In<'_, Connection>) -> OwnedStr {}

#[entry(stub = "pending")]
fn virConnectGetLibVersion(conn: In<'_, Connection>, lib_ver: Out<'_, c_ulong>) -> Status {}

#[entry(stub = "pending")]
fn virConnectGetMaxVcpus(conn: In<'_, Connection>, r#type: InStr<'_>) -> Status {}

#[entry(stub = "pending")]
fn virConnectGetSysinfo(conn: In<'_, Connection>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virConnectGetType(conn: In<'_, Connection>) -> LentStr {}

#[entry(stub = "pending")]
fn virConnectGetURI(conn: In<'_, Connection>) -> OwnedStr {}

#[entry(stub = "pending")]
fn virConnectGetVersion(conn: In<'_, Connection>, hv_ver: Out<'_, c_ulong>) -> Status {}

#[entry(stub = "pending")]
fn virConnectIsAlive(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectIsEncrypted(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectIsSecure(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectOpen(name: InStr<'_>) -> Owned<Connection> {}

#[entry(stub = "pending")]
fn virConnectOpenAuth(
    name: InStr<'_>,
    auth: Out<'_, virConnectAuth>,
    flags: c_uint,
) -> Owned<Connection> {
}

#[entry(stub = "pending")]
fn virConnectOpenReadOnly(name: InStr<'_>) -> Owned<Connection> {}

#[entry(stub = "pending")]
fn virConnectRef(conn: In<'_, Connection>) -> Status {}

#[entry(stub = "pending")]
fn virConnectRegisterCloseCallback(
    conn: In<'_, Connection>,
    cb: virConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectSetIdentity(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virConnectSetKeepAlive(conn: In<'_, Connection>, interval: c_int, count: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virConnectUnregisterCloseCallback(conn: In<'_, Connection>, cb: virConnectCloseFunc) -> Status {}

#[entry(stub = "pending")]
fn virGetVersion(
    lib_ver: Out<'_, c_ulong>,
    r#type: InStr<'_>,
    type_ver: Out<'_, c_ulong>,
) -> Status {
}

#[entry(stub = "pending")]
fn virInitialize() -> Status {}
