//! PEM: the blocks of a text file, each with its label. Lines of other text between blocks are passed over.

/// Why a file holds no usable block; the texts are those GnuTLS has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fault {
    /// No block with a wanted label begins.
    Missing,
    /// A block begins, and does not end or is not base64.
    Broken,
}

/// Returns the decoded blocks whose label `wanted` accepts, in order, with their labels.
pub(crate) fn blocks(text: &[u8], wanted: impl Fn(&str) -> bool) -> Result<Vec<(&str, Vec<u8>)>, Fault> {
    let mut found = Vec::new();
    let mut lines = text.split(|&byte| byte == b'\n').map(<[u8]>::trim_ascii);
    while let Some(line) = lines.next() {
        let Some(label) = label(line, b"-----BEGIN ").filter(|label| wanted(label)) else {
            continue;
        };
        let mut encoded = Vec::new();
        loop {
            let line = lines.next().ok_or(Fault::Broken)?;
            if line.starts_with(b"-----") {
                if self::label(line, b"-----END ") != Some(label) {
                    return Err(Fault::Broken);
                }
                break;
            }
            encoded.extend(line.iter().filter(|byte| !byte.is_ascii_whitespace()));
        }
        let decoded = base64(&encoded).filter(|bytes| !bytes.is_empty());
        found.push((label, decoded.ok_or(Fault::Broken)?));
    }
    if found.is_empty() {
        return Err(Fault::Missing);
    }
    Ok(found)
}

fn label<'a>(line: &'a [u8], before: &[u8]) -> Option<&'a str> {
    let label = line.strip_prefix(before)?.strip_suffix(b"-----")?;
    std::str::from_utf8(label).ok()
}

fn base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let (groups, []) = text.as_chunks::<4>() else {
        return None;
    };
    let mut groups = groups.iter().peekable();
    while let Some(group) = groups.next() {
        let padding = group.iter().rev().take_while(|&&byte| byte == b'=').count();
        if padding > 2 || (padding > 0 && groups.peek().is_some()) {
            return None;
        }
        let mut value = 0_u32;
        for (at, &byte) in group.iter().enumerate() {
            let digit = if at >= 4_usize.saturating_sub(padding) { 0 } else { digit(byte)? };
            value = (value << 6) | digit;
        }
        let [_, decoded @ ..] = value.to_be_bytes();
        bytes.extend(decoded.iter().take(3_usize.saturating_sub(padding)));
    }
    Some(bytes)
}

fn digit(byte: u8) -> Option<u32> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let at = DIGITS.iter().position(|&digit| digit == byte)?;
    u32::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Result<Vec<(&str, Vec<u8>)>, Fault> {
        blocks(text.as_bytes(), |label| label == "A" || label == "B C")
    }

    #[test]
    fn blocks_and_what_lies_between() {
        let text = "x\r\n-----BEGIN A-----\r\nAAEC\r\nAw==\r\n-----END A-----\nsaid\n-----BEGIN Z-----\n!\n-----END Z-----\n\
                    -----BEGIN B C-----\n/+8=\n-----END B C-----";
        assert_eq!(all(text), Ok(vec![("A", vec![0, 1, 2, 3]), ("B C", vec![0xff, 0xef])]));
    }

    #[test]
    fn faults() {
        assert_eq!(all(""), Err(Fault::Missing));
        assert_eq!(all("garbage"), Err(Fault::Missing));
        for inside in ["", "A", "AAE", "A===", "AA==AAAA", "@AAA", "AAAA\n-----END B C-----"] {
            let text = format!("-----BEGIN A-----\n{inside}\n-----END A-----\n");
            assert_eq!(all(&text), Err(Fault::Broken), "{inside}");
        }
        assert_eq!(all("-----BEGIN A-----\nAAAA\n"), Err(Fault::Broken));
    }
}
