//! `virNodeDevice`: devices of the host.
use crate::{Connection, ErrorDomain, Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::remote;
use oxivirt_sys::OnceBox;
use std::sync::Arc;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::NODEDEV;

/// A device of the host. A clone is the same object.
#[derive(Debug, Clone)]
pub struct NodeDevice(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    name: Text,
    /// The parent's name once the driver was asked for it.
    parent: OnceBox<Text>,
}

impl OnConnection for NodeDevice {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl NodeDevice {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullNodeDevice<'_>) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), name: Text::from(&wire.name), parent: OnceBox::new() }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullNodeDevice<'_> {
        remote::NonnullNodeDevice { name: self.name().into() }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &Text {
        &self.0.name
    }

    /// Returns the device with this name: `virNodeDeviceLookupByName`.
    ///
    /// # Errors
    /// There is no such device.
    pub fn lookup_by_name<'a>(conn: &Connection, name: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virNodeDeviceLookupByName", FROM));
        let args = remote::NodeDeviceLookupByNameArgs { name: name.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.node_device_lookup_by_name(call, &args)?.dev)))
    }

    /// Returns the SCSI host with these world wide names, of the node and of the port:
    /// `virNodeDeviceLookupSCSIHostByWWN`. `flags` are none so far.
    ///
    /// # Errors
    /// There is no such device.
    pub fn lookup_scsi_host_by_wwn<'a>(
        conn: &Connection,
        wwnn: impl Into<Str<'a>>,
        wwpn: impl Into<Str<'a>>,
        flags: u32,
    ) -> Result<Self> {
        let op = conn.op(&Function("virNodeDeviceLookupSCSIHostByWWN", FROM));
        let args = remote::NodeDeviceLookupScsiHostByWwnArgs { wwnn: wwnn.into(), wwpn: wwpn.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.node_device_lookup_scsi_host_by_wwn(call, &args)?.dev)))
    }

    /// Makes a device, such as a mediated device, that is gone when it is destroyed or the host restarts:
    /// `virNodeDeviceCreateXML`. `flags` are virNodeDeviceCreateXMLFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virNodeDeviceCreateXML", FROM)).write()?;
        let args = remote::NodeDeviceCreateXmlArgs { xml_desc: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.node_device_create_xml(call, &args)?.dev)))
    }

    /// Defines a device, such as a mediated device: `virNodeDeviceDefineXML`. `flags` are virNodeDeviceDefineXMLFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virNodeDeviceDefineXML", FROM)).write()?;
        let args = remote::NodeDeviceDefineXmlArgs { xml_desc: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.node_device_define_xml(call, &args)?.dev)))
    }

    /// Starts a device that is defined: `virNodeDeviceCreate`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virNodeDeviceCreate", FROM)).write()?;
        let args = remote::NodeDeviceCreateArgs { name: self.name().into(), flags };
        op.call(|driver, call| driver.node_device_create(call, &args))
    }

    /// Removes the device from the host: `virNodeDeviceDestroy`. Its definition stays, if it has one.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn destroy(&self) -> Result<()> {
        let op = self.op(&Function("virNodeDeviceDestroy", FROM)).write()?;
        let args = remote::NodeDeviceDestroyArgs { name: self.name().into() };
        op.call(|driver, call| driver.node_device_destroy(call, &args))
    }

    /// Removes the definition: `virNodeDeviceUndefine`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn undefine(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virNodeDeviceUndefine", FROM)).write()?;
        let args = remote::NodeDeviceUndefineArgs { name: self.name().into(), flags };
        op.call(|driver, call| driver.node_device_undefine(call, &args))
    }

    /// Changes the definition, the device that is active, or both: `virNodeDeviceUpdate`. `flags` are
    /// virNodeDeviceUpdateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn update<'a>(&self, xml: impl Into<Str<'a>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virNodeDeviceUpdate", FROM)).write()?;
        let args = remote::NodeDeviceUpdateArgs { name: self.name().into(), xml_desc: xml.into(), flags };
        op.call(|driver, call| driver.node_device_update(call, &args))
    }

    /// Takes the device from the host's driver, so that a guest can have it: `virNodeDeviceDettach`, which is spelled
    /// so.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn dettach(&self) -> Result<()> {
        let op = self.op(&Function("virNodeDeviceDettach", FROM)).write()?;
        let args = remote::NodeDeviceDettachArgs { name: self.name().into() };
        op.call(|driver, call| driver.node_device_dettach(call, &args))
    }

    /// Takes the device from the host's driver and binds it to another, `None` is the hypervisor's usual one:
    /// `virNodeDeviceDetachFlags`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn detach_flags<'a>(&self, driver_name: Option<impl Into<Str<'a>>>, flags: u32) -> Result<()> {
        let op = self.op(&Function("virNodeDeviceDetachFlags", FROM)).write()?;
        let args = remote::NodeDeviceDetachFlagsArgs {
            name: self.name().into(),
            driver_name: driver_name.map(Into::into),
            flags,
        };
        op.call(|driver, call| driver.node_device_detach_flags(call, &args))
    }

    /// Gives the device back to the host's driver: `virNodeDeviceReAttach`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn re_attach(&self) -> Result<()> {
        let op = self.op(&Function("virNodeDeviceReAttach", FROM)).write()?;
        let args = remote::NodeDeviceReAttachArgs { name: self.name().into() };
        op.call(|driver, call| driver.node_device_re_attach(call, &args))
    }

    /// Resets the device, which no guest may be using: `virNodeDeviceReset`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn reset(&self) -> Result<()> {
        let op = self.op(&Function("virNodeDeviceReset", FROM)).write()?;
        let args = remote::NodeDeviceResetArgs { name: self.name().into() };
        op.call(|driver, call| driver.node_device_reset(call, &args))
    }

    /// Returns true if the device is started with the host, or when its parent appears: `virNodeDeviceGetAutostart`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn autostart(&self) -> Result<bool> {
        let op = self.op(&Function("virNodeDeviceGetAutostart", FROM));
        let args = remote::NodeDeviceGetAutostartArgs { name: self.name().into() };
        op.call(|driver, call| Ok(driver.node_device_get_autostart(call, &args)?.autostart != 0))
    }

    /// Changes whether the device is started with the host: `virNodeDeviceSetAutostart`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn set_autostart(&self, autostart: impl Into<i32>) -> Result<()> {
        let op = self.op(&Function("virNodeDeviceSetAutostart", FROM)).write()?;
        let args = remote::NodeDeviceSetAutostartArgs { name: self.name().into(), autostart: autostart.into() };
        op.call(|driver, call| driver.node_device_set_autostart(call, &args))
    }

    /// Returns the description: `virNodeDeviceGetXMLDesc`. `flags` are virNodeDeviceXMLFlags.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virNodeDeviceGetXMLDesc", FROM));
        let args = remote::NodeDeviceGetXmlDescArgs { name: self.name().into(), flags };
        op.text(|driver, call| Ok(driver.node_device_get_xml_desc(call, &args)?.xml))
    }

    /// Returns true if the host has the device now: `virNodeDeviceIsActive`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_active(&self) -> Result<bool> {
        let op = self.op(&Function("virNodeDeviceIsActive", FROM));
        let args = remote::NodeDeviceIsActiveArgs { name: self.name().into() };
        op.truth(|driver, call| Ok(driver.node_device_is_active(call, &args)?.active))
    }

    /// Returns true if the device is defined: `virNodeDeviceIsPersistent`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_persistent(&self) -> Result<bool> {
        let op = self.op(&Function("virNodeDeviceIsPersistent", FROM));
        let args = remote::NodeDeviceIsPersistentArgs { name: self.name().into() };
        op.truth(|driver, call| Ok(driver.node_device_is_persistent(call, &args)?.persistent))
    }

    /// Returns how many capabilities the device has: `virNodeDeviceNumOfCaps`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_caps(&self) -> Result<i32> {
        let op = self.op(&Function("virNodeDeviceNumOfCaps", FROM));
        let args = remote::NodeDeviceNumOfCapsArgs { name: self.name().into() };
        op.number(|driver, call| Ok(driver.node_device_num_of_caps(call, &args)?.num))
    }

    /// Returns at most `max` of its capabilities, such as `pci` or `net`: `virNodeDeviceListCaps`.
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_caps(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virNodeDeviceListCaps", FROM)).not_negative("maxnames", max)?;
        let args = remote::NodeDeviceListCapsArgs { name: self.name().into(), maxnames: max };
        op.texts(|driver, call| Ok(driver.node_device_list_caps(call, &args)?.names))
    }

    /// Returns the name of the device that it is part of, `None` for the topmost: `virNodeDeviceGetParent`. Asked once; for the
    /// topmost device each time.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn parent(&self) -> Result<Option<&Text>> {
        if let Some(parent) = self.0.parent.get() {
            return Ok(Some(parent));
        }
        let op = self.op(&Function("virNodeDeviceGetParent", FROM));
        let args = remote::NodeDeviceGetParentArgs { name: self.name().into() };
        let parent = op.call(|driver, call| {
            Ok(driver.node_device_get_parent(call, &args)?.parent_name.as_ref().map(Text::from))
        })?;
        Ok(parent.map(|parent| self.0.parent.get_or_init(|| parent)))
    }
}

