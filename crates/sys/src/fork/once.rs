//! A cell that is set once, by whoever comes first, without any lock: a fork cannot catch it half set.
use std::fmt;
use std::marker::PhantomData;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

/// Like `OnceLock`, for values that may be made more than once: the first one stays, and nobody waits.
pub struct OnceBox<T> {
    place: AtomicPtr<T>,
    owns: PhantomData<Box<T>>,
}

// SAFETY: the value may be shared with, and dropped by, another thread than the one that made it.
unsafe impl<T: Send + Sync> Sync for OnceBox<T> {}
// SAFETY: it owns its value.
unsafe impl<T: Send> Send for OnceBox<T> {}

impl<T> OnceBox<T> {
    /// Returns an empty cell.
    #[must_use]
    pub const fn new() -> Self {
        Self { place: AtomicPtr::new(null_mut()), owns: PhantomData }
    }

    /// Returns the value, if there is one.
    pub fn get(&self) -> Option<&T> {
        // SAFETY: NULL, or a box that `set` published and that lives as long as the cell.
        unsafe { self.place.load(Ordering::Acquire).as_ref() }
    }

    /// Sets the value.
    ///
    /// # Errors
    /// There is one already; the new one comes back.
    pub fn set(&self, value: T) -> Result<(), T> {
        let new = Box::into_raw(Box::new(value));
        match self.place.compare_exchange(null_mut(), new, Ordering::AcqRel, Ordering::Acquire) {
            Ok(_) => Ok(()),
            // SAFETY: made above and given to nobody.
            Err(_) => Err(*unsafe { Box::from_raw(new) }),
        }
    }

    /// Returns the value, made by `make` if there was none. Several threads may make one at the same time: the first
    /// one stays.
    pub fn get_or_init(&self, make: impl FnOnce() -> T) -> &T {
        if let Some(value) = self.get() {
            return value;
        }
        // SAFETY: `set` succeeds or finds a value, which lives as long as the cell; never NULL from here on.
        let published = || unsafe { &*self.place.load(Ordering::Acquire) };
        drop(self.set(make()));
        published()
    }

    /// Takes the value out.
    pub fn take(&mut self) -> Option<T> {
        let place = std::mem::replace(self.place.get_mut(), null_mut());
        // SAFETY: a box that `set` published, which no reference names any more: the cell is borrowed mutably.
        (!place.is_null()).then(|| *unsafe { Box::from_raw(place) })
    }
}

impl<T> Default for OnceBox<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for OnceBox<T> {
    fn drop(&mut self) {
        drop(self.take());
    }
}

impl<T: fmt::Debug> fmt::Debug for OnceBox<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OnceBox").field(&self.get()).finish()
    }
}
