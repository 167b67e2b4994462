//! `virStorageVol`: volumes, which become disks of guests.
use crate::{Connection, OnConnection, Text};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A volume of a storage pool. A clone is the same object.
#[derive(Debug, Clone)]
pub struct StorageVol(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    pool_name: Text,
    name: Text,
    key: Text,
}

impl OnConnection for StorageVol {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl StorageVol {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullStorageVol<'_>) -> Self {
        Self(Arc::new(Inner {
            conn: conn.clone(),
            pool_name: Text::from(&wire.pool),
            name: Text::from(&wire.name),
            key: Text::from(&wire.key),
        }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullStorageVol<'_> {
        remote::NonnullStorageVol { pool: self.pool_name().into(), name: self.name().into(), key: self.key().into() }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the pool's name.
    #[must_use]
    pub fn pool_name(&self) -> &Text {
        &self.0.pool_name
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.0.name
    }

    /// Returns the key, which no other volume of the host has.
    #[must_use]
    pub fn key(&self) -> &Text {
        &self.0.key
    }
}
