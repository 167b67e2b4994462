//! `virSecret`: passphrases and keys that the daemon keeps.
use crate::{Connection, OnConnection, Text, Uuid};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A secret: a passphrase or key the daemon keeps. A clone is the same object.
#[derive(Debug, Clone)]
pub struct Secret(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    uuid: Uuid,
    usage_type: i32,
    usage_id: Text,
}

impl OnConnection for Secret {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl Secret {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullSecret<'_>) -> Self {
        Self(Arc::new(Inner {
            conn: conn.clone(),
            uuid: wire.uuid,
            usage_type: wire.usage_type,
            usage_id: Text::from(&wire.usage_id),
        }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullSecret<'_> {
        remote::NonnullSecret { uuid: self.0.uuid, usage_type: self.0.usage_type, usage_id: self.usage_id().into() }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the identifier that survives restarts.
    #[must_use]
    pub fn uuid(&self) -> &Uuid {
        &self.0.uuid
    }

    /// Returns what the secret is for, a `virSecretUsageType`.
    #[must_use]
    pub fn usage_type(&self) -> i32 {
        self.0.usage_type
    }

    /// Returns whom of that type it is for: a path, a name.
    #[must_use]
    pub fn usage_id(&self) -> &Text {
        &self.0.usage_id
    }
}
