//! The five phases of protocol version 3 in its two dialects: with typed parameters, and with the fixed arguments that
//! older daemons know.
use super::managed::Pair;
use super::outcome::no_uri;
use super::parameters::{Asked, MigrateParams, NAME, Parameters, URI, XML};
use crate::abi::{Ref, Result};
use crate::objects::{Domain, FromWire, HasDriver, c_text};
use oxivirt_protocol::remote;
use oxivirt_xdr::{Opaque, Str};
use std::ffi::{CStr, CString};

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
    pub(super) xml: CString,
    pub(super) cookie: Cookie,
}

/// The target waits for the domain.
#[derive(Debug)]
pub(super) struct Prepared {
    /// Where it waits, unless the caller said.
    pub(super) uri: Option<CString>,
    pub(super) cookie: Cookie,
}

/// The domain runs on the target.
#[derive(Debug)]
pub(super) struct Finished {
    pub(super) domain: Ref<Domain>,
    pub(super) cookie: Cookie,
}

/// A dialect of version 3. Begin, Perform and Confirm go to the source, Prepare and Finish to the target.
pub(super) trait Phases {
    fn begin(&mut self, flags: u32) -> Result<Begun>;
    /// Whether the domain is paused, so that it must not run on the target either.
    fn paused(&self) -> bool;
    fn prepare(&mut self, flags: u32, begun: &Begun) -> Result<Prepared>;
    /// Takes the target's URI over; nobody having named one is an error.
    fn redirect(&mut self, uri: Option<CString>) -> Result<()>;
    fn perform(&mut self, flags: u32, cookie: &Cookie) -> Result<Cookie>;
    fn finish(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<Finished>;
    fn confirm(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<()>;
}

const PREPARE: &str = "domainMigratePrepare3";

fn optional(text: Option<&CStr>) -> Option<Str<'_>> {
    text.map(Into::into)
}

/// The dialect with fixed arguments.
pub(super) struct Fixed<'a> {
    pair: &'a Pair<'a>,
    params: MigrateParams<'a>,
    uri: Option<CString>,
}

impl<'a> Fixed<'a> {
    pub(super) fn new(pair: &'a Pair<'a>, params: MigrateParams<'a>) -> Self {
        Self { pair, params, uri: params.uri.map(CStr::to_owned) }
    }
}

impl Phases for Fixed<'_> {
    fn begin(&mut self, flags: u32) -> Result<Begun> {
        let dom = self.pair.source;
        let args = remote::DomainMigrateBegin3Args {
            dom: dom.wire(),
            xmlin: optional(self.params.xml),
            flags: flags.into(),
            dname: optional(self.params.name),
            resource: self.params.bandwidth,
        };
        let mut call = dom.call();
        let ret = dom.driver().domain_migrate_begin3(&mut call, &args)?;
        Ok(Begun { xml: c_text(&ret.xml), cookie: Cookie::of(&ret.cookie_out) })
    }

    fn paused(&self) -> bool {
        self.pair.paused_by_info()
    }

    fn prepare(&mut self, flags: u32, begun: &Begun) -> Result<Prepared> {
        let target = self.pair.target;
        let args = remote::DomainMigratePrepare3Args {
            cookie_in: begun.cookie.wire(),
            uri_in: optional(self.uri.as_deref()),
            flags: flags.into(),
            dname: optional(self.params.name),
            resource: self.params.bandwidth,
            dom_xml: begun.xml.as_c_str().into(),
        };
        let mut call = target.call();
        let ret = target.driver().domain_migrate_prepare3(&mut call, &args)?;
        Ok(Prepared { uri: ret.uri_out.as_ref().map(c_text), cookie: Cookie::of(&ret.cookie_out) })
    }

    fn redirect(&mut self, uri: Option<CString>) -> Result<()> {
        if uri.is_some() {
            self.uri = uri;
        }
        self.uri.as_ref().map(drop).ok_or_else(|| no_uri(PREPARE))
    }

    fn perform(&mut self, flags: u32, cookie: &Cookie) -> Result<Cookie> {
        let dom = self.pair.source;
        let args = remote::DomainMigratePerform3Args {
            dom: dom.wire(),
            xmlin: None,
            cookie_in: cookie.wire(),
            dconnuri: None,
            uri: optional(self.uri.as_deref()),
            flags: flags.into(),
            dname: optional(self.params.name),
            resource: self.params.bandwidth,
        };
        let mut call = dom.call();
        let ret = dom.driver().domain_migrate_perform3(&mut call, &args)?;
        Ok(Cookie::of(&ret.cookie_out))
    }

    fn finish(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<Finished> {
        let target = self.pair.target;
        let args = remote::DomainMigrateFinish3Args {
            dname: self.params.name.unwrap_or(self.pair.source.name()).into(),
            cookie_in: cookie.wire(),
            dconnuri: None,
            uri: optional(self.uri.as_deref()),
            flags: flags.into(),
            cancelled: cancelled.into(),
        };
        let mut call = target.call();
        let ret = target.driver().domain_migrate_finish3(&mut call, &args)?;
        Ok(Finished { domain: Domain::replied(target, &ret.dom)?, cookie: Cookie::of(&ret.cookie_out) })
    }

    fn confirm(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<()> {
        let dom = self.pair.source;
        let args = remote::DomainMigrateConfirm3Args {
            dom: dom.wire(),
            cookie_in: cookie.wire(),
            flags: flags.into(),
            cancelled: cancelled.into(),
        };
        dom.ask(|driver, call| driver.domain_migrate_confirm3(call, &args))
    }
}

/// The dialect with typed parameters.
pub(super) struct Extensible<'a> {
    pair: &'a Pair<'a>,
    asked: Asked<'a>,
    /// Filled by Begin.
    parameters: Parameters<'a>,
}

