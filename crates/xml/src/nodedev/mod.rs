//! `<device>`: a device of the host.
pub mod ccw;
pub mod pci;
pub mod scsi;
pub mod simple;

use oxivirt_model::{ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element, Source};
use crate::tree::{Document, Node};
use crate::value::words;
use crate::write::{FormatFlags, Writer};

words! {
    /// What a device can do.
    CapabilityType {
        System = "system", Pci = "pci", UsbDevice = "usb_device", Usb = "usb", Net = "net", ScsiHost = "scsi_host",
        ScsiTarget = "scsi_target", Scsi = "scsi", Storage = "storage", FcHost = "fc_host", Vports = "vports",
        ScsiGeneric = "scsi_generic", Drm = "drm", MdevTypes = "mdev_types", Mdev = "mdev", Ccw = "ccw", Css = "css",
        Vdpa = "vdpa", ApCard = "ap_card", ApQueue = "ap_queue", ApMatrix = "ap_matrix", Vpd = "vpd",
        CcwGroup = "ccwgroup", CcwGroupMember = "ccwgroup_member",
    }
    /// What a node in /dev is.
    DevnodeType { Dev = "dev", Link = "link" }
}

/// `<device>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = NodeDevice::check)]
pub struct NodeDevice {
    /// Its name.
    #[xml(text = "name", default)]
    pub name: String,
    /// Where it is in sysfs.
    #[xml(text = "path", live)]
    pub path: Option<String>,
    /// Where it is in /dev.
    #[xml(child = "devnode", live)]
    pub devnodes: Vec<Devnode>,
    /// Name of the device it belongs to.
    #[xml(text = "parent")]
    pub parent: Option<String>,
    /// What the device it belongs to is looked for by, where that has no name; never printed.
    #[xml(skip)]
    pub parent_wwn: ParentWwn,
    /// Its driver.
    #[xml(text = "driver/name", live)]
    pub driver: Option<String>,
    /// What it can do.
    #[xml(child = "capability", block)]
    pub capabilities: Vec<Capability>,
}

/// Attributes of `<parent>`: the names of a host on a Fibre Channel fabric.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ParentWwn {
    /// Its node name and its port name.
    pub host: Option<(String, String)>,
    /// Name of its fabric.
    pub fabric: Option<String>,
}

impl ParentWwn {
    fn read(node: Node<'_>, cx: &Context) -> Result<Self> {
        let text = |name| node.attr(name).filter(|text| !text.is_empty()).map(str::to_owned);
        let refuse = |told: &str, value: &str, missing: &str| {
            Err(cx.xml(format!("when providing parent {told}='{value}', the {missing} must also be provided")))
        };
        let host = match (text("wwnn"), text("wwpn")) {
            (Some(wwnn), Some(wwpn)) => Some((wwnn, wwpn)),
            (Some(wwnn), None) => return refuse("wwnn", &wwnn, "wwpn"),
            (None, Some(wwpn)) => return refuse("wwpn", &wwpn, "wwnn"),
            (None, None) => None,
        };
        Ok(Self { host, fabric: text("fabric_wwn") })
    }
}

/// `<devnode>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Devnode {
    /// Whether it is the device or a link to it.
    #[xml(attr = "type")]
    pub kind: DevnodeType,
    /// Its path.
    #[xml(content, default)]
    pub path: String,
}

/// `<capability>` of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Capability {
    /// The whole machine.
    System(Box<simple::System>),
    /// A PCI device.
    Pci(Box<pci::Pci>),
    /// A USB device.
    UsbDevice(simple::UsbDevice),
    /// An interface of a USB device.
    Usb(simple::UsbInterface),
    /// A network interface.
    Net(simple::Net),
    /// A SCSI host.
    ScsiHost(scsi::ScsiHost),
    /// A SCSI target.
    ScsiTarget(scsi::ScsiTarget),
    /// A SCSI unit.
    Scsi(scsi::Scsi),
    /// Storage.
    Storage(scsi::Storage),
    /// A generic SCSI device.
    ScsiGeneric(simple::ScsiGeneric),
    /// A graphics device.
    Drm(simple::Drm),
    /// Types of mediated devices it can have.
    MdevTypes(simple::MdevTypes),
    /// A mediated device.
    Mdev(simple::Mdev),
    /// A device on a channel of s390.
    Ccw(ccw::Ccw),
    /// A channel of s390.
    Css(ccw::Css),
    /// A vDPA device.
    Vdpa(simple::Vdpa),
    /// A crypto card of s390.
    ApCard(ccw::ApCard),
    /// A queue of a crypto card.
    ApQueue(ccw::ApQueue),
    /// What crypto queues are passed through with.
    ApMatrix(ccw::ApMatrix),
    /// A group of devices on channels.
    CcwGroup(ccw::CcwGroup),
    /// A kind that is only told inside of others.
    Other(CapabilityType),
}

/// Calls a method of whatever a capability holds.
macro_rules! each {
    ($self:ident, $inside:ident => $call:expr) => {
        match $self {
            Capability::System($inside) => $call,
            Capability::Pci($inside) => $call,
            Capability::UsbDevice($inside) => $call,
            Capability::Usb($inside) => $call,
            Capability::Net($inside) => $call,
            Capability::ScsiHost($inside) => $call,
            Capability::ScsiTarget($inside) => $call,
            Capability::Scsi($inside) => $call,
            Capability::Storage($inside) => $call,
            Capability::ScsiGeneric($inside) => $call,
            Capability::Drm($inside) => $call,
            Capability::MdevTypes($inside) => $call,
            Capability::Mdev($inside) => $call,
            Capability::Ccw($inside) => $call,
            Capability::Css($inside) => $call,
            Capability::Vdpa($inside) => $call,
            Capability::ApCard($inside) => $call,
            Capability::ApQueue($inside) => $call,
            Capability::ApMatrix($inside) => $call,
            Capability::CcwGroup($inside) => $call,
            Capability::Other(_) => {}
        }
    };
}

