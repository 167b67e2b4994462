//! The keepalive program: pings are always answered; sending them is switched on with an interval and a count.
use crate::header::{Header, Kind, Status, finish_frame, start_frame};
use oxivirt_protocol::Program;
use oxivirt_protocol::keepalive::Procedure;
use std::time::{Duration, Instant};

/// The program's number.
pub const KEEPALIVE_PROGRAM: u32 = Program::KEEPALIVE.0;
const VERSION: u32 = match Program::KEEPALIVE.version() {
    Some(version) => version,
    None => panic!("a program of the IDL"),
};
const PING: u32 = Procedure::PING.0;
const PONG: u32 = Procedure::PONG.0;

/// What a message of the program asks for.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Request {
    /// Not of this program.
    Other,
    /// A ping: answer it.
    Answer,
    /// A pong, or a number of a later version.
    Nothing,
}

pub(crate) fn classify(header: &Header) -> Request {
    if header.program != KEEPALIVE_PROGRAM || header.version != VERSION || header.kind != Kind::MESSAGE {
        Request::Other
    } else if header.procedure == PING {
        Request::Answer
    } else {
        Request::Nothing
    }
}

fn frame(procedure: u32) -> Vec<u8> {
    let header = Header {
        program: KEEPALIVE_PROGRAM,
        version: VERSION,
        procedure,
        kind: Kind::MESSAGE,
        serial: 0,
        status: Status::OK,
    };
    let mut bytes = Vec::new();
    start_frame(&mut bytes, &header);
    // A frame without payload is far below the limit.
    let _ = finish_frame(&mut bytes);
    bytes
}

pub(crate) fn pong() -> Vec<u8> {
    frame(PONG)
}

/// What is due when the timer fires.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Due {
    Nothing,
    /// Send these bytes.
    Ping(Vec<u8>),
    /// The peer left this many pings unanswered.
    Dead(u32),
}

/// The pinging side.
#[derive(Debug)]
pub(crate) struct Pinger {
    interval: Duration,
    count: u32,
    left: u32,
    since: Instant,
}

impl Pinger {
    /// Pings after `interval` of silence, counted from the last frame received.
    pub(crate) fn new(interval: Duration, count: u32, last_received: Instant) -> Self {
        Self { interval, count, left: count, since: last_received }
    }

    /// Any frame proves that the peer lives.
    pub(crate) fn received(&mut self, now: Instant) {
        self.left = self.count;
        self.since = now;
    }

    /// `None` when the interval is beyond what the clock can count.
    pub(crate) fn deadline(&self) -> Option<Instant> {
        self.since.checked_add(self.interval)
    }

    pub(crate) fn due(&mut self, now: Instant) -> Due {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return Due::Nothing;
        }
        match self.left.checked_sub(1) {
            None => Due::Dead(self.count),
            Some(left) => {
                self.left = left;
                self.since = now;
                Due::Ping(frame(PING))
            }
        }
    }
}
