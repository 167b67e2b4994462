//! The client's end of one stream: packets queue here until their reader takes them.
//!
//! A stream is named by the serial of the call that opened it. It ends by a handshake (finish or abort, answered by the
//! daemon) or by an error of the daemon, which every later operation reports again.
use crate::backpressure::{Backpressure, Hold, QueueLimits};
use crate::header::{Header, Kind};
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

/// One stream of a client.
#[derive(Debug)]
pub struct Stream {
    /// Of the call that opened it, with its serial.
    header: Header,
    sparse: bool,
    /// Packets still belong to it: no handshake ended it on this side.
    attached: bool,
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
    limits: QueueLimits,
    backpressure: Backpressure,
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
            limits,
            backpressure: Backpressure::default(),
        }
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

    /// Whether something can be received, or an error reported, without waiting.
    #[must_use]
    pub fn ready(&self) -> bool {
        !self.queue.is_empty() || self.ended || self.failure.is_some() || self.closed.is_some()
    }

    /// Whether a handshake was answered, or cannot be any more.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.failure.is_some() || self.closed.is_some()
    }

    /// Why nothing more can be done with the stream.
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

    /// The outcome of a handshake that settled.
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

    /// No packet belongs to it any more; what it said and why it ended stays.
    pub fn detach(&mut self) {
        self.attached = false;
        self.drop_queue();
    }

    pub(crate) fn begin_close(&mut self, abort: bool) {
        self.closing.push_back(abort);
    }

    /// Stream bytes, a hole, or with no payload the end.
    pub(crate) fn packet(&mut self, kind: Kind, payload: Vec<u8>) {
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

    /// Whether its queue slows all input down.
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
        if self.queue.is_empty() && !self.ended {
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

    /// The length of the hole that a receive stopped at, which is skipped; 0 outside of holes.
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

    /// Whether holes may be sent.
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

/// All streams of a connection. A handful at a time.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    streams: Vec<Stream>,
    /// Serials of streams that became ready since somebody asked.
    changed: VecDeque<u32>,
    /// Serials of the last sparse streams that were forgotten.
    gone: VecDeque<u32>,
}

/// How many forgotten sparse streams are remembered: their last hole may still be refused.
const GONE: usize = 64;

impl Streams {
    pub(crate) fn add(&mut self, stream: Stream) {
        self.remove(stream.serial());
        self.streams.push(stream);
    }

    pub(crate) fn remove(&mut self, serial: u32) {
        if self.named(serial).is_some_and(|stream| stream.sparse) {
            self.gone.push_back(serial);
            if self.gone.len() > GONE {
                self.gone.pop_front();
            }
        }
        self.streams.retain(|stream| stream.serial() != serial);
    }

    /// Whether the serial is, or lately was, that of a stream.
    pub(crate) fn knew(&self, serial: u32) -> bool {
        self.named(serial).is_some() || self.gone.contains(&serial)
    }

    pub(crate) fn named(&self, serial: u32) -> Option<&Stream> {
        self.streams.iter().find(|s| s.serial() == serial)
    }

    pub(crate) fn named_mut(&mut self, serial: u32) -> Option<&mut Stream> {
        self.streams.iter_mut().find(|s| s.serial() == serial)
    }

    pub(crate) fn of_packet(&mut self, header: &Header) -> Option<&mut Stream> {
        let stream = self.streams.iter_mut().find(|s| s.takes(header))?;
        note(&mut self.changed, stream);
        Some(stream)
    }

    /// The stream that a packet has the serial of, if packets still belong to it.
    pub(crate) fn of_serial(&mut self, serial: u32) -> Option<&mut Stream> {
        let stream = self.streams.iter_mut().find(|s| s.attached && s.serial() == serial)?;
        note(&mut self.changed, stream);
        Some(stream)
    }

    pub(crate) fn next_changed(&mut self) -> Option<u32> {
        self.changed.pop_front()
    }

    pub(crate) fn any_changed(&self) -> bool {
        !self.changed.is_empty()
    }

    /// The connection ended: every stream shall be looked at.
    pub(crate) fn all_changed(&mut self) {
        self.changed = self.streams.iter().map(Stream::serial).collect();
    }

    pub(crate) fn any_full(&self) -> bool {
        self.streams.iter().any(Stream::full)
    }

    /// See [`Stream::hold`]: the latest of all.
    pub(crate) fn hold(&mut self, now: Instant, received: Instant, waits: bool) -> Option<Instant> {
        let changed = &mut self.changed;
        self.streams
            .iter_mut()
            .filter_map(|stream| {
                let settled = stream.settled();
                let hold = stream.hold(now, received, waits);
                if stream.settled() != settled {
                    note(changed, stream);
                }
                hold
            })
            .max()
    }
}

/// Notes that a stream may have become ready, once.
fn note(changed: &mut VecDeque<u32>, stream: &Stream) {
    if !changed.contains(&stream.serial()) {
        changed.push_back(stream.serial());
    }
}
