//! The description inside a saved image.
use super::one_state;
use super::path::absolute;
use crate::abi::{In, InStr, OwnedStr, Status};
use crate::objects::{Connection, HasDriver};
use oxivirt_entry_macro::entry;
use oxivirt_model::ErrorDomain;
use oxivirt_protocol::remote;
use std::ffi::c_uint;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

#[entry]
fn virDomainSaveImageDefineXML(conn: In<'_, Connection>, file: InStr<'_>, dxml: InStr<'_>, flags: c_uint) -> Status {
    let conn = conn.for_write()?;
    let file = file.get("file")?;
    let dxml = dxml.get("dxml")?.into();
    one_state(flags)?;
    let args = remote::DomainSaveImageDefineXmlArgs { file: absolute(file), dxml, flags };
    conn.ask(|driver, call| driver.domain_save_image_define_xml(call, &args))
}

#[entry]
fn virDomainSaveImageGetXMLDesc(conn: In<'_, Connection>, file: InStr<'_>, flags: c_uint) -> OwnedStr {
    let conn = conn.get()?;
    let file = file.get("file")?;
    conn.writable()?;
    let args = remote::DomainSaveImageGetXmlDescArgs { file: absolute(file), flags };
    conn.ask_text(|driver, call| Ok(driver.domain_save_image_get_xml_desc(call, &args)?.xml))
}
