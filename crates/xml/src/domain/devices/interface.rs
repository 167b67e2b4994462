//! `<interface>` of a domain.
use oxivirt_model::{ErrorCode, Result, Uuid};
use oxivirt_xml_derive::Element;

use super::VirtioOptions;
use super::hostdev::{HostSource, InterfaceHostSource, SubsysType, Teaming};
use crate::domain::address::DeviceInfo;
use crate::domain::source::Reconnect;
use crate::element::{Context, Element, Rules, Source};
use crate::netparts::{Bandwidth, FilterRef, InterfaceIp, Ip, VirtualPort, Vlan};
use crate::route::{HostRoute, Route};
use crate::sparse::{List, Sparse, sparse};
use crate::tree::Node;
use crate::value::{Mac, OnOff, Text, YesNo, default_word, sanitized, words};

words! {
    /// What the interface is connected to.
    InterfaceType {
        User = "user", Ethernet = "ethernet", Vhostuser = "vhostuser", Server = "server", Client = "client", Mcast = "mcast",
        Network = "network", Bridge = "bridge", Internal = "internal", Direct = "direct", Hostdev = "hostdev", Udp = "udp",
        Vdpa = "vdpa", Null = "null", Vds = "vds",
    }
    /// Who chose the address.
    MacType { Generated = "generated", Static = "static" }
    /// How a macvtap interface passes packets on.
    MacvtapMode { Vepa = "vepa", Private = "private", Bridge = "bridge", Passthrough = "passthrough" }
    /// Which end of a socket this is.
    VhostuserMode { Client = "client", Server = "server" }
    /// Who handles packets.
    NetDriver { Qemu = "qemu", Vhost = "vhost" }
    /// When sent packets are handled.
    TxMode { Iothread = "iothread", Timer = "timer" }
    /// State of the link.
    LinkState { Up = "up", Down = "down" }
    /// What connects a user's interface.
    BackendType { Default = "default", Passt = "passt" }
    /// A protocol whose ports are forwarded.
    ForwardProto { Tcp = "tcp", Udp = "udp" }
}

/// Models whose names are told in one spelling.
const MODELS: &[&str] = &[
    "netfront",
    "rtl8139",
    "virtio",
    "e1000",
    "e1000e",
    "igb",
    "virtio-transitional",
    "virtio-non-transitional",
    "usb-net",
    "spapr-vlan",
    "lan9118",
    "scm91c111",
    "vlance",
    "vmxnet",
    "vmxnet2",
    "vmxnet3",
    "Am79C970A",
    "Am79C973",
    "82540EM",
    "82545EM",
    "82543GC",
];

