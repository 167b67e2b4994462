//! libvirt-admin.h: connections to a daemon's admin socket, and the daemon as a whole.
use super::FROM;
use crate::abi::ctypes::{LIBVIR_VERSION_NUMBER, virAdmConnectCloseFunc, virFreeCallback};
use crate::abi::{Closed, Count, Fault, In, InStr, Out, OutList, Owned, OwnedStr, Status, Truth, UserData, initialise};
use crate::objects::{AdmConnection, AdmServer, FromWire, HasDriver, open_admin, set_close_callback};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::admin;
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
    let conn = conn.get()?;
    let args = admin::ConnectDaemonShutdownArgs { flags };
    conn.ask(|driver, call| driver.admin_connect_daemon_shutdown(call, &args))
}

#[entry(private)]
fn virAdmConnectGetLibVersion(conn: In<'_, AdmConnection>, lib_ver: Out<'_, c_ulonglong>) -> Status {
    let conn = conn.get()?;
    let lib_ver = lib_ver.get("libVer")?;
    lib_ver.write(conn.ask(|driver, call| Ok(driver.admin_connect_get_lib_version(call)?.lib_ver))?);
    Ok(())
}

#[entry(private)]
fn virAdmConnectGetURI(conn: In<'_, AdmConnection>) -> OwnedStr {
    Ok(conn.get()?.driver().uri().to_vec())
}

#[entry(private)]
fn virAdmConnectIsAlive(conn: In<'_, AdmConnection>) -> Truth {
    if conn.is_null() {
        return Ok(false);
    }
    Ok(conn.get()?.driver().is_alive())
}

#[entry(private)]
fn virAdmConnectListServers(conn: In<'_, AdmConnection>, servers: OutList<'_, AdmServer>, flags: c_uint) -> Count {
    servers.list(conn, |conn, call, need_results| {
        let args = admin::ConnectListServersArgs { need_results: need_results.cast_unsigned(), flags };
        let ret = conn.driver().admin_connect_list_servers(call, &args)?;
        Ok((ret.ret, ret.servers))
    })
}

#[entry(private)]
fn virAdmConnectLookupServer(conn: In<'_, AdmConnection>, name: InStr<'_>, flags: c_uint) -> Owned<AdmServer> {
    let conn = conn.get()?;
    let args = admin::ConnectLookupServerArgs { name: name.get("name")?.into(), flags };
    AdmServer::asked(conn, |driver, call| Ok(driver.admin_connect_lookup_server(call, &args)?.srv))
}

#[entry(private)]
fn virAdmConnectOpen(name: InStr<'_>, flags: c_uint) -> Owned<AdmConnection> {
    initialise()?;
    let driver = oxivirt_open::open_admin(name.opt().map(|n| n.to_bytes()), flags)?;
    open_admin(driver)
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
    let conn = conn.get()?;
    let function = Closed::new(cb, "cb")?;
    conn.on_close().vacant()?;
    set_close_callback(conn.on_close(), conn, function, || UserData::new(opaque, freecb))
}

#[entry(private)]
fn virAdmConnectSetDaemonTimeout(conn: In<'_, AdmConnection>, timeout: c_uint, flags: c_uint) -> Status {
    let conn = conn.get()?;
    let args = admin::ConnectSetDaemonTimeoutArgs { timeout, flags };
    conn.ask(|driver, call| driver.admin_connect_set_daemon_timeout(call, &args))
}

#[entry(private)]
fn virAdmConnectUnregisterCloseCallback(conn: In<'_, AdmConnection>, cb: virAdmConnectCloseFunc) -> Status {
    let conn = conn.get()?;
    let function = Closed::<AdmConnection>::new(cb, "cb")?;
    // Freeing the data may give up the caller's reference.
    let _alive = conn.counted();
    conn.on_close().is(function.address())?;
    conn.on_close().clear();
    Ok(())
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
