//! `<graphics>`: displays.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::chardev::MouseMode;
use crate::element::{Context, Element};
use crate::sparse::List;
use crate::tree::Node;
use crate::value::{OnOff, Text, YesNo, words};

words! {
    /// What kind of display it is.
    GraphicsType {
        Sdl = "sdl", Vnc = "vnc", Rdp = "rdp", Desktop = "desktop", Spice = "spice", EglHeadless = "egl-headless", Dbus = "dbus",
    }
    /// Where it listens.
    ListenType { None = "none", Address = "address", Network = "network", Socket = "socket" }
    /// What happens to clients when the password changes.
    Connected { Fail = "fail", Disconnect = "disconnect", Keep = "keep" }
    /// How clients share a display.
    SharePolicy { AllowExclusive = "allow-exclusive", ForceShared = "force-shared", Ignore = "ignore" }
    /// A channel of SPICE.
    SpiceChannel {
        Main = "main", Display = "display", Inputs = "inputs", Cursor = "cursor", Playback = "playback", Record = "record",
        Smartcard = "smartcard", Usbredir = "usbredir",
    }
    /// Whether a channel is encrypted.
    SpiceMode { Any = "any", Secure = "secure", Insecure = "insecure" }
    /// Compression of images.
    ImageCompression { AutoGlz = "auto_glz", AutoLz = "auto_lz", Quic = "quic", Glz = "glz", Lz = "lz", Off = "off" }
    /// Compression over slow links.
    WanCompression { Auto = "auto", Never = "never", Always = "always" }
    /// Which videos are streamed.
    Streaming { Filter = "filter", All = "all", Off = "off" }
}

