//! libvirt.h: initialisation, the library's version, opening and closing connections.
use crate::abi::ctypes::{LIBVIR_VERSION_NUMBER, VIR_CONNECT_RO, virConnectAuth};
use crate::abi::{self, In, InStr, Number, Out, Owned, Status, ULong};
use crate::objects::{Connection, open};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_open::Credentials;
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NONE;

#[entry(start)]
fn virInitialize() -> Status {
    abi::initialise()
}

#[entry(start)]
fn virGetVersion(lib_ver: Out<'_, ULong>, r#type: InStr<'_>, type_ver: Out<'_, ULong>) -> Status {
    let _ = r#type;
    abi::initialise()?;
    if lib_ver.is_null() {
        let text = message!("An error occurred, but the cause is unknown");
        return Err(Error::raw(FROM, ErrorCode::INTERNAL_ERROR, text).into());
    }
    lib_ver.write(LIBVIR_VERSION_NUMBER.into());
    type_ver.write(LIBVIR_VERSION_NUMBER.into());
    Ok(())
}

#[entry(start)]
fn virConnectOpen(name: InStr<'_>) -> Owned<Connection> {
    open(name.opt(), 0, None)
}

#[entry(start)]
fn virConnectOpenReadOnly(name: InStr<'_>) -> Owned<Connection> {
    open(name.opt(), VIR_CONNECT_RO, None)
}

#[entry(start)]
fn virConnectOpenAuth(name: InStr<'_>, auth: Out<'_, virConnectAuth>, flags: c_uint) -> Owned<Connection> {
    let mut auth = abi::CallerAuth::new(auth);
    let credentials = auth.as_mut().map(|auth| auth as &mut dyn Credentials);
    open(name.opt(), flags, credentials)
}

/// 0 when this was the last reference, 1 when others remain.
#[entry(start)]
fn virConnectClose(conn: In<'_, Connection>) -> Number {
    let last = conn.release()?.was_last();
    Ok((!last).into())
}
