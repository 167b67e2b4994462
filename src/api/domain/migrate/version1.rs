//! Protocol version 1: Prepare (target), Perform (source), Finish (target). A failed Perform is not told to the target.
use super::low;
use super::managed::{Pair, target_flags};
use super::outcome::no_uri;
use super::parameters::MigrateParams;
use crate::abi::ctypes::VIR_MIGRATE_PAUSED;
use crate::abi::{Ref, Result};
use crate::objects::{Domain, FromWire, HasDriver, c_text};
use oxivirt_protocol::remote;
use oxivirt_xdr::Opaque;
use std::ffi::{CStr, CString};

/// Moves the domain; its handle on the target.
pub(super) fn migrate(pair: &Pair<'_>, params: MigrateParams<'_>, flags: u64) -> Result<Ref<Domain>> {
    let flags = if pair.paused_by_info() { flags | u64::from(VIR_MIGRATE_PAUSED) } else { flags };
    // 32 bits only: this version's target never saw more.
    let to_target = low(target_flags(flags));
    let (uri, cookie) = prepare(pair, &params, to_target)?;
    let uri = uri.as_deref().or(params.uri).ok_or_else(|| no_uri("domainMigratePrepare"))?;
    perform(pair, &params, uri, &cookie, flags)?;
    let args = remote::DomainMigrateFinishArgs {
        dname: params.name.unwrap_or(pair.source.name()).into(),
        cookie,
        uri: uri.into(),
        flags: to_target.into(),
    };
    let mut call = pair.target.call();
    let ret = pair.target.driver().domain_migrate_finish(&mut call, &args)?;
    Domain::replied(pair.target, &ret.ddom)
}

fn prepare(pair: &Pair<'_>, params: &MigrateParams<'_>, flags: u32) -> Result<(Option<CString>, Opaque<'static>)> {
    let args = remote::DomainMigratePrepareArgs {
        uri_in: params.uri.map(Into::into),
        flags: flags.into(),
        dname: params.name.map(Into::into),
        resource: params.bandwidth,
    };
    let mut call = pair.target.call();
    let ret = pair.target.driver().domain_migrate_prepare(&mut call, &args)?;
    Ok((ret.uri_out.as_ref().map(c_text), ret.cookie.into_owned()))
}

/// The phase that versions 1 and 2 have in common: the source sends the domain and waits for the end.
pub(super) fn perform(
    pair: &Pair<'_>,
    params: &MigrateParams<'_>,
    uri: &CStr,
    cookie: &Opaque<'_>,
    flags: u64,
) -> Result<()> {
    let dom = pair.source;
    let args = remote::DomainMigratePerformArgs {
        dom: dom.wire(),
        cookie: cookie.as_bytes().into(),
        uri: uri.into(),
        flags,
        dname: params.name.map(Into::into),
        resource: params.bandwidth,
    };
    dom.ask(|driver, call| driver.domain_migrate_perform(call, &args))
}
