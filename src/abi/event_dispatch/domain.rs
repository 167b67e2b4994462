//! Events of domains: lifecycle, host and guest conditions, jobs; and QEMU's monitor events.
use super::domain_device as device;
use super::{Subscriber, function, object, opt_pointer, opt_text, text};
use crate::abi::Mallocs;
use crate::abi::ctypes::{
    virConnectDomainEventAgentLifecycleCallback, virConnectDomainEventBalloonChangeCallback,
    virConnectDomainEventCallback, virConnectDomainEventGenericCallback,
    virConnectDomainEventMemoryFailureCallback, virConnectDomainEventMetadataChangeCallback,
    virConnectDomainEventMigrationIterationCallback, virConnectDomainEventPMSuspendCallback,
    virConnectDomainEventRTCChangeCallback, virConnectDomainEventTunableCallback,
    virConnectDomainEventVcpuRemovedCallback, virConnectDomainEventWatchdogCallback,
    virConnectDomainQemuMonitorEventCallback,
};
use crate::objects::{Domain, Occurrence};
use oxivirt_protocol::{qemu, remote};
use std::ffi::c_int;
use std::ptr::null_mut;

/// Calls the function that was registered for the event's virDomainEventID.
pub(super) fn deliver(event: &Occurrence, to: &Subscriber) -> Option<()> {
    match event.event {
        0 => lifecycle(event, to),
        1 | 7 => generic(event, to),
        2 => rtc_change(event, to),
        3 => watchdog(event, to),
        4 => device::io_error(event, to),
        5 => device::graphics(event, to),
        6 => device::io_error_reason(event, to),
        8 => device::block_job(event, to),
        9 => device::disk_change(event, to),
        10 => device::tray_change(event, to),
        11 | 12 | 14 => power(event, to),
        13 => balloon_change(event, to),
        15 => device::device_removed(event, to),
        16 => device::block_job_2(event, to),
        17 => tunable(event, to),
        18 => agent_lifecycle(event, to),
        19 => device::device_added(event, to),
        20 => migration_iteration(event, to),
        21 => job_completed(event, to),
        22 => device::device_removal_failed(event, to),
        23 => metadata_change(event, to),
        24 => device::block_threshold(event, to),
        25 => memory_failure(event, to),
        26 => device::memory_device_size_change(event, to),
        27 => device::nic_mac_change(event, to),
        28 => vcpu_removed(event, to),
        29 => device::channel_lifecycle(event, to),
        _ => None,
    }
}

fn lifecycle(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventLifecycleMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let call = function!(to, virConnectDomainEventCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), msg.event, msg.detail, to.opaque()) };
    Some(())
}

fn rtc_change(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventRtcChangeMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let call = function!(to, virConnectDomainEventRTCChangeCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), msg.offset, to.opaque()) };
    Some(())
}

fn watchdog(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventWatchdogMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let call = function!(to, virConnectDomainEventWatchdogCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), msg.action, to.opaque()) };
    Some(())
}

fn balloon_change(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventBalloonChangeMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let call = function!(to, virConnectDomainEventBalloonChangeCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), msg.actual, to.opaque()) };
    Some(())
}

fn agent_lifecycle(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackAgentLifecycleMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let call = function!(to, virConnectDomainEventAgentLifecycleCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), msg.state, msg.reason, to.opaque()) };
    Some(())
}

fn migration_iteration(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackMigrationIterationMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let call = function!(to, virConnectDomainEventMigrationIterationCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), msg.iteration, to.opaque()) };
    Some(())
}

fn metadata_change(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackMetadataChangeMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let nsuri = opt_text(msg.nsuri.as_ref());
    let call = function!(to, virConnectDomainEventMetadataChangeCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            msg.r#type,
            opt_pointer(nsuri.as_ref()),
            to.opaque(),
        )
    };
    Some(())
}

fn memory_failure(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventMemoryFailureMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let call = function!(to, virConnectDomainEventMemoryFailureCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            msg.recipient,
            msg.action,
            msg.flags,
            to.opaque(),
        )
    };
    Some(())
}

fn vcpu_removed(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventVcpuRemovedMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let call = function!(to, virConnectDomainEventVcpuRemovedCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), msg.vcpuid, to.opaque()) };
    Some(())
}

/// Reboots and control errors carry nothing but the domain.
fn generic(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let dom: remote::NonnullDomain<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &dom).ok()?;
    let call = function!(to, virConnectDomainEventGenericCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), to.opaque()) };
    Some(())
}

/// Wakeup, suspend to memory and suspend to disk: three names of one type.
fn power(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let dom: remote::NonnullDomain<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &dom).ok()?;
    let call = function!(to, virConnectDomainEventPMSuspendCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), event.reason, to.opaque()) };
    Some(())
}

fn tunable(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackTunableMsg<'_> = event.body()?;
    parameters(&msg.dom, &msg.params, to)
}

fn job_completed(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackJobCompletedMsg<'_> = event.body()?;
    parameters(&msg.dom, &msg.params, to)
}

/// Tunables and completed jobs: two names of one type. The parameters are freed after the call.
fn parameters(
    dom: &remote::NonnullDomain<'_>,
    params: &[remote::TypedParam<'_>],
    to: &Subscriber,
) -> Option<()> {
    let dom = Domain::from_wire(&to.conn, dom).ok()?;
    let mut memory = Mallocs::new();
    let mut params = memory.params(params).ok()?;
    let number = c_int::try_from(params.len()).ok()?;
    let array = if params.is_empty() {
        null_mut()
    } else {
        params.as_mut_ptr()
    };
    let call = function!(to, virConnectDomainEventTunableCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), array, number, to.opaque()) };
    Some(())
}

/// What the monitor of a QEMU guest said.
pub(super) fn monitor(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: qemu::DomainMonitorEventMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let name = text(&msg.event);
    let details = opt_text(msg.details.as_ref());
    let call = function!(to, virConnectDomainQemuMonitorEventCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            name.as_ptr(),
            msg.seconds,
            msg.micros,
            opt_pointer(details.as_ref()),
            to.opaque(),
        )
    };
    Some(())
}
