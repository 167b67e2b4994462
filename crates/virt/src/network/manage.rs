//! Finding, defining, starting, stopping and removing networks, and what they are configured to be.
use super::{FROM, Network};
use crate::flags::{VIR_NETWORK_UPDATE_AFFECT_CONFIG, VIR_NETWORK_UPDATE_AFFECT_LIVE};
use crate::{Connection, Function, OnConnection, Result, Str, Text, Uuid};
use oxivirt_protocol::remote;
use oxivirt_protocol::remote::DriverFeature;

impl Connection {
    /// Returns the networks: `virConnectListAllNetworks`. `flags` are virConnectListAllNetworksFlags, which select some
    /// of them; 0 is all.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_networks(&self, flags: u32) -> Result<Vec<Network>> {
        Ok(self.all_networks(true, flags)?.1)
    }

    /// Returns how many objects [`Connection::list_all_networks`] finds, and the objects if they are wanted.
    #[doc(hidden)]
    pub fn all_networks(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<Network>)> {
        let op = self.op(&Function("virConnectListAllNetworks", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::ConnectListAllNetworksArgs { need_results, flags };
            let ret = driver.connect_list_all_networks(call, &args)?;
            listed.take(ret.ret, &ret.nets, |one| Network::from_wire(self, one))
        })
    }

    /// Returns the names of at most `max` networks that are not active: `virConnectListDefinedNetworks`. Better is
    /// [`Connection::list_all_networks`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_defined_networks(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virConnectListDefinedNetworks", FROM)).not_negative("maxnames", max)?;
        let args = remote::ConnectListDefinedNetworksArgs { maxnames: max };
        op.texts(|driver, call| Ok(driver.connect_list_defined_networks(call, &args)?.names))
    }

    /// Returns the names of at most `max` networks that are active: `virConnectListNetworks`. Better is
    /// [`Connection::list_all_networks`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_networks(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virConnectListNetworks", FROM)).not_negative("maxnames", max)?;
        let args = remote::ConnectListNetworksArgs { maxnames: max };
        op.texts(|driver, call| Ok(driver.connect_list_networks(call, &args)?.names))
    }

    /// Returns how many networks are not active: `virConnectNumOfDefinedNetworks`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_defined_networks(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfDefinedNetworks", FROM));
        op.number(|driver, call| Ok(driver.connect_num_of_defined_networks(call)?.num))
    }

    /// Returns how many networks are active: `virConnectNumOfNetworks`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_networks(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfNetworks", FROM));
        op.number(|driver, call| Ok(driver.connect_num_of_networks(call)?.num))
    }
}

