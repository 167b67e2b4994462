//! Changes of one section of a network's definition: `virNetworkUpdate`.
use oxivirt_model::constants::{
    VIR_NETWORK_SECTION_BRIDGE, VIR_NETWORK_SECTION_DNS_HOST, VIR_NETWORK_SECTION_DNS_SRV, VIR_NETWORK_SECTION_DNS_TXT,
    VIR_NETWORK_SECTION_DOMAIN, VIR_NETWORK_SECTION_FORWARD, VIR_NETWORK_SECTION_FORWARD_INTERFACE,
    VIR_NETWORK_SECTION_FORWARD_PF, VIR_NETWORK_SECTION_IP, VIR_NETWORK_SECTION_IP_DHCP_HOST,
    VIR_NETWORK_SECTION_IP_DHCP_RANGE, VIR_NETWORK_SECTION_PORTGROUP, VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST,
    VIR_NETWORK_UPDATE_COMMAND_ADD_LAST, VIR_NETWORK_UPDATE_COMMAND_DELETE, VIR_NETWORK_UPDATE_COMMAND_MODIFY,
};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use super::dns::{DnsHost, Srv, Txt, UNTOLD};
use super::ip::{Dhcp, DhcpHost, DhcpRange, NetworkIp};
use super::{ForwardInterface, Network, PortGroup};
use crate::element::{Context, Element};
use crate::netparts::Ip;
use crate::tree::{Document, Node};
use crate::value::{Mac, Value, YesNo};
use crate::write::FormatFlags;

/// What is done with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Command {
    Modify,
    Delete,
    AddFirst,
    AddLast,
    Unknown(u32),
}

impl Command {
    fn new(number: u32) -> Self {
        match number {
            VIR_NETWORK_UPDATE_COMMAND_MODIFY => Self::Modify,
            VIR_NETWORK_UPDATE_COMMAND_DELETE => Self::Delete,
            VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST => Self::AddFirst,
            VIR_NETWORK_UPDATE_COMMAND_ADD_LAST => Self::AddLast,
            other => Self::Unknown(other),
        }
    }

    fn is_add(self) -> bool {
        matches!(self, Self::AddFirst | Self::AddLast)
    }
}

fn unsupported(detail: impl AsRef<str>) -> Error {
    Error::new(ErrorDomain::NETWORK, ErrorCode::OPERATION_UNSUPPORTED, detail.as_ref())
}

fn invalid(detail: impl AsRef<str>) -> Error {
    Error::new(ErrorDomain::NETWORK, ErrorCode::OPERATION_INVALID, detail.as_ref())
}

fn unknown(command: u32) -> Error {
    unsupported(format!("unrecognized network update command code {}", command.cast_signed()))
}

/// Adds an entry at the beginning or the end.
fn add<T>(list: &mut Vec<T>, command: Command, entry: T) {
    let at = if command == Command::AddFirst { 0 } else { list.len() };
    list.insert(at, entry);
}

/// Takes out the entry at a place that was found just now.
fn take_out<T>(list: &mut Vec<T>, at: usize) {
    if at < list.len() {
        list.remove(at);
    }
}

/// Puts an entry in the place of one that was found just now.
fn replace<T>(list: &mut [T], at: usize, entry: T) {
    if let Some(slot) = list.get_mut(at) {
        *slot = entry;
    }
}

fn check_name(node: Node<'_>, expected: &str, network: &str) -> Result<()> {
    if node.name() == expected {
        return Ok(());
    }
    Err(Error::new(
        ErrorDomain::NETWORK,
        ErrorCode::XML_ERROR,
        format!("unexpected element <{}>, expecting <{expected}>, while updating network '{network}'", node.name()),
    ))
}

