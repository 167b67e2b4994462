//! The close callback of a connection: called once, when the connection ends without being closed.
use crate::{CloseReason, Error, ErrorCode, ErrorDomain, Result};
use oxivirt_model::message;
use oxivirt_sys::{ForkGuard, ForkLock};
use std::fmt;

/// What is called at the end of a connection.
pub type OnClose = Box<dyn FnOnce(CloseReason) + Send>;

/// The callback's place. The function goes when it is called.
struct Registered {
    /// Tells callbacks apart.
    identity: usize,
    function: Option<OnClose>,
}

/// At most one callback.
pub struct CloseCallback {
    place: ForkLock<Option<Registered>>,
    /// The error domains of refusals: there is a callback already, and another one was meant.
    taken: ErrorDomain,
    other: ErrorDomain,
    /// A callback that was called still counts as registered.
    stays: bool,
}

impl CloseCallback {
    pub(crate) const fn new([taken, other]: [ErrorDomain; 2], stays: bool) -> Self {
        Self { place: ForkLock::new(None, || None), taken, other, stays }
    }

    fn place(&self) -> ForkGuard<'_, Option<Registered>> {
        self.place.lock()
    }

    /// Refuses a second callback.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID`: there is one.
    pub fn vacant(&self) -> Result<()> {
        if self.place().is_some() {
            let text = message!("A close callback is already registered");
            return Err(Error::new(self.taken, ErrorCode::OPERATION_INVALID, text));
        }
        Ok(())
    }

    /// Refuses to unregister another callback than the registered one.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID`: it is another one.
    pub fn is(&self, identity: usize) -> Result<()> {
        if self.place().as_ref().map(|registered| registered.identity) != Some(identity) {
            let text = message!("A different callback was requested");
            return Err(Error::new(self.other, ErrorCode::OPERATION_INVALID, text));
        }
        Ok(())
    }

    /// Registers a callback. `function` makes it, which happens only if the place is free; it must not call back.
    ///
    /// # Errors
    /// As [`CloseCallback::vacant`].
    pub fn set(&self, identity: usize, function: impl FnOnce() -> OnClose) -> Result<()> {
        let mut place = self.place();
        if place.is_some() {
            drop(place);
            return self.vacant();
        }
        *place = Some(Registered { identity, function: Some(function()) });
        Ok(())
    }

    /// Unregisters and drops the callback.
    pub fn clear(&self) {
        let registered = self.place().take();
        drop(registered);
    }

    /// Calls the callback, once, with no lock held.
    pub(crate) fn call(&self, reason: CloseReason) {
        let mut place = self.place();
        let function = place.as_mut().and_then(|registered| registered.function.take());
        if function.is_some() && !self.stays {
            *place = None;
        }
        drop(place);
        if let Some(function) = function {
            function(reason);
        }
    }
}

impl fmt::Debug for CloseCallback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CloseCallback").field("registered", &self.place().is_some()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI32, Ordering};

    fn counting(count: &Arc<AtomicI32>) -> impl FnOnce() -> OnClose + use<> {
        let count = Arc::clone(count);
        move || {
            Box::new(move |reason: CloseReason| {
                count.fetch_add(reason.0.saturating_add(10), Ordering::Relaxed);
            })
        }
    }

    #[test]
    fn one_callback_called_once() {
        let count = Arc::new(AtomicI32::new(0));
        for (stays, free) in [(true, false), (false, true)] {
            count.store(0, Ordering::Relaxed);
            let close = CloseCallback::new([ErrorDomain::REMOTE; 2], stays);
            close.set(1, counting(&count)).unwrap();
            let refused = close.set(2, || unreachable!("not made"));
            assert_eq!(refused.unwrap_err().code, ErrorCode::OPERATION_INVALID);
            assert!(close.is(1).is_ok() && close.is(2).is_err());
            close.call(CloseReason::EOF);
            close.call(CloseReason::ERROR);
            assert_eq!(count.load(Ordering::Relaxed), 11);
            assert_eq!(close.vacant().is_ok(), free);
            close.clear();
            assert!(close.vacant().is_ok());
            assert_eq!(Arc::strong_count(&count), 1);
        }
    }
}
