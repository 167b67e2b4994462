//! What networks, their ports and the interfaces of domains have in common: addresses, routes, VLANs, virtual ports, bandwidth.
use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element, Rules, Source};
use crate::tree::Node;
use crate::value::{Value, YesNo, words};
use crate::write::Writer;

words! {
    /// What a virtual port is connected to.
    VirtualPortType { Qbg = "802.1Qbg", Qbh = "802.1Qbh", OpenVSwitch = "openvswitch", Midonet = "midonet" }
    /// Whether packets of the native VLAN are tagged.
    NativeVlanMode { Tagged = "tagged", Untagged = "untagged" }
    /// A family of addresses.
    Family { Ipv4 = "ipv4", Ipv6 = "ipv6" }
}

/// An IP address; IPv4 also in the short forms of inet_aton.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ip(pub IpAddr);

impl crate::blank::Blank for Ip {
    fn blank() -> Self {
        Self(std::net::Ipv4Addr::UNSPECIFIED.into())
    }
}

impl Ip {
    /// Returns the family.
    #[must_use]
    pub fn family(&self) -> Family {
        if self.0.is_ipv4() { Family::Ipv4 } else { Family::Ipv6 }
    }

    /// Returns the bits of the address, in the low bits for IPv4.
    #[must_use]
    pub fn bits(&self) -> u128 {
        match self.0 {
            IpAddr::V4(address) => u32::from(address).into(),
            IpAddr::V6(address) => address.into(),
        }
    }

    /// Returns how many bits an address of the family has.
    #[must_use]
    pub fn width(&self) -> u32 {
        if self.0.is_ipv4() { 32 } else { 128 }
    }

    /// Returns true if both are in the same network of `prefix` bits.
    #[must_use]
    pub fn is_near(&self, other: &Self, prefix: u32) -> bool {
        let shift = self.width().saturating_sub(prefix);
        self.width() == other.width()
            && (self.bits().checked_shr(shift).unwrap_or(0) == other.bits().checked_shr(shift).unwrap_or(0))
    }

    /// Returns how many leading bits of a netmask are set, `None` if others are.
    #[must_use]
    pub fn prefix(&self) -> Option<u32> {
        let IpAddr::V4(mask) = self.0 else { return None };
        let bits = u32::from(mask);
        (bits.leading_ones().saturating_add(bits.trailing_zeros()) >= 32).then(|| bits.leading_ones())
    }
}

/// Reads IPv4 in any form of inet_aton: one to four numbers in any base.
fn inet_aton(text: &str) -> Option<Ipv4Addr> {
    let parts: Option<Vec<u64>> = text
        .split('.')
        .map(|part| if part.starts_with(['+', '-', ' ']) { None } else { crate::value::parse_unsigned(part, 0) })
        .collect();
    let parts = parts?;
    let (last, head) = parts.split_last()?;
    if head.len() > 3 || head.iter().any(|part| *part > 255) {
        return None;
    }
    let bytes = 4_u32.checked_sub(u32::try_from(head.len()).ok()?)?;
    let limit = 256_u64.checked_pow(bytes)?;
    if *last >= limit {
        return None;
    }
    let mut value = *last;
    for (at, part) in head.iter().enumerate() {
        let shift = 24_u32.checked_sub(u32::try_from(at).ok()?.checked_mul(8)?)?;
        value |= part.checked_shl(shift)?;
    }
    u32::try_from(value).ok().map(Ipv4Addr::from)
}

impl Value for Ip {
    fn parse(text: &str) -> Option<Self> {
        if let Some(address) = inet_aton(text) {
            return Some(Self(IpAddr::V4(address)));
        }
        text.parse::<Ipv6Addr>().ok().map(|address| Self(IpAddr::V6(address)))
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.0.to_string())
    }
}

/// `<ip>` of an interface: an address it gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterfaceIp {
    /// The address.
    pub address: Ip,
    /// Bits of the network, 0 for none.
    pub prefix: u32,
    /// Address of the other end.
    pub peer: Option<Ip>,
}

