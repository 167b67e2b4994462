//! A device as a document of its own, as a running domain gets it.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use super::complete::Completion;
use super::devices::Devices;
use super::devices::disk::Disk;
use super::devices::hostdev::Hostdev;
use super::devices::interface::Interface;
use super::{Domain, diskname};
use crate::element::{Context, Element};
use crate::tree::Document;

/// A device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Device {
    /// `<disk>`.
    Disk(Box<Disk>),
    /// `<interface>`.
    Interface(Box<Interface>),
    /// `<hostdev>`.
    Hostdev(Box<Hostdev>),
    /// Any other, of which only the kind is looked at.
    Other(&'static str),
}

/// The elements that are devices, and what errors call them.
const OTHERS: [(&str, &str); 27] = [
    ("lease", "lease"),
    ("filesystem", "filesystem"),
    ("input", "input"),
    ("sound", "sound"),
    ("video", "video"),
    ("watchdog", "watchdog"),
    ("controller", "controller"),
    ("graphics", "graphics"),
    ("hub", "hub"),
    ("redirdev", "redirdev"),
    ("smartcard", "smartcard"),
    ("serial", "chr"),
    ("parallel", "chr"),
    ("console", "chr"),
    ("channel", "chr"),
    ("memballoon", "memballoon"),
    ("nvram", "nvram"),
    ("rng", "rng"),
    ("shmem", "shmem"),
    ("tpm", "tpm"),
    ("panic", "panic"),
    ("memory", "memory"),
    ("iommu", "iommu"),
    ("vsock", "vsock"),
    ("audio", "audio"),
    ("crypto", "crypto"),
    ("pstore", "pstore"),
];

impl Device {
    /// Returns what errors call the kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Disk(_) => "disk",
            Self::Interface(_) => "interface",
            Self::Hostdev(_) => "hostdev",
            Self::Other(kind) => kind,
        }
    }
}

impl Domain {
    /// Parses, completes and validates a device of this domain. `inactive`: the persistent definition is wanted.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse_device(&self, xml: &[u8], driver: &Completion<'_>, inactive: bool) -> Result<Device> {
        let document = Document::parse(xml, ErrorDomain::DOMAIN)?;
        let node = document.root()?;
        let cx = Context { from: ErrorDomain::DOMAIN, inactive, ..Context::default() };
        let mut devices = Devices::default();
        match node.name() {
            "disk" => devices.disks.push(Disk::parse(node, &cx)?),
            "interface" => devices.interfaces.push(Interface::parse(node, &cx)?),
            "hostdev" => devices.hostdevs.push(Hostdev::parse(node, &cx)?),
            name => {
                let known = OTHERS.iter().find(|(element, _)| *element == name);
                let unknown = || cx.unsupported(format!("unknown device type '{name}'"));
                return known.map(|(_, kind)| Device::Other(kind)).ok_or_else(unknown);
            }
        }
        // A domain like this one that has nothing but the device.
        let mut alone = Self { devices, ..self.clone() };
        alone.complete_devices(driver, &cx)?;
        alone.validate_alone()?;
        let Devices { disks, interfaces, hostdevs, .. } = alone.devices;
        let disk = disks.into_iter().next().map(|disk| Device::Disk(Box::new(disk)));
        let interface = interfaces.into_iter().next().map(|interface| Device::Interface(Box::new(interface)));
        let hostdev = hostdevs.into_iter().next().map(|hostdev| Device::Hostdev(Box::new(hostdev)));
        disk.or(interface).or(hostdev).ok_or_else(|| cx.internal("the device is gone"))
    }

    /// Refuses a disk whose target another one has.
    ///
    /// # Errors
    /// `VIR_ERR_XML_ERROR`.
    pub fn check_duplicate_disk(&self, disk: &Disk) -> Result<()> {
        let Some(other) = self.devices.disks.iter().find(|other| other.target.dev == disk.target.dev) else {
            return Ok(());
        };
        let source = |disk: &Disk| disk.source.image().unwrap_or("<null>").to_owned();
        let target = disk.target.dev.as_deref().unwrap_or_default();
        let (one, two) = (source(other), source(disk));
        let detail = format!("target '{target}' duplicated for disk sources '{one}' and '{two}'");
        Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::XML_ERROR, detail))
    }

    /// Adds a disk where it belongs among the others.
    pub fn insert_disk(&mut self, disk: Disk) {
        Disk::insert(&mut self.devices.disks, disk);
    }
}

impl Disk {
    /// Returns the number that the target's name stands for: 0 for `vda`.
    #[must_use]
    pub fn index(&self) -> Option<u32> {
        diskname::index(self.target.dev.as_deref()?)
    }
}
