//! The blocking driver of the engine: any number of threads call over one connection, and no thread is hidden.
//!
//! A calling thread writes its frame, then reads for everybody if nobody does (it holds the baton), else it sleeps until
//! the reader brings its reply or hands it the baton; that coordination is in `baton`. The common case, one call
//! at a time, is one send, one poll and one receive.
use super::baton::{Baton, DeliveryGuard, Guard, Shared, SharedLock, Work};
use super::channel::{Channel, Layer, LayerStack};
use super::ended::Ended;
use super::notification::Notifications;
use super::receive_buffer::ReceiveBuffer;
use super::state::{InputEvents, Observers, Reader, State, Want};
use super::transport_process::TransportProcess;
use super::unattended::Unattended;
use crate::lock::{Condvar, wait};
use crate::log_lines;
use oxivirt_protocol::Listener;
use oxivirt_rpc::{Cause, Engine, Event, Header, Limits, Outcome, Program, Role, Transmit};
use oxivirt_sys::{Generation, Interest, OnceBox, PollFd, Received, Waker};
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};
use std::sync::Weak;
use std::time::{Duration, Instant};

pub(super) type LinkGuard<'a> = Guard<'a, State>;

/// One connection.
#[derive(Debug)]
pub(crate) struct Link {
    socket: OwnedFd,
    transport_process: Option<TransportProcess>,
    /// Descriptors can be sent.
    pub(crate) passes_fds: bool,
    generation: Generation,
    pub(super) shared: SharedLock<State>,
    /// Wakes the writer; made when there is one for the first time.
    writer_waker: OnceBox<Option<Waker>>,
    /// What the listener has to be told.
    notifications: Notifications,
}

impl Link {
    /// Drives a connected channel. `programs` are those whose messages are accepted.
    pub(crate) fn new(channel: Channel, programs: &'static [Program]) -> Self {
        let state = State {
            engine: Engine::new(Role::Client, programs, Limits::DEFAULT, Instant::now()),
            observers: Observers::default(),
            unattended: Unattended::default(),
            lacking_room: Vec::new(),
            input: InputEvents::default(),
            layers: LayerStack::new(channel.layers),
        };
        Self {
            socket: channel.socket,
            transport_process: channel.transport_process,
            passes_fds: channel.passes_fds,
            generation: Generation::current(),
            shared: SharedLock::new(state),
            writer_waker: OnceBox::new(),
            notifications: Notifications::default(),
        }
    }

