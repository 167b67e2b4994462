//! How the host's scheduler treats a domain.
use super::super::checks::{one_impact, settings};
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, CallerParams, Fault, In, Out, Result, Rule, Status, not_negative, positive};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetSchedulerParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
) -> Status {
    let dom = domain.get()?;
    let params = room(params, nparams)?;
    let args = remote::DomainGetSchedulerParametersArgs { dom: dom.wire(), nparams: params.room() };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_scheduler_parameters(&mut call, &args)?;
    params.store_all(&ret.params)
}

#[entry]
fn virDomainGetSchedulerParametersFlags(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let params = room(params, nparams)?;
    let flags = dom.conn().with_strings(flags)?;
    one_impact(flags)?;
    let args = remote::DomainGetSchedulerParametersFlagsArgs { dom: dom.wire(), nparams: params.room(), flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_scheduler_parameters_flags(&mut call, &args)?;
    params.store_all(&ret.params)
}

/// These getters do not tell the number of parameters: virDomainGetSchedulerType() does, so there must be room.
fn room<'a>(params: Array<'a, virTypedParameter>, nparams: Out<'a, c_int>) -> Result<CallerParams<'a>> {
    params.present("params")?;
    let missing = Fault::Argument("nparams", Rule::NotNull);
    positive(nparams.read().ok_or(missing)?, "*nparams")?;
    CallerParams::new(params, nparams)
}

#[entry]
fn virDomainSetSchedulerParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
) -> Status {
    let dom = domain.for_write()?;
    params.present("params")?;
    not_negative(nparams, "nparams")?;
    let params = settings(dom, params, nparams)?;
    let args = remote::DomainSetSchedulerParametersArgs { dom: dom.wire(), params };
    dom.ask(|driver, call| driver.domain_set_scheduler_parameters(call, &args))
}

#[entry]
fn virDomainSetSchedulerParametersFlags(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    params.present("params")?;
    not_negative(nparams, "nparams")?;
    let params = settings(dom, params, nparams)?;
    let args = remote::DomainSetSchedulerParametersFlagsArgs { dom: dom.wire(), params, flags };
    dom.ask(|driver, call| driver.domain_set_scheduler_parameters_flags(call, &args))
}
