//! Checkpoints of domains.
use super::definition::COMPLETION;
use super::moments::{saved, seconds, selection};
use super::{Domain, check_flags};
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::Moment;
use oxivirt_driver_common::answer::wanted;
use oxivirt_driver_common::schema;
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainCheckpoint;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::checkpoint::{Checkpoint as Definition, CheckpointFlags};
use oxivirt_xml::snapshot::SavedDomain;

/// A checkpoint: its definition, which has a name.
#[derive(Debug)]
pub(crate) struct Checkpoint(Definition);

impl Moment for Checkpoint {
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

const FILTERS: u32 =
    VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL | VIR_DOMAIN_CHECKPOINT_LIST_LEAVES | VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES;
const DELETE_BELOW: u32 = VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN | VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY;
const XML_FLAGS: u32 =
    VIR_DOMAIN_CHECKPOINT_XML_SECURE | VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN | VIR_DOMAIN_CHECKPOINT_XML_SIZE;

/// Returns the checkpoints that the flags select: of the domain, or those below one.
fn listed<'d>(domain: &'d Domain, from: Option<&str>, flags: u32) -> Vec<&'d Checkpoint> {
    let topological = flags & VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL != 0;
    domain.checkpoints.list(from, selection(flags, from.is_none(), topological))
}

