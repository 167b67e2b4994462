//! The state machine of one connection; see the crate documentation for the shape.
use crate::assemble::{Assembler, Frame};
use crate::backpressure::{Backpressure, Hold};
use crate::calls::{Answered, Calls, Completion};
use crate::cause::Cause;
use crate::header::{Header, Kind, LENGTH_LEN, finish_frame, start_frame};
use crate::keepalive::{self, Due, Pinger, Request};
use crate::limits::Limits;
use crate::output::{Output, Owner, Transmit};
use crate::requests::Requests;
use crate::stream::BRISK;
use crate::streams::Streams;
use std::collections::VecDeque;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

mod client;
mod server;
mod stream;

/// Which end of the connection this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Sends calls, and receives replies and messages.
    Client,
    /// Receives calls, and sends replies and messages.
    Server,
}

impl Role {
    /// The kind of frames that this end gets descriptors with.
    fn carrier(self) -> Kind {
        match self {
            Self::Client => Kind::REPLY_WITH_FDS,
            Self::Server => Kind::CALL_WITH_FDS,
        }
    }
}

/// A program whose messages a client accepts.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// Its number.
    pub program: u32,
    /// Its version.
    pub version: u32,
    /// Whether a procedure is an event; `None` for a number this version does not know, which is ignored because a
    /// newer daemon may have more.
    pub is_event: fn(u32) -> Option<bool>,
}

/// What an administrator may want to know; nothing depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notice {
    /// The answer to a ping was dropped: too much waits to be sent.
    PongDropped,
    /// A ping was dropped: too much waits to be sent.
    PingDropped,
    /// A reply came whose caller had given up.
    LateReply(Header),
    /// A server got a frame of a kind that only servers send, or nobody; it was dropped.
    UnexpectedKind(Header),
    /// A stream packet has a status that stream packets do not have; the connection ends with it.
    StreamStatus(Header),
}

/// How many of them are kept until somebody asks.
const NOTICES_KEPT: usize = 16;

/// What arrived and is the owner's to handle, in order of arrival.
#[derive(Debug)]
pub enum Event {
    /// A message (client): an event of the daemon.
    Message {
        /// As received.
        header: Header,
        /// Without header.
        payload: Vec<u8>,
    },
    /// A call (server).
    Call {
        /// As received.
        header: Header,
        /// Without header and descriptor count.
        payload: Vec<u8>,
        /// In the order sent.
        fds: Vec<OwnedFd>,
    },
}

/// One connection. See the crate documentation.
#[derive(Debug)]
pub struct Engine {
    role: Role,
    programs: &'static [Program],
    assembler: Assembler,
    output: Output,
    /// Of a client.
    calls: Calls,
    /// Of a server.
    requests: Requests,
    streams: Streams,
    completions: VecDeque<Completion>,
    events: VecDeque<Event>,
    pinger: Option<Pinger>,
    last_received: Instant,
    closed: Option<Cause>,
    /// A client made its last call, or a server sends what is left: nothing else is sent or waited for.
    closing: bool,
    limits: Limits,
    undelivered: Backpressure,
    /// Input is taken in slowly or not at all.
    slowed: bool,
    notices: VecDeque<Notice>,
    /// Of a server: which calls open a stream.
    opens: OpensStream,
}

/// Tells from a call's header and body whether it opens a stream, and if so, whether one with holes.
pub type OpensStream = fn(&Header, &[u8]) -> Option<bool>;

impl Engine {
    /// Makes the engine of a connection that was just made. `programs` are those whose messages a client accepts.
    #[must_use]
    pub fn new(role: Role, programs: &'static [Program], limits: Limits, now: Instant) -> Self {
        Self {
            role,
            programs,
            assembler: Assembler::new(role.carrier()),
            output: Output::default(),
            calls: Calls::default(),
            requests: Requests::default(),
            streams: Streams::default(),
            completions: VecDeque::new(),
            events: VecDeque::new(),
            pinger: None,
            last_received: now,
            closed: None,
            closing: false,
            limits,
            undelivered: Backpressure::default(),
            slowed: false,
            notices: VecDeque::new(),
            opens: |_, _| None,
        }
    }

    /// Sets which calls open a stream (server): its packets are kept from the moment the call is taken in, because a client may send
    /// them right behind. Without it [`Engine::open_stream`] says so when the call has been looked at.
    pub fn set_opens_stream(&mut self, opens: OpensStream) {
        self.opens = opens;
    }

    /// Returns why the connection ended; `None` while it is open.
    #[must_use]
    pub fn closed(&self) -> Option<&Cause> {
        self.closed.as_ref()
    }

    /// Returns why nothing more can be sent: the connection ended, or [`Engine::start_last_call`] or [`Engine::close_when_sent`] was
    /// called.
    #[must_use]
    pub fn refuses(&self) -> Option<&Cause> {
        self.closed.as_ref().or(self.closing.then_some(&Cause::Local))
    }

