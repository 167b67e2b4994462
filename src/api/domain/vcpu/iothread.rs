//! I/O threads: host threads that serve a domain's disks.
use super::FROM;
use crate::abi::ctypes::{virDomainIOThreadInfo, virTypedParameter};
use crate::abi::{Array, Count, In, Out, Status, give_structs};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint};
use std::ptr::null_mut;

#[entry]
fn virDomainGetIOThreadInfo(
    dom: In<'_, Domain>,
    info: Out<'_, *mut *mut virDomainIOThreadInfo>,
    flags: c_uint,
) -> Count {
    let dom = dom.get()?;
    let info = info.get("info")?;
    info.write(null_mut());
    give_structs(&dom.io_thread_info(flags)?, info)
}

#[entry(keep_error)]
fn virDomainIOThreadInfoFree(info: Out<'_, virDomainIOThreadInfo>) {
    info.free();
    Ok(())
}

#[entry]
fn virDomainAddIOThread(domain: In<'_, Domain>, iothread_id: c_uint, flags: c_uint) -> Status {
    Ok(domain.get()?.add_io_thread(iothread_id, flags)?)
}

#[entry]
fn virDomainDelIOThread(domain: In<'_, Domain>, iothread_id: c_uint, flags: c_uint) -> Status {
    Ok(domain.get()?.del_io_thread(iothread_id, flags)?)
}

#[entry]
fn virDomainPinIOThread(
    domain: In<'_, Domain>,
    iothread_id: c_uint,
    cpumap: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Status {
    Ok(domain.for_write()?.pin_io_thread(iothread_id, cpumap.cpu_map(maplen)?, flags)?)
}

#[entry]
fn virDomainSetIOThreadParams(
    domain: In<'_, Domain>,
    iothread_id: c_uint,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    Ok(dom.set_io_thread_params(iothread_id, &params.settings(nparams)?, flags)?)
}
