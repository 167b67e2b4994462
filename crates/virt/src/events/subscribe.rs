//! Subscribing and unsubscribing: the local entry, and the daemon's callback for the first and last of those who share it.
use super::registry::{Interest, Registration, Removal, Sharing};
use super::source::{deregisters, registers, stop};
use super::{EventSource, Events, Subscriber, invalid, not_found};
use crate::{Connection, ErrorCode, ErrorDomain, EventClass, EventId, Function, OnConnection, Result};
use oxivirt_model::constants::VIR_DOMAIN_EVENT_ID_LIFECYCLE;
use oxivirt_model::message;
use std::sync::Arc;

/// What the functions without an id subscribe to.
const LIFECYCLE: EventId = EventId { class: EventClass::Domain, id: VIR_DOMAIN_EVENT_ID_LIFECYCLE.cast_signed() };

impl Connection {
    /// How subscribers share the daemon's callbacks. Only domain events exist in daemons that do not filter; of QEMU's events those
    /// that are asked for by name are filtered by something that this side does not know.
    fn sharing(&self, source: &EventSource<'_>) -> Sharing {
        match source {
            EventSource::QemuMonitor { event: Some(_), .. } => Sharing::Nothing,
            EventSource::QemuMonitor { .. } => Sharing::Event,
            EventSource::Domain(_) if !self.session().filters_events() => Sharing::Event,
            _ => Sharing::Object,
        }
    }

    /// Subscribes to an event of a source by its number, and returns the subscription's. `identity` tells subscribers apart: the same
    /// one may subscribe to the same thing only once. When it fails nothing is left behind.
    ///
    /// Programs use [`Connection::on_event`].
    #[doc(hidden)]
    pub fn subscribe(
        &self,
        event: i32,
        source: &EventSource<'_>,
        identity: usize,
        subscriber: Arc<dyn Subscriber>,
    ) -> Result<i32> {
        self.check_source(source, event)?;
        let class = source.class();
        self.knows_events(class, &registers(class))?;
        let registration = Registration {
            interest: Interest { event: EventId { class, id: event }, key: source.key() },
            sharing: self.sharing(source),
            function: identity,
            legacy: false,
            subscriber,
        };
        self.enrol(registration, || source.start(self, &registers(class), event))
    }

    /// Subscribes to the life cycle of all domains: `virConnectDomainEventRegister`, which hands out no number.
    #[doc(hidden)]
    pub fn subscribe_legacy(&self, identity: usize, subscriber: Arc<dyn Subscriber>) -> Result<()> {
        const FUNCTION: Function = Function("virConnectDomainEventRegister", ErrorDomain::DOMAIN);
        let source = EventSource::Domain(None);
        let registration = Registration {
            interest: Interest { event: LIFECYCLE, key: None },
            sharing: self.sharing(&source),
            function: identity,
            legacy: true,
            subscriber,
        };
        let start = || {
            if self.session().filters_events() {
                return source.start(self, &FUNCTION, LIFECYCLE.id);
            }
            // What the daemon answers was never filled in.
            self.op(&FUNCTION).call(|driver, call| driver.connect_domain_event_register(call))?;
            Ok(None)
        };
        self.enrol(registration, start).map(drop)
    }

    /// Enters a subscriber. `ask` tells the daemon and answers its id, if it has one; it runs when the daemon has to be told.
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

    /// Refuses events of a class that the driver says it does not have, before anything else is looked at.
    fn knows_events(&self, class: EventClass, function: &Function) -> Result<()> {
        if self.session().has_events(class) { Ok(()) } else { Err(function.unsupported()) }
    }

    /// Ends a subscription to an event of a class.
    #[doc(hidden)]
    pub fn unsubscribe(&self, class: EventClass, id: i32) -> Result<()> {
        let function = deregisters(class);
        let op = self.op(&function).not_negative("callbackID", id)?;
        if class == EventClass::QemuMonitor {
            op.write()?;
        }
        self.knows_events(class, &function)?;
        self.withdraw(id, |event, callback| stop(self, class, &function, event, callback))
    }

    /// Ends what [`Connection::subscribe_legacy`] began.
    #[doc(hidden)]
    pub fn unsubscribe_legacy(&self, identity: usize) -> Result<()> {
        const FUNCTION: Function = Function("virConnectDomainEventDeregister", ErrorDomain::DOMAIN);
        let interest = Interest { event: LIFECYCLE, key: None };
        let id = self.events().state().registry.find_legacy(&interest, identity);
        let id = id.ok_or_else(|| {
            let text = message!("event callback function %1$p not registered", identity);
            invalid(ErrorCode::INVALID_ARG, text)
        })?;
        self.withdraw(id, |event, callback| {
            if self.session().filters_events() {
                return stop(self, EventClass::Domain, &FUNCTION, event, callback);
            }
            self.op(&FUNCTION).call(|driver, call| driver.connect_domain_event_deregister(call)).map(drop)
        })
    }

    /// Takes a subscriber out. `tell` gets the event and the daemon's id of the callback when the daemon has to drop it.
    fn withdraw(&self, id: i32, tell: impl FnOnce(i32, i32) -> Result<()>) -> Result<()> {
        let events = self.events();
        let (event, remote) = match events.find(id) {
            // Only the remote driver looks for the event before it removes the subscriber.
            Err(_) if self.is_local() => return Err(not_found(id)),
            found => found?,
        };
        // The subscriber ends when the daemon knows: what its end registers the daemon must not take for the same thing again.
        let Removal { left, taken } = events.remove(id)?;
        let told = if left == 0 { tell(event, remote) } else { Ok(()) };
        drop(taken);
        events.settle();
        told
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