    /// Starts (or replaces) pinging after `interval` of silence; the connection ends when `count` pings in a row stay
    /// without any answer.
    pub fn start_keepalive(&mut self, interval: Duration, count: u32) {
        if self.closed.is_some() {
            // A ping would be sent for ever: nothing fails a connection that has ended.
            return;
        }
        self.pinger = Some(Pinger::new(interval, count, self.last_received));
    }

    /// Stops pinging; pings of the peer are still answered.
    pub fn stop_keepalive(&mut self) {
        self.pinger = None;
    }

    /// Takes in bytes that arrived, and the descriptors attached to the last of them. A violation of the protocol ends the
    /// connection. Then everything that is polled may have something.
    pub fn handle_input(&mut self, now: Instant, mut bytes: &[u8], fds: Vec<OwnedFd>) {
        if let Err(cause) = self.take_input(now, &mut bytes, fds) {
            self.close(cause);
        }
    }

    fn take_input(&mut self, now: Instant, bytes: &mut &[u8], fds: Vec<OwnedFd>) -> Result<(), Cause> {
        if self.closed.is_some() || (self.closing && self.role == Role::Server) {
            return Ok(());
        }
        self.assembler.add_fds(fds)?;
        loop {
            let calls = &mut self.calls;
            let frame = self.assembler.next(bytes, |header| match header.kind {
                Kind::REPLY | Kind::REPLY_WITH_FDS => calls.take_buffer(header.serial),
                _ => Vec::new(),
            })?;
            let Some(frame) = frame else {
                return self.assembler.settle();
            };
            self.last_received = now;
            if let Some(pinger) = &mut self.pinger {
                pinger.received(now);
            }
            self.dispatch(frame)?;
        }
    }

    fn dispatch(&mut self, frame: Frame) -> Result<(), Cause> {
        let Frame { header, .. } = frame;
        match keepalive::classify(&header) {
            Request::Answer => {
                self.push_ping(keepalive::pong(), Notice::PongDropped);
                return Ok(());
            }
            Request::Nothing => return Ok(()),
            Request::Other => {}
        }
        match (self.role, header.kind) {
            (Role::Client, Kind::REPLY) if self.refuses_hole(&header) => {
                if let Some(stream) = self.streams.of_packet(&header) {
                    stream.fail(frame.payload);
                }
            }
            (Role::Client, Kind::REPLY | Kind::REPLY_WITH_FDS) => match self.calls.reply(frame)? {
                Answered::Call(done) => self.completions.push_back(done),
                // Calls that the last one ended are expected to be answered still.
                Answered::Late if self.closing => {}
                Answered::Late => self.notice(Notice::LateReply(header)),
            },
            (Role::Client, Kind::MESSAGE) => self.message(frame)?,
            (Role::Client, Kind::STREAM | Kind::STREAM_HOLE) => self.packet_for_client(frame)?,
            (Role::Server, Kind::STREAM | Kind::STREAM_HOLE) => self.packet_for_server(frame),
            (Role::Server, Kind::CALL | Kind::CALL_WITH_FDS) => {
                let Frame { header, payload, fds } = frame;
                if let Some(sparse) = (self.opens)(&header, &payload) {
                    self.open_stream(&header, header.serial, sparse);
                }
                self.requests.add(&header);
                self.events.push_back(Event::Call { header, payload, fds });
            }
            // As the stock daemon: nobody waits for an answer.
            (Role::Server, _) => self.notice(Notice::UnexpectedKind(header)),
            _ => return Err(Cause::UnexpectedKind(header)),
        }
        Ok(())
    }

    /// Returns until when no input shall be taken in because a stream's reader, or who takes events, does not keep up; `None`:
    /// no reason to wait. `waits`: a thread waits for something; `undelivered`: bytes of events that the owner took from
    /// [`Engine::poll_event`] and has not got rid of. Fails a stream nobody reads, and ends a connection whose events nobody
    /// takes.
    pub fn hold(&mut self, now: Instant, waits: bool, undelivered: usize) -> Option<Instant> {
        self.slowed = undelivered >= self.limits.events.soft || self.streams.any_full();
        if self.closed.is_some() || !self.slowed {
            return None;
        }
        let events = self.undelivered.hold(undelivered, &self.limits.events, BRISK, now, self.last_received);
        let events = match events {
            Hold::Free => None,
            Hold::Until(next) => Some(next),
            Hold::Overflow => {
                self.close(Cause::EventOverflow(undelivered));
                return None;
            }
        };
        events.max(self.streams.hold(now, self.last_received, waits))
    }

    /// Queues a frame that is complete but for its length.
    fn queue(&mut self, header: &Header, payload: &[u8], fds: Vec<OwnedFd>, owner: Owner) -> Result<(), Cause> {
        if self.refuses().is_some() {
            return Err(Cause::Local);
        }
        let mut frame = Vec::new();
        start_frame(&mut frame, header);
        frame.reserve(payload.len().saturating_add(LENGTH_LEN));
        if header.kind.carries_fds() {
            frame.extend_from_slice(&u32::try_from(fds.len()).unwrap_or(u32::MAX).to_be_bytes());
        }
        frame.extend_from_slice(payload);
        finish_frame(&mut frame).map_err(|e| Cause::Unsendable(e.length))?;
        self.output.push(frame, fds, owner);
        Ok(())
    }

