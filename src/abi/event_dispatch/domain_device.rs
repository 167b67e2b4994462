//! Events of domains that name a device: disks, jobs on them, hotplug, displays, channels.
use super::{Subscriber, function, object, opt_pointer, opt_text, text};
use crate::abi::Mallocs;
use crate::abi::ctypes::{
    virConnectDomainEventBlockJobCallback, virConnectDomainEventBlockThresholdCallback,
    virConnectDomainEventChannelLifecycleCallback, virConnectDomainEventDeviceAddedCallback,
    virConnectDomainEventDeviceRemovalFailedCallback, virConnectDomainEventDeviceRemovedCallback,
    virConnectDomainEventDiskChangeCallback, virConnectDomainEventGraphicsCallback,
    virConnectDomainEventIOErrorCallback, virConnectDomainEventIOErrorReasonCallback,
    virConnectDomainEventMemoryDeviceSizeChangeCallback, virConnectDomainEventNICMACChangeCallback,
    virConnectDomainEventTrayChangeCallback, virDomainEventGraphicsAddress,
    virDomainEventGraphicsSubject, virDomainEventGraphicsSubjectIdentity,
};
use crate::objects::{Domain, Occurrence};
use oxivirt_protocol::remote;
use std::ffi::c_int;
use std::ptr::null_mut;

pub(super) fn io_error(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventIoErrorMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let src_path = text(&msg.src_path);
    let dev_alias = text(&msg.dev_alias);
    let call = function!(to, virConnectDomainEventIOErrorCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            src_path.as_ptr(),
            dev_alias.as_ptr(),
            msg.action,
            to.opaque(),
        )
    };
    Some(())
}

pub(super) fn io_error_reason(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventIoErrorReasonMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let src_path = text(&msg.src_path);
    let dev_alias = text(&msg.dev_alias);
    let reason = text(&msg.reason);
    let call = function!(to, virConnectDomainEventIOErrorReasonCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            src_path.as_ptr(),
            dev_alias.as_ptr(),
            msg.action,
            reason.as_ptr(),
            to.opaque(),
        )
    };
    Some(())
}

pub(super) fn block_job(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventBlockJobMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let path = text(&msg.path);
    let call = function!(to, virConnectDomainEventBlockJobCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            path.as_ptr(),
            msg.r#type,
            msg.status,
            to.opaque(),
        )
    };
    Some(())
}

pub(super) fn disk_change(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventDiskChangeMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let old_src_path = opt_text(msg.old_src_path.as_ref());
    let new_src_path = opt_text(msg.new_src_path.as_ref());
    let dev_alias = text(&msg.dev_alias);
    let call = function!(to, virConnectDomainEventDiskChangeCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            opt_pointer(old_src_path.as_ref()),
            opt_pointer(new_src_path.as_ref()),
            dev_alias.as_ptr(),
            msg.reason,
            to.opaque(),
        )
    };
    Some(())
}

pub(super) fn tray_change(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventTrayChangeMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let dev_alias = text(&msg.dev_alias);
    let call = function!(to, virConnectDomainEventTrayChangeCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            dev_alias.as_ptr(),
            msg.reason,
            to.opaque(),
        )
    };
    Some(())
}

pub(super) fn device_removed(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventDeviceRemovedMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let dev_alias = text(&msg.dev_alias);
    let call = function!(to, virConnectDomainEventDeviceRemovedCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), dev_alias.as_ptr(), to.opaque()) };
    Some(())
}

pub(super) fn block_job_2(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventBlockJob2Msg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let dst = text(&msg.dst);
    let call = function!(to, virConnectDomainEventBlockJobCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            dst.as_ptr(),
            msg.r#type,
            msg.status,
            to.opaque(),
        )
    };
    Some(())
}

pub(super) fn device_added(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackDeviceAddedMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let dev_alias = text(&msg.dev_alias);
    let call = function!(to, virConnectDomainEventDeviceAddedCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), dev_alias.as_ptr(), to.opaque()) };
    Some(())
}

pub(super) fn device_removal_failed(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackDeviceRemovalFailedMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let dev_alias = text(&msg.dev_alias);
    let call = function!(to, virConnectDomainEventDeviceRemovalFailedCallback);
    // SAFETY: see mod.rs.
    unsafe { call(to.conn(), object(&dom), dev_alias.as_ptr(), to.opaque()) };
    Some(())
}

pub(super) fn block_threshold(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventBlockThresholdMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let dev = text(&msg.dev);
    let path = opt_text(msg.path.as_ref());
    let call = function!(to, virConnectDomainEventBlockThresholdCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            dev.as_ptr(),
            opt_pointer(path.as_ref()),
            msg.threshold,
            msg.excess,
            to.opaque(),
        )
    };
    Some(())
}

pub(super) fn memory_device_size_change(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventMemoryDeviceSizeChangeMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let alias = text(&msg.alias);
    let call = function!(to, virConnectDomainEventMemoryDeviceSizeChangeCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            alias.as_ptr(),
            msg.size,
            to.opaque(),
        )
    };
    Some(())
}

pub(super) fn nic_mac_change(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventNicMacChangeMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let alias = text(&msg.alias);
    let old_mac = text(&msg.old_mac);
    let new_mac = text(&msg.new_mac);
    let call = function!(to, virConnectDomainEventNICMACChangeCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            alias.as_ptr(),
            old_mac.as_ptr(),
            new_mac.as_ptr(),
            to.opaque(),
        )
    };
    Some(())
}

pub(super) fn channel_lifecycle(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventCallbackChannelLifecycleMsg<'_> = event.body()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
    let channel_name = text(&msg.channel_name);
    let call = function!(to, virConnectDomainEventChannelLifecycleCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            channel_name.as_ptr(),
            msg.state,
            msg.reason,
            to.opaque(),
        )
    };
    Some(())
}

/// Somebody connected to, authenticated at or left a guest's display.
pub(super) fn graphics(event: &Occurrence, to: &Subscriber) -> Option<()> {
    let msg: remote::DomainEventGraphicsMsg<'_> = event.after_head()?;
    let dom = Domain::from_wire(&to.conn, &msg.dom).ok()?;
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
        identities: if identities.is_empty() {
            null_mut()
        } else {
            identities.as_mut_ptr()
        },
    };
    let scheme = text(&msg.auth_scheme);
    let call = function!(to, virConnectDomainEventGraphicsCallback);
    // SAFETY: see mod.rs.
    unsafe {
        call(
            to.conn(),
            object(&dom),
            msg.phase,
            &raw const local,
            &raw const remote,
            scheme.as_ptr(),
            &raw const subject,
            to.opaque(),
        )
    };
    Some(())
}
