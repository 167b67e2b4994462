//! What snapshots and checkpoints have in common: finding, lists.
use super::{Domain, Snapshot, definition};
use crate::FROM;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::answer::at_most;
use oxivirt_driver_common::{Locked, Moment, Selection};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::remote;
use oxivirt_xdr::Str;
use oxivirt_xml::snapshot::SavedDomain;
use std::time::{SystemTime, UNIX_EPOCH};

/// The same bits for checkpoints. In lists of a whole domain the bit says the opposite: only those without a parent.
pub(super) const DESCENDANTS: u32 = VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS;
const LEAVES: u32 = VIR_DOMAIN_SNAPSHOT_LIST_LEAVES;
const NO_LEAVES: u32 = VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES;

/// Returns what the flags select that are the same for both kinds. `whole`: the list is of a domain, not of children.
pub(super) fn selection(flags: u32, whole: bool, topological: bool) -> Selection {
    Selection {
        descendants: (flags & DESCENDANTS != 0) != whole,
        topological,
        leaves: flags & LEAVES != 0,
        no_leaves: flags & NO_LEAVES != 0,
    }
}

/// Returns a definition for keeping: what the domain is, without what it is only while it runs.
pub(super) fn saved(domain: &Domain) -> Result<SavedDomain> {
    Ok(SavedDomain::Whole(Box::new(definition::copy(&domain.definition)?)))
}

/// Returns seconds since the epoch.
pub(super) fn seconds() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

pub(super) fn names<T: Moment>(found: &[&T], max: i32) -> Vec<Str<'static>> {
    at_most(found.iter().map(|moment| moment.name().to_owned().into()).collect(), max)
}

#[cold]
fn no_snapshot(name: &str) -> Error {
    Error::new(FROM, ErrorCode::NO_DOMAIN_SNAPSHOT, message!("no domain snapshot with matching name '%1$s'", name))
}

#[cold]
fn no_checkpoint(name: &str) -> Error {
    Error::new(FROM, ErrorCode::NO_DOMAIN_CHECKPOINT, message!("no domain checkpoint with matching name '%1$s'", name))
}

impl Domain {
    /// Returns the snapshot of that name.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn snapshot(&self, name: &str) -> Result<&Snapshot> {
        self.snapshots.get(name).ok_or_else(|| no_snapshot(name))
    }

    /// Returns the checkpoint of that name.
    ///
    /// # Errors
    /// There is none.
    pub(super) fn checkpoint(&self, name: &str) -> Result<&super::checkpoint::Checkpoint> {
        self.checkpoints.get(name).ok_or_else(|| no_checkpoint(name))
    }
}

impl TestSession {
    /// Calls `then` with the domain that has a snapshot, and the snapshot's name.
    pub(super) fn snapshot<R>(
        &self,
        snap: &remote::NonnullDomainSnapshot<'_>,
        then: impl FnOnce(&mut Locked<'_, Domain>, &Driver, &str) -> Result<R>,
    ) -> Result<R> {
        let name = snap.name.to_str_lossy();
        self.domain(&snap.dom, |domain, driver| {
            domain.snapshot(&name)?;
            then(domain, driver, &name)
        })
    }

    /// Calls `then` with the domain that has a checkpoint, and the checkpoint's name.
    pub(super) fn checkpoint<R>(
        &self,
        checkpoint: &remote::NonnullDomainCheckpoint<'_>,
        then: impl FnOnce(&mut Locked<'_, Domain>, &str) -> Result<R>,
    ) -> Result<R> {
        let name = checkpoint.name.to_str_lossy();
        self.domain(&checkpoint.dom, |domain, _| {
            domain.checkpoint(&name)?;
            then(domain, &name)
        })
    }
}
