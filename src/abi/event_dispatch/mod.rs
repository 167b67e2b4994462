//! Calling the application's typed event callbacks. Everything passed is valid during the call only, except that the
//! handles are referenced: a callback that wants to keep one takes a reference of its own.
//!
//! Safety of every call below: the function was registered for the class and event id of the pending_event, and the C contract
//! of registration is that it has the type the headers name for that event id; its arguments live until it returns.
mod domain;
mod objects;
mod passing;

use super::callback::{Function, UserData};
use super::ctypes::virConnectPtr;
use super::handle::{Handle, Object, Ref};
use crate::objects::{Class, Connection, PendingEvent};
use std::ffi::c_void;
use std::ops::ControlFlow;

/// A registered callback with its data, and the reference it holds to its connection.
#[derive(Debug)]
pub(crate) struct Subscriber {
    function: Function,
    // Freed before the connection's reference is given up.
    data: UserData,
    conn: Ref<Connection>,
}

impl Subscriber {
    pub(crate) fn new(conn: Ref<Connection>, function: Function, data: UserData) -> Self {
        Self { function, data, conn }
    }

    /// Registering failed: the user's data is not freed.
    pub(crate) fn disarm(&self) {
        self.data.disarm();
    }

    fn conn(&self) -> virConnectPtr {
        object(&self.conn)
    }

    fn opaque(&self) -> *mut c_void {
        self.data.pointer()
    }
}

impl oxivirt::events::Subscriber for Subscriber {
    /// Calls the function. Events without memory for their object are dropped.
    fn deliver(&self, event: &PendingEvent) -> ControlFlow<()> {
        let _ = match event.class {
            Class::Domain => domain::deliver(event, self),
            Class::QemuMonitor => domain::monitor(event, self),
            Class::Network => objects::network(event, self),
            Class::StoragePool => objects::storage_pool(event, self),
            Class::NodeDevice => objects::node_device(event, self),
            Class::Secret => objects::secret(event, self),
        };
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

/// A function that calls subscribers, from rows of: the event's id, where in the body its message starts, the message, the
/// callback's type, and the fields it is passed between the connection and the user's data. Other ids are left to the function
/// after `or else`.
macro_rules! callbacks {
    (
        $(#[$doc:meta])*
        fn $name:ident $(or else $other:ident)?: $($id:literal => $part:ident $program:ident::$message:ident, $kind:ident($($field:ident),+);)+
    ) => {
        $(#[$doc])*
        pub(super) fn $name(event: &PendingEvent, to: &Subscriber) -> Option<()> {
            match event.event {
                $($id => {
                    let message: $program::$message<'_> = event.$part()?;
                    $(let $field = Field::keep(&message.$field, &to.conn)?;)+
                    let call = function!(to, crate::abi::ctypes::$kind);
                    // What is passed; without destructors.
                    let (conn, $($field,)+ opaque) = (to.conn(), $(Kept::pass(&$field),)+ to.opaque());
                    // SAFETY: see the head of this file.
                    call_out(|| unsafe { call(conn, $($field),+, opaque) });
                    Some(())
                })+
                _ => callbacks!(@other event, to, $($other)?),
            }
        }
    };
    (@other $event:ident, $to:ident,) => { None };
    (@other $event:ident, $to:ident, $other:ident) => { $other($event, $to) };
}
use callbacks;

/// The C pointer of a handle.
fn object<T: Object, P>(handle: &Handle<T>) -> *mut P {
    handle.pointer().cast_mut().cast()
}
