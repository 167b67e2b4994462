//! The description inside a saved image.
use super::FROM;
use crate::abi::{In, InStr, OwnedStr, Status};
use crate::objects::{Connection, Domain};
use oxivirt_entry_macro::entry;
use std::ffi::c_uint;

#[entry]
fn virDomainSaveImageDefineXML(conn: In<'_, Connection>, file: InStr<'_>, dxml: InStr<'_>, flags: c_uint) -> Status {
    let conn = conn.for_write()?;
    Ok(Domain::save_image_define_xml(conn, file.get("file")?, dxml.get("dxml")?, flags)?)
}

#[entry]
fn virDomainSaveImageGetXMLDesc(conn: In<'_, Connection>, file: InStr<'_>, flags: c_uint) -> OwnedStr {
    Ok(Domain::save_image_xml_desc(conn.get()?, file.get("file")?, flags)?.into())
}
