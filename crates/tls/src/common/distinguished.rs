//! A distinguished name as text, in the form in which the stock library's certificates print it: the order of the certificate, the short
//! names of the kinds, and the escapes of RFC 4514.
use crate::common::der::{self, Der};
use std::fmt::Write;

/// Kinds of parts by their object identifiers.
const KINDS: &[(&[u8], &str)] = &[
    (&[0x55, 4, 3], "CN"),
    (&[0x55, 4, 4], "surName"),
    (&[0x55, 4, 5], "serialNumber"),
    (&[0x55, 4, 6], "C"),
    (&[0x55, 4, 7], "L"),
    (&[0x55, 4, 8], "ST"),
    (&[0x55, 4, 9], "street"),
    (&[0x55, 4, 10], "O"),
    (&[0x55, 4, 11], "OU"),
    (&[0x55, 4, 12], "title"),
    (&[0x55, 4, 13], "description"),
    (&[0x55, 4, 15], "businessCategory"),
    (&[0x55, 4, 17], "postalCode"),
    (&[0x55, 4, 20], "telephoneNumber"),
    (&[0x55, 4, 41], "name"),
    (&[0x55, 4, 42], "givenName"),
    (&[0x55, 4, 43], "initials"),
    (&[0x55, 4, 44], "generationQualifier"),
    (&[0x55, 4, 46], "dnQualifier"),
    (&[0x55, 4, 65], "pseudonym"),
    (&[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 25], "DC"),
    (&[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 1], "UID"),
    (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 1], "EMAIL"),
];

/// Returns the text of a name; `None` when it is malformed.
pub(crate) fn text(name: &[u8]) -> Option<String> {
    let mut shown = String::new();
    let mut sets = Der::new(name).inside(der::SEQUENCE)?;
    while !sets.is_empty() {
        if !shown.is_empty() {
            shown.push(',');
        }
        let mut set = sets.inside(der::SET)?;
        let mut first = true;
        while !set.is_empty() {
            if !std::mem::take(&mut first) {
                shown.push('+');
            }
            let mut pair = set.inside(der::SEQUENCE)?;
            let kind = pair.read(der::OID)?;
            let value = pair.next()?;
            match (KINDS.iter().find(|(known, _)| *known == kind), value_text(value.tag, value.content)) {
                (Some((_, kind)), Some(text)) => {
                    shown.push_str(kind);
                    shown.push('=');
                    escape(&text, &mut shown);
                }
                // As it stands in the certificate.
                (known, _) => {
                    let kind = known.map_or_else(|| dotted(kind), |(_, kind)| (*kind).to_owned());
                    shown.push_str(&kind);
                    shown.push_str("=#");
                    for byte in value.whole {
                        // Writing to a string does not fail.
                        let _ = write!(shown, "{byte:02x}");
                    }
                }
            }
        }
    }
    Some(shown)
}

/// Returns the text of a value, `None` for what is no text.
fn value_text(tag: u8, content: &[u8]) -> Option<String> {
    /// `UTF8String`, `NumericString`, `PrintableString`, `TeletexString`, `IA5String`, `BMPString`.
    const UTF8: u8 = 0x0c;
    const ONE_BYTE: [u8; 4] = [0x12, 0x13, 0x14, 0x16];
    const BMP: u8 = 0x1e;
    match tag {
        UTF8 => String::from_utf8(content.to_vec()).ok(),
        tag if ONE_BYTE.contains(&tag) => Some(content.iter().map(|byte| char::from(*byte)).collect()),
        BMP => {
            let (pairs, rest) = content.as_chunks::<2>();
            let units: Vec<u16> = pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16(&units).ok().filter(|_| rest.is_empty())
        }
        _ => None,
    }
}

/// Appends a value with what would be taken for syntax escaped.
fn escape(text: &str, shown: &mut String) {
    let last = text.chars().count().saturating_sub(1);
    for (at, one) in text.chars().enumerate() {
        let edge = (at == 0 && matches!(one, ' ' | '#')) || (at == last && one == ' ');
        if edge || matches!(one, ',' | '+' | '"' | '\\' | '<' | '>' | ';') {
            shown.push('\\');
        }
        match one {
            // Nobody who reads a list of names up to a NUL shall read another name.
            '\0' => shown.push_str("\\00"),
            one => shown.push(one),
        }
    }
}

/// Returns an object identifier in numbers.
fn dotted(identifier: &[u8]) -> String {
    let mut numbers: Vec<u64> = Vec::new();
    let mut number = 0_u64;
    for byte in identifier {
        number = (number << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            numbers.push(std::mem::take(&mut number));
        }
    }
    let mut shown = String::new();
    for (at, number) in numbers.into_iter().enumerate() {
        let _ = match at {
            0 => write!(
                shown,
                "{}.{}",
                (number / 40).min(2),
                number.saturating_sub((number / 40).min(2).saturating_mul(40))
            ),
            _ => write!(shown, ".{number}"),
        };
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(parts: &[(&[u8], u8, &[u8])]) -> Vec<u8> {
        let element = |tag: u8, content: &[u8]| [&[tag, u8::try_from(content.len()).unwrap()], content].concat();
        let part = |(kind, tag, value): &(&[u8], u8, &[u8])| {
            let pair = element(der::SEQUENCE, &[element(der::OID, kind), element(*tag, value)].concat());
            element(der::SET, &pair)
        };
        element(der::SEQUENCE, &parts.iter().map(part).collect::<Vec<_>>().concat())
    }

    #[test]
    fn in_the_order_of_the_certificate() {
        let der = name(&[(&[0x55, 4, 6], 0x13, b"GB"), (&[0x55, 4, 10], 0x0c, b"a, b"), (&[0x55, 4, 3], 0x0c, b"c")]);
        assert_eq!(text(&der).unwrap(), "C=GB,O=a\\, b,CN=c");
    }

    #[test]
    fn what_would_be_taken_for_syntax_is_escaped() {
        let cn: &[u8] = &[0x55, 4, 3];
        for (value, wanted) in [
            (&b"x,CN=admin"[..], "CN=x\\,CN=admin"),
            (b" #a ", "CN=\\ #a\\ "),
            (b"#a", "CN=\\#a"),
            (b"a\0b", "CN=a\\00b"),
            (b"", "CN="),
            ("\u{e9}".as_bytes(), "CN=\u{e9}"),
        ] {
            assert_eq!(text(&name(&[(cn, 0x0c, value)])).unwrap(), wanted);
        }
        assert_eq!(text(&name(&[(cn, 0x0c, b"\xff")])).unwrap(), "CN=#0c01ff");
        assert_eq!(text(&name(&[(&[0x2a, 0x83, 0x1d], 0x13, b"x")])).unwrap(), "1.2.413=#130178");
        assert_eq!(text(b"\x30\x05"), None);
    }
}
