//! Streams over the link: a thread that sends waits until the socket took its packet, one that receives waits like a
//! caller does, and whoever reads for everybody fills all streams.
use super::baton::Baton;
use super::connection::{Link, LinkGuard};
use super::state::{State, Want};
use oxivirt_protocol::{Observer, Receive};
use oxivirt_rpc::{Cause, Kind, Stream, StreamError, Taken};
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

    /// Returns the error of a daemon that did not do `what` in time.
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

/// Returns the stream, if it still is one that can be used.
fn usable(state: &State, serial: u32) -> Result<&Stream> {
    let stream = state.engine.stream(serial).ok_or(StreamError::Closed)?;
    stream.check()?;
    Ok(stream)
}

/// Returns true if some of the first `frames` frames still wait for the socket.
fn unsent(state: &State, frames: u64) -> bool {
    state.engine.frames_sent() < frames && state.engine.refuses().is_none()
}

/// Returns how ending a stream went, `None` while the daemon has not answered.
fn close_outcome(state: &State, serial: u32, abort: bool) -> Option<Result<()>> {
    match (state.engine.stream(serial), state.engine.refuses()) {
        (Some(stream), _) if stream.settled() => Some(stream.check_close(abort).map_err(Into::into)),
        (_, Some(cause)) => Some(Err(cause.clone().into())),
        (Some(_), None) => None,
        (None, None) => Some(Err(StreamError::Closed.into())),
    }
}

