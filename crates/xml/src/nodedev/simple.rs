//! Devices of the host that have few properties.
use oxivirt_model::{Result, Uuid};
use oxivirt_xml_derive::Element;

use super::pci::Identity;
use crate::element::{Context, Element};
use crate::interface::Link;
use crate::tree::Node;
use crate::value::{Value, words};
use crate::write::Writer;

words! {
    /// What a network interface speaks.
    NetSubtype { Ethernet = "80203", Wireless = "80211" }
    /// What a graphics device's node is.
    DrmType { Primary = "primary", Control = "control", Render = "render" }
    /// What a network card can do itself.
    NetFeature {
        Rx = "rx", Tx = "tx", Sg = "sg", Tso = "tso", Gso = "gso", Gro = "gro", Lro = "lro", Rxvlan = "rxvlan",
        Txvlan = "txvlan", Ntuple = "ntuple", Rxhash = "rxhash", Rdma = "rdma", Txudptnl = "txudptnl",
        Switchdev = "switchdev",
    }
}

/// The capability `system`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(block = "hardware", block = "firmware")]
pub struct System {
    /// What the machine is.
    #[xml(text = "product")]
    pub product: Option<String>,
    /// Who made it.
    #[xml(text = "hardware/vendor")]
    pub vendor: Option<String>,
    /// Its version.
    #[xml(text = "hardware/version")]
    pub version: Option<String>,
    /// Its serial number.
    #[xml(text = "hardware/serial")]
    pub serial: Option<String>,
    /// Its identity.
    #[xml(
        text = "hardware/uuid",
        missing(INTERNAL_ERROR, "no system UUID supplied for '{name}'"),
        bad(INTERNAL_ERROR, "malformed uuid element for '{name}'")
    )]
    pub uuid: Uuid,
    /// Who made its firmware.
    #[xml(text = "firmware/vendor")]
    pub firmware_vendor: Option<String>,
    /// Version of the firmware.
    #[xml(text = "firmware/version")]
    pub firmware_version: Option<String>,
    /// When the firmware came out.
    #[xml(text = "firmware/release_date")]
    pub firmware_date: Option<String>,
}

/// The capability `usb_device`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct UsbDevice {
    /// Bus.
    #[xml(
        text = "bus",
        missing(INTERNAL_ERROR, "no USB bus number supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid USB bus number supplied for '{name}'")
    )]
    pub bus: u32,
    /// Number on the bus.
    #[xml(
        text = "device",
        missing(INTERNAL_ERROR, "no USB device number supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid USB device number supplied for '{name}'")
    )]
    pub device: u32,
    /// What it is, and who made it.
    #[xml(flatten)]
    pub identity: UsbIdentity,
}

/// What a USB device is, and who made it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UsbIdentity {
    /// What it is.
    pub product: Identity,
    /// Who made it.
    pub vendor: Identity,
}

crate::blank::blank!(UsbIdentity);

impl Element for UsbIdentity {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let vendor = Identity::read(node, "vendor", "USB vendor ID", cx)?;
        Ok(Self { product: Identity::read(node, "product", "USB product ID", cx)?, vendor })
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        for (name, identity) in [("product", &self.product), ("vendor", &self.vendor)] {
            match identity.name {
                Some(_) => identity.write(name, out),
                // The stock library's blank, which devices of PCI do not have.
                None => out.raw(&format!("<{name} id='{}' />", identity.id.text())),
            }
        }
    }
}

/// The capability `usb`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct UsbInterface {
    /// Number.
    #[xml(
        text = "number",
        missing(INTERNAL_ERROR, "no USB interface number supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid USB interface number supplied for '{name}'")
    )]
    pub number: u32,
    /// Class.
    #[xml(
        text = "class",
        missing(INTERNAL_ERROR, "no USB interface class supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid USB interface class supplied for '{name}'")
    )]
    pub class: u32,
    /// Subclass.
    #[xml(
        text = "subclass",
        missing(INTERNAL_ERROR, "no USB interface subclass supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid USB interface subclass supplied for '{name}'")
    )]
    pub subclass: u32,
    /// Protocol.
    #[xml(
        text = "protocol",
        missing(INTERNAL_ERROR, "no USB interface protocol supplied for '{name}'"),
        bad(INTERNAL_ERROR, "invalid USB interface protocol supplied for '{name}'")
    )]
    pub protocol: u32,
    /// Text for people.
    #[xml(text = "description")]
    pub description: Option<String>,
}

