//! Numbers and arrays in answers of lists.

/// Returns how many were found, as answers tell it.
#[must_use]
pub fn count(found: usize) -> i32 {
    i32::try_from(found).unwrap_or(i32::MAX)
}

/// Returns as many as the caller has room for.
#[must_use]
pub fn at_most<T>(mut found: Vec<T>, max: i32) -> Vec<T> {
    found.truncate(usize::try_from(max).unwrap_or_default());
    found
}

/// Returns what was found, and how many; without the former if the caller only wants to know the number.
#[must_use]
pub fn wanted<T>(need_results: i32, found: Vec<T>) -> (Vec<T>, u32) {
    let number = count(found.len()).cast_unsigned();
    (if need_results == 0 { Vec::new() } else { found }, number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_callers_have_room_for() {
        assert_eq!(at_most(vec![1, 2, 3], 2), [1, 2]);
        assert_eq!(at_most(vec![1, 2, 3], 9), [1, 2, 3]);
        assert_eq!(at_most(vec![1, 2, 3], -1), Vec::<i32>::new());
        assert_eq!(wanted(0, vec![1, 2]), (Vec::new(), 2));
        assert_eq!(wanted(1, vec![1, 2]), (vec![1, 2], 2));
    }
}
