//! What a server does besides streams: it answers calls and tells events.
//!
//! Each [`crate::Event::Call`] is answered once, by [`Engine::send_reply`] or [`Engine::send_error`], in any order. A call
//! that opens a stream is announced by [`Engine::open_stream`] before it is answered.
use super::{Engine, Role};
use crate::cause::Cause;
use crate::header::{Header, Kind, Status};
use crate::output::Owner;
use std::os::fd::OwnedFd;

impl Engine {
    /// Returns how many calls were taken in and are not answered.
    #[must_use]
    pub fn unanswered(&self) -> usize {
        self.requests.len()
    }

    /// Returns true while no input shall be taken in because too many calls are not answered or too much waits to be sent.
    /// What ends it is an answer, or [`Engine::handle_sent`]; [`Engine::hold`] is asked besides.
    #[must_use]
    pub fn blocked(&self) -> bool {
        self.role == Role::Server
            && (self.requests.len() >= self.limits.requests || self.output.bytes() >= self.limits.output)
    }

    /// Queues the answer to a call, which `call` is the header of.
    ///
    /// # Errors
    /// The connection is closed or closing, there is no such call ([`Cause::NoCall`]), or the frame is too long
    /// ([`Cause::Unsendable`]; the call still has no answer then).
    pub fn send_reply(&mut self, call: &Header, payload: &[u8], fds: Vec<OwnedFd>) -> Result<(), Cause> {
        let kind = if fds.is_empty() { Kind::REPLY } else { Kind::REPLY_WITH_FDS };
        self.answer(call, Header { kind, status: Status::OK, ..*call }, payload, fds)
    }

    /// Queues the refusal of a call; the payload is an encoded error record.
    ///
    /// # Errors
    /// As [`Engine::send_reply`].
    pub fn send_error(&mut self, call: &Header, payload: &[u8]) -> Result<(), Cause> {
        let header = Header { kind: Kind::REPLY, status: Status::ERROR, ..*call };
        self.answer(call, header, payload, Vec::new())
    }

    fn answer(&mut self, call: &Header, header: Header, payload: &[u8], fds: Vec<OwnedFd>) -> Result<(), Cause> {
        if self.refuses().is_none() && !self.requests.has(call) {
            return Err(Cause::NoCall(*call));
        }
        self.queue(&header, payload, fds, Owner::Nobody)?;
        self.requests.remove(call);
        Ok(())
    }

    /// Returns true if one call alone is unanswered and nothing came behind it: what comes next may travel in another form.
    #[must_use]
    pub fn is_last_input(&self) -> bool {
        self.unanswered() == 1 && !self.has_events() && self.assembler.is_empty()
    }

    /// Returns how many bytes wait to be sent.
    #[must_use]
    pub fn output_bytes(&self) -> usize {
        self.output.bytes()
    }

    /// Queues an event. Its serial is 1, as the stock daemon has it; nobody looks at it.
    ///
    /// # Errors
    /// The connection is closed or closing, or the frame is too long ([`Cause::Unsendable`]).
    pub fn send_message(&mut self, program: u32, version: u32, procedure: u32, payload: &[u8]) -> Result<(), Cause> {
        let header = Header { program, version, procedure, kind: Kind::MESSAGE, serial: 1, status: Status::OK };
        self.queue(&header, payload, Vec::new(), Owner::Nobody)
    }

    /// Ends the connection as soon as everything queued is sent; from now on nothing is taken in or accepted.
    pub fn close_when_sent(&mut self) {
        self.closing = true;
        if self.drained() {
            self.close(Cause::Local);
        }
    }
}
