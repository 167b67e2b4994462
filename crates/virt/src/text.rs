//! Text that comes from a driver. Neither C nor the wire promises UTF-8, so it is bytes that know how to be shown.
use oxivirt_xdr::Str;
use std::ffi::{CStr, CString};
use std::fmt;
use std::ops::Deref;

/// An owned text without NUL: a name, an XML document, a host name. Nearly always UTF-8, but nobody promises it.
///
/// As a `CStr` it offers `to_str()`, `to_string_lossy()` and `to_bytes()`; shown with `{}` it has U+FFFD for what is not
/// UTF-8. What followed a NUL was cut off, as any C program would see it.
///
/// ```
/// let name = oxivirt::Text::from("guest");
/// assert_eq!(name, "guest");
/// assert_eq!(name.to_str(), Ok("guest"));
/// assert_eq!(format!("{name}"), "guest");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Text(CString);

impl Text {
    /// Returns the text of these bytes up to the first NUL.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        // One search for a NUL, as nearly no text has one.
        Self(CString::new(bytes).unwrap_or_else(|error| {
            let text = bytes.get(..error.nul_position()).unwrap_or_default();
            CString::new(text).unwrap_or_default()
        }))
    }

    /// Returns the text as a C string.
    #[must_use]
    pub fn as_c_str(&self) -> &CStr {
        &self.0
    }

    /// Returns the bytes, without the NUL behind them.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.to_bytes()
    }

    /// Returns the bytes without copying them.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

impl Deref for Text {
    type Target = CStr;

    fn deref(&self) -> &CStr {
        &self.0
    }
}

impl AsRef<[u8]> for Text {
    fn as_ref(&self) -> &[u8] {
        self.as_bytes()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new(text.as_bytes())
    }
}

impl From<&CStr> for Text {
    fn from(text: &CStr) -> Self {
        Self(text.to_owned())
    }
}

impl From<&Str<'_>> for Text {
    fn from(text: &Str<'_>) -> Self {
        Self::new(text.as_bytes())
    }
}

impl<'a> From<&'a Text> for Str<'a> {
    fn from(text: &'a Text) -> Self {
        text.as_c_str().into()
    }
}

impl From<Text> for Vec<u8> {
    fn from(text: Text) -> Self {
        text.into_bytes()
    }
}

/// Replaces what is not UTF-8 by U+FFFD.
impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.to_string()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_bytes() == other.as_bytes()
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string_lossy())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_end_at_a_nul_and_show_what_is_no_utf8() {
        let text = Text::new(b"a\xffb\0c");
        assert_eq!(text.as_bytes(), b"a\xffb");
        assert_eq!(text.as_c_str(), c"a\xffb");
        assert_eq!(text.to_string(), "a\u{fffd}b");
        assert_eq!(format!("{:>5}|", Text::from("x")), "    x|");
        assert_eq!(Text::new(b"a\xffb").into_bytes(), b"a\xffb");
        assert_eq!(Text::from(c"a\xff").as_ref() as &[u8], b"a\xff");
        assert_eq!(String::from(Text::new(b"a\xff")), "a\u{fffd}");
        assert_eq!(Vec::from(Text::from("ab")), b"ab");
        assert_eq!(Str::from(&Text::from("ab")).as_bytes(), b"ab");
        assert_eq!(format!("{:?}", Text::from("a\"b")), r#""a\"b""#);
        let text = Text::from("x");
        assert_eq!(text.to_bytes(), b"x");
        assert!(text == *"x" && text == "x" && text != "y" && text == Text::new(b"x\0y"));
    }
}
