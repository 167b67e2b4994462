//! `libvirt-admin.so.0`: every symbol jumps to its twin in libvirt.so.0, which holds the handles and the driver.
#![expect(unsafe_code, reason = "C symbols that call C symbols")]

use std::arch::global_asm;
use std::ffi::{c_int, c_uint, c_ulonglong, c_void};

unsafe extern "C-unwind" {
    fn oxivirt_virAdmClientClose(client: *mut c_void, flags: c_uint) -> c_int;
    fn oxivirt_virAdmClientFree(client: *mut c_void) -> c_int;
    fn oxivirt_virAdmClientGetID(client: *mut c_void) -> *mut c_void;
    fn oxivirt_virAdmClientGetInfo(
        client: *mut c_void,
        params: *mut c_void,
        nparams: *mut c_void,
        flags: c_uint,
    ) -> c_int;
    fn oxivirt_virAdmClientGetTimestamp(client: *mut c_void) -> *mut c_void;
    fn oxivirt_virAdmClientGetTransport(client: *mut c_void) -> c_int;
    fn oxivirt_virAdmConnectClose(conn: *mut c_void) -> c_int;
    fn oxivirt_virAdmConnectDaemonShutdown(conn: *mut c_void, flags: c_uint) -> c_int;
    fn oxivirt_virAdmConnectGetLibVersion(conn: *mut c_void, lib_ver: *mut c_void) -> c_int;
    fn oxivirt_virAdmConnectGetLoggingFilters(conn: *mut c_void, filters: *mut c_void, flags: c_uint) -> c_int;
    fn oxivirt_virAdmConnectGetLoggingOutputs(conn: *mut c_void, outputs: *mut c_void, flags: c_uint) -> c_int;
    fn oxivirt_virAdmConnectGetURI(conn: *mut c_void) -> *mut c_void;
    fn oxivirt_virAdmConnectIsAlive(conn: *mut c_void) -> c_int;
    fn oxivirt_virAdmConnectListServers(conn: *mut c_void, servers: *mut c_void, flags: c_uint) -> c_int;
    fn oxivirt_virAdmConnectLookupServer(conn: *mut c_void, name: *mut c_void, flags: c_uint) -> *mut c_void;
    fn oxivirt_virAdmConnectOpen(name: *mut c_void, flags: c_uint) -> *mut c_void;
    fn oxivirt_virAdmConnectRef(conn: *mut c_void) -> c_int;
    fn oxivirt_virAdmConnectRegisterCloseCallback(
        conn: *mut c_void,
        cb: *mut c_void,
        opaque: *mut c_void,
        freecb: *mut c_void,
    ) -> c_int;
    fn oxivirt_virAdmConnectSetDaemonTimeout(conn: *mut c_void, timeout: c_uint, flags: c_uint) -> c_int;
    fn oxivirt_virAdmConnectSetLoggingFilters(conn: *mut c_void, filters: *mut c_void, flags: c_uint) -> c_int;
    fn oxivirt_virAdmConnectSetLoggingOutputs(conn: *mut c_void, outputs: *mut c_void, flags: c_uint) -> c_int;
    fn oxivirt_virAdmConnectUnregisterCloseCallback(conn: *mut c_void, cb: *mut c_void) -> c_int;
    fn oxivirt_virAdmGetVersion(lib_ver: *mut c_void) -> c_int;
    fn oxivirt_virAdmInitialize() -> c_int;
    fn oxivirt_virAdmServerFree(srv: *mut c_void) -> c_int;
    fn oxivirt_virAdmServerGetClientLimits(
        srv: *mut c_void,
        params: *mut c_void,
        nparams: *mut c_void,
        flags: c_uint,
    ) -> c_int;
    fn oxivirt_virAdmServerGetName(srv: *mut c_void) -> *mut c_void;
    fn oxivirt_virAdmServerGetThreadPoolParameters(
        srv: *mut c_void,
        params: *mut c_void,
        nparams: *mut c_void,
        flags: c_uint,
    ) -> c_int;
    fn oxivirt_virAdmServerListClients(srv: *mut c_void, clients: *mut c_void, flags: c_uint) -> c_int;
    fn oxivirt_virAdmServerLookupClient(srv: *mut c_void, id: c_ulonglong, flags: c_uint) -> *mut c_void;
    fn oxivirt_virAdmServerSetClientLimits(
        srv: *mut c_void,
        params: *mut c_void,
        nparams: c_int,
        flags: c_uint,
    ) -> c_int;
    fn oxivirt_virAdmServerSetThreadPoolParameters(
        srv: *mut c_void,
        params: *mut c_void,
        nparams: c_int,
        flags: c_uint,
    ) -> c_int;
    fn oxivirt_virAdmServerUpdateTlsFiles(srv: *mut c_void, flags: c_uint) -> c_int;
}

