//! Looking things up in definitions.
use crate::fail::{Done, Failure, OrSay};
use oxivirt::{Domain, ErrorDomain, Text};
use oxivirt_xml::tree::{Document, Node};

/// Parses a definition; `what` names it for the user.
pub(crate) fn parse<'a>(text: &'a Text, what: &str) -> Done<Document<'a>> {
    Document::parse(text.as_bytes(), ErrorDomain::NONE).or_say(|| format!("Failed to parse {what} description xml"))
}

/// Returns a domain's definition.
pub(crate) fn of_domain(domain: &Domain, flags: u32) -> Done<Text> {
    domain.xml_desc(flags).or_say(|| "Failed to get domain description xml")
}

/// Returns the value at a path `a/b/@c`, of the first element that has it. Empty values count as none.
pub(crate) fn value<'d>(node: &Node<'d>, path: &str) -> Option<&'d str> {
    let (elements, attribute) = path.rsplit_once('@')?;
    let elements = elements.trim_end_matches('/');
    let mut found = node.select(elements).filter_map(|element| element.attr(attribute));
    found.next().filter(|value| !value.is_empty())
}

/// Returns the first of some values that is there.
pub(crate) fn first<'d>(node: &Node<'d>, paths: &[&str]) -> Option<&'d str> {
    paths.iter().find_map(|path| value(node, path))
}

/// Returns the first value of the attributes, in the order of the document.
pub(crate) fn first_attribute<'d>(node: &Node<'d>, element: &str, names: &[&str]) -> Option<&'d str> {
    let element = node.element(element)?;
    element.attributes().find(|(name, _)| names.contains(name)).map(|(_, value)| value).filter(|value| !value.is_empty())
}

/// Returns the root element.
pub(crate) fn root<'d>(document: &'d Document<'d>) -> Done<Node<'d>> {
    document.root().map_err(Failure::from)
}