impl Network {
    /// Returns the network with this name: `virNetworkLookupByName`.
    ///
    /// # Errors
    /// There is no such network.
    pub fn lookup_by_name<'a>(conn: &Connection, name: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virNetworkLookupByName", FROM));
        let args = remote::NetworkLookupByNameArgs { name: name.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.network_lookup_by_name(call, &args)?.net)))
    }

    /// Returns the network with this UUID: `virNetworkLookupByUUID`.
    ///
    /// # Errors
    /// There is no such network.
    pub fn lookup_by_uuid(conn: &Connection, uuid: Uuid) -> Result<Self> {
        let op = conn.op(&Function("virNetworkLookupByUUID", FROM));
        let args = remote::NetworkLookupByUuidArgs { uuid };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.network_lookup_by_uuid(call, &args)?.net)))
    }

    /// Starts a network that is gone when it stops: `virNetworkCreateXML`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virNetworkCreateXML", FROM)).write()?;
        let args = remote::NetworkCreateXmlArgs { xml: xml.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.network_create_xml(call, &args)?.net)))
    }

    /// Starts a network that is gone when it stops: `virNetworkCreateXMLFlags`. `flags` are virNetworkCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create_xml_flags<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virNetworkCreateXMLFlags", FROM)).write()?;
        let args = remote::NetworkCreateXmlFlagsArgs { xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.network_create_xml_flags(call, &args)?.net)))
    }

    /// Defines a network, or changes its definition: `virNetworkDefineXML`. It is not started.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virNetworkDefineXML", FROM)).write()?;
        let args = remote::NetworkDefineXmlArgs { xml: xml.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.network_define_xml(call, &args)?.net)))
    }

    /// Defines a network, or changes its definition: `virNetworkDefineXMLFlags`. `flags` are virNetworkDefineFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml_flags<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virNetworkDefineXMLFlags", FROM)).write()?;
        let args = remote::NetworkDefineXmlFlagsArgs { xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.network_define_xml_flags(call, &args)?.net)))
    }

    /// Starts a network that is defined: `virNetworkCreate`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create(&self) -> Result<()> {
        let op = self.op(&Function("virNetworkCreate", FROM)).write()?;
        let args = remote::NetworkCreateArgs { net: self.wire() };
        op.call(|driver, call| driver.network_create(call, &args))
    }

    /// Stops the network: `virNetworkDestroy`. Without a definition it is gone.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn destroy(&self) -> Result<()> {
        let op = self.op(&Function("virNetworkDestroy", FROM)).write()?;
        let args = remote::NetworkDestroyArgs { net: self.wire() };
        op.call(|driver, call| driver.network_destroy(call, &args))
    }

    /// Removes the definition; a network that is active is gone when it stops: `virNetworkUndefine`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn undefine(&self) -> Result<()> {
        let op = self.op(&Function("virNetworkUndefine", FROM)).write()?;
        let args = remote::NetworkUndefineArgs { net: self.wire() };
        op.call(|driver, call| driver.network_undefine(call, &args))
    }

    /// Returns true if the network is started with the host: `virNetworkGetAutostart`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn autostart(&self) -> Result<bool> {
        let op = self.op(&Function("virNetworkGetAutostart", FROM));
        let args = remote::NetworkGetAutostartArgs { net: self.wire() };
        op.call(|driver, call| Ok(driver.network_get_autostart(call, &args)?.autostart != 0))
    }

    /// Changes whether the network is started with the host: `virNetworkSetAutostart`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn set_autostart(&self, autostart: impl Into<i32>) -> Result<()> {
        let op = self.op(&Function("virNetworkSetAutostart", FROM)).write()?;
        let args = remote::NetworkSetAutostartArgs { net: self.wire(), autostart: autostart.into() };
        op.call(|driver, call| driver.network_set_autostart(call, &args))
    }

    /// Returns the host's name of the bridge that guests are plugged into: `virNetworkGetBridgeName`.
    ///
    /// # Errors
    /// The network has no bridge, or the driver could not tell.
    pub fn bridge_name(&self) -> Result<Text> {
        let op = self.op(&Function("virNetworkGetBridgeName", FROM));
        let args = remote::NetworkGetBridgeNameArgs { net: self.wire() };
        op.text(|driver, call| Ok(driver.network_get_bridge_name(call, &args)?.name))
    }

    /// Returns the definition: `virNetworkGetXMLDesc`. `flags` are virNetworkXMLFlags.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virNetworkGetXMLDesc", FROM));
        let args = remote::NetworkGetXmlDescArgs { net: self.wire(), flags };
        op.text(|driver, call| Ok(driver.network_get_xml_desc(call, &args)?.xml))
    }

    /// Returns true if the network is active: `virNetworkIsActive`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_active(&self) -> Result<bool> {
        let op = self.op(&Function("virNetworkIsActive", FROM));
        let args = remote::NetworkIsActiveArgs { net: self.wire() };
        op.truth(|driver, call| Ok(driver.network_is_active(call, &args)?.active))
    }

    /// Returns true if the network is still there when it stops: `virNetworkIsPersistent`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_persistent(&self) -> Result<bool> {
        let op = self.op(&Function("virNetworkIsPersistent", FROM));
        let args = remote::NetworkIsPersistentArgs { net: self.wire() };
        op.truth(|driver, call| Ok(driver.network_is_persistent(call, &args)?.persistent))
    }

    /// Returns the metadata of a virNetworkMetadataType, for elements that of the namespace `uri`: `virNetworkGetMetadata`.
    /// `flags` are virNetworkUpdateFlags.
    ///
    /// # Errors
    /// The arguments contradict each other, or there is no such metadata.
    pub fn metadata<'a>(&self, kind: i32, uri: Option<impl Into<Str<'a>>>, flags: u32) -> Result<Text> {
        let uri = uri.map(Into::into);
        let op = self.op(&Function("virNetworkGetMetadata", FROM));
        let op = op.exclusive(flags, VIR_NETWORK_UPDATE_AFFECT_LIVE, VIR_NETWORK_UPDATE_AFFECT_CONFIG)?;
        let op = op.metadata_of(kind, &uri)?;
        let args = remote::NetworkGetMetadataArgs { network: self.wire(), r#type: kind, uri, flags };
        op.text(|driver, call| Ok(driver.network_get_metadata(call, &args)?.metadata))
    }

    /// Changes the metadata of a virNetworkMetadataType, for elements that of the namespace `uri` under the prefix `key`; `None`
    /// removes it: `virNetworkSetMetadata`. `flags` are virNetworkUpdateFlags.
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
        let op = self.op(&Function("virNetworkSetMetadata", FROM)).write()?;
        let op = op.new_metadata(kind, &metadata, &key, &uri)?;
        let args = remote::NetworkSetMetadataArgs { network: self.wire(), r#type: kind, metadata, key, uri, flags };
        op.call(|driver, call| driver.network_set_metadata(call, &args))
    }

    /// Changes a part of the definition, of the network that is active, or both: `virNetworkUpdate`. `command` is a
    /// virNetworkUpdateCommand, `section` a virNetworkUpdateSection, `parent_index` says which of several parents is meant, -1
    /// that it does not matter, `xml` is the element. `flags` are virNetworkUpdateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn update<'a>(
        &self,
        command: u32,
        section: u32,
        parent_index: i32,
        xml: impl Into<Str<'a>>,
        flags: u32,
    ) -> Result<()> {
        let op = self.op(&Function("virNetworkUpdate", FROM)).write()?;
        let xml = xml.into();
        // Daemons without the feature read the two numbers in the wrong order, as clients of their time sent them.
        let in_order = self.conn().supports_feature(DriverFeature::NETWORK_UPDATE_HAS_CORRECT_ORDER.0)?;
        let (command, section) = if in_order { (command, section) } else { (section, command) };
        let args = remote::NetworkUpdateArgs { net: self.wire(), command, section, parent_index, xml, flags };
        op.call(|driver, call| driver.network_update(call, &args))
    }
}