/// `<graphics>`: which attributes and children count depends on its type.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Graphics::check)]
pub struct Graphics {
    /// What kind of display it is.
    #[xml(attr = "type")]
    pub kind: GraphicsType,
    /// Socket of the first place it listens at.
    #[xml(attr = "socket")]
    pub socket: Option<Text>,
    /// Display it is shown on.
    #[xml(attr = "display")]
    pub display: Option<Text>,
    /// Authority of that display.
    #[xml(attr = "xauth")]
    pub xauth: Option<Text>,
    /// Whether it fills the screen.
    #[xml(attr = "fullscreen", when = is_window)]
    pub fullscreen: Option<YesNo>,
    /// Port; -1 for one that is chosen.
    #[xml(attr = "port", when = is_server)]
    pub port: Option<i32>,
    /// Port for encrypted connections.
    #[xml(attr = "tlsPort", when = is_spice)]
    pub tls_port: Option<i32>,
    /// Whether ports are chosen.
    #[xml(attr = "autoport", when = is_server)]
    pub autoport: Option<YesNo>,
    /// Whether a new user takes the place of the old one.
    #[xml(attr = "replaceUser", when = is_rdp, skip_if = is_no)]
    pub replace_user: Option<YesNo>,
    /// Whether several users may connect.
    #[xml(attr = "multiUser", when = is_rdp, skip_if = is_no)]
    pub multi_user: Option<YesNo>,
    /// Port for connections of browsers.
    #[xml(attr = "websocket", when = is_vnc)]
    pub websocket: Option<i32>,
    /// Whether the guest starts only when a client is there.
    #[xml(attr = "wait", when = is_vnc)]
    pub wait: Option<YesNo>,
    /// Address of the first place it listens at.
    #[xml(attr = "listen", nonempty)]
    pub listen: Option<Text>,
    /// Peer to peer.
    #[xml(attr = "p2p", when = is_dbus, skip_if = is_no)]
    pub p2p: Option<YesNo>,
    /// Address of the bus.
    #[xml(attr = "address")]
    pub address: Option<Text>,
    /// Layout of the keyboard.
    #[xml(attr = "keymap")]
    pub keymap: Option<Text>,
    /// Whether channels are encrypted.
    #[xml(attr = "defaultMode", when = is_spice, skip_if = is_any)]
    pub default_mode: Option<SpiceMode>,
    /// How clients share it.
    #[xml(attr = "sharePolicy", when = is_vnc)]
    pub share_policy: Option<SharePolicy>,
    /// Whether clients may switch the guest off.
    #[xml(attr = "powerControl", when = is_vnc)]
    pub power_control: Option<YesNo>,
    /// User, with a password.
    #[xml(attr = "username")]
    pub username: Option<Text>,
    /// Password, told only with secrets.
    #[xml(attr = "passwd", secure)]
    pub password: Option<Text>,
    /// Until when the password counts.
    #[xml(attr = "passwdValidTo")]
    pub valid_to: Option<Text>,
    /// What happens to clients when the password changes.
    #[xml(attr = "connected", when = has_password, bad(CONFIG_UNSUPPORTED, "unknown connected value {}"))]
    pub connected: Option<Connected>,
    /// Where it listens.
    #[xml(child = "listen", when = is_server)]
    pub listens: Vec<Listen>,
    /// Channels of SPICE.
    #[xml(child = "channel", when = is_spice)]
    pub channels: List<Channel>,
    /// Compression of images.
    #[xml(child = "image", when = is_spice)]
    pub image: Option<Compression<ImageCompression>>,
    /// Compression of pictures.
    #[xml(child = "jpeg", when = is_spice)]
    pub jpeg: Option<Compression<WanCompression>>,
    /// Compression of what was compressed.
    #[xml(child = "zlib", when = is_spice)]
    pub zlib: Option<Compression<WanCompression>>,
    /// Compression of sound.
    #[xml(child = "playback", when = is_spice)]
    pub playback: Option<Compression<OnOff>>,
    /// Which videos are streamed.
    #[xml(attr = "streaming@mode", when = is_spice)]
    pub streaming: Option<Streaming>,
    /// Who moves the pointer.
    #[xml(attr = "mouse@mode", when = is_spice)]
    pub mouse: Option<MouseMode>,
    /// Whether the clipboard is shared.
    #[xml(attr = "clipboard@copypaste", when = is_spice)]
    pub clipboard: Option<YesNo>,
    /// Whether files can be dropped.
    #[xml(attr = "filetransfer@enable", when = is_spice)]
    pub filetransfer: Option<YesNo>,
    /// Whether OpenGL is used.
    #[xml(attr = "gl@enable", when = has_gl)]
    pub gl: Option<YesNo>,
    /// Device that renders.
    #[xml(attr = "gl@rendernode")]
    pub rendernode: Option<Text>,
    /// Where its sound goes.
    #[xml(attr = "audio@id", nonzero, when = has_audio)]
    pub audio: Option<u32>,
}

fn is_no(value: &YesNo) -> bool {
    *value == YesNo::No
}

/// Elements of SPICE and the attribute that each must have.
const SPICE_ATTRIBUTES: [(&str, &str); 4] =
    [("streaming", "mode"), ("mouse", "mode"), ("clipboard", "copypaste"), ("filetransfer", "enable")];

fn is_window(node: Node<'_>) -> bool {
    matches!(node.attr("type"), Some("sdl" | "desktop"))
}

fn is_server(node: Node<'_>) -> bool {
    matches!(node.attr("type"), Some("vnc" | "spice" | "rdp"))
}

fn has_password(node: Node<'_>) -> bool {
    is_server(node) && node.attr("passwd").is_some()
}

fn is_spice(node: Node<'_>) -> bool {
    node.attr("type") == Some("spice")
}

fn is_rdp(node: Node<'_>) -> bool {
    node.attr("type") == Some("rdp")
}

fn is_dbus(node: Node<'_>) -> bool {
    node.attr("type") == Some("dbus")
}

fn is_vnc(node: Node<'_>) -> bool {
    node.attr("type") == Some("vnc")
}

