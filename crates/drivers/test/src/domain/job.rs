//! The job that a domain as a whole is busy with, what is told of one that is done, and the knobs of migrations. Data moves at once, so
//! a job lasts only from one phase of a migration to the next; times are what moving as much memory at 4 GiB/s would take.
use super::{Domain, check_flags};
use crate::FROM;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::{errors, params};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::driver::DomainJob;
use oxivirt_protocol::{Call, Event, remote};

/// A job that a domain is busy with: all of them are migrations.
#[derive(Debug, Clone)]
pub(super) struct Job {
    /// The session that began it, and without which it ends.
    pub(super) owner: u64,
    pub(super) phase: Phase,
    /// Somebody asked for its end.
    pub(super) cancelled: bool,
}

/// How far a migration is.
#[derive(Debug, Clone)]
pub(super) enum Phase {
    /// The source has begun.
    Begun,
    /// The source has sent everything; the state that it had before.
    Performed((u32, u32)),
    /// The target waits; the definition is that of a domain which is not to run.
    Incoming(Option<std::sync::Arc<super::Definition>>),
}

impl Job {
    pub(super) fn is_incoming(&self) -> bool {
        matches!(self.phase, Phase::Incoming(_))
    }
}

/// What is told of a job.
#[derive(Debug, Clone, Copy)]
pub(crate) struct JobStats {
    /// A `virDomainJobOperation`.
    operation: u32,
    /// Bytes of memory.
    total: u64,
}

impl JobStats {
    fn new(operation: u32, domain: &Domain) -> Self {
        let memory = domain.definition.current_memory.unwrap_or_default().0;
        Self { operation, total: memory.saturating_mul(1024) }
    }

    /// Milliseconds.
    fn elapsed(self) -> u64 {
        (self.total >> 22).saturating_add(1)
    }

    fn params(self, processed: u64) -> Vec<remote::TypedParam<'static>> {
        let remaining = self.total.saturating_sub(processed);
        let operation = remote::TypedParamValue::Int(self.operation.cast_signed());
        vec![
            params::param(VIR_DOMAIN_JOB_OPERATION, operation),
            params::ullong(VIR_DOMAIN_JOB_TIME_ELAPSED, if processed == 0 { 0 } else { self.elapsed() }),
            params::ullong(VIR_DOMAIN_JOB_DATA_TOTAL, self.total),
            params::ullong(VIR_DOMAIN_JOB_DATA_PROCESSED, processed),
            params::ullong(VIR_DOMAIN_JOB_DATA_REMAINING, remaining),
            params::ullong(VIR_DOMAIN_JOB_MEMORY_TOTAL, self.total),
            params::ullong(VIR_DOMAIN_JOB_MEMORY_PROCESSED, processed),
            params::ullong(VIR_DOMAIN_JOB_MEMORY_REMAINING, remaining),
        ]
    }
}

/// Keeps what is told of a job that is done. `operation` is a `virDomainJobOperation`.
pub(super) fn remember(domain: &mut Domain, operation: u32) {
    domain.completed = Some(Box::new(JobStats::new(operation, domain)));
}

/// Keeps what is told of a job that is done, and reports it.
pub(super) fn complete(domain: &mut Domain, driver: &Driver, operation: u32) {
    remember(domain, operation);
    let stats = JobStats::new(operation, domain);
    let params = stats.params(stats.total);
    driver.events.report(&Event::DomainJobCompleted { dom: domain.wire(), params });
}

/// Returns the present job, and how many bytes are done.
fn present(domain: &Domain) -> Option<(JobStats, u64)> {
    let job = domain.job()?;
    let operation =
        if job.is_incoming() { VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN } else { VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT };
    let stats = JobStats::new(operation, domain);
    let done = if matches!(job.phase, Phase::Performed(_)) { stats.total } else { 0 };
    Some((stats, done))
}

impl TestSession {
    fn abort(&self, dom: &remote::NonnullDomain<'_>, flags: u32) -> Result<()> {
        check_flags("testDomainAbortJobFlags", flags, VIR_DOMAIN_ABORT_JOB_POSTCOPY)?;
        self.domain(dom, |domain, _| {
            domain.check_active()?;
            if flags & VIR_DOMAIN_ABORT_JOB_POSTCOPY != 0 {
                let text = message!("current job is not outgoing migration in post-copy mode");
                return Err(errors::invalid_operation(FROM, text));
            }
            let job = domain.activity.as_mut().and_then(|activity| activity.job.as_mut());
            match job {
                None => Err(errors::invalid_operation(FROM, message!("no job is active on the domain"))),
                Some(job) if job.is_incoming() => {
                    let text = message!("cannot abort incoming migration; use virDomainDestroy instead");
                    Err(errors::invalid_operation(FROM, text))
                }
                Some(job) => {
                    job.cancelled = true;
                    Ok(())
                }
            }
        })
    }

    /// Changes a knob of the migrations of a domain that runs.
    fn tune(&self, dom: &remote::NonnullDomain<'_>, change: impl FnOnce(&mut Tuning)) -> Result<()> {
        self.domain(dom, |domain, _| {
            domain.check_active()?;
            change(domain.tuning.get_or_insert_default());
            Ok(())
        })
    }

    fn tuning<R>(&self, dom: &remote::NonnullDomain<'_>, of: impl FnOnce(&Tuning) -> R) -> Result<R> {
        self.domain(dom, |domain, _| Ok(of(domain.tuning.as_deref().unwrap_or(&Tuning::DEFAULT))))
    }
}

/// The knobs of a domain's migrations, which have no effect.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tuning {
    /// Milliseconds.
    downtime: u64,
    /// MiB/s.
    speed: u64,
    /// Bytes.
    cache: u64,
}

