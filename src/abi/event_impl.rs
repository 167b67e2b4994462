//! The process's event loop: the application's own functions, or the default loop. The first registration stays.
use super::callback::{FreeFunc, UserData};
use super::ctypes::{
    virEventAddHandleFunc, virEventAddTimeoutFunc, virEventHandleCallback, virEventRemoveHandleFunc,
    virEventRemoveTimeoutFunc, virEventTimeoutCallback, virEventUpdateHandleFunc, virEventUpdateTimeoutFunc,
};
use oxivirt_eventloop::EventLoop;
use oxivirt_log::{log, source};
use std::ffi::{c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

/// The functions of an application's loop; each may be missing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ForeignLoop {
    pub(crate) add_handle: virEventAddHandleFunc,
    pub(crate) update_handle: virEventUpdateHandleFunc,
    pub(crate) remove_handle: virEventRemoveHandleFunc,
    pub(crate) add_timeout: virEventAddTimeoutFunc,
    pub(crate) update_timeout: virEventUpdateTimeoutFunc,
    pub(crate) remove_timeout: virEventRemoveTimeoutFunc,
}

#[derive(Debug)]
enum Registered {
    Default,
    Foreign(ForeignLoop),
}

static REGISTERED: OnceLock<Registered> = OnceLock::new();
static DEFAULT: OnceLock<Option<EventLoop>> = OnceLock::new();

/// The default loop; `None` when the process is out of descriptors for its wake-up.
fn default_loop() -> Option<&'static EventLoop> {
    DEFAULT.get_or_init(|| EventLoop::new().ok()).as_ref()
}

/// `virEventRegisterImpl`. A set of six missing functions registers nothing.
pub(crate) fn register_foreign(functions: ForeignLoop) {
    let any = functions.add_handle.is_some()
        || functions.update_handle.is_some()
        || functions.remove_handle.is_some()
        || functions.add_timeout.is_some()
        || functions.update_timeout.is_some()
        || functions.remove_timeout.is_some();
    if any {
        set(Registered::Foreign(functions));
    }
}

/// A later registration is ignored, as documented.
fn set(what: Registered) {
    if REGISTERED.set(what).is_err() {
        let function = "virEventRegisterImpl";
        log!(source::EVENT, Warning, function, "Ignoring attempt to replace registered event loop");
    }
}

/// `virEventRegisterDefaultImpl`; false when the loop cannot be made.
pub(crate) fn register_default() -> bool {
    let made = default_loop().is_some();
    if made {
        set(Registered::Default);
    }
    made
}

/// Whether handles and timeouts can be watched.
pub(crate) fn event_loop_registered() -> bool {
    match REGISTERED.get() {
        None => false,
        Some(Registered::Default) => true,
        Some(Registered::Foreign(f)) => f.add_handle.is_some() && f.add_timeout.is_some(),
    }
}

/// Runs one iteration of the default loop; false when it cannot poll.
pub(crate) fn run_default() -> bool {
    default_loop().is_some_and(|l| l.run_once().is_ok())
}

/// A callback with its data; the data is freed by the loop, after the removal.
struct Watched<F> {
    callback: F,
    data: Arc<UserData>,
}

fn free_later(data: Arc<UserData>) -> Option<oxivirt_eventloop::FreeCallback> {
    // The callback's own clone goes first; this one, in the free callback, is the last.
    Some(Box::new(move || drop(data)))
}

pub(crate) fn add_handle(
    fd: c_int,
    events: c_int,
    callback: virEventHandleCallback,
    opaque: *mut c_void,
    free: FreeFunc,
) -> c_int {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { add_handle: Some(add), .. })) => {
            // SAFETY: the application's own function, with the arguments another part of it passed.
            unsafe { add(fd, events, callback, opaque, free) }
        }
        Some(Registered::Default) => {
            let Some(function) = callback else { return -1 };
            let data = Arc::new(UserData::new(opaque, free));
            let watched = Watched { callback: function, data: Arc::clone(&data) };
            let call = Arc::new(move |watch, fd, events| {
                let watched = &watched;
                // SAFETY: the C contract of the callback: it takes the data it was registered with.
                unsafe { (watched.callback)(watch, fd, events, watched.data.pointer()) }
            });
            default_loop().map_or(-1, |l| l.add_handle(fd, events, call, free_later(data)))
        }
        _ => -1,
    }
}

pub(crate) fn update_handle(watch: c_int, events: c_int) {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { update_handle: Some(update), .. })) => {
            // SAFETY: the application's own function.
            unsafe { update(watch, events) }
        }
        Some(Registered::Default) => {
            // An unknown watch is ignored: there is no result to say so.
            let _ = default_loop().map(|l| l.update_handle(watch, events));
        }
        _ => {}
    }
}

pub(crate) fn remove_handle(watch: c_int) -> c_int {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { remove_handle: Some(remove), .. })) => {
            // SAFETY: the application's own function.
            unsafe { remove(watch) }
        }
        Some(Registered::Default) => {
            let removed = default_loop().is_some_and(|l| l.remove_handle(watch));
            if removed { 0 } else { -1 }
        }
        _ => -1,
    }
}

pub(crate) fn add_timeout(
    milliseconds: c_int,
    callback: virEventTimeoutCallback,
    opaque: *mut c_void,
    free: FreeFunc,
) -> c_int {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { add_timeout: Some(add), .. })) => {
            // SAFETY: the application's own function, with the arguments another part of it passed.
            unsafe { add(milliseconds, callback, opaque, free) }
        }
        Some(Registered::Default) => {
            let Some(function) = callback else { return -1 };
            let data = Arc::new(UserData::new(opaque, free));
            let watched = Watched { callback: function, data: Arc::clone(&data) };
            let call = Arc::new(move |timer| {
                let watched = &watched;
                // SAFETY: the C contract of the callback: it takes the data it was registered with.
                unsafe { (watched.callback)(timer, watched.data.pointer()) }
            });
            default_loop().map_or(-1, |l| l.add_timeout(milliseconds, call, free_later(data)))
        }
        _ => -1,
    }
}

pub(crate) fn update_timeout(timer: c_int, milliseconds: c_int) {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { update_timeout: Some(update), .. })) => {
            // SAFETY: the application's own function.
            unsafe { update(timer, milliseconds) }
        }
        Some(Registered::Default) => {
            // An unknown timer is ignored: there is no result to say so.
            let _ = default_loop().map(|l| l.update_timeout(timer, milliseconds));
        }
        _ => {}
    }
}

pub(crate) fn remove_timeout(timer: c_int) -> c_int {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { remove_timeout: Some(remove), .. })) => {
            // SAFETY: the application's own function.
            unsafe { remove(timer) }
        }
        Some(Registered::Default) => {
            let removed = default_loop().is_some_and(|l| l.remove_timeout(timer));
            if removed { 0 } else { -1 }
        }
        _ => -1,
    }
}

/// Runs a task at the end of the default loop's iteration that this thread is in; false outside of one and with foreign loops.
pub(crate) fn run_soon(task: impl FnOnce() + Send + 'static) -> bool {
    matches!(REGISTERED.get(), Some(Registered::Default))
        && default_loop().is_some_and(|l| {
            // As for a timer's callback: a panic is only the end of one delivery.
            l.run_soon(Box::new(|| {
                let _ = catch_unwind(AssertUnwindSafe(task));
            }))
        })
}