fn has_audio(node: Node<'_>) -> bool {
    matches!(node.attr("type"), Some("vnc" | "dbus"))
}

fn has_gl(node: Node<'_>) -> bool {
    matches!(node.attr("type"), Some("sdl" | "spice" | "dbus"))
}

fn is_any(value: &SpiceMode) -> bool {
    *value == SpiceMode::Any
}

/// An element with an attribute `compression`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compression<T>(pub T);

impl<T: crate::value::Value> Element for Compression<T> {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let source = crate::element::Source::attr(node, "", "compression");
        source.required(cx, &crate::element::Rules::NONE).map(Self)
    }

    fn attributes(&self, out: &mut crate::write::Writer) {
        out.attr("compression", &self.0.text());
    }

    fn children(&self, _: &mut crate::write::Writer) {}
}

/// `<listen>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Listen {
    /// Where.
    #[xml(attr = "type")]
    pub kind: ListenType,
    /// Address.
    #[xml(attr = "address", nonempty)]
    pub address: Option<Text>,
    /// Network whose address is taken.
    #[xml(attr = "network", nonempty)]
    pub network: Option<Text>,
    /// Path of the socket.
    #[xml(attr = "socket", nonempty)]
    pub socket: Option<Text>,
}

/// `<channel>` of SPICE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Element)]
pub struct Channel {
    /// Which one.
    #[xml(attr = "name")]
    pub name: SpiceChannel,
    /// Whether it is encrypted.
    #[xml(attr = "mode")]
    pub mode: SpiceMode,
}

/// Returns a time as the stock library prints it, which makes the epoch of a day that there is not; `None` if it is none.
fn validity(text: &str) -> Option<String> {
    let (date, time) = text.split_once('T')?;
    let parts = |text: &str, separator| -> Option<[u64; 3]> {
        let numbers: Option<Vec<u64>> =
            text.split(separator).map(|part| crate::value::parse_unsigned(part, 10)).collect();
        numbers?.try_into().ok()
    };
    let ([year, month, day], [hour, minute, second]) = (parts(date, '-')?, parts(time, ':')?);
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28_u64.saturating_add(leap.into()),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    let exists = (1..=9999).contains(&year) && (1..=days).contains(&day) && hour < 24 && minute < 60 && second < 60;
    Some(if exists {
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
    } else {
        "1970-01-01T00:00:00".to_owned()
    })
}

impl Graphics {
    fn listens(&self) -> bool {
        matches!(self.kind, GraphicsType::Vnc | GraphicsType::Spice | GraphicsType::Rdp)
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if has_gl(node) && node.element("gl").is_some() && self.gl.is_none() {
            return Err(crate::element::missing_attribute("enable", "gl"));
        }
        let incomplete =
            |(element, name): &&(&str, &str)| node.first(element).is_some_and(|it| it.attr(name).is_none());
        if let Some((element, name)) = SPICE_ATTRIBUTES.iter().find(incomplete).filter(|_| is_spice(node)) {
            return Err(crate::element::missing_attribute(name, element));
        }
        if has_audio(node) && node.element("audio").is_some() && self.audio.is_none() {
            return Err(crate::element::missing_attribute("id", "audio"));
        }
        if self.listens() {
            self.check_listens(cx)?;
        } else {
            self.listens.clear();
        }
        if self.password.is_none() || !self.listens() {
            (self.username, self.valid_to, self.connected) = (None, None, None);
        }
        if !self.listens() {
            self.password = None;
        }
        if let Some(told) = &self.valid_to {
            let Some(time) = validity(told) else {
                let detail = format!("cannot parse password validity time '{told}', expect YYYY-MM-DDTHH:MM:SS");
                return Err(cx.internal(detail));
            };
            self.valid_to = Some(time.into());
        }
        if self.kind == GraphicsType::Vnc && self.connected.is_some_and(|action| action != Connected::Keep) {
            return Err(cx.unsupported("VNC supports connected='keep' only"));
        }
        match self.kind {
            GraphicsType::Vnc => self.check_vnc(cx),
            GraphicsType::Spice => self.check_spice(cx),
            GraphicsType::Rdp => self.check_rdp(cx),
            _ => self.check_local(),
        }
        Ok(())
    }