impl Capability {
    /// Returns its type.
    #[must_use]
    pub fn kind(&self) -> CapabilityType {
        match self {
            Self::System(_) => CapabilityType::System,
            Self::Pci(_) => CapabilityType::Pci,
            Self::UsbDevice(_) => CapabilityType::UsbDevice,
            Self::Usb(_) => CapabilityType::Usb,
            Self::Net(_) => CapabilityType::Net,
            Self::ScsiHost(_) => CapabilityType::ScsiHost,
            Self::ScsiTarget(_) => CapabilityType::ScsiTarget,
            Self::Scsi(_) => CapabilityType::Scsi,
            Self::Storage(_) => CapabilityType::Storage,
            Self::ScsiGeneric(_) => CapabilityType::ScsiGeneric,
            Self::Drm(_) => CapabilityType::Drm,
            Self::MdevTypes(_) => CapabilityType::MdevTypes,
            Self::Mdev(_) => CapabilityType::Mdev,
            Self::Ccw(_) => CapabilityType::Ccw,
            Self::Css(_) => CapabilityType::Css,
            Self::Vdpa(_) => CapabilityType::Vdpa,
            Self::ApCard(_) => CapabilityType::ApCard,
            Self::ApQueue(_) => CapabilityType::ApQueue,
            Self::ApMatrix(_) => CapabilityType::ApMatrix,
            Self::CcwGroup(_) => CapabilityType::CcwGroup,
            Self::Other(kind) => *kind,
        }
    }
}

impl Element for Capability {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let kind: CapabilityType = Source::attr(node, "", "type").required(cx, &crate::element::Rules::NONE)?;
        let unreadable =
            |number: u32| Err(cx.internal(format!("unknown capability type '{number}' for '{}'", cx.name)));
        Ok(match kind {
            CapabilityType::System => Self::System(Box::new(Element::parse(node, cx)?)),
            CapabilityType::Pci => Self::Pci(Box::new(Element::parse(node, cx)?)),
            CapabilityType::UsbDevice => Self::UsbDevice(Element::parse(node, cx)?),
            CapabilityType::Usb => Self::Usb(Element::parse(node, cx)?),
            CapabilityType::Net => Self::Net(Element::parse(node, cx)?),
            CapabilityType::ScsiHost => Self::ScsiHost(Element::parse(node, cx)?),
            CapabilityType::ScsiTarget => Self::ScsiTarget(Element::parse(node, cx)?),
            CapabilityType::Scsi => Self::Scsi(Element::parse(node, cx)?),
            CapabilityType::Storage => Self::Storage(Element::parse(node, cx)?),
            CapabilityType::Drm => Self::Drm(Element::parse(node, cx)?),
            CapabilityType::Mdev => Self::Mdev(Element::parse(node, cx)?),
            CapabilityType::Ccw => Self::Ccw(Element::parse(node, cx)?),
            CapabilityType::Css => Self::Css(Element::parse(node, cx)?),
            CapabilityType::ApCard => Self::ApCard(Element::parse(node, cx)?),
            CapabilityType::ApQueue => Self::ApQueue(Element::parse(node, cx)?),
            CapabilityType::ApMatrix => Self::ApMatrix(Element::parse(node, cx)?),
            CapabilityType::CcwGroup => Self::CcwGroup(Element::parse(node, cx)?),
            // Only told, never read.
            CapabilityType::FcHost => return unreadable(9),
            CapabilityType::Vports => return unreadable(10),
            CapabilityType::ScsiGeneric => return unreadable(11),
            CapabilityType::MdevTypes => return unreadable(13),
            CapabilityType::Vdpa => return unreadable(17),
            CapabilityType::Vpd => return unreadable(21),
            CapabilityType::CcwGroupMember => return unreadable(23),
        })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("type", self.kind().as_str());
    }

    fn children(&self, out: &mut Writer) {
        each!(self, inside => inside.children(out));
    }
}

impl NodeDevice {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if let Some(parent) = node.element("parent") {
            self.parent_wwn = ParentWwn::read(parent, cx)?;
        }
        if self.capabilities.is_empty() {
            return Err(cx.internal(format!("no device capabilities for '{}'", cx.name)));
        }
        crate::sort::by_key(&mut self.devnodes, |devnode| devnode.kind);
        Ok(())
    }

    /// Parses a document; `new` is for one that describes a device to make.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8], new: bool) -> Result<Self> {
        let document = Document::parse(xml, ErrorDomain::NODEDEV)?;
        Self::read(document.root_named("device")?, new)
    }

    /// Reads the element `<device>`.
    ///
    /// # Errors
    /// As [`NodeDevice::parse`].
    pub fn read(node: Node<'_>, new: bool) -> Result<Self> {
        let from = ErrorDomain::NODEDEV;
        let told = node.element("name").map(|node| node.text().into_owned()).filter(|name| !name.is_empty());
        let mut cx = Context { from, new, ..Context::default() };
        cx.name = match told {
            _ if new => "new device".to_owned(),
            Some(name) => name,
            None => return Err(cx.error(oxivirt_model::ErrorCode::NO_NAME, "")),
        };
        let mut made = <Self as Element>::parse(node, &cx)?;
        made.name = cx.name;
        Ok(made)
    }

    /// Prints the document; `inactive` is for the persistent definition.
    #[must_use]
    pub fn format(&self, inactive: bool) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags { inactive, ..FormatFlags::default() });
        self.element("device", &mut out);
        out.finish().into_bytes()
    }
}
