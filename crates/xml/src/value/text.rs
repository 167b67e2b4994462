//! Texts that are rarely there.
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use super::Value;
use crate::write::Printer;

/// A text whose `Option` is one word: for fields that are empty in most definitions, of which there are hundreds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<Box<str>>);

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(Box::new(text.into()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Box::new(text.into()))
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        (*text.0).into()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl Value for Text {
    fn parse(text: &str) -> Option<Self> {
        Some(text.into())
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    fn print(&self, out: &mut Printer) {
        out.text(self);
    }
}
