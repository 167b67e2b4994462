//! `<interface>`: a network interface of the host.
use std::borrow::Cow;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element, Rules, Source};
use crate::tree::{Document, Node};
use crate::value::{OnOff, Value, YesNo, parse_decimal, parse_signed, words};
use crate::write::{FormatFlags, Writer};

words! {
    /// What an interface is.
    InterfaceType { Ethernet = "ethernet", Bridge = "bridge", Bond = "bond", Vlan = "vlan" }
    /// When it is started.
    StartMode { OnBoot = "onboot", HotPlug = "hotplug", None = "none" }
    /// State of a link.
    LinkState {
        Unknown = "unknown", NotPresent = "notpresent", Down = "down", LowerLayerDown = "lowerlayerdown",
        Testing = "testing", Dormant = "dormant", Up = "up",
    }
    /// How the interfaces of a bond work together.
    BondMode {
        BalanceRr = "balance-rr", ActiveBackup = "active-backup", BalanceXor = "balance-xor", Broadcast = "broadcast",
        Ieee8023ad = "802.3ad", BalanceTlb = "balance-tlb", BalanceAlb = "balance-alb",
    }
    /// How a carrier is noticed.
    MiiCarrier { Ioctl = "ioctl", Netif = "netif" }
    /// Which interfaces of a bond are checked by ARP.
    ArpValidate { Active = "active", Backup = "backup", All = "all" }
}

/// Largest MTU an interface may have.
const MAX_MTU: u32 = 100_000;

/// `<interface>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Interface {
    /// What it is.
    #[xml(attr = "type")]
    pub kind: InterfaceType,
    /// Its name.
    #[xml(attr = "name", missing(XML_ERROR, "interface has no name"))]
    pub name: String,
    /// When it is started.
    #[xml(attr = "start@mode", nonempty, bad(XML_ERROR, "unknown interface startmode {}"))]
    pub start: Option<StartMode>,
    /// Its MTU.
    #[xml(child = "mtu", omit_default)]
    pub mtu: Mtu,
    /// Its addresses.
    #[xml(child = "protocol", block)]
    pub protocols: Vec<Protocol>,
    /// What it is made of.
    #[xml(flatten)]
    pub body: Body,
}

/// `<mtu>`; 0 where it is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mtu(pub u32);

/// `<protocol>`: the addresses of a family.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Protocol::check)]
pub struct Protocol {
    /// The family.
    #[xml(attr = "family", missing(XML_ERROR, "protocol misses the family attribute"))]
    pub family: String,
    /// Addresses are made up from what routers say.
    #[xml(flag = "autoconf")]
    pub autoconf: bool,
    /// DHCP is asked.
    #[xml(child = "dhcp", keep)]
    pub dhcp: Option<Dhcp>,
    /// Addresses.
    #[xml(child = "ip")]
    pub ips: Vec<HostIp>,
    /// Where packets go.
    #[xml(attr = "route@gateway", nonempty)]
    pub gateway: Option<String>,
}

/// `<dhcp>` of an interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Dhcp {
    /// Whether the name servers it tells are used.
    #[xml(attr = "peerdns")]
    pub peerdns: Option<YesNo>,
}

/// Bits of a network; read in any base.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Prefix(pub i32);

/// `<ip>` of an interface; texts that nobody checks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct HostIp {
    /// The address.
    #[xml(attr = "address")]
    pub address: Option<String>,
    /// Bits of its network.
    #[xml(attr = "prefix", omit_default)]
    pub prefix: Prefix,
}

/// What an interface is made of, which its type says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// A card.
    Ethernet(Ethernet),
    /// A bridge.
    Bridge(Bridge),
    /// A bond.
    Bond(BondBody),
    /// A VLAN of another interface.
    Vlan(VlanBody),
}

impl crate::blank::Blank for Body {
    fn blank() -> Self {
        Self::Ethernet(Default::default())
    }
}

/// A card.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Ethernet {
    /// Its link.
    #[xml(child = "link")]
    pub link: Option<Link>,
    /// Its address; nobody checks it.
    #[xml(attr = "mac@address", nonempty)]
    pub mac: Option<String>,
}

/// `<link>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Link {
    /// Megabits per second.
    #[xml(attr = "speed", omit_default)]
    pub speed: u32,
    /// Its state.
    #[xml(attr = "state")]
    pub state: Option<LinkState>,
}

