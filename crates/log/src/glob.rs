//! Filter patterns: `*` is any text, `?` one character, everything else itself.

/// Whether the whole text matches.
pub(crate) fn matches(pattern: &[u8], text: &[u8]) -> bool {
    let (mut pattern, mut text) = (pattern, text);
    // Where to go on when what follows the last star did not match: the star takes one byte more.
    let mut again: Option<(&[u8], &[u8])> = None;
    loop {
        match (pattern.split_first(), text.split_first()) {
            (Some((b'*', rest)), _) => {
                again = Some((rest, text));
                pattern = rest;
                continue;
            }
            (Some((wanted, rest)), Some((found, tail))) if *wanted == b'?' || wanted == found => {
                (pattern, text) = (rest, tail);
                continue;
            }
            (None, None) => return true,
            _ => {}
        }
        let Some((after, from)) = again else {
            return false;
        };
        let Some((_, tail)) = from.split_first() else {
            return false;
        };
        again = Some((after, tail));
        (pattern, text) = (after, tail);
    }
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn stars_and_question_marks() {
        let yes = |pattern: &str, text: &str| matches(pattern.as_bytes(), text.as_bytes());
        assert!(yes("", "") && yes("*", "") && yes("**", "x") && yes("*rpc*", "rpc.netclient"));
        assert!(yes("*net?lient*", "rpc.netclient") && yes("*r*k*", "remote.sockets"));
        assert!(yes("*aab", "aaaaab") && yes("a*b*c", "a-b-b-c"));
        assert!(!yes("", "x") && !yes("?", "") && !yes("*rpc?", "rpc") && !yes("*aab", "aaaaba"));
    }
}
