//! `<network>` and `<networkport>`.
pub mod dns;
pub mod ip;
pub mod port;
pub mod update;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::domain::address::PciAddress;
use crate::domain::devices::hostdev::PciDriver;
use crate::element::{Context, Element};
use crate::netparts::{Bandwidth, Ip, VirtualPort, Vlan};
use crate::route::Route;
use crate::tree::{Document, Metadata, Node};
use crate::value::{Mac, OnOff, Value, YesNo, default_word, words};
use crate::write::{FormatFlags, Writer};

use dns::Dns;
use ip::NetworkIp;

words! {
    /// What happens to packets that leave the network.
    ForwardMode {
        Nat = "nat", Route = "route", Open = "open", Bridge = "bridge", Private = "private", Vepa = "vepa",
        Passthrough = "passthrough", Hostdev = "hostdev",
    }
    /// Who keeps the table of addresses of a bridge.
    MacTableManager { Kernel = "kernel", Libvirt = "libvirt" }
}

impl ForwardMode {
    /// Returns true if libvirt makes the bridge.
    #[must_use]
    pub fn has_bridge(mode: Option<Self>) -> bool {
        matches!(mode, None | Some(Self::Nat | Self::Route | Self::Open))
    }
}

/// `<network>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Network {
    /// How many interfaces use it.
    #[xml(attr = "connections", live, lenient)]
    pub connections: Option<u32>,
    /// Guests may talk IPv6 to each other without an address of the network.
    #[xml(attr = "ipv6", nonempty, skip_if = is_no, bad(XML_ERROR, "Invalid ipv6 setting '{}' in network '{name}'"))]
    pub ipv6: Option<YesNo>,
    /// Whether what guests say of their filters is believed.
    #[xml(attr = "trustGuestRxFilters")]
    pub trust_rx_filters: Option<YesNo>,
    /// Its name.
    #[xml(text = "name", missing(NO_NAME, ""))]
    pub name: String,
    /// Its identity; made up by completing when the document has none.
    #[xml(text = "uuid", bad(INTERNAL_ERROR, "malformed uuid element"))]
    pub uuid: Option<Uuid>,
    /// A line for people.
    #[xml(text = "title")]
    pub title: Option<String>,
    /// Text for people.
    #[xml(text = "description")]
    pub description: Option<String>,
    /// What applications keep.
    #[xml(child = "metadata", default)]
    pub metadata: Metadata,
    /// What happens to packets that leave.
    #[xml(child = "forward")]
    pub forward: Option<Forward>,
    /// The bridge.
    #[xml(child = "bridge", keep, skip_if = Bridge::is_unset)]
    pub bridge: Option<Bridge>,
    /// Largest packet.
    #[xml(attr = "mtu@size", nonempty, omit_default, bad(XML_ERROR, "Invalid mtu size '{}' in network '{name}'"))]
    pub mtu: u32,
    /// Address of the bridge.
    #[xml(attr = "mac@address", nonempty, bad(XML_ERROR, "Invalid bridge mac address '{}' in network '{name}'"))]
    pub mac: Option<Mac>,
    /// Name of the DNS domain.
    #[xml(child = "domain", skip_if = DnsDomain::is_unnamed)]
    pub domain: Option<DnsDomain>,
    /// Names of hosts.
    #[xml(child = "dns")]
    pub dns: Option<Dns>,
    /// VLANs.
    #[xml(child = "vlan")]
    pub vlan: Option<Vlan>,
    /// Limits.
    #[xml(child = "bandwidth", block, when = Bandwidth::is_told)]
    pub bandwidth: Option<Bandwidth>,
    /// Whether guests see each other.
    #[xml(attr = "port@isolated")]
    pub isolated: Option<YesNo>,
    /// Addresses.
    #[xml(child = "ip")]
    pub ips: Vec<NetworkIp>,
    /// Routes.
    #[xml(child = "route")]
    pub routes: Vec<Route>,
    /// Virtual port.
    #[xml(child = "virtualport")]
    pub virtual_port: Option<VirtualPort>,
    /// Groups of ports.
    #[xml(child = "portgroup", block)]
    pub portgroups: Vec<PortGroup>,
}

