//! `virStream`: data that goes along with a call: volumes, consoles, screenshots.
use crate::{Connection, OnConnection, Result, Session};
use oxivirt_model::constants::VIR_STREAM_NONBLOCK;
use oxivirt_protocol::{Call, Opens, StreamId};
use oxivirt_sys::ForkLock;
use std::fmt;
use std::sync::Arc;

/// A stream of a connection. It does nothing until a method with a stream argument opens it. A clone is the same object.
#[derive(Clone)]
pub struct Stream(Arc<Inner>);

struct Inner {
    conn: Connection,
    flags: u32,
    opened: ForkLock<Option<StreamId>>,
}

impl OnConnection for Stream {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl Stream {
    /// Returns a new stream; `flags` are virStreamFlags.
    #[must_use]
    pub fn new(conn: &Connection, flags: u32) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), flags, opened: ForkLock::new(None, || None) }))
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns true if receiving does not wait.
    #[must_use]
    pub fn is_nonblocking(&self) -> bool {
        self.0.flags & VIR_STREAM_NONBLOCK != 0
    }

    /// Returns the open stream's name, if any.
    #[doc(hidden)]
    #[must_use]
    pub fn opened(&self) -> Option<StreamId> {
        *self.0.opened.lock()
    }

    /// Makes a call that opens this stream, which forgets what it was opened for before.
    #[doc(hidden)]
    pub fn open<T>(&self, sparse: bool, make: impl FnOnce(&dyn Session, &mut Call) -> Result<T>) -> Result<T> {
        self.0.forget();
        let session = self.0.conn.session();
        let mut call = crate::op::call_record();
        call.opens = Some(Opens { sparse });
        let made = make(session, &mut call);
        match made {
            Ok(_) => *self.0.opened.lock() = call.stream,
            Err(_) => call.stream.iter().for_each(|&id| session.stream_forget(id)),
        }
        made
    }
}

impl Inner {
    fn forget(&self) {
        let opened = self.opened.lock().take();
        if let Some(id) = opened {
            self.conn.session().stream_forget(id);
            self.conn.events().resume_input();
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.forget();
    }
}

impl fmt::Debug for Stream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").field("opened", &self.opened()).finish_non_exhaustive()
    }
}
