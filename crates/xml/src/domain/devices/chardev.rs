//! Character devices: serial and parallel lines, consoles, channels; and what else has their sources: smart cards, USB
//! redirection.
use oxivirt_model::{ErrorCode, Result};
use oxivirt_xml_derive::Element;

use crate::domain::address::{Address, DeviceInfo};
use crate::domain::seclabel::DeviceLabel;
use crate::domain::source::Reconnect;
use crate::element::{Context, Rules, Source};
use crate::netparts::Ip;
use crate::sparse::List;
use crate::tree::Node;
use crate::value::{OnOff, Text, Value, YesNo, default_word, words};

words! {
    /// What the host connects a character device to.
    CharType {
        Null = "null", Vc = "vc", Pty = "pty", Dev = "dev", File = "file", Pipe = "pipe", Stdio = "stdio", Udp = "udp",
        Tcp = "tcp", Unix = "unix", Spicevmc = "spicevmc", Spiceport = "spiceport", Nmdm = "nmdm", QemuVdagent = "qemu-vdagent",
        Dbus = "dbus",
    }
    /// Which end of a connection this is.
    CharMode { Connect = "connect", Bind = "bind" }
    /// What is spoken over TCP.
    TcpProtocol { Raw = "raw", Telnet = "telnet", Telnets = "telnets", Tls = "tls" }
    /// Who moves the pointer.
    MouseMode { Server = "server", Client = "client" }
    /// Whether a channel is open in the guest.
    ChannelState { Connected = "connected", Disconnected = "disconnected" }
    /// What a serial line looks like to the guest.
    SerialTarget {
        IsaSerial = "isa-serial", UsbSerial = "usb-serial", PciSerial = "pci-serial", SpaprVioSerial = "spapr-vio-serial",
        SystemSerial = "system-serial", SclpSerial = "sclp-serial", IsaDebug = "isa-debug", None = "none",
    }
    /// What a console looks like to the guest.
    ConsoleTarget {
        None = "none", Serial = "serial", Xen = "xen", Uml = "uml", Virtio = "virtio", Lxc = "lxc", Openvz = "openvz",
        Sclp = "sclp", Sclplm = "sclplm",
    }
    /// What a channel looks like to the guest.
    ChannelTarget { None = "none", Guestfwd = "guestfwd", Virtio = "virtio", Xen = "xen" }
    /// Models of serial lines.
    SerialModel {
        IsaSerial = "isa-serial", UsbSerial = "usb-serial", PciSerial = "pci-serial", SpaprVty = "spapr-vty", Pl011 = "pl011",
        Sclpconsole = "sclpconsole", Sclplmconsole = "sclplmconsole", M16550a = "16550a", IsaDebugcon = "isa-debugcon", None = "none",
    }
    /// How a smart card is had.
    SmartcardMode { Host = "host", HostCertificates = "host-certificates", Passthrough = "passthrough" }
    /// The bus of a redirected device.
    RedirBus { Usb = "usb" }
}

/// The host's side of a character device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct CharSource {
    /// What it is connected to.
    #[xml(attr = "type", bad(CONFIG_UNSUPPORTED, "unknown type presented to host for character device: {}"))]
    pub kind: Option<CharType>,
    /// The terminal, in the old form.
    #[xml(attr = "tty", live)]
    pub tty: Option<Text>,
    /// Where it is connected.
    #[xml(child = "source", when = CharSource::is_read)]
    pub sources: List<CharEndpoint>,
    /// What is spoken.
    #[xml(attr = "protocol@type", when = CharSource::is_tcp)]
    pub protocol: Option<TcpProtocol>,
    /// File that gets a copy.
    #[xml(attr = "log@file")]
    pub log: Option<Text>,
    /// Whether the file is kept.
    #[xml(attr = "log@append", when = CharSource::is_read)]
    pub log_append: Option<OnOff>,
}

