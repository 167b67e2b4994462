//! Saving, restoring and dumping domains.
mod image;

use super::definition::{self, Definition};
use super::{check_flags, job, lifecycle};
use crate::FROM;
use crate::session::TestSession;
use image::{open_to_read, write};
use oxivirt_driver_common::errors;
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, Result, message};
use oxivirt_protocol::driver::DomainSave;
use oxivirt_protocol::{Call, remote};
use oxivirt_xml::FormatFlags;

/// Refuses another definition than the one that was saved.
fn no_other_definition(xml: Option<&oxivirt_xdr::Str<'_>>) -> Result<()> {
    match xml {
        None => Ok(()),
        Some(_) => {
            let text = message!("xml modification unsupported");
            Err(Error::new(FROM, ErrorCode::ARGUMENT_UNSUPPORTED, text))
        }
    }
}

fn printed(definition: &Definition) -> Vec<u8> {
    definition.format(FormatFlags { secure: true, ..FormatFlags::default() })
}

impl TestSession {
    fn save(&self, dom: &remote::NonnullDomain<'_>, path: &[u8], flags: u32) -> Result<()> {
        check_flags("testDomainSaveFlags", flags, 0)?;
        self.domain(dom, |domain, driver| {
            domain.check_active()?;
            write(path, domain.definition.name.as_bytes(), &printed(&domain.definition))?;
            job::complete(domain, driver, VIR_DOMAIN_JOB_OPERATION_SAVE);
            lifecycle::stop(domain, driver, VIR_DOMAIN_SHUTOFF_SAVED, VIR_DOMAIN_EVENT_STOPPED_SAVED);
            Ok(())
        })
    }

    fn restore(&self, path: &[u8], flags: u32) -> Result<()> {
        check_flags("testDomainRestoreFlags", flags, 0)?;
        let definition = definition::parse(&open_to_read(path)?)?;
        self.change(|driver| {
            let (reason, detail) = (VIR_DOMAIN_RUNNING_RESTORED, VIR_DOMAIN_EVENT_STARTED_RESTORED);
            lifecycle::define_and_start(driver, definition, reason, detail).map(drop)
        })
    }

    fn core_dump(&self, dom: &remote::NonnullDomain<'_>, path: &[u8], format: u32, flags: u32) -> Result<()> {
        check_flags("testDomainCoreDumpWithFormat", flags, VIR_DUMP_CRASH)?;
        self.domain(dom, |domain, driver| {
            domain.check_active()?;
            image::dump(path, dom.name.as_bytes())?;
            // The file is there by then: as in the stock library.
            if format != VIR_DOMAIN_CORE_DUMP_FORMAT_RAW {
                let text = message!("kdump-compressed format is not supported here");
                return Err(Error::new(FROM, ErrorCode::OPERATION_UNSUPPORTED, text));
            }
            job::remember(domain, VIR_DOMAIN_JOB_OPERATION_DUMP);
            if flags & VIR_DUMP_CRASH != 0 {
                lifecycle::stop(domain, driver, VIR_DOMAIN_SHUTOFF_CRASHED, VIR_DOMAIN_EVENT_STOPPED_CRASHED);
            }
            Ok(())
        })
    }
}

impl DomainSave for TestSession {
    fn domain_save(&self, _: &mut Call, args: &remote::DomainSaveArgs<'_>) -> Result<()> {
        self.save(&args.dom, &args.to, 0)
    }

    fn domain_save_flags(&self, _: &mut Call, args: &remote::DomainSaveFlagsArgs<'_>) -> Result<()> {
        check_flags("testDomainSaveFlags", args.flags, 0)?;
        no_other_definition(args.dxml.as_ref())?;
        self.save(&args.dom, &args.to, args.flags)
    }

    fn domain_restore(&self, _: &mut Call, args: &remote::DomainRestoreArgs<'_>) -> Result<()> {
        self.restore(&args.from, 0)
    }

    fn domain_restore_flags(&self, _: &mut Call, args: &remote::DomainRestoreFlagsArgs<'_>) -> Result<()> {
        check_flags("testDomainRestoreFlags", args.flags, 0)?;
        no_other_definition(args.dxml.as_ref())?;
        self.restore(&args.from, args.flags)
    }

    fn domain_save_image_get_xml_desc<'c>(
        &self,
        _: &'c mut Call,
        args: &remote::DomainSaveImageGetXmlDescArgs<'_>,
    ) -> Result<remote::DomainSaveImageGetXmlDescRet<'c>> {
        check_flags("testDomainSaveImageGetXMLDesc", args.flags, VIR_DOMAIN_SAVE_IMAGE_XML_SECURE)?;
        let definition = definition::parse(&open_to_read(&args.file)?)?;
        Ok(remote::DomainSaveImageGetXmlDescRet { xml: printed(&definition).into() })
    }

    fn domain_save_image_define_xml(
        &self,
        _: &mut Call,
        args: &remote::DomainSaveImageDefineXmlArgs<'_>,
    ) -> Result<()> {
        let known = VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED;
        check_flags("testDomainSaveImageDefineXML", args.flags, known)?;
        // It must be an image already.
        definition::parse(&open_to_read(&args.file)?)?;
        let definition = definition::parse(&args.dxml)?;
        write(&args.file, definition.name.as_bytes(), &printed(&definition))
    }

    fn domain_core_dump(&self, _: &mut Call, args: &remote::DomainCoreDumpArgs<'_>) -> Result<()> {
        self.core_dump(&args.dom, &args.to, VIR_DOMAIN_CORE_DUMP_FORMAT_RAW, args.flags)
    }

    fn domain_core_dump_with_format(
        &self,
        _: &mut Call,
        args: &remote::DomainCoreDumpWithFormatArgs<'_>,
    ) -> Result<()> {
        self.core_dump(&args.dom, &args.to, args.dumpformat, args.flags)
    }

    fn domain_managed_save(&self, _: &mut Call, args: &remote::DomainManagedSaveArgs<'_>) -> Result<()> {
        let known = VIR_DOMAIN_SAVE_BYPASS_CACHE | VIR_DOMAIN_SAVE_RUNNING | VIR_DOMAIN_SAVE_PAUSED;
        check_flags("testDomainManagedSave", args.flags, known)?;
        self.domain(&args.dom, |domain, driver| {
            domain.check_active()?;
            if !domain.persistent {
                let text = message!("cannot do managed save for transient domain");
                return Err(errors::invalid_operation(FROM, text));
            }
            job::complete(domain, driver, VIR_DOMAIN_JOB_OPERATION_SAVE);
            lifecycle::stop(domain, driver, VIR_DOMAIN_SHUTOFF_SAVED, VIR_DOMAIN_EVENT_STOPPED_SAVED);
            domain.managed_save = true;
            Ok(())
        })
    }

    fn domain_has_managed_save_image(
        &self,
        _: &mut Call,
        args: &remote::DomainHasManagedSaveImageArgs<'_>,
    ) -> Result<remote::DomainHasManagedSaveImageRet> {
        check_flags("testDomainHasManagedSaveImage", args.flags, 0)?;
        let saved = self.domain(&args.dom, |domain, _| Ok(domain.managed_save))?;
        Ok(remote::DomainHasManagedSaveImageRet { result: saved.into() })
    }

    fn domain_managed_save_remove(&self, _: &mut Call, args: &remote::DomainManagedSaveRemoveArgs<'_>) -> Result<()> {
        check_flags("testDomainManagedSaveRemove", args.flags, 0)?;
        self.domain(&args.dom, |domain, _| {
            domain.managed_save = false;
            Ok(())
        })
    }
}
