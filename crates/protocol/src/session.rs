//! What a connection's driver offers beside the wire's procedures: the state that never crosses the wire.
use crate::{Call, Driver, EventClass, Identity, Message, Streams, remote};
use oxivirt_model::Result;
use oxivirt_model::constants::{
    VIR_CONNECT_CLOSE_REASON_EOF, VIR_CONNECT_CLOSE_REASON_ERROR, VIR_CONNECT_CLOSE_REASON_KEEPALIVE,
};
use std::fmt::Debug;
use std::os::fd::RawFd;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Weak};
use std::time::Instant;

/// Counts the bytes of one connection's events that arrived and that nobody got rid of, so that a daemon cannot send more
/// than the program takes.
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

/// Why a session ended without being closed: `virConnectCloseReason`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CloseReason(pub i32);

impl CloseReason {
    /// Misc I/O error.
    pub const ERROR: Self = Self(VIR_CONNECT_CLOSE_REASON_ERROR.cast_signed());
    /// The peer closed.
    pub const EOF: Self = Self(VIR_CONNECT_CLOSE_REASON_EOF.cast_signed());
    /// The peer did not answer pings.
    pub const KEEPALIVE: Self = Self(VIR_CONNECT_CLOSE_REASON_KEEPALIVE.cast_signed());
}

/// Hears what happens on a session without being asked for.
///
/// The methods run on the thread that noticed, which may be inside a call of its own on the session: they must not wait.
pub trait Listener: Send + Sync + Debug {
    /// Events were reported; each is passed once, in the order of arrival. A lock of the session's may be held, which keeps them in
    /// order: the listener only takes them, and calls nobody.
    fn on_messages(&self, messages: Vec<Message>);

    /// Follows [`Listener::on_messages`], on the same thread, without any lock: now the listener may call others.
    fn on_taken(&self) {}

    /// The session ended; called at most once, after all messages.
    fn on_closed(&self, reason: CloseReason);
}

/// An open driver session. The remote driver is one; in-process drivers are others.
pub trait Session: Driver + Streams {
    /// Returns the connection's URI, as virConnectGetURI returns it.
    fn uri(&self) -> &[u8];

    /// Returns the hypervisor's name (`QEMU`); the remote driver asks the daemon once.
    ///
    /// # Errors
    /// The daemon could not be asked.
    fn kind(&self) -> Result<&[u8]>;

    /// Returns true if the session is open and its peer has not gone. Makes no call.
    fn is_alive(&self) -> bool;

    /// Returns true if the session may change nothing.
    fn is_read_only(&self) -> bool {
        false
    }

    /// Returns for whom the session acts. Nothing in a client: it is its own identity, which the daemon finds out.
    fn identity(&self) -> &Identity {
        &Identity::NOBODY
    }

    /// Refuses an array of so many elements in the arguments of a procedure, before it is copied from a program's memory: that ends
    /// earlier when the number has gone wrong. A driver without limits takes any.
    ///
    /// # Errors
    /// The driver does not take so many.
    fn admits(&self, procedure: remote::Procedure, elements: usize) -> Result<()> {
        let _ = (procedure, elements);
        Ok(())
    }

    /// Returns true if typed parameters may be strings, in both directions. In this process they always may; a daemon is asked with
    /// `call`.
    ///
    /// # Errors
    /// The daemon could not be asked.
    fn takes_strings(&self, call: &mut Call) -> Result<bool> {
        let _ = call;
        Ok(true)
    }

    /// Sets who hears of events and of the session's end from now on; without a listener events are dropped. The first stays.
    fn listen(&self, listener: Weak<dyn Listener>);

    /// Returns true if the driver delivers events by callback id.
    fn filters_events(&self) -> bool;

    /// Returns true if the driver may have events of the class; who asks a daemon finds out when it answers.
    fn has_events(&self, class: EventClass) -> bool {
        let _ = class;
        true
    }

    /// Returns true if the driver reports the end of a connection it forwards to.
    fn has_close_callback(&self) -> bool;

    /// Says goodbye and ends the session; a second close does nothing.
    ///
    /// # Errors
    /// The goodbye failed; the session has ended all the same.
    fn close(&self) -> Result<()>;

    /// Returns true if the driver works in this process: nothing goes over a socket, and the driver alone knows what it has.
    fn is_local(&self) -> bool {
        self.io().is_none()
    }

    /// Returns what the session has because it speaks over a socket; `None` for drivers that work in this process.
    fn io(&self) -> Option<&dyn SessionIo> {
        None
    }
}

/// What only sessions over a socket have: a descriptor that an event loop serves while no call is in flight, and a transport.
///
/// A loop watches [`SessionIo::fd`] while [`SessionIo::wants_input`], calls [`SessionIo::on_readable`] when it is readable and
/// [`SessionIo::on_timeout`] when [`SessionIo::deadline`] has passed; each of these may change the other answers.
pub trait SessionIo {
    /// Returns true if nobody can listen to the transport.
    fn is_secure(&self) -> bool;

    /// Returns true if the transport encrypts.
    fn is_encrypted(&self) -> bool;

    /// Returns true if the process has an event loop that shall watch the session.
    fn has_event_loop(&self) -> bool;

    /// Starts pings after `interval` seconds of silence (0 or less: stops them); the peer is given up after `count`
    /// unanswered ones. Returns false if the peer does not know keepalive.
    ///
    /// # Errors
    /// The process has no event loop, or the interval is too large.
    fn set_keepalive(&self, interval: i32, count: u32) -> Result<bool>;

    /// Returns the descriptor to watch; `None` once the session has ended.
    fn fd(&self) -> Option<RawFd>;

    /// Returns true if that descriptor shall be watched now: not while a stream holds more than its reader takes.
    fn wants_input(&self) -> bool {
        true
    }

    /// Returns true if something waits until the peer takes more, so that the descriptor shall be watched for room too, and
    /// [`SessionIo::on_readable`] be called then. Only calls that nobody waits for leave something behind.
    fn wants_output(&self) -> bool {
        false
    }

    /// Moves what can be moved without waiting: takes in what is there, and sends what waits. Returns true if more may be there.
    fn on_readable(&self) -> bool;

    /// Returns when [`SessionIo::on_timeout`] is due; `None` for never.
    fn deadline(&self) -> Option<Instant>;

    /// Pings, or gives the peer up: the deadline has passed.
    fn on_timeout(&self);
}