/// `<interface>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(before = Interface::check_kind, check = Interface::check)]
pub struct Interface {
    /// What it is connected to.
    #[xml(attr = "type", default)]
    pub kind: InterfaceType,
    /// Whether the host's driver is detached.
    #[xml(attr = "managed", lenient, skip_if = Interface::is_no)]
    pub managed: Option<YesNo>,
    /// Whether what the guest says of its filters is believed.
    #[xml(attr = "trustGuestRxFilters")]
    pub trust_rx_filters: Option<YesNo>,
    /// Its address; made up when the document has none.
    #[xml(attr = "mac@address", bad(XML_ERROR, "unable to parse mac address '{}'"))]
    pub mac: Option<Mac>,
    /// Who chose the address.
    #[xml(attr = "mac@type")]
    pub mac_type: Option<MacType>,
    /// Whether the hypervisor checks the address.
    #[xml(attr = "mac@check")]
    pub mac_check: Option<YesNo>,
    /// Driver of the host for a device of the host.
    #[xml(child = "driver", when = Interface::is_of_host)]
    pub host_driver: Option<Box<super::hostdev::PciDriver>>,
    /// Where it is connected.
    #[xml(child = "source")]
    pub source: Option<Box<InterfaceSource>>,
    /// The device of the host that it is.
    #[xml(child = "source", default)]
    pub host: InterfaceHostSource,
    /// VLANs.
    #[xml(child = "vlan")]
    pub vlan: Option<Box<Vlan>>,
    /// Virtual port.
    #[xml(child = "virtualport")]
    pub virtual_port: Option<Box<VirtualPort>>,
    /// Limits.
    #[xml(child = "bandwidth", block, when = Bandwidth::is_told)]
    pub bandwidth: Option<Box<Bandwidth>>,
    /// Whether it sees other isolated ports.
    #[xml(attr = "port@isolated")]
    pub isolated: Option<YesNo>,
    /// Addresses the guest gets.
    #[xml(child = "ip")]
    pub ips: List<InterfaceIp>,
    /// Routes the guest gets.
    #[xml(child = "route")]
    pub routes: List<Route>,
    /// Ports that are forwarded.
    #[xml(child = "portForward", keep)]
    pub port_forwards: List<PortForward>,
    /// Script that connects it.
    #[xml(attr = "script@path", nonempty)]
    pub script: Option<Text>,
    /// Script that disconnects it.
    #[xml(attr = "downscript@path", nonempty)]
    pub downscript: Option<Text>,
    /// Domain of the backend, in Xen.
    #[xml(attr = "backenddomain@name", nonempty)]
    pub backend_domain: Option<Text>,
    /// Name of the device on the host.
    #[xml(attr = "target@dev")]
    pub target: Option<String>,
    /// Whether the device is made and removed.
    #[xml(attr = "target@managed")]
    pub target_managed: Option<YesNo>,
    /// Name of the device in the guest.
    #[xml(attr = "guest@dev", nonempty)]
    pub guest_dev: Option<Text>,
    /// Name it really has there.
    #[xml(attr = "guest@actual", nonempty)]
    pub guest_actual: Option<Text>,
    /// The model of the device.
    #[xml(attr = "model@type", nonempty)]
    pub model: Option<String>,
    /// How the host does it.
    #[xml(child = "driver", default, when = Interface::is_paravirtual)]
    pub driver: Sparse<InterfaceDriver>,
    /// What connects it.
    #[xml(child = "backend", default)]
    pub backend: Sparse<Backend>,
    /// Filter of packets.
    #[xml(child = "filterref")]
    pub filter: Option<Box<FilterRef>>,
    /// Bytes of the buffer for sending.
    #[xml(text = "tune/sndbuf", bad(XML_ERROR, "sndbuf must be a positive integer"))]
    pub sndbuf: Option<u64>,
    /// The other half of a pair for migration.
    #[xml(child = "teaming", when = Interface::is_half)]
    pub teaming: Option<Box<Teaming>>,
    /// State of the link.
    #[xml(attr = "link@state", nonempty, bad(CONFIG_UNSUPPORTED, "unknown interface link state '{}'"))]
    pub link: Option<LinkState>,
    /// Largest packet.
    #[xml(attr = "mtu@size", omit_default, nonempty, bad(XML_ERROR, "malformed mtu size"))]
    pub mtu: u32,
    /// When interrupts are merged.
    #[xml(child = "coalesce", default)]
    pub coalesce: Coalesce,
    /// Alias, boot order, ROM, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
    /// The address was made up.
    #[xml(skip)]
    pub mac_generated: bool,
}

default_word!(InterfaceType, User);

sparse!(Backend, InterfaceDriver);

