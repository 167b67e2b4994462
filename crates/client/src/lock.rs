//! The locks of the remote driver, in one place so that models of its threads can put others there.
pub(crate) use oxivirt_sys::mutex::{Condvar, Lock, MutexGuard, wait};
