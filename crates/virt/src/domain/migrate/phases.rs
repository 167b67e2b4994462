//! The five phases of protocol version 3 in its two dialects: with typed parameters, and with the fixed arguments that
//! older daemons know.
use super::Domain;
use super::ends::Migration;
use super::outcome::no_uri;
use super::parameters::{Asked, MigrateParams, NAME, Parameters, URI, XML, lent};
use crate::{Result, Text};
use oxivirt_protocol::remote;
use oxivirt_xdr::Opaque;

/// What one side gives the other through the client, which does not look into it; may be empty.
#[derive(Debug, Default)]
pub(super) struct Cookie(Vec<u8>);

impl Cookie {
    fn of(bytes: &Opaque<'_>) -> Self {
        Self(bytes.to_vec())
    }

    fn wire(&self) -> Opaque<'_> {
        self.0.as_slice().into()
    }
}

/// The source has locked the domain.
#[derive(Debug)]
pub(super) struct Begun {
    /// The definition for the target.
    pub(super) xml: Text,
    pub(super) cookie: Cookie,
}

/// The target waits for the domain.
#[derive(Debug)]
pub(super) struct Prepared {
    /// Where it waits, unless the caller said.
    pub(super) uri: Option<Text>,
    pub(super) cookie: Cookie,
}

/// The domain runs on the target.
#[derive(Debug)]
pub(super) struct Finished {
    pub(super) domain: Domain,
    pub(super) cookie: Cookie,
}

/// A dialect of version 3. Begin, Perform and Confirm go to the source, Prepare and Finish to the target.
pub(super) trait Phases {
    fn begin(&mut self, flags: u32) -> Result<Begun>;
    /// Whether the domain is paused, so that it must not run on the target either.
    fn paused(&self) -> bool;
    fn prepare(&mut self, flags: u32, begun: &Begun) -> Result<Prepared>;
    /// Takes the target's URI over; nobody having named one is an error.
    fn redirect(&mut self, uri: Option<Text>) -> Result<()>;
    fn perform(&mut self, flags: u32, cookie: &Cookie) -> Result<Cookie>;
    fn finish(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<Finished>;
    fn confirm(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<()>;
}

const PREPARE: &str = "domainMigratePrepare3";

/// The dialect with fixed arguments.
pub(super) struct Fixed<'a> {
    migration: &'a Migration<'a>,
    params: &'a MigrateParams<'a>,
    uri: Option<Text>,
}

impl<'a> Fixed<'a> {
    pub(super) fn new(migration: &'a Migration<'a>, params: &'a MigrateParams<'a>) -> Self {
        Self { migration, params, uri: params.uri.as_ref().map(Text::from) }
    }
}

impl Phases for Fixed<'_> {
    fn begin(&mut self, flags: u32) -> Result<Begun> {
        let dom = self.migration.source;
        let args = remote::DomainMigrateBegin3Args {
            dom: dom.wire(),
            xmlin: lent(self.params.xml.as_ref()),
            flags: flags.into(),
            dname: lent(self.params.name.as_ref()),
            resource: self.params.bandwidth,
        };
        self.migration.op().call(|driver, call| {
            let ret = driver.domain_migrate_begin3(call, &args)?;
            Ok(Begun { xml: Text::from(&ret.xml), cookie: Cookie::of(&ret.cookie_out) })
        })
    }

    fn paused(&self) -> bool {
        self.migration.paused_by_info()
    }

    fn prepare(&mut self, flags: u32, begun: &Begun) -> Result<Prepared> {
        let args = remote::DomainMigratePrepare3Args {
            cookie_in: begun.cookie.wire(),
            uri_in: self.uri.as_ref().map(Into::into),
            flags: flags.into(),
            dname: lent(self.params.name.as_ref()),
            resource: self.params.bandwidth,
            dom_xml: (&begun.xml).into(),
        };
        self.migration.on_target().call(|driver, call| {
            let ret = driver.domain_migrate_prepare3(call, &args)?;
            Ok(Prepared { uri: ret.uri_out.as_ref().map(Text::from), cookie: Cookie::of(&ret.cookie_out) })
        })
    }

    fn redirect(&mut self, uri: Option<Text>) -> Result<()> {
        if uri.is_some() {
            self.uri = uri;
        }
        self.uri.as_ref().map(drop).ok_or_else(|| no_uri(PREPARE))
    }

    fn perform(&mut self, flags: u32, cookie: &Cookie) -> Result<Cookie> {
        let dom = self.migration.source;
        let args = remote::DomainMigratePerform3Args {
            dom: dom.wire(),
            xmlin: None,
            cookie_in: cookie.wire(),
            dconnuri: None,
            uri: self.uri.as_ref().map(Into::into),
            flags: flags.into(),
            dname: lent(self.params.name.as_ref()),
            resource: self.params.bandwidth,
        };
        self.migration.op().call(|driver, call| {
            let ret = driver.domain_migrate_perform3(call, &args)?;
            Ok(Cookie::of(&ret.cookie_out))
        })
    }

