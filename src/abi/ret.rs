//! How a Rust value becomes the C return value of an entry point, and which value means failure.
use super::handle::{Handle, Object, Ref};
use super::{Fault, Result, alloc};
use oxivirt::SecretValue;
use std::ffi::{c_char, c_int, c_longlong, c_uint, c_ulonglong};
use std::ptr::{null, null_mut};

/// A C return type.
pub(crate) trait CReturn: Sized {
    /// What the body of an entry point yields.
    type Ok;
    fn ok(value: Self::Ok) -> Self;
    /// [`CReturn::ok`] where that needs memory, or where it gives away what nobody takes when the call does not return.
    ///
    /// # Errors
    /// Memory is exhausted.
    fn given(value: Self::Ok) -> Result<Self> {
        Ok(Self::ok(value))
    }
    /// The documented failure value.
    fn err() -> Self;
    /// What the trace shows.
    fn shown(&self) -> String;
}

/// No result and no failure value: a failure is only seen through the last error.
impl CReturn for () {
    type Ok = ();
    fn ok((): ()) -> Self {}
    fn err() -> Self {}
    fn shown(&self) -> String {
        "done".to_owned()
    }
}

macro_rules! integer_return {
    ($($(#[$doc:meta])* $name:ident($c:ty) from $rust:ty, fails with $failure:expr;)*) => {$(
        $(#[$doc])*
        #[repr(transparent)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) struct $name($c);
        impl CReturn for $name {
            type Ok = $rust;
            fn ok(value: $rust) -> Self {
                Self(value.into())
            }
            fn err() -> Self {
                Self($failure)
            }
            fn shown(&self) -> String {
                self.0.to_string()
            }
        }
    )*};
}

integer_return! {
    /// `1` true, `0` false, `-1` failure.
    Truth(c_int) from bool, fails with -1;
    /// A number of zero or more, or `-1`.
    Count(c_int) from c_int, fails with -1;
    /// A number of zero or more, or `-1`, as `long long`.
    LongCount(c_longlong) from c_longlong, fails with -1;
    /// The value, or `0` on failure.
    ULongLongOrZero(c_ulonglong) from c_ulonglong, fails with 0;
    /// An id, or `(unsigned long long)-1` on failure.
    ULongLongId(c_ulonglong) from c_ulonglong, fails with c_ulonglong::MAX;
    /// An id, or `(unsigned int)-1` on failure.
    UIntId(c_uint) from c_uint, fails with c_uint::MAX;
    /// Any number; the body does not fail.
    Number(c_int) from c_int, fails with -1;
}

/// `0` on success, `-1` on failure.
#[repr(transparent)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Status(c_int);
impl CReturn for Status {
    type Ok = ();
    fn ok((): ()) -> Self {
        Self(0)
    }
    fn err() -> Self {
        Self(-1)
    }
    fn shown(&self) -> String {
        self.0.to_string()
    }
}

/// A string result as the trace shows it.
fn shown_text(text: *const c_char) -> String {
    if text.is_null() {
        return shown_pointer(true);
    }
    // SAFETY: NULL, or the NUL-terminated string that the entry is about to give to C.
    oxivirt_log::quoted(unsafe { std::ffi::CStr::from_ptr(text) }.to_bytes()).to_string()
}

/// A pointer that says nothing but whether it is there.
pub(super) fn shown_pointer(null: bool) -> String {
    if null { "NULL" } else { "set" }.to_owned()
}

/// A string the caller frees, or NULL.
#[repr(transparent)]
pub(crate) struct OwnedStr(*mut c_char);
impl CReturn for OwnedStr {
    /// The bytes; what follows a NUL among them is cut off, as any C reader would.
    type Ok = Vec<u8>;
    fn ok(value: Vec<u8>) -> Self {
        Self(alloc::c_string(&value))
    }
    fn given(value: Vec<u8>) -> Result<Self> {
        let given = Self::ok(value);
        if given.0.is_null() { Err(alloc::out_of_memory()) } else { Ok(given) }
    }
    fn err() -> Self {
        Self(null_mut())
    }
    fn shown(&self) -> String {
        shown_text(self.0)
    }
}

/// A string that lives as long as the object it was asked of, or NULL.
#[repr(transparent)]
pub(crate) struct LentStr(*const c_char);
impl CReturn for LentStr {
    type Ok = LentText;
    fn ok(value: LentText) -> Self {
        Self(value.0)
    }
    fn err() -> Self {
        Self(null())
    }
    fn shown(&self) -> String {
        shown_text(self.0)
    }
}

/// A NUL-terminated string inside an object (or a static one): proof for [`LentStr`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct LentText(*const c_char);
impl LentText {
    /// A string that an object owns for as long as it lives.
    pub(crate) fn of(text: &std::ffi::CStr) -> Self {
        Self(text.as_ptr())
    }
    /// NULL as a good answer.
    pub(crate) fn none() -> Self {
        Self(null())
    }
}

/// A new reference for the caller, or NULL.
#[repr(transparent)]
pub(crate) struct Owned<T: Object>(*const Handle<T>);
impl<T: Object> CReturn for Owned<T> {
    type Ok = Ref<T>;
    fn ok(value: Ref<T>) -> Self {
        Self(value.into_raw())
    }
    fn given(value: Ref<T>) -> Result<Self> {
        if oxivirt_sys::unwinding() { Err(Fault::unexplained()) } else { Ok(Self::ok(value)) }
    }
    fn err() -> Self {
        Self(null())
    }
    fn shown(&self) -> String {
        Handle::at(self.0).map_or_else(|| "NULL".to_owned(), Handle::shown)
    }
}

/// A handle that the object asked of keeps alive: no reference goes to the caller; or NULL.
#[repr(transparent)]
pub(crate) struct Lent<T: Object>(*const Handle<T>);
impl<T: Object> CReturn for Lent<T> {
    type Ok = *const Handle<T>;
    fn ok(value: *const Handle<T>) -> Self {
        Self(value)
    }
    fn err() -> Self {
        Self(null())
    }
    fn shown(&self) -> String {
        Handle::at(self.0).map_or_else(|| "NULL".to_owned(), Handle::shown)
    }
}

/// Bytes the caller frees, or NULL.
#[repr(transparent)]
pub(crate) struct BytesPointer(*mut u8);
impl CReturn for BytesPointer {
    type Ok = SecretValue;
    fn ok(value: SecretValue) -> Self {
        Self::given(value).unwrap_or(Self(null_mut()))
    }
    fn given(value: SecretValue) -> Result<Self> {
        let mut memory = alloc::Mallocs::new();
        let copy = memory.array(&value)?;
        memory.release();
        Ok(Self(copy))
    }
    fn err() -> Self {
        Self(null_mut())
    }
    fn shown(&self) -> String {
        shown_pointer(self.0.is_null())
    }
}
