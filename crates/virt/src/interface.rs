//! `virInterface`: physical interfaces of the host.
use crate::{Connection, ErrorDomain, Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::INTERFACE;

/// A physical interface of the host. A clone is the same object.
#[derive(Debug, Clone)]
pub struct Interface(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    name: Text,
    mac: Text,
}

impl OnConnection for Interface {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl Interface {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullInterface<'_>) -> Self {
        Self(Arc::new(Inner { conn: conn.clone(), name: Text::from(&wire.name), mac: Text::from(&wire.mac) }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullInterface<'_> {
        remote::NonnullInterface { name: self.name().into(), mac: self.mac().into() }
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

    /// Returns the hardware address as text.
    #[must_use]
    pub fn mac(&self) -> &Text {
        &self.0.mac
    }

    /// Returns the interface with this name: `virInterfaceLookupByName`.
    ///
    /// # Errors
    /// There is no such interface.
    pub fn lookup_by_name<'a>(conn: &Connection, name: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virInterfaceLookupByName", FROM));
        let args = remote::InterfaceLookupByNameArgs { name: name.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.interface_lookup_by_name(call, &args)?.iface)))
    }

    /// Returns the interface with this hardware address: `virInterfaceLookupByMACString`.
    ///
    /// # Errors
    /// There is no such interface, or there are several.
    pub fn lookup_by_mac_string<'a>(conn: &Connection, mac: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virInterfaceLookupByMACString", FROM));
        let args = remote::InterfaceLookupByMacStringArgs { mac: mac.into() };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.interface_lookup_by_mac_string(call, &args)?.iface)))
    }

    /// Defines an interface, or changes its definition: `virInterfaceDefineXML`. `flags` are virInterfaceDefineFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn define_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virInterfaceDefineXML", FROM)).write()?;
        let args = remote::InterfaceDefineXmlArgs { xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.interface_define_xml(call, &args)?.iface)))
    }

    /// Removes the definition: `virInterfaceUndefine`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn undefine(&self) -> Result<()> {
        let op = self.op(&Function("virInterfaceUndefine", FROM)).write()?;
        let args = remote::InterfaceUndefineArgs { iface: self.wire() };
        op.call(|driver, call| driver.interface_undefine(call, &args))
    }

    /// Starts the interface, as `ifup` does: `virInterfaceCreate`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virInterfaceCreate", FROM)).write()?;
        let args = remote::InterfaceCreateArgs { iface: self.wire(), flags };
        op.call(|driver, call| driver.interface_create(call, &args))
    }

    /// Stops the interface, as `ifdown` does: `virInterfaceDestroy`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn destroy(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virInterfaceDestroy", FROM)).write()?;
        let args = remote::InterfaceDestroyArgs { iface: self.wire(), flags };
        op.call(|driver, call| driver.interface_destroy(call, &args))
    }

    /// Returns the definition: `virInterfaceGetXMLDesc`. `flags` are virInterfaceXMLFlags.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virInterfaceGetXMLDesc", FROM));
        let args = remote::InterfaceGetXmlDescArgs { iface: self.wire(), flags };
        op.text(|driver, call| Ok(driver.interface_get_xml_desc(call, &args)?.xml))
    }

    /// Returns true if the interface is active: `virInterfaceIsActive`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn is_active(&self) -> Result<bool> {
        let op = self.op(&Function("virInterfaceIsActive", FROM));
        let args = remote::InterfaceIsActiveArgs { iface: self.wire() };
        op.truth(|driver, call| Ok(driver.interface_is_active(call, &args)?.active))
    }

    /// Begins changes of definitions that can be taken back: `virInterfaceChangeBegin`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn change_begin(conn: &Connection, flags: u32) -> Result<()> {
        let op = conn.op(&Function("virInterfaceChangeBegin", FROM)).write()?;
        let args = remote::InterfaceChangeBeginArgs { flags };
        op.call(|driver, call| driver.interface_change_begin(call, &args))
    }

    /// Keeps the changes since [`Interface::change_begin`]: `virInterfaceChangeCommit`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn change_commit(conn: &Connection, flags: u32) -> Result<()> {
        let op = conn.op(&Function("virInterfaceChangeCommit", FROM)).write()?;
        let args = remote::InterfaceChangeCommitArgs { flags };
        op.call(|driver, call| driver.interface_change_commit(call, &args))
    }

    /// Takes back the changes since [`Interface::change_begin`]: `virInterfaceChangeRollback`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn change_rollback(conn: &Connection, flags: u32) -> Result<()> {
        let op = conn.op(&Function("virInterfaceChangeRollback", FROM)).write()?;
        let args = remote::InterfaceChangeRollbackArgs { flags };
        op.call(|driver, call| driver.interface_change_rollback(call, &args))
    }
}

impl Connection {
    /// Returns the interfaces of the host: `virConnectListAllInterfaces`. `flags` are virConnectListAllInterfacesFlags,
    /// which select some of them; 0 is all.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_interfaces(&self, flags: u32) -> Result<Vec<Interface>> {
        Ok(self.all_interfaces(true, flags)?.1)
    }

    /// Returns how many objects [`Connection::list_all_interfaces`] finds, and the objects if they are wanted.
    #[doc(hidden)]
    pub fn all_interfaces(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<Interface>)> {
        let op = self.op(&Function("virConnectListAllInterfaces", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::ConnectListAllInterfacesArgs { need_results, flags };
            let ret = driver.connect_list_all_interfaces(call, &args)?;
            listed.take(ret.ret, &ret.ifaces, |one| Interface::from_wire(self, one))
        })
    }

    /// Returns the names of at most `max` interfaces that are not active: `virConnectListDefinedInterfaces`. Better is
    /// [`Connection::list_all_interfaces`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_defined_interfaces(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virConnectListDefinedInterfaces", FROM)).not_negative("maxnames", max)?;
        let args = remote::ConnectListDefinedInterfacesArgs { maxnames: max };
        op.texts(|driver, call| Ok(driver.connect_list_defined_interfaces(call, &args)?.names))
    }

    /// Returns the names of at most `max` interfaces that are active: `virConnectListInterfaces`. Better is
    /// [`Connection::list_all_interfaces`].
    ///
    /// # Errors
    /// `max` is negative, or the driver could not tell.
    pub fn list_interfaces(&self, max: i32) -> Result<Vec<Text>> {
        let op = self.op(&Function("virConnectListInterfaces", FROM)).not_negative("maxnames", max)?;
        let args = remote::ConnectListInterfacesArgs { maxnames: max };
        op.texts(|driver, call| Ok(driver.connect_list_interfaces(call, &args)?.names))
    }

    /// Returns how many interfaces are not active: `virConnectNumOfDefinedInterfaces`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_defined_interfaces(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfDefinedInterfaces", FROM));
        op.number(|driver, call| Ok(driver.connect_num_of_defined_interfaces(call)?.num))
    }

    /// Returns how many interfaces are active: `virConnectNumOfInterfaces`.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn num_of_interfaces(&self) -> Result<i32> {
        let op = self.op(&Function("virConnectNumOfInterfaces", FROM));
        op.number(|driver, call| Ok(driver.connect_num_of_interfaces(call)?.num))
    }
}
