//! The texts of DIGEST-MD5 (RFC 2831): lists of `name=value`, read as leniently as Cyrus SASL does.

/// White space between the parts.
fn blank(byte: u8) -> bool {
    b" \t\r\n".contains(&byte)
}

pub(crate) fn trim(text: &[u8]) -> &[u8] {
    let start = text.iter().position(|&byte| !blank(byte));
    let end = text.iter().rposition(|&byte| !blank(byte));
    match (start, end) {
        (Some(start), Some(end)) => text.get(start..=end).unwrap_or_default(),
        _ => &[],
    }
}

fn skip(text: &[u8], over: impl Fn(u8) -> bool) -> (&[u8], &[u8]) {
    let end = text.iter().position(|&byte| !over(byte));
    text.split_at_checked(end.unwrap_or(text.len())).unwrap_or((text, &[]))
}

fn token(byte: u8) -> bool {
    byte > b' ' && byte != 0x7f && !b"()<>@,;:\\'/[]?={}".contains(&byte)
}

/// The pairs of a text, up to its first NUL. An item is `None` where the text is no list; then nothing follows.
pub(crate) struct Pairs<'a>(&'a [u8]);

impl<'a> Pairs<'a> {
    pub(crate) fn of(text: &'a [u8]) -> Self {
        Self(text.split(|&byte| byte == 0).next().unwrap_or_default())
    }

    fn pair(&mut self) -> Option<(&'a [u8], Vec<u8>)> {
        let (name, rest) = skip(self.0, token);
        let (_, rest) = skip(rest, blank);
        let (_, rest) = skip(rest.strip_prefix(b"=")?, blank);
        let (value, rest) = match rest.strip_prefix(b"\"") {
            Some(rest) => quoted(rest)?,
            None => {
                let (value, rest) = skip(rest, token);
                (value.to_vec(), rest)
            }
        };
        let (_, rest) = skip(rest, blank);
        self.0 = match rest.split_first() {
            None => &[],
            Some((b',', rest)) => rest,
            Some(_) => return None,
        };
        (!name.is_empty()).then_some((name, value))
    }
}

/// Returns what stands before the closing quote, and what follows it.
fn quoted(text: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let mut value = Vec::new();
    let mut bytes = text.iter();
    loop {
        match bytes.next()? {
            b'"' => return Some((value, bytes.as_slice())),
            b'\\' => value.push(*bytes.next()?),
            byte => value.push(*byte),
        }
    }
}

impl<'a> Iterator for Pairs<'a> {
    type Item = Option<(&'a [u8], Vec<u8>)>;

    fn next(&mut self) -> Option<Self::Item> {
        // Empty elements of a list are allowed.
        let (_, rest) = skip(self.0, |byte| blank(byte) || byte == b',');
        self.0 = rest;
        if rest.is_empty() {
            return None;
        }
        let pair = self.pair();
        if pair.is_none() {
            self.0 = &[];
        }
        Some(pair)
    }
}

/// Appends `name=value`, the value in quotes if wanted.
pub(crate) fn append(list: &mut Vec<u8>, name: &str, value: &[u8], quotes: bool) {
    if !list.is_empty() {
        list.push(b',');
    }
    list.extend_from_slice(name.as_bytes());
    list.push(b'=');
    if !quotes {
        list.extend_from_slice(value);
        return;
    }
    list.push(b'"');
    for &byte in value {
        if b"\"\\".contains(&byte) {
            list.push(b'\\');
        }
        list.push(byte);
    }
    list.push(b'"');
}

/// UTF-8 text in ISO 8859-1 where that is possible, for that is what passwords are hashed in.
pub(crate) fn latin1(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.iter().copied();
    while let Some(byte) = bytes.next() {
        match byte {
            0xc4.. => return text.to_vec(),
            0xc0..=0xc3 => match bytes.next() {
                Some(next @ 0x80..=0xbf) => out.push(byte.wrapping_shl(6) | (next & 0x3f)),
                _ => return text.to_vec(),
            },
            _ => out.push(byte),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Vec<Option<(String, String)>> {
        let text_of = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Pairs::of(text.as_bytes()).map(|pair| pair.map(|(name, value)| (text_of(name), text_of(&value)))).collect()
    }

    fn pair(name: &str, value: &str) -> Option<(String, String)> {
        Some((name.to_owned(), value.to_owned()))
    }

    #[test]
    fn lists() {
        assert_eq!(
            pairs(" ,,\t a=b , c = \"d \\\" \\\\,\" ,e=,f=\"\",\0g=h"),
            [pair("a", "b"), pair("c", "d \" \\,"), pair("e", ""), pair("f", "")]
        );
        assert_eq!(pairs(""), []);
        assert_eq!(pairs(" , "), []);
    }

    #[test]
    fn no_lists() {
        for bad in ["a", "a=b c=d", "=b", "a=\"b", "a=\"b\\", "a=\"b\"c", "a(=b"] {
            assert_eq!(pairs(bad), [None], "{bad}");
        }
        assert_eq!(pairs("a=b,c"), [pair("a", "b"), None]);
    }

    #[test]
    fn quoting() {
        let mut list = Vec::new();
        append(&mut list, "a", b"x\"y\\z", true);
        append(&mut list, "b", b"c", false);
        assert_eq!(list, b"a=\"x\\\"y\\\\z\",b=c");
    }

    #[test]
    fn charsets() {
        assert_eq!(latin1("fr\u{e9}d\u{ff}\u{80}".as_bytes()), b"fr\xe9d\xff\x80");
        assert_eq!(latin1("\u{100}\u{e9}".as_bytes()), "\u{100}\u{e9}".as_bytes());
        assert_eq!(latin1(b"\xe9"), b"\xe9");
        assert_eq!(latin1(b"a\xc3"), b"a\xc3");
        assert_eq!(trim(b" \ta b\r\n"), b"a b");
        assert_eq!(trim(b" \n"), b"");
    }
}
