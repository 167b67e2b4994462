//! Libraries that are loaded when they are first needed, so that programs that never need them do not depend on them.
use std::ffi::{CStr, c_void};
use std::ptr::NonNull;

/// A library that stays loaded until the process ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Library(NonNull<c_void>);

impl Library {
    /// Loads by soname, from where the loader looks for libraries; `None` where it is not installed.
    pub(crate) fn load(soname: &CStr) -> Option<Self> {
        // SAFETY: a NUL-terminated name; the initialisers of a system library are trusted as if it were linked.
        let handle = unsafe { libc::dlopen(soname.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) };
        NonNull::new(handle).map(Self)
    }

    /// The address of a symbol.
    pub(crate) fn symbol(self, name: &CStr) -> Option<NonNull<c_void>> {
        // SAFETY: a handle of dlopen that is never closed, and a NUL-terminated name.
        NonNull::new(unsafe { libc::dlsym(self.0.as_ptr(), name.as_ptr()) })
    }
}

#[cfg(test)]
mod tests {
    use super::Library;

    #[test]
    fn what_is_there_and_what_is_not() {
        let library = Library::load(c"libc.so.6").unwrap();
        assert!(library.symbol(c"getpid").is_some());
        assert!(library.symbol(c"no_such_symbol_anywhere").is_none());
        assert!(Library::load(c"libdoes-not-exist-anywhere.so.9").is_none());
    }
}
