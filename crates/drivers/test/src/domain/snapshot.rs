//! Snapshots of domains.
use super::definition::{self, COMPLETION};
use super::lifecycle::{shut_off, start};
use super::moments::{names, saved, seconds, selection};
use super::{Domain, check_flags, report};
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::answer::{count, wanted};
use oxivirt_driver_common::schema;
use oxivirt_driver_common::{Locked, Moment, errors, filter};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainSnapshot;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::domain::devices::disk::SnapshotLocation;
use oxivirt_xml::snapshot::{SavedDomain, Snapshot as Definition, SnapshotMemory, SnapshotState};
use oxivirt_xml::tree::Node;
use std::sync::Arc;

/// A snapshot: its definition, which has a name.
#[derive(Debug)]
pub(crate) struct Snapshot(Definition);

impl Moment for Snapshot {
    fn name(&self) -> &str {
        self.0.name.as_deref().unwrap_or_default()
    }

    fn parent(&self) -> Option<&str> {
        self.0.parent.as_deref()
    }

    fn set_parent(&mut self, parent: Option<String>) {
        self.0.parent = parent;
    }
}

const FILTERS: u32 = VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL
    | VIR_DOMAIN_SNAPSHOT_LIST_METADATA
    | VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA
    | VIR_DOMAIN_SNAPSHOT_LIST_LEAVES
    | VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES
    | VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE
    | VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE
    | VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY
    | VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL
    | VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL;
const WHOLE_FILTERS: u32 = FILTERS | VIR_DOMAIN_SNAPSHOT_LIST_ROOTS;
const CHILD_FILTERS: u32 = FILTERS | VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS;

impl Snapshot {
    /// Returns the snapshot that an element of a node file describes.
    ///
    /// # Errors
    /// The stock library's.
    pub(crate) fn read(node: Node<'_>) -> Result<Self> {
        let mut definition = Definition::read(node, true)?;
        definition.complete(&COMPLETION)?;
        Ok(Self(definition))
    }

    fn is_listed(&self, flags: u32) -> bool {
        let inactive = self.0.state == Some(SnapshotState::Shutoff);
        let disk_only = self.0.state == Some(SnapshotState::DiskSnapshot);
        let external = self.0.is_external();
        let groups: [&[(u32, bool)]; 2] = [
            &[
                (VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE, inactive),
                (VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY, disk_only),
                (VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE, !inactive && !disk_only),
            ],
            &[(VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL, !external), (VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL, external)],
        ];
        groups.into_iter().all(|group| filter::selects(flags, group))
    }

    fn is_online(&self) -> bool {
        is_online(&self.0)
    }
}

/// Returns true if the domain ran when the snapshot was made.
fn is_online(definition: &Definition) -> bool {
    matches!(definition.state, Some(SnapshotState::Running | SnapshotState::Paused))
}

/// Returns the snapshots that the flags select: of the domain, or those below one.
fn listed<'d>(domain: &'d Domain, from: Option<&str>, flags: u32) -> Vec<&'d Snapshot> {
    // All have metadata.
    let metadata = VIR_DOMAIN_SNAPSHOT_LIST_METADATA | VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA;
    if flags & metadata == VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA {
        return Vec::new();
    }
    let selection = selection(flags, from.is_none(), flags & VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL != 0);
    let mut found = domain.snapshots.list(from, selection);
    found.retain(|snapshot| snapshot.is_listed(flags));
    found
}

