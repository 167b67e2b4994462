//! Definitions of domains: parsed, completed and checked as this driver does it.
use crate::FROM;
use oxivirt_driver_common::errors;
use oxivirt_model::constants::{VIR_DOMAIN_PMSUSPENDED, VIR_DOMAIN_RUNNING, VIR_DOMAIN_SHUTOFF};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid, message};
use oxivirt_xml::FormatFlags;
use oxivirt_xml::domain::{Completion, Domain, ParseOptions};
use oxivirt_xml::tree::{Document, Node};
use oxivirt_xml::value::parse_decimal;

/// A domain's definition, complete.
pub(crate) type Definition = Domain;

/// The driver's namespace in definitions.
pub(crate) const NAMESPACE: &str = "http://libvirt.org/schemas/domain/test/1.0";

/// What a domain that is not named otherwise is made for.
const ARCH: &str = "i686";

/// The state in which a domain of a node file begins: elements of the driver's namespace, which are never printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct InitialState {
    /// It has no persistent definition.
    pub(crate) transient: bool,
    pub(crate) managed_save: bool,
    /// A `virDomainState`.
    pub(crate) state: u32,
}

impl InitialState {
    fn read(node: Node<'_>) -> Result<Self> {
        let element = |name: &str| node.children().find(|node| node.name() == name && node.namespace() == NAMESPACE);
        let refused = |text: Vec<u8>| Error::new(FROM, ErrorCode::XML_ERROR, text);
        let transient = element("transient").is_some();
        let managed_save = element("hasmanagedsave").is_some();
        let state = match element("runstate").map(|node| node.text()).filter(|text| !text.is_empty()) {
            None => VIR_DOMAIN_RUNNING,
            Some(text) => match parse_decimal::<u32>(&text) {
                Some(state) if state <= VIR_DOMAIN_PMSUSPENDED => state,
                Some(state) => return Err(refused(message!("runstate '%1$d' out of range'", state))),
                None => return Err(refused(message!("invalid runstate"))),
            },
        };
        if transient && state == VIR_DOMAIN_SHUTOFF {
            return Err(refused(message!("transient domain cannot have runstate 'shutoff'")));
        }
        if managed_save && state != VIR_DOMAIN_SHUTOFF {
            let text = message!("domain with managedsave data can only have runstate 'shutoff'");
            return Err(refused(text));
        }
        Ok(Self { transient, managed_save, state })
    }
}

/// Returns the definition that an element holds, and the state that it begins with in a node file.
///
/// # Errors
/// The stock library's for what is missing, unreadable or contradicts itself.
pub(crate) fn read(node: Node<'_>) -> Result<(Definition, InitialState)> {
    let mut domain = Domain::read(node, ParseOptions { inactive: true })?;
    let initial = InitialState::read(node)?;
    domain.complete(&COMPLETION)?;
    domain.validate()?;
    if domain.devices.interfaces.iter().any(|interface| interface.target.is_none()) {
        return Err(errors::internal(FROM, message!("Exceeded max iface limit %1$d", 1024)));
    }
    Ok((domain, initial))
}

/// Returns the definition that a document holds.
///
/// # Errors
/// As [`read`], or the document is not well-formed.
pub(crate) fn parse(xml: &[u8]) -> Result<Definition> {
    let document = Document::parse(xml, ErrorDomain::DOMAIN)?;
    Ok(read(document.root_named("domain")?)?.0)
}

/// Returns the definition as it comes out of its own XML, which sorts devices anew and drops what a domain is only while it runs.
///
/// # Errors
/// There are none for a definition that was parsed.
pub(crate) fn copy(definition: &Definition) -> Result<Definition> {
    let flags = FormatFlags { secure: true, inactive: true, migratable: true, ..FormatFlags::default() };
    let xml = definition.format(flags);
    let document = Document::parse(&xml, ErrorDomain::DOMAIN)?;
    let mut copy = Domain::read(document.root_named("domain")?, ParseOptions { inactive: true })?;
    copy.complete(&COMPLETION)?;
    Ok(copy)
}

/// What completing needs.
pub(super) const COMPLETION: Completion<'static> =
    Completion { arch: ARCH, mac_prefix: [0x52, 0x54, 0x00], random: &random, interface_prefix: Some("testnet") };

/// Returns a random UUID.
pub(crate) fn new_uuid() -> Uuid {
    COMPLETION.uuid()
}

fn random(bytes: &mut [u8]) {
    // It cannot fail for a few bytes; what would be left is zeros, which are refused where they matter.
    let _ = oxivirt_sys::random(bytes);
}