/// `<source>` of a character device: which parts count depends on its type.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct CharEndpoint {
    /// Which end this is.
    #[xml(attr = "mode", when = CharEndpoint::is_connected)]
    pub mode: Option<CharMode>,
    /// Host.
    #[xml(attr = "host")]
    pub host: Option<String>,
    /// Port or service.
    #[xml(attr = "service")]
    pub service: Option<String>,
    /// Whether the connection is encrypted.
    #[xml(attr = "tls", when = CharEndpoint::is_tcp)]
    pub tls: Option<YesNo>,
    /// Path of the file, device or socket.
    #[xml(attr = "path")]
    pub path: Option<String>,
    /// Whether the file is kept.
    #[xml(attr = "append", when = CharEndpoint::is_file)]
    pub append: Option<OnOff>,
    /// Name of the channel.
    #[xml(attr = "channel")]
    pub channel: Option<String>,
    /// One end of a null modem.
    #[xml(attr = "master")]
    pub master: Option<String>,
    /// Its other end.
    #[xml(attr = "slave")]
    pub slave: Option<String>,
    /// Whether the clipboard is shared.
    #[xml(attr = "clipboard@copypaste", when = CharEndpoint::is_vdagent)]
    pub clipboard: Option<YesNo>,
    /// Who moves the pointer.
    #[xml(attr = "mouse@mode", when = CharEndpoint::is_vdagent)]
    pub mouse: Option<MouseMode>,
    /// Security labels.
    #[xml(child = "seclabel")]
    pub seclabels: Vec<DeviceLabel>,
    /// What to do when the connection drops.
    #[xml(child = "reconnect", when = CharEndpoint::is_stream)]
    pub reconnect: Option<Reconnect>,
}

impl CharSource {
    /// Returns true if the host's side is read: a channel's behind its target.
    fn is_read(node: Node<'_>) -> bool {
        node.name() != "channel" || node.element("target").is_some_and(CharTarget::is_channel)
    }

    fn is_tcp(node: Node<'_>) -> bool {
        node.attr("type") == Some("tcp") && Self::is_read(node)
    }

    /// Keeps the parts of the sources that the type has; `labels` says whether labels count.
    pub(crate) fn normalize(&mut self, node: Node<'_>, labels: bool, cx: &Context) -> Result<()> {
        let kind = *self.kind.get_or_insert(CharType::Pty);
        if self.sources.len() > 1 && kind != CharType::Udp {
            return Err(cx.xml("only one source element is allowed for character device"));
        }
        if self.sources.len() > 2 {
            return Err(cx.xml("only two source elements are allowed for character device"));
        }
        for (name, what) in [("log", "log"), ("protocol", "protocol")] {
            if node.elements(name).count() > 1 {
                return Err(cx.xml(format!("only one {what} element is allowed for character device")));
            }
        }
        if self.log.is_none() {
            self.log_append = None;
        }
        for source in &mut self.sources {
            source.keep(kind, labels, cx);
        }
        self.protocol = (kind == CharType::Tcp).then(|| self.protocol.unwrap_or(TcpProtocol::Raw));
        match kind {
            CharType::Tcp if self.sources.is_empty() => {
                // Printed even without a source.
                self.sources.push(CharEndpoint { mode: Some(CharMode::Connect), ..CharEndpoint::default() });
            }
            CharType::Udp => self.order_udp(),
            CharType::Pty if cx.inactive => self.sources.clear(),
            CharType::Unix | CharType::Dev | CharType::File | CharType::Pipe => {}
            _ => {}
        }
        if kind == CharType::Unix {
            self.sources.retain(|source| source.path.is_some());
        }
        Ok(())
    }

    /// Puts the end that is bound first, and each at most once.
    fn order_udp(&mut self) {
        let mut ends = [None, None];
        for source in self.sources.drain(..) {
            let [bound, connected] = &mut ends;
            let slot = if source.mode == Some(CharMode::Bind) { bound } else { connected };
            slot.get_or_insert(source);
        }
        self.sources = ends.into_iter().flatten().filter(|end| end.host.is_some() || end.service.is_some()).collect();
    }

    /// Returns the first source.
    #[must_use]
    pub fn first(&self) -> Option<&CharEndpoint> {
        self.sources.first()
    }
}

/// What is read of the element: what the device's type has.
impl CharEndpoint {
    fn is_tcp(node: Node<'_>) -> bool {
        node.outer_attr("type") == Some("tcp")
    }

    fn is_stream(node: Node<'_>) -> bool {
        matches!(node.outer_attr("type"), Some("tcp" | "unix"))
    }

    fn is_connected(node: Node<'_>) -> bool {
        matches!(node.outer_attr("type"), Some("tcp" | "unix" | "udp"))
    }

    fn is_file(node: Node<'_>) -> bool {
        node.outer_attr("type") == Some("file")
    }

    fn is_vdagent(node: Node<'_>) -> bool {
        node.outer_attr("type") == Some("qemu-vdagent")
    }
}

