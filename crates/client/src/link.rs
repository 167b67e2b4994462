//! The blocking driver of the engine: any number of threads call over one connection, and no thread is hidden.
//!
//! A calling thread writes its frame, then reads for everybody if nobody does (it holds the baton), else it sleeps until
//! the reader brings its reply or hands it the baton. The common case, one call at a time, is one send, one poll and one
//! receive.
//!
//! Three kinds of threads meet here: the reader, at most one writer (whose bytes the peer did not take at once while
//! somebody else reads), and sleepers. All of them find their outcome in [`State`], under one lock, which is never held
//! while sleeping.
use crate::channel::{Channel, Coat, Layer};
use crate::input::Input;
use crate::lock::{Lock, wait};
use crate::news::News;
use crate::transport::Companion;
use oxivirt_rpc::{
    Cause, Completion, Engine, Event, Header, Outcome, Program, Role, Stream, Transmit,
};
use oxivirt_sys::{EventFd, Generation, Interest, PollFd, Received};
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::sync::{Arc, Condvar, MutexGuard, OnceLock};
use std::time::{Duration, Instant};

#[path = "link_streams.rs"]
mod streams;
use streams::Observers;
pub(crate) use streams::StreamEnd;

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

/// What a thread waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Want {
    /// The outcome of the call with this serial.
    Reply(u32),
    /// So many frames were sent.
    Sent(u64),
    /// Something to receive from the stream with this serial.
    Input(u32),
    /// The answer to this stream's finish or abort.
    Settled(u32),
}

/// A thread that sleeps, or writes, and waits for its outcome.
#[derive(Debug)]
struct Waiter {
    ticket: u64,
    want: Want,
    wake: Arc<Condvar>,
    outcome: Option<Outcome>,
    /// The thread shall read for everybody from now on.
    baton: bool,
}

#[derive(Debug)]
struct State {
    engine: Engine,
    waiters: Vec<Waiter>,
    /// Tells waiters apart that want the same.
    next_ticket: u64,
    observers: Observers,
    /// Outcomes of the reader's own call, brought by others.
    unclaimed: Vec<Completion>,
    /// A thread reads, or was handed the baton and is about to.
    reading: bool,
    /// A thread waits until the peer takes more bytes.
    writing: bool,
    /// What bytes pass through on their way; mostly nothing.
    coat: Option<Coat>,
}

impl State {
    /// Nothing waits for the peer to take it.
    fn drained(&self) -> bool {
        self.engine.drained()
            && self
                .coat
                .as_ref()
                .is_none_or(|coat| coat.unsent().is_empty())
    }
}

type Guard<'a> = MutexGuard<'a, State>;

/// One connection.
#[derive(Debug)]
pub(crate) struct Link {
    socket: OwnedFd,
    companion: Option<Companion>,
    /// Descriptors can be sent.
    pub(crate) passes_fds: bool,
    generation: Generation,
    state: Lock<State>,
    /// Wakes the writer; made when there is one for the first time.
    nudge: OnceLock<Option<EventFd>>,
    /// What the listener has to be told.
    pub(crate) news: News,
}

impl Link {
    /// Drives a connected channel. `programs` are those whose messages are accepted.
    pub(crate) fn new(channel: Channel, programs: &'static [Program]) -> Self {
        let state = State {
            engine: Engine::new(Role::Client, programs, Instant::now()),
            waiters: Vec::new(),
            next_ticket: 0,
            observers: Observers::default(),
            unclaimed: Vec::new(),
            reading: false,
            writing: false,
            coat: Coat::new(channel.layers),
        };
        Self {
            socket: channel.socket,
            companion: channel.companion,
            passes_fds: channel.passes_fds,
            generation: Generation::current(),
            state: Lock::new(state),
            nudge: OnceLock::new(),
            news: News::default(),
        }
    }

