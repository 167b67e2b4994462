//! What a domain is configured to be: XML, metadata, the hypervisor's native formats.
mod security;

pub use security::SecurityLabel;

use super::{Domain, FROM};
use crate::flags::{
    VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP, VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING, VIR_DOMAIN_XML_MIGRATABLE,
    VIR_DOMAIN_XML_SECURE,
};
use crate::{Connection, Error, ErrorCode, Function, OnConnection, Result, Str, Text, TypedParam};
use oxivirt_model::{constants, message};
use oxivirt_protocol::remote;

impl Connection {
    /// Returns the definition that a configuration in the hypervisor's own format `native_format` stands for, such as
    /// `qemu-argv`: `virConnectDomainXMLFromNative`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn domain_xml_from_native<'a>(
        &self,
        native_format: impl Into<Str<'a>>,
        native_config: impl Into<Str<'a>>,
        flags: u32,
    ) -> Result<Text> {
        let op = self.op(&Function("virConnectDomainXMLFromNative", FROM)).write()?;
        let (native_format, native_config) = (native_format.into(), native_config.into());
        let args = remote::ConnectDomainXmlFromNativeArgs { native_format, native_config, flags };
        op.text(|driver, call| Ok(driver.connect_domain_xml_from_native(call, &args)?.domain_xml))
    }

    /// Returns a definition in the hypervisor's own format `native_format`: `virConnectDomainXMLToNative`. `flags` are none so
    /// far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn domain_xml_to_native<'a>(
        &self,
        native_format: impl Into<Str<'a>>,
        domain_xml: impl Into<Str<'a>>,
        flags: u32,
    ) -> Result<Text> {
        let op = self.op(&Function("virConnectDomainXMLToNative", FROM)).write()?;
        let (native_format, domain_xml) = (native_format.into(), domain_xml.into());
        let args = remote::ConnectDomainXmlToNativeArgs { native_format, domain_xml, flags };
        op.text(|driver, call| Ok(driver.connect_domain_xml_to_native(call, &args)?.native_config))
    }

    /// Returns what domains of an emulator, architecture, machine and type of virtualization can have; what is `None` the driver
    /// chooses: `virConnectGetDomainCapabilities`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver could not tell.
    pub fn domain_capabilities<'a>(
        &self,
        emulator: Option<impl Into<Str<'a>>>,
        arch: Option<impl Into<Str<'a>>>,
        machine: Option<impl Into<Str<'a>>>,
        virt_type: Option<impl Into<Str<'a>>>,
        flags: u32,
    ) -> Result<Text> {
        let op = self.op(&Function("virConnectGetDomainCapabilities", FROM)).write()?;
        let args = remote::ConnectGetDomainCapabilitiesArgs {
            emulatorbin: emulator.map(Into::into),
            arch: arch.map(Into::into),
            machine: machine.map(Into::into),
            virttype: virt_type.map(Into::into),
            flags,
        };
        op.text(|driver, call| Ok(driver.connect_get_domain_capabilities(call, &args)?.capabilities))
    }
}

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

    /// Returns what the hypervisor warns of, such as tainting: `virDomainGetMessages`. `flags` are virDomainMessageType, which
    /// select messages; 0 is all.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn messages(&self, flags: u32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virDomainGetMessages", FROM));
        let args = remote::DomainGetMessagesArgs { dom: self.wire(), flags };
        op.texts(|driver, call| Ok(driver.domain_get_messages(call, &args)?.msgs))
    }

    /// Sends the guest a non-maskable interrupt: `virDomainInjectNMI`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn inject_nmi(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainInjectNMI", FROM)).write()?;
        let args = remote::DomainInjectNmiArgs { dom: self.wire(), flags };
        op.call(|driver, call| driver.domain_inject_nmi(call, &args))
    }

    /// Changes which virDomainLifecycleAction follows a virDomainLifecycle, such as a crash: `virDomainSetLifecycleAction`.
    /// `flags` are virDomainModificationImpact.
    ///
    /// # Errors
    /// The connection is read-only, `lifecycle` or `action` is not known, or the driver refuses.
    pub fn set_lifecycle_action(&self, lifecycle: u32, action: u32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainSetLifecycleAction", FROM)).write()?;
        let known = |what, value: u32, last| {
            if value > last {
                let text = message::compose(&format!("invalid lifecycle {what} '%1$u'"), &[&value]);
                return Err(Error::new(FROM, ErrorCode::INVALID_ARG, text));
            }
            Ok(())
        };
        known("type", lifecycle, constants::VIR_DOMAIN_LIFECYCLE_CRASH)?;
        known("action", action, constants::VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE_RUNNING)?;
        let args = remote::DomainSetLifecycleActionArgs { dom: self.wire(), r#type: lifecycle, action, flags };
        op.call(|driver, call| driver.domain_set_lifecycle_action(call, &args))
    }

    /// Starts to measure for some seconds how fast the domain writes to its memory: `virDomainStartDirtyRateCalc`. `flags` are
    /// virDomainDirtyRateCalcFlags. The result is among the statistics of [`Connection::all_domain_stats`].
    ///
    /// # Errors
    /// The connection is read-only, `flags` contradict each other, or the driver refuses.
    pub fn start_dirty_rate_calc(&self, seconds: i32, flags: u32) -> Result<()> {
        let op = self.op(&Function("virDomainStartDirtyRateCalc", FROM)).write()?;
        // The third mode is the absence of these two.
        let op = op.exclusive(flags, VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP, VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING)?;
        let args = remote::DomainStartDirtyRateCalcArgs { dom: self.wire(), seconds, flags };
        op.call(|driver, call| driver.domain_start_dirty_rate_calc(call, &args))
    }

    /// Makes the hypervisor announce a network interface, or all for `None`, to its network: `virDomainAnnounceInterface`. `flags`
    /// are none so far.
    ///
    /// # Errors
    /// The connection is read-only, a parameter is not one that can be sent, or the driver refuses.
    pub fn announce_interface<'a>(
        &self,
        device: Option<impl Into<Str<'a>>>,
        params: &[TypedParam<'_>],
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virDomainAnnounceInterface", FROM)).write()?;
        let (device, params) = (device.map(Into::into), op.settings(params)?);
        let args = remote::DomainAnnounceInterfaceArgs { dom: self.wire(), device, params, flags };
        op.call(|driver, call| driver.domain_announce_interface(call, &args))
    }
}