impl Network {
    /// Changes a section. `command` is a virNetworkUpdateCommand, `section` a virNetworkUpdateSection, `parent` the place of the element
    /// `<ip>` that is meant, negative for the one that has a DHCP server. `xml` describes the entry. On errors nothing changes.
    ///
    /// # Errors
    /// The stock library's: for the entry, for entries that exist or do not, and for a definition that is not valid any more.
    pub fn update(&mut self, command: u32, section: u32, parent: i32, xml: &[u8]) -> Result<()> {
        let document = Document::parse(xml, ErrorDomain::NETWORK)?;
        let node = document.root()?;
        let command = Command::new(command);
        let mut made = self.clone();
        let cx = Context { from: ErrorDomain::NETWORK, inactive: true, name: made.name.clone(), ..Context::default() };
        match section {
            VIR_NETWORK_SECTION_IP_DHCP_HOST => made.update_dhcp_host(command, parent, node, cx)?,
            VIR_NETWORK_SECTION_IP_DHCP_RANGE => made.update_dhcp_range(command, parent, node, &cx)?,
            VIR_NETWORK_SECTION_FORWARD_INTERFACE => made.update_interface(command, node, &cx)?,
            VIR_NETWORK_SECTION_PORTGROUP => made.update_portgroup(command, node, &cx)?,
            VIR_NETWORK_SECTION_DNS_HOST => made.update_dns_host(command, node, cx)?,
            VIR_NETWORK_SECTION_DNS_TXT => made.update_dns_txt(command, node, cx)?,
            VIR_NETWORK_SECTION_DNS_SRV => made.update_dns_srv(command, node, cx)?,
            _ => return Err(no_section(section, &cx.name)),
        }
        // What the change makes of the definition may be wrong as a whole.
        *self = Self::parse(&made.format(FormatFlags::default()))?;
        Ok(())
    }

    /// Returns the place of the element `<ip>` that is meant.
    fn ip_at(&self, parent: i32) -> Result<usize> {
        let found = match usize::try_from(parent) {
            Ok(at) if at < self.ips.len() => Some(at),
            Ok(at) => {
                return Err(invalid(format!(
                    "couldn't update dhcp host entry - no <ip> element found at index {at} in network '{}'",
                    self.name
                )));
            }
            Err(_) => {
                let first = |ipv4| self.ips.iter().position(|ip| ip.address.0.is_ipv4() == ipv4);
                let served = self.ips.iter().position(NetworkIp::gives_addresses);
                served.or_else(|| first(true)).or_else(|| first(false))
            }
        };
        found.ok_or_else(|| {
            let name = &self.name;
            invalid(format!("couldn't update dhcp host entry - no <ip> element found in network '{name}'"))
        })
    }

    /// Refuses a second DHCP server of a family.
    fn check_single_server(&self, at: usize) -> Result<()> {
        let ipv4 = self.ips.get(at).is_some_and(|ip| ip.address.0.is_ipv4());
        let others = self.ips.iter().enumerate().filter(|(place, ip)| *place != at && ip.address.0.is_ipv4() == ipv4);
        if others.into_iter().any(|(_, ip)| ip.gives_addresses()) {
            let family = if ipv4 { "IPv4" } else { "IPv6" };
            return Err(invalid(format!("dhcp is supported only for a single {family} address on each network")));
        }
        Ok(())
    }

    /// Returns the entries of a DHCP server, which begins here if there is none.
    fn server(&mut self, at: usize) -> Result<&mut Dhcp> {
        let name = &self.name;
        let ip = self.ips.get_mut(at).ok_or_else(|| invalid(format!("no <ip> element at index {at} in '{name}'")))?;
        Ok(ip.dhcp.get_or_insert_default())
    }

