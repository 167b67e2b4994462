//! `virStream`: data that goes along with a call: volumes, consoles, screenshots.
mod transfer;
mod whole;

pub use oxivirt_protocol::Received;
pub use whole::{Section, SparseSink, SparseSource};

use crate::op::Op;
use crate::{Connection, ErrorDomain, Function, OnConnection, Result, Session};
use oxivirt_model::constants::VIR_STREAM_NONBLOCK;
use oxivirt_protocol::{Call, Driver, Opens, StreamId};
use oxivirt_sys::ForkLock;
use std::fmt;
use std::sync::Arc;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STREAMS;

/// A stream of a connection. It does nothing until a method with a stream argument opens it. A clone is the same object.
///
/// It is a reader and a writer of the standard library, also by reference. [`Stream::finish`] asks whether all has arrived. With the
/// flag `VIR_STREAM_NONBLOCK` receiving does not wait; see [`Stream::is_ready`] and [`Stream::on_ready`].
#[derive(Clone)]
pub struct Stream(Arc<Inner>);

struct Inner {
    conn: Connection,
    flags: u32,
    opened: ForkLock<Option<StreamId>>,
    watcher: ForkLock<Option<Arc<dyn StreamWatcher>>>,
}

/// A callback for what happens on a stream, as the stream knows it.
#[doc(hidden)]
pub trait StreamWatcher: Send + Sync + fmt::Debug {
    /// Something was received, or the stream ended: what it waits for may be there, or gone.
    fn moved(&self);
    /// Sets what it waits for, virStreamEventType.
    fn update(&self, events: i32);
    /// The stream has forgotten it.
    fn remove(&self);
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
        let (opened, watcher) = (ForkLock::new(None, || None), ForkLock::new(None, || None));
        Self(Arc::new(Inner { conn: conn.clone(), flags, opened, watcher }))
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

    /// Returns the open stream's name; a stream that nothing opened supports nothing.
    #[doc(hidden)]
    pub fn id(&self, function: &Function) -> Result<StreamId> {
        self.opened().ok_or_else(|| function.unsupported())
    }

    /// Makes a call that opens this stream, which forgets what it was opened for before, and its callback.
    #[doc(hidden)]
    pub fn open<T>(&self, sparse: bool, make: impl FnOnce(&dyn Session, &mut Call) -> Result<T>) -> Result<T> {
        if let Some(watcher) = self.unwatch() {
            watcher.remove();
        }
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

    /// Returns the callback.
    #[doc(hidden)]
    #[must_use]
    pub fn watcher(&self) -> Option<Arc<dyn StreamWatcher>> {
        self.0.watcher.lock().clone()
    }

    /// Puts a callback into its place. Returns false if there is one.
    #[doc(hidden)]
    #[must_use]
    pub fn watch(&self, watcher: Arc<dyn StreamWatcher>) -> bool {
        let mut place = self.0.watcher.lock();
        let vacant = place.is_none();
        if vacant {
            *place = Some(watcher);
        }
        vacant
    }

    /// Takes the callback out.
    #[doc(hidden)]
    #[must_use]
    pub fn unwatch(&self) -> Option<Arc<dyn StreamWatcher>> {
        self.0.watcher.lock().take()
    }

    /// Tells those who watch the stream or its connection that something was received, or that the stream ended.
    fn moved(&self) {
        self.0.conn.events().resume_input();
        // Without the lock: the application's own loop functions are called.
        if let Some(watcher) = self.watcher() {
            watcher.moved();
        }
    }
}

impl Op<'_> {
    /// Makes a call that opens `stream`, with holes if it is `sparse`.
    #[expect(clippy::inline_always, reason = "as the other calls of an operation")]
    #[inline(always)]
    pub(crate) fn open<R>(
        self,
        stream: &Stream,
        sparse: bool,
        procedure: impl FnOnce(&dyn Driver, &mut Call) -> Result<R>,
    ) -> Result<R> {
        stream.open(sparse, |_, call| procedure(&self.guarded(), call)).map_err(|error| self.named(error))
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

#[cfg(test)]
mod tests;
