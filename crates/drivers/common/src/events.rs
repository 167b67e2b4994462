//! Who asked to hear of which events, and the delivery: to each session in the order in which things changed.
//!
//! A change is reported while its object is locked, which keeps the order; [`EventHub::wake`] follows when no lock is held, because a
//! listener may then call the program's event loop.
use oxivirt_protocol::{Event, EventId, Listener, Message};
use oxivirt_sys::ForkLock;
use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Weak};

/// The events of one driver's objects.
pub struct EventHub {
    members: ForkLock<Vec<Member>>,
    next: AtomicU64,
    /// How many registrations there are: without any nothing is reported.
    registrations: AtomicUsize,
    /// Somebody is to be woken.
    waiting: AtomicBool,
}

struct Member {
    id: u64,
    listener: Option<Weak<dyn Listener>>,
    next: i32,
    registrations: Vec<Registration>,
    /// Took events and was not woken. Held, so that it does not end under a lock.
    woken_next: Option<Arc<dyn Listener>>,
}

/// What a session asked for.
struct Registration {
    id: i32,
    event: EventId,
    /// Of this object only: its UUID, or its name where it has none.
    object: Option<Box<[u8]>>,
}

impl Registration {
    fn wants(&self, event: EventId, object: &[u8]) -> bool {
        self.event == event && self.object.as_deref().is_none_or(|wanted| wanted == object)
    }
}

impl Default for EventHub {
    fn default() -> Self {
        Self::new()
    }
}

impl EventHub {
    /// Returns a hub without sessions.
    #[must_use]
    pub fn new() -> Self {
        Self {
            members: ForkLock::new(Vec::new(), Vec::new),
            next: AtomicU64::new(0),
            registrations: AtomicUsize::new(0),
            waiting: AtomicBool::new(false),
        }
    }

    /// Adds a session, which leaves when the result is dropped.
    #[must_use]
    pub fn join(self: &Arc<Self>) -> Membership {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let member = Member { id, listener: None, next: 0, registrations: Vec::new(), woken_next: None };
        self.members.lock().push(member);
        Membership { hub: Arc::clone(self), id }
    }

    /// Passes an event to all sessions that asked for it. Called with the object locked that it is about; [`EventHub::wake`] must
    /// follow when it is not any more.
    pub fn report(&self, event: &Event<'static>) {
        if self.registrations.load(Ordering::Relaxed) == 0 {
            return;
        }
        let id = event.id();
        let object = event.object().identity();
        let mut members = self.members.lock();
        for member in members.iter_mut() {
            let wanting = member.registrations.iter().filter(|one| one.wants(id, object));
            let messages: Vec<Message> = wanting.map(|one| Message::new(Some(one.id), event.clone())).collect();
            if messages.is_empty() {
                continue;
            }
            let Some(listener) = member.listener.as_ref().and_then(Weak::upgrade) else { continue };
            listener.on_messages(messages);
            member.woken_next = Some(listener);
            self.waiting.store(true, Ordering::Release);
        }
    }

    /// Lets the sessions that got events since the last time do something about them. Called with no lock held.
    pub fn wake(&self) {
        if !self.waiting.load(Ordering::Relaxed) || !self.waiting.swap(false, Ordering::AcqRel) {
            return;
        }
        let woken: Vec<_> = self.members.lock().iter_mut().filter_map(|member| member.woken_next.take()).collect();
        for listener in woken {
            listener.on_taken();
        }
    }

    fn member<R>(&self, id: u64, change: impl FnOnce(&mut Member) -> R) -> Option<R> {
        self.members.lock().iter_mut().find(|member| member.id == id).map(change)
    }
}

/// A session's place in a hub.
#[derive(Debug)]
pub struct Membership {
    hub: Arc<EventHub>,
    id: u64,
}

impl Membership {
    /// Sets who hears of events. The first stays.
    pub fn listen(&self, listener: Weak<dyn Listener>) {
        let refused = self.hub.member(self.id, |member| match member.listener {
            None => member.listener.replace(listener),
            Some(_) => Some(listener),
        });
        drop(refused);
    }

    /// Asks for an event of one object, or of all. `object` is the UUID, or the name where there is none. Returns the registration's
    /// number, which is unique for the session.
    #[must_use]
    pub fn register(&self, event: EventId, object: Option<&[u8]>) -> i32 {
        let object = object.map(Into::into);
        let id = self.hub.member(self.id, |member| {
            let id = member.next;
            member.next = id.wrapping_add(1) & i32::MAX;
            member.registrations.push(Registration { id, event, object });
            id
        });
        self.hub.registrations.fetch_add(usize::from(id.is_some()), Ordering::Relaxed);
        id.unwrap_or_default()
    }

    /// Ends a registration. Returns false if there is none with that number.
    #[must_use]
    pub fn deregister(&self, id: i32) -> bool {
        let found = self.hub.member(self.id, |member| {
            let at = member.registrations.iter().position(|one| one.id == id)?;
            Some(member.registrations.remove(at))
        });
        let found = found.flatten().is_some();
        self.hub.registrations.fetch_sub(usize::from(found), Ordering::Relaxed);
        found
    }
}

impl Drop for Membership {
    fn drop(&mut self) {
        let mut members = self.hub.members.lock();
        let at = members.iter().position(|member| member.id == self.id);
        let member = at.map(|at| members.swap_remove(at));
        drop(members);
        let registrations = member.map_or(0, |member| member.registrations.len());
        self.hub.registrations.fetch_sub(registrations, Ordering::Relaxed);
    }
}

impl fmt::Debug for EventHub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventHub").field("registrations", &self.registrations).finish_non_exhaustive()
    }
}

#[cfg(test)]
#[path = "events_tests.rs"]
mod tests;
