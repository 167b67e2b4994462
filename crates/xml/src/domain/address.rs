//! Addresses of devices, and what every device may have: alias, boot order, option ROM.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element, Rules, Source};
use crate::tree::Node;
use crate::value::{Hex, Nodeset, OnOff, Text, Value, WideHex, YesNo, words};
use crate::write::Writer;

words! {
    /// The bus of an address.
    AddressType {
        Pci = "pci", Drive = "drive", VirtioSerial = "virtio-serial", Ccid = "ccid", Usb = "usb", SpaprVio = "spapr-vio",
        VirtioS390 = "virtio-s390", Ccw = "ccw", VirtioMmio = "virtio-mmio", Isa = "isa", Dimm = "dimm", Unassigned = "unassigned",
    }
}

/// Returns a number without a sign in the base of its prefix, 0 when it is missing.
fn number(node: Node<'_>, cx: &Context, name: &str) -> Result<u32> {
    Ok(Source::attr(node, "", name).optional::<Hex<1>>(cx, &Rules::NONE)?.unwrap_or_default().0)
}

/// Returns a decimal number, 0 when it is missing.
fn decimal(node: Node<'_>, cx: &Context, name: &str) -> Result<u32> {
    Ok(Source::attr(node, "", name).optional::<u32>(cx, &Rules::NONE)?.unwrap_or_default())
}

/// A PCI address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct PciAddress {
    /// PCI domain.
    pub domain: u32,
    /// Bus.
    pub bus: u32,
    /// Slot.
    pub slot: u32,
    /// Function.
    pub function: u32,
    /// Whether other functions of the slot are used.
    pub multifunction: Option<OnOff>,
    /// What s390 calls the device.
    pub zpci: Option<Zpci>,
}

crate::blank::blank!(PciAddress);

/// `<zpci>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Zpci {
    /// User-defined identifier.
    pub uid: Option<u32>,
    /// Function identifier.
    pub fid: Option<u32>,
}

impl PciAddress {
    /// Returns true if nothing of it is set: the address is still to be assigned.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.domain == 0 && self.bus == 0 && self.slot == 0
    }

    /// Returns true if both are the same place.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        (self.domain, self.bus, self.slot, self.function) == (other.domain, other.bus, other.slot, other.function)
    }

    fn check(&self) -> Result<()> {
        let refuse = |detail: String| Err(Error::new(ErrorDomain::NONE, ErrorCode::XML_ERROR, detail));
        if self.is_empty() {
            return Ok(());
        }
        if self.bus > 0xff {
            return refuse(format!("Invalid PCI address bus='0x{:x}', must be <= 0xFF", self.bus));
        }
        if self.slot > 0x1f {
            return refuse(format!("Invalid PCI address slot='0x{:x}', must be <= 0x1F", self.slot));
        }
        if self.function > 7 {
            return refuse(format!("Invalid PCI address function=0x{:x}, must be <= 7", self.function));
        }
        Ok(())
    }

    /// Writes domain, bus, slot and function.
    pub(crate) fn place(&self, out: &mut Writer) {
        out.attr("domain", &format!("0x{:04x}", self.domain));
        out.attr("bus", &format!("0x{:02x}", self.bus));
        out.attr("slot", &format!("0x{:02x}", self.slot));
        out.attr("function", &format!("0x{}", self.function));
    }
}

impl Element for PciAddress {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let mut made = Self {
            domain: number(node, cx, "domain")?,
            bus: number(node, cx, "bus")?,
            slot: number(node, cx, "slot")?,
            function: number(node, cx, "function")?,
            multifunction: Source::attr(node, "", "multifunction").optional(cx, &Rules::NONE)?,
            zpci: None,
        };
        made.check()?;
        if let Some(zpci) = node.children().find(|node| node.name() == "zpci") {
            let part = |name: &str| -> Result<Option<u32>> {
                Ok(Source::attr(zpci, "", name).optional::<Hex<1>>(cx, &Rules::NONE)?.map(|value| value.0))
            };
            let parsed = Zpci { uid: part("uid")?, fid: part("fid")? };
            made.zpci = Some(parsed).filter(|zpci| zpci.uid.is_some() || zpci.fid.is_some());
        }
        Ok(made)
    }

    fn attributes(&self, out: &mut Writer) {
        self.place(out);
    }

    fn children(&self, out: &mut Writer) {
        if let Some(zpci) = self.zpci {
            out.open("zpci");
            out.attr("uid", &format!("0x{:04x}", zpci.uid.unwrap_or_default()));
            out.attr("fid", &format!("0x{:08x}", zpci.fid.unwrap_or_default()));
            out.close();
        }
    }
}