impl CharEndpoint {
    fn keep(&mut self, kind: CharType, labels: bool, _: &Context) {
        let whole = std::mem::take(self);
        let labelled =
            labels && matches!(kind, CharType::Pty | CharType::Dev | CharType::File | CharType::Pipe | CharType::Unix);
        if labelled {
            self.seclabels = whole.seclabels;
        }
        match kind {
            CharType::File => (self.path, self.append) = (whole.path, whole.append),
            CharType::Pty | CharType::Dev | CharType::Pipe => self.path = whole.path,
            CharType::Unix => {
                self.mode = Some(whole.mode.unwrap_or(CharMode::Connect));
                (self.path, self.reconnect) =
                    (whole.path, whole.reconnect.filter(|reconnect| reconnect.enabled.is_some()));
            }
            CharType::Udp => {
                self.mode = Some(whole.mode.unwrap_or(CharMode::Connect));
                (self.host, self.service) = (whole.host, whole.service);
            }
            CharType::Tcp => {
                self.mode = Some(whole.mode.unwrap_or(CharMode::Connect));
                (self.host, self.service, self.tls) = (whole.host, whole.service, whole.tls);
                self.reconnect = whole.reconnect.filter(|reconnect| reconnect.enabled.is_some());
            }
            CharType::Spiceport | CharType::Dbus => self.channel = whole.channel,
            CharType::Nmdm => (self.master, self.slave) = (whole.master, whole.slave),
            CharType::QemuVdagent => (self.clipboard, self.mouse) = (whole.clipboard, whole.mouse),
            CharType::Null | CharType::Vc | CharType::Stdio | CharType::Spicevmc => {}
        }
    }
}

/// `<target>` of a character device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct CharTarget {
    /// What it looks like to the guest; the words depend on the device.
    #[xml(attr = "type")]
    pub kind: Option<String>,
    /// Name of a channel.
    #[xml(attr = "name")]
    pub name: Option<Text>,
    /// Address that is forwarded.
    #[xml(attr = "address")]
    pub address: Option<Text>,
    /// Number of the port.
    #[xml(attr = "port", lenient)]
    pub port: Option<i32>,
    /// Whether the channel is open.
    #[xml(attr = "state", live)]
    pub state: Option<ChannelState>,
    /// Model of a serial line.
    #[xml(attr = "model@name")]
    pub model: Option<Text>,
}

/// `<serial>`, `<parallel>`, `<console>`, `<channel>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = CharDevice::check)]
pub struct CharDevice {
    /// The host's side.
    #[xml(flatten)]
    pub source: CharSource,
    /// The guest's side.
    #[xml(child = "target")]
    pub target: Option<CharTarget>,
    /// Alias, address.
    #[xml(flatten, when = CharSource::is_read)]
    pub info: DeviceInfo,
}

impl CharTarget {
    /// Returns true if it is one that a channel can have.
    fn is_channel(node: Node<'_>) -> bool {
        node.attr("type").is_some_and(|kind| ChannelTarget::parse(kind).is_some())
    }

    /// Reads the port again, of a kind that has one.
    fn read_port<T: Value>(node: Node<'_>, cx: &Context) -> Result<Option<T>> {
        Source::attr(node, "target", "port").optional(cx, &Rules::NONE)
    }
}

impl CharDevice {
    /// Returns the guest's side.
    #[must_use]
    pub fn target_kind(&self) -> Option<&str> {
        self.target.as_ref().and_then(|target| target.kind.as_deref())
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.info.keep(false, false);
        self.info.master = None;
        self.check_target(node, cx)?;
        self.source.normalize(node, true, cx)?;
        if self.source.kind == Some(CharType::Spicevmc) && self.target_kind() != Some("virtio") {
            return Err(cx.unsupported("spicevmc device type only supports virtio"));
        }
        let is_usb = node.name() == "serial" && self.target_kind() == Some("usb-serial");
        if is_usb && !matches!(self.info.address, None | Some(Address::Usb { .. })) {
            return Err(cx.unsupported("usb-serial requires address of usb type"));
        }
        Ok(())
    }

