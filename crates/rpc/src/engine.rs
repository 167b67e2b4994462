//! The state machine of one connection; see the crate documentation for the shape.
use crate::assemble::{Assembler, Frame};
use crate::backpressure::{Backpressure, Hold, QueueLimits};
use crate::calls::{Answered, Calls, Completion};
use crate::cause::Cause;
use crate::header::{Header, Kind, Status, finish_frame, patch_serial, start_frame};
use crate::keepalive::{self, Due, Pinger, Request};
use crate::output::{Output, Transmit};
use crate::stream::{BRISK, Stream, Streams};
use std::collections::VecDeque;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

/// Which end of the connection this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Calls, and receives replies and messages.
    Client,
    /// Receives calls, and sends replies and messages.
    Server,
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

/// How much a peer can make this side keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// How many calls may be without their reply, those included whose caller gave up. No more are sent then.
    pub calls: usize,
    /// How many bytes may wait to be sent before pings and their answers are dropped.
    pub output: usize,
    /// Of each stream's packets.
    pub stream: QueueLimits,
    /// Of events that were not delivered.
    pub events: QueueLimits,
}

impl Limits {
    /// 65,536 calls, 1 MiB of output behind which no pings wait, [`QueueLimits::DEFAULT`] for the rest.
    pub const DEFAULT: Self =
        Self { calls: 65_536, output: 1024 * 1024, stream: QueueLimits::DEFAULT, events: QueueLimits::DEFAULT };
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
    /// A stream packet or hole (server; a client's go to its [`Stream`]s).
    Stream {
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
    calls: Calls,
    streams: Streams,
    completions: VecDeque<Completion>,
    events: VecDeque<Event>,
    pinger: Option<Pinger>,
    last_received: Instant,
    closed: Option<Cause>,
    /// The last call was made: nothing else is sent or waited for.
    closing: bool,
    limits: Limits,
    undelivered: Backpressure,
    /// Input is taken in slowly or not at all.
    slowed: bool,
    notices: VecDeque<Notice>,
}

impl Engine {
    /// A connection that was just made. `programs` are those whose messages a client accepts.
    #[must_use]
    pub fn new(role: Role, programs: &'static [Program], limits: Limits, now: Instant) -> Self {
        Self {
            role,
            programs,
            assembler: Assembler::new(),
            output: Output::default(),
            calls: Calls::default(),
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
        }
    }

    /// Why the connection ended; `None` while it is open.
    #[must_use]
    pub fn closed(&self) -> Option<&Cause> {
        self.closed.as_ref()
    }

    /// Why nothing can be asked for any more: the connection ended, or [`Engine::start_last_call`] was called.
    #[must_use]
    pub fn refuses(&self) -> Option<&Cause> {
        self.closed.as_ref().or(self.closing.then_some(&Cause::Local))
    }

    /// How many calls wait for a reply, those included whose caller gave up.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.calls.in_flight()
    }

