//! A connection in the process's event loop: its descriptor and keepalive timer, and the timer that delivers its events.
//!
//! All events are delivered on the event loop's thread, from a timer that an arriving event sets to 0 ms. What the default
//! loop itself brought in is delivered at the end of the same iteration; not sooner, because the connection's descriptor is
//! served by nobody while its own callback runs.
use super::implementation::{add_timeout, remove_timeout, run_soon, update_timeout};
use super::watch::Watch;
use crate::abi::wall::called_back;
use oxivirt::events::{EventLoop, Events};
use oxivirt_protocol::Session;
use oxivirt_sys::{ForkGuard, ForkLock, OnceBox};
use std::ffi::{c_int, c_void};
use std::sync::{Arc, Weak};

/// The timer that delivers events. The loop's registration owns a reference.
#[derive(Debug)]
struct Timer {
    events: Weak<Events>,
    state: ForkLock<State>,
}

/// The timer in the loop; there is one while it is used.
///
/// The loop's functions are the program's: they may take a lock that the program's thread holds while it calls us. So none is
/// called under the lock of the state, and a timer is not removed while a thread is about to set it: its number might be
/// another timer's by then.
#[derive(Debug, Default)]
struct State {
    id: Option<i32>,
    /// How often it was started and not stopped.
    uses: u32,
    /// How many threads are setting it, or one before it.
    setting: u32,
    /// To be removed when nobody sets one.
    doomed: Vec<i32>,
}

unsafe extern "C-unwind" fn expired(_timer: c_int, data: *mut c_void) {
    called_back(data, deliver);
}

unsafe extern "C-unwind" fn release(data: *mut c_void) {
    called_back(data, free);
}

/// # Safety
/// `data` was registered by [`add_to_loop`], and not released.
unsafe fn deliver(data: *mut c_void) {
    let timer: *const Timer = data.cast_const().cast();
    // SAFETY: the pointer that `add_to_loop` registered, whose reference lives until `release`.
    unsafe { Arc::increment_strong_count(timer) };
    // SAFETY: the reference just taken: delivering may end the timer, and with it the loop's own.
    let timer = unsafe { Arc::from_raw(timer) };
    timer.set(-1);
    timer.deliver();
}

/// # Safety
/// As for [`deliver`].
unsafe fn free(data: *mut c_void) {
    let timer: *const Timer = data.cast_const().cast();
    // SAFETY: the reference that `add_to_loop` gave to the loop, which frees it once.
    drop(unsafe { Arc::from_raw(timer) });
}

/// A timer of the loop that is not running yet; `None` when there is no loop or it refuses.
fn add_to_loop(timer: &Arc<Timer>) -> Option<i32> {
    let data = Arc::into_raw(Arc::clone(timer)).cast_mut().cast();
    let id = add_timeout(-1, Some(expired), data, Some(release));
    if id < 0 {
        // SAFETY: a refused registration frees nothing.
        unsafe { free(data) };
        return None;
    }
    Some(id)
}

impl Timer {
    fn new(events: &Arc<Events>) -> Arc<Self> {
        Arc::new(Self { events: Arc::downgrade(events), state: ForkLock::new(State::default(), State::default) })
    }

    fn state(&self) -> ForkGuard<'_, State> {
        self.state.lock()
    }

    fn start(self: &Arc<Self>) -> bool {
        loop {
            let mut state = self.state();
            if state.id.is_some() {
                state.uses = state.uses.saturating_add(1);
                return true;
            }
            drop(state);
            let Some(fresh) = add_to_loop(self) else { return false };
            let mut state = self.state();
            // Another thread's may be there already.
            let spare = state.id.is_some();
            state.id.get_or_insert(fresh);
            drop(state);
            if spare {
                remove_timeout(fresh);
            }
        }
    }

    fn stop(&self) {
        let mut state = self.state();
        state.uses = state.uses.saturating_sub(1);
        let unused = if state.uses == 0 { state.id.take() } else { None };
        let unset = state.setting == 0;
        if !unset {
            state.doomed.extend(unused);
        }
        drop(state);
        if let Some(id) = unused.filter(|_| unset) {
            remove_timeout(id);
        }
    }

    /// Sets the timer, if there is one.
    fn set(&self, milliseconds: i32) {
        let mut state = self.state();
        let Some(id) = state.id else { return };
        state.setting = state.setting.saturating_add(1);
        drop(state);
        update_timeout(id, milliseconds);
        let mut state = self.state();
        state.setting = state.setting.saturating_sub(1);
        let doomed = if state.setting == 0 { std::mem::take(&mut state.doomed) } else { Vec::new() };
        drop(state);
        for id in doomed {
            remove_timeout(id);
        }
    }

    fn wake(self: &Arc<Self>) {
        let timer = Arc::downgrade(self);
        let soon = move || {
            if let Some(timer) = timer.upgrade() {
                timer.deliver();
            }
        };
        if !run_soon(soon) {
            self.set(0);
        }
    }

    fn deliver(&self) {
        if let Some(events) = self.events.upgrade() {
            events.deliver();
        }
    }
}

/// What serves a connection: the process's event loop.
#[derive(Debug)]
pub(crate) struct ConnectionLoop {
    /// `None` when the program has no loop.
    watch: Option<Watch>,
    timer: OnceBox<Arc<Timer>>,
}

impl ConnectionLoop {
    /// Puts the session into the loop, if there is one.
    pub(crate) fn new(session: Arc<dyn Session>) -> Self {
        let watched = session.io().is_some_and(|io| io.has_event_loop());
        Self { watch: watched.then(|| Watch::start(session)).flatten(), timer: OnceBox::new() }
    }
}

impl EventLoop for ConnectionLoop {
    fn start(&self, events: &Arc<Events>) -> bool {
        self.timer.get_or_init(|| Timer::new(events)).start()
    }

    fn wake(&self) {
        self.timer.get().inspect(|timer| timer.wake());
    }

    fn stop(&self) {
        self.timer.get().inspect(|timer| timer.stop());
    }

    fn resume_input(&self) {
        self.watch.as_ref().inspect(|watch| watch.resume());
    }

    fn serve(&self) {
        self.watch.as_ref().inspect(|watch| watch.rearm());
    }

    fn leave(&self) {
        self.watch.as_ref().inspect(|watch| watch.leave());
    }
}
