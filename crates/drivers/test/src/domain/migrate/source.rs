//! The source of a migration: Begin, Perform, Confirm. Rules, errors and the order of events are those of the QEMU driver.
use super::cookie::{self, printed};
use super::{Wanted, not_migrating};
use crate::FROM;
use crate::domain::definition;
use crate::domain::job::{self, Job, Phase};
use crate::domain::lifecycle::shut_off;
use crate::domain::{Domain, report};
use crate::driver::Driver;
use oxivirt_driver_common::{Locked, errors};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, message};

fn invalid<T>(text: Vec<u8>) -> Result<T> {
    Err(errors::invalid_operation(FROM, text))
}

/// Refuses a domain that is busy, or that a host does not let go.
fn check(domain: &Domain, wanted: &Wanted<'_>) -> Result<()> {
    if domain.job().is_some() {
        return Err(Error::new(FROM, ErrorCode::OPERATION_TIMEOUT, message!("cannot acquire state change lock")));
    }
    let offline = wanted.has(VIR_MIGRATE_OFFLINE);
    if !offline {
        domain.check_active()?;
    }
    let snapshots = domain.snapshots.len();
    if snapshots > 0 {
        return invalid(message!("cannot migrate domain with %1$d snapshots", snapshots));
    }
    if !offline {
        return Ok(());
    }
    if wanted.has(VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC) {
        return invalid(message!("offline migration cannot handle non-shared storage"));
    }
    if !wanted.has(VIR_MIGRATE_PERSIST_DEST) {
        return invalid(message!("offline migration must be specified with the persistent flag set"));
    }
    Ok(())
}

/// Begin: returns the definition for the target.
pub(super) fn begin(domain: &mut Domain, owner: u64, wanted: &Wanted<'_>) -> Result<Vec<u8>> {
    check(domain, wanted)?;
    let xml = match &wanted.xml {
        None => printed(&domain.definition),
        Some(xml) => {
            let other = definition::parse(xml)?;
            domain.definition.check_stability(&other)?;
            printed(&other)
        }
    };
    if wanted.has(VIR_MIGRATE_CHANGE_PROTECTION) {
        domain.activity_mut().job = Some(Job { owner, phase: Phase::Begun, cancelled: false });
    }
    Ok(xml)
}

/// Perform: the guest stops here, and its state is in the cookie that is returned.
pub(super) fn perform(
    domain: &mut Domain,
    driver: &Driver,
    owner: u64,
    wanted: &Wanted<'_>,
    cookie_in: &[u8],
) -> Result<Vec<u8>> {
    match (domain.end_job(), wanted.has(VIR_MIGRATE_CHANGE_PROTECTION)) {
        (Some(job), true) if job.cancelled => {
            let text = message!("%1$s: %2$s", "migration out job", "canceled by client");
            return Err(Error::new(FROM, ErrorCode::OPERATION_ABORTED, text));
        }
        (Some(Job { phase: Phase::Begun, .. }), true) => {}
        (None, false) => check(domain, wanted)?,
        (None, true) => return Err(not_migrating(&domain.definition.name)),
        (Some(job), _) => {
            // Another one's, or a phase that was before.
            let name = domain.definition.name.clone();
            domain.activity_mut().job = Some(job);
            return Err(not_migrating(&name));
        }
    }
    domain.check_active()?;
    let uuid = domain.definition.uuid.unwrap_or(oxivirt_model::Uuid::NIL);
    if cookie_in != cookie::waiting(uuid) {
        return Err(errors::internal(FROM, "the migration cookie is not one of the test driver"));
    }
    let other = wanted.persistent.as_ref().map(|xml| definition::parse(xml)).transpose()?;
    let persist = wanted.has(VIR_MIGRATE_PERSIST_DEST);
    let persistent = persist.then(|| other.as_ref().unwrap_or(domain.one(false)));
    let cookie = cookie::sent(domain, persistent);
    let before = domain.state;
    if before.0 == VIR_DOMAIN_RUNNING {
        domain.set_state(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_MIGRATION);
        report(driver, domain, VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED);
    }
    domain.activity_mut().job = Some(Job { owner, phase: Phase::Performed(before), cancelled: false });
    Ok(cookie)
}

/// Lets the guest go on here.
fn restore(domain: &mut Domain, driver: &Driver, job: &Job) {
    let Phase::Performed(before) = job.phase else { return };
    if domain.state != (VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_MIGRATION) {
        return;
    }
    if before.0 == VIR_DOMAIN_RUNNING {
        domain.set_state(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_MIGRATION_CANCELED);
        report(driver, domain, VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_MIGRATED);
    } else {
        domain.state = before;
    }
}

/// Confirm: the guest is gone, unless `cancelled` says that it is not.
pub(super) fn confirm(domain: &mut Locked<'_, Domain>, driver: &Driver, flags: u32, cancelled: bool) -> Result<()> {
    match domain.job() {
        Some(job) if !job.is_incoming() => {}
        _ => return Err(not_migrating(&domain.definition.name)),
    }
    let Some(job) = domain.end_job() else { return Ok(()) };
    if cancelled {
        restore(domain, driver, &job);
        return Ok(());
    }
    let offline = flags & VIR_MIGRATE_OFFLINE != 0;
    if !offline {
        shut_off(domain, VIR_DOMAIN_SHUTOFF_MIGRATED);
        report(driver, domain, VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_MIGRATED);
        job::complete(domain, driver, VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT);
    }
    let undefine = flags & VIR_MIGRATE_UNDEFINE_SOURCE != 0;
    // A transient domain keeps its number when it is shut off, and goes.
    let stays_active = offline && domain.is_active();
    if !stays_active && (undefine || !domain.persistent) {
        domain.persistent = false;
        domain.remove();
    }
    Ok(())
}

/// Ends a migration that nobody leads any further.
pub(super) fn give_up(domain: &mut Domain, driver: &Driver) {
    if let Some(job) = domain.end_job() {
        restore(domain, driver, &job);
    }
}
