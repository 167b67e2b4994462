//! Hearing of events in Rust: closures and channels, and the loop that takes events in where a program has none.
use super::{Class, PendingEvent, Subscriber, Subscription, uuid_key};
use crate::{Connection, Domain, Error, ErrorCode, ErrorDomain, Event, Function, ObjectRef, OnConnection, Result};
use oxivirt_protocol::remote;
use oxivirt_sys::{Interest, PollFd};
use std::fmt;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// What is called for each event.
struct Closure<F>(F);

impl<F> fmt::Debug for Closure<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Closure")
    }
}

impl<F: Fn(&Event<'_>) + Send + Sync> Subscriber for Closure<F> {
    fn deliver(&self, event: &PendingEvent) -> ControlFlow<()> {
        if let Some(event) = event.event() {
            (self.0)(&event);
        }
        ControlFlow::Continue(())
    }
}

/// A subscription; dropping it ends it.
#[derive(Debug)]
#[must_use = "dropping it ends the subscription"]
pub struct EventSubscription {
    conn: Connection,
    id: i32,
}

impl Drop for EventSubscription {
    fn drop(&mut self) {
        // The driver may be gone; then nothing comes any more.
        let _ = self.conn.unsubscribe(self.id, |event, callback| end_domain_events(&self.conn, event, callback));
    }
}

impl Connection {
    /// Calls `hears` for each event of one domain, or of all for `None`: `virConnectDomainEventRegisterAny`. `event` is a
    /// virDomainEventID. `hears` runs in whoever delivers: [`Connection::wait_for_events`], or the program's event loop.
    ///
    /// # Errors
    /// The driver does not have such events.
    pub fn on_domain_event(
        &self,
        event: i32,
        domain: Option<&Domain>,
        hears: impl Fn(&Event<'_>) + Send + Sync + 'static,
    ) -> Result<EventSubscription> {
        self.op(&Function("virConnectDomainEventRegisterAny", FROM)).not_negative("eventID", event)?;
        let subscriber: Arc<dyn Subscriber> = Arc::new(Closure(hears));
        // Each closure is one of its own.
        let identity = Arc::as_ptr(&subscriber).cast::<()>() as usize;
        let key = domain.map(|domain| uuid_key(domain.uuid()));
        let what = Subscription { class: Class::Domain, event, key, identity, subscriber };
        let id = self.subscribe(what, || begin_domain_events(self, event, domain))?;
        Ok(EventSubscription { conn: self.clone(), id })
    }

    /// Returns a channel with the events of one domain, or of all for `None`; see [`Connection::on_domain_event`].
    ///
    /// ```
    /// # use oxivirt::{Connection, Event};
    /// # use std::time::Duration;
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let uri = daemon.uri();
    /// const LIFECYCLE: i32 = 0;
    /// let conn = Connection::open(&uri)?;
    /// let (subscription, events) = conn.domain_events(LIFECYCLE, None)?;
    /// # daemon.report_start()?;
    /// conn.wait_for_events(Duration::from_secs(60))?;
    /// for event in events.try_iter() {
    ///     let domain = conn.domain_of(&event);
    ///     println!("{:?}: {event:?}", domain.as_ref().map(|domain| domain.name()));
    /// #   assert_eq!(*domain.unwrap().name(), "web");
    /// #   return Ok(());
    /// }
    /// # panic!("no event came");
    /// # #[expect(unreachable_code)]
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The driver does not have such events.
    pub fn domain_events(
        &self,
        event: i32,
        domain: Option<&Domain>,
    ) -> Result<(EventSubscription, Receiver<Event<'static>>)> {
        let (sender, receiver) = channel();
        let pass = move |event: &Event<'_>| {
            // Nobody listens any more: the subscription is about to end.
            let _ = sender.send(event.clone().into_owned());
        };
        Ok((self.on_domain_event(event, domain, pass)?, receiver))
    }

    /// Returns the domain that an event is about, if it is about one.
    #[must_use]
    pub fn domain_of(&self, event: &Event<'_>) -> Option<Domain> {
        match event.object() {
            ObjectRef::Domain(domain) => Some(Domain::from_wire(self, domain)),
            _ => None,
        }
    }

    /// Waits until something arrives, at most for `limit`, and delivers the events that came. Returns false if nothing did. For
    /// programs without an event loop, in a thread of their own.
    ///
    /// # Errors
    /// The connection has ended, or waiting failed.
    pub fn wait_for_events(&self, limit: Duration) -> Result<bool> {
        let io = self.session().io();
        let Some((io, fd)) = io.and_then(|io| Some((io, io.fd()?))) else {
            return Err(Error::new(ErrorDomain::RPC, ErrorCode::INTERNAL_ERROR, "client socket is closed"));
        };
        let end = Instant::now().checked_add(limit).into_iter().chain(io.deadline()).min();
        let mut set = [PollFd::new(fd, Interest::READ)];
        let ready = oxivirt_sys::poll(&mut set, end).map_err(|error| {
            Error::system(ErrorDomain::RPC, error.raw_os_error().unwrap_or_default(), "Unable to poll on socket")
        })?;
        if ready > 0 {
            io.on_readable();
        }
        if io.deadline().is_some_and(|due| due <= Instant::now()) {
            io.on_timeout();
        }
        self.events().deliver();
        Ok(ready > 0)
    }
}

/// Has the daemon send domain events; its number for them where it filters.
fn begin_domain_events(conn: &Connection, event_id: i32, domain: Option<&Domain>) -> Result<Option<i32>> {
    let op = conn.op(&Function("virConnectDomainEventRegisterAny", FROM));
    if conn.session().filters_events() {
        let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id, dom: domain.map(Domain::wire) };
        let ret = op.call(|driver, call| driver.connect_domain_event_callback_register_any(call, &args))?;
        return Ok(Some(ret.callback_id));
    }
    let args = remote::ConnectDomainEventRegisterAnyArgs { event_id };
    op.call(|driver, call| driver.connect_domain_event_register_any(call, &args))?;
    Ok(None)
}

/// Ends what [`begin_domain_events`] began.
fn end_domain_events(conn: &Connection, event_id: i32, callback_id: i32) -> Result<()> {
    let op = conn.op(&Function("virConnectDomainEventDeregisterAny", FROM));
    if conn.session().filters_events() {
        let args = remote::ConnectDomainEventCallbackDeregisterAnyArgs { callback_id };
        op.call(|driver, call| driver.connect_domain_event_callback_deregister_any(call, &args))
    } else {
        let args = remote::ConnectDomainEventDeregisterAnyArgs { event_id };
        op.call(|driver, call| driver.connect_domain_event_deregister_any(call, &args))
    }
}
