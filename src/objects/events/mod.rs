//! Events of a connection: what arrived waits in a queue until the application's event loop delivers it.
//!
//! No callback ever runs under a lock of ours, and all of them run on the event loop's thread, from a timer that an arriving
//! event sets to 0 ms. What the default loop itself brought in is delivered at the end of the same iteration; not sooner,
//! because the connection's descriptor is served by nobody while its own callback runs. Subscribers hold a reference to their connection, so virConnectClose() tells that some are left.
//! Free functions run once: when the subscriber is removed, or after the delivery during which it was removed.
mod close;
mod pending_event;
mod registry;
mod subscribe;

pub(crate) use close::CloseCallback;
pub(crate) use pending_event::PendingEvent;
pub(crate) use registry::{Class, Key};
pub(crate) use subscribe::{Subscription, name_key, uuid_key};

use super::{AdmConnection, Connection};
use crate::abi::{Fault, Result, Subscriber, add_event_timer, deliver, remove_timeout, run_soon, update_timeout};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::{CloseReason, Listener, Message, Program, remote};
use oxivirt_sys::{ForkGuard, ForkLock, unwinding};
use oxivirt_xdr::{Decode, Reader};
use registry::{Registration, Registry, Removal};
use std::sync::{Arc, Weak};

#[derive(Debug)]
struct State {
    registry: Registry<Subscriber>,
    queue: Vec<PendingEvent>,
    timer: Timer,
    /// An event came into the empty queue, and the timer was not set yet.
    unscheduled: bool,
    /// How many deliveries run: more than one when a callback runs the loop itself.
    delivering: u32,
}

/// The loop's timer; there is one while there are subscribers.
///
/// The loop's functions are the program's: they may take a lock that the program's thread holds while it calls us. So none is
/// called under the lock of the state, and a timer is not removed while a thread is about to set it: its number might be
/// another timer's by then.
#[derive(Debug, Default)]
struct Timer {
    id: Option<i32>,
    /// How many threads are setting it, or one before it.
    setting: u32,
    /// To be removed when nobody sets one.
    doomed: Vec<i32>,
}

/// Subscribers and undelivered events of a connection, and its close callback.
#[derive(Debug)]
pub(crate) struct Events {
    me: Weak<Self>,
    state: ForkLock<State>,
    pub(crate) close: CloseCallback<Connection>,
}

