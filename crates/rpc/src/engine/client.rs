//! What a client does besides streams: it calls.
use super::Engine;
use crate::cause::Cause;
use crate::header::{Header, finish_frame, patch_serial};
use crate::output::Owner;
use std::os::fd::OwnedFd;

impl Engine {
    /// Returns how many calls wait for a reply, those included whose caller gave up.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.calls.in_flight()
    }

    /// Queues a call and returns its serial. `frame` was begun with [`crate::start_frame`] (its serial is overwritten) and
    /// holds the whole payload; the descriptors' count must stand before the payload when `fds` is not empty.
    ///
    /// # Errors
    /// The connection is closed or closing, the frame is too long ([`Cause::Unsendable`]), or too many calls have no reply
    /// ([`Cause::TooManyCalls`]); nothing was queued.
    pub fn start_call(&mut self, header: &Header, mut frame: Vec<u8>, fds: Vec<OwnedFd>) -> Result<u32, Cause> {
        if self.refuses().is_some() {
            return Err(Cause::Local);
        }
        if self.calls.in_flight() >= self.limits.calls {
            return Err(Cause::TooManyCalls(self.calls.in_flight()));
        }
        finish_frame(&mut frame).map_err(|e| Cause::Unsendable(e.length))?;
        let streams = &self.streams;
        let serial =
            self.calls.add(header.program, header.version, header.procedure, |serial| streams.named(serial).is_some());
        patch_serial(&mut frame, serial);
        self.output.push(frame, fds, Owner::Call(serial));
        Ok(serial)
    }

    /// Queues the call that says goodbye. All others end with [`Cause::Local`] now, whatever becomes of this one, and so do
    /// waits on streams; nothing is accepted any more.
    ///
    /// # Errors
    /// As [`Engine::start_call`].
    pub fn start_last_call(&mut self, header: &Header, frame: Vec<u8>) -> Result<u32, Cause> {
        if self.refuses().is_some() {
            return Err(Cause::Local);
        }
        for serial in self.calls.wanted() {
            let done = self.calls.fail(serial, Cause::Local);
            self.completions.extend(done);
            self.abandon_call(serial);
        }
        self.streams.all_changed();
        let serial = self.start_call(header, frame, Vec::new())?;
        self.closing = true;
        Ok(serial)
    }

    /// Notes that the caller no longer wants the reply: a frame that was not begun is not sent, else the reply is dropped when it comes.
    pub fn abandon_call(&mut self, serial: u32) {
        let unsent = self.output.cancel(serial);
        self.calls.abandon(serial, unsent);
    }
}
