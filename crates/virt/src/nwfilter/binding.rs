//! `virNWFilterBinding`: filters bound to network devices of guests.
use super::FROM;
use crate::{Connection, Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A filter bound to a guest's network device. A clone is the same object.
#[derive(Debug, Clone)]
pub struct NwFilterBinding(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    conn: Connection,
    portdev: Text,
    filter_name: Text,
}

impl OnConnection for NwFilterBinding {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl NwFilterBinding {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullNwfilterBinding<'_>) -> Self {
        Self(Arc::new(Inner {
            conn: conn.clone(),
            portdev: Text::from(&wire.portdev),
            filter_name: Text::from(&wire.filtername),
        }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullNwfilterBinding<'_> {
        remote::NonnullNwfilterBinding { portdev: self.portdev().into(), filtername: self.filter_name().into() }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the host's name of the network device.
    #[must_use]
    pub fn portdev(&self) -> &Text {
        &self.0.portdev
    }

    /// Returns the filter's name.
    #[must_use]
    pub fn filter_name(&self) -> &Text {
        &self.0.filter_name
    }

    /// Returns the binding to this network device: `virNWFilterBindingLookupByPortDev`.
    ///
    /// # Errors
    /// There is no such binding.
    pub fn lookup_by_port_dev<'a>(conn: &Connection, portdev: impl Into<Str<'a>>) -> Result<Self> {
        let op = conn.op(&Function("virNWFilterBindingLookupByPortDev", FROM));
        let args = remote::NwfilterBindingLookupByPortDevArgs { name: portdev.into() };
        op.call(|driver, call| {
            Ok(Self::from_wire(conn, &driver.nwfilter_binding_lookup_by_port_dev(call, &args)?.nwfilter))
        })
    }

    /// Binds a filter to a network device: `virNWFilterBindingCreateXML`. `flags` are virNWFilterBindingCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create_xml<'a>(conn: &Connection, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = conn.op(&Function("virNWFilterBindingCreateXML", FROM)).write()?;
        let args = remote::NwfilterBindingCreateXmlArgs { xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(conn, &driver.nwfilter_binding_create_xml(call, &args)?.nwfilter)))
    }

    /// Takes the filter off the network device: `virNWFilterBindingDelete`.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn delete(&self) -> Result<()> {
        let op = self.op(&Function("virNWFilterBindingDelete", FROM)).write()?;
        let args = remote::NwfilterBindingDeleteArgs { nwfilter: self.wire() };
        op.call(|driver, call| driver.nwfilter_binding_delete(call, &args))
    }

    /// Returns the definition: `virNWFilterBindingGetXMLDesc`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virNWFilterBindingGetXMLDesc", FROM));
        let args = remote::NwfilterBindingGetXmlDescArgs { nwfilter: self.wire(), flags };
        op.text(|driver, call| Ok(driver.nwfilter_binding_get_xml_desc(call, &args)?.xml))
    }
}

impl Connection {
    /// Returns the bindings of network filters: `virConnectListAllNWFilterBindings`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_nwfilter_bindings(&self, flags: u32) -> Result<Vec<NwFilterBinding>> {
        Ok(self.all_nwfilter_bindings(true, flags)?.1)
    }

    /// Returns how many objects [`Connection::list_all_nwfilter_bindings`] finds, and the objects if they are wanted.
    #[doc(hidden)]
    pub fn all_nwfilter_bindings(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<NwFilterBinding>)> {
        let op = self.op(&Function("virConnectListAllNWFilterBindings", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::ConnectListAllNwfilterBindingsArgs { need_results, flags };
            let ret = driver.connect_list_all_nwfilter_bindings(call, &args)?;
            listed.take(ret.ret, &ret.bindings, |one| NwFilterBinding::from_wire(self, one))
        })
    }
}
