//! Long operations on disks: pull, commit, copy. A job gets ahead by one step each time somebody asks for it, so that a program sees
//! the same progress each time. Rules, errors and events are those of the QEMU driver; no image is looked at.
mod chain;
mod work;

use super::definition::Definition;
use super::{Domain, check_flags};
use crate::FROM;
use crate::driver::Driver;
use crate::session::TestSession;
use chain::Chain;
use oxivirt_driver_common::errors;
use oxivirt_driver_common::params::{self, ParamType};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainBlockJob;
use oxivirt_protocol::{Call, remote};
use oxivirt_xdr::Str;
use oxivirt_xml::domain::devices::disk::{Disk, DriverFormat};
use oxivirt_xml::domain::source::{FileFormat, SourceKind, StorageSource};
use oxivirt_xml::element::{Context, Element};
use oxivirt_xml::tree::Document;
pub(crate) use work::BlockJob;
use work::Work;

fn refuse<T>(code: ErrorCode, text: Vec<u8>) -> Result<T> {
    Err(Error::new(FROM, code, text))
}

fn invalid<T>(text: Vec<u8>) -> Result<T> {
    refuse(ErrorCode::INVALID_ARG, text)
}

/// Returns a bandwidth in bytes per second, which is told in MiB/s unless `bytes`.
fn speed(bandwidth: u64, bytes: bool) -> Result<u64> {
    const MOST: u64 = i64::MAX.unsigned_abs() >> 20;
    if bytes {
        return Ok(bandwidth);
    }
    if bandwidth > MOST {
        return refuse(ErrorCode::OVERFLOW, message!("bandwidth must be less than %1$llu", MOST));
    }
    Ok(bandwidth << 20)
}

/// Returns where the disk stands of that target or path.
fn disk_at(definition: &Definition, name: &str) -> Result<usize> {
    match definition.disk_by_name(name) {
        Some(at) => Ok(at),
        None => invalid(message!("disk '%1$s' not found in domain", name)),
    }
}

/// Returns the disk of a domain that runs, and its target.
fn disk<'d>(domain: &'d Domain, name: &str) -> Result<(&'d Disk, String)> {
    domain.check_active()?;
    let at = disk_at(&domain.definition, name)?;
    let disk = domain.definition.devices.disks.get(at);
    let disk = disk.ok_or_else(|| errors::internal(FROM, "the disk is gone"))?;
    Ok((disk, disk.target.dev.clone().unwrap_or_default()))
}

/// Returns a disk that a job may begin on.
fn free_disk<'d>(domain: &'d Domain, name: &str) -> Result<(&'d Disk, String)> {
    let (disk, target) = disk(domain, name)?;
    if disk.mirror.is_some() {
        return refuse(ErrorCode::BLOCK_COPY_ACTIVE, message!("disk '%1$s' already in active block job", target));
    }
    if domain.block_job(&target).is_some() {
        return refuse(ErrorCode::OPERATION_UNSUPPORTED, message!("disk '%1$s' already in active block job", target));
    }
    Ok((disk, target))
}

/// Returns the error for a disk that has no job.
fn no_job<T>(target: &str) -> Result<T> {
    invalid(message!("disk %1$s does not have an active block job", target))
}

/// A copy's target.
fn destination(xml: &[u8]) -> Result<Disk> {
    let document = Document::parse(xml, ErrorDomain::DOMAIN)?;
    let cx = Context { from: ErrorDomain::DOMAIN, inactive: true, ..Context::default() };
    <Disk as Element>::parse(document.root_named("disk")?, &cx)
}

/// The flags of a copy, whether it begins as one or as a rebase.
const COPY_FLAGS: u32 = VIR_DOMAIN_BLOCK_COPY_SHALLOW
    | VIR_DOMAIN_BLOCK_COPY_REUSE_EXT
    | VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB
    | VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES;
