//! Limits of a domain's memory, and the host nodes it comes from.
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, CallerParams, In, Out, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetMemoryParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    CallerParams::new(params, nparams)?.fill(|max| dom.memory_parameters_of(max, flags))
}

#[entry]
fn virDomainSetMemoryParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    Ok(dom.set_memory_parameters(&params.settings(nparams)?, flags)?)
}

#[entry]
fn virDomainGetNumaParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    CallerParams::new(params, nparams)?.fill(|max| dom.numa_parameters_of(max, flags))
}

#[entry]
fn virDomainSetNumaParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    Ok(dom.set_numa_parameters(&params.settings(nparams)?, flags)?)
}
