//! Addresses that a network lends, which the stock library's driver does not tell: to the hosts of its definition, and to the
//! interfaces of running domains.
use super::{Definition, no_name};
use crate::FROM;
use crate::domain::{Domain, check_flags};
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::errors;
use oxivirt_model::constants::{VIR_IP_ADDR_TYPE_IPV4, VIR_IP_ADDR_TYPE_IPV6};
use oxivirt_model::{Error, ErrorCode, Result};
use oxivirt_protocol::remote;
use oxivirt_xml::domain::devices::interface::{Interface, InterfaceType};
use oxivirt_xml::netparts::Ip;
use oxivirt_xml::network::ip::{DhcpHost, Lease, LeaseUnit, NetworkIp};
use oxivirt_xml::value::{Mac, Value};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds for which an address is lent if nothing else is told.
const EXPIRY: u64 = 3600;

/// A guest's interface on a network.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Guest {
    mac: Mac,
    /// Name of the domain.
    name: String,
    /// Which address it gets, counted from the first.
    offset: u32,
}

/// Returns an address after another.
fn after(address: Ip, offset: u32) -> Ip {
    Ip(match address.0 {
        IpAddr::V4(address) => IpAddr::V4(Ipv4Addr::from(u32::from(address).wrapping_add(offset))),
        IpAddr::V6(address) => {
            // As in the stock library, only the last byte counts on.
            let [rest @ .., last] = address.octets();
            let [.., low] = offset.to_be_bytes();
            let mut octets = [0; 16];
            if let Some(room) = octets.first_chunk_mut() {
                *room = rest;
            }
            octets[15] = last.wrapping_add(low);
            IpAddr::V6(Ipv6Addr::from(octets))
        }
    })
}

/// Returns which address the `number`th interface, from 0, of the running domain `id` gets, counted from the first.
pub(crate) fn guest_offset(id: Option<i32>, number: u32) -> u32 {
    let first = id.unwrap_or_default().cast_unsigned().wrapping_sub(1).wrapping_mul(20);
    first.wrapping_add(number).wrapping_add(1)
}

/// Returns the address that an interface on a network gets.
///
/// # Errors
/// There is no such network, or it has no address itself.
pub(crate) fn guest_address(driver: &Driver, network: &str, offset: u32) -> Result<remote::DomainIpAddr<'static>> {
    let object = driver.networks.by_name(network.as_bytes());
    let definition = object.and_then(|object| driver.networks.with(&object, |net| Arc::clone(&net.definition)));
    let definition = definition.ok_or_else(|| no_name(network.as_bytes()))?;
    let Some(ip) = definition.ips.first() else {
        return Err(errors::internal(FROM, format!("network '{network}' has no address")));
    };
    let range = ip.dhcp.as_ref().and_then(|dhcp| dhcp.ranges.first());
    let address = after(range.map_or(ip.address, |range| range.start), offset);
    let kind = if address.0.is_ipv4() { VIR_IP_ADDR_TYPE_IPV4 } else { VIR_IP_ADDR_TYPE_IPV6 };
    Ok(remote::DomainIpAddr {
        r#type: kind.cast_signed(),
        addr: address.text().into_owned().into(),
        prefix: ip.network_prefix(),
    })
}

/// Returns when a lease ends that begins now, in seconds since 1970; 0 for never.
fn end(lease: Option<Lease>, now: u64) -> i64 {
    let seconds = match lease.and_then(|lease| Some((lease.expiry?, lease.unit))) {
        None => EXPIRY,
        Some((0, _)) => return 0,
        Some((time, Some(LeaseUnit::Seconds))) => time,
        Some((time, Some(LeaseUnit::Hours))) => time.saturating_mul(3600),
        Some((time, _)) => time.saturating_mul(60),
    };
    i64::try_from(now.saturating_add(seconds)).unwrap_or(i64::MAX)
}

/// What a network lends.
struct Lender<'a> {
    bridge: &'a str,
    now: u64,
    leases: Vec<remote::NetworkDhcpLease<'static>>,
}

impl Lender<'_> {
    fn lend(
        &mut self,
        ip: &NetworkIp,
        address: Ip,
        lease: Option<Lease>,
        whom: (Option<Mac>, Option<&str>, Option<&str>),
    ) {
        let (mac, name, client) = whom;
        let ipv4 = address.0.is_ipv4();
        self.leases.push(remote::NetworkDhcpLease {
            iface: self.bridge.to_owned().into(),
            expirytime: end(lease, self.now),
            r#type: if ipv4 { VIR_IP_ADDR_TYPE_IPV4 } else { VIR_IP_ADDR_TYPE_IPV6 }.cast_signed(),
            mac: mac.map(|mac| mac.text().into_owned().into()),
            iaid: (!ipv4).then(|| "0".into()),
            ipaddr: address.text().into_owned().into(),
            prefix: ip.network_prefix(),
            hostname: name.map(|name| name.to_owned().into()),
            clientid: client.map(|client| client.to_owned().into()),
        });
    }

    /// Lends the addresses of an element `<ip>`: its hosts first, then the guests that are none of them.
    fn serve(&mut self, ip: &NetworkIp, guests: &[Guest]) {
        let Some(dhcp) = &ip.dhcp else { return };
        let is_host = |guest: &Guest, host: &DhcpHost, mac: Option<Mac>| {
            mac == Some(guest.mac) || (mac.is_none() && host.name.as_ref() == Some(&guest.name))
        };
        let mac_of = |host: &DhcpHost| host.mac.as_deref().and_then(Mac::parse);
        for host in &dhcp.hosts {
            let Some(address) = host.ip else { continue };
            let told = mac_of(host);
            let mac = told.or_else(|| guests.iter().find(|guest| is_host(guest, host, None)).map(|guest| guest.mac));
            // Nobody is known who would ask for it.
            if mac.is_none() && host.id.is_none() {
                continue;
            }
            self.lend(ip, address, host.lease, (mac, host.name.as_deref(), host.id.as_deref()));
        }
        let Some(range) = dhcp.ranges.first() else { return };
        for guest in guests {
            if !dhcp.hosts.iter().any(|host| is_host(guest, host, mac_of(host))) {
                let address = after(range.start, guest.offset);
                self.lend(ip, address, range.lease, (Some(guest.mac), Some(&guest.name), None));
            }
        }
    }
}

