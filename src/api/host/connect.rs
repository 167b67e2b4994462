//! libvirt-host.h: opening and closing, references, what the connection knows about itself and its daemon.
use crate::abi::ctypes::{virConnectCloseFunc, virFreeCallback, virTypedParameter};
use crate::abi::{
    Array, Count, In, InStr, LentStr, LentText, Number, Out, OwnedStr, Status, Truth, ULong, leave_error,
};
use crate::objects::{Connection, clear_close_callback, set_close_callback};
use oxivirt::Text;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
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
    hv_ver.get("hvVer")?.write(ULong::from_wire(conn.version()?)?);
    Ok(())
}

#[entry]
fn virConnectGetLibVersion(conn: In<'_, Connection>, lib_ver: Out<'_, ULong>) -> Status {
    let conn = conn.get()?;
    lib_ver.get("libVer")?.write(ULong::from_wire(conn.lib_version()?)?);
    Ok(())
}

#[entry]
fn virConnectGetHostname(conn: In<'_, Connection>) -> OwnedStr {
    Ok(conn.get()?.hostname()?.into())
}

#[entry]
fn virConnectGetURI(conn: In<'_, Connection>) -> OwnedStr {
    Ok(conn.get()?.uri().into())
}

#[entry]
fn virConnectGetSysinfo(conn: In<'_, Connection>, flags: c_uint) -> OwnedStr {
    Ok(conn.get()?.sysinfo(flags)?.into())
}

#[entry]
fn virConnectGetMaxVcpus(conn: In<'_, Connection>, r#type: InStr<'_>) -> Count {
    Ok(conn.get()?.max_vcpus(r#type.opt())?)
}

#[entry]
fn virConnectGetCapabilities(conn: In<'_, Connection>) -> OwnedStr {
    Ok(conn.get()?.capabilities()?.into())
}

#[entry]
fn virConnectIsAlive(conn: In<'_, Connection>) -> Truth {
    Ok(conn.get()?.is_alive())
}

#[entry]
fn virConnectIsSecure(conn: In<'_, Connection>) -> Truth {
    Ok(conn.get()?.is_secure()?)
}

#[entry]
fn virConnectIsEncrypted(conn: In<'_, Connection>) -> Truth {
    Ok(conn.get()?.is_encrypted()?)
}

/// 0 when set, 1 when the daemon does not know keepalive.
#[entry]
fn virConnectSetKeepAlive(conn: In<'_, Connection>, interval: c_int, count: c_uint) -> Number {
    let known = conn.get()?.set_keepalive(interval, count)?;
    Ok((!known).into())
}

#[entry]
fn virConnectSetIdentity(
    conn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let conn = conn.get()?;
    Ok(conn.set_identity(&params.given(nparams)?, flags)?)
}

#[entry]
fn virConnectRegisterCloseCallback(
    conn: In<'_, Connection>,
    cb: virConnectCloseFunc,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
    set_close_callback(conn, cb, (opaque, freecb), |conn, identity, make| conn.register_close_callback(identity, make))
}

#[entry]
fn virConnectUnregisterCloseCallback(conn: In<'_, Connection>, cb: virConnectCloseFunc) -> Status {
    clear_close_callback(conn, cb, |conn, identity| conn.unregister_close_callback(identity))
}
