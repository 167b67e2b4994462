//! The image that the daemon keeps itself and starts the domain from next time.
use super::super::checks::SHUT_OFF;
use super::one_state;
use crate::abi::ctypes::VIR_DOMAIN_SAVE_IMAGE_XML_SECURE;
use crate::abi::{Count, In, InStr, OwnedStr, Status, answered};
use crate::objects::{Domain, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainManagedSave(dom: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    one_state(flags)?;
    let args = remote::DomainManagedSaveArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_managed_save(call, &args))?;
    dom.set_id(SHUT_OFF);
    Ok(())
}

#[entry]
fn virDomainHasManagedSaveImage(dom: In<'_, Domain>, flags: c_uint) -> Count {
    let dom = dom.get()?;
    let args = remote::DomainHasManagedSaveImageArgs { dom: dom.wire(), flags };
    let ret = dom.ask(|driver, call| driver.domain_has_managed_save_image(call, &args))?;
    answered(ret.result, "result")
}

#[entry]
fn virDomainManagedSaveRemove(dom: In<'_, Domain>, flags: c_uint) -> Status {
    let dom = dom.for_write()?;
    let args = remote::DomainManagedSaveRemoveArgs { dom: dom.wire(), flags };
    dom.ask(|driver, call| driver.domain_managed_save_remove(call, &args))
}

#[entry]
fn virDomainManagedSaveDefineXML(domain: In<'_, Domain>, dxml: InStr<'_>, flags: c_uint) -> Status {
    // The flags come first here, before the domain itself is looked at.
    one_state(flags)?;
    let dom = domain.for_write()?;
    let dxml = dxml.opt().map(Into::into);
    let args = remote::DomainManagedSaveDefineXmlArgs { dom: dom.wire(), dxml, flags };
    dom.ask(|driver, call| driver.domain_managed_save_define_xml(call, &args))
}

#[entry]
fn virDomainManagedSaveGetXMLDesc(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {
    let dom = domain.get()?;
    if flags & VIR_DOMAIN_SAVE_IMAGE_XML_SECURE != 0 {
        dom.conn().allows_secrets(FROM, SITE.function)?;
    }
    let args = remote::DomainManagedSaveGetXmlDescArgs { dom: dom.wire(), flags };
    dom.ask_text(|driver, call| Ok(driver.domain_managed_save_get_xml_desc(call, &args)?.xml))
}