/// The address of a drive on a controller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct DriveAddress {
    /// Index of the controller.
    pub controller: u32,
    /// Bus of the controller.
    pub bus: u32,
    /// Target on the bus.
    pub target: u32,
    /// Unit of the target.
    pub unit: u32,
}

/// `<address>` of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// On a PCI bus.
    Pci(PciAddress),
    /// A drive on a controller.
    Drive(DriveAddress),
    /// A port of a virtio serial controller.
    VirtioSerial {
        /// Index of the controller.
        controller: u32,
        /// Bus.
        bus: u32,
        /// Port.
        port: u32,
    },
    /// A slot of a smart card controller.
    Ccid {
        /// Index of the controller.
        controller: u32,
        /// Slot.
        slot: u32,
    },
    /// A port of a USB bus.
    Usb {
        /// Bus.
        bus: u32,
        /// Port, of each hub on the way.
        port: Vec<u32>,
    },
    /// A register of the PowerVM virtual bus.
    SpaprVio {
        /// The register.
        reg: Option<WideHex<8>>,
    },
    /// A channel device of s390.
    Ccw {
        /// Channel subsystem.
        cssid: u32,
        /// Subchannel set.
        ssid: u32,
        /// Device number.
        devno: u32,
    },
    /// Memory-mapped virtio.
    VirtioMmio,
    /// On the ISA bus.
    Isa {
        /// First I/O port.
        iobase: u32,
        /// Interrupt.
        irq: u32,
    },
    /// A slot for memory.
    Dimm {
        /// The slot.
        slot: u32,
        /// First guest-physical address.
        base: u64,
    },
    /// Deliberately nowhere.
    Unassigned,
}

impl Address {
    /// Returns the bus it is on.
    #[must_use]
    pub fn kind(&self) -> AddressType {
        match self {
            Self::Pci(_) => AddressType::Pci,
            Self::Drive(_) => AddressType::Drive,
            Self::VirtioSerial { .. } => AddressType::VirtioSerial,
            Self::Ccid { .. } => AddressType::Ccid,
            Self::Usb { .. } => AddressType::Usb,
            Self::SpaprVio { .. } => AddressType::SpaprVio,
            Self::Ccw { .. } => AddressType::Ccw,
            Self::VirtioMmio => AddressType::VirtioMmio,
            Self::Isa { .. } => AddressType::Isa,
            Self::Dimm { .. } => AddressType::Dimm,
            Self::Unassigned => AddressType::Unassigned,
        }
    }
}

fn usb_port(text: &str) -> Option<Vec<u32>> {
    let ports: Option<Vec<u32>> = text.split('.').map(crate::value::parse_decimal).collect();
    ports.filter(|ports| (1..=4).contains(&ports.len()))
}

