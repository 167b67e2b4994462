//! libvirt-host.h: opening and closing, references, what the connection knows about itself and its daemon.
use crate::abi::ctypes::{virConnectCloseFunc, virFreeCallback, virTypedParameter};
use crate::abi::{
    Array, Closed, Count, In, InStr, LentStr, LentText, Number, Out, OwnedStr, Status, Truth, ULong, UserData,
    answered, leave_error,
};
use crate::objects::{Connection, HasDriver, set_close_callback};
use oxivirt::Text;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virConnectRef(conn: In<'_, Connection>) -> Status {
    conn.reference()
}

#[entry]
fn virConnectGetType(conn: In<'_, Connection>) -> LentStr {
    let conn = conn.get()?;
    let kind = conn.kind().map(Text::as_c_str).unwrap_or_else(|error| {
        // As in the stock library: the name of the driver, and the error stays for who looks at it.
        leave_error(&error);
        c"remote"
    });
    Ok(LentText::of(kind))
}

#[entry]
fn virConnectGetVersion(conn: In<'_, Connection>, hv_ver: Out<'_, ULong>) -> Status {
    let conn = conn.get()?;
    let out = hv_ver.get("hvVer")?;
    out.write(ULong::from_wire(conn.ask(|driver, call| Ok(driver.connect_get_version(call)?.hv_ver))?)?);
    Ok(())
}

#[entry]
fn virConnectGetLibVersion(conn: In<'_, Connection>, lib_ver: Out<'_, ULong>) -> Status {
    let conn = conn.get()?;
    let out = lib_ver.get("libVer")?;
    out.write(ULong::from_wire(conn.ask(|driver, call| Ok(driver.connect_get_lib_version(call)?.lib_ver))?)?);
    Ok(())
}

#[entry]
fn virConnectGetHostname(conn: In<'_, Connection>) -> OwnedStr {
    let conn = conn.get()?;
    let mut call = conn.call();
    Ok(conn.driver().connect_get_hostname(&mut call)?.hostname.as_bytes().to_vec())
}

#[entry]
fn virConnectGetURI(conn: In<'_, Connection>) -> OwnedStr {
    Ok(conn.get()?.driver().uri().to_vec())
}

#[entry]
fn virConnectGetSysinfo(conn: In<'_, Connection>, flags: c_uint) -> OwnedStr {
    let conn = conn.get()?;
    let mut call = conn.call();
    let args = remote::ConnectGetSysinfoArgs { flags };
    Ok(conn.driver().connect_get_sysinfo(&mut call, &args)?.sysinfo.as_bytes().to_vec())
}

#[entry]
fn virConnectGetMaxVcpus(conn: In<'_, Connection>, r#type: InStr<'_>) -> Count {
    let conn = conn.get()?;
    let args = remote::ConnectGetMaxVcpusArgs { r#type: r#type.opt().map(Into::into) };
    let reply = conn.ask(|driver, call| driver.connect_get_max_vcpus(call, &args))?;
    answered(reply.max_vcpus, "max_vcpus")
}

#[entry]
fn virConnectGetCapabilities(conn: In<'_, Connection>) -> OwnedStr {
    let conn = conn.get()?;
    let mut call = conn.call();
    let reply = conn.driver().connect_get_capabilities(&mut call)?;
    Ok(reply.capabilities.as_bytes().to_vec())
}

#[entry]
fn virConnectIsAlive(conn: In<'_, Connection>) -> Truth {
    Ok(conn.get()?.driver().is_alive())
}

#[entry]
fn virConnectIsSecure(conn: In<'_, Connection>) -> Truth {
    let conn = conn.get()?;
    let daemon = conn.ask(|driver, call| Ok(driver.connect_is_secure(call)?.secure))? != 0;
    Ok(daemon && conn.driver().io().is_none_or(|io| io.is_secure()))
}

#[entry]
fn virConnectIsEncrypted(conn: In<'_, Connection>) -> Truth {
    let conn = conn.get()?;
    // Asked although the answer is the transport's: a daemon that lost its hypervisor says so here.
    let daemon = conn.ask(|driver, call| Ok(driver.connect_is_secure(call)?.secure))? != 0;
    Ok(daemon && conn.driver().io().is_some_and(|io| io.is_encrypted()))
}

/// 0 when set, 1 when the daemon does not know keepalive.
#[entry]
fn virConnectSetKeepAlive(conn: In<'_, Connection>, interval: c_int, count: c_uint) -> Number {
    let known = conn.get()?.set_keepalive(interval, count)?;
    Ok((!known).into())
}

/// Tells the daemon on whose behalf the calls are made; only root may.
#[entry]
fn virConnectSetIdentity(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let conn = conn.get()?;
    let params = params.to_wire(nparams)?;
    let args = remote::ConnectSetIdentityArgs { params, flags };
    conn.ask(|driver, call| driver.connect_set_identity(call, &args))
}

#[entry]
fn virConnectRegisterCloseCallback(
    conn: In<'_, Connection>,
    cb: virConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
    let conn = conn.get()?;
    let function = Closed::new(cb, "cb")?;
    let close = conn.events().close();
    close.vacant()?;
    if conn.driver().has_close_callback() {
        conn.ask(|driver, call| driver.connect_register_close_callback(call))?;
    }
    set_close_callback(close, conn, function, || UserData::new(opaque, freecb))
}

#[entry]
fn virConnectUnregisterCloseCallback(conn: In<'_, Connection>, cb: virConnectCloseFunc) -> Status {
    let conn = conn.get()?;
    let function = Closed::<Connection>::new(cb, "cb")?;
    // Freeing the data may give up the caller's reference.
    let _alive = conn.counted();
    let close = conn.events().close();
    close.is(function.address())?;
    if conn.driver().has_close_callback() {
        conn.ask(|driver, call| driver.connect_unregister_close_callback(call))?;
    }
    close.clear();
    Ok(())
}
