//! `virStreamPtr`.
use super::{Belongs, Connection, Stream};
use crate::abi::ctypes::virStreamEventCallback;
use crate::abi::{ErrorOwner, Fault, FreeFunc, Handle, Object, Ref, Result, StreamEvents, StreamObject};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::{Observer, StreamId};
use std::ffi::{c_int, c_void};

impl Object for Stream {
    type Local = Ref<Connection>;
    const MAGIC: u32 = 0x6f78_000e;
    const INVALID: (Option<ErrorDomain>, ErrorCode) = (Some(ErrorDomain::STREAMS), ErrorCode::INVALID_STREAM);
    fn connection(this: &Handle<Self>) -> Option<&dyn ErrorOwner> {
        let conn: &Handle<Connection> = this.local();
        Some(conn)
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

/// A handle for a new stream.
pub(crate) fn create_stream(conn: &Handle<Connection>, flags: u32) -> Result<Ref<Stream>> {
    conn.child(Stream::new(conn, flags))
}

impl StreamObject for Stream {
    fn is_ready(this: &Handle<Self>, id: StreamId) -> bool {
        this.driver().stream_ready(id)
    }

    fn has_room(this: &Handle<Self>, id: StreamId) -> bool {
        this.driver().stream_has_room(id)
    }

    fn observe(this: &Handle<Self>, id: StreamId, observer: Option<Observer>) {
        this.driver().stream_observe(id, observer);
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
