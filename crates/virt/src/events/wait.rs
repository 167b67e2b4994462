//! Taking events in where a program has no event loop.
use super::Events;
use crate::{Connection, Error, ErrorCode, ErrorDomain, Result, SessionIo};
use oxivirt_sys::{Interest, PollFd, WakerPlace};
use std::io;
use std::os::fd::RawFd;
use std::time::{Duration, Instant};

impl Connection {
    /// Waits until something arrives, at most for `limit`, and delivers the events that came. Returns false if nothing did. For
    /// programs without an event loop, in a thread of their own.
    ///
    /// # Errors
    /// The connection has ended, or waiting failed.
    pub fn wait_for_events(&self, limit: Duration) -> Result<bool> {
        let end = Instant::now().checked_add(limit);
        let ready = match self.session().io() {
            Some(io) => wait_for_peer(io, end)?,
            None if self.is_alive() => self.events().wait(end).map_err(not_polled)?,
            None => return Err(closed()),
        };
        self.events().deliver();
        Ok(ready)
    }
}

/// Waits for a peer's bytes or the session's own deadline.
fn wait_for_peer(io: &dyn SessionIo, end: Option<Instant>) -> Result<bool> {
    let fd = io.fd().ok_or_else(closed)?;
    let ready = readable(fd, end.into_iter().chain(io.deadline()).min()).map_err(not_polled)?;
    if ready {
        io.on_readable();
    }
    if io.deadline().is_some_and(|due| due <= Instant::now()) {
        io.on_timeout();
    }
    Ok(ready)
}

impl Events {
    /// Waits for events of a driver in this process. Returns false if none came.
    fn wait(&self, end: Option<Instant>) -> io::Result<bool> {
        let waker = self.arrived.get_or_init(WakerPlace::default).current()?;
        // Events that came before the waker was made woke nobody.
        let ready = !self.state().queue.is_empty() || readable(waker.fd(), end)?;
        waker.clear();
        Ok(ready)
    }
}

fn readable(fd: RawFd, end: Option<Instant>) -> io::Result<bool> {
    let mut set = [PollFd::new(fd, Interest::READ)];
    Ok(oxivirt_sys::poll(&mut set, end)? > 0)
}

fn closed() -> Error {
    Error::new(ErrorDomain::RPC, ErrorCode::INTERNAL_ERROR, "client socket is closed")
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn not_polled(error: io::Error) -> Error {
    Error::system(ErrorDomain::RPC, error.raw_os_error().unwrap_or_default(), "Unable to poll on socket")
}