/// `<source>` of an interface: which attributes count depends on its type.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct InterfaceSource {
    /// Name of the network.
    #[xml(attr = "network")]
    pub network: Option<String>,
    /// Group of ports of the network.
    #[xml(attr = "portgroup")]
    pub portgroup: Option<Text>,
    /// Switch of VMware.
    #[xml(attr = "switchid", lenient)]
    pub switchid: Option<Uuid>,
    /// Port.
    #[xml(attr = "portid")]
    pub portid: Option<Text>,
    /// Group of ports of VMware.
    #[xml(attr = "portgroupid")]
    pub portgroupid: Option<Text>,
    /// Connection of VMware.
    #[xml(attr = "connectionid", lenient)]
    pub connectionid: Option<i64>,
    /// Type of the socket, `unix`.
    #[xml(attr = "type")]
    pub kind: Option<Text>,
    /// Path of the socket.
    #[xml(attr = "path")]
    pub path: Option<Text>,
    /// Name of the bridge.
    #[xml(attr = "bridge")]
    pub bridge: Option<Text>,
    /// Address of the socket.
    #[xml(attr = "address")]
    pub address: Option<Text>,
    /// Port of the socket.
    #[xml(attr = "port", lenient)]
    pub port: Option<i32>,
    /// Name of an internal network.
    #[xml(attr = "name")]
    pub name: Option<Text>,
    /// Device of the host.
    #[xml(attr = "dev")]
    pub dev: Option<Text>,
    /// How packets are passed on, or which end this is.
    #[xml(attr = "mode")]
    pub mode: Option<Text>,
    /// What to do when the connection drops, of type vhostuser, which reads it.
    #[xml(child = "reconnect", when = InterfaceSource::reads_reconnect)]
    pub reconnect: Option<Reconnect>,
    /// Address of this end.
    #[xml(attr = "local@address")]
    pub local_address: Option<Text>,
    /// Port of this end.
    #[xml(attr = "local@port", lenient)]
    pub local_port: Option<i32>,
    /// Addresses the host gets.
    #[xml(child = "ip")]
    pub ips: List<InterfaceIp>,
    /// Routes the host gets.
    #[xml(child = "route")]
    pub routes: List<HostRoute>,
}

impl InterfaceSource {
    fn reads_reconnect(_: Node<'_>) -> bool {
        false
    }
}

/// `<portForward>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct PortForward {
    /// Protocol.
    #[xml(attr = "proto")]
    pub proto: ForwardProto,
    /// Address of the host.
    #[xml(attr = "address", bad(XML_ERROR, "Invalid address '{}' in <portForward>"))]
    pub address: Option<Ip>,
    /// Device of the host.
    #[xml(attr = "dev")]
    pub dev: Option<String>,
    /// Ports.
    #[xml(child = "range")]
    pub ranges: Vec<PortRange>,
}

/// `<range>` of `<portForward>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct PortRange {
    /// First port of the host.
    #[xml(attr = "start", nonzero)]
    pub start: Option<u32>,
    /// Last port of the host.
    #[xml(attr = "end", nonzero)]
    pub end: Option<u32>,
    /// First port of the guest.
    #[xml(attr = "to", nonzero)]
    pub to: Option<u32>,
    /// These ports are not forwarded.
    #[xml(attr = "exclude")]
    pub exclude: Option<YesNo>,
}

/// `<driver>` of an interface.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct InterfaceDriver {
    /// Who handles packets.
    #[xml(attr = "name")]
    pub name: Option<NetDriver>,
    /// When sent packets are handled.
    #[xml(attr = "txmode")]
    pub txmode: Option<TxMode>,
    /// Whether requests are handled outside of the processor's thread.
    #[xml(attr = "ioeventfd")]
    pub ioeventfd: Option<OnOff>,
    /// Whether interrupts are merged.
    #[xml(attr = "event_idx")]
    pub event_idx: Option<OnOff>,
    /// Number of queues.
    #[xml(attr = "queues", omit_default)]
    pub queues: u32,
    /// Length of a queue for receiving.
    #[xml(attr = "rx_queue_size", omit_default)]
    pub rx_queue_size: u32,
    /// Length of a queue for sending.
    #[xml(attr = "tx_queue_size", omit_default)]
    pub tx_queue_size: u32,
    /// Receive-side scaling.
    #[xml(attr = "rss")]
    pub rss: Option<OnOff>,
    /// Whether the hash is told.
    #[xml(attr = "rss_hash_report")]
    pub rss_hash_report: Option<OnOff>,
    /// What virtio devices have in common.
    #[xml(flatten)]
    pub virtio: VirtioOptions,
    /// What the host offloads.
    #[xml(child = "host", default)]
    pub host: Offloads,
    /// What the guest offloads.
    #[xml(child = "guest", default)]
    pub guest: Offloads,
}

