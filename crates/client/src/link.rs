//! The blocking driver of the engine: any number of threads call over one connection, and no thread is hidden.
//!
//! A calling thread writes its frame, then reads for everybody if nobody does (it holds the baton), else it sleeps until
//! the reader brings its reply or hands it the baton. The common case, one call at a time, is one send, one poll and one
//! receive.
//!
//! Three kinds of threads meet here: the reader, at most one writer (whose bytes the peer did not take at once while
//! somebody else reads), and sleepers. All of them find their outcome in [`State`], under one lock, which is never held
//! while sleeping.
use crate::lock::{Lock, wait};
use oxivirt_rpc::{Cause, Completion, Engine, Event, Header, Outcome, Program, Role, Transmit};
use oxivirt_sys::{EventFd, Generation, Interest, PollFd, Received};
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::sync::{Arc, Condvar, MutexGuard, OnceLock};
use std::time::{Duration, Instant};

/// Bytes one receive can bring. Most replies fit; a longer one takes several.
const INPUT: usize = 65536;

/// How a call ended for its caller.
#[derive(Debug)]
pub(crate) enum Ended {
    /// A reply, a refusal or the end of the connection.
    With(Outcome),
    /// The deadline passed after this long.
    TimedOut(Duration),
    /// The process was forked since the connection was opened.
    Forked,
}

/// A thread that sleeps, or writes, and waits for its outcome.
#[derive(Debug)]
struct Waiter {
    serial: u32,
    wake: Arc<Condvar>,
    outcome: Option<Outcome>,
    /// The thread shall read for everybody from now on.
    baton: bool,
}

#[derive(Debug)]
struct State {
    engine: Engine,
    waiters: Vec<Waiter>,
    /// Outcomes of the reader's own call, brought by others.
    unclaimed: Vec<Completion>,
    /// A thread reads, or was handed the baton and is about to.
    reading: bool,
    /// A thread waits until the peer takes more bytes.
    writing: bool,
    /// The receive buffer while nobody reads.
    input: Vec<u8>,
}

type Guard<'a> = MutexGuard<'a, State>;

/// One connection.
#[derive(Debug)]
pub(crate) struct Link {
    socket: OwnedFd,
    generation: Generation,
    state: Lock<State>,
    /// Wakes the writer; made when there is one for the first time.
    nudge: OnceLock<Option<EventFd>>,
}

impl Link {
    /// Drives a connected stream socket. `programs` are those whose messages are accepted.
    pub(crate) fn new(socket: OwnedFd, programs: &'static [Program]) -> Self {
        let state = State {
            engine: Engine::new(Role::Client, programs, Instant::now()),
            waiters: Vec::new(),
            unclaimed: Vec::new(),
            reading: false,
            writing: false,
            input: Vec::new(),
        };
        Self {
            socket,
            generation: Generation::current(),
            state: Lock::new(state),
            nudge: OnceLock::new(),
        }
    }

