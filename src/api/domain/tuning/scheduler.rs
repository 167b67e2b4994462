//! How the host's scheduler treats a domain.
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, CallerParams, In, Out, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetSchedulerParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
) -> Status {
    let dom = domain.get()?;
    let params = CallerParams::with_room(params, nparams)?;
    params.put(&dom.scheduler_parameters_of(params.room())?)
}

#[entry]
fn virDomainGetSchedulerParametersFlags(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let params = CallerParams::with_room(params, nparams)?;
    params.put(&dom.scheduler_parameters_flags_of(params.room(), flags)?)
}

#[entry]
fn virDomainSetSchedulerParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
) -> Status {
    let dom = domain.for_write()?;
    Ok(dom.set_scheduler_parameters(&params.settings_or_none(nparams)?)?)
}

#[entry]
fn virDomainSetSchedulerParametersFlags(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    Ok(dom.set_scheduler_parameters_flags(&params.settings_or_none(nparams)?, flags)?)
}
