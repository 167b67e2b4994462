//! Searches in text by single bytes: what is looked for in documents is ASCII, and decoding characters costs several times as much.

/// Returns what is before and behind the first `byte`, which is ASCII.
pub(crate) fn split_once(text: &str, byte: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|other| other == byte)?;
    Some((text.get(..at)?, text.get(at.saturating_add(1)..)?))
}

/// Returns true for white space of XML.
pub(crate) const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Returns how many bytes of white space the text begins with.
pub(crate) fn blanks(text: &str) -> usize {
    text.bytes().take_while(|byte| is_blank(*byte)).count()
}

/// Returns true for a character that XML 1.0 allows.
pub(crate) const fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Returns the first character that XML 1.0 does not allow, and where it is.
pub(crate) fn forbidden(text: &str) -> Option<(usize, char)> {
    if text.bytes().all(|byte| byte.wrapping_sub(b' ') < 0x60 || is_blank(byte)) {
        return None;
    }
    text.char_indices().find(|(_, c)| !is_char(*c))
}

/// Returns true for a character beyond ASCII that a name of XML 1.0 may begin with.
const fn is_name_start(c: char) -> bool {
    matches!(
        c,
        '\u{c0}'..='\u{d6}'
            | '\u{d8}'..='\u{f6}'
            | '\u{f8}'..='\u{2ff}'
            | '\u{370}'..='\u{37d}'
            | '\u{37f}'..='\u{1fff}'
            | '\u{200c}'..='\u{200d}'
            | '\u{2070}'..='\u{218f}'
            | '\u{2c00}'..='\u{2fef}'
            | '\u{3001}'..='\u{d7ff}'
            | '\u{f900}'..='\u{fdcf}'
            | '\u{fdf0}'..='\u{fffd}'
            | '\u{10000}'..='\u{effff}'
    )
}

/// Returns true for a character beyond ASCII that a name may have behind its first one.
const fn is_name_char(c: char) -> bool {
    is_name_start(c) || matches!(c, '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

/// Returns true for a name, its prefix included.
pub(crate) fn is_name(name: &str) -> bool {
    let starts = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b':') || !byte.is_ascii();
    let mut bytes = name.bytes();
    let plausible = bytes.next().is_some_and(starts)
        && bytes.all(|byte| starts(byte) || byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    if !plausible || name.is_ascii() {
        return plausible;
    }
    let mut chars = name.chars();
    chars.next().is_some_and(|c| c.is_ascii() || is_name_start(c)) && chars.all(|c| c.is_ascii() || is_name_char(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_text() {
        assert_eq!(split_once("a:b:c", b':'), Some(("a", "b:c")));
        assert_eq!(split_once("é:", b':'), Some(("é", "")));
        assert_eq!(split_once("ab", b':'), None);
        assert_eq!((blanks(" \t\r\n\u{a0}x"), blanks("x "), blanks("")), (4, 0, 0));
    }

    #[test]
    fn forbidden_characters() {
        for good in ["", "plain ~\u{7f}", "tab\tline\n\r", "grüße \u{d7ff}\u{e000}\u{fffd}\u{10000}\u{10ffff}"] {
            assert_eq!(forbidden(good), None);
        }
        assert_eq!(forbidden("a\u{1}"), Some((1, '\u{1}')));
        assert_eq!(forbidden("é\0"), Some((2, '\0')));
        assert_eq!(forbidden("\u{1f}"), Some((0, '\u{1f}')));
        assert_eq!(forbidden("\u{fffe}"), Some((0, '\u{fffe}')));
    }

    #[test]
    fn names() {
        for good in ["a", "_", "qemu:commandline", "é-1.0", "A9", "\u{2070}", "a\u{b7}\u{300}\u{203f}"] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["", "1a", "-a", "a b", "a\u{1}", "a'", "a/", "a=", "\u{2026}", "a\u{2026}", "\u{b7}a", "a\u{d7}"] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
