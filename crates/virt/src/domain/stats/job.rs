//! The job that keeps a domain busy: migration, saving, dumping, backup.
use super::super::{Domain, FROM};
use crate::flags::{VIR_DOMAIN_JOB_STATS_COMPLETED, VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED};
use crate::{Function, OnConnection, Result, TypedParams};
use oxivirt_protocol::remote;

/// What [`Domain::job_info`] tells. Times are in milliseconds, sizes in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JobInfo {
    /// A `virDomainJobType`; 0 is no job.
    pub kind: i32,
    /// How long it has run.
    pub time_elapsed: u64,
    /// How long it will run, for a job whose end can be foreseen.
    pub time_remaining: u64,
    /// How much there is to be done in all.
    pub data_total: u64,
    /// How much of that is done.
    pub data_processed: u64,
    /// How much of that is left.
    pub data_remaining: u64,
    /// How much memory there is to be moved.
    pub memory_total: u64,
    /// How much of that is done.
    pub memory_processed: u64,
    /// How much of that is left.
    pub memory_remaining: u64,
    /// How much storage there is to be moved.
    pub file_total: u64,
    /// How much of that is done.
    pub file_processed: u64,
    /// How much of that is left.
    pub file_remaining: u64,
}

impl Domain {
    /// Returns how far the domain's job is: `virDomainGetJobInfo`. More is in [`Domain::job_stats`].
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn job_info(&self) -> Result<JobInfo> {
        let op = self.op(&Function("virDomainGetJobInfo", FROM));
        let args = remote::DomainGetJobInfoArgs { dom: self.wire() };
        let ret = op.call(|driver, call| driver.domain_get_job_info(call, &args))?;
        Ok(JobInfo {
            kind: ret.r#type,
            time_elapsed: ret.time_elapsed,
            time_remaining: ret.time_remaining,
            data_total: ret.data_total,
            data_processed: ret.data_processed,
            data_remaining: ret.data_remaining,
            memory_total: ret.mem_total,
            memory_processed: ret.mem_processed,
            memory_remaining: ret.mem_remaining,
            file_total: ret.file_total,
            file_processed: ret.file_processed,
            file_remaining: ret.file_remaining,
        })
    }

    /// Returns the `virDomainJobType` of the domain's job and what is known of it: `virDomainGetJobStats`. `flags` are
    /// virDomainGetJobStatsFlags, by which the last job that ended is asked for.
    ///
    /// # Errors
    /// `flags` contradict each other, or the driver could not tell.
    pub fn job_stats(&self, flags: u32) -> Result<(i32, TypedParams)> {
        let op = self.op(&Function("virDomainGetJobStats", FROM));
        let op = op.requires(flags, VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED, VIR_DOMAIN_JOB_STATS_COMPLETED)?;
        let args = remote::DomainGetJobStatsArgs { dom: self.wire(), flags };
        op.call(|driver, call| {
            let ret = driver.domain_get_job_stats(call, &args)?;
            Ok((ret.r#type, TypedParams::from_wire(&ret.params)))
        })
    }

    /// Ends the domain's job before it is done: `virDomainAbortJob`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn abort_job(&self) -> Result<()> {
        let op = self.op(&Function("virDomainAbortJob", FROM)).write()?;
        let args = remote::DomainAbortJobArgs { dom: self.wire() };
        op.call(|driver, call| driver.domain_abort_job(call, &args))
    }

    /// Ends the domain's job before it is done: `virDomainAbortJobFlags`. `flags` are virDomainAbortJobFlagsValues.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn abort_job_flags(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainAbortJobFlags", FROM)).write()?;
        let args = remote::DomainAbortJobFlagsArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_abort_job_flags(call, &args))
    }
}
