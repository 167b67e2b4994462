//! Calling the application's typed event callbacks. Everything passed is valid during the call only, except that the
//! handles are referenced: a callback that wants to keep one takes a reference of its own.
//!
//! Safety of every call below: the function was registered for the class and number of the event, and the C contract
//! of registration is that it has the type the headers name for that event id; its arguments live until it returns.
mod passing;
mod special;

use super::callback::{Function, UserData};
use super::ctypes::virConnectPtr;
use super::handle::{Object, Ref};
use oxivirt::{Event, ObjectRef};
use oxivirt_sys::call_out;
use passing::{Field, Kept};
use std::ffi::c_void;
use std::fmt::Debug;
use std::ops::ControlFlow;

/// A reference to a handle of any kind.
pub(crate) trait LiveHandle {
    /// The pointer that C knows the handle by.
    fn pointer(&self) -> *mut c_void;
}

impl<T: Object> LiveHandle for Ref<T> {
    fn pointer(&self) -> *mut c_void {
        (**self).pointer().cast_mut().cast()
    }
}

/// A reference to a connection whose events are heard of.
pub(crate) trait EventOwner: LiveHandle + Send + Sync + Debug {
    /// A handle for the object that an event is about; `None` without memory for it.
    fn object(&self, about: &ObjectRef<'_, '_>) -> Option<Box<dyn LiveHandle>>;
}

/// A registered callback with its data, and the reference it holds to its connection.
#[derive(Debug)]
pub(crate) struct Subscriber {
    function: Function,
    // Freed before the connection's reference is given up.
    data: UserData,
    conn: Box<dyn EventOwner>,
}

impl Subscriber {
    pub(crate) fn new(conn: Box<dyn EventOwner>, function: Function, data: UserData) -> Self {
        Self { function, data, conn }
    }

    /// Registering failed: the user's data is not freed.
    pub(crate) fn disarm(&self) {
        self.data.disarm();
    }

    fn conn(&self) -> virConnectPtr {
        self.conn.pointer().cast()
    }

    fn opaque(&self) -> *mut c_void {
        self.data.pointer()
    }
}