/// Returns what an answer names; the domain's number is the one that the caller knows, who may have found it before it was started.
fn wire(domain: &Domain, asked: &remote::NonnullDomain<'_>, name: &str) -> remote::NonnullDomainSnapshot<'static> {
    let dom = remote::NonnullDomain { id: asked.id, ..domain.wire() };
    remote::NonnullDomainSnapshot { name: name.to_owned().into(), dom }
}

fn state_of(domain: &Domain) -> Option<SnapshotState> {
    Some(match domain.state.0 {
        VIR_DOMAIN_RUNNING => SnapshotState::Running,
        VIR_DOMAIN_BLOCKED => SnapshotState::Blocked,
        VIR_DOMAIN_PAUSED => SnapshotState::Paused,
        VIR_DOMAIN_SHUTDOWN => SnapshotState::Shutdown,
        VIR_DOMAIN_SHUTOFF => SnapshotState::Shutoff,
        VIR_DOMAIN_CRASHED => SnapshotState::Crashed,
        VIR_DOMAIN_PMSUSPENDED => SnapshotState::PmSuspended,
        _ => return None,
    })
}

fn is_file(path: &str) -> bool {
    std::fs::metadata(path).is_ok_and(|found| found.is_file())
}

/// Fills in what a new snapshot has of its domain.
fn take(domain: &Domain, definition: &mut Definition) -> Result<()> {
    definition.domain = Some(saved(domain)?);
    if definition.disks.iter().any(|disk| disk.location == Some(SnapshotLocation::Manual)) {
        let text = message!("'manual' snapshot mode is not supported by the test driver");
        return Err(Error::new(FROM, ErrorCode::OPERATION_UNSUPPORTED, text));
    }
    definition.state = state_of(domain);
    let external = definition.memory.as_ref().is_some_and(|kept| kept.location == Some(SnapshotLocation::External));
    if !external {
        let offline = definition.state == Some(SnapshotState::Shutoff);
        let location = Some(if offline { SnapshotLocation::No } else { SnapshotLocation::Internal });
        definition.memory = Some(SnapshotMemory { location, file: None });
    }
    let default = if external { SnapshotLocation::External } else { SnapshotLocation::Internal };
    definition.align_disks(None, default, &is_file)?;
    definition.parent = domain.snapshots.current().map(|current| current.name().to_owned());
    Ok(())
}

/// Refuses a definition that does not fit to the domain, or to the snapshot that it is to replace, and completes it from that.
fn prepare_redefinition(domain: &Domain, definition: &mut Definition) -> Result<()> {
    let refused = |text: Vec<u8>| Err(Error::new(ErrorDomain::DOMAIN_SNAPSHOT, ErrorCode::INVALID_ARG, text));
    let name = definition.name.clone().unwrap_or_default();
    domain.snapshots.check_relations(&name, definition.parent.as_deref())?;
    let other = domain.snapshots.get(&name);
    let uuid = domain.definition.uuid;
    let own = definition.domain.as_ref().and_then(SavedDomain::whole);
    if own.is_some_and(|own| own.uuid != uuid) {
        let uuid = uuid.unwrap_or_default().to_string();
        return refused(message!("definition for snapshot %1$s must use uuid %2$s", name, uuid));
    }
    if let Some(other) = other {
        if other.is_online() != is_online(definition) {
            let text = message!("cannot change between online and offline snapshot state in snapshot %1$s", name);
            return refused(text);
        }
        let disk_only = Some(SnapshotState::DiskSnapshot);
        if (other.0.state == disk_only) != (definition.state == disk_only) {
            return refused(message!("cannot change between disk only and full system in snapshot %1$s", name));
        }
        if let Some((kept, own)) = other.0.domain.as_ref().and_then(SavedDomain::whole).zip(own) {
            kept.check_stability(own)?;
        }
    }
    let external = definition.state == Some(SnapshotState::DiskSnapshot) || definition.is_external();
    let default = if external { SnapshotLocation::External } else { SnapshotLocation::Internal };
    let kept = other.and_then(|other| other.0.domain.as_ref());
    definition.align_disks(kept.and_then(SavedDomain::whole), default, &is_file)?;
    if definition.domain.is_none() {
        definition.domain = kept.cloned();
    }
    Ok(())
}

const CREATE_FLAGS: u32 = VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE
    | VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT
    | VIR_DOMAIN_SNAPSHOT_CREATE_HALT
    | VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE
    | VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC
    | VIR_DOMAIN_SNAPSHOT_CREATE_LIVE
    | VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE;
const DELETE_BELOW: u32 = VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN | VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY;
const REVERT_STATES: u32 = VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING | VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED;

/// Parses a definition, and gives it a name and a time if it is new.
fn parse(xml: &[u8], redefine: bool) -> Result<Definition> {
    let mut definition = Definition::parse(xml, redefine)?;
    definition.complete(&COMPLETION)?;
    if !redefine {
        let now = seconds();
        definition.created = Some(now);
        definition.name.get_or_insert_with(|| now.to_string());
    }
    Ok(definition)
}

/// Reports what reverting did to a domain that ran before, runs now, or both.
fn report_revert(driver: &crate::driver::Driver, domain: &Domain, event: u32) {
    let detail = match event {
        VIR_DOMAIN_EVENT_STARTED => VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT,
        VIR_DOMAIN_EVENT_SUSPENDED => VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT,
        _ => VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT,
    };
    report(driver, domain, event, detail);
}

/// Brings a domain into the state of a snapshot.
fn revert(domain: &mut Locked<'_, Domain>, driver: &crate::driver::Driver, name: &str, flags: u32) -> Result<()> {
    let snapshot = domain.snapshot(name)?;
    let (state, online) = (snapshot.0.state, snapshot.is_online());
    if !domain.persistent && !online && flags & REVERT_STATES == 0 {
        let text = message!("transient domain needs to request run or pause to revert to inactive snapshot");
        return Err(errors::invalid_operation(FROM, text));
    }
    let Some(whole) = snapshot.0.domain.as_ref().and_then(SavedDomain::whole) else {
        let text = message!("snapshot '%1$s' lacks domain '%2$s' rollback info", name, domain.definition.name);
        return Err(Error::new(FROM, ErrorCode::SNAPSHOT_REVERT_RISKY, text));
    };
    let definition = Arc::new(definition::copy(whole)?);
    if online {
        if domain.is_active() {
            shut_off(domain, VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT);
            report_revert(driver, domain, VIR_DOMAIN_EVENT_STOPPED);
        }
        domain.assign(definition, false);
        start(domain, driver, VIR_DOMAIN_RUNNING_FROM_SNAPSHOT);
        report_revert(driver, domain, VIR_DOMAIN_EVENT_STARTED);
        let paused = state == Some(SnapshotState::Paused) || flags & VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED != 0;
        if paused && flags & VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING == 0 {
            domain.set_state(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_FROM_SNAPSHOT);
            report_revert(driver, domain, VIR_DOMAIN_EVENT_SUSPENDED);
        }
    } else {
        domain.assign(definition, false);
        if domain.is_active() {
            shut_off(domain, VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT);
            report_revert(driver, domain, VIR_DOMAIN_EVENT_STOPPED);
        }
        // The stock library's driver says that it starts the domain, and does not.
        if flags & REVERT_STATES != 0 {
            report_revert(driver, domain, VIR_DOMAIN_EVENT_STARTED);
        }
        if flags & VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED != 0 {
            report_revert(driver, domain, VIR_DOMAIN_EVENT_SUSPENDED);
        }
    }
    domain.snapshots.set_current(Some(name));
    Ok(())
}

impl DomainSnapshot for TestSession {
    fn domain_snapshot_create_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotCreateXmlArgs<'_>,
    ) -> Result<remote::DomainSnapshotCreateXmlRet<'c>> {
        let flags = args.flags;
        check_flags("testDomainSnapshotCreateXML", flags, CREATE_FLAGS)?;
        let redefine = flags & VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE != 0;
        let halt = flags & VIR_DOMAIN_SNAPSHOT_CREATE_HALT != 0;
        self.domain(&args.dom, |domain, driver| {
            if !domain.checkpoints.is_empty() {
                let text = message!("cannot create snapshot while checkpoint exists");
                return Err(Error::new(FROM, ErrorCode::OPERATION_UNSUPPORTED, text));
            }
            if !domain.persistent && halt {
                return Err(errors::invalid_operation(FROM, message!("cannot halt after transient domain snapshot")));
            }
            schema::SNAPSHOT.check(flags & VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE != 0, &args.xml_desc)?;
            let mut definition = parse(&args.xml_desc, redefine)?;
            let name = definition.name.clone().unwrap_or_default();
            let mut snap = wire(domain, &args.dom, &name);
            if redefine {
                prepare_redefinition(domain, &mut definition)?;
                domain.snapshots.replace(Snapshot(definition));
            } else {
                take(domain, &mut definition)?;
                domain.snapshots.add(Snapshot(definition))?;
                if halt && domain.is_active() {
                    shut_off(domain, VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT);
                    snap.dom.id = -1;
                    report(driver, domain, VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT);
                }
            }
            if !redefine || flags & VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT != 0 {
                domain.snapshots.set_current(Some(&name));
            }
            Ok(remote::DomainSnapshotCreateXmlRet { snap })
        })
    }

    fn domain_snapshot_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotGetXmlDescArgs<'_>,
    ) -> Result<remote::DomainSnapshotGetXmlDescRet<'c>> {
        check_flags("testDomainSnapshotGetXMLDesc", args.flags, VIR_DOMAIN_SNAPSHOT_XML_SECURE)?;
        self.snapshot(&args.snap, |domain, _, name| {
            let definition = &domain.snapshot(name)?.0;
            let secure = args.flags & VIR_DOMAIN_SNAPSHOT_XML_SECURE != 0;
            let xml = if definition.domain.is_some() {
                definition.format(secure)
            } else {
                let uuid = SavedDomain::Uuid(domain.definition.uuid);
                Definition { domain: Some(uuid), ..definition.clone() }.format(secure)
            };
            Ok(remote::DomainSnapshotGetXmlDescRet { xml: xml.into() })
        })
    }

    fn domain_snapshot_num(
        &self,
        _: &mut Call,
        args: &remote::DomainSnapshotNumArgs<'_>,
    ) -> Result<remote::DomainSnapshotNumRet> {
        check_flags("testDomainSnapshotNum", args.flags, WHOLE_FILTERS)?;
        self.domain(&args.dom, |domain, _| {
            Ok(remote::DomainSnapshotNumRet { num: count(listed(domain, None, args.flags).len()) })
        })
    }

    fn domain_snapshot_list_names<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotListNamesArgs<'_>,
    ) -> Result<remote::DomainSnapshotListNamesRet<'c>> {
        check_flags("testDomainSnapshotListNames", args.flags, WHOLE_FILTERS)?;
        self.domain(&args.dom, |domain, _| {
            let names = names(&listed(domain, None, args.flags), args.maxnames);
            Ok(remote::DomainSnapshotListNamesRet { names })
        })
    }

    fn domain_snapshot_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotLookupByNameArgs<'_>,
    ) -> Result<remote::DomainSnapshotLookupByNameRet<'c>> {
        check_flags("testDomainSnapshotLookupByName", args.flags, 0)?;
        let name = args.name.to_str_lossy();
        self.domain(&args.dom, |domain, _| {
            domain.snapshot(&name)?;
            Ok(remote::DomainSnapshotLookupByNameRet { snap: wire(domain, &args.dom, &name) })
        })
    }

    fn domain_has_current_snapshot(
        &self,
        _: &mut Call,
        args: &remote::DomainHasCurrentSnapshotArgs<'_>,
    ) -> Result<remote::DomainHasCurrentSnapshotRet> {
        check_flags("testDomainHasCurrentSnapshot", args.flags, 0)?;
        let has = self.domain(&args.dom, |domain, _| Ok(domain.snapshots.current().is_some()))?;
        Ok(remote::DomainHasCurrentSnapshotRet { result: has.into() })
    }

    fn domain_snapshot_current<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotCurrentArgs<'_>,
    ) -> Result<remote::DomainSnapshotCurrentRet<'c>> {
        check_flags("testDomainSnapshotCurrent", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            let Some(current) = domain.snapshots.current() else {
                let text = message!("the domain does not have a current snapshot");
                return Err(Error::new(FROM, ErrorCode::NO_DOMAIN_SNAPSHOT, text));
            };
            Ok(remote::DomainSnapshotCurrentRet { snap: wire(domain, &args.dom, current.name()) })
        })
    }

    fn domain_revert_to_snapshot(&self, _: &mut Call, args: &remote::DomainRevertToSnapshotArgs<'_>) -> Result<()> {
        let known = REVERT_STATES | VIR_DOMAIN_SNAPSHOT_REVERT_FORCE;
        check_flags("testDomainRevertToSnapshot", args.flags, known)?;
        self.snapshot(&args.snap, |domain, driver, name| revert(domain, driver, name, args.flags))
    }

    fn domain_snapshot_delete(&self, _: &mut Call, args: &remote::DomainSnapshotDeleteArgs<'_>) -> Result<()> {
        check_flags("testDomainSnapshotDelete", args.flags, DELETE_BELOW)?;
        self.snapshot(&args.snap, |domain, _, name| {
            if args.flags & DELETE_BELOW != 0 {
                domain.snapshots.remove_descendants(name);
            }
            if args.flags & VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY == 0 {
                domain.snapshots.remove(name);
            }
            Ok(())
        })
    }

    fn domain_snapshot_get_parent<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotGetParentArgs<'_>,
    ) -> Result<remote::DomainSnapshotGetParentRet<'c>> {
        check_flags("testDomainSnapshotGetParent", args.flags, 0)?;
        self.snapshot(&args.snap, |domain, _, name| {
            let Some(parent) = domain.snapshot(name)?.parent() else {
                let text = message!("snapshot '%1$s' does not have a parent", name);
                return Err(Error::new(FROM, ErrorCode::NO_DOMAIN_SNAPSHOT, text));
            };
            Ok(remote::DomainSnapshotGetParentRet { snap: wire(domain, &args.snap.dom, parent) })
        })
    }

    fn domain_snapshot_num_children(
        &self,
        _: &mut Call,
        args: &remote::DomainSnapshotNumChildrenArgs<'_>,
    ) -> Result<remote::DomainSnapshotNumChildrenRet> {
        check_flags("testDomainSnapshotNumChildren", args.flags, CHILD_FILTERS)?;
        self.snapshot(&args.snap, |domain, _, name| {
            Ok(remote::DomainSnapshotNumChildrenRet { num: count(listed(domain, Some(name), args.flags).len()) })
        })
    }

    fn domain_snapshot_list_children_names<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotListChildrenNamesArgs<'_>,
    ) -> Result<remote::DomainSnapshotListChildrenNamesRet<'c>> {
        check_flags("testDomainSnapshotListChildrenNames", args.flags, CHILD_FILTERS)?;
        self.snapshot(&args.snap, |domain, _, name| {
            let names = names(&listed(domain, Some(name), args.flags), args.maxnames);
            Ok(remote::DomainSnapshotListChildrenNamesRet { names })
        })
    }

    fn domain_snapshot_is_current(
        &self,
        _: &mut Call,
        args: &remote::DomainSnapshotIsCurrentArgs<'_>,
    ) -> Result<remote::DomainSnapshotIsCurrentRet> {
        check_flags("testDomainSnapshotIsCurrent", args.flags, 0)?;
        self.snapshot(&args.snap, |domain, _, name| {
            let current = domain.snapshots.current().is_some_and(|current| current.name() == name);
            Ok(remote::DomainSnapshotIsCurrentRet { current: current.into() })
        })
    }

    fn domain_snapshot_has_metadata(
        &self,
        _: &mut Call,
        args: &remote::DomainSnapshotHasMetadataArgs<'_>,
    ) -> Result<remote::DomainSnapshotHasMetadataRet> {
        check_flags("testDomainSnapshotHasMetadata", args.flags, 0)?;
        self.snapshot(&args.snap, |_, _, _| Ok(remote::DomainSnapshotHasMetadataRet { metadata: 1 }))
    }

    fn domain_list_all_snapshots<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainListAllSnapshotsArgs<'_>,
    ) -> Result<remote::DomainListAllSnapshotsRet<'c>> {
        check_flags("testDomainListAllSnapshots", args.flags, WHOLE_FILTERS)?;
        self.domain(&args.dom, |domain, _| {
            let found = listed(domain, None, args.flags);
            let all = found.iter().map(|one| wire(domain, &args.dom, one.name())).collect();
            let (snapshots, ret) = wanted(args.need_results, all);
            let ret = ret.cast_signed();
            Ok(remote::DomainListAllSnapshotsRet { snapshots, ret })
        })
    }

    fn domain_snapshot_list_all_children<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSnapshotListAllChildrenArgs<'_>,
    ) -> Result<remote::DomainSnapshotListAllChildrenRet<'c>> {
        check_flags("testDomainSnapshotListAllChildren", args.flags, CHILD_FILTERS)?;
        self.snapshot(&args.snapshot, |domain, _, name| {
            let found = listed(domain, Some(name), args.flags);
            let all = found.iter().map(|one| wire(domain, &args.snapshot.dom, one.name())).collect();
            let (snapshots, ret) = wanted(args.need_results, all);
            let ret = ret.cast_signed();
            Ok(remote::DomainSnapshotListAllChildrenRet { snapshots, ret })
        })
    }
}
