//! The timer of the event loop that delivers a connection's events.
use super::event_impl::add_timeout;
use super::wall::called_back;
use crate::objects::Events;
use std::ffi::{c_int, c_void};
use std::sync::Arc;

unsafe extern "C-unwind" fn expired(_timer: c_int, data: *mut c_void) {
    called_back(data, flush);
}

/// # Safety
/// `data` was registered by [`add_event_timer`], and not released.
unsafe fn flush(data: *mut c_void) {
    let events: *const Events = data.cast_const().cast();
    // SAFETY: the pointer that `add_event_timer` registered, whose reference lives until `release`.
    unsafe { Arc::increment_strong_count(events) };
    // SAFETY: the reference just taken: delivering may end the timer, and with it the loop's own.
    let events = unsafe { Arc::from_raw(events) };
    events.flush();
}

unsafe extern "C-unwind" fn release(data: *mut c_void) {
    called_back(data, free);
}

/// # Safety
/// As for [`flush`].
unsafe fn free(data: *mut c_void) {
    let events: *const Events = data.cast_const().cast();
    // SAFETY: the reference that `add_event_timer` gave to the loop, which frees it once.
    drop(unsafe { Arc::from_raw(events) });
}

/// A timer that calls [`Events::flush`], not running yet; `None` when there is no event loop or it refuses.
pub(crate) fn add_event_timer(events: &Arc<Events>) -> Option<c_int> {
    let data = Arc::into_raw(Arc::clone(events)).cast_mut().cast();
    let timer = add_timeout(-1, Some(expired), data, Some(release));
    if timer < 0 {
        // SAFETY: a refused registration frees nothing.
        unsafe { free(data) };
        return None;
    }
    Some(timer)
}
