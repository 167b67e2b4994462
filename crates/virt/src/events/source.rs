//! What events are about, and how a driver is told to send them.
use super::registry::Key;
use crate::{
    Connection, Domain, ErrorDomain, EventClass, Function, Network, NodeDevice, OnConnection, Result, Secret,
    StoragePool,
};
use oxivirt_model::constants::{
    VIR_DOMAIN_EVENT_ID_LAST, VIR_NETWORK_EVENT_ID_LAST, VIR_NODE_DEVICE_EVENT_ID_LAST, VIR_SECRET_EVENT_ID_LAST,
    VIR_STORAGE_POOL_EVENT_ID_LAST,
};
use oxivirt_model::message;
use oxivirt_protocol::{qemu, remote};
use oxivirt_xdr::Str;

/// Whose events somebody wants to hear of: those of one object, or of all of its kind for `None`.
#[derive(Debug, Clone)]
pub enum EventSource<'a> {
    /// Domains, with a `virDomainEventID`.
    Domain(Option<&'a Domain>),
    /// Networks, with a `virNetworkEventID`.
    Network(Option<&'a Network>),
    /// Storage pools, with a `virStoragePoolEventID`.
    StoragePool(Option<&'a StoragePool>),
    /// Node devices, with a `virNodeDeviceEventID`.
    NodeDevice(Option<&'a NodeDevice>),
    /// Secrets, with a `virSecretEventID`.
    Secret(Option<&'a Secret>),
    /// The QEMU monitors of domains, which have one event.
    QemuMonitor {
        /// Whose monitor.
        domain: Option<&'a Domain>,
        /// Which events, by QEMU's names; `None` for all.
        event: Option<Str<'a>>,
        /// `virConnectDomainQemuMonitorEventRegisterFlags`, which say how `event` is compared.
        flags: u32,
    },
}

impl EventSource<'_> {
    /// Returns the kind of object.
    #[must_use]
    pub const fn class(&self) -> EventClass {
        match self {
            Self::Domain(_) => EventClass::Domain,
            Self::Network(_) => EventClass::Network,
            Self::StoragePool(_) => EventClass::StoragePool,
            Self::NodeDevice(_) => EventClass::NodeDevice,
            Self::Secret(_) => EventClass::Secret,
            Self::QemuMonitor { .. } => EventClass::QemuMonitor,
        }
    }

    /// Returns what events name the object by: see `ObjectRef::identity`.
    pub(super) fn key(&self) -> Option<Key> {
        Some(match self {
            Self::Domain(domain) | Self::QemuMonitor { domain, .. } => (*domain)?.uuid().as_bytes().as_slice().into(),
            Self::Network(network) => (*network)?.uuid().as_bytes().as_slice().into(),
            Self::StoragePool(pool) => (*pool)?.uuid().as_bytes().as_slice().into(),
            Self::NodeDevice(device) => (*device)?.name().as_bytes().into(),
            Self::Secret(secret) => (*secret)?.uuid().as_bytes().as_slice().into(),
        })
    }

    /// Returns the object's connection, and how errors call the object.
    fn object(&self) -> Option<(&Connection, String)> {
        Some(match self {
            Self::Domain(domain) | Self::QemuMonitor { domain, .. } => {
                (*domain).map(|domain| (domain.connection(), domain.name().to_string()))?
            }
            Self::Network(network) => (*network).map(|network| (network.connection(), network.name().to_string()))?,
            Self::StoragePool(pool) => (*pool).map(|pool| (pool.connection(), pool.name().to_string()))?,
            Self::NodeDevice(device) => (*device).map(|device| (device.connection(), device.name().to_string()))?,
            Self::Secret(secret) => (*secret).map(|secret| (secret.connection(), secret.uuid().to_string()))?,
        })
    }

    /// Refuses an object of another connection.
    fn belongs_to(&self, conn: &Connection) -> Result<()> {
        let function = registers(self.class());
        let Some((_, title)) = self.object().filter(|(own, _)| !own.is_same(conn)) else {
            return Ok(());
        };
        let (argument, kind) = match self {
            Self::Domain(_) => {
                return Err(function.invalid("dom", message!("domain '%1$s' must match connection", title)));
            }
            Self::QemuMonitor { .. } => ("dom", "domain"),
            Self::Network(_) => ("net", "network"),
            Self::StoragePool(_) => ("pool", "storage pool"),
            Self::NodeDevice(_) => ("dev", "node device"),
            Self::Secret(_) => ("secret", "secret"),
        };
        let format = format!("{kind} '%1$s' in %2$s must match connection");
        Err(function.invalid(argument, message::compose(&format, &[&title, &function.0])))
    }

    /// Refuses a number that is no event's, and a connection that may not ask for such events.
    fn check(&self, conn: &Connection, event: i32) -> Result<()> {
        let function = registers(self.class());
        let op = conn.op(&function);
        let last = match self {
            Self::QemuMonitor { .. } => return op.write().map(drop),
            Self::Domain(_) => VIR_DOMAIN_EVENT_ID_LAST,
            Self::Network(_) => VIR_NETWORK_EVENT_ID_LAST,
            Self::StoragePool(_) => VIR_STORAGE_POOL_EVENT_ID_LAST,
            Self::NodeDevice(_) => VIR_NODE_DEVICE_EVENT_ID_LAST,
            Self::Secret(_) => VIR_SECRET_EVENT_ID_LAST,
        }
        .cast_signed();
        op.not_negative("eventID", event)?;
        if event < last {
            return Ok(());
        }
        let text = match self {
            Self::Domain(_) => message!("eventID must be less than %1$d", last),
            _ => message!("eventID in %1$s must be less than %2$d", function.0, last),
        };
        Err(function.invalid("eventID", text))
    }

    /// Has the driver send events; returns its number for them, if it has one.
    pub(super) fn start(&self, conn: &Connection, function: &Function, event_id: i32) -> Result<Option<i32>> {
        let op = conn.op(function);
        let id = match self {
            Self::Domain(_) if !conn.session().filters_events() => {
                let args = remote::ConnectDomainEventRegisterAnyArgs { event_id };
                op.call(|driver, call| driver.connect_domain_event_register_any(call, &args))?;
                return Ok(None);
            }
            Self::Domain(domain) => {
                let dom = domain.map(Domain::wire);
                let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id, dom };
                op.call(|driver, call| driver.connect_domain_event_callback_register_any(call, &args))?.callback_id
            }
            Self::Network(network) => {
                let args = remote::ConnectNetworkEventRegisterAnyArgs { event_id, net: network.map(Network::wire) };
                op.call(|driver, call| driver.connect_network_event_register_any(call, &args))?.callback_id
            }
            Self::StoragePool(pool) => {
                let pool = pool.map(StoragePool::wire);
                let args = remote::ConnectStoragePoolEventRegisterAnyArgs { event_id, pool };
                op.call(|driver, call| driver.connect_storage_pool_event_register_any(call, &args))?.callback_id
            }
            Self::NodeDevice(device) => {
                let dev = device.map(NodeDevice::wire);
                let args = remote::ConnectNodeDeviceEventRegisterAnyArgs { event_id, dev };
                op.call(|driver, call| driver.connect_node_device_event_register_any(call, &args))?.callback_id
            }
            Self::Secret(secret) => {
                let args = remote::ConnectSecretEventRegisterAnyArgs { event_id, secret: secret.map(Secret::wire) };
                op.call(|driver, call| driver.connect_secret_event_register_any(call, &args))?.callback_id
            }
            Self::QemuMonitor { domain, event, flags } => {
                let (dom, event) = (domain.map(Domain::wire), event.clone());
                let args = qemu::ConnectDomainMonitorEventRegisterArgs { dom, event, flags: *flags };
                op.call(|driver, call| driver.qemu_connect_domain_monitor_event_register(call, &args))?.callback_id
            }
        };
        Ok(Some(id))
    }
}

impl Connection {
    /// Refuses a source of another connection: what C sees before it sees that there is no function.
    #[doc(hidden)]
    pub fn owns_source(&self, source: &EventSource<'_>) -> Result<()> {
        source.belongs_to(self)
    }

    /// Refuses what cannot be subscribed to.
    pub(super) fn check_source(&self, source: &EventSource<'_>, event: i32) -> Result<()> {
        source.belongs_to(self)?;
        source.check(self, event)
    }
}

/// Has the driver send no more events for the registration that it gave the number `callback_id`, or of that number where it does
/// not filter.
pub(super) fn stop(
    conn: &Connection,
    class: EventClass,
    function: &Function,
    event_id: i32,
    callback_id: i32,
) -> Result<()> {
    let op = conn.op(function);
    match class {
        EventClass::Domain if !conn.session().filters_events() => {
            let args = remote::ConnectDomainEventDeregisterAnyArgs { event_id };
            op.call(|driver, call| driver.connect_domain_event_deregister_any(call, &args))
        }
        EventClass::Domain => {
            let args = remote::ConnectDomainEventCallbackDeregisterAnyArgs { callback_id };
            op.call(|driver, call| driver.connect_domain_event_callback_deregister_any(call, &args))
        }
        EventClass::Network => {
            let args = remote::ConnectNetworkEventDeregisterAnyArgs { callback_id };
            op.call(|driver, call| driver.connect_network_event_deregister_any(call, &args))
        }
        EventClass::StoragePool => {
            let args = remote::ConnectStoragePoolEventDeregisterAnyArgs { callback_id };
            op.call(|driver, call| driver.connect_storage_pool_event_deregister_any(call, &args))
        }
        EventClass::NodeDevice => {
            let args = remote::ConnectNodeDeviceEventDeregisterAnyArgs { callback_id };
            op.call(|driver, call| driver.connect_node_device_event_deregister_any(call, &args))
        }
        EventClass::Secret => {
            let args = remote::ConnectSecretEventDeregisterAnyArgs { callback_id };
            op.call(|driver, call| driver.connect_secret_event_deregister_any(call, &args))
        }
        EventClass::QemuMonitor => {
            let args = qemu::ConnectDomainMonitorEventDeregisterArgs { callback_id };
            op.call(|driver, call| driver.qemu_connect_domain_monitor_event_deregister(call, &args))
        }
        // Nobody registers for the end of a connection by a number.
        EventClass::Connection => Ok(()),
    }
}

/// Returns the public function that registers for events of a class.
pub(super) const fn registers(class: EventClass) -> Function {
    match class {
        EventClass::Domain => Function("virConnectDomainEventRegisterAny", ErrorDomain::DOMAIN),
        EventClass::Network => Function("virConnectNetworkEventRegisterAny", ErrorDomain::NETWORK),
        EventClass::StoragePool => Function("virConnectStoragePoolEventRegisterAny", ErrorDomain::STORAGE),
        EventClass::NodeDevice => Function("virConnectNodeDeviceEventRegisterAny", ErrorDomain::NODEDEV),
        EventClass::Secret => Function("virConnectSecretEventRegisterAny", ErrorDomain::SECRET),
        EventClass::QemuMonitor => Function("virConnectDomainQemuMonitorEventRegister", ErrorDomain::NONE),
        EventClass::Connection => Function("virConnectRegisterCloseCallback", ErrorDomain::NONE),
    }
}

/// Returns the public function that ends what [`registers`] began.
pub(super) const fn deregisters(class: EventClass) -> Function {
    match class {
        EventClass::Domain => Function("virConnectDomainEventDeregisterAny", ErrorDomain::DOMAIN),
        EventClass::Network => Function("virConnectNetworkEventDeregisterAny", ErrorDomain::NETWORK),
        EventClass::StoragePool => Function("virConnectStoragePoolEventDeregisterAny", ErrorDomain::STORAGE),
        EventClass::NodeDevice => Function("virConnectNodeDeviceEventDeregisterAny", ErrorDomain::NODEDEV),
        EventClass::Secret => Function("virConnectSecretEventDeregisterAny", ErrorDomain::SECRET),
        EventClass::QemuMonitor => Function("virConnectDomainQemuMonitorEventDeregister", ErrorDomain::NONE),
        EventClass::Connection => Function("virConnectUnregisterCloseCallback", ErrorDomain::NONE),
    }
}
