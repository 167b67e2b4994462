//! Writes XML: single quotes, two spaces a level, elements without content closed at once.
//!
//! A crate of its own because every byte of every document passes here: it is built for speed, what calls it for size.

/// An element's tag state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing of it is printed yet: it is only when there is something in it.
    Waiting,
    /// The start tag lacks its `>`.
    Tag,
    /// Children stand on lines of their own.
    Lines,
    /// Text, on the line of the start tag.
    Inline,
}

#[derive(Debug)]
struct Open {
    state: State,
    /// The name, while nothing is printed.
    waiting: &'static str,
    /// Where the name is in the document, for the end tag.
    at: usize,
    len: usize,
}

/// A document being written.
#[derive(Debug)]
pub struct Emitter {
    out: Printer,
    open: Vec<Open>,
    /// How many of the innermost elements wait for something in them.
    waiting: usize,
}

/// What most documents fit in, so that they are not moved while they grow.
const ROOM: usize = 2000;

/// What few documents nest deeper than.
const DEPTH: usize = 12;

impl Emitter {
    /// Returns a writer for an empty document.
    #[must_use]
    pub fn new() -> Self {
        let out = Printer { out: String::with_capacity(ROOM) };
        Self { out, open: Vec::with_capacity(DEPTH), waiting: 0 }
    }

    /// Returns the document.
    #[must_use]
    pub fn finish(self) -> String {
        self.out.out
    }

    fn indent(&mut self, levels: usize) {
        const BLANKS: &str = "                                ";
        let mut left = levels.saturating_mul(2);
        while let Some(more) = left.checked_sub(BLANKS.len()) {
            self.out.out.push_str(BLANKS);
            left = more;
        }
        self.out.out.push_str(BLANKS.get(..left).unwrap_or_default());
    }

    /// Prints the start tags that wait: there is something for the innermost element.
    #[inline]
    fn settle(&mut self) {
        if self.waiting != 0 {
            self.print_waiting();
        }
    }

    fn print_waiting(&mut self) {
        let first = self.open.len().saturating_sub(std::mem::take(&mut self.waiting));
        for level in first..self.open.len() {
            if let Some(parent) = level.checked_sub(1).and_then(|at| self.open.get_mut(at))
                && parent.state == State::Tag
            {
                parent.state = State::Lines;
                self.out.out.push_str(">\n");
            }
            let Some(name) = self.open.get(level).map(|open| open.waiting) else { return };
            let at = self.start_tag(level, name);
            if let Some(open) = self.open.get_mut(level) {
                (open.state, open.at, open.len) = (State::Tag, at, name.len());
            }
        }
    }

    /// Prints `<name`. Returns where the name is.
    fn start_tag(&mut self, level: usize, name: &str) -> usize {
        self.indent(level);
        self.out.out.push('<');
        let at = self.out.out.len();
        self.out.out.push_str(name);
        at
    }

    /// Ends the start tag of the innermost element, so that a line may follow.
    #[inline]
    fn start_line(&mut self) {
        self.settle();
        if let Some(parent) = self.open.last_mut()
            && parent.state == State::Tag
        {
            parent.state = State::Lines;
            self.out.out.push_str(">\n");
        }
    }

    /// Starts an element: `<name`, closed by [`Emitter::close`]; attributes come first, then children or text.
    pub fn open(&mut self, name: &str) {
        self.start_line();
        let at = self.start_tag(self.open.len(), name);
        self.open.push(Open { state: State::Tag, waiting: "", at, len: name.len() });
    }

    /// Starts an element that is not printed when it gets neither an attribute nor content.
    pub fn open_optional(&mut self, name: &'static str) {
        self.open.push(Open { state: State::Waiting, waiting: name, at: 0, len: 0 });
        self.waiting = self.waiting.saturating_add(1);
    }

    /// Starts an element without attributes whose end tag has a line of its own even when nothing is in it.
    pub fn open_block(&mut self, name: &str) {
        self.open(name);
        self.start_line();
    }

    /// Puts the end tag of the open element on a line of its own even when nothing is in it.
    pub fn block(&mut self) {
        self.start_line();
    }

    /// Starts an attribute, whose value is then printed by [`Emitter::printer`], and which [`Emitter::end_attr`] ends.
    pub fn start_attr(&mut self, name: &str) {
        self.settle();
        debug_assert!(self.open.last().is_some_and(|open| open.state == State::Tag), "attribute {name} after content");
        self.out.out.push(' ');
        self.out.out.push_str(name);
        self.out.out.push_str("='");
    }

    /// Ends an attribute.
    #[inline]
    pub fn end_attr(&mut self) {
        self.out.out.push('\'');
    }

    /// Returns what prints values.
    #[inline]
    pub fn printer(&mut self) -> &mut Printer {
        &mut self.out
    }

    /// Adds an attribute to the start tag.
    pub fn attr(&mut self, name: &str, value: &str) {
        self.start_attr(name);
        escape(&mut self.out.out, value);
        self.out.out.push('\'');
    }

