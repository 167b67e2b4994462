//! The image that the daemon keeps itself and starts the domain from next time.
use super::super::lifecycle::SHUT_OFF;
use super::super::{Domain, FROM};
use crate::flags::VIR_DOMAIN_SAVE_IMAGE_XML_SECURE;
use crate::{Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::remote;

impl Domain {
    /// Stops the domain and keeps its memory for the next start: `virDomainManagedSave`. `flags` are virDomainSaveRestoreFlags.
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn managed_save(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainManagedSave", FROM)).write()?.one_state(flags)?;
        let args = remote::DomainManagedSaveArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_managed_save(call, &args))?;
        self.set_id(SHUT_OFF);
        Ok(())
    }

    /// Returns true if there is memory for the next start: `virDomainHasManagedSaveImage`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn has_managed_save_image(&self, flags: u32) -> Result<bool> {
        let op = self.op(&Function("virDomainHasManagedSaveImage", FROM));
        let args = remote::DomainHasManagedSaveImageArgs { dom: self.wire(), flags };
        op.truth_of("result", |driver, call| Ok(driver.domain_has_managed_save_image(call, &args)?.result))
    }

    /// Throws away the memory for the next start: `virDomainManagedSaveRemove`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn managed_save_remove(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainManagedSaveRemove", FROM)).write()?;
        let args = remote::DomainManagedSaveRemoveArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_managed_save_remove(call, &args))
    }

    /// Changes the definition for the next start from memory: `virDomainManagedSaveDefineXML`. `flags` are
    /// virDomainSaveRestoreFlags.
    ///
    /// # Errors
    /// `flags` contradict each other, the connection is read-only, or the driver refuses.
    pub fn managed_save_define_xml<'a>(&self, xml: Option<impl Into<Str<'a>>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainManagedSaveDefineXML", FROM)).one_state(flags)?.write()?;
        let args = remote::DomainManagedSaveDefineXmlArgs { dom: self.wire(), dxml: xml.map(Into::into), flags };
        op.call(|driver, call| driver.domain_managed_save_define_xml(call, &args))
    }

    /// Returns the definition for the next start from memory: `virDomainManagedSaveGetXMLDesc`. `flags` are
    /// virDomainSaveImageXMLFlags.
    ///
    /// # Errors
    /// Secrets are asked for on a read-only connection, or the driver could not tell.
    pub fn managed_save_xml_desc(&self, flags: u32) -> Result<Text> {
        let secure = flags & VIR_DOMAIN_SAVE_IMAGE_XML_SECURE.0 != 0;
        let op = self.op(&Function("virDomainManagedSaveGetXMLDesc", FROM)).secrets(secure)?;
        let args = remote::DomainManagedSaveGetXmlDescArgs { dom: self.wire(), flags };
        op.text(|driver, call| Ok(driver.domain_managed_save_get_xml_desc(call, &args)?.xml))
    }
}
