//! What surrounds the body of each entry point: the thread's error is reset, both edges are traced, panics stop, the error is
//! stored and told.
//!
//! There are 540 entry points. So what is generic here is kept to a few words, and the rest is there once, in [`wall`].
#[cfg(test)]
#[path = "wall_tests.rs"]
mod tests;

use super::error::ErrorPlace;
use super::trace::{self, maybe_traced, traced};
use super::{CReturn, Fault, Refused, Result, Site};
use super::{begin_call, end_call, keep, raise, reset_last_error, store_only};
use oxivirt_model::{Error, ErrorCode};
use std::ffi::c_void;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a panic carries.
type Panic = Box<dyn std::any::Any + Send>;

/// The body of an entry point, and its result, which is a failure's until the body has succeeded.
#[repr(C)]
struct Call<R, F> {
    /// First, so that it is found without knowing the body.
    result: R,
    body: ManuallyDrop<F>,
}

/// Runs the body and keeps its result if it succeeds.
///
/// # Safety
/// `call` is a `Call<R, F>` whose body was not run yet.
unsafe fn run_body<R: CReturn, F: FnOnce() -> Result<R::Ok>>(call: *mut c_void) -> Result<()> {
    // SAFETY: the caller says so.
    let call = unsafe { &mut *call.cast::<Call<R, F>>() };
    // SAFETY: as above, and it is run this once.
    let body = unsafe { ManuallyDrop::take(&mut call.body) };
    call.result = R::given(body()?)?;
    Ok(())
}

/// [`run_body`] under another name, by which build/start.ld finds it.
///
/// # Safety
/// As for [`run_body`].
unsafe fn run_body_at_start<R: CReturn, F: FnOnce() -> Result<R::Ok>>(call: *mut c_void) -> Result<()> {
    // SAFETY: the caller says so.
    unsafe { run_body::<R, F>(call) }
}

/// The result as the trace shows it.
///
/// # Safety
/// `result` is an `R`.
unsafe fn show_result<R: CReturn>(result: *const c_void) -> String {
    // SAFETY: the caller says so.
    unsafe { &*result.cast::<R>() }.shown()
}

/// Runs one entry point: resets the thread's error, traces both edges, stops panics, stores and dispatches the error.
pub(crate) fn enter<R: CReturn>(site: &Site, body: impl FnOnce() -> Result<R::Ok>) -> R {
    run::<R, _, false>(site, true, body)
}

/// [`enter`] for what programs call first.
pub(crate) fn enter_at_start<R: CReturn>(site: &Site, body: impl FnOnce() -> Result<R::Ok>) -> R {
    run::<R, _, true>(site, true, body)
}

/// [`enter`] for the few functions that leave an earlier error in place: error accessors and releases.
pub(crate) fn enter_keeping_error<R: CReturn>(site: &Site, body: impl FnOnce() -> Result<R::Ok>) -> R {
    run::<R, _, false>(site, false, body)
}

#[inline]
fn run<R, F, const AT_START: bool>(site: &Site, reset: bool, body: F) -> R
where
    R: CReturn,
    F: FnOnce() -> Result<R::Ok>,
{
    let mut call = Call { result: R::err(), body: ManuallyDrop::new(body) };
    let place = (&raw mut call).cast();
    let run = if AT_START { run_body_at_start::<R, F> } else { run_body::<R, F> };
    // SAFETY: the two functions are those of the call's types, and its body was not run yet.
    unsafe { wall(site, reset, place, run, show_result::<R>) };
    call.result
}

/// The wall itself. A trait object in place of the three pointers would be a table of 40 bytes for each entry point.
///
/// What C functions threw inside leaves from here, and passes the entry point on its way: neither has anything left that a
/// destructor would have to be run for.
///
/// # Safety
/// `call` is a [`Call`] whose body was not run yet, `run` its [`run_body`] and `shown` its [`show_result`].
#[expect(improper_ctypes_definitions, reason = "called by entry points only, which are not C")]
#[inline(never)]
unsafe extern "C-unwind" fn wall(
    site: &Site,
    reset: bool,
    call: *mut c_void,
    run: unsafe fn(*mut c_void) -> Result<()>,
    shown: unsafe fn(*const c_void) -> String,
) {
    let outer = oxivirt_sys::enter();
    // SAFETY: the caller says so.
    unsafe { inside(site, reset, call, run, shown) };
    oxivirt_sys::leave(outer);
    oxivirt_sys::resume();
}

