//! `virNetwork`: virtual networks.
mod leases;
mod manage;
mod port;

pub use leases::DhcpLease;
pub use port::NetworkPort;

use crate::{Connection, ErrorDomain, OnConnection, Text, Uuid};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NETWORK;

/// A virtual network. A clone is the same object.
#[derive(Debug, Clone)]
pub struct Network(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    name: Text,
    uuid: Uuid,
}

impl OnConnection for Network {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl Network {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullNetwork<'_>) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), name: Text::from(&wire.name), uuid: wire.uuid }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullNetwork<'_> {
        remote::NonnullNetwork { name: self.name().into(), uuid: self.0.uuid }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.0.name
    }

    /// Returns the identifier that survives restarts.
    #[must_use]
    pub fn uuid(&self) -> &Uuid {
        &self.0.uuid
    }
}
