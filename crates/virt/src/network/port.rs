//! `virNetworkPort`: what is plugged into a network.
use super::{FROM, Network};
use crate::params::to_wire;
use crate::{Connection, Function, OnConnection, Result, Str, Text, TypedParam, TypedParams, Uuid};
use oxivirt_protocol::remote;
use std::sync::Arc;

/// A port of a network: one guest interface plugged into it. A clone is the same object.
#[derive(Debug, Clone)]
pub struct NetworkPort(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    network: Network,
    uuid: Uuid,
}

impl OnConnection for NetworkPort {
    fn conn(&self) -> &Connection {
        self.0.network.conn()
    }
}

impl NetworkPort {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(network: &Network, wire: &remote::NonnullNetworkPort<'_>) -> Self {
        Self(Arc::new(Inner { network: network.clone(), uuid: wire.uuid }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullNetworkPort<'_> {
        remote::NonnullNetworkPort { net: self.0.network.wire(), uuid: self.0.uuid }
    }

    /// Returns the network it belongs to.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.0.network
    }

    /// Returns the identifier.
    #[must_use]
    pub fn uuid(&self) -> &Uuid {
        &self.0.uuid
    }

    /// Returns the port with this UUID: `virNetworkPortLookupByUUID`.
    ///
    /// # Errors
    /// There is no such port.
    pub fn lookup_by_uuid(network: &Network, uuid: Uuid) -> Result<Self> {
        let op = network.op(&Function("virNetworkPortLookupByUUID", FROM));
        let args = remote::NetworkPortLookupByUuidArgs { network: network.wire(), uuid };
        op.call(|driver, call| Ok(Self::from_wire(network, &driver.network_port_lookup_by_uuid(call, &args)?.port)))
    }

    /// Plugs a port into the network: `virNetworkPortCreateXML`. `flags` are virNetworkPortCreateFlags.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn create_xml<'a>(network: &Network, xml: impl Into<Str<'a>>, flags: u32) -> Result<Self> {
        let op = network.op(&Function("virNetworkPortCreateXML", FROM)).write()?;
        let args = remote::NetworkPortCreateXmlArgs { network: network.wire(), xml: xml.into(), flags };
        op.call(|driver, call| Ok(Self::from_wire(network, &driver.network_port_create_xml(call, &args)?.port)))
    }

    /// Removes the port: `virNetworkPortDelete`. `flags` are none so far.
    ///
    /// # Errors
    /// The connection is read-only, or the driver refuses.
    pub fn delete(&self, flags: u32) -> Result<()> {
        let op = self.op(&Function("virNetworkPortDelete", FROM)).write()?;
        let args = remote::NetworkPortDeleteArgs { port: self.wire(), flags };
        op.call(|driver, call| driver.network_port_delete(call, &args))
    }

    /// Returns the definition: `virNetworkPortGetXMLDesc`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn xml_desc(&self, flags: u32) -> Result<Text> {
        let op = self.op(&Function("virNetworkPortGetXMLDesc", FROM));
        let args = remote::NetworkPortGetXmlDescArgs { port: self.wire(), flags };
        op.text(|driver, call| Ok(driver.network_port_get_xml_desc(call, &args)?.xml))
    }

    /// Returns the limits of the port's traffic: `virNetworkPortGetParameters`. Bandwidths are in KiB/s, bursts in KiB. `flags`
    /// are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn parameters(&self, flags: u32) -> Result<TypedParams> {
        let op = self.op(&Function("virNetworkPortGetParameters", FROM));
        // The driver does not look at the number: it always sends all parameters.
        let args = remote::NetworkPortGetParametersArgs { port: self.wire(), nparams: 0, flags };
        op.call(|driver, call| Ok(TypedParams::from_wire(&driver.network_port_get_parameters(call, &args)?.params)))
    }

    /// Changes limits of the port's traffic: `virNetworkPortSetParameters`. Bandwidths are in KiB/s, bursts in KiB. `flags` are
    /// none so far.
    ///
    /// # Errors
    /// The connection is read-only, a parameter is not one that can be sent, or the driver refuses.
    pub fn set_parameters(&self, params: &[TypedParam<'_>], flags: u32) -> Result<()> {
        let op = self.op(&Function("virNetworkPortSetParameters", FROM)).write()?;
        let args = remote::NetworkPortSetParametersArgs { port: self.wire(), params: to_wire(params)?, flags };
        op.call(|driver, call| driver.network_port_set_parameters(call, &args))
    }
}

impl Network {
    /// Returns the ports: `virNetworkListAllPorts`. `flags` are none so far.
    ///
    /// # Errors
    /// The driver could not tell.
    pub fn list_all_ports(&self, flags: u32) -> Result<Vec<NetworkPort>> {
        Ok(self.all_ports(true, flags)?.1)
    }

    /// Returns how many objects [`Network::list_all_ports`] finds, and the objects if they are wanted.
    #[doc(hidden)]
    pub fn all_ports(&self, wanted: bool, flags: u32) -> Result<(i32, Vec<NetworkPort>)> {
        let op = self.op(&Function("virNetworkListAllPorts", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::NetworkListAllPortsArgs { network: self.wire(), need_results, flags };
            let ret = driver.network_list_all_ports(call, &args)?;
            listed.take(ret.ret, &ret.ports, |one| NetworkPort::from_wire(self, one))
        })
    }
}
