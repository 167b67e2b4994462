//! What goes on with a domain beside its running: jobs on its disks, a migration, open consoles. It ends with the domain's run.
use super::Domain;
use super::block_job::BlockJob;
use super::job::Job;
use std::sync::Arc;

/// What goes on with a domain.
#[derive(Debug, Default)]
pub(crate) struct Activity {
    /// The job that the domain as a whole is busy with.
    pub(super) job: Option<Job>,
    pub(super) block_jobs: Vec<BlockJob>,
    /// Alive as long as this run of the domain: open lines end with it.
    pub(super) run: Arc<()>,
}

impl Domain {
    /// Returns what goes on, to be changed.
    pub(super) fn activity_mut(&mut self) -> &mut Activity {
        self.activity.get_or_insert_default()
    }

    /// Returns the job that the domain as a whole is busy with.
    pub(super) fn job(&self) -> Option<&Job> {
        self.activity.as_ref()?.job.as_ref()
    }

    /// Ends that job and returns it.
    pub(super) fn end_job(&mut self) -> Option<Job> {
        self.activity.as_mut()?.job.take()
    }

    /// Ends all that goes on, because the domain does.
    pub(super) fn end_activity(&mut self) {
        self.activity = None;
    }
}