impl Tuning {
    /// What QEMU has.
    const DEFAULT: Self = Self { downtime: 300, speed: 8_796_093_022_207, cache: 64 << 20 };
}

impl Default for Tuning {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl DomainJob for TestSession {
    fn domain_get_job_info(
        &self,
        _: &mut Call,
        args: &remote::DomainGetJobInfoArgs<'_>,
    ) -> Result<remote::DomainGetJobInfoRet> {
        self.domain(&args.dom, |domain, _| {
            domain.check_active()?;
            let Some((stats, done)) = present(domain) else { return Ok(remote::DomainGetJobInfoRet::default()) };
            let left = stats.total.saturating_sub(done);
            Ok(remote::DomainGetJobInfoRet {
                r#type: VIR_DOMAIN_JOB_UNBOUNDED.cast_signed(),
                time_elapsed: if done == 0 { 0 } else { stats.elapsed() },
                data_total: stats.total,
                data_processed: done,
                data_remaining: left,
                mem_total: stats.total,
                mem_processed: done,
                mem_remaining: left,
                ..remote::DomainGetJobInfoRet::default()
            })
        })
    }

    fn domain_get_job_stats<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetJobStatsArgs<'_>,
    ) -> Result<remote::DomainGetJobStatsRet<'c>> {
        let known = VIR_DOMAIN_JOB_STATS_COMPLETED | VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED;
        check_flags("testDomainGetJobStats", args.flags, known)?;
        let told = |kind: u32, params| remote::DomainGetJobStatsRet { r#type: kind.cast_signed(), params };
        self.domain(&args.dom, |domain, _| {
            if args.flags & VIR_DOMAIN_JOB_STATS_COMPLETED == 0 {
                domain.check_active()?;
                return Ok(match present(domain) {
                    None => told(VIR_DOMAIN_JOB_NONE, Vec::new()),
                    Some((stats, done)) => told(VIR_DOMAIN_JOB_UNBOUNDED, stats.params(done)),
                });
            }
            let Some(stats) = domain.completed.as_deref().copied() else {
                return Ok(told(VIR_DOMAIN_JOB_NONE, Vec::new()));
            };
            if args.flags & VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED == 0 {
                domain.completed = None;
            }
            Ok(told(VIR_DOMAIN_JOB_COMPLETED, stats.params(stats.total)))
        })
    }

    fn domain_abort_job(&self, _: &mut Call, args: &remote::DomainAbortJobArgs<'_>) -> Result<()> {
        self.abort(&args.dom, 0)
    }

    fn domain_abort_job_flags(&self, _: &mut Call, args: &remote::DomainAbortJobFlagsArgs<'_>) -> Result<()> {
        self.abort(&args.dom, args.flags)
    }

    fn domain_migrate_set_max_downtime(
        &self,
        _: &mut Call,
        args: &remote::DomainMigrateSetMaxDowntimeArgs<'_>,
    ) -> Result<()> {
        check_flags("testDomainMigrateSetMaxDowntime", args.flags, 0)?;
        self.tune(&args.dom, |tuning| tuning.downtime = args.downtime)
    }

    fn domain_migrate_get_max_downtime(
        &self,
        _: &mut Call,
        args: &remote::DomainMigrateGetMaxDowntimeArgs<'_>,
    ) -> Result<remote::DomainMigrateGetMaxDowntimeRet> {
        check_flags("testDomainMigrateGetMaxDowntime", args.flags, 0)?;
        let downtime = self.tuning(&args.dom, |tuning| tuning.downtime)?;
        Ok(remote::DomainMigrateGetMaxDowntimeRet { downtime })
    }

    fn domain_migrate_set_max_speed(
        &self,
        _: &mut Call,
        args: &remote::DomainMigrateSetMaxSpeedArgs<'_>,
    ) -> Result<()> {
        check_flags("testDomainMigrateSetMaxSpeed", args.flags, 0)?;
        let most = Tuning::DEFAULT.speed;
        if args.bandwidth > most {
            let text = message!("bandwidth must be less than %1$llu", most.saturating_add(1));
            return Err(Error::new(FROM, ErrorCode::OVERFLOW, text));
        }
        self.tune(&args.dom, |tuning| tuning.speed = args.bandwidth)
    }

    fn domain_migrate_get_max_speed(
        &self,
        _: &mut Call,
        args: &remote::DomainMigrateGetMaxSpeedArgs<'_>,
    ) -> Result<remote::DomainMigrateGetMaxSpeedRet> {
        check_flags("testDomainMigrateGetMaxSpeed", args.flags, 0)?;
        let bandwidth = self.tuning(&args.dom, |tuning| tuning.speed)?;
        Ok(remote::DomainMigrateGetMaxSpeedRet { bandwidth })
    }

    fn domain_migrate_set_compression_cache(
        &self,
        _: &mut Call,
        args: &remote::DomainMigrateSetCompressionCacheArgs<'_>,
    ) -> Result<()> {
        check_flags("testDomainMigrateSetCompressionCache", args.flags, 0)?;
        self.tune(&args.dom, |tuning| tuning.cache = args.cache_size)
    }

    fn domain_migrate_get_compression_cache(
        &self,
        _: &mut Call,
        args: &remote::DomainMigrateGetCompressionCacheArgs<'_>,
    ) -> Result<remote::DomainMigrateGetCompressionCacheRet> {
        check_flags("testDomainMigrateGetCompressionCache", args.flags, 0)?;
        let cache_size = self.tuning(&args.dom, |tuning| tuning.cache)?;
        Ok(remote::DomainMigrateGetCompressionCacheRet { cache_size })
    }
}
