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
use oxivirt_sys::{ForkGuard, ForkLock};
use oxivirt_xdr::{Decode, Reader};
use registry::{Registration, Registry, Removal};
use std::sync::{Arc, Weak};

#[derive(Debug)]
struct State {
    registry: Registry<Subscriber>,
    queue: Vec<PendingEvent>,
    /// The loop's timer; there is one while there are subscribers.
    timer: Option<i32>,
    /// How many deliveries run: more than one when a callback runs the loop itself.
    delivering: u32,
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
        let mut state = self.state();
        if state.registry.is_empty() && state.timer.is_none() {
            let timer = add_event_timer(self);
            if timer.is_none() {
                let text = message!("could not initialize domain event timer");
                return Err(invalid(ErrorCode::INTERNAL_ERROR, text));
            }
            state.timer = timer;
        }
        let added = state.registry.add(registration);
        if added.is_none() {
            state.stop_timer_if_idle();
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
        self.state().stop_timer_if_idle();
    }

    /// The queue is not empty any more.
    fn schedule(&self, timer: i32) {
        let me = Weak::clone(&self.me);
        let flush = move || {
            if let Some(events) = me.upgrade() {
                events.deliver_all();
            }
        };
        if !run_soon(flush) {
            update_timeout(timer, 0);
        }
    }

    /// The event loop's timer: stops it and delivers what is in the queue.
    pub(crate) fn flush(&self) {
        let state = self.state();
        if let Some(timer) = state.timer {
            update_timeout(timer, -1);
        }
        drop(state);
        self.deliver_all();
    }

    /// Delivers what is in the queue. A timer that another thread has set meanwhile finds nothing, once.
    fn deliver_all(&self) {
        let mut state = self.state();
        state.delivering = state.delivering.saturating_add(1);
        let queue = std::mem::take(&mut state.queue);
        drop(state);
        for event in queue {
            self.deliver(&event);
        }
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
        self.state().stop_timer_if_idle();
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
        }
    }
}

impl State {
    fn new() -> Self {
        Self { registry: Registry::new(), queue: Vec::new(), timer: None, delivering: 0 }
    }

    fn stop_timer_if_idle(&mut self) {
        if !self.registry.is_empty() {
            return;
        }
        if let Some(timer) = self.timer.take() {
            remove_timeout(timer);
            self.queue.clear();
        }
    }

    /// Queues an event; the timer if it shall be set to deliver it.
    fn push(&mut self, event: PendingEvent) -> Option<i32> {
        let timer = self.timer?;
        self.queue.push(event);
        (self.queue.len() == 1).then_some(timer)
    }
}

impl Listener for Events {
    fn on_messages(&self, messages: Vec<Message>) {
        for message in messages {
            if let Some(reason) = closed_behind(&message) {
                self.close.call(reason);
            } else if let Some(event) = PendingEvent::new(message) {
                let timer = self.state().push(event);
                if let Some(timer) = timer {
                    self.schedule(timer);
                }
            }
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
