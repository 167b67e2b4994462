//! The names of keys that `send-key` takes, with their numbers. Codesets that are not here have numbers only.

/// A codeset's name, and its lines of a key's name and number, in the order in which completion offers them.
const CODESETS: &[(&str, &str)] = &[
    ("linux", include_str!("keycodes/linux.txt")),
    ("os_x", include_str!("keycodes/os_x.txt")),
    ("win32", include_str!("keycodes/win32.txt")),
];

fn keys(codeset: &str) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    let lines = CODESETS.iter().find(|(name, _)| *name == codeset).map_or("", |(_, lines)| lines);
    lines.lines().filter_map(|line| line.split_once(' '))
}

/// Returns the names of a codeset's keys.
pub(crate) fn names(codeset: &str) -> impl Iterator<Item = &'static str> + use<> {
    keys(codeset).map(|(name, _)| name)
}

/// Returns the number of a key.
pub(crate) fn code(codeset: &str, key: &str) -> Option<u32> {
    keys(codeset).find(|(name, _)| *name == key)?.1.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_name_and_a_number() {
        for (codeset, lines) in CODESETS {
            assert_eq!(lines.lines().count(), names(codeset).filter(|key| code(codeset, key).is_some()).count());
        }
        assert_eq!(code("linux", "KEY_ENTER"), Some(28));
        assert_eq!(code("win32", "VK_F4"), Some(115));
        assert_eq!(code("usb", "KEY_ENTER"), None);
    }
}
