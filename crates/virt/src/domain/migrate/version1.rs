//! Protocol version 1: Prepare (target), Perform (source), Finish (target). A failed Perform is not told to the target.
use super::ends::{Migration, target_flags};
use super::outcome::no_uri;
use super::parameters::{MigrateParams, lent};
use super::{Domain, low};
use crate::{Result, Str, Text};
use oxivirt_model::constants::VIR_MIGRATE_PAUSED;
use oxivirt_protocol::remote;
use oxivirt_xdr::Opaque;

/// Moves the domain; its handle on the target.
pub(super) fn migrate(migration: &Migration<'_>, params: &MigrateParams<'_>, flags: u64) -> Result<Domain> {
    let flags = if migration.paused_by_info() { flags | u64::from(VIR_MIGRATE_PAUSED) } else { flags };
    // 32 bits only: this version's target never saw more.
    let to_target = low(target_flags(flags));
    let (given, cookie) = prepare(migration, params, to_target)?;
    let uri = chosen(given.as_ref(), params).ok_or_else(|| no_uri("domainMigratePrepare"))?;
    perform(migration, params, &uri, &cookie, flags)?;
    let args = remote::DomainMigrateFinishArgs { dname: migration.name(params), cookie, uri, flags: to_target.into() };
    migration
        .on_target()
        .call(|driver, call| Ok(Domain::from_wire(migration.target, &driver.domain_migrate_finish(call, &args)?.ddom)))
}

/// The URI that the target gave, else the caller's.
pub(super) fn chosen<'a>(given: Option<&'a Text>, params: &'a MigrateParams<'_>) -> Option<Str<'a>> {
    given.map(Str::from).or_else(|| lent(params.uri.as_ref()))
}

fn prepare(
    migration: &Migration<'_>,
    params: &MigrateParams<'_>,
    flags: u32,
) -> Result<(Option<Text>, Opaque<'static>)> {
    let args = remote::DomainMigratePrepareArgs {
        uri_in: lent(params.uri.as_ref()),
        flags: flags.into(),
        dname: lent(params.name.as_ref()),
        resource: params.bandwidth,
    };
    migration.on_target().call(|driver, call| {
        let ret = driver.domain_migrate_prepare(call, &args)?;
        Ok((ret.uri_out.as_ref().map(Text::from), ret.cookie.into_owned()))
    })
}

/// The phase that versions 1 and 2 have in common: the source sends the domain and waits for the end.
pub(super) fn perform(
    migration: &Migration<'_>,
    params: &MigrateParams<'_>,
    uri: &Str<'_>,
    cookie: &Opaque<'_>,
    flags: u64,
) -> Result<()> {
    let args = remote::DomainMigratePerformArgs {
        dom: migration.source.wire(),
        cookie: cookie.as_bytes().into(),
        uri: uri.as_bytes().into(),
        flags,
        dname: lent(params.name.as_ref()),
        resource: params.bandwidth,
    };
    migration.op().call(|driver, call| driver.domain_migrate_perform(call, &args))
}
