//! Block jobs: commit, copy, pull, rebase, and what can be done to a running one. Bandwidth is MiB/s unless a flag says
//! bytes/s.
use crate::abi::ctypes::{virDomainBlockJobInfo, virTypedParameter};
use crate::abi::{Array, In, InStr, Out, Status, Truth, ULong, block_job_info};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use std::ffi::{c_int, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainBlockCommit(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    base: InStr<'_>,
    top: InStr<'_>,
    bandwidth: ULong,
    flags: c_uint,
) -> Status {
    let dom = dom.for_write()?;
    Ok(dom.block_commit(disk.get("disk")?, base.opt(), top.opt(), bandwidth.into(), flags)?)
}

#[entry]
fn virDomainBlockCopy(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    destxml: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_int,
    flags: c_uint,
) -> Status {
    let dom = dom.for_write()?;
    Ok(dom.block_copy(disk.get("disk")?, destxml.get("destxml")?, &params.options(nparams)?, flags)?)
}

#[entry]
fn virDomainBlockPull(dom: In<'_, Domain>, disk: InStr<'_>, bandwidth: ULong, flags: c_uint) -> Status {
    Ok(dom.for_write()?.block_pull(disk.get("disk")?, bandwidth.into(), flags)?)
}

#[entry]
fn virDomainBlockRebase(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    base: InStr<'_>,
    bandwidth: ULong,
    flags: c_uint,
) -> Status {
    Ok(dom.for_write()?.block_rebase(disk.get("disk")?, base.opt(), bandwidth.into(), flags)?)
}

#[entry]
fn virDomainBlockJobAbort(dom: In<'_, Domain>, disk: InStr<'_>, flags: c_uint) -> Status {
    Ok(dom.for_write()?.block_job_abort(disk.get("disk")?, flags)?)
}

#[entry]
fn virDomainBlockJobSetSpeed(dom: In<'_, Domain>, disk: InStr<'_>, bandwidth: ULong, flags: c_uint) -> Status {
    Ok(dom.for_write()?.block_job_set_speed(disk.get("disk")?, bandwidth.into(), flags)?)
}

#[entry]
fn virDomainGetBlockJobInfo(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    info: Out<'_, virDomainBlockJobInfo>,
    flags: c_uint,
) -> Truth {
    info.zero();
    let dom = dom.get()?;
    let disk = disk.get("disk")?;
    let info = info.get("info")?;
    let job = dom.block_job_info(disk, flags)?.map(block_job_info).transpose()?;
    job.iter().for_each(|&job| info.write(job));
    Ok(job.is_some())
}