/// Returns what a running network lends.
fn lent(definition: &Definition, guests: &[Guest], now: u64) -> Vec<remote::NetworkDhcpLease<'static>> {
    let bridge = definition.bridge.as_ref().and_then(|bridge| bridge.name.as_deref()).unwrap_or_default();
    let mut lender = Lender { bridge, now, leases: Vec::new() };
    for ip in &definition.ips {
        lender.serve(ip, guests);
    }
    lender.leases
}

/// Returns the interfaces of a domain that are on a network; numbered as virDomainInterfaceAddresses() does it.
fn guests_of(domain: &Domain, network: &str) -> Vec<Guest> {
    let definition = &domain.definition;
    let on_network = |interface: &Interface| {
        interface.kind == InterfaceType::Network
            && interface.source.as_ref().is_some_and(|source| source.network.as_deref() == Some(network))
    };
    let guest = |(offset, interface): (u32, &Interface)| {
        let offset = guest_offset(definition.id, offset);
        on_network(interface).then_some(Guest { mac: interface.mac?, name: definition.name.clone(), offset })
    };
    (0..).zip(&definition.devices.interfaces).filter_map(guest).collect()
}

fn guests(driver: &Driver, network: &str) -> Vec<Guest> {
    driver.domains.select(Domain::is_active, |domain| guests_of(domain, network)).concat()
}

impl TestSession {
    /// Returns the addresses that a network lends; none if it does not run.
    pub(super) fn leases(
        &self,
        args: &remote::NetworkGetDhcpLeasesArgs<'_>,
    ) -> Result<Vec<remote::NetworkDhcpLease<'static>>> {
        check_flags("testNetworkGetDHCPLeases", args.flags, 0)?;
        let wanted = match &args.mac {
            None => None,
            Some(text) => match Mac::parse(&text.to_str_lossy()) {
                Some(mac) => Some(mac),
                None => return Err(Error::new(FROM, ErrorCode::INVALID_MAC, text.as_bytes())),
            },
        };
        let definition =
            self.network_by_uuid(&args.net, |net, _| Ok(net.active.then(|| Arc::clone(&net.definition))))?;
        let Some(definition) = definition else { return Ok(Vec::new()) };
        // The network is not locked any more: domains are locked one after the other.
        let guests = guests(self.driver()?, &definition.name);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let mut leases = lent(&definition, &guests, now);
        if let Some(wanted) = wanted {
            let wanted = wanted.text();
            leases.retain(|lease| lease.mac.as_ref().is_some_and(|mac| mac.as_bytes() == wanted.as_bytes()));
        }
        Ok(leases)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NETWORK: &str = "<network><name>n</name><bridge name='b'/><ip address='10.0.0.1' prefix='24'><dhcp>
        <range start='10.0.0.100' end='10.0.0.200'><lease expiry='2' unit='hours'/></range>
        <host mac='52:54:00:00:00:01' name='one' ip='10.0.0.11'><lease expiry='0'/></host>
        <host name='two' ip='10.0.0.12'/><host name='nobody' ip='10.0.0.13'/></dhcp></ip>
        <ip family='ipv6' address='2001:db8::1' prefix='64'><dhcp>
        <host id='0:1:2' name='six' ip='2001:db8::6'><lease expiry='200' unit='seconds'/></host></dhcp></ip></network>";

    fn guest(last: u8, name: &str, offset: u32) -> Guest {
        Guest { mac: Mac([0x52, 0x54, 0, 0, 0, last]), name: name.to_owned(), offset }
    }

    #[test]
    fn hosts_and_guests_get_addresses() {
        let definition = Definition::parse(NETWORK.as_bytes()).unwrap();
        let guests = [guest(1, "a", 1), guest(2, "two", 2), guest(3, "c", 21)];
        let told: Vec<_> = lent(&definition, &guests, 1000)
            .iter()
            .map(|lease| {
                let text = |text: &Option<oxivirt_xdr::Str<'_>>| {
                    text.as_ref().map_or_else(|| "-".to_owned(), |text| text.to_str_lossy().into_owned())
                };
                let mac = text(&lease.mac);
                let (name, client, iaid) = (text(&lease.hostname), text(&lease.clientid), text(&lease.iaid));
                let address = lease.ipaddr.to_str_lossy();
                format!("{} {mac} {address}/{} {name} {client} {iaid} {}", lease.r#type, lease.prefix, lease.expirytime)
            })
            .collect();
        assert_eq!(
            told,
            [
                "0 52:54:00:00:00:01 10.0.0.11/24 one - - 0",
                "0 52:54:00:00:00:02 10.0.0.12/24 two - - 4600",
                "0 52:54:00:00:00:03 10.0.0.121/24 c - - 8200",
                "1 - 2001:db8::6/64 six 0:1:2 0 1200",
            ]
        );
    }

    #[test]
    fn addresses_do_not_overflow() {
        let last = Ip::parse("255.255.255.255").unwrap();
        assert_eq!(after(last, 2).text(), "0.0.0.1");
        assert_eq!(end(Some(Lease { expiry: Some(u64::MAX), unit: Some(LeaseUnit::Hours) }), 5), i64::MAX);
    }
}
