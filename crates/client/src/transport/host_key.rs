//! Host keys as ssh and the stock client write them.

/// Returns the first hash of a key in a text, as bytes in hexadecimal with colons.
pub(super) fn hash_in(text: &str) -> Option<String> {
    let word = |start: &str| {
        let (_, rest) = text.split_once(start)?;
        let end = rest.find(|c: char| c.is_whitespace() || c == ',');
        let word = end.map_or(rest, |end| rest.get(..end).unwrap_or(rest));
        Some(word.trim_end_matches('.').to_owned())
    };
    if let Some(md5) = word("MD5:") {
        return Some(md5.to_ascii_uppercase());
    }
    let bytes = base64(&word("SHA256:")?)?;
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Some(pairs.join(":"))
}

/// Decodes base64 (RFC 4648) with or without padding.
fn base64(text: &str) -> Option<Vec<u8>> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0u32, 0u32);
    for letter in text.trim_end_matches('=').bytes() {
        let value = ALPHABET.iter().position(|known| *known == letter)?;
        held = held.wrapping_shl(6) | u32::try_from(value).ok()?;
        bits = bits.wrapping_add(6);
        if bits >= 8 {
            bits = bits.wrapping_sub(8);
            bytes.push((held.wrapping_shr(bits) & 0xff) as u8);
        }
    }
    Some(bytes)
}
