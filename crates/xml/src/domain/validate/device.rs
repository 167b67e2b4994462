//! What other devices cannot be.
use std::collections::HashSet;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use super::{refuse, refuse_detail, refuse_with};
use crate::domain::Domain;
use crate::domain::address::{Address, DeviceInfo};
use crate::domain::devices::VirtioOptions;
use crate::domain::devices::controller::{Controller, ControllerType};
use crate::domain::devices::filesystem::FsType;
use crate::domain::devices::graphics::{GraphicsType, ListenType};
use crate::domain::devices::memory::{MemoryDevice, MemoryModel};
use crate::domain::devices::video::{Video, VideoBackend, VideoType};
use crate::domain::memory::MemoryAccess;
use crate::value::YesNo;

/// Bytes of a page, as almost everywhere.
const PAGE: u64 = 4096;
/// KiB of a transparent huge page, as almost everywhere.
const HUGE_PAGE: u64 = 2048;

impl VirtioOptions {
    /// Refuses options of virtio on what is not a virtio device.
    pub(super) fn refuse(&self) -> Result<()> {
        let told =
            [("iommu", self.iommu), ("ats", self.ats), ("packed", self.packed), ("page_per_vq", self.page_per_vq)];
        match told.into_iter().find(|(_, told)| told.is_some()) {
            Some(("page_per_vq", _)) => refuse("page_per_vq option is only supported for virtio devices"),
            Some((name, _)) => refuse(format!("{name} driver option is only supported for virtio devices")),
            None => Ok(()),
        }
    }
}

impl Controller {
    /// Returns true if it is one of virtio SCSI.
    fn is_virtio_scsi(&self) -> bool {
        let models = ["virtio-scsi", "virtio-transitional", "virtio-non-transitional"];
        self.kind == ControllerType::Scsi && self.model.as_deref().is_some_and(|model| models.contains(&model))
    }

    fn validate(&self) -> Result<()> {
        if !self.driver.iothreads.is_empty() {
            if !self.is_virtio_scsi() {
                return refuse("iothreads are supported only by 'virtio-scsi' controllers");
            }
            if self.driver.iothread != 0 {
                let detail =
                    "controller driver 'iothread' attribute can't be used together with 'iothreads' subelement";
                return refuse_with(ErrorCode::XML_ERROR, detail);
            }
        }
        if self.kind != ControllerType::Pci {
            return Ok(());
        }
        let index = self.index.unwrap_or_default();
        let root = matches!(self.model.as_deref(), Some("pci-root" | "pcie-root"));
        if root && self.info.address.is_some() {
            return refuse("pci-root and pcie-root controllers should not have an address");
        }
        if index > 255 {
            return refuse(format!("PCI controller index {index} too high, maximum is 255"));
        }
        if let Some(target) = self.target.index {
            if target.0 > 30 {
                return refuse(format!("PCI controller target index '{}' out of range - must be 0-30", target.0));
            }
            if (index == 0) != (target.0 == 0) {
                return refuse("Only the PCI controller with index 0 can have target index 0, and vice versa");
            }
        }
        let ranges = [
            ("chassisNr", self.target.chassis_nr.map(|it| it.0), 1, 255),
            ("chassis", self.target.chassis.map(|it| it.0), 0, 255),
            ("port", self.target.port.map(|it| it.0), 0, 255),
            ("busNr", self.target.bus_nr.map(|it| it.0), 1, 254),
        ];
        for (name, value, low, high) in ranges {
            if let Some(value) = value.filter(|value| !(low..=high).contains(value)) {
                return refuse(format!("PCI controller {name} '{value}' out of range - must be {low}-{high}"));
            }
        }
        if self.target.node.is_some() && index == 0 {
            return refuse("The PCI controller with index=0 can't be associated with a NUMA node");
        }
        Ok(())
    }
}

impl Video {
    fn validate(&self, count: usize) -> Result<()> {
        let model = &self.model;
        if model.kind == VideoType::None && count > 1 {
            return refuse("a 'none' video type must be the only video device defined for the domain");
        }
        let draws_elsewhere = self.driver.name == Some(VideoBackend::Vhostuser);
        if draws_elsewhere && model.kind != VideoType::Virtio {
            return refuse("'vhostuser' driver is only supported with 'virtio' device");
        }
        if !draws_elsewhere && model.acceleration.as_ref().is_some_and(|it| it.rendernode.is_some()) {
            return refuse("unsupported rendernode accel attribute without 'vhostuser'");
        }
        if model.resolution.as_ref().is_some_and(|it| it.x == 0 || it.y == 0) {
            return refuse("video resolution values must be greater than 0");
        }
        if model.kind != VideoType::Qxl {
            if model.ram != 0 {
                return refuse("ram attribute only supported for video type qxl");
            }
            if model.vram64 != 0 {
                return refuse("vram64 attribute only supported for video type qxl");
            }
            if model.vgamem != 0 {
                return refuse("vgamem attribute only supported for video type qxl");
            }
        }
        if model.kind == VideoType::Ramfb && self.info.address.is_some() {
            return refuse("address not supported for video type ramfb");
        }
        if model.kind != VideoType::Virtio {
            self.driver.virtio.refuse()?;
            if model.blob.is_some() {
                return refuse(format!("video type '{}' does not support blob resources", model.kind.as_str()));
            }
        }
        let has_edid = matches!(model.kind, VideoType::Vga | VideoType::Bochs | VideoType::Virtio | VideoType::None);
        if model.edid.is_some() && !has_edid {
            return refuse(format!("video type '{}' does not support edid", model.kind.as_str()));
        }
        Ok(())
    }
}

