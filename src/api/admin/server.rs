//! libvirt-admin.h: the servers of a daemon.
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, Count, In, LentStr, LentText, Out, OutList, Owned, Result, Status, not_negative, put_params};
use crate::objects::{AdmClient, AdmServer};
use oxivirt::TypedParam;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint, c_ulonglong};

#[entry(private)]
fn virAdmServerFree(srv: In<'_, AdmServer>) -> Status {
    if !srv.is_null() {
        drop(srv.release()?);
    }
    Ok(())
}

#[entry(private)]
fn virAdmServerGetClientLimits(
    srv: In<'_, AdmServer>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let srv = srv.get()?;
    let (params, nparams) = (params.get("params")?, nparams.get("nparams")?);
    put_params(&srv.client_limits(flags)?, params, nparams)
}

#[entry(private)]
fn virAdmServerGetName(srv: In<'_, AdmServer>) -> LentStr {
    Ok(LentText::of(srv.get()?.name()))
}

#[entry(private)]
fn virAdmServerGetThreadPoolParameters(
    srv: In<'_, AdmServer>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let srv = srv.get()?;
    let (params, nparams) = (params.get("params")?, nparams.get("nparams")?);
    put_params(&srv.thread_pool_parameters(flags)?, params, nparams)
}

#[entry(private)]
fn virAdmServerListClients(srv: In<'_, AdmServer>, clients: OutList<'_, AdmClient>, flags: c_uint) -> Count {
    clients.give(srv, |srv, wanted| srv.clients(wanted, flags))
}

#[entry(private)]
fn virAdmServerLookupClient(srv: In<'_, AdmServer>, id: c_ulonglong, flags: c_uint) -> Owned<AdmClient> {
    let srv = srv.get()?;
    srv.child(srv.lookup_client(id, flags)?)
}

#[entry(private)]
fn virAdmServerSetClientLimits(
    srv: In<'_, AdmServer>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let srv = srv.get()?;
    Ok(srv.set_client_limits(&settings(params, nparams)?, flags)?)
}

#[entry(private)]
fn virAdmServerSetThreadPoolParameters(
    srv: In<'_, AdmServer>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let srv = srv.get()?;
    Ok(srv.set_thread_pool_parameters(&settings(params, nparams)?, flags)?)
}

/// The caller's settings, of which there may be none.
fn settings<'a>(params: Array<'a, virTypedParameter>, nparams: c_int) -> Result<Vec<TypedParam<'a>>> {
    params.present("params")?;
    not_negative(nparams, "nparams")?;
    params.given(nparams)
}

#[entry(private)]
fn virAdmServerUpdateTlsFiles(srv: In<'_, AdmServer>, flags: c_uint) -> Status {
    Ok(srv.get()?.update_tls_files(flags)?)
}
