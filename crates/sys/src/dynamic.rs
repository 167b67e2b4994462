//! Libraries that are loaded when they are first needed, so that programs that never need them do not depend on them.
use std::ffi::{CStr, OsStr, c_void};
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
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

    /// A function as its type.
    ///
    /// # Safety
    /// `F` is a function pointer of the type that the C header declares under that name.
    pub(crate) unsafe fn function<F: Copy>(self, name: &CStr) -> Option<F> {
        const { assert!(size_of::<F>() == size_of::<NonNull<c_void>>()) };
        let address = self.symbol(name)?;
        // SAFETY: same size, checked above; the caller vouches for the type.
        Some(unsafe { std::mem::transmute_copy(&address) })
    }
}

/// Returns the file that holds this code, by the name under which it was loaded: the library's, or a program's that it is
/// part of.
#[must_use]
pub fn own_file() -> Option<PathBuf> {
    let mut found = MaybeUninit::<libc::Dl_info>::zeroed();
    let place: fn() -> Option<PathBuf> = own_file;
    // SAFETY: any address may be asked for; `found` has room for the answer.
    if unsafe { libc::dladdr(place as *const c_void, found.as_mut_ptr()) } == 0 {
        return None;
    }
    // SAFETY: pointers and integers only, which were filled, or zeroed before.
    let name = unsafe { found.assume_init() }.dli_fname;
    // SAFETY: NULL, or a name that lives as long as the library is loaded.
    let name = (!name.is_null()).then(|| unsafe { CStr::from_ptr(name) })?;
    Some(PathBuf::from(OsStr::from_bytes(name.to_bytes())))
}

#[cfg(test)]
mod tests {
    use super::{Library, own_file};

    #[test]
    fn this_code_is_in_this_program() {
        let own = own_file().unwrap().canonicalize().unwrap();
        assert_eq!(own, std::env::current_exe().unwrap().canonicalize().unwrap());
    }

    #[test]
    fn what_is_there_and_what_is_not() {
        let library = Library::load(c"libc.so.6").unwrap();
        assert!(library.symbol(c"getpid").is_some());
        assert!(library.symbol(c"no_such_symbol_anywhere").is_none());
        assert!(Library::load(c"libdoes-not-exist-anywhere.so.9").is_none());
    }
}
