//! Hearing of events in Rust: closures and channels.
use super::{EventSource, Subscriber};
use crate::{Connection, Domain, Event, EventClass, Network, NodeDevice, ObjectRef, Result, Secret, StoragePool};
use oxivirt_xdr::Str;
use std::fmt;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

/// What is called for each event.
struct Closure<F>(F);

impl<F> fmt::Debug for Closure<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Closure")
    }
}

impl<F: Fn(&Event<'_>) + Send + Sync> Subscriber for Closure<F> {
    fn deliver(&self, event: &Event<'_>) -> ControlFlow<()> {
        (self.0)(event);
        ControlFlow::Continue(())
    }
}

/// A subscription; dropping it ends it.
#[derive(Debug)]
#[must_use = "dropping it ends the subscription"]
pub struct EventSubscription {
    conn: Connection,
    class: EventClass,
    id: i32,
}

impl Drop for EventSubscription {
    fn drop(&mut self) {
        // The driver may be gone; then nothing comes any more.
        let _ = self.conn.unsubscribe(self.class, self.id);
    }
}

/// A subscription and the channel its events come through.
pub type EventChannel = (EventSubscription, Receiver<Event<'static>>);

impl Connection {
    /// Calls `hears` for each event of a source; `event` is the event's number there. `hears` runs in whoever delivers:
    /// [`Connection::wait_for_events`], or the program's event loop.
    ///
    /// # Errors
    /// There is no such event, the source belongs to another connection, or the driver does not have such events.
    pub fn on_event(
        &self,
        event: i32,
        source: &EventSource<'_>,
        hears: impl Fn(&Event<'_>) + Send + Sync + 'static,
    ) -> Result<EventSubscription> {
        let subscriber: Arc<dyn Subscriber> = Arc::new(Closure(hears));
        // Each closure is one of its own.
        let identity = Arc::as_ptr(&subscriber).cast::<()>() as usize;
        let id = self.subscribe(event, source, identity, subscriber)?;
        Ok(EventSubscription { conn: self.clone(), class: source.class(), id })
    }

    /// Returns a channel with the events of a source; see [`Connection::on_event`].
    ///
    /// ```
    /// # use std::time::Duration;
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let uri = daemon.uri();
    /// use oxivirt::{Connection, Event, EventSource};
    ///
    /// const LIFECYCLE: i32 = 0;
    /// let conn = Connection::open(&uri)?;
    /// let (_subscription, events) = conn.events_of(LIFECYCLE, &EventSource::Domain(None))?;
    /// # daemon.report_start()?;
    /// conn.wait_for_events(Duration::from_secs(60))?;
    /// if let Event::DomainLifecycle { dom, event, .. } = events.recv()? {
    ///     println!("{}: {event}", dom.name);
    /// #   assert_eq!((&*dom.name.to_string(), event), ("web", 2));
    /// #   return Ok(());
    /// }
    /// # panic!("another event came");
    /// # #[expect(unreachable_code)]
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn events_of(&self, event: i32, source: &EventSource<'_>) -> Result<EventChannel> {
        let (sender, receiver) = channel();
        let pass = move |event: &Event<'_>| {
            // Nobody listens any more: the subscription is about to end.
            let _ = sender.send(event.clone().into_owned());
        };
        Ok((self.on_event(event, source, pass)?, receiver))
    }

    /// Calls `hears` for each event of one domain, or of all for `None`: `virConnectDomainEventRegisterAny`. `event` is a `virDomainEventID`. See
    /// [`Connection::on_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn on_domain_event(
        &self,
        event: i32,
        domain: Option<&Domain>,
        hears: impl Fn(&Event<'_>) + Send + Sync + 'static,
    ) -> Result<EventSubscription> {
        self.on_event(event, &EventSource::Domain(domain), hears)
    }

    /// Returns a channel with the events of one domain, or of all for `None`; see [`Connection::on_domain_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn domain_events(&self, event: i32, domain: Option<&Domain>) -> Result<EventChannel> {
        self.events_of(event, &EventSource::Domain(domain))
    }

    /// Calls `hears` for each event of one network, or of all for `None`: `virConnectNetworkEventRegisterAny`. `event` is a `virNetworkEventID`. See
    /// [`Connection::on_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn on_network_event(
        &self,
        event: i32,
        network: Option<&Network>,
        hears: impl Fn(&Event<'_>) + Send + Sync + 'static,
    ) -> Result<EventSubscription> {
        self.on_event(event, &EventSource::Network(network), hears)
    }

    /// Returns a channel with the events of one network, or of all for `None`; see [`Connection::on_network_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn network_events(&self, event: i32, network: Option<&Network>) -> Result<EventChannel> {
        self.events_of(event, &EventSource::Network(network))
    }

    /// Calls `hears` for each event of one storage pool, or of all for `None`: `virConnectStoragePoolEventRegisterAny`. `event` is a `virStoragePoolEventID`. See
    /// [`Connection::on_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn on_storage_pool_event(
        &self,
        event: i32,
        pool: Option<&StoragePool>,
        hears: impl Fn(&Event<'_>) + Send + Sync + 'static,
    ) -> Result<EventSubscription> {
        self.on_event(event, &EventSource::StoragePool(pool), hears)
    }

    /// Returns a channel with the events of one storage pool, or of all for `None`; see [`Connection::on_storage_pool_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn storage_pool_events(&self, event: i32, pool: Option<&StoragePool>) -> Result<EventChannel> {
        self.events_of(event, &EventSource::StoragePool(pool))
    }

    /// Calls `hears` for each event of one node device, or of all for `None`: `virConnectNodeDeviceEventRegisterAny`. `event` is a `virNodeDeviceEventID`. See
    /// [`Connection::on_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn on_node_device_event(
        &self,
        event: i32,
        device: Option<&NodeDevice>,
        hears: impl Fn(&Event<'_>) + Send + Sync + 'static,
    ) -> Result<EventSubscription> {
        self.on_event(event, &EventSource::NodeDevice(device), hears)
    }

    /// Returns a channel with the events of one node device, or of all for `None`; see [`Connection::on_node_device_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn node_device_events(&self, event: i32, device: Option<&NodeDevice>) -> Result<EventChannel> {
        self.events_of(event, &EventSource::NodeDevice(device))
    }

    /// Calls `hears` for each event of one secret, or of all for `None`: `virConnectSecretEventRegisterAny`. `event` is a `virSecretEventID`. See
    /// [`Connection::on_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn on_secret_event(
        &self,
        event: i32,
        secret: Option<&Secret>,
        hears: impl Fn(&Event<'_>) + Send + Sync + 'static,
    ) -> Result<EventSubscription> {
        self.on_event(event, &EventSource::Secret(secret), hears)
    }

    /// Returns a channel with the events of one secret, or of all for `None`; see [`Connection::on_secret_event`].
    ///
    /// # Errors
    /// As [`Connection::on_event`].
    pub fn secret_events(&self, event: i32, secret: Option<&Secret>) -> Result<EventChannel> {
        self.events_of(event, &EventSource::Secret(secret))
    }

    /// Calls `hears` for what QEMU's monitor says of one domain, or of all for `None`: `virConnectDomainQemuMonitorEventRegister`.
    /// `event` is QEMU's name of an event, `None` for all; `flags` say how it is compared.
    ///
    /// # Errors
    /// As [`Connection::on_event`]; also on a read-only connection.
    pub fn on_qemu_monitor_event<'a>(
        &self,
        domain: Option<&'a Domain>,
        event: Option<impl Into<Str<'a>>>,
        flags: u32,
        hears: impl Fn(&Event<'_>) + Send + Sync + 'static,
    ) -> Result<EventSubscription> {
        self.on_event(0, &EventSource::QemuMonitor { domain, event: event.map(Into::into), flags }, hears)
    }

    /// Returns a channel with what QEMU's monitor says; see [`Connection::on_qemu_monitor_event`].
    ///
    /// # Errors
    /// As [`Connection::on_qemu_monitor_event`].
    pub fn qemu_monitor_events<'a>(
        &self,
        domain: Option<&'a Domain>,
        event: Option<impl Into<Str<'a>>>,
        flags: u32,
    ) -> Result<EventChannel> {
        self.events_of(0, &EventSource::QemuMonitor { domain, event: event.map(Into::into), flags })
    }

    /// Returns the domain that an event is about, if it is about one.
    #[must_use]
    pub fn domain_of(&self, event: &Event<'_>) -> Option<Domain> {
        if let ObjectRef::Domain(wire) = event.object() { Some(Domain::from_wire(self, wire)) } else { None }
    }

    /// Returns the network that an event is about, if it is about one.
    #[must_use]
    pub fn network_of(&self, event: &Event<'_>) -> Option<Network> {
        if let ObjectRef::Network(wire) = event.object() { Some(Network::from_wire(self, wire)) } else { None }
    }

    /// Returns the storage pool that an event is about, if it is about one.
    #[must_use]
    pub fn storage_pool_of(&self, event: &Event<'_>) -> Option<StoragePool> {
        if let ObjectRef::StoragePool(wire) = event.object() { Some(StoragePool::from_wire(self, wire)) } else { None }
    }

    /// Returns the node device that an event is about, if it is about one.
    #[must_use]
    pub fn node_device_of(&self, event: &Event<'_>) -> Option<NodeDevice> {
        if let ObjectRef::NodeDevice(wire) = event.object() { Some(NodeDevice::from_wire(self, wire)) } else { None }
    }

    /// Returns the secret that an event is about, if it is about one.
    #[must_use]
    pub fn secret_of(&self, event: &Event<'_>) -> Option<Secret> {
        if let ObjectRef::Secret(wire) = event.object() { Some(Secret::from_wire(self, wire)) } else { None }
    }
}
