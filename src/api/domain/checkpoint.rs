//! Entry points: domain, checkpoint.
use crate::abi::{In, InStr, Lent, LentStr, OutList, Owned, OwnedStr, Status};
use crate::objects::{Checkpoint, Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN_CHECKPOINT;

#[entry(stub = "pending")]
fn virDomainCheckpointCreateXML(
    domain: In<'_, Domain>,
    xml_desc: InStr<'_>,
    flags: c_uint,
) -> Owned<Checkpoint> {
}

#[entry(stub = "pending")]
fn virDomainCheckpointDelete(checkpoint: In<'_, Checkpoint>, flags: c_uint) -> Status {}

#[entry(stub = "pending")]
fn virDomainCheckpointFree(checkpoint: In<'_, Checkpoint>) -> Status {}

#[entry(stub = "pending")]
fn virDomainCheckpointGetConnect(checkpoint: In<'_, Checkpoint>) -> Lent<Connection> {}

#[entry(stub = "pending")]
fn virDomainCheckpointGetDomain(checkpoint: In<'_, Checkpoint>) -> Lent<Domain> {}

#[entry(stub = "pending")]
fn virDomainCheckpointGetName(checkpoint: In<'_, Checkpoint>) -> LentStr {}

#[entry(stub = "pending")]
fn virDomainCheckpointGetParent(
    checkpoint: In<'_, Checkpoint>,
    flags: c_uint,
) -> Owned<Checkpoint> {
}

#[entry(stub = "pending")]
fn virDomainCheckpointGetXMLDesc(checkpoint: In<'_, Checkpoint>, flags: c_uint) -> OwnedStr {}

#[entry(stub = "pending")]
fn virDomainCheckpointListAllChildren(
    checkpoint: In<'_, Checkpoint>,
    children: OutList<'_, Checkpoint>,
    flags: c_uint,
) -> Status {
}

#[entry(stub = "pending")]
fn virDomainCheckpointLookupByName(
    domain: In<'_, Domain>,
    name: InStr<'_>,
    flags: c_uint,
) -> Owned<Checkpoint> {
}

#[entry(stub = "pending")]
fn virDomainCheckpointRef(checkpoint: In<'_, Checkpoint>) -> Status {}

#[entry(stub = "pending")]
fn virDomainListAllCheckpoints(
    domain: In<'_, Domain>,
    checkpoints: OutList<'_, Checkpoint>,
    flags: c_uint,
) -> Status {
}