/// `<host>`, `<guest>` of an interface's driver: work that is left to the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Offloads {
    /// Checksums.
    #[xml(attr = "csum")]
    pub csum: Option<OnOff>,
    /// Segmentation.
    #[xml(attr = "gso", when = Offloads::is_of_host)]
    pub gso: Option<OnOff>,
    /// Segmentation of TCP over IPv4.
    #[xml(attr = "tso4")]
    pub tso4: Option<OnOff>,
    /// Segmentation of TCP over IPv6.
    #[xml(attr = "tso6")]
    pub tso6: Option<OnOff>,
    /// Congestion notification.
    #[xml(attr = "ecn")]
    pub ecn: Option<OnOff>,
    /// Fragmentation of UDP.
    #[xml(attr = "ufo")]
    pub ufo: Option<OnOff>,
    /// Receive buffers that are joined.
    #[xml(attr = "mrg_rxbuf", when = Offloads::is_of_host)]
    pub mrg_rxbuf: Option<OnOff>,
}

impl Offloads {
    /// Returns true for the work that the host leaves to the guest, of which there are more kinds.
    fn is_of_host(node: Node<'_>) -> bool {
        node.name() == "host"
    }
}

/// `<backend>` of an interface.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Backend {
    /// What connects it.
    #[xml(attr = "type", skip_if = Backend::is_default)]
    pub kind: Option<BackendType>,
    /// Path of the tap device.
    #[xml(attr = "tap")]
    pub tap: Option<String>,
    /// Path of the vhost device.
    #[xml(attr = "vhost")]
    pub vhost: Option<String>,
    /// File for messages.
    #[xml(attr = "logFile")]
    pub log_file: Option<String>,
    /// Name of the host in the guest.
    #[xml(attr = "hostname")]
    pub hostname: Option<String>,
    /// Its full name.
    #[xml(attr = "fqdn")]
    pub fqdn: Option<String>,
}

impl Backend {
    fn is_default(kind: &BackendType) -> bool {
        *kind == BackendType::Default
    }
}

/// `<coalesce>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Coalesce {
    /// Frames until an interrupt.
    #[xml(attr = "rx/frames@max", omit_default, bad(XML_DETAIL, "cannot parse value '{}' for coalesce parameter"))]
    pub rx_frames: u32,
}

impl Interface {
    fn is_no(managed: &YesNo) -> bool {
        *managed == YesNo::No
    }

    /// Returns true if the model is one of those that the stock library knows.
    pub(crate) fn has_known_model(&self) -> bool {
        self.model.as_deref().is_some_and(|model| MODELS.contains(&model))
    }

    /// Returns true for the virtio models.
    #[must_use]
    pub fn is_virtio(&self) -> bool {
        matches!(self.model.as_deref(), Some("virtio" | "virtio-transitional" | "virtio-non-transitional"))
    }

    /// Returns the type that a document tells, `None` if it is unknown.
    fn told_kind(node: Node<'_>) -> Option<InterfaceType> {
        node.attr("type").map_or(Some(InterfaceType::User), <InterfaceType as crate::value::Value>::parse)
    }

    fn is_of_host(node: Node<'_>) -> bool {
        Self::told_kind(node) == Some(InterfaceType::Hostdev)
    }

    /// Returns true if the driver has more to say than what all virtio devices have in common.
    fn is_paravirtual(node: Node<'_>) -> bool {
        let model = node.first("model").and_then(|node| node.attr("type")).unwrap_or_default();
        let is_virtio = |known: &&str| known.starts_with("virtio") && known.eq_ignore_ascii_case(model);
        !Self::is_of_host(node) && MODELS.iter().any(is_virtio)
    }

    fn is_half(node: Node<'_>) -> bool {
        let told = |name| move |node: Node<'_>| node.attr(name).is_some_and(|text| !text.is_empty());
        node.first("teaming").is_some_and(|node| told("type")(node) || told("persistent")(node))
    }

    fn takes_port(kind: InterfaceType) -> bool {
        use InterfaceType::{Bridge, Direct, Hostdev, Network};
        matches!(kind, Network | Bridge | Direct | Hostdev)
    }

