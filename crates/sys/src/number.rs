//! Numbers in text as C reads them.
use crate::OnceBox;
use crate::fork::NoFork;
use std::ffi::{CStr, c_char, c_void};

unsafe extern "C" {
    fn strtod_l(text: *const c_char, end: *mut *mut c_char, locale: *mut c_void) -> f64;
}

/// The whole text as a floating point number, decimal or hexadecimal, with a dot whatever the process's locale says.
/// `None` when anything follows the number or it is out of range.
#[must_use]
pub fn parse_double(text: &CStr) -> Option<f64> {
    static LOCALE: OnceBox<usize> = OnceBox::new();
    let locale = *LOCALE.get_or_init(|| {
        // Made under a lock of the C library, which a child would find as it was.
        let _no_fork = NoFork::begin();
        // SAFETY: a NUL-terminated name and no base locale.
        unsafe { libc::newlocale(libc::LC_NUMERIC_MASK, c"C".as_ptr(), std::ptr::null_mut()) as usize }
    });
    if locale == 0 {
        return None;
    }
    let mut end = std::ptr::null_mut();
    // SAFETY: no precondition.
    let errno_place = unsafe { libc::__errno_location() };
    // SAFETY: this thread's own variable.
    unsafe { *errno_place = 0 };
    // SAFETY: a NUL-terminated text, a place for the end, and a locale that is never freed.
    let value = unsafe { strtod_l(text.as_ptr(), &raw mut end, locale as *mut c_void) };
    // SAFETY: as above.
    let errno = unsafe { *errno_place };
    // SAFETY: strtod_l leaves `end` inside the text, at its NUL at the latest.
    let rest = unsafe { *end };
    (errno == 0 && !std::ptr::eq(end.cast_const(), text.as_ptr()) && rest == 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::parse_double;

    #[test]
    fn as_c_reads_them() {
        assert_eq!(parse_double(c"1.5"), Some(1.5));
        assert_eq!(parse_double(c" 0x10"), Some(16.0));
        assert_eq!(parse_double(c"-inf"), Some(f64::NEG_INFINITY));
        for bad in [c"", c"1.5x", c"1,5", c"1e999", c" "] {
            assert_eq!(parse_double(bad), None, "{bad:?}");
        }
    }
}
