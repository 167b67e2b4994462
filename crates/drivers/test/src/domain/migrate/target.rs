//! The target of a migration: Prepare, Finish. Rules, errors and the order of events are those of the QEMU driver.
use super::cookie::{self, Sent};
use super::{Wanted, not_migrating};
use crate::FROM;
use crate::domain::definition::{self, Definition};
use crate::domain::job::{self, Job, Phase};
use crate::domain::lifecycle::{shut_off, start};
use crate::domain::{Domain, conflict, report};
use crate::driver::Driver;
use oxivirt_conf::Uri;
use oxivirt_driver_common::{Key, Locked, errors};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid, message};
use oxivirt_protocol::remote;
use oxivirt_xdr::Str;
use std::sync::Arc;

/// Refuses a URI to which no hypervisor sends its data; nothing else is done with it.
pub(super) fn check_uri(uri: Option<&Str<'_>>) -> Result<()> {
    let Some(uri) = uri else { return Ok(()) };
    let scheme = Uri::parse(uri).and_then(|uri| uri.scheme).unwrap_or_default();
    if [&b"test"[..], b"tcp", b"rdma", b"unix"].contains(&scheme.as_slice()) {
        return Ok(());
    }
    let text = message!("unsupported scheme %1$s in migration URI %2$s", scheme, uri.as_bytes());
    Err(Error::new(FROM, ErrorCode::ARGUMENT_UNSUPPORTED, text))
}

/// Returns the definition of the domain that is to come.
pub(super) fn definition(wanted: &Wanted<'_>) -> Result<Definition> {
    let Some(xml) = &wanted.xml else { return Err(errors::internal(FROM, message!("no domain XML passed"))) };
    let mut definition = definition::parse(xml)?;
    if let Some(name) = &wanted.name {
        definition.name = name.to_str_lossy().into_owned();
    }
    Ok(definition)
}

/// Prepare: a domain waits for its memory. Returns its UUID.
pub(super) fn prepare(driver: &Driver, owner: u64, definition: Definition, wanted: &Wanted<'_>) -> Result<Uuid> {
    let offline = wanted.has(VIR_MIGRATE_OFFLINE);
    let definition = Arc::new(definition);
    let fresh = Domain::new(Arc::clone(&definition));
    let refuse = conflict(&definition);
    let (name, uuid) = (definition.name.clone(), definition.uuid);
    driver.domains.define(Key { name: name.as_bytes(), uuid }, fresh, refuse, |domain, new| {
        if !new && (domain.is_active() || domain.job().is_some()) {
            let text = message!("domain '%1$s' is already active", name);
            return Err(errors::invalid_operation(ErrorDomain::DOMAIN, text));
        }
        if !offline {
            if !new {
                domain.assign(Arc::clone(&definition), true);
            }
            start(domain, driver, 0);
            domain.set_state(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_MIGRATION);
            report(driver, domain, VIR_DOMAIN_EVENT_STARTED, VIR_DOMAIN_EVENT_STARTED_MIGRATED);
        }
        let phase = Phase::Incoming(offline.then_some(definition));
        domain.activity_mut().job = Some(Job { owner, phase, cancelled: false });
        Ok(domain.definition.uuid.unwrap_or(Uuid::NIL))
    })
}

/// What Finish answers; the domain it is about is known by then.
type Finished = (Uuid, Result<remote::NonnullDomain<'static>>);

/// Finish: the guest goes on here, unless `cancelled` says that it never came.
///
/// # Errors
/// There is no such domain, or it waits for nothing. All other errors are in the result, because they end the migration.
pub(super) fn finish(driver: &Driver, name: &[u8], flags: u32, cookie: &[u8], cancelled: bool) -> Result<Finished> {
    let object = driver.domains.by_name(name);
    let finished = object.and_then(|object| {
        driver.domains.with(&object, |domain| {
            let Some(Job { phase: Phase::Incoming(offline), .. }) = domain.job().cloned() else {
                return Err(not_migrating(&domain.definition.name));
            };
            let uuid = domain.definition.uuid.unwrap_or(Uuid::NIL);
            let finished = if cancelled { Err(finished_as_told()) } else { cookie::read(cookie) };
            let finished = finished.map(|sent| match offline {
                Some(definition) => define(domain, driver, definition),
                None => run(domain, driver, sent, flags),
            });
            if finished.is_err() {
                give_up(domain, driver);
            }
            Ok((uuid, finished.map(|()| domain.wire())))
        })
    });
    finished.unwrap_or_else(|| {
        Err(Error::new(FROM, ErrorCode::NO_DOMAIN, message!("no domain with matching name '%1$s'", name)))
    })
}

/// Returns the answer to a Finish that was told to fail, and did as told.
fn finished_as_told() -> Error {
    Error::bare(FROM, ErrorCode::MIGRATE_FINISH_OK)
}

fn report_defined(domain: &Domain, driver: &Driver, was_persistent: bool) {
    let detail = if was_persistent { VIR_DOMAIN_EVENT_DEFINED_UPDATED } else { VIR_DOMAIN_EVENT_DEFINED_ADDED };
    report(driver, domain, VIR_DOMAIN_EVENT_DEFINED, detail);
}

/// A domain that is not to run has come.
fn define(domain: &mut Locked<'_, Domain>, driver: &Driver, definition: Arc<Definition>) {
    domain.end_job();
    domain.assign(definition, false);
    let was_persistent = std::mem::replace(&mut domain.persistent, true);
    report_defined(domain, driver, was_persistent);
}

/// A guest has come.
fn run(domain: &mut Locked<'_, Domain>, driver: &Driver, sent: Sent, flags: u32) {
    domain.end_job();
    let polling = std::mem::take(&mut domain.guest.polling);
    domain.guest = crate::domain::Guest { polling, ..sent.guest };
    if flags & VIR_MIGRATE_PERSIST_DEST != 0 {
        let mut persistent = sent.persistent.unwrap_or_else(|| Definition::clone(&domain.definition));
        persistent.name.clone_from(&domain.definition.name);
        (persistent.uuid, persistent.id) = (domain.definition.uuid, None);
        domain.next = Some(Arc::new(persistent));
        let was_persistent = std::mem::replace(&mut domain.persistent, true);
        report_defined(domain, driver, was_persistent);
    }
    if flags & VIR_MIGRATE_PAUSED == 0 {
        domain.set_state(VIR_DOMAIN_RUNNING, VIR_DOMAIN_RUNNING_MIGRATED);
        report(driver, domain, VIR_DOMAIN_EVENT_RESUMED, VIR_DOMAIN_EVENT_RESUMED_MIGRATED);
    } else {
        domain.set_state(VIR_DOMAIN_PAUSED, VIR_DOMAIN_PAUSED_USER);
        report(driver, domain, VIR_DOMAIN_EVENT_SUSPENDED, VIR_DOMAIN_EVENT_SUSPENDED_PAUSED);
    }
    job::remember(domain, VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN);
}

/// Nothing comes any more.
pub(super) fn give_up(domain: &mut Locked<'_, Domain>, driver: &Driver) {
    let Some(Job { phase: Phase::Incoming(offline), .. }) = domain.end_job() else { return };
    if offline.is_none() {
        shut_off(domain, VIR_DOMAIN_SHUTOFF_FAILED);
        report(driver, domain, VIR_DOMAIN_EVENT_STOPPED, VIR_DOMAIN_EVENT_STOPPED_FAILED);
    }
    if !domain.persistent {
        domain.remove();
    }
}
