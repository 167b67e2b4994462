//! What the daemon answers.
use crate::domain::Domains;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_protocol::driver::*;
use oxivirt_protocol::{Call, remote};
use std::sync::Mutex;
use std::sync::atomic::Ordering;

/// The domains' names and numbers, -1 for one that does not run.
const DOMAINS: [(&str, i32); 2] = [("web", 1), ("db", -1)];
/// The number of every registration for events.
pub(crate) const CALLBACK: i32 = 1;

/// The state of one connection.
#[derive(Debug, Default)]
pub(crate) struct Driver {
    pub(crate) domains: Domains,
    /// The value of the secret.
    pub(crate) secret: Mutex<Vec<u8>>,
    /// Of the port.
    pub(crate) port: Mutex<Vec<remote::TypedParam<'static>>>,
}

macro_rules! not_written {
    ($($topic:ident)*) => { $(impl $topic for Driver {})* };
}
not_written! {
    Admin DomainCheckpoint DomainDevice DomainJob DomainMigrate Interface Lxc Node Nwfilter
}

fn domain((name, id): (&'static str, i32)) -> remote::NonnullDomain<'static> {
    let uuid = Uuid([name.len().try_into().unwrap_or_default(); Uuid::LEN]);
    remote::NonnullDomain { name: name.into(), uuid, id }
}

/// All domains.
pub(crate) fn all_domains() -> [remote::NonnullDomain<'static>; 2] {
    DOMAINS.map(domain)
}

/// The domain that runs.
pub(crate) fn web() -> remote::NonnullDomain<'static> {
    domain(("web", 1))
}

pub(crate) fn running(dom: &remote::NonnullDomain<'_>) -> bool {
    dom.id >= 0
}

impl Auth for Driver {
    fn auth_list(&self, _: &mut Call) -> Result<remote::AuthListRet> {
        Ok(remote::AuthListRet { types: vec![remote::AuthType::NONE] })
    }
}

impl Connect for Driver {
    fn connect_open(&self, _: &mut Call, _: &remote::ConnectOpenArgs<'_>) -> Result<()> {
        Ok(())
    }

    fn connect_close(&self, _: &mut Call) -> Result<()> {
        Ok(())
    }

    fn connect_get_type<'c>(&self, _: &'c mut Call) -> Result<remote::ConnectGetTypeRet<'c>> {
        Ok(remote::ConnectGetTypeRet { r#type: "TEST".into() })
    }

    fn connect_supports_feature(
        &self,
        _: &mut Call,
        args: &remote::ConnectSupportsFeatureArgs,
    ) -> Result<remote::ConnectSupportsFeatureRet> {
        // String parameters, events by callback.
        Ok(remote::ConnectSupportsFeatureRet { supported: [9, 14].contains(&args.feature).into() })
    }
}

impl DomainLookup for Driver {
    fn connect_list_all_domains<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::ConnectListAllDomainsArgs,
    ) -> Result<remote::ConnectListAllDomainsRet<'c>> {
        let domains = if args.need_results == 0 { Vec::new() } else { all_domains().into() };
        Ok(remote::ConnectListAllDomainsRet { domains, ret: 2 })
    }

    fn connect_list_defined_domains<'c>(
        &self,
        _: &'c mut Call,
        _: &remote::ConnectListDefinedDomainsArgs,
    ) -> Result<remote::ConnectListDefinedDomainsRet<'c>> {
        Ok(remote::ConnectListDefinedDomainsRet { names: vec!["db".into()] })
    }

    fn domain_lookup_by_name<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainLookupByNameArgs<'_>,
    ) -> Result<remote::DomainLookupByNameRet<'c>> {
        let found = DOMAINS.into_iter().find(|(name, _)| *args.name == *name.as_bytes());
        let missing = || {
            let detail = format!("no domain with matching name '{}'", args.name);
            Error::new(ErrorDomain::TEST, ErrorCode::NO_DOMAIN, detail)
        };
        Ok(remote::DomainLookupByNameRet { dom: domain(found.ok_or_else(missing)?) })
    }

    fn domain_is_active(
        &self,
        _: &mut Call,
        args: &remote::DomainIsActiveArgs<'_>,
    ) -> Result<remote::DomainIsActiveRet> {
        Ok(remote::DomainIsActiveRet { active: running(&args.dom).into() })
    }
}

impl DomainDefine for Driver {
    fn domain_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetXmlDescArgs<'_>,
    ) -> Result<remote::DomainGetXmlDescRet<'c>> {
        let xml = format!("<domain type='test'><name>{}</name></domain>", args.dom.name);
        Ok(remote::DomainGetXmlDescRet { xml: xml.into() })
    }
}

impl DomainLifecycle for Driver {
    fn domain_create_with_flags<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainCreateWithFlagsArgs<'_>,
    ) -> Result<remote::DomainCreateWithFlagsRet<'c>> {
        let dom = remote::NonnullDomain { name: args.dom.name.clone().into_owned(), uuid: args.dom.uuid, id: 2 };
        Ok(remote::DomainCreateWithFlagsRet { dom })
    }

    fn domain_destroy(&self, _: &mut Call, _: &remote::DomainDestroyArgs<'_>) -> Result<()> {
        Ok(())
    }
}

impl DomainMemory for Driver {
    fn domain_set_memory(&self, _: &mut Call, args: &remote::DomainSetMemoryArgs<'_>) -> Result<()> {
        self.domains.memory.store(args.memory, Ordering::Relaxed);
        Ok(())
    }

    fn domain_get_memory_parameters<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetMemoryParametersArgs<'_>,
    ) -> Result<remote::DomainGetMemoryParametersRet<'c>> {
        let value = remote::TypedParamValue::Ullong(self.domains.memory.load(Ordering::Relaxed));
        let params = vec![remote::TypedParam { field: "hard_limit".into(), value }];
        Ok(if args.nparams == 0 {
            remote::DomainGetMemoryParametersRet { params: Vec::new(), nparams: 1 }
        } else {
            remote::DomainGetMemoryParametersRet { params, nparams: 1 }
        })
    }
}

impl Events for Driver {
    fn connect_domain_event_callback_register_any(
        &self,
        _: &mut Call,
        _: &remote::ConnectDomainEventCallbackRegisterAnyArgs<'_>,
    ) -> Result<remote::ConnectDomainEventCallbackRegisterAnyRet> {
        Ok(remote::ConnectDomainEventCallbackRegisterAnyRet { callback_id: CALLBACK })
    }

    fn connect_domain_event_callback_deregister_any(
        &self,
        _: &mut Call,
        _: &remote::ConnectDomainEventCallbackDeregisterAnyArgs,
    ) -> Result<()> {
        Ok(())
    }
}
