//! Numbers as C's strtol reads them: blanks before, a sign, and nothing behind.
use std::borrow::Cow;

use super::Value;
use crate::write::Printer;

/// Splits a number into its sign (true for minus) and digits, and the base its prefix names when `base` is 0.
fn digits(text: &str, base: u32) -> Option<(bool, &str, u32)> {
    let text = text.trim_start_matches([' ', '\t', '\n', '\r', '\u{b}', '\u{c}']);
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (text, base) = match (base, text.get(..2)) {
        (0 | 16, Some("0x" | "0X")) => (text.get(2..)?, 16),
        (0, _) if text.len() > 1 && text.starts_with('0') => (text.get(1..)?, 8),
        (0, _) => (text, 10),
        (base, _) => (text, base),
    };
    (!text.is_empty() && text.bytes().all(|byte| char::from(byte).is_digit(base))).then_some((negative, text, base))
}

/// Reads a number without a sign in a base; base 0 takes it from the prefix `0x` or `0`.
#[must_use]
pub fn parse_unsigned(text: &str, base: u32) -> Option<u64> {
    let (negative, digits, base) = digits(text, base)?;
    let value = u64::from_str_radix(digits, base).ok()?;
    (!negative || value == 0).then_some(value)
}

/// Reads a number with or without a sign in a base.
#[must_use]
pub fn parse_signed(text: &str, base: u32) -> Option<i64> {
    let (negative, digits, base) = digits(text, base)?;
    let value = i128::from_str_radix(digits, base).ok()?;
    let value = if negative { value.checked_neg()? } else { value };
    i64::try_from(value).ok()
}

/// Reads a decimal number that fits `T`.
#[must_use]
pub fn parse_decimal<T: TryFrom<u64>>(text: &str) -> Option<T> {
    parse_unsigned(text, 10).and_then(|value| T::try_from(value).ok())
}

macro_rules! unsigned {
    ($($kind:ty),*) => {$(
        impl Value for $kind {
            const EXPECTED: &'static str = ". Expected non-negative integer value";

            fn parse(text: &str) -> Option<Self> {
                parse_decimal(text)
            }

            fn text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }

            fn print(&self, out: &mut Printer) {
                out.decimal(u64::from(*self));
            }
        }
    )*};
}

unsigned!(u8, u16, u32, u64);

macro_rules! signed {
    ($($kind:ty: $expected:literal),*) => {$(
        impl Value for $kind {
            const EXPECTED: &'static str = $expected;

            fn parse(text: &str) -> Option<Self> {
                parse_signed(text, 10).and_then(|value| value.try_into().ok())
            }

            fn text(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }

            fn print(&self, out: &mut Printer) {
                if *self < 0 {
                    out.plain("-");
                }
                out.decimal(u64::from(self.unsigned_abs()));
            }
        }
    )*};
}

signed!(i32: ". Expected integer value", i64: ". Expected long long integer value");

/// A number printed as `0x` and at least `WIDTH` hexadecimal digits; read in any base its prefix names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct Hex<const WIDTH: usize>(pub u32);

impl<const WIDTH: usize> crate::blank::Blank for Hex<WIDTH> {
    fn blank() -> Self {
        Self(0)
    }
}

impl<const WIDTH: usize> Value for Hex<WIDTH> {
    const EXPECTED: &'static str = ". Expected non-negative integer value";

    fn parse(text: &str) -> Option<Self> {
        parse_unsigned(text, 0).and_then(|value| value.try_into().ok()).map(Self)
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(format!("0x{:0WIDTH$x}", self.0))
    }
}

/// [`Hex`] of 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Hash)]
pub struct WideHex<const WIDTH: usize>(pub u64);

impl<const WIDTH: usize> Value for WideHex<WIDTH> {
    const EXPECTED: &'static str = ". Expected non-negative integer value";

    fn parse(text: &str) -> Option<Self> {
        parse_unsigned(text, 0).map(Self)
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(format!("0x{:0WIDTH$x}", self.0))
    }
}

/// A number in octal digits, printed with at least `WIDTH` of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Octal<const WIDTH: usize>(pub u32);

impl<const WIDTH: usize> Value for Octal<WIDTH> {
    const EXPECTED: &'static str = ". Expected non-negative integer value";

    fn parse(text: &str) -> Option<Self> {
        parse_unsigned(text, 8).and_then(|value| value.try_into().ok()).map(Self)
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(format!("{:0WIDTH$o}", self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_c_does() {
        assert_eq!(parse_unsigned("+5", 10), Some(5));
        assert_eq!(parse_unsigned(" 5", 10), Some(5));
        assert_eq!(parse_unsigned("0x1F", 0), Some(31));
        assert_eq!(parse_unsigned("017", 0), Some(15));
        assert_eq!(parse_signed("-9223372036854775808", 10), Some(i64::MIN));
        for text in ["", "-", "5 ", "0x10", "1e3", "1.5", "--1", "+-1", "18446744073709551616", "-1"] {
            assert_eq!(parse_unsigned(text, 10), None, "{text}");
        }
        assert_eq!(Hex::<4>(10).text(), "0x000a");
        assert_eq!(<u8 as Value>::parse("256"), None);
    }
}
