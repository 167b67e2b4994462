//! The attributes of each protocol of a filter's rule, in the order in which they are printed.
use crate::value::words;

words! {
    /// What a rule looks at.
    Protocol {
        Arp = "arp", Rarp = "rarp", Mac = "mac", Vlan = "vlan", Stp = "stp", Ip = "ip", Ipv6 = "ipv6", Tcp = "tcp",
        Udp = "udp", Udplite = "udplite", Esp = "esp", Ah = "ah", Sctp = "sctp", Icmp = "icmp", All = "all",
        Igmp = "igmp", TcpIpv6 = "tcp-ipv6", UdpIpv6 = "udp-ipv6", UdpliteIpv6 = "udplite-ipv6", EspIpv6 = "esp-ipv6",
        AhIpv6 = "ah-ipv6", SctpIpv6 = "sctp-ipv6", Icmpv6 = "icmpv6", AllIpv6 = "all-ipv6",
    }
}

/// What the value of an attribute is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number of at most so much, decimal or hexadecimal.
    Number(u32),
    /// A decimal number of at most so much.
    Decimal(u32),
    /// A number or a word of a table: the smallest number, the largest, the words, and how numbers are printed.
    Coded(Code),
    /// An address of a network card.
    Mac,
    /// A mask of such addresses.
    MacMask,
    /// An IPv4 address.
    Ipv4,
    /// Bits of an IPv4 network.
    Ipv4Mask,
    /// An IPv6 address.
    Ipv6,
    /// Bits of an IPv6 network.
    Ipv6Mask,
    /// True or false.
    Boolean,
    /// States of a connection.
    States,
    /// Flags of TCP: those that are looked at, and those that are set.
    TcpFlags,
    /// Name of a set of addresses.
    SetName,
    /// Which addresses are looked up in the set.
    SetFlags,
    /// Text for people.
    Comment,
}

/// Numbers that have names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// Smallest number.
    pub from: u32,
    /// Largest number.
    pub to: u32,
    /// The names.
    pub words: &'static [(u32, &'static str)],
    /// Numbers given in hexadecimal digits are printed so.
    pub keeps_hex: bool,
}

/// One attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// The attribute whose sign it has, where it has none of its own.
    pub sign_of: Option<&'static str>,
}

const ETHER: &[(u32, &str)] = &[(0x806, "arp"), (0x8035, "rarp"), (0x800, "ipv4"), (0x86dd, "ipv6"), (0x8100, "vlan")];
const ARP: &[(u32, &str)] = &[
    (1, "Request"),
    (2, "Reply"),
    (3, "Request_Reverse"),
    (4, "Reply_Reverse"),
    (5, "DRARP_Request"),
    (6, "DRARP_Reply"),
    (7, "DRARP_Error"),
    (8, "InARP_Request"),
    (9, "ARP_NAK"),
];
const IP: &[(u32, &str)] = &[
    (6, "tcp"),
    (17, "udp"),
    (136, "udplite"),
    (50, "esp"),
    (51, "ah"),
    (1, "icmp"),
    (2, "igmp"),
    (132, "sctp"),
    (58, "icmpv6"),
];

const fn plain(name: &'static str, kind: Kind) -> Attribute {
    Attribute { name, kind, sign_of: None }
}

const fn signed(name: &'static str, kind: Kind, of: &'static str) -> Attribute {
    Attribute { name, kind, sign_of: Some(of) }
}

const U8: Kind = Kind::Number(0xff);
const U16: Kind = Kind::Number(0xffff);
const U32: Kind = Kind::Number(u32::MAX);
const DSCP: Attribute = plain("dscp", Kind::Number(63));
const COMMENT: Attribute = plain("comment", Kind::Comment);
const IP_PROTOCOL: Attribute = plain("protocol", Kind::Coded(Code { from: 0, to: 0xff, words: IP, keeps_hex: true }));

const ADDRESSES: &[Attribute] = &[
    plain("srcmacaddr", Kind::Mac),
    signed("srcmacmask", Kind::MacMask, "srcmacaddr"),
    plain("dstmacaddr", Kind::Mac),
    signed("dstmacmask", Kind::MacMask, "dstmacaddr"),
];
/// As [`ADDRESSES`], where masks have signs of their own.
const OWN_ADDRESSES: &[Attribute] = &[
    plain("srcmacaddr", Kind::Mac),
    plain("srcmacmask", Kind::MacMask),
    plain("dstmacaddr", Kind::Mac),
    plain("dstmacmask", Kind::MacMask),
];
const MAC: &[Attribute] =
    &[plain("protocolid", Kind::Coded(Code { from: 0x600, to: 0xffff, words: ETHER, keeps_hex: true })), COMMENT];
