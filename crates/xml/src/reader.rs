//! Reading the fields of an element, one short call each: what the derive macro's `parse` is made of.
//!
//! Hundreds of fields are read, so a call is all that a field may cost: what it does is decided here, and the first error is kept
//! instead of being handed up each time. No field is read behind an error.

use oxivirt_model::{Error, ErrorCode, Result};

use crate::element::{Context, Element, Found, Rules, Source};
use crate::tree::Node;
use crate::value::Value;

/// A list of values or elements.
pub trait Repeated: From<Vec<Self::Item>> {
    /// What it is a list of.
    type Item;
}

impl<T> Repeated for Vec<T> {
    type Item = T;
}

impl<T: PartialEq + 'static> Repeated for crate::sparse::List<T> {
    type Item = T;
}

/// Reads fields until the first error. A place is a path and, behind `@`, the name of an attribute: `name`, `@name`, `a/b@name`.
#[derive(Debug)]
pub struct Reader<'d, 'c> {
    node: Node<'d>,
    cx: &'c Context,
    error: Option<Error>,
}

impl<'d, 'c> Reader<'d, 'c> {
    /// Returns a reader of the fields of `node`.
    #[must_use]
    pub fn new(node: Node<'d>, cx: &'c Context) -> Self {
        Self { node, cx, error: None }
    }

    /// Ends reading.
    ///
    /// # Errors
    /// The first one there was.
    pub fn end(self) -> Result<()> {
        self.error.map_or(Ok(()), Err)
    }

    #[cold]
    fn fail(&mut self, error: Error) {
        self.error = Some(error);
    }

    /// Returns what is read at a place; `None` after an error.
    fn source(&self, place: &'static str) -> Option<Source<'d, 'static>> {
        if self.error.is_some() {
            return None;
        }
        Some(match crate::scan::split_once(place, b'@') {
            Some((path, name)) => Source::attr(self.node, path, name),
            None => Source::text(self.node, place),
        })
    }

    /// Reads a value from what was found, if it can be read.
    fn read<V: Value>(&mut self, source: Source<'d, 'static>, found: &Found<'d>, rules: &Rules) -> Option<V> {
        let value = V::parse(&found.text);
        self.judge(source, found, rules, (value.is_some(), V::EXPECTED, V::IS_BITMAP)).then_some(value)?
    }

    /// Returns true if a value counts that was read, or not, from `found`.
    fn judge(
        &mut self,
        source: Source<'d, 'static>,
        found: &Found<'d>,
        rules: &Rules,
        (read, expected, bitmap): (bool, &str, bool),
    ) -> bool {
        match source.judge(self.cx, rules, found, read, expected, bitmap) {
            Ok(counts) => counts,
            Err(error) => {
                self.fail(error);
                false
            }
        }
    }

    /// Reads a value that may be missing.
    #[inline(never)]
    pub fn optional<V: Value>(&mut self, slot: &mut Option<V>, place: &'static str, rules: &Rules) {
        let Some(source) = self.source(place) else { return };
        let Some(found) = source.found(rules) else { return };
        *slot = self.read(source, &found, rules);
    }

    /// Reads a value that may be missing, which leaves the field as it is.
    #[inline(never)]
    pub fn value<V: Value>(&mut self, slot: &mut V, place: &'static str, rules: &Rules) {
        let Some(source) = self.source(place) else { return };
        let Some(found) = source.found(rules) else { return };
        if let Some(value) = self.read(source, &found, rules) {
            *slot = value;
        }
    }

    /// Reads a value that must be there.
    #[inline(never)]
    pub fn required<V: Value>(&mut self, slot: &mut V, place: &'static str, rules: &Rules) {
        let Some(source) = self.source(place) else { return };
        let value = match source.found(rules) {
            Some(found) => self.read(source, &found, rules),
            None => None,
        };
        match value {
            Some(value) => *slot = value,
            None => self.missing(source, rules),
        }
    }

