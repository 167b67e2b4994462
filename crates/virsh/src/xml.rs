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
    element
        .attributes()
        .find(|(name, _)| names.contains(name))
        .map(|(_, value)| value)
        .filter(|value| !value.is_empty())
}

/// Returns the root element.
pub(crate) fn root<'d>(document: &'d Document<'d>) -> Done<Node<'d>> {
    document.root().map_err(Failure::from)
}

/// Returns the bytes of a MAC address, if the text is one.
pub(crate) fn mac(text: &str) -> Option<[u8; 6]> {
    let mut address = [0; 6];
    let mut parts = text.split(':');
    for byte in &mut address {
        let part = parts.next().filter(|part| (1..=2).contains(&part.len()))?;
        *byte = u8::from_str_radix(part, 16).ok()?;
    }
    parts.next().is_none().then_some(address)
}

/// Writes definitions, two blanks for each level. Values are written as they are: what a user passes is markup.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn line(&mut self, line: &str) {
        self.text.extend(std::iter::repeat_n("  ", self.depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Begins an element with those attributes that have a value.
    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, Option<&str>)]) {
        let line = format!("<{name}{}>", written(attributes));
        self.line(&line);
        self.depth = self.depth.saturating_add(1);
    }

    /// Ends an element.
    pub(crate) fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.line(&format!("</{name}>"));
    }

    /// Writes an element without content.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, Option<&str>)]) {
        let line = format!("<{name}{}/>", written(attributes));
        self.line(&line);
    }

    /// Writes an element with a text.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("<{name}>{text}</{name}>"));
    }

    /// Returns what was written.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}

fn written(attributes: &[(&str, Option<&str>)]) -> String {
    let present = attributes.iter().filter_map(|(name, value)| Some((name, (*value)?)));
    present.map(|(name, value)| format!(" {name}='{value}'")).collect()
}

/// Returns the document with another text in the root's child elements of that name, as libxml2 prints it.
///
/// # Errors
/// It is not well-formed.
pub(crate) fn with_text(document: &Text, name: &str, text: &str) -> Done<String> {
    let document = Document::parse(document.as_bytes(), ErrorDomain::NONE)?;
    let change = |path: &[&str], attribute: Option<&str>| match (path, attribute) {
        ([element], None) if *element == name => Change::Text(text.into()),
        _ => Change::Keep,
    };
    let mut written = String::new();
    Rewriting { depth: 0, change: &change }.write(&mut written, &root(&document)?, &mut Vec::new());
    Ok(written)
}

/// Returns a device of a definition with everything in it: indented as it is there, like what the stock library prints.
pub(crate) fn to_string(node: &Node<'_>) -> String {
    rewritten(node, &|_, _| Change::Keep)
}

/// What happens to an element or an attribute.
pub(crate) enum Change {
    Keep,
    Drop,
    /// The attribute has another value, or the element another content.
    Text(String),
    /// The element gets one more child, which is written as it is here.
    Append(String),
}

/// What changes in a definition: it gets the path of an element below the one that is written, and the name of an attribute
/// of it; or none for the element itself.
type Changes<'c> = dyn Fn(&[&str], Option<&str>) -> Change + 'c;

/// [`to_string`] with changes. An attribute that is not there cannot get a value.
pub(crate) fn rewritten(node: &Node<'_>, change: &Changes<'_>) -> String {
    let mut text = String::new();
    Rewriting { depth: 2, change }.write(&mut text, node, &mut Vec::new());
    text
}

/// Returns an element that stands for itself.
pub(crate) fn selected(node: &Node<'_>) -> String {
    let mut text = String::new();
    Rewriting { depth: 0, change: &|_, _| Change::Keep }.write(&mut text, node, &mut Vec::new());
    text
}

fn content_escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn attribute_escaped(text: &str) -> String {
    content_escaped(text).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}

/// Writes an element that has so many others around it.
struct Rewriting<'c> {
    depth: usize,
    change: &'c Changes<'c>,
}

impl Rewriting<'_> {
    fn write<'n>(&self, text: &mut String, node: &Node<'n>, path: &mut Vec<&'n str>) {
        let own = (self.change)(path, None);
        text.push('<');
        text.push_str(node.name());
        for (name, value) in node.attributes() {
            let value = match (self.change)(path, Some(name)) {
                Change::Drop => continue,
                Change::Text(value) => value,
                Change::Keep | Change::Append(_) => value.to_owned(),
            };
            text.push_str(&format!(" {name}=\"{}\"", attribute_escaped(&value)));
        }
        let inner = self.content(node, path, own);
        if inner.is_empty() {
            text.push_str("/>");
        } else {
            text.push_str(&format!(">{inner}</{}>", node.name()));
        }
    }

    fn content<'n>(&self, node: &Node<'n>, path: &mut Vec<&'n str>, own: Change) -> String {
        let indent = |depth: usize| format!("\n{}", "  ".repeat(self.depth.saturating_add(depth)));
        let mut inner = String::new();
        if let Change::Text(content) = &own {
            return content_escaped(content);
        }
        for child in node.children() {
            path.push(child.name());
            // The blanks before a dropped element stay.
            inner.push_str(&indent(path.len()));
            if !matches!((self.change)(path, None), Change::Drop) {
                self.write(&mut inner, &child, path);
            }
            path.pop();
        }
        if inner.is_empty() {
            inner.push_str(&content_escaped(&node.text()));
        } else {
            inner.push_str(&indent(path.len()));
        }
        if let Change::Append(child) = own {
            inner.push_str(&child);
        }
        inner
    }
}
