//! What a domain is configured to be: XML, metadata.
use super::{Domain, FROM};
use crate::flags::{VIR_DOMAIN_XML_MIGRATABLE, VIR_DOMAIN_XML_SECURE};
use crate::{Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::remote;

impl Domain {
    /// Returns the definition: `virDomainGetXMLDesc`. `flags` are virDomainXMLFlags.
    ///
    /// # Errors
    /// Secrets are asked for on a read-only connection, or the driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let secure = flags & (VIR_DOMAIN_XML_SECURE.0 | VIR_DOMAIN_XML_MIGRATABLE.0) != 0;
        let op = self.op(&Function("virDomainGetXMLDesc", FROM)).secrets(secure)?;
        let args = remote::DomainGetXmlDescArgs { dom: self.wire(), flags };
        op.text(|driver, call| Ok(driver.domain_get_xml_desc(call, &args)?.xml))
    }

    /// Returns what kind of operating system the guest has, such as `hvm`: `virDomainGetOSType`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn os_type(&self) -> Result<Text> {
        let op = self.op(&Function("virDomainGetOSType", FROM));
        let args = remote::DomainGetOsTypeArgs { dom: self.wire() };
        op.text(|driver, call| Ok(driver.domain_get_os_type(call, &args)?.r#type))
    }

    /// Returns the metadata of a virDomainMetadataType, for elements that of the namespace `uri`: `virDomainGetMetadata`.
    /// `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The arguments contradict each other, or there is no such metadata.
    pub fn metadata<'a>(&self, kind: i32, uri: Option<impl Into<Str<'a>>>, flags: u32) -> Result<Text> {
        let uri = uri.map(Into::into);
        let op = self.op(&Function("virDomainGetMetadata", FROM)).one_impact(flags)?.metadata_of(kind, &uri)?;
        let args = remote::DomainGetMetadataArgs { dom: self.wire(), r#type: kind, uri, flags };
        op.text(|driver, call| Ok(driver.domain_get_metadata(call, &args)?.metadata))
    }

    /// Changes the metadata of a virDomainMetadataType, for elements that of the namespace `uri` under the prefix `key`; `None`
    /// removes it: `virDomainSetMetadata`. `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, the arguments contradict each other, or the driver refuses.
    pub fn set_metadata<'a>(
        &self,
        kind: i32,
        metadata: Option<impl Into<Str<'a>>>,
        key: Option<impl Into<Str<'a>>>,
        uri: Option<impl Into<Str<'a>>>,
        flags: u32,
    ) -> Result<()> {
        let (metadata, key, uri) = (metadata.map(Into::into), key.map(Into::into), uri.map(Into::into));
        let op = self.op(&Function("virDomainSetMetadata", FROM)).write()?;
        let op = op.new_metadata(kind, &metadata, &key, &uri)?;
        let args = remote::DomainSetMetadataArgs { dom: self.wire(), r#type: kind, metadata, key, uri, flags };
        op.call(|driver, call| driver.domain_set_metadata(call, &args))
    }
}