    fn check_target(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let device = node.name();
        let Some(target) = &mut self.target else {
            if device == "channel" {
                return Err(cx.xml("target type must be specified for channel device"));
            }
            self.target = Some(CharTarget::default());
            return Ok(());
        };
        let known = match (device, target.kind.as_deref()) {
            ("channel", None) => false,
            (_, None) | ("parallel", Some(_)) => true,
            ("channel", Some(kind)) => ChannelTarget::parse(kind).is_some(),
            ("console", Some(kind)) => ConsoleTarget::parse(kind).is_some(),
            (_, Some(kind)) => SerialTarget::parse(kind).is_some(),
        };
        if !known {
            let kind = target.kind.as_deref().unwrap_or("(null)");
            return Err(cx.unsupported(format!("unknown target type '{kind}' specified for character device")));
        }
        if device == "serial" {
            if let Some(model) = target.model.as_deref().filter(|model| SerialModel::parse(model).is_none()) {
                return Err(cx.unsupported(format!("unknown target model '{model}' specified for character device")));
            }
        } else {
            target.model = None;
        }
        if device == "channel" {
            return Self::check_channel(target, node, cx);
        }
        (target.name, target.address, target.state) = (None, None, None);
        if device == "parallel" {
            target.kind = None;
        }
        target.port = CharTarget::read_port::<i32>(node, cx)?.filter(|port| *port >= 0);
        Ok(())
    }

    fn check_channel(target: &mut CharTarget, node: Node<'_>, cx: &Context) -> Result<()> {
        if target.kind.as_deref() == Some("guestfwd") {
            let Some(text) = &target.address else {
                return Err(cx.xml("guestfwd channel does not define a target address"));
            };
            let Some(address) = Ip::parse(text) else {
                let detail = format!("Cannot parse socket address '{text}': Name or service not known");
                return Err(cx.error(ErrorCode::SYSTEM_ERROR, detail));
            };
            if !address.0.is_ipv4() {
                return Err(cx.unsupported("guestfwd channel only supports IPv4 addresses"));
            }
            target.address = Some(address.text().into_owned().into());
            let port = CharTarget::read_port::<u32>(node, cx)?;
            if port.is_none() {
                return Err(crate::element::missing_attribute("port", "target"));
            }
            target.port = port.map(u32::cast_signed);
            (target.name, target.state) = (None, None);
        } else {
            (target.address, target.port) = (None, None);
        }
        Ok(())
    }
}

/// `<smartcard>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Smartcard::check)]
pub struct Smartcard {
    /// How it is had.
    #[xml(attr = "mode")]
    pub mode: SmartcardMode,
    /// Names of the three certificates.
    #[xml(text = "certificate")]
    pub certificates: Vec<String>,
    /// Directory of the certificates.
    #[xml(text = "database")]
    pub database: Option<String>,
    /// What a passed card is connected to.
    #[xml(flatten)]
    pub source: CharSource,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

impl Smartcard {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.info.keep(false, false);
        self.info.master = None;
        if self.mode == SmartcardMode::HostCertificates {
            if self.certificates.len() != 3 {
                return Err(cx.xml("host-certificates mode needs exactly three certificates"));
            }
            if let Some(path) = self.database.as_deref().filter(|path| !path.starts_with('/')) {
                return Err(cx.xml(format!("expecting absolute path: {path}")));
            }
        } else {
            (self.certificates, self.database) = (Vec::new(), None);
        }
        if self.mode != SmartcardMode::Passthrough {
            self.source = CharSource::default();
            return Ok(());
        }
        if self.source.kind.is_none() {
            return Err(cx.xml("passthrough mode requires a character device type attribute"));
        }
        self.source.normalize(node, false, cx)
    }
}

/// `<redirdev>`: a USB device of a client.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Redirdev::check)]
pub struct Redirdev {
    /// The bus.
    #[xml(attr = "bus", default, bad(CONFIG_UNSUPPORTED, "unknown redirdev bus '{}'"))]
    pub bus: RedirBus,
    /// What it is connected to.
    #[xml(flatten)]
    pub source: CharSource,
    /// Alias, boot order, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

default_word!(RedirBus, Usb);

impl Redirdev {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.info.keep(true, false);
        self.info.master = None;
        if self.source.kind.is_none() {
            return Err(cx.internal("missing type in redirdev"));
        }
        self.source.normalize(node, false, cx)?;
        if self.source.kind == Some(CharType::Dbus) && self.source.first().is_none_or(|source| source.channel.is_none())
        {
            let channel = Some("org.qemu.usbredir".into());
            self.source.sources = vec![CharEndpoint { channel, ..CharEndpoint::default() }].into();
        }
        if !matches!(self.info.address, None | Some(Address::Usb { .. })) {
            return Err(cx.xml("Invalid address for a USB device"));
        }
        Ok(())
    }
}
