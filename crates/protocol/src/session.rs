//! What a connection's driver offers beside the wire's procedures: the state that never crosses the wire.
use crate::{Driver, Streams};
use oxivirt_model::Result;
use std::os::fd::RawFd;
use std::time::Instant;

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

    /// Says goodbye and ends the session; a second close does nothing.
    ///
    /// # Errors
    /// The goodbye failed; the session has ended all the same.
    fn close(&self) -> Result<()>;
}
