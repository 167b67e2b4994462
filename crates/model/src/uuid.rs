//! The 16-byte identifier of domains, networks, pools, secrets …, and its text form.

use core::fmt;
use core::str::FromStr;

/// A UUID in wire and memory order. `Display` gives the 36-character lower-case form.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Uuid(pub [u8; Uuid::LEN]);

/// The text is not a UUID: not exactly 32 hexadecimal digits, or another character between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UuidParseError {
    /// Offset of the first byte that does not fit, the length when the text ends early.
    pub offset: usize,
}

impl Uuid {
    /// Bytes of the raw form (`VIR_UUID_BUFLEN`).
    pub const LEN: usize = 16;
    /// Characters of the text form, without the NUL that `VIR_UUID_STRING_BUFLEN` counts.
    pub const TEXT_LEN: usize = 36;
    /// All zeros.
    pub const NIL: Self = Self([0; Self::LEN]);

    /// Reads the text form leniently: `-` and space may stand between any two pairs of digits,
    /// white space may surround the whole.
    ///
    /// # Errors
    /// [`UuidParseError`] with the offset where the text stopped being a UUID.
    pub fn parse(text: impl AsRef<[u8]>) -> Result<Self, UuidParseError> {
        parse_bytes(text.as_ref())
    }

    /// The 36 characters of the text form.
    #[must_use]
    pub fn to_text(&self) -> [u8; Self::TEXT_LEN] {
        let mut text = [b'-'; Self::TEXT_LEN];
        let mut slots = text.iter_mut().enumerate().filter(|(at, _)| !matches!(at, 8 | 13 | 18 | 23));
        for byte in self.0 {
            for digit in [byte >> 4, byte & 15] {
                if let Some((_, slot)) = slots.next() {
                    *slot = hex_digit(digit);
                }
            }
        }
        text
    }

    /// Whether it can be a host's identifier: a UUID of 16 equal bytes cannot.
    #[must_use]
    pub fn is_plausible(&self) -> bool {
        let [first, rest @ ..] = self.0;
        rest.iter().any(|byte| *byte != first)
    }

    /// The raw bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }
}

const fn hex_digit(digit: u8) -> u8 {
    match digit {
        0..=9 => b'0'.wrapping_add(digit),
        _ => b'a'.wrapping_add(digit.wrapping_sub(10)),
    }
}

/// What C's isspace accepts in ASCII; Rust's own notion leaves out the vertical tab.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

fn parse_bytes(text: &[u8]) -> Result<Uuid, UuidParseError> {
    let mut rest = text.iter().enumerate().skip_while(|(_, byte)| is_space(**byte)).peekable();
    let ended = UuidParseError { offset: text.len() };
    let mut uuid = [0; Uuid::LEN];
    for slot in &mut uuid {
        while rest.next_if(|(_, byte)| matches!(byte, b'-' | b' ')).is_some() {}
        let (at, high) = rest.next().ok_or(ended)?;
        let high = digit(*high).ok_or(UuidParseError { offset: at })?;
        let (at, low) = rest.next().ok_or(ended)?;
        let low = digit(*low).ok_or(UuidParseError { offset: at })?;
        *slot = high << 4 | low;
    }
    match rest.find(|(_, byte)| !is_space(**byte)) {
        Some((offset, _)) => Err(UuidParseError { offset }),
        None => Ok(Uuid(uuid)),
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(core::str::from_utf8(&self.to_text()).unwrap_or_default())
    }
}

impl fmt::Debug for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for UuidParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "malformed UUID at character {}", self.offset)
    }
}

impl core::error::Error for UuidParseError {}

impl FromStr for Uuid {
    type Err = UuidParseError;

    fn from_str(text: &str) -> Result<Self, UuidParseError> {
        Self::parse(text)
    }
}

impl From<[u8; Uuid::LEN]> for Uuid {
    fn from(bytes: [u8; Uuid::LEN]) -> Self {
        Self(bytes)
    }
}

impl From<Uuid> for [u8; Uuid::LEN] {
    fn from(uuid: Uuid) -> Self {
        uuid.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "00112233-4455-6677-8899-aabbccddeeff";

    fn sample() -> Uuid {
        Uuid([0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff])
    }

    #[test]
    fn text_round_trip() {
        assert_eq!(sample().to_string(), TEXT);
        assert_eq!(TEXT.parse(), Ok(sample()));
    }

    #[test]
    fn lenient_forms() {
        for text in [
            "00112233445566778899aabbccddeeff",
            " \t\x0b00112233-4455-6677-8899-AABBCCDDEEFF\r\n",
            "00-11 22 33- -445566778899aabbccddee-ff",
            "-00112233445566778899aabbccddeeff",
        ] {
            assert_eq!(Uuid::parse(text), Ok(sample()), "{text:?}");
        }
    }

    #[test]
    fn refused_forms() {
        for (text, offset) in [
            ("", 0),
            ("   ", 3),
            ("00112233445566778899aabbccddeef", 31),
            ("00112233445566778899aabbccddeeff0", 32),
            ("0-0112233445566778899aabbccddeeff", 1),
            ("00112233\t445566778899aabbccddeeff", 8),
            ("00112233445566778899aabbccddeeff-", 32),
            ("g0112233445566778899aabbccddeeff", 0),
        ] {
            assert_eq!(Uuid::parse(text), Err(UuidParseError { offset }), "{text:?}");
        }
    }

    #[test]
    fn every_digit_in_both_directions() {
        let text = "01234567-89ab-cdef-0123-456789abcdef";
        let uuid =
            Uuid([0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef]);
        assert_eq!((uuid.to_string().as_str(), Uuid::parse(text)), (text, Ok(uuid)));
        assert_eq!(format!("{uuid:?}"), text);
        assert_eq!((Uuid::from(uuid.0), <[u8; 16]>::from(uuid), uuid.as_bytes()), (uuid, uuid.0, &uuid.0));
    }

    #[test]
    fn the_fault_tells_where() {
        assert_eq!(Uuid::parse("x").unwrap_err().to_string(), "malformed UUID at character 0");
    }

    #[test]
    fn plausible() {
        assert!(sample().is_plausible());
        assert!(!Uuid::NIL.is_plausible());
        assert!(!Uuid([0xff; 16]).is_plausible());
    }
}
