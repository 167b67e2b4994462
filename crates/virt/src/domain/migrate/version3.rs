//! Protocol version 3: Begin (source), Prepare (target), Perform (source), Finish (target), Confirm (source).
//!
//! Whatever fails after Begin, both sides are told: the target by Finish, the source by Confirm, so that the domain runs on
//! exactly one of them. A source whose Perform failed knows already.
use super::ends::{Migration, target_flags};
use super::features::Feature;
use super::outcome::{after_finish, both_reasons};
use super::phases::{Cookie, Phases, Prepared};
use super::{Domain, low};
use crate::{Error, Result};
use oxivirt_log::{log, source};
use oxivirt_model::constants::{
    VIR_MIGRATE_CHANGE_PROTECTION, VIR_MIGRATE_OFFLINE, VIR_MIGRATE_PAUSED, VIR_MIGRATE_POSTCOPY_RESUME,
};

/// How far the domain's data came.
enum Sent {
    /// All of it; the cookie is for the target.
    Completely(Cookie),
    /// Nothing was tried; the source does not know yet. The cookie is Prepare's.
    NotTried(Error, Cookie),
    /// The source gave up and has resumed the domain.
    Failed(Error),
}

/// Moves the domain; its handle on the target.
pub(super) fn migrate(migration: &Migration<'_>, phases: &mut dyn Phases, flags: u32) -> Result<Domain> {
    let protection =
        if Feature::CHANGE_PROTECTION.of(migration.source.connection())? { VIR_MIGRATE_CHANGE_PROTECTION } else { 0 };
    let begun = phases.begin(flags | protection)?;
    let paused = phases.paused() && flags & VIR_MIGRATE_POSTCOPY_RESUME == 0;
    let flags = if paused { flags | VIR_MIGRATE_PAUSED } else { flags };
    let to_source = flags | protection;
    let to_target = low(target_flags(flags.into()));
    let prepared = match phases.prepare(to_target, &begun) {
        Ok(prepared) => prepared,
        Err(first) => {
            // Only a protected domain is locked since Begin.
            if protection != 0 {
                let _ = confirm(migration, phases, to_source, &Cookie::default(), true);
            }
            return Err(first);
        }
    };
    let sent = send(phases, to_source, prepared);
    finish(migration, phases, to_source, to_target, sent)
}

/// Confirm. When it fails there is nothing more that could be done.
fn confirm(
    migration: &Migration<'_>,
    phases: &mut dyn Phases,
    flags: u32,
    cookie: &Cookie,
    cancelled: bool,
) -> Result<()> {
    phases.confirm(flags, cookie, cancelled).inspect_err(|_| {
        let name = migration.source.name().to_string_lossy().into_owned();
        let function = "virDomainMigrateVersion3Full";
        log!(source::DOMAIN, Warning, function, "Guest {name} probably left in 'paused' state on source");
    })
}

/// Perform, unless there is nothing to send or nowhere to send it.
fn send(phases: &mut dyn Phases, flags: u32, prepared: Prepared) -> Sent {
    if let Err(error) = phases.redirect(prepared.uri) {
        return Sent::NotTried(error, prepared.cookie);
    }
    if flags & VIR_MIGRATE_OFFLINE != 0 {
        return Sent::Completely(Cookie::default());
    }
    match phases.perform(flags, &prepared.cookie) {
        Ok(cookie) => Sent::Completely(cookie),
        Err(error) => Sent::Failed(error),
    }
}

/// Finish, and Confirm when the source does not know the result yet. A failing Confirm changes nothing: the worst it
/// leaves behind is a paused domain on the source.
fn finish(
    migration: &Migration<'_>,
    phases: &mut dyn Phases,
    to_source: u32,
    to_target: u32,
    sent: Sent,
) -> Result<Domain> {
    let (first, cookie, source_knows) = match sent {
        Sent::Completely(cookie) => (None, cookie, false),
        Sent::NotTried(error, cookie) => (Some(error), cookie, false),
        Sent::Failed(error) => (Some(error), Cookie::default(), true),
    };
    let (cookie, finished, first) = match (phases.finish(to_target, &cookie, first.is_some()), first) {
        (Ok(finished), first) => (finished.cookie, Ok(finished.domain), first),
        (Err(later), None) => (Cookie::default(), Err(later), None),
        (Err(later), Some(first)) => {
            let error = both_reasons(first, &later);
            (Cookie::default(), Err(error), None)
        }
    };
    if !source_knows {
        // What a failing Confirm leaves behind when nothing is there yet.
        if let Err(error) = confirm(migration, phases, to_source, &cookie, finished.is_err()) {
            migration.heard.leave(&error, true);
        }
    }
    after_finish(migration.heard, first, finished)
}
