//! Bandwidth of a domain's network interface.
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, CallerParams, In, InStr, Out, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
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
    let device = || device.encoded(dom.connection().is_local());
    CallerParams::new(params, nparams)?.fill(|max| dom.interface_parameters_of(device()?, max, flags))
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
    let params = params.settings(nparams)?;
    Ok(dom.set_interface_parameters(device.encoded(dom.connection().is_local())?, &params, flags)?)
}
