//! Events whose callbacks are passed structs and arrays.
use super::passing::Field;
use super::{LiveHandle, Subscriber, function};
use crate::abi::Mallocs;
use crate::abi::ctypes::{
    virConnectDomainEventGraphicsCallback, virConnectDomainEventTunableCallback, virDomainEventGraphicsAddress,
    virDomainEventGraphicsSubject, virDomainEventGraphicsSubjectIdentity,
};
use oxivirt_protocol::remote;
use oxivirt_sys::call_out;
use oxivirt_xdr::Str;
use std::ffi::c_int;
use std::ptr::null_mut;

/// Tunables and completed jobs. The parameters are freed after the call.
pub(super) fn parameters(to: &Subscriber, dom: &dyn LiveHandle, params: &[remote::TypedParam<'_>]) -> Option<()> {
    let mut memory = Mallocs::new();
    let mut params = memory.params(params).ok()?;
    let number = c_int::try_from(params.len()).ok()?;
    let array = if params.is_empty() { null_mut() } else { params.as_mut_ptr() };
    let call = function!(to, virConnectDomainEventTunableCallback);
    let (conn, dom, opaque) = (to.conn(), dom.pointer().cast(), to.opaque());
    // SAFETY: see mod.rs.
    call_out(|| unsafe { call(conn, dom, array, number, opaque) });
    Some(())
}

/// Somebody connected to, authenticated at or left a guest's display.
pub(super) fn graphics(
    to: &Subscriber,
    dom: &dyn LiveHandle,
    phase: i32,
    [local, remote]: [&remote::DomainEventGraphicsAddress<'_>; 2],
    scheme: &Str<'_>,
    subject: &[remote::DomainEventGraphicsIdentity<'_>],
) -> Option<()> {
    let mut memory = Mallocs::new();
    let mut address = |wire: &remote::DomainEventGraphicsAddress<'_>| {
        Some(virDomainEventGraphicsAddress {
            family: wire.family,
            node: memory.string(&wire.node).ok()?,
            service: memory.string(&wire.service).ok()?,
        })
    };
    let (local, remote) = (address(local)?, address(remote)?);
    let mut identities = Vec::new();
    for one in subject {
        identities.push(virDomainEventGraphicsSubjectIdentity {
            type_: memory.string(&one.r#type).ok()?,
            name: memory.string(&one.name).ok()?,
        });
    }
    let subject = virDomainEventGraphicsSubject {
        nidentity: c_int::try_from(identities.len()).ok()?,
        identities: if identities.is_empty() { null_mut() } else { identities.as_mut_ptr() },
    };
    let scheme = scheme.keep();
    let call = function!(to, virConnectDomainEventGraphicsCallback);
    let (conn, dom, phase, opaque) = (to.conn(), dom.pointer().cast(), phase, to.opaque());
    let (local, remote, subject) = (&raw const local, &raw const remote, &raw const subject);
    let scheme = scheme.as_ptr();
    // SAFETY: see mod.rs.
    call_out(|| unsafe { call(conn, dom, phase, local, remote, scheme, subject, opaque) });
    Some(())
}
