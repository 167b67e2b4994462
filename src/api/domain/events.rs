//! Entry points: domain, events.
use crate::abi::ctypes::{virConnectDomainEventCallback, virConnectDomainEventGenericCallback, virFreeCallback};
use crate::abi::{Count, In, Status};
use crate::objects::{
    Connection, Domain, EventClass, EventSource, subscribe, subscribe_legacy, unsubscribe, unsubscribe_legacy,
};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virConnectDomainEventRegister(
    conn: In<'_, Connection>,
    cb: virConnectDomainEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
    subscribe_legacy(conn, cb, (opaque, freecb))
}

#[entry]
fn virConnectDomainEventDeregister(conn: In<'_, Connection>, cb: virConnectDomainEventCallback) -> Status {
    unsubscribe_legacy(conn, cb)
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
    subscribe((conn, dom), EventSource::Domain, eventid, cb, (opaque, freecb))
}

#[entry]
fn virConnectDomainEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {
    unsubscribe(conn, EventClass::Domain, callbackid)
}