    fn update_dhcp_host(&mut self, command: Command, parent: i32, node: Node<'_>, mut cx: Context) -> Result<()> {
        check_name(node, "host", &cx.name)?;
        let at = self.ip_at(parent)?;
        let Some(ip) = self.ips.get(at) else { return Err(unknown(0)) };
        cx.partial = command == Command::Delete;
        let host = ip.read_host(node, &cx)?;
        let ipv4 = ip.address.0.is_ipv4();
        if !cx.partial && host.ip.is_none_or(|address| address.0.is_ipv4() != ipv4) {
            return Err(invalid(
                "the address family of a host entry IP must match the address family of the dhcp element's parent",
            ));
        }
        if command.is_add() {
            self.check_single_server(at)?;
        }
        let hosts = &mut self.server(at)?.hosts;
        let name = &cx.name;
        match command {
            Command::Modify => match hosts.iter().position(|other| shares_key(&host, other)) {
                Some(found) => replace(hosts, found, host),
                None => {
                    let (mac, host, ip) = described(&host);
                    return Err(invalid(format!(
                        "couldn't locate an existing dhcp host entry with \"mac='{mac}'\" \"name='{host}'\" \"ip='{ip}'\" in network '{name}'"
                    )));
                }
            },
            Command::AddFirst | Command::AddLast => {
                if hosts.iter().any(|other| shares_key(&host, other)) {
                    let (mac, host, ip) = described(&host);
                    return Err(invalid(format!(
                        "there is an existing dhcp host entry in network '{name}' that matches \"<host mac='{mac}' name='{host}' ip='{ip}'/>\""
                    )));
                }
                add(hosts, command, host);
            }
            Command::Delete => match hosts.iter().position(|other| is_described(&host, other)) {
                Some(found) => take_out(hosts, found),
                None => {
                    return Err(invalid(format!("couldn't locate a matching dhcp host entry in network '{name}'")));
                }
            },
            Command::Unknown(number) => return Err(unknown(number)),
        }
        Ok(())
    }

    fn update_dhcp_range(&mut self, command: Command, parent: i32, node: Node<'_>, cx: &Context) -> Result<()> {
        check_name(node, "range", &cx.name)?;
        let at = self.ip_at(parent)?;
        if command == Command::Modify {
            return Err(unsupported("dhcp ranges cannot be modified, only added or deleted"));
        }
        let Some(ip) = self.ips.get(at) else { return Err(unknown(0)) };
        let range = ip.read_range(node, cx)?;
        if command.is_add() {
            self.check_single_server(at)?;
        }
        let ranges = &mut self.server(at)?.ranges;
        let same = |other: &DhcpRange| other.start == range.start && other.end == range.end;
        let found = ranges.iter().position(same);
        let name = &cx.name;
        match (command, found) {
            (Command::AddFirst | Command::AddLast, None) => add(ranges, command, range),
            (Command::AddFirst | Command::AddLast, Some(_)) => {
                return Err(invalid(format!(
                    "there is an existing dhcp range entry in network '{name}' that matches \"<range start='{}' end='{}'/>\"",
                    range.start.text(),
                    range.end.text()
                )));
            }
            (Command::Delete, Some(found)) => take_out(ranges, found),
            (Command::Delete, None) => {
                return Err(invalid(format!("couldn't locate a matching dhcp range entry in network '{name}'")));
            }
            (Command::Modify, _) => return Err(unknown(VIR_NETWORK_UPDATE_COMMAND_MODIFY)),
            (Command::Unknown(number), _) => return Err(unknown(number)),
        }
        Ok(())
    }

    fn update_interface(&mut self, command: Command, node: Node<'_>, cx: &Context) -> Result<()> {
        check_name(node, "interface", &cx.name)?;
        if command == Command::Modify {
            return Err(unsupported("forward interface entries cannot be modified, only added or deleted"));
        }
        let Some(dev) = node.attr("dev") else {
            return Err(cx.xml("missing dev attribute in <interface> element"));
        };
        let name = &cx.name;
        // A network that does not forward keeps none.
        let mut none = Vec::new();
        let interfaces = match &mut self.forward {
            Some(forward) => {
                forward.dev = None;
                &mut forward.interfaces
            }
            None => &mut none,
        };
        let found = interfaces.iter().position(|interface| interface.dev == dev);
        match (command, found) {
            (Command::AddFirst | Command::AddLast, None) => {
                add(interfaces, command, ForwardInterface { dev: dev.to_owned(), connections: None });
            }
            (Command::AddFirst | Command::AddLast, Some(_)) => {
                return Err(invalid(format!(
                    "there is an existing interface entry in network '{name}' that matches \"<interface dev='{dev}'>\""
                )));
            }
            (Command::Delete, Some(found)) => take_out(interfaces, found),
            (Command::Delete, None) => {
                return Err(invalid(format!(
                    "couldn't find an interface entry in network '{name}' matching <interface dev='{dev}'>"
                )));
            }
            (Command::Modify, _) => return Err(unknown(VIR_NETWORK_UPDATE_COMMAND_MODIFY)),
            (Command::Unknown(number), _) => return Err(unknown(number)),
        }
        Ok(())
    }