/// What is inside the wall. With the C calling convention nothing unwinds out of here.
///
/// # Safety
/// As for [`wall`].
#[expect(improper_ctypes_definitions, reason = "called by the wall only, which is not C")]
unsafe extern "C" fn inside(
    site: &Site,
    reset: bool,
    call: *mut c_void,
    run: unsafe fn(*mut c_void) -> Result<()>,
    shown: unsafe fn(*const c_void) -> String,
) {
    if reset {
        reset_last_error();
    }
    let traced = traced();
    let began = trace::start(traced);
    let pins = keep::enter();
    let outer = begin_call();
    // SAFETY: the caller says so.
    let failure = match catch_unwind(AssertUnwindSafe(|| unsafe { run(call) })) {
        Ok(Ok(())) => None,
        // The caller does not get to see how the call ended.
        Ok(Err(_)) if oxivirt_sys::unwinding() => None,
        Ok(Err(fault)) => Some(fail(site, fault, outer)),
        Err(payload) => Some(fail(site, panicked(site, payload), outer)),
    };
    if traced {
        // SAFETY: the caller says so; the result is the first in a call.
        let shown = || unsafe { shown(call) };
        trace::leave(site, began, &shown, failure);
    }
    end_call(outer);
    keep::leave(pins);
}

/// Stores the error of a call that failed, and tells the handler. `outer` is what the call is inside of.
#[cold]
#[inline(never)]
fn fail(site: &Site, fault: Fault, outer: ErrorPlace) -> ErrorCode {
    let untold = matches!(fault, Fault::UntoldNull(_));
    let error = fault.into_error(site);
    trace::failed(site, &error);
    let code = error.code;
    if untold {
        store_only(&error, outer);
    } else {
        raise(error, outer);
    }
    code
}

/// Runs what an event loop, or whoever else calls functions of C, has been given of the library's own: a panic ends there, what
/// a function of the program's threw goes on.
#[expect(improper_ctypes_definitions, reason = "called by this library only, which is not C")]
pub(super) extern "C-unwind" fn called_back(data: *mut c_void, body: unsafe fn(*mut c_void)) {
    let outer = oxivirt_sys::enter();
    contain(data, body);
    oxivirt_sys::leave(outer);
    oxivirt_sys::resume();
}

#[expect(improper_ctypes_definitions, reason = "called above only, which is not C")]
extern "C" fn contain(data: *mut c_void, body: unsafe fn(*mut c_void)) {
    // A panic is the end of one delivery: there is nobody to tell.
    // SAFETY: the callers register `body` together with `data`.
    let _ = catch_unwind(AssertUnwindSafe(|| unsafe { body(data) }));
}

/// What a panic becomes.
#[cold]
#[inline(never)]
fn panicked(site: &Site, payload: Panic) -> Fault {
    drop(payload);
    let text = format!("panic in {}", site.function);
    Error::new(site.from, ErrorCode::INTERNAL_ERROR, text).into()
}

/// As [`enter`], for functions on the caller's own memory alone: no handle is used, no reference given back, nobody called,
/// so nobody sees that the thread's error is reset last. Where the compiler sees that a body does not panic, no wall is left.
pub(crate) fn enter_local<'a, R: CReturn>(site: &Site, body: impl FnOnce() -> Result<R::Ok, Refused<'a>>) -> R {
    run_local(site, true, body)
}

/// [`enter_local`] for functions that leave an earlier error in place.
pub(crate) fn enter_local_keeping_error<'a, R: CReturn>(
    site: &Site,
    body: impl FnOnce() -> Result<R::Ok, Refused<'a>>,
) -> R {
    run_local(site, false, body)
}

#[expect(clippy::inline_always, reason = "a few instructions, of which constants remove the half")]
#[inline(always)]
fn run_local<'a, R: CReturn>(site: &Site, reset: bool, body: impl FnOnce() -> Result<R::Ok, Refused<'a>>) -> R {
    let failure = match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(value)) => {
            let result = R::ok(value);
            if reset {
                reset_last_error();
            }
            if maybe_traced() {
                leave_local(site, &result);
            }
            return result;
        }
        Ok(Err(refused)) => Ok(refused),
        Err(payload) => Err(payload),
    };
    fail_local(site, failure)
}

/// The way of any entry point; what was to be reset is overwritten.
#[expect(improper_ctypes_definitions, reason = "called by entry points only, which are not C")]
#[cold]
#[inline(never)]
extern "C-unwind" fn fail_local<R: CReturn>(site: &Site, refused: Result<Refused<'_>, Panic>) -> R {
    let fault = match refused {
        Ok(refused) => refused.into(),
        Err(payload) => panicked(site, payload),
    };
    enter_keeping_error(site, || Err(fault))
}

#[cold]
#[inline(never)]
extern "C" fn leave_local<R: CReturn>(site: &Site, result: &R) {
    if traced() {
        trace::leave(site, None, &|| result.shown(), None);
    }
}

/// Runs a function inside another as if C had called it: its error is stored and reported, and is the result too.
pub(crate) fn nested<T>(site: &Site, body: impl FnOnce() -> Result<T>) -> Result<T> {
    reset_last_error();
    let outer = begin_call();
    body().inspect(|_| end_call(outer)).map_err(|fault| {
        if oxivirt_sys::unwinding() {
            end_call(outer);
            return fault;
        }
        let error = fault.into_error(site);
        trace::failed(site, &error);
        raise(error.clone(), outer);
        error.into()
    })
}
