//! `virNWFilterBinding`: filters bound to network devices of guests.
use crate::{Connection, OnConnection, Text};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A filter bound to a guest's network device. A clone is the same object.
#[derive(Debug, Clone)]
pub struct NwFilterBinding(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    portdev: Text,
    filter_name: Text,
}

impl OnConnection for NwFilterBinding {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl NwFilterBinding {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullNwfilterBinding<'_>) -> Self {
        Self(Arc::new(Inner {
            conn: conn.clone(),
            portdev: Text::from(&wire.portdev),
            filter_name: Text::from(&wire.filtername),
        }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullNwfilterBinding<'_> {
        remote::NonnullNwfilterBinding { portdev: self.portdev().into(), filtername: self.filter_name().into() }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the host's name of the network device.
    #[must_use]
    pub fn portdev(&self) -> &Text {
        &self.0.portdev
    }

    /// Returns the filter's name.
    #[must_use]
    pub fn filter_name(&self) -> &Text {
        &self.0.filter_name
    }
}
