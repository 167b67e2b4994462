//! libvirt-domain-checkpoint.h: points in time that incremental backups start from.
use crate::abi::{Count, In, InStr, Lent, LentStr, LentText, OutList, Owned, OwnedStr, Status};
use crate::objects::{Checkpoint, Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN_CHECKPOINT;

#[entry]
fn virDomainCheckpointCreateXML(domain: In<'_, Domain>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<Checkpoint> {
    let dom = domain.get()?;
    dom.child(Checkpoint::create_xml(dom, xml_desc.get("xmlDesc")?, flags)?)
}

#[entry]
fn virDomainCheckpointDelete(checkpoint: In<'_, Checkpoint>, flags: c_uint) -> Status {
    Ok(checkpoint.get()?.delete(flags)?)
}

#[entry]
fn virDomainCheckpointFree(checkpoint: In<'_, Checkpoint>) -> Status {
    drop(checkpoint.release()?);
    Ok(())
}

#[entry]
fn virDomainCheckpointGetConnect(checkpoint: In<'_, Checkpoint>) -> Lent<Connection> {
    Ok(checkpoint.get()?.conn().pointer())
}

#[entry]
fn virDomainCheckpointGetDomain(checkpoint: In<'_, Checkpoint>) -> Lent<Domain> {
    Ok(checkpoint.get()?.local().pointer())
}

#[entry]
fn virDomainCheckpointGetName(checkpoint: In<'_, Checkpoint>) -> LentStr {
    Ok(LentText::of(checkpoint.get()?.name()))
}

#[entry]
fn virDomainCheckpointGetParent(checkpoint: In<'_, Checkpoint>, flags: c_uint) -> Owned<Checkpoint> {
    let point = checkpoint.get()?;
    point.local().child(point.parent(flags)?)
}

#[entry]
fn virDomainCheckpointGetXMLDesc(checkpoint: In<'_, Checkpoint>, flags: c_uint) -> OwnedStr {
    Ok(checkpoint.get()?.xml_desc(flags)?.into())
}

#[entry]
fn virDomainCheckpointListAllChildren(
    checkpoint: In<'_, Checkpoint>,
    children: OutList<'_, Checkpoint>,
    flags: c_uint,
) -> Count {
    children.give_children(checkpoint, |point, wanted| point.all_children(wanted, flags))
}

#[entry]
fn virDomainCheckpointLookupByName(domain: In<'_, Domain>, name: InStr<'_>, flags: c_uint) -> Owned<Checkpoint> {
    let dom = domain.get()?;
    dom.child(Checkpoint::lookup_by_name(dom, name.get("name")?, flags)?)
}

#[entry]
fn virDomainCheckpointRef(checkpoint: In<'_, Checkpoint>) -> Status {
    checkpoint.reference()
}

#[entry]
fn virDomainListAllCheckpoints(domain: In<'_, Domain>, checkpoints: OutList<'_, Checkpoint>, flags: c_uint) -> Count {
    checkpoints.give(domain, |dom, wanted| dom.all_checkpoints(wanted, flags))
}
