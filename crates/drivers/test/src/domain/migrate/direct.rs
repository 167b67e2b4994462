//! Direct migration, where the source's hypervisor does all: `virDomainMigrateToURI` without the flag for peers. The one target that this
//! hypervisor reaches by a URI is the state of `test:///default`.
use super::{Wanted, cookie, target};
use crate::FROM;
use crate::driver::{Driver, default_driver};
use crate::session::TestSession;
use oxivirt_conf::Uri;
use oxivirt_driver_common::errors;
use oxivirt_model::constants::{
    VIR_DOMAIN_PAUSED, VIR_MIGRATE_CHANGE_PROTECTION, VIR_MIGRATE_OFFLINE, VIR_MIGRATE_PAUSED,
};
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::remote;
use oxivirt_xdr::Str;
use std::sync::Arc;

/// Finds the state that a URI names.
fn reached(session: &TestSession, uri: Option<&Str<'_>>) -> Result<Arc<Driver>> {
    let text = uri.map(Str::as_bytes).unwrap_or_default();
    let parsed = Uri::parse(text).filter(|uri| uri.scheme.as_deref() == Some(b"test"));
    if !parsed.is_some_and(|uri| uri.server.is_none() && uri.path == b"/default") {
        let text = format!("only test:///default can be migrated to, not '{}'", String::from_utf8_lossy(text));
        return Err(Error::new(FROM, ErrorCode::ARGUMENT_UNSUPPORTED, text));
    }
    let text = "nobody in this process has test:///default open";
    let driver = default_driver().ok_or_else(|| Error::new(FROM, ErrorCode::OPERATION_FAILED, text))?;
    if std::ptr::eq(session.driver()?, Arc::as_ptr(&driver)) {
        return Err(errors::invalid_argument(FROM, message!("Attempt to migrate guest to the same host")));
    }
    Ok(driver)
}

/// Moves the domain through all phases.
pub(super) fn migrate(session: &TestSession, dom: &remote::NonnullDomain<'_>, wanted: &Wanted<'_>) -> Result<()> {
    let other = reached(session, wanted.uri.as_ref())?;
    let whole = |flags| Wanted {
        flags,
        name: super::lent(wanted.name.as_ref()),
        xml: super::lent(wanted.xml.as_ref()),
        persistent: super::lent(wanted.persistent.as_ref()),
        uri: None,
    };
    let mut ours = whole(wanted.flags | VIR_MIGRATE_CHANGE_PROTECTION);
    let xml = session.begin(dom, &ours)?;
    let paused = session.domain(dom, |domain, _| Ok(domain.state.0 == VIR_DOMAIN_PAUSED))?;
    if paused {
        ours.flags |= VIR_MIGRATE_PAUSED;
    }
    let theirs = Wanted { xml: Some(xml.as_slice().into()), ..whole(ours.flags) };
    let moved = target::definition(&theirs).and_then(|definition| {
        let name = definition.name.clone();
        let uuid = target::prepare(&other, session.id(), definition, &theirs)?;
        let sent = if ours.has(VIR_MIGRATE_OFFLINE) {
            Ok(Vec::new())
        } else {
            session.perform(dom, &ours, &cookie::waiting(uuid))
        };
        let cookie = sent.as_deref().unwrap_or_default();
        let finished = target::finish(&other, name.as_bytes(), ours.flags, cookie, sent.is_err());
        sent?;
        finished?.1.map(drop)
    });
    other.settle();
    // A source whose Perform failed knows it.
    let told = session.confirm(dom, ours.flags, moved.is_err());
    moved.and(told)
}