    fn check_listens(&mut self, cx: &Context) -> Result<()> {
        let compat = self.listen.take();
        let socket = self.socket.take();
        if let Some(first) = self.listens.first_mut() {
            if first.kind == ListenType::Address {
                if let (Some(address), Some(compat)) = (&first.address, &compat)
                    && address != compat
                {
                    return Err(cx.unsupported(format!(
                        "graphics 'listen' attribute '{compat}' must match 'address' attribute of first listen element (found '{address}')"
                    )));
                }
                first.address = first.address.take().or_else(|| compat.clone());
            }
            if first.kind == ListenType::Socket {
                if let (Some(path), Some(compat)) = (&first.socket, &socket)
                    && path != compat
                {
                    return Err(cx.unsupported(format!(
                        "graphics 'socket' attribute '{compat}' must match 'socket' attribute of first listen element (found '{path}')"
                    )));
                }
                first.socket = first.socket.take().or_else(|| socket.clone());
            }
        }
        for listen in &mut self.listens {
            if listen.network.is_some() && listen.kind != ListenType::Network {
                return Err(cx.xml("'network' attribute is valid only for listen type 'network'"));
            }
            if listen.socket.is_some() && listen.kind != ListenType::Socket {
                return Err(cx.xml("'socket' attribute is valid only for listen type 'socket'"));
            }
            let has_address =
                listen.kind == ListenType::Address || (listen.kind == ListenType::Network && !cx.inactive);
            if !has_address {
                listen.address = None;
            }
        }
        let socket = socket.filter(|_| self.kind == GraphicsType::Vnc);
        let made = match socket {
            Some(path) => Listen { kind: ListenType::Socket, address: None, network: None, socket: Some(path) },
            None => Listen { kind: ListenType::Address, address: compat, network: None, socket: None },
        };
        match self.listens.first_mut() {
            None => self.listens.push(made),
            Some(first)
                if made.kind == ListenType::Socket
                    && matches!(first.kind, ListenType::Address | ListenType::Network) =>
            {
                *first = made;
            }
            Some(_) => {}
        }
        Ok(())
    }

    /// Returns true if connections come in at an address.
    fn has_ports(&self) -> bool {
        self.listens.first().is_some_and(|listen| matches!(listen.kind, ListenType::Address | ListenType::Network))
    }

    /// Repeats the first listen element's address or socket as an attribute.
    pub(crate) fn repeat_first_listen(&mut self) {
        let Some(first) = self.listens.first() else { return };
        match first.kind {
            ListenType::Address => self.listen = first.address.clone(),
            ListenType::Socket if self.kind == GraphicsType::Vnc => self.socket = first.socket.clone(),
            _ => {}
        }
    }

    fn keep_network(&mut self) {
        (self.display, self.xauth, self.fullscreen) = (None, None, None);
        (self.p2p, self.address) = (None, None);
    }

    fn keep_no_spice(&mut self) {
        (self.tls_port, self.default_mode, self.streaming, self.mouse) = (None, None, None, None);
        (self.clipboard, self.filetransfer) = (None, None);
        (self.image, self.jpeg, self.zlib, self.playback) = (None, None, None, None);
        self.channels.clear();
    }

    /// Returns true if the port is chosen when the guest starts.
    fn chooses_port(&self) -> bool {
        match self.autoport {
            Some(told) => told == YesNo::Yes,
            None => self.port.is_none_or(|port| matches!(port, -1 | 0)),
        }
    }

