//! libvirt-domain.h: moving a domain to another host. Bandwidth is in MiB/s.
//!
//! The client asks both daemons which protocol they share and leads the domain through its phases (`version1` to
//! `version3`), or leaves that to the source daemon (`unmanaged`). Which questions are asked in which order is interface:
//! it is what a daemon sees on the wire.
mod features;
mod managed;
mod outcome;
mod parameters;
mod phases;
mod unmanaged;
mod version1;
mod version2;
mod version3;

use crate::abi::ctypes::{VIR_MIGRATE_OFFLINE, VIR_MIGRATE_PEER2PEER, VIR_MIGRATE_TUNNELLED, virTypedParameter};
use crate::abi::{Array, Fault, In, InStr, Owned, Ref, Result, Status, ULong};
use crate::objects::{Connection, Domain};
use features::{Feature, copies_storage_one_way, tunnels_one_stream, unsupported_argument};
use managed::Pair;
use oxivirt_entry_macro::entry;
use oxivirt_model::{ErrorDomain, message};
use parameters::{Asked, BANDWIDTH, MigrateParams, NAME, URI, XML};
use std::ffi::{CStr, c_uint};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// The 32 flags that exist, out of those of the wire.
fn low(flags: u64) -> u32 {
    (flags & u64::from(u32::MAX)).try_into().unwrap_or(u32::MAX)
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
    let pair = Pair::new(domain, dconn)?;
    let params = MigrateParams { xml: None, name: dname.opt(), uri: uri.opt(), bandwidth: bandwidth.into() };
    // The one URI that this function takes is the daemon's when daemons talk to each other.
    migrate(&pair, params, flags.into(), |params| (params.uri, None))
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
    let pair = Pair::new(domain, dconn)?;
    let params = MigrateParams { xml: dxml.opt(), name: dname.opt(), uri: uri.opt(), bandwidth: bandwidth.into() };
    migrate(&pair, params, flags.into(), |params| (None, params.uri))
}

/// The URI of the target's daemon (when it is not its connection's own) and that of the hypervisor's data.
type PeerUris<'a> = (Option<&'a CStr>, Option<&'a CStr>);

/// virDomainMigrate and virDomainMigrate2, which differ in what the URI means between daemons.
fn migrate<'a>(
    pair: &Pair<'a>,
    params: MigrateParams<'a>,
    flags: u64,
    peer_uris: impl FnOnce(&MigrateParams<'a>) -> PeerUris<'a>,
) -> Result<Ref<Domain>> {
    copies_storage_one_way(low(flags), tunnels_one_stream)?;
    if low(flags) & VIR_MIGRATE_OFFLINE != 0 {
        pair.both_migrate_offline()?;
    }
    if low(flags) & VIR_MIGRATE_PEER2PEER != 0 {
        let (daemon, data) = peer_uris(&params);
        return pair.peer_to_peer(daemon, MigrateParams { uri: data, ..params }, low(flags));
    }
    let flags = pair.without_protection(flags)?;
    if low(flags) & VIR_MIGRATE_TUNNELLED != 0 {
        return Err(managed::tunnel_without_peer());
    }
    pair.by_params(params, flags)
}

#[entry]
fn virDomainMigrate3(
    domain: In<'_, Domain>,
    dconn: In<'_, Connection>,
    params: Array<'_, virTypedParameter>,
    nparams: c_uint,
    flags: c_uint,
) -> Owned<Domain> {
    let pair = Pair::new(domain, dconn)?;
    copies_storage_one_way(flags, |_| Ok(()))?;
    let refused = |text: Vec<u8>| Err(Fault::Invalid("flags", text));
    if flags & VIR_MIGRATE_PEER2PEER != 0 {
        return refused(message!("use virDomainMigrateToURI3 for peer-to-peer migration"));
    }
    if flags & VIR_MIGRATE_TUNNELLED != 0 {
        return refused(message!("cannot perform tunnelled migration without using peer2peer flag"));
    }
    let asked = Asked::list(params, nparams)?;
    let params = asked.params()?;
    if flags & VIR_MIGRATE_OFFLINE != 0 {
        pair.both_migrate_offline()?;
    }
    let flags = low(pair.without_protection(flags.into())?);
    if pair.both(Feature::PARAMETERS)? {
        return version3::migrate(&pair, &mut phases::Extensible::new(&pair, asked), flags);
    }
    if !asked.only(&[URI, NAME, XML, BANDWIDTH]) {
        let text = "Migration APIs with extensible parameters are not supported but extended parameters were passed";
        return Err(unsupported_argument(text));
    }
    pair.by_params(params, flags.into())
}

#[entry]
fn virDomainMigrateToURI(
    domain: In<'_, Domain>,
    duri: InStr<'_>,
    flags: ULong,
    dname: InStr<'_>,
    bandwidth: ULong,
) -> Status {
    let dom = domain.for_write()?;
    let duri = duri.get("duri")?;
    let flags = low(flags.into());
    unmanaged::check(dom, flags)?;
    let peer = flags & VIR_MIGRATE_PEER2PEER != 0;
    let params =
        MigrateParams { xml: None, name: dname.opt(), uri: (!peer).then_some(duri), bandwidth: bandwidth.into() };
    unmanaged::migrate(dom, peer.then_some(duri), &Asked::MigrateParams(params), flags)
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
    let dom = domain.for_write()?;
    let flags = low(flags.into());
    unmanaged::check(dom, flags)?;
    let peer = unmanaged::peer(dconnuri, flags)?;
    let params = MigrateParams { xml: dxml.opt(), name: dname.opt(), uri: miguri.opt(), bandwidth: bandwidth.into() };
    unmanaged::migrate(dom, peer, &Asked::MigrateParams(params), flags)
}

#[entry]
fn virDomainMigrateToURI3(
    domain: In<'_, Domain>,
    dconnuri: InStr<'_>,
    params: Array<'_, virTypedParameter>,
    nparams: c_uint,
    flags: c_uint,
) -> Status {
    let dom = domain.for_write()?;
    unmanaged::check(dom, flags)?;
    let peer = unmanaged::peer(dconnuri, flags)?;
    unmanaged::migrate(dom, peer, &Asked::list(params, nparams)?, flags)
}
