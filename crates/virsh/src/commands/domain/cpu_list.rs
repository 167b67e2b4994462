//! Lists of processors as users write them.

/// Reads a list such as `0-3,^2,7` into `used`. Returns false if it is none, or names a processor that `used` has no room for.
pub(super) fn parse(list: &str, used: &mut [bool]) -> bool {
    let list = list.trim();
    !list.is_empty() && list.split(',').all(|part| set(part.trim(), used).is_some())
}

fn set(part: &str, used: &mut [bool]) -> Option<()> {
    if let Some(without) = part.strip_prefix('^') {
        *used.get_mut(number(without)?)? = false;
        return Some(());
    }
    let (first, last) = part.split_once('-').unwrap_or((part, part));
    let (first, last) = (number(first)?, number(last)?);
    if first > last {
        return None;
    }
    used.get_mut(first..=last)?.fill(true);
    Some(())
}

fn number(text: &str) -> Option<usize> {
    let text = text.trim();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn parsed(list: &str) -> Option<Vec<usize>> {
        let mut used = [false; 16];
        parse(list, &mut used).then(|| (0..16).filter(|at| used[*at]).collect())
    }

    #[test]
    fn lists() {
        assert_eq!(parsed("0-3,^2,7"), Some(vec![0, 1, 3, 7]));
        assert_eq!(parsed(" 1 , 2-2 "), Some(vec![1, 2]));
        for wrong in ["", "x", "3-1", "1,", "99", "-1", "1--2", "^"] {
            assert_eq!(parsed(wrong), None, "{wrong}");
        }
    }
}
