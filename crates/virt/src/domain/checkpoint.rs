//! `virDomainCheckpoint`: a point in time that incremental backups start from.
use super::Domain;
use crate::flags::{
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE,
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN,
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY, VIR_DOMAIN_CHECKPOINT_XML_SECURE,
};
use crate::{Connection, ErrorDomain, Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN_CHECKPOINT;

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

impl Domain {
    /// Returns the domain's checkpoints: `virDomainListAllCheckpoints`. `flags` are virDomainCheckpointListFlags, which select
    /// some of them; 0 is all.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_checkpoints(&self, flags: u32) -> Result<Vec<Checkpoint>> {
        Ok(self.all_checkpoints(true, flags)?.1)
    }

    /// Returns how many checkpoints [`Domain::list_all_checkpoints`] finds, and the checkpoints if they are wanted.
    #[doc(hidden)]
    pub fn all_checkpoints(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<Checkpoint>)> {
        let op = self.op(&Function("virDomainListAllCheckpoints", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::DomainListAllCheckpointsArgs { dom: self.wire(), need_results, flags };
            let ret = driver.domain_list_all_checkpoints(call, &args)?;
            listed.take(ret.ret, &ret.checkpoints, |one| Checkpoint::from_wire(self, one))
        })
    }
}

impl Checkpoint {
    fn from_wire(domain: &Domain, wire: &remote::NonnullDomainCheckpoint<'_>) -> Self {
        Self(Arc::new(Inner { domain: domain.clone(), name: Text::from(&wire.name) }))
    }

    fn wire(&self) -> remote::NonnullDomainCheckpoint<'_> {
        remote::NonnullDomainCheckpoint { name: self.name().into(), dom: self.0.domain.wire() }
    }

    /// Returns the domain it belongs to.
    #[must_use]
    pub fn domain(&self) -> &Domain {
        &self.0.domain
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        self.conn()
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.0.name
    }

    /// Makes a checkpoint of a domain, or stores what is known of one: `virDomainCheckpointCreateXML`. `flags` are
    /// virDomainCheckpointCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn create_xml<'a>(domain: &Domain, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let redefine = VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE;
        let op = domain.op(&Function("virDomainCheckpointCreateXML", FROM)).write()?;
        // Redefining only stores metadata: there is nothing to quiesce, and only metadata is validated.
        let op = op.exclusive(flags, redefine, VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE)?;
        let op = op.requires(flags, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE, redefine)?;
        let args = remote::DomainCheckpointCreateXmlArgs { dom: domain.wire(), xml_desc: xml.into(), flags };
        op.call(|driver, call| {
            Ok(Self::from_wire(domain, &driver.domain_checkpoint_create_xml(call, &args)?.checkpoint))
        })
    }

    /// Returns the checkpoint of a domain with this name: `virDomainCheckpointLookupByName`. `flags` are none so far.
    ///
    /// # Errors
    /// There is no such checkpoint.
    pub fn lookup_by_name<'a>(domain: &Domain, name: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = domain.op(&Function("virDomainCheckpointLookupByName", FROM));
        let args = remote::DomainCheckpointLookupByNameArgs { dom: domain.wire(), name: name.into(), flags };
        op.call(|driver, call| {
            Ok(Self::from_wire(domain, &driver.domain_checkpoint_lookup_by_name(call, &args)?.checkpoint))
        })
    }

    /// Removes the checkpoint, its children, or both: `virDomainCheckpointDelete`. `flags` are virDomainCheckpointDeleteFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn delete(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainCheckpointDelete", FROM)).write()?;
        let op =
            op.exclusive(flags, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY)?;
        let args = remote::DomainCheckpointDeleteArgs { checkpoint: self.wire(), flags };
        op.call(|driver, call| driver.domain_checkpoint_delete(call, &args))
    }

    /// Returns the checkpoint that this one was made after: `virDomainCheckpointGetParent`. `flags` are none so far.
    ///
    /// # Errors
    /// It has no parent, or the driver could not tell.
    pub fn parent(&self, flags: u32) -> Result<Self> {
        let op = self.op(&Function("virDomainCheckpointGetParent", FROM));
        let args = remote::DomainCheckpointGetParentArgs { checkpoint: self.wire(), flags };
        op.call(|driver, call| {
            Ok(Self::from_wire(self.domain(), &driver.domain_checkpoint_get_parent(call, &args)?.parent))
        })
    }

    /// Returns the description: `virDomainCheckpointGetXMLDesc`. `flags` are virDomainCheckpointXMLFlags.
    ///
    /// # Errors
    /// Secrets are asked for on a read-only connection, or the driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let secure = flags & VIR_DOMAIN_CHECKPOINT_XML_SECURE.0 != 0;
        let op = self.op(&Function("virDomainCheckpointGetXMLDesc", FROM)).secrets(secure)?;
        let args = remote::DomainCheckpointGetXmlDescArgs { checkpoint: self.wire(), flags };
        op.text(|driver, call| Ok(driver.domain_checkpoint_get_xml_desc(call, &args)?.xml))
    }

    /// Returns the checkpoints that were made after this one: `virDomainCheckpointListAllChildren`. `flags` are
    /// virDomainCheckpointListFlags; 0 is direct children only.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_children(&self, flags: u32) -> Result<Vec<Self>> {
        Ok(self.all_children(true, flags)?.1)
    }

    /// Returns how many checkpoints [`Checkpoint::list_all_children`] finds, and the checkpoints if they are wanted.
    #[doc(hidden)]
    pub fn all_children(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<Self>)> {
        let op = self.op(&Function("virDomainCheckpointListAllChildren", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::DomainCheckpointListAllChildrenArgs { checkpoint: self.wire(), need_results, flags };
            let ret = driver.domain_checkpoint_list_all_children(call, &args)?;
            listed.take(ret.ret, &ret.checkpoints, |one| Self::from_wire(self.domain(), one))
        })
    }
}
