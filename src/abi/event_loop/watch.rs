//! An open connection in the process's event loop: its descriptor and keepalive timer are served while no call is in
//! flight, so that a daemon's pings are answered by idle programs too.
use super::implementation::{add_handle, add_timeout, remove_handle, remove_timeout, update_handle, update_timeout};
use crate::abi::ctypes::VIR_EVENT_HANDLE_READABLE;
use crate::abi::wall::called_back;
use oxivirt_protocol::{Session, SessionIo};
use std::ffi::{c_int, c_void};
use std::mem::ManuallyDrop;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Arc, Weak};
use std::time::Instant;

const READABLE: c_int = VIR_EVENT_HANDLE_READABLE.cast_signed();

/// What the loop's callbacks work on. The handle's registration owns a reference, the timer's a weak one: loops free
/// removed timers when they have nothing else to do, and the descriptor shall not stay open until then.
#[derive(Debug)]
struct Watched {
    session: Arc<dyn Session>,
    /// -1 while not registered.
    handle: AtomicI32,
    timer: AtomicI32,
    /// Whether the timer has a time set.
    armed: AtomicBool,
    /// Whether the loop watches the descriptor for input.
    listening: AtomicBool,
}

impl Watched {
    fn session(pointer: *mut c_void) -> *const Watched {
        pointer.cast_const().cast()
    }

    /// A reference for the length of a callback, in which the registration may end.
    ///
    /// # Safety
    /// The pointer that [`Watch::start`] registered, not yet released.
    unsafe fn hold(pointer: *mut c_void) -> Arc<Watched> {
        let watched = Self::session(pointer);
        // SAFETY: the caller's promise: the loop's reference is alive.
        unsafe { Arc::increment_strong_count(watched) };
        // SAFETY: the reference just taken.
        unsafe { Arc::from_raw(watched) }
    }

    /// What is watched of the session; [`Watch::start`] found it.
    fn io(&self) -> Option<&dyn SessionIo> {
        self.session.io()
    }

    /// Sets the timer to the session's next deadline.
    fn set_timer(&self) {
        let wait = self.io().and_then(|io| io.deadline()).map_or(-1, |at| {
            let left = at.saturating_duration_since(Instant::now()).as_millis();
            // One more, so that the deadline has passed when the timer fires.
            c_int::try_from(left.saturating_add(1)).unwrap_or(c_int::MAX)
        });
        let timer = self.timer.load(Ordering::Acquire);
        // Most connections never have a deadline: their timer is left alone.
        if timer >= 0 && self.armed.swap(wait >= 0, Ordering::AcqRel) | (wait >= 0) {
            update_timeout(timer, wait);
        }
        self.set_input();
    }

    /// Watches the descriptor only while the session wants input; the timer says when to look again.
    fn set_input(&self) {
        loop {
            let wanted = self.io().is_some_and(|io| io.wants_input());
            if self.listening.load(Ordering::Acquire) == wanted {
                return;
            }
            let handle = self.handle.load(Ordering::Acquire);
            if handle >= 0 {
                update_handle(handle, if wanted { READABLE } else { 0 });
            }
            self.listening.store(wanted, Ordering::Release);
            // Looked at again, because another thread may have changed it meanwhile.
        }
    }

    /// A dead connection would make the loop spin on its descriptor.
    fn leave_if_dead(&self) {
        if !self.session.is_alive() {
            self.leave();
        }
    }

    fn leave(&self) {
        for (place, remove) in [(&self.handle, remove_handle as fn(c_int) -> c_int), (&self.timer, remove_timeout)] {
            let id = place.swap(-1, Ordering::AcqRel);
            if id >= 0 {
                remove(id);
            }
        }
    }
}

unsafe extern "C-unwind" fn readable(_watch: c_int, _fd: c_int, _events: c_int, data: *mut c_void) {
    called_back(data, on_readable);
}

unsafe extern "C-unwind" fn expired(_timer: c_int, data: *mut c_void) {
    called_back(data, on_timeout);
}

unsafe extern "C-unwind" fn release(data: *mut c_void) {
    called_back(data, drop_strong);
}

unsafe extern "C-unwind" fn release_weak(data: *mut c_void) {
    called_back(data, drop_weak);
}

/// # Safety
/// `data` is the reference that [`Watch::start`] registered with the handle, not yet released.
unsafe fn on_readable(data: *mut c_void) {
    // SAFETY: the pointer that `Watch::start` registered; its reference lives until `release`.
    let watched = unsafe { Watched::hold(data) };
    if let Some(io) = watched.io() {
        io.on_readable();
    }
    watched.set_timer();
    watched.leave_if_dead();
}

/// # Safety
/// `data` is the weak reference that [`Watch::start`] registered with the timer, not yet released.
unsafe fn on_timeout(data: *mut c_void) {
    // SAFETY: the pointer that `Watch::start` registered; the registration keeps its weak reference until `release_weak`.
    let weak = ManuallyDrop::new(unsafe { Weak::from_raw(Watched::session(data)) });
    let Some(watched) = weak.upgrade() else {
        return;
    };
    watched.io().inspect(|io| io.on_timeout());
    watched.set_timer();
    watched.leave_if_dead();
}

/// # Safety
/// As for [`on_readable`].
unsafe fn drop_strong(data: *mut c_void) {
    // SAFETY: the reference that `Watch::start` gave to the loop with the handle, which frees it once.
    drop(unsafe { Arc::from_raw(Watched::session(data)) });
}

/// # Safety
/// As for [`on_timeout`].
unsafe fn drop_weak(data: *mut c_void) {
    // SAFETY: the weak reference that `Watch::start` gave to the loop with the timer, which frees it once.
    drop(unsafe { Weak::from_raw(Watched::session(data)) });
}

/// A registration; dropping it ends it.
#[derive(Debug)]
pub(crate) struct Watch(Arc<Watched>);

impl Watch {
    /// Puts the session into the loop; `None` when the loop refuses.
    pub(crate) fn start(session: Arc<dyn Session>) -> Option<Self> {
        let fd = session.io()?.fd()?;
        let idle = || AtomicI32::new(-1);
        let watched = Arc::new(Watched {
            session,
            handle: idle(),
            timer: idle(),
            armed: AtomicBool::new(false),
            listening: AtomicBool::new(true),
        });
        let watch = Self(Arc::clone(&watched));
        let mine = Arc::downgrade(&watched).into_raw().cast_mut().cast();
        let timer = add_timeout(-1, Some(expired), mine, Some(release_weak));
        if timer < 0 {
            // SAFETY: a refused registration frees nothing.
            unsafe { drop_weak(mine) };
            return None;
        }
        watched.timer.store(timer, Ordering::Release);
        let mine = Arc::into_raw(Arc::clone(&watched)).cast_mut().cast();
        let handle = add_handle(fd, READABLE, Some(readable), mine, Some(release));
        if handle < 0 {
            // SAFETY: as above.
            unsafe { drop_strong(mine) };
            return None;
        }
        watched.handle.store(handle, Ordering::Release);
        watched.set_timer();
        Some(watch)
    }

    /// Input may be wanted again.
    pub(crate) fn resume(&self) {
        if !self.0.listening.load(Ordering::Acquire) {
            self.0.set_timer();
        }
    }

    /// Ends the registration, as dropping it does.
    pub(in crate::abi) fn leave(&self) {
        self.0.leave();
    }

    /// The session's deadline may have come nearer.
    pub(crate) fn rearm(&self) {
        self.0.set_timer();
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.leave();
    }
}
