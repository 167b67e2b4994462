//! Calls that no thread waits for: a daemon before others makes them, whose thread that watches sockets must not sleep. The
//! outcome is passed to a function, by whichever thread finds that the call has ended.
use super::baton::Baton;
use super::connection::Link;
use super::ended::Shown;
use super::state::InputEvents;
use crate::log_lines;
use oxivirt_rpc::{Cause, Completion, Header, Outcome};
use std::fmt;
use std::os::fd::OwnedFd;

/// Called once, with no lock held, when a call has ended, with its outcome and the serial of the stream that it opened. It must not wait.
pub(crate) type Done = Box<dyn FnOnce(&Link, Outcome, Option<u32>) + Send>;

/// A call that no thread waits for.
struct Call {
    header: Header,
    serial: u32,
    /// It opens a stream.
    opens: bool,
    done: Done,
}

/// The calls of a connection that no thread waits for.
#[derive(Default)]
pub(super) struct Unattended {
    waiting: Vec<Call>,
    /// Those that have ended and whose function was not called yet.
    ended: Vec<(Call, Outcome)>,
}

impl fmt::Debug for Unattended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unattended({} waiting, {} ended)", self.waiting.len(), self.ended.len())
    }
}

impl Unattended {
    /// Takes a call that has ended; returns it if a thread waits for it.
    pub(super) fn take(&mut self, completion: Completion) -> Option<Completion> {
        let Some(at) = self.waiting.iter().position(|call| call.serial == completion.serial) else {
            return Some(completion);
        };
        let call = self.waiting.swap_remove(at);
        self.ended.push((call, completion.outcome));
        None
    }

    /// Returns true if functions are to be called.
    pub(super) fn has_ended(&self) -> bool {
        !self.ended.is_empty()
    }

    /// Takes the calls that have ended, in the order in which they did.
    pub(super) fn take_ended(&mut self) -> Ends {
        Ends(std::mem::take(&mut self.ended))
    }
}

/// Calls that have ended and whose functions are to be called.
pub(super) struct Ends(Vec<(Call, Outcome)>);

impl Ends {
    /// Calls the functions; to be called without any lock.
    pub(super) fn tell(self, link: &Link) {
        for (Call { header, serial, opens, done }, outcome) in self.0 {
            log_lines::ended(&header, serial, &Shown(&outcome));
            let stream = Some(serial).filter(|_| opens && matches!(outcome, Outcome::Reply { .. }));
            if opens && stream.is_none() {
                link.forget_stream(serial);
            }
            done(link, outcome, stream);
        }
    }
}

impl Link {
    /// Sends the frame (begun with `start_frame`, payload complete) as far as the peer takes it now, and returns; `done` is called with
    /// the outcome, possibly before this returns. With `opens` the call opens a stream (sparse or not). Returns true if something waits until the peer takes more: then whoever watches the
    /// descriptor watches it for room too ([`Link::wants_output`]).
    ///
    /// # Errors
    /// Nothing can be sent; `done` is not called.
    pub(crate) fn start(
        &self,
        header: &Header,
        frame: Vec<u8>,
        fds: Vec<OwnedFd>,
        opens: Option<bool>,
        done: Done,
    ) -> Result<bool, Cause> {
        if self.forked() {
            return Err(Cause::Local);
        }
        let mut shared = self.shared.lock();
        let serial = shared.state.engine.start_call(header, frame, fds)?;
        if let Some(sparse) = opens {
            shared.state.engine.open_stream(header, serial, sparse);
        }
        shared.state.unattended.waiting.push(Call { header: *header, serial, opens: opens.is_some(), done });
        self.send(&mut shared.state);
        let unsent = !shared.state.is_sent();
        self.settle(&mut shared);
        self.release(shared);
        Ok(unsent)
    }

    /// Notes that whoever watches the descriptor is told once that something came, not as long as it is there.
    pub(crate) fn watch_edges(&self) {
        self.shared.lock().state.input = InputEvents::Edge;
    }

    /// Returns true if something waits until the peer takes more.
    pub(crate) fn wants_output(&self) -> bool {
        !self.forked() && !self.shared.lock().state.is_sent()
    }
}

#[cfg(test)]
#[path = "unattended_tests.rs"]
mod tests;
