//! Application metadata: kept and printed as libxml2 would, whatever is in it.
use std::borrow::Cow;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};

use super::{Data, Declaration, Document, Kind, Node, Tag};
use crate::element::{Context, Element};
use crate::write::Writer;

/// The elements below `<metadata>`, printed: double quotes, two spaces a level, starting at level two.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata(pub(crate) Vec<Entry>);

/// One element of the metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The namespace, of which there is one element at most.
    pub(crate) namespace: String,
    /// The element as it is printed at level two, without the first line's indentation and the last line's end.
    pub(crate) text: String,
    /// The element without any white space that printing adds.
    verbatim: String,
}

impl Metadata {
    /// Returns true if there is no metadata.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the element of a namespace as printed.
    #[must_use]
    pub fn get(&self, namespace: &str) -> Option<&str> {
        self.0.iter().find(|entry| entry.namespace == namespace).map(|entry| entry.text.as_str())
    }

    /// Returns the element of a namespace as a document of its own: without the namespace's declaration and prefix.
    ///
    /// # Errors
    /// `VIR_ERR_XML_DETAIL` if what is kept cannot be read again.
    pub fn without_namespace(&self, namespace: &str) -> Result<Option<String>> {
        let Some(entry) = self.0.iter().find(|entry| entry.namespace == namespace) else { return Ok(None) };
        let mut document = Document::parse_verbatim(entry.verbatim.as_bytes(), ErrorDomain::XML)?;
        document.move_namespace((namespace, None), ("", ""));
        document.undeclare(namespace);
        Ok(Some(document.printed(0, true)))
    }

    /// Puts an element into a namespace, under a prefix, in place of what is there; `None` takes that away. `from` is the error domain
    /// of what the metadata is kept with.
    ///
    /// # Errors
    /// It is not well-formed, or the prefix is none or has another meaning already.
    pub fn set(&mut self, namespace: &str, prefix: &str, element: Option<&[u8]>, from: ErrorDomain) -> Result<()> {
        let entry = element.map(|xml| {
            let refuse = |text: Vec<u8>| Error::new(ErrorDomain::XML, ErrorCode::INTERNAL_ERROR, text);
            let mut document = Document::parse_verbatim(xml, from)?;
            // The stock library declares the prefix in what comes first, which a comment cannot take.
            let declarable = begins_with_element(xml);
            let name = prefix.trim_matches([' ', '\t', '\n', '\r']);
            if !crate::scan::is_name(name) || name.contains(':') {
                return Err(refuse(message!("failed to validate prefix for a new XML namespace")));
            }
            if !declarable || !document.declare(prefix, namespace) {
                return Err(refuse(message!("failed to create a new XML namespace")));
            }
            document.move_namespace(("", Some("")), (namespace, prefix));
            let namespace = document.root()?.namespace().to_owned();
            Ok(Entry { namespace, text: document.printed(2, true), verbatim: document.printed(0, false) })
        });
        let entry = entry.transpose()?;
        self.0.retain(|other| other.namespace != namespace);
        // One with a namespace of its own keeps that, and is added beside any other.
        self.0.extend(entry);
        Ok(())
    }

    /// Reads the children of `<metadata>`: elements with a namespace, the first of each.
    pub(crate) fn read(node: Node<'_>) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for child in node.children() {
            if child.namespace().is_empty() || entries.iter().any(|entry| entry.namespace == child.namespace()) {
                continue;
            }
            let text = child.document.element(child.index, child.tag, 2, true);
            let verbatim = child.document.element(child.index, child.tag, 0, false);
            entries.push(Entry { namespace: child.namespace().to_owned(), text, verbatim });
        }
        Self(entries)
    }
}

impl Element for Metadata {
    fn parse(node: Node<'_>, _: &Context) -> Result<Self> {
        Ok(Self::read(node))
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        for entry in &self.0 {
            out.raw(&entry.text);
        }
    }
}

/// Returns true if nothing but the XML declaration stands before the root element of a document.
fn begins_with_element(xml: &[u8]) -> bool {
    let xml = xml.trim_ascii_start();
    let declaration = xml.strip_prefix(b"<?xml".as_slice()).and_then(|rest| {
        let end = rest.windows(2).position(|pair| pair == b"?>")?;
        rest.get(end.checked_add(2)?..)
    });
    let rest = declaration.unwrap_or(xml).trim_ascii_start();
    !rest.starts_with(b"<!--") && !rest.starts_with(b"<?")
}

