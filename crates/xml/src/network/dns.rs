//! `<dns>` of a network.
use oxivirt_model::{ErrorCode, Result};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element};
use crate::netparts::Ip;
use crate::tree::Node;
use crate::value::{Value, YesNo};
use crate::write::Writer;

/// `<dns>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Dns::check)]
pub struct Dns {
    /// Whether there is a server.
    #[xml(attr = "enable")]
    pub enable: Option<YesNo>,
    /// Whether names without a domain are asked for outside.
    #[xml(attr = "forwardPlainNames")]
    pub forward_plain_names: Option<YesNo>,
    /// Servers that are asked.
    #[xml(child = "forwarder")]
    pub forwarders: Vec<Forwarder>,
    /// Text records.
    #[xml(child = "txt")]
    pub txts: Vec<Txt>,
    /// Service records.
    #[xml(child = "srv")]
    pub srvs: Vec<Srv>,
    /// Names of addresses.
    #[xml(child = "host")]
    pub hosts: Vec<DnsHost>,
}

/// `<forwarder>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Forwarder::check)]
pub struct Forwarder {
    /// The domain it is asked for.
    #[xml(attr = "domain")]
    pub domain: Option<String>,
    /// Its address.
    #[xml(attr = "addr", bad(XML_ERROR, "Invalid forwarder IP address '{}' in network '{name}'"))]
    pub addr: Option<Ip>,
}

impl Forwarder {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.domain.is_none() && self.addr.is_none() {
            return Err(cx.xml("Invalid forwarder element, must contain at least one of addr or domain"));
        }
        Ok(())
    }
}

/// `<txt>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Txt::check)]
pub struct Txt {
    /// The name.
    #[xml(attr = "name", missing(XML_DETAIL, "missing required name attribute in DNS TXT record of network {name}"))]
    pub name: String,
    /// The text.
    #[xml(attr = "value")]
    pub value: Option<String>,
}

impl Txt {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        let detail = if self.name.contains([' ', ',']) {
            format!("prohibited character in DNS TXT record name '{}' of network {}", self.name, cx.name)
        } else if self.value.is_none() && !cx.partial {
            format!("missing required value attribute in DNS TXT record named '{}' of network {}", self.name, cx.name)
        } else {
            return Ok(());
        };
        Err(cx.error(ErrorCode::XML_DETAIL, detail))
    }
}

/// What the stock library's texts show for an attribute that is not told.
pub(super) const UNTOLD: &str = "(null)";

/// `<srv>`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Srv {
    /// The service; only a record that is looked for may do without.
    pub service: Option<String>,
    /// The protocol; likewise.
    pub protocol: Option<String>,
    /// The domain.
    pub domain: Option<String>,
    /// The host.
    pub target: Option<String>,
    /// Its port.
    pub port: u32,
    /// Lower ones are asked first.
    pub priority: u32,
    /// How often it is asked.
    pub weight: u32,
}

impl Element for Srv {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let name = &cx.name;
        let refuse = |detail: String| cx.error(ErrorCode::XML_DETAIL, detail);
        let text = |name: &str| node.attr(name).map(str::to_owned);
        let service = text("service");
        if service.is_none() && !cx.partial {
            return Err(refuse(format!("missing required service attribute in DNS SRV record of network '{name}'")));
        }
        let known = |text: &str, more: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c));
        if let Some(service) = &service {
            if service.len() > 2001 {
                return Err(refuse(format!(
                    "service attribute '{service}' in network '{name}' is too long, limit is 2001 bytes"
                )));
            }
            if !known(service, "_-+/*") {
                return Err(refuse(format!(
                    "invalid character in service attribute '{service}' in DNS SRV record of network '{name}'"
                )));
            }
        }
        let protocol = text("protocol");
        match &protocol {
            None if !cx.partial => {
                return Err(refuse(format!(
                    "missing required protocol attribute in DNS SRV record '{}' of network '{name}'",
                    service.as_deref().unwrap_or(UNTOLD)
                )));
            }
            Some(protocol) if !known(protocol, "-+/") => {
                return Err(refuse(format!(
                    "invalid character in protocol attribute '{protocol}' in DNS SRV record of network '{name}'"
                )));
            }
            _ => {}
        }
        let mut made = Self { service, protocol, domain: text("domain"), target: text("target"), ..Self::default() };
        let service = made.service.as_deref().unwrap_or(UNTOLD);
        let mut numbers = [0, 0, 0];
        let words = [("port", 1, "invalid"), ("priority", 0, "Invalid"), ("weight", 0, "invalid")];
        for (slot, (attribute, least, invalid)) in numbers.iter_mut().zip(words) {
            let Some(text) = node.attr(attribute).filter(|text| !text.is_empty()) else { continue };
            let parsed = crate::value::parse_decimal::<u32>(text);
            if parsed.is_some() && made.target.is_none() {
                return Err(refuse(format!(
                    "DNS SRV {attribute} attribute not permitted without target for service '{service}' in network '{name}'"
                )));
            }
            match parsed.filter(|number| (least..=65535).contains(number)) {
                Some(number) => *slot = number,
                None => {
                    return Err(refuse(format!(
                        "{invalid} DNS SRV {attribute} attribute for service '{service}' in network '{name}'"
                    )));
                }
            }
        }
        [made.port, made.priority, made.weight] = numbers;
        Ok(made)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr_opt("service", self.service.as_ref());
        out.attr_opt("protocol", self.protocol.as_ref());
        out.attr_opt("domain", self.domain.as_ref());
        out.attr_opt("target", self.target.as_ref());
        for (name, number) in [("port", self.port), ("priority", self.priority), ("weight", self.weight)] {
            if number != 0 {
                out.attr(name, &number.text());
            }
        }
    }

    fn children(&self, _: &mut Writer) {}
}

/// `<host>` of `<dns>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsHost {
    /// The address; only a record that is looked for may do without.
    pub ip: Option<Ip>,
    /// Its names.
    pub names: Vec<String>,
}

impl Element for DnsHost {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let refuse = |what: &str| {
            Err(cx.error(ErrorCode::XML_DETAIL, format!("{what} in network '{}' DNS HOST record", cx.name)))
        };
        let names: Vec<String> = node.elements("hostname").map(|name| name.text().into_owned()).collect();
        if names.iter().any(String::is_empty) || (names.is_empty() && !cx.partial) {
            return refuse("Missing hostname");
        }
        let ip = match node.attr("ip").map(Ip::parse) {
            None if !cx.partial => return refuse("Missing IP address"),
            None if names.is_empty() => return refuse("Missing ip and hostname"),
            Some(None) => return refuse("Invalid IP address"),
            None => None,
            Some(ip) => ip,
        };
        Ok(Self { ip, names })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr_opt("ip", self.ip.as_ref());
    }

    fn children(&self, out: &mut Writer) {
        for name in &self.names {
            out.text_element("hostname", name);
        }
    }
}

impl Dns {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        let empty = self.forwarders.is_empty() && self.txts.is_empty() && self.srvs.is_empty() && self.hosts.is_empty();
        if self.enable == Some(YesNo::No) && !empty {
            return Err(cx.xml(format!("Extra data in disabled network '{}'", cx.name)));
        }
        Ok(())
    }
}
