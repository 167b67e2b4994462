//! Memory owned by C: everything the caller will free() comes from here.
use super::{Fault, Result};
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use std::ffi::{CStr, c_char, c_void};
use std::ptr::null_mut;

/// A malloc()ed copy of `bytes` up to the first NUL, with a NUL behind it; NULL when memory is exhausted.
pub(super) fn c_string(bytes: &[u8]) -> *mut c_char {
    let bytes = CStr::from_bytes_until_nul(bytes).map_or(bytes, CStr::to_bytes);
    // SAFETY: malloc has no precondition; the length is below isize::MAX, so one more does not wrap.
    let copy = unsafe { libc::malloc(bytes.len().wrapping_add(1)) }.cast::<u8>();
    if copy.is_null() {
        return null_mut();
    }
    // SAFETY: `copy` is fresh and one byte longer than `bytes`.
    unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), copy, bytes.len()) };
    // SAFETY: as above: the byte behind the copy belongs to it.
    let end = unsafe { copy.add(bytes.len()) };
    // SAFETY: as above.
    unsafe { end.write(0) };
    copy.cast()
}

/// Collects allocations for one result. Dropped early it frees them all; [`Mallocs::release`] hands them to C.
#[derive(Default)]
pub(crate) struct Mallocs(Vec<*mut c_void>);

impl Mallocs {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    fn keep(&mut self, pointer: *mut c_void) -> Result<*mut c_void> {
        if pointer.is_null() {
            return Err(out_of_memory());
        }
        self.0.push(pointer);
        Ok(pointer)
    }

    /// A NUL-terminated copy, cut at the first NUL.
    pub(crate) fn string(&mut self, bytes: &[u8]) -> Result<*mut c_char> {
        Ok(self.keep(c_string(bytes).cast())?.cast())
    }

    /// [`Mallocs::string`], or NULL for `None`.
    pub(crate) fn opt_string(&mut self, bytes: Option<&[u8]>) -> Result<*mut c_char> {
        bytes.map_or(Ok(null_mut()), |b| self.string(b))
    }

    /// A copy of the values; of at least one byte, so that an empty array is not NULL.
    pub(crate) fn array<T: Copy>(&mut self, values: &[T]) -> Result<*mut T> {
        let bytes = size_of_val(values).max(1);
        // SAFETY: malloc has no precondition; it aligns for every C type.
        let copy = self.keep(unsafe { libc::malloc(bytes) })?.cast::<T>();
        // SAFETY: `copy` is fresh, aligned and at least as long as `values`.
        unsafe { std::ptr::copy_nonoverlapping(values.as_ptr(), copy, values.len()) };
        Ok(copy)
    }

    /// The caller of the entry point owns everything from now on.
    pub(crate) fn release(mut self) {
        self.0.clear();
    }
}

impl Drop for Mallocs {
    fn drop(&mut self) {
        for pointer in self.0.drain(..) {
            // SAFETY: every entry came from malloc() and was not handed out.
            unsafe { libc::free(pointer) };
        }
    }
}

pub(super) fn out_of_memory() -> Fault {
    Error::new(ErrorDomain::NONE, ErrorCode::NO_MEMORY, "").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_cut_at_nul_and_terminated() {
        for (bytes, want) in [(&b"ab\0c"[..], c"ab"), (b"", c""), (b"\0", c""), (b"xyz", c"xyz")] {
            let copy = c_string(bytes);
            // SAFETY: c_string returns a NUL-terminated string.
            assert_eq!(unsafe { CStr::from_ptr(copy) }, want);
            // SAFETY: it came from malloc.
            unsafe { libc::free(copy.cast()) };
        }
    }
}
