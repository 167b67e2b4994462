//! A mutex that ignores poisoning: a job that panicked is answered with an error, and what is behind a lock is always left consistent.
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

#[derive(Debug, Default)]
pub(crate) struct Lock<T>(Mutex<T>);

impl<T> Lock<T> {
    pub(crate) const fn new(value: T) -> Self {
        Self(Mutex::new(value))
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sleeps until notified, or until `deadline`; the caller checks its condition again in either case.
pub(crate) fn wait<'a, T>(wake: &Condvar, guard: MutexGuard<'a, T>, deadline: Option<Instant>) -> MutexGuard<'a, T> {
    match deadline {
        None => wake.wait(guard).unwrap_or_else(PoisonError::into_inner),
        Some(deadline) => {
            let left = deadline.saturating_duration_since(Instant::now());
            wake.wait_timeout(guard, left).unwrap_or_else(PoisonError::into_inner).0
        }
    }
}