/// `<bridge>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Bridge::check)]
pub struct Bridge {
    /// Whether it looks for loops.
    #[xml(attr = "stp", lenient)]
    pub stp: Option<OnOff>,
    /// How long it waits before it passes packets.
    #[xml(attr = "delay")]
    pub delay: Option<String>,
    /// What is plugged in.
    #[xml(child = "interface", block)]
    pub interfaces: Vec<Inside<false>>,
}

/// What a bond is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct BondBody {
    /// Its link.
    #[xml(child = "link")]
    pub link: Option<Link>,
    /// The bond.
    #[xml(child = "bond", block, missing(XML_ERROR, "bond interface misses the bond element"))]
    pub bond: Bond,
}

/// `<bond>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Bond::check)]
pub struct Bond {
    /// How its interfaces work together.
    #[xml(attr = "mode", nonempty, bad(XML_ERROR, "unknown bonding mode {}"))]
    pub mode: Option<BondMode>,
    /// How links are watched.
    #[xml(child = "miimon")]
    pub miimon: Option<MiiMon>,
    /// Or by ARP.
    #[xml(child = "arpmon")]
    pub arpmon: Option<ArpMon>,
    /// Its interfaces.
    #[xml(child = "interface", block)]
    pub interfaces: Vec<Inside<true>>,
}

/// `<miimon>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct MiiMon {
    /// How often.
    #[xml(
        attr = "freq",
        missing(XML_ERROR, "bond interface miimon freq missing or invalid"),
        bad(XML_ERROR, "bond interface miimon freq missing or invalid")
    )]
    pub freq: i32,
    /// How long a link is down before it counts.
    #[xml(
        attr = "downdelay",
        default,
        nonempty,
        skip_if = is_no_delay,
        bad(XML_ERROR, "bond interface miimon downdelay invalid")
    )]
    pub downdelay: i32,
    /// How long it is up before it counts.
    #[xml(
        attr = "updelay",
        default,
        nonempty,
        skip_if = is_no_delay,
        bad(XML_ERROR, "bond interface miimon updelay invalid")
    )]
    pub updelay: i32,
    /// How a carrier is noticed.
    #[xml(attr = "carrier", nonempty, bad(XML_ERROR, "unknown mii bonding carrier {}"))]
    pub carrier: Option<MiiCarrier>,
}

fn is_no_delay(delay: &i32) -> bool {
    *delay <= 0
}

/// `<arpmon>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct ArpMon {
    /// How often.
    #[xml(
        attr = "interval",
        missing(XML_ERROR, "bond interface arpmon interval missing or invalid"),
        bad(XML_ERROR, "bond interface arpmon interval missing or invalid")
    )]
    pub interval: i32,
    /// Who is asked.
    #[xml(attr = "target", nonempty, missing(XML_ERROR, "bond interface arpmon target missing"))]
    pub target: String,
    /// Which interfaces are checked.
    #[xml(attr = "validate", nonempty, bad(XML_ERROR, "unknown arp bonding validate {}"))]
    pub validate: Option<ArpValidate>,
}

/// What a VLAN is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct VlanBody {
    /// Its link.
    #[xml(child = "link")]
    pub link: Option<Link>,
    /// The VLAN.
    #[xml(child = "vlan", missing(XML_ERROR, "vlan interface misses the vlan element"))]
    pub vlan: HostVlan,
}

/// `<vlan>` of an interface of the host.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct HostVlan {
    /// Its number.
    #[xml(attr = "tag", nonempty, missing(XML_ERROR, "vlan interface misses the tag attribute"))]
    pub tag: String,
    /// The interface it is of.
    #[xml(attr = "interface@name", nonempty, missing(XML_ERROR, "vlan interface misses name attribute"))]
    pub interface: String,
}

/// `<interface>` in a bridge or a bond.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Member {
    /// What it is.
    #[xml(attr = "type")]
    pub kind: InterfaceType,
    /// Its name.
    #[xml(attr = "name", missing(XML_ERROR, "interface has no name"))]
    pub name: String,
    /// What it is made of.
    #[xml(flatten)]
    pub body: Body,
}

/// A member of a bond, or of a bridge. Its type is looked at before anything else of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inside<const BOND: bool>(pub Member);

