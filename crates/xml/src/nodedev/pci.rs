//! A PCI device of the host.
use std::borrow::Cow;

use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::simple::MdevType;
use crate::domain::address::PciAddress;
use crate::element::{Context, Element};
use crate::tree::Node;
use crate::value::{Value, parse_decimal, parse_unsigned, words};
use crate::write::Writer;

words! {
    /// What a PCI device's header says it is.
    HeaderType { Endpoint = "endpoint", PciBridge = "pci-bridge", CardbusBridge = "cardbus-bridge" }
    /// Speed of a link.
    LinkSpeed { S2 = "2.5", S5 = "5", S8 = "8", S16 = "16", S32 = "32", S64 = "64" }
}

/// An identifier: always hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HexId<const WIDTH: usize>(pub u32);

impl<const WIDTH: usize> Value for HexId<WIDTH> {
    fn parse(text: &str) -> Option<Self> {
        parse_unsigned(text, 16).and_then(|id| u32::try_from(id).ok()).map(Self)
    }

    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(format!("0x{:0WIDTH$x}", self.0))
    }
}

/// `<product>`, `<vendor>` of a PCI device.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Identity {
    /// Its number.
    pub id: HexId<4>,
    /// Its name.
    pub name: Option<String>,
}

impl Identity {
    /// Reads the element; `what` is for errors.
    pub(super) fn read(node: Node<'_>, name: &str, what: &str, cx: &Context) -> Result<Self> {
        let child = node.element(name);
        let Some(text) = child.and_then(|child| child.attr("id")).filter(|text| !text.is_empty()) else {
            return Err(cx.internal(format!("no {what} supplied for '{}'", cx.name)));
        };
        let Some(id) = HexId::parse(text) else {
            return Err(cx.internal(format!("invalid {what} supplied for '{}'", cx.name)));
        };
        let name = child.map(|child| child.text().into_owned()).filter(|text| !text.is_empty());
        Ok(Self { id, name })
    }

    /// Writes the element.
    pub(super) fn write(&self, name: &'static str, out: &mut Writer) {
        out.open(name);
        out.attr("id", &self.id.text());
        if let Some(name) = &self.name {
            out.text(name);
        }
        out.close();
    }
}

/// The capability `pci`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Pci::check)]
pub struct Pci {
    /// Its class.
    #[xml(text = "class", bad(INTERNAL_ERROR, "invalid PCI class supplied for '{name}'"))]
    pub class: Option<HexId<6>>,
    /// PCI domain.
    #[xml(
        text = "domain",
        missing(INTERNAL_ERROR, "no PCI domain ID supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid PCI domain ID supplied for '{name}'")
    )]
    pub domain: u32,
    /// Bus.
    #[xml(
        text = "bus",
        missing(INTERNAL_ERROR, "no PCI bus ID supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid PCI bus ID supplied for '{name}'")
    )]
    pub bus: u32,
    /// Slot.
    #[xml(
        text = "slot",
        missing(INTERNAL_ERROR, "no PCI slot ID supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid PCI slot ID supplied for '{name}'")
    )]
    pub slot: u32,
    /// Function.
    #[xml(
        text = "function",
        missing(INTERNAL_ERROR, "no PCI function ID supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid PCI function ID supplied for '{name}'")
    )]
    pub function: u32,
    /// What it is, and who made it.
    #[xml(flatten)]
    pub identity: PciIdentity,
    /// What it can do, in the order of printing.
    #[xml(child = "capability")]
    pub capabilities: Vec<PciCapability>,
    /// Which devices can only be passed through together.
    #[xml(child = "iommuGroup")]
    pub iommu_group: Option<IommuGroup>,
    /// Its NUMA node.
    #[xml(attr = "numa@node", skip_if = is_no_node)]
    pub numa: Option<i32>,
    /// How it is linked.
    #[xml(child = "pci-express", keep)]
    pub express: Option<Express>,
}

fn is_no_node(node: &i32) -> bool {
    *node < 0
}

impl Pci {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.class.is_some_and(|class| class.0 > 0xff_ffff) {
            return Err(cx.internal(format!("invalid PCI class supplied for '{}'", cx.name)));
        }
        self.capabilities.retain(|it| *it != PciCapability::Unknown);
        crate::sort::by_key(&mut self.capabilities, PciCapability::rank);
        self.capabilities.dedup_by_key(|it| it.rank());
        if self.iommu_group.as_ref().is_some_and(|group| group.addresses.is_empty()) {
            self.iommu_group = None;
        }
        Ok(())
    }
}

/// What a device is, and who made it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PciIdentity {
    /// What it is.
    pub product: Identity,
    /// Who made it.
    pub vendor: Identity,
}

crate::blank::blank!(PciIdentity);

impl Element for PciIdentity {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let vendor = Identity::read(node, "vendor", "PCI vendor ID", cx)?;
        Ok(Self { product: Identity::read(node, "product", "PCI product ID", cx)?, vendor })
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        self.product.write("product", out);
        self.vendor.write("vendor", out);
    }
}

/// `<capability>` of a PCI device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PciCapability {
    /// It is a virtual function of that device.
    Physical(PciAddress),
    /// It has virtual functions: at most so many, and these.
    Virtual(u32, Vec<PciAddress>),
    /// What its header says it is.
    Header(HeaderType),
    /// It can have mediated devices.
    Mdev(Vec<MdevType>),
    /// It knows data about itself.
    Vpd(Vpd),
    /// Something else.
    Unknown,
}