impl oxivirt::events::Subscriber for Subscriber {
    /// Calls the function. Events without memory for their object are dropped.
    fn deliver(&self, event: &Event<'_>) -> ControlFlow<()> {
        let _ = call(event, self);
        // What the function throws goes on from here.
        if oxivirt_sys::unwinding() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// `function!(subscriber, type)`: the subscriber's callback as the type of its event id.
macro_rules! function {
    ($to:expr, $kind:ty) => {{
        // SAFETY: see the file that defines this: the callback has the type of its event id.
        let function: $kind = unsafe { std::mem::transmute(Some($to.function.erased())) };
        function?
    }};
}
use function;

/// Matches an event with rows of: the event, the object that it is about, the fields that are passed between that and the user's
/// data, and the callback's type. Events that are passed otherwise follow as the arms of a match.
macro_rules! callbacks {
    (
        match $event:ident for $to:ident {
            $($variant:ident($about:ident $(, $field:ident)*) => $kind:ident;)+
        } else {
            $($other:pat => $call:expr,)+
        }
    ) => {
        match $event {
            $(Event::$variant { $about: _ $(, $field)* } => {
                let about = $to.conn.object(&$event.object())?;
                $(let $field = Field::keep($field);)*
                let call = function!($to, crate::abi::ctypes::$kind);
                // What is passed; without destructors.
                let (conn, about, opaque) = ($to.conn(), about.pointer().cast(), $to.opaque());
                $(let $field = Kept::pass(&$field);)*
                // SAFETY: see the head of this file.
                call_out(|| unsafe { call(conn, about $(, $field)*, opaque) });
                Some(())
            })+
            $($other => $call,)+
        }
    };
}

/// Calls the function of a subscriber with an event that it subscribed to; `None` without memory for what it is passed.
fn call(reported: &Event<'_>, to: &Subscriber) -> Option<()> {
    callbacks!(match reported for to {
        DomainLifecycle(dom, event, detail) => virConnectDomainEventCallback;
        DomainReboot(dom) => virConnectDomainEventGenericCallback;
        DomainRtcChange(dom, offset) => virConnectDomainEventRTCChangeCallback;
        DomainWatchdog(dom, action) => virConnectDomainEventWatchdogCallback;
        DomainIoError(dom, src_path, dev_alias, action) => virConnectDomainEventIOErrorCallback;
        DomainIoErrorReason(dom, src_path, dev_alias, action, reason) => virConnectDomainEventIOErrorReasonCallback;
        DomainControlError(dom) => virConnectDomainEventGenericCallback;
        DomainBlockJob(dom, path, r#type, status) => virConnectDomainEventBlockJobCallback;
        DomainDiskChange(dom, old_src_path, new_src_path, dev_alias, reason) => virConnectDomainEventDiskChangeCallback;
        DomainTrayChange(dom, dev_alias, reason) => virConnectDomainEventTrayChangeCallback;
        DomainPmwakeup(dom, reason) => virConnectDomainEventPMWakeupCallback;
        DomainPmsuspend(dom, reason) => virConnectDomainEventPMSuspendCallback;
        DomainBalloonChange(dom, actual) => virConnectDomainEventBalloonChangeCallback;
        DomainPmsuspendDisk(dom, reason) => virConnectDomainEventPMSuspendDiskCallback;
        DomainDeviceRemoved(dom, dev_alias) => virConnectDomainEventDeviceRemovedCallback;
        DomainBlockJob2(dom, dst, r#type, status) => virConnectDomainEventBlockJobCallback;
        DomainAgentLifecycle(dom, state, reason) => virConnectDomainEventAgentLifecycleCallback;
        DomainDeviceAdded(dom, dev_alias) => virConnectDomainEventDeviceAddedCallback;
        DomainMigrationIteration(dom, iteration) => virConnectDomainEventMigrationIterationCallback;
        DomainDeviceRemovalFailed(dom, dev_alias) => virConnectDomainEventDeviceRemovalFailedCallback;
        DomainMetadataChange(dom, r#type, nsuri) => virConnectDomainEventMetadataChangeCallback;
        DomainBlockThreshold(dom, dev, path, threshold, excess) => virConnectDomainEventBlockThresholdCallback;
        DomainMemoryFailure(dom, recipient, action, flags) => virConnectDomainEventMemoryFailureCallback;
        DomainMemoryDeviceSizeChange(dom, alias, size) => virConnectDomainEventMemoryDeviceSizeChangeCallback;
        DomainNicMacChange(dom, alias, old_mac, new_mac) => virConnectDomainEventNICMACChangeCallback;
        DomainVcpuRemoved(dom, vcpuid) => virConnectDomainEventVcpuRemovedCallback;
        DomainChannelLifecycle(dom, channel_name, state, reason) => virConnectDomainEventChannelLifecycleCallback;
        NetworkLifecycle(net, event, detail) => virConnectNetworkEventLifecycleCallback;
        NetworkMetadataChange(net, r#type, nsuri) => virConnectNetworkEventMetadataChangeCallback;
        StoragePoolLifecycle(pool, event, detail) => virConnectStoragePoolEventLifecycleCallback;
        StoragePoolRefresh(pool) => virConnectStoragePoolEventGenericCallback;
        NodeDeviceLifecycle(dev, event, detail) => virConnectNodeDeviceEventLifecycleCallback;
        NodeDeviceUpdate(dev) => virConnectNodeDeviceEventGenericCallback;
        SecretLifecycle(secret, event, detail) => virConnectSecretEventLifecycleCallback;
        SecretValueChanged(secret) => virConnectSecretEventGenericCallback;
        QemuMonitor(dom, event, seconds, micros, details) => virConnectDomainQemuMonitorEventCallback;
    } else {
        Event::DomainGraphics { dom: _, phase, local, remote, auth_scheme, subject } => {
            let about = to.conn.object(&reported.object())?;
            special::graphics(to, &*about, *phase, [local, remote], auth_scheme, subject)
        },
        // Two names of one type.
        Event::DomainTunable { dom: _, params } | Event::DomainJobCompleted { dom: _, params } => {
            let about = to.conn.object(&reported.object())?;
            special::parameters(to, &*about, params)
        },
        // Nobody subscribes to it: it calls the close callback.
        Event::ConnectionClosed { .. } => None,
    })
}