    /// Queues a call and answers its serial. `frame` was begun with [`start_frame`] (its serial is overwritten) and
    /// holds the whole payload; the descriptors' count must stand before the payload when `fds` is not empty.
    ///
    /// # Errors
    /// The connection is closed or closing, the frame is too long ([`Cause::Unsendable`]), or too many calls have no
    /// reply ([`Cause::TooManyCalls`]); nothing was queued.
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
        self.output.push(frame, fds, Some(serial));
        Ok(serial)
    }

    /// Queues the call that says goodbye. All others end with [`Cause::Local`] now, whatever becomes of this one, and
    /// so do waits on streams; nothing is accepted any more.
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

    /// The caller no longer wants the reply: a frame that was not begun is not sent, else the reply is dropped when it
    /// comes.
    pub fn abandon_call(&mut self, serial: u32) {
        let unsent = self.output.cancel(serial);
        self.calls.abandon(serial, unsent);
    }

    /// Queues a frame that nobody answers: a reply, a message, a stream packet.
    ///
    /// # Errors
    /// The connection is closed, or the frame is too long ([`Cause::Unsendable`]; nothing was queued).
    pub fn send(&mut self, header: &Header, payload: &[u8], fds: Vec<OwnedFd>) -> Result<(), Cause> {
        if self.refuses().is_some() {
            return Err(Cause::Local);
        }
        let mut frame = Vec::new();
        start_frame(&mut frame, header);
        if header.kind.carries_fds() {
            frame.extend_from_slice(&u32::try_from(fds.len()).unwrap_or(u32::MAX).to_be_bytes());
        }
        frame.extend_from_slice(payload);
        finish_frame(&mut frame).map_err(|e| Cause::Unsendable(e.length))?;
        self.output.push(frame, fds, None);
        Ok(())
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

    /// Bytes arrived, and the descriptors attached to the last of them. A violation of the protocol ends the
    /// connection.
    pub fn handle_input(&mut self, now: Instant, mut bytes: &[u8], fds: Vec<OwnedFd>) {
        if let Err(cause) = self.take_input(now, &mut bytes, fds) {
            self.close(cause);
        }
    }

    fn take_input(&mut self, now: Instant, bytes: &mut &[u8], fds: Vec<OwnedFd>) -> Result<(), Cause> {
        if self.closed.is_some() {
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
                Answered::Late => self.notice(Notice::LateReply(header)),
            },
            (Role::Client, Kind::MESSAGE) => self.message(frame)?,
            (Role::Client, Kind::STREAM | Kind::STREAM_HOLE) => self.stream_packet(frame)?,
            (Role::Server, Kind::STREAM | Kind::STREAM_HOLE) => {
                self.events.push_back(Event::Stream { header, payload: frame.payload });
            }
            (Role::Server, Kind::CALL | Kind::CALL_WITH_FDS) => {
                let Frame { header, payload, fds } = frame;
                self.events.push_back(Event::Call { header, payload, fds });
            }
            _ => return Err(Cause::UnexpectedKind(header)),
        }
        Ok(())
    }

    /// A packet of a client's stream. It may overtake the reply of the call that opened the stream; one for a stream
    /// that ended is normal too.
    fn stream_packet(&mut self, frame: Frame) -> Result<(), Cause> {
        let Frame { header, payload, .. } = frame;
        let Some(stream) = self.streams.of_packet(&header) else {
            // Whoever waits for something with this serial would wait in vain.
            self.completions.extend(self.calls.fail(header.serial, Cause::UnexpectedStream(header)));
            if let Some(stream) = self.streams.of_serial(header.serial) {
                stream.mismatch(header);
            }
            return Ok(());
        };
        match header.status {
            Status::CONTINUE => stream.packet(header.kind, payload),
            Status::ERROR => stream.fail(payload),
            Status::OK if stream.confirm() => {}
            status => {
                if status != Status::OK {
                    self.notice(Notice::StreamStatus(header));
                }
                return Err(Cause::UnexpectedStream(header));
            }
        }
        Ok(())
    }

    /// Stock daemons refuse a hole with a reply instead of a stream packet.
    fn refuses_hole(&self, header: &Header) -> bool {
        header.status == Status::ERROR
            && self.streams.knew(header.serial)
            && !self.calls.waits(header.program, header.version, header.serial)
    }

    /// The call just started opens a stream: its packets are kept from now on. `sparse` streams have holes.
    pub fn open_stream(&mut self, header: &Header, serial: u32, sparse: bool) {
        let header = Header { kind: Kind::STREAM, status: Status::CONTINUE, serial, ..*header };
        self.streams.add(Stream::new(header, sparse, self.limits.stream));
    }

    /// A stream by the serial of its call.
    #[must_use]
    pub fn stream(&self, serial: u32) -> Option<&Stream> {
        self.streams.named(serial)
    }

    /// A stream by the serial of its call, to receive from.
    pub fn stream_mut(&mut self, serial: u32) -> Option<&mut Stream> {
        self.streams.named_mut(serial)
    }

    /// Nobody wants the stream any more: its packets are dropped from now on.
    pub fn forget_stream(&mut self, serial: u32) {
        self.streams.remove(serial);
    }

    /// Queues a packet of a stream that is open: data or a hole.
    ///
    /// # Errors
    /// As [`Engine::send`].
    pub fn send_packet(&mut self, serial: u32, kind: Kind, payload: &[u8]) -> Result<(), Cause> {
        let Some(stream) = self.streams.named(serial) else {
            return Err(Cause::Local);
        };
        let header = Header { kind, ..stream.header() };
        self.send(&header, payload, Vec::new())
    }

    /// Queues the end of a stream; [`Stream::settled`] tells when the peer has answered it.
    ///
    /// # Errors
    /// As [`Engine::send`].
    pub fn close_stream(&mut self, serial: u32, abort: bool) -> Result<(), Cause> {
        let Some(stream) = self.streams.named_mut(serial) else {
            return Err(Cause::Local);
        };
        let status = if abort { Status::ERROR } else { Status::OK };
        let header = Header { status, ..stream.header() };
        stream.begin_close(abort);
        self.send(&header, &[], Vec::new())
    }

    /// The next stream that may have become ready.
    pub fn poll_stream(&mut self) -> Option<u32> {
        self.streams.next_changed()
    }

    /// Whether [`Engine::poll_stream`] has something.
    #[must_use]
    pub fn streams_changed(&self) -> bool {
        self.streams.any_changed()
    }

    /// Until when no input shall be taken in because a stream's reader, or who takes events, does not keep up; `None`:
    /// no reason to wait. `waits`: a thread waits for something; `undelivered`: bytes of events that the owner took
    /// from [`Engine::poll_event`] and has not got rid of. Fails a stream nobody reads, and ends a connection whose
    /// events nobody takes.
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

    /// Returns the next notice.
    pub fn poll_notice(&mut self) -> Option<Notice> {
        self.notices.pop_front()
    }

    /// Whether [`Engine::poll_notice`] has something.
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
            self.output.push(frame, Vec::new(), None);
        } else {
            self.notice(what);
        }
    }

    /// How many frames were queued to be sent so far.
    #[must_use]
    pub fn frames_queued(&self) -> u64 {
        self.output.queued()
    }

    /// How many frames were sent so far.
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

    /// The peer closed its end.
    pub fn handle_eof(&mut self) {
        self.close(Cause::EndOfFile);
    }

    /// Time passed: sends a ping or gives the peer up.
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
        self.output.clear();
        self.assembler = Assembler::new();
        self.pinger = None;
        self.streams.all_changed();
        self.closed = Some(cause);
    }

    /// What to send next.
    #[must_use]
    pub fn poll_transmit(&self) -> Option<Transmit<'_>> {
        self.output.poll()
    }

    /// Whether nothing is left to send.
    #[must_use]
    pub fn drained(&self) -> bool {
        self.output.is_empty()
    }

    /// `count` bytes of what [`Engine::poll_transmit`] answered were sent (1 for a descriptor).
    pub fn handle_sent(&mut self, count: usize) {
        if let Some((serial, buffer)) = self.output.sent(count) {
            self.calls.give_buffer(serial, buffer);
        }
    }

    /// The next call that ended.
    pub fn poll_completion(&mut self) -> Option<Completion> {
        self.completions.pop_front()
    }

    /// The next thing for the owner to handle.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Whether [`Engine::poll_event`] has something.
    #[must_use]
    pub fn has_events(&self) -> bool {
        !self.events.is_empty()
    }

    /// Bytes of memory held for an incomplete frame.
    #[must_use]
    pub fn held(&self) -> usize {
        self.assembler.held()
    }

    /// When to call [`Engine::handle_timeout`] at the latest.
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
