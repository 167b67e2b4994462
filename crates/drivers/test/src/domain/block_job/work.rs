//! A job on a disk: how far it is, what is told of that, and what it leaves behind.
use super::chain;
use crate::domain::{Definition, Domain, StandIn};
use crate::driver::Driver;
use oxivirt_model::constants::*;
use oxivirt_protocol::Event;
use oxivirt_xml::domain::devices::disk::{Disk, DriverFormat, Mirror, MirrorJob, MirrorState};
use oxivirt_xml::domain::source::{BackingStore, SourceKind};
use std::sync::Arc;

/// Bytes of every job.
const BYTES: u64 = 1 << 30;

/// What a job does. Images are numbered from that which the guest writes to on down.
#[derive(Debug, Clone)]
pub(super) enum Work {
    /// What is in the images above `base` goes up; into all without one.
    Pull { base: Option<usize> },
    /// What is in images from `top` on down goes into `base`.
    Commit { top: usize, base: usize },
    /// What is in all above `base` goes down, and the guest is to write there.
    ActiveCommit { base: usize },
    /// The guest is to write somewhere else.
    Copy { to: Box<Disk> },
}

/// A job on a disk.
#[derive(Debug)]
pub(crate) struct BlockJob {
    /// The disk's target.
    pub(super) target: String,
    work: Work,
    /// Bytes per second; 0 for any.
    pub(super) speed: u64,
    /// How many of the steps are done.
    done: u32,
    steps: u32,
}

impl Work {
    /// Returns a `virDomainBlockJobType`.
    fn kind(&self) -> u32 {
        match self {
            Self::Pull { .. } => VIR_DOMAIN_BLOCK_JOB_TYPE_PULL,
            Self::Commit { .. } => VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT,
            Self::ActiveCommit { .. } => VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT,
            Self::Copy { .. } => VIR_DOMAIN_BLOCK_JOB_TYPE_COPY,
        }
    }

    /// Returns true if the job goes on until somebody ends it.
    fn is_mirror(&self) -> bool {
        matches!(self, Self::ActiveCommit { .. } | Self::Copy { .. })
    }

    /// Returns what the disk's definition shows of it.
    fn mirror(&self, disk: &Disk) -> Option<Mirror> {
        let (job, kind, format, source, backing) = match self {
            Self::Pull { .. } | Self::Commit { .. } => return None,
            Self::ActiveCommit { base } => {
                let image = chain::image(disk, *base)?;
                (MirrorJob::ActiveCommit, image.kind?, image.format, image.source.clone(), image.backing.clone())
            }
            Self::Copy { to } => {
                let format = to.driver.kind.map(|format| format.0);
                (MirrorJob::Copy, to.kind, format, Some(Box::new(to.source.clone())), to.backing.clone())
            }
        };
        let old_form = job == MirrorJob::Copy && kind == SourceKind::File;
        let file = source.as_ref().and_then(|source| source.file.clone()).filter(|_| old_form);
        let ready = None;
        let (old_format, inner_format) = (format.filter(|_| old_form), format);
        Some(Mirror {
            kind,
            file,
            format: old_format,
            job: Some(job),
            ready,
            inner_format,
            cache: None,
            source,
            backing,
        })
    }

    /// Changes a disk to what it is when the job is done.
    fn apply(&self, disk: &mut Disk) {
        match self {
            Self::Pull { base } => {
                let kept = base.and_then(|base| chain::image(disk, base)).cloned();
                disk.backing = Some(Box::new(kept.unwrap_or_default()));
            }
            Self::Commit { top, base } => {
                let kept = chain::image(disk, *base).cloned();
                if let (Some(above), Some(kept)) = (top.checked_sub(1), kept)
                    && let Some(place) = chain::backing_of(disk, above)
                {
                    *place = Some(Box::new(kept));
                }
            }
            Self::ActiveCommit { base } => {
                let Some(BackingStore { kind: Some(kind), format, source, backing, .. }) =
                    chain::image(disk, *base).cloned()
                else {
                    return;
                };
                disk.kind = kind;
                disk.driver.kind = format.map(DriverFormat);
                disk.source = source.map(|source| *source).unwrap_or_default();
                disk.backing = backing;
            }
            Self::Copy { to } => {
                disk.kind = to.kind;
                disk.driver.kind = to.driver.kind;
                disk.source = to.source.clone();
                disk.backing.clone_from(&to.backing);
            }
        }
    }
}

impl BlockJob {
    /// Returns a `virDomainBlockJobType`.
    pub(super) fn kind(&self) -> u32 {
        self.work.kind()
    }

    /// Returns true if it can be ended so that the guest writes to the other side.
    pub(super) fn is_ready(&self) -> bool {
        self.work.is_mirror() && self.done >= self.steps
    }

    /// Returns how many bytes are done, and of how many.
    pub(super) fn progress(&self) -> (u64, u64) {
        let done = BYTES.saturating_mul(self.done.into()).checked_div(self.steps.into());
        (done.unwrap_or(BYTES), BYTES)
    }

