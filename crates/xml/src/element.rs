//! What the derive macro builds on: reading values by path, and the errors of the stock library for those it cannot take.
use std::borrow::Cow;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use crate::tree::Node;
use crate::value::Value;
use crate::write::Writer;

/// A struct that is parser and formatter of an element. `#[derive(Element)]` writes it.
pub trait Element: Sized {
    /// Reads the element `node`.
    ///
    /// # Errors
    /// The stock library's for what is missing or unreadable.
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self>;

    /// Returns the error for an element `name` that must be in `parent` and is not.
    #[must_use]
    fn missing(parent: Node<'_>, name: &str, cx: &Context) -> Error {
        cx.missing_element(parent, name)
    }

    /// Writes the attributes into the open start tag.
    fn attributes(&self, out: &mut Writer);

    /// Writes what stands between start tag and end tag.
    fn children(&self, out: &mut Writer);

    /// Writes the whole element under a name.
    fn element(&self, name: &'static str, out: &mut Writer) {
        out.open(name);
        self.attributes(out);
        self.children(out);
        out.close();
    }
}

/// What parsing needs to know besides the document.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The error domain of what is defined: errors of the definition carry it.
    pub from: ErrorDomain,
    /// The persistent definition is wanted: what only a running object has is not read.
    pub inactive: bool,
    /// What is defined exists already, and is described as it is: of snapshots and checkpoints.
    pub redefine: bool,
    /// A device is to be made: what only the host knows is not told.
    pub new: bool,
    /// The backup is written by the daemon.
    pub push: bool,
    /// What is described is looked for among others: what it would need to be complete may be missing.
    pub partial: bool,
    /// The name of what is defined, for errors that tell it: `{name}` in the texts of the derive macro's options.
    pub name: String,
}

/// How a value is read besides its type; the fields are those of the derive macro's options.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Error for a missing value.
    pub missing: Option<(ErrorCode, &'static str)>,
    /// Error for an unreadable value, `{}` stands for it.
    pub bad: Option<(ErrorCode, &'static str)>,
    /// An unreadable value counts as missing.
    pub lenient: bool,
    /// The number must not be zero.
    pub nonzero: bool,
    /// The number must not be negative.
    pub nonnegative: bool,
    /// An empty text counts as missing.
    pub nonempty: bool,
}

impl Rules {
    /// Nothing special.
    pub const NONE: Self =
        Self { missing: None, bad: None, lenient: false, nonzero: false, nonnegative: false, nonempty: false };
}

impl Context {
    /// Returns an error of this definition.
    #[must_use]
    pub fn error(&self, code: ErrorCode, detail: impl AsRef<str>) -> Error {
        Error::new(self.from, code, detail.as_ref())
    }

    /// Returns `VIR_ERR_XML_ERROR` of this definition.
    #[must_use]
    pub fn xml(&self, detail: impl AsRef<str>) -> Error {
        self.error(ErrorCode::XML_ERROR, detail)
    }

    /// Returns `VIR_ERR_CONFIG_UNSUPPORTED` of this definition.
    #[must_use]
    pub fn unsupported(&self, detail: impl AsRef<str>) -> Error {
        self.error(ErrorCode::CONFIG_UNSUPPORTED, detail)
    }

    /// Returns `VIR_ERR_INTERNAL_ERROR` of this definition.
    #[must_use]
    pub fn internal(&self, detail: impl AsRef<str>) -> Error {
        self.error(ErrorCode::INTERNAL_ERROR, detail)
    }

    /// Returns the error for an element that must be there.
    #[must_use]
    pub fn missing_element(&self, node: Node<'_>, name: &str) -> Error {
        self.xml(format!("Missing '{name}' element in '{}'", node.name()))
    }
}

/// Returns the generic error for a value.
fn xml_error(detail: String) -> Error {
    Error::new(ErrorDomain::XML, ErrorCode::XML_ERROR, detail)
}

/// Returns the error for an attribute that must be there.
#[must_use]
pub fn missing_attribute(name: &str, element: &str) -> Error {
    xml_error(format!("Missing required attribute '{name}' in element '{element}'"))
}

/// Returns the error for a number with a unit that must be there.
#[must_use]
pub fn missing_scaled(path: &str) -> Error {
    xml_error(format!("missing element or attribute './{path}'"))
}

/// Returns the error for an attribute's unreadable value; `expected` is a sentence that follows, or empty.
#[must_use]
pub fn bad_attribute(name: &str, element: &str, value: &str, expected: &str) -> Error {
    // Enumerations end in a full stop, numbers in a sentence.
    let end = if expected.is_empty() { "." } else { expected };
    xml_error(format!("Invalid value for attribute '{name}' in element '{element}': '{value}'{end}"))
}

/// Returns the error for the unreadable text of an element.
#[must_use]
pub fn bad_text(path: &str, value: &str) -> Error {
    xml_error(format!("Invalid value '{value}' for element or attribute './{path}'"))
}

/// The text of a value, and the name of the element it belongs to.
#[derive(Debug)]
pub(crate) struct Found<'d> {
    pub(crate) element: &'d str,
    pub(crate) text: Cow<'d, str>,
}

