//! Migrations that the client only starts: the source's daemon talks to the target's (peer to peer), or the source's
//! hypervisor to the target's (direct).
use super::features::{
    Feature, copies_storage_one_way, tunnels_one_stream, unsupported_argument, writes_what_it_copies,
};
use super::parameters::{Asked, BANDWIDTH, NAME, URI, XML, lent};
use super::{Domain, FROM};
use crate::{Error, ErrorCode, ErrorDomain, Function, OnConnection, Result, Str};
use oxivirt_model::constants::{VIR_MIGRATE_OFFLINE, VIR_MIGRATE_PEER2PEER};
use oxivirt_model::{ArgumentRule, message};
use oxivirt_open::Uri;
use oxivirt_protocol::remote;
use oxivirt_xdr::Opaque;

/// What the three virDomainMigrateToURI functions check in the same way.
pub(super) fn check(dom: &Domain, function: &Function, flags: u32) -> Result<()> {
    // The stock library's function that names itself.
    const COMPATIBLE: Function = Function("virDomainMigrateUnmanagedCheckCompat", FROM);
    tunnels_one_stream(dom.op(function), flags)?;
    copies_storage_one_way(dom.op(&COMPATIBLE), flags)?;
    writes_what_it_copies(dom.op(&COMPATIBLE), flags)?;
    if flags & VIR_MIGRATE_OFFLINE != 0 {
        let text = "offline migration is not supported by the source host";
        Feature::OFFLINE.needed(dom.connection(), text)?;
    }
    if flags & VIR_MIGRATE_PEER2PEER != 0 {
        let text = "p2p migration is not supported by the source host";
        Feature::PEER_TO_PEER.needed(dom.connection(), text)
    } else {
        let text = "direct migration is not supported by the source host";
        Feature::DIRECT.needed(dom.connection(), text)
    }
}

/// The URI of the target's daemon: needed for peer to peer, meaningless otherwise.
pub(super) fn peer<'a>(function: &Function, daemon: Option<Str<'a>>, flags: u32) -> Result<Option<Str<'a>>> {
    if flags & VIR_MIGRATE_PEER2PEER == 0 {
        return Ok(None);
    }
    daemon.map(Some).ok_or_else(|| function.argument("dconnuri", ArgumentRule::NotNull))
}

/// Tells the source to move the domain and waits for the end. `daemon` is present for peer to peer.
pub(super) fn migrate(
    dom: &Domain,
    function: &Function,
    daemon: Option<&Str<'_>>,
    asked: &Asked<'_>,
    flags: u32,
) -> Result<()> {
    if let Some(daemon) = daemon {
        elsewhere(daemon)?;
        if Feature::PARAMETERS.of(dom.connection())? {
            return extensible(dom, function, daemon, asked, flags);
        }
    }
    if Feature::VERSION_3.of(dom.connection())? {
        version3(dom, function, daemon, asked, flags)
    } else {
        version2(dom, function, daemon, asked, flags)
    }
}

/// Refuses the URI of a daemon on this very host. A named socket may be forwarded from anywhere.
fn elsewhere(daemon: &Str<'_>) -> Result<()> {
    let text = daemon.as_bytes();
    let Some(uri) = Uri::parse(text) else {
        let detail = message!("Unable to parse URI %1$s", text);
        return Err(Error::new(ErrorDomain::URI, ErrorCode::INTERNAL_ERROR, detail));
    };
    let here = match &uri.server {
        Some(server) => server.starts_with(b"localhost"),
        None => !names_socket(&uri),
    };
    if here {
        let text = message!("Attempt to migrate guest to the same host");
        return Err(Function("virDomainMigrateCheckNotLocal", FROM).invalid("dconnuri", text));
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
    Err(Error::new(ErrorDomain::REMOTE, ErrorCode::INTERNAL_ERROR, text))
}

fn extensible(dom: &Domain, function: &Function, daemon: &Str<'_>, asked: &Asked<'_>, flags: u32) -> Result<()> {
    let args = remote::DomainMigratePerform3ParamsArgs {
        dom: dom.wire(),
        dconnuri: lent(Some(daemon)),
        params: asked.parameters()?,
        cookie_in: Opaque::default(),
        flags,
    };
    dom.op(function).call(|driver, call| no_cookie(&driver.domain_migrate_perform3_params(call, &args)?.cookie_out))
}

fn version3(dom: &Domain, function: &Function, daemon: Option<&Str<'_>>, asked: &Asked<'_>, flags: u32) -> Result<()> {
    if !asked.only(&[URI, NAME, XML, BANDWIDTH]) {
        let text = "Some parameters are not supported by migration protocol 3";
        return Err(unsupported_argument(text));
    }
    let params = asked.params()?;
    let args = remote::DomainMigratePerform3Args {
        dom: dom.wire(),
        xmlin: lent(params.xml.as_ref()),
        cookie_in: Opaque::default(),
        dconnuri: lent(daemon),
        uri: lent(params.uri.as_ref()),
        flags: flags.into(),
        dname: lent(params.name.as_ref()),
        resource: params.bandwidth,
    };
    dom.op(function).call(|driver, call| no_cookie(&driver.domain_migrate_perform3(call, &args)?.cookie_out))
}

fn version2(dom: &Domain, function: &Function, daemon: Option<&Str<'_>>, asked: &Asked<'_>, flags: u32) -> Result<()> {
    if !asked.only(&[NAME, BANDWIDTH, URI]) {
        let text = "Some parameters are not supported by migration protocol 2";
        return Err(unsupported_argument(text));
    }
    let params = asked.params()?;
    if daemon.is_some() && params.uri.is_some() {
        let text = message!("Unable to override peer2peer migration URI");
        return Err(Error::new(FROM, ErrorCode::INTERNAL_ERROR, text));
    }
    let uri = lent(daemon).or_else(|| lent(params.uri.as_ref())).ok_or_else(|| {
        let text = message!("Unable to encode message payload");
        Error::new(ErrorDomain::RPC, ErrorCode::RPC, text)
    })?;
    let args = remote::DomainMigratePerformArgs {
        dom: dom.wire(),
        cookie: Opaque::default(),
        uri,
        flags: flags.into(),
        dname: lent(params.name.as_ref()),
        resource: params.bandwidth,
    };
    dom.op(function).call(|driver, call| driver.domain_migrate_perform(call, &args))
}
