//! Subscribing and unsubscribing: the local entry, and the daemon's callback for the first and last of those who share it.
use super::registry::{Class, Interest, Key, Registration, Removal, Sharing};
use super::{Events, Subscriber, invalid};
use crate::{Connection, ErrorCode, Result, Uuid};
use oxivirt_model::message;
use std::sync::Arc;

/// Returns the key of objects with a UUID.
#[must_use]
pub fn uuid_key(uuid: &Uuid) -> Key {
    uuid.as_bytes().as_slice().into()
}

/// Returns the key of objects that have only a name.
#[must_use]
pub fn name_key(name: &std::ffi::CStr) -> Key {
    name.to_bytes().into()
}

/// What a program asks to hear of, and who hears it.
#[derive(Debug)]
pub struct Subscription {
    /// The kind of object.
    pub class: Class,
    /// The event's number in the enumeration of that kind.
    pub event: i32,
    /// `None`: all objects.
    pub key: Option<Key>,
    /// Tells subscribers apart: the same one may subscribe to the same thing only once.
    pub identity: usize,
    /// Who hears it.
    pub subscriber: Arc<dyn Subscriber>,
}

impl Subscription {
    fn registration(self, sharing: Sharing, legacy: bool) -> Registration<dyn Subscriber> {
        Registration {
            interest: Interest { class: self.class, event: self.event, key: self.key },
            sharing,
            function: self.identity,
            legacy,
            subscriber: self.subscriber,
        }
    }
}

impl Connection {
    /// How subscribers share the daemon's callbacks. Only domain events exist in daemons that do not filter.
    fn sharing(&self, class: Class) -> Sharing {
        match class {
            Class::QemuMonitor => Sharing::Event,
            Class::Domain if !self.session().filters_events() => Sharing::Event,
            _ => Sharing::Object,
        }
    }

    /// Subscribes; the new id. `ask` tells the daemon and answers its id, if it has one; it runs when the daemon has to be
    /// told. When it fails nothing is left behind.
    #[doc(hidden)]
    pub fn subscribe(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<i32> {
        let sharing = self.sharing(what.class);
        self.enrol(what.registration(sharing, false), ask)
    }

    /// [`Connection::subscribe`] for events that the daemon filters by something this side does not know.
    #[doc(hidden)]
    pub fn subscribe_alone(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<i32> {
        self.enrol(what.registration(Sharing::Nothing, false), ask)
    }

    /// [`Connection::subscribe`] for the function that hands out no id.
    #[doc(hidden)]
    pub fn subscribe_legacy(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<()> {
        let sharing = self.sharing(what.class);
        self.enrol(what.registration(sharing, true), ask).map(drop)
    }

    fn enrol(
        &self,
        registration: Registration<dyn Subscriber>,
        ask: impl FnOnce() -> Result<Option<i32>>,
    ) -> Result<i32> {
        let events = self.events();
        // Whatever fails, the subscriber does not end under a lock.
        let _alive = Arc::clone(&registration.subscriber);
        let (id, users) = events.add(registration)?;
        if users == 1 {
            match ask() {
                Ok(Some(remote)) => events.state().registry.set_remote(id, remote),
                Ok(None) => {}
                Err(error) => {
                    // It is there unless somebody else removed it meanwhile.
                    let _ = events.remove(id);
                    events.settle();
                    return Err(error);
                }
            }
        }
        Ok(id)
    }

    /// Unsubscribes. `tell` gets the event and the daemon's id of the callback when the daemon has to drop it.
    #[doc(hidden)]
    pub fn unsubscribe(&self, id: i32, tell: impl FnOnce(i32, i32) -> Result<()>) -> Result<()> {
        let events = self.events();
        let (event, remote) = events.find(id)?;
        // The subscriber ends when the daemon knows: what its end registers the daemon must not take for the same thing again.
        let Removal { left, taken } = events.remove(id)?;
        let told = if left == 0 { tell(event, remote) } else { Ok(()) };
        drop(taken);
        events.settle();
        told
    }

    /// [`Connection::unsubscribe`] for what [`Connection::subscribe_legacy`] made.
    #[doc(hidden)]
    pub fn unsubscribe_legacy(
        &self,
        class: Class,
        event: i32,
        identity: usize,
        tell: impl FnOnce(i32, i32) -> Result<()>,
    ) -> Result<()> {
        let interest = Interest { class, event, key: None };
        let id = self.events().state().registry.find_legacy(&interest, identity);
        let id = id.ok_or_else(|| {
            let text = message!("event callback function %1$p not registered", identity);
            invalid(ErrorCode::INVALID_ARG, text)
        })?;
        self.unsubscribe(id, tell)
    }
}

impl Events {
    fn find(&self, id: i32) -> Result<(i32, i32)> {
        let found = self.state().registry.find(id);
        found.ok_or_else(|| {
            let text = message!("event callback id %1$d not registered", id);
            invalid(ErrorCode::INVALID_ARG, text)
        })
    }
}
