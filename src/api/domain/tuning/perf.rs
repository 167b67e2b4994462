//! Performance events of a domain: which hardware and software counters the host keeps for it.
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, In, Out, Status, give_params, positive};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetPerfEvents(
    domain: In<'_, Domain>,
    params: Out<'_, *mut virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let params = params.get("params")?;
    let nparams = nparams.get("nparams")?;
    let args = remote::DomainGetPerfEventsArgs { dom: dom.wire(), flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_perf_events(&mut call, &args)?;
    give_params(&ret.params, params, nparams)
}

#[entry]
fn virDomainSetPerfEvents(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    params.present("params")?;
    positive(nparams, "nparams")?;
    params.validate_set(dom.conn(), nparams)?;
    let params = params.to_wire(nparams)?;
    let args = remote::DomainSetPerfEventsArgs { dom: dom.wire(), params, flags };
    dom.ask(|driver, call| driver.domain_set_perf_events(call, &args))
}
