//! `virStreamPtr`.
use super::{Connection, OnConnection, object_on_connection};
use crate::abi::ctypes::VIR_STREAM_NONBLOCK;
use crate::abi::{Fault, Handle, Object, Ref, Result, StreamEvents};
use oxivirt_model::{ErrorCode, ErrorDomain};
use oxivirt_protocol::{Call, Opens, StreamId};
use oxivirt_sys::{ForkGuard, ForkLock};

/// A stream of a connection. It does nothing until a function with a stream argument opens it.
#[derive(Debug)]
pub(crate) struct Stream {
    pub(crate) conn: Ref<Connection>,
    /// The flags of virStreamNew().
    flags: u32,
    opened: ForkLock<Option<StreamId>>,
    events: ForkLock<Option<StreamEvents>>,
}
object_on_connection!(Stream, 0x6f78_000e, Some(ErrorDomain::STREAMS), ErrorCode::INVALID_STREAM, |_| String::new());

fn none<T>() -> ForkLock<Option<T>> {
    ForkLock::new(None, || None)
}

impl Stream {
    pub(crate) fn create(conn: &Handle<Connection>, flags: u32) -> Result<Ref<Self>> {
        Ref::new(Self { conn: conn.counted(), flags, opened: none(), events: none() })
    }

    /// Whether receiving does not wait.
    pub(crate) fn nonblocking(&self) -> bool {
        self.flags & VIR_STREAM_NONBLOCK != 0
    }

    /// The open stream's name, if any.
    pub(crate) fn opened(&self) -> Option<StreamId> {
        *self.opened.lock()
    }

    /// The open stream's name; a stream that nothing opened supports nothing.
    pub(crate) fn id(&self) -> Result<StreamId> {
        self.opened().ok_or(Fault::Unsupported)
    }

    /// Makes a call that opens this stream, which forgets what it was opened for before.
    pub(crate) fn open<T>(&self, sparse: bool, make: impl FnOnce(&mut Call) -> oxivirt_model::Result<T>) -> Result<T> {
        self.forget();
        let mut call = self.call();
        call.opens = Some(Opens { sparse });
        let made = make(&mut call);
        match made {
            Ok(made) => {
                *self.opened.lock() = call.stream;
                Ok(made)
            }
            Err(error) => {
                if let Some(id) = call.stream {
                    self.driver().stream_forget(id);
                }
                Err(error.into())
            }
        }
    }

    fn forget(&self) {
        let events = self.events.lock().take();
        if let Some(events) = events {
            events.remove();
        }
        let opened = self.opened.lock().take();
        if let Some(id) = opened {
            self.driver().stream_forget(id);
            self.conn.resume_input();
        }
    }

    /// The fault that a stream of another connection is; `text` says whose it must be.
    pub(crate) fn must_be_on(
        &self,
        conn: &Handle<Connection>,
        name: &'static str,
        text: impl FnOnce() -> Vec<u8>,
    ) -> Result<()> {
        if std::ptr::eq(self.conn.pointer(), conn.pointer()) {
            return Ok(());
        }
        Err(Fault::Invalid(name, text()))
    }

    /// The place of the callback.
    pub(crate) fn events(&self) -> ForkGuard<'_, Option<StreamEvents>> {
        self.events.lock()
    }

    /// Puts a callback into its place; false when another thread was faster.
    pub(crate) fn put_events(&self, events: &StreamEvents) -> bool {
        let mut place = self.events();
        let vacant = place.is_none();
        if vacant {
            *place = Some(events.clone());
        }
        vacant
    }

    /// Something was received, or the stream ended: timers and watches may have to change.
    pub(crate) fn moved(&self) {
        self.conn.resume_input();
        // Without the lock: the application's own loop functions are called.
        let events = self.events.lock().clone();
        if let Some(events) = events {
            events.rearm();
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.forget();
    }
}
