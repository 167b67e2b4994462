//! Texts of drivers and command lines are bytes that nobody promises to be UTF-8, and what is printed must be the same bytes.
//!
//! Inside of the program they are `String`s all the same: a byte that is not UTF-8 becomes one of the last characters of Unicode's
//! private use ([`text`]), and becomes that byte again when it leaves the program ([`bytes`]).
use std::borrow::Cow;

/// The character that stands for byte 0.
const FIRST: u32 = 0x10_FE00;

/// Returns the text of these bytes.
pub(crate) fn text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().filter_map(|&byte| char::from_u32(FIRST.saturating_add(byte.into()))));
    }
    text
}

/// Returns the bytes of a text.
pub(crate) fn bytes(text: &str) -> Cow<'_, [u8]> {
    if !text.chars().any(|character| stands_for(character).is_some()) {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.chars() {
        match stands_for(character) {
            Some(byte) => bytes.push(byte),
            None => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    Cow::Owned(bytes)
}

/// Returns the byte that a character stands for, if it is one of those.
pub(crate) fn stands_for(character: char) -> Option<u8> {
    u8::try_from(u32::from(character).checked_sub(FIRST)?).ok()
}

/// Texts of drivers.
pub(crate) trait Shown {
    /// Returns the text, see [`text`].
    fn shown(&self) -> String;
}

impl Shown for oxivirt::Text {
    fn shown(&self) -> String {
        text(self.as_bytes())
    }
}

impl Shown for oxivirt::Str<'_> {
    fn shown(&self) -> String {
        text(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_bytes_survive() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(*bytes(&text(&all)), *all);
        assert_eq!(text(b"plain"), "plain");
        assert!(matches!(bytes("gr\u{fc}n"), Cow::Borrowed(_)));
        assert_eq!(*bytes(&text("gr\u{fc}n \u{10ffff}".as_bytes())), *"gr\u{fc}n \u{10ffff}".as_bytes());
    }
}
