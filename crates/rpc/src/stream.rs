//! One end of a stream: packets queue here until their reader takes them.
//!
//! A stream is named by the serial of the call that opened it. It ends by a handshake (the client's finish or abort, which the
//! server answers) or by an error of the server, which every later operation reports again.
use crate::backpressure::{Backpressure, Hold};
use crate::header::{Header, Kind};
use crate::limits::QueueLimits;
use oxivirt_protocol::net::StreamHole;
use oxivirt_xdr::{Decode, Reader};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// Between two frames while a stream is above [`QueueLimits::soft`] and nobody waits for anything.
const SLOW: Duration = Duration::from_secs(1);
/// The same while a thread waits for a reply that may be behind the stream's data.
pub(crate) const BRISK: Duration = Duration::from_millis(20);
/// What a packet costs besides its bytes: bounds the memory of many small ones.
const PACKET_COST: usize = 64;

/// Why a stream refuses an operation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum StreamError {
    /// The daemon failed it: an encoded error record.
    Failed(Vec<u8>),
    /// It was finished or aborted.
    Closed,
    /// Another thread aborted it while this one finished it.
    AbortedMeanwhile,
    /// A packet of another program, version or procedure came with the stream's serial.
    Mismatch(Header),
    /// This many bytes arrived and nobody took them.
    Overflow(usize),
    /// A hole in a stream that was not opened as a sparse one.
    UnexpectedHole,
    /// A hole packet that cannot be decoded.
    MalformedHole,
    /// A hole with flags nobody knows.
    HoleFlags(u32),
    /// A hole of no or negative length.
    HoleLength,
    /// Holes cannot be sent: the stream is not sparse.
    NoSendHoles,
    /// Holes cannot be asked for: the stream is not sparse.
    NoReceiveHoles,
}

/// What a receive brought.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taken {
    /// So many bytes; 0 at the end of the stream.
    Data(usize),
    /// The next thing is a hole, and the caller wanted to stop there.
    Hole,
    /// Nothing has arrived.
    Nothing,
}

/// How a client ended a stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PeerClose {
    /// All that it sent is to be kept.
    Finish,
    /// It gave the stream up.
    Abort,
}

#[derive(Debug)]
enum Packet {
    /// Bytes, and how many of them were taken.
    Data(Vec<u8>, usize),
    /// An encoded hole.
    Hole(Vec<u8>),
}

impl Packet {
    fn cost(&self) -> usize {
        let (Self::Data(bytes, _) | Self::Hole(bytes)) = self;
        bytes.len().saturating_add(PACKET_COST)
    }
}

/// One end of a stream.
#[derive(Debug)]
pub struct Stream {
    /// Of the call that opened it, with its serial.
    header: Header,
    pub(crate) sparse: bool,
    /// Packets still belong to it: no handshake ended it on this side.
    pub(crate) attached: bool,
    queue: VecDeque<Packet>,
    queued: usize,
    ended: bool,
    /// Bytes left of the hole being read; more than memory holds on 32-bit machines.
    hole: u64,
    failure: Option<StreamError>,
    /// Handshakes under way, oldest first: whether each aborts.
    closing: VecDeque<bool>,
    /// How the first answered handshake ended it: whether by abort.
    closed: Option<bool>,
    /// How the client of a server ended it.
    peer_close: Option<PeerClose>,
    limits: QueueLimits,
    backpressure: Backpressure,
    /// Of a packet that was sent, for the next.
    buffer: Vec<u8>,
}

impl Stream {
    pub(crate) fn new(header: Header, sparse: bool, limits: QueueLimits) -> Self {
        Self {
            header,
            sparse,
            attached: true,
            queue: VecDeque::new(),
            queued: 0,
            ended: false,
            hole: 0,
            failure: None,
            closing: VecDeque::new(),
            closed: None,
            peer_close: None,
            limits,
            backpressure: Backpressure::default(),
            buffer: Vec::new(),
        }
    }

    pub(crate) fn give_buffer(&mut self, buffer: Vec<u8>) {
        self.buffer = buffer;
    }

