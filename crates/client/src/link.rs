//! The blocking driver of the engine: any number of threads call over one connection, and no thread is hidden.
//!
//! A calling thread writes its frame, then reads for everybody if nobody does (it holds the baton), else it sleeps until
//! the reader brings its reply or hands it the baton; that coordination is in [`crate::baton`]. The common case, one call
//! at a time, is one send, one poll and one receive.
use crate::baton::{Baton, Board, DeliveredBy, Desk, Held, Work};
use crate::channel::{Channel, Layer, LayerStack};
use crate::input::Input;
use crate::lock::{Condvar, wait};
use crate::news::News;
use crate::transport::TransportProcess;
use oxivirt_rpc::{Cause, Engine, Event, Header, Limits, Outcome, Program, Role, Stream, Transmit};
use oxivirt_sys::{Generation, Interest, OnceBox, PollFd, Received, Waker};
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
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
pub(crate) enum Want {
    /// The outcome of the call with this serial.
    Reply(u32),
    /// So many frames were sent.
    Sent(u64),
    /// Something to receive from the stream with this serial.
    Input(u32),
    /// The answer to this stream's finish or abort.
    Settled(u32),
}

/// What the threads of a connection drive.
#[derive(Debug)]
pub(crate) struct State {
    engine: Engine,
    observers: Observers,
    /// What bytes pass through on their way; mostly nothing.
    layers: Option<LayerStack>,
}

/// What a reader has to itself.
#[derive(Debug)]
pub(crate) struct Reader {
    input: Input,
    /// It reads for a stream.
    streaming: bool,
    /// What a stream's reader wants next is mostly there already.
    eager: bool,
}

impl Work for State {
    type Want = Want;
    type Outcome = Outcome;

    fn next_ended(&mut self) -> Option<(Want, Outcome)> {
        let done = self.engine.poll_completion()?;
        Some((Want::Reply(done.serial), done.outcome))
    }

    fn met(&self, want: Want) -> Option<Outcome> {
        // The thread looks for itself what it is.
        let met = match want {
            Want::Reply(_) => return None,
            Want::Sent(frames) => self.engine.frames_sent() >= frames,
            Want::Input(serial) => self.engine.stream(serial).is_none_or(Stream::ready),
            Want::Settled(serial) => self.engine.stream(serial).is_none_or(Stream::settled),
        };
        (met || self.engine.refuses().is_some()).then(|| Outcome::Reply { payload: Vec::new(), fds: Vec::new() })
    }

    fn abandon(&mut self, want: Want) {
        if let Want::Reply(serial) = want {
            self.engine.abandon_call(serial);
        }
    }

    fn drained(&self) -> bool {
        let layers = self.layers.as_ref();
        self.engine.drained() && layers.is_none_or(|layers| layers.unsent().is_empty())
    }
}

type Guard<'a> = Held<'a, State>;

/// One connection.
#[derive(Debug)]
pub(crate) struct Link {
    socket: OwnedFd,
    transport_process: Option<TransportProcess>,
    /// Descriptors can be sent.
    pub(crate) passes_fds: bool,
    generation: Generation,
    board: Desk<State>,
    /// Wakes the writer; made when there is one for the first time.
    nudge: OnceBox<Option<Waker>>,
    /// What the listener has to be told.
    pub(crate) news: News,
}

impl Link {
    /// Drives a connected channel. `programs` are those whose messages are accepted.
    pub(crate) fn new(channel: Channel, programs: &'static [Program]) -> Self {
        let state = State {
            engine: Engine::new(Role::Client, programs, Limits::DEFAULT, Instant::now()),
            observers: Observers::default(),
            layers: LayerStack::new(channel.layers),
        };
        Self {
            socket: channel.socket,
            transport_process: channel.transport_process,
            passes_fds: channel.passes_fds,
            generation: Generation::current(),
            board: Desk::new(state),
            nudge: OnceBox::new(),
            news: News::default(),
        }
    }

