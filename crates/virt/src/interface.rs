//! `virInterface`: physical interfaces of the host.
use crate::{Connection, OnConnection, Text};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A physical interface of the host. A clone is the same object.
#[derive(Debug, Clone)]
pub struct Interface(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    name: Text,
    mac: Text,
}

impl OnConnection for Interface {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl Interface {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullInterface<'_>) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), name: Text::from(&wire.name), mac: Text::from(&wire.mac) }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullInterface<'_> {
        remote::NonnullInterface { name: self.name().into(), mac: self.mac().into() }
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

    /// Returns the hardware address as text.
    #[must_use]
    pub fn mac(&self) -> &Text {
        &self.0.mac
    }
}
