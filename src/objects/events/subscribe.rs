//! Subscribing and unsubscribing: the local entry, and the daemon's callback for the first and last of those who share it.
use super::registry::{Class, Interest, Key, Registration, Removal, Sharing};
use super::{Events, invalid};
use crate::abi::{Function, Handle, Result, Subscriber, UserData};
use crate::objects::Connection;
use oxivirt_model::{ErrorCode, Uuid, message};
use std::sync::Arc;

/// The key of objects with a UUID.
pub(crate) fn uuid_key(uuid: &Uuid) -> Key {
    uuid.as_bytes().as_slice().into()
}

/// The key of objects that have only a name.
pub(crate) fn name_key(name: &std::ffi::CStr) -> Key {
    name.to_bytes().into()
}

/// What a program asks to hear of, and whom to call.
pub(crate) struct Subscription {
    pub(crate) class: Class,
    pub(crate) event: i32,
    /// `None`: all objects.
    pub(crate) key: Option<Key>,
    pub(crate) function: Function,
    pub(crate) data: UserData,
}

impl Subscription {
    fn registration(self, conn: &Handle<Connection>, sharing: Sharing, legacy: bool) -> Registration<Subscriber> {
        Registration {
            interest: Interest { class: self.class, event: self.event, key: self.key },
            sharing,
            function: self.function.address(),
            legacy,
            subscriber: Arc::new(Subscriber::new(conn.counted(), self.function, self.data)),
        }
    }
}

impl Handle<Connection> {
    /// How subscribers share the daemon's callbacks. Only domain events exist in daemons that do not filter.
    fn sharing(&self, class: Class) -> Sharing {
        match class {
            Class::QemuMonitor => Sharing::Event,
            Class::Domain if !self.driver().filters_events() => Sharing::Event,
            _ => Sharing::Object,
        }
    }

    /// Subscribes; the new id. `ask` tells the daemon and answers its id, if it has one; it runs when the daemon has to be
    /// told. When it fails nothing is left behind, and the user's data is not freed.
    pub(crate) fn subscribe(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<i32> {
        let sharing = self.sharing(what.class);
        self.enrol(what.registration(self, sharing, false), ask)
    }

    /// [`Handle::subscribe`] for events that the daemon filters by something this side does not know.
    pub(crate) fn subscribe_alone(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<i32> {
        self.enrol(what.registration(self, Sharing::Nothing, false), ask)
    }

    /// [`Handle::subscribe`] for the function that hands out no id.
    pub(crate) fn subscribe_legacy(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<()> {
        let sharing = self.sharing(what.class);
        self.enrol(what.registration(self, sharing, true), ask).map(drop)
    }

    fn enrol(&self, registration: Registration<Subscriber>, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<i32> {
        let events = self.events();
        let subscriber = Arc::clone(&registration.subscriber);
        let refused = |fault| {
            // The caller keeps what it passed.
            subscriber.disarm();
            fault
        };
        let (id, users) = events.add(registration).map_err(refused)?;
        if users == 1 {
            match ask() {
                Ok(Some(remote)) => events.state().registry.set_remote(id, remote),
                Ok(None) => {}
                Err(fault) => {
                    subscriber.disarm();
                    drop(subscriber);
                    // It is there unless somebody else removed it meanwhile.
                    let _ = events.remove(id);
                    events.settle();
                    return Err(fault);
                }
            }
        }
        Ok(id)
    }

    /// Unsubscribes. `tell` gets the event and the daemon's id of the callback when the daemon has to drop it.
    pub(crate) fn unsubscribe(&self, id: i32, tell: impl FnOnce(i32, i32) -> Result<()>) -> Result<()> {
        // The subscriber's reference may be the last one but the caller's, which its free function may give up.
        let _alive = self.counted();
        let events = self.events();
        let (event, remote) = events.find(id)?;
        // The free function runs when the daemon knows: what it registers the daemon must not take for the same thing again.
        let Removal { left, taken } = events.remove(id)?;
        let told = if left == 0 { tell(event, remote) } else { Ok(()) };
        drop(taken);
        events.settle();
        told
    }

    /// [`Handle::unsubscribe`] for what [`Handle::subscribe_legacy`] made.
    pub(crate) fn unsubscribe_legacy(
        &self,
        class: Class,
        event: i32,
        function: Function,
        tell: impl FnOnce(i32, i32) -> Result<()>,
    ) -> Result<()> {
        let interest = Interest { class, event, key: None };
        let id = self.events().state().registry.find_legacy(&interest, function.address());
        let id = id.ok_or_else(|| {
            let text = message!("event callback function %1$p not registered", function.address());
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
