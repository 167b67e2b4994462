//! libvirt-event.h: the process's event loop. Failures here set no error, as in the stock library: -1 says it all.
use crate::abi::ctypes::{
    virEventAddHandleFunc, virEventAddTimeoutFunc, virEventHandleCallback, virEventRemoveHandleFunc,
    virEventRemoveTimeoutFunc, virEventTimeoutCallback, virEventUpdateHandleFunc, virEventUpdateTimeoutFunc,
    virFreeCallback,
};
use crate::abi::{self, Fault, ForeignLoop, Number, Status};
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorCode, ErrorDomain};
use std::ffi::{c_int, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::EVENT;

fn failed(what: &str) -> Fault {
    Error::new(FROM, ErrorCode::INTERNAL_ERROR, what).into()
}

#[entry]
fn virEventRegisterDefaultImpl() -> Status {
    abi::initialise()?;
    abi::register_default();
    Ok(())
}

#[entry]
fn virEventRunDefaultImpl() -> Status {
    if !abi::run_default() {
        return Err(failed("the event loop could not wait for its descriptors"));
    }
    Ok(())
}

#[entry(keep_error)]
fn virEventRegisterImpl(
    add_handle: virEventAddHandleFunc,
    update_handle: virEventUpdateHandleFunc,
    remove_handle: virEventRemoveHandleFunc,
    add_timeout: virEventAddTimeoutFunc,
    update_timeout: virEventUpdateTimeoutFunc,
    remove_timeout: virEventRemoveTimeoutFunc,
) {
    abi::register_foreign(ForeignLoop {
        add_handle,
        update_handle,
        remove_handle,
        add_timeout,
        update_timeout,
        remove_timeout,
    });
    Ok(())
}

#[entry(keep_error)]
fn virEventAddHandle(
    fd: c_int,
    events: c_int,
    cb: virEventHandleCallback,
    opaque: *mut c_void,
    ff: virFreeCallback,
) -> Number {
    Ok(abi::add_handle(fd, events, cb, opaque, ff))
}

#[entry(keep_error)]
fn virEventUpdateHandle(watch: c_int, events: c_int) {
    abi::update_handle(watch, events);
    Ok(())
}

#[entry(keep_error)]
fn virEventRemoveHandle(watch: c_int) -> Number {
    Ok(abi::remove_handle(watch))
}

#[entry(keep_error)]
fn virEventAddTimeout(timeout: c_int, cb: virEventTimeoutCallback, opaque: *mut c_void, ff: virFreeCallback) -> Number {
    Ok(abi::add_timeout(timeout, cb, opaque, ff))
}

#[entry(keep_error)]
fn virEventUpdateTimeout(timer: c_int, timeout: c_int) {
    abi::update_timeout(timer, timeout);
    Ok(())
}

#[entry(keep_error)]
fn virEventRemoveTimeout(timer: c_int) -> Number {
    Ok(abi::remove_timeout(timer))
}
