//! Subscribing on behalf of C: functions and the user's data, which stays the caller's when subscribing fails.
use super::{AdmConnection, Belongs, Connection, Domain, Network, NodeDevice, Secret, StoragePool};
use crate::abi::ctypes::{virAdmConnectCloseFunc, virConnectCloseFunc};
use crate::abi::{
    CFunction, Closed, Closes, EventOwner, FreeFunc, Function, Handle, In, LiveHandle, Object, Ref, Result, Subscriber,
    UserData, keep_for_call,
};
use oxivirt::events::OnClose;
use oxivirt::{EventClass, EventSource, ObjectRef};
use std::ffi::c_void;
use std::sync::Arc;

impl EventOwner for Ref<Connection> {
    fn object(&self, about: &ObjectRef<'_, '_>) -> Option<Box<dyn LiveHandle>> {
        fn child<T: Object<Local = Ref<Connection>>>(conn: &Handle<Connection>, one: T) -> Option<Box<dyn LiveHandle>> {
            Some(Box::new(conn.child(one).ok()?))
        }
        match about {
            ObjectRef::Domain(wire) => child(self, Domain::from_wire(self, wire)),
            ObjectRef::Network(wire) => child(self, Network::from_wire(self, wire)),
            ObjectRef::StoragePool(wire) => child(self, StoragePool::from_wire(self, wire)),
            ObjectRef::NodeDevice(wire) => child(self, NodeDevice::from_wire(self, wire)),
            ObjectRef::Secret(wire) => child(self, Secret::from_wire(self, wire)),
            // No event is about anything else.
            _ => None,
        }
    }
}

/// Registers `cb` for an event of one object, or of all for NULL; the new id. `source` says what that object's events are. Unless all
/// goes well the user's data stays the caller's.
pub(crate) fn subscribe<'a, T: Belongs>(
    (conn, object): (In<'_, Connection>, In<'a, T>),
    source: impl FnOnce(Option<&'a T>) -> EventSource<'a>,
    event: i32,
    cb: impl CFunction,
    (opaque, free): (*mut c_void, FreeFunc),
) -> Result<i32> {
    let conn = conn.get()?;
    let source = source(object.opt()?.map(|object| &**object));
    conn.owns_source(&source)?;
    enrol(conn, cb, (opaque, free), |identity, subscriber| conn.subscribe(event, &source, identity, subscriber))
}

/// Ends what [`subscribe`] began.
pub(crate) fn unsubscribe(conn: In<'_, Connection>, class: EventClass, id: i32) -> Result<()> {
    let conn = conn.get()?;
    // The subscriber's reference may be the last one but the caller's, which its free function may give up.
    let _alive = conn.counted();
    Ok(conn.unsubscribe(class, id)?)
}

/// Registers `cb` for the life cycle of domains, without an id.
pub(crate) fn subscribe_legacy(
    conn: In<'_, Connection>,
    cb: impl CFunction,
    (opaque, free): (*mut c_void, FreeFunc),
) -> Result<()> {
    let conn = conn.get()?;
    enrol(conn, cb, (opaque, free), |identity, subscriber| conn.subscribe_legacy(identity, subscriber))
}

/// Ends what [`subscribe_legacy`] began.
pub(crate) fn unsubscribe_legacy(conn: In<'_, Connection>, cb: impl CFunction) -> Result<()> {
    let conn = conn.get()?;
    let function = Function::new(cb, "cb")?;
    let _alive = conn.counted();
    Ok(conn.unsubscribe_legacy(function.address())?)
}

/// Subscribes by `with`; when that fails the user's data is not freed.
fn enrol<T>(
    conn: &Handle<Connection>,
    cb: impl CFunction,
    (opaque, free): (*mut c_void, FreeFunc),
    with: impl FnOnce(usize, Arc<dyn oxivirt::events::Subscriber>) -> oxivirt::Result<T>,
) -> Result<T> {
    let function = Function::new(cb, "cb")?;
    let subscriber = Arc::new(Subscriber::new(Box::new(conn.counted()), function, UserData::new(opaque, free)));
    let done = with(function.address(), Arc::<Subscriber>::clone(&subscriber));
    Ok(done.inspect_err(|_| subscriber.disarm())?)
}

/// A close callback of C, with the reference it holds to its connection. The user's data is freed before that is given up.
struct CloseCall<T: Object> {
    function: Closed<T>,
    data: UserData,
    conn: Ref<T>,
}

impl Closes for Connection {
    type Function = virConnectCloseFunc;
}
impl Closes for AdmConnection {
    type Function = virAdmConnectCloseFunc;
}

/// What registers a close callback, which is made if its place is free.
type MakeClose<'a> = Box<dyn FnOnce() -> OnClose + 'a>;

/// Registers a close callback of C by `register`, which gets what tells it from others.
pub(crate) fn set_close_callback<T: Closes>(
    conn: In<'_, T>,
    cb: T::Function,
    (opaque, free): (*mut c_void, FreeFunc),
    register: impl FnOnce(&T, usize, MakeClose<'_>) -> oxivirt::Result<()>,
) -> Result<()> {
    let conn = conn.get()?;
    let function = Closed::new(cb, "cb")?;
    let make = || -> OnClose {
        let call = CloseCall { function, data: UserData::new(opaque, free), conn: conn.counted() };
        Box::new(move |reason| {
            let CloseCall { function, data, conn } = call;
            function.call(&conn, reason.0, &data);
            drop(data);
            // A call in progress may have no other reference.
            keep_for_call(conn);
        })
    };
    Ok(register(conn, function.address(), Box::new(make))?)
}

/// Ends what [`set_close_callback`] began.
pub(crate) fn clear_close_callback<T: Closes>(
    conn: In<'_, T>,
    cb: T::Function,
    unregister: impl FnOnce(&T, usize) -> oxivirt::Result<()>,
) -> Result<()> {
    let conn = conn.get()?;
    let function = Closed::<T>::new(cb, "cb")?;
    // Freeing the data may give up the caller's reference.
    let _alive = conn.counted();
    Ok(unregister(conn, function.address())?)
}
