//! The image that the daemon keeps itself and starts the domain from next time.
use super::{FROM, one_state};
use crate::abi::{In, InStr, OwnedStr, Status, Truth};
use crate::objects::Domain;
use oxivirt_entry_macro::entry;
use std::ffi::c_uint;

#[entry]
fn virDomainManagedSave(dom: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(dom.get()?.managed_save(flags)?)
}

#[entry]
fn virDomainHasManagedSaveImage(dom: In<'_, Domain>, flags: c_uint) -> Truth {
    Ok(dom.get()?.has_managed_save_image(flags)?)
}

#[entry]
fn virDomainManagedSaveRemove(dom: In<'_, Domain>, flags: c_uint) -> Status {
    Ok(dom.get()?.managed_save_remove(flags)?)
}

#[entry]
fn virDomainManagedSaveDefineXML(domain: In<'_, Domain>, dxml: InStr<'_>, flags: c_uint) -> Status {
    // The flags come first here, before the domain itself is looked at.
    one_state(flags)?;
    Ok(domain.get()?.managed_save_define_xml(dxml.opt(), flags)?)
}

#[entry]
fn virDomainManagedSaveGetXMLDesc(domain: In<'_, Domain>, flags: c_uint) -> OwnedStr {
    Ok(domain.get()?.managed_save_xml_desc(flags)?.into())
}