/// Returns what an answer names; the domain's number is the one that the caller knows, who may have found it before it was started.
fn wire(domain: &Domain, asked: &remote::NonnullDomain<'_>, name: &str) -> remote::NonnullDomainCheckpoint<'static> {
    let dom = remote::NonnullDomain { id: asked.id, ..domain.wire() };
    remote::NonnullDomainCheckpoint { name: name.to_owned().into(), dom }
}

fn unsupported(text: Vec<u8>) -> Error {
    Error::new(FROM, ErrorCode::OPERATION_UNSUPPORTED, text)
}

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

/// Refuses a definition that does not fit to the domain, and completes it. Returns true if it becomes the current checkpoint.
fn prepare_redefinition(domain: &Domain, definition: &mut Definition) -> Result<bool> {
    let name = definition.name.clone().unwrap_or_default();
    domain.checkpoints.check_relations(&name, definition.parent.as_deref())?;
    let uuid = domain.definition.uuid;
    match definition.domain.clone() {
        Some(SavedDomain::Whole(own)) => {
            if own.uuid != uuid {
                let uuid = uuid.unwrap_or_default().to_string();
                let text = message!("definition for checkpoint %1$s must use uuid %2$s", name, uuid);
                return Err(Error::new(ErrorDomain::DOMAIN_CHECKPOINT, ErrorCode::INVALID_ARG, text));
            }
            definition.align_disks(&own)?;
        }
        _ => definition.name_bitmaps(),
    }
    let current = domain.checkpoints.current().map(Moment::name);
    Ok(current.is_none() || current == definition.parent.as_deref())
}

impl DomainCheckpoint for TestSession {
    fn domain_checkpoint_create_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCheckpointCreateXmlArgs<'_>,
    ) -> Result<remote::DomainCheckpointCreateXmlRet<'c>> {
        let known = VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE | VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE;
        check_flags("testDomainCheckpointCreateXML", args.flags, known)?;
        let redefine = args.flags & VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE != 0;
        self.domain(&args.dom, |domain, _| {
            if !domain.snapshots.is_empty() {
                return Err(unsupported(message!("cannot create checkpoint while snapshot exists")));
            }
            if !domain.is_active() {
                return Err(unsupported(message!("cannot create checkpoint for inactive domain")));
            }
            schema::CHECKPOINT.check_if_installed(&args.xml_desc)?;
            let mut definition = parse(&args.xml_desc, redefine)?;
            let name = definition.name.clone().unwrap_or_default();
            let becomes_current = if redefine {
                let becomes_current = prepare_redefinition(domain, &mut definition)?;
                domain.checkpoints.replace(Checkpoint(definition));
                becomes_current
            } else {
                let own = saved(domain)?;
                definition.align_disks(own.whole().unwrap_or(&domain.definition))?;
                definition.domain = Some(own);
                definition.parent = domain.checkpoints.current().map(|current| current.name().to_owned());
                domain.checkpoints.add(Checkpoint(definition))?;
                true
            };
            if becomes_current {
                domain.checkpoints.set_current(Some(&name));
            }
            Ok(remote::DomainCheckpointCreateXmlRet { checkpoint: wire(domain, &args.dom, &name) })
        })
    }

    fn domain_checkpoint_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCheckpointGetXmlDescArgs<'_>,
    ) -> Result<remote::DomainCheckpointGetXmlDescRet<'c>> {
        check_flags("testDomainCheckpointGetXMLDesc", args.flags, XML_FLAGS)?;
        self.checkpoint(&args.checkpoint, |domain, name| {
            // How much changed nobody knows; the stock library's driver prints nothing for it either.
            if args.flags & VIR_DOMAIN_CHECKPOINT_XML_SIZE != 0 {
                domain.check_active()?;
            }
            let flags = CheckpointFlags {
                secure: args.flags & VIR_DOMAIN_CHECKPOINT_XML_SECURE != 0,
                no_domain: args.flags & VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN != 0,
            };
            Ok(remote::DomainCheckpointGetXmlDescRet { xml: domain.checkpoint(name)?.0.format(flags).into() })
        })
    }

    fn domain_list_all_checkpoints<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainListAllCheckpointsArgs<'_>,
    ) -> Result<remote::DomainListAllCheckpointsRet<'c>> {
        check_flags("testDomainListAllCheckpoints", args.flags, FILTERS | VIR_DOMAIN_CHECKPOINT_LIST_ROOTS)?;
        self.domain(&args.dom, |domain, _| {
            let found = listed(domain, None, args.flags);
            let all = found.iter().map(|one| wire(domain, &args.dom, one.name())).collect();
            let (checkpoints, ret) = wanted(args.need_results, all);
            let ret = ret.cast_signed();
            Ok(remote::DomainListAllCheckpointsRet { checkpoints, ret })
        })
    }

    fn domain_checkpoint_list_all_children<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCheckpointListAllChildrenArgs<'_>,
    ) -> Result<remote::DomainCheckpointListAllChildrenRet<'c>> {
        let known = FILTERS | VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS;
        check_flags("testDomainCheckpointListAllChildren", args.flags, known)?;
        self.checkpoint(&args.checkpoint, |domain, name| {
            let found = listed(domain, Some(name), args.flags);
            let all = found.iter().map(|one| wire(domain, &args.checkpoint.dom, one.name())).collect();
            let (checkpoints, ret) = wanted(args.need_results, all);
            let ret = ret.cast_signed();
            Ok(remote::DomainCheckpointListAllChildrenRet { checkpoints, ret })
        })
    }

    fn domain_checkpoint_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCheckpointLookupByNameArgs<'_>,
    ) -> Result<remote::DomainCheckpointLookupByNameRet<'c>> {
        check_flags("testDomainCheckpointLookupByName", args.flags, 0)?;
        let name = args.name.to_str_lossy();
        self.domain(&args.dom, |domain, _| {
            domain.checkpoint(&name)?;
            Ok(remote::DomainCheckpointLookupByNameRet { checkpoint: wire(domain, &args.dom, &name) })
        })
    }

    fn domain_checkpoint_get_parent<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCheckpointGetParentArgs<'_>,
    ) -> Result<remote::DomainCheckpointGetParentRet<'c>> {
        check_flags("testDomainCheckpointGetParent", args.flags, 0)?;
        self.checkpoint(&args.checkpoint, |domain, name| {
            let Some(parent) = domain.checkpoint(name)?.parent() else {
                let text = message!("checkpoint '%1$s' does not have a parent", name);
                return Err(Error::new(FROM, ErrorCode::NO_DOMAIN_CHECKPOINT, text));
            };
            Ok(remote::DomainCheckpointGetParentRet { parent: wire(domain, &args.checkpoint.dom, parent) })
        })
    }

    fn domain_checkpoint_delete(&self, _: &mut Call, args: &remote::DomainCheckpointDeleteArgs<'_>) -> Result<()> {
        let known = DELETE_BELOW | VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY;
        check_flags("testDomainCheckpointDelete", args.flags, known)?;
        self.checkpoint(&args.checkpoint, |domain, name| {
            if args.flags & DELETE_BELOW != 0 {
                domain.checkpoints.remove_descendants(name);
            }
            if args.flags & VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY == 0 {
                domain.checkpoints.remove(name);
            }
            Ok(())
        })
    }
}
