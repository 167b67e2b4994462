//! `virDomainSnapshot`: a state of a domain to go back to.
use super::Domain;
use crate::{Connection, OnConnection, Text};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A snapshot of a domain. A clone is the same object.
#[derive(Debug, Clone)]
pub struct Snapshot(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    domain: Domain,
    name: Text,
}

impl OnConnection for Snapshot {
    fn conn(&self) -> &Connection {
        self.0.domain.conn()
    }
}

impl Snapshot {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(domain: &Domain, wire: &remote::NonnullDomainSnapshot<'_>) -> Self {
        Self(Arc::new(Inner { domain: domain.clone(), name: Text::from(&wire.name) }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullDomainSnapshot<'_> {
        remote::NonnullDomainSnapshot { name: self.name().into(), dom: self.0.domain.wire() }
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
