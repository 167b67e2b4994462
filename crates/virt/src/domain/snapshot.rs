//! `virDomainSnapshot`: a state of a domain to go back to.
use super::Domain;
use crate::flags::{
    VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT, VIR_DOMAIN_SNAPSHOT_CREATE_HALT, VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA,
    VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY,
    VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED, VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING, VIR_DOMAIN_SNAPSHOT_XML_SECURE,
};
use crate::{Connection, ErrorDomain, Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN_SNAPSHOT;

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

impl Domain {
    /// Returns true if a snapshot is the current one, which the domain was last set back to or taken from:
    /// `virDomainHasCurrentSnapshot`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn has_current_snapshot(&self, flags: u32) -> Result<bool> {
        let op = self.op(&Function("virDomainHasCurrentSnapshot", FROM));
        let args = remote::DomainHasCurrentSnapshotArgs { dom: self.wire(), flags };
        op.truth_of("result", |driver, call| Ok(driver.domain_has_current_snapshot(call, &args)?.result))
    }

    /// Returns the domain's snapshots: `virDomainListAllSnapshots`. `flags` are virDomainSnapshotListFlags, which select some of
    /// them; 0 is all.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_snapshots(&self, flags: u32) -> Result<Vec<Snapshot>> {
        Ok(self.all_snapshots(true, flags)?.1)
    }

    /// Returns how many snapshots [`Domain::list_all_snapshots`] finds, and the snapshots if they are wanted.
    #[doc(hidden)]
    pub fn all_snapshots(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<Snapshot>)> {
        let op = self.op(&Function("virDomainListAllSnapshots", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::DomainListAllSnapshotsArgs { dom: self.wire(), need_results, flags };
            let ret = driver.domain_list_all_snapshots(call, &args)?;
            listed.take(ret.ret, &ret.snapshots, |one| Snapshot::from_wire(self, one))
        })
    }
}

impl Snapshot {
    fn from_wire(domain: &Domain, wire: &remote::NonnullDomainSnapshot<'_>) -> Self {
        Self(Arc::new(Inner { domain: domain.clone(), name: Text::from(&wire.name) }))
    }

    fn wire(&self) -> remote::NonnullDomainSnapshot<'_> {
        remote::NonnullDomainSnapshot { name: self.name().into(), dom: self.0.domain.wire() }
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

