//! Counts in replies. A daemon may be wrong or hostile: what it says about its own answer is checked before C sees it.
use super::{Fault, Result};
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use std::ffi::c_int;

/// The fault that a reply is which contradicts itself or the request.
pub(crate) fn bad_reply(text: impl Into<Vec<u8>>) -> Fault {
    Error::new(ErrorDomain::REMOTE, ErrorCode::RPC, text.into()).into()
}

/// A count that stands alone in the reply: negative ones would look like a failure without an error.
pub(crate) fn answered(number: c_int, field: &'static str) -> Result<c_int> {
    if number < 0 {
        return Err(bad_reply(format!("the reply has a negative '{field}': {number}")));
    }
    Ok(number)
}

/// A count that came with the array it counts: they must agree.
pub(crate) fn answered_with(number: impl Into<i64>, array: usize, field: &'static str) -> Result<c_int> {
    let number = number.into();
    if usize::try_from(number) != Ok(array) {
        let text = format!("the reply's '{field}' is {number}, but {array} elements came with it");
        return Err(bad_reply(text));
    }
    super::count(array)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_that_lie_are_refused() {
        assert_eq!(answered(0, "n").ok(), Some(0));
        assert!(answered(-1, "n").is_err());
        assert!(answered(c_int::MIN, "n").is_err());
        assert_eq!(answered_with(2, 2, "n").ok(), Some(2));
        for wrong in [-1i64, 0, 1, 3, i64::from(u32::MAX)] {
            assert!(answered_with(wrong, 2, "n").is_err(), "{wrong}");
        }
    }
}
