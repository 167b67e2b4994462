//! Looking things up in definitions.
use crate::bytes::Shown;
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

/// Returns the document with another text in the root's first child element of that name.
///
/// # Errors
/// It is not well-formed, or has no such element.
pub(crate) fn with_text(document: &Text, name: &str, text: &str) -> Done<String> {
    let source = document.shown();
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    // The driver prints the element in one line, and no other of that name before it.
    let split = source.split_once(&open).and_then(|(before, rest)| Some((before, rest.split_once(&close)?.1)));
    let (before, after) = split.ok_or_else(Failure::quiet)?;
    let text = crate::commands::general::xml_escaped(text);
    Ok(format!("{before}{open}{text}{close}{}", after.trim_end_matches('\n')))
}

/// Returns an element with everything in it, as the stock library prints one.
pub(crate) fn to_string(node: &Node<'_>) -> String {
    let mut text = String::new();
    write_node(&mut text, node);
    text
}

fn write_node(text: &mut String, node: &Node<'_>) {
    use crate::commands::general::xml_escaped;
    text.push('<');
    text.push_str(node.name());
    for (name, value) in node.attributes() {
        text.push_str(&format!(" {name}=\"{}\"", xml_escaped(value).replace("&apos;", "'")));
    }
    let mut children = node.children().peekable();
    if children.peek().is_none() {
        let content = node.text();
        if content.is_empty() {
            text.push_str("/>");
            return;
        }
        text.push_str(&format!(">{}</{}>", xml_escaped(&content), node.name()));
        return;
    }
    text.push('>');
    for child in children {
        write_node(text, &child);
    }
    text.push_str(&format!("</{}>", node.name()));
}