const REBASE_FLAGS: u32 = VIR_DOMAIN_BLOCK_REBASE_SHALLOW
    | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT
    | VIR_DOMAIN_BLOCK_REBASE_COPY_RAW
    | VIR_DOMAIN_BLOCK_REBASE_COPY
    | VIR_DOMAIN_BLOCK_REBASE_RELATIVE
    | VIR_DOMAIN_BLOCK_REBASE_COPY_DEV
    | VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES;

fn pull(
    domain: &mut Domain,
    driver: &Driver,
    name: &str,
    base: Option<&str>,
    bandwidth: u64,
    flags: u32,
) -> Result<()> {
    if flags & VIR_DOMAIN_BLOCK_REBASE_RELATIVE != 0 && base.is_none() {
        return invalid(message!("flag VIR_DOMAIN_BLOCK_REBASE_RELATIVE is valid only with non-null base"));
    }
    let (disk, target) = free_disk(domain, name)?;
    let base = base.map(|base| Chain::of(disk).find(Some(0), Some(base), &target)).transpose()?;
    let speed = speed(bandwidth, flags & VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES != 0)?;
    work::begin(domain, driver, target, Work::Pull { base }, speed);
    Ok(())
}

fn copy(domain: &mut Domain, driver: &Driver, name: &str, mut to: Disk, speed: u64, flags: u32) -> Result<()> {
    let path = to.source.image();
    if !path.is_some_and(|path| path.starts_with('/')) && matches!(to.kind, SourceKind::File | SourceKind::Block) {
        return invalid(message!("absolute path must be used as block copy target"));
    }
    let most = i64::MAX.unsigned_abs();
    if speed > most {
        let text = message!("bandwidth must be less than '%1$llu' bytes/s (%2$llu MiB/s)", most, most >> 20);
        return invalid(text);
    }
    let persistent = domain.persistent;
    let (disk, target) = free_disk(domain, name)?;
    if flags & VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB == 0 && persistent {
        return Err(errors::invalid_operation(FROM, message!("domain is not transient")));
    }
    let shallow = flags & VIR_DOMAIN_BLOCK_COPY_SHALLOW != 0 && Chain::of(disk).depth() > 1;
    let format = to.driver.kind.map(|format| format.0);
    if shallow && flags & VIR_DOMAIN_BLOCK_COPY_REUSE_EXT == 0 && format == Some(FileFormat::Raw) {
        let text = message!("shallow copy of disk '%1$s' into a raw file is not possible", target);
        return refuse(ErrorCode::CONFIG_UNSUPPORTED, text);
    }
    if format.is_none() {
        to.driver.kind = disk.driver.kind;
    }
    to.backing = if shallow { disk.backing.clone() } else { to.backing };
    work::begin(domain, driver, target, Work::Copy { to: Box::new(to) }, speed);
    Ok(())
}

/// A job that writes what is in images from `top` on down into `base`; 0 is the image that the guest writes to.
fn commit(domain: &mut Domain, driver: &Driver, args: &remote::DomainBlockCommitArgs<'_>) -> Result<()> {
    let flags = args.flags;
    let speed = speed(args.bandwidth, flags & VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES != 0)?;
    let name = args.disk.to_str_lossy();
    let text = |text: &Option<Str<'_>>| text.as_ref().map(|text| text.to_str_lossy().into_owned());
    let (top, base) = (text(&args.top), text(&args.base));
    let at = disk_at(&domain.definition, &name)?;
    let disk = domain.definition.devices.disks.get(at).ok_or_else(|| errors::internal(FROM, "the disk is gone"))?;
    let target = disk.target.dev.clone().unwrap_or_default();
    let chain = Chain::of(disk);
    let top = match top.as_deref() {
        None => 0,
        Some(top) if top == target => 0,
        Some(top) => chain.find(None, Some(top), &target)?,
    };
    let shallow = flags & VIR_DOMAIN_BLOCK_COMMIT_SHALLOW != 0;
    let below = top.saturating_add(1);
    let base = if base.is_none() && shallow && below < chain.depth() {
        below
    } else if base.is_none() && shallow {
        top
    } else {
        // Where nothing is below, the last image itself is found, and refused further down.
        chain
            .find(Some(top), base.as_deref(), &target)
            .or_else(|error| if base.is_none() && below >= chain.depth() { Ok(top) } else { Err(error) })?
    };
    domain.check_active()?;
    if disk.source.is_empty() {
        let text = message!("disk %1$s has no source file to be committed", target);
        return refuse(ErrorCode::CONFIG_UNSUPPORTED, text);
    }
    free_disk(domain, &name)?;
    let active = flags & VIR_DOMAIN_BLOCK_COMMIT_ACTIVE != 0;
    let path = |at| chain.path(at);
    if top == 0 && !active {
        return invalid(message!("commit of '%1$s' active layer requires active flag", target));
    }
    if top != 0 && active {
        return invalid(message!("active commit requested but '%1$s' is not active", path(top)));
    }
    if below >= chain.depth() {
        return invalid(message!("top '%1$s' in chain for '%2$s' has no backing file", path(top), path(0)));
    }
    if shallow && base != below {
        let text =
            message!("base '%1$s' is not immediately below '%2$s' in chain for '%3$s'", path(base), path(top), path(0));
        return invalid(text);
    }
    let work = if top == 0 { Work::ActiveCommit { base } } else { Work::Commit { top, base } };
    work::begin(domain, driver, target, work, speed);
    Ok(())
}

