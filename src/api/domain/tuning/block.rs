//! Weights and limits of a domain's disk traffic: of the domain as a whole, and of one disk.
use super::FROM;
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, CallerParams, In, InStr, Out, Status};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::{c_int, c_uint};

#[entry]
fn virDomainGetBlkioParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: Out<'_, c_int>,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    CallerParams::new(params, nparams)?.fill(|max| dom.blkio_parameters_of(max, flags))
}

#[entry]
fn virDomainSetBlkioParameters(
    domain: In<'_, Domain>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    Ok(dom.set_blkio_parameters(&params.settings_or_none(nparams)?, flags)?)
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
    params.fill(|max| dom.block_io_tune_of(disk.opt(), max, flags))
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
    Ok(dom.set_block_io_tune(disk.get("disk")?, &params.settings_by_number(nparams)?, flags)?)
}
