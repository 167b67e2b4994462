//! `virDomainCheckpoint`: a point in time that incremental backups start from.
use super::Domain;
use crate::{Connection, OnConnection, Text};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A checkpoint of a domain. A clone is the same object.
#[derive(Debug, Clone)]
pub struct Checkpoint(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    domain: Domain,
    name: Text,
}

impl OnConnection for Checkpoint {
    fn conn(&self) -> &Connection {
        self.0.domain.conn()
    }
}

impl Checkpoint {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(domain: &Domain, wire: &remote::NonnullDomainCheckpoint<'_>) -> Self {
        Self(Arc::new(Inner { domain: domain.clone(), name: Text::from(&wire.name) }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullDomainCheckpoint<'_> {
        remote::NonnullDomainCheckpoint { name: self.name().into(), dom: self.0.domain.wire() }
    }

    /// Returns the domain it belongs to.
    #[must_use]
    pub fn domain(&self) -> &Domain {
        &self.0.domain
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.0.name
    }
}
