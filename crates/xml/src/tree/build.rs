//! From quick-xml's events to a [`Document`], refusing what libxml2 refuses, in its words.
use std::borrow::Cow;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use quick_xml::errors::{Error as XmlError, IllFormedError, SyntaxError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::{Attribute, Data, Declaration, Document, Kind, MAX_DEPTH, MAX_SIZE, Tag};
use crate::detail::xml_detail;
use crate::scan::{blanks, forbidden, is_blank, is_char, is_name, split_once};

/// The longest piece of a line that an error shows.
const MAX_CONTEXT: usize = 512;

struct Builder<'a, 'p> {
    input: &'a str,
    origin: Origin<'p>,
    /// White space between elements is kept.
    verbatim: bool,
    document: Document<'a>,
    /// The open elements.
    open: Vec<usize>,
    /// Start and end of the event in the input.
    start: usize,
    end: usize,
    /// How many lines end before `counted`.
    lines: u32,
    counted: usize,
    seen_root: bool,
}

/// Whose document it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin<'p> {
    /// The error domain of what is defined.
    pub(super) from: ErrorDomain,
    /// The file that it is from.
    pub(super) file: Option<&'p [u8]>,
}

pub(super) fn parse<'a>(input: &'a [u8], origin: Origin<'_>, verbatim: bool) -> Result<Document<'a>> {
    if input.len() > MAX_SIZE {
        return Err(Error::new(origin.from, ErrorCode::XML_ERROR, format!("document of more than {MAX_SIZE} bytes")));
    }
    if input.is_empty() {
        return Err(origin.refused(1, "Document is empty", None));
    }
    let text = core::str::from_utf8(input)
        .map_err(|error| syntax(input, origin, error.valid_up_to(), "Invalid bytes in character encoding"))?;
    let mut builder = Builder {
        input: text,
        origin,
        verbatim,
        document: Document::default(),
        open: Vec::new(),
        start: 0,
        end: 0,
        lines: 0,
        counted: 0,
        seen_root: false,
    };
    builder.run()?;
    Ok(builder.document)
}

/// Returns the error that points at `offset`.
fn syntax(input: &[u8], origin: Origin<'_>, offset: usize, what: &str) -> Error {
    let before = input.get(..offset).unwrap_or(input);
    let mut at = offset.min(input.len());
    if at == input.len() {
        at = at.saturating_sub(1);
    }
    let is_end = |at: usize| matches!(input.get(at), Some(b'\n' | b'\r'));
    while at > 0 && is_end(at) {
        at = at.saturating_sub(1);
    }
    while at > 0 && !is_end(at) {
        at = at.saturating_sub(1);
    }
    if is_end(at) {
        at = at.saturating_add(1);
    }
    let at = at.max(offset.saturating_sub(MAX_CONTEXT));
    let line = input.get(at..).unwrap_or_default();
    let line = line.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    let line = line.get(..line.len().min(MAX_CONTEXT.saturating_mul(2))).unwrap_or(line);
    let number = before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1);
    let column = offset.saturating_sub(at).min(line.len());
    let mut pointer: Vec<u8> = line.iter().take(column).map(|byte| if *byte == b'\t' { b'\t' } else { b'-' }).collect();
    pointer.push(b'^');
    origin.refused(number, what, Some((line, &pointer)))
}

impl Origin<'_> {
    /// Returns the error of a line: what is wrong, in the words of the parser, and the line with a pointer below it.
    fn refused(self, number: usize, what: &str, shown: Option<(&[u8], &[u8])>) -> Error {
        let what = format!("{what}\n");
        let message = match (self.file, shown) {
            (None, None) => message!("at line %1$d: %2$s", number, what),
            (None, Some((line, pointer))) => message!("at line %1$d: %2$s%3$s\n%4$s", number, what, line, pointer),
            (Some(file), None) => message!("%1$s:%2$d: %3$s", file, number, what),
            (Some(file), Some((line, pointer))) => {
                message!("%1$s:%2$d: %3$s%4$s\n%5$s", file, number, what, line, pointer)
            }
        };
        xml_detail(self.from, message)
    }
}