    /// Returns the next notice.
    pub fn poll_notice(&mut self) -> Option<Notice> {
        self.notices.pop_front()
    }

    /// Returns true if [`Engine::poll_notice`] has something.
    #[must_use]
    pub fn has_notices(&self) -> bool {
        !self.notices.is_empty()
    }

    fn notice(&mut self, what: Notice) {
        if self.notices.len() < NOTICES_KEPT {
            self.notices.push_back(what);
        }
    }

    /// Queues a ping or its answer, unless the peer takes nothing.
    fn push_ping(&mut self, frame: Vec<u8>, what: Notice) {
        if self.output.bytes() < self.limits.output {
            self.output.push(frame, Vec::new(), Owner::Nobody);
        } else {
            self.notice(what);
        }
    }

    /// Returns how many frames were queued to be sent so far.
    #[must_use]
    pub fn frames_queued(&self) -> u64 {
        self.output.queued()
    }

    /// Returns how many of them are done with: sent, or taken back. A frame is when the count of all queued up to it is reached.
    #[must_use]
    pub fn frames_sent(&self) -> u64 {
        self.output.finished()
    }

    fn message(&mut self, frame: Frame) -> Result<(), Cause> {
        let header = frame.header;
        let program =
            self.programs.iter().find(|known| known.program == header.program && known.version == header.version);
        match program.map(|known| (known.is_event)(header.procedure)) {
            None | Some(Some(false)) => return Err(Cause::UnexpectedMessage(header)),
            Some(None) => {}
            Some(Some(true)) => {
                self.events.push_back(Event::Message { header, payload: frame.payload });
            }
        }
        Ok(())
    }

    /// Ends the connection because the peer closed its end.
    pub fn handle_eof(&mut self) {
        self.close(Cause::EndOfFile);
    }

    /// Sends a ping, or gives the peer up, when it is time to. It does no harm to come early.
    pub fn handle_timeout(&mut self, now: Instant) {
        if (self.slowed || self.streams.any_full())
            && let Some(pinger) = &mut self.pinger
        {
            // The answers may be behind data that this side does not take in.
            pinger.received(now);
        }
        match self.pinger.as_mut().map(|pinger| pinger.due(now)) {
            Some(Due::Ping(frame)) => self.push_ping(frame, Notice::PingDropped),
            Some(Due::Dead(count)) => self.close(Cause::Keepalive(count)),
            Some(Due::Nothing) | None => {}
        }
    }

    /// Ends the connection; every call that still waits fails with `cause`. The first cause stays.
    pub fn close(&mut self, cause: Cause) {
        if self.closed.is_some() {
            return;
        }
        self.completions.extend(self.calls.fail_all(&cause));
        self.requests.clear();
        self.output.clear();
        self.assembler = Assembler::new(self.role.carrier());
        self.pinger = None;
        self.streams.all_changed();
        self.closed = Some(cause);
    }

    /// Returns what to send next. [`Engine::handle_sent`] says how much of it was sent.
    #[must_use]
    pub fn poll_transmit(&self) -> Option<Transmit<'_>> {
        self.output.poll()
    }

    /// Returns true if nothing is left to send.
    #[must_use]
    pub fn drained(&self) -> bool {
        self.output.is_empty()
    }

    /// Notes that `count` bytes of what [`Engine::poll_transmit`] returned were sent (1 for a descriptor).
    pub fn handle_sent(&mut self, count: usize) {
        match self.output.sent(count) {
            Some((Owner::Call(serial), buffer)) => self.calls.give_buffer(serial, buffer),
            // A server's may be sent into again; a client waits for its frames.
            Some((Owner::Stream(serial), buffer)) if self.role == Role::Server => self.streams.sent(serial, buffer),
            _ => {}
        }
        if self.closing && self.role == Role::Server && self.drained() {
            self.close(Cause::Local);
        }
    }

    /// Returns the next call that ended (client).
    pub fn poll_completion(&mut self) -> Option<Completion> {
        self.completions.pop_front()
    }

    /// Returns the next thing for the owner to handle, in the order of arrival.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Returns true if [`Engine::poll_event`] has something.
    #[must_use]
    pub fn has_events(&self) -> bool {
        !self.events.is_empty()
    }

    /// Returns how many bytes of memory an incomplete frame holds.
    #[must_use]
    pub fn held(&self) -> usize {
        self.assembler.held()
    }

    /// Returns when to call [`Engine::handle_timeout`] at the latest; `None`: never.
    #[must_use]
    pub fn poll_deadline(&self) -> Option<Instant> {
        self.pinger.as_ref().and_then(Pinger::deadline)
    }

    /// For tests of serials that wrapped.
    #[cfg(test)]
    pub(crate) fn set_next_serial(&mut self, serial: u32) {
        self.calls.set_next_serial(serial);
    }
}