/// The capability `net`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Net::check)]
pub struct Net {
    /// Name of the interface.
    #[xml(text = "interface", missing(INTERNAL_ERROR, "no network interface supplied for '{name}'"))]
    pub interface: String,
    /// Its address.
    #[xml(text = "address")]
    pub address: Option<String>,
    /// Its link.
    #[xml(child = "link")]
    pub link: Option<Link>,
    /// What the card can do itself.
    #[xml(
        attr = "feature@name",
        missing(XML_ERROR, "missing network device feature name"),
        bad(XML_ERROR, "unknown network device feature '{}'")
    )]
    pub features: Vec<NetFeature>,
    /// What it speaks.
    #[xml(attr = "capability@type", nonempty, bad(CONFIG_UNSUPPORTED, "invalid network type supplied for '{name}'"))]
    pub subtype: Option<NetSubtype>,
}

impl Net {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if node.elements("feature").any(|feature| feature.attr("name").is_none()) {
            return Err(cx.xml("missing network device feature name"));
        }
        crate::sort::by(&mut self.features, Ord::cmp);
        self.features.dedup();
        Ok(())
    }
}

/// The capability `scsi_generic`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct ScsiGeneric {
    /// Path of its node.
    #[xml(text = "char", missing(INTERNAL_ERROR, "no generic SCSI device path supplied for '{name}'"))]
    pub path: String,
}

/// The capability `drm`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Drm {
    /// What its node is.
    #[xml(
        text = "type",
        missing(CONFIG_UNSUPPORTED, "unknown drm type '(null)' for '{name}'"),
        bad(CONFIG_UNSUPPORTED, "unknown drm type '{}' for '{name}'")
    )]
    pub kind: DrmType,
}

/// The capability `vdpa`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Vdpa {
    /// Path of its node.
    #[xml(text = "chardev")]
    pub chardev: Option<String>,
}

/// The capability `mdev_types`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct MdevTypes {
    /// The types.
    #[xml(child = "capability")]
    pub inner: Vec<MdevTypeList>,
    /// The types.
    #[xml(child = "type")]
    pub types: Vec<MdevType>,
}

/// `<capability type='mdev_types'>` inside of another capability.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct MdevTypeList {
    /// `mdev_types`.
    #[xml(attr = "type", missing(XML_ERROR, "Missing capability type"))]
    pub kind: String,
    /// The types.
    #[xml(child = "type")]
    pub types: Vec<MdevType>,
}

/// `<type>` of mediated devices.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = MdevType::check)]
pub struct MdevType {
    /// Its identifier.
    #[xml(attr = "id", nonempty, missing(XML_ERROR, "missing 'id' attribute for mediated device's <type> element"))]
    pub id: String,
    /// Its name.
    #[xml(text = "name")]
    pub name: Option<String>,
    /// What the device speaks.
    #[xml(text = "deviceAPI", default)]
    pub api: String,
    /// How many more there can be.
    #[xml(text = "availableInstances", lenient)]
    pub available: Option<u32>,
}

impl MdevType {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.api.is_empty() {
            return Err(cx.xml(format!("missing device API for mediated device type '{}'", self.id)));
        }
        if self.available.is_none() {
            let detail = format!("missing number of available instances for mediated device type '{}'", self.id);
            return Err(cx.xml(detail));
        }
        Ok(())
    }
}

/// The capability `mdev`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Mdev {
    /// Its type.
    #[xml(attr = "type@id", nonempty, missing(CONFIG_UNSUPPORTED, "missing type id attribute for '{name}'"))]
    pub kind: String,
    /// Its identity.
    #[xml(text = "uuid", bad(INTERNAL_ERROR, "Invalid uuid '{}' for '{name}'"))]
    pub uuid: Option<Uuid>,
    /// Address of the device it is of.
    #[xml(text = "parent_addr")]
    pub parent_address: Option<String>,
    /// Which devices can only be passed through together.
    #[xml(attr = "iommuGroup@number", default, lenient)]
    pub iommu_group: u32,
    /// Settings.
    #[xml(child = "attr")]
    pub attributes: Vec<MdevAttribute>,
}

/// `<attr>` of a mediated device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct MdevAttribute {
    /// Its name.
    #[xml(attr = "name", missing(CONFIG_UNSUPPORTED, "mdev attribute missing name or value"))]
    pub name: String,
    /// Its value.
    #[xml(attr = "value", missing(CONFIG_UNSUPPORTED, "mdev attribute missing name or value"))]
    pub value: String,
}
