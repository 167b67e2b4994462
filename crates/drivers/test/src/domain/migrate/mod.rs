//! Migration to another connection, in this process or another: protocol version 3 in both of its dialects. What the two ends do is in
//! `source` and `target`; who leads them through the phases is the client, or `direct` here where it asked for that.
mod cookie;
mod direct;
mod source;
mod target;

use super::check_flags;
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::params::{self, ParamType};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, Uuid, message};
use oxivirt_protocol::driver::DomainMigrate;
use oxivirt_protocol::remote::TypedParamValue;
use oxivirt_protocol::{Call, Session, remote};
use oxivirt_xdr::Str;

/// Flags that change what is done.
const EFFECTIVE: u32 = VIR_MIGRATE_LIVE
    | VIR_MIGRATE_PERSIST_DEST
    | VIR_MIGRATE_UNDEFINE_SOURCE
    | VIR_MIGRATE_PAUSED
    | VIR_MIGRATE_CHANGE_PROTECTION
    | VIR_MIGRATE_OFFLINE;

/// Flags about how memory and disks are moved, of which nothing is to be seen.
const INVISIBLE: u32 = VIR_MIGRATE_NON_SHARED_DISK
    | VIR_MIGRATE_NON_SHARED_INC
    | VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES
    | VIR_MIGRATE_UNSAFE
    | VIR_MIGRATE_COMPRESSED
    | VIR_MIGRATE_ABORT_ON_ERROR
    | VIR_MIGRATE_AUTO_CONVERGE
    | VIR_MIGRATE_RDMA_PIN_ALL
    | VIR_MIGRATE_TLS
    | VIR_MIGRATE_PARALLEL
    | VIR_MIGRATE_ZEROCOPY;

/// What is wanted of a migration, in either dialect.
#[derive(Debug, Default)]
struct Wanted<'a> {
    flags: u32,
    /// The name on the target.
    name: Option<Str<'a>>,
    /// The definition for the target.
    xml: Option<Str<'a>>,
    /// The persistent definition for the target.
    persistent: Option<Str<'a>>,
    uri: Option<Str<'a>>,
}

impl Wanted<'_> {
    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }
}

fn lent<'a>(text: Option<&'a Str<'_>>) -> Option<Str<'a>> {
    text.map(|text| text.as_bytes().into())
}

fn check(function: &'static str, flags: u64) -> Result<u32> {
    let low = u32::try_from(flags & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    check_flags(function, low, EFFECTIVE | INVISIBLE)?;
    Ok(low)
}

/// Parameters that a migration may have; the lists of disks may occur more than once.
const KNOWN: [(&str, ParamType); 22] = [
    (VIR_MIGRATE_PARAM_URI, ParamType::String),
    (VIR_MIGRATE_PARAM_DEST_NAME, ParamType::String),
    (VIR_MIGRATE_PARAM_DEST_XML, ParamType::String),
    (VIR_MIGRATE_PARAM_PERSIST_XML, ParamType::String),
    (VIR_MIGRATE_PARAM_BANDWIDTH, ParamType::Ullong),
    (VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER, ParamType::Ullong),
    (VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY, ParamType::Ullong),
    (VIR_MIGRATE_PARAM_GRAPHICS_URI, ParamType::String),
    (VIR_MIGRATE_PARAM_LISTEN_ADDRESS, ParamType::String),
    (VIR_MIGRATE_PARAM_DISKS_PORT, ParamType::Int),
    (VIR_MIGRATE_PARAM_DISKS_URI, ParamType::String),
    (VIR_MIGRATE_PARAM_COMPRESSION, ParamType::String),
    (VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL, ParamType::Int),
    (VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS, ParamType::Int),
    (VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS, ParamType::Int),
    (VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE, ParamType::Ullong),
    (VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL, ParamType::Int),
    (VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL, ParamType::Int),
    (VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL, ParamType::Int),
    (VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT, ParamType::Int),
    (VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS, ParamType::Int),
    (VIR_MIGRATE_PARAM_TLS_DESTINATION, ParamType::String),
];
const LISTS: [&str; 3] = [
    VIR_MIGRATE_PARAM_MIGRATE_DISKS,
    VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES,
    VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO,
];

/// Reads what the dialect with typed parameters asks for.
fn wanted<'p>(function: &'static str, params: &'p [remote::TypedParam<'_>], flags: u32) -> Result<Wanted<'p>> {
    let flags = check(function, flags.into())?;
    let single = params.iter().filter(|param| !LISTS.iter().any(|name| name.as_bytes() == param.field.as_bytes()));
    params::validate(&single.cloned().collect::<Vec<_>>(), &KNOWN)?;
    let text = |name| match params::find(params, name) {
        Some(TypedParamValue::String(text)) => Some(text.as_bytes().into()),
        _ => None,
    };
    Ok(Wanted {
        flags,
        name: text(VIR_MIGRATE_PARAM_DEST_NAME),
        xml: text(VIR_MIGRATE_PARAM_DEST_XML),
        persistent: text(VIR_MIGRATE_PARAM_PERSIST_XML),
        uri: text(VIR_MIGRATE_PARAM_URI),
    })
}

