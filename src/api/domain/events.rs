//! Entry points: domain, events.
use crate::abi::ctypes::{
    VIR_DOMAIN_EVENT_ID_LAST, VIR_DOMAIN_EVENT_ID_LIFECYCLE, virConnectDomainEventCallback,
    virConnectDomainEventGenericCallback, virFreeCallback,
};
use crate::abi::{Count, Fault, Function, Handle, In, Result, Status, UserData, not_negative};
use crate::objects::{Class, Connection, Domain, HasDriver, Subscribes, Subscription, uuid_key};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, message};
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// What the functions without an id subscribe to.
const LIFECYCLE: i32 = VIR_DOMAIN_EVENT_ID_LIFECYCLE.cast_signed();
/// How many events there are.
const LAST: c_int = VIR_DOMAIN_EVENT_ID_LAST.cast_signed();

/// Has the daemon call back; its id where it filters.
fn ask(conn: &Handle<Connection>, event_id: i32, dom: Option<&Handle<Domain>>) -> Result<Option<i32>> {
    let mut call = conn.call();
    if conn.driver().filters_events() {
        let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id, dom: dom.map(|d| d.wire()) };
        let ret = conn.driver().connect_domain_event_callback_register_any(&mut call, &args)?;
        return Ok(Some(ret.callback_id));
    }
    let args = remote::ConnectDomainEventRegisterAnyArgs { event_id };
    conn.driver().connect_domain_event_register_any(&mut call, &args)?;
    Ok(None)
}

/// Ends what [`ask`] began.
fn tell(conn: &Handle<Connection>, event_id: i32, callback_id: i32) -> Result<()> {
    let mut call = conn.call();
    if conn.driver().filters_events() {
        let args = remote::ConnectDomainEventCallbackDeregisterAnyArgs { callback_id };
        conn.driver().connect_domain_event_callback_deregister_any(&mut call, &args)?;
    } else {
        let args = remote::ConnectDomainEventDeregisterAnyArgs { event_id };
        conn.driver().connect_domain_event_deregister_any(&mut call, &args)?;
    }
    Ok(())
}

#[entry]
fn virConnectDomainEventRegister(
    conn: In<'_, Connection>,
    cb: virConnectDomainEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
    let conn = conn.get()?;
    let what = Subscription {
        class: Class::Domain,
        event: LIFECYCLE,
        key: None,
        function: Function::new(cb, "cb")?,
        data: UserData::new(opaque, freecb),
    };
    conn.subscribe_function_legacy(what, || {
        if conn.driver().filters_events() {
            return ask(conn, LIFECYCLE, None);
        }
        // What the daemon answers was never filled in.
        conn.ask(|driver, call| driver.connect_domain_event_register(call))?;
        Ok(None)
    })
}

#[entry]
fn virConnectDomainEventDeregister(conn: In<'_, Connection>, cb: virConnectDomainEventCallback) -> Status {
    let conn = conn.get()?;
    let function = Function::new(cb, "cb")?;
    conn.unsubscribe_function_legacy(Class::Domain, LIFECYCLE, function, |event, remote| {
        if conn.driver().filters_events() {
            return tell(conn, event, remote);
        }
        conn.ask(|driver, call| driver.connect_domain_event_deregister(call))?;
        Ok(())
    })
}

#[entry]
fn virConnectDomainEventRegisterAny(
    conn: In<'_, Connection>,
    dom: In<'_, Domain>,
    eventid: c_int,
    cb: virConnectDomainEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Count {
    let conn = conn.get()?;
    let dom = dom.opt()?;
    if let Some(dom) = dom.filter(|d| !d.is_on(conn)) {
        let name = dom.name().to_string_lossy();
        let text = message!("domain '%1$s' must match connection", name);
        return Err(Fault::Invalid("dom", text));
    }
    let function = Function::new(cb, "cb")?;
    not_negative(eventid, "eventID")?;
    if eventid >= LAST {
        let text = message!("eventID must be less than %1$d", LAST);
        return Err(Fault::Invalid("eventID", text));
    }
    let what = Subscription {
        class: Class::Domain,
        event: eventid,
        key: dom.map(|d| uuid_key(d.uuid())),
        function,
        data: UserData::new(opaque, freecb),
    };
    conn.subscribe_function(what, || ask(conn, eventid, dom))
}

#[entry]
fn virConnectDomainEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    let conn = conn.get()?;
    not_negative(callbackid, "callbackID")?;
    conn.unsubscribe_function(callbackid, |event, remote| tell(conn, event, remote))
}