impl<'a> Builder<'a, '_> {
    fn run(&mut self) -> Result<()> {
        let mut reader = Reader::from_str(self.input);
        let config = reader.config_mut();
        // Names of end tags and stray characters are checked here, where the message is known.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        loop {
            self.start = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let event = reader.read_event();
            self.end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            match event {
                Err(error) => return Err(self.refused(&error)),
                Ok(Event::Eof) => break,
                Ok(event) => self.event(&event)?,
            }
        }
        if let Some((name, line)) = self.open.last().and_then(|at| self.tag_and_line(*at)) {
            let what = format!("Premature end of data in tag {name} line {line}");
            return Err(self.error(self.input.len(), &what));
        }
        if self.seen_root { Ok(()) } else { Err(self.error(self.input.len(), "Start tag expected, '<' not found")) }
    }

    fn error(&self, offset: usize, what: &str) -> Error {
        syntax(self.input.as_bytes(), self.origin, offset, what)
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.input.get(from..to).unwrap_or_default()
    }

    /// Returns the error for what quick-xml itself refuses.
    fn refused(&self, error: &XmlError) -> Error {
        let end = self.input.len();
        match error {
            XmlError::Syntax(SyntaxError::UnclosedTag) => {
                let rest = self.slice(self.start, end);
                let name = rest.trim_start_matches(['<', '/']);
                let name = name.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
                if rest.starts_with("</") {
                    return self.error(end, "expected '>'");
                }
                if name.is_empty() {
                    return self.error(self.start.saturating_add(1), "StartTag: invalid element name");
                }
                self.error(end, &format!("Couldn't find end of Start Tag {name} line {}", self.line_of(self.start)))
            }
            XmlError::Syntax(SyntaxError::UnclosedComment) => self.error(end, "Comment not terminated"),
            XmlError::Syntax(SyntaxError::UnclosedCData) => self.error(end, "CData section not finished"),
            XmlError::Syntax(SyntaxError::UnclosedPI | SyntaxError::UnclosedXmlDecl) => {
                self.error(end, "PI not terminated")
            }
            XmlError::IllFormed(IllFormedError::UnclosedReference) => self.error(self.end, "EntityRef: expecting ';'"),
            _ => self.error(self.end.min(end), "StartTag: invalid element name"),
        }
    }

    fn line_of(&self, offset: usize) -> usize {
        self.input.bytes().take(offset).filter(|byte| *byte == b'\n').count().saturating_add(1)
    }

    fn tag_and_line(&self, at: usize) -> Option<(&'a str, u32)> {
        let data = self.document.nodes.get(at)?;
        match &data.kind {
            Kind::Element(tag) => Some((self.full_name(tag), data.line)),
            _ => None,
        }
    }

    /// Returns the name with its prefix.
    fn full_name(&self, tag: &Tag<'a>) -> &'a str {
        if tag.prefix.is_empty() {
            return tag.name;
        }
        let length = tag.prefix.len().saturating_add(1).saturating_add(tag.name.len());
        let start = (tag.prefix.as_ptr() as usize).saturating_sub(self.input.as_ptr() as usize);
        self.slice(start, start.saturating_add(length))
    }

    /// Returns the line that `self.end` is in; offsets only grow, so each byte is counted once.
    fn line(&mut self) -> u32 {
        let ends = self.slice(self.counted, self.end).bytes().filter(|byte| *byte == b'\n').count();
        self.lines = self.lines.saturating_add(u32::try_from(ends).unwrap_or(u32::MAX));
        self.counted = self.end;
        self.lines.saturating_add(1)
    }

    fn event(&mut self, event: &Event<'a>) -> Result<()> {
        match event {
            Event::Start(start) => self.element(start, false),
            Event::Empty(start) => self.element(start, true),
            Event::End(_) => self.end_tag(),
            Event::Text(_) => self.text(),
            Event::GeneralRef(_) => self.reference(),
            Event::CData(_) => {
                let inside = self.slice(self.start.saturating_add(9), self.end.saturating_sub(3));
                self.check_chars(inside, self.start.saturating_add(9), "CData section not finished")?;
                if self.open.is_empty() {
                    return Err(self.outside());
                }
                self.push(Kind::CData(inside));
                Ok(())
            }
            Event::Comment(_) => {
                let inside = self.slice(self.start.saturating_add(4), self.end.saturating_sub(3));
                self.check_chars(inside, self.start.saturating_add(4), "xmlParseComment: invalid xmlChar value")?;
                if let Some(at) = inside.find("--") {
                    let offset = self.start.saturating_add(4).saturating_add(at);
                    return Err(self.error(offset, "Double hyphen within comment"));
                }
                self.push(Kind::Comment(inside));
                Ok(())
            }
            Event::PI(_) => {
                let inside = self.slice(self.start.saturating_add(2), self.end.saturating_sub(2));
                let name = inside.split_ascii_whitespace().next().unwrap_or_default();
                if name.eq_ignore_ascii_case("xml") {
                    let offset = self.start.saturating_add(5);
                    return Err(self.error(offset, "XML declaration allowed only at the start of the document"));
                }
                self.check_chars(inside, self.start.saturating_add(2), "PI: invalid character")?;
                self.push(Kind::Instruction(inside));
                Ok(())
            }
            Event::Decl(_) => self.declaration(),
            Event::DocType(_) if self.seen_root => Err(self.outside()),
            Event::DocType(_) | Event::Eof => Ok(()),
        }
    }

    /// Checks `<?xml … ?>`.
    fn declaration(&mut self) -> Result<()> {
        if self.start != 0 {
            let offset = self.start.saturating_add(5);
            return Err(self.error(offset, "XML declaration allowed only at the start of the document"));
        }
        let text = self.slice(self.start, self.end);
        let quoted = |key: &str| {
            let at = text.find(key)?.saturating_add(key.len());
            let rest = text.get(at..)?;
            let open = rest.find(['\'', '"'])?;
            let quote = rest.get(open..)?.chars().next()?;
            let value = rest.get(open.saturating_add(1)..)?;
            let close = value.find(quote)?;
            let end = at.saturating_add(open).saturating_add(1).saturating_add(close);
            value.get(..close).map(|value| (value, end))
        };
        if let Some((version, end)) = quoted("version")
            && !version.starts_with("1.")
        {
            return Err(self.error(end.saturating_add(1), &format!("Unsupported version '{version}'")));
        }
        if let Some((encoding, end)) = quoted("encoding")
            && !["utf-8", "utf8", "us-ascii", "ascii"].contains(&encoding.to_ascii_lowercase().as_str())
        {
            return Err(self.error(end.saturating_add(1), &format!("Unsupported encoding: {encoding}")));
        }
        Ok(())
    }

    fn outside(&self) -> Error {
        let what = if self.seen_root {
            "Extra content at the end of the document"
        } else {
            "Start tag expected, '<' not found"
        };
        self.error(self.start, what)
    }

    fn element(&mut self, start: &BytesStart<'a>, empty: bool) -> Result<()> {
        if self.open.is_empty() && self.seen_root {
            return Err(self.outside());
        }
        let length = start.name().as_ref().len();
        let name_at = self.start.saturating_add(1);
        let name = self.slice(name_at, name_at.saturating_add(length));
        if !is_name(name) {
            return Err(self.error(name_at, "StartTag: invalid element name"));
        }
        let attributes_at = self.document.attributes.len();
        let declarations_at = self.document.declarations.len();
        let inside_end = self.end.saturating_sub(if empty { 2 } else { 1 });
        self.attributes(name_at.saturating_add(length), inside_end, name)?;
        if self.open.len() >= MAX_DEPTH {
            let what = format!("Excessive depth in document: {MAX_DEPTH}, use XML_PARSE_HUGE option");
            return Err(self.error(inside_end, &what));
        }
        let (prefix, local) = split_once(name, b':').unwrap_or(("", name));
        let mut tag = Tag {
            prefix,
            name: local,
            namespace: Cow::Borrowed(""),
            attributes: attributes_at..self.document.attributes.len(),
            declarations: declarations_at..self.document.declarations.len(),
        };
        match self.namespace(prefix, &tag) {
            Some(found) => tag.namespace = found,
            // A prefix without a declaration is part of the name.
            None if !prefix.is_empty() => (tag.prefix, tag.name) = ("", name),
            None => {}
        }
        let at = self.push(Kind::Element(tag));
        if self.open.is_empty() {
            self.document.root = at;
            self.seen_root = true;
        }
        if !empty {
            self.open.push(at);
        }
        Ok(())
    }

    /// Returns the namespace a prefix stands for at this place.
    fn namespace(&self, prefix: &str, tag: &Tag<'a>) -> Option<Cow<'a, str>> {
        let find = |range: &std::ops::Range<usize>| {
            let declared = self.document.declarations.get(range.clone())?;
            declared.iter().rev().find(|declaration| declaration.prefix == prefix).map(|found| found.name.clone())
        };
        if let Some(found) = find(&tag.declarations) {
            return Some(found);
        }
        self.open.iter().rev().find_map(|at| match self.document.nodes.get(*at).map(|data| &data.kind) {
            Some(Kind::Element(outer)) => find(&outer.declarations),
            _ => None,
        })
    }

    /// Reads the attributes between the element's name and the end of its tag.
    fn attributes(&mut self, from: usize, to: usize, element: &str) -> Result<()> {
        let mut at = from;
        let first = self.document.attributes.len();
        loop {
            let rest = self.slice(at, to);
            let blanks = blanks(rest);
            at = at.saturating_add(blanks);
            let rest = self.slice(at, to);
            if rest.is_empty() {
                return Ok(());
            }
            let ends = |byte| is_blank(byte) || matches!(byte, b'=' | b'\'' | b'"' | b'/' | b'<');
            let length = rest.bytes().position(ends).unwrap_or(rest.len());
            let name = self.slice(at, at.saturating_add(length));
            if !is_name(name) {
                let line = self.line_of(self.start);
                return Err(self.error(at, &format!("Couldn't find end of Start Tag {element} line {line}")));
            }
            if blanks == 0 {
                return Err(self.error(at, "attributes construct error"));
            }
            at = at.saturating_add(length);
            let (value, value_at, end) = self.attribute_value(at, to, name)?;
            at = end;
            self.add_attribute(name, value, value_at, end, first)?;
        }
    }

    /// Returns an attribute's raw value, where it starts, and the offset behind its closing quote.
    fn attribute_value(&self, from: usize, to: usize, name: &str) -> Result<(&'a str, usize, usize)> {
        let skip = |at: usize| at.saturating_add(blanks(self.slice(at, to)));
        let equals = skip(from);
        if !self.slice(equals, to).starts_with('=') {
            return Err(self.error(equals, &format!("Specification mandates value for attribute {name}")));
        }
        let open = skip(equals.saturating_add(1));
        let quote = match self.slice(open, to).bytes().next() {
            Some(quote @ (b'\'' | b'"')) => quote,
            _ => return Err(self.error(open, "AttValue: \" or ' expected")),
        };
        let start = open.saturating_add(1);
        let Some(length) = self.slice(start, to).bytes().position(|byte| byte == quote) else {
            return Err(self.error(to, "AttValue: ' expected"));
        };
        let end = start.saturating_add(length);
        Ok((self.slice(start, end), start, end.saturating_add(1)))
    }

    fn add_attribute(&mut self, name: &'a str, raw: &'a str, raw_at: usize, end: usize, first: usize) -> Result<()> {
        if let Some(at) = raw.bytes().position(|byte| byte == b'<') {
            let offset = raw_at.saturating_add(at);
            return Err(self.error(offset, "Unescaped '<' not allowed in attributes values"));
        }
        self.check_chars(raw, raw_at, "invalid character in attribute value")?;
        let value = self.attribute_text(raw, raw_at)?;
        if name == "xmlns" {
            self.document.declarations.push(Declaration { prefix: "", name: value });
            return Ok(());
        }
        if let Some(prefix) = name.strip_prefix("xmlns:") {
            self.document.declarations.push(Declaration { prefix, name: value });
            return Ok(());
        }
        let (prefix, local) = split_once(name, b':').unwrap_or(("", name));
        let known = self.document.attributes.get(first..).unwrap_or_default();
        if known.iter().any(|other| other.name == local && other.prefix == prefix) {
            return Err(self.error(end, &format!("Attribute {name} redefined")));
        }
        self.document.attributes.push(Attribute { prefix, name: local, value });
        Ok(())
    }

    /// Resolves the references of an attribute's value; line ends and tabs become spaces.
    fn attribute_text(&self, raw: &'a str, raw_at: usize) -> Result<Cow<'a, str>> {
        if !raw.bytes().any(|byte| matches!(byte, b'&' | b'\n' | b'\r' | b'\t')) {
            return Ok(Cow::Borrowed(raw));
        }
        let mut text = String::with_capacity(raw.len());
        let mut rest = raw;
        while let Some(at) = rest.find(['&', '\n', '\r', '\t']) {
            let (plain, behind) = rest.split_at(at);
            text.push_str(plain);
            if let Some(reference) = behind.strip_prefix('&') {
                let offset = raw_at.saturating_add(raw.len().saturating_sub(reference.len()));
                let Some((name, after)) = reference.split_once(';') else {
                    return Err(self.error(offset, "EntityRef: expecting ';'"));
                };
                text.push(self.entity(name, offset)?);
                rest = after;
            } else {
                text.push(' ');
                rest = behind.strip_prefix("\r\n").or_else(|| behind.get(1..)).unwrap_or_default();
            }
        }
        text.push_str(rest);
        Ok(Cow::Owned(text))
    }

    /// Returns the character a reference stands for; `offset` is behind its `&`.
    fn entity(&self, name: &str, offset: usize) -> Result<char> {
        let found = match name {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => None,
        };
        if let Some(found) = found {
            return Ok(found);
        }
        let end = offset.saturating_add(name.len()).saturating_add(1);
        if let Some(number) = name.strip_prefix('#') {
            let parsed = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            let code = parsed.map_err(|_| self.error(end, "CharRef: invalid decimal value"))?;
            return char::from_u32(code)
                .filter(|c| is_char(*c))
                .ok_or_else(|| self.error(end, &format!("xmlParseCharRef: invalid xmlChar value {code}")));
        }
        if is_name(name) {
            return Err(self.error(end, &format!("Entity '{name}' not defined")));
        }
        Err(self.error(offset, "xmlParseEntityRef: no name"))
    }

    fn end_tag(&mut self) -> Result<()> {
        let name = self.slice(self.start.saturating_add(2), self.end.saturating_sub(1));
        let length = name.bytes().rposition(|byte| !is_blank(byte)).map_or(0, |last| last.saturating_add(1));
        let name = name.get(..length).unwrap_or_default();
        let Some((open, line)) = self.open.pop().and_then(|at| self.tag_and_line(at)) else {
            return Err(self.outside());
        };
        if open == name {
            return Ok(());
        }
        Err(self.error(self.end, &format!("Opening and ending tag mismatch: {open} line {line} and {name}")))
    }

    fn check_chars(&self, text: &str, at: usize, what: &str) -> Result<()> {
        match forbidden(text) {
            None => Ok(()),
            Some((bad, c)) if what.starts_with("PCDATA") => {
                Err(self.error(at.saturating_add(bad), &format!("{what} {}", u32::from(c))))
            }
            Some((bad, _)) => Err(self.error(at.saturating_add(bad), what)),
        }
    }

    fn text(&mut self) -> Result<()> {
        let raw = self.slice(self.start, self.end);
        if self.open.is_empty() {
            let blanks = blanks(raw);
            if blanks == raw.len() {
                return Ok(());
            }
            self.start = self.start.saturating_add(blanks);
            return Err(self.outside());
        }
        self.check_chars(raw, self.start, "PCDATA invalid Char value")?;
        if raw.bytes().any(|byte| byte == b']')
            && let Some(at) = raw.find("]]>")
        {
            return Err(self.error(self.start.saturating_add(at), "Sequence ']]>' not allowed in content"));
        }
        if !self.verbatim && self.is_blank_between(raw) {
            return Ok(());
        }
        self.add_text(if raw.bytes().any(|byte| byte == b'\r') {
            Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            Cow::Borrowed(raw)
        });
        Ok(())
    }

    fn reference(&mut self) -> Result<()> {
        let whole = self.slice(self.start, self.end);
        let name = whole.strip_prefix('&').and_then(|text| text.strip_suffix(';'));
        if self.open.is_empty() {
            return Err(self.outside());
        }
        let Some(name) = name else {
            return Err(self.error(self.start.saturating_add(1), "xmlParseEntityRef: no name"));
        };
        let found = self.entity(name, self.start.saturating_add(1))?;
        self.add_text(Cow::Owned(found.to_string()));
        Ok(())
    }

    /// Returns true for white space that only indents: libxml2 leaves it out (XML_PARSE_NOBLANKS).
    fn is_blank_between(&self, raw: &str) -> bool {
        if !raw.bytes().all(is_blank) {
            return false;
        }
        let rest = self.input.get(self.end..).unwrap_or_default();
        if !rest.starts_with('<') {
            return false;
        }
        let Some(parent) = self.open.last().and_then(|at| self.document.nodes.get(*at)) else { return true };
        if parent.first.is_none() && rest.starts_with("</") {
            return false;
        }
        let is_text = |at: Option<usize>| {
            let kind = at.and_then(|at| self.document.nodes.get(at)).map(|data| &data.kind);
            matches!(kind, Some(Kind::Text(_) | Kind::CData(_)))
        };
        !is_text(parent.last) && !is_text(parent.first)
    }

    /// Adds to the text before it, if there is one.
    fn add_text(&mut self, text: Cow<'a, str>) {
        let last = self.open.last().and_then(|at| self.document.nodes.get(*at)).and_then(|data| data.last);
        if let Some(Data { kind: Kind::Text(before), .. }) = last.and_then(|at| self.document.nodes.get_mut(at)) {
            before.to_mut().push_str(&text);
            return;
        }
        self.push(Kind::Text(text));
    }

    fn push(&mut self, kind: Kind<'a>) -> usize {
        let at = self.document.nodes.len();
        let line = self.line();
        self.document.nodes.push(Data { kind, line, next: None, first: None, last: None });
        if let Some(parent) = self.open.last().and_then(|at| self.document.nodes.get_mut(*at)) {
            let before = parent.last.replace(at);
            parent.first.get_or_insert(at);
            if let Some(before) = before.and_then(|before| self.document.nodes.get_mut(before)) {
                before.next = Some(at);
            }
        }
        at
    }
}