    fn check_vnc(&mut self, cx: &Context) {
        self.keep_network();
        self.keep_no_spice();
        (self.gl, self.rendernode, self.replace_user, self.multi_user) = (None, None, None, None);
        let auto = self.chooses_port();
        let port = if auto && cx.inactive { 0 } else { self.port.unwrap_or(0) };
        if !self.has_ports() {
            (self.port, self.autoport, self.websocket, self.wait) = (None, None, None, None);
            self.repeat_first_listen();
            return;
        }
        self.port = if port != 0 { Some(port) } else { auto.then_some(-1) };
        self.autoport = Some(auto.into());
        self.websocket = self.websocket.filter(|port| *port != 0);
        self.repeat_first_listen();
    }

    fn check_spice(&mut self, cx: &Context) {
        self.keep_network();
        (self.replace_user, self.multi_user, self.websocket) = (None, None, None);
        (self.share_policy, self.power_control, self.audio) = (None, None, None);
        crate::sort::by_key(&mut self.channels, |channel| channel.name);
        self.channels.dedup_by(|later, earlier| {
            let same = later.name == earlier.name;
            if same {
                earlier.mode = later.mode;
            }
            same
        });
        self.channels.retain(|channel| channel.mode != SpiceMode::Any);
        let (port, tls_port) = (self.port.unwrap_or(0), self.tls_port.unwrap_or(0));
        let auto = self.autoport == Some(YesNo::Yes) || (port == -1 && tls_port == -1);
        let (port, tls_port) = if auto && cx.inactive { (0, 0) } else { (port, tls_port) };
        self.port = Some(port).filter(|port| *port != 0);
        self.tls_port = Some(tls_port).filter(|port| *port != 0);
        self.autoport = Some(auto.into());
    }

    /// Drops what a SPICE server that has no port does not have; part of completing.
    pub(crate) fn complete(&mut self) {
        if self.kind != GraphicsType::Spice {
            return;
        }
        if let Some(first) = self.listens.first_mut()
            && first.kind == ListenType::Address
            && self.port.is_none()
            && self.tls_port.is_none()
            && self.autoport != Some(YesNo::Yes)
        {
            (first.kind, first.address) = (ListenType::None, None);
        }
        if !self.has_ports() {
            (self.port, self.tls_port, self.autoport) = (None, None, None);
        }
        self.repeat_first_listen();
    }

    fn check_rdp(&mut self, cx: &Context) {
        self.keep_network();
        self.keep_no_spice();
        (self.gl, self.rendernode, self.websocket, self.keymap) = (None, None, None, None);
        (self.share_policy, self.power_control, self.audio) = (None, None, None);
        let auto = self.chooses_port();
        let port = if auto && cx.inactive { 0 } else { self.port.unwrap_or(0) };
        self.port = if port != 0 { Some(port) } else { auto.then_some(0) };
        self.autoport = auto.then_some(YesNo::Yes);
        self.repeat_first_listen();
    }

    fn check_local(&mut self) {
        self.keep_no_spice();
        (self.port, self.autoport, self.websocket, self.keymap) = (None, None, None, None);
        (self.listen, self.socket, self.replace_user, self.multi_user) = (None, None, None, None);
        (self.share_policy, self.power_control) = (None, None);
        match self.kind {
            GraphicsType::Sdl => {
                (self.p2p, self.address, self.rendernode, self.audio) = (None, None, None, None);
            }
            GraphicsType::Desktop => {
                (self.xauth, self.p2p, self.address) = (None, None, None);
                self.fullscreen = self.fullscreen.filter(|told| *told == YesNo::Yes);
                (self.gl, self.rendernode, self.audio) = (None, None, None);
            }
            GraphicsType::Dbus => (self.display, self.xauth, self.fullscreen) = (None, None, None),
            _ => {
                (self.display, self.xauth, self.fullscreen) = (None, None, None);
                (self.p2p, self.address, self.gl, self.audio) = (None, None, None, None);
            }
        }
    }
}
