//! `virNWFilter`: network filters.
mod binding;

pub use binding::NwFilterBinding;

use crate::{Connection, OnConnection, Text, Uuid};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A network filter. A clone is the same object.
#[derive(Debug, Clone)]
pub struct NwFilter(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    name: Text,
    uuid: Uuid,
}

impl OnConnection for NwFilter {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl NwFilter {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullNwfilter<'_>) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), name: Text::from(&wire.name), uuid: wire.uuid }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullNwfilter<'_> {
        remote::NonnullNwfilter { name: self.name().into(), uuid: self.0.uuid }
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
