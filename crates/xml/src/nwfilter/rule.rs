//! `<rule>`: what is done with which packets.
use std::borrow::Cow;

use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::table::{Attribute, Code, Kind, Protocol};
use crate::element::{Context, Element};
use crate::netparts::Ip;
use crate::tree::Node;
use crate::value::{Mac, Value, parse_decimal, parse_unsigned, words};
use crate::write::Writer;

words! {
    /// What is done with a packet.
    Action { Drop = "drop", Accept = "accept", Reject = "reject", Return = "return", Continue = "continue" }
    /// Which way a packet goes.
    Direction { In = "in", Out = "out", Inout = "inout" }
}

/// Largest number of iterators of variables.
const MAX_ITERATOR: u32 = 1000;
/// Largest distance of a rule's priority from 0.
const MAX_PRIORITY: i32 = 1000;

/// `<rule>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Rule::check)]
pub struct Rule {
    /// What is done.
    #[xml(attr = "action")]
    pub action: Action,
    /// Which way packets go.
    #[xml(attr = "direction")]
    pub direction: Direction,
    /// Rules of smaller numbers come first.
    #[xml(attr = "priority", default)]
    pub priority: RulePriority,
    /// `false` if the state of connections is not looked at.
    #[xml(attr = "statematch")]
    pub statematch: Option<String>,
    /// Which packets.
    #[xml(flatten)]
    pub packets: Packets,
}

/// Priority of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RulePriority(pub i32);

impl Default for RulePriority {
    fn default() -> Self {
        Self(MAX_PRIORITY / 2)
    }
}

impl Value for RulePriority {
    const EXPECTED: &'static str = ". Expected integer value";

    fn parse(text: &str) -> Option<Self> {
        let number = <i32 as Value>::parse(text)?;
        Some(if (-MAX_PRIORITY..=MAX_PRIORITY).contains(&number) { Self(number) } else { Self::default() })
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.0.to_string())
    }
}

impl Rule {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        let off = self.statematch.as_deref().is_some_and(|text| text == "0" || text.eq_ignore_ascii_case("false"));
        self.statematch = off.then(|| "false".to_owned());
        Ok(())
    }
}

/// The packets a rule is for: one protocol and its fields; without a protocol all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Packets {
    /// The protocol.
    pub protocol: Option<Protocol>,
    /// Its fields, in the protocol's order.
    pub fields: Vec<Field>,
}

crate::blank::blank!(Packets);

/// One field of a packet and what it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its attribute.
    pub attribute: Attribute,
    /// It must not be that.
    pub negated: bool,
    /// The value.
    pub value: FieldValue,
}

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Of a variable, `NAME[3]` or `NAME[@1]`.
    Variable(String),
    /// A number, and whether it was given in hexadecimal digits.
    Number(u32, bool),
    /// An address of a network card, or a mask of such.
    Mac(Mac),
    /// An address.
    Ip(Ip),
    /// True or false.
    Boolean(bool),
    /// Text, in the spelling that is printed.
    Text(String),
}

/// Reads what follows the `$` of a variable.
fn variable(text: &str) -> Option<String> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if rest.is_empty() {
        return Some(name.to_owned());
    }
    let inside = rest.strip_prefix('[')?.trim_start();
    let (iterator, number) = match inside.strip_prefix('@') {
        Some(number) => (true, number),
        None => (false, inside),
    };
    let (number, _) = number.split_once(']')?;
    let number: u32 = parse_decimal(number.trim_end())?;
    match (iterator, number) {
        (true, 0) => Some(name.to_owned()),
        (true, number) if number <= MAX_ITERATOR => Some(format!("{name}[@{number}]")),
        (true, _) => None,
        (false, number) => Some(format!("{name}[{number}]")),
    }
}

/// Reads a number, decimal first.
fn number(text: &str, limit: u32) -> Option<FieldValue> {
    let read = |base| parse_unsigned(text, base).and_then(|value| u32::try_from(value).ok()).filter(|it| *it <= limit);
    match read(10) {
        Some(value) => Some(FieldValue::Number(value, false)),
        None => read(16).map(|value| FieldValue::Number(value, true)),
    }
}

fn coded(text: &str, code: Code) -> Option<FieldValue> {
    let found = match number(text, u32::from(u16::MAX).min(code.to)) {
        Some(FieldValue::Number(value, hex)) => Some((value, hex)),
        _ => code.words.iter().find(|(_, word)| word.eq_ignore_ascii_case(text)).map(|(value, _)| (*value, false)),
    };
    found.filter(|(value, _)| *value >= code.from).map(|(value, hex)| FieldValue::Number(value, hex))
}

fn mac_mask(text: &str) -> Option<FieldValue> {
    let mask = <Mac as Value>::parse(text)?;
    let bits = mask.0.iter().fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
    // Ones first, then zeros: the complement is one less than a power of two.
    let rest = !bits & 0xffff_ffff_ffff;
    (rest & rest.wrapping_add(1) == 0).then_some(FieldValue::Mac(mask))
}

