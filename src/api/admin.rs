//! Entry points: admin.
use crate::abi::ctypes::{virAdmConnectCloseFunc, virFreeCallback, virTypedParameter};
use crate::abi::{
    Array, In, InStr, LentStr, LongCount, Out, OutList, Owned, OwnedStr, Status, ULongLongOrZero,
};
use crate::objects::{AdmClient, AdmConnection, AdmServer};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint, c_ulonglong, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::ADMIN;

#[entry(private, stub = "pending")]
fn virAdmClientClose(client: In<'_, AdmClient>, flags: c_uint) -> Status {}

#[entry(private, stub = "pending")]
fn virAdmClientFree(client: In<'_, AdmClient>) -> Status {}

#[entry(private, stub = "pending")]
fn virAdmClientGetID(client: In<'_, AdmClient>) -> ULongLongOrZero {}

#[entry(private, stub = "pending")]
fn virAdmClientGetInfo(
    client: In<'_, AdmClient>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmClientGetTimestamp(client: In<'_, AdmClient>) -> LongCount {}

#[entry(private, stub = "pending")]
fn virAdmClientGetTransport(client: In<'_, AdmClient>) -> Status {}

#[entry(private, stub = "pending")]
fn virAdmConnectClose(conn: In<'_, AdmConnection>) -> Status {}

#[entry(private, stub = "pending")]
fn virAdmConnectDaemonShutdown(conn: In<'_, AdmConnection>, flags: c_uint) -> Status {}

#[entry(private, stub = "pending")]
fn virAdmConnectGetLibVersion(
    conn: In<'_, AdmConnection>,
    lib_ver: Out<'_, c_ulonglong>,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmConnectGetLoggingFilters(
    conn: In<'_, AdmConnection>,
    filters: Out<'_, *mut c_char>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmConnectGetLoggingOutputs(
    conn: In<'_, AdmConnection>,
    outputs: Out<'_, *mut c_char>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmConnectGetURI(conn: In<'_, AdmConnection>) -> OwnedStr {}

#[entry(private, stub = "pending")]
fn virAdmConnectIsAlive(conn: In<'_, AdmConnection>) -> Status {}

#[entry(private, stub = "pending")]
fn virAdmConnectListServers(
    conn: In<'_, AdmConnection>,
    servers: OutList<'_, AdmServer>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmConnectLookupServer(
    conn: In<'_, AdmConnection>,
    name: InStr<'_>,
    flags: c_uint,
) -> Owned<AdmServer> {
}

#[entry(private, stub = "pending")]
fn virAdmConnectOpen(name: InStr<'_>, flags: c_uint) -> Owned<AdmConnection> {}

#[entry(private, stub = "pending")]
fn virAdmConnectRef(conn: In<'_, AdmConnection>) -> Status {}

#[entry(private, stub = "pending")]
fn virAdmConnectRegisterCloseCallback(
    conn: In<'_, AdmConnection>,
    cb: virAdmConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmConnectSetDaemonTimeout(
    conn: In<'_, AdmConnection>,
    timeout: c_uint,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmConnectSetLoggingFilters(
    conn: In<'_, AdmConnection>,
    filters: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmConnectSetLoggingOutputs(
    conn: In<'_, AdmConnection>,
    outputs: InStr<'_>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmConnectUnregisterCloseCallback(
    conn: In<'_, AdmConnection>,
    cb: virAdmConnectCloseFunc,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmGetVersion(lib_ver: Out<'_, c_ulonglong>) -> Status {}

#[entry(private, stub = "pending")]
fn virAdmInitialize() -> Status {}

#[entry(private, stub = "pending")]
fn virAdmServerFree(srv: In<'_, AdmServer>) -> Status {}

#[entry(private, stub = "pending")]
fn virAdmServerGetClientLimits(
    srv: In<'_, AdmServer>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmServerGetName(srv: In<'_, AdmServer>) -> LentStr {}

#[entry(private, stub = "pending")]
fn virAdmServerGetThreadPoolParameters(
    srv: In<'_, AdmServer>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmServerListClients(
    srv: In<'_, AdmServer>,
    clients: OutList<'_, AdmClient>,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmServerLookupClient(
    srv: In<'_, AdmServer>,
    id: c_ulonglong,
    flags: c_uint,
) -> Owned<AdmClient> {
}

#[entry(private, stub = "pending")]
fn virAdmServerSetClientLimits(
    srv: In<'_, AdmServer>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmServerSetThreadPoolParameters(
    srv: In<'_, AdmServer>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(private, stub = "pending")]
fn virAdmServerUpdateTlsFiles(srv: In<'_, AdmServer>, flags: c_uint) -> Status {}
