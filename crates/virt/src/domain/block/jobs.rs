//! Block jobs: commit, copy, pull, rebase, and what can be done to a running one. Disks are named by their target or their source.
//! Bandwidth is in MiB/s, or in bytes/s with the flag for it; 0 is no limit.
use super::super::{Domain, FROM};
use crate::params::to_wire;
use crate::{Function, OnConnection, Result, Str, TypedParam};
use oxivirt_model::{constants, message};
use oxivirt_protocol::remote;

/// What [`Domain::block_job_info`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockJobInfo {
    /// A `virDomainBlockJobType`.
    pub kind: i32,
    /// How fast it may be: in MiB/s, or in bytes/s with `VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES`; 0 is no limit.
    pub bandwidth: u64,
    /// How far it is, on the way to `end`; both count in the same unit, which depends on the job.
    pub current: u64,
    /// Where it is done.
    pub end: u64,
}

impl Domain {
    /// Starts to write what `top` changed into `base`; `None` is the image in use, and the first of all:
    /// `virDomainBlockCommit`. `flags` are virDomainBlockCommitFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn block_commit<'a>(
        &self,
        disk: impl Into<Str<'a>>,
        base: Option<impl Into<Str<'a>>>,
        top: Option<impl Into<Str<'a>>>,
        bandwidth: u64,
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virDomainBlockCommit", FROM)).write()?;
        let (disk, base, top) = (disk.into(), base.map(Into::into), top.map(Into::into));
        let args = remote::DomainBlockCommitArgs { dom: self.wire(), disk, base, top, bandwidth, flags };
        op.call(|driver, call| driver.domain_block_commit(call, &args))
    }

    /// Starts to copy a disk to what the XML describes: `virDomainBlockCopy`. `flags` are virDomainBlockCopyFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn block_copy<'a>(
        &self,
        disk: impl Into<Str<'a>>,
        dest_xml: impl Into<Str<'a>>,
        params: &[TypedParam<'_>],
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virDomainBlockCopy", FROM)).write()?;
        let (path, destxml, params) = (disk.into(), dest_xml.into(), to_wire(params)?);
        let args = remote::DomainBlockCopyArgs { dom: self.wire(), path, destxml, params, flags };
        op.call(|driver, call| driver.domain_block_copy(call, &args))
    }

    /// Starts to fill a disk's image from its backing images, until it needs none: `virDomainBlockPull`. `flags` are
    /// virDomainBlockPullFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn block_pull<'a>(&self, disk: impl Into<Str<'a>>, bandwidth: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainBlockPull", FROM)).write()?;
        let args = remote::DomainBlockPullArgs { dom: self.wire(), path: disk.into(), bandwidth, flags };
        op.call(|driver, call| driver.domain_block_pull(call, &args))
    }

    /// Starts to fill a disk's image from those above `base`, or to copy the disk to the file `base`: `virDomainBlockRebase`.
    /// `flags` are virDomainBlockRebaseFlags.
    ///
    /// # Errors
    /// The connection is read-only, a copy has no `base`, a flag needs a copy, or the driver refuses.
    pub fn block_rebase<'a>(
        &self,
        disk: impl Into<Str<'a>>,
        base: Option<impl Into<Str<'a>>>,
        bandwidth: u64,
        flags: u32,
    ) -> Result<()> {
        const COPY_ONLY: u32 = constants::VIR_DOMAIN_BLOCK_REBASE_SHALLOW
            | constants::VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT
            | constants::VIR_DOMAIN_BLOCK_REBASE_COPY_RAW
            | constants::VIR_DOMAIN_BLOCK_REBASE_COPY_DEV;
        let function = Function("virDomainBlockRebase", FROM);
        let mut op = self.op(&function).write()?;
        let (path, base) = (disk.into(), base.map(Into::into));
        if flags & constants::VIR_DOMAIN_BLOCK_REBASE_COPY != 0 {
            op = op.present("base", &base)?;
        } else if flags & COPY_ONLY != 0 {
            return Err(function.invalid("flags", message!("use of flags requires a copy job")));
        }
        let args = remote::DomainBlockRebaseArgs { dom: self.wire(), path, base, bandwidth, flags };
        op.call(|driver, call| driver.domain_block_rebase(call, &args))
    }

    /// Ends a disk's job; a copy or commit that is ready can be made to take effect: `virDomainBlockJobAbort`. `flags` are
    /// virDomainBlockJobAbortFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn block_job_abort<'a>(&self, disk: impl Into<Str<'a>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainBlockJobAbort", FROM)).write()?;
        let args = remote::DomainBlockJobAbortArgs { dom: self.wire(), path: disk.into(), flags };
        op.call(|driver, call| driver.domain_block_job_abort(call, &args))
    }

    /// Changes how fast a disk's job may be: `virDomainBlockJobSetSpeed`. `flags` are virDomainBlockJobSetSpeedFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn block_job_set_speed<'a>(&self, disk: impl Into<Str<'a>>, bandwidth: u64, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainBlockJobSetSpeed", FROM)).write()?;
        let args = remote::DomainBlockJobSetSpeedArgs { dom: self.wire(), path: disk.into(), bandwidth, flags };
        op.call(|driver, call| driver.domain_block_job_set_speed(call, &args))
    }

    /// Returns how far a disk's job is, if it has one: `virDomainGetBlockJobInfo`. `flags` are virDomainBlockJobInfoFlags.
    ///
    /// ```
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let conn = oxivirt::Connection::open(&daemon.uri())?;
    /// # let domain = oxivirt::Domain::lookup_by_name(&conn, "web")?;
    /// domain.block_pull("vda", 0, 0)?;
    /// while let Some(job) = domain.block_job_info("vda", 0)? {
    ///     println!("{} of {}", job.current, job.end);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn block_job_info<'a>(&self, disk: impl Into<Str<'a>>, flags: u32) -> Result<Option<BlockJobInfo>> {
        let op = self.op(&Function("virDomainGetBlockJobInfo", FROM));
        let args = remote::DomainGetBlockJobInfoArgs { dom: self.wire(), path: disk.into(), flags };
        let ret = op.call(|driver, call| driver.domain_get_block_job_info(call, &args))?;
        let job = BlockJobInfo { kind: ret.r#type, bandwidth: ret.bandwidth, current: ret.cur, end: ret.end };
        Ok((ret.found != 0).then_some(job))
    }
}
