//! A link in miniature: an engine that is a list of serials, and a socket whose other end answers what it took.
use crate::baton::{Baton, DeliveryGuard, GuardOf, Shared, SharedLock, Work};
use crate::lock::{Condvar, Lock};
use std::collections::VecDeque;
use std::io;

/// The serial of a call.
pub(crate) type Serial = u32;

/// What the peer sends unasked.
const EVENT: Serial = Serial::MAX;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The reply to the call with this serial.
    Reply(Serial),
    /// The connection ended.
    Closed,
}

/// The engine.
#[derive(Debug, Default)]
pub(crate) struct Engine {
    next: Serial,
    output: VecDeque<Serial>,
    waiting: Vec<Serial>,
    abandoned: Vec<Serial>,
    /// An event came that nobody was told yet.
    news: bool,
    ended: VecDeque<(Serial, Outcome)>,
    closed: bool,
}

impl Work for Engine {
    type Want = Serial;
    type Outcome = Outcome;

    fn next_ended(&mut self) -> Option<(Serial, Outcome)> {
        self.ended.pop_front()
    }

    fn met(&self, _: Serial) -> Option<Outcome> {
        None
    }

    fn abandon(&mut self, want: Serial) {
        if self.waiting.contains(&want) {
            self.abandoned.push(want);
        }
    }

    fn drained(&self) -> bool {
        self.output.is_empty()
    }
}

impl Engine {
    fn take_reply(&mut self, serial: Serial) {
        if serial == EVENT {
            self.news = true;
            return;
        }
        if self.closed {
            return;
        }
        let at = self.waiting.iter().position(|known| *known == serial);
        self.waiting.remove(at.expect("a reply nobody asked for"));
        if !self.abandoned.contains(&serial) {
            self.ended.push_back((serial, Outcome::Reply(serial)));
        }
    }

    fn close(&mut self) {
        self.closed = true;
        self.output.clear();
        for serial in self.waiting.drain(..) {
            if !self.abandoned.contains(&serial) {
                self.ended.push_back((serial, Outcome::Closed));
            }
        }
    }
}

/// The kernel's side: both directions of the socket, the writer's eventfd, the clock.
#[derive(Debug)]
struct Kernel {
    /// Requests the peer did not read yet; it takes so many.
    requests: VecDeque<Serial>,
    room: usize,
    replies: VecDeque<Serial>,
    shut: bool,
    /// Sending fails, which a reader does not see.
    broken: bool,
    nudged: bool,
    late: bool,
    reader: bool,
    writer: bool,
}

/// A link.
#[derive(Debug)]
pub(crate) struct Wire {
    shared: SharedLock<Engine>,
    kernel: Lock<Kernel>,
    changed: Condvar,
}

impl Wire {
    /// A connection whose peer takes `room` requests before it must read.
    pub(crate) fn new(room: usize) -> Self {
        let kernel = Kernel {
            requests: VecDeque::new(),
            room,
            replies: VecDeque::new(),
            shut: false,
            broken: false,
            nudged: false,
            late: false,
            reader: false,
            writer: false,
        };
        Self { shared: SharedLock::new(Engine::default()), kernel: Lock::new(kernel), changed: Condvar::new() }
    }

    /// One call; with `hurry` it ends when the clock says so.
    pub(crate) fn call(&self, hurry: bool) -> Option<Outcome> {
        let mut guard = self.shared.lock();
        if guard.state.closed {
            return Some(Outcome::Closed);
        }
        let serial = guard.state.next;
        guard.state.next += 1;
        guard.state.waiting.push(serial);
        guard.state.output.push_back(serial);
        self.flush(&mut guard.state, Ok(()));
        let outcome = self.wait_for(guard, serial, hurry.then_some(()));
        match &outcome {
            Some(Outcome::Reply(got)) => assert_eq!(*got, serial, "the reply of another call"),
            Some(Outcome::Closed) => assert!(self.shared.lock().state.closed),
            None => assert!(hurry),
        }
        outcome
    }

    /// The application closes.
    pub(crate) fn close(&self) {
        let mut guard = self.shared.lock();
        guard.state.close();
        self.distribute(&mut guard, None);
        self.shut();
    }

    /// The event loop saw input.
    pub(crate) fn on_readable(&self) {
        let mut guard = self.shared.lock();
        if guard.reading() || guard.state.closed {
            return;
        }
        self.take_in(&mut guard);
        self.distribute(&mut guard, None);
        self.release(guard);
    }

    /// The peer reads `count` requests, then answers them, last come first served; it ends when the socket does.
    pub(crate) fn serve(&self, count: usize) {
        let batch = self.take(count);
        self.answer(batch);
    }

    /// The peer reads `count` requests.
    pub(crate) fn take(&self, count: usize) -> Vec<Serial> {
        let mut kernel = self.kernel.lock();
        let mut batch = Vec::new();
        while batch.len() < count && !kernel.shut {
            match kernel.requests.pop_front() {
                Some(serial) => {
                    batch.push(serial);
                    self.changed.notify_all();
                }
                None => kernel = self.changed.wait(kernel).unwrap(),
            }
        }
        batch
    }

