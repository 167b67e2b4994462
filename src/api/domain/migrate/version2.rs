//! Protocol version 2: the source's definition goes to Prepare, and Finish tells the target whether Perform succeeded.
use super::features::Feature;
use super::managed::{Pair, target_flags};
use super::outcome::{after_finish, no_uri};
use super::parameters::MigrateParams;
use super::version1::perform;
use crate::abi::ctypes::{
    VIR_DOMAIN_XML_MIGRATABLE, VIR_DOMAIN_XML_SECURE, VIR_DOMAIN_XML_UPDATE_CPU, VIR_MIGRATE_PAUSED,
};
use crate::abi::{Ref, Result};
use crate::objects::{Domain, FromWire, c_text};
use oxivirt_protocol::remote;
use oxivirt_xdr::Opaque;
use std::ffi::{CStr, CString};

/// Moves the domain; its handle on the target.
pub(super) fn migrate(pair: &Pair<'_>, params: MigrateParams<'_>, flags: u64) -> Result<Ref<Domain>> {
    let xml = definition(pair)?;
    let flags = if pair.paused_by_info() { flags | u64::from(VIR_MIGRATE_PAUSED) } else { flags };
    let to_target = target_flags(flags);
    let (uri, cookie) = prepare(pair, &params, to_target, &xml)?;
    // Finish cannot be called without a URI: the protocol has no way to say that there is none.
    let uri = uri.as_deref().or(params.uri).ok_or_else(|| no_uri("domainMigratePrepare2"))?;
    let performed = perform(pair, &params, uri, &cookie, flags);
    let args = remote::DomainMigrateFinish2Args {
        dname: params.name.unwrap_or(pair.source.name()).into(),
        cookie,
        uri: uri.into(),
        flags: to_target,
        retcode: performed.is_err().into(),
    };
    after_finish(performed.err(), finish(pair, &args))
}

/// The source's definition, in the form for a migration where the daemon has one.
fn definition(pair: &Pair<'_>) -> Result<CString> {
    let dom = pair.source;
    let flags = if Feature::MIGRATABLE_XML.of(dom.conn())? {
        VIR_DOMAIN_XML_MIGRATABLE
    } else {
        VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_UPDATE_CPU
    };
    let args = remote::DomainGetXmlDescArgs { dom: dom.wire(), flags };
    let mut call = dom.call();
    Ok(c_text(&dom.driver().domain_get_xml_desc(&mut call, &args)?.xml))
}

fn prepare(
    pair: &Pair<'_>,
    params: &MigrateParams<'_>,
    flags: u64,
    xml: &CStr,
) -> Result<(Option<CString>, Opaque<'static>)> {
    let args = remote::DomainMigratePrepare2Args {
        uri_in: params.uri.map(Into::into),
        flags,
        dname: params.name.map(Into::into),
        resource: params.bandwidth,
        dom_xml: xml.into(),
    };
    let mut call = pair.target.call();
    let ret = pair.target.driver().domain_migrate_prepare2(&mut call, &args)?;
    Ok((ret.uri_out.as_ref().map(c_text), ret.cookie.into_owned()))
}

fn finish(pair: &Pair<'_>, args: &remote::DomainMigrateFinish2Args<'_>) -> Result<Ref<Domain>> {
    let mut call = pair.target.call();
    let ret = pair.target.driver().domain_migrate_finish2(&mut call, args)?;
    Domain::replied(pair.target, &ret.ddom)
}
