//! The process's event loop: the application's own functions, or the default loop. The first registration stays.
use crate::abi::callback::{FreeFunc, UserData};
use crate::abi::ctypes::{
    virEventAddHandleFunc, virEventAddTimeoutFunc, virEventHandleCallback, virEventRemoveHandleFunc,
    virEventRemoveTimeoutFunc, virEventTimeoutCallback, virEventUpdateHandleFunc, virEventUpdateTimeoutFunc,
};
use oxivirt_eventloop::EventLoop;
use oxivirt_log::{log, source};
use oxivirt_sys::{OnceBox, call_out};
use std::ffi::{c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

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

static REGISTERED: OnceBox<Registered> = OnceBox::new();
static DEFAULT: OnceBox<EventLoop> = OnceBox::new();

/// The default loop.
fn default_loop() -> &'static EventLoop {
    DEFAULT.get_or_init(EventLoop::new)
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

/// `virEventRegisterDefaultImpl`.
pub(crate) fn register_default() {
    set(Registered::Default);
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
    default_loop().run_once().is_ok()
}

/// A callback with its data; the data is freed by the loop, after the removal.
struct Watched<F> {
    callback: F,
    data: Arc<UserData>,
}

impl<F: Copy> Watched<F> {
    fn pair(&self) -> (F, *mut c_void) {
        (self.callback, self.data.pointer())
    }
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
            call_out(|| unsafe { add(fd, events, callback, opaque, free) }).unwrap_or(-1)
        }
        Some(Registered::Default) => {
            let Some(function) = callback else { return -1 };
            let data = Arc::new(UserData::new(opaque, free));
            let watched = Watched { callback: function, data: Arc::clone(&data) };
            let call = Arc::new(move |watch, fd, events| {
                let (callback, data) = watched.pair();
                // SAFETY: the C contract of the callback: it takes the data it was registered with.
                call_out(|| unsafe { callback(watch, fd, events, data) });
            });
            default_loop().add_handle(fd, events, call, free_later(data))
        }
        _ => -1,
    }
}

pub(crate) fn update_handle(watch: c_int, events: c_int) {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { update_handle: Some(update), .. })) => {
            // SAFETY: the application's own function.
            call_out(|| unsafe { update(watch, events) });
        }
        Some(Registered::Default) => {
            // An unknown watch is ignored: there is no result to say so.
            default_loop().update_handle(watch, events);
        }
        _ => {}
    }
}

pub(crate) fn remove_handle(watch: c_int) -> c_int {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { remove_handle: Some(remove), .. })) => {
            // SAFETY: the application's own function.
            call_out(|| unsafe { remove(watch) }).unwrap_or(-1)
        }
        Some(Registered::Default) => {
            let removed = default_loop().remove_handle(watch);
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
            call_out(|| unsafe { add(milliseconds, callback, opaque, free) }).unwrap_or(-1)
        }
        Some(Registered::Default) => {
            let Some(function) = callback else { return -1 };
            let data = Arc::new(UserData::new(opaque, free));
            let watched = Watched { callback: function, data: Arc::clone(&data) };
            let call = Arc::new(move |timer| {
                let (callback, data) = watched.pair();
                // SAFETY: the C contract of the callback: it takes the data it was registered with.
                call_out(|| unsafe { callback(timer, data) });
            });
            default_loop().add_timeout(milliseconds, call, free_later(data))
        }
        _ => -1,
    }
}

pub(crate) fn update_timeout(timer: c_int, milliseconds: c_int) {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { update_timeout: Some(update), .. })) => {
            // SAFETY: the application's own function.
            call_out(|| unsafe { update(timer, milliseconds) });
        }
        Some(Registered::Default) => {
            // An unknown timer is ignored: there is no result to say so.
            default_loop().update_timeout(timer, milliseconds);
        }
        _ => {}
    }
}

pub(crate) fn remove_timeout(timer: c_int) -> c_int {
    match REGISTERED.get() {
        Some(Registered::Foreign(ForeignLoop { remove_timeout: Some(remove), .. })) => {
            // SAFETY: the application's own function.
            call_out(|| unsafe { remove(timer) }).unwrap_or(-1)
        }
        Some(Registered::Default) => {
            let removed = default_loop().remove_timeout(timer);
            if removed { 0 } else { -1 }
        }
        _ => -1,
    }
}

/// Runs a task at the end of the default loop's iteration that this thread is in; false outside of one and with foreign loops.
pub(crate) fn run_soon(task: impl FnOnce() + Send + 'static) -> bool {
    matches!(REGISTERED.get(), Some(Registered::Default))
        // As for a timer's callback: a panic is only the end of one delivery.
        && default_loop().run_soon(Box::new(|| {
            let _ = catch_unwind(AssertUnwindSafe(task));
        }))
}