global_asm!(".symver virAdmClientClose, virAdmClientClose@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmClientClose(client: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmClientClose(client, flags) }
}

global_asm!(".symver virAdmClientFree, virAdmClientFree@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmClientFree(client: *mut c_void) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmClientFree(client) }
}

global_asm!(".symver virAdmClientGetID, virAdmClientGetID@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmClientGetID(client: *mut c_void) -> *mut c_void {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmClientGetID(client) }
}

global_asm!(".symver virAdmClientGetInfo, virAdmClientGetInfo@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmClientGetInfo(
    client: *mut c_void,
    params: *mut c_void,
    nparams: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmClientGetInfo(client, params, nparams, flags) }
}

global_asm!(".symver virAdmClientGetTimestamp, virAdmClientGetTimestamp@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmClientGetTimestamp(client: *mut c_void) -> *mut c_void {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmClientGetTimestamp(client) }
}

global_asm!(".symver virAdmClientGetTransport, virAdmClientGetTransport@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmClientGetTransport(client: *mut c_void) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmClientGetTransport(client) }
}

global_asm!(".symver virAdmConnectClose, virAdmConnectClose@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectClose(conn: *mut c_void) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectClose(conn) }
}

global_asm!(".symver virAdmConnectDaemonShutdown, virAdmConnectDaemonShutdown@@@LIBVIRT_ADMIN_11.2.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectDaemonShutdown(conn: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectDaemonShutdown(conn, flags) }
}

global_asm!(".symver virAdmConnectGetLibVersion, virAdmConnectGetLibVersion@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectGetLibVersion(conn: *mut c_void, lib_ver: *mut c_void) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectGetLibVersion(conn, lib_ver) }
}

global_asm!(".symver virAdmConnectGetLoggingFilters, virAdmConnectGetLoggingFilters@@@LIBVIRT_ADMIN_3.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectGetLoggingFilters(conn: *mut c_void, filters: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectGetLoggingFilters(conn, filters, flags) }
}

global_asm!(".symver virAdmConnectGetLoggingOutputs, virAdmConnectGetLoggingOutputs@@@LIBVIRT_ADMIN_3.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectGetLoggingOutputs(conn: *mut c_void, outputs: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectGetLoggingOutputs(conn, outputs, flags) }
}

global_asm!(".symver virAdmConnectGetURI, virAdmConnectGetURI@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectGetURI(conn: *mut c_void) -> *mut c_void {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectGetURI(conn) }
}

global_asm!(".symver virAdmConnectIsAlive, virAdmConnectIsAlive@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectIsAlive(conn: *mut c_void) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectIsAlive(conn) }
}

global_asm!(".symver virAdmConnectListServers, virAdmConnectListServers@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectListServers(conn: *mut c_void, servers: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectListServers(conn, servers, flags) }
}

global_asm!(".symver virAdmConnectLookupServer, virAdmConnectLookupServer@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectLookupServer(conn: *mut c_void, name: *mut c_void, flags: c_uint) -> *mut c_void {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectLookupServer(conn, name, flags) }
}

global_asm!(".symver virAdmConnectOpen, virAdmConnectOpen@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectOpen(name: *mut c_void, flags: c_uint) -> *mut c_void {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectOpen(name, flags) }
}

global_asm!(".symver virAdmConnectRef, virAdmConnectRef@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectRef(conn: *mut c_void) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectRef(conn) }
}

