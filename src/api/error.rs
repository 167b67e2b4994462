//! virterror.h: the last error of the thread and of a connection, and what is called when one is raised.
use crate::abi::ctypes::{virError, virErrorFunc};
use crate::abi::{self, ErrorArgument, ErrorPointer, In, LentStr, Number, Out};
use crate::objects::Connection;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_void};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NONE;

#[entry(keep_error)]
fn virConnCopyLastError(conn: In<'_, Connection>, to: Out<'_, virError>) -> Number {
    to.zero();
    Ok(conn.find().filter(|_| !to.is_null()).map_or(-1, |c| c.local().copy_to(to)))
}

#[entry(keep_error)]
fn virConnGetLastError(conn: In<'_, Connection>) -> ErrorPointer {
    Ok(conn.find().map_or_else(ErrorPointer::none, |c| c.local().pointer()))
}

#[entry(keep_error)]
fn virConnResetLastError(conn: In<'_, Connection>) {
    if let Some(conn) = conn.find() {
        conn.local().reset();
    }
    Ok(())
}

#[entry(keep_error)]
fn virConnSetErrorFunc(conn: In<'_, Connection>, user_data: *mut c_void, handler: virErrorFunc) {
    if let Some(conn) = conn.find() {
        conn.local().set_handler(handler, user_data);
    }
    Ok(())
}

#[entry(keep_error)]
fn virCopyLastError(to: Out<'_, virError>) -> Number {
    Ok(if to.is_null() { -1 } else { abi::copy_last(to) })
}

#[entry(keep_error)]
fn virDefaultErrorFunc(err: ErrorArgument) {
    abi::print_default(err.get());
    Ok(())
}

#[entry(keep_error)]
fn virFreeError(err: ErrorArgument) {
    err.free();
    Ok(())
}

#[entry(keep_error)]
fn virGetLastError() -> ErrorPointer {
    Ok(ErrorPointer::last())
}

#[entry(keep_error)]
fn virGetLastErrorCode() -> Number {
    let code: c_int = abi::last_code_and_domain().0;
    Ok(code)
}

#[entry(keep_error)]
fn virGetLastErrorDomain() -> Number {
    Ok(abi::last_code_and_domain().1)
}

#[entry(keep_error)]
fn virGetLastErrorMessage() -> LentStr {
    Ok(abi::last_message())
}

#[entry(keep_error)]
fn virResetError(err: ErrorArgument) {
    err.reset();
    Ok(())
}

#[entry]
fn virResetLastError() {
    Ok(())
}

#[entry(keep_error)]
fn virSaveLastError() -> ErrorPointer {
    Ok(ErrorPointer::saved())
}

#[entry(keep_error)]
fn virSetErrorFunc(user_data: *mut c_void, handler: virErrorFunc) {
    abi::set_global_handler(handler, user_data);
    Ok(())
}

/// How many handles exist: what a leak test looks at when a program ends.
#[entry(private, keep_error)]
fn live_handles() -> Number {
    Ok(c_int::try_from(abi::live_handles()).unwrap_or(c_int::MAX))
}