impl Element for InterfaceIp {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let text = node.attr("address").ok_or_else(|| cx.xml("Missing required address in <ip>"))?;
        // A family that is unknown says nothing.
        let family = node.attr("family").and_then(Family::parse);
        let address = Ip::parse(text)
            .filter(|address| family.is_none_or(|family| family == address.family()))
            .ok_or_else(|| cx.xml(format!("Invalid address '{text}' in <ip>")))?;
        let rules = Rules { bad: Some((ErrorCode::XML_ERROR, "Invalid prefix value '{}' in <ip>")), ..Rules::NONE };
        let prefix = Source::attr(node, "", "prefix").optional(cx, &rules)?.unwrap_or_default();
        if prefix > address.width() {
            return Err(cx.xml(format!("Invalid prefix value '{prefix}' in <ip>")));
        }
        let peer = match node.attr("peer") {
            None => None,
            Some(text) => {
                let peer = Ip::parse(text).filter(|peer| peer.family() == address.family());
                Some(peer.ok_or_else(|| cx.error(ErrorCode::INVALID_ARG, format!("Invalid peer '{text}' in <ip>")))?)
            }
        };
        Ok(Self { address, prefix, peer })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("address", &self.address.text());
        out.attr("family", self.address.family().as_str());
        if self.prefix != 0 {
            out.attr("prefix", &self.prefix.to_string());
        }
        out.attr_opt("peer", self.peer.as_ref());
    }

    fn children(&self, _: &mut Writer) {}
}

/// `<vlan>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(before = Vlan::check_tags, check = Vlan::check)]
pub struct Vlan {
    /// Packets of several VLANs pass.
    #[xml(attr = "trunk", lenient)]
    pub trunk: Option<YesNo>,
    /// The VLANs.
    #[xml(child = "tag")]
    pub tags: Vec<VlanTag>,
}

/// `<tag>` of `<vlan>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct VlanTag {
    /// Number of the VLAN.
    #[xml(attr = "id")]
    pub id: u32,
    /// It is the native VLAN.
    #[xml(attr = "nativeMode")]
    pub native: Option<NativeVlanMode>,
}

impl Vlan {
    fn check_tags(node: Node<'_>, _: &Context) -> Result<()> {
        if node.element("tag").is_none() {
            let detail = "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement";
            return Err(Error::new(ErrorDomain::NONE, ErrorCode::XML_ERROR, detail));
        }
        Ok(())
    }

    fn check(&mut self, node: Node<'_>, _: &Context) -> Result<()> {
        let refuse = |detail: String| Err(Error::new(ErrorDomain::NONE, ErrorCode::XML_ERROR, detail));
        if let (Some(text), None) = (node.attr("trunk"), self.trunk) {
            return refuse(format!("invalid \"trunk='{text}'\" in <vlan> - must be yes or no"));
        }
        if let Some(tag) = self.tags.iter().find(|tag| tag.id > 4095) {
            return refuse(format!("vlan tag id {} too large (maximum 4095)", tag.id));
        }
        let native = self.tags.iter().filter(|tag| tag.native.is_some()).count();
        if native > 1 {
            return refuse("duplicate native vlan setting".to_owned());
        }
        match self.trunk {
            Some(YesNo::No) if self.tags.len() > 1 => {
                return refuse(
                    "invalid \"trunk='no'\" in <vlan> - trunk='yes' is required for more than one vlan tag".to_owned(),
                );
            }
            Some(YesNo::No) if native > 0 => {
                return refuse(
                    "invalid configuration in <vlan> - \"trunk='no'\" is not allowed with a native vlan id".to_owned(),
                );
            }
            Some(YesNo::No) => self.trunk = None,
            _ if self.tags.len() > 1 => self.trunk = Some(YesNo::Yes),
            _ => {}
        }
        Ok(())
    }
}

