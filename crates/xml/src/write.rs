//! Formatting: single quotes, two spaces a level, elements without content closed at once.
use oxivirt_xml_write::Emitter;
pub use oxivirt_xml_write::Printer;

use crate::element::Element;
use crate::value::Value;

/// Which parts of a definition are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FormatFlags {
    /// Secrets too, such as the password of a graphics device (`VIR_DOMAIN_XML_SECURE`).
    pub secure: bool,
    /// The persistent definition: nothing that only a running object has (`VIR_DOMAIN_XML_INACTIVE`).
    pub inactive: bool,
    /// What the destination of a migration by an old libvirt understands (`VIR_DOMAIN_XML_MIGRATABLE`).
    pub migratable: bool,
    /// What the daemon itself keeps: state of a running domain.
    pub status: bool,
}

/// When an element is printed that nothing is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Empty {
    /// Not at all.
    Omit,
    /// As `<name/>`.
    Keep,
    /// As a start tag and an end tag, each on its line.
    Block,
}

/// A document being written.
#[derive(Debug)]
pub struct Writer {
    out: Emitter,
    flags: FormatFlags,
}

impl Writer {
    /// Returns a writer for an empty document.
    #[must_use]
    pub fn new(flags: FormatFlags) -> Self {
        Self { out: Emitter::new(), flags }
    }

    /// Returns what is to be printed.
    #[must_use]
    pub fn flags(&self) -> FormatFlags {
        self.flags
    }

    /// Returns the document.
    #[must_use]
    pub fn finish(self) -> String {
        self.out.finish()
    }

    /// Starts an element: `<name`, closed by [`Writer::close`]; attributes come first, then children or text.
    pub fn open(&mut self, name: impl AsRef<str>) {
        self.out.open(name.as_ref());
    }

    /// Starts an element that is not printed when it gets neither an attribute nor content.
    pub fn open_optional(&mut self, name: &'static str) {
        self.out.open_optional(name);
    }

    /// Starts an element without attributes whose end tag has a line of its own even when nothing is in it.
    pub fn open_block(&mut self, name: &str) {
        self.out.open_block(name);
    }

    /// Puts the end tag of the open element on a line of its own even when nothing is in it.
    pub fn block(&mut self) {
        self.out.block();
    }

    /// Adds an attribute to the start tag.
    pub fn attr(&mut self, name: &str, value: &str) {
        self.out.attr(name, value);
    }

    /// Adds an attribute to the start tag.
    #[inline(never)]
    pub fn attr_value<V: Value>(&mut self, name: &str, value: &V) {
        self.out.start_attr(name);
        value.print(self.out.printer());
        self.out.end_attr();
    }

    /// Adds an attribute if there is a value.
    pub fn attr_opt<V: Value>(&mut self, name: &str, value: Option<&V>) {
        if let Some(value) = value {
            self.attr_value(name, value);
        }
    }

    /// Adds text as the element's content.
    pub fn text(&mut self, text: &str) {
        self.out.text(text);
    }

    /// Adds a value as the element's content.
    #[inline(never)]
    pub fn text_value<V: Value>(&mut self, value: &V) {
        self.out.start_text();
        value.print(self.out.printer());
    }

    /// Writes `<name>text</name>`.
    pub fn text_element(&mut self, name: &str, text: &str) {
        self.open(name);
        self.text(text);
        self.close();
    }

    /// Writes `<name/>`.
    pub fn empty_element(&mut self, name: impl AsRef<str>) {
        self.open(name);
        self.close();
    }

    /// Writes an element.
    #[inline(never)]
    pub fn child<T: Element>(&mut self, name: &'static str, empty: Empty, value: &T) {
        match empty {
            Empty::Omit => self.open_optional(name),
            Empty::Keep | Empty::Block => self.out.open(name),
        }
        value.attributes(self);
        if empty == Empty::Block {
            self.block();
        }
        value.children(self);
        self.close();
    }

    /// Adds lines that are XML already; their first is indented here.
    pub fn raw(&mut self, xml: &str) {
        self.out.raw(xml);
    }

    /// Adds an empty line between children.
    pub fn blank_line(&mut self) {
        self.out.blank_line();
    }

    /// Ends the innermost element.
    pub fn close(&mut self) {
        self.out.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_optional_elements_leave_no_trace() {
        let mut out = Writer::new(FormatFlags::default());
        out.open("a");
        out.open_optional("b");
        out.open_optional("c");
        out.close();
        out.close();
        out.close();
        assert_eq!(out.finish(), "<a/>\n");
    }

    #[test]
    fn lines_and_quotes() {
        let mut out = Writer::new(FormatFlags::default());
        out.open("a");
        out.attr("k", "<'\"&>\n");
        out.open_optional("b");
        out.text_element("c", "x&y");
        out.close();
        out.open_block("d");
        out.close();
        out.close();
        assert_eq!(
            out.finish(),
            "<a k='&lt;&apos;&quot;&amp;&gt;\n'>\n  <b>\n    <c>x&amp;y</c>\n  </b>\n  <d>\n  </d>\n</a>\n"
        );
    }
}