/// Returns the error for a phase that nothing led to.
fn not_migrating(name: &str) -> Error {
    Error::new(FROM, ErrorCode::OPERATION_INVALID, message!("domain '%1$s' is not being migrated", name))
}

impl TestSession {
    fn begin(&self, dom: &remote::NonnullDomain<'_>, wanted: &Wanted<'_>) -> Result<Vec<u8>> {
        let xml = self.domain(dom, |domain, _| source::begin(domain, self.id(), wanted))?;
        if wanted.has(VIR_MIGRATE_CHANGE_PROTECTION) {
            self.remember(dom.uuid);
        }
        Ok(xml)
    }

    /// Returns where the hypervisor's data goes, and the cookie.
    fn prepare(&self, wanted: &Wanted<'_>) -> Result<(Option<Str<'static>>, Vec<u8>)> {
        target::check_uri(wanted.uri.as_ref())?;
        let definition = target::definition(wanted)?;
        let uuid = self.change(|driver| target::prepare(driver, self.id(), definition, wanted))?;
        self.remember(uuid);
        let uri = wanted.uri.is_none().then(|| self.uri().to_vec().into());
        Ok((uri, cookie::waiting(uuid)))
    }

    fn perform(&self, dom: &remote::NonnullDomain<'_>, wanted: &Wanted<'_>, cookie: &[u8]) -> Result<Vec<u8>> {
        if cookie.is_empty() {
            direct::migrate(self, dom, wanted)?;
            return Ok(Vec::new());
        }
        let out = self.domain(dom, |domain, driver| source::perform(domain, driver, self.id(), wanted, cookie))?;
        self.remember(dom.uuid);
        Ok(out)
    }

