//! `<hostdev>`: devices of the host, and their sources, which interfaces have too.
use oxivirt_model::{ErrorCode, Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::domain::address::{DeviceInfo, PciAddress};
use crate::domain::source::{Host, StartupPolicy};
use crate::domain::storage_secret::Auth;
use crate::element::{Context, Element, Rules, Source, missing_attribute};
use crate::netparts::InterfaceIp;
use crate::route::Route;
use crate::tree::Node;
use crate::value::{Hex, OnOff, YesNo, words};
use crate::write::Writer;

words! {
    /// What is passed: a device, or something a container uses.
    HostdevMode { Subsystem = "subsystem", Capabilities = "capabilities" }
    /// The bus of a device.
    SubsysType { Usb = "usb", Pci = "pci", Scsi = "scsi", ScsiHost = "scsi_host", Mdev = "mdev" }
    /// What a container uses.
    CapsType { Storage = "storage", Misc = "misc", Net = "net" }
    /// Driver that holds the device on the host.
    PciDriverName { Default = "default", Kvm = "kvm", Vfio = "vfio", Xen = "xen" }
    /// When a USB device is reset.
    GuestReset { Off = "off", Uninitialized = "uninitialized", On = "on" }
    /// How a SCSI device is reached.
    ScsiProtocol { Adapter = "adapter", Iscsi = "iscsi" }
    /// Half of a pair.
    TeamingType { Persistent = "persistent", Transient = "transient" }
    /// Whether unprivileged SCSI commands are filtered.
    HostdevSgio { Filtered = "filtered", Unfiltered = "unfiltered" }
}

/// `<driver>` of a PCI device of the host.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct PciDriver {
    /// Its kind.
    #[xml(attr = "name", lenient, skip_if = PciDriver::is_default)]
    pub name: Option<PciDriverName>,
    /// Name of the module.
    #[xml(attr = "model")]
    pub model: Option<String>,
    /// Whether IOMMUFD is used.
    #[xml(attr = "iommufd")]
    pub iommufd: Option<YesNo>,
}

impl PciDriver {
    /// Reads the driver of a device.
    ///
    /// # Errors
    /// If its name is unknown.
    pub(super) fn read(device: Node<'_>, cx: &Context) -> Result<Option<Self>> {
        let Some(node) = device.element("driver") else { return Ok(None) };
        Source::attr(node, "", "name").optional::<PciDriverName>(cx, &Rules::NONE)?;
        Self::parse(node, cx).map(Some)
    }

    fn is_default(name: &PciDriverName) -> bool {
        *name == PciDriverName::Default
    }
}

/// `<teaming>`: half of a pair of interfaces.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Teaming {
    /// Which half.
    #[xml(
        attr = "type",
        nonempty,
        missing(CONFIG_UNSUPPORTED, "unknown teaming type '(null)'"),
        bad(CONFIG_UNSUPPORTED, "unknown teaming type '{}'")
    )]
    pub kind: TeamingType,
    /// Alias of the half that stays.
    #[xml(attr = "persistent", nonempty)]
    pub persistent: Option<String>,
}

/// `<source>` of a device of the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostSource {
    /// A USB device, by its identifiers or its place.
    Usb {
        /// What happens when it is not there.
        startup_policy: Option<StartupPolicy>,
        /// When it is reset.
        guest_reset: Option<GuestReset>,
        /// Vendor and product.
        id: Option<(u32, u32)>,
        /// Bus and device.
        place: Option<(u32, u32)>,
        /// Port on the bus.
        port: Option<String>,
    },
    /// A PCI device.
    Pci {
        /// Whether writes to its configuration are filtered.
        write_filtering: Option<YesNo>,
        /// Its address.
        address: PciAddress,
    },
    /// A SCSI device of an adapter.
    Scsi {
        /// Name of the adapter.
        adapter: String,
        /// Bus.
        bus: u32,
        /// Target.
        target: u32,
        /// Unit.
        unit: u64,
    },
    /// A SCSI device of an iSCSI target.
    Iscsi {
        /// Name of the target.
        name: String,
        /// Server.
        host: Host,
        /// How to authenticate.
        auth: Option<Auth>,
        /// Name the client gives itself.
        initiator: Option<String>,
    },
    /// A vhost-scsi target.
    ScsiHost {
        /// Its world-wide name.
        wwpn: String,
    },
    /// A mediated device.
    Mdev {
        /// Its identity.
        uuid: Uuid,
    },
}