fn is_no(value: &YesNo) -> bool {
    *value == YesNo::No
}

/// `<bridge>` of a network.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Bridge {
    /// Name of the device.
    #[xml(attr = "name", nonempty)]
    pub name: Option<String>,
    /// Zone of the firewall.
    #[xml(attr = "zone", nonempty)]
    pub zone: Option<String>,
    /// Whether it avoids loops.
    #[xml(attr = "stp", lenient)]
    pub stp: Option<OnOff>,
    /// Seconds until it forwards.
    #[xml(attr = "delay", nonempty, bad(XML_ERROR, "Invalid delay value in network '{name}'"))]
    pub delay: Option<u64>,
    /// Who keeps the table of addresses.
    #[xml(
        attr = "macTableManager",
        nonempty,
        bad(XML_ERROR, "Invalid macTableManager setting '{}' in network '{name}'")
    )]
    pub mac_table_manager: Option<MacTableManager>,
}

impl Bridge {
    fn is_unset(&self) -> bool {
        *self == Self::default()
    }
}

/// `<domain>` of a network.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct DnsDomain {
    /// Its name.
    #[xml(attr = "name")]
    pub name: Option<String>,
    /// Whether names of the domain are only looked for here.
    #[xml(attr = "localOnly")]
    pub local_only: Option<YesNo>,
    /// Whether the host's resolver is told.
    #[xml(attr = "register")]
    pub register: Option<YesNo>,
}

impl DnsDomain {
    fn is_unnamed(&self) -> bool {
        self.name.is_none()
    }
}

/// `<forward>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Forward::check)]
pub struct Forward {
    /// Device packets leave by.
    #[xml(attr = "dev", nonempty)]
    pub dev: Option<String>,
    /// What happens to packets.
    #[xml(attr = "mode", nonempty, default, bad(CONFIG_UNSUPPORTED, "unknown forwarding type '{}'"))]
    pub mode: ForwardMode,
    /// Whether the host's driver is detached.
    #[xml(attr = "managed")]
    pub managed: Option<String>,
    /// Driver of devices that are passed.
    #[xml(child = "driver")]
    pub driver: Option<PciDriver>,
    /// Translation of addresses.
    #[xml(child = "nat")]
    pub nat: Option<Nat>,
    /// Physical function whose virtual functions are used.
    #[xml(attr = "pf@dev")]
    pub pf: Option<String>,
    /// Devices to use.
    #[xml(child = "interface")]
    pub interfaces: Vec<ForwardInterface>,
    /// PCI devices to use.
    #[xml(child = "address")]
    pub addresses: Vec<ForwardAddress>,
}

default_word!(ForwardMode, Nat);

/// `<interface>` of `<forward>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct ForwardInterface {
    /// Its name.
    #[xml(
        attr = "dev",
        missing(XML_ERROR, "Missing required dev attribute in <forward> <interface> element of network {name}")
    )]
    pub dev: String,
    /// How many interfaces use it.
    #[xml(attr = "connections", live, lenient)]
    pub connections: Option<u32>,
}

/// `<address>` of `<forward>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForwardAddress(pub PciAddress);

impl Element for ForwardAddress {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        match node.attr("type") {
            None => Err(cx.xml(format!("missing address type in network {}", cx.name))),
            Some("pci") => PciAddress::parse(node, cx).map(Self),
            Some(kind @ ("netdev" | "none")) => {
                Err(cx.xml(format!("unsupported address type '{kind}' in network {}", cx.name)))
            }
            Some(kind) => Err(cx.unsupported(format!("unknown address type '{kind}' in network {}", cx.name))),
        }
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("type", "pci");
        self.0.attributes(out);
    }

    fn children(&self, _: &mut Writer) {}
}