/// `<virtualport>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = VirtualPort::check)]
pub struct VirtualPort {
    /// What it is connected to.
    #[xml(attr = "type")]
    pub kind: Option<VirtualPortType>,
    /// VSI manager.
    #[xml(attr = "parameters@managerid")]
    pub managerid: Option<u32>,
    /// VSI type.
    #[xml(attr = "parameters@typeid")]
    pub typeid: Option<u32>,
    /// Version of the VSI type.
    #[xml(attr = "parameters@typeidversion")]
    pub typeidversion: Option<u32>,
    /// VSI instance.
    #[xml(attr = "parameters@instanceid")]
    pub instanceid: Option<Uuid>,
    /// Interface.
    #[xml(attr = "parameters@interfaceid")]
    pub interfaceid: Option<Uuid>,
    /// Profile.
    #[xml(attr = "parameters@profileid", nonempty)]
    pub profileid: Option<String>,
}

/// `<bandwidth>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Bandwidth::check)]
pub struct Bandwidth {
    /// Class of a port of a network.
    #[xml(attr = "classID", omit_default)]
    pub class: u32,
    /// What comes in.
    #[xml(child = "inbound")]
    pub inbound: Option<Rate>,
    /// What goes out.
    #[xml(child = "outbound")]
    pub outbound: Option<Rate>,
}

/// `<inbound>`, `<outbound>`: limits of a direction, in KiB and KiB/s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
#[xml(check = Rate::check)]
pub struct Rate {
    /// On the average.
    #[xml(attr = "average", omit_default)]
    pub average: u64,
    /// At most.
    #[xml(attr = "peak", omit_default)]
    pub peak: u64,
    /// At least.
    #[xml(attr = "floor", omit_default)]
    pub floor: u64,
    /// In one burst.
    #[xml(attr = "burst", omit_default)]
    pub burst: u64,
}

impl Rate {
    fn check(&mut self, node: Node<'_>, _: &Context) -> Result<()> {
        let refuse = |code, detail: &str| Err(Error::new(ErrorDomain::NONE, code, detail));
        if node.attr("average").is_none() && node.attr("floor").is_none() {
            return refuse(ErrorCode::XML_DETAIL, "Missing mandatory average or floor attributes");
        }
        if (self.peak != 0 || self.burst != 0) && node.attr("average").is_none() {
            return refuse(ErrorCode::CONFIG_UNSUPPORTED, "'peak' and 'burst' require 'average' attribute");
        }
        Ok(())
    }
}

impl Bandwidth {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        for rate in [&mut self.inbound, &mut self.outbound] {
            // An average of zero takes the limit away.
            if rate.is_some_and(|rate| rate.average == 0 && rate.floor == 0) {
                *rate = None;
            }
        }
        Ok(())
    }
}

impl Bandwidth {
    /// Returns true if the `<bandwidth>` in this element says something. A limit of zero does: it leaves an empty element.
    pub(crate) fn is_told(node: Node<'_>) -> bool {
        let limits = |told: Node<'_>| ["inbound", "outbound"].iter().any(|name| told.element(name).is_some());
        node.element("bandwidth").is_some_and(limits)
    }

    /// Refuses what its place does not have, in the element `<bandwidth>` of this one. A class is a port's; a floor only where something
    /// keeps it, and never of what goes out.
    ///
    /// # Errors
    /// `VIR_ERR_XML_DETAIL` for a class, `VIR_ERR_CONFIG_UNSUPPORTED` for a floor.
    pub(crate) fn check_place(node: Node<'_>, has_class: bool, has_floor: bool) -> Result<()> {
        let Some(told) = node.element("bandwidth") else { return Ok(()) };
        let refuse = |code, detail: &str| Err(Error::new(ErrorDomain::NONE, code, detail));
        let class = Source::attr(told, "", "classID").optional::<u32>(&Context::default(), &Rules::NONE)?;
        if !has_class && class.is_some() {
            let detail = "classID attribute not supported on <bandwidth> in this usage context";
            return refuse(ErrorCode::XML_DETAIL, detail);
        }
        let floor = |name| told.element(name).is_some_and(|node| node.attr("floor").is_some());
        if (!has_floor && floor("inbound")) || floor("outbound") {
            return refuse(ErrorCode::CONFIG_UNSUPPORTED, "floor attribute is not supported for this config");
        }
        Ok(())
    }
}

