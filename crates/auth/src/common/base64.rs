//! Base64 (RFC 4648, with padding) of short texts.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

pub(crate) fn encode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for chunk in bytes.chunks(3) {
        let mut word = [0; 4];
        for (to, from) in word.iter_mut().skip(1).zip(chunk) {
            *to = *from;
        }
        let word = u32::from_be_bytes(word);
        for (place, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let digit = usize::try_from(word.wrapping_shr(shift) & 63).unwrap_or_default();
            let shown = if place > chunk.len() { Some(&b'=') } else { ALPHABET.get(digit) };
            out.extend(shown);
        }
    }
    out
}

/// `None` for anything that [`encode`] would not make, except that spare bits are ignored.
pub(crate) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(4) {
        return None;
    }
    let body = text.strip_suffix(b"==").or_else(|| text.strip_suffix(b"=")).unwrap_or(text);
    let mut out = Vec::with_capacity(text.len());
    for chunk in body.chunks(4) {
        let mut word = 0u32;
        for place in 0..4 {
            let digit = match chunk.get(place) {
                Some(byte) => ALPHABET.iter().position(|letter| letter == byte)?,
                None => 0,
            };
            word = word.wrapping_shl(6) | u32::try_from(digit).ok()?;
        }
        let [_, bytes @ ..] = word.to_be_bytes();
        let count = chunk.len().checked_sub(1).filter(|count| *count > 0)?;
        out.extend_from_slice(bytes.get(..count)?);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    // RFC 4648, section 10.
    const PAIRS: [(&str, &str); 7] = [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ];

    #[test]
    fn both_ways() {
        for (plain, coded) in PAIRS {
            assert_eq!(encode(plain.as_bytes()), coded.as_bytes());
            assert_eq!(decode(coded.as_bytes()).unwrap(), plain.as_bytes());
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)).unwrap(), all);
    }

    #[test]
    fn refused() {
        for bad in ["Z", "Zg", "Zg=", "Zm9v=", "Z===", "====", "Zm-v", "Zm 9", "Zg==Zg=="] {
            assert_eq!(decode(bad.as_bytes()), None, "{bad}");
        }
    }
}
