//! `<controller>`.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::VirtioOptions;
use super::disk::IoThreadMapping;
use crate::domain::address::DeviceInfo;
use crate::element::Context;
use crate::tree::Node;
use crate::value::{OnOff, ScaledKiB, Value, default_word, words};

words! {
    /// What a controller is of.
    ControllerType {
        Ide = "ide", Fdc = "fdc", Scsi = "scsi", Sata = "sata", VirtioSerial = "virtio-serial", Ccid = "ccid", Usb = "usb",
        Pci = "pci", Xenbus = "xenbus", Isa = "isa", Nvme = "nvme",
    }
    /// Models of IDE controllers.
    IdeModel { Piix3 = "piix3", Piix4 = "piix4", Ich6 = "ich6" }
    /// Models of SCSI controllers.
    ScsiModel {
        Auto = "auto", Buslogic = "buslogic", Lsilogic = "lsilogic", Lsisas1068 = "lsisas1068", Vmpvscsi = "vmpvscsi",
        Ibmvscsi = "ibmvscsi", VirtioScsi = "virtio-scsi", Lsisas1078 = "lsisas1078",
        VirtioTransitional = "virtio-transitional", VirtioNonTransitional = "virtio-non-transitional",
        Ncr53c90 = "ncr53c90", Dc390 = "dc390", Am53c974 = "am53c974",
    }
    /// Models of USB controllers.
    UsbModel {
        Piix3Uhci = "piix3-uhci", Piix4Uhci = "piix4-uhci", Ehci = "ehci", Ich9Ehci1 = "ich9-ehci1", Ich9Uhci1 = "ich9-uhci1",
        Ich9Uhci2 = "ich9-uhci2", Ich9Uhci3 = "ich9-uhci3", Vt82c686bUhci = "vt82c686b-uhci", PciOhci = "pci-ohci",
        NecXhci = "nec-xhci", Qusb1 = "qusb1", Qusb2 = "qusb2", QemuXhci = "qemu-xhci", None = "none",
    }
    /// Models of PCI controllers.
    PciModel {
        PciRoot = "pci-root", PcieRoot = "pcie-root", PciBridge = "pci-bridge", DmiToPciBridge = "dmi-to-pci-bridge",
        PcieToPciBridge = "pcie-to-pci-bridge", PcieRootPort = "pcie-root-port",
        PcieSwitchUpstreamPort = "pcie-switch-upstream-port", PcieSwitchDownstreamPort = "pcie-switch-downstream-port",
        PciExpanderBus = "pci-expander-bus", PcieExpanderBus = "pcie-expander-bus",
    }
    /// Models of virtio serial controllers.
    VirtioModel {
        Virtio = "virtio", VirtioTransitional = "virtio-transitional", VirtioNonTransitional = "virtio-non-transitional",
    }
    /// What the hypervisor calls the device.
    PciModelName {
        None = "none", PciBridge = "pci-bridge", I82801b11 = "i82801b11-bridge", Ioh3420 = "ioh3420", X3130 = "x3130-upstream",
        Xio3130 = "xio3130-downstream", Pxb = "pxb", PxbPcie = "pxb-pcie", PcieRootPort = "pcie-root-port",
        SpaprPciHostBridge = "spapr-pci-host-bridge", PciePciBridge = "pcie-pci-bridge",
    }
}

