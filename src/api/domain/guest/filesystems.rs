//! A guest's file systems: freeze, thaw, trim, list.
use super::FROM;
use crate::abi::ctypes::virDomainFSInfo;
use crate::abi::{Count, FsInfoArgument, Handle, In, InStr, InStrings, Out, Result, Status, give_structs};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_protocol::remote::Procedure;
use std::ffi::{CStr, c_uint, c_ulonglong};
use std::ptr::null_mut;

#[entry]
fn virDomainFSFreeze(dom: In<'_, Domain>, mountpoints: InStrings<'_>, nmountpoints: c_uint, flags: c_uint) -> Count {
    let dom = dom.for_write()?;
    Ok(dom.fs_freeze(paths(dom, Procedure::DOMAIN_FSFREEZE, mountpoints, nmountpoints)?, flags)?)
}

#[entry]
fn virDomainFSThaw(dom: In<'_, Domain>, mountpoints: InStrings<'_>, nmountpoints: c_uint, flags: c_uint) -> Count {
    let dom = dom.for_write()?;
    Ok(dom.fs_thaw(paths(dom, Procedure::DOMAIN_FSTHAW, mountpoints, nmountpoints)?, flags)?)
}

/// The caller's paths: none may be NULL.
fn paths<'a>(dom: &Handle<Domain>, procedure: Procedure, list: InStrings<'a>, len: c_uint) -> Result<Vec<&'a CStr>> {
    if len > 0 {
        list.present("mountpoints")?;
    }
    list.admitted("mountpoints", len, dom.connection().session(), procedure)
}

#[entry]
fn virDomainFSTrim(dom: In<'_, Domain>, mount_point: InStr<'_>, minimum: c_ulonglong, flags: c_uint) -> Status {
    Ok(dom.get()?.fs_trim(mount_point.opt(), minimum, flags)?)
}

#[entry]
fn virDomainGetFSInfo(dom: In<'_, Domain>, info: Out<'_, *mut *mut virDomainFSInfo>, flags: c_uint) -> Count {
    let dom = dom.for_write()?;
    let info = info.get("info")?;
    info.write(null_mut());
    give_structs(&dom.fs_info(flags)?, info)
}

#[entry(keep_error)]
fn virDomainFSInfoFree(info: FsInfoArgument) {
    info.free();
    Ok(())
}