    /// The descriptor an event loop may watch for input while no call is in flight.
    pub(crate) fn fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }

    /// From now on all bytes pass through one more layer. No call may be in flight.
    pub(crate) fn add_layer(&self, layer: Box<dyn Layer>) {
        let mut state = self.state.lock();
        match &mut state.coat {
            Some(coat) => coat.add(layer),
            None => state.coat = Coat::new(vec![layer]),
        }
    }

    /// What the process that carried the connection had to say about its end.
    pub(crate) fn last_words(&self) -> &str {
        self.companion.as_ref().map_or("", Companion::said)
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

    /// [`Link::call_opening`] without a stream.
    #[cfg(test)]
    pub(crate) fn call(
        &self,
        header: &Header,
        frame: Vec<u8>,
        fds: Vec<OwnedFd>,
        deadline: Option<Instant>,
    ) -> Ended {
        self.call_opening(header, frame, fds, deadline, None).0
    }

    /// Sends the frame (begun with `start_frame`, payload complete) and waits for its reply. With `opens` the call opens a
    /// stream (sparse or not), whose serial is the second result unless the call failed.
    pub(crate) fn call_opening(
        &self,
        header: &Header,
        frame: Vec<u8>,
        fds: Vec<OwnedFd>,
        deadline: Option<Instant>,
        opens: Option<bool>,
    ) -> (Ended, Option<u32>) {
        if self.forked() {
            return (Ended::Forked, None);
        }
        let started = deadline.map(|_| Instant::now());
        let mut state = self.state.lock();
        let serial = match state.engine.start_call(header, frame, fds) {
            Ok(serial) => serial,
            Err(cause) => return (Ended::With(Outcome::Failed(cause)), None),
        };
        if let Some(sparse) = opens {
            state.engine.open_stream(header, serial, sparse);
        }
        self.flush(&mut state);
        let ended = self.wait_for(state, Want::Reply(serial), deadline);
        let opened = matches!(ended, Some(Outcome::Reply { .. })).then_some(serial);
        if opens.is_some() && opened.is_none() {
            self.forget_stream(serial);
        }
        let ended = ended.map_or_else(
            || Ended::TimedOut(started.map(|at| at.elapsed()).unwrap_or_default()),
            Ended::With,
        );
        crate::lines::ended(header, serial, &ended);
        (ended, opens.and(opened))
    }

    /// Reads, or sleeps while another thread reads, until the outcome is there; `None` when the deadline passed.
    fn wait_for<'a>(
        &'a self,
        state: Guard<'a>,
        want: Want,
        deadline: Option<Instant>,
    ) -> Option<Outcome> {
        if state.reading {
            self.follow(state, want, deadline)
        } else {
            self.lead(state, want, deadline)
        }
    }

    /// Reads for everybody until the outcome of `want` is there; `None` when the deadline passed.
    fn lead<'a>(
        &'a self,
        mut state: Guard<'a>,
        want: Want,
        deadline: Option<Instant>,
    ) -> Option<Outcome> {
        state.reading = true;
        let streaming = matches!(want, Want::Input(_));
        let mut input = Input::take(streaming);
        // What a stream's reader wants next is mostly there already.
        let mut eager = streaming;
        let outcome = loop {
            if let Some(outcome) = self.distribute(&mut state, Some(want)) {
                break Some(outcome);
            }
            let write = !state.drained();
            let hold = state.engine.hold(Instant::now(), true);
            let due = earlier(earlier(deadline, hold), state.engine.poll_deadline());
            self.release(state);
            let received = self.receive(&mut input, hold.is_none(), write, eager, due);
            eager = streaming && received.is_ok();
            state = self.state.lock();
            let now = Instant::now();
            self.digest(&mut state, &input, received, now);
            if deadline.is_some_and(|deadline| now >= deadline) {
                let outcome = self.distribute(&mut state, Some(want));
                if outcome.is_none() {
                    abandon(&mut state, want);
                }
                break outcome;
            }
        };
        drop(input);
        self.pass_baton(&mut state);
        self.release(state);
        outcome
    }

    /// One wait of the reader, without the lock.
    fn receive(
        &self,
        input: &mut Input,
        read: bool,
        write: bool,
        eager: bool,
        due: Option<Instant>,
    ) -> io::Result<Received> {
        if eager && read {
            let received = oxivirt_sys::recv_with_fds(self.borrow(), input.room(), false);
            if !matches!(&received, Err(error) if error.kind() == io::ErrorKind::WouldBlock) {
                return received;
            }
        }
        // Sleeping in the poll costs the process less than sleeping in the receive (measured, 10 to 35 % per call).
        let interest = match (read, write) {
            (true, true) => Interest::READ.or(Interest::WRITE),
            (true, false) => Interest::READ,
            (false, true) => Interest::WRITE,
            (false, false) => Interest::NONE,
        };
        let seen = oxivirt_sys::wait_one(self.borrow(), interest, due)?;
        if seen.is_empty() || seen == Interest::WRITE {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        oxivirt_sys::recv_with_fds(self.borrow(), input.room(), false)
    }

    /// What a receive brought goes into the engine; what the engine wants sent goes out.
    fn digest(
        &self,
        state: &mut State,
        input: &Input,
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
                self.take_in(state, input.bytes(bytes), fds, now);
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

    /// Received bytes go through the layers into the engine.
    fn take_in(&self, state: &mut State, bytes: &[u8], fds: Vec<OwnedFd>, now: Instant) {
        let Some(coat) = &mut state.coat else {
            state.engine.handle_input(now, bytes, fds);
            return;
        };
        match coat.unwrap(bytes) {
            Ok(inner) => {
                let ended = coat.ended();
                state.engine.handle_input(now, &inner, fds);
                if ended {
                    state.engine.handle_eof();
                }
            }
            Err(text) => state.engine.close(Cause::Layer(text)),
        }
    }

    /// Sleeps until somebody brings the outcome or the baton; `None` when the deadline passed.
    fn follow<'a>(
        &'a self,
        mut state: Guard<'a>,
        want: Want,
        deadline: Option<Instant>,
    ) -> Option<Outcome> {
        let wake = Arc::new(Condvar::new());
        let ticket = state.next_ticket;
        state.next_ticket = ticket.wrapping_add(1);
        let waiter = Waiter {
            ticket,
            want,
            wake: Arc::clone(&wake),
            outcome: None,
            baton: false,
        };
        state.waiters.push(waiter);
        self.settle(&mut state);
        loop {
            if !state.drained() && !state.writing {
                state = self.write_out(state, ticket, deadline);
            }
            let at = state
                .waiters
                .iter()
                .position(|waiter| waiter.ticket == ticket)?;
            let waiter = state.waiters.get_mut(at)?;
            let (outcome, baton) = (waiter.outcome.take(), waiter.baton);
            let late = deadline.is_some_and(|deadline| Instant::now() >= deadline);
            if outcome.is_none() && !baton && !late {
                state = wait(&wake, state, deadline);
                continue;
            }
            state.waiters.remove(at);
            if outcome.is_none() && baton {
                return self.lead(state, want, deadline);
            }
            if outcome.is_none() {
                abandon(&mut state, want);
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
        ticket: u64,
        deadline: Option<Instant>,
    ) -> Guard<'a> {
        let busy = |state: &State| {
            state
                .waiters
                .iter()
                .any(|waiter| waiter.ticket == ticket && (waiter.baton || waiter.outcome.is_some()))
        };
        // Made under the lock: whoever sees `writing` must find it.
        self.nudge.get_or_init(|| EventFd::new().ok());
        state.writing = true;
        while !state.drained() && !busy(&state) {
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
        if !state.drained() {
            // Somebody else has to go on; a reader with the baton polls for it anyway.
            let others = |waiter: &&Waiter| waiter.ticket != ticket && waiter.outcome.is_none();
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
        if state.coat.is_some() {
            self.flush_coated(state);
        }
        while state.coat.is_none()
            && let Some(transmit) = state.engine.poll_transmit()
        {
            let sent = match transmit {
                Transmit::Bytes(bytes) => oxivirt_sys::send(self.borrow(), bytes, false),
                Transmit::Descriptor(fd) => {
                    oxivirt_sys::send_with_fds(self.borrow(), &[0], &[fd], false)
                }
            };
            match sent {
                Ok(count) => state.engine.handle_sent(count),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) => state.engine.close(Cause::Send(errno(&error))),
            }
        }
        self.note(state);
    }

    /// As [`Link::flush`], through the layers.
    fn flush_coated(&self, state: &mut State) {
        while let Some(coat) = &mut state.coat {
            if coat.unsent().is_empty() {
                // Only one piece waits outside the engine, so what waits stays bounded and countable.
                let taken = match state.engine.poll_transmit() {
                    None => break,
                    Some(Transmit::Bytes(bytes)) => coat.wrap(bytes),
                    Some(Transmit::Descriptor(_)) => Err("no descriptor passes a layer".to_owned()),
                };
                match taken {
                    Ok(count) => state.engine.handle_sent(count),
                    Err(text) => state.engine.close(Cause::Layer(text)),
                }
                continue;
            }
            match oxivirt_sys::send(self.socket.as_fd(), coat.unsent(), false) {
                Ok(count) => coat.handle_sent(count),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) => {
                    let unsent = coat.unsent().len();
                    coat.handle_sent(unsent);
                    state.engine.close(Cause::Send(errno(&error)));
                }
            }
        }
    }

    /// Marks that the listener has something to hear.
    fn note(&self, state: &State) {
        if state.engine.has_events() || state.engine.closed().is_some() {
            self.news.mark();
        }
    }

    /// Hands out what ended, and wakes the reader when the connection is over.
    fn settle(&self, state: &mut State) {
        self.distribute(state, None);
        self.note(state);
        if state.engine.closed().is_some() && state.reading {
            oxivirt_sys::shutdown(self.borrow());
        }
    }

    /// Brings every ended call to its thread; answers the outcome of `mine`.
    fn distribute(&self, state: &mut State, mine: Option<Want>) -> Option<Outcome> {
        let mut own = mine.and_then(|want| met(&state.engine, want));
        if let Some(at) = state
            .unclaimed
            .iter()
            .position(|done| Some(Want::Reply(done.serial)) == mine)
        {
            own = Some(state.unclaimed.swap_remove(at).outcome);
        }
        while let Some(done) = state.engine.poll_completion() {
            if Some(Want::Reply(done.serial)) == mine {
                own = Some(done.outcome);
                continue;
            }
            match state
                .waiters
                .iter_mut()
                .find(|waiter| waiter.want == Want::Reply(done.serial))
            {
                Some(waiter) => {
                    waiter.outcome = Some(done.outcome);
                    waiter.wake.notify_one();
                    self.nudge_writer(state.writing);
                }
                None => state.unclaimed.push(done),
            }
        }
        for waiter in &mut state.waiters {
            if waiter.outcome.is_none()
                && let Some(outcome) = met(&state.engine, waiter.want)
            {
                waiter.outcome = Some(outcome);
                waiter.wake.notify_one();
                self.nudge_writer(state.writing);
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
        self.release(state);
    }

    /// An event loop saw input (or output room): moves what can be moved without waiting, unless a calling thread reads
    /// anyway.
    pub(crate) fn on_readable(&self) {
        if self.forked() {
            return;
        }
        let mut state = self.state.lock();
        self.glance(&mut state);
        self.release(state);
    }

    /// Takes in what is there without waiting, unless another thread reads or a stream is too full.
    fn glance(&self, state: &mut State) {
        let now = Instant::now();
        if state.reading
            || state.engine.closed().is_some()
            || state.engine.hold(now, false).is_some()
        {
            return;
        }
        let mut input = Input::take(false);
        let received = oxivirt_sys::recv_with_fds(self.borrow(), input.room(), false);
        self.digest(state, &input, received, now);
        drop(input);
        self.distribute(state, None);
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
        self.release(state);
    }

    /// When to call [`Link::on_timeout`].
    pub(crate) fn deadline(&self) -> Option<Instant> {
        if self.forked() {
            None
        } else {
            let mut state = self.state.lock();
            let hold = state.engine.hold(Instant::now(), false);
            let due = earlier(hold, state.engine.poll_deadline());
            self.release(state);
            due
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

/// The thread waits no longer: the reply of its call is dropped when it comes.
fn abandon(state: &mut State, want: Want) {
    if let Want::Reply(serial) = want {
        state.engine.abandon_call(serial);
    }
}

/// Whether what a thread waits for besides a reply has come, or cannot come any more; it looks for itself what it is.
fn met(engine: &Engine, want: Want) -> Option<Outcome> {
    let met = match want {
        Want::Reply(_) => return None,
        Want::Sent(frames) => engine.frames_sent() >= frames,
        Want::Input(serial) => engine.stream(serial).is_none_or(Stream::ready),
        Want::Settled(serial) => engine.stream(serial).is_none_or(Stream::settled),
    };
    (met || engine.closed().is_some()).then(|| Outcome::Reply {
        payload: Vec::new(),
        fds: Vec::new(),
    })
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