impl Link {
    fn streams(&self) -> Result<LinkGuard<'_>> {
        if self.forked() {
            return Err(StreamEnd::Forked);
        }
        Ok(self.shared.lock())
    }

    /// Sends one packet of an open stream and waits until the socket took it. After a timeout the packet may still be
    /// sent; until then no other is accepted, so that packets do not pile up.
    pub(crate) fn send_packet(&self, serial: u32, kind: Kind, payload: &[u8], timeout: Option<Duration>) -> Result<()> {
        const TAKES: &str = "taking what was sent";
        let limit = Limit::new(timeout);
        let mut shared = self.streams()?;
        if timeout.is_some() && !shared.state.engine.drained() {
            let frames = shared.state.engine.frames_queued();
            self.wait_for(shared, Want::Sent(frames), limit.deadline());
            shared = self.shared.lock();
            if unsent(&shared.state, frames) && limit.over() {
                self.release(shared);
                return Err(limit.error(TAKES));
            }
        }
        let stream = shared.state.engine.stream(serial).ok_or(StreamError::Closed)?;
        if kind == Kind::STREAM_HOLE {
            stream.check_send_hole()?;
        }
        stream.check()?;
        shared.state.engine.send_packet(serial, kind, payload)?;
        let frames = shared.state.engine.frames_queued();
        self.send(&mut shared.state);
        if shared.state.engine.frames_sent() < frames {
            self.wait_for(shared, Want::Sent(frames), limit.deadline());
            shared = self.shared.lock();
            if unsent(&shared.state, frames) && limit.over() {
                self.release(shared);
                return Err(limit.error(TAKES));
            }
        } else {
            // An error of the daemon must be seen by the next operation although nobody waits for a reply.
            self.try_receive(&mut shared);
            self.settle(&mut shared);
        }
        let lost = match shared.state.engine.refuses() {
            Some(cause) if shared.state.engine.frames_sent() < frames => Some(cause.clone()),
            _ => None,
        };
        self.release(shared);
        lost.map_or(Ok(()), |cause| Err(cause.into()))
    }

    /// Sends one packet of an open stream as far as the socket takes it, unless another one of it waits for that: then there is no room,
    /// and the result is false. The stream's observer is told when there is.
    pub(crate) fn send_packet_now(&self, serial: u32, kind: Kind, payload: &[u8]) -> Result<bool> {
        let mut shared = self.streams()?;
        let state = &mut shared.state;
        let stream = usable(state, serial)?;
        if kind == Kind::STREAM_HOLE {
            stream.check_send_hole()?;
        }
        let room = !state.engine.has_unsent_packet(serial);
        if room {
            state.engine.send_packet(serial, kind, payload)?;
            self.send(state);
        } else if !state.lacking_room.contains(&serial) {
            state.lacking_room.push(serial);
        }
        self.settle(&mut shared);
        self.release(shared);
        Ok(room)
    }

    /// Finishes or aborts a stream without waiting for the daemon's answer. The first call tells the daemon; each returns true once it has
    /// answered, after which no packet belongs to the stream. Its observer is told when it may have.
    pub(crate) fn close_stream_now(&self, serial: u32, abort: bool) -> Result<bool> {
        let mut shared = self.streams()?;
        let state = &mut shared.state;
        if !state.engine.stream(serial).is_some_and(|stream| stream.is_closing() || stream.settled()) {
            state.engine.close_stream(serial, abort)?;
            self.send(state);
            self.settle(&mut shared);
        }
        let done = close_outcome(&shared.state, serial, abort);
        if let (Some(_), Some(stream)) = (&done, shared.state.engine.stream_mut(serial)) {
            stream.detach();
        }
        self.release(shared);
        done.map_or(Ok(false), |done| done.map(|()| true))
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
        let mut shared = self.streams()?;
        loop {
            let stream = shared.state.engine.stream_mut(serial).ok_or(StreamError::Closed)?;
            let taken = stream.receive(how.want, how.stop_at_hole, put)?;
            if taken != Taken::Nothing || !how.wait {
                return Ok(taken);
            }
            if let Some(cause) = shared.state.engine.refuses() {
                return Err(cause.clone().into());
            }
            if limit.over() {
                return Err(limit.error("sending data"));
            }
            self.wait_for(shared, Want::Input(serial), limit.deadline());
            shared = self.shared.lock();
        }
    }

    /// Returns the length of the hole that a receive stopped at.
    pub(crate) fn receive_hole(&self, serial: u32) -> Result<i64> {
        let mut shared = self.streams()?;
        let stream = shared.state.engine.stream_mut(serial).ok_or(StreamError::Closed)?;
        Ok(stream.receive_hole()?)
    }

    /// Finishes or aborts a stream and waits for the daemon's answer. Afterwards no packet belongs to it.
    pub(crate) fn close_stream(&self, serial: u32, abort: bool, timeout: Option<Duration>) -> Result<()> {
        let limit = Limit::new(timeout);
        let mut shared = self.streams()?;
        let mut done = usable(&shared.state, serial).map(|_| ());
        if done.is_ok() {
            done = shared.state.engine.close_stream(serial, abort).map_err(Into::into);
        }
        if done.is_ok() {
            self.send(&mut shared.state);
            self.wait_for(shared, Want::Settled(serial), limit.deadline());
            shared = self.shared.lock();
            done = close_outcome(&shared.state, serial, abort).unwrap_or_else(|| {
                Err(if limit.over() { limit.error("answering the end") } else { StreamError::Closed.into() })
            });
        }
        if let Some(stream) = shared.state.engine.stream_mut(serial) {
            stream.detach();
        }
        self.release(shared);
        done
    }

    /// Returns true if a receive would not wait.
    pub(crate) fn stream_ready(&self, serial: u32) -> bool {
        if self.forked() {
            return true;
        }
        let shared = self.shared.lock();
        shared.state.engine.refuses().is_some() || shared.state.engine.stream(serial).is_none_or(Stream::ready)
    }

    /// Sets who is told when the stream may have become ready.
    pub(crate) fn observe_stream(&self, serial: u32, observer: Option<Observer>) {
        if !self.forked() {
            self.shared.lock().state.observers.set(serial, observer);
        }
    }

    /// Returns true if an event loop shall watch the descriptor now.
    pub(crate) fn wants_input(&self) -> bool {
        if self.forked() {
            return false;
        }
        let mut shared = self.shared.lock();
        let hold = self.hold(&mut shared.state, std::time::Instant::now(), false);
        self.release(shared);
        hold.is_none()
    }
}

#[cfg(test)]
#[path = "streams_tests.rs"]
mod tests;
