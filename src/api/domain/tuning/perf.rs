//! Performance events of a domain: which hardware and software counters the host keeps for it.
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, In, Out, Status, put_params};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetPerfEvents(
    domain: In<'_, Domain>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let (params, nparams) = (params.get("params")?, nparams.get("nparams")?);
    put_params(&dom.perf_events(flags)?, params, nparams)
}

#[entry]
fn virDomainSetPerfEvents(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    Ok(dom.set_perf_events(&params.settings(nparams)?, flags)?)
}