    /// Starts text in the innermost element, which is then printed by [`Emitter::printer`].
    pub fn start_text(&mut self) {
        self.settle();
        if let Some(open) = self.open.last_mut() {
            if open.state == State::Tag {
                self.out.out.push('>');
            }
            open.state = State::Inline;
        }
    }

    /// Adds text as the element's content.
    pub fn text(&mut self, text: &str) {
        self.start_text();
        escape(&mut self.out.out, text);
    }

    /// Adds lines that are XML already; their first is indented here.
    pub fn raw(&mut self, xml: &str) {
        self.start_line();
        self.indent(self.open.len());
        self.out.out.push_str(xml);
        self.out.out.push('\n');
    }

    /// Adds an empty line between children.
    pub fn blank_line(&mut self) {
        self.start_line();
        self.out.out.push('\n');
    }

    /// Ends the innermost element.
    pub fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        match open.state {
            State::Waiting => {
                self.waiting = self.waiting.saturating_sub(1);
                return;
            }
            State::Tag => {
                self.out.out.push_str("/>\n");
                return;
            }
            State::Lines => self.indent(self.open.len()),
            State::Inline => {}
        }
        self.out.out.push_str("</");
        self.out.out.extend_from_within(open.at..open.at.saturating_add(open.len));
        self.out.out.push_str(">\n");
    }
}

impl Default for Emitter {
    fn default() -> Self {
        Self::new()
    }
}

/// Where a value prints itself.
#[derive(Debug)]
pub struct Printer {
    out: String,
}

impl Printer {
    /// Adds text that may hold any character.
    pub fn text(&mut self, text: &str) {
        escape(&mut self.out, text);
    }

    /// Adds text that needs no escapes: a word of a table, digits.
    pub fn plain(&mut self, text: &str) {
        debug_assert!(!text.bytes().any(special), "{text}");
        self.out.push_str(text);
    }

    /// Adds a number in decimal digits.
    pub fn decimal(&mut self, mut number: u64) {
        let mut digits = [b'0'; 20];
        let mut first = digits.len();
        for (at, digit) in digits.iter_mut().enumerate().rev() {
            first = at;
            *digit |= u8::try_from(number % 10).unwrap_or(0);
            number /= 10;
            if number == 0 {
                break;
            }
        }
        for digit in digits.get(first..).unwrap_or_default() {
            self.out.push(char::from(*digit));
        }
    }

    /// Adds a byte in two hexadecimal digits.
    pub fn hex_byte(&mut self, byte: u8) {
        for digit in [byte >> 4, byte & 15] {
            let letter = if digit < 10 { b'0' } else { b'a'.wrapping_sub(10) };
            self.out.push(char::from(letter.wrapping_add(digit)));
        }
    }
}

/// Returns true for a byte that does not stand for itself.
#[inline]
const fn special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'') || (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'))
}

/// Adds `text` with the five characters escaped that the stock library escapes.
fn escape(out: &mut String, text: &str) {
    if text.bytes().any(special) {
        return escape_special(out, text);
    }
    out.push_str(text);
}

#[cold]
fn escape_special(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // Control characters cannot stand in a document; the stock library drops them.
            '\0'..' ' if !matches!(letter, '\t' | '\n' | '\r') => {}
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_documents_are_indented() {
        let mut out = Emitter::new();
        for _ in 0..40 {
            out.open("e");
        }
        for _ in 0..40 {
            out.close();
        }
        let text = out.finish();
        let starts: Vec<&str> = text.lines().take(40).collect();
        for (level, line) in starts.iter().enumerate() {
            assert_eq!(line.len() - line.trim_start().len(), level * 2, "{line}");
        }
        assert_eq!(text.lines().count(), 79);
    }

    #[test]
    fn elements_that_wait_are_printed_with_what_is_in_them() {
        let mut out = Emitter::new();
        out.open("a");
        out.open_optional("b");
        out.open_optional("c");
        out.close();
        out.open_optional("d");
        out.attr("k", "v");
        out.close();
        out.open_optional("e");
        out.close();
        out.close();
        out.open_optional("f");
        out.text("");
        out.close();
        out.close();
        assert_eq!(out.finish(), "<a>\n  <b>\n    <d k='v'/>\n  </b>\n  <f></f>\n</a>\n");
    }

    #[test]
    fn control_characters_are_dropped_and_five_others_escaped() {
        let mut out = Emitter::new();
        out.open("a");
        out.attr("k", "\u{1}a\tb\u{e9}\u{2}'\u{7f}");
        out.text("&<>\"'\u{2}\n");
        out.close();
        assert_eq!(out.finish(), "<a k='a\tb\u{e9}&apos;\u{7f}'>&amp;&lt;&gt;&quot;&apos;\n</a>\n");
    }

    #[test]
    fn numbers() {
        let mut out = Emitter::new();
        for number in [0, 7, 10, 1_234_567_890, u64::MAX] {
            out.printer().decimal(number);
            out.printer().plain(" ");
        }
        for byte in [0, 0x9a, 0xff] {
            out.printer().hex_byte(byte);
        }
        assert_eq!(out.finish(), "0 7 10 1234567890 18446744073709551615 009aff");
    }
}
