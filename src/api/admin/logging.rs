//! libvirt-admin.h: where a daemon writes its log, and what of it.
use super::FROM;
use crate::abi::{Count, In, InStr, Out, Status, count};
use crate::objects::{AdmConnection, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::admin;
use oxivirt_xdr::Str;
use std::ffi::{c_char, c_uint};
use std::ptr::null_mut;

#[entry(private)]
fn virAdmConnectGetLoggingFilters(conn: In<'_, AdmConnection>, filters: Out<'_, *mut c_char>, flags: c_uint) -> Count {
    let conn = conn.get()?;
    let args = admin::ConnectGetLoggingFiltersArgs { flags };
    let mut call = conn.call();
    let ret = conn.driver().admin_connect_get_logging_filters(&mut call, &args)?;
    let number = count(ret.nfilters as usize)?;
    match &ret.filters {
        Some(text) => filters.write_string(text.as_bytes())?,
        None => filters.write(null_mut()),
    }
    Ok(number)
}

#[entry(private)]
fn virAdmConnectGetLoggingOutputs(conn: In<'_, AdmConnection>, outputs: Out<'_, *mut c_char>, flags: c_uint) -> Count {
    let conn = conn.get()?;
    let args = admin::ConnectGetLoggingOutputsArgs { flags };
    let mut call = conn.call();
    let ret = conn.driver().admin_connect_get_logging_outputs(&mut call, &args)?;
    let number = count(ret.noutputs as usize)?;
    outputs.write_string(ret.outputs.as_bytes())?;
    Ok(number)
}

#[entry(private)]
fn virAdmConnectSetLoggingFilters(conn: In<'_, AdmConnection>, filters: InStr<'_>, flags: c_uint) -> Status {
    let conn = conn.get()?;
    let filters = filters.opt().map(Str::from);
    let args = admin::ConnectSetLoggingFiltersArgs { filters, flags };
    conn.ask(|driver, call| driver.admin_connect_set_logging_filters(call, &args))
}

#[entry(private)]
fn virAdmConnectSetLoggingOutputs(conn: In<'_, AdmConnection>, outputs: InStr<'_>, flags: c_uint) -> Status {
    let conn = conn.get()?;
    let outputs = outputs.opt().map(Str::from);
    let args = admin::ConnectSetLoggingOutputsArgs { outputs, flags };
    conn.ask(|driver, call| driver.admin_connect_set_logging_outputs(call, &args))
}
