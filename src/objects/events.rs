//! Subscribing on behalf of C: functions and the user's data, which stays the caller's when subscribing fails.
use super::Connection;
use crate::abi::{Closed, Fault, Function, Handle, Object, Result, Subscriber, UserData, keep_for_call};
use oxivirt::events::{Class, CloseCallback, Key};
use oxivirt_model::{Error, ErrorDomain};
use std::sync::Arc;

/// What a program asks to hear of, and whom to call.
pub(crate) struct Subscription {
    pub(crate) class: Class,
    pub(crate) event: i32,
    /// `None`: all objects.
    pub(crate) key: Option<Key>,
    pub(crate) function: Function,
    pub(crate) data: UserData,
}

/// The driver's answer as the connection takes it: what it refuses is an error already.
fn plain<T>(answer: Result<T>) -> oxivirt::Result<T> {
    answer.map_err(|fault| match fault.reported_by("", ErrorDomain::NONE) {
        Fault::Error(error) => error,
        _ => Error::raw(ErrorDomain::NONE, oxivirt::ErrorCode::INTERNAL_ERROR, ""),
    })
}

impl Subscription {
    /// Subscribes by `with`; when that fails the user's data is not freed.
    fn enrol<T>(
        self,
        conn: &Handle<Connection>,
        with: impl FnOnce(oxivirt::events::Subscription) -> oxivirt::Result<T>,
    ) -> Result<T> {
        let subscriber = Arc::new(Subscriber::new(conn.counted(), self.function, self.data));
        let identity = self.function.address();
        let (class, event, key) = (self.class, self.event, self.key);
        let what = oxivirt::events::Subscription {
            class,
            event,
            key,
            identity,
            subscriber: Arc::<Subscriber>::clone(&subscriber),
        };
        Ok(with(what).inspect_err(|_| subscriber.disarm())?)
    }
}

/// Subscribing with functions of C. The closures tell the daemon.
pub(crate) trait Subscribes {
    /// See [`Connection::subscribe`].
    fn subscribe_function(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<i32>;
    /// See [`Connection::subscribe_alone`].
    fn subscribe_function_alone(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<i32>;
    /// See [`Connection::subscribe_legacy`].
    fn subscribe_function_legacy(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<()>;
    /// See [`Connection::unsubscribe`].
    fn unsubscribe_function(&self, id: i32, tell: impl FnOnce(i32, i32) -> Result<()>) -> Result<()>;
    /// See [`Connection::unsubscribe_legacy`].
    fn unsubscribe_function_legacy(
        &self,
        class: Class,
        event: i32,
        function: Function,
        tell: impl FnOnce(i32, i32) -> Result<()>,
    ) -> Result<()>;
}

impl Subscribes for Handle<Connection> {
    fn subscribe_function(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<i32> {
        what.enrol(self, |what| self.subscribe(what, || plain(ask())))
    }

    fn subscribe_function_alone(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<i32> {
        what.enrol(self, |what| self.subscribe_alone(what, || plain(ask())))
    }

    fn subscribe_function_legacy(&self, what: Subscription, ask: impl FnOnce() -> Result<Option<i32>>) -> Result<()> {
        what.enrol(self, |what| self.subscribe_legacy(what, || plain(ask())))
    }

    fn unsubscribe_function(&self, id: i32, tell: impl FnOnce(i32, i32) -> Result<()>) -> Result<()> {
        // The subscriber's reference may be the last one but the caller's, which its free function may give up.
        let _alive = self.counted();
        Ok(self.unsubscribe(id, |event, remote| plain(tell(event, remote)))?)
    }

    fn unsubscribe_function_legacy(
        &self,
        class: Class,
        event: i32,
        function: Function,
        tell: impl FnOnce(i32, i32) -> Result<()>,
    ) -> Result<()> {
        let _alive = self.counted();
        let tell = |event, remote| plain(tell(event, remote));
        Ok(self.unsubscribe_legacy(class, event, function.address(), tell)?)
    }
}

/// A close callback of C, with the reference it holds to its connection. The user's data is freed before that is given up.
struct CloseCall<T: Object> {
    function: Closed<T>,
    data: UserData,
    conn: crate::abi::Ref<T>,
}

/// Registers a close callback of C. `data` makes what its function is passed, if the place is free.
pub(crate) fn set_close_callback<T: Object>(
    place: &CloseCallback,
    conn: &Handle<T>,
    function: Closed<T>,
    data: impl FnOnce() -> UserData,
) -> Result<()> {
    let make = || -> oxivirt::events::OnClose {
        let call = CloseCall { function, data: data(), conn: conn.counted() };
        Box::new(move |reason| {
            let CloseCall { function, data, conn } = call;
            function.call(&conn, reason.0, &data);
            drop(data);
            // A call in progress may have no other reference.
            keep_for_call(conn);
        })
    };
    Ok(place.set(function.address(), make)?)
}
