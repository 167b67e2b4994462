//! User data that C hands over together with a callback.
use std::ffi::c_void;

/// `virFreeCallback`.
pub(crate) type FreeFunc = Option<unsafe extern "C" fn(opaque: *mut c_void)>;

/// A user's pointer with the function that frees it: called exactly once, when this is dropped.
#[derive(Debug)]
pub(crate) struct UserData {
    pointer: *mut c_void,
    free: FreeFunc,
}

// SAFETY: the C contract of a callback's user data: it may be used and freed on the thread that runs the event loop.
unsafe impl Send for UserData {}
// SAFETY: as above; the library never reads through the pointer.
unsafe impl Sync for UserData {}

impl UserData {
    pub(crate) fn new(pointer: *mut c_void, free: FreeFunc) -> Self {
        Self { pointer, free }
    }

    pub(crate) fn pointer(&self) -> *mut c_void {
        self.pointer
    }
}

impl Drop for UserData {
    fn drop(&mut self) {
        if let Some(free) = self.free.take() {
            // SAFETY: the C contract: the function takes the pointer it was registered with.
            unsafe { free(self.pointer) };
        }
    }
}
