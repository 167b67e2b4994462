//! libvirt-domain-snapshot.h: saved states of a domain.
use crate::abi::{Array, Count, In, InStr, Lent, LentStr, LentText, OutList, Owned, OwnedStr, Status, Truth};
use crate::objects::{Connection, Domain, Snapshot};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN_SNAPSHOT;

#[entry]
fn virDomainHasCurrentSnapshot(domain: In<'_, Domain>, flags: c_uint) -> Truth {
    Ok(domain.get()?.has_current_snapshot(flags)?)
}

#[entry]
fn virDomainListAllSnapshots(domain: In<'_, Domain>, snaps: OutList<'_, Snapshot>, flags: c_uint) -> Count {
    snaps.give(domain, |dom, wanted| dom.all_snapshots(wanted, flags))
}

#[entry]
fn virDomainRevertToSnapshot(snapshot: In<'_, Snapshot>, flags: c_uint) -> Status {
    Ok(snapshot.get()?.revert_to(flags)?)
}

#[entry]
fn virDomainSnapshotCreateXML(domain: In<'_, Domain>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<Snapshot> {
    let dom = domain.get()?;
    dom.child(Snapshot::create_xml(dom, xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virDomainSnapshotCurrent(domain: In<'_, Domain>, flags: c_uint) -> Owned<Snapshot> {
    let dom = domain.get()?;
    dom.child(Snapshot::current(dom, flags)?)
}

#[entry]
fn virDomainSnapshotDelete(snapshot: In<'_, Snapshot>, flags: c_uint) -> Status {
    Ok(snapshot.get()?.delete(flags)?)
}

#[entry]
fn virDomainSnapshotFree(snapshot: In<'_, Snapshot>) -> Status {
    drop(snapshot.release()?);
    Ok(())
}

#[entry]
fn virDomainSnapshotGetConnect(snapshot: In<'_, Snapshot>) -> Lent<Connection> {
    Ok(snapshot.get()?.conn().pointer())
}

#[entry]
fn virDomainSnapshotGetDomain(snapshot: In<'_, Snapshot>) -> Lent<Domain> {
    Ok(snapshot.get()?.local().pointer())
}

#[entry]
fn virDomainSnapshotGetName(snapshot: In<'_, Snapshot>) -> LentStr {
    Ok(LentText::of(snapshot.get()?.name()))
}

#[entry]
fn virDomainSnapshotGetParent(snapshot: In<'_, Snapshot>, flags: c_uint) -> Owned<Snapshot> {
    let snap = snapshot.get()?;
    snap.local().child(snap.parent(flags)?)
}

#[entry]
fn virDomainSnapshotGetXMLDesc(snapshot: In<'_, Snapshot>, flags: c_uint) -> OwnedStr {
    Ok(snapshot.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virDomainSnapshotHasMetadata(snapshot: In<'_, Snapshot>, flags: c_uint) -> Truth {
    Ok(snapshot.get()?.has_metadata(flags)?)
}

#[entry]
fn virDomainSnapshotIsCurrent(snapshot: In<'_, Snapshot>, flags: c_uint) -> Truth {
    Ok(snapshot.get()?.is_current(flags)?)
}

#[entry]
fn virDomainSnapshotListAllChildren(snapshot: In<'_, Snapshot>, snaps: OutList<'_, Snapshot>, flags: c_uint) -> Count {
    snaps.give_children(snapshot, |snap, wanted| snap.all_children(wanted, flags))
}

#[entry]
fn virDomainSnapshotListChildrenNames(
    snapshot: In<'_, Snapshot>,
    names: Array<'_, *mut c_char>,
    nameslen: c_int,
    flags: c_uint,
) -> Count {
    let snap = snapshot.get()?;
    names.give(("nameslen", nameslen), |max| snap.list_children_names(max, flags))
}

#[entry]
fn virDomainSnapshotListNames(
    domain: In<'_, Domain>,
    names: Array<'_, *mut c_char>,
    nameslen: c_int,
    flags: c_uint,
) -> Count {
    let dom = domain.get()?;
    names.give(("nameslen", nameslen), |max| Snapshot::list_names(dom, max, flags))
}

#[entry]
fn virDomainSnapshotLookupByName(domain: In<'_, Domain>, name: InStr<'_>, flags: c_uint) -> Owned<Snapshot> {
    let dom = domain.get()?;
    dom.child(Snapshot::lookup_by_name(dom, name.get("name")?, flags)?)
}

#[entry]
fn virDomainSnapshotNum(domain: In<'_, Domain>, flags: c_uint) -> Count {
    Ok(Snapshot::num(domain.get()?, flags)?)
}

#[entry]
fn virDomainSnapshotNumChildren(snapshot: In<'_, Snapshot>, flags: c_uint) -> Count {
    Ok(snapshot.get()?.num_children(flags)?)
}

#[entry]
fn virDomainSnapshotRef(snapshot: In<'_, Snapshot>) -> Status {
    snapshot.reference()
}