    /// Refuses what the type cannot do without or does not have, whatever else is wrong.
    fn check_kind(node: Node<'_>, cx: &Context) -> Result<()> {
        use InterfaceType::{Ethernet, Hostdev, Null, User, Vhostuser};
        let Some(kind) = Self::told_kind(node) else { return Ok(()) };
        let source = node.element("source");
        if source.is_none() && !matches!(kind, User | Ethernet | Vhostuser | Null | Hostdev) {
            return Err(cx.xml(format!("interface type='{}' requires a 'source' element", kind.as_str())));
        }
        if kind == Hostdev && source.is_none() {
            return Err(cx.unsupported("unknown host device source address type '(null)'"));
        }
        // Errors of the source come first.
        if node.element("virtualport").is_some() && source.is_none() && !Self::takes_port(kind) {
            return Err(Self::refuse_port(kind, cx));
        }
        Ok(())
    }

    fn refuse_port(kind: InterfaceType, cx: &Context) -> oxivirt_model::Error {
        cx.unsupported(format!("<virtualport> element unsupported for <interface type='{}'>", kind.as_str()))
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.info.master = None;
        if let Some(model) = &self.model {
            let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
            if !model.chars().all(known) {
                return Err(cx.error(ErrorCode::INVALID_ARG, "Model name contains invalid characters"));
            }
        }
        if let Some(mac) = self.mac.filter(Mac::is_multicast) {
            let text = node.element("mac").and_then(|node| node.attr("address")).unwrap_or_default();
            let _ = mac;
            return Err(cx.xml(format!("expected unicast mac address, found multicast '{text}'")));
        }
        if self.mac.is_some_and(|mac| mac.0 == [0; 6]) {
            self.mac = None;
        }
        self.keep_source(node, cx)?;
        if let Some(port) = &mut self.virtual_port {
            if !Self::takes_port(self.kind) {
                return Err(Self::refuse_port(self.kind, cx));
            }
            port.keep_for_type(self.kind != InterfaceType::Network)?;
        }
        if !matches!(self.kind, InterfaceType::Network | InterfaceType::Bridge | InterfaceType::Ethernet) {
            self.filter = None;
        }
        if node.element("filterref").is_some_and(|node| node.attr("filter").is_none()) {
            self.filter = None;
        }
        Bandwidth::check_place(node, false, self.kind == InterfaceType::Network)?;
        if self.kind != InterfaceType::Hostdev {
            self.managed = None;
        }
        if let Some(model) = &mut self.model
            && let Some(known) = MODELS.iter().find(|known| known.eq_ignore_ascii_case(model))
        {
            *model = (*known).to_owned();
        }
        if !Self::is_paravirtual(node)
            && let Some(driver) = node.element("driver")
        {
            self.driver = InterfaceDriver { virtio: VirtioOptions::parse(driver, cx)?, ..Default::default() }.into();
        }
        if !self.is_virtio() && self.backend.vhost.is_some() {
            self.backend.vhost = None;
        }
        if self.backend.tap.is_some() || self.backend.vhost.is_some() {
            let Backend { tap, vhost, .. } = &mut *self.backend;
            for path in [tap, vhost].into_iter().flatten() {
                *path = sanitized(path);
            }
        }
        if self.driver.queues == 1 {
            self.driver.queues = 0;
        }
        let generated = ["vnet", "macvtap", "macvlan"];
        if self.target_managed != Some(YesNo::No)
            && cx.inactive
            && self.target.as_deref().is_some_and(|name| generated.iter().any(|prefix| name.starts_with(prefix)))
        {
            self.target = None;
        }
        Ok(())
    }

