//! `<filter>`: rules for packets; and `<filterbinding>`: a filter in use.
pub mod rule;
pub mod table;

use oxivirt_model::{ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element, missing_attribute};
use crate::netparts::FilterRef;
use crate::tree::{Document, Node};
use crate::value::{Mac, parse_signed};
use crate::write::{FormatFlags, Writer};
use rule::Rule;

/// Names of chains, and the priorities of those that have one of their own.
const CHAINS: &[(&str, i32)] = &[
    ("root", 0),
    ("mac", -800),
    ("vlan", -750),
    ("stp", 0),
    ("arp", -500),
    ("rarp", -400),
    ("ipv4", -700),
    ("ipv6", -600),
];
/// Bytes of the longest name of a chain.
const MAX_CHAIN: usize = 12;
/// Largest distance of a filter's priority from 0.
const MAX_PRIORITY: i64 = 1000;

/// `<filter>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Its name.
    pub name: String,
    /// The chain its rules are in.
    pub chain: String,
    /// Chains of smaller numbers come first.
    pub priority: i32,
    /// Its identity; made up by whoever stores it when the document has none.
    pub uuid: Option<Uuid>,
    /// Rules and other filters, in the document's order.
    pub entries: Vec<Entry>,
}

/// What a filter has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A rule.
    Rule(Rule),
    /// All of another filter.
    Include(FilterRef),
}

/// Returns which of the known chains the name is of.
fn check_chain(name: &str, cx: &Context) -> Result<&'static (&'static str, i32)> {
    let refuse = |detail: String| Err(cx.error(ErrorCode::INVALID_ARG, detail));
    if name.len() > MAX_CHAIN {
        return refuse(format!("Name of chain is longer than {MAX_CHAIN} characters"));
    }
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.:-".contains(&byte)) {
        return refuse("Chain name contains invalid characters".to_owned());
    }
    let found = CHAINS.iter().find(|(known, _)| name.starts_with(known));
    if let Some(chain) = found.filter(|(known, _)| *known != "root" || name == "root") {
        return Ok(chain);
    }
    let names: Vec<&str> = CHAINS.iter().map(|(known, _)| *known).filter(|known| *known != "root").collect();
    refuse(format!(
        "Invalid chain name '{name}'. Please use a chain name called 'root' or any of the following prefixes: {}",
        names.join(", ")
    ))
}

impl Element for Filter {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let attr = |name| node.attr(name).filter(|text| !text.is_empty());
        let Some(name) = attr("name") else { return Err(cx.internal("filter has no name")) };
        let told = match attr("priority") {
            None => None,
            Some(text) => Some(parse_priority(text, cx)?),
        };
        let (chain, priority) = match attr("chain") {
            None => ("root", 0),
            Some(chain) => {
                let known = check_chain(chain, cx)?;
                (chain, told.unwrap_or(known.1))
            }
        };
        let uuid = match node.element("uuid").map(|node| node.text()).filter(|text| !text.is_empty()) {
            None => None,
            Some(text) => Some(Uuid::parse(&*text).map_err(|_| cx.xml("malformed uuid element"))?),
        };
        let mut entries = Vec::new();
        for child in node.children() {
            match child.name() {
                "rule" => entries.push(Entry::Rule(Rule::parse(child, cx)?)),
                "filterref" if child.attr("filter").is_none() => return Err(missing_attribute("filter", "filterref")),
                "filterref" => entries.push(Entry::Include(FilterRef::parse(child, cx)?)),
                _ => {}
            }
        }
        Ok(Self { name: name.to_owned(), chain: chain.to_owned(), priority, uuid, entries })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("name", &self.name);
        out.attr("chain", &self.chain);
        if self.priority != 0 {
            out.attr("priority", &self.priority.to_string());
        }
    }

    fn children(&self, out: &mut Writer) {
        if let Some(uuid) = self.uuid {
            out.text_element("uuid", &uuid.to_string());
        }
        for entry in &self.entries {
            match entry {
                Entry::Rule(rule) => rule.element("rule", out),
                Entry::Include(filter) => filter.element("filterref", out),
            }
        }
    }
}

fn parse_priority(text: &str, cx: &Context) -> Result<i32> {
    let number = parse_signed(text, 10).filter(|number| i32::try_from(*number).is_ok());
    let Some(number) = number else {
        return Err(cx.error(ErrorCode::INVALID_ARG, format!("Could not parse chain priority '{text}'")));
    };
    i32::try_from(number).ok().filter(|_| (-MAX_PRIORITY..=MAX_PRIORITY).contains(&number)).ok_or_else(|| {
        let detail = format!("Priority '{number}' is outside valid range of [-{MAX_PRIORITY},{MAX_PRIORITY}]");
        cx.error(ErrorCode::INVALID_ARG, detail)
    })
}

impl Filter {
    /// Parses a document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8]) -> Result<Self> {
        let from = ErrorDomain::NWFILTER;
        let document = Document::parse(xml, from)?;
        let cx = Context { from, inactive: true, ..Context::default() };
        <Self as Element>::parse(document.root_named("filter")?, &cx)
    }

    /// Gives the filter a UUID if it has none.
    pub fn complete(&mut self, uuid: impl FnOnce() -> Uuid) {
        self.uuid.get_or_insert_with(uuid);
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        self.element("filter", &mut out);
        out.finish().into_bytes()
    }
}

/// `<filterbinding>`: a filter in use on a port.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Binding::check)]
pub struct Binding {
    /// Name of the domain.
    #[xml(text = "owner/name", missing(INTERNAL_ERROR, "filter binding has no owner name"))]
    pub owner_name: String,
    /// Identity of the domain.
    #[xml(
        text = "owner/uuid",
        missing(INTERNAL_ERROR, "filter binding has no owner UUID"),
        bad(INTERNAL_ERROR, "Unable to parse UUID '{}'")
    )]
    pub owner_uuid: Uuid,
    /// Name of the port's device.
    #[xml(attr = "portdev@name", nonempty, missing(INTERNAL_ERROR, "filter binding has no port dev name"))]
    pub port: String,
    /// Name of the device it is linked to.
    #[xml(attr = "linkdev@name", nonempty)]
    pub link: Option<String>,
    /// Address of the interface.
    #[xml(
        attr = "mac@address",
        nonempty,
        missing(INTERNAL_ERROR, "filter binding has no MAC address"),
        bad(INTERNAL_ERROR, "Unable to parse MAC '{}'")
    )]
    pub mac: Mac,
    /// The filter.
    #[xml(child = "filterref", missing(INTERNAL_ERROR, "filter binding has no filter reference"))]
    pub filter: FilterRef,
}

impl Binding {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if self.link.is_none() && node.element("linkdev").is_some() {
            return Err(cx.internal("filter binding has no link dev name"));
        }
        if self.filter.filter.is_empty() {
            return Err(cx.internal("filter binding has no filter reference"));
        }
        Ok(())
    }

    /// Parses a document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8]) -> Result<Self> {
        let from = ErrorDomain::NWFILTER;
        let document = Document::parse(xml, from)?;
        let cx = Context { from, inactive: true, ..Context::default() };
        <Self as Element>::parse(document.root_named("filterbinding")?, &cx)
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        self.element("filterbinding", &mut out);
        out.finish().into_bytes()
    }
}
