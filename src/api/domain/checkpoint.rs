//! libvirt-domain-checkpoint.h: points in time that incremental backups start from.
use crate::abi::ctypes::{
    VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE, VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE,
    VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE, VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN,
    VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY, VIR_DOMAIN_CHECKPOINT_XML_SECURE,
};
use crate::abi::{
    Count, In, InStr, Lent, LentStr, LentText, OutList, Owned, OwnedStr, Result, Status, exclusive, requires,
};
use crate::objects::{Checkpoint, Connection, Domain, FromWire, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN_CHECKPOINT;

#[entry]
fn virDomainCheckpointCreateXML(domain: In<'_, Domain>, xml_desc: InStr<'_>, flags: c_uint) -> Owned<Checkpoint> {
    let dom = domain.get()?;
    let xml_desc = xml_desc.get("xmlDesc")?.into();
    dom.writable()?;
    create_flags(flags)?;
    let args = remote::DomainCheckpointCreateXmlArgs { dom: dom.wire(), xml_desc, flags };
    Checkpoint::asked(dom, |driver, call| Ok(driver.domain_checkpoint_create_xml(call, &args)?.checkpoint))
}

/// Redefining only stores metadata: there is nothing to quiesce, and only metadata is validated.
fn create_flags(flags: c_uint) -> Result<()> {
    let redefine = (VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE, "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE");
    let quiesce = (VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE, "VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE");
    let validate = (VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE, "VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE");
    exclusive(flags, redefine, quiesce)?;
    requires(flags, validate, redefine)
}

#[entry]
fn virDomainCheckpointDelete(checkpoint: In<'_, Checkpoint>, flags: c_uint) -> Status {
    let point = checkpoint.for_write()?;
    exclusive(
        flags,
        (VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN, "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN"),
        (VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY, "VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY"),
    )?;
    let args = remote::DomainCheckpointDeleteArgs { checkpoint: point.wire(), flags };
    point.ask(|driver, call| driver.domain_checkpoint_delete(call, &args))
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
    let args = remote::DomainCheckpointGetParentArgs { checkpoint: point.wire(), flags };
    Checkpoint::asked(point.local(), |driver, call| Ok(driver.domain_checkpoint_get_parent(call, &args)?.parent))
}

#[entry]
fn virDomainCheckpointGetXMLDesc(checkpoint: In<'_, Checkpoint>, flags: c_uint) -> OwnedStr {
    let point = checkpoint.get()?;
    if flags & VIR_DOMAIN_CHECKPOINT_XML_SECURE != 0 {
        point.conn().allows_secrets(FROM, SITE.function)?;
    }
    let args = remote::DomainCheckpointGetXmlDescArgs { checkpoint: point.wire(), flags };
    point.ask_text(|driver, call| Ok(driver.domain_checkpoint_get_xml_desc(call, &args)?.xml))
}

#[entry]
fn virDomainCheckpointListAllChildren(
    checkpoint: In<'_, Checkpoint>,
    children: OutList<'_, Checkpoint>,
    flags: c_uint,
) -> Count {
    let need_results = children.prepare();
    let point = checkpoint.get()?;
    let checkpoint = point.wire();
    let args = remote::DomainCheckpointListAllChildrenArgs { checkpoint, need_results, flags };
    let mut call = point.call();
    let ret = point.driver().domain_checkpoint_list_all_children(&mut call, &args)?;
    let make = |c: &_| Checkpoint::replied(point.local(), c);
    children.reply(need_results != 0, ret.ret, &ret.checkpoints, make)
}

#[entry]
fn virDomainCheckpointLookupByName(domain: In<'_, Domain>, name: InStr<'_>, flags: c_uint) -> Owned<Checkpoint> {
    let dom = domain.get()?;
    let name = name.get("name")?.into();
    let args = remote::DomainCheckpointLookupByNameArgs { dom: dom.wire(), name, flags };
    Checkpoint::asked(dom, |driver, call| Ok(driver.domain_checkpoint_lookup_by_name(call, &args)?.checkpoint))
}

#[entry]
fn virDomainCheckpointRef(checkpoint: In<'_, Checkpoint>) -> Status {
    checkpoint.reference()
}

#[entry]
fn virDomainListAllCheckpoints(domain: In<'_, Domain>, checkpoints: OutList<'_, Checkpoint>, flags: c_uint) -> Count {
    checkpoints.list(domain, |dom, call, need_results| {
        let args = remote::DomainListAllCheckpointsArgs { dom: dom.wire(), need_results, flags };
        let ret = dom.driver().domain_list_all_checkpoints(call, &args)?;
        Ok((ret.ret, ret.checkpoints))
    })
}
