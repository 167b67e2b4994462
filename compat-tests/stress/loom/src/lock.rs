//! What baton.rs finds as `crate::lock`: loom's primitives in place of the standard library's.
use loom::sync::Mutex;
pub(crate) use loom::sync::{Condvar, MutexGuard};

#[derive(Debug)]
pub(crate) struct Lock<T>(Mutex<T>);

impl<T> Lock<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(Mutex::new(value))
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap()
    }
}
