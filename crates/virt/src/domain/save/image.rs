//! The description inside a saved image.
use super::super::{Domain, FROM};
use super::path::absolute;
use crate::{Connection, Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::remote;

impl Domain {
    /// Changes the definition in an image: `virDomainSaveImageDefineXML`. `flags` are virDomainSaveRestoreFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn save_image_define_xml<'a>(
        conn: &Connection,
        file: impl Into<Str<'a>>,
        xml: impl Into<Str<'a>>,
        flags: u32,
    ) -> Result<()> {
        let op = conn.op(&Function("virDomainSaveImageDefineXML", FROM)).write()?.one_state(flags)?;
        let (file, dxml) = (absolute(&file.into()), xml.into());
        let args = remote::DomainSaveImageDefineXmlArgs { file, dxml, flags };
        op.call(|driver, call| driver.domain_save_image_define_xml(call, &args))
    }

    /// Returns the definition in an image: `virDomainSaveImageGetXMLDesc`. `flags` are virDomainSaveImageXMLFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver could not tell.
    pub fn save_image_xml_desc<'a>(conn: &Connection, file: impl Into<Str<'a>>, flags: u32) -> Result<Text> {
        let op = conn.op(&Function("virDomainSaveImageGetXMLDesc", FROM)).write()?;
        let args = remote::DomainSaveImageGetXmlDescArgs { file: absolute(&file.into()), flags };
        op.text(|driver, call| Ok(driver.domain_save_image_get_xml_desc(call, &args)?.xml))
    }
}
