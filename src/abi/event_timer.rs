//! A connection in the process's event loop: its descriptor and keepalive timer, and the timer that delivers its events.
//!
//! All events are delivered on the event loop's thread, from a timer that an arriving event sets to 0 ms. What the default
//! loop itself brought in is delivered at the end of the same iteration; not sooner, because the connection's descriptor is
//! served by nobody while its own callback runs.
use super::event_impl::{add_timeout, remove_timeout, run_soon, update_timeout};
use super::watch::Watch;
use oxivirt::events::{EventLoop, Events};
use oxivirt_protocol::Session;
use std::ffi::{c_int, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

/// The timer that delivers events. The loop's registration owns a reference.
#[derive(Debug)]
struct Timer {
    events: Weak<Events>,
    /// -1 while not registered.
    id: AtomicI32,
}

unsafe extern "C" fn expired(_timer: c_int, data: *mut c_void) {
    let timer: *const Timer = data.cast_const().cast();
    // SAFETY: the pointer that `Timer::start` registered, whose reference lives until `release`.
    unsafe { Arc::increment_strong_count(timer) };
    // SAFETY: the reference just taken: delivering may end the timer, and with it the loop's own.
    let timer = unsafe { Arc::from_raw(timer) };
    // A panic must not leave a C function; what it interrupted is only one delivery.
    let _ = catch_unwind(AssertUnwindSafe(|| timer.deliver()));
}

unsafe extern "C" fn release(data: *mut c_void) {
    let timer: *const Timer = data.cast_const().cast();
    // SAFETY: the reference that `Timer::start` gave to the loop, which frees it once.
    drop(unsafe { Arc::from_raw(timer) });
}

impl Timer {
    /// A timer that is not running yet; `None` when there is no event loop or it refuses.
    fn start(events: &Arc<Events>) -> Option<Arc<Self>> {
        let timer = Arc::new(Self { events: Arc::downgrade(events), id: AtomicI32::new(-1) });
        let data = Arc::into_raw(Arc::clone(&timer)).cast_mut().cast();
        let id = add_timeout(-1, Some(expired), data, Some(release));
        if id < 0 {
            // SAFETY: a refused registration frees nothing.
            unsafe { release(data) };
            return None;
        }
        timer.id.store(id, Ordering::Release);
        Some(timer)
    }

    fn deliver(&self) {
        let id = self.id.load(Ordering::Acquire);
        if id >= 0 {
            update_timeout(id, -1);
        }
        if let Some(events) = self.events.upgrade() {
            events.deliver();
        }
    }

    fn wake(&self) {
        let events = Weak::clone(&self.events);
        let soon = move || {
            if let Some(events) = events.upgrade() {
                events.deliver();
            }
        };
        let id = self.id.load(Ordering::Acquire);
        if !run_soon(soon) && id >= 0 {
            update_timeout(id, 0);
        }
    }

    fn stop(&self) {
        let id = self.id.swap(-1, Ordering::AcqRel);
        if id >= 0 {
            remove_timeout(id);
        }
    }
}

/// What serves a connection: the process's event loop.
#[derive(Debug)]
pub(crate) struct ConnectionLoop {
    /// `None` when the program has no loop.
    watch: Option<Watch>,
    timer: Mutex<Option<Arc<Timer>>>,
}

impl ConnectionLoop {
    /// Puts the session into the loop, if there is one.
    pub(crate) fn new(session: Arc<dyn Session>) -> Self {
        let watched = session.io().is_some_and(|io| io.has_event_loop());
        Self { watch: watched.then(|| Watch::start(session)).flatten(), timer: Mutex::new(None) }
    }

    fn timer(&self) -> MutexGuard<'_, Option<Arc<Timer>>> {
        self.timer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl EventLoop for ConnectionLoop {
    fn start(&self, events: &Arc<Events>) -> bool {
        let timer = Timer::start(events);
        let started = timer.is_some();
        *self.timer() = timer;
        started
    }

    fn wake(&self) {
        let timer = self.timer().clone();
        if let Some(timer) = timer {
            timer.wake();
        }
    }

    fn stop(&self) {
        let timer = self.timer().take();
        if let Some(timer) = timer {
            timer.stop();
        }
    }

    fn resume_input(&self) {
        if let Some(watch) = &self.watch {
            watch.resume();
        }
    }

    fn serve(&self) {
        if let Some(watch) = &self.watch {
            watch.rearm();
        }
    }

    fn leave(&self) {
        if let Some(watch) = &self.watch {
            watch.leave();
        }
    }
}
