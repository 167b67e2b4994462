//! A document in memory: elements, attributes and texts of one `Vec`, borrowed from the input.
//!
//! The stock library looks values up by path in a parsed document, in an order that is its own and not the document's; and a
//! document that is not well-formed is refused before any value is looked at. So quick-xml's events are first gathered here,
//! with the checks of `build`, and the definitions read from [`Node`]s.
mod build;
mod metadata;

use std::borrow::Cow;
use std::ops::Range;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use build::Origin;
pub use metadata::Metadata;

/// How deep elements may nest, as in libxml2.
pub const MAX_DEPTH: usize = 256;

/// How many bytes a document may have: what the wire carries at most in one text is below that.
pub const MAX_SIZE: usize = 64 << 20;

/// A well-formed document.
#[derive(Debug, Default)]
pub struct Document<'a> {
    nodes: Vec<Data<'a>>,
    attributes: Vec<Attribute<'a>>,
    declarations: Vec<Declaration<'a>>,
    root: usize,
}

#[derive(Debug)]
struct Data<'a> {
    kind: Kind<'a>,
    line: u32,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
}

#[derive(Debug)]
enum Kind<'a> {
    Element(Tag<'a>),
    Text(Cow<'a, str>),
    CData(&'a str),
    Comment(&'a str),
    Instruction(&'a str),
}

#[derive(Debug, Clone)]
struct Tag<'a> {
    prefix: &'a str,
    name: &'a str,
    /// The namespace's name, empty when there is none.
    namespace: Cow<'a, str>,
    attributes: Range<usize>,
    declarations: Range<usize>,
}

#[derive(Debug)]
struct Attribute<'a> {
    prefix: &'a str,
    name: &'a str,
    value: Cow<'a, str>,
}

/// `xmlns:prefix='name'`.
#[derive(Debug, Clone)]
struct Declaration<'a> {
    prefix: &'a str,
    name: Cow<'a, str>,
}

/// An element of a document.
#[derive(Debug, Clone, Copy)]
pub struct Node<'d> {
    document: &'d Document<'d>,
    index: usize,
    tag: &'d Tag<'d>,
    /// The start tag of the element around it.
    outer: Option<&'d Tag<'d>>,
}

impl<'a> Document<'a> {
    /// Parses `input`. `from` is the error domain of what is defined.
    ///
    /// # Errors
    /// `VIR_ERR_XML_DETAIL` "at line N: …" with the line and a pointer to the place, in the words of libxml2, when it is not
    /// well-formed, not UTF-8, too deep, or refers to entities; a document type is skipped, what it declares does not exist.
    pub fn parse(input: &'a [u8], from: ErrorDomain) -> Result<Self> {
        build::parse(input, Origin { from, file: None }, false)
    }

    /// Parses `input` as [`Document::parse`] does, and keeps white space between elements.
    ///
    /// # Errors
    /// As [`Document::parse`].
    pub fn parse_verbatim(input: &'a [u8], from: ErrorDomain) -> Result<Self> {
        build::parse(input, Origin { from, file: None }, true)
    }

    /// Parses the contents of the file `path`, which errors of syntax begin with: "FILE:N: …".
    ///
    /// # Errors
    /// As [`Document::parse`].
    pub fn parse_file(input: &'a [u8], from: ErrorDomain, path: &[u8]) -> Result<Self> {
        build::parse(input, Origin { from, file: Some(path) }, false)
    }

    /// Returns the root element.
    ///
    /// # Errors
    /// `VIR_ERR_INTERNAL_ERROR` if there is none, which [`Document::parse`] excludes.
    pub fn root(&self) -> Result<Node<'_>> {
        self.node(self.root)
            .ok_or_else(|| Error::new(ErrorDomain::XML, ErrorCode::INTERNAL_ERROR, "missing root element"))
    }

    /// Returns the root element if it has that name.
    ///
    /// # Errors
    /// `VIR_ERR_XML_ERROR` if its name is another one.
    pub fn root_named(&self, name: &str) -> Result<Node<'_>> {
        let root = self.root()?;
        if root.name() == name {
            return Ok(root);
        }
        let detail = format!("expecting root element of '{name}', not '{}'", root.name());
        Err(Error::new(ErrorDomain::XML, ErrorCode::XML_ERROR, detail))
    }

    fn node(&self, index: usize) -> Option<Node<'_>> {
        match &self.nodes.get(index)?.kind {
            Kind::Element(tag) => Some(Node { document: self, index, tag, outer: None }),
            _ => None,
        }
    }

    fn children(&self, index: usize) -> impl Iterator<Item = (usize, &Data<'a>)> {
        let first = self.nodes.get(index).and_then(|data| data.first);
        std::iter::successors(first, |at| self.nodes.get(*at).and_then(|data| data.next))
            .filter_map(|at| self.nodes.get(at).map(|data| (at, data)))
    }

    fn collect_text(&self, index: usize, out: &mut String) {
        for (at, data) in self.children(index) {
            match &data.kind {
                Kind::Text(text) => out.push_str(text),
                Kind::CData(text) => out.push_str(text),
                Kind::Element(_) => self.collect_text(at, out),
                Kind::Comment(_) | Kind::Instruction(_) => {}
            }
        }
    }
}