impl MemoryDevice {
    fn span(&self) -> Option<(u64, u64)> {
        let start = match self.model {
            MemoryModel::VirtioPmem | MemoryModel::VirtioMem => self.target.address.map(|it| it.0)?,
            _ => return None,
        };
        let size = self.target.size.0.saturating_mul(1024);
        (start != 0).then(|| (start, start.saturating_add(size)))
    }

    fn validate_model(&self, domain: &Domain) -> Result<()> {
        let model = self.model.as_str();
        let discards = self.discard == Some(YesNo::Yes);
        let address = self.target.address.map_or(0, |address| address.0);
        match self.model {
            MemoryModel::Nvdimm | MemoryModel::VirtioPmem if self.source.path.is_none() => {
                refuse_detail(format!("path is required for model '{model}'"))
            }
            MemoryModel::Nvdimm if discards => refuse("discard is not supported for nvdimms"),
            MemoryModel::Nvdimm if domain.arch().starts_with("ppc64") => {
                if self.target.label.is_none_or(|label| label.0 == 0) {
                    return refuse("label size is required for NVDIMM device");
                }
                Ok(())
            }
            MemoryModel::Nvdimm if self.uuid.is_some() => refuse("UUID is not supported for NVDIMM device"),
            MemoryModel::VirtioPmem if discards => refuse(format!("discard is not supported for model '{model}'")),
            MemoryModel::VirtioPmem if self.access != Some(MemoryAccess::Shared) => {
                refuse("shared access mode required for virtio-pmem device")
            }
            MemoryModel::VirtioPmem if self.target.node.is_some() => refuse("virtio-pmem does not support NUMA nodes"),
            MemoryModel::VirtioPmem if !address.is_multiple_of(PAGE) => {
                refuse(format!("memory address must be aligned to {PAGE} bytes"))
            }
            MemoryModel::VirtioMem => self.validate_blocks(address),
            MemoryModel::SgxEpc if self.info.address.is_some() => {
                refuse(format!("memory device address is not supported for model '{model}'"))
            }
            _ => Ok(()),
        }
    }

    fn validate_blocks(&self, address: u64) -> Result<()> {
        let target = &self.target;
        let (size, block) = (target.size.0, target.block.map_or(0, |block| block.0));
        let requested = target.requested.map_or(0, |requested| requested.0);
        if requested > size {
            return refuse_detail(format!("requested size must be smaller than or equal to @size ({size}KiB)"));
        }
        if !block.is_power_of_two() {
            return refuse_detail("block size must be a power of two");
        }
        if block < HUGE_PAGE {
            return refuse_detail(format!("block size too small, must be at least {HUGE_PAGE}KiB"));
        }
        if !requested.is_multiple_of(block) {
            return refuse_detail("requested size must be an integer multiple of block size");
        }
        if !address.is_multiple_of(block.saturating_mul(1024)) {
            return refuse_detail("memory device address must be aligned to blocksize");
        }
        Ok(())
    }

    fn validate(&self, domain: &Domain) -> Result<()> {
        let nodes = domain.cpu.as_ref().and_then(|cpu| cpu.0.numa.as_ref()).map_or(0, |numa| numa.cells.len());
        if let Some(node) = self.target.node {
            if nodes == 0 {
                return refuse_detail("can't add memory backend as guest has no NUMA nodes configured");
            }
            if usize::try_from(node).is_ok_and(|node| node >= nodes) {
                return refuse_detail(format!(
                    "can't add memory backend for guest node '{node}' as the guest has only '{nodes}' NUMA nodes configured"
                ));
            }
        }
        self.validate_model(domain)?;
        if !matches!(self.model, MemoryModel::VirtioMem | MemoryModel::VirtioPmem) {
            self.driver.refuse()?;
        }
        let Some((start, end)) = self.span() else { return Ok(()) };
        for other in domain.devices.memories.iter().filter(|other| !std::ptr::eq(*other, self)) {
            let Some((from, to)) = other.span() else { continue };
            if (start <= from && end > from) || (from <= start && to > start) {
                return refuse(format!(
                    "memory device address [0x{start:x}:0x{end:x}] overlaps with other memory device (0x{from:x})"
                ));
            }
        }
        Ok(())
    }
}

