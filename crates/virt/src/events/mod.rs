//! Events of a connection: what arrived waits in a queue until it is delivered.
//!
//! No subscriber is ever called under a lock, and all are called by whoever delivers: the application's event loop, if there is
//! one ([`EventLoop`]), else who calls [`Events::deliver`]. Subscribers are dropped once: when they are removed, or after the
//! delivery during which they were removed.
mod close;
mod registry;
mod source;
mod subscribe;
mod wait;
mod watch;

pub use close::{CloseCallback, OnClose};
pub use source::EventSource;
pub use watch::{EventChannel, EventSubscription};

use crate::{CloseReason, Error, ErrorCode, ErrorDomain, Result};
use oxivirt_model::message;
use oxivirt_protocol::{Event, EventClass, EventId, Listener, Message, Report};
use oxivirt_sys::{ForkGuard, ForkLock, OnceBox, WakerPlace};
use registry::{Registration, Registry, Removal, Seen};
use std::fmt::Debug;
use std::ops::ControlFlow;
use std::sync::Arc;

/// Somebody who hears of events.
pub trait Subscriber: Send + Sync + Debug {
    /// Takes an event that it subscribed to. `Break` ends the delivery: what is left waits for the next.
    fn deliver(&self, event: &Event<'_>) -> ControlFlow<()>;
}

/// The event loop that serves a connection, as the connection sees it. None of these is called with a lock held: the loop may be
/// the program's, which takes locks of its own.
pub trait EventLoop: Send + Sync + Debug {
    /// Makes ready to call [`Events::deliver`] until [`EventLoop::stop`] was called as often. Returns false if that is not possible.
    fn start(&self, events: &Arc<Events>) -> bool;

    /// Calls [`Events::deliver`] soon, from the loop and not from here: events wait.
    fn wake(&self);

    /// Ends what one [`EventLoop::start`] began.
    fn stop(&self);

    /// Watches the session's descriptor again if it was not: input may be wanted.
    fn resume_input(&self);

    /// Looks again at what the session wants served: a deadline may have come nearer.
    fn serve(&self);

    /// Stops serving the session, which is about to end.
    fn leave(&self);
}

#[derive(Debug)]
struct State {
    registry: Registry<dyn Subscriber>,
    queue: Vec<Message>,
    /// The event loop was started and events are kept: there are subscribers, or will be.
    started: bool,
    /// An event came into the empty queue, and the loop does not know yet.
    unscheduled: bool,
    /// How many deliveries run: more than one when a callback runs the loop itself.
    delivering: u32,
}

/// Subscribers and undelivered events of a connection, and its close callback.
#[derive(Debug)]
pub struct Events {
    state: ForkLock<State>,
    event_loop: OnceBox<Box<dyn EventLoop>>,
    close: CloseCallback,
    /// Wakes who waits for events of a driver in this process.
    arrived: OnceBox<WakerPlace>,
}

impl Events {
    pub(crate) fn new(from: ErrorDomain) -> Arc<Self> {
        let state = ForkLock::new(State::new(), State::new);
        let close = CloseCallback::new([from; 2], true);
        Arc::new(Self { state, event_loop: OnceBox::new(), close, arrived: OnceBox::new() })
    }

    /// Returns the close callback's place.
    #[must_use]
    pub fn close(&self) -> &CloseCallback {
        &self.close
    }

    /// Sets the event loop that serves the connection. The first stays. Without one nobody watches the connection while no
    /// call is made, and events wait for [`Events::deliver`].
    pub fn set_event_loop(&self, event_loop: Box<dyn EventLoop>) {
        // A second one never served anything.
        let _ = self.event_loop.set(event_loop);
    }

    fn event_loop(&self) -> Option<&dyn EventLoop> {
        self.event_loop.get().map(|event_loop| &**event_loop)
    }

    /// See [`EventLoop::serve`].
    pub(crate) fn serve(&self) {
        self.event_loop().inspect(|event_loop| event_loop.serve());
    }

    /// See [`EventLoop::resume_input`].
    #[doc(hidden)]
    pub fn resume_input(&self) {
        self.event_loop().inspect(|event_loop| event_loop.resume_input());
    }

    /// See [`EventLoop::leave`].
    pub(crate) fn leave(&self) {
        self.event_loop().inspect(|event_loop| event_loop.leave());
    }

    fn state(&self) -> ForkGuard<'_, State> {
        self.state.lock()
    }

    /// Adds a subscriber; see [`Registry::add`]. The first one needs the event loop.
    fn add(self: &Arc<Self>, registration: Registration<dyn Subscriber>) -> Result<(i32, usize)> {
        let mut state = self.state();
        // Again when another thread, which removed the last subscriber, stopped what was started.
        while !state.started {
            drop(state);
            if !self.event_loop().is_none_or(|event_loop| event_loop.start(self)) {
                let text = message!("could not initialize domain event timer");
                return Err(invalid(ErrorCode::INTERNAL_ERROR, text));
            }
            let spare = std::mem::replace(&mut self.state().started, true);
            if spare {
                self.event_loop().inspect(|event_loop| event_loop.stop());
            }
            state = self.state();
        }
        let added = state.registry.add(registration);
        drop(state);
        if added.is_none() {
            self.settle();
        }
        added.ok_or_else(|| invalid(ErrorCode::INVALID_ARG, message!("event callback already tracked")))
    }

