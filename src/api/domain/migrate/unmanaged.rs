//! Migrations that the client only starts: the source's daemon talks to the target's (peer to peer), or the source's
//! hypervisor to the target's (direct).
use super::FROM;
use super::features::{Feature, copies_storage_one_way, tunnels_one_stream, unsupported_argument};
use super::parameters::{Asked, BANDWIDTH, NAME, URI, XML};
use crate::abi::ctypes::{VIR_MIGRATE_OFFLINE, VIR_MIGRATE_PEER2PEER};
use crate::abi::{Fault, Handle, InStr, Result};
use crate::objects::{Domain, HasDriver};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_open::Uri;
use oxivirt_protocol::remote;
use oxivirt_xdr::Opaque;
use std::ffi::CStr;

/// What the three virDomainMigrateToURI functions check in the same way.
pub(super) fn check(dom: &Handle<Domain>, flags: u32) -> Result<()> {
    tunnels_one_stream(flags)?;
    copies_storage_one_way(flags, |_| Ok(()))
        .map_err(|fault| fault.reported_by("virDomainMigrateUnmanagedCheckCompat", FROM))?;
    if flags & VIR_MIGRATE_OFFLINE != 0 {
        let text = "offline migration is not supported by the source host";
        Feature::OFFLINE.needed(dom.conn(), text)?;
    }
    if flags & VIR_MIGRATE_PEER2PEER != 0 {
        let text = "p2p migration is not supported by the source host";
        Feature::PEER_TO_PEER.needed(dom.conn(), text)
    } else {
        let text = "direct migration is not supported by the source host";
        Feature::DIRECT.needed(dom.conn(), text)
    }
}

/// The URI of the target's daemon: needed for peer to peer, meaningless otherwise.
pub(super) fn peer(dconnuri: InStr<'_>, flags: u32) -> Result<Option<&CStr>> {
    if flags & VIR_MIGRATE_PEER2PEER == 0 {
        return Ok(None);
    }
    dconnuri.get("dconnuri").map(Some)
}

/// Tells the source to move the domain and waits for the end. `daemon` is present for peer to peer.
pub(super) fn migrate(dom: &Handle<Domain>, daemon: Option<&CStr>, asked: &Asked<'_>, flags: u32) -> Result<()> {
    if let Some(daemon) = daemon {
        elsewhere(daemon)?;
        if Feature::PARAMETERS.of(dom.conn())? {
            return extensible(dom, daemon, asked, flags);
        }
    }
    if Feature::VERSION_3.of(dom.conn())? {
        version3(dom, daemon, asked, flags)
    } else {
        version2(dom, daemon, asked, flags)
    }
}

/// Refuses the URI of a daemon on this very host. A named socket may be forwarded from anywhere.
fn elsewhere(daemon: &CStr) -> Result<()> {
    let text = daemon.to_bytes();
    let Some(uri) = Uri::parse(text) else {
        let detail = message!("Unable to parse URI %1$s", text);
        return Err(Error::new(ErrorDomain::URI, ErrorCode::INTERNAL_ERROR, detail).into());
    };
    let here = match &uri.server {
        Some(server) => server.starts_with(b"localhost"),
        None => !names_socket(&uri),
    };
    if here {
        let text = message!("Attempt to migrate guest to the same host");
        return Err(Fault::Invalid("dconnuri", text).reported_by("virDomainMigrateCheckNotLocal", FROM));
    }
    Ok(())
}

fn names_socket(uri: &Uri) -> bool {
    let scheme = uri.scheme.as_deref().unwrap_or_default();
    let transport = scheme.iter().position(|&b| b == b'+');
    transport.and_then(|at| scheme.get(at..)) == Some(b"+unix") && uri.parameter("socket").is_some()
}

/// The daemon's side of a cookie makes no sense where nobody takes it on.
fn no_cookie(cookie: &Opaque<'_>) -> Result<()> {
    if cookie.is_empty() {
        return Ok(());
    }
    let text = message!("caller ignores cookieout or cookieoutlen");
    Err(Error::new(ErrorDomain::REMOTE, ErrorCode::INTERNAL_ERROR, text).into())
}

fn extensible(dom: &Handle<Domain>, daemon: &CStr, asked: &Asked<'_>, flags: u32) -> Result<()> {
    let args = remote::DomainMigratePerform3ParamsArgs {
        dom: dom.wire(),
        dconnuri: Some(daemon.into()),
        params: asked.parameters()?,
        cookie_in: Opaque::default(),
        flags,
    };
    let mut call = dom.call();
    let ret = dom.driver().domain_migrate_perform3_params(&mut call, &args)?;
    no_cookie(&ret.cookie_out)
}

fn version3(dom: &Handle<Domain>, daemon: Option<&CStr>, asked: &Asked<'_>, flags: u32) -> Result<()> {
    if !asked.only(&[URI, NAME, XML, BANDWIDTH]) {
        let text = "Some parameters are not supported by migration protocol 3";
        return Err(unsupported_argument(text));
    }
    let params = asked.params()?;
    let args = remote::DomainMigratePerform3Args {
        dom: dom.wire(),
        xmlin: params.xml.map(Into::into),
        cookie_in: Opaque::default(),
        dconnuri: daemon.map(Into::into),
        uri: params.uri.map(Into::into),
        flags: flags.into(),
        dname: params.name.map(Into::into),
        resource: params.bandwidth,
    };
    let mut call = dom.call();
    let ret = dom.driver().domain_migrate_perform3(&mut call, &args)?;
    no_cookie(&ret.cookie_out)
}

fn version2(dom: &Handle<Domain>, daemon: Option<&CStr>, asked: &Asked<'_>, flags: u32) -> Result<()> {
    if !asked.only(&[NAME, BANDWIDTH, URI]) {
        let text = "Some parameters are not supported by migration protocol 2";
        return Err(unsupported_argument(text));
    }
    let params = asked.params()?;
    if daemon.is_some() && params.uri.is_some() {
        let text = message!("Unable to override peer2peer migration URI");
        return Err(Error::new(FROM, ErrorCode::INTERNAL_ERROR, text).into());
    }
    let uri = daemon.or(params.uri).ok_or_else(|| {
        let text = message!("Unable to encode message payload");
        Error::new(ErrorDomain::RPC, ErrorCode::RPC, text)
    })?;
    let args = remote::DomainMigratePerformArgs {
        dom: dom.wire(),
        cookie: Opaque::default(),
        uri: uri.into(),
        flags: flags.into(),
        dname: params.name.map(Into::into),
        resource: params.bandwidth,
    };
    dom.ask(|driver, call| driver.domain_migrate_perform(call, &args))
}
