//! Texts for other readers: a shell, an XML document, a list with commas.

/// Returns the word in quotes if the shell needs them.
pub(crate) fn shell_quoted(word: &str) -> String {
    if word.is_empty() {
        return "''".into();
    }
    let meta = |c: char| "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~".contains(c);
    if !word.contains(meta) {
        return word.into();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// Returns the text with entities for what XML does not take as it is.
pub(crate) fn xml_escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            // No document may hold these.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Splits a list at its commas; two of them are one that does not.
pub(crate) fn split_list(text: &str) -> Vec<String> {
    let mut parts = text.split(',');
    let mut list = vec![parts.next().unwrap_or_default().to_owned()];
    let mut join = false;
    for part in parts {
        if join {
            if let Some(last) = list.last_mut() {
                last.push(',');
                last.push_str(part);
            }
            join = false;
        } else if part.is_empty() {
            join = true;
        } else {
            list.push(part.into());
        }
    }
    if join {
        list.push(String::new());
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_split_at_single_commas() {
        assert_eq!(split_list("a,b"), ["a", "b"]);
        assert_eq!(split_list("a,,b,c"), ["a,b", "c"]);
        assert_eq!(split_list("a,"), ["a", ""]);
        assert_eq!(split_list(""), [""]);
    }

    #[test]
    fn words_are_quoted_for_their_reader() {
        assert_eq!(shell_quoted("a b"), "'a b'");
        assert_eq!(shell_quoted("it's"), "'it'\\''s'");
        assert_eq!(shell_quoted("plain"), "plain");
        assert_eq!(xml_escaped("<a b='c'>&\u{1}"), "&lt;a b=&apos;c&apos;&gt;&amp;");
    }
}
