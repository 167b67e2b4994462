//! Values of attributes and texts: each type reads one spelling or several, and prints one.
mod address;
mod number;
mod path;
mod size;
mod text;
mod word;

use std::borrow::Cow;

use oxivirt_model::Uuid;

use crate::write::Printer;

pub use address::{Mac, MacParseError, Nodeset};
pub use number::{Hex, Octal, WideHex, parse_decimal, parse_signed, parse_unsigned};
pub(crate) use path::sanitized;
pub use size::{Bytes, KiB, ScaleError, ScaledBytes, ScaledKiB, scale, unit_factor};
pub(crate) use size::{nodeset_attribute, read_kib, scale_error, scaled_attribute};
pub use text::Text;
pub use word::{OnOff, YesNo};
pub(crate) use word::{default_word, first, words};

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

    /// Prints it, escaped; the same as [`Value::text`], but faster where types say how.
    fn print(&self, out: &mut Printer) {
        out.text(&self.text());
    }
}

/// A value that is one of the words of a table.
pub(crate) trait Word: Copy {
    /// Returns the word.
    fn word(self) -> &'static str;
}

impl Value for String {
    fn parse(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }

    fn print(&self, out: &mut Printer) {
        out.text(self);
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

    fn print(&self, out: &mut Printer) {
        for (at, byte) in self.as_bytes().iter().enumerate() {
            if matches!(at, 4 | 6 | 8 | 10) {
                out.plain("-");
            }
            out.hex_byte(*byte);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::{FormatFlags, Writer};

    fn check<V: Value>(value: &V) {
        let mut printed = Writer::new(FormatFlags::default());
        printed.open("e");
        printed.attr_value("k", value);
        let mut text = Writer::new(FormatFlags::default());
        text.open("e");
        text.attr("k", &value.text());
        assert_eq!(printed.finish(), text.finish());
    }

    #[test]
    fn printing_is_the_escaped_text() {
        for number in [0, 1, 9, 10, 99, 100, 12_345_678_901, u64::MAX] {
            check(&number);
        }
        for number in [0, -1, i64::MIN, i64::MAX] {
            check(&number);
        }
        check(&i32::MIN);
        check(&u8::MAX);
        check(&u16::MAX);
        check(&u32::MAX);
        check(&Uuid([0, 1, 2, 0x7f, 0x80, 0xff, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]));
        check(&Mac([0, 1, 0x20, 0xff, 0x7f, 0x80]));
        check(&"a<b>&'\"\u{1}\u{e9}".to_owned());
        check(&YesNo::Yes);
        check(&Hex::<4>(10));
    }
}
