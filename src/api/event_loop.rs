//! Entry points: event_loop.
use crate::abi::Status;
use crate::abi::ctypes::{
    virEventAddHandleFunc, virEventAddTimeoutFunc, virEventHandleCallback,
    virEventRemoveHandleFunc, virEventRemoveTimeoutFunc, virEventTimeoutCallback,
    virEventUpdateHandleFunc, virEventUpdateTimeoutFunc, virFreeCallback,
};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::EVENT;

#[entry(stub = "pending")]
fn virEventAddHandle(
    fd: c_int,
    events: c_int,
    cb: virEventHandleCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> Status {
}

#[entry(stub = "pending")]
fn virEventAddTimeout(
    timeout: c_int,
    cb: virEventTimeoutCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> Status {
}

#[entry(stub = "pending")]
fn virEventRegisterDefaultImpl() -> Status {}

#[entry(stub = "pending")]
fn virEventRegisterImpl(
    add_handle: virEventAddHandleFunc,
    update_handle: virEventUpdateHandleFunc,
    remove_handle: virEventRemoveHandleFunc,
    add_timeout: virEventAddTimeoutFunc,
    update_timeout: virEventUpdateTimeoutFunc,
    remove_timeout: virEventRemoveTimeoutFunc,
) {
}

#[entry(stub = "pending")]
fn virEventRemoveHandle(watch: c_int) -> Status {}

#[entry(stub = "pending")]
fn virEventRemoveTimeout(timer: c_int) -> Status {}

#[entry(stub = "pending")]
fn virEventRunDefaultImpl() -> Status {}

#[entry(stub = "pending")]
fn virEventUpdateHandle(watch: c_int, events: c_int) {}

#[entry(stub = "pending")]
fn virEventUpdateTimeout(timer: c_int, timeout: c_int) {}