impl Events {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new_cyclic(|me| Self {
            me: Weak::clone(me),
            state: ForkLock::new(State::new(), State::new),
            close: CloseCallback::new(ErrorDomain::REMOTE),
        })
    }

    fn state(&self) -> ForkGuard<'_, State> {
        self.state.lock()
    }

    /// Adds a subscriber; see [`Registry::add`]. The first one needs a timer in the event loop.
    fn add(self: &Arc<Self>, registration: Registration<Subscriber>) -> Result<(i32, usize)> {
        let mut fresh = None;
        if self.state().timer.id.is_none() {
            fresh = add_event_timer(self);
            if fresh.is_none() {
                let text = message!("could not initialize domain event timer");
                return Err(invalid(ErrorCode::INTERNAL_ERROR, text));
            }
        }
        let mut state = self.state();
        // Another thread's may have been there first.
        let mut spare = fresh;
        if state.timer.id.is_none() {
            (state.timer.id, spare) = (fresh, None);
        }
        let added = state.registry.add(registration);
        drop(state);
        if let Some(timer) = spare {
            remove_timeout(timer);
        }
        if added.is_none() {
            self.settle();
        }
        added.ok_or_else(|| invalid(ErrorCode::INVALID_ARG, message!("event callback already tracked")))
    }

    /// Removes a subscriber. The end of the result runs its free function, unless events are being delivered: then that
    /// happens afterwards. [`Events::settle`] follows.
    fn remove(&self, id: i32) -> Result<Removal<Subscriber>> {
        let mut state = self.state();
        let delivering = state.delivering > 0;
        let Some(removal) = state.registry.remove(id, delivering) else {
            let text = message!("could not find event callback %1$d for deletion", id);
            return Err(invalid(ErrorCode::INVALID_ARG, text));
        };
        Ok(removal)
    }

    /// Without subscribers the timer is not needed.
    fn settle(&self) {
        let idle = self.state().stop_timer_if_idle();
        if let Some(timer) = idle {
            remove_timeout(timer);
        }
    }

    /// Sets the timer, if there is one.
    fn set_timer(&self, milliseconds: i32) {
        let mut state = self.state();
        let Some(timer) = state.timer.id else { return };
        state.timer.setting = state.timer.setting.saturating_add(1);
        drop(state);
        update_timeout(timer, milliseconds);
        let mut state = self.state();
        state.timer.setting = state.timer.setting.saturating_sub(1);
        let doomed = if state.timer.setting == 0 { std::mem::take(&mut state.timer.doomed) } else { Vec::new() };
        drop(state);
        for timer in doomed {
            remove_timeout(timer);
        }
    }

    /// The queue is not empty any more.
    fn schedule(&self) {
        let me = Weak::clone(&self.me);
        let flush = move || {
            if let Some(events) = me.upgrade() {
                events.deliver_all();
            }
        };
        if !run_soon(flush) {
            self.set_timer(0);
        }
    }

    /// The event loop's timer: stops it and delivers what is in the queue.
    pub(crate) fn flush(&self) {
        self.set_timer(-1);
        self.deliver_all();
    }

    /// Delivers what is in the queue. A timer that another thread has set meanwhile finds nothing, once.
    fn deliver_all(&self) {
        let mut state = self.state();
        state.delivering = state.delivering.saturating_add(1);
        let mut queue = std::mem::take(&mut state.queue).into_iter();
        drop(state);
        while !unwinding()
            && let Some(event) = queue.next()
        {
            self.deliver(&event);
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

    /// A callback did not return: what it would have been followed by is for the next delivery.
    fn put_back(&self, mut undelivered: Vec<PendingEvent>) {
        if undelivered.is_empty() {
            return;
        }
        let mut state = self.state();
        undelivered.append(&mut state.queue);
        state.queue = undelivered;
        drop(state);
        self.set_timer(0);
    }

    /// Calls everybody who wants the event and was registered when its turn came.
    fn deliver(&self, event: &PendingEvent) {
        let seen = event.seen();
        let places = self.state().registry.len();
        for at in 0..places {
            let subscriber = self.state().registry.wanting(at, &seen);
            if let Some(subscriber) = subscriber {
                deliver(event, &subscriber);
            }
            if unwinding() {
                return;
            }
        }
    }
}

impl State {
    fn new() -> Self {
        Self {
            registry: Registry::new(),
            queue: Vec::new(),
            timer: Timer::default(),
            unscheduled: false,
            delivering: 0,
        }
    }

    /// The timer that is to be removed, without the lock, because there are no subscribers.
    fn stop_timer_if_idle(&mut self) -> Option<i32> {
        if !self.registry.is_empty() {
            return None;
        }
        let timer = self.timer.id.take()?;
        self.queue.clear();
        if self.timer.setting == 0 {
            return Some(timer);
        }
        self.timer.doomed.push(timer);
        None
    }

    /// Queues an event, if anybody may want it.
    fn push(&mut self, event: PendingEvent) {
        if self.timer.id.is_some() {
            self.queue.push(event);
            self.unscheduled |= self.queue.len() == 1;
        }
    }
}

impl Listener for Events {
    fn on_messages(&self, messages: Vec<Message>) {
        for message in messages {
            if let Some(reason) = closed_behind(&message) {
                self.close.call(reason);
            } else if let Some(event) = PendingEvent::new(message) {
                self.state().push(event);
            }
        }
    }

    fn on_taken(&self) {
        let unscheduled = std::mem::take(&mut self.state().unscheduled);
        if unscheduled {
            self.schedule();
        }
    }

    fn on_closed(&self, reason: CloseReason) {
        self.close.call(reason);
    }
}

/// The daemon reports that the connection it forwards to has ended.
fn closed_behind(message: &Message) -> Option<CloseReason> {
    let procedure = remote::Procedure(message.procedure);
    if message.program != Program::REMOTE || procedure != remote::Procedure::CONNECT_EVENT_CONNECTION_CLOSED {
        return None;
    }
    let body = remote::ConnectEventConnectionClosedMsg::decode(&mut Reader::new(&message.payload));
    Some(CloseReason(body.ok()?.reason))
}

impl Listener for CloseCallback<AdmConnection> {
    /// An admin daemon sends none.
    fn on_messages(&self, _: Vec<Message>) {}

    fn on_closed(&self, reason: CloseReason) {
        self.call(reason);
    }
}

fn invalid(code: ErrorCode, text: impl AsRef<[u8]>) -> Fault {
    Error::new(ErrorDomain::NONE, code, text).into()
}
