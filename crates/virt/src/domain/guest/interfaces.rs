//! The addresses of a guest's network interfaces.
use super::super::{Domain, FROM};
use crate::{Function, OnConnection, Result, Text};
use oxivirt_model::constants::VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT;
use oxivirt_protocol::remote;

/// A network interface of a guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestInterface {
    /// Its name: the guest's, or the host's when the host was asked.
    pub name: Text,
    /// Its hardware address, if it has one.
    pub mac: Option<Text>,
    /// Its addresses.
    pub addresses: Vec<IpAddress>,
}

/// An address of an interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IpAddress {
    /// A `virIPAddrType`: 0 for IPv4, 1 for IPv6.
    pub kind: i32,
    /// The address in numbers.
    pub address: Text,
    /// How many bits of it are the network's.
    pub prefix: u32,
}

impl Domain {
    /// Returns the guest's network interfaces and their addresses, as a virDomainInterfaceAddressesSource knows them:
    /// `virDomainInterfaceAddresses`. `flags` are none so far.
    ///
    /// # Errors
    /// The agent is asked on a read-only connection, or the source could not tell.
    pub fn interface_addresses(&self, source: u32, flags: u32) -> Result<Vec<GuestInterface>> {
        // This source alone makes the guest do something.
        let agent = source == VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT;
        let op = self.op(&Function("virDomainInterfaceAddresses", FROM)).write_if(agent)?;
        let args = remote::DomainInterfaceAddressesArgs { dom: self.wire(), source, flags };
        op.call(|driver, call| {
            let ret = driver.domain_interface_addresses(call, &args)?;
            Ok(ret.ifaces.iter().map(GuestInterface::from_wire).collect())
        })
    }
}

impl GuestInterface {
    fn from_wire(wire: &remote::DomainInterface<'_>) -> Self {
        let address = |wire: &remote::DomainIpAddr<'_>| IpAddress {
            kind: wire.r#type,
            address: Text::from(&wire.addr),
            prefix: wire.prefix,
        };
        Self {
            name: Text::from(&wire.name),
            mac: wire.hwaddr.as_ref().map(Text::from),
            addresses: wire.addrs.iter().map(address).collect(),
        }
    }
}
