//! How the fields of an event's message reach C: numbers as they are, strings as pointers to what is kept until
//! the callback returns.
use crate::abi::c_text;
use oxivirt_xdr::Str;
use std::ffi::{CString, c_char};
use std::ptr::null;

/// A field as it comes from the wire.
pub(super) trait Field {
    /// What has to live while the callback runs.
    type Kept;
    fn keep(&self) -> Self::Kept;
}

/// A kept field, which the callback gets as a `C`.
pub(super) trait Kept<C> {
    fn pass(&self) -> C;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Field for $number {
            type Kept = Self;
            fn keep(&self) -> Self {
                *self
            }
        }
        impl Kept<$number> for $number {
            fn pass(&self) -> $number {
                *self
            }
        }
    )*};
}
numbers!(i32, u32, i64, u64);

impl Field for Str<'_> {
    type Kept = CString;
    fn keep(&self) -> CString {
        c_text(self)
    }
}
impl Kept<*const c_char> for CString {
    fn pass(&self) -> *const c_char {
        self.as_ptr()
    }
}

/// A string that may be missing: NULL to C.
impl Field for Option<Str<'_>> {
    type Kept = Option<CString>;
    fn keep(&self) -> Option<CString> {
        self.as_ref().map(c_text)
    }
}
impl Kept<*const c_char> for Option<CString> {
    fn pass(&self) -> *const c_char {
        self.as_ref().map_or(null(), |text| text.as_ptr())
    }
}