/// `<nat>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Nat::check)]
pub struct Nat {
    /// Whether IPv6 is translated too.
    #[xml(attr = "ipv6")]
    pub ipv6: Option<YesNo>,
    /// Addresses that are shown outside.
    #[xml(child = "address")]
    pub addresses: Vec<AddressRange>,
    /// Ports that are shown outside.
    #[xml(child = "port")]
    pub ports: Vec<PortRange>,
}

/// `<address>` of `<nat>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct AddressRange {
    /// First address.
    #[xml(
        attr = "start",
        missing(XML_ERROR, "missing 'start' attribute in <address> element in <nat> in <forward> in network {name}"),
        bad(XML_ERROR, "Bad ipv4 start address '{}' in <nat> in <forward> in network '{name}'")
    )]
    pub start: Ip,
    /// Last address.
    #[xml(
        attr = "end",
        missing(XML_ERROR, "missing 'end' attribute in <address> element in <nat> in <forward> in network {name}"),
        bad(XML_ERROR, "Bad ipv4 end address '{}' in <nat> in <forward> in network '{name}'")
    )]
    pub end: Ip,
}

/// `<port>` of `<nat>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Element)]
#[xml(check = PortRange::check)]
pub struct PortRange {
    /// First port.
    #[xml(
        attr = "start",
        nonempty,
        missing(XML_DETAIL, "Missing or invalid 'start' attribute in <port> in <nat> in <forward> in network {name}"),
        bad(XML_DETAIL, "Missing or invalid 'start' attribute in <port> in <nat> in <forward> in network {name}")
    )]
    pub start: u16,
    /// Last port.
    #[xml(
        attr = "end",
        nonempty,
        missing(XML_DETAIL, "Missing or invalid 'end' attribute in <port> in <nat> in <forward> in network {name}"),
        bad(XML_DETAIL, "Missing or invalid 'end' attribute in <port> in <nat> in <forward> in network {name}")
    )]
    pub end: u16,
}

impl PortRange {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.end < self.start {
            let detail = "Missing or invalid 'end' attribute in <port> in <nat> in <forward> in network";
            return Err(cx.error(ErrorCode::XML_DETAIL, format!("{detail} {}", cx.name)));
        }
        Ok(())
    }
}

impl Nat {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        for (element, count) in [("address", self.addresses.len()), ("port", self.ports.len())] {
            if count > 1 {
                return Err(cx.xml(format!(
                    "Only one <{element}> element is allowed in <nat> in <forward> in network {}",
                    cx.name
                )));
            }
        }
        for range in &self.addresses {
            ip::check_range(&range.start, &range.end, None)?;
        }
        Ok(())
    }
}

impl Forward {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let name = &cx.name;
        if node.elements("nat").count() > 1 {
            return Err(cx.xml(format!("Only one <nat> element is allowed in <forward> of network {name}")));
        }
        if self.nat.is_some() && self.mode != ForwardMode::Nat {
            return Err(
                cx.xml(format!("The <nat> element can only be used when <forward> 'mode' is 'nat' in network {name}"))
            );
        }
        let functions = node.elements("pf").count();
        if self.dev.is_some() && (!self.addresses.is_empty() || functions > 0) {
            return Err(cx.xml(format!("the <forward> 'dev' attribute cannot be used when <address> or <pf> sub-elements are present in network {name}")));
        }
        self.order_interfaces(cx)?;
        if self.interfaces.is_empty() && self.addresses.is_empty() {
            if functions > 1 {
                return Err(cx.xml(format!("Only one <pf> element is allowed in <forward> of network {name}")));
            }
            if functions == 1 && self.pf.is_none() {
                return Err(cx.xml(format!("Missing required dev attribute in <pf> element of network '{name}'")));
            }
        } else {
            self.pf = None;
        }
        if !self.interfaces.is_empty() {
            self.addresses.clear();
        }
        for (at, one) in self.addresses.iter().enumerate() {
            if self.addresses.iter().take(at).any(|other| other.0.is_same(&one.0)) {
                let place = one.0;
                return Err(cx.xml(format!(
                    "PCI device '{:04x}:{:02x}:{:02x}.{:x}' can only be listed once in network {name}",
                    place.domain, place.bus, place.slot, place.function
                )));
            }
        }
        let managed = self.managed.as_deref().is_some_and(|text| text.eq_ignore_ascii_case("yes"));
        self.managed = (self.mode == ForwardMode::Hostdev).then(|| YesNo::from(managed).as_str().to_owned());
        Ok(())
    }

    /// The device of the attribute is the first interface.
    fn order_interfaces(&mut self, cx: &Context) -> Result<()> {
        let name = &cx.name;
        if let Some(dev) = &self.dev {
            match self.interfaces.first() {
                None => self.interfaces.push(ForwardInterface { dev: dev.clone(), connections: None }),
                Some(first) if first.dev != *dev => {
                    return Err(cx.xml(format!(
                        "<forward dev='{dev}'> must match first <interface dev='{}'/> in network {name}",
                        first.dev
                    )));
                }
                Some(_) => {}
            }
        }
        for (at, one) in self.interfaces.iter().enumerate() {
            if self.interfaces.iter().take(at).any(|other| other.dev == one.dev) {
                return Err(cx.xml(format!("interface '{}' can only be listed once in network {name}", one.dev)));
            }
        }
        self.dev = self.interfaces.first().map(|first| first.dev.clone());
        Ok(())
    }
}

