//! `<route>` of networks and of interfaces.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use crate::element::{Context, Element, Rules, Source};
use crate::netparts::Ip;
use crate::tree::Node;
use crate::value::Value;
use crate::write::Writer;

/// Where packets for a network go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Family of its addresses, `ipv4` or `ipv6`.
    pub family: Option<String>,
    /// The network; all addresses of the family where it is not told.
    pub address: Option<Ip>,
    /// Its mask.
    pub netmask: Option<Ip>,
    /// Bits of the network.
    pub prefix: Option<u32>,
    /// Where packets go.
    pub gateway: Ip,
    /// Cost.
    pub metric: Option<u32>,
}

/// A route of the host, behind an interface of a guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostRoute(pub Route);

/// The attributes of a route as they are written, and whose it is, which errors tell.
struct Written<'d> {
    whose: &'d str,
    family: Option<&'d str>,
    address: Option<&'d str>,
    netmask: Option<&'d str>,
}

impl Written<'_> {
    /// Returns the address for errors, in the stock library's words where there is none.
    fn shown(&self) -> &str {
        self.address.unwrap_or("(null)")
    }

    fn refuse(&self, what: &str) -> Error {
        Error::new(ErrorDomain::NETWORK, ErrorCode::XML_ERROR, format!("{}: {what}", self.whose))
    }

    /// Refuses what stands before the words that most errors end with.
    fn refuse_route(&self, what: &str) -> Error {
        self.refuse(&format!("{what} in route definition"))
    }

    fn read(&self, text: &str, what: &str) -> Result<Ip> {
        Ip::parse(text).ok_or_else(|| self.refuse_route(&format!("Bad {what} address '{text}'")))
    }

    /// Checks that the addresses are of the route's family.
    fn check_families(&self, address: Option<&Ip>, gateway: &Ip, written_gateway: &str) -> Result<()> {
        let shown = self.shown();
        let is_of = |ipv4: bool| address.is_none_or(|address| address.0.is_ipv4() == ipv4);
        let problem = match self.family {
            family @ (None | Some("ipv4")) => {
                let told = if family.is_none() { "No" } else { "IPv4" };
                let wrong = |what: &str| format!("{told} family specified for non-IPv4 {what} '{shown}'");
                if !is_of(true) {
                    wrong("address")
                } else if !gateway.0.is_ipv4() {
                    wrong("gateway")
                } else {
                    return Ok(());
                }
            }
            Some("ipv6") if !is_of(false) => format!("ipv6 family specified for non-IPv6 address '{shown}'"),
            Some("ipv6") if self.netmask.is_some() => format!("Specifying netmask invalid for IPv6 address '{shown}'"),
            Some("ipv6") if gateway.0.is_ipv4() => {
                format!("ipv6 specified for non-IPv6 gateway address '{written_gateway}'")
            }
            Some("ipv6") => return Ok(()),
            Some(other) => format!("Unrecognized family '{other}'"),
        };
        Err(self.refuse_route(&problem))
    }

    fn read_netmask(&self, prefix: Option<u32>) -> Result<Option<Ip>> {
        let Some(text) = self.netmask else { return Ok(None) };
        let netmask = self.read(text, "netmask")?;
        if !netmask.0.is_ipv4() {
            let shown = self.shown();
            return Err(self.refuse(&format!("Invalid netmask '{text}' for address '{shown}' (both must be IPv4)")));
        }
        if prefix.is_some() {
            return Err(self.refuse("Route definition cannot have both a prefix and a netmask"));
        }
        Ok(Some(netmask))
    }
}

/// Returns true if no bits of the network's address are behind its prefix.
fn is_network(address: &Ip, netmask: Option<&Ip>, prefix: Option<u32>) -> bool {
    let host = match netmask {
        Some(netmask) => !netmask.bits(),
        None => {
            let free = address.width().saturating_sub(prefix.unwrap_or_default());
            1_u128.checked_shl(free).map_or(u128::MAX, |bit| bit.wrapping_sub(1))
        }
    };
    address.bits() & host == 0
}

impl Route {
    fn read(node: Node<'_>, whose: &str, cx: &Context) -> Result<Self> {
        let number = |name, nonzero| Source::attr(node, "", name).optional(cx, &Rules { nonzero, ..Rules::NONE });
        let prefix = number("prefix", false)?;
        let metric = number("metric", true)?;
        let [family, address, netmask] = ["family", "address", "netmask"].map(|name| node.attr(name));
        let written = Written { whose, family, address, netmask };
        let Some(text) = node.attr("gateway") else {
            return Err(written.refuse_route("Missing required gateway attribute"));
        };
        let gateway = written.read(text, "gateway")?;
        let address = address.map(|text| written.read(text, "network")).transpose()?;
        written.check_families(address.as_ref(), &gateway, text)?;
        let netmask = written.read_netmask(prefix)?;
        let width = gateway.width();
        if let Some(prefix) = prefix.filter(|prefix| *prefix > width) {
            let what = format!("Invalid prefix {prefix} specified in route definition, must be 0 - {width}");
            return Err(written.refuse(&what));
        }
        if address.is_some_and(|address| !is_network(&address, netmask.as_ref(), prefix)) {
            let what = format!("Address '{}' in route definition is not a network address", written.shown());
            return Err(written.refuse(&what));
        }
        Ok(Self { family: family.map(str::to_owned), address, netmask, prefix, gateway, metric })
    }
}

impl Element for Route {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        // What is defined with a name of its own is a network, or a device that says what it is.
        let whose = if cx.name.is_empty() { "guest interface" } else { &cx.name };
        Self::read(node, whose, cx)
    }

    fn attributes(&self, out: &mut Writer) {
        if let Some(family) = &self.family {
            out.attr("family", family);
        }
        out.attr_opt("address", self.address.as_ref());
        out.attr_opt("netmask", self.netmask.as_ref());
        out.attr_opt("prefix", self.prefix.as_ref());
        out.attr_value("gateway", &self.gateway);
        out.attr_opt("metric", self.metric.as_ref());
    }

    fn children(&self, _: &mut Writer) {}
}

impl Element for HostRoute {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        Route::read(node, "interface host IP", cx).map(Self)
    }

    fn attributes(&self, out: &mut Writer) {
        self.0.attributes(out);
    }

    fn children(&self, out: &mut Writer) {
        self.0.children(out);
    }
}
