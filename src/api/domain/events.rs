//! Entry points: domain, events.
use crate::abi::ctypes::{
    virConnectDomainEventCallback, virConnectDomainEventGenericCallback, virFreeCallback,
};
use crate::abi::{In, Status};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry(stub = "events")]
fn virConnectDomainEventDeregister(
    conn: In<'_, Connection>,
    cb: virConnectDomainEventCallback,
) -> Status {
}

#[entry(stub = "events")]
fn virConnectDomainEventDeregisterAny(conn: In<'_, Connection>, callbackid: c_int) -> Status {}

#[entry(stub = "events")]
fn virConnectDomainEventRegister(
    conn: In<'_, Connection>,
    cb: virConnectDomainEventCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
}

#[entry(stub = "events")]
fn virConnectDomainEventRegisterAny(
    conn: In<'_, Connection>,
    dom: In<'_, Domain>,
    eventid: c_int,
    cb: virConnectDomainEventGenericCallback,
    opaque: *mut c_void,
    freecb: virFreeCallback,
) -> Status {
}