    /// Returns the descriptor an event loop may watch for input while no call is in flight.
    pub(crate) fn fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }

    /// From now on all bytes pass through one more layer. No call may be in flight.
    pub(crate) fn add_layer(&self, layer: Box<dyn Layer>) {
        let mut shared = self.shared.lock();
        match &mut shared.state.layers {
            Some(layers) => layers.add(layer),
            None => shared.state.layers = LayerStack::new(vec![layer]),
        }
    }

    /// Returns the process that carries the connection.
    pub(crate) fn transport_process(&self) -> Option<&TransportProcess> {
        self.transport_process.as_ref()
    }

    fn borrow(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }

    /// Returns true if the process was forked since: then nothing may touch the connection.
    pub(crate) fn forked(&self) -> bool {
        self.generation.forked()
    }

    /// Why nothing can be asked for any more.
    pub(crate) fn closed(&self) -> Option<Cause> {
        if self.forked() {
            return Some(Cause::Local);
        }
        self.shared.lock().state.engine.refuses().cloned()
    }

    /// [`Link::call_opening`] without a stream.
    #[cfg(test)]
    pub(crate) fn call(&self, header: &Header, frame: Vec<u8>, fds: Vec<OwnedFd>, deadline: Option<Instant>) -> Ended {
        self.call_opening(header, frame, fds, deadline, None).0
    }

    /// Sends the frame (begun with `start_frame`, payload complete) and waits for its reply. With `opens` the call
    /// opens a stream (sparse or not), whose serial is the second result unless the call failed.
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
        if started.zip(deadline).is_some_and(|(now, deadline)| now >= deadline) {
            // Nothing is sent that nobody would wait for.
            return (Ended::TimedOut(Duration::ZERO), None);
        }
        let mut shared = self.shared.lock();
        let serial = match shared.state.engine.start_call(header, frame, fds) {
            Ok(serial) => serial,
            Err(cause) => return (Ended::With(Outcome::Failed(cause)), None),
        };
        if let Some(sparse) = opens {
            shared.state.engine.open_stream(header, serial, sparse);
        }
        self.send(&mut shared.state);
        let ended = self.wait_for(shared, Want::Reply(serial), deadline);
        let opened = matches!(ended, Some(Outcome::Reply { .. })).then_some(serial);
        if opens.is_some() && opened.is_none() {
            self.forget_stream(serial);
        }
        let ended =
            ended.map_or_else(|| Ended::TimedOut(started.map(|at| at.elapsed()).unwrap_or_default()), Ended::With);
        log_lines::ended(header, serial, &ended);
        (ended, opens.and(opened))
    }

    /// Makes the call that says goodbye. All others end at once; its own reply is waited for until `deadline`, unless
    /// another thread reads: only the end of the connection wakes that one. Then the result is that the connection
    /// ended.
    pub(crate) fn call_last(&self, header: &Header, frame: Vec<u8>, deadline: Option<Instant>) -> Ended {
        if self.forked() {
            return Ended::Forked;
        }
        let started = Instant::now();
        let mut shared = self.shared.lock();
        let started_call = shared.state.engine.start_last_call(header, frame);
        if started_call.is_ok() {
            self.send(&mut shared.state);
        }
        self.settle(&mut shared);
        let serial = match started_call {
            Ok(serial) if !shared.reading() => serial,
            Ok(serial) => {
                shared.state.abandon(Want::Reply(serial));
                self.release(shared);
                return Ended::With(Outcome::Failed(Cause::Local));
            }
            Err(cause) => {
                self.release(shared);
                return Ended::With(Outcome::Failed(cause));
            }
        };
        let outcome = self.wait_for(shared, Want::Reply(serial), deadline);
        let ended = outcome.map_or_else(|| Ended::TimedOut(started.elapsed()), Ended::With);
        log_lines::ended(header, serial, &ended);
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
    fn handle_received(&self, state: &mut State, input: &ReceiveBuffer, received: io::Result<Received>, now: Instant) {
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
                self.handle_input(state, input.bytes(bytes), fds, now);
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
    fn handle_input(&self, state: &mut State, bytes: &[u8], fds: Vec<OwnedFd>, now: Instant) {
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
    pub(super) fn send(&self, state: &mut State) {
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
    fn note(&self, state: &mut State) {
        state.note_room();
        if state.engine.has_events() || state.engine.closed().is_some() {
            self.notifications.set_pending();
        }
    }

    /// Ends the connection: every caller gets an error that says why. In a forked child the parent's connection is left
    /// alone.
    pub(crate) fn close(&self) {
        if self.forked() {
            return;
        }
        let mut shared = self.shared.lock();
        shared.state.engine.close(Cause::Local);
        self.distribute(&mut shared, None);
        oxivirt_sys::shutdown(self.borrow());
        self.release(shared);
    }

    /// An event loop saw input or room for output: moves what can be moved without waiting; input only if no calling thread reads
    /// anyway. Returns true if more may have arrived.
    pub(crate) fn on_readable(&self) -> bool {
        if self.forked() {
            return false;
        }
        let mut shared = self.shared.lock();
        if !shared.state.is_sent() {
            // A thread that reads may not watch for room: what waits was left by one that did not wait.
            self.send(&mut shared.state);
            self.settle(&mut shared);
        }
        if shared.reading() && shared.state.input == InputEvents::Edge {
            shared.state.input = InputEvents::Overlooked;
        }
        let more = self.try_receive(&mut shared);
        self.release(shared);
        more
    }

    /// Until when no input shall be taken in; see [`Engine::hold`].
    pub(super) fn hold(&self, state: &mut State, now: Instant, waits: bool) -> Option<Instant> {
        state.engine.hold(now, waits, self.notifications.undelivered())
    }

    /// Takes in what is there without waiting, unless another thread reads or a stream is too full. Returns true if more may be there.
    pub(super) fn try_receive(&self, shared: &mut LinkGuard<'_>) -> bool {
        let now = Instant::now();
        if shared.reading()
            || shared.state.engine.closed().is_some()
            || self.hold(&mut shared.state, now, false).is_some()
        {
            return false;
        }
        let mut input = ReceiveBuffer::take(false);
        let received = oxivirt_sys::recv_with_fds(self.borrow(), input.room(), false);
        // The kernel ends a receive behind descriptors; else what does not fill the room is all.
        let more = received.as_ref().is_ok_and(|got| got.bytes >= input.room().len() || !got.fds.is_empty());
        self.handle_received(&mut shared.state, &input, received, now);
        drop(input);
        self.distribute(shared, None);
        more
    }

    /// A keepalive timer fired.
    pub(crate) fn on_timeout(&self) {
        if self.forked() {
            return;
        }
        let mut shared = self.shared.lock();
        let frames = shared.state.engine.frames_queued();
        shared.state.engine.handle_timeout(Instant::now());
        let pinged = shared.state.engine.frames_queued() != frames;
        self.send(&mut shared.state);
        let failed = pinged && matches!(shared.state.engine.closed(), Some(Cause::Send(_)));
        self.settle(&mut shared);
        self.release(shared);
        if failed {
            log_lines::ping_failed(std::ptr::from_ref(self).cast());
        }
    }

    /// When to call [`Link::on_timeout`].
    pub(crate) fn deadline(&self) -> Option<Instant> {
        if self.forked() {
            None
        } else {
            let mut shared = self.shared.lock();
            let hold = self.hold(&mut shared.state, Instant::now(), false);
            let due = earlier(hold, shared.state.engine.poll_deadline());
            self.release(shared);
            due
        }
    }

    /// Returns what arrived besides replies, in order, and why the connection ended.
    fn take_events(&self) -> (Vec<Event>, Option<Cause>) {
        if self.forked() {
            return (Vec::new(), Some(Cause::Local));
        }
        let mut shared = self.shared.lock();
        let events = std::iter::from_fn(|| shared.state.engine.poll_event()).collect();
        (events, shared.state.engine.closed().cloned())
    }

    /// Starts pinging, or stops with `None`.
    pub(crate) fn keepalive(&self, pings: Option<(Duration, u32)>) {
        if self.forked() {
            return;
        }
        let mut shared = self.shared.lock();
        match pings {
            Some((interval, count)) => shared.state.engine.start_keepalive(interval, count),
            None => shared.state.engine.stop_keepalive(),
        }
    }

    /// Nobody holds the stream any more.
    pub(crate) fn forget_stream(&self, serial: u32) {
        if self.forked() {
            return;
        }
        let mut shared = self.shared.lock();
        shared.state.engine.forget_stream(serial);
        shared.state.observers.set(serial, None);
        self.distribute(&mut shared, None);
    }

    /// Sets who hears of messages and of the end. The first listener stays.
    pub(crate) fn listen(&self, listener: Weak<dyn Listener>) {
        self.notifications.listen(listener);
    }

    /// Passes on what came; to be called without any lock.
    fn notify_listener(&self) {
        // In a forked child another thread of the parent may have the lock that keeps them in order.
        if !self.forked() {
            self.notifications.deliver(|| self.take_events());
        }
    }

    /// Unlocks, then tells those whose calls have ended, the listener what came, and the observers of streams that may have become
    /// ready: they take locks of their own.
    fn unlock(&self, mut shared: LinkGuard<'_>) {
        while shared.state.input == InputEvents::Overlooked && !shared.reading() {
            if !self.try_receive(&mut shared) {
                shared.state.input = InputEvents::Edge;
            }
        }
        let State { engine, unattended, .. } = &shared.state;
        let told = self.notifications.pending() || engine.streams_changed() || engine.has_notices();
        if !told && !unattended.has_ended() {
            return;
        }
        let ends = shared.state.unattended.take_ended();
        let mut observers = Vec::new();
        let notices: Vec<_> = std::iter::from_fn(|| shared.state.engine.poll_notice()).collect();
        while let Some(serial) = shared.state.engine.poll_stream() {
            observers.extend(shared.state.observers.of(serial));
        }
        drop(shared);
        ends.tell(self);
        notices.iter().for_each(log_lines::notice);
        self.notify_listener();
        for observer in observers {
            observer();
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        if self.forked() {
            // Another thread of the parent may have been in the middle of changing it: what it holds cannot be freed.
            let engine = Engine::new(Role::Client, &[], Limits::DEFAULT, Instant::now());
            let (observers, unattended) = (Observers::default(), Unattended::default());
            let (lacking_room, input) = (Vec::new(), InputEvents::default());
            let state = State { engine, observers, unattended, lacking_room, input, layers: None };
            let shared = std::mem::replace(&mut self.shared, SharedLock::new(state));
            std::mem::forget(shared);
        }
    }
}

impl Baton for Link {
    type Work = State;
    type Deadline = Instant;
    type Reader = Reader;

    fn shared(&self) -> &SharedLock<State> {
        &self.shared
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
        delivery: DeliveryGuard<'a, Self>,
        deadline: Option<Instant>,
    ) -> DeliveryGuard<'a, Self> {
        // The sleep itself is none of the C library's, and nothing interrupts it.
        if oxivirt_sys::cancelled() {
            return delivery;
        }
        wait(wake, delivery, deadline)
    }

    fn reader(&self, want: Want) -> Reader {
        let streaming = matches!(want, Want::Input(_));
        Reader { input: ReceiveBuffer::take(streaming), streaming, eager: streaming }
    }

    fn read<'a>(&'a self, mut guard: LinkGuard<'a>, reader: &mut Reader, deadline: Option<Instant>) -> LinkGuard<'a> {
        let state = &mut guard.state;
        let write = !state.drained();
        let hold = self.hold(state, Instant::now(), true);
        let due = earlier(earlier(deadline, hold), state.engine.poll_deadline());
        self.release(guard);
        let received = self.receive(reader, hold.is_none(), write, due);
        reader.eager = reader.streaming && received.is_ok();
        guard = self.shared.lock();
        self.handle_received(&mut guard.state, &reader.input, received, Instant::now());
        guard
    }

    fn before_writing(&self) {
        self.writer_waker.get_or_init(|| Waker::new().ok());
    }

    fn wait_writable(&self, deadline: Option<Instant>) -> io::Result<bool> {
        let waker = self.writer_waker.get().and_then(Option::as_ref);
        let waker_fd = waker.map_or(-1, Waker::fd);
        let mut set = [PollFd::new(self.fd(), Interest::WRITE), PollFd::new(waker_fd, Interest::READ)];
        let ready = oxivirt_sys::poll(&mut set, deadline)?;
        if let Some(waker) = waker {
            waker.clear();
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

    fn wake_writer(&self) {
        if let Some(Some(waker)) = self.writer_waker.get() {
            waker.wake();
        }
    }

    fn has_notifications(&self, state: &State) -> bool {
        let changed = !state.observers.is_empty() && state.engine.streams_changed();
        self.notifications.pending() || changed || state.unattended.has_ended()
    }

    fn settled(&self, shared: &mut Shared<State>) {
        self.note(&mut shared.state);
        if shared.state.engine.closed().is_some() && shared.reading() {
            oxivirt_sys::shutdown(self.borrow());
        }
    }

    fn release(&self, guard: LinkGuard<'_>) {
        self.unlock(guard);
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
#[path = "close_tests.rs"]
mod close_tests;
#[cfg(test)]
#[path = "connection_tests.rs"]
pub(super) mod tests;
