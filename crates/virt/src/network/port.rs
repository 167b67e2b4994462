//! `virNetworkPort`: what is plugged into a network.
use super::Network;
use crate::{Connection, OnConnection, Uuid};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A port of a network: one guest interface plugged into it. A clone is the same object.
#[derive(Debug, Clone)]
pub struct NetworkPort(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    network: Network,
    uuid: Uuid,
}

impl OnConnection for NetworkPort {
    fn conn(&self) -> &Connection {
        self.0.network.conn()
    }
}

impl NetworkPort {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(network: &Network, wire: &remote::NonnullNetworkPort<'_>) -> Self {
        Self(Arc::new(Inner { network: network.clone(), uuid: wire.uuid }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullNetworkPort<'_> {
        remote::NonnullNetworkPort { net: self.0.network.wire(), uuid: self.0.uuid }
    }

    /// Returns the network it belongs to.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.0.network
    }

    /// Returns the identifier.
    #[must_use]
    pub fn uuid(&self) -> &Uuid {
        &self.0.uuid
    }
}