impl Connection {
    /// Returns the devices of the host: `virConnectListAllNodeDevices`. `flags` are virConnectListAllNodeDeviceFlags,
    /// which select some of them; 0 is all.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_node_devices(&self, flags: u32) -> Result<Vec<NodeDevice>> {
        Ok(self.all_node_devices(true, flags)?.1)
    }

    /// Returns how many objects [`Connection::list_all_node_devices`] finds, and the objects if they are wanted.
    #[doc(hidden)]
    pub fn all_node_devices(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<NodeDevice>)> {
        let op = self.op(&Function("virConnectListAllNodeDevices", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::ConnectListAllNodeDevicesArgs { need_results, flags };
            let ret = driver.connect_list_all_node_devices(call, &args)?;
            listed.take(ret.ret, &ret.devices, |one| NodeDevice::from_wire(self, one))
        })
    }

    /// Returns the names of at most `max` devices, or only of those with the capability `cap`: `virNodeListDevices`.
    /// `flags` are none so far. Better is [`Connection::list_all_node_devices`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_devices<'a>(&self, cap: Option<impl Into<Str<'a>>>, max: i32, flags: u32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virNodeListDevices", FROM)).not_negative("maxnames", max)?;
        let args = remote::NodeListDevicesArgs { cap: cap.map(Into::into), maxnames: max, flags };
        op.texts(|driver, call| Ok(driver.node_list_devices(call, &args)?.names))
    }

    /// Returns how many devices there are, or only those with the capability `cap`: `virNodeNumOfDevices`. `flags` are
    /// none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_devices<'a>(&self, cap: Option<impl Into<Str<'a>>>, flags: u32) -> Result<i32> {
        let op = self.op(&Function("virNodeNumOfDevices", FROM));
        let args = remote::NodeNumOfDevicesArgs { cap: cap.map(Into::into), flags };
        op.number(|driver, call| Ok(driver.node_num_of_devices(call, &args)?.num))
    }
}