fn end(domain: &mut Domain, driver: &Driver, name: &str, pivot: bool) -> Result<()> {
    let (_, target) = disk(domain, name)?;
    let Some(job) = domain.block_job(&target) else { return no_job(&target) };
    if pivot && !job.is_ready() {
        let text = message!("block job '%1$s' not ready for pivot yet", job.name());
        return refuse(ErrorCode::BLOCK_COPY_ACTIVE, text);
    }
    work::end(domain, driver, &target, pivot);
    Ok(())
}

impl DomainBlockJob for TestSession {
    fn domain_block_pull(&self, _: &mut Call, args: &remote::DomainBlockPullArgs<'_>) -> Result<()> {
        check_flags("testDomainBlockPull", args.flags, VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES)?;
        let bytes = args.flags & VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES != 0;
        let flags = if bytes { VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES } else { 0 };
        let name = args.path.to_str_lossy();
        self.domain(&args.dom, |domain, driver| pull(domain, driver, &name, None, args.bandwidth, flags))
    }

    fn domain_block_rebase(&self, _: &mut Call, args: &remote::DomainBlockRebaseArgs<'_>) -> Result<()> {
        let flags = args.flags;
        check_flags("testDomainBlockRebase", flags, REBASE_FLAGS)?;
        let name = args.path.to_str_lossy();
        let base = args.base.as_ref().map(|base| base.to_str_lossy().into_owned());
        self.domain(&args.dom, |domain, driver| {
            if flags & VIR_DOMAIN_BLOCK_REBASE_COPY == 0 {
                return pull(domain, driver, &name, base.as_deref(), args.bandwidth, flags);
            }
            let speed = speed(args.bandwidth, flags & VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES != 0)?;
            if flags & VIR_DOMAIN_BLOCK_REBASE_RELATIVE != 0 {
                let text = message!("Relative backing during copy not supported yet");
                return refuse(ErrorCode::ARGUMENT_UNSUPPORTED, text);
            }
            let mut to = destination(b"<disk/>")?;
            if flags & VIR_DOMAIN_BLOCK_REBASE_COPY_DEV != 0 {
                to.kind = SourceKind::Block;
                to.source = StorageSource { dev: base.map(Into::into), ..StorageSource::default() };
            } else {
                to.source = StorageSource { file: base, ..StorageSource::default() };
            }
            if flags & VIR_DOMAIN_BLOCK_REBASE_COPY_RAW != 0 {
                to.driver.kind = Some(DriverFormat(FileFormat::Raw));
            }
            // These two have the same values for both functions.
            let flags = flags & (VIR_DOMAIN_BLOCK_REBASE_SHALLOW | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT);
            copy(domain, driver, &name, to, speed, flags)
        })
    }