    fn finish(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<Finished> {
        let args = remote::DomainMigrateFinish3Args {
            dname: self.migration.name(self.params),
            cookie_in: cookie.wire(),
            dconnuri: None,
            uri: self.uri.as_ref().map(Into::into),
            flags: flags.into(),
            cancelled: cancelled.into(),
        };
        self.migration.on_target().call(|driver, call| {
            let ret = driver.domain_migrate_finish3(call, &args)?;
            Ok(Finished {
                domain: Domain::from_wire(self.migration.target, &ret.dom),
                cookie: Cookie::of(&ret.cookie_out),
            })
        })
    }

    fn confirm(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<()> {
        let dom = self.migration.source;
        let args = remote::DomainMigrateConfirm3Args {
            dom: dom.wire(),
            cookie_in: cookie.wire(),
            flags: flags.into(),
            cancelled: cancelled.into(),
        };
        self.migration.op().call(|driver, call| driver.domain_migrate_confirm3(call, &args))
    }
}

/// The dialect with typed parameters.
pub(super) struct Extensible<'a> {
    migration: &'a Migration<'a>,
    asked: &'a Asked<'a>,
    /// Filled by Begin.
    parameters: Parameters<'a>,
}

impl<'a> Extensible<'a> {
    pub(super) fn new(migration: &'a Migration<'a>, asked: &'a Asked<'a>) -> Self {
        Self { migration, asked, parameters: Parameters::new(Vec::new()) }
    }
}

impl Phases for Extensible<'_> {
    fn begin(&mut self, flags: u32) -> Result<Begun> {
        self.parameters = Parameters::new(self.asked.parameters()?);
        let dom = self.migration.source;
        let args = remote::DomainMigrateBegin3ParamsArgs { dom: dom.wire(), params: self.parameters.to_wire(), flags };
        self.migration.op().call(|driver, call| {
            let ret = driver.domain_migrate_begin3_params(call, &args)?;
            Ok(Begun { xml: Text::from(&ret.xml), cookie: Cookie::of(&ret.cookie_out) })
        })
    }

    fn paused(&self) -> bool {
        self.migration.paused_by_state()
    }

    fn prepare(&mut self, flags: u32, begun: &Begun) -> Result<Prepared> {
        self.parameters.replace(XML, &begun.xml)?;
        let args = remote::DomainMigratePrepare3ParamsArgs {
            params: self.parameters.to_wire(),
            cookie_in: begun.cookie.wire(),
            flags,
        };
        self.migration.on_target().call(|driver, call| {
            let ret = driver.domain_migrate_prepare3_params(call, &args)?;
            Ok(Prepared { uri: ret.uri_out.as_ref().map(Text::from), cookie: Cookie::of(&ret.cookie_out) })
        })
    }

    fn redirect(&mut self, uri: Option<Text>) -> Result<()> {
        if let Some(uri) = uri {
            return self.parameters.replace(URI, &uri);
        }
        if self.parameters.has(self.migration.heard, URI) {
            return Ok(());
        }
        Err(no_uri(PREPARE))
    }

    fn perform(&mut self, flags: u32, cookie: &Cookie) -> Result<Cookie> {
        let dom = self.migration.source;
        let args = remote::DomainMigratePerform3ParamsArgs {
            dom: dom.wire(),
            dconnuri: None,
            params: self.parameters.to_wire(),
            cookie_in: cookie.wire(),
            flags,
        };
        self.migration.op().call(|driver, call| {
            let ret = driver.domain_migrate_perform3_params(call, &args)?;
            Ok(Cookie::of(&ret.cookie_out))
        })
    }

    fn finish(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<Finished> {
        if !self.parameters.has(self.migration.heard, NAME) {
            self.parameters.replace(NAME, self.migration.source.name())?;
        }
        let args = remote::DomainMigrateFinish3ParamsArgs {
            params: self.parameters.to_wire(),
            cookie_in: cookie.wire(),
            flags,
            cancelled: cancelled.into(),
        };
        self.migration.on_target().call(|driver, call| {
            let ret = driver.domain_migrate_finish3_params(call, &args)?;
            Ok(Finished {
                domain: Domain::from_wire(self.migration.target, &ret.dom),
                cookie: Cookie::of(&ret.cookie_out),
            })
        })
    }

    fn confirm(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<()> {
        let dom = self.migration.source;
        let args = remote::DomainMigrateConfirm3ParamsArgs {
            dom: dom.wire(),
            params: self.parameters.to_wire(),
            cookie_in: cookie.wire(),
            flags,
            cancelled: cancelled.into(),
        };
        self.migration.op().call(|driver, call| driver.domain_migrate_confirm3_params(call, &args))
    }
}