fn ip_mask(text: &str, width: u32) -> Option<FieldValue> {
    if let Some(bits) = parse_decimal::<u32>(text) {
        return (bits <= width).then_some(FieldValue::Number(bits, false));
    }
    let mask = Ip::parse(text).filter(|mask| mask.width() == width)?;
    let ones = (mask.bits() << 128_u32.saturating_sub(width)).leading_ones();
    let rest =
        if ones >= width { 0 } else { mask.bits().checked_shl(ones.saturating_add(128_u32.saturating_sub(width)))? };
    (rest == 0).then_some(FieldValue::Number(ones, false))
}

fn address(text: &str, width: u32) -> Option<FieldValue> {
    Ip::parse(text).filter(|ip| ip.width() == width).map(FieldValue::Ip)
}

/// Reads words of a table that stand behind each other, with or without a separator.
fn items(mut text: &str, words: &[(u32, &str)]) -> Option<u32> {
    let mut flags = 0;
    loop {
        text = text.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if text.is_empty() {
            return Some(flags);
        }
        let (flag, rest) = words.iter().find_map(|(flag, word)| {
            let (head, rest) = text.split_at_checked(word.len())?;
            head.eq_ignore_ascii_case(word).then_some((*flag, rest))
        })?;
        flags |= flag;
        text = rest;
    }
}

const STATES: &[(u32, &str)] = &[(1, "NEW"), (2, "ESTABLISHED"), (4, "RELATED"), (8, "INVALID"), (16, "NONE")];
const TCP_FLAGS: &[(u32, &str)] =
    &[(1, "FIN"), (2, "SYN"), (4, "RST"), (8, "PSH"), (16, "ACK"), (32, "URG"), (0x3f, "ALL"), (0, "NONE")];

fn joined(flags: u32, words: &[(u32, &str)]) -> String {
    let set: Vec<&str> =
        words.iter().filter(|(flag, _)| flag.is_power_of_two() && flags & flag != 0).map(|(_, word)| *word).collect();
    set.join(",")
}

fn states(text: &str) -> Option<FieldValue> {
    let flags = items(text, STATES)?;
    Some(FieldValue::Text(joined(if flags & 16 != 0 { 16 } else { flags }, STATES)))
}

fn tcp_flags(text: &str) -> Option<FieldValue> {
    let (mask, set) = text.split_once('/')?;
    let print = |flags| match flags {
        0 => "NONE".to_owned(),
        0x3f => "ALL".to_owned(),
        flags => joined(flags, TCP_FLAGS),
    };
    Some(FieldValue::Text(format!("{}/{}", print(items(mask, TCP_FLAGS)?), print(items(set, TCP_FLAGS)?))))
}

fn set_flags(text: &str) -> Option<FieldValue> {
    let words: Vec<String> = text.split(',').map(str::to_ascii_lowercase).collect();
    let fits = words.len() <= 6 && words.iter().all(|word| word == "src" || word == "dst");
    fits.then(|| FieldValue::Text(words.join(",")))
}

fn set_name(text: &str) -> Option<FieldValue> {
    let fits = text.len() < 32 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.:-+ ".contains(&byte));
    fits.then(|| FieldValue::Text(text.to_owned()))
}

/// Reads the value of an attribute.
fn read(text: &str, kind: Kind) -> Option<FieldValue> {
    if let Some(name) = text.strip_prefix('$') {
        return variable(name).map(FieldValue::Variable);
    }
    match kind {
        Kind::Number(limit) => number(text, limit),
        Kind::Decimal(limit) => {
            parse_decimal::<u32>(text).filter(|it| *it <= limit).map(|it| FieldValue::Number(it, false))
        }
        Kind::Coded(code) => coded(text, code),
        Kind::Mac => <Mac as Value>::parse(text).map(FieldValue::Mac),
        Kind::MacMask => mac_mask(text),
        Kind::Ipv4 => address(text, 32),
        Kind::Ipv6 => address(text, 128),
        Kind::Ipv4Mask => ip_mask(text, 32),
        Kind::Ipv6Mask => ip_mask(text, 128),
        Kind::Boolean => Some(FieldValue::Boolean(matches!(text, "true" | "1" | "yes"))),
        Kind::States => states(text),
        Kind::TcpFlags => tcp_flags(text),
        Kind::SetName => set_name(text),
        Kind::SetFlags => set_flags(text),
        Kind::Comment => {
            let end = text.char_indices().map(|(at, c)| at.saturating_add(c.len_utf8())).take_while(|end| *end <= 256);
            Some(FieldValue::Text(text.get(..end.last().unwrap_or(0)).unwrap_or_default().to_owned()))
        }
    }
}

