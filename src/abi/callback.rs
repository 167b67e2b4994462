//! What C hands over to be called later: functions, and the user's data that goes with them.
use super::ctypes::{
    virAdmConnectCloseFunc, virConnectCloseFunc, virConnectDomainEventCallback, virConnectDomainEventGenericCallback,
    virConnectDomainQemuMonitorEventCallback, virConnectNetworkEventGenericCallback,
    virConnectNodeDeviceEventGenericCallback, virConnectSecretEventGenericCallback,
    virConnectStoragePoolEventGenericCallback,
};
use super::handle::{Handle, Object};
use super::{Fault, Result, Rule};
use oxivirt_sys::call_out;
use std::ffi::{c_int, c_void};
use std::fmt;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, Ordering};

/// `virFreeCallback`.
pub(crate) type FreeFunc = Option<unsafe extern "C-unwind" fn(opaque: *mut c_void)>;

/// A user's pointer with the function that frees it: called exactly once, when this is dropped.
#[derive(Debug)]
pub(crate) struct UserData {
    pointer: *mut c_void,
    free: FreeFunc,
    armed: AtomicBool,
}

// SAFETY: the C contract of a callback's user data: it may be used and freed on the thread that runs the event loop.
unsafe impl Send for UserData {}
// SAFETY: as above; the library never reads through the pointer.
unsafe impl Sync for UserData {}

impl UserData {
    pub(crate) fn new(pointer: *mut c_void, free: FreeFunc) -> Self {
        Self { pointer, free, armed: AtomicBool::new(true) }
    }

    pub(crate) fn pointer(&self) -> *mut c_void {
        self.pointer
    }

    /// The caller keeps the data after all: nothing is freed.
    pub(crate) fn disarm(&self) {
        self.armed.store(false, Ordering::Release);
    }
}

impl Drop for UserData {
    fn drop(&mut self) {
        if let (Some(free), true) = (self.free.take(), *self.armed.get_mut()) {
            let pointer = self.pointer;
            // SAFETY: the C contract: the function takes the pointer it was registered with.
            call_out(|| unsafe { free(pointer) });
        }
    }
}

/// A C function whose type only its place of use knows.
pub(super) type Erased = unsafe extern "C-unwind" fn();

/// A callback type of the headers.
///
/// # Safety
/// Only for `Option`s of C function pointers.
pub(crate) unsafe trait CFunction: Copy {}
macro_rules! c_functions { ($($t:ty),* $(,)?) => { $(
    // SAFETY: declared in the headers as a pointer to a function.
    unsafe impl CFunction for $t {}
)* } }
c_functions!(
    virConnectCloseFunc,
    virAdmConnectCloseFunc,
    virConnectDomainEventCallback,
    virConnectDomainEventGenericCallback,
    virConnectDomainQemuMonitorEventCallback,
    virConnectNetworkEventGenericCallback,
    virConnectNodeDeviceEventGenericCallback,
    virConnectSecretEventGenericCallback,
    virConnectStoragePoolEventGenericCallback,
);

fn erase<F: CFunction>(function: F, name: &'static str) -> Result<Erased> {
    const { assert!(size_of::<F>() == size_of::<Option<Erased>>()) };
    // SAFETY: an `Option` of a function pointer, as the trait promises; NULL is `None` in both.
    let function: Option<Erased> = unsafe { std::mem::transmute_copy(&function) };
    function.ok_or(Fault::Argument(name, Rule::NotNull))
}

/// An event callback argument that is not NULL. Which type it has follows from the event it is registered for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Function(Erased);

impl Function {
    /// The function, or the fault that NULL is.
    pub(crate) fn new(function: impl CFunction, name: &'static str) -> Result<Self> {
        erase(function, name).map(Self)
    }

    /// Tells functions apart.
    pub(crate) fn address(self) -> usize {
        self.0 as usize
    }

    pub(super) fn erased(self) -> Erased {
        self.0
    }
}

/// A close callback argument that is not NULL: `virConnectCloseFunc`, `virAdmConnectCloseFunc`.
pub(crate) struct Closed<T: Object>(Erased, PhantomData<fn(T)>);

/// The function type that belongs to a kind of connection.
pub(crate) trait Closes: Object {
    type Function: CFunction;
}
impl<T: Closes> Closed<T> {
    /// The function, or the fault that NULL is.
    pub(crate) fn new(function: T::Function, name: &'static str) -> Result<Self> {
        Ok(Self(erase(function, name)?, PhantomData))
    }
}

impl<T: Object> Closed<T> {
    /// Tells functions apart.
    pub(crate) fn address(self) -> usize {
        self.0 as usize
    }

    /// Calls it; `reason` is a virConnectCloseReason.
    pub(crate) fn call(self, conn: &Handle<T>, reason: c_int, data: &UserData) {
        type Typed<T> = unsafe extern "C-unwind" fn(*const Handle<T>, c_int, *mut c_void);
        // SAFETY: made from the close function of this kind of connection, which takes these three.
        let function: Typed<T> = unsafe { std::mem::transmute(self.0) };
        let (conn, data) = (conn.pointer(), data.pointer());
        // SAFETY: the C contract of the callback: it takes its connection and the data it was registered with.
        call_out(|| unsafe { function(conn, reason, data) });
    }
}

impl<T: Object> Clone for Closed<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Object> Copy for Closed<T> {}

impl<T: Object> fmt::Debug for Closed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Closed")
    }
}
