//! Counts in replies. A driver may be wrong and a daemon hostile: what a reply says of itself is checked before it is believed.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};

/// The error that a reply is which contradicts itself or the request.
#[cold]
pub(crate) fn bad(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::REMOTE, ErrorCode::RPC, text)
}

/// The error of a reply that says of itself that it is a failure, and not which.
#[cold]
pub(crate) fn unexplained() -> Error {
    let text = message!("An error occurred, but the cause is unknown");
    Error::raw(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, text)
}

/// Returns a count that stands alone in the reply; a negative one would look like a failure without an error.
pub(crate) fn number(number: i32, field: &'static str) -> Result<i32> {
    if number < 0 {
        return Err(bad(format!("the reply has a negative '{field}': {number}")));
    }
    Ok(number)
}

/// Checks a count that came with the array it counts.
pub(crate) fn counted(number: impl Into<i64>, array: usize, field: &'static str) -> Result<()> {
    let number = number.into();
    if usize::try_from(number) != Ok(array) {
        return Err(bad(format!("the reply's '{field}' is {number}, but {array} elements came with it")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_that_lie_are_refused() {
        assert_eq!(number(0, "n"), Ok(0));
        assert!(number(-1, "n").is_err());
        assert!(number(i32::MIN, "n").is_err());
        assert_eq!(counted(2, 2, "n"), Ok(()));
        for wrong in [-1i64, 0, 1, 3, i64::from(u32::MAX)] {
            assert!(counted(wrong, 2, "n").is_err(), "{wrong}");
        }
    }
}