/// The source of an interface that is a device of the host; the address tells its type.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InterfaceHostSource(pub Option<Box<HostSource>>);

impl Element for InterfaceHostSource {
    /// Returns none: what it is depends on the interface's type.
    fn parse(_: Node<'_>, _: &Context) -> Result<Self> {
        Ok(Self(None))
    }

    fn attributes(&self, out: &mut Writer) {
        if let Some(source) = &self.0 {
            source.write_inside(out, true);
        }
    }

    fn children(&self, _: &mut Writer) {}
}

impl HostSource {
    /// Reads the source of a device of that kind; `typed` is for interfaces.
    ///
    /// # Errors
    /// The stock library's.
    pub(crate) fn read(node: Node<'_>, kind: SubsysType, typed: bool, cx: &Context) -> Result<Self> {
        let _ = typed;
        if kind != SubsysType::Usb && node.attr("startupPolicy").is_some() {
            return Err(cx.unsupported("Setting startupPolicy is only allowed for USB devices"));
        }
        match kind {
            SubsysType::Usb => Self::read_usb(node, cx),
            SubsysType::Pci => {
                let address = match node.element("address") {
                    Some(address) => PciAddress::parse(address, cx)?,
                    None => PciAddress::default(),
                };
                let write_filtering = Source::attr(node, "", "writeFiltering").optional(cx, &Rules::NONE)?;
                Ok(Self::Pci { write_filtering, address })
            }
            SubsysType::Scsi => Self::read_scsi(node, cx),
            SubsysType::ScsiHost => {
                let protocol: String = Source::attr(node, "", "protocol").required(cx, &Rules::NONE)?;
                if protocol != "vhost" {
                    return Err(crate::element::bad_attribute("protocol", "source", &protocol, "."));
                }
                let Some(wwpn) = node.attr("wwpn") else {
                    return Err(cx.xml("missing vhost-scsi hostdev source wwpn"));
                };
                let digits = wwpn.strip_prefix("naa.").unwrap_or_default();
                if digits.len() != 16 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                    return Err(cx.xml("malformed 'wwpn' value"));
                }
                Ok(Self::ScsiHost { wwpn: wwpn.to_owned() })
            }
            SubsysType::Mdev => {
                let Some(address) = node.element("address") else {
                    return Err(cx.unsupported("Missing <address> element"));
                };
                let Some(uuid) = address.attr("uuid") else {
                    return Err(missing_attribute("uuid", "address"));
                };
                let uuid =
                    Uuid::parse(uuid).map_err(|_| cx.internal("Cannot parse uuid attribute of element <address>"))?;
                Ok(Self::Mdev { uuid })
            }
        }
    }

    fn read_usb(node: Node<'_>, cx: &Context) -> Result<Self> {
        let id_rules = Rules { nonzero: true, ..Rules::NONE };
        let id = match (node.element("vendor"), node.element("product")) {
            (Some(vendor), product) => {
                let vendor: Hex<4> = Source::attr(vendor, "", "id").required(cx, &id_rules)?;
                let product = product.ok_or_else(|| cx.internal("missing product"))?;
                let product: Hex<4> = Source::attr(product, "", "id").required(cx, &Rules::NONE)?;
                Some((vendor.0, product.0))
            }
            (None, Some(product)) => {
                Source::attr(product, "", "id").required::<Hex<4>>(cx, &Rules::NONE)?;
                return Err(cx.internal("missing vendor"));
            }
            (None, None) => None,
        };
        let (mut place, mut port) = (None, None);
        if let Some(address) = node.element("address") {
            let bus: Hex<1> = Source::attr(address, "", "bus").required(cx, &Rules::NONE)?;
            port = address.attr("port").map(str::to_owned);
            let device: Option<Hex<1>> = Source::attr(address, "", "device").optional(cx, &Rules::NONE)?;
            match device {
                Some(device) => place = Some((bus.0, device.0)),
                None if port.is_some() => place = Some((bus.0, 0)),
                None => return Err(missing_attribute("device", "address")),
            }
        }
        Ok(Self::Usb {
            startup_policy: Source::attr(node, "", "startupPolicy").optional(cx, &Rules::NONE)?,
            guest_reset: Source::attr(node, "", "guestReset").optional(cx, &Rules::NONE)?,
            id,
            place,
            port,
        })
    }

    fn read_scsi(node: Node<'_>, cx: &Context) -> Result<Self> {
        let protocol: Option<ScsiProtocol> = Source::attr(node, "", "protocol").optional(cx, &Rules::NONE)?;
        if protocol == Some(ScsiProtocol::Iscsi) {
            let Some(name) = node.attr("name") else {
                return Err(cx.xml("missing iSCSI hostdev source path name"));
            };
            let mut hosts: Vec<Host> = crate::element::children(node, "", "host", cx)?;
            if hosts.len() > 1 {
                return Err(cx.xml("only one source host address may be specified for the iSCSI hostdev"));
            }
            let Some(host) = hosts.pop() else {
                return Err(cx.xml("missing the host address for the iSCSI hostdev"));
            };
            let auth = match node.element("auth") {
                Some(auth) => Some(Auth::parse(auth, cx)?),
                None => None,
            };
            if let Some(auth) = &auth {
                match auth.secret.kind.as_deref() {
                    Some("iscsi") => {}
                    Some(kind @ ("volume" | "ceph" | "tls" | "vtpm" | "none")) => {
                        return Err(cx.internal(format!("hostdev invalid secret type '{kind}'")));
                    }
                    kind => return Err(cx.unsupported(format!("invalid secret type {}", kind.unwrap_or("<null>")))),
                }
            }
            let initiator = node.select("initiator/iqn").find_map(|node| node.attr("name")).map(str::to_owned);
            return Ok(Self::Iscsi { name: name.to_owned(), host, auth, initiator });
        }
        let Some(address) = node.element("address") else {
            return Err(cx.xml("'address' must be specified for scsi hostdev source"));
        };
        let part = |name| Source::attr(address, "", name);
        let (bus, target) = (part("bus").required(cx, &Rules::NONE)?, part("target").required(cx, &Rules::NONE)?);
        let unit = part("unit").required(cx, &Rules::NONE)?;
        let missing = (ErrorCode::XML_ERROR, "'adapter' name must be specified for scsi hostdev source");
        let rules = Rules { missing: Some(missing), ..Rules::NONE };
        let adapter = Source::attr(node, "adapter", "name").required(cx, &rules)?;
        Ok(Self::Scsi { adapter, bus, target, unit })
    }

    /// Writes the element; `typed` says whether the address tells its type.
    pub(crate) fn write(&self, out: &mut Writer, typed: bool) {
        out.open_optional("source");
        self.write_inside(out, typed);
        out.close();
    }

    fn write_inside(&self, out: &mut Writer, typed: bool) {
        match self {
            Self::Usb { startup_policy, guest_reset, id, place, port } => {
                out.attr_opt("startupPolicy", startup_policy.as_ref());
                out.attr_opt("guestReset", guest_reset.as_ref());
                if let Some((vendor, product)) = id {
                    for (name, value) in [("vendor", vendor), ("product", product)] {
                        out.open(name);
                        out.attr("id", &format!("0x{value:04x}"));
                        out.close();
                    }
                }
                if let Some((bus, device)) = place.filter(|place| place.0 != 0 || place.1 != 0) {
                    out.open("address");
                    if typed {
                        out.attr("type", "usb");
                    }
                    out.attr("bus", &bus.to_string());
                    if device != 0 || port.is_none() {
                        out.attr("device", &device.to_string());
                    }
                    out.attr_opt("port", port.as_ref());
                    out.close();
                }
            }
            Self::Pci { write_filtering, address } => {
                out.attr_opt("writeFiltering", write_filtering.as_ref());
                out.open("address");
                if typed {
                    out.attr("type", "pci");
                }
                address.place(out);
                out.close();
            }
            Self::Scsi { adapter, bus, target, unit } => {
                out.open("adapter");
                out.attr("name", adapter);
                out.close();
                out.open("address");
                if typed {
                    out.attr("type", "scsi");
                }
                for (name, value) in [("bus", u64::from(*bus)), ("target", u64::from(*target)), ("unit", *unit)] {
                    out.attr(name, &value.to_string());
                }
                out.close();
            }
            Self::Iscsi { name, host, auth, initiator } => {
                out.attr("protocol", "iscsi");
                out.attr("name", name);
                out.open("host");
                out.attr_opt("name", host.name.as_ref());
                if host.port != 0 {
                    out.attr("port", &host.port.to_string());
                }
                out.close();
                if let Some(auth) = auth {
                    auth.element("auth", out);
                }
                if let Some(initiator) = initiator {
                    out.open("initiator");
                    out.open("iqn");
                    out.attr("name", initiator);
                    out.close();
                    out.close();
                }
            }
            Self::ScsiHost { wwpn } => {
                out.attr("protocol", "vhost");
                out.attr("wwpn", wwpn);
            }
            Self::Mdev { uuid } => {
                out.open("address");
                out.attr("uuid", &uuid.to_string());
                out.close();
            }
        }
    }
}

