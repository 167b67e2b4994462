//! What several topics of libvirt-domain.h check in the same way.
use crate::abi::ctypes::{VIR_DOMAIN_AFFECT_CONFIG, VIR_DOMAIN_AFFECT_LIVE, virTypedParameter};
use crate::abi::{Array, Fault, Handle, Result, Rule, exclusive};
use crate::objects::Domain;
use oxivirt_protocol::remote::TypedParam;
use std::ffi::{c_int, c_uint};

/// What a domain's id becomes when it is shut off.
pub(in crate::api::domain) const SHUT_OFF: i32 = -1;

/// Getters answer for the running domain or for its configuration, not for both.
pub(super) fn one_impact(flags: c_uint) -> Result<()> {
    exclusive(
        flags,
        (VIR_DOMAIN_AFFECT_LIVE, "VIR_DOMAIN_AFFECT_LIVE"),
        (VIR_DOMAIN_AFFECT_CONFIG, "VIR_DOMAIN_AFFECT_CONFIG"),
    )
}

pub(super) fn not_zero(value: c_uint, name: &'static str) -> Result<()> {
    if value == 0 {
        return Err(Fault::Argument(name, Rule::NotZero));
    }
    Ok(())
}

/// A setter's parameters for the wire, after the checks that all setters end with.
pub(super) fn settings<'a>(
    dom: &Handle<Domain>,
    params: Array<'a, virTypedParameter>,
    nparams: c_int,
) -> Result<Vec<TypedParam<'a>>> {
    params.validate_set(dom.conn(), nparams)?;
    params.to_wire(nparams)
}