impl Element for Address {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        Ok(match Source::attr(node, "", "type").required::<AddressType>(cx, &Rules::NONE)? {
            AddressType::Pci => Self::Pci(PciAddress::parse(node, cx)?),
            AddressType::Drive => Self::Drive(DriveAddress {
                controller: decimal(node, cx, "controller")?,
                bus: decimal(node, cx, "bus")?,
                target: decimal(node, cx, "target")?,
                unit: decimal(node, cx, "unit")?,
            }),
            AddressType::VirtioSerial => Self::VirtioSerial {
                controller: decimal(node, cx, "controller")?,
                bus: decimal(node, cx, "bus")?,
                port: decimal(node, cx, "port")?,
            },
            AddressType::Ccid => {
                Self::Ccid { controller: decimal(node, cx, "controller")?, slot: decimal(node, cx, "slot")? }
            }
            AddressType::Usb => {
                let port = match node.attr("port") {
                    None => Vec::new(),
                    Some(text) => usb_port(text).ok_or_else(|| {
                        Error::new(
                            ErrorDomain::DEVICE,
                            ErrorCode::INTERNAL_ERROR,
                            "Cannot parse <address> 'port' attribute",
                        )
                    })?,
                };
                Self::Usb { bus: decimal(node, cx, "bus")?, port }
            }
            AddressType::SpaprVio => Self::SpaprVio {
                reg: match node.attr("reg") {
                    None => None,
                    Some(text) => Some(WideHex(crate::value::parse_unsigned(text, 16).ok_or_else(|| {
                        crate::element::bad_attribute("reg", "address", text, ". Expected non-negative integer value")
                    })?)),
                },
            },
            AddressType::Ccw => {
                let (cssid, ssid, devno) =
                    (number(node, cx, "cssid")?, number(node, cx, "ssid")?, number(node, cx, "devno")?);
                let refuse = |detail| Err(Error::new(ErrorDomain::DEVICE, ErrorCode::INTERNAL_ERROR, detail));
                if cssid > 254 || ssid > 3 || devno > 65535 {
                    return refuse(format!(
                        "Invalid specification for virtio ccw address: cssid='0x{cssid:x}' ssid='0x{ssid:x}' devno='0x{devno:04x}'"
                    ));
                }
                let told = ["cssid", "ssid", "devno"].iter().filter(|name| node.attr(name).is_some()).count();
                if !matches!(told, 0 | 3) {
                    return refuse("Invalid partial specification for virtio ccw address".to_owned());
                }
                Self::Ccw { cssid, ssid, devno }
            }
            AddressType::VirtioMmio => Self::VirtioMmio,
            AddressType::VirtioS390 => return Err(cx.xml("virtio-s390 bus doesn't have an address")),
            AddressType::Isa => {
                let part = |name: &str| -> Result<u32> {
                    let Some(text) = node.attr(name) else { return Ok(0) };
                    crate::value::parse_unsigned(text, 16).and_then(|value| value.try_into().ok()).ok_or_else(|| {
                        crate::element::bad_attribute(name, "address", text, ". Expected non-negative integer value")
                    })
                };
                Self::Isa { iobase: part("iobase")?, irq: part("irq")? }
            }
            AddressType::Dimm => Self::Dimm {
                slot: Source::attr(node, "", "slot").required(cx, &Rules::NONE)?,
                base: node.attr("base").and_then(|text| crate::value::parse_unsigned(text, 16)).unwrap_or_default(),
            },
            AddressType::Unassigned => Self::Unassigned,
        })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("type", self.kind().as_str());
        // Read without a sign, and printed with one, as by the stock library.
        let mut numbers = |names: &[(&str, u32)]| {
            for (name, value) in names {
                out.attr(name, &value.cast_signed().to_string());
            }
        };
        match self {
            Self::Pci(address) => {
                if !address.is_empty() {
                    address.place(out);
                }
                out.attr_opt("multifunction", address.multifunction.as_ref());
            }
            Self::Drive(drive) => numbers(&[
                ("controller", drive.controller),
                ("bus", drive.bus),
                ("target", drive.target),
                ("unit", drive.unit),
            ]),
            Self::VirtioSerial { controller, bus, port } => {
                numbers(&[("controller", *controller), ("bus", *bus), ("port", *port)]);
            }
            Self::Ccid { controller, slot } => numbers(&[("controller", *controller), ("slot", *slot)]),
            Self::Usb { bus, port } => {
                numbers(&[("bus", *bus)]);
                // A port 0 ends the way.
                let parts: Vec<String> = port.iter().take_while(|port| **port != 0).map(u32::to_string).collect();
                if !parts.is_empty() {
                    out.attr("port", &parts.join("."));
                }
            }
            Self::SpaprVio { reg } => out.attr_opt("reg", reg.as_ref()),
            Self::Ccw { cssid, ssid, devno } => {
                out.attr("cssid", &format!("0x{cssid:x}"));
                out.attr("ssid", &format!("0x{ssid:x}"));
                out.attr("devno", &format!("0x{devno:04x}"));
            }
            Self::Isa { iobase, irq } => {
                for (name, value) in [("iobase", iobase), ("irq", irq)] {
                    if *value > 0 {
                        out.attr(name, &Hex::<1>(*value).text());
                    }
                }
            }
            Self::Dimm { slot, base } => {
                out.attr("slot", &slot.to_string());
                if *base > 0 {
                    out.attr("base", &WideHex::<1>(*base).text());
                }
            }
            Self::VirtioMmio | Self::Unassigned => {}
        }
    }

    fn children(&self, out: &mut Writer) {
        if let Self::Pci(address) = self {
            address.children(out);
        }
    }
}