/// `<portgroup>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = PortGroup::check)]
pub struct PortGroup {
    /// Its name.
    #[xml(attr = "name", nonempty, missing(XML_ERROR, "Missing required name attribute in portgroup"))]
    pub name: String,
    /// Ports without a group are in it.
    #[xml(attr = "default", lenient, skip_if = is_no)]
    pub default: Option<YesNo>,
    /// Whether what guests say of their filters is believed.
    #[xml(attr = "trustGuestRxFilters")]
    pub trust_rx_filters: Option<YesNo>,
    /// VLANs.
    #[xml(child = "vlan")]
    pub vlan: Option<Vlan>,
    /// Virtual port.
    #[xml(child = "virtualport")]
    pub virtual_port: Option<VirtualPort>,
    /// Limits.
    #[xml(child = "bandwidth", block, when = Bandwidth::is_told)]
    pub bandwidth: Option<Bandwidth>,
}

impl PortGroup {
    fn check(&mut self, node: Node<'_>, _: &Context) -> Result<()> {
        Bandwidth::check_place(node, false, false)
    }
}

impl Network {
    /// Parses a document.
    ///
    /// # Errors
    /// The stock library's, of the network's error domain unless it says otherwise.
    pub fn parse(xml: &[u8]) -> Result<Self> {
        let from = ErrorDomain::NETWORK;
        let document = Document::parse(xml, from)?;
        Self::read(document.root_named("network")?)
    }