impl<const BOND: bool> Element for Inside<BOND> {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let kind: InterfaceType = Source::attr(node, "", "type").required(cx, &Rules::NONE)?;
        let fits = match kind {
            InterfaceType::Ethernet => true,
            InterfaceType::Bond | InterfaceType::Vlan => !BOND,
            InterfaceType::Bridge => false,
        };
        if !fits {
            return Err(cx.xml(format!("interface has unsupported type '{}'", kind.as_str())));
        }
        Member::parse(node, cx).map(Self)
    }

    fn attributes(&self, out: &mut Writer) {
        self.0.attributes(out);
    }

    fn children(&self, out: &mut Writer) {
        self.0.children(out);
    }
}

impl Element for Mtu {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let Some(text) = node.attr("size").filter(|text| !text.is_empty()) else { return Ok(Self::default()) };
        let Some(size) = parse_decimal::<u32>(text) else {
            let detail = "An error occurred, but the cause is unknown";
            return Err(Error::raw(ErrorDomain::NONE, ErrorCode::INTERNAL_ERROR, detail));
        };
        if size > MAX_MTU {
            return Err(cx.xml("value of the 'size' attribute of 'mtu' element must be at most 100000"));
        }
        Ok(Self(size))
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("size", &self.0.to_string());
    }

    fn children(&self, _: &mut Writer) {}
}

impl Value for Prefix {
    const EXPECTED: &'static str = ". Expected integer value";

    fn parse(text: &str) -> Option<Self> {
        parse_signed(text, 0).and_then(|bits| bits.try_into().ok()).map(Self)
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.0.to_string())
    }
}

impl Element for Body {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let kind = node.attr("type").and_then(InterfaceType::parse).unwrap_or(InterfaceType::Ethernet);
        Ok(match kind {
            InterfaceType::Ethernet => Self::Ethernet(Ethernet::parse(node, cx)?),
            InterfaceType::Bridge => {
                let Some(bridge) = node.element("bridge") else {
                    return Err(cx.xml("bridge interface misses the bridge element"));
                };
                Self::Bridge(Bridge::parse(bridge, cx)?)
            }
            InterfaceType::Bond => Self::Bond(BondBody::parse(node, cx)?),
            InterfaceType::Vlan => Self::Vlan(VlanBody::parse(node, cx)?),
        })
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        match self {
            Self::Ethernet(body) => body.children(out),
            Self::Bridge(bridge) => {
                out.open("bridge");
                bridge.attributes(out);
                out.block();
                bridge.children(out);
                out.close();
            }
            Self::Bond(body) => {
                if let Some(link) = body.link.filter(|link| *link != Link::default()) {
                    link.element("link", out);
                }
                out.open("bond");
                body.bond.attributes(out);
                out.block();
                body.bond.children(out);
                out.close();
            }
            Self::Vlan(body) => body.children(out),
        }
    }
}

impl Protocol {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        match self.family.as_str() {
            "ipv4" => self.autoconf = false,
            "ipv6" => {}
            other => return Err(cx.xml(format!("unsupported protocol family '{other}'"))),
        }
        self.ips.retain(|ip| ip.address.is_some());
        Ok(())
    }
}

impl Bridge {
    fn check(&mut self, node: Node<'_>, _: &Context) -> Result<()> {
        if self.stp.is_none() && node.attr("stp").is_some() {
            // The stock library notes an error and reads no further, but goes on.
            *self = Self::default();
        }
        Ok(())
    }
}

impl Bond {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        if self.miimon.is_some() {
            self.arpmon = None;
        }
        Ok(())
    }
}

impl Interface {
    /// Parses a document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8]) -> Result<Self> {
        let from = ErrorDomain::INTERFACE;
        let document = Document::parse(xml, from)?;
        Self::read(document.root_named("interface")?)
    }

    /// Reads the element `<interface>`.
    ///
    /// # Errors
    /// As [`Interface::parse`].
    pub fn read(node: Node<'_>) -> Result<Self> {
        let cx = Context { from: ErrorDomain::INTERFACE, inactive: true, ..Context::default() };
        <Self as Element>::parse(node, &cx)
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        out.open("interface");
        self.attributes(&mut out);
        out.block();
        self.children(&mut out);
        out.close();
        out.finish().into_bytes()
    }
}
