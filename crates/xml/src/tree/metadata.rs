//! Application metadata: kept and printed as libxml2 would, whatever is in it.
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
    /// `VIR_ERR_INTERNAL_ERROR` if what is kept cannot be read again.
    pub fn without_namespace(&self, namespace: &str) -> Result<Option<String>> {
        let Some(text) = self.get(namespace) else { return Ok(None) };
        let document = Document::parse(text.as_bytes(), ErrorDomain::XML)?;
        let root = document.root()?;
        let mut out = String::new();
        let printer = Printer { document: &document, out: &mut out, rename: Rename::Drop(namespace) };
        printer.root(root, 0);
        Ok(Some(out))
    }

    /// Puts an element into a namespace, under a prefix, in place of what is there; `None` takes that away. `from` is the error domain
    /// of what the metadata is kept with.
    ///
    /// # Errors
    /// The element is not well-formed, or the prefix is none.
    pub fn set(&mut self, namespace: &str, prefix: &str, xml: Option<&[u8]>, from: ErrorDomain) -> Result<()> {
        let entry = xml.map(|xml| Entry::inside(namespace, prefix, xml, from)).transpose()?;
        self.0.retain(|entry| entry.namespace != namespace);
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
            let mut text = String::new();
            Printer { document: child.document, out: &mut text, rename: Rename::Nothing }.root(child, 2);
            entries.push(Entry { namespace: child.namespace().to_owned(), text });
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

impl Entry {
    /// Returns an element in another namespace than it was written: elements that have none get it.
    fn inside(namespace: &str, prefix: &str, xml: &[u8], from: ErrorDomain) -> Result<Self> {
        let document = Document::parse(xml, from)?;
        let root = document.root()?;
        let refused = |text: Vec<u8>| Error::new(ErrorDomain::XML, ErrorCode::INTERNAL_ERROR, text);
        if !super::build::is_name(prefix) || prefix.contains(':') {
            return Err(refused(message!("failed to validate prefix for a new XML namespace")));
        }
        let declared = document.declarations.get(root.tag.declarations.clone()).unwrap_or_default();
        if declared.iter().any(|declaration| declaration.prefix == prefix) {
            return Err(refused(message!("failed to create a new XML namespace")));
        }
        let own = if root.namespace().is_empty() { namespace } else { root.namespace() };
        let mut text = String::new();
        let rename = Rename::Add { prefix, namespace };
        Printer { document: &document, out: &mut text, rename }.root(root, 2);
        Ok(Self { namespace: own.to_owned(), text })
    }
}

/// What becomes of namespaces when elements are printed.
#[derive(Clone, Copy)]
enum Rename<'n> {
    Nothing,
    /// Elements of this one have none, and the root does not declare it.
    Drop(&'n str),
    /// Elements without one have this one, which the root declares.
    Add {
        prefix: &'n str,
        namespace: &'n str,
    },
}

struct Printer<'d, 'o, 'n> {
    document: &'d Document<'d>,
    out: &'o mut String,
    rename: Rename<'n>,
}

impl<'n> Printer<'_, '_, 'n> {
    /// Prints the outermost element.
    fn root(mut self, node: Node<'_>, level: usize) {
        self.element(node.index, node.tag, level, true);
    }

    /// Returns the prefix under which an element is printed.
    fn prefix<'t>(&self, tag: &Tag<'t>) -> &'t str
    where
        'n: 't,
    {
        match self.rename {
            Rename::Drop(namespace) if tag.namespace == namespace => "",
            Rename::Add { prefix, .. } if tag.namespace.is_empty() => prefix,
            _ => tag.prefix,
        }
    }

    /// Prints the declarations of an element: what is renamed concerns those of the outermost one.
    fn declare(&mut self, tag: &Tag<'_>) {
        let root = std::ptr::eq(tag, self.document.root().map_or(tag, |root| root.tag));
        let mut dropped = false;
        for Declaration { prefix, name } in self.document.declarations.get(tag.declarations.clone()).unwrap_or_default()
        {
            if let Rename::Drop(namespace) = self.rename
                && root
                && name == namespace
                && !std::mem::replace(&mut dropped, true)
            {
                continue;
            }
            self.declaration(prefix, name);
        }
        if let Rename::Add { prefix, namespace } = self.rename
            && root
        {
            self.declaration(prefix, namespace);
        }
    }

    fn declaration(&mut self, prefix: &str, name: &str) {
        self.out.push_str(" xmlns");
        if !prefix.is_empty() {
            self.out.push(':');
            self.out.push_str(prefix);
        }
        self.attribute(name);
    }

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
        let prefix = self.prefix(tag);
        self.name(prefix, tag.name);
        self.declare(tag);
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
        self.name(prefix, tag.name);
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
    fn prefixes_that_are_none_are_refused() {
        let refused = |prefix, xml: &[u8]| {
            Metadata::default().set("u", prefix, Some(xml), ErrorDomain::DOMAIN).unwrap_err().text().into_owned()
        };
        for prefix in ["", "1", "a:b", "a b"] {
            assert!(
                refused(prefix, b"<a/>").ends_with("failed to validate prefix for a new XML namespace"),
                "{prefix}"
            );
        }
        assert!(refused("p", b"<a xmlns:p='x'/>").ends_with("failed to create a new XML namespace"));
    }
}