global_asm!(".symver virAdmConnectRegisterCloseCallback, virAdmConnectRegisterCloseCallback@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectRegisterCloseCallback(
    conn: *mut c_void,
    cb: *mut c_void,
    opaque: *mut c_void,
    freecb: *mut c_void,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectRegisterCloseCallback(conn, cb, opaque, freecb) }
}

global_asm!(".symver virAdmConnectSetDaemonTimeout, virAdmConnectSetDaemonTimeout@@@LIBVIRT_ADMIN_8.6.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectSetDaemonTimeout(conn: *mut c_void, timeout: c_uint, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectSetDaemonTimeout(conn, timeout, flags) }
}

global_asm!(".symver virAdmConnectSetLoggingFilters, virAdmConnectSetLoggingFilters@@@LIBVIRT_ADMIN_3.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectSetLoggingFilters(conn: *mut c_void, filters: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectSetLoggingFilters(conn, filters, flags) }
}

global_asm!(".symver virAdmConnectSetLoggingOutputs, virAdmConnectSetLoggingOutputs@@@LIBVIRT_ADMIN_3.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectSetLoggingOutputs(conn: *mut c_void, outputs: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectSetLoggingOutputs(conn, outputs, flags) }
}

global_asm!(".symver virAdmConnectUnregisterCloseCallback, virAdmConnectUnregisterCloseCallback@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmConnectUnregisterCloseCallback(conn: *mut c_void, cb: *mut c_void) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmConnectUnregisterCloseCallback(conn, cb) }
}

global_asm!(".symver virAdmGetVersion, virAdmGetVersion@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmGetVersion(lib_ver: *mut c_void) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmGetVersion(lib_ver) }
}

global_asm!(".symver virAdmInitialize, virAdmInitialize@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmInitialize() -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmInitialize() }
}

global_asm!(".symver virAdmServerFree, virAdmServerFree@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmServerFree(srv: *mut c_void) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmServerFree(srv) }
}

global_asm!(".symver virAdmServerGetClientLimits, virAdmServerGetClientLimits@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmServerGetClientLimits(
    srv: *mut c_void,
    params: *mut c_void,
    nparams: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmServerGetClientLimits(srv, params, nparams, flags) }
}

global_asm!(".symver virAdmServerGetName, virAdmServerGetName@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmServerGetName(srv: *mut c_void) -> *mut c_void {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmServerGetName(srv) }
}

global_asm!(".symver virAdmServerGetThreadPoolParameters, virAdmServerGetThreadPoolParameters@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmServerGetThreadPoolParameters(
    srv: *mut c_void,
    params: *mut c_void,
    nparams: *mut c_void,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmServerGetThreadPoolParameters(srv, params, nparams, flags) }
}

global_asm!(".symver virAdmServerListClients, virAdmServerListClients@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmServerListClients(srv: *mut c_void, clients: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmServerListClients(srv, clients, flags) }
}

global_asm!(".symver virAdmServerLookupClient, virAdmServerLookupClient@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmServerLookupClient(srv: *mut c_void, id: c_ulonglong, flags: c_uint) -> *mut c_void {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmServerLookupClient(srv, id, flags) }
}

global_asm!(".symver virAdmServerSetClientLimits, virAdmServerSetClientLimits@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmServerSetClientLimits(
    srv: *mut c_void,
    params: *mut c_void,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmServerSetClientLimits(srv, params, nparams, flags) }
}

global_asm!(".symver virAdmServerSetThreadPoolParameters, virAdmServerSetThreadPoolParameters@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmServerSetThreadPoolParameters(
    srv: *mut c_void,
    params: *mut c_void,
    nparams: c_int,
    flags: c_uint,
) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmServerSetThreadPoolParameters(srv, params, nparams, flags) }
}

global_asm!(".symver virAdmServerUpdateTlsFiles, virAdmServerUpdateTlsFiles@@@LIBVIRT_ADMIN_2.0.0");
#[unsafe(no_mangle)]
extern "C-unwind" fn virAdmServerUpdateTlsFiles(srv: *mut c_void, flags: c_uint) -> c_int {
    // SAFETY: the C contract of the function passes through unchanged.
    unsafe { oxivirt_virAdmServerUpdateTlsFiles(srv, flags) }
}