impl Field {
    fn text(&self) -> Cow<'_, str> {
        match (&self.value, self.attribute.kind) {
            (FieldValue::Variable(name), _) => Cow::Owned(format!("${name}")),
            (FieldValue::Number(number, hex), Kind::Coded(code)) => {
                match code.words.iter().find(|(known, _)| known == number) {
                    Some((_, word)) => Cow::Borrowed(word),
                    None if *hex && code.keeps_hex => Cow::Owned(format!("0x{number:x}")),
                    None => Cow::Owned(number.to_string()),
                }
            }
            (FieldValue::Number(number, true), _) => Cow::Owned(format!("0x{number:x}")),
            (FieldValue::Number(number, false), _) => Cow::Owned(number.to_string()),
            (FieldValue::Mac(mac), _) => Value::text(mac),
            (FieldValue::Ip(ip), _) => ip.text(),
            (FieldValue::Boolean(is), _) => Cow::Borrowed(if *is { "true" } else { "false" }),
            (FieldValue::Text(text), _) => Cow::Borrowed(text),
        }
    }
}

impl Packets {
    /// Returns the field of an attribute.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.attribute.name == name)
    }

    /// Reads the attributes of an element.
    fn read(&mut self, node: Node<'_>, protocol: Protocol, cx: &Context) -> Result<()> {
        let negated = node.attr("match") == Some("no");
        let mut refused = None;
        for attribute in protocol.attributes().into_iter().flatten() {
            let Some(text) = node.attr(attribute.name) else { continue };
            match read(text, attribute.kind) {
                Some(value) => {
                    self.fields.retain(|field| field.attribute.name != attribute.name);
                    self.fields.push(Field { attribute: *attribute, negated, value });
                }
                None => refused = Some(cx.internal(format!("{} has illegal value {text}", attribute.name))),
            }
        }
        refused.map_or(Ok(()), Err)
    }

    /// Ports of IP are only there in some protocols.
    fn validate(&self, protocol: Protocol, cx: &Context) -> Result<()> {
        let name = match protocol {
            Protocol::Ip => "IP",
            Protocol::Ipv6 => "IPv6",
            _ => return Ok(()),
        };
        let ports = ["srcportstart", "dstportstart", "srcportend", "dstportend"];
        let with_ports = ports.iter().any(|name| self.field(name).is_some());
        let fits =
            matches!(self.field("protocol").map(|field| &field.value), Some(FieldValue::Number(6 | 17 | 33 | 132, _)));
        if with_ports && !fits {
            return Err(cx.internal(format!(
                "{name} rule with port specification requires protocol specification with protocol to be either one of tcp(6), udp(17), dccp(33), or sctp(132)"
            )));
        }
        Ok(())
    }

    /// Gives signs to what has none of its own, puts fields in order, and fills in the flags of a set.
    fn fix(&mut self, protocol: Protocol) {
        let signs: Vec<(&str, bool)> = self.fields.iter().map(|field| (field.attribute.name, field.negated)).collect();
        for field in &mut self.fields {
            if let Some(of) = field.attribute.sign_of {
                field.negated = signs.iter().any(|(name, negated)| *name == of && *negated);
            }
        }
        let order: Vec<&str> = protocol.attributes().into_iter().flatten().map(|it| it.name).collect();
        let place = |name: &str| order.iter().position(|it| *it == name);
        if !matches!(protocol, Protocol::All | Protocol::AllIpv6) {
            match (self.field("ipset").is_some(), self.field("ipsetflags").is_some()) {
                (true, false) => {
                    let flags = protocol.attributes().into_iter().flatten().find(|it| it.name == "ipsetflags");
                    if let Some(attribute) = flags {
                        let value = FieldValue::Text("src".to_owned());
                        self.fields.push(Field { attribute: *attribute, negated: false, value });
                    }
                }
                // The stock library takes both away.
                _ => self.fields.retain(|field| !matches!(field.attribute.name, "ipset" | "ipsetflags")),
            }
        }
        crate::sort::by_key(&mut self.fields, |field| place(field.attribute.name));
    }
}

impl Element for Packets {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mut made =
            Self { protocol: node.children().find_map(|child| Protocol::parse(child.name())), fields: Vec::new() };
        let Some(protocol) = made.protocol else { return Ok(made) };
        for child in node.elements(protocol.as_str()) {
            made.read(child, protocol, cx)?;
        }
        made.validate(protocol, cx)?;
        made.fix(protocol);
        Ok(made)
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        let Some(protocol) = self.protocol else { return };
        if self.fields.is_empty() {
            out.empty_element(protocol.as_str());
        }
        for negated in [false, true] {
            let fields: Vec<&Field> = self.fields.iter().filter(|field| field.negated == negated).collect();
            if fields.is_empty() {
                continue;
            }
            out.open(protocol.as_str());
            if negated {
                out.attr("match", "no");
            }
            for field in fields {
                out.attr(field.attribute.name, &field.text());
            }
            out.close();
        }
    }
}
