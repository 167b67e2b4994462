//! Weights and limits of a domain's disk traffic: of the domain as a whole, and of one disk.
use super::super::checks::{one_impact, settings};
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, CallerParams, In, InStr, Out, Status, answered, not_negative, positive};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_protocol::remote;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetBlkioParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let params = CallerParams::new(params, nparams)?;
    let flags = dom.conn().with_strings(flags)?;
    one_impact(flags)?;
    let args = remote::DomainGetBlkioParametersArgs { dom: dom.wire(), nparams: params.room(), flags };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_blkio_parameters(&mut call, &args)?;
    let supported = answered(ret.nparams, "nparams")?;
    params.store(&ret.params, supported)
}

#[entry]
fn virDomainSetBlkioParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    params.present("params")?;
    not_negative(nparams, "nparams")?;
    let params = settings(dom, params, nparams)?;
    let args = remote::DomainSetBlkioParametersArgs { dom: dom.wire(), params, flags };
    dom.ask(|driver, call| driver.domain_set_blkio_parameters(call, &args))
}

#[entry]
fn virDomainGetBlockIoTune(
    domain: In<'_, Domain>,
    disk: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let params = CallerParams::new(params, nparams)?;
    if params.room() != 0 {
        disk.get("disk")?;
    }
    let flags = dom.conn().with_strings(flags)?;
    one_impact(flags)?;
    let args = remote::DomainGetBlockIoTuneArgs {
        dom: dom.wire(),
        disk: disk.opt().map(Into::into),
        nparams: params.room(),
        flags,
    };
    let mut call = dom.call();
    let ret = dom.driver().domain_get_block_io_tune(&mut call, &args)?;
    let supported = answered(ret.nparams, "nparams")?;
    params.store(&ret.params, supported)
}

#[entry]
fn virDomainSetBlockIoTune(
    domain: In<'_, Domain>,
    disk: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    let disk = disk.get("disk")?.into();
    positive(nparams, "nparams")?;
    params.present("params")?;
    let params = settings(dom, params, nparams)?;
    let args = remote::DomainSetBlockIoTuneArgs { dom: dom.wire(), disk, params, flags };
    dom.ask(|driver, call| driver.domain_set_block_io_tune(call, &args))
}
