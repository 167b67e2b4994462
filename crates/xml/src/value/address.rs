//! Hardware addresses and sets of numbers.
use std::borrow::Cow;
use std::collections::BTreeSet;

use super::Value;
use crate::write::Printer;

/// A MAC address, printed in lower case with two digits a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Mac(pub [u8; 6]);

crate::blank::blank!(Mac);

/// The text is no MAC address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MacParseError;

impl Mac {
    /// Returns true for an address of a group of stations.
    #[must_use]
    pub fn is_multicast(&self) -> bool {
        let [first, ..] = self.0;
        first & 1 != 0
    }

    /// Reads six hexadecimal numbers of one or two digits with colons between them.
    ///
    /// # Errors
    /// If it is anything else.
    pub fn from_text(text: &str) -> Result<Self, MacParseError> {
        let mut bytes = [0; 6];
        let mut parts = text.split(':');
        for byte in &mut bytes {
            let part = parts.next().ok_or(MacParseError)?;
            if part.is_empty() || part.len() > 2 || !part.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                return Err(MacParseError);
            }
            *byte = u8::from_str_radix(part, 16).map_err(|_| MacParseError)?;
        }
        if parts.next().is_some() { Err(MacParseError) } else { Ok(Self(bytes)) }
    }
}

impl Value for Mac {
    fn parse(text: &str) -> Option<Self> {
        Self::from_text(text).ok()
    }

    fn text(&self) -> Cow<'_, str> {
        let [a, b, c, d, e, f] = self.0;
        Cow::Owned(format!("{a:02x}:{b:02x}:{c:02x}:{d:02x}:{e:02x}:{f:02x}"))
    }

    fn print(&self, out: &mut Printer) {
        for (at, byte) in self.0.into_iter().enumerate() {
            if at != 0 {
                out.plain(":");
            }
            out.hex_byte(byte);
        }
    }
}

/// A set of CPUs or NUMA nodes, `0-3,^2,7`; printed in order, ranges joined.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Nodeset(pub BTreeSet<u32>);

crate::blank::blank!(Nodeset);

impl FromIterator<u32> for Nodeset {
    /// Inserts one by one: std's way for sets sorts first, which is more code than a few numbers are worth.
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut set = BTreeSet::new();
        set.extend(numbers);
        Self(set)
    }
}

impl Nodeset {
    /// Numbers from here on are refused, as by the stock library.
    pub const MAX: u32 = 16384;

    /// Reads a set.
    fn read(text: &str) -> Option<Self> {
        let mut set = BTreeSet::new();
        let number = |text: &str| {
            let text = text.trim();
            let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let value = if plain { text.parse::<u32>().ok() } else { None };
            value.filter(|value| *value < Self::MAX)
        };
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        for part in text.split(',') {
            let part = part.trim();
            if let Some(except) = part.strip_prefix('^') {
                let except = number(except)?;
                if !set.remove(&except) {
                    return None;
                }
            } else if let Some((from, to)) = part.split_once('-') {
                let (from, to) = (number(from)?, number(to)?);
                if from > to {
                    return None;
                }
                set.extend(from..=to);
            } else {
                set.insert(number(part)?);
            }
        }
        Some(Self(set))
    }

    /// Returns the largest number.
    #[must_use]
    pub fn last(&self) -> Option<u32> {
        self.0.last().copied()
    }

    /// Returns true if both have a number.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.0.is_disjoint(&other.0)
    }
}

impl Value for Nodeset {
    const IS_BITMAP: bool = true;

    fn parse(text: &str) -> Option<Self> {
        Self::read(text)
    }

    fn text(&self) -> Cow<'_, str> {
        let mut out = String::new();
        let mut numbers = self.0.iter().copied().peekable();
        while let Some(first) = numbers.next() {
            let mut last = first;
            while let Some(next) = numbers.next_if(|next| last.checked_add(1) == Some(*next)) {
                last = next;
            }
            if !out.is_empty() {
                out.push(',');
            }
            out.push_str(&first.to_string());
            if last != first {
                out.push('-');
                out.push_str(&last.to_string());
            }
        }
        Cow::Owned(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_normalised() {
        for (text, printed) in
            [("0-3,^2,7", "0-1,3,7"), ("1,2", "1-2"), ("5", "5"), ("3,1", "1,3"), (" 1 - 2 , 4", "1-2,4")]
        {
            assert_eq!(Nodeset::parse(text).unwrap().text(), printed);
        }
        for text in ["x", "1-", "3-1", "99999", "1,,2", "^1"] {
            assert_eq!(Nodeset::parse(text), None, "{text}");
        }
    }

    #[test]
    fn mac_addresses() {
        assert_eq!(Mac::parse("2:0:0:D:e:f").unwrap().text(), "02:00:00:0d:0e:0f");
        for text in
            ["", "zz", "52:54:00", "52:54:00:11:22:33:44", "525400112233", "52-54-00-11-22-33", "052:54:00:11:22:33"]
        {
            assert_eq!(Mac::parse(text), None, "{text}");
        }
    }
}
