//! Events of domains, and of QEMU's monitor.
use super::passing::{Field, Kept};
use super::{Subscriber, callbacks, function, object};
use crate::abi::Mallocs;
use crate::abi::ctypes::{
    virConnectDomainEventGraphicsCallback, virConnectDomainEventPMSuspendCallback,
    virConnectDomainEventTunableCallback, virDomainEventGraphicsAddress, virDomainEventGraphicsSubject,
    virDomainEventGraphicsSubjectIdentity,
};
use crate::objects::{Domain, FromWire, PendingEvent, c_text};
use oxivirt_protocol::{qemu, remote};
use oxivirt_sys::call_out;
use std::ffi::c_int;
use std::ptr::null_mut;

callbacks! {
    /// Events of a virDomainEventID.
    fn deliver or else uncommon:
    0 => after_head remote::DomainEventLifecycleMsg, virConnectDomainEventCallback(dom, event, detail);
    1 => after_head remote::DomainEventRebootMsg, virConnectDomainEventGenericCallback(dom);
    2 => after_head remote::DomainEventRtcChangeMsg, virConnectDomainEventRTCChangeCallback(dom, offset);
    3 => after_head remote::DomainEventWatchdogMsg, virConnectDomainEventWatchdogCallback(dom, action);
    4 => after_head remote::DomainEventIoErrorMsg, virConnectDomainEventIOErrorCallback(dom, src_path, dev_alias, action);
    6 => after_head remote::DomainEventIoErrorReasonMsg,
        virConnectDomainEventIOErrorReasonCallback(dom, src_path, dev_alias, action, reason);
    7 => after_head remote::DomainEventControlErrorMsg, virConnectDomainEventGenericCallback(dom);
    8 => after_head remote::DomainEventBlockJobMsg, virConnectDomainEventBlockJobCallback(dom, path, r#type, status);
    9 => after_head remote::DomainEventDiskChangeMsg,
        virConnectDomainEventDiskChangeCallback(dom, old_src_path, new_src_path, dev_alias, reason);
    10 => after_head remote::DomainEventTrayChangeMsg, virConnectDomainEventTrayChangeCallback(dom, dev_alias, reason);
    13 => after_head remote::DomainEventBalloonChangeMsg, virConnectDomainEventBalloonChangeCallback(dom, actual);
    15 => after_head remote::DomainEventDeviceRemovedMsg, virConnectDomainEventDeviceRemovedCallback(dom, dev_alias);
    16 => body remote::DomainEventBlockJob2Msg, virConnectDomainEventBlockJobCallback(dom, dst, r#type, status);
    18 => body remote::DomainEventCallbackAgentLifecycleMsg, virConnectDomainEventAgentLifecycleCallback(dom, state, reason);
    19 => body remote::DomainEventCallbackDeviceAddedMsg, virConnectDomainEventDeviceAddedCallback(dom, dev_alias);
    20 => body remote::DomainEventCallbackMigrationIterationMsg,
        virConnectDomainEventMigrationIterationCallback(dom, iteration);
    22 => body remote::DomainEventCallbackDeviceRemovalFailedMsg,
        virConnectDomainEventDeviceRemovalFailedCallback(dom, dev_alias);
    23 => body remote::DomainEventCallbackMetadataChangeMsg,
        virConnectDomainEventMetadataChangeCallback(dom, r#type, nsuri);
    24 => body remote::DomainEventBlockThresholdMsg,
        virConnectDomainEventBlockThresholdCallback(dom, dev, path, threshold, excess);
    25 => body remote::DomainEventMemoryFailureMsg,
        virConnectDomainEventMemoryFailureCallback(dom, recipient, action, flags);
    26 => body remote::DomainEventMemoryDeviceSizeChangeMsg,
        virConnectDomainEventMemoryDeviceSizeChangeCallback(dom, alias, size);
    27 => body remote::DomainEventNicMacChangeMsg, virConnectDomainEventNICMACChangeCallback(dom, alias, old_mac, new_mac);
    28 => body remote::DomainEventVcpuRemovedMsg, virConnectDomainEventVcpuRemovedCallback(dom, vcpuid);
    29 => body remote::DomainEventCallbackChannelLifecycleMsg,
        virConnectDomainEventChannelLifecycleCallback(dom, channel_name, state, reason);
}

callbacks! {
    /// What the monitor of a QEMU guest said.
    fn monitor:
    0 => body qemu::DomainMonitorEventMsg, virConnectDomainQemuMonitorEventCallback(dom, event, seconds, micros, details);
}

/// Events whose callback is passed more than fields of the message.
fn uncommon(event: &PendingEvent, to: &Subscriber) -> Option<()> {
    match event.event {
        5 => graphics(event, to),
        11 | 12 | 14 => power(event, to),
        17 => tunable(event, to),
        21 => job_completed(event, to),
        _ => None,
    }
}

/// Wakeup, suspend to memory and suspend to disk: three names of one type. The reason stands before the message.
fn power(event: &PendingEvent, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventPmsuspendMsg<'_> = event.after_head()?;
    let dom = Domain::replied(&to.conn, &msg.dom).ok()?;
    let call = function!(to, virConnectDomainEventPMSuspendCallback);
    let (conn, dom, reason, opaque) = (to.conn(), object(&dom), event.reason, to.opaque());
    // SAFETY: see mod.rs.
    call_out(|| unsafe { call(conn, dom, reason, opaque) });
    Some(())
}

fn tunable(event: &PendingEvent, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackTunableMsg<'_> = event.body()?;
    parameters(&msg.dom, &msg.params, to)
}

fn job_completed(event: &PendingEvent, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackJobCompletedMsg<'_> = event.body()?;
    parameters(&msg.dom, &msg.params, to)
}

/// Tunables and completed jobs: two names of one type. The parameters are freed after the call.
fn parameters(dom: &remote::NonnullDomain<'_>, params: &[remote::TypedParam<'_>], to: &Subscriber) -> Option<()> {
    let dom = Domain::replied(&to.conn, dom).ok()?;
    let mut memory = Mallocs::new();
    let mut params = memory.params(params).ok()?;
    let number = c_int::try_from(params.len()).ok()?;
    let array = if params.is_empty() { null_mut() } else { params.as_mut_ptr() };
    let call = function!(to, virConnectDomainEventTunableCallback);
    let (conn, dom, opaque) = (to.conn(), object(&dom), to.opaque());
    // SAFETY: see mod.rs.
    call_out(|| unsafe { call(conn, dom, array, number, opaque) });
    Some(())
}

/// Somebody connected to, authenticated at or left a guest's display.
fn graphics(event: &PendingEvent, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventGraphicsMsg<'_> = event.after_head()?;
    let dom = Domain::replied(&to.conn, &msg.dom).ok()?;
    let mut memory = Mallocs::new();
    let mut address = |wire: &remote::DomainEventGraphicsAddress<'_>| {
        Some(virDomainEventGraphicsAddress {
            family: wire.family,
            node: memory.string(&wire.node).ok()?,
            service: memory.string(&wire.service).ok()?,
        })
    };
    let (local, remote) = (address(&msg.local)?, address(&msg.remote)?);
    let mut identities = Vec::new();
    for one in &msg.subject {
        identities.push(virDomainEventGraphicsSubjectIdentity {
            type_: memory.string(&one.r#type).ok()?,
            name: memory.string(&one.name).ok()?,
        });
    }
    let subject = virDomainEventGraphicsSubject {
        nidentity: c_int::try_from(identities.len()).ok()?,
        identities: if identities.is_empty() { null_mut() } else { identities.as_mut_ptr() },
    };
    let scheme = c_text(&msg.auth_scheme);
    let call = function!(to, virConnectDomainEventGraphicsCallback);
    let (conn, dom, phase, opaque) = (to.conn(), object(&dom), msg.phase, to.opaque());
    let (local, remote, subject) = (&raw const local, &raw const remote, &raw const subject);
    let scheme = scheme.as_ptr();
    // SAFETY: see mod.rs.
    call_out(|| unsafe { call(conn, dom, phase, local, remote, scheme, subject, opaque) });
    Some(())
}