/// `<hostdev>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hostdev {
    /// What is passed.
    pub mode: HostdevMode,
    /// The bus of a device.
    pub subsys: Option<SubsysType>,
    /// What a container uses.
    pub caps: Option<CapsType>,
    /// Attributes that depend on the type.
    pub options: HostdevOptions,
    /// Driver on the host.
    pub driver: Option<PciDriver>,
    /// The device.
    pub source: Option<HostSource>,
    /// What a container uses: a path or a name.
    pub caps_source: Option<String>,
    /// Addresses of an interface of a container.
    pub ips: Vec<InterfaceIp>,
    /// Routes of an interface of a container.
    pub routes: Vec<Route>,
    /// Half of a pair of interfaces.
    pub teaming: Option<Teaming>,
    /// The guest cannot write.
    pub readonly: bool,
    /// Several guests may write.
    pub shareable: bool,
    /// Alias, boot order, ROM, address.
    pub info: DeviceInfo,
}

/// Attributes of `<hostdev>` in the order of printing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct HostdevOptions {
    /// Whether the host's driver is detached.
    #[xml(attr = "managed", lenient)]
    pub managed: Option<YesNo>,
    /// Whether unprivileged SCSI commands are filtered.
    #[xml(attr = "sgio")]
    pub sgio: Option<HostdevSgio>,
    /// Whether the process may send any SCSI command.
    #[xml(attr = "rawio")]
    pub rawio: Option<YesNo>,
    /// Model of a mediated device or vhost-scsi.
    #[xml(attr = "model")]
    pub model: Option<String>,
    /// Whether it is a display.
    #[xml(attr = "display")]
    pub display: Option<OnOff>,
    /// Whether it has a boot display.
    #[xml(attr = "ramfb")]
    pub ramfb: Option<OnOff>,
}

