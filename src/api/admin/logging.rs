//! libvirt-admin.h: where a daemon writes its log, and what of it.
use super::FROM;
use crate::abi::{Count, In, InStr, Out, Status, count};
use crate::objects::AdmConnection;
use oxivirt_entry_macro::entry;
use std::ffi::{c_char, c_uint};
use std::ptr::null_mut;

#[entry(private)]
fn virAdmConnectGetLoggingFilters(conn: In<'_, AdmConnection>, filters: Out<'_, *mut c_char>, flags: c_uint) -> Count {
    let (number, texts) = conn.get()?.logging_filters(flags)?;
    let number = count(number as usize)?;
    match texts {
        Some(text) => filters.write_string(text.as_bytes())?,
        None => filters.write(null_mut()),
    }
    Ok(number)
}

#[entry(private)]
fn virAdmConnectGetLoggingOutputs(conn: In<'_, AdmConnection>, outputs: Out<'_, *mut c_char>, flags: c_uint) -> Count {
    let (number, texts) = conn.get()?.logging_outputs(flags)?;
    let number = count(number as usize)?;
    outputs.write_string(texts.as_bytes())?;
    Ok(number)
}

#[entry(private)]
fn virAdmConnectSetLoggingFilters(conn: In<'_, AdmConnection>, filters: InStr<'_>, flags: c_uint) -> Status {
    Ok(conn.get()?.set_logging_filters(filters.opt(), flags)?)
}

#[entry(private)]
fn virAdmConnectSetLoggingOutputs(conn: In<'_, AdmConnection>, outputs: InStr<'_>, flags: c_uint) -> Status {
    Ok(conn.get()?.set_logging_outputs(outputs.opt(), flags)?)
}
