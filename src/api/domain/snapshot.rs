//! Entry points: domain, snapshot.
use crate::abi::{In, InStr, Lent, LentStr, Out, OutList, Owned, OwnedStr, Status};
use crate::objects::{Connection, Domain, Snapshot};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_char, c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN_SNAPSHOT;

#[entry(stub = "pending")]
fn virDomainHasCurrentSnapshot(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainListAllSnapshots(
    domain: In<'_, Domain>,
    snaps: OutList<'_, Snapshot>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainRevertToSnapshot(snapshot: In<'_, Snapshot>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSnapshotCreateXML(
    domain: In<'_, Domain>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<Snapshot> {
}

#[entry(stub = "pending")]
fn virDomainSnapshotCurrent(domain: In<'_, Domain>, flags: c_uint) -> Owned<Snapshot> {}

#[entry(stub = "pending")]
fn virDomainSnapshotDelete(snapshot: In<'_, Snapshot>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSnapshotFree(snapshot: In<'_, Snapshot>) -> Status {}

#[entry(stub = "pending")]
fn virDomainSnapshotGetConnect(snapshot: In<'_, Snapshot>) -> Lent<Connection> {}

#[entry(stub = "pending")]
fn virDomainSnapshotGetDomain(snapshot: In<'_, Snapshot>) -> Lent<Domain> {}

#[entry(stub = "pending")]
fn virDomainSnapshotGetName(snapshot: In<'_, Snapshot>) -> LentStr {}

#[entry(stub = "pending")]
fn virDomainSnapshotGetParent(snapshot: In<'_, Snapshot>, flags: c_uint) -> Owned<Snapshot> {}

#[entry(stub = "pending")]
fn virDomainSnapshotGetXMLDesc(snapshot: In<'_, Snapshot>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virDomainSnapshotHasMetadata(snapshot: In<'_, Snapshot>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSnapshotIsCurrent(snapshot: In<'_, Snapshot>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSnapshotListAllChildren(
    snapshot: In<'_, Snapshot>,
    snaps: OutList<'_, Snapshot>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSnapshotListChildrenNames(
    snapshot: In<'_, Snapshot>,
    names: Out<'_, *mut c_char>,
    nameslen: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSnapshotListNames(
    domain: In<'_, Domain>,
    names: Out<'_, *mut c_char>,
    nameslen: c_int,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainSnapshotLookupByName(
    domain: In<'_, Domain>,
    name: InStr<'_>,
    flags: c_uint,
) -> Owned<Snapshot> {
}

#[entry(stub = "pending")]
fn virDomainSnapshotNum(domain: In<'_, Domain>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSnapshotNumChildren(snapshot: In<'_, Snapshot>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainSnapshotRef(snapshot: In<'_, Snapshot>) -> Status {}
