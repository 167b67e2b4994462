//! `<ip>` of a network, with its DHCP server.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element};
use crate::netparts::Ip;
use crate::tree::Node;
use crate::value::{Mac, Value, YesNo, words};
use crate::write::Writer;

words! {
    /// Unit of the time of a lease.
    LeaseUnit { Seconds = "seconds", Minutes = "minutes", Hours = "hours" }
}

/// `<ip>` of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkIp {
    /// Family, where it is told.
    pub family: Option<String>,
    /// Address of the host.
    pub address: Ip,
    /// Mask of the network.
    pub netmask: Option<Ip>,
    /// Bits of the network, 0 where they are not told.
    pub prefix: u32,
    /// Whether names of addresses are only looked for here.
    pub local_ptr: Option<YesNo>,
    /// Directory of the TFTP server.
    pub tftp: Option<String>,
    /// Addresses that are given out.
    pub dhcp: Option<Dhcp>,
}

/// `<dhcp>`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dhcp {
    /// Addresses to give out.
    pub ranges: Vec<DhcpRange>,
    /// Addresses of known hosts.
    pub hosts: Vec<DhcpHost>,
    /// What hosts boot from.
    pub bootp: Option<Bootp>,
}

/// `<range>` of `<dhcp>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct DhcpRange {
    /// First address.
    #[xml(attr = "start")]
    pub start: Ip,
    /// Last address.
    #[xml(attr = "end")]
    pub end: Ip,
    /// How long an address is given.
    #[xml(child = "lease")]
    pub lease: Option<Lease>,
}

/// `<host>` of `<dhcp>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct DhcpHost {
    /// Its address, as told.
    #[xml(attr = "mac")]
    pub mac: Option<String>,
    /// Its identifier.
    #[xml(attr = "id")]
    pub id: Option<String>,
    /// Its name.
    #[xml(attr = "name")]
    pub name: Option<String>,
    /// The address it gets.
    #[xml(attr = "ip", bad(XML_ERROR, "Invalid IP address in static host definition for network '{name}'"))]
    pub ip: Option<Ip>,
    /// How long it is given.
    #[xml(child = "lease")]
    pub lease: Option<Lease>,
}

/// `<lease>`: how long an address is given; 0 is for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
#[xml(check = Lease::check)]
pub struct Lease {
    /// The time.
    #[xml(attr = "expiry")]
    pub expiry: Option<u64>,
    /// Its unit.
    #[xml(attr = "unit")]
    pub unit: Option<LeaseUnit>,
}

/// `<bootp>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Bootp {
    /// The file.
    #[xml(attr = "file")]
    pub file: String,
    /// The server that has it.
    #[xml(attr = "server")]
    pub server: Option<Ip>,
}

impl Lease {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        let Some(expiry) = self.expiry else {
            self.unit = None;
            return Ok(());
        };
        let unit = self.unit.unwrap_or(LeaseUnit::Minutes);
        let seconds = match unit {
            LeaseUnit::Seconds => expiry,
            LeaseUnit::Minutes => expiry.saturating_mul(60),
            LeaseUnit::Hours => expiry.saturating_mul(3600),
        };
        if expiry > 0 && seconds < 120 {
            return Err(cx.unsupported("The minimum lease time should be greater than 2 minutes"));
        }
        self.unit = (expiry > 0).then_some(unit);
        Ok(())
    }
}

/// Checks that a range is in order, and inside of a network.
pub(super) fn check_range(start: &Ip, end: &Ip, network: Option<(&Ip, u32)>) -> Result<()> {
    let (first, last) = (start.text(), end.text());
    let refuse = |detail: String| Err(Error::new(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, detail));
    if start.width() != end.width() {
        return refuse(format!("mismatch of address family in range {first} - {last}"));
    }
    if let Some((address, prefix)) = network {
        let text = address.text();
        if start.width() != address.width() {
            return refuse(format!("mismatch of address family in range {first} - {last} for network {text}"));
        }
        if !address.is_near(start, prefix) || !address.is_near(end, prefix) {
            return refuse(format!("range {first} - {last} is not entirely within network {text}/{prefix}"));
        }
    }
    if start.bits() > end.bits() {
        return refuse(format!("range {first} - {last} is reversed "));
    }
    if start.bits() >> 16 != end.bits() >> 16 && end.bits().saturating_sub(start.bits()) > 65535 {
        return refuse(format!("range {first} - {last} is too large (> 65535)"));
    }
    Ok(())
}