    fn missing(&mut self, source: Source<'d, 'static>, rules: &Rules) {
        if self.error.is_none() {
            self.fail(source.missing(self.cx, rules));
        }
    }

    /// Reads the values of all elements behind the path.
    #[inline(never)]
    pub fn all<S: Repeated>(&mut self, slot: &mut S, place: &'static str, rules: &Rules)
    where
        S::Item: Value,
    {
        let Some(source) = self.source(place) else { return };
        match source.all::<S::Item>(self.cx, rules) {
            Ok(values) => *slot = values.into(),
            Err(error) => self.fail(error),
        }
    }

    /// Returns the first element behind a path, `None` after an error.
    fn element(&self, path: &'static str) -> Option<Node<'d>> {
        if self.error.is_some() { None } else { self.node.first(path) }
    }

    /// Returns true if there is an element behind the path.
    pub fn flag(&mut self, slot: &mut bool, path: &'static str) {
        *slot = self.element(path).is_some();
    }

    /// Reads an element. Returns `None` after an error.
    fn parsed<T: Element>(&mut self, node: Node<'d>) -> Option<T> {
        match T::parse(node, self.cx) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(error);
                None
            }
        }
    }

    /// Reads an element that may be missing. `nonempty`: one without text counts as missing.
    #[inline(never)]
    pub fn child_optional<T: Element>(&mut self, slot: &mut Option<T>, path: &'static str, nonempty: bool) {
        let Some(node) = self.element(path) else { return };
        if nonempty && node.text().is_empty() {
            return;
        }
        *slot = self.parsed(node);
    }

    /// Reads an element that may be missing, which leaves the field as it is. `nonempty`: one without text counts as missing.
    #[inline(never)]
    pub fn child<T: Element>(&mut self, slot: &mut T, path: &'static str, nonempty: bool) {
        let Some(node) = self.element(path) else { return };
        if nonempty && node.text().is_empty() {
            return;
        }
        if let Some(value) = self.parsed(node) {
            *slot = value;
        }
    }

    /// Reads an element that must be there.
    #[inline(never)]
    pub fn child_required<T: Element>(
        &mut self,
        slot: &mut T,
        path: &'static str,
        nonempty: bool,
        missing: Option<(ErrorCode, &'static str)>,
    ) {
        let found = self.element(path).filter(|node| !nonempty || !node.text().is_empty());
        let Some(node) = found else {
            return self.missing_child(path, missing, T::missing);
        };
        if let Some(value) = self.parsed(node) {
            *slot = value;
        }
    }

    #[cold]
    fn missing_child(
        &mut self,
        path: &str,
        missing: Option<(ErrorCode, &str)>,
        usual: fn(Node<'_>, &str, &Context) -> Error,
    ) {
        if self.error.is_none() {
            let name = path.rsplit('/').next().unwrap_or(path);
            self.error = Some(match missing {
                Some((code, text)) => self.cx.error(code, text),
                None => usual(self.node, name, self.cx),
            });
        }
    }

    /// Reads all elements behind the path.
    #[inline(never)]
    pub fn children<S: Repeated>(&mut self, slot: &mut S, path: &'static str)
    where
        S::Item: Element,
    {
        if self.error.is_some() {
            return;
        }
        let mut list: Vec<S::Item> = Vec::new();
        let node = self.node;
        node.visit(path, &mut |child| {
            if let Some(value) = self.parsed(child) {
                list.push(value);
            }
            self.error.as_ref().map(drop)
        });
        list.shrink_to_fit();
        *slot = list.into();
    }

    /// Reads an element's fields that belong to this one.
    #[inline(never)]
    pub fn flatten<T: Element>(&mut self, slot: &mut T) {
        if self.error.is_some() {
            return;
        }
        if let Some(value) = self.parsed(self.node) {
            *slot = value;
        }
    }
}
