//! How two definitions are compared: a property at a time, each with the format of its refusal.
use crate::sparse::List;
use crate::value::{Value, Word};
use oxivirt_model::message::{Argument, compose};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use std::borrow::Cow;

/// What the stock library shows for a text that is not there.
pub(super) const NULL: &str = "<null>";

/// Returns the error of a property that differs.
#[cold]
#[inline(never)]
pub(super) fn refused(format: &str, arguments: &[&dyn Argument]) -> Error {
    Error::new(ErrorDomain::DOMAIN, ErrorCode::CONFIG_UNSUPPORTED, compose(format, arguments))
}

/// Refuses two texts that differ.
#[inline(never)]
fn same_text(format: &str, target: &str, source: &str) -> Result<()> {
    if target == source { Ok(()) } else { Err(refused(format, &[&target, &source])) }
}

/// The same part of the definition that is to take the place and of the one that is there. Refusals name them in this order.
#[derive(Debug)]
pub(super) struct Pair<'a, T: ?Sized> {
    pub(super) target: &'a T,
    pub(super) source: &'a T,
}

impl<T: ?Sized> Clone for Pair<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Pair<'_, T> {}

impl<'a, T: ?Sized> Pair<'a, T> {
    /// Returns the same part of both.
    pub(super) fn part<U: ?Sized>(self, get: impl Fn(&'a T) -> &'a U) -> Pair<'a, U> {
        Pair { target: get(self.target), source: get(self.source) }
    }

    /// Returns the two of `get`, the target's first.
    pub(super) fn both<U>(self, get: impl Fn(&'a T) -> U) -> [U; 2] {
        [get(self.target), get(self.source)]
    }

    /// Refuses what differs, in words that name no values.
    pub(super) fn equal<V: PartialEq>(self, text: &str, get: impl Fn(&'a T) -> V) -> Result<()> {
        let [target, source] = self.both(get);
        if target == source { Ok(()) } else { Err(refused(text, &[])) }
    }

    /// Refuses texts that differ; one that is not there is shown as `none`.
    #[inline]
    pub(super) fn text(self, format: &str, none: &str, get: impl Fn(&'a T) -> Option<&'a str>) -> Result<()> {
        let [target, source] = self.both(get);
        same_text(format, target.unwrap_or(none), source.unwrap_or(none))
    }

    /// Refuses words that differ; one that is not there is shown as `none`.
    #[inline]
    pub(super) fn word_or<V: Word>(self, format: &str, none: &str, get: impl Fn(&'a T) -> Option<V>) -> Result<()> {
        let [target, source] = self.both(|part| get(part).map(Word::word));
        same_text(format, target.unwrap_or(none), source.unwrap_or(none))
    }

    /// Refuses words that differ, such as on and off; one that is not there is `default`.
    #[inline]
    pub(super) fn word<V: Word>(self, format: &str, get: impl Fn(&'a T) -> Option<V>) -> Result<()> {
        self.word_or(format, "default", get)
    }

    /// Refuses words that differ.
    #[inline]
    pub(super) fn name<V: Word>(self, format: &str, get: impl Fn(&'a T) -> V) -> Result<()> {
        let [target, source] = self.both(|part| get(part).word());
        same_text(format, target, source)
    }

    /// Refuses values that differ; one that is not there is shown as `none`.
    pub(super) fn value<V: Value>(self, format: &str, none: &str, get: impl Fn(&'a T) -> Option<V>) -> Result<()> {
        let [target, source] = self.both(get);
        let [target, source] = [&target, &source].map(|value| value.as_ref().map_or(Cow::Borrowed(none), Value::text));
        same_text(format, &target, &source)
    }

    /// Refuses numbers that differ.
    pub(super) fn number<N: Argument + PartialEq>(self, format: &str, get: impl Fn(&'a T) -> N) -> Result<()> {
        let [target, source] = self.both(get);
        if target == source { Ok(()) } else { Err(refused(format, &[&target, &source])) }
    }
}

impl<'a, T> Pair<'a, [T]> {
    /// Refuses lists of different lengths, and what `each` refuses of a pair.
    pub(super) fn each(self, format: &str, check: impl Fn(Pair<'a, T>) -> Result<()>) -> Result<()> {
        self.number(format, <[T]>::len)?;
        let mut pairs = self.target.iter().zip(self.source);
        pairs.try_for_each(|(target, source)| check(Pair { target, source }))
    }
}

impl<'a, T: PartialEq + 'static> Pair<'a, List<T>> {
    /// As for slices.
    pub(super) fn each(self, format: &str, check: impl Fn(Pair<'a, T>) -> Result<()>) -> Result<()> {
        let slices: Pair<'a, [T]> = self.part(|list| list.as_slice());
        slices.each(format, check)
    }
}
