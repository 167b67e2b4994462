//! The object that arguments or an event are about.

use crate::remote::{
    NonnullDomain, NonnullDomainCheckpoint, NonnullDomainSnapshot, NonnullInterface, NonnullNetwork,
    NonnullNetworkPort, NonnullNodeDevice, NonnullNwfilter, NonnullNwfilterBinding, NonnullSecret, NonnullStoragePool,
    NonnullStorageVol,
};

/// A reference to an object by its kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ObjectRef<'o, 'a> {
    /// The connection itself: no object is named.
    Connection,
    /// A domain, also for events of its QEMU monitor.
    Domain(&'o NonnullDomain<'a>),
    /// A snapshot, which names its domain.
    DomainSnapshot(&'o NonnullDomainSnapshot<'a>),
    /// A checkpoint, which names its domain.
    DomainCheckpoint(&'o NonnullDomainCheckpoint<'a>),
    /// A network.
    Network(&'o NonnullNetwork<'a>),
    /// A port of a network, which it names.
    NetworkPort(&'o NonnullNetworkPort<'a>),
    /// An interface of the host.
    Interface(&'o NonnullInterface<'a>),
    /// A storage pool.
    StoragePool(&'o NonnullStoragePool<'a>),
    /// A volume, which names its pool.
    StorageVol(&'o NonnullStorageVol<'a>),
    /// A node device.
    NodeDevice(&'o NonnullNodeDevice<'a>),
    /// A secret.
    Secret(&'o NonnullSecret<'a>),
    /// A network filter.
    Nwfilter(&'o NonnullNwfilter<'a>),
    /// A binding of a network filter.
    NwfilterBinding(&'o NonnullNwfilterBinding<'a>),
}

impl<'o> ObjectRef<'o, '_> {
    /// Returns what tells the object from others of its kind: its UUID's bytes, or its name (a volume's key, a binding's port) where
    /// it has none. Nothing for the connection.
    #[must_use]
    pub fn identity(&self) -> &'o [u8] {
        match self {
            Self::Connection => &[],
            Self::Domain(domain) => domain.uuid.as_bytes(),
            Self::DomainSnapshot(snapshot) => &snapshot.name,
            Self::DomainCheckpoint(checkpoint) => &checkpoint.name,
            Self::Network(network) => network.uuid.as_bytes(),
            Self::NetworkPort(port) => port.uuid.as_bytes(),
            Self::Interface(interface) => &interface.name,
            Self::StoragePool(pool) => pool.uuid.as_bytes(),
            Self::StorageVol(volume) => &volume.key,
            Self::NodeDevice(device) => &device.name,
            Self::Secret(secret) => secret.uuid.as_bytes(),
            Self::Nwfilter(filter) => filter.uuid.as_bytes(),
            Self::NwfilterBinding(binding) => &binding.portdev,
        }
    }
}