impl<'a> Extensible<'a> {
    pub(super) fn new(pair: &'a Pair<'a>, asked: Asked<'a>) -> Self {
        Self { pair, asked, parameters: Parameters::default() }
    }
}

impl Phases for Extensible<'_> {
    fn begin(&mut self, flags: u32) -> Result<Begun> {
        self.parameters = Parameters::new(self.asked.parameters()?);
        let dom = self.pair.source;
        let args = remote::DomainMigrateBegin3ParamsArgs { dom: dom.wire(), params: self.parameters.to_wire()?, flags };
        let mut call = dom.call();
        let ret = dom.driver().domain_migrate_begin3_params(&mut call, &args)?;
        Ok(Begun { xml: c_text(&ret.xml), cookie: Cookie::of(&ret.cookie_out) })
    }

    fn paused(&self) -> bool {
        self.pair.paused_by_state()
    }

    fn prepare(&mut self, flags: u32, begun: &Begun) -> Result<Prepared> {
        self.parameters.replace(XML, &begun.xml)?;
        let target = self.pair.target;
        let args = remote::DomainMigratePrepare3ParamsArgs {
            params: self.parameters.to_wire()?,
            cookie_in: begun.cookie.wire(),
            flags,
        };
        let mut call = target.call();
        let ret = target.driver().domain_migrate_prepare3_params(&mut call, &args)?;
        Ok(Prepared { uri: ret.uri_out.as_ref().map(c_text), cookie: Cookie::of(&ret.cookie_out) })
    }

    fn redirect(&mut self, uri: Option<CString>) -> Result<()> {
        if let Some(uri) = uri {
            return self.parameters.replace(URI, &uri);
        }
        if self.parameters.has(URI) {
            return Ok(());
        }
        Err(no_uri(PREPARE))
    }

    fn perform(&mut self, flags: u32, cookie: &Cookie) -> Result<Cookie> {
        let dom = self.pair.source;
        let args = remote::DomainMigratePerform3ParamsArgs {
            dom: dom.wire(),
            dconnuri: None,
            params: self.parameters.to_wire()?,
            cookie_in: cookie.wire(),
            flags,
        };
        let mut call = dom.call();
        let ret = dom.driver().domain_migrate_perform3_params(&mut call, &args)?;
        Ok(Cookie::of(&ret.cookie_out))
    }

    fn finish(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<Finished> {
        if !self.parameters.has(NAME) {
            self.parameters.replace(NAME, self.pair.source.name())?;
        }
        let target = self.pair.target;
        let args = remote::DomainMigrateFinish3ParamsArgs {
            params: self.parameters.to_wire()?,
            cookie_in: cookie.wire(),
            flags,
            cancelled: cancelled.into(),
        };
        let mut call = target.call();
        let ret = target.driver().domain_migrate_finish3_params(&mut call, &args)?;
        Ok(Finished { domain: Domain::replied(target, &ret.dom)?, cookie: Cookie::of(&ret.cookie_out) })
    }

    fn confirm(&mut self, flags: u32, cookie: &Cookie, cancelled: bool) -> Result<()> {
        let dom = self.pair.source;
        let args = remote::DomainMigrateConfirm3ParamsArgs {
            dom: dom.wire(),
            params: self.parameters.to_wire()?,
            cookie_in: cookie.wire(),
            flags,
            cancelled: cancelled.into(),
        };
        dom.ask(|driver, call| driver.domain_migrate_confirm3_params(call, &args))
    }
}