    /// Removes a subscriber. The end of the result runs its free function, unless events are being delivered: then that
    /// happens afterwards. [`Events::settle`] follows.
    fn remove(&self, id: i32) -> Result<Removal<dyn Subscriber>> {
        let mut state = self.state();
        let delivering = state.delivering > 0;
        let Some(removal) = state.registry.remove(id, delivering) else {
            return Err(not_found(id));
        };
        Ok(removal)
    }

    /// Without subscribers the event loop has nothing to do.
    fn settle(&self) {
        if self.state().stop_if_idle() {
            self.event_loop().inspect(|event_loop| event_loop.stop());
        }
    }

    /// Delivers what is in the queue. Who comes while another thread delivers the same finds nothing, once.
    pub fn deliver(&self) {
        let mut state = self.state();
        state.delivering = state.delivering.saturating_add(1);
        let mut queue = std::mem::take(&mut state.queue).into_iter();
        drop(state);
        for event in queue.by_ref() {
            if self.pass(&event).is_break() {
                break;
            }
        }
        self.put_back(queue.collect());
        let mut state = self.state();
        state.delivering = state.delivering.saturating_sub(1);
        if state.delivering > 0 {
            return;
        }
        let removed = state.registry.purge();
        drop(state);
        for subscriber in removed {
            drop(subscriber);
        }
        self.settle();
    }

    /// The daemon reports that the connection it forwards to has ended.
    fn closed_behind(&self, message: &Message) {
        if let Some(Event::ConnectionClosed { reason }) = message.read().as_ref().map(|report| &*report.event) {
            self.close.call(CloseReason(*reason));
        }
    }

    /// A subscriber ended the delivery: what is left is for the next.
    fn put_back(&self, mut undelivered: Vec<Message>) {
        if undelivered.is_empty() {
            return;
        }
        let mut state = self.state();
        undelivered.append(&mut state.queue);
        state.queue = undelivered;
        drop(state);
        self.event_loop().inspect(|event_loop| event_loop.wake());
    }

    /// Calls everybody who wants the event and was registered when its turn came. What does not decode is dropped.
    fn pass(&self, message: &Message) -> ControlFlow<()> {
        let Some(Report { registration, event }) = message.read() else {
            return ControlFlow::Continue(());
        };
        let seen = Seen { event: event.id(), remote: registration.unwrap_or(-1), key: event.object().identity() };
        let places = self.state().registry.len();
        for at in 0..places {
            let subscriber = self.state().registry.wanting(at, &seen);
            if let Some(subscriber) = subscriber {
                subscriber.deliver(&event)?;
            }
        }
        ControlFlow::Continue(())
    }
}

impl State {
    fn new() -> Self {
        Self { registry: Registry::new(), queue: Vec::new(), started: false, unscheduled: false, delivering: 0 }
    }

    /// Returns true if the event loop is to be stopped, without the lock, because there are no subscribers.
    fn stop_if_idle(&mut self) -> bool {
        if !self.registry.is_empty() || !std::mem::take(&mut self.started) {
            return false;
        }
        self.queue.clear();
        true
    }

    /// Queues an event, if anybody may want it.
    fn push(&mut self, event: Message) {
        if self.started {
            self.queue.push(event);
            self.unscheduled |= self.queue.len() == 1;
        }
    }
}

impl Listener for Events {
    fn on_messages(&self, messages: Vec<Message>) {
        for message in messages {
            match message.id() {
                Some(EventId { class: EventClass::Connection, .. }) => self.closed_behind(&message),
                Some(_) => self.state().push(message),
                // A newer daemon's.
                None => {}
            }
        }
    }

    fn on_taken(&self) {
        let unscheduled = std::mem::take(&mut self.state().unscheduled);
        if unscheduled {
            self.arrived.get().inspect(|arrived| arrived.wake());
            self.event_loop().inspect(|event_loop| event_loop.wake());
        }
    }

    fn on_closed(&self, reason: CloseReason) {
        self.close.call(reason);
    }
}

impl Listener for CloseCallback {
    /// An admin daemon sends none.
    fn on_messages(&self, _: Vec<Message>) {}

    fn on_closed(&self, reason: CloseReason) {
        self.call(reason);
    }
}

/// Returns the error of removing a subscriber that is not there.
fn not_found(id: i32) -> Error {
    invalid(ErrorCode::INVALID_ARG, message!("could not find event callback %1$d for deletion", id))
}

fn invalid(code: ErrorCode, text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::NONE, code, text)
}

#[cfg(test)]
mod tests;
