//! Which addresses a network's DHCP server lent out.
use super::{FROM, Network};
use crate::{Function, OnConnection, Result, Str, Text};
use oxivirt_protocol::remote;

/// An address that a network's DHCP server lent to a guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DhcpLease {
    /// The host's name of the network's bridge.
    pub interface: Text,
    /// When the lease ends, in seconds since 1970; 0 if it never does.
    pub expiry_time: i64,
    /// The kind of the address, a `virIPAddrType`: 0 is IPv4, 1 is IPv6.
    pub kind: i32,
    /// The hardware address of the guest's interface.
    pub mac: Option<Text>,
    /// The identity association of the guest's interface; IPv6 only.
    pub iaid: Option<Text>,
    /// The address.
    pub address: Text,
    /// How many bits of the address name the network.
    pub prefix: u32,
    /// What the guest calls itself.
    pub hostname: Option<Text>,
    /// The client's identifier, or its DUID for IPv6.
    pub client_id: Option<Text>,
}

impl DhcpLease {
    fn from_wire(wire: &remote::NetworkDhcpLease<'_>) -> Self {
        Self {
            interface: Text::from(&wire.iface),
            expiry_time: wire.expirytime,
            kind: wire.r#type,
            mac: wire.mac.as_ref().map(Text::from),
            iaid: wire.iaid.as_ref().map(Text::from),
            address: Text::from(&wire.ipaddr),
            prefix: wire.prefix,
            hostname: wire.hostname.as_ref().map(Text::from),
            client_id: wire.clientid.as_ref().map(Text::from),
        }
    }
}

impl Network {
    /// Returns the addresses that were lent out, or only those lent to one hardware address: `virNetworkGetDHCPLeases`. `flags`
    /// are none so far.
    ///
    /// ```
    /// # use oxivirt::{Connection, Network};
    /// # let daemon = oxivirt_scripted::Daemon::start()?;
    /// # let uri = daemon.uri();
    /// let conn = Connection::open(&uri)?;
    /// let network = Network::lookup_by_name(&conn, "default")?;
    /// for lease in network.dhcp_leases(None::<&str>, 0)? {
    ///     println!("{}/{} until {}", lease.address, lease.prefix, lease.expiry_time);
    /// }
    /// # assert_eq!(network.dhcp_leases(Some("52:54:00:00:00:02"), 0)?[0].address, "192.168.122.2");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// The network is not active, or the driver could not tell.
    pub fn dhcp_leases<'a>(&self, mac: Option<impl Into<Str<'a>>>, flags: u32) -> Result<Vec<DhcpLease>> {
        Ok(self.all_dhcp_leases(true, mac, flags)?.1)
    }

    /// Returns how many leases [`Network::dhcp_leases`] finds, and the leases if they are wanted.
    #[doc(hidden)]
    pub fn all_dhcp_leases<'a>(
        &self,
        wanted: bool,
        mac: Option<impl Into<Str<'a>>>,
        flags: u32,
    ) -> Result<(i32, Vec<DhcpLease>)> {
        let mac = mac.map(Into::into);
        let op = self.op(&Function("virNetworkGetDHCPLeases", FROM));
        op.list(wanted, |driver, call, need_results, listed| {
            let args = remote::NetworkGetDhcpLeasesArgs { net: self.wire(), mac, need_results, flags };
            let ret = driver.network_get_dhcp_leases(call, &args)?;
            listed.take(ret.ret, &ret.leases, DhcpLease::from_wire)
        })
    }
}
