//! Which event it is; the events themselves are [`crate::Event`].

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