impl VirtualPort {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        let limits = [
            (self.managerid, 0xff, "value of managerid out of range"),
            (self.typeid, 0xff_ffff, "value for typeid out of range"),
            (self.typeidversion, 0xff, "value of typeidversion out of range"),
        ];
        match limits.into_iter().find(|(value, most, _)| value.is_some_and(|value| value > *most)) {
            Some((_, _, detail)) => Err(Error::new(ErrorDomain::NONE, ErrorCode::XML_ERROR, detail)),
            None => Ok(()),
        }
    }

    /// Keeps the parameters that its type has, and checks that all are there.
    ///
    /// # Errors
    /// What the stock library refuses of such a port.
    pub(crate) fn keep_for_type(&mut self, complete: bool) -> Result<()> {
        let refuse = |detail: &str| Err(Error::new(ErrorDomain::NONE, ErrorCode::XML_ERROR, detail));
        if self.kind.is_none() && complete {
            return refuse("missing required virtualport type");
        }
        if self.managerid.is_none() && complete && self.kind == Some(VirtualPortType::Qbg) {
            return refuse("missing managerid attribute in <virtualport type='802.1Qbg'>");
        }
        if complete && self.kind == Some(VirtualPortType::Qbg) {
            if self.typeid.is_none() {
                return refuse("missing typeid attribute in <virtualport type='802.1Qbg'>");
            }
            if self.typeidversion.is_none() {
                return refuse("missing typeidversion attribute in <virtualport type='802.1Qbg'>");
            }
        }
        if complete && self.kind == Some(VirtualPortType::Qbh) && self.profileid.as_deref().is_none_or(str::is_empty) {
            return refuse("missing profileid attribute in <virtualport type='802.1Qbh'>");
        }
        Ok(())
    }
}

/// `<filterref>`: a filter and its parameters, in the order of their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FilterRef {
    /// Name of the filter.
    pub filter: String,
    /// Parameters.
    pub parameters: Vec<(String, String)>,
}

crate::blank::blank!(FilterRef);

impl Element for FilterRef {
    fn parse(node: Node<'_>, _: &Context) -> Result<Self> {
        let filter = node.attr("filter").unwrap_or_default().to_owned();
        let mut parameters: Vec<(String, String)> = Vec::new();
        let is_name =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        for parameter in node.children().filter(|node| node.name() == "parameter") {
            let (Some(name), Some(value)) = (parameter.attr("name"), parameter.attr("value")) else { continue };
            let is_value =
                value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b':' | b'-' | b'_'));
            if is_name(name) && is_value {
                parameters.push((name.to_owned(), value.to_owned()));
            }
        }
        crate::sort::by(&mut parameters, |one, other| one.0.cmp(&other.0));
        Ok(Self { filter, parameters })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("filter", &self.filter);
    }

    fn children(&self, out: &mut Writer) {
        for (name, value) in &self.parameters {
            out.open("parameter");
            out.attr("name", name);
            out.attr("value", value);
            out.close();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_short_forms() {
        assert_eq!(Ip::parse("1.2.3").unwrap().text(), "1.2.0.3");
        assert_eq!(Ip::parse("0x7f.1").unwrap().text(), "127.0.0.1");
        assert_eq!(Ip::parse("2001:db8:0:0::1").unwrap().text(), "2001:db8::1");
        assert_eq!(Ip::parse("255.255.252.0").unwrap().prefix(), Some(22));
        for text in ["", "x", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "::g"] {
            assert_eq!(Ip::parse(text), None, "{text}");
        }
    }
}