    fn domain_block_copy(&self, _: &mut Call, args: &remote::DomainBlockCopyArgs<'_>) -> Result<()> {
        check_flags("testDomainBlockCopy", args.flags, COPY_FLAGS)?;
        let known = [
            (VIR_DOMAIN_BLOCK_COPY_BANDWIDTH, ParamType::Ullong),
            (VIR_DOMAIN_BLOCK_COPY_GRANULARITY, ParamType::Uint),
            (VIR_DOMAIN_BLOCK_COPY_BUF_SIZE, ParamType::Ullong),
        ];
        params::validate(&args.params, &known)?;
        let name = args.path.to_str_lossy();
        self.domain(&args.dom, |domain, driver| {
            let granularity = params::unsigned(&args.params, VIR_DOMAIN_BLOCK_COPY_GRANULARITY).unwrap_or_default();
            if granularity != 0 && !granularity.is_power_of_two() {
                return invalid(message!("granularity must be power of 2"));
            }
            let speed = params::unsigned(&args.params, VIR_DOMAIN_BLOCK_COPY_BANDWIDTH).unwrap_or_default();
            copy(domain, driver, &name, destination(&args.destxml)?, speed, args.flags)
        })
    }

    fn domain_block_commit(&self, _: &mut Call, args: &remote::DomainBlockCommitArgs<'_>) -> Result<()> {
        let known = VIR_DOMAIN_BLOCK_COMMIT_SHALLOW
            | VIR_DOMAIN_BLOCK_COMMIT_ACTIVE
            | VIR_DOMAIN_BLOCK_COMMIT_RELATIVE
            | VIR_DOMAIN_BLOCK_COMMIT_DELETE
            | VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES;
        check_flags("testDomainBlockCommit", args.flags, known)?;
        self.domain(&args.dom, |domain, driver| commit(domain, driver, args))
    }

    fn domain_block_job_abort(&self, _: &mut Call, args: &remote::DomainBlockJobAbortArgs<'_>) -> Result<()> {
        // It has ended by the time the call returns, wanted or not.
        let known = VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC | VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT;
        check_flags("testDomainBlockJobAbort", args.flags, known)?;
        let name = args.path.to_str_lossy();
        let pivot = args.flags & VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT != 0;
        self.domain(&args.dom, |domain, driver| end(domain, driver, &name, pivot))
    }

    fn domain_get_block_job_info(
        &self,
        _: &mut Call,
        args: &remote::DomainGetBlockJobInfoArgs<'_>,
    ) -> Result<remote::DomainGetBlockJobInfoRet> {
        check_flags("testDomainGetBlockJobInfo", args.flags, VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES)?;
        let name = args.path.to_str_lossy();
        self.domain(&args.dom, |domain, driver| {
            let (_, target) = disk(domain, &name)?;
            work::advance(domain, driver, &target);
            let Some(job) = domain.block_job(&target) else { return Ok(remote::DomainGetBlockJobInfoRet::default()) };
            let bytes = args.flags & VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES != 0;
            let bandwidth = if bytes { job.speed } else { job.speed.div_ceil(1 << 20) };
            let (cur, end) = job.progress();
            Ok(remote::DomainGetBlockJobInfoRet { found: 1, r#type: job.kind().cast_signed(), bandwidth, cur, end })
        })
    }

    fn domain_block_job_set_speed(&self, _: &mut Call, args: &remote::DomainBlockJobSetSpeedArgs<'_>) -> Result<()> {
        check_flags("testDomainBlockJobSetSpeed", args.flags, VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES)?;
        let speed = speed(args.bandwidth, args.flags & VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES != 0)?;
        let name = args.path.to_str_lossy();
        self.domain(&args.dom, |domain, _| {
            let (_, target) = disk(domain, &name)?;
            match domain.block_job_mut(&target) {
                None => no_job(&target),
                Some(job) => {
                    job.speed = speed;
                    Ok(())
                }
            }
        })
    }
}
