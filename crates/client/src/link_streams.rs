//! Streams over the link: a thread that sends waits until the socket took its packet, one that receives waits like a
//! caller does, and whoever reads for everybody fills all streams.
use super::{Baton, Guard, Link, State, Want};
use oxivirt_protocol::{Observer, Receive};
use oxivirt_rpc::{Cause, Kind, Stream, StreamError, Taken};
use std::fmt;
use std::time::{Duration, Instant};

/// Why a stream operation failed.
#[derive(Debug)]
pub(crate) enum StreamEnd {
    /// The connection ended.
    Connection(Cause),
    /// The stream failed or ended.
    Stream(StreamError),
    /// The process was forked since the connection was opened.
    Forked,
    /// The daemon did not do this for so long.
    TimedOut(&'static str, Duration),
}

/// How long one wait of a stream operation may take.
struct Limit {
    started: Instant,
    timeout: Option<Duration>,
}

impl Limit {
    fn new(timeout: Option<Duration>) -> Self {
        let started = Instant::now();
        Self { started, timeout }
    }

    fn deadline(&self) -> Option<Instant> {
        self.started.checked_add(self.timeout?)
    }

    fn over(&self) -> bool {
        let deadline = self.deadline();
        deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }

    /// The daemon did not do `what` in time.
    fn error(&self, what: &'static str) -> StreamEnd {
        StreamEnd::TimedOut(what, self.started.elapsed())
    }
}

impl From<StreamError> for StreamEnd {
    fn from(error: StreamError) -> Self {
        Self::Stream(error)
    }
}

impl From<Cause> for StreamEnd {
    fn from(cause: Cause) -> Self {
        Self::Connection(cause)
    }
}

type Result<T> = std::result::Result<T, StreamEnd>;

/// Who is told about which stream.
#[derive(Default)]
pub(super) struct Observers(Vec<(u32, Observer)>);

impl fmt::Debug for Observers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|o| o.0)).finish()
    }
}

impl Observers {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn of(&self, serial: u32) -> Option<Observer> {
        let found = self.0.iter().find(|observer| observer.0 == serial)?;
        Some(found.1.clone())
    }

    fn set(&mut self, serial: u32, observer: Option<Observer>) {
        self.0.retain(|observer| observer.0 != serial);
        self.0.extend(observer.map(|observer| (serial, observer)));
    }
}

/// The stream, if it still is one that can be used.
fn usable(state: &State, serial: u32) -> Result<&Stream> {
    let stream = state.engine.stream(serial).ok_or(StreamError::Closed)?;
    stream.check()?;
    Ok(stream)
}

/// Whether some of the first `frames` frames still wait for the socket.
fn unsent(state: &State, frames: u64) -> bool {
    state.engine.frames_sent() < frames && state.engine.refuses().is_none()
}

impl Link {
    /// Unlocks, then tells the listener what came, and the observers of streams that may have become ready: they take locks
    /// of their own.
    pub(super) fn unlock(&self, mut board: Guard<'_>) {
        let engine = &board.state.engine;
        if !self.news.fresh() && !engine.streams_changed() && !engine.has_notices() {
            return;
        }
        let mut told = Vec::new();
        let notices: Vec<_> = std::iter::from_fn(|| board.state.engine.poll_notice()).collect();
        while let Some(serial) = board.state.engine.poll_stream() {
            told.extend(board.state.observers.of(serial));
        }
        drop(board);
        notices.iter().for_each(crate::lines::notice);
        self.tell();
        for observer in told {
            observer();
        }
    }

