//! Who subscribed to what: ids, sharing of the daemon's callbacks, and removal while callbacks run. Pure bookkeeping.
//!
//! The rules that programs and daemons see:
//! - Ids count from 0 per connection and never come back.
//! - The daemon is asked when the answer of [`Registry::add`] is 1 and told when that of [`Registry::remove`] is 0.
//!   Subscribers of the same event and object share one callback of the daemon where the daemon filters; where it does not,
//!   all subscribers of an event share one.
//! - A subscriber with a filter of its own in the daemon shares with nobody.
//! - While events are delivered a removal only marks; [`Registry::purge`] takes the marked ones out afterwards.

use oxivirt_protocol::EventId;
use std::sync::Arc;

/// Which object: its UUID's bytes, or its name where it has no UUID.
pub(crate) type Key = Box<[u8]>;

/// How a subscriber came to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sharing {
    /// All subscribers of an event share: the daemon does not filter by object, and names no callback.
    Event,
    /// Subscribers of an event and object share.
    Object,
    /// Nobody shares: the daemon filters by something else, too.
    Nothing,
}

/// What somebody wants to hear of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Interest {
    pub(crate) event: EventId,
    /// `None`: all objects.
    pub(crate) key: Option<Key>,
}

/// A registered subscriber.
#[derive(Debug)]
struct Entry<T: ?Sized> {
    id: i32,
    interest: Interest,
    sharing: Sharing,
    /// The daemon's id; -1 while there is none.
    remote: i32,
    /// The function's address: the same one may subscribe to the same thing only once.
    function: usize,
    /// Registered by the function that hands out no id.
    legacy: bool,
    removed: bool,
    subscriber: Arc<T>,
}

/// An event as far as the registry looks at it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen<'a> {
    pub(crate) event: EventId,
    /// The daemon's id; -1 in events of daemons that do not filter.
    pub(crate) remote: i32,
    /// The object's UUID, or its name where it has no UUID.
    pub(crate) key: &'a [u8],
}

/// A new subscription.
#[derive(Debug)]
pub(crate) struct Registration<T: ?Sized> {
    pub(crate) interest: Interest,
    pub(crate) sharing: Sharing,
    pub(crate) function: usize,
    pub(crate) legacy: bool,
    pub(crate) subscriber: Arc<T>,
}

/// The outcome of a removal.
#[derive(Debug)]
pub(crate) struct Removal<T: ?Sized> {
    /// How many subscribers still use the daemon's callback.
    pub(crate) left: usize,
    /// The subscriber; `None` when it was only marked.
    pub(crate) taken: Option<Arc<T>>,
}

/// All subscribers of one connection, in the order of registration.
#[derive(Debug)]
pub(crate) struct Registry<T: ?Sized> {
    next: i32,
    entries: Vec<Entry<T>>,
}

impl<T: ?Sized> Entry<T> {
    fn wants(&self, interest: &Interest) -> bool {
        !self.removed && self.interest == *interest
    }
}

impl<T: ?Sized> Registry<T> {
    pub(crate) const fn new() -> Self {
        Self { next: 0, entries: Vec::new() }
    }

    /// How many entries there are, marked ones included.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many subscribers use the daemon's callback that `interest` uses.
    fn users(&self, interest: &Interest, sharing: Sharing) -> usize {
        let same = |e: &&Entry<T>| {
            let event = !e.removed && e.sharing != Sharing::Nothing && e.interest.event == interest.event;
            event && (sharing == Sharing::Event || e.remote >= 0 && e.interest.key == interest.key)
        };
        self.entries.iter().filter(same).count()
    }

    /// Adds a subscriber: its id, and how many share the daemon's callback with it now (1: there is none yet). `None` when
    /// the same function is subscribed to the same thing already.
    pub(crate) fn add(&mut self, registration: Registration<T>) -> Option<(i32, usize)> {
        let mut remote = -1;
        if registration.sharing != Sharing::Nothing {
            for other in self.entries.iter().filter(|e| e.wants(&registration.interest)) {
                if registration.sharing == Sharing::Object {
                    remote = other.remote;
                }
                if other.legacy == registration.legacy && other.function == registration.function {
                    return None;
                }
            }
        }
        let id = self.next;
        self.next = self.next.checked_add(1)?;
        let (interest, sharing) = (registration.interest.clone(), registration.sharing);
        self.entries.push(Entry {
            id,
            interest: registration.interest,
            sharing,
            remote,
            function: registration.function,
            legacy: registration.legacy,
            removed: false,
            subscriber: registration.subscriber,
        });
        let count = match sharing {
            Sharing::Nothing => 1,
            Sharing::Event => self.users(&interest, sharing),
            // The new one counts although the daemon has given it no id yet.
            Sharing::Object if remote < 0 => self.users(&interest, sharing).saturating_add(1),
            Sharing::Object => self.users(&interest, sharing),
        };
        Some((id, count))
    }

    fn live(&self, id: i32) -> Option<(usize, &Entry<T>)> {
        let mut all = self.entries.iter().enumerate();
        all.find(|(_, e)| e.id == id && !e.removed)
    }

    /// The daemon gave the subscriber's callback an id.
    pub(crate) fn set_remote(&mut self, id: i32, remote: i32) {
        let mut all = self.entries.iter_mut();
        if let Some(entry) = all.find(|e| e.id == id && !e.removed) {
            entry.remote = remote;
        }
    }

    /// The event's number and the daemon's callback of a subscriber.
    pub(crate) fn find(&self, id: i32) -> Option<(i32, i32)> {
        let (_, entry) = self.live(id)?;
        Some((entry.interest.event.id, entry.remote))
    }

    /// The id of a function that was registered without one.
    pub(crate) fn find_legacy(&self, interest: &Interest, function: usize) -> Option<i32> {
        let mut all = self.entries.iter();
        let found = all.find(|e| e.wants(interest) && e.legacy && e.function == function)?;
        Some(found.id)
    }

    /// Removes a subscriber, or marks it while events are delivered.
    pub(crate) fn remove(&mut self, id: i32, delivering: bool) -> Option<Removal<T>> {
        let (at, entry) = self.live(id)?;
        // Which others count is decided by whether the daemon gave an id, as in the stock library.
        let sharing = match (entry.sharing, entry.remote) {
            (Sharing::Nothing, _) => Sharing::Nothing,
            (_, ..0) => Sharing::Event,
            _ => Sharing::Object,
        };
        let interest = entry.interest.clone();
        let taken = if delivering {
            if let Some(entry) = self.entries.get_mut(at) {
                entry.removed = true;
            }
            None
        } else {
            Some(self.entries.remove(at).subscriber)
        };
        let left = match sharing {
            Sharing::Nothing => 0,
            sharing => self.users(&interest, sharing),
        };
        Some(Removal { left, taken })
    }

    /// The subscriber at a place below [`Registry::len`], if it wants the event.
    pub(crate) fn wanting(&self, at: usize, seen: &Seen<'_>) -> Option<Arc<T>> {
        let entry = self.entries.get(at)?;
        let wanted = !entry.removed
            && entry.interest.event == seen.event
            && entry.remote == seen.remote
            && entry.interest.key.as_ref().is_none_or(|key| **key == *seen.key);
        wanted.then(|| Arc::clone(&entry.subscriber))
    }

    /// Takes out what was marked, in the order of registration. Nothing may be delivering.
    pub(crate) fn purge(&mut self) -> Vec<Arc<T>> {
        self.entries.extract_if(.., |e| e.removed).map(|e| e.subscriber).collect()
    }
}

#[cfg(test)]
#[path = "registry_tests.rs"]
mod tests;