    /// Takes a snapshot of a domain, or stores what is known of one: `virDomainSnapshotCreateXML`. `flags` are
    /// virDomainSnapshotCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn create_xml<'a>(domain: &Domain, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let redefine = VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE;
        let op = domain.op(&Function("virDomainSnapshotCreateXML", FROM)).write()?;
        // Redefining only stores metadata, which may become the current snapshot's; nothing else goes with it.
        let op = op.requires(flags, VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT, redefine)?;
        let op = op.exclusive(flags, redefine, VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA)?;
        let op = op.exclusive(flags, redefine, VIR_DOMAIN_SNAPSHOT_CREATE_HALT)?;
        let args = remote::DomainSnapshotCreateXmlArgs { dom: domain.wire(), xml_desc: xml.into(), flags };
        op.call(|driver, call| {
            let snapshot = driver.domain_snapshot_create_xml(call, &args)?.snap;
            if flags & VIR_DOMAIN_SNAPSHOT_CREATE_HALT.0 != 0 {
                // A driver in this process knows that the domain ended; daemons send back the number that they got.
                domain.set_id(snapshot.dom.id);
            }
            Ok(Self::from_wire(domain, &snapshot))
        })
    }

    /// Returns the current snapshot of a domain: `virDomainSnapshotCurrent`. `flags` are none so far.
    ///
    /// # Errors
    /// There is none, or the driver could not tell.
    pub fn current(domain: &Domain, flags: u32) -> Result<Self> {
        let op = domain.op(&Function("virDomainSnapshotCurrent", FROM));
        let args = remote::DomainSnapshotCurrentArgs { dom: domain.wire(), flags };
        op.call(|driver, call| Ok(Self::from_wire(domain, &driver.domain_snapshot_current(call, &args)?.snap)))
    }

    /// Returns the snapshot of a domain with this name: `virDomainSnapshotLookupByName`. `flags` are none so far.
    ///
    /// # Errors
    /// There is no such snapshot.
    pub fn lookup_by_name<'a>(domain: &Domain, name: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = domain.op(&Function("virDomainSnapshotLookupByName", FROM));
        let args = remote::DomainSnapshotLookupByNameArgs { dom: domain.wire(), name: name.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(domain, &driver.domain_snapshot_lookup_by_name(call, &args)?.snap)))
    }

    /// Returns how many snapshots a domain has: `virDomainSnapshotNum`. `flags` are virDomainSnapshotListFlags.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num(domain: &Domain, flags: u32) -> Result<i32> {
        let op = domain.op(&Function("virDomainSnapshotNum", FROM));
        let args = remote::DomainSnapshotNumArgs { dom: domain.wire(), flags };
        op.number_of("num", |driver, call| Ok(driver.domain_snapshot_num(call, &args)?.num))
    }

    /// Returns the names of at most `max` snapshots of a domain: `virDomainSnapshotListNames`. `flags` are
    /// virDomainSnapshotListFlags. Better is [`Domain::list_all_snapshots`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_names(domain: &Domain, max: i32, flags: u32) -> Result<Vec<Text>> {
        let op = domain.op(&Function("virDomainSnapshotListNames", FROM)).not_negative("nameslen", max)?;
        let args = remote::DomainSnapshotListNamesArgs { dom: domain.wire(), maxnames: max, flags };
        op.texts(|driver, call| Ok(driver.domain_snapshot_list_names(call, &args)?.names))
    }

    /// Sets the domain back to the snapshot's state: `virDomainRevertToSnapshot`. `flags` are virDomainSnapshotRevertFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn revert_to(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainRevertToSnapshot", FROM)).write()?;
        let op = op.exclusive(flags, VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING, VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED)?;
        let args = remote::DomainRevertToSnapshotArgs { snap: self.wire(), flags };
        op.call(|driver, call| driver.domain_revert_to_snapshot(call, &args))
    }

    /// Removes the snapshot, its children, or both: `virDomainSnapshotDelete`. `flags` are virDomainSnapshotDeleteFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn delete(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSnapshotDelete", FROM)).write()?;
        let op = op.exclusive(flags, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN, VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY)?;
        let args = remote::DomainSnapshotDeleteArgs { snap: self.wire(), flags };
        op.call(|driver, call| driver.domain_snapshot_delete(call, &args))
    }

    /// Returns the snapshot that this one was taken after: `virDomainSnapshotGetParent`. `flags` are none so far.
    ///
    /// # Errors
    /// It has no parent, or the driver could not tell.
    pub fn parent(&self, flags: u32) -> Result<Self> {
        let op = self.op(&Function("virDomainSnapshotGetParent", FROM));
        let args = remote::DomainSnapshotGetParentArgs { snap: self.wire(), flags };
        op.call(|driver, call| {
            Ok(Self::from_wire(self.domain(), &driver.domain_snapshot_get_parent(call, &args)?.snap))
        })
    }

    /// Returns the description: `virDomainSnapshotGetXMLDesc`. `flags` are virDomainSnapshotXMLFlags.
    ///
    /// # Errors
    /// Secrets are asked for on a read-only connection, or the driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let secure = flags & VIR_DOMAIN_SNAPSHOT_XML_SECURE.0 != 0;
        let op = self.op(&Function("virDomainSnapshotGetXMLDesc", FROM)).secrets(secure)?;
        let args = remote::DomainSnapshotGetXmlDescArgs { snap: self.wire(), flags };
        op.text(|driver, call| Ok(driver.domain_snapshot_get_xml_desc(call, &args)?.xml))
    }

    /// Returns true if the driver keeps metadata of the snapshot, which would be lost with the domain's definition:
    /// `virDomainSnapshotHasMetadata`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn has_metadata(&self, flags: u32) -> Result<bool> {
        let op = self.op(&Function("virDomainSnapshotHasMetadata", FROM));
        let args = remote::DomainSnapshotHasMetadataArgs { snap: self.wire(), flags };
        op.truth_of("metadata", |driver, call| Ok(driver.domain_snapshot_has_metadata(call, &args)?.metadata))
    }

    /// Returns true if this is the domain's current snapshot: `virDomainSnapshotIsCurrent`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_current(&self, flags: u32) -> Result<bool> {
        let op = self.op(&Function("virDomainSnapshotIsCurrent", FROM));
        let args = remote::DomainSnapshotIsCurrentArgs { snap: self.wire(), flags };
        op.truth_of("current", |driver, call| Ok(driver.domain_snapshot_is_current(call, &args)?.current))
    }

    /// Returns the snapshots that were taken after this one: `virDomainSnapshotListAllChildren`. `flags` are
    /// virDomainSnapshotListFlags; 0 is direct children only.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_children(&self, flags: u32) -> Result<Vec<Self>> {
        Ok(self.all_children(true, flags)?.1)
    }

    /// Returns how many snapshots [`Snapshot::list_all_children`] finds, and the snapshots if they are wanted.
    #[doc(hidden)]
    pub fn all_children(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<Self>)> {
        let op = self.op(&Function("virDomainSnapshotListAllChildren", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::DomainSnapshotListAllChildrenArgs { snapshot: self.wire(), need_results, flags };
            let ret = driver.domain_snapshot_list_all_children(call, &args)?;
            listed.take(ret.ret, &ret.snapshots, |one| Self::from_wire(self.domain(), one))
        })
    }

    /// Returns how many snapshots were taken after this one: `virDomainSnapshotNumChildren`. `flags` are
    /// virDomainSnapshotListFlags.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_children(&self, flags: u32) -> Result<i32> {
        let op = self.op(&Function("virDomainSnapshotNumChildren", FROM));
        let args = remote::DomainSnapshotNumChildrenArgs { snap: self.wire(), flags };
        op.number_of("num", |driver, call| Ok(driver.domain_snapshot_num_children(call, &args)?.num))
    }

    /// Returns the names of at most `max` snapshots that were taken after this one: `virDomainSnapshotListChildrenNames`. `flags`
    /// are virDomainSnapshotListFlags. Better is [`Snapshot::list_all_children`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_children_names(&self, max: i32, flags: u32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virDomainSnapshotListChildrenNames", FROM)).not_negative("nameslen", max)?;
        let args = remote::DomainSnapshotListChildrenNamesArgs { snap: self.wire(), maxnames: max, flags };
        op.texts(|driver, call| Ok(driver.domain_snapshot_list_children_names(call, &args)?.names))
    }
}
