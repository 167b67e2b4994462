//! `virStoragePool`: where volumes are kept.
use crate::{Connection, OnConnection, Text, Uuid};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A storage pool. A clone is the same object.
#[derive(Debug, Clone)]
pub struct StoragePool(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    name: Text,
    uuid: Uuid,
}

impl OnConnection for StoragePool {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl StoragePool {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullStoragePool<'_>) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), name: Text::from(&wire.name), uuid: wire.uuid }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullStoragePool<'_> {
        remote::NonnullStoragePool { name: self.name().into(), uuid: self.0.uuid }
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