/// Reads an address as getaddrinfo does, which tells its own error.
fn socket_address(text: &str) -> Result<Ip> {
    Ip::parse(text).ok_or_else(|| {
        let message = format!("Cannot parse socket address '{text}': Name or service not known");
        let mut error = Error::raw(ErrorDomain::NONE, ErrorCode::SYSTEM_ERROR, message.clone());
        error.str1 = Some(b"%s".to_vec());
        error.str2 = Some(message.into_bytes());
        error.with_ints(-1, -1)
    })
}

impl NetworkIp {
    /// Returns how many bits the network has, from its class where nothing is told.
    #[must_use]
    pub fn network_prefix(&self) -> u32 {
        if let Some(prefix) = self.netmask.and_then(|mask| mask.prefix()) {
            return prefix;
        }
        if self.prefix > 0 {
            return self.prefix;
        }
        if !self.address.0.is_ipv4() {
            return 64;
        }
        match self.address.bits() >> 29 {
            0..=3 => 8,
            4 | 5 => 16,
            6 => 24,
            _ => 0,
        }
    }

    fn check_family(&self, address: &str, netmask: Option<&str>, cx: &Context) -> Result<()> {
        let name = &cx.name;
        match self.family.as_deref() {
            family @ (None | Some("ipv4")) => {
                if !self.address.0.is_ipv4() {
                    let told = family.unwrap_or("no");
                    return Err(cx.unsupported(format!(
                        "{told} family specified for non-IPv4 address '{address}' in network '{name}'"
                    )));
                }
                if let Some(mask) = netmask {
                    if !self.netmask.is_some_and(|mask| mask.0.is_ipv4()) {
                        return Err(cx.unsupported(format!(
                            "Invalid netmask '{mask}' for address '{address}' in network '{name}' (both must be IPv4)"
                        )));
                    }
                    if self.prefix > 0 {
                        return Err(cx.unsupported(format!(
                            "Network '{name}' IP address cannot have both a prefix and a netmask"
                        )));
                    }
                } else if self.prefix > 32 {
                    return Err(cx.unsupported(format!("Invalid IPv4 prefix '{}' in network '{name}'", self.prefix)));
                }
            }
            Some("ipv6") => {
                if self.address.0.is_ipv4() {
                    return Err(cx.unsupported(format!(
                        "Family 'ipv6' specified for non-IPv6 address '{address}' in network '{name}'"
                    )));
                }
                if netmask.is_some() {
                    return Err(
                        cx.unsupported(format!("netmask not allowed for IPv6 address '{address}' in network '{name}'"))
                    );
                }
                if self.prefix > 128 {
                    return Err(cx.unsupported(format!("Invalid IPv6 prefix '{}' in network '{name}'", self.prefix)));
                }
            }
            Some(other) => return Err(cx.xml(format!("Unrecognized family '{other}' in network '{name}'"))),
        }
        Ok(())
    }

    /// Reads a range of addresses of this network.
    pub(super) fn read_range(&self, node: Node<'_>, cx: &Context) -> Result<DhcpRange> {
        let address = |attribute| match node.attr(attribute) {
            Some(text) => socket_address(text),
            None => {
                let name = &cx.name;
                Err(cx.xml(format!("Missing '{attribute}' attribute in dhcp range for network '{name}'")))
            }
        };
        let (start, end) = (address("start")?, address("end")?);
        check_range(&start, &end, Some((&self.address, self.network_prefix())))?;
        let mut range = DhcpRange::parse(node, cx)?;
        range.lease = range.lease.filter(|lease| lease.expiry.is_some());
        Ok(range)
    }

    /// Reads a host of this network. A lease that tells no time is none.
    pub(super) fn read_host(&self, node: Node<'_>, cx: &Context) -> Result<DhcpHost> {
        let mut host = DhcpHost::parse(node, cx)?;
        host.check(self.address.0.is_ipv4(), cx)?;
        host.lease = host.lease.filter(|lease| lease.expiry.is_some());
        Ok(host)
    }

    fn read_dhcp(&self, node: Node<'_>, cx: &Context) -> Result<Dhcp> {
        let mut made = Dhcp::default();
        for range in node.children().filter(|node| node.name() == "range") {
            made.ranges.push(self.read_range(range, cx)?);
        }
        for host in node.children().filter(|node| node.name() == "host") {
            made.hosts.push(self.read_host(host, cx)?);
        }
        if let Some(bootp) = node.element("bootp").filter(|_| self.address.0.is_ipv4()) {
            if let Some(server) = bootp.attr("server") {
                socket_address(server)?;
            }
            made.bootp = Some(Bootp::parse(bootp, cx)?);
        }
        Ok(made)
    }
}

