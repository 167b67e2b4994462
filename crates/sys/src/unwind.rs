//! Leaving the library and coming back: calls of C functions that may not return, and the cancellation of threads.
//!
//! A C function that Rust calls may end with an exception of C++, with pthread_exit(), or be cancelled. No frame of Rust is
//! unwound then: [`call_out`] catches what comes, and answers `None`. The Rust code returns as from any failure, with its
//! locks and its memory, and at the boundary, where no destructor is left to be run, [`resume`] sends the same exception on
//! its way again. That is what C++ calls `catch (...)` and `throw;`, and what the C library asks of a thread that ends.
//!
//! While the library works, cancellation is disabled ([`enter`]); C functions and waits run with the caller's setting.
use crate::guarded::guarded;
use std::cell::Cell;
use std::ffi::{c_int, c_void};
use std::io;
use std::mem::MaybeUninit;
use std::ptr::null_mut;

unsafe extern "C-unwind" {
    /// Unwinds where a thread that asked to be cancelled at any time was cancelled while it could not be.
    fn pthread_setcancelstate(state: c_int, old: *mut c_int) -> c_int;
    fn pthread_testcancel();
    fn _Unwind_DeleteException(exception: *mut c_void);
    /// Starts unwinding anew, or goes on with a forced one; returns when nobody catches the exception.
    fn _Unwind_Resume_or_Rethrow(exception: *mut c_void) -> c_int;
}

/// `PTHREAD_CANCEL_DISABLE`.
const DISABLE: c_int = 1;
/// No call is in progress.
const OUTSIDE: c_int = -1;

/// What a thread knows of the boundary. Without a destructor, so that it lives as long as the thread.
struct Boundary {
    /// What is on its way out of the library.
    exception: Cell<*mut c_void>,
    /// The caller's cancellation setting; [`OUTSIDE`] while no call is in progress.
    state: Cell<c_int>,
}

thread_local! {
    static BOUNDARY: Boundary = const { Boundary { exception: Cell::new(null_mut()), state: Cell::new(OUTSIDE) } };
}

/// Whether an exception or the end of the thread is on its way out: nothing may wait any more.
#[inline]
#[must_use]
pub fn unwinding() -> bool {
    BOUNDARY.with(|boundary| !boundary.exception.get().is_null())
}

/// What the call that a call began inside of had set; see [`leave`].
#[derive(Debug, Clone, Copy)]
pub struct Outer(c_int);

/// A call of the library begins on this thread: from now on it is not cancelled. [`leave`] follows in any case.
#[inline]
#[must_use]
pub fn enter() -> Outer {
    BOUNDARY.with(|boundary| {
        let mut state = OUTSIDE;
        // SAFETY: `state` is live; disabling is no cancellation point.
        unsafe { pthread_setcancelstate(DISABLE, &raw mut state) };
        Outer(boundary.state.replace(state))
    })
}

/// The call that began with `outer` is about to return: the caller's setting holds again. [`resume`] may follow.
#[inline]
pub fn leave(outer: Outer) {
    BOUNDARY.with(|boundary| {
        let state = boundary.state.replace(outer.0);
        // SAFETY: the setting came from the same function. A thread that is cancelled here, because it asked for that at any
        // time, unwinds frames without destructors: this one and those of `#[entry]`.
        unsafe { pthread_setcancelstate(state, null_mut()) };
    });
}

/// Sends what [`call_out`] caught on its way again. Only to be called where no destructor is left to be run, up to the C
/// function that called the library; returns if there is nothing.
#[inline]
pub extern "C-unwind" fn resume() {
    if unwinding() {
        resume_caught();
    }
}

#[cold]
#[inline(never)]
extern "C-unwind" fn resume_caught() {
    let exception = BOUNDARY.with(|boundary| boundary.exception.replace(null_mut()));
    // SAFETY: an exception that `guarded` caught, which nobody else has; no frame up to the C caller has a destructor.
    unsafe { _Unwind_Resume_or_Rethrow(exception) };
    // Nobody catches it. C++ ends the program where it is thrown, with the exception as the current one.
    terminate(exception);
}

/// What `throw` does when nobody catches: as the C++ library has it, if there is one.
fn terminate(exception: *mut c_void) -> ! {
    // SAFETY: the names are C strings; looking a symbol up has no other precondition.
    let begin = unsafe { libc::dlsym(libc::RTLD_DEFAULT, c"__cxa_begin_catch".as_ptr()) };
    // SAFETY: as above.
    let end = unsafe { libc::dlsym(libc::RTLD_DEFAULT, c"_ZSt9terminatev".as_ptr()) };
    if !begin.is_null() && !end.is_null() {
        // SAFETY: the functions of the C++ ABI, which have these types.
        let begin: unsafe extern "C" fn(*mut c_void) -> *mut c_void = unsafe { std::mem::transmute(begin) };
        // SAFETY: as above.
        let end: unsafe extern "C" fn() = unsafe { std::mem::transmute(end) };
        // SAFETY: takes exceptions of any language.
        unsafe { begin(exception) };
        // SAFETY: no preconditions.
        unsafe { end() };
    }
    std::process::abort()
}

