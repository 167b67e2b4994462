//! Calling the application's typed event callbacks. Everything passed is valid during the call only, except that the
//! handles are referenced: a callback that wants to keep one takes a reference of its own.
//!
//! Safety of every call below: the function was registered for the class and event id of the occurrence, and the C contract
//! of registration is that it has the type the headers name for that event id; its arguments live until it returns.
mod domain;
mod domain_device;
mod objects;

use super::callback::{Function, UserData};
use super::ctypes::virConnectPtr;
use super::handle::{Handle, Object, Ref};
use crate::objects::{Class, Connection, Occurrence};
use oxivirt_xdr::Str;
use std::ffi::{CString, c_char, c_void};
use std::ptr::null;

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
        Self {
            function,
            data,
            conn,
        }
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

/// Calls the subscriber. A body that does not decode is dropped, and so are events without memory for their object.
pub(crate) fn deliver(event: &Occurrence, to: &Subscriber) {
    let _ = match event.class {
        Class::Domain => domain::deliver(event, to),
        Class::QemuMonitor => domain::monitor(event, to),
        Class::Network => objects::network(event, to),
        Class::StoragePool => objects::storage_pool(event, to),
        Class::NodeDevice => objects::node_device(event, to),
        Class::Secret => objects::secret(event, to),
    };
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

/// The C pointer of a handle.
fn object<T: Object, P>(handle: &Handle<T>) -> *mut P {
    handle.pointer().cast_mut().cast()
}

/// A wire string for C.
fn text(wire: &Str<'_>) -> CString {
    crate::objects::c_text(wire)
}

/// An optional wire string for C.
fn opt_text(wire: Option<&Str<'_>>) -> Option<CString> {
    wire.map(text)
}

/// The pointer to an optional string: NULL for none.
fn opt_pointer(text: Option<&CString>) -> *const c_char {
    text.map_or(null(), |t| t.as_ptr())
}
