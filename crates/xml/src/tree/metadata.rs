//! Application metadata: kept and printed as libxml2 would, whatever is in it.
use oxivirt_model::Result;

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

    /// Reads the children of `<metadata>`: elements with a namespace, the first of each.
    pub(crate) fn read(node: Node<'_>) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for child in node.children() {
            if child.namespace().is_empty() || entries.iter().any(|entry| entry.namespace == child.namespace()) {
                continue;
            }
            let mut text = String::new();
            Printer { document: child.document, out: &mut text }.element(child.index, child.tag, 2, true);
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
