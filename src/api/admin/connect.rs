//! libvirt-admin.h: connections to a daemon's admin socket, and the daemon as a whole.
use super::FROM;
use crate::abi::ctypes::{LIBVIR_VERSION_NUMBER, virAdmConnectCloseFunc, virFreeCallback};
use crate::abi::{Count, Fault, In, InStr, Out, OutList, Owned, OwnedStr, Status, Truth, initialise};
use crate::objects::{AdmConnection, AdmServer, clear_close_callback, open_admin, set_close_callback};
use oxivirt_entry_macro::entry;
use std::ffi::{c_uint, c_ulonglong, c_void};

#[entry(private)]
fn virAdmConnectClose(conn: In<'_, AdmConnection>) -> Truth {
    if conn.is_null() {
        return Ok(false);
    }
    // Servers and clients of the connection keep it open: 1 tells that somebody still has it.
    Ok(!conn.release()?.was_last())
}

#[entry(private)]
fn virAdmConnectDaemonShutdown(conn: In<'_, AdmConnection>, flags: c_uint) -> Status {
    Ok(conn.get()?.daemon_shutdown(flags)?)
}

#[entry(private)]
fn virAdmConnectGetLibVersion(conn: In<'_, AdmConnection>, lib_ver: Out<'_, c_ulonglong>) -> Status {
    let conn = conn.get()?;
    lib_ver.get("libVer")?.put(conn.lib_version())
}

#[entry(private)]
fn virAdmConnectGetURI(conn: In<'_, AdmConnection>) -> OwnedStr {
    Ok(conn.get()?.uri().into())
}

#[entry(private)]
fn virAdmConnectIsAlive(conn: In<'_, AdmConnection>) -> Truth {
    Ok(!conn.is_null() && conn.get()?.is_alive())
}

#[entry(private)]
fn virAdmConnectListServers(conn: In<'_, AdmConnection>, servers: OutList<'_, AdmServer>, flags: c_uint) -> Count {
    servers.give(conn, |conn, wanted| conn.servers(wanted, flags))
}

#[entry(private)]
fn virAdmConnectLookupServer(conn: In<'_, AdmConnection>, name: InStr<'_>, flags: c_uint) -> Owned<AdmServer> {
    let conn = conn.get()?;
    conn.child(conn.lookup_server(name.get("name")?, flags)?)
}

#[entry(private)]
fn virAdmConnectOpen(name: InStr<'_>, flags: c_uint) -> Owned<AdmConnection> {
    initialise()?;
    open_admin(name.opt(), flags)
}

#[entry(private)]
fn virAdmConnectRef(conn: In<'_, AdmConnection>) -> Status {
    conn.reference()
}

#[entry(private)]
fn virAdmConnectRegisterCloseCallback(
    conn: In<'_, AdmConnection>,
    cb: virAdmConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
    set_close_callback(conn, cb, (opaque, freecb), |conn, identity, make| conn.register_close_callback(identity, make))
}

#[entry(private)]
fn virAdmConnectSetDaemonTimeout(conn: In<'_, AdmConnection>, timeout: c_uint, flags: c_uint) -> Status {
    Ok(conn.get()?.set_daemon_timeout(timeout, flags)?)
}

#[entry(private)]
fn virAdmConnectUnregisterCloseCallback(conn: In<'_, AdmConnection>, cb: virAdmConnectCloseFunc) -> Status {
    clear_close_callback(conn, cb, |conn, identity| conn.unregister_close_callback(identity))
}

#[entry(private)]
fn virAdmGetVersion(lib_ver: Out<'_, c_ulonglong>) -> Status {
    initialise()?;
    if lib_ver.is_null() {
        return Err(Fault::unexplained());
    }
    lib_ver.write(LIBVIR_VERSION_NUMBER.into());
    Ok(())
}

#[entry(private, keep_error)]
fn virAdmInitialize() -> Status {
    initialise()
}