    fn finish(&self, wanted: &Wanted<'_>, cookie: &[u8], cancelled: bool) -> Result<remote::NonnullDomain<'static>> {
        let name = wanted.name.as_ref().map(Str::as_bytes).unwrap_or_default();
        let (uuid, finished) = self.change(|driver| target::finish(driver, name, wanted.flags, cookie, cancelled))?;
        self.forget(uuid);
        finished
    }

    fn confirm(&self, dom: &remote::NonnullDomain<'_>, flags: u32, cancelled: bool) -> Result<()> {
        self.forget(dom.uuid);
        self.domain(dom, |domain, driver| source::confirm(domain, driver, flags, cancelled))
    }

    /// Ends the migrations that this session led and cannot lead any further: the source goes on, the target is gone.
    pub(crate) fn abandon_migrations(&self, domains: Vec<Uuid>) {
        let driver = self.state();
        for uuid in domains {
            let Some(object) = driver.domains.by_uuid(&uuid) else { continue };
            driver.domains.with(&object, |domain| {
                let Some(job) = domain.job().filter(|job| job.owner == self.id()) else { return };
                if job.is_incoming() {
                    target::give_up(domain, driver);
                } else {
                    source::give_up(domain, driver);
                }
            });
        }
        driver.settle();
    }
}

impl DomainMigrate for TestSession {
    fn domain_migrate_begin3<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainMigrateBegin3Args<'_>,
    ) -> Result<remote::DomainMigrateBegin3Ret<'c>> {
        let flags = check("testDomainMigrateBegin3", args.flags)?;
        let wanted = Wanted { flags, xml: lent(args.xmlin.as_ref()), ..Wanted::default() };
        let xml = self.begin(&args.dom, &wanted)?.into();
        Ok(remote::DomainMigrateBegin3Ret { cookie_out: Vec::new().into(), xml })
    }

    fn domain_migrate_begin3_params<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainMigrateBegin3ParamsArgs<'_>,
    ) -> Result<remote::DomainMigrateBegin3ParamsRet<'c>> {
        let wanted = wanted("testDomainMigrateBegin3Params", &args.params, args.flags)?;
        let xml = self.begin(&args.dom, &wanted)?.into();
        Ok(remote::DomainMigrateBegin3ParamsRet { cookie_out: Vec::new().into(), xml })
    }

    fn domain_migrate_prepare3<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainMigratePrepare3Args<'_>,
    ) -> Result<remote::DomainMigratePrepare3Ret<'c>> {
        let flags = check("testDomainMigratePrepare3", args.flags)?;
        let (name, uri) = (lent(args.dname.as_ref()), lent(args.uri_in.as_ref()));
        let wanted = Wanted { flags, name, xml: lent(Some(&args.dom_xml)), uri, ..Wanted::default() };
        let (uri_out, cookie) = self.prepare(&wanted)?;
        Ok(remote::DomainMigratePrepare3Ret { cookie_out: cookie.into(), uri_out })
    }

    fn domain_migrate_prepare3_params<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainMigratePrepare3ParamsArgs<'_>,
    ) -> Result<remote::DomainMigratePrepare3ParamsRet<'c>> {
        let wanted = wanted("testDomainMigratePrepare3Params", &args.params, args.flags)?;
        let (uri_out, cookie) = self.prepare(&wanted)?;
        Ok(remote::DomainMigratePrepare3ParamsRet { cookie_out: cookie.into(), uri_out })
    }

    fn domain_migrate_perform3<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainMigratePerform3Args<'_>,
    ) -> Result<remote::DomainMigratePerform3Ret<'c>> {
        let flags = check("testDomainMigratePerform3", args.flags)?;
        let (name, uri) = (lent(args.dname.as_ref()), lent(args.uri.as_ref()));
        let wanted = Wanted { flags, name, xml: lent(args.xmlin.as_ref()), uri, ..Wanted::default() };
        let cookie_out = self.perform(&args.dom, &wanted, &args.cookie_in)?.into();
        Ok(remote::DomainMigratePerform3Ret { cookie_out })
    }

    fn domain_migrate_perform3_params<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainMigratePerform3ParamsArgs<'_>,
    ) -> Result<remote::DomainMigratePerform3ParamsRet<'c>> {
        let wanted = wanted("testDomainMigratePerform3Params", &args.params, args.flags)?;
        let cookie_out = self.perform(&args.dom, &wanted, &args.cookie_in)?.into();
        Ok(remote::DomainMigratePerform3ParamsRet { cookie_out })
    }

    fn domain_migrate_finish3<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainMigrateFinish3Args<'_>,
    ) -> Result<remote::DomainMigrateFinish3Ret<'c>> {
        let flags = check("testDomainMigrateFinish3", args.flags)?;
        let wanted = Wanted { flags, name: lent(Some(&args.dname)), ..Wanted::default() };
        let dom = self.finish(&wanted, &args.cookie_in, args.cancelled != 0)?;
        Ok(remote::DomainMigrateFinish3Ret { dom, cookie_out: Vec::new().into() })
    }

    fn domain_migrate_finish3_params<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainMigrateFinish3ParamsArgs<'_>,
    ) -> Result<remote::DomainMigrateFinish3ParamsRet<'c>> {
        let wanted = wanted("testDomainMigrateFinish3Params", &args.params, args.flags)?;
        let dom = self.finish(&wanted, &args.cookie_in, args.cancelled != 0)?;
        Ok(remote::DomainMigrateFinish3ParamsRet { dom, cookie_out: Vec::new().into() })
    }

    fn domain_migrate_confirm3(&self, _: &mut Call, args: &remote::DomainMigrateConfirm3Args<'_>) -> Result<()> {
        let flags = check("testDomainMigrateConfirm3", args.flags)?;
        self.confirm(&args.dom, flags, args.cancelled != 0)
    }

    fn domain_migrate_confirm3_params(
        &self,
        _: &mut Call,
        args: &remote::DomainMigrateConfirm3ParamsArgs<'_>,
    ) -> Result<()> {
        let wanted = wanted("testDomainMigrateConfirm3Params", &args.params, args.flags)?;
        self.confirm(&args.dom, wanted.flags, args.cancelled != 0)
    }
}
