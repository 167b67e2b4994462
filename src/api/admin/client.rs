//! libvirt-admin.h: the clients connected to a server.
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{In, LongCount, Number, Out, Status, ULongLongId, put_params};
use crate::objects::AdmClient;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint};

#[entry(private)]
fn virAdmClientClose(client: In<'_, AdmClient>, flags: c_uint) -> Status {
    Ok(client.get()?.close(flags)?)
}

#[entry(private)]
fn virAdmClientFree(client: In<'_, AdmClient>) -> Status {
    if !client.is_null() {
        drop(client.release()?);
    }
    Ok(())
}

#[entry(private)]
fn virAdmClientGetID(client: In<'_, AdmClient>) -> ULongLongId {
    Ok(client.get()?.id())
}

#[entry(private)]
fn virAdmClientGetInfo(
    client: In<'_, AdmClient>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let client = client.get()?;
    let (params, nparams) = (params.get("params")?, nparams.get("nparams")?);
    put_params(&client.info(flags)?, params, nparams)
}

#[entry(private)]
fn virAdmClientGetTimestamp(client: In<'_, AdmClient>) -> LongCount {
    Ok(client.get()?.timestamp())
}

#[entry(private)]
fn virAdmClientGetTransport(client: In<'_, AdmClient>) -> Number {
    Ok(client.get()?.transport().cast_signed())
}
