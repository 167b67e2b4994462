//! A guest's file systems: freeze, thaw, trim, list.
use crate::abi::ctypes::virDomainFSInfo;
use crate::abi::{
    Count, Fault, FsInfoArgument, Handle, In, InStr, InStrings, Out, Status, answered, answered_with, give_fs_infos,
};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use oxivirt_xdr::Str;
use std::ffi::{c_uint, c_ulonglong};
use std::ptr::null_mut;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainFSFreeze(dom: In<'_, Domain>, mountpoints: InStrings<'_>, nmountpoints: c_uint, flags: c_uint) -> Count {
    let dom = dom.for_write()?;
    let mountpoints = paths(dom, remote::Procedure::DOMAIN_FSFREEZE, mountpoints, nmountpoints)?;
    let args = remote::DomainFsfreezeArgs { dom: dom.wire(), mountpoints, flags };
    let ret = dom.ask(|driver, call| driver.domain_fsfreeze(call, &args))?;
    answered(ret.filesystems, "filesystems")
}

#[entry]
fn virDomainFSThaw(dom: In<'_, Domain>, mountpoints: InStrings<'_>, nmountpoints: c_uint, flags: c_uint) -> Count {
    let dom = dom.for_write()?;
    let mountpoints = paths(dom, remote::Procedure::DOMAIN_FSTHAW, mountpoints, nmountpoints)?;
    let args = remote::DomainFsthawArgs { dom: dom.wire(), mountpoints, flags };
    let ret = dom.ask(|driver, call| driver.domain_fsthaw(call, &args))?;
    answered(ret.filesystems, "filesystems")
}

fn paths<'a>(
    dom: &Handle<Domain>,
    procedure: remote::Procedure,
    list: InStrings<'a>,
    len: c_uint,
) -> Result<Vec<Str<'a>>, Fault> {
    if len > 0 {
        list.present("mountpoints")?;
    }
    dom.driver().admits(procedure, len as usize)?;
    Ok(list.get("mountpoints", len)?.into_iter().map(Into::into).collect())
}

#[entry]
fn virDomainFSTrim(dom: In<'_, Domain>, mount_point: InStr<'_>, minimum: c_ulonglong, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let mount_point = mount_point.opt().map(Into::into);
    let args = remote::DomainFstrimArgs { dom: dom.wire(), mount_point, minimum, flags };
    dom.ask(|driver, call| driver.domain_fstrim(call, &args))
}

#[entry]
fn virDomainGetFSInfo(dom: In<'_, Domain>, info: Out<'_, *mut *mut virDomainFSInfo>, flags: c_uint) -> Count {
    let dom = dom.for_write()?;
    let info = info.get("info")?;
    info.write(null_mut());
    let mut call = dom.call();
    let args = remote::DomainGetFsinfoArgs { dom: dom.wire(), flags };
    let ret = dom.driver().domain_get_fsinfo(&mut call, &args)?;
    answered_with(ret.ret, ret.info.len(), "ret")?;
    give_fs_infos(&ret.info, info)
}

#[entry(keep_error)]
fn virDomainFSInfoFree(info: FsInfoArgument) {
    info.free();
    Ok(())
}
