//! `virNodeDevice`: devices of the host.
use crate::{Connection, OnConnection, Text};
use oxivirt_protocol::remote;
use oxivirt_sys::OnceBox;
use std::sync::Arc;

/// A device of the host. A clone is the same object.
#[derive(Debug, Clone)]
pub struct NodeDevice(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    name: Text,
    /// The parent's name once the driver was asked for it.
    parent: OnceBox<Text>,
}

impl OnConnection for NodeDevice {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl NodeDevice {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullNodeDevice<'_>) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), name: Text::from(&wire.name), parent: OnceBox::new() }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullNodeDevice<'_> {
        remote::NonnullNodeDevice { name: self.name().into() }
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

    #[doc(hidden)]
    #[must_use]
    pub fn parent_name(&self) -> &OnceBox<Text> {
        &self.0.parent
    }
}