impl<'a> Document<'a> {
    /// Adds a declaration to the root. Returns false if the prefix is declared there already.
    fn declare(&mut self, prefix: &'a str, namespace: &'a str) -> bool {
        let Some(Kind::Element(tag)) = self.nodes.get_mut(self.root).map(|data| &mut data.kind) else { return false };
        let mut own = self.declarations.get(tag.declarations.clone()).unwrap_or_default().to_vec();
        if own.iter().any(|declaration| declaration.prefix == prefix) {
            return false;
        }
        own.push(Declaration { prefix, name: Cow::Borrowed(namespace) });
        let start = self.declarations.len();
        self.declarations.append(&mut own);
        tag.declarations = start..self.declarations.len();
        true
    }

    /// Takes the first declaration of a namespace from the root.
    fn undeclare(&mut self, namespace: &str) {
        let Some(Kind::Element(tag)) = self.nodes.get_mut(self.root).map(|data| &mut data.kind) else { return };
        let mut own = self.declarations.get(tag.declarations.clone()).unwrap_or_default().to_vec();
        if let Some(at) = own.iter().position(|declaration| declaration.name == namespace) {
            own.remove(at);
        }
        let start = self.declarations.len();
        self.declarations.append(&mut own);
        tag.declarations = start..self.declarations.len();
    }

    /// Gives all elements of a namespace, and of a prefix if one is told, another namespace and prefix.
    fn move_namespace(&mut self, old: (&str, Option<&str>), new: (&'a str, &'a str)) {
        for data in &mut self.nodes {
            if let Kind::Element(tag) = &mut data.kind
                && tag.namespace == old.0
                && old.1.is_none_or(|prefix| tag.prefix == prefix)
            {
                (tag.namespace, tag.prefix) = (Cow::Borrowed(new.0), new.1);
            }
        }
    }

    /// Prints the root element, whose first line is not indented; `format` says whether the others are.
    fn printed(&self, level: usize, format: bool) -> String {
        match self.nodes.get(self.root).map(|data| &data.kind) {
            Some(Kind::Element(tag)) => self.element(self.root, tag, level, format),
            _ => String::new(),
        }
    }

    fn element(&self, index: usize, tag: &Tag<'_>, level: usize, format: bool) -> String {
        let mut text = String::new();
        Printer { document: self, out: &mut text }.element(index, tag, level, format);
        text
    }
}

struct Printer<'d, 'o> {
    document: &'d Document<'d>,
    out: &'o mut String,
}

impl Printer<'_, '_> {
    fn indent(&mut self, level: usize) {
        for _ in 0..level {
            self.out.push_str("  ");
        }
    }

    fn name(&mut self, prefix: &str, name: &str) {
        if !prefix.is_empty() {
            self.out.push_str(prefix);
            self.out.push(':');
        }
        self.out.push_str(name);
    }