    pub(crate) fn take_buffer(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.buffer)
    }

    pub(crate) fn serial(&self) -> u32 {
        self.header.serial
    }

    /// The header of a packet of this stream.
    pub(crate) fn header(&self) -> Header {
        self.header
    }

    pub(crate) fn takes(&self, header: &Header) -> bool {
        self.attached
            && (self.header.program, self.header.version) == (header.program, header.version)
            && (self.header.procedure, self.header.serial) == (header.procedure, header.serial)
    }

    /// Returns true if something can be received, or an end or error reported, without waiting.
    #[must_use]
    pub fn ready(&self) -> bool {
        !self.queue.is_empty() || self.ended || self.settled() || self.peer_close.is_some()
    }

    /// Returns true if a client's handshake was answered, or cannot be any more.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.failure.is_some() || self.closed.is_some()
    }

    /// Succeeds while something can be done with the stream.
    ///
    /// # Errors
    /// It failed or was closed.
    pub fn check(&self) -> Result<(), StreamError> {
        match &self.failure {
            Some(failure) => Err(failure.clone()),
            None if self.closed.is_some() => Err(StreamError::Closed),
            None => Ok(()),
        }
    }

    /// Returns the outcome of a client's handshake that settled.
    ///
    /// # Errors
    /// The stream failed, or was aborted while this side finished it.
    pub fn check_close(&self, abort: bool) -> Result<(), StreamError> {
        match (&self.failure, self.closed) {
            (Some(failure), _) => Err(failure.clone()),
            (None, Some(true)) if !abort => Err(StreamError::AbortedMeanwhile),
            _ => Ok(()),
        }
    }

    /// Takes no packet in any more and drops those it has; why it ended stays.
    pub fn detach(&mut self) {
        self.attached = false;
        self.drop_queue();
    }

    /// Returns true if a client's handshake is under way.
    #[must_use]
    pub fn is_closing(&self) -> bool {
        !self.closing.is_empty()
    }

    pub(crate) fn begin_close(&mut self, abort: bool) {
        self.closing.push_back(abort);
    }

    /// Returns how the client ended the stream, once everything before a finish was received. A server answers it.
    #[must_use]
    pub fn peer_close(&self) -> Option<PeerClose> {
        self.peer_close.filter(|how| *how == PeerClose::Abort || (self.queue.is_empty() && self.hole == 0))
    }

    /// The client ended the stream; the first end counts.
    pub(crate) fn peer_closes(&mut self, how: PeerClose) {
        self.peer_close.get_or_insert(how);
        if how == PeerClose::Abort {
            self.drop_queue();
        }
    }

    /// Stream bytes, a hole, or with no payload the end.
    pub(crate) fn packet(&mut self, kind: Kind, payload: Vec<u8>) {
        if self.peer_close.is_some() {
            return;
        }
        if payload.is_empty() {
            self.ended = true;
            return;
        }
        // Nobody reads a stream that is being closed, but the answer of the daemon comes behind its data.
        if self.failure.is_some() || (!self.closing.is_empty() && self.full()) {
            return;
        }
        let packet = if kind == Kind::STREAM_HOLE { Packet::Hole(payload) } else { Packet::Data(payload, 0) };
        self.queued = self.queued.saturating_add(packet.cost());
        self.queue.push_back(packet);
    }

    /// The daemon answered the oldest handshake; false when there is none.
    pub(crate) fn confirm(&mut self) -> bool {
        let Some(abort) = self.closing.pop_front() else {
            return false;
        };
        self.closed.get_or_insert(abort);
        true
    }

    /// A packet came with the stream's serial, but as another program's or procedure's.
    pub(crate) fn mismatch(&mut self, header: Header) {
        self.failure.get_or_insert(StreamError::Mismatch(header));
    }

    /// The daemon failed the stream.
    pub(crate) fn fail(&mut self, payload: Vec<u8>) {
        self.failure = Some(StreamError::Failed(payload));
    }

    /// Returns true if its queue slows all input down.
    #[must_use]
    pub fn full(&self) -> bool {
        self.queued >= self.limits.soft
    }

    /// When input may be taken in again; `None`: now.
    pub(crate) fn hold(&mut self, now: Instant, received: Instant, waits: bool) -> Option<Instant> {
        let step = if waits { BRISK } else { SLOW };
        match self.backpressure.hold(self.queued, &self.limits, step, now, received) {
            Hold::Free => None,
            Hold::Until(next) => Some(next),
            Hold::Overflow => {
                self.failure = Some(StreamError::Overflow(self.queued));
                self.drop_queue();
                None
            }
        }
    }

    fn drop_queue(&mut self) {
        self.queue = VecDeque::new();
        self.queued = 0;
        self.hole = 0;
    }

    fn pop(&mut self) -> Option<Packet> {
        let packet = self.queue.pop_front()?;
        self.queued = self.queued.saturating_sub(packet.cost());
        Some(packet)
    }

    /// Hands up to `want` bytes to `put`, piece by piece. A hole is read as zeros unless `stop_at_hole`.
    ///
    /// # Errors
    /// The stream failed or is closed, or a hole is not what it must be.
    pub fn receive(
        &mut self,
        want: usize,
        stop_at_hole: bool,
        put: &mut dyn FnMut(&[u8]),
    ) -> Result<Taken, StreamError> {
        self.check()?;
        // As in the stock client, the rest of a hole is read when something is behind it.
        if self.queue.is_empty() && !self.ended && (self.hole == 0 || self.peer_close.is_none()) {
            return Ok(Taken::Nothing);
        }
        self.backpressure.taken();
        if self.hole == 0 {
            self.enter_hole()?;
        }
        if self.hole > 0 && stop_at_hole {
            return Ok(Taken::Hole);
        }
        // A hole longer than any buffer fills all of this one.
        let zeros = usize::try_from(self.hole).map_or(want, |hole| hole.min(want));
        put_zeros(zeros, put);
        self.hole = self.hole.saturating_sub(zeros as u64);
        let mut left = want.saturating_sub(zeros);
        while left > 0
            && let Some(Packet::Data(bytes, taken)) = self.queue.front_mut()
        {
            let rest = bytes.get(*taken..).unwrap_or_default();
            let piece = rest.get(..left).unwrap_or(rest);
            put(piece);
            left = left.saturating_sub(piece.len());
            *taken = taken.saturating_add(piece.len());
            if *taken >= bytes.len() {
                self.pop();
            }
        }
        Ok(Taken::Data(want.saturating_sub(left)))
    }

    /// Begins the hole at the front of the queue, if there is one.
    fn enter_hole(&mut self) -> Result<(), StreamError> {
        let Some(Packet::Hole(payload)) = self.queue.front() else {
            return Ok(());
        };
        if !self.sparse {
            return Err(StreamError::UnexpectedHole);
        }
        let hole = StreamHole::decode(&mut Reader::new(payload)).map_err(|_| StreamError::MalformedHole)?;
        self.pop();
        if hole.flags != 0 {
            return Err(StreamError::HoleFlags(hole.flags));
        }
        match u64::try_from(hole.length) {
            Ok(length) if length > 0 => self.hole = length,
            _ => return Err(StreamError::HoleLength),
        }
        Ok(())
    }

    /// Skips the hole that a receive stopped at and returns its length; 0 outside of holes.
    ///
    /// # Errors
    /// The stream is not sparse, failed or is closed.
    pub fn receive_hole(&mut self) -> Result<i64, StreamError> {
        if !self.sparse {
            return Err(StreamError::NoReceiveHoles);
        }
        self.check()?;
        Ok(i64::try_from(std::mem::take(&mut self.hole)).unwrap_or(i64::MAX))
    }

    /// Succeeds if holes may be sent.
    ///
    /// # Errors
    /// The stream is not sparse.
    pub fn check_send_hole(&self) -> Result<(), StreamError> {
        if self.sparse { Ok(()) } else { Err(StreamError::NoSendHoles) }
    }
}

fn put_zeros(mut count: usize, put: &mut dyn FnMut(&[u8])) {
    static ZEROS: [u8; 4096] = [0; 4096];
    while count > 0 {
        let piece = ZEROS.get(..count).unwrap_or(&ZEROS);
        put(piece);
        count = count.saturating_sub(piece.len());
    }
}