    fn update_portgroup(&mut self, command: Command, node: Node<'_>, cx: &Context) -> Result<()> {
        check_name(node, "portgroup", &cx.name)?;
        let group = PortGroup::parse(node, cx)?;
        let is_default = |group: &PortGroup| group.default == Some(YesNo::Yes);
        let found = self.portgroups.iter().rposition(|other| other.name == group.name);
        let default = self.portgroups.iter().rposition(is_default);
        let name = &cx.name;
        match (command, found) {
            (Command::Modify | Command::Delete, None) => {
                return Err(invalid(format!(
                    "couldn't find a portgroup entry in network '{name}' matching <portgroup name='{}'>",
                    group.name
                )));
            }
            (Command::AddFirst | Command::AddLast, Some(_)) => {
                return Err(invalid(format!(
                    "there is an existing portgroup entry in network '{name}' that matches \"<portgroup name='{}'>\"",
                    group.name
                )));
            }
            _ => {}
        }
        if command != Command::Delete && is_default(&group) && default.is_some() && default != found {
            return Err(invalid(format!(
                "a different portgroup entry in network '{name}' is already set as the default. Only one default is allowed."
            )));
        }
        match (command, found) {
            (Command::Modify, Some(found)) => replace(&mut self.portgroups, found, group),
            (Command::Delete, Some(found)) => take_out(&mut self.portgroups, found),
            (Command::AddFirst | Command::AddLast, _) => add(&mut self.portgroups, command, group),
            (Command::Unknown(number), _) => return Err(unknown(number)),
            (Command::Modify | Command::Delete, None) => {}
        }
        Ok(())
    }

    fn update_dns_host(&mut self, command: Command, node: Node<'_>, mut cx: Context) -> Result<()> {
        check_name(node, "host", &cx.name)?;
        cx.partial = !command.is_add();
        let host = DnsHost::parse(node, &cx)?;
        let hosts = &mut self.dns.get_or_insert_default().hosts;
        // A name may have several addresses, so only deleting asks for names.
        let by_name = |other: &DnsHost| {
            command == Command::Delete && host.names.iter().any(|name| other.names.iter().any(|known| known == name))
        };
        let same = |other: &DnsHost| (host.ip.is_some() && host.ip == other.ip) || by_name(other);
        let found: Vec<usize> =
            hosts.iter().enumerate().filter(|(_, other)| same(other)).map(|(place, _)| place).collect();
        let name = &cx.name;
        match (command, found.as_slice()) {
            (Command::AddFirst | Command::AddLast, []) => add(hosts, command, host),
            (Command::AddFirst | Command::AddLast, _) => {
                return Err(invalid(format!(
                    "there is already at least one DNS HOST record with a matching field in network {name}"
                )));
            }
            (Command::Unknown(number), _) => return Err(unknown(number)),
            (_, []) => {
                return Err(invalid(format!("couldn't locate a matching DNS HOST record in network {name}")));
            }
            (Command::Modify, [found]) => replace(hosts, *found, host),
            (Command::Delete, [found]) => take_out(hosts, *found),
            (Command::Modify | Command::Delete, _) => {
                return Err(invalid(format!("multiple matching DNS HOST records were found in network {name}")));
            }
        }
        Ok(())
    }

    fn update_dns_srv(&mut self, command: Command, node: Node<'_>, mut cx: Context) -> Result<()> {
        if command == Command::Modify {
            return Err(unsupported("DNS SRV records cannot be modified, only added or deleted"));
        }
        check_name(node, "srv", &cx.name)?;
        cx.partial = !command.is_add();
        let record = Srv::parse(node, &cx)?;
        let records = &mut self.dns.get_or_insert_default().srvs;
        let holds = |told: &Option<String>, other: &Option<String>| told.is_none() || told == other;
        let same = |other: &Srv| {
            holds(&record.domain, &other.domain)
                && holds(&record.service, &other.service)
                && holds(&record.protocol, &other.protocol)
                && holds(&record.target, &other.target)
        };
        let found: Vec<usize> =
            records.iter().enumerate().filter(|(_, other)| same(other)).map(|(place, _)| place).collect();
        let name = &cx.name;
        match (command, found.as_slice()) {
            (Command::AddFirst | Command::AddLast, []) => add(records, command, record),
            (Command::AddFirst | Command::AddLast, _) => {
                return Err(invalid(format!(
                    "there is already at least one DNS SRV record matching all specified fields in network {name}"
                )));
            }
            (Command::Delete, [found]) => take_out(records, *found),
            (Command::Delete, []) => {
                return Err(invalid(format!("couldn't locate a matching DNS SRV record in network {name}")));
            }
            (Command::Delete, _) => {
                return Err(invalid(format!(
                    "multiple DNS SRV records matching all specified fields were found in network {name}"
                )));
            }
            (Command::Modify, _) => return Err(unknown(VIR_NETWORK_UPDATE_COMMAND_MODIFY)),
            (Command::Unknown(number), _) => return Err(unknown(number)),
        }
        Ok(())
    }

