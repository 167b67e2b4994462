//! Calls over the connection: those whose thread waits for the answer, and those that nobody waits for.
use super::end::from_cause;
use super::limits::{self, Room};
use super::session::{Remote, call_header};
use crate::error;
use crate::link::{Ended, Link, TransportProcess};
use crate::log_lines;
use oxivirt_model::Result;
use oxivirt_protocol::{Call, Opens, Program, StreamId, Transact, error_from_wire};
use oxivirt_rpc::{Header, Kind, MAX_FRAME, Outcome, start_frame};
use oxivirt_xdr::Writer;
use std::os::fd::OwnedFd;

/// A call that nobody waits for.
#[derive(Debug)]
pub struct EncodedCall<'c> {
    /// Of the procedure.
    pub program: Program,
    /// Its number.
    pub procedure: u32,
    /// The encoded arguments.
    pub body: &'c [u8],
    /// In the order sent.
    pub fds: Vec<OwnedFd>,
    /// It opens a stream.
    pub opens: Option<Opens>,
}

/// Its answer.
#[derive(Debug)]
pub struct Reply {
    /// Encoded.
    pub body: Vec<u8>,
    /// In the order sent.
    pub fds: Vec<OwnedFd>,
    /// What the call opened.
    pub stream: Option<StreamId>,
}

/// A call that is ready to be sent.
struct Request {
    header: Header,
    frame: Vec<u8>,
    /// What its answer may hold.
    asked: Option<Room>,
}

impl Request {
    /// Makes the frame of a call, in `buffer`.
    ///
    /// # Errors
    /// The arguments are above their limits.
    fn new(
        buffer: Vec<u8>,
        fds: &[OwnedFd],
        program: Program,
        procedure: u32,
        encode: &dyn Fn(&mut Writer<'_>) -> oxivirt_xdr::Result<()>,
    ) -> Result<Self> {
        let kind = if fds.is_empty() { Kind::CALL } else { Kind::CALL_WITH_FDS };
        let header = call_header(program, procedure, kind);
        let mut frame = buffer;
        start_frame(&mut frame, &header);
        if kind.carries_fds() {
            let count = u32::try_from(fds.len()).unwrap_or(u32::MAX);
            frame.extend_from_slice(&count.to_be_bytes());
        }
        let head = frame.len();
        let room = MAX_FRAME.saturating_sub(head);
        encode(&mut Writer::new(&mut frame, room)).map_err(|problem| {
            let info = program.procedure(procedure);
            limits::not_encoded(problem, info.and_then(|info| info.args).unwrap_or_default())
        })?;
        let asked = limits::check_request(program, procedure, frame.get(head..).unwrap_or_default())?;
        log_lines::call(&header, frame.len());
        Ok(Self { header, frame, asked })
    }
}

/// Returns what came of a call that was answered or cannot be any more.
fn reply(outcome: Outcome, asked: Option<Room>, transport_process: Option<&TransportProcess>) -> Result<Reply> {
    match outcome {
        Outcome::Reply { payload: body, fds } => {
            asked.map_or(Ok(()), |room| room.check_reply(&body))?;
            Ok(Reply { body, fds, stream: None })
        }
        Outcome::Refused { payload } => Err(error_from_wire(&payload)),
        Outcome::Failed(cause) => Err(from_cause(&cause, transport_process)),
    }
}

impl Remote {
    /// Refuses descriptors that cannot be sent.
    fn check_descriptors(&self, fds: &[OwnedFd]) -> Result<()> {
        if fds.is_empty() || self.link.passes_fds { Ok(()) } else { Err(error::no_descriptors()) }
    }

    /// Returns true if calls may take as long as the daemon does. [`Remote::start`] knows no deadlines.
    #[must_use]
    pub fn has_no_deadlines(&self) -> bool {
        self.call_timeout.is_none() && self.opening_until.is_none()
    }

    /// Notes that whoever watches the descriptor is told once that something came, not as long as it is there: threads that wait for
    /// answers leave nothing behind that it was told of, and it reads until [`oxivirt_protocol::SessionIo::on_readable`] returns false.
    pub fn watch_edges(&self) {
        self.link.watch_edges();
    }

    /// Makes a call without waiting for its answer, which is passed to `done` by whichever thread finds it, possibly before this
    /// returns. Returns true if something waits until the daemon takes more ([`oxivirt_protocol::SessionIo::wants_output`]).
    ///
    /// # Errors
    /// As for a call that fails before anything is sent; `done` is not called.
    pub fn start(&self, call: EncodedCall<'_>, done: Box<dyn FnOnce(Result<Reply>) + Send>) -> Result<bool> {
        let EncodedCall { program, procedure, body, fds, opens } = call;
        self.check_descriptors(&fds)?;
        let Request { header, frame, asked } =
            Request::new(Vec::new(), &fds, program, procedure, &|w| w.encoded(body))?;
        let done = move |link: &Link, outcome: Outcome, stream: Option<u32>| {
            let reply = reply(outcome, asked, link.transport_process());
            done(reply.map(|reply| Reply { stream: stream.map(StreamId), ..reply }));
        };
        let opens = opens.map(|opens| opens.sparse);
        let started = self.link.start(&header, frame, fds, opens, Box::new(done));
        started.map_err(|cause| from_cause(&cause, self.link.transport_process()))
    }
}

impl Transact for Remote {
    fn transact(
        &self,
        call: &mut Call,
        program: Program,
        procedure: u32,
        encode: &dyn Fn(&mut Writer<'_>) -> oxivirt_xdr::Result<()>,
    ) -> Result<()> {
        let fds = std::mem::take(&mut call.fds_in);
        self.check_descriptors(&fds)?;
        // The request is encoded where the last reply was, and the next reply comes to the same place.
        let buffer = std::mem::take(&mut call.reply);
        let Request { header, frame, asked } = Request::new(buffer, &fds, program, procedure, encode)?;
        let opens = call.opens.map(|opens| opens.sparse);
        let deadline = call.deadline.or_else(|| self.default_deadline(program, procedure));
        let (ended, stream) = self.link.call_opening(&header, frame, fds, deadline, opens);
        call.stream = stream.map(StreamId);
        match ended {
            Ended::With(outcome) => {
                let Reply { body, fds, .. } = reply(outcome, asked, self.link.transport_process())?;
                call.reply = body;
                call.fds_out = fds;
                Ok(())
            }
            Ended::TimedOut(waited) => Err(error::timed_out(&self.daemon, program, procedure, waited)),
            Ended::Forked => Err(error::forked()),
        }
    }
}