    fn streams(&self) -> Result<Guard<'_>> {
        if self.forked() {
            return Err(StreamEnd::Forked);
        }
        Ok(self.board.lock())
    }

    /// Sends one packet of an open stream and waits until the socket took it. After a timeout the packet may still be sent;
    /// until then no other is accepted, so that packets do not pile up.
    pub(crate) fn send_packet(&self, serial: u32, kind: Kind, payload: &[u8], timeout: Option<Duration>) -> Result<()> {
        const TAKES: &str = "taking what was sent";
        let limit = Limit::new(timeout);
        let mut board = self.streams()?;
        if timeout.is_some() && !board.state.engine.drained() {
            let frames = board.state.engine.frames_queued();
            self.wait_for(board, Want::Sent(frames), limit.deadline());
            board = self.board.lock();
            if unsent(&board.state, frames) && limit.over() {
                self.release(board);
                return Err(limit.error(TAKES));
            }
        }
        let stream = board.state.engine.stream(serial).ok_or(StreamError::Closed)?;
        if kind == Kind::STREAM_HOLE {
            stream.check_send_hole()?;
        }
        stream.check()?;
        board.state.engine.send_packet(serial, kind, payload)?;
        let frames = board.state.engine.frames_queued();
        self.send(&mut board.state);
        if board.state.engine.frames_sent() < frames {
            self.wait_for(board, Want::Sent(frames), limit.deadline());
            board = self.board.lock();
            if unsent(&board.state, frames) && limit.over() {
                self.release(board);
                return Err(limit.error(TAKES));
            }
        } else {
            // An error of the daemon must be seen by the next operation although nobody waits for a reply.
            self.glance(&mut board);
            self.settle(&mut board);
        }
        let lost = match board.state.engine.refuses() {
            Some(cause) if board.state.engine.frames_sent() < frames => Some(cause.clone()),
            _ => None,
        };
        self.release(board);
        lost.map_or(Ok(()), |cause| Err(cause.into()))
    }

    /// Receives from a stream.
    pub(crate) fn receive_packet(
        &self,
        serial: u32,
        how: Receive,
        put: &mut dyn FnMut(&[u8]),
        timeout: Option<Duration>,
    ) -> Result<Taken> {
        let limit = Limit::new(timeout);
        let mut board = self.streams()?;
        loop {
            let stream = board.state.engine.stream_mut(serial).ok_or(StreamError::Closed)?;
            let taken = stream.receive(how.want, how.stop_at_hole, put)?;
            if taken != Taken::Nothing || !how.wait {
                return Ok(taken);
            }
            if let Some(cause) = board.state.engine.refuses() {
                return Err(cause.clone().into());
            }
            if limit.over() {
                return Err(limit.error("sending data"));
            }
            self.wait_for(board, Want::Input(serial), limit.deadline());
            board = self.board.lock();
        }
    }

    /// The length of the hole that a receive stopped at.
    pub(crate) fn receive_hole(&self, serial: u32) -> Result<i64> {
        let mut board = self.streams()?;
        let stream = board.state.engine.stream_mut(serial).ok_or(StreamError::Closed)?;
        Ok(stream.receive_hole()?)
    }

    /// Finishes or aborts a stream and waits for the daemon's answer. Afterwards no packet belongs to it.
    pub(crate) fn close_stream(&self, serial: u32, abort: bool, timeout: Option<Duration>) -> Result<()> {
        let limit = Limit::new(timeout);
        let mut board = self.streams()?;
        let mut done = usable(&board.state, serial).map(|_| ());
        if done.is_ok() {
            done = board.state.engine.close_stream(serial, abort).map_err(Into::into);
        }
        if done.is_ok() {
            self.send(&mut board.state);
            self.wait_for(board, Want::Settled(serial), limit.deadline());
            board = self.board.lock();
            done = match (board.state.engine.stream(serial), board.state.engine.refuses()) {
                (Some(stream), _) if stream.settled() => stream.check_close(abort).map_err(Into::into),
                (_, Some(cause)) => Err(cause.clone().into()),
                (Some(_), None) if limit.over() => Err(limit.error("answering the end")),
                _ => Err(StreamError::Closed.into()),
            };
        }
        if let Some(stream) = board.state.engine.stream_mut(serial) {
            stream.detach();
        }
        self.release(board);
        done
    }

    /// Nobody holds the stream any more.
    pub(crate) fn forget_stream(&self, serial: u32) {
        if self.forked() {
            return;
        }
        let mut board = self.board.lock();
        board.state.engine.forget_stream(serial);
        board.state.observers.set(serial, None);
        self.distribute(&mut board, None);
    }

    /// Whether a receive would not wait.
    pub(crate) fn stream_ready(&self, serial: u32) -> bool {
        if self.forked() {
            return true;
        }
        let board = self.board.lock();
        board.state.engine.refuses().is_some() || board.state.engine.stream(serial).is_none_or(Stream::ready)
    }

    /// Sets who is told when the stream may have become ready.
    pub(crate) fn observe_stream(&self, serial: u32, observer: Option<Observer>) {
        if !self.forked() {
            self.board.lock().state.observers.set(serial, observer);
        }
    }

    /// Whether an event loop shall watch the descriptor now.
    pub(crate) fn wants_input(&self) -> bool {
        if self.forked() {
            return false;
        }
        let mut board = self.board.lock();
        let hold = self.hold(&mut board.state, std::time::Instant::now(), false);
        self.release(board);
        hold.is_none()
    }
}

#[cfg(test)]
#[path = "link_streams_tests.rs"]
mod tests;