const VLAN: &[Attribute] = &[
    plain("vlanid", Kind::Number(4095)),
    plain("encap-protocol", Kind::Coded(Code { from: 0x3c, to: 0xffff, words: ETHER, keeps_hex: true })),
    COMMENT,
];
const STP: &[Attribute] = &[
    plain("srcmacaddr", Kind::Mac),
    signed("srcmacmask", Kind::MacMask, "srcmacaddr"),
    plain("type", U8),
    plain("flags", U8),
    plain("root-priority", U16),
    signed("root-priority-hi", U16, "root-priority"),
    plain("root-address", Kind::Mac),
    signed("root-address-mask", Kind::MacMask, "root-address"),
    plain("root-cost", U32),
    signed("root-cost-hi", U32, "root-cost"),
    plain("sender-priority", U16),
    signed("sender-priority-hi", U16, "sender-priority"),
    plain("sender-address", Kind::Mac),
    signed("sender-address-mask", Kind::MacMask, "sender-address"),
    plain("port", U16),
    signed("port-hi", U16, "port"),
    plain("age", U16),
    signed("age-hi", U16, "age"),
    plain("max-age", U16),
    signed("max-age-hi", U16, "max-age"),
    plain("hello-time", U16),
    signed("hello-time-hi", U16, "hello-time"),
    plain("forward-delay", U16),
    signed("forward-delay-hi", U16, "forward-delay"),
    COMMENT,
];
const ARP_ONLY: &[Attribute] = &[
    plain("hwtype", U16),
    plain("protocoltype", U16),
    plain("opcode", Kind::Coded(Code { from: 0, to: 0xffff, words: ARP, keeps_hex: false })),
    plain("arpsrcmacaddr", Kind::Mac),
    plain("arpdstmacaddr", Kind::Mac),
    plain("arpsrcipaddr", Kind::Ipv4),
    plain("arpsrcipmask", Kind::Ipv4Mask),
    plain("arpdstipaddr", Kind::Ipv4),
    plain("arpdstipmask", Kind::Ipv4Mask),
    plain("gratuitous", Kind::Boolean),
    COMMENT,
];
const IPV4: &[Attribute] = &[
    plain("srcipaddr", Kind::Ipv4),
    signed("srcipmask", Kind::Ipv4Mask, "srcipaddr"),
    plain("dstipaddr", Kind::Ipv4),
    signed("dstipmask", Kind::Ipv4Mask, "dstipaddr"),
    IP_PROTOCOL,
    plain("srcportstart", U16),
    plain("srcportend", U16),
    plain("dstportstart", U16),
    plain("dstportend", U16),
    DSCP,
    COMMENT,
];
const IPV6: &[Attribute] = &[
    plain("srcipaddr", Kind::Ipv6),
    signed("srcipmask", Kind::Ipv6Mask, "srcipaddr"),
    plain("dstipaddr", Kind::Ipv6),
    signed("dstipmask", Kind::Ipv6Mask, "dstipaddr"),
    IP_PROTOCOL,
    plain("srcportstart", U16),
    plain("srcportend", U16),
    plain("dstportstart", U16),
    plain("dstportend", U16),
    plain("type", U8),
    signed("typeend", U8, "type"),
    signed("code", U8, "type"),
    signed("codeend", U8, "type"),
    COMMENT,
];

/// What the protocols above IP have in common.
const fn transport(address: Kind, mask: Kind) -> [Attribute; 14] {
    [
        plain("srcmacaddr", Kind::Mac),
        plain("srcipaddr", address),
        signed("srcipmask", mask, "srcipaddr"),
        plain("dstipaddr", address),
        signed("dstipmask", mask, "dstipaddr"),
        plain("srcipfrom", address),
        signed("srcipto", address, "srcipfrom"),
        plain("dstipfrom", address),
        // The stock library takes an IPv4 address here for both families.
        signed("dstipto", Kind::Ipv4, "dstipfrom"),
        DSCP,
        plain("connlimit-above", Kind::Decimal(0xffff)),
        plain("state", Kind::States),
        plain("ipset", Kind::SetName),
        plain("ipsetflags", Kind::SetFlags),
    ]
}

const TRANSPORT4: &[Attribute] = &transport(Kind::Ipv4, Kind::Ipv4Mask);
const TRANSPORT6: &[Attribute] = &transport(Kind::Ipv6, Kind::Ipv6Mask);
const PORTS: &[Attribute] = &[
    plain("srcportstart", U16),
    signed("srcportend", U16, "srcportstart"),
    signed("dstportstart", U16, "srcportstart"),
    signed("dstportend", U16, "srcportstart"),
];
const TCP: &[Attribute] = &[plain("option", U8), plain("flags", Kind::TcpFlags), COMMENT];
const TCP6: &[Attribute] = &[plain("option", U8), COMMENT];
const ICMP: &[Attribute] = &[plain("type", U8), signed("code", U8, "type"), COMMENT];
const REST: &[Attribute] = &[COMMENT];

impl Protocol {
    /// Returns the protocol's attributes, in groups.
    #[must_use]
    pub fn attributes(self) -> [&'static [Attribute]; 3] {
        match self {
            Self::Arp | Self::Rarp => [OWN_ADDRESSES, ARP_ONLY, &[]],
            Self::Mac => [ADDRESSES, MAC, &[]],
            Self::Vlan => [ADDRESSES, VLAN, &[]],
            Self::Stp => [STP, &[], &[]],
            Self::Ip => [OWN_ADDRESSES, IPV4, &[]],
            Self::Ipv6 => [OWN_ADDRESSES, IPV6, &[]],
            Self::Tcp => [TRANSPORT4, PORTS, TCP],
            Self::TcpIpv6 => [TRANSPORT6, PORTS, TCP6],
            Self::Udp | Self::Sctp => [TRANSPORT4, PORTS, REST],
            Self::UdpIpv6 | Self::SctpIpv6 => [TRANSPORT6, PORTS, REST],
            Self::Icmp => [TRANSPORT4, ICMP, &[]],
            Self::Icmpv6 => [TRANSPORT6, ICMP, &[]],
            Self::Udplite | Self::Esp | Self::Ah | Self::All | Self::Igmp => [TRANSPORT4, REST, &[]],
            Self::UdpliteIpv6 | Self::EspIpv6 | Self::AhIpv6 | Self::AllIpv6 => [TRANSPORT6, REST, &[]],
        }
    }
}