/// Where a value comes from: an attribute or the text of the elements behind a path.
#[derive(Debug, Clone, Copy)]
pub struct Source<'d, 'p> {
    node: Node<'d>,
    path: &'p str,
    attribute: Option<&'p str>,
}

impl<'d, 'p> Source<'d, 'p> {
    /// Attribute `name` of the elements behind `path`.
    #[must_use]
    pub fn attr(node: Node<'d>, path: &'p str, name: &'p str) -> Self {
        Self { node, path, attribute: Some(name) }
    }

    /// The text of the elements behind `path`.
    #[must_use]
    pub fn text(node: Node<'d>, path: &'p str) -> Self {
        Self { node, path, attribute: None }
    }

    /// Returns the first text there is; `None` for an empty one that counts as missing.
    pub(crate) fn found(self, rules: &Rules) -> Option<Found<'d>> {
        let found = match self.attribute {
            Some(name) => self.node.visit(self.path, &mut |node| {
                node.attr(name).map(|text| Found { element: node.name(), text: text.into() })
            }),
            None => self.node.first(self.path).map(|node| Found { element: node.name(), text: node.text() }),
        };
        found.filter(|found| !found.text.is_empty() || (self.attribute.is_some() && !rules.nonempty))
    }

    /// Decides about a text from which a value was `read`, or none. Returns true if the value counts, false if it counts as missing.
    ///
    /// # Errors
    /// An unreadable value's, unless the rules let it pass.
    pub(crate) fn judge(
        self,
        cx: &Context,
        rules: &Rules,
        found: &Found<'d>,
        read: bool,
        expected: &str,
        bitmap: bool,
    ) -> Result<bool> {
        let Found { element, text } = found;
        if read {
            self.check_number(text, element, rules)?;
            return Ok(true);
        }
        if rules.lenient {
            return Ok(false);
        }
        if bitmap && rules.bad.is_none() {
            let detail = format!("Failed to parse bitmap '{text}'");
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, detail));
        }
        Err(self.unreadable(cx, rules, element, text, expected))
    }

    /// Returns the error for a value that must be there.
    #[cold]
    pub(crate) fn missing(self, cx: &Context, rules: &Rules) -> Error {
        match (rules.missing, self.attribute) {
            (Some((code, "")), _) => Error::bare(cx.from, code),
            (Some((code, text)), _) => cx.error(code, text.replace("{name}", &cx.name)),
            (None, Some(name)) => {
                let element = self.path.rsplit('/').next().filter(|name| !name.is_empty());
                missing_attribute(name, element.unwrap_or_else(|| self.node.name()))
            }
            (None, None) => cx.missing_element(self.node, self.path),
        }
    }

    /// Reads a value that may be missing.
    ///
    /// # Errors
    /// An unreadable value's, unless the rules let it pass.
    pub fn optional<T: Value>(self, cx: &Context, rules: &Rules) -> Result<Option<T>> {
        let Some(found) = self.found(rules) else { return Ok(None) };
        let value = T::parse(&found.text);
        let counts = self.judge(cx, rules, &found, value.is_some(), T::EXPECTED, T::IS_BITMAP)?;
        Ok(value.filter(|_| counts))
    }

    /// Reads a value that must be there.
    ///
    /// # Errors
    /// A missing or unreadable value's.
    pub fn required<T: Value>(self, cx: &Context, rules: &Rules) -> Result<T> {
        self.optional(cx, rules)?.ok_or_else(|| self.missing(cx, rules))
    }

    /// Reads the values of all elements.
    ///
    /// # Errors
    /// An unreadable value's.
    pub fn all<T: Value>(self, cx: &Context, rules: &Rules) -> Result<Vec<T>> {
        let mut values = Vec::new();
        for node in self.node.select(self.path) {
            let one = Self { node, path: "", attribute: self.attribute };
            if let Some(value) = one.optional(cx, rules)? {
                values.push(value);
            }
        }
        values.shrink_to_fit();
        Ok(values)
    }

    #[cold]
    fn unreadable(self, cx: &Context, rules: &Rules, element: &str, text: &str, expected: &str) -> Error {
        match (rules.bad, self.attribute) {
            (Some((code, template)), _) => cx.error(code, template.replace("{name}", &cx.name).replace("{}", text)),
            (None, Some(name)) => bad_attribute(name, element, text, expected),
            (None, None) => bad_text(self.path, text),
        }
    }

    fn check_number(self, text: &str, element: &str, rules: &Rules) -> Result<()> {
        let name = self.attribute.unwrap_or_default();
        if rules.nonnegative && text.trim_start().starts_with('-') {
            return Err(bad_attribute(name, element, text, ". Expected non-negative value"));
        }
        if rules.nonzero && !text.contains(|c: char| c != '0' && c != '+' && c != 'x') {
            let detail = format!("Invalid value for attribute '{name}' in element '{element}': Zero is not permitted");
            return Err(xml_error(detail));
        }
        Ok(())
    }
}

/// Reads all elements of a name behind a path.
///
/// # Errors
/// Those of the elements.
pub fn children<T: Element>(node: Node<'_>, path: &str, name: &str, cx: &Context) -> Result<Vec<T>> {
    let mut found = Vec::new();
    for parent in node.select(path) {
        for child in parent.elements(name) {
            found.push(T::parse(child, cx)?);
        }
    }
    found.shrink_to_fit();
    Ok(found)
}