    /// Keeps the attributes of the source that the type has.
    fn keep_source(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let is_socket = self.kind == InterfaceType::Vhostuser && self.backend.kind != Some(BackendType::Passt);
        let whole = self.source.take().or_else(|| is_socket.then(Box::default));
        let Some(whole) = whole else { return Ok(()) };
        let passt_dev = whole.dev.clone();
        let mut kept = InterfaceSource::default();
        (kept.ips, kept.routes) = (whole.ips, whole.routes);
        match self.kind {
            InterfaceType::Network => {
                kept.network = need(whole.network, "network")?;
                kept.portgroup = whole.portgroup;
                if !cx.inactive {
                    kept.portid = whole.portid;
                }
            }
            InterfaceType::Vds => {
                kept.switchid = Some(Source::attr(node, "source", "switchid").required(cx, &Rules::NONE)?);
                for name in ["portid", "connectionid"] {
                    Source::attr(node, "source", name).optional::<i64>(cx, &Rules::NONE)?;
                }
                kept.portid = Some(whole.portid.unwrap_or_else(|| "0".into()));
                (kept.portgroupid, kept.connectionid) = (whole.portgroupid, Some(whole.connectionid.unwrap_or(0)));
            }
            InterfaceType::Internal => kept.name = need(whole.name, "name")?,
            InterfaceType::Bridge => kept.bridge = need(whole.bridge, "bridge")?,
            InterfaceType::Direct => {
                kept.dev = need(whole.dev, "dev")?;
                let mode = whole.mode.as_deref().unwrap_or("vepa");
                if <MacvtapMode as crate::value::Value>::parse(mode).is_none() {
                    return Err(crate::element::bad_attribute("mode", "source", mode, "."));
                }
                kept.mode = Some(mode.into());
            }
            InterfaceType::Vhostuser => {
                if let Some(kind) = whole.kind.as_deref().filter(|kind| *kind != "unix") {
                    let detail = format!("Type='{kind}' unsupported for <interface type='vhostuser'>");
                    return Err(cx.unsupported(detail));
                }
                let mode = whole.mode.as_deref().unwrap_or("client");
                if <VhostuserMode as crate::value::Value>::parse(mode).is_none() {
                    return Err(crate::element::bad_attribute("mode", "source", mode, "."));
                }
                if self.backend.kind != Some(BackendType::Passt) {
                    kept.kind = Some("unix".into());
                    kept.path = whole.path;
                    kept.mode = Some(mode.into());
                    let reconnect = node.first("source/reconnect").map(|node| Reconnect::parse(node, cx));
                    kept.reconnect = reconnect.transpose()?;
                }
            }
            InterfaceType::Vdpa => kept.dev = need(whole.dev, "dev")?,
            InterfaceType::Client | InterfaceType::Server | InterfaceType::Mcast | InterfaceType::Udp => {
                kept.address =
                    if self.kind == InterfaceType::Server { whole.address } else { need(whole.address, "address")? };
                kept.port = Some(Source::attr(node, "source", "port").required(cx, &Rules::NONE)?);
                if self.kind == InterfaceType::Udp {
                    let Some(local) = node.first("source/local") else {
                        return Err(cx.xml("'<local>' element missing for 'udp' socket interface"));
                    };
                    kept.local_address = Some(Source::attr(local, "", "address").required(cx, &Rules::NONE)?);
                    kept.local_port = Some(Source::attr(local, "", "port").required(cx, &Rules::NONE)?);
                }
            }
            InterfaceType::Hostdev => {
                let Some(source) = node.element("source") else { return Ok(()) };
                let inner = source.element("address").and_then(|node| node.attr("type"));
                let kind = inner.or_else(|| source.element("vendor").map(|_| "usb")).unwrap_or("(null)");
                let Some(kind) = <SubsysType as crate::value::Value>::parse(kind) else {
                    return Err(cx.unsupported(format!("unknown host device source address type '{kind}'")));
                };
                self.host.0 = Some(Box::new(HostSource::read(source, kind, true, cx)?));
                self.host_driver = super::hostdev::PciDriver::read(node, cx)?.map(Box::new);
                return Ok(());
            }
            InterfaceType::User | InterfaceType::Ethernet | InterfaceType::Null => {}
        }
        if self.backend.kind == Some(BackendType::Passt) {
            kept.dev = kept.dev.or(passt_dev);
        }
        self.source = Some(Box::new(kept));
        Ok(())
    }
}

/// Returns an attribute of a source that must be there.
fn need<T>(value: Option<T>, name: &str) -> Result<Option<T>> {
    match value {
        Some(value) => Ok(Some(value)),
        None => Err(crate::element::missing_attribute(name, "source")),
    }
}
