//! Protocol version 2: the source's definition goes to Prepare, and Finish tells the target whether Perform succeeded.
use super::Domain;
use super::ends::{Migration, target_flags};
use super::features::Feature;
use super::outcome::{after_finish, no_uri};
use super::parameters::{MigrateParams, lent};
use super::version1::{chosen, perform};
use crate::{Result, Text};
use oxivirt_model::constants::{
    VIR_DOMAIN_XML_MIGRATABLE, VIR_DOMAIN_XML_SECURE, VIR_DOMAIN_XML_UPDATE_CPU, VIR_MIGRATE_PAUSED,
};
use oxivirt_protocol::remote;
use oxivirt_xdr::Opaque;

/// Moves the domain; its handle on the target.
pub(super) fn migrate(migration: &Migration<'_>, params: &MigrateParams<'_>, flags: u64) -> Result<Domain> {
    let xml = definition(migration)?;
    let flags = if migration.paused_by_info() { flags | u64::from(VIR_MIGRATE_PAUSED) } else { flags };
    let to_target = target_flags(flags);
    let (given, cookie) = prepare(migration, params, to_target, &xml)?;
    // Finish cannot be called without a URI: the protocol has no way to say that there is none.
    let uri = chosen(given.as_ref(), params).ok_or_else(|| no_uri("domainMigratePrepare2"))?;
    let performed = perform(migration, params, &uri, &cookie, flags);
    let args = remote::DomainMigrateFinish2Args {
        dname: migration.name(params),
        cookie,
        uri,
        flags: to_target,
        retcode: performed.is_err().into(),
    };
    let finished = migration.on_target().call(|driver, call| {
        Ok(Domain::from_wire(migration.target, &driver.domain_migrate_finish2(call, &args)?.ddom))
    });
    after_finish(migration.heard, performed.err(), finished)
}

/// The source's definition, in the form for a migration where the daemon has one.
fn definition(migration: &Migration<'_>) -> Result<Text> {
    let dom = migration.source;
    let flags = if Feature::MIGRATABLE_XML.of(dom.connection())? {
        VIR_DOMAIN_XML_MIGRATABLE
    } else {
        VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_UPDATE_CPU
    };
    let args = remote::DomainGetXmlDescArgs { dom: dom.wire(), flags };
    migration.op().text(|driver, call| Ok(driver.domain_get_xml_desc(call, &args)?.xml))
}

fn prepare(
    migration: &Migration<'_>,
    params: &MigrateParams<'_>,
    flags: u64,
    xml: &Text,
) -> Result<(Option<Text>, Opaque<'static>)> {
    let args = remote::DomainMigratePrepare2Args {
        uri_in: lent(params.uri.as_ref()),
        flags,
        dname: lent(params.name.as_ref()),
        resource: params.bandwidth,
        dom_xml: xml.into(),
    };
    migration.on_target().call(|driver, call| {
        let ret = driver.domain_migrate_prepare2(call, &args)?;
        Ok((ret.uri_out.as_ref().map(Text::from), ret.cookie.into_owned()))
    })
}
