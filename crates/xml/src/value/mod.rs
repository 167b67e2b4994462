//! Values of attributes and texts: each type reads one spelling or several, and prints one.
mod address;
mod number;
mod size;
mod word;

use std::borrow::Cow;

use oxivirt_model::Uuid;

pub use address::{Mac, MacParseError, Nodeset};
pub use number::{Hex, Octal, WideHex, parse_decimal, parse_signed, parse_unsigned};
pub use size::{Bytes, KiB, ScaleError, ScaledBytes, ScaledKiB, scale, unit_factor};
pub(crate) use size::{nodeset_attribute, scale_error, scaled_attribute};
pub use word::{OnOff, YesNo};
pub(crate) use word::{default_word, words};

/// A value that stands in an attribute or a text.
pub trait Value: Sized {
    /// The sentence the stock library puts behind "Invalid value …", with the full stop before it; empty for words.
    const EXPECTED: &'static str = "";

    /// The error for an unreadable value is the set's own, `VIR_ERR_INVALID_ARG`.
    const IS_BITMAP: bool = false;

    /// Returns the value of `text`, or `None` when it is none.
    fn parse(text: &str) -> Option<Self>;

    /// Returns the text that is printed, not escaped.
    fn text(&self) -> Cow<'_, str>;
}

impl Value for String {
    fn parse(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl Value for Uuid {
    const EXPECTED: &'static str = ". Expected UUID";

    fn parse(text: &str) -> Option<Self> {
        Self::parse(text).ok()
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}