    /// The descriptor an event loop may watch for input while no call is in flight.
    pub(crate) fn fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }

    fn borrow(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }

    /// Whether the process was forked since: then nothing may touch the connection.
    pub(crate) fn forked(&self) -> bool {
        self.generation.forked()
    }

    /// Why the connection ended.
    pub(crate) fn closed(&self) -> Option<Cause> {
        if self.forked() {
            return Some(Cause::Local);
        }
        self.state.lock().engine.closed().cloned()
    }

    /// Sends the frame (begun with `start_frame`, payload complete) and waits for its reply.
    pub(crate) fn call(
        &self,
        header: &Header,
        frame: Vec<u8>,
        fds: Vec<OwnedFd>,
        deadline: Option<Instant>,
    ) -> Ended {
        if self.forked() {
            return Ended::Forked;
        }
        let started = deadline.map(|_| Instant::now());
        let mut state = self.state.lock();
        let serial = match state.engine.start_call(header, frame, fds) {
            Ok(serial) => serial,
            Err(cause) => return Ended::With(Outcome::Failed(cause)),
        };
        self.flush(&mut state);
        let ended = if state.reading {
            self.follow(state, serial, deadline)
        } else {
            self.lead(state, serial, deadline)
        };
        ended.map_or_else(
            || Ended::TimedOut(started.map(|at| at.elapsed()).unwrap_or_default()),
            Ended::With,
        )
    }

    /// Reads for everybody until the outcome of `serial` is there; `None` when the deadline passed.
    fn lead<'a>(
        &'a self,
        mut state: Guard<'a>,
        serial: u32,
        deadline: Option<Instant>,
    ) -> Option<Outcome> {
        state.reading = true;
        let mut input = std::mem::take(&mut state.input);
        if input.is_empty() {
            input.resize(INPUT, 0);
        }
        let outcome = loop {
            if let Some(outcome) = self.distribute(&mut state, Some(serial)) {
                break Some(outcome);
            }
            let write = !state.engine.drained();
            let due = earlier(deadline, state.engine.poll_deadline());
            drop(state);
            let received = self.receive(&mut input, write, due);
            state = self.state.lock();
            let now = Instant::now();
            self.digest(&mut state, &input, received, now);
            if deadline.is_some_and(|deadline| now >= deadline) {
                let outcome = self.distribute(&mut state, Some(serial));
                if outcome.is_none() {
                    state.engine.abandon_call(serial);
                }
                break outcome;
            }
        };
        state.input = input;
        self.pass_baton(&mut state);
        outcome
    }

    /// One wait of the reader, without the lock.
    fn receive(&self, input: &mut [u8], write: bool, due: Option<Instant>) -> io::Result<Received> {
        // Sleeping in the poll costs the process less than sleeping in the receive (measured, 10 to 35 % per call).
        let interest = if write {
            Interest::READ.or(Interest::WRITE)
        } else {
            Interest::READ
        };
        let seen = oxivirt_sys::wait_one(self.borrow(), interest, due)?;
        if seen.is_empty() || seen == Interest::WRITE {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        oxivirt_sys::recv_with_fds(self.borrow(), input, false)
    }

    /// What a receive brought goes into the engine; what the engine wants sent goes out.
    fn digest(
        &self,
        state: &mut State,
        input: &[u8],
        received: io::Result<Received>,
        now: Instant,
    ) {
        match received {
            Ok(Received { bytes: 0, .. }) => state.engine.handle_eof(),
            Ok(Received {
                bytes,
                fds,
                truncated,
            }) => {
                let limit = u32::try_from(oxivirt_rpc::MAX_FDS).unwrap_or(u32::MAX);
                if truncated {
                    state
                        .engine
                        .close(Cause::TooManyFds(limit.saturating_add(1)));
                }
                state
                    .engine
                    .handle_input(now, input.get(..bytes).unwrap_or_default(), fds);
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => state.engine.close(Cause::Receive(errno(&error))),
        }
        state.engine.handle_timeout(now);
        self.flush(state);
        if state.engine.closed().is_some() {
            // The descriptor lives until the application closes; the peer must not wait for that.
            oxivirt_sys::shutdown(self.borrow());
        }
    }

    /// Sleeps until somebody brings the outcome or the baton; `None` when the deadline passed.
    fn follow<'a>(
        &'a self,
        mut state: Guard<'a>,
        serial: u32,
        deadline: Option<Instant>,
    ) -> Option<Outcome> {
        let wake = Arc::new(Condvar::new());
        let waiter = Waiter {
            serial,
            wake: Arc::clone(&wake),
            outcome: None,
            baton: false,
        };
        state.waiters.push(waiter);
        self.settle(&mut state);
        loop {
            if !state.engine.drained() && !state.writing {
                state = self.write_out(state, serial, deadline);
            }
            let at = state
                .waiters
                .iter()
                .position(|waiter| waiter.serial == serial)?;
            let waiter = state.waiters.get_mut(at)?;
            let (outcome, baton) = (waiter.outcome.take(), waiter.baton);
            let late = deadline.is_some_and(|deadline| Instant::now() >= deadline);
            if outcome.is_none() && !baton && !late {
                state = wait(&wake, state, deadline);
                continue;
            }
            state.waiters.remove(at);
            if outcome.is_none() && baton {
                return self.lead(state, serial, deadline);
            }
            if outcome.is_none() {
                state.engine.abandon_call(serial);
            }
            if baton {
                self.pass_baton(&mut state);
            }
            return outcome;
        }
    }

    /// The peer does not take bytes as fast as they come, and the reader's poll may not watch for room: waits for the peer
    /// here, until all is sent or this thread has something better to do.
    fn write_out<'a>(
        &'a self,
        mut state: Guard<'a>,
        serial: u32,
        deadline: Option<Instant>,
    ) -> Guard<'a> {
        let busy = |state: &State| {
            state
                .waiters
                .iter()
                .any(|waiter| waiter.serial == serial && (waiter.baton || waiter.outcome.is_some()))
        };
        // Made under the lock: whoever sees `writing` must find it.
        self.nudge.get_or_init(|| EventFd::new().ok());
        state.writing = true;
        while !state.engine.drained() && !busy(&state) {
            drop(state);
            let seen = self.wait_writable(deadline);
            state = self.state.lock();
            match seen {
                Ok(true) => self.flush(&mut state),
                Ok(false) => break,
                Err(error) => state.engine.close(Cause::Send(errno(&error))),
            }
        }
        state.writing = false;
        self.settle(&mut state);
        if !state.engine.drained() {
            // Somebody else has to go on; a reader with the baton polls for it anyway.
            let others = |waiter: &&Waiter| waiter.serial != serial && waiter.outcome.is_none();
            if let Some(next) = state.waiters.iter().find(others) {
                next.wake.notify_one();
            }
        }
        state
    }

    /// Waits until the peer takes bytes or another thread wakes the writer; `false` when the deadline passed.
    fn wait_writable(&self, deadline: Option<Instant>) -> io::Result<bool> {
        let nudge = self.nudge.get().and_then(Option::as_ref);
        let nudged = nudge.map_or(-1, AsRawFd::as_raw_fd);
        let mut set = [
            PollFd::new(self.fd(), Interest::WRITE),
            PollFd::new(nudged, Interest::READ),
        ];
        let ready = oxivirt_sys::poll(&mut set, deadline)?;
        if let Some(nudge) = nudge {
            nudge.clear();
        }
        Ok(ready > 0)
    }

    /// Sends what the peer takes without waiting.
    fn flush(&self, state: &mut State) {
        while let Some(transmit) = state.engine.poll_transmit() {
            let sent = match transmit {
                Transmit::Bytes(bytes) => oxivirt_sys::send(self.borrow(), bytes, false),
                Transmit::Descriptor(fd) => {
                    oxivirt_sys::send_with_fds(self.borrow(), &[0], &[fd], false)
                }
            };
            match sent {
                Ok(count) => state.engine.handle_sent(count),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(error) => state.engine.close(Cause::Send(errno(&error))),
            }
        }
    }

    /// Hands out what ended, and wakes the reader when the connection is over.
    fn settle(&self, state: &mut State) {
        self.distribute(state, None);
        if state.engine.closed().is_some() && state.reading {
            oxivirt_sys::shutdown(self.borrow());
        }
    }

    /// Brings every ended call to its thread; answers the outcome of `mine`.
    fn distribute(&self, state: &mut State, mine: Option<u32>) -> Option<Outcome> {
        let mut own = None;
        if let Some(at) = state
            .unclaimed
            .iter()
            .position(|done| Some(done.serial) == mine)
        {
            own = Some(state.unclaimed.swap_remove(at).outcome);
        }
        while let Some(done) = state.engine.poll_completion() {
            if Some(done.serial) == mine {
                own = Some(done.outcome);
                continue;
            }
            match state
                .waiters
                .iter_mut()
                .find(|waiter| waiter.serial == done.serial)
            {
                Some(waiter) => {
                    waiter.outcome = Some(done.outcome);
                    waiter.wake.notify_one();
                    self.nudge_writer(state.writing);
                }
                None => state.unclaimed.push(done),
            }
        }
        own
    }

    /// The reader is done: the first thread without an outcome reads from now on.
    fn pass_baton(&self, state: &mut State) {
        match state
            .waiters
            .iter_mut()
            .find(|waiter| waiter.outcome.is_none())
        {
            Some(next) => {
                next.baton = true;
                next.wake.notify_one();
                self.nudge_writer(state.writing);
            }
            None => state.reading = false,
        }
    }

    /// The writer sleeps in a poll, not on its condition.
    fn nudge_writer(&self, writing: bool) {
        if let (true, Some(Some(nudge))) = (writing, self.nudge.get()) {
            nudge.wake();
        }
    }

    /// Ends the connection: every caller gets an error that says why. In a forked child the parent's connection is left
    /// alone.
    pub(crate) fn close(&self) {
        if self.forked() {
            return;
        }
        let mut state = self.state.lock();
        state.engine.close(Cause::Local);
        self.distribute(&mut state, None);
        oxivirt_sys::shutdown(self.borrow());
    }

    /// An event loop saw input (or output room): moves what can be moved without waiting, unless a calling thread reads
    /// anyway. Answers whether messages wait to be taken.
    pub(crate) fn on_readable(&self) -> bool {
        if self.forked() {
            return false;
        }
        let mut state = self.state.lock();
        if !state.reading && state.engine.closed().is_none() {
            let mut input = std::mem::take(&mut state.input);
            if input.is_empty() {
                input.resize(INPUT, 0);
            }
            let received = oxivirt_sys::recv_with_fds(self.borrow(), &mut input, false);
            self.digest(&mut state, &input, received, Instant::now());
            state.input = input;
            self.distribute(&mut state, None);
        }
        state.engine.has_events()
    }

    /// A keepalive timer fired.
    pub(crate) fn on_timeout(&self) {
        if self.forked() {
            return;
        }
        let mut state = self.state.lock();
        state.engine.handle_timeout(Instant::now());
        self.flush(&mut state);
        self.settle(&mut state);
    }

    /// When to call [`Link::on_timeout`].
    pub(crate) fn deadline(&self) -> Option<Instant> {
        if self.forked() {
            None
        } else {
            self.state.lock().engine.poll_deadline()
        }
    }

    /// What arrived besides replies, in order.
    pub(crate) fn take_events(&self) -> Vec<Event> {
        if self.forked() {
            return Vec::new();
        }
        let mut state = self.state.lock();
        std::iter::from_fn(|| state.engine.poll_event()).collect()
    }

    /// Starts pinging, or stops with `None`.
    pub(crate) fn keepalive(&self, pings: Option<(Duration, u32)>) {
        if self.forked() {
            return;
        }
        let mut state = self.state.lock();
        match pings {
            Some((interval, count)) => state.engine.start_keepalive(interval, count),
            None => state.engine.stop_keepalive(),
        }
    }
}

fn earlier(one: Option<Instant>, other: Option<Instant>) -> Option<Instant> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

fn errno(error: &io::Error) -> i32 {
    error.raw_os_error().unwrap_or_default()
}

#[cfg(test)]
#[path = "link_tests.rs"]
mod tests;