/// `<controller>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Controller::check)]
pub struct Controller {
    /// What it is of.
    #[xml(attr = "type", default)]
    pub kind: ControllerType,
    /// Its number among those of the type; the next free one without it.
    #[xml(attr = "index", nonnegative)]
    pub index: Option<i32>,
    /// Its model; the words depend on the type.
    #[xml(attr = "model")]
    pub model: Option<String>,
    /// Number of ports.
    #[xml(attr = "ports", nonnegative)]
    pub ports: Option<i32>,
    /// Interrupts of a virtio serial controller.
    #[xml(attr = "vectors", nonnegative, when = Controller::is_virtio_serial)]
    pub vectors: Option<i32>,
    /// Grant frames of a Xen bus.
    #[xml(attr = "maxGrantFrames", nonnegative, when = Controller::is_xenbus)]
    pub max_grant_frames: Option<i32>,
    /// Event channels of a Xen bus.
    #[xml(attr = "maxEventChannels", nonnegative, when = Controller::is_xenbus)]
    pub max_event_channels: Option<i32>,
    /// What the hypervisor calls it.
    #[xml(attr = "model@name", skip_if = Controller::is_unnamed, when = Controller::is_pci)]
    pub model_name: Option<PciModelName>,
    /// What a PCI controller has.
    #[xml(child = "target", default)]
    pub target: PciTarget,
    /// How the host does it.
    #[xml(child = "driver", default)]
    pub driver: ControllerDriver,
    /// Alias, companion, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
    /// Size of the 64-bit hole.
    #[xml(child = "pcihole64", when = Controller::has_hole)]
    pub pcihole64: Option<ScaledKiB>,
    /// The serial number of an NVMe controller.
    #[xml(text = "serial")]
    pub serial: Option<String>,
}

default_word!(ControllerType, Ide);

/// `<target>` of a PCI controller.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct PciTarget {
    /// Number of the chassis of a bridge.
    #[xml(attr = "chassisNr", nonnegative, when = PciTarget::is_pci)]
    pub chassis_nr: Option<AnyBase>,
    /// Number of the chassis of a port.
    #[xml(attr = "chassis", nonnegative, when = PciTarget::is_pci)]
    pub chassis: Option<AnyBase>,
    /// Number of the port.
    #[xml(attr = "port", nonnegative, when = PciTarget::is_pci)]
    pub port: Option<PortNumber>,
    /// Number of the bus.
    #[xml(attr = "busNr", nonnegative, when = PciTarget::is_pci)]
    pub bus_nr: Option<AnyBase>,
    /// Index of a host bridge.
    #[xml(attr = "index", nonnegative, when = PciTarget::is_pci)]
    pub index: Option<AnyBase>,
    /// Whether devices can be plugged in.
    #[xml(attr = "hotplug", when = PciTarget::is_pci)]
    pub hotplug: Option<OnOff>,
    /// KiB that are kept free.
    #[xml(attr = "memReserve", nonzero, when = PciTarget::is_pci)]
    pub mem_reserve: Option<u64>,
    /// NUMA node.
    #[xml(text = "node", bad(XML_ERROR, "invalid NUMA node in target"))]
    pub node: Option<u32>,
}

/// A number read in the base of its prefix and printed in decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AnyBase(pub u32);

impl Value for AnyBase {
    const EXPECTED: &'static str = ". Expected integer value";

    fn parse(text: &str) -> Option<Self> {
        if text.starts_with('-') {
            // Let the check for the sign speak.
            return crate::value::parse_signed(text, 0).map(|_| Self(0));
        }
        let value = crate::value::parse_unsigned(text, 0).and_then(|value| i32::try_from(value).ok());
        value.map(|value| Self(value.unsigned_abs()))
    }

    fn text(&self) -> std::borrow::Cow<'_, str> {
        self.0.to_string().into()
    }
}

/// A number read as [`AnyBase`] and printed in hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PortNumber(pub u32);

impl Value for PortNumber {
    const EXPECTED: &'static str = AnyBase::EXPECTED;

    fn parse(text: &str) -> Option<Self> {
        AnyBase::parse(text).map(|number| Self(number.0))
    }

    fn text(&self) -> std::borrow::Cow<'_, str> {
        format!("0x{:x}", self.0).into()
    }
}

impl PciTarget {
    fn is_pci(node: Node<'_>) -> bool {
        node.outer_attr("type") == Some("pci")
    }
}

