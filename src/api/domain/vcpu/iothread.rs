//! I/O threads: host threads that serve a domain's disks.
use super::super::checks::{not_zero, one_impact, settings};
use super::FROM;
use super::pinning::one_map;
use crate::abi::ctypes::{virDomainIOThreadInfo, virTypedParameter};
use crate::abi::{Array, Count, In, Out, Status, answered_with, give_iothreads, positive};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::remote;
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
    one_impact(flags)?;
    let args = remote::DomainGetIothreadInfoArgs { dom: dom.wire(), flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_iothread_info(&mut call, &args)?;
    answered_with(ret.ret, ret.info.len(), "ret")?;
    give_iothreads(&ret.info, info)
}

#[entry(keep_error)]
fn virDomainIOThreadInfoFree(info: Out<'_, virDomainIOThreadInfo>) {
    info.free();
    Ok(())
}

#[entry]
fn virDomainAddIOThread(domain: In<'_, Domain>, iothread_id: c_uint, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainAddIothreadArgs { dom: dom.wire(), iothread_id, flags };
    dom.ask(|driver, call| driver.domain_add_iothread(call, &args))
}

#[entry]
fn virDomainDelIOThread(domain: In<'_, Domain>, iothread_id: c_uint, flags: c_uint) -> Status {
    let dom = domain.for_write()?;
    not_zero(iothread_id, "iothread_id")?;
    let args = remote::DomainDelIothreadArgs { dom: dom.wire(), iothread_id, flags };
    dom.ask(|driver, call| driver.domain_del_iothread(call, &args))
}

#[entry]
fn virDomainPinIOThread(
    domain: In<'_, Domain>,
    iothread_id: c_uint,
    cpumap: Array<'_, u8>,
    maplen: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    let args = remote::DomainPinIothreadArgs {
        dom: dom.wire(),
        iothreads_id: iothread_id,
        cpumap: one_map(cpumap, maplen)?,
        flags,
    };
    dom.ask(|driver, call| driver.domain_pin_iothread(call, &args))
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
    params.present("params")?;
    positive(nparams, "nparams")?;
    let args = remote::DomainSetIothreadParamsArgs {
        dom: dom.wire(),
        iothread_id,
        params: settings(dom, params, nparams)?,
        flags,
    };
    dom.ask(|driver, call| driver.domain_set_iothread_params(call, &args))
}
