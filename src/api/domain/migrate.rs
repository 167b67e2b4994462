//! libvirt-domain.h: moving a domain to another host. Bandwidth is in MiB/s.
use crate::abi::ctypes::virTypedParameter;
use crate::abi::{Array, In, InC, InStr, Owned, Status, ULong};
use crate::objects::{Connection, Domain, migrate};
use oxivirt::domain::MigrateParams;
use oxivirt_entry_macro::entry;
use oxivirt_model::{Error, ErrorDomain};
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

fn params<'a>([xml, name, uri]: [InStr<'a>; 3], bandwidth: ULong) -> MigrateParams<'a> {
    let text = |text: InStr<'a>| text.opt().map(Into::into);
    MigrateParams { xml: text(xml), name: text(name), uri: text(uri), bandwidth: bandwidth.into() }
}

#[entry]
fn virDomainMigrate(
    domain: In<'_, Domain>,
    dconn: In<'_, Connection>,
    flags: ULong,
    dname: InStr<'_>,
    uri: InStr<'_>,
    bandwidth: ULong,
) -> Owned<Domain> {
    let params = params([InStr::NULL, dname, uri], bandwidth);
    migrate(domain, dconn, |migration| Ok(migration.migrate(&params, flags.into())?))
}

#[entry]
fn virDomainMigrate2(
    domain: In<'_, Domain>,
    dconn: In<'_, Connection>,
    dxml: InStr<'_>,
    flags: ULong,
    dname: InStr<'_>,
    uri: InStr<'_>,
    bandwidth: ULong,
) -> Owned<Domain> {
    let params = params([dxml, dname, uri], bandwidth);
    migrate(domain, dconn, |migration| Ok(migration.migrate2(&params, flags.into())?))
}

#[entry]
fn virDomainMigrate3(
    domain: In<'_, Domain>,
    dconn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_uint,
    flags: c_uint,
) -> Owned<Domain> {
    migrate(domain, dconn, |mut migration| {
        migration.check_flags3(flags)?;
        let params = params.unchecked(nparams)?;
        Ok(migration.migrate3(params.as_deref().map_err(Error::clone), flags)?)
    })
}

#[entry]
fn virDomainMigrateToURI(
    domain: In<'_, Domain>,
    duri: InStr<'_>,
    flags: ULong,
    dname: InStr<'_>,
    bandwidth: ULong,
) -> Status {
    let (dom, duri) = (domain.for_write()?, duri.get("duri")?);
    let params = params([InStr::NULL, dname, InStr::NULL], bandwidth);
    Ok(dom.migrate_to_uri(duri, &params, flags.into())?)
}

#[entry]
fn virDomainMigrateToURI2(
    domain: In<'_, Domain>,
    dconnuri: InStr<'_>,
    miguri: InStr<'_>,
    dxml: InStr<'_>,
    flags: ULong,
    dname: InStr<'_>,
    bandwidth: ULong,
) -> Status {
    let params = params([dxml, dname, miguri], bandwidth);
    Ok(domain.get()?.migrate_to_uri2(dconnuri.opt(), &params, flags.into())?)
}

#[entry]
fn virDomainMigrateToURI3(
    domain: In<'_, Domain>,
    dconnuri: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_uint,
    flags: c_uint,
) -> Status {
    let dom = domain.get()?;
    let daemon = dom.migrate_to_uri3_checked(dconnuri.opt(), flags)?;
    let params = params.unchecked(nparams)?;
    Ok(dom.migrate_to_uri3_heard(&InC, daemon, params.as_deref().map_err(Error::clone), flags)?)
}
