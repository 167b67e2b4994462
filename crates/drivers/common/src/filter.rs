//! Flags of lists that select some of the objects.

/// Returns true if an object is selected by one group of flags, each with whether it is true of the object: if one of those that are
/// set is, or none is set.
#[must_use]
pub fn selects(flags: u32, group: &[(u32, bool)]) -> bool {
    let mut asked = group.iter().filter(|(flag, _)| flags & flag != 0).peekable();
    asked.peek().is_none() || asked.any(|(_, holds)| *holds)
}

#[cfg(test)]
mod tests {
    use super::selects;

    #[test]
    fn no_flag_of_a_group_selects_all() {
        let group = [(1, true), (2, false)];
        let selected: Vec<u32> = (0..8).filter(|flags| selects(*flags, &group)).collect();
        assert_eq!(selected, [0, 1, 3, 4, 5, 7]);
    }
}
