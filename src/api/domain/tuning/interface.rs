//! Bandwidth of a domain's network interface.
use super::super::checks::settings;
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, CallerParams, In, InStr, Out, Status, answered, positive};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetInterfaceParameters(
    domain: In<'_, Domain>,
    device: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let params = CallerParams::new(params, nparams)?;
    let flags = dom.conn().with_strings(flags)?;
    let args = remote::DomainGetInterfaceParametersArgs {
        dom: dom.wire(),
        device: device.encoded()?.into(),
        nparams: params.room(),
        flags,
    };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_interface_parameters(&mut call, &args)?;
    let supported = answered(ret.nparams, "nparams")?;
    params.store(&ret.params, supported)
}

#[entry]
fn virDomainSetInterfaceParameters(
    domain: In<'_, Domain>,
    device: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    params.present("params")?;
    positive(nparams, "nparams")?;
    let params = settings(dom, params, nparams)?;
    let args =
        remote::DomainSetInterfaceParametersArgs { dom: dom.wire(), device: device.encoded()?.into(), params, flags };
    dom.ask(|driver, call| driver.domain_set_interface_parameters(call, &args))
}