/// The head of any exception, as the unwinder of the C library's compiler lays it out.
#[repr(C)]
struct Exception {
    class: u64,
    cleanup: *const c_void,
    /// Not 0: what decides where a forced unwinding ends.
    stop: usize,
}

/// For the outermost code of a thread of the library's own: whether a callback has ended the thread, which then returns. An
/// exception ends the process, as any that nobody catches.
#[must_use]
pub fn thread_ended() -> bool {
    let exception = BOUNDARY.with(|boundary| boundary.exception.replace(null_mut()));
    // SAFETY: NULL, or an exception that `guarded` caught.
    let Some(head) = (unsafe { exception.cast::<Exception>().as_ref() }) else {
        return false;
    };
    if head.stop == 0 {
        terminate(exception);
    }
    true
}

/// A call, and its result once it has returned.
struct Call<'a, F, R> {
    function: F,
    result: MaybeUninit<R>,
    /// Looked up once: that is a function call each time.
    boundary: &'a Boundary,
}

/// Between `guarded` and the C function: no destructor may be pending here.
///
/// # Safety
/// `call` is a live `Call<F, R>` whose function was not called yet.
unsafe extern "C-unwind" fn thunk<F: FnOnce() -> R + Copy, R: Copy>(call: *mut c_void) {
    // SAFETY: the caller says so.
    let call = unsafe { &mut *call.cast::<Call<'_, F, R>>() };
    let inside = call.boundary.state.get();
    if inside == OUTSIDE {
        call.result.write((call.function)());
        return;
    }
    // SAFETY: the caller's own setting.
    unsafe { pthread_setcancelstate(inside, null_mut()) };
    call.result.write((call.function)());
    call.boundary.disable();
}

impl Boundary {
    /// The library works again. What the function that was called has set is the caller's setting from now on.
    fn disable(&self) {
        let mut state = OUTSIDE;
        // SAFETY: `state` is live.
        unsafe { pthread_setcancelstate(DISABLE, &raw mut state) };
        self.state.set(state);
    }

    fn call_out<F: FnOnce() -> R + Copy, R: Copy>(&self, function: F) -> Option<R> {
        let earlier = self.exception.replace(null_mut());
        let mut call = Call { function, result: MaybeUninit::uninit(), boundary: self };
        // SAFETY: `thunk` is that of the call's types; it leaves no destructor behind when it is unwound, because closure and
        // result are `Copy`.
        let caught = unsafe { guarded(thunk::<F, R>, (&raw mut call).cast()) };
        if caught.is_null() {
            self.exception.set(earlier);
            // SAFETY: the thunk returned, so it has written the result.
            return Some(unsafe { call.result.assume_init() });
        }
        if self.state.get() != OUTSIDE {
            self.disable();
        }
        self.exception.set(first(earlier, caught));
        None
    }
}

/// Calls a function of the program, or one of the C library that may be cancelled, with the caller's cancellation setting.
/// `None` when it did not return but unwound: then [`unwinding`] is true, and the caller has to return soon.
///
/// The closure does nothing but call, and has nothing with a destructor: hence `Copy`.
pub fn call_out<F: FnOnce() -> R + Copy, R: Copy>(function: F) -> Option<R> {
    BOUNDARY.with(|boundary| boundary.call_out(function))
}

/// Of two exceptions the one to go on with: what was thrown while another one was on its way is dropped.
fn first(earlier: *mut c_void, caught: *mut c_void) -> *mut c_void {
    if earlier.is_null() {
        return caught;
    }
    if !caught.is_null() && caught != earlier {
        // SAFETY: an exception that `guarded` caught, which nobody else has.
        unsafe { _Unwind_DeleteException(caught) };
    }
    earlier
}

/// Calls a function of the C library that waits. Inside a call of the library the thread may be cancelled there.
///
/// # Errors
/// ECANCELED when the thread ends or an exception is on its way: the caller has to return, and to wait no more. What the
/// function fails with is for its result to say.
pub(crate) fn cancellable<F: FnOnce() -> R + Copy, R: Copy>(function: F) -> io::Result<R> {
    BOUNDARY.with(|boundary| {
        // Where the end of a thread unwinds nothing, its stack would go with everything on it.
        if boundary.state.get() == OUTSIDE || cfg!(not(target_env = "gnu")) {
            return Ok(function());
        }
        if !boundary.exception.get().is_null() {
            return Err(canceled());
        }
        boundary.call_out(function).ok_or_else(canceled)
    })
}

/// Whether the thread ends: a cancellation that is pending is acted upon. To be asked before a wait that no cancellation ends.
#[must_use]
pub fn cancelled() -> bool {
    // SAFETY: no preconditions; it may unwind.
    let _ = cancellable(|| unsafe { pthread_testcancel() });
    unwinding()
}

fn canceled() -> io::Error {
    io::Error::from_raw_os_error(libc::ECANCELED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guarded::CATCHES;

    unsafe extern "C-unwind" {
        fn pthread_exit(value: *mut c_void) -> !;
        fn pthread_cancel(thread: libc::pthread_t) -> c_int;
    }

    fn exit(value: usize) {
        // SAFETY: ends a thread of this test; `call_out` catches it.
        unsafe { pthread_exit(value as *mut c_void) }
    }

    /// Runs `body` in a thread of the C library, without a frame of Rust's below; what the thread ended with.
    fn in_thread(body: extern "C-unwind" fn(*mut c_void) -> *mut c_void) -> usize {
        // SAFETY: a number, or with musl a pointer, for which zero is valid.
        let mut thread: libc::pthread_t = unsafe { std::mem::zeroed() };
        // SAFETY: the types differ only in that the body may unwind, which the C library's caller of it allows.
        let body = unsafe {
            std::mem::transmute::<
                extern "C-unwind" fn(*mut c_void) -> *mut c_void,
                extern "C" fn(*mut c_void) -> *mut c_void,
            >(body)
        };
        // SAFETY: `thread` is live, the body takes nothing.
        assert_eq!(unsafe { libc::pthread_create(&raw mut thread, std::ptr::null(), body, null_mut()) }, 0);
        let mut value = null_mut();
        // SAFETY: the thread was just made, and is joined once.
        assert_eq!(unsafe { libc::pthread_join(thread, &raw mut value) }, 0);
        value as usize
    }

    /// A destructor that shows whether it ran.
    struct Counted<'a>(&'a Cell<u32>);
    impl Drop for Counted<'_> {
        fn drop(&mut self) {
            self.0.set(self.0.get().saturating_add(1));
        }
    }

    #[test]
    fn what_returns_returns() {
        assert_eq!(call_out(|| 7), Some(7));
        assert!(!unwinding());
        resume();
    }

    #[test]
    fn the_end_of_a_thread_waits_for_the_boundary() {
        if !CATCHES || cfg!(not(target_env = "gnu")) {
            return;
        }
        extern "C-unwind" fn body(_: *mut c_void) -> *mut c_void {
            let outer = enter();
            let dropped = Cell::new(0);
            {
                let _counted = Counted(&dropped);
                assert_eq!(call_out(|| exit(41)), None::<()>);
                assert!(unwinding());
                // While it is on its way, others may be called.
                assert_eq!(call_out(|| 3), Some(3));
                assert!(unwinding());
            }
            let ran = dropped.get() == 1;
            leave(outer);
            if ran {
                resume();
            }
            null_mut()
        }
        assert_eq!(in_thread(body), 41);
    }

    #[test]
    fn a_cancelled_thread_ends_where_it_waits() {
        if !CATCHES || cfg!(not(target_env = "gnu")) {
            return;
        }
        extern "C-unwind" fn body(_: *mut c_void) -> *mut c_void {
            let outer = enter();
            // SAFETY: no preconditions.
            let own = unsafe { libc::pthread_self() };
            // SAFETY: the thread itself.
            unsafe { pthread_cancel(own) };
            // SAFETY: no preconditions; disabled, so it returns.
            unsafe { pthread_testcancel() };
            let waited = crate::poll(&mut [], None).map_err(|error| error.raw_os_error());
            let right = waited == Err(Some(libc::ECANCELED)) && unwinding();
            leave(outer);
            if right {
                resume();
            }
            null_mut()
        }
        // PTHREAD_CANCELED.
        assert_eq!(in_thread(body), usize::MAX);
    }

    #[test]
    fn the_setting_of_a_callback_is_the_callers_from_then_on() {
        let outer = enter();
        let set = || {
            // SAFETY: no memory is passed.
            unsafe { pthread_setcancelstate(DISABLE, null_mut()) }
        };
        assert_eq!(call_out(set), Some(0));
        leave(outer);
        let mut state = OUTSIDE;
        // SAFETY: `state` is live; back to the default, PTHREAD_CANCEL_ENABLE.
        unsafe { pthread_setcancelstate(0, &raw mut state) };
        assert_eq!(state, DISABLE);
    }
}