    /// The peer answers, the last first.
    pub(crate) fn answer(&self, batch: Vec<Serial>) {
        self.kernel.lock().replies.extend(batch.into_iter().rev());
        self.changed.notify_all();
    }

    /// The peer takes no more than `count` requests from now on.
    pub(crate) fn set_room(&self, count: usize) {
        self.kernel.lock().room = count;
        self.changed.notify_all();
    }

    /// The peer sends an event and goes on when it was read.
    pub(crate) fn insist_on_event(&self) {
        let mut kernel = self.kernel.lock();
        kernel.replies.push_back(EVENT);
        self.changed.notify_all();
        while !kernel.replies.is_empty() {
            kernel = self.changed.wait(kernel).unwrap();
        }
    }

    /// The peer sends an event.
    pub(crate) fn send_event(&self) {
        self.kernel.lock().replies.push_back(EVENT);
        self.changed.notify_all();
    }

    /// From now on sending fails.
    pub(crate) fn break_sending(&self) {
        self.kernel.lock().broken = true;
    }

    /// The peer dies.
    pub(crate) fn hang_up(&self) {
        self.shut();
    }

    /// All deadlines pass.
    pub(crate) fn time_passes(&self) {
        self.kernel.lock().late = true;
        self.changed.notify_all();
        // A sleeper's timed wait ends.
        self.shared.lock().wake_all();
    }

    /// Nobody waits, nothing is left over.
    pub(crate) fn assert_idle(&self) {
        assert!(self.shared.lock().idle());
    }

    fn shut(&self) {
        self.kernel.lock().shut = true;
        self.changed.notify_all();
    }

    /// A receive that does not wait.
    fn take_in(&self, guard: &mut GuardOf<'_, Self>) {
        let mut kernel = self.kernel.lock();
        while let Some(serial) = kernel.replies.pop_front() {
            guard.state.take_reply(serial);
        }
        self.changed.notify_all();
        if kernel.shut && !guard.state.closed {
            guard.state.close();
        }
        drop(kernel);
        self.flush(&mut guard.state, Ok(()));
    }
}

impl Baton for Wire {
    type Work = Engine;
    type Deadline = ();
    type Reader = ();

    fn shared(&self) -> &SharedLock<Engine> {
        &self.shared
    }

    fn late(&self, (): ()) -> bool {
        self.kernel.lock().late
    }

    fn sleep<'a>(
        &'a self,
        wake: &Condvar,
        delivery: DeliveryGuard<'a, Self>,
        _: Option<()>,
    ) -> DeliveryGuard<'a, Self> {
        wake.wait(delivery).unwrap()
    }

    fn reader(&self, _: Serial) {}

    fn read<'a>(&'a self, guard: GuardOf<'a, Self>, (): &mut (), deadline: Option<()>) -> GuardOf<'a, Self> {
        let write = !guard.state.drained();
        drop(guard);
        let mut kernel = self.kernel.lock();
        assert!(!std::mem::replace(&mut kernel.reader, true), "two readers");
        while kernel.replies.is_empty()
            && !kernel.shut
            && !(write && kernel.requests.len() < kernel.room)
            && !(deadline.is_some() && kernel.late)
        {
            kernel = self.changed.wait(kernel).unwrap();
        }
        kernel.reader = false;
        drop(kernel);
        let mut guard = self.shared.lock();
        self.take_in(&mut guard);
        guard
    }

    fn before_writing(&self) {}

    fn wait_writable(&self, deadline: Option<()>) -> io::Result<bool> {
        let mut kernel = self.kernel.lock();
        assert!(!std::mem::replace(&mut kernel.writer, true), "two writers");
        let ready = loop {
            if kernel.requests.len() < kernel.room || kernel.nudged || kernel.shut {
                break true;
            }
            if deadline.is_some() && kernel.late {
                break false;
            }
            kernel = self.changed.wait(kernel).unwrap();
        };
        kernel.nudged = false;
        kernel.writer = false;
        Ok(ready)
    }

    fn flush(&self, engine: &mut Engine, waited: io::Result<()>) {
        assert!(waited.is_ok());
        let mut kernel = self.kernel.lock();
        while !engine.output.is_empty() && kernel.requests.len() < kernel.room && !kernel.shut && !kernel.broken {
            kernel.requests.extend(engine.output.pop_front());
            self.changed.notify_all();
        }
        if (kernel.shut || kernel.broken) && !engine.output.is_empty() {
            engine.close();
        }
    }

    fn wake_writer(&self) {
        self.kernel.lock().nudged = true;
        self.changed.notify_all();
    }

    fn has_notifications(&self, engine: &Engine) -> bool {
        engine.news
    }

    fn settled(&self, shared: &mut Shared<Engine>) {
        if shared.state.closed && shared.reading() {
            self.shut();
        }
    }

    fn release(&self, mut guard: GuardOf<'_, Self>) {
        let told = std::mem::take(&mut guard.state.news);
        drop(guard);
        if told {
            // The listener calls.
            self.call(false);
        }
    }
}
