//! The close callback of a connection: called once, when the connection ends without being closed.
use crate::abi::{Closed, Handle, Object, Result, UserData, keep_for_call};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::CloseReason;
use oxivirt_sys::{ForkGuard, ForkLock};

/// The callback's place; `conn` goes when it was called.
#[derive(Debug)]
struct Registered<T: Object> {
    function: Closed<T>,
    rest: Option<(UserData, crate::abi::Ref<T>)>,
}

/// At most one callback, and the reference it holds to its connection.
#[derive(Debug)]
pub(crate) struct CloseCallback<T: Object> {
    place: ForkLock<Option<Registered<T>>>,
    /// The error domain of refusals.
    from: ErrorDomain,
}

impl<T: Object> CloseCallback<T> {
    pub(crate) const fn new(from: ErrorDomain) -> Self {
        Self { place: ForkLock::new(None, || None), from }
    }

    fn place(&self) -> ForkGuard<'_, Option<Registered<T>>> {
        self.place.lock()
    }

    /// Refuses a second callback. One that was called already still counts: it is there until it is unregistered.
    pub(crate) fn vacant(&self) -> Result<()> {
        if self.place().is_some() {
            let text = message!("A close callback is already registered");
            return Err(Error::new(self.from, ErrorCode::OPERATION_INVALID, text).into());
        }
        Ok(())
    }

    /// Refuses to unregister another callback than the registered one.
    pub(crate) fn is(&self, function: Closed<T>) -> Result<()> {
        if self.place().as_ref().map(|r| r.function) != Some(function) {
            let text = message!("A different callback was requested");
            return Err(Error::new(self.from, ErrorCode::OPERATION_INVALID, text).into());
        }
        Ok(())
    }

    /// Registers the callback. When another thread was faster, `data` is left to its owner and the call fails.
    pub(crate) fn set(&self, conn: &Handle<T>, function: Closed<T>, data: UserData) -> Result<()> {
        let mut place = self.place();
        if place.is_some() {
            drop(place);
            data.disarm();
            return self.vacant();
        }
        *place = Some(Registered { function, rest: Some((data, conn.counted())) });
        Ok(())
    }

    /// Unregisters: frees the user's data and gives up the reference.
    pub(crate) fn clear(&self) {
        let registered = self.place().take();
        drop(registered);
    }

    /// Calls the callback and frees its data, once. The function stays in its place when `keep`.
    fn fire(&self, reason: CloseReason, keep: bool) {
        let mut place = self.place();
        let Some(registered) = place.as_mut() else {
            return;
        };
        let function = registered.function;
        let Some((data, conn)) = registered.rest.take() else {
            return;
        };
        if !keep {
            *place = None;
        }
        drop(place);
        function.call(&conn, reason.0, &data);
        drop(data);
        // A call in progress may have no other reference.
        keep_for_call(conn);
    }
}

impl CloseCallback<super::Connection> {
    pub(crate) fn call(&self, reason: CloseReason) {
        self.fire(reason, true);
    }
}

impl CloseCallback<super::AdmConnection> {
    pub(crate) fn call(&self, reason: CloseReason) {
        self.fire(reason, false);
    }
}
