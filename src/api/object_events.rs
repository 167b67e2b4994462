//! Events of networks, storage pools, node devices and secrets: what the functions of the four sections have in common.
use crate::abi::ctypes::{
    VIR_NETWORK_EVENT_ID_LAST, VIR_NODE_DEVICE_EVENT_ID_LAST, VIR_SECRET_EVENT_ID_LAST, VIR_STORAGE_POOL_EVENT_ID_LAST,
};
use crate::abi::{CFunction, Fault, FreeFunc, Function, Handle, In, Result, Site, UserData, not_negative};
use crate::objects::{
    Belongs, Class, Connection, Key, Network, NodeDevice, Secret, StoragePool, Subscribes, Subscription, name_key,
    uuid_key,
};
use oxivirt_model::message;
use std::ffi::{c_int, c_void};

/// The number of events, in all four sections.
const LAST: c_int = VIR_NETWORK_EVENT_ID_LAST.cast_signed();
const _: () = assert!(
    VIR_NETWORK_EVENT_ID_LAST == VIR_STORAGE_POOL_EVENT_ID_LAST
        && VIR_NETWORK_EVENT_ID_LAST == VIR_NODE_DEVICE_EVENT_ID_LAST
        && VIR_NETWORK_EVENT_ID_LAST == VIR_SECRET_EVENT_ID_LAST
);

/// A kind of object that has events of its own.
pub(super) trait Watched: Belongs {
    const CLASS: Class;
    /// What texts call the kind.
    const CALLED: &'static str;
    /// The argument's C name.
    const ARGUMENT: &'static str;
    /// What events name the object by.
    fn key(&self) -> Key;
}

macro_rules! watched {
    ($($kind:ident, $called:literal, argument $argument:literal, $key:ident of $field:ident;)*) => {$(
        impl Watched for $kind {
            const CLASS: Class = Class::$kind;
            const CALLED: &'static str = $called;
            const ARGUMENT: &'static str = $argument;
            fn key(&self) -> Key {
                $key(self.$field())
            }
        }
    )*};
}
watched! {
    Network, "network", argument "net", uuid_key of uuid;
    StoragePool, "storage pool", argument "pool", uuid_key of uuid;
    NodeDevice, "node device", argument "dev", name_key of name;
    Secret, "secret", argument "secret", uuid_key of uuid;
}

/// Registers `cb` for an event of one object, or of all for NULL; the new id. `ask` has the daemon send the events and answers
/// its id of the callback. Unless all goes well the user's data stays the caller's.
pub(super) fn register<T: Watched>(
    site: &Site,
    (conn, object): (In<'_, Connection>, In<'_, T>),
    event: c_int,
    cb: impl CFunction,
    (opaque, free): (*mut c_void, FreeFunc),
    ask: impl FnOnce(&Handle<Connection>, Option<&Handle<T>>) -> Result<i32>,
) -> Result<c_int> {
    let conn = conn.get()?;
    let object = object.opt()?;
    let function = site.function;
    if let Some(object) = object.filter(|o| !o.is_on(conn)) {
        let format = format!("{} '%1$s' in %2$s must match connection", T::CALLED);
        let text = message::compose(&format, &[&object.title(), &function]);
        return Err(Fault::Invalid(T::ARGUMENT, text));
    }
    let callback = Function::new(cb, "cb")?;
    not_negative(event, "eventID")?;
    if event >= LAST {
        let text = message!("eventID in %1$s must be less than %2$d", function, LAST);
        return Err(Fault::Invalid("eventID", text));
    }
    let what = Subscription {
        class: T::CLASS,
        event,
        key: object.map(|o| o.key()),
        function: callback,
        data: UserData::new(opaque, free),
    };
    conn.subscribe_function(what, || ask(conn, object).map(Some))
}

/// Ends what [`register`] began. `tell` has the daemon drop its callback, whose id it gets.
pub(super) fn deregister(
    conn: In<'_, Connection>,
    id: c_int,
    tell: impl FnOnce(&Handle<Connection>, i32) -> Result<()>,
) -> Result<()> {
    let conn = conn.get()?;
    not_negative(id, "callbackID")?;
    conn.unsubscribe_function(id, |_, remote| tell(conn, remote))
}