impl Element for Hostdev {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mode = Source::attr(node, "", "mode").optional(cx, &Rules::NONE)?.unwrap_or(HostdevMode::Subsystem);
        let mut made = Self {
            mode,
            subsys: None,
            caps: None,
            options: HostdevOptions::default(),
            driver: None,
            source: None,
            caps_source: None,
            ips: Vec::new(),
            routes: Vec::new(),
            teaming: None,
            readonly: false,
            shareable: false,
            info: DeviceInfo::default(),
        };
        if mode == HostdevMode::Subsystem {
            made.read_subsys(node, cx)?;
        } else {
            made.read_caps(node, cx)?;
        }
        made.info = DeviceInfo::parse(node, cx)?;
        made.info.master = None;
        made.teaming = match node.element("teaming") {
            Some(teaming) if teaming.attr("type").is_some() || teaming.attr("persistent").is_some() => {
                Some(Teaming::parse(teaming, cx)?)
            }
            _ => None,
        };
        Ok(made)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("mode", self.mode.as_str());
        out.attr_opt("type", self.subsys.as_ref());
        out.attr_opt("type", self.caps.as_ref());
        self.options.attributes(out);
    }

    fn children(&self, out: &mut Writer) {
        if let Some(driver) = &self.driver {
            out.open_optional("driver");
            driver.attributes(out);
            out.close();
        }
        if let Some(source) = &self.source {
            source.write(out, false);
        }
        if let (Some(caps), Some(source)) = (self.caps, &self.caps_source) {
            out.open("source");
            out.text_element(caps.element(), source);
            out.close();
        }
        for ip in &self.ips {
            ip.element("ip", out);
        }
        for route in &self.routes {
            route.element("route", out);
        }
        if let Some(teaming) = &self.teaming {
            teaming.element("teaming", out);
        }
        for (name, flag) in [("readonly", self.readonly), ("shareable", self.shareable)] {
            if flag {
                out.empty_element(name);
            }
        }
        self.info.children(out);
        out.block();
    }
}