impl PciCapability {
    fn rank(&self) -> u8 {
        match self {
            Self::Physical(_) => 0,
            Self::Virtual(..) => 1,
            Self::Header(_) => 2,
            Self::Mdev(_) => 3,
            Self::Vpd(_) => 4,
            Self::Unknown => 5,
        }
    }
}

impl Element for PciCapability {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let Some(kind) = node.attr("type") else { return Err(cx.xml("Missing capability type")) };
        Ok(match kind {
            "phys_function" => match node.element("address") {
                Some(address) => Self::Physical(PciAddress::parse(address, cx)?),
                None => return Err(cx.xml("Missing address in 'phys_function' capability")),
            },
            "virt_functions" => {
                let max = match node.attr("maxCount").filter(|text| !text.is_empty()) {
                    None => 0,
                    Some(text) => parse_decimal(text).ok_or_else(|| cx.xml("Malformed 'maxCount' parameter"))?,
                };
                Self::Virtual(max, crate::element::children(node, "", "address", cx)?)
            }
            "mdev_types" => Self::Mdev(crate::element::children(node, "", "type", cx)?),
            "vpd" => Self::Vpd(Vpd::parse(node, cx)?),
            kind => HeaderType::parse(kind).map_or(Self::Unknown, Self::Header),
        })
    }

    fn attributes(&self, out: &mut Writer) {
        let kind = match self {
            Self::Physical(_) => "phys_function",
            Self::Virtual(..) => "virt_functions",
            Self::Header(header) => header.as_str(),
            Self::Mdev(_) => "mdev_types",
            Self::Vpd(_) => "vpd",
            Self::Unknown => "",
        };
        out.attr("type", kind);
        if let Self::Virtual(max, _) = self
            && *max != 0
        {
            out.attr("maxCount", &max.to_string());
        }
    }

    fn children(&self, out: &mut Writer) {
        match self {
            Self::Physical(address) => address.element("address", out),
            Self::Virtual(_, addresses) => addresses.iter().for_each(|address| address.element("address", out)),
            Self::Mdev(types) => types.iter().for_each(|kind| kind.element("type", out)),
            Self::Vpd(data) => data.children(out),
            Self::Header(_) | Self::Unknown => {}
        }
    }
}

/// `<iommuGroup>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct IommuGroup {
    /// Its number.
    #[xml(attr = "number")]
    pub number: u32,
    /// The devices in it.
    #[xml(child = "address")]
    pub addresses: Vec<PciAddress>,
}

/// `<pci-express>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Express::check)]
pub struct Express {
    /// What the link can do, and what it does.
    #[xml(child = "link")]
    pub links: Vec<ExpressLink>,
}

/// `<link>` of `<pci-express>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct ExpressLink {
    /// `cap` or `sta`.
    #[xml(attr = "validity", default)]
    pub validity: String,
    /// Number of the port.
    #[xml(attr = "port", skip_if = is_no_node)]
    pub port: Option<i32>,
    /// Its speed.
    #[xml(attr = "speed")]
    pub speed: Option<LinkSpeed>,
    /// Its width.
    #[xml(attr = "width")]
    pub width: u32,
}

impl Express {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        self.links.retain(|link| matches!(link.validity.as_str(), "cap" | "sta"));
        crate::sort::by(&mut self.links, |one, other| one.validity.cmp(&other.validity));
        self.links.dedup_by(|one, other| one.validity == other.validity);
        Ok(())
    }
}

/// The capability `vpd`: what a device knows about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Vpd::check)]
pub struct Vpd {
    /// Its name.
    #[xml(text = "name", missing(XML_ERROR, "Could not read a device name from the <name> element"))]
    pub name: String,
    /// What cannot be changed, and what can.
    #[xml(child = "fields", block)]
    pub fields: Vec<VpdFields>,
}

/// `<fields>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct VpdFields {
    /// `readonly` or `readwrite`.
    #[xml(attr = "access")]
    pub access: String,
    /// Level of changes.
    #[xml(text = "change_level")]
    pub change_level: Option<String>,
    /// Who made it.
    #[xml(text = "manufacture_id")]
    pub manufacture_id: Option<String>,
    /// What part it is.
    #[xml(text = "part_number")]
    pub part_number: Option<String>,
    /// Its serial number.
    #[xml(text = "serial_number")]
    pub serial_number: Option<String>,
    /// Tag of its owner.
    #[xml(text = "asset_tag")]
    pub asset_tag: Option<String>,
    /// The maker's own.
    #[xml(child = "vendor_field")]
    pub vendor_fields: Vec<VpdField>,
    /// The system's.
    #[xml(child = "system_field")]
    pub system_fields: Vec<VpdField>,
}

/// `<vendor_field>`, `<system_field>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = VpdField::check)]
pub struct VpdField {
    /// One letter.
    #[xml(attr = "index")]
    pub index: String,
    /// Its value.
    #[xml(content, default)]
    pub value: String,
}

impl VpdField {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if self.index.len() == 1 {
            return Ok(());
        }
        Err(cx.xml(format!("'{}' 'index' value '{}' malformed", node.name(), self.index)))
    }
}

impl Vpd {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        for fields in &mut self.fields {
            match fields.access.as_str() {
                "readonly" => {
                    fields.asset_tag = None;
                    fields.system_fields.clear();
                }
                "readwrite" => {
                    (fields.change_level, fields.manufacture_id) = (None, None);
                    (fields.part_number, fields.serial_number) = (None, None);
                }
                other => return Err(cx.xml(format!("Unsupported VPD field access type '{other}'"))),
            }
        }
        crate::sort::by(&mut self.fields, |one, other| one.access.cmp(&other.access));
        self.fields.dedup_by(|one, other| one.access == other.access);
        Ok(())
    }
}