    fn update_dns_txt(&mut self, command: Command, node: Node<'_>, mut cx: Context) -> Result<()> {
        check_name(node, "txt", &cx.name)?;
        cx.partial = !command.is_add();
        let record = Txt::parse(node, &cx)?;
        let records = &mut self.dns.get_or_insert_default().txts;
        let found = records.iter().position(|other| other.name == record.name);
        let name = &cx.name;
        match (command, found) {
            (Command::AddFirst | Command::AddLast, None) => add(records, command, record),
            (Command::AddFirst | Command::AddLast, Some(_)) => {
                return Err(invalid(format!(
                    "there is already a DNS TXT record with name '{}' in network {name}",
                    record.name
                )));
            }
            (Command::Unknown(number), _) => return Err(unknown(number)),
            (Command::Modify | Command::Delete, None) => {
                return Err(invalid(format!("couldn't locate a matching DNS TXT record in network {name}")));
            }
            (Command::Delete, Some(found)) => take_out(records, found),
            (Command::Modify, Some(_)) if record.value.is_none() => {
                return Err(invalid(format!("missing value of modifying DNS TXT record in network {name}")));
            }
            (Command::Modify, Some(found)) => replace(records, found, record),
        }
        Ok(())
    }
}

impl NetworkIp {
    /// Returns true if the network has a DHCP server for this address.
    #[must_use]
    pub fn gives_addresses(&self) -> bool {
        self.dhcp.as_ref().is_some_and(|dhcp| !dhcp.ranges.is_empty() || !dhcp.hosts.is_empty())
    }
}

/// Returns the error for a section that cannot be changed.
fn no_section(section: u32, network: &str) -> Error {
    let word = match section {
        VIR_NETWORK_SECTION_BRIDGE => "bridge",
        VIR_NETWORK_SECTION_DOMAIN => "domain",
        VIR_NETWORK_SECTION_IP => "ip",
        VIR_NETWORK_SECTION_FORWARD => "forward",
        VIR_NETWORK_SECTION_FORWARD_PF => "forward pf",
        _ => return unsupported("can't update unrecognized section of network"),
    };
    unsupported(format!("can't update '{word}' section of network '{network}'"))
}

fn mac(host: &DhcpHost) -> Option<Mac> {
    host.mac.as_deref().and_then(Mac::parse)
}

/// Returns true if two hosts have an address or the name in common.
fn shares_key(host: &DhcpHost, other: &DhcpHost) -> bool {
    (mac(host).is_some() && mac(host) == mac(other))
        || (host.ip.is_some() && host.ip == other.ip)
        || (host.name.is_some() && host.name == other.name)
}

/// Returns true if a host is as `wanted` says, as far as that says something.
fn is_described(wanted: &DhcpHost, host: &DhcpHost) -> bool {
    (mac(wanted).is_none() || mac(host).is_none() || mac(wanted) == mac(host))
        && (wanted.name.is_none() || wanted.name == host.name)
        && (wanted.ip.is_none() || wanted.ip == host.ip)
}

/// Returns MAC address, name and IP address for a message.
fn described(host: &DhcpHost) -> (&str, &str, String) {
    let ip = host.ip.as_ref().map_or_else(|| "unknown".to_owned(), |ip: &Ip| ip.text().into_owned());
    (host.mac.as_deref().unwrap_or("unknown"), host.name.as_deref().unwrap_or(UNTOLD), ip)
}
