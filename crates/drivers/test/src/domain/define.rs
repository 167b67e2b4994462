//! The definition of a domain: XML, metadata, name.
use super::definition::{self, Definition};
use super::vcpu::AFFECT;
use super::{Domain, check_flags, conflict, report};
use crate::FROM;
use crate::session::TestSession;
use oxivirt_driver_common::{Key, errors, schema};
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::DomainDefine;
use oxivirt_protocol::{Call, Event, remote};
use oxivirt_xdr::Str;
use oxivirt_xml::FormatFlags;
use std::sync::Arc;

/// What may be asked of a definition's XML.
const XML_FLAGS: u32 = VIR_DOMAIN_XML_SECURE | VIR_DOMAIN_XML_INACTIVE | VIR_DOMAIN_XML_MIGRATABLE;

impl TestSession {
    fn define(&self, xml: &[u8], flags: u32) -> Result<remote::NonnullDomain<'static>> {
        check_flags("testDomainDefineXMLFlags", flags, VIR_DOMAIN_DEFINE_VALIDATE)?;
        schema::DOMAIN.check(flags & VIR_DOMAIN_DEFINE_VALIDATE != 0, xml)?;
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
            let snapshots = domain.snapshots.len();
            if !domain.is_active() && snapshots != 0 && flags & VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA == 0 {
                let text = message!("cannot delete inactive domain with %1$d snapshots", snapshots);
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

/// What may be kept with a domain: a description, a title, elements of applications.
const DESCRIPTION: i32 = VIR_DOMAIN_METADATA_DESCRIPTION.cast_signed();
const TITLE: i32 = VIR_DOMAIN_METADATA_TITLE.cast_signed();
const ELEMENT: i32 = VIR_DOMAIN_METADATA_ELEMENT.cast_signed();

fn unknown_metadata(kind: i32) -> Error {
    Error::new(ErrorDomain::DOMAIN, ErrorCode::INVALID_ARG, message!("unknown metadata type '%1$d'", kind))
}

fn set_metadata(definition: &mut Definition, args: &remote::DomainSetMetadataArgs<'_>) -> Result<()> {
    let text = |text: &Option<Str<'_>>| text.as_ref().map(|text| text.to_str_lossy().into_owned());
    let line = text(&args.metadata).filter(|text| !text.is_empty());
    match args.r#type {
        DESCRIPTION => definition.description = line,
        TITLE => definition.title = line,
        ELEMENT => {
            let (uri, key) = (text(&args.uri).unwrap_or_default(), text(&args.key).unwrap_or_default());
            let from = ErrorDomain::DOMAIN;
            definition.metadata.set(&uri, &key, args.metadata.as_ref().map(Str::as_bytes), from)?;
        }
        // Numbers below the first are nothing, and no error.
        _ => {}
    }
    Ok(())
}

fn metadata(definition: &Definition, kind: i32, uri: Option<&Str<'_>>) -> Result<String> {
    let found = match kind {
        DESCRIPTION => definition.description.clone(),
        TITLE => definition.title.clone(),
        ELEMENT => {
            let uri = uri.map(Str::to_str_lossy).unwrap_or_default();
            definition.metadata.without_namespace(&uri)?
        }
        _ => None,
    };
    found.ok_or_else(|| {
        let text = message!("Requested metadata element is not present");
        Error::new(ErrorDomain::DOMAIN, ErrorCode::NO_DOMAIN_METADATA, text)
    })
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

    fn domain_set_metadata(&self, _: &mut Call, args: &remote::DomainSetMetadataArgs<'_>) -> Result<()> {
        check_flags("testDomainSetMetadata", args.flags, AFFECT)?;
        self.domain(&args.dom, |domain, driver| {
            let impact = domain.impact(args.flags)?;
            if args.r#type > ELEMENT {
                return Err(unknown_metadata(args.r#type));
            }
            if impact.live {
                set_metadata(domain.one_mut(true), args)?;
            }
            if impact.config {
                set_metadata(domain.one_mut(false), args)?;
            }
            let nsuri = args.uri.clone().map(Str::into_owned);
            driver.events.report(&Event::DomainMetadataChange { dom: domain.wire(), r#type: args.r#type, nsuri });
            Ok(())
        })
    }

    fn domain_get_metadata<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainGetMetadataArgs<'_>,
    ) -> Result<remote::DomainGetMetadataRet<'c>> {
        check_flags("testDomainGetMetadata", args.flags, AFFECT)?;
        self.domain(&args.dom, |domain, _| {
            if args.r#type > ELEMENT {
                return Err(unknown_metadata(args.r#type));
            }
            let metadata = metadata(domain.one(domain.one_impact(args.flags)?), args.r#type, args.uri.as_ref())?;
            Ok(remote::DomainGetMetadataRet { metadata: metadata.into() })
        })
    }
}
