//! Lists of patterns that names are held against: `*` stands for any run of characters, `?` for one.

/// Names that are allowed. No list allows all, an empty one nobody.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub(crate) struct AllowList(Option<Vec<Vec<u8>>>);

impl AllowList {
    pub(crate) fn new(patterns: Option<Vec<Vec<u8>>>) -> Self {
        Self(patterns)
    }

    /// Returns true if one of the patterns stands for the name.
    pub(crate) fn allows(&self, name: &[u8]) -> bool {
        self.0.as_ref().is_none_or(|patterns| patterns.iter().any(|pattern| matches(pattern, name)))
    }
}

/// Returns true if the pattern stands for the whole name.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    let (pattern, name) = (String::from_utf8_lossy(pattern), String::from_utf8_lossy(name));
    let (mut pattern, mut name) = (pattern.chars(), name.chars());
    // Where to go on when the text behind the last `*` does not fit: one character further in the name.
    let mut retry: Option<(std::str::Chars<'_>, std::str::Chars<'_>)> = None;
    loop {
        let mut rest = name.clone();
        match (pattern.next(), rest.next()) {
            (Some('*'), _) => {
                retry = Some((pattern.clone(), name.clone()));
                continue;
            }
            (None, None) => return true,
            (Some('?'), Some(_)) => name = rest,
            (Some(wanted), Some(got)) if wanted == got => name = rest,
            _ => {
                let Some((from, mut at)) = retry.take() else { return false };
                if at.next().is_none() {
                    return false;
                }
                (pattern, name) = (from.clone(), at.clone());
                retry = Some((from, at));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        for (pattern, name, wanted) in [
            ("*", "", true),
            ("*CN=client1*", "C=GB,O=x,CN=client1", true),
            ("CN=client1", "C=GB,CN=client1", false),
            ("fre?", "fred", true),
            ("fre?", "fre", false),
            ("?", "\u{e9}", true),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-b-b-d", false),
            ("*@REALM", "joe@REALM", true),
            ("", "", true),
            ("", "x", false),
            ("a**", "a", true),
        ] {
            assert_eq!(matches(pattern.as_bytes(), name.as_bytes()), wanted, "{pattern} {name}");
        }
        // Does not take ages.
        assert!(!matches("a*".repeat(40).as_bytes(), "a".repeat(39).as_bytes()));
    }

    #[test]
    fn no_list_and_an_empty_one() {
        assert!(AllowList::default().allows(b"x"));
        assert!(!AllowList::new(Some(Vec::new())).allows(b"x"));
    }
}
