//! Which event it is and what it is about; the events themselves are [`crate::Event`].

use crate::remote::{NonnullDomain, NonnullNetwork, NonnullNodeDevice, NonnullSecret, NonnullStoragePool};

/// The kinds of objects that have events. Numbers of events are unique within one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventClass {
    /// `virDomainEventID`
    Domain,
    /// `virNetworkEventID`
    Network,
    /// `virStoragePoolEventID`
    StoragePool,
    /// `virNodeDeviceEventID`
    NodeDevice,
    /// `virSecretEventID`
    Secret,
    /// Events of QEMU's monitor, of which the number is 0 and the name is text.
    QemuMonitor,
    /// The end of a connection behind the daemon, with number 0.
    Connection,
}

/// Which event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EventId {
    /// What has such events.
    pub class: EventClass,
    /// The constant of the class's `vir…EventID`.
    pub id: i32,
}

/// The object that an event is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum EventObject<'e, 'a> {
    /// A domain, also for events of its QEMU monitor.
    Domain(&'e NonnullDomain<'a>),
    /// A network.
    Network(&'e NonnullNetwork<'a>),
    /// A storage pool.
    StoragePool(&'e NonnullStoragePool<'a>),
    /// A node device.
    NodeDevice(&'e NonnullNodeDevice<'a>),
    /// A secret.
    Secret(&'e NonnullSecret<'a>),
    /// The connection itself.
    Connection,
}