impl CapsType {
    /// Returns the name of the element below `<source>`.
    fn element(self) -> &'static str {
        match self {
            Self::Storage => "block",
            Self::Misc => "char",
            Self::Net => "interface",
        }
    }
}

impl Hostdev {
    fn read_subsys(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let kind: SubsysType = Source::attr(node, "", "type").required(cx, &Rules::NONE)?;
        self.subsys = Some(kind);
        let Some(source) = node.element("source") else {
            return Err(cx.xml("Missing <source> element in hostdev device"));
        };
        let options = HostdevOptions::parse(node, cx)?;
        if options.sgio.is_some() && kind != SubsysType::Scsi {
            return Err(cx.xml("sgio is only supported for scsi host device"));
        }
        if options.rawio.is_some() && kind != SubsysType::Scsi {
            return Err(cx.xml("rawio is only supported for scsi host device"));
        }
        if options.model.is_some() && !matches!(kind, SubsysType::Mdev | SubsysType::ScsiHost) {
            let detail = format!("'model' attribute in <hostdev> is only supported when type='{}'", kind.as_str());
            return Err(cx.xml(detail));
        }
        self.check_model(kind, options.model.as_deref())?;
        self.options = HostdevOptions { managed: Some(options.managed.unwrap_or(YesNo::No)), ..options };
        if !matches!(kind, SubsysType::Mdev | SubsysType::Pci) {
            (self.options.display, self.options.ramfb) = (None, None);
        }
        self.source = Some(HostSource::read(source, kind, false, cx)?);
        if kind == SubsysType::Pci {
            self.driver = PciDriver::read(node, cx)?;
        }
        if kind == SubsysType::Scsi {
            (self.readonly, self.shareable) = (node.element("readonly").is_some(), node.element("shareable").is_some());
        }
        Ok(())
    }

    fn check_model(&self, kind: SubsysType, model: Option<&str>) -> Result<()> {
        let known: &[&str] = match kind {
            SubsysType::Mdev => &["vfio-pci", "vfio-ccw", "vfio-ap"],
            SubsysType::ScsiHost => &["default", "virtio", "virtio-transitional", "virtio-non-transitional"],
            _ => return Ok(()),
        };
        match model {
            None if kind == SubsysType::Mdev => Err(missing_attribute("model", "hostdev")),
            Some(model) if !known.contains(&model) => {
                Err(crate::element::bad_attribute("model", "hostdev", model, "."))
            }
            _ => Ok(()),
        }
    }

    fn read_caps(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let kind: CapsType = Source::attr(node, "", "type").required(cx, &Rules::NONE)?;
        self.caps = Some(kind);
        if node.element("source").is_none() {
            return Err(cx.xml("Missing <source> element in hostdev device"));
        }
        let text =
            node.select("source").find_map(|node| node.element(kind.element())).map(|node| node.text().into_owned());
        let Some(text) = text.filter(|text| !text.is_empty()) else {
            return Err(cx.xml(match kind {
                CapsType::Storage => "Missing <block> element in hostdev storage device",
                CapsType::Misc => "Missing <char> element in hostdev character device",
                CapsType::Net => "Missing <interface> element in hostdev net device",
            }));
        };
        self.caps_source = Some(text);
        if kind == CapsType::Net {
            self.ips = crate::element::children(node, "", "ip", cx)?;
            let named = Context { name: "Domain hostdev device".to_owned(), ..cx.clone() };
            self.routes = crate::element::children(node, "", "route", &named)?;
        }
        Ok(())
    }
}
