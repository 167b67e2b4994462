//! Limits of a domain's memory, and the host nodes it comes from.
use super::super::checks::{one_impact, settings};
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, CallerParams, In, Out, Status, answered, positive};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetMemoryParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let params = CallerParams::new(params, nparams)?;
    let flags = dom.conn().with_strings(flags)?;
    one_impact(flags)?;
    let args = remote::DomainGetMemoryParametersArgs { dom: dom.wire(), nparams: params.room(), flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_memory_parameters(&mut call, &args)?;
    let supported = answered(ret.nparams, "nparams")?;
    params.store(&ret.params, supported)
}

#[entry]
fn virDomainSetMemoryParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    params.present("params")?;
    positive(nparams, "nparams")?;
    let params = settings(dom, params, nparams)?;
    let args = remote::DomainSetMemoryParametersArgs { dom: dom.wire(), params, flags };
    dom.ask(|driver, call| driver.domain_set_memory_parameters(call, &args))
}

#[entry]
fn virDomainGetNumaParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let params = CallerParams::new(params, nparams)?;
    let flags = dom.conn().with_strings(flags)?;
    let args = remote::DomainGetNumaParametersArgs { dom: dom.wire(), nparams: params.room(), flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_numa_parameters(&mut call, &args)?;
    let supported = answered(ret.nparams, "nparams")?;
    params.store(&ret.params, supported)
}

#[entry]
fn virDomainSetNumaParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    params.present("params")?;
    positive(nparams, "nparams")?;
    let params = settings(dom, params, nparams)?;
    let args = remote::DomainSetNumaParametersArgs { dom: dom.wire(), params, flags };
    dom.ask(|driver, call| driver.domain_set_numa_parameters(call, &args))
}