/// `<driver>` of a controller.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct ControllerDriver {
    /// Number of queues.
    #[xml(attr = "queues", omit_default)]
    pub queues: u32,
    /// Commands of a unit at a time.
    #[xml(attr = "cmd_per_lun", omit_default)]
    pub cmd_per_lun: u32,
    /// Sectors of a request.
    #[xml(attr = "max_sectors", omit_default)]
    pub max_sectors: u32,
    /// Whether requests are handled outside of the processor's thread.
    #[xml(attr = "ioeventfd")]
    pub ioeventfd: Option<OnOff>,
    /// The I/O thread that serves it.
    #[xml(attr = "iothread", omit_default)]
    pub iothread: u32,
    /// What virtio devices have in common.
    #[xml(flatten)]
    pub virtio: VirtioOptions,
    /// The I/O threads that serve its queues.
    #[xml(child = "iothreads/iothread")]
    pub iothreads: Vec<IoThreadMapping>,
}

impl Controller {
    fn is_pci(node: Node<'_>) -> bool {
        node.attr("type") == Some("pci")
    }

    fn is_virtio_serial(node: Node<'_>) -> bool {
        node.attr("type") == Some("virtio-serial")
    }

    fn is_xenbus(node: Node<'_>) -> bool {
        node.attr("type") == Some("xenbus")
    }

    /// Returns true if the size of the hole is read: that of a root, where it is told.
    fn has_hole(node: Node<'_>) -> bool {
        let told = node.element("pcihole64").is_some_and(|hole| !hole.text().is_empty());
        told && Self::is_pci(node) && matches!(node.attr("model"), Some("pci-root" | "pcie-root"))
    }

    fn is_unnamed(name: &PciModelName) -> bool {
        *name == PciModelName::None
    }

    /// Returns a controller of a type with an index.
    #[must_use]
    pub fn new(kind: ControllerType, index: i32) -> Self {
        Self {
            kind,
            index: Some(index),
            model: None,
            ports: None,
            vectors: None,
            max_grant_frames: None,
            max_event_channels: None,
            model_name: None,
            target: PciTarget::default(),
            driver: ControllerDriver::default(),
            info: DeviceInfo::default(),
            pcihole64: None,
            serial: None,
        }
    }

    fn knows_model(&self, model: &str) -> bool {
        match self.kind {
            ControllerType::Scsi => ScsiModel::parse(model).is_some(),
            ControllerType::Usb => UsbModel::parse(model).is_some(),
            ControllerType::Pci => PciModel::parse(model).is_some(),
            ControllerType::Ide => IdeModel::parse(model).is_some(),
            ControllerType::VirtioSerial => VirtioModel::parse(model).is_some(),
            _ => false,
        }
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if let Some(model) = &self.model
            && !self.knows_model(model)
        {
            return Err(cx.unsupported(format!("Unknown model type '{model}'")));
        }
        for name in ["model", "target"] {
            if node.elements(name).count() > 1 {
                let detail = format!("Multiple <{name}> elements in controller definition not allowed");
                return Err(cx.xml(detail));
            }
        }
        if self.target.node.is_some_and(|node| i32::try_from(node).is_err()) {
            return Err(cx.xml("invalid NUMA node in target"));
        }
        self.info.keep(false, false);
        if self.kind != ControllerType::Pci {
            self.target = PciTarget::default();
        }
        if self.kind != ControllerType::Nvme {
            self.serial = None;
        }
        if !matches!(self.kind, ControllerType::VirtioSerial | ControllerType::Usb) {
            self.ports = None;
        }
        if self.kind == ControllerType::Usb {
            if self.model.as_deref() == Some("none") {
                self.info = DeviceInfo::default();
            }
            let port = match self.model.as_deref() {
                Some("ich9-uhci1") => Some(0),
                Some("ich9-uhci2") => Some(2),
                Some("ich9-uhci3") => Some(4),
                _ => None,
            };
            self.info.master = self.info.master.or(port);
        }
        Ok(())
    }
}
