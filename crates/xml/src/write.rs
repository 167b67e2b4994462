//! Formatting: single quotes, two spaces a level, elements without content closed at once.
use std::borrow::Cow;

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

/// An element's tag state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The start tag lacks its `>`.
    Tag,
    /// Children stand on lines of their own.
    Lines,
    /// Text, on the line of the start tag.
    Inline,
}

#[derive(Debug)]
struct Open {
    name: Cow<'static, str>,
    state: State,
    /// For an element that is only printed with something in it: where it begins, where its start tag's name ends, and whether the
    /// parent's tag was open.
    optional: Option<(usize, usize, bool)>,
}

/// A document being written.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    open: Vec<Open>,
    flags: FormatFlags,
    /// Levels of indentation that come from outside.
    base: usize,
}

impl Writer {
    /// Returns a writer for an empty document.
    #[must_use]
    pub fn new(flags: FormatFlags) -> Self {
        Self { flags, ..Self::default() }
    }

    /// Returns what is to be printed.
    #[must_use]
    pub fn flags(&self) -> FormatFlags {
        self.flags
    }

    /// Returns the document.
    #[must_use]
    pub fn finish(self) -> String {
        self.out
    }

    fn indent(&mut self) {
        for _ in 0..self.open.len().saturating_add(self.base) {
            self.out.push_str("  ");
        }
    }

    /// Ends the parent's start tag, so that a line may follow.
    fn start_line(&mut self) -> bool {
        match self.open.last_mut() {
            Some(parent) if parent.state == State::Tag => {
                parent.state = State::Lines;
                self.out.push_str(">\n");
                true
            }
            _ => false,
        }
    }

    /// Starts an element: `<name`, closed by [`Writer::close`]; attributes come first, then children or text.
    pub fn open(&mut self, name: impl Into<Cow<'static, str>>) {
        self.start(name.into(), false);
    }

    /// Starts an element that is taken back when it gets neither an attribute nor content.
    pub fn open_optional(&mut self, name: impl Into<Cow<'static, str>>) {
        self.start(name.into(), true);
    }

    /// Starts an element without attributes whose end tag has a line of its own even when nothing is in it.
    pub fn open_block(&mut self, name: impl Into<Cow<'static, str>>) {
        self.start(name.into(), false);
        self.start_line();
    }

    /// Puts the end tag of the open element on a line of its own even when nothing is in it.
    pub fn block(&mut self) {
        self.start_line();
    }

    fn start(&mut self, name: Cow<'static, str>, optional: bool) {
        let begin = self.out.len();
        let ended_tag = self.start_line();
        self.indent();
        self.out.push('<');
        self.out.push_str(&name);
        let optional = optional.then_some((begin, self.out.len(), ended_tag));
        self.open.push(Open { name, state: State::Tag, optional });
    }

    /// Adds an attribute to the start tag.
    pub fn attr(&mut self, name: &str, value: &str) {
        debug_assert!(self.open.last().is_some_and(|open| open.state == State::Tag), "attribute {name} after content");
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("='");
        escape(&mut self.out, value);
        self.out.push('\'');
    }

    /// Adds an attribute if there is a value.
    pub fn attr_opt<V: crate::value::Value>(&mut self, name: &str, value: Option<&V>) {
        if let Some(value) = value {
            self.attr(name, &value.text());
        }
    }

    /// Adds text as the element's content.
    pub fn text(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            if open.state == State::Tag {
                self.out.push('>');
            }
            open.state = State::Inline;
        }
        escape(&mut self.out, text);
    }

    /// Writes `<name>text</name>`.
    pub fn text_element(&mut self, name: impl Into<Cow<'static, str>>, text: &str) {
        self.open(name);
        self.text(text);
        self.close();
    }

    /// Writes `<name/>`.
    pub fn empty_element(&mut self, name: impl Into<Cow<'static, str>>) {
        self.open(name);
        self.close();
    }

    /// Adds lines that are XML already; their first is indented here.
    pub fn raw(&mut self, xml: &str) {
        self.start_line();
        self.indent();
        self.out.push_str(xml);
        self.out.push('\n');
    }

    /// Adds an empty line between children.
    pub fn blank_line(&mut self) {
        self.start_line();
        self.out.push('\n');
    }

    /// Ends the innermost element.
    pub fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        if let Some((begin, named, ended_tag)) = open.optional
            && self.out.len() == named
        {
            self.out.truncate(begin);
            if ended_tag && let Some(parent) = self.open.last_mut() {
                parent.state = State::Tag;
            }
            return;
        }
        match open.state {
            State::Tag => {
                self.out.push_str("/>\n");
                return;
            }
            State::Lines => self.indent(),
            State::Inline => {}
        }
        self.out.push_str("</");
        self.out.push_str(&open.name);
        self.out.push_str(">\n");
    }
}

/// Adds `text` with the five characters escaped that the stock library escapes.
fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (plain, behind) = rest.split_at(at);
        out.push_str(plain);
        let mut chars = behind.chars();
        out.push_str(match chars.next() {
            Some('&') => "&amp;",
            Some('<') => "&lt;",
            Some('>') => "&gt;",
            Some('"') => "&quot;",
            _ => "&apos;",
        });
        rest = chars.as_str();
    }
    // Control characters cannot stand in a document; the stock library drops them.
    if rest.bytes().any(|byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) {
        out.extend(rest.chars().filter(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r')));
    } else {
        out.push_str(rest);
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