    /// The descriptor an event loop may watch for input while no call is in flight.
    pub(crate) fn fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }

    /// From now on all bytes pass through one more layer. No call may be in flight.
    pub(crate) fn add_layer(&self, layer: Box<dyn Layer>) {
        let mut board = self.board.lock();
        match &mut board.state.layers {
            Some(layers) => layers.add(layer),
            None => board.state.layers = LayerStack::new(vec![layer]),
        }
    }

    /// The process that carries the connection.
    pub(crate) fn transport_process(&self) -> Option<&TransportProcess> {
        self.transport_process.as_ref()
    }

    fn borrow(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }

    /// Whether the process was forked since: then nothing may touch the connection.
    pub(crate) fn forked(&self) -> bool {
        self.generation.forked()
    }

    /// Why nothing can be asked for any more.
    pub(crate) fn closed(&self) -> Option<Cause> {
        if self.forked() {
            return Some(Cause::Local);
        }
        self.board.lock().state.engine.refuses().cloned()
    }

    /// [`Link::call_opening`] without a stream.
    #[cfg(test)]
    pub(crate) fn call(&self, header: &Header, frame: Vec<u8>, fds: Vec<OwnedFd>, deadline: Option<Instant>) -> Ended {
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
        let mut board = self.board.lock();
        let serial = match board.state.engine.start_call(header, frame, fds) {
            Ok(serial) => serial,
            Err(cause) => return (Ended::With(Outcome::Failed(cause)), None),
        };
        if let Some(sparse) = opens {
            board.state.engine.open_stream(header, serial, sparse);
        }
        self.send(&mut board.state);
        let ended = self.wait_for(board, Want::Reply(serial), deadline);
        let opened = matches!(ended, Some(Outcome::Reply { .. })).then_some(serial);
        if opens.is_some() && opened.is_none() {
            self.forget_stream(serial);
        }
        let ended =
            ended.map_or_else(|| Ended::TimedOut(started.map(|at| at.elapsed()).unwrap_or_default()), Ended::With);
        crate::lines::ended(header, serial, &ended);
        (ended, opens.and(opened))
    }

    /// Makes the call that says goodbye. All others end at once; its own reply is waited for until `deadline`, unless another
    /// thread reads: only the end of the connection wakes that one. Then the result is that the connection ended.
    pub(crate) fn call_last(&self, header: &Header, frame: Vec<u8>, deadline: Option<Instant>) -> Ended {
        if self.forked() {
            return Ended::Forked;
        }
        let started = Instant::now();
        let mut board = self.board.lock();
        let started_call = board.state.engine.start_last_call(header, frame);
        if started_call.is_ok() {
            self.send(&mut board.state);
        }
        self.settle(&mut board);
        let serial = match started_call {
            Ok(serial) if !board.reading() => serial,
            Ok(serial) => {
                board.state.abandon(Want::Reply(serial));
                self.release(board);
                return Ended::With(Outcome::Failed(Cause::Local));
            }
            Err(cause) => {
                self.release(board);
                return Ended::With(Outcome::Failed(cause));
            }
        };
        let outcome = self.wait_for(board, Want::Reply(serial), deadline);
        let ended = outcome.map_or_else(|| Ended::TimedOut(started.elapsed()), Ended::With);
        crate::lines::ended(header, serial, &ended);
        ended
    }

    /// One wait of the reader, without the lock.
    fn receive(&self, reader: &mut Reader, read: bool, write: bool, due: Option<Instant>) -> io::Result<Received> {
        let input = &mut reader.input;
        if reader.eager && read {
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
    fn digest(&self, state: &mut State, input: &Input, received: io::Result<Received>, now: Instant) {
        match received {
            Ok(Received { bytes: 0, .. }) => state.engine.handle_eof(),
            Ok(Received { bytes, fds, truncated }) => {
                if truncated {
                    // More than fit in one frame, or no room in the process.
                    state.engine.close(if fds.len() < oxivirt_rpc::MAX_FDS {
                        Cause::LostFds
                    } else {
                        let limit = u32::try_from(oxivirt_rpc::MAX_FDS).unwrap_or(u32::MAX);
                        Cause::TooManyFds(limit.saturating_add(1))
                    });
                }
                self.take_in(state, input.bytes(bytes), fds, now);
            }
            // The reader's own thread ends: that says nothing of the connection.
            Err(_) if oxivirt_sys::unwinding() => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => state.engine.close(Cause::Receive(errno(&error))),
        }
        state.engine.handle_timeout(now);
        self.send(state);
        if state.engine.closed().is_some() {
            // The descriptor lives until the application closes; the peer must not wait for that.
            oxivirt_sys::shutdown(self.borrow());
        }
    }

    /// Received bytes go through the layers into the engine.
    fn take_in(&self, state: &mut State, bytes: &[u8], fds: Vec<OwnedFd>, now: Instant) {
        let Some(layers) = &mut state.layers else {
            state.engine.handle_input(now, bytes, fds);
            return;
        };
        match layers.decode(bytes) {
            Ok(inner) => {
                let ended = layers.ended();
                state.engine.handle_input(now, &inner, fds);
                if ended {
                    state.engine.handle_eof();
                }
            }
            Err(text) => state.engine.close(Cause::Layer(text)),
        }
    }

    /// Sends what the peer takes without waiting.
    fn send(&self, state: &mut State) {
        if state.layers.is_some() {
            self.send_layered(state);
        }
        while state.layers.is_none()
            && let Some(transmit) = state.engine.poll_transmit()
        {
            let sent = match transmit {
                Transmit::Bytes(bytes) => oxivirt_sys::send(self.borrow(), bytes, false),
                Transmit::Descriptor(fd) => oxivirt_sys::send_with_fds(self.borrow(), &[0], &[fd], false),
            };
            match sent {
                Ok(count) => state.engine.handle_sent(count),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) => state.engine.close(Cause::Send(errno(&error))),
            }
        }
        self.note(state);
    }

    /// As [`Link::send`], through the layers.
    fn send_layered(&self, state: &mut State) {
        while let Some(layers) = &mut state.layers {
            if layers.unsent().is_empty() {
                // Only one piece waits outside the engine, so what waits stays bounded and countable.
                let taken = match state.engine.poll_transmit() {
                    None => break,
                    Some(Transmit::Bytes(bytes)) => layers.encode(bytes),
                    Some(Transmit::Descriptor(_)) => Err("no descriptor passes a layer".to_owned()),
                };
                match taken {
                    Ok(count) => state.engine.handle_sent(count),
                    Err(text) => state.engine.close(Cause::Layer(text)),
                }
                continue;
            }
            match oxivirt_sys::send(self.socket.as_fd(), layers.unsent(), false) {
                Ok(count) => layers.handle_sent(count),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) => {
                    let unsent = layers.unsent().len();
                    layers.handle_sent(unsent);
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

    /// Ends the connection: every caller gets an error that says why. In a forked child the parent's connection is left
    /// alone.
    pub(crate) fn close(&self) {
        if self.forked() {
            return;
        }
        let mut board = self.board.lock();
        board.state.engine.close(Cause::Local);
        self.distribute(&mut board, None);
        oxivirt_sys::shutdown(self.borrow());
        self.release(board);
    }

    /// An event loop saw input (or output room): moves what can be moved without waiting, unless a calling thread reads
    /// anyway.
    pub(crate) fn on_readable(&self) {
        if self.forked() {
            return;
        }
        let mut board = self.board.lock();
        self.glance(&mut board);
        self.release(board);
    }

    /// Until when no input shall be taken in; see [`Engine::hold`].
    fn hold(&self, state: &mut State, now: Instant, waits: bool) -> Option<Instant> {
        state.engine.hold(now, waits, self.news.undelivered())
    }

    /// Takes in what is there without waiting, unless another thread reads or a stream is too full.
    fn glance(&self, board: &mut Guard<'_>) {
        let now = Instant::now();
        if board.reading() || board.state.engine.closed().is_some() || self.hold(&mut board.state, now, false).is_some()
        {
            return;
        }
        let mut input = Input::take(false);
        let received = oxivirt_sys::recv_with_fds(self.borrow(), input.room(), false);
        self.digest(&mut board.state, &input, received, now);
        drop(input);
        self.distribute(board, None);
    }

    /// A keepalive timer fired.
    pub(crate) fn on_timeout(&self) {
        if self.forked() {
            return;
        }
        let mut board = self.board.lock();
        let frames = board.state.engine.frames_queued();
        board.state.engine.handle_timeout(Instant::now());
        let pinged = board.state.engine.frames_queued() != frames;
        self.send(&mut board.state);
        let failed = pinged && matches!(board.state.engine.closed(), Some(Cause::Send(_)));
        self.settle(&mut board);
        self.release(board);
        if failed {
            crate::lines::ping_failed(std::ptr::from_ref(self).cast());
        }
    }

    /// When to call [`Link::on_timeout`].
    pub(crate) fn deadline(&self) -> Option<Instant> {
        if self.forked() {
            None
        } else {
            let mut board = self.board.lock();
            let hold = self.hold(&mut board.state, Instant::now(), false);
            let due = earlier(hold, board.state.engine.poll_deadline());
            self.release(board);
            due
        }
    }

    /// What arrived besides replies, in order, and why the connection ended.
    pub(crate) fn take_news(&self) -> (Vec<Event>, Option<Cause>) {
        if self.forked() {
            return (Vec::new(), Some(Cause::Local));
        }
        let mut board = self.board.lock();
        let events = std::iter::from_fn(|| board.state.engine.poll_event()).collect();
        (events, board.state.engine.closed().cloned())
    }

    /// Starts pinging, or stops with `None`.
    pub(crate) fn keepalive(&self, pings: Option<(Duration, u32)>) {
        if self.forked() {
            return;
        }
        let mut board = self.board.lock();
        match pings {
            Some((interval, count)) => board.state.engine.start_keepalive(interval, count),
            None => board.state.engine.stop_keepalive(),
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        if self.forked() {
            // Another thread of the parent may have been in the middle of changing it: what it holds cannot be freed.
            let engine = Engine::new(Role::Client, &[], Limits::DEFAULT, Instant::now());
            let state = State { engine, observers: Observers::default(), layers: None };
            let board = std::mem::replace(&mut self.board, Desk::new(state));
            std::mem::forget(board);
        }
    }
}

impl Baton for Link {
    type Work = State;
    type Deadline = Instant;
    type Reader = Reader;

    fn desk(&self) -> &Desk<State> {
        &self.board
    }

    fn late(&self, deadline: Instant) -> bool {
        Instant::now() >= deadline
    }

    /// Cancelled while it waited, or an exception is on its way through the call: the connection is for the others.
    fn thread_ends(&self) -> bool {
        oxivirt_sys::unwinding()
    }

    fn sleep<'a>(
        &'a self,
        wake: &Condvar,
        brought: DeliveredBy<'a, Self>,
        deadline: Option<Instant>,
    ) -> DeliveredBy<'a, Self> {
        // The sleep itself is none of the C library's, and nothing interrupts it.
        if oxivirt_sys::cancelled() {
            return brought;
        }
        wait(wake, brought, deadline)
    }

    fn reader(&self, want: Want) -> Reader {
        let streaming = matches!(want, Want::Input(_));
        Reader { input: Input::take(streaming), streaming, eager: streaming }
    }

    fn read<'a>(&'a self, mut held: Guard<'a>, reader: &mut Reader, deadline: Option<Instant>) -> Guard<'a> {
        let state = &mut held.state;
        let write = !state.drained();
        let hold = self.hold(state, Instant::now(), true);
        let due = earlier(earlier(deadline, hold), state.engine.poll_deadline());
        self.release(held);
        let received = self.receive(reader, hold.is_none(), write, due);
        reader.eager = reader.streaming && received.is_ok();
        held = self.board.lock();
        self.digest(&mut held.state, &reader.input, received, Instant::now());
        held
    }

    fn before_writing(&self) {
        self.nudge.get_or_init(|| Waker::new().ok());
    }

    fn wait_writable(&self, deadline: Option<Instant>) -> io::Result<bool> {
        let nudge = self.nudge.get().and_then(Option::as_ref);
        let nudged = nudge.map_or(-1, Waker::fd);
        let mut set = [PollFd::new(self.fd(), Interest::WRITE), PollFd::new(nudged, Interest::READ)];
        let ready = oxivirt_sys::poll(&mut set, deadline)?;
        if let Some(nudge) = nudge {
            nudge.clear();
        }
        Ok(ready > 0)
    }

    fn flush(&self, state: &mut State, waited: io::Result<()>) {
        match waited {
            Ok(()) => self.send(state),
            // The writer's own thread ends; somebody else writes on.
            Err(_) if oxivirt_sys::unwinding() => {}
            Err(error) => state.engine.close(Cause::Send(errno(&error))),
        }
    }

    fn nudge(&self) {
        if let Some(Some(nudge)) = self.nudge.get() {
            nudge.wake();
        }
    }

    fn has_news(&self, state: &State) -> bool {
        self.news.fresh() || (!state.observers.is_empty() && state.engine.streams_changed())
    }

    fn settled(&self, board: &mut Board<State>) {
        self.note(&board.state);
        if board.state.engine.closed().is_some() && board.reading() {
            oxivirt_sys::shutdown(self.borrow());
        }
    }

    fn release(&self, held: Guard<'_>) {
        self.unlock(held);
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
#[path = "link_close_tests.rs"]
mod close_tests;
#[cfg(test)]
#[path = "link_tests.rs"]
mod tests;
