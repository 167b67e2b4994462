//! The definition of a domain: XML, name.
use super::definition;
use super::{Domain, check_flags, conflict, report};
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::{Key, errors};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainDefine;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::FormatFlags;
use std::sync::Arc;

/// What may be asked of a definition's XML.
const XML_FLAGS: u32 = VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE;

impl TestSession {
    fn define(&self, xml: &[u8], flags: u32) -> Result<remote::NonnullDomain<'static>> {
        check_flags("testDomainDefineXMLFlags", flags, VIR_DOMAIN_DEFINE_VALIDATE)?;
        let definition = Arc::new(definition::parse(xml)?);
        let fresh = Domain::new(Arc::clone(&definition));
        let refuse = conflict(&definition);
        let key = Key { name: definition.name.as_bytes(), uuid: definition.uuid };
        self.change(|driver| {
            driver.domains.define(key, fresh, refuse, |domain, new| {
                let replaced = !new && domain.assign(Arc::clone(&definition), false);
                domain.persistent = true;
                let detail = if replaced { VIR_DOMAIN_EVENT_DEFINED_UPDATED } else { VIR_DOMAIN_EVENT_DEFINED_ADDED };
                report(driver, domain, VIR_DOMAIN_EVENT_DEFINED, detail);
                Ok(domain.wire())
            })
        })
    }

    fn undefine(&self, dom: &remote::NonnullDomain<'_>, flags: u32) -> Result<()> {
        let known = VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA;
        check_flags("testDomainUndefineFlags", flags, known)?;
        self.domain(dom, |domain, driver| {
            if domain.managed_save && flags & VIR_DOMAIN_UNDEFINE_MANAGED_SAVE == 0 {
                let text = message!("Refusing to undefine while domain managed save image exists");
                return Err(errors::invalid_operation(FROM, text));
            }
            report(driver, domain, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED);
            domain.managed_save = false;
            if domain.is_active() {
                domain.persistent = false;
            } else {
                domain.remove();
            }
            Ok(())
        })
    }
}

fn not_renamed(text: Vec<u8>) -> Error {
    errors::invalid_operation(ErrorDomain::DOMAIN, text)
}

impl DomainDefine for TestSession {
    fn domain_define_xml<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainDefineXmlArgs<'_>,
    ) -> Result<remote::DomainDefineXmlRet<'c>> {
        Ok(remote::DomainDefineXmlRet { dom: self.define(&args.xml, 0)? })
    }

    fn domain_define_xml_flags<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainDefineXmlFlagsArgs<'_>,
    ) -> Result<remote::DomainDefineXmlFlagsRet<'c>> {
        Ok(remote::DomainDefineXmlFlagsRet { dom: self.define(&args.xml, args.flags)? })
    }

    fn domain_undefine(&self, _: &mut Call, args: &remote::DomainUndefineArgs<'_>) -> Result<()> {
        self.undefine(&args.dom, 0)
    }

    fn domain_undefine_flags(&self, _: &mut Call, args: &remote::DomainUndefineFlagsArgs<'_>) -> Result<()> {
        self.undefine(&args.dom, args.flags)
    }

    fn domain_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetXmlDescArgs<'_>,
    ) -> Result<remote::DomainGetXmlDescRet<'c>> {
        check_flags("testDomainGetXMLDesc", args.flags, XML_FLAGS)?;
        let inactive = args.flags & VIR_DOMAIN_XML_INACTIVE != 0;
        // Printed when the domain is not locked any more.
        let definition = self.domain(&args.dom, |domain, _| Ok(Arc::clone(domain.one(!inactive))))?;
        let flags = FormatFlags {
            secure: args.flags & VIR_DOMAIN_XML_SECURE != 0,
            inactive,
            migratable: args.flags & VIR_DOMAIN_XML_MIGRATABLE != 0,
            ..FormatFlags::default()
        };
        Ok(remote::DomainGetXmlDescRet { xml: definition.format(flags).into() })
    }

    fn domain_rename(&self, _: &mut Call, args: &remote::DomainRenameArgs<'_>) -> Result<remote::DomainRenameRet> {
        check_flags("testDomainRename", args.flags, 0)?;
        let name = args.new_name.as_ref().map(|name| name.to_str_lossy()).unwrap_or_default();
        self.domain(&args.dom, |domain, driver| {
            if domain.is_active() {
                return Err(errors::invalid_operation(FROM, message!("cannot rename active domain")));
            }
            if !domain.persistent {
                return Err(errors::invalid_operation(FROM, message!("cannot rename a transient domain")));
            }
            if domain.state.0 != VIR_DOMAIN_SHUTOFF {
                return Err(errors::invalid_operation(FROM, message!("domain has to be shutoff before renaming")));
            }
            if domain.definition.name == name {
                return Err(not_renamed(message!("Can't rename domain to itself")));
            }
            if driver.domains.by_name(name.as_bytes()).is_some() {
                return Err(not_renamed(message!("domain with name '%1$s' already exists", name)));
            }
            if name.contains('/') {
                let text = message!("name %1$s cannot contain '/'", name);
                return Err(Error::new(FROM, ErrorCode::XML_ERROR, text));
            }
            if !domain.rename(name.as_bytes()) {
                // Somebody took it just now.
                return Err(not_renamed(message!("domain with name '%1$s' already exists", name)));
            }
            report(driver, domain, VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED);
            Arc::make_mut(&mut domain.definition).name = name.clone().into_owned();
            report(driver, domain, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED);
            Ok(remote::DomainRenameRet { retcode: 0 })
        })
    }
}