impl Domain {
    /// Refuses a device that is deliberately nowhere, which only one of the host can be.
    pub(super) fn validate_unassigned(&self) -> Result<()> {
        let unassigned = |info: &DeviceInfo| info.address == Some(Address::Unassigned);
        let of_host = self.devices.hostdevs.iter().filter(|hostdev| unassigned(&hostdev.info)).count();
        if self.infos().filter(|info| unassigned(info)).count() > of_host {
            return refuse("address of type 'unassigned' is supported only for hostdevs");
        }
        Ok(())
    }

    /// Checks devices one by one.
    pub(super) fn validate_devices(&self) -> Result<()> {
        let devices = &self.devices;
        devices.controllers.iter().try_for_each(Controller::validate)?;
        devices.videos.iter().try_for_each(|video| video.validate(devices.videos.len()))?;
        devices.memories.iter().try_for_each(|memory| memory.validate(self))?;
        self.validate_filesystems()?;
        self.validate_iommus()?;
        self.validate_pstores()?;
        self.validate_graphics()?;
        self.validate_peripherals()?;
        devices.vsocks.iter().filter(|vsock| vsock.model.is_none()).try_for_each(|vsock| vsock.driver.refuse())?;
        if devices.vsocks.iter().any(|vsock| vsock.cid.is_some_and(|cid| cid == 1 || cid == 2)) {
            return refuse("guest CIDs must be >= 3");
        }
        Ok(())
    }

    fn validate_pstores(&self) -> Result<()> {
        for pstore in &self.devices.pstores {
            if pstore.path.is_none() {
                return refuse_with(ErrorCode::XML_ERROR, "missing path for ACPI ERST pstore device");
            }
            if !pstore.size.0.is_power_of_two() || pstore.size.0 < 4 {
                return refuse_with(ErrorCode::XML_ERROR, "invalid size of ACPI ERST pstore device");
            }
        }
        Ok(())
    }

    fn validate_filesystems(&self) -> Result<()> {
        for filesystem in &self.devices.filesystems {
            if filesystem.target.is_none() {
                let source = filesystem.source.path().filter(|_| filesystem.kind != FsType::Ram).unwrap_or_default();
                return Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::NO_TARGET, source));
            }
        }
        Ok(())
    }

    fn validate_graphics(&self) -> Result<()> {
        for graphics in &self.devices.graphics {
            if graphics.kind == GraphicsType::Dbus && graphics.p2p == Some(YesNo::Yes) && graphics.address.is_some() {
                return refuse_with(ErrorCode::XML_ERROR, "D-Bus p2p with an address is not supported");
            }
            let sockets = matches!(graphics.kind, GraphicsType::Vnc | GraphicsType::Spice);
            for listen in &graphics.listens {
                let kind = graphics.kind.as_str();
                match listen.kind {
                    ListenType::Network if listen.network.is_none() => {
                        let detail = "'network' attribute is required for listen type 'network'";
                        return refuse_with(ErrorCode::XML_ERROR, detail);
                    }
                    ListenType::Socket | ListenType::None if !sockets => {
                        let word = listen.kind.as_str();
                        return refuse(format!("listen type '{word}' is not available for graphics type '{kind}'"));
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Refuses two primary video cards.
    pub(super) fn validate_videos(&self) -> Result<()> {
        let primaries = self.devices.videos.iter().filter(|video| video.model.primary == Some(YesNo::Yes)).count();
        if primaries > 1 {
            return refuse("Only one primary video device is supported");
        }
        Ok(())
    }

    /// Refuses two devices of one name.
    pub(super) fn validate_aliases(&self) -> Result<()> {
        let devices = &self.devices;
        let infos = (devices.disks.iter().map(|it| &it.info))
            .chain(devices.controllers.iter().map(|it| &it.info))
            .chain(devices.filesystems.iter().map(|it| &it.info))
            .chain(devices.interfaces.iter().map(|it| &it.info))
            .chain(devices.parallels.iter().map(|it| &it.info))
            .chain(devices.serials.iter().map(|it| &it.info))
            .chain(devices.channels.iter().map(|it| &it.info))
            .chain(devices.inputs.iter().map(|it| &it.info))
            .chain(devices.videos.iter().map(|it| &it.info))
            .chain(devices.hostdevs.iter().map(|it| &it.info))
            .chain(devices.rngs.iter().map(|it| &it.info))
            .chain(devices.memories.iter().map(|it| &it.info));
        let mut seen = HashSet::new();
        let names = infos.filter_map(|info| info.alias.as_deref()).filter(|alias| alias.starts_with("ua-"));
        for alias in names {
            if !seen.insert(alias) {
                return refuse(format!("non unique alias detected: {alias}"));
            }
        }
        Ok(())
    }
}