    fn attribute(&mut self, value: &str) {
        self.out.push_str("=\"");
        for c in value.chars() {
            match c {
                '"' => self.out.push_str("&quot;"),
                '\n' => self.out.push_str("&#10;"),
                '\r' => self.out.push_str("&#13;"),
                '\t' => self.out.push_str("&#9;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '&' => self.out.push_str("&amp;"),
                other => self.out.push(other),
            }
        }
        self.out.push('"');
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '&' => self.out.push_str("&amp;"),
                '\r' => self.out.push_str("&#13;"),
                other => self.out.push(other),
            }
        }
    }

    fn element(&mut self, index: usize, tag: &Tag<'_>, level: usize, format: bool) {
        self.out.push('<');
        self.name(tag.prefix, tag.name);
        for Declaration { prefix, name } in self.document.declarations.get(tag.declarations.clone()).unwrap_or_default()
        {
            self.out.push_str(" xmlns");
            if !prefix.is_empty() {
                self.out.push(':');
                self.out.push_str(prefix);
            }
            self.attribute(name);
        }
        for attribute in self.document.attributes.get(tag.attributes.clone()).unwrap_or_default() {
            self.out.push(' ');
            self.name(attribute.prefix, attribute.name);
            self.attribute(&attribute.value);
        }
        if self.document.children(index).next().is_none() {
            self.out.push_str("/>");
            return;
        }
        // Text among the children: nothing may be indented from here on.
        let is_text = |data: &Data<'_>| matches!(data.kind, Kind::Text(_) | Kind::CData(_));
        let format = format && !self.document.children(index).any(|(_, data)| is_text(data));
        self.out.push('>');
        for (at, data) in self.document.children(index) {
            if format {
                self.out.push('\n');
                self.indent(level.saturating_add(1));
            }
            self.child(at, data, level.saturating_add(1), format);
        }
        if format {
            self.out.push('\n');
            self.indent(level);
        }
        self.out.push_str("</");
        self.name(tag.prefix, tag.name);
        self.out.push('>');
    }

    fn child(&mut self, at: usize, data: &Data<'_>, level: usize, format: bool) {
        match &data.kind {
            Kind::Element(tag) => self.element(at, tag, level, format),
            Kind::Text(text) => self.text(text),
            Kind::CData(text) => self.delimited("<![CDATA[", text, "]]>"),
            Kind::Comment(text) => self.delimited("<!--", text, "-->"),
            Kind::Instruction(text) => self.delimited("<?", text, "?>"),
        }
    }

    fn delimited(&mut self, open: &str, text: &str, close: &str) {
        self.out.push_str(open);
        self.out.push_str(text);
        self.out.push_str(close);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(metadata: &mut Metadata, prefix: &str, xml: &str) -> Result<()> {
        metadata.set("urn:a", prefix, Some(xml.as_bytes()), ErrorDomain::NETWORK)
    }

    #[test]
    fn what_is_set_is_got_without_its_namespace() {
        let mut metadata = Metadata::default();
        for xml in ["<x/>", "<x><y a=\"1\"/>text</x>", "<x>\n <y/>\n</x>"] {
            set(&mut metadata, "k", xml).unwrap();
            assert_eq!(metadata.without_namespace("urn:a").unwrap().as_deref(), Some(xml));
        }
        set(&mut metadata, "k", "<x><y xmlns='urn:b'/></x>").unwrap();
        assert_eq!(metadata.get("urn:a"), Some("<k:x xmlns:k=\"urn:a\">\n      <y xmlns=\"urn:b\"/>\n    </k:x>"));
        assert_eq!(metadata.without_namespace("urn:a").unwrap().as_deref(), Some("<x>\n  <y xmlns=\"urn:b\"/>\n</x>"));
        metadata.set("urn:a", "", None, ErrorDomain::NETWORK).unwrap();
        assert!(metadata.is_empty());
    }

    #[test]
    fn elements_are_put_into_a_namespace_and_taken_out() {
        let mut metadata = Metadata::default();
        metadata.set("urn:a", "p", Some(b"<x k='1'><y/>t<o:z xmlns:o='urn:o'/></x>"), ErrorDomain::DOMAIN).unwrap();
        let kept = "<p:x xmlns:p=\"urn:a\" k=\"1\"><p:y/>t<o:z xmlns:o=\"urn:o\"/></p:x>";
        assert_eq!(metadata.get("urn:a"), Some(kept));
        let out = metadata.without_namespace("urn:a").unwrap();
        assert_eq!(out.as_deref(), Some("<x k=\"1\"><y/>t<o:z xmlns:o=\"urn:o\"/></x>"));
        metadata.set("urn:a", "q", Some(b"<b><c/></b>"), ErrorDomain::DOMAIN).unwrap();
        let kept = "<q:b xmlns:q=\"urn:a\">\n      <q:c/>\n    </q:b>";
        assert_eq!((metadata.0.len(), metadata.get("urn:a")), (1, Some(kept)));
        assert_eq!(metadata.without_namespace("urn:a").unwrap().as_deref(), Some("<b>\n  <c/>\n</b>"));
        assert_eq!(metadata.without_namespace("urn:b"), Ok(None));
        metadata.set("urn:a", "", None, ErrorDomain::DOMAIN).unwrap();
        assert!(metadata.is_empty());
    }

    #[test]
    fn an_element_with_a_namespace_keeps_it() {
        let mut metadata = Metadata::default();
        set(&mut metadata, "k", "<x xmlns='urn:own'/>").unwrap();
        assert_eq!(metadata.without_namespace("urn:a"), Ok(None));
        assert_eq!(metadata.get("urn:own"), Some("<x xmlns=\"urn:own\" xmlns:k=\"urn:a\"/>"));
    }

    #[test]
    fn prefixes_that_cannot_be_are_refused() {
        let mut metadata = Metadata::default();
        for prefix in ["", "a b", "1", "a:b", "-"] {
            let error = set(&mut metadata, prefix, "<x/>").unwrap_err();
            assert_eq!(error.text(), "internal error: failed to validate prefix for a new XML namespace", "{prefix}");
        }
        let error = set(&mut metadata, "k", "<x xmlns:k='urn:b'/>").unwrap_err();
        assert_eq!(error.text(), "internal error: failed to create a new XML namespace");
        assert!(set(&mut metadata, "k", "<?xml version='1.0'?><!-- c --><x/>").is_err());
        assert!(set(&mut metadata, "k", "<x").is_err());
        assert!(metadata.is_empty());
    }
}
