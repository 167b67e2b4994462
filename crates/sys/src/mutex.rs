//! A mutex that ignores poisoning: a panic is stopped at the C boundary or answered with an error, and the state behind a lock is always
//! left consistent, so later callers must not fail because an earlier one panicked.
pub use std::sync::{Condvar, MutexGuard};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// The mutex.
#[derive(Debug, Default)]
pub struct Lock<T>(Mutex<T>);

impl<T> Lock<T> {
    /// Makes a mutex that nobody holds.
    pub const fn new(value: T) -> Self {
        Self(Mutex::new(value))
    }

    /// Waits until nobody else holds it.
    pub fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sleeps until notified, or until `deadline`; the caller checks its condition again in either case.
pub fn wait<'a, T>(wake: &Condvar, guard: MutexGuard<'a, T>, deadline: Option<Instant>) -> MutexGuard<'a, T> {
    match deadline {
        None => wake.wait(guard).unwrap_or_else(PoisonError::into_inner),
        Some(deadline) => {
            let left = deadline.saturating_duration_since(Instant::now());
            wake.wait_timeout(guard, left).unwrap_or_else(PoisonError::into_inner).0
        }
    }
}
