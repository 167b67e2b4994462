//! `virStreamPtr`.
use super::{Belongs, Connection, Stream};
use crate::abi::{Fault, Handle, Object, Ref, Result, StreamEvents};
use oxivirt_model::{ErrorCode, ErrorDomain};
use oxivirt_protocol::StreamId;
use oxivirt_sys::{ForkGuard, ForkLock};

/// What C keeps with a stream.
pub(crate) struct StreamLocal {
    conn: Ref<Connection>,
    events: ForkLock<Option<StreamEvents>>,
}

impl Object for Stream {
    type Local = Box<StreamLocal>;
    const MAGIC: u32 = 0x6f78_000e;
    const INVALID: (Option<ErrorDomain>, ErrorCode) = (Some(ErrorDomain::STREAMS), ErrorCode::INVALID_STREAM);
    fn connection(this: &Handle<Self>) -> Option<&Handle<Connection>> {
        Some(&this.local().conn)
    }
    const KIND: &'static str = "Stream";
    fn title(&self) -> String {
        String::new()
    }
}

impl Belongs for Stream {
    fn owner(this: &Handle<Self>) -> &Handle<Connection> {
        &this.local().conn
    }
}

/// What C's functions do with a stream beside using it.
pub(crate) trait StreamHandle {
    /// The open stream's name; a stream that nothing opened supports nothing.
    fn id(&self) -> Result<StreamId>;
    /// Opens this stream by a method of an object; its callback was one for what it was opened for before.
    fn reopen<T>(&self, open: impl FnOnce() -> oxivirt::Result<T>) -> Result<T>;
    /// The place of the callback.
    fn events(&self) -> ForkGuard<'_, Option<StreamEvents>>;
    /// Puts a callback into its place; false when another thread was faster.
    fn put_events(&self, events: &StreamEvents) -> bool;
    /// Something was received, or the stream ended: timers and watches may have to change.
    fn moved(&self);
}

/// A handle for a new stream.
pub(crate) fn create_stream(conn: &Handle<Connection>, flags: u32) -> Result<Ref<Stream>> {
    let local = StreamLocal { conn: conn.counted(), events: ForkLock::new(None, || None) };
    Ref::new(Stream::new(conn, flags), Box::new(local))
}

impl Handle<Stream> {
    fn forget_events(&self) {
        let events = self.events().take();
        if let Some(events) = events {
            events.remove();
        }
    }
}

impl StreamHandle for Handle<Stream> {
    fn id(&self) -> Result<StreamId> {
        self.opened().ok_or(Fault::Unsupported)
    }

    fn reopen<T>(&self, open: impl FnOnce() -> oxivirt::Result<T>) -> Result<T> {
        self.forget_events();
        Ok(open()?)
    }

    fn events(&self) -> ForkGuard<'_, Option<StreamEvents>> {
        self.local().events.lock()
    }

    fn put_events(&self, events: &StreamEvents) -> bool {
        let mut place = self.events();
        let vacant = place.is_none();
        if vacant {
            *place = Some(events.clone());
        }
        vacant
    }

    fn moved(&self) {
        self.connection().events().resume_input();
        // Without the lock: the application's own loop functions are called.
        let events = self.events().clone();
        if let Some(events) = events {
            events.rearm();
        }
    }
}
