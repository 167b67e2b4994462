//! What stands in a source: servers, what happens when a connection drops, who asks, the part that is used, reservations.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use crate::element::Context;
use crate::tree::Node;
use crate::value::{YesNo, words};

words! {
    /// Transport to a host.
    HostTransport { Tcp = "tcp", Unix = "unix", Rdma = "rdma" }
}

/// `<host>` of a source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Host::check)]
pub struct Host {
    /// Name or address.
    #[xml(attr = "name")]
    pub name: Option<String>,
    /// Port.
    #[xml(attr = "port", omit_default, bad(CONFIG_UNSUPPORTED, "failed to parse port number '{}'"))]
    pub port: u32,
    /// Transport; TCP without it.
    #[xml(attr = "transport", bad(CONFIG_UNSUPPORTED, "unknown protocol transport type '{}'"))]
    pub transport: Option<HostTransport>,
    /// Path of the socket.
    #[xml(attr = "socket")]
    pub socket: Option<String>,
}

impl Host {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.transport == Some(HostTransport::Unix) {
            if self.socket.is_none() {
                return Err(cx.xml("missing socket for unix transport"));
            }
            (self.name, self.port) = (None, 0);
            return Ok(());
        }
        if let (Some(transport), Some(_)) = (self.transport, &self.socket) {
            return Err(cx.xml(format!("transport '{}' does not support socket attribute", transport.as_str())));
        }
        self.socket = None;
        if self.transport == Some(HostTransport::Tcp) {
            self.transport = None;
        }
        if self.name.is_none() {
            return Err(cx.xml("missing name for host"));
        }
        Ok(())
    }
}

/// `<identity>` of a source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Identity {
    /// User of NFS.
    #[xml(attr = "user")]
    pub user: Option<String>,
    /// Group of NFS.
    #[xml(attr = "group")]
    pub group: Option<String>,
    /// User of SSH.
    #[xml(attr = "username")]
    pub username: Option<String>,
    /// Key of SSH.
    #[xml(attr = "keyfile")]
    pub keyfile: Option<String>,
    /// Socket of the SSH agent.
    #[xml(attr = "agentsock")]
    pub agentsock: Option<String>,
}

/// `<reconnect>`: what to do when the connection to a server drops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
#[xml(check = Reconnect::check)]
pub struct Reconnect {
    /// Whether to connect again.
    #[xml(attr = "enabled", when = Reconnect::is_switched)]
    pub enabled: Option<YesNo>,
    /// Seconds between attempts.
    #[xml(attr = "timeout", when = Reconnect::is_enabled)]
    pub timeout: Option<u32>,
    /// Seconds for which requests of NBD wait.
    #[xml(attr = "delay", omit_default, when = Reconnect::is_nbd)]
    pub delay: u32,
}

impl Reconnect {
    fn is_nbd(node: Node<'_>) -> bool {
        node.outer_attr("protocol") == Some("nbd")
    }

    fn is_switched(node: Node<'_>) -> bool {
        !Self::is_nbd(node)
    }

    fn is_enabled(node: Node<'_>) -> bool {
        Self::is_switched(node) && node.attr("enabled") == Some("yes")
    }

    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        match (self.enabled, self.timeout) {
            (Some(YesNo::Yes), None) => Err(crate::element::missing_attribute("timeout", "reconnect")),
            _ => Ok(()),
        }
    }
}

/// `<cookie>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Cookie {
    /// Name.
    #[xml(attr = "name", missing(XML_ERROR, "missing cookie name"))]
    pub name: String,
    /// Value.
    #[xml(content, default)]
    pub value: String,
}

/// `<slice>`: the part of a file that holds the image.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Slice {
    /// `storage`.
    #[xml(attr = "type", default)]
    pub kind: String,
    /// First byte.
    #[xml(
        attr = "offset",
        missing(XML_ERROR, "missing offset or size attribute of slice"),
        bad(XML_ERROR, "malformed value '{}' of 'offset' attribute of slice")
    )]
    pub offset: u64,
    /// Bytes.
    #[xml(
        attr = "size",
        missing(XML_ERROR, "missing offset or size attribute of slice"),
        bad(XML_ERROR, "malformed value '{}' of 'size' attribute of slice")
    )]
    pub size: u64,
}

/// `<reservations>`: who handles persistent reservations.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Reservations::check)]
pub struct Reservations {
    /// Whether the daemon starts the helper.
    #[xml(attr = "managed")]
    pub managed: YesNo,
    /// Whether they may migrate.
    #[xml(attr = "migration")]
    pub migration: Option<YesNo>,
    /// `unix`.
    #[xml(attr = "source@type", nonempty)]
    pub kind: Option<String>,
    /// Path of the helper's socket.
    #[xml(attr = "source@path", nonempty)]
    pub path: Option<String>,
    /// `client`.
    #[xml(attr = "source@mode", nonempty)]
    pub mode: Option<String>,
}

impl Reservations {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.managed == YesNo::No || self.kind.is_some() || self.path.is_some() || self.mode.is_some() {
            if self.kind.is_none() {
                return Err(cx.xml("missing connection type for <reservations/>"));
            }
            if self.path.is_none() {
                return Err(cx.xml("missing path for <reservations/>"));
            }
            if self.mode.is_none() {
                return Err(cx.xml("missing connection mode for <reservations/>"));
            }
        }
        if let Some(kind) = self.kind.as_deref().filter(|kind| *kind != "unix") {
            return Err(cx.xml(format!("unsupported connection type for <reservations/>: {kind}")));
        }
        if let Some(mode) = self.mode.as_deref().filter(|mode| *mode != "client") {
            return Err(cx.xml(format!("unsupported connection mode for <reservations/>: {mode}")));
        }
        Ok(())
    }
}
