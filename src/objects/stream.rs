//! `virStreamPtr`.
use super::{Belongs, Connection, Stream};
use crate::abi::ctypes::virStreamEventCallback;
use crate::abi::{Fault, FreeFunc, Handle, Object, Ref, Result, StreamEvents};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::{Call, StreamId};
use std::ffi::{c_int, c_void};

impl Object for Stream {
    type Local = Ref<Connection>;
    const MAGIC: u32 = 0x6f78_000e;
    const INVALID: (Option<ErrorDomain>, ErrorCode) = (Some(ErrorDomain::STREAMS), ErrorCode::INVALID_STREAM);
    fn connection(this: &Handle<Self>) -> Option<&Handle<Connection>> {
        Some(this.local())
    }
    const KIND: &'static str = "Stream";
    fn title(&self) -> String {
        String::new()
    }
}

impl Belongs for Stream {
    fn owner(this: &Handle<Self>) -> &Handle<Connection> {
        this.local()
    }
}

/// What C's functions do with a stream beside using it.
pub(crate) trait StreamHandle {
    /// Makes a call that opens this stream, which forgets what it was opened for before, and its callback.
    fn open_for<T>(&self, sparse: bool, make: impl FnOnce(&mut Call) -> oxivirt_model::Result<T>) -> Result<T>;
    /// Opens this stream by a method of an object.
    fn reopen(&self, open: impl FnOnce() -> oxivirt::Result<()>) -> Result<()>;
    /// The fault that a stream of another connection is; `text` says whose it must be.
    fn must_be_on(&self, conn: &Handle<Connection>, name: &'static str, text: impl FnOnce() -> Vec<u8>) -> Result<()>;
}

/// A handle for a new stream.
pub(crate) fn create_stream(conn: &Handle<Connection>, flags: u32) -> Result<Ref<Stream>> {
    conn.child(Stream::new(conn, flags))
}

impl StreamHandle for Handle<Stream> {
    fn open_for<T>(&self, sparse: bool, make: impl FnOnce(&mut Call) -> oxivirt_model::Result<T>) -> Result<T> {
        Ok(self.open(sparse, |_, call| make(call))?)
    }

    fn reopen(&self, open: impl FnOnce() -> oxivirt::Result<()>) -> Result<()> {
        Ok(open()?)
    }

    fn must_be_on(&self, conn: &Handle<Connection>, name: &'static str, text: impl FnOnce() -> Vec<u8>) -> Result<()> {
        if std::ptr::eq(self.local().pointer(), conn.pointer()) {
            return Ok(());
        }
        Err(Fault::Invalid(name, text()))
    }
}

fn refused(text: Vec<u8>) -> Fault {
    Error::new(ErrorDomain::RPC, ErrorCode::INTERNAL_ERROR, text).into()
}

/// The fault of a stream without a callback.
pub(crate) fn no_stream_events() -> Fault {
    refused(message!("no stream callback registered"))
}

/// Registers a callback of C for an open stream.
pub(crate) fn add_stream_events(
    stream: &Handle<Stream>,
    id: StreamId,
    events: c_int,
    callback: virStreamEventCallback,
    data: (*mut c_void, FreeFunc),
) -> Result<()> {
    let several = || refused(message!("multiple stream callbacks not supported"));
    if stream.watcher().is_some() {
        return Err(several());
    }
    // Not with the place locked: functions of the program's event loop are called.
    let registered = StreamEvents::register(stream, id, events, callback, data);
    let registered = registered.ok_or_else(|| refused(message!("Unable to add timer to event loop")))?;
    if !stream.watch(registered.watcher()) {
        registered.discard();
        return Err(several());
    }
    registered.start();
    Ok(())
}