    /// Reads the element `<network>`.
    ///
    /// # Errors
    /// As [`Network::parse`].
    pub fn read(node: Node<'_>) -> Result<Self> {
        let from = ErrorDomain::NETWORK;
        let name = node.element("name").map(|node| node.text().into_owned()).unwrap_or_default();
        let cx = Context { from, inactive: true, name, ..Context::default() };
        if cx.name.is_empty() {
            return Err(Error::bare(from, ErrorCode::NO_NAME));
        }
        if cx.name.contains('/') {
            return Err(Error::new(ErrorDomain::XML, ErrorCode::XML_DETAIL, "invalid char in name: /"));
        }
        // Before the parameters, which depend on it.
        if node.element("virtualport").is_some_and(|port| port.attr("type").is_none()) {
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::XML_ERROR, "missing required virtualport type"));
        }
        let mut made = <Self as Element>::parse(node, &cx)?;
        made.check(node, &cx)?;
        Ok(made)
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let name = &cx.name;
        if self.title.as_ref().is_some_and(|title| title.contains('\n')) {
            return Err(cx.xml("Network title can't contain newlines"));
        }
        if self.mac.is_some_and(|mac| mac.is_multicast()) {
            let text = node.element("mac").and_then(|node| node.attr("address")).unwrap_or_default();
            return Err(cx.xml(format!("Invalid multicast bridge mac address '{text}' in network '{name}'")));
        }
        if let Some(domain) = &self.domain
            && domain.register == Some(YesNo::Yes)
            && domain.local_only != Some(YesNo::Yes)
        {
            return Err(cx.unsupported(format!(
                "attribute 'register=yes' in <domain> element requires 'localOnly=yes' in network {name}"
            )));
        }
        Bandwidth::check_place(node, false, false)?;
        if let Some(port) = &mut self.virtual_port {
            port.keep_for_type(false)?;
        }
        for route in &self.routes {
            let near = self.ips.iter().any(|ip| ip.address.is_near(&route.gateway, ip.network_prefix()));
            if !near {
                let gateway = route.gateway.text().into_owned();
                return Err(cx.unsupported(format!(
                    "unreachable static route gateway '{gateway}' specified for network '{name}'"
                )));
            }
        }
        self.check_mode(node, cx)
    }

    /// Checks what the forward mode allows, and fills in the bridge.
    fn check_mode(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let name = &cx.name;
        let mode = self.forward.as_ref().map(|forward| forward.mode);
        let word = mode.map_or("none", ForwardMode::as_str);
        let bridge = self.bridge.get_or_insert_default();
        let interfaces =
            self.forward.as_ref().map_or(0, |forward| forward.interfaces.len().saturating_add(forward.addresses.len()));
        let functions = self.forward.as_ref().is_some_and(|forward| forward.pf.is_some());
        match mode {
            None => {}
            Some(ForwardMode::Route | ForwardMode::Nat) => {
                if self.ips.is_empty() {
                    return Err(
                        cx.xml(format!("{word} forwarding requested, but no IP address provided for network '{name}'"))
                    );
                }
                if interfaces > 1 {
                    return Err(cx.xml(format!(
                        "multiple forwarding interfaces specified for network '{name}', only one is supported"
                    )));
                }
            }
            Some(ForwardMode::Open) if interfaces > 0 => {
                return Err(cx.xml(format!("forward dev not allowed for network '{name}' with forward mode='{word}'")));
            }
            Some(ForwardMode::Open) => {}
            Some(kind) => {
                if kind != ForwardMode::Bridge {
                    let parts = [
                        ("name", bridge.name.is_some()),
                        ("zone", bridge.zone.is_some()),
                        ("macTableManager setting", bridge.mac_table_manager.is_some()),
                    ];
                    if let Some((part, _)) = parts.into_iter().find(|(_, set)| *set) {
                        return Err(cx.xml(format!("bridge {part} not allowed in {word} mode (network '{name}')")));
                    }
                }
                let stp = node.element("bridge").and_then(|node| node.attr("stp")).is_some_and(|text| !text.is_empty());
                if bridge.delay.unwrap_or(0) != 0 || stp || bridge.zone.is_some() {
                    return Err(cx.xml(format!("bridge delay/stp/zone options only allowed in open, route, nat, and isolated mode, not in {word} (network '{name}')")));
                }
                if bridge.name.is_some() && (interfaces > 0 || functions) {
                    return Err(cx.xml(format!("A network with forward mode='{word}' can specify a bridge name or a forward dev, but not both (network '{name}')")));
                }
            }
        }
        if ForwardMode::has_bridge(mode) {
            bridge.stp = Some(if bridge.stp == Some(OnOff::Off) { OnOff::Off } else { OnOff::On });
            bridge.delay.get_or_insert(0);
        } else {
            (bridge.stp, bridge.delay) = (None, None);
            if self.mtu != 0 {
                return Err(cx.xml(format!(
                    "mtu size only allowed in open, route, nat, and isolated mode, not in {word} (network '{name}')"
                )));
            }
        }
        Ok(())
    }

    /// Gives the network a UUID if it has none.
    pub fn complete(&mut self, uuid: impl FnOnce() -> Uuid) {
        self.uuid.get_or_insert_with(uuid);
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self, flags: FormatFlags) -> Vec<u8> {
        let mut out = Writer::new(flags);
        self.element("network", &mut out);
        out.finish().into_bytes()
    }
}