    /// Returns the name that errors tell.
    pub(super) fn name(&self) -> String {
        let kind = match self.work {
            Work::Pull { .. } => "pull",
            Work::Commit { .. } | Work::ActiveCommit { .. } => "commit",
            Work::Copy { .. } => "copy",
        };
        format!("{kind}-{}", self.target)
    }
}

impl Domain {
    pub(super) fn block_job(&self, target: &str) -> Option<&BlockJob> {
        self.activity.as_ref()?.block_jobs.iter().find(|job| job.target == target)
    }

    pub(super) fn block_job_mut(&mut self, target: &str) -> Option<&mut BlockJob> {
        self.activity.as_mut()?.block_jobs.iter_mut().find(|job| job.target == target)
    }
}

fn disk_mut<'d>(definition: &'d mut Definition, target: &str) -> Option<&'d mut Disk> {
    definition.devices.disks.iter_mut().find(|disk| disk.target.dev.as_deref() == Some(target))
}

fn live_disk<'d>(domain: &'d mut Domain, target: &str) -> Option<&'d mut Disk> {
    disk_mut(Arc::make_mut(&mut domain.definition), target)
}

fn report(domain: &Domain, driver: &Driver, target: &str, kind: u32, status: u32) {
    let (kind, status) = (kind.cast_signed(), status.cast_signed());
    let disk = domain.definition.devices.disks.iter().find(|disk| disk.target.dev.as_deref() == Some(target));
    let local = disk.filter(|disk| matches!(disk.kind, SourceKind::File | SourceKind::Block | SourceKind::Dir));
    if let Some(path) = local.and_then(|disk| disk.source.image()) {
        let path = path.to_owned().into();
        driver.events.report(&Event::DomainBlockJob { dom: domain.wire(), path, r#type: kind, status });
    }
    let dst = target.to_owned().into();
    driver.events.report(&Event::DomainBlockJob2 { dom: domain.wire(), dst, r#type: kind, status });
}

/// Begins a job. One that has no steps is at its end at once.
pub(super) fn begin(domain: &mut Domain, driver: &Driver, target: String, work: Work, speed: u64) {
    let steps = domain.stand_in.as_ref().map_or(StandIn::STEPS, |stand_in| stand_in.block_steps);
    if let Some(disk) = live_disk(domain, &target) {
        disk.mirror = work.mirror(disk).map(Box::new);
    }
    let job = BlockJob { target: target.clone(), work, speed, done: 0, steps };
    domain.activity_mut().block_jobs.push(job);
    if steps == 0 {
        arrive(domain, driver, &target);
    }
}

/// Gets the job of a disk ahead by one step, if there is one that is not at its end.
pub(super) fn advance(domain: &mut Domain, driver: &Driver, target: &str) {
    let Some(job) = domain.block_job_mut(target).filter(|job| job.done < job.steps) else { return };
    job.done = job.done.saturating_add(1);
    if job.done == job.steps {
        arrive(domain, driver, target);
    }
}

/// All steps are done: the job ends, or waits to be ended.
fn arrive(domain: &mut Domain, driver: &Driver, target: &str) {
    let Some(job) = domain.block_job(target) else { return };
    if !job.is_ready() {
        return end(domain, driver, target, true);
    }
    let kind = job.kind();
    if let Some(mirror) = live_disk(domain, target).and_then(|disk| disk.mirror.as_mut()) {
        mirror.ready = Some(MirrorState::Yes);
    }
    report(domain, driver, target, kind, VIR_DOMAIN_BLOCK_JOB_READY);
}

/// Ends a job: with what it was for if `done`, else with nothing.
pub(super) fn end(domain: &mut Domain, driver: &Driver, target: &str, done: bool) {
    let Some(jobs) = domain.activity.as_mut().map(|activity| &mut activity.block_jobs) else { return };
    let Some(at) = jobs.iter().position(|job| job.target == target) else { return };
    let job = jobs.remove(at);
    if let Some(disk) = live_disk(domain, target) {
        disk.mirror = None;
    }
    // A job that ends by itself is told of with the image that the guest wrote to meanwhile, a pivot with the new one.
    if done {
        let image = live_disk(domain, target).and_then(|disk| disk.source.image().map(str::to_owned));
        if let Some(disk) = live_disk(domain, target) {
            job.work.apply(disk);
        }
        let persistent = domain.next.as_mut().and_then(|next| disk_mut(Arc::make_mut(next), target));
        if let Some(disk) = persistent.filter(|disk| disk.source.image() == image.as_deref()) {
            job.work.apply(disk);
        }
    }
    let status = if done { VIR_DOMAIN_BLOCK_JOB_COMPLETED } else { VIR_DOMAIN_BLOCK_JOB_CANCELED };
    report(domain, driver, target, job.kind(), status);
}