impl<'d> Node<'d> {
    /// Returns the name without a prefix.
    #[must_use]
    pub fn name(&self) -> &'d str {
        self.tag.name
    }

    /// Returns the name of its namespace, empty when it has none.
    #[must_use]
    pub fn namespace(&self) -> &'d str {
        &self.tag.namespace
    }

    /// Returns the line its start tag ends in, counted from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.document.nodes.get(self.index).map_or(0, |data| data.line)
    }

    /// Returns the value of an attribute.
    #[must_use]
    pub fn attr(&self, name: &str) -> Option<&'d str> {
        self.attr_of(self.tag, name)
    }

    /// Returns the value of an attribute of the element around this one.
    #[must_use]
    pub fn outer_attr(&self, name: &str) -> Option<&'d str> {
        self.attr_of(self.outer?, name)
    }

    fn attr_of(&self, tag: &Tag<'d>, name: &str) -> Option<&'d str> {
        let attributes = self.document.attributes.get(tag.attributes.clone())?;
        attributes.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.value.as_ref())
    }

    /// Returns the attributes' names, without prefixes, and their values, in the order of the document.
    pub fn attributes(&self) -> impl Iterator<Item = (&'d str, &'d str)> + use<'d> {
        let attributes = self.document.attributes.get(self.tag.attributes.clone()).unwrap_or_default();
        attributes.iter().map(|attribute| (attribute.name, attribute.value.as_ref()))
    }

    /// Returns the child elements, whatever their namespace.
    pub fn children(&self) -> impl Iterator<Item = Node<'d>> + use<'d> {
        let (document, outer) = (self.document, Some(self.tag));
        document.children(self.index).filter_map(|(at, _)| document.node(at)).map(move |node| Node { outer, ..node })
    }

    /// Returns the child elements of that name without a namespace.
    pub fn elements<'n>(&self, name: &'n str) -> impl Iterator<Item = Node<'d>> + use<'d, 'n> {
        self.children().filter(move |node| node.name() == name && node.namespace().is_empty())
    }

    /// Returns the first child element of that name without a namespace.
    #[must_use]
    pub fn element(&self, name: &str) -> Option<Node<'d>> {
        self.elements(name).next()
    }

    /// Returns the elements behind a path `a/b` in the document's order; the element itself for an empty path.
    pub fn select<'p>(&self, path: &'p str) -> Box<dyn Iterator<Item = Node<'d>> + 'p>
    where
        'd: 'p,
    {
        match crate::scan::split_once(path, b'/') {
            None if path.is_empty() => Box::new(std::iter::once(*self)),
            None => Box::new(self.elements(path)),
            Some((first, rest)) => Box::new(self.elements(first).flat_map(move |node| node.select(rest))),
        }
    }

    /// Returns the first element behind a path `a/b`; the element itself for an empty path.
    #[must_use]
    pub fn first(&self, path: &str) -> Option<Node<'d>> {
        self.visit(path, &mut Some)
    }

    /// Calls `then` with the elements behind a path `a/b`, the element itself for an empty path, in the document's order until it
    /// returns something. Returns that.
    pub fn visit<R>(&self, path: &str, then: &mut dyn FnMut(Node<'d>) -> Option<R>) -> Option<R> {
        match crate::scan::split_once(path, b'/') {
            None if path.is_empty() => then(*self),
            None => self.elements(path).find_map(then),
            Some((first, rest)) => self.elements(first).find_map(|node| node.visit(rest, then)),
        }
    }

    /// Returns the text of the element and of everything in it.
    #[must_use]
    pub fn text(&self) -> Cow<'d, str> {
        let mut children = self.document.children(self.index);
        match (children.next(), children.next()) {
            (None, _) => Cow::Borrowed(""),
            (Some((_, Data { kind: Kind::Text(text), .. })), None) => Cow::Borrowed(text),
            _ => {
                let mut text = String::new();
                self.document.collect_text(self.index, &mut text);
                Cow::Owned(text)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(input: &str) -> String {
        Document::parse(input.as_bytes(), ErrorDomain::DOMAIN).unwrap_err().text().into_owned()
    }

    #[test]
    fn values_are_found_by_path() {
        let document = Document::parse(
            b"<a k='1&amp;2'><b><c>x</c></b><b><c>y<!-- --><![CDATA[<z]]></c></b><d:c xmlns:d='u'/></a>",
            ErrorDomain::NONE,
        )
        .unwrap();
        let root = document.root().unwrap();
        assert_eq!(root.attr("k"), Some("1&2"));
        let texts: Vec<_> = root.select("b/c").map(|node| node.text().into_owned()).collect();
        assert_eq!(texts, ["x", "y<z"]);
        assert!(root.element("c").is_none(), "it is in a namespace");
        assert_eq!(root.children().last().map(|node| (node.name(), node.namespace())), Some(("c", "u")));
    }

    #[test]
    fn what_is_not_well_formed_is_refused_with_its_line() {
        for (input, message) in [
            ("", "at line 1: Document is empty\n"),
            ("garbage", "at line 1: Start tag expected, '<' not found\ngarbage\n^"),
            (" ", "at line 1: Start tag expected, '<' not found\n \n-^"),
            ("<!-- x -->", "at line 1: Start tag expected, '<' not found\n<!-- x -->\n----------^"),
            ("<a>\n<", "at line 2: StartTag: invalid element name\n<\n-^"),
            ("<domain>", "at line 1: Premature end of data in tag domain line 1\n<domain>\n--------^"),
            ("<domain", "at line 1: Couldn't find end of Start Tag domain line 1\n<domain\n-------^"),
            ("<a>\n<b></c></a>", "at line 2: Opening and ending tag mismatch: b line 2 and c\n<b></c></a>\n-------^"),
            ("<a/><b/>", "at line 1: Extra content at the end of the document\n<a/><b/>\n----^"),
            ("<a>\n\n</a>junk", "at line 3: Extra content at the end of the document\n</a>junk\n----^"),
            ("<domain type=test/>", "at line 1: AttValue: \" or ' expected\n<domain type=test/>\n-------------^"),
            ("<a t='1' t='1'/>", "at line 1: Attribute t redefined\n<a t='1' t='1'/>\n--------------^"),
            ("<a><b>&foo;</b></a>", "at line 1: Entity 'foo' not defined\n<a><b>&foo;</b></a>\n-----------^"),
            (
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
                "at line 1: Entity 'e' not defined\n<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>\n------------------------------------^",
            ),
            ("<a>\u{1}</a>", "at line 1: PCDATA invalid Char value 1\n<a>\u{1}</a>\n---^"),
            (
                "<?xml version='2.0'?><a/>",
                "at line 1: Unsupported version '2.0'\n<?xml version='2.0'?><a/>\n-------------------^",
            ),
        ] {
            assert_eq!(refused(input), message, "{input:?}");
        }
        let deep = "<a>".repeat(300) + &"</a>".repeat(300);
        assert!(refused(&deep).starts_with("at line 1: Excessive depth in document: 256, use XML_PARSE_HUGE option\n"));
        let error = Document::parse(b"<a>\xff</a>", ErrorDomain::DOMAIN).unwrap_err();
        assert_eq!(error.message, b"at line 1: Invalid bytes in character encoding\n<a>\xff</a>\n---^");
        assert_eq!((error.code, error.domain), (ErrorCode::XML_DETAIL, ErrorDomain::DOMAIN));
    }

    #[test]
    fn errors_in_a_file_begin_with_its_name() {
        let error = Document::parse_file(b"<a>\n</b>", ErrorDomain::TEST, b"/d/f.xml").unwrap_err();
        let text = "/d/f.xml:2: Opening and ending tag mismatch: a line 1 and b\n</b>\n----^";
        assert_eq!((error.text().as_ref(), error.str2.as_deref()), (text, Some(text.as_bytes())));
        assert_eq!((error.code, error.domain, error.int1), (ErrorCode::XML_DETAIL, ErrorDomain::TEST, -1));
    }

    #[test]
    fn blanks_between_elements_are_no_text() {
        let document = Document::parse(b"<a>\n <b> </b>\n <c>x\n</c></a>", ErrorDomain::NONE).unwrap();
        let root = document.root().unwrap();
        assert_eq!(root.text(), " x\n");
        assert_eq!(root.element("b").map(|node| node.text()), Some(Cow::Borrowed(" ")));
    }
}