/// `<boot>` of a device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Boot::check)]
pub struct Boot {
    /// Its place in the order, counted from 1.
    #[xml(attr = "order", nonzero)]
    pub order: u32,
    /// What s390's firmware is told.
    #[xml(attr = "loadparm")]
    pub loadparm: Option<String>,
}

impl Boot {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if let Some(loadparm) = &mut self.loadparm {
            loadparm.make_ascii_uppercase();
            if loadparm.is_empty() || loadparm.len() > 8 {
                return Err(cx.internal(format!("loadparm value '{loadparm}' must be between 1 and 8 characters")));
            }
            if loadparm.chars().any(|c| !(c.is_ascii_alphanumeric() || matches!(c, '.' | ' '))) {
                let detail = format!(
                    "invalid loadparm value '{loadparm}', expecting chars in set of [a-zA-Z0-9.] and blank spaces"
                );
                return Err(cx.internal(detail));
            }
        }
        Ok(())
    }
}

/// `<rom>` of a device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Rom::check)]
pub struct Rom {
    /// Whether there is one.
    #[xml(attr = "enabled")]
    pub enabled: Option<YesNo>,
    /// Whether the guest sees its memory.
    #[xml(attr = "bar")]
    pub bar: Option<OnOff>,
    /// Path of the image.
    #[xml(attr = "file")]
    pub file: Option<String>,
}

impl Rom {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.enabled == Some(YesNo::No) && (self.bar.is_some() || self.file.is_some()) {
            return Err(cx.unsupported("ROM tuning is not supported when ROM is disabled"));
        }
        Ok(())
    }
}

/// A set of NUMA nodes with at least one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nodes(Box<Nodeset>);

impl Value for Nodes {
    const IS_BITMAP: bool = true;

    fn parse(text: &str) -> Option<Self> {
        Nodeset::parse(text).filter(|set| !set.0.is_empty()).map(Box::new).map(Self)
    }

    fn text(&self) -> std::borrow::Cow<'_, str> {
        self.0.text()
    }
}

/// What every device may have; which parts a kind of device has is said with [`DeviceInfo::keep`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = DeviceInfo::check)]
pub struct DeviceInfo {
    /// Place in the boot order.
    #[xml(child = "boot", when = DeviceInfo::may_boot)]
    pub boot: Option<Box<Boot>>,
    /// The device's name in events and commands.
    #[xml(attr = "alias@name")]
    pub alias: Option<Text>,
    /// First port of the companion controller.
    #[xml(attr = "master@startport")]
    pub master: Option<u32>,
    /// Option ROM.
    #[xml(child = "rom", when = DeviceInfo::may_have_rom)]
    pub rom: Option<Box<Rom>>,
    /// Number the guest's firmware gives the device.
    #[xml(attr = "acpi@index", nonzero)]
    pub acpi_index: Option<u32>,
    /// NUMA nodes whose memory is the device's.
    #[xml(attr = "acpi@nodeset")]
    pub acpi_nodeset: Option<Nodes>,
    /// Where it is.
    #[xml(child = "address")]
    pub address: Option<Address>,
}

impl DeviceInfo {
    fn may_boot(node: Node<'_>) -> bool {
        matches!(node.name(), "disk" | "filesystem" | "interface" | "hostdev" | "redirdev")
    }

    fn may_have_rom(node: Node<'_>) -> bool {
        matches!(node.name(), "interface" | "hostdev")
    }

    /// Drops names that are the running domain's own.
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if node.element("master").is_some() {
            self.master.get_or_insert(0);
        }
        let is_user = |name: &Text| {
            name.starts_with("ua-")
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        };
        if cx.inactive && !self.alias.as_ref().is_some_and(is_user) {
            self.alias = None;
        }
        Ok(())
    }

    /// Drops what a kind of device does not have: a place in the boot order, a ROM.
    pub(crate) fn keep(&mut self, boot: bool, rom: bool) {
        if !boot {
            self.boot = None;
        }
        if !rom {
            self.rom = None;
        }
    }

    /// Returns the drive's address, if it is one.
    #[must_use]
    pub fn drive(&self) -> Option<&DriveAddress> {
        match &self.address {
            Some(Address::Drive(drive)) => Some(drive),
            _ => None,
        }
    }
}
