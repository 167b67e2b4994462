//! libvirt-admin.h: the servers of a daemon.
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, Count, In, LentStr, LentText, Out, OutList, Owned, Result, Status, give_params, not_negative};
use crate::objects::{AdmClient, AdmServer, FromWire, HasDriver, call_record};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::admin;
use oxivirt_protocol::remote::{TypedParam, TypedParamValue};
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
    let args = admin::ServerGetClientLimitsArgs { srv: srv.wire(), flags };
    let mut call = call_record();
    let ret = srv.session().admin_server_get_client_limits(&mut call, &args)?;
    give_params(&ret.params, params, nparams)
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
    let args = admin::ServerGetThreadpoolParametersArgs { srv: srv.wire(), flags };
    let mut call = call_record();
    let ret = srv.session().admin_server_get_threadpool_parameters(&mut call, &args)?;
    give_params(&ret.params, params, nparams)
}

#[entry(private)]
fn virAdmServerListClients(srv: In<'_, AdmServer>, clients: OutList<'_, AdmClient>, flags: c_uint) -> Count {
    clients.list(srv, |srv, call, need_results| {
        let args = admin::ServerListClientsArgs { srv: srv.wire(), need_results: need_results.cast_unsigned(), flags };
        let ret = srv.session().admin_server_list_clients(call, &args)?;
        Ok((ret.ret, ret.clients))
    })
}

#[entry(private)]
fn virAdmServerLookupClient(srv: In<'_, AdmServer>, id: c_ulonglong, flags: c_uint) -> Owned<AdmClient> {
    let srv = srv.get()?;
    let args = admin::ServerLookupClientArgs { srv: srv.wire(), id, flags };
    AdmClient::asked(srv, |driver, call| Ok(driver.admin_server_lookup_client(call, &args)?.clnt))
}

#[entry(private)]
fn virAdmServerSetClientLimits(
    srv: In<'_, AdmServer>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let srv = srv.get()?;
    let params = numbers(params, nparams)?;
    let args = admin::ServerSetClientLimitsArgs { srv: srv.wire(), params, flags };
    srv.ask(|driver, call| driver.admin_server_set_client_limits(call, &args))
}

#[entry(private)]
fn virAdmServerSetThreadPoolParameters(
    srv: In<'_, AdmServer>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let srv = srv.get()?;
    let params = numbers(params, nparams)?;
    let args = admin::ServerSetThreadpoolParametersArgs { srv: srv.wire(), params, flags };
    srv.ask(|driver, call| driver.admin_server_set_threadpool_parameters(call, &args))
}

/// The caller's settings for the wire. All of this program's settings are numbers; strings are left out unseen, as
/// daemons expect of clients of every version.
fn numbers<'a>(params: Array<'a, virTypedParameter>, nparams: c_int) -> Result<Vec<TypedParam<'a>>> {
    params.present("params")?;
    not_negative(nparams, "nparams")?;
    let mut wire = params.to_wire(nparams)?;
    wire.retain(|p| !matches!(p.value, TypedParamValue::String(_)));
    Ok(wire)
}

#[entry(private)]
fn virAdmServerUpdateTlsFiles(srv: In<'_, AdmServer>, flags: c_uint) -> Status {
    let srv = srv.get()?;
    let args = admin::ServerUpdateTlsFilesArgs { srv: srv.wire(), flags };
    srv.ask(|driver, call| driver.admin_server_update_tls_files(call, &args))
}
