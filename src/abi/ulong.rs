//! C's `unsigned long`, which has 32 bits on some machines, and the 64 bits that the wire has for it.
use super::ret::CReturn;
use super::trace::Traced;
use super::{Plain, Result};
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use std::ffi::c_ulong;

/// An `unsigned long`: an argument, or the memory that a function fills in.
#[repr(transparent)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ULong(c_ulong);

// SAFETY: an integer.
unsafe impl Plain for ULong {}

impl ULong {
    /// Returns the number as the member of a C struct.
    pub(crate) fn into_c(self) -> c_ulong {
        self.0
    }

    /// Returns a number of the wire as C has it.
    ///
    /// # Errors
    /// The number has more bits than this machine's `unsigned long`; in the stock library's words.
    pub(crate) fn from_wire(value: u64) -> Result<Self> {
        let text = "conversion from hyper to unsigned long overflowed";
        let fault = |_| Error::new(ErrorDomain::REMOTE, ErrorCode::INTERNAL_ERROR, text).into();
        c_ulong::try_from(value).map(Self).map_err(fault)
    }
}

impl From<u32> for ULong {
    fn from(value: u32) -> Self {
        Self(c_ulong::from(value))
    }
}

impl From<ULong> for u64 {
    fn from(value: ULong) -> Self {
        #[cfg_attr(
            target_pointer_width = "64",
            expect(clippy::useless_conversion, reason = "where it has 32 bits, this is a conversion")
        )]
        Self::from(value.0)
    }
}

/// The value, or `0` on failure.
#[repr(transparent)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ULongOrZero(c_ulong);

impl CReturn for ULongOrZero {
    type Ok = ULong;
    fn ok(value: ULong) -> Self {
        Self(value.0)
    }
    fn err() -> Self {
        Self(0)
    }
    fn shown(&self) -> String {
        self.0.to_string()
    }
}

impl Traced for ULong {
    fn show(&self, name: &str) -> String {
        u64::from(*self).show(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::abi::Fault;

    #[test]
    fn what_fits_is_kept_and_what_does_not_is_refused() {
        let small = ULong::from_wire(u64::from(u32::MAX)).unwrap();
        assert_eq!(u64::from(small), u64::from(u32::MAX));
        match (ULong::from_wire(1 << 33), cfg!(target_pointer_width = "32")) {
            (Ok(large), false) => assert_eq!(u64::from(large), 1 << 33),
            (Err(Fault::Error(error)), true) => {
                assert_eq!((error.domain, error.code), (ErrorDomain::REMOTE, ErrorCode::INTERNAL_ERROR));
            }
            (other, _) => panic!("{other:?}"),
        }
    }
}
