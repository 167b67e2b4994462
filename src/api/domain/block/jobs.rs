//! Block jobs: commit, copy, pull, rebase, and what can be done to a running one. Bandwidth is MiB/s unless a flag says
//! bytes/s.
use crate::abi::ctypes::{
    VIR_DOMAIN_BLOCK_REBASE_COPY, VIR_DOMAIN_BLOCK_REBASE_COPY_DEV, VIR_DOMAIN_BLOCK_REBASE_COPY_RAW,
    VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT, VIR_DOMAIN_BLOCK_REBASE_SHALLOW, virDomainBlockJobInfo, virTypedParameter,
};
use crate::abi::{Array, Fault, In, InStr, Out, Status, Truth, ULong, not_negative};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, message};
use oxivirt_protocol::remote;
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
    let args = remote::DomainBlockCommitArgs {
        dom: dom.wire(),
        disk: disk.get("disk")?.into(),
        base: base.opt().map(Into::into),
        top: top.opt().map(Into::into),
        bandwidth: bandwidth.into(),
        flags,
    };
    dom.ask(|driver, call| driver.domain_block_commit(call, &args))
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
    let path = disk.get("disk")?.into();
    let destxml = destxml.get("destxml")?.into();
    not_negative(nparams, "nparams")?;
    let params = params.to_wire(nparams)?;
    let args = remote::DomainBlockCopyArgs { dom: dom.wire(), path, destxml, params, flags };
    dom.ask(|driver, call| driver.domain_block_copy(call, &args))
}

#[entry]
fn virDomainBlockPull(dom: In<'_, Domain>, disk: InStr<'_>, bandwidth: ULong, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let path = disk.get("disk")?.into();
    let args = remote::DomainBlockPullArgs { dom: dom.wire(), path, bandwidth: bandwidth.into(), flags };
    dom.ask(|driver, call| driver.domain_block_pull(call, &args))
}

#[entry]
fn virDomainBlockRebase(
    dom: In<'_, Domain>,
    disk: InStr<'_>,
    base: InStr<'_>,
    bandwidth: ULong,
    flags: c_uint,
) -> Status {
    const COPY_ONLY: c_uint = VIR_DOMAIN_BLOCK_REBASE_SHALLOW
        | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT
        | VIR_DOMAIN_BLOCK_REBASE_COPY_RAW
        | VIR_DOMAIN_BLOCK_REBASE_COPY_DEV;
    let dom = dom.for_write()?;
    let path = disk.get("disk")?.into();
    if flags & VIR_DOMAIN_BLOCK_REBASE_COPY != 0 {
        base.get("base")?;
    } else if flags & COPY_ONLY != 0 {
        return Err(Fault::Invalid("flags", message!("use of flags requires a copy job")));
    }
    let base = base.opt().map(Into::into);
    let args = remote::DomainBlockRebaseArgs { dom: dom.wire(), path, base, bandwidth: bandwidth.into(), flags };
    dom.ask(|driver, call| driver.domain_block_rebase(call, &args))
}

#[entry]
fn virDomainBlockJobAbort(dom: In<'_, Domain>, disk: InStr<'_>, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let path = disk.get("disk")?.into();
    let args = remote::DomainBlockJobAbortArgs { dom: dom.wire(), path, flags };
    dom.ask(|driver, call| driver.domain_block_job_abort(call, &args))
}

#[entry]
fn virDomainBlockJobSetSpeed(dom: In<'_, Domain>, disk: InStr<'_>, bandwidth: ULong, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let path = disk.get("disk")?.into();
    let args = remote::DomainBlockJobSetSpeedArgs { dom: dom.wire(), path, bandwidth: bandwidth.into(), flags };
    dom.ask(|driver, call| driver.domain_block_job_set_speed(call, &args))
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
    let path = disk.get("disk")?.into();
    let info = info.get("info")?;
    let args = remote::DomainGetBlockJobInfoArgs { dom: dom.wire(), path, flags };
    let ret = dom.ask(|driver, call| driver.domain_get_block_job_info(call, &args))?;
    if ret.found == 0 {
        return Ok(false);
    }
    let bandwidth = ULong::from_wire(ret.bandwidth)?.into_c();
    info.write(virDomainBlockJobInfo { type_: ret.r#type, bandwidth, cur: ret.cur, end: ret.end });
    Ok(true)
}
