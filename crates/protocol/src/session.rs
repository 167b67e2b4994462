//! What a connection's driver offers beside the wire's procedures: the state that never crosses the wire.
use crate::{Driver, Program, Streams};
use oxivirt_model::Result;
use std::fmt::Debug;
use std::os::fd::RawFd;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Weak};
use std::time::Instant;

/// Counts the bytes of one connection's events that arrived and that nobody got rid of, so that a daemon cannot send
/// more than the program takes.
#[derive(Debug, Clone, Default)]
pub struct Backlog(Arc<AtomicUsize>);

impl Backlog {
    /// What an event costs besides its body.
    const COST: usize = 64;

    /// Returns how many bytes count now.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }

    /// Counts an event with a body of `len` bytes until the result is dropped.
    #[must_use]
    pub fn count(&self, len: usize) -> Counted {
        let bytes = len.saturating_add(Self::COST);
        self.0.fetch_add(bytes, Ordering::Relaxed);
        Counted { backlog: Arc::clone(&self.0), bytes }
    }
}

/// One event's share of a [`Backlog`].
#[derive(Debug)]
pub struct Counted {
    backlog: Arc<AtomicUsize>,
    bytes: usize,
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.backlog.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

/// An event of the daemon, as it came.
#[derive(Debug)]
pub struct Message {
    /// Whose procedure it is.
    pub program: Program,
    /// Which event; it is one that the program's table knows.
    pub procedure: u32,
    /// The body, undecoded.
    pub payload: Vec<u8>,
    /// To be kept until the event is delivered or dropped.
    pub counted: Counted,
}

/// Why a session ended without being closed: `virConnectCloseReason`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CloseReason(pub i32);

impl CloseReason {
    /// Misc I/O error.
    pub const ERROR: Self = Self(0);
    /// The peer closed.
    pub const EOF: Self = Self(1);
    /// The peer did not answer pings.
    pub const KEEPALIVE: Self = Self(2);
}

/// Hears what happens on a session without being asked for.
///
/// The methods run on the thread that noticed, which may be inside a call of its own on the session: they must not
/// wait.
pub trait Listener: Send + Sync + Debug {
    /// Events arrived; each is passed once, in the order of arrival. A lock of the session's may be held, which keeps
    /// them in order: the listener only takes them, and calls nobody.
    fn on_messages(&self, messages: Vec<Message>);

    /// Follows [`Listener::on_messages`], on the same thread, without any lock: now the listener may call others.
    fn on_taken(&self) {}

    /// The session ended; called at most once, after all messages.
    fn on_closed(&self, reason: CloseReason);
}

/// An open driver session. The remote driver is one; in-process drivers are others.
pub trait Session: Driver + Streams {
    /// The connection's URI, as virConnectGetURI returns it.
    fn uri(&self) -> &[u8];

    /// The hypervisor's name (`QEMU`); the remote driver asks the daemon once.
    ///
    /// # Errors
    /// The daemon could not be asked.
    fn kind(&self) -> Result<&[u8]>;

    /// Whether the session is open and its peer has not gone. Makes no call.
    fn is_alive(&self) -> bool;

    /// Whether the transport cannot be overheard.
    fn transport_secure(&self) -> bool;

    /// Whether the transport encrypts.
    fn transport_encrypted(&self) -> bool;

    /// Starts pings after `interval` seconds of silence (0 or less: stops them); the peer is given up after `count`
    /// unanswered ones. `false` when the peer does not know keepalive.
    ///
    /// # Errors
    /// The process has no event loop, or the interval is too large.
    fn set_keepalive(&self, interval: i32, count: u32) -> Result<bool>;

    /// The descriptor an event loop may watch while no call is in flight; `None` when there is nothing to watch.
    fn fd(&self) -> Option<RawFd>;

    /// Whether that descriptor shall be watched now: not while a stream holds more than its reader takes.
    fn wants_input(&self) -> bool {
        true
    }

    /// The descriptor is readable: takes in what is there without waiting.
    fn on_readable(&self);

    /// When [`Session::on_timeout`] is due; `None` for never.
    fn deadline(&self) -> Option<Instant>;

    /// The deadline has passed: pings, or gives the peer up.
    fn on_timeout(&self);

    /// Who hears of events and of the session's end from now on; without a listener events are dropped. The first
    /// stays.
    fn listen(&self, listener: Weak<dyn Listener>);

    /// Whether the daemon delivers events by callback id.
    fn filters_events(&self) -> bool;

    /// Whether the daemon reports the end of a connection it forwards to.
    fn has_close_callback(&self) -> bool;

    /// Says goodbye and ends the session; a second close does nothing.
    ///
    /// # Errors
    /// The goodbye failed; the session has ended all the same.
    fn close(&self) -> Result<()>;
}