impl DhcpHost {
    /// Checks a host of an element `<ip>` whose address is of IPv4 or IPv6.
    pub(super) fn check(&self, ipv4: bool, cx: &Context) -> Result<()> {
        let name = &cx.name;
        if let Some(mac) = &self.mac {
            if !ipv4 {
                return Err(cx.xml(format!(
                    "Invalid to specify MAC address '{mac}' in network '{name}' IPv6 static host definition"
                )));
            }
            match Mac::parse(mac) {
                None => return Err(cx.xml(format!("Cannot parse MAC address '{mac}' in network '{name}'"))),
                Some(parsed) if parsed.is_multicast() => {
                    return Err(
                        cx.xml(format!("expected unicast mac address, found multicast '{mac}' in network '{name}'"))
                    );
                }
                Some(_) => {}
            }
        }
        if let Some(id) = &self.id
            && let Some(bad) = id.chars().find(|c| !(c.is_ascii_hexdigit() || *c == ':'))
        {
            return Err(cx.xml(format!("Invalid character '{bad}' in id '{id}' of network '{name}'")));
        }
        if let Some(host) = &self.name
            && !host.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            return Err(cx.xml(format!("Cannot use host name '{host}' in network '{name}'")));
        }
        if cx.partial {
            if self.mac.is_none() && self.name.is_none() && self.ip.is_none() {
                return Err(cx.xml(format!("At least one of name, mac, or ip attribute must be specified for static host definition in network '{name}'")));
            }
            return Ok(());
        }
        if ipv4 && self.mac.is_none() && self.name.is_none() {
            return Err(
                cx.xml(format!("Static host definition in IPv4 network '{name}' must have mac or name attribute"))
            );
        }
        if !ipv4 && self.id.is_none() && self.name.is_none() {
            return Err(
                cx.xml(format!("Static host definition in IPv6 network '{name}' must have id or name attribute"))
            );
        }
        if self.ip.is_none() {
            return Err(cx.xml(format!("Missing IP address in static host definition for network '{name}'")));
        }
        Ok(())
    }
}

impl Element for NetworkIp {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let name = &cx.name;
        let text = |name: &str| node.attr(name).filter(|text| !text.is_empty());
        let Some(address) = text("address") else {
            return Err(cx.xml(format!("Missing required address attribute in network '{name}'")));
        };
        let Some(parsed) = Ip::parse(address) else {
            return Err(cx.xml(format!("Invalid address '{address}' in network '{name}'")));
        };
        let netmask = match text("netmask") {
            None => None,
            Some(mask) => {
                Some(Ip::parse(mask).ok_or_else(|| cx.xml(format!("Invalid netmask '{mask}' in network '{name}'")))?)
            }
        };
        let source = |name| crate::element::Source::attr(node, "", name);
        let mut made = Self {
            family: text("family").map(str::to_owned),
            address: parsed,
            netmask,
            prefix: source("prefix").optional(cx, &crate::element::Rules::NONE)?.unwrap_or_default(),
            local_ptr: source("localPtr").optional(cx, &crate::element::Rules::NONE)?,
            tftp: None,
            dhcp: None,
        };
        made.check_family(address, text("netmask"), cx)?;
        if let Some(dhcp) = node.element("dhcp") {
            made.dhcp = Some(made.read_dhcp(dhcp, cx)?);
        }
        if let Some(tftp) = node.element("tftp") {
            if !made.address.0.is_ipv4() {
                let detail = format!("Unsupported <tftp> element in an IPv6 element in network '{name}'");
                return Err(cx.unsupported(detail));
            }
            made.tftp = tftp.attr("root").filter(|root| !root.is_empty()).map(str::to_owned);
        }
        Ok(made)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr_opt("family", self.family.as_ref());
        out.attr("address", &self.address.text());
        out.attr_opt("netmask", self.netmask.as_ref());
        if self.prefix > 0 {
            out.attr("prefix", &self.prefix.to_string());
        }
        out.attr_opt("localPtr", self.local_ptr.as_ref());
    }

    fn children(&self, out: &mut Writer) {
        if let Some(root) = &self.tftp {
            out.open("tftp");
            out.attr("root", root);
            out.close();
        }
        if let Some(dhcp) = self.dhcp.as_ref().filter(|dhcp| !dhcp.ranges.is_empty() || !dhcp.hosts.is_empty()) {
            out.open("dhcp");
            for range in &dhcp.ranges {
                range.element("range", out);
            }
            for host in &dhcp.hosts {
                host.element("host", out);
            }
            if let Some(bootp) = &dhcp.bootp {
                bootp.element("bootp", out);
            }
            out.close();
        }
    }
}
