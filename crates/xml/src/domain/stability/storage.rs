//! Disks, controllers, file systems and memory devices.
use super::compare::{NULL, Pair, refused};
use crate::domain::devices::Devices;
use crate::domain::devices::controller::{
    Controller, ControllerType, IdeModel, PciModel, ScsiModel, UsbModel, VirtioModel,
};
use crate::domain::devices::disk::{Disk, DiskDriver};
use crate::domain::devices::filesystem::{Filesystem, FsDriver};
use crate::domain::devices::memory::{MemoryDevice, MemoryModel};
use crate::value::{ScaledKiB, Value};
use oxivirt_model::Result;

impl Pair<'_, Devices> {
    /// Refuses other disks, controllers and file systems.
    pub(super) fn check_storage(self) -> Result<()> {
        let disks = self.part(|devices| devices.disks.as_slice());
        disks.each("Target domain disk count %1$zu does not match source %2$zu", Pair::check_disk)?;
        let controllers = self.part(|devices| devices.controllers.as_slice());
        let format = "Target domain controller count %1$zu does not match source %2$zu";
        controllers.each(format, Pair::check_controller)?;
        let format = "Target domain filesystem count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.filesystems).each(format, Pair::check_filesystem)
    }
}

impl Pair<'_, Disk> {
    fn check_disk(self) -> Result<()> {
        self.name("Target disk device %1$s does not match source %2$s", |disk| disk.device)?;
        self.word_or("Target disk bus %1$s does not match source %2$s", "none", |disk| disk.target.bus)?;
        self.text("Target disk %1$s does not match source %2$s", "", |disk| disk.target.dev.as_deref())?;
        self.text("Target disk serial %1$s does not match source %2$s", NULL, |disk| disk.serial.as_deref())?;
        self.text("Target disk wwn '%1$s' does not match source '%2$s'", NULL, |disk| disk.wwn.as_deref())?;
        self.equal("Target disk access mode does not match source", |disk| disk.readonly)?;
        self.word("Target disk model %1$s does not match source %2$s", |disk| disk.model)?;
        let format = "Target disk rotation rate %1$u RPM does not match source %2$u RPM";
        self.number(format, |disk| disk.target.rotation_rate)?;
        self.check_disk_driver()?;
        self.part(|disk| &disk.info).check_info()?;
        let size = |get: fn(&crate::domain::devices::disk::BlockIo) -> u32| {
            move |disk: &Disk| disk.blockio.as_ref().map_or(0, get)
        };
        let format = "Target disk logical_block_size %1$u does not match source %2$u";
        self.number(format, size(|block| block.logical))?;
        let format = "Target disk physical_block_size %1$u does not match source %2$u";
        self.number(format, size(|block| block.physical))?;
        let format = "Target disk discard_granularity %1$u does not match source %2$u";
        self.number(format, size(|block| block.discard.unwrap_or(0)))
    }

    fn check_disk_driver(self) -> Result<()> {
        self.number("Target disk queue count %1$u does not match source %2$u", |disk| disk.driver.queues)?;
        let [target, source] = self.both(|disk| (disk.driver.queue_size, disk.driver.queues));
        if target.0 != source.0 {
            // The stock library shows how many there are.
            return Err(refused("Target disk queue size %1$u does not match source %2$u", &[&target.1, &source.1]));
        }
        let told = self.both(|disk| *disk.driver != DiskDriver::default());
        self.part(|disk| &disk.driver.virtio).check_driver(told)?;
        let format = "Target disk 'removable' property %1$s does not match source %2$s";
        self.word(format, |disk| disk.target.removable)?;
        self.word("Target disk 'dpofua' property %1$s does not match source %2$s", |disk| disk.target.dpofua)?;
        let format = "Target disk reservations 'migration' property %1$s does not match source %2$s";
        self.word(format, |disk| disk.source.reservations.as_ref().and_then(|reservations| reservations.migration))
    }
}

/// Returns the number of a word in its table, as the stock library counts.
fn place<V: Value + PartialEq>(words: &[V], word: &str) -> i32 {
    let place = V::parse(word).and_then(|word| words.iter().position(|known| *known == word));
    place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1)
}

impl Controller {
    /// Returns the number of its model, -1 for none.
    fn model_number(&self) -> i32 {
        let Some(model) = self.model.as_deref() else { return -1 };
        match self.kind {
            ControllerType::Ide => place(IdeModel::ALL, model),
            ControllerType::Scsi => place(ScsiModel::ALL, model),
            ControllerType::Usb => place(UsbModel::ALL, model),
            ControllerType::Pci => place(PciModel::ALL, model),
            ControllerType::VirtioSerial => place(VirtioModel::ALL, model),
            _ => -1,
        }
    }
}

impl Pair<'_, Controller> {
    fn check_controller(self) -> Result<()> {
        self.name("Target controller type %1$s does not match source %2$s", |controller| controller.kind)?;
        let format = "Target controller index %1$d does not match source %2$d";
        self.number(format, |controller| controller.index.unwrap_or(-1))?;
        self.number("Target controller model %1$d does not match source %2$d", Controller::model_number)?;
        let serial = self.source.kind == ControllerType::VirtioSerial;
        if serial || self.source.kind == ControllerType::Usb {
            let format = "Target controller ports %1$d does not match source %2$d";
            self.number(format, |controller| controller.ports.unwrap_or(-1))?;
        }
        if serial {
            let format = "Target controller vectors %1$d does not match source %2$d";
            self.number(format, |controller| controller.vectors.unwrap_or(-1))?;
        }
        let driver = self.part(|controller| &controller.driver);
        driver.part(|driver| &driver.virtio).check_driver(driver.both(|driver| *driver != Default::default()))?;
        self.part(|controller| &controller.info).check_info()
    }
}

impl Pair<'_, Filesystem> {
    fn check_filesystem(self) -> Result<()> {
        let format = "Target filesystem guest target %1$s does not match source %2$s";
        self.text(format, "", |filesystem| filesystem.target.as_deref())?;
        self.equal("Target filesystem access mode does not match source", |filesystem| filesystem.readonly)?;
        self.equal("Target filesystem model does not match source", |filesystem| filesystem.model)?;
        let told = self.both(|filesystem| filesystem.driver != FsDriver::default());
        self.part(|filesystem| &filesystem.driver.virtio).check_driver(told)?;
        self.part(|filesystem| &filesystem.info).check_info()
    }
}

/// Returns the KiB of a size that may be missing.
fn size(size: Option<ScaledKiB>) -> u64 {
    size.unwrap_or_default().0
}

impl Pair<'_, MemoryDevice> {
    /// Refuses another memory device.
    pub(super) fn check_memory_device(self) -> Result<()> {
        let format = "Target memory device model '%1$s' doesn't match source model '%2$s'";
        self.name(format, |memory| memory.model)?;
        let format = "Target memory device targetNode '%1$d' doesn't match source targetNode '%2$d'";
        self.number(format, |memory| memory.target.node.map_or(-1, i64::from))?;
        let format = "Target memory device size '%1$llu' doesn't match source memory device size '%2$llu'";
        self.number(format, |memory| memory.target.size.0)?;
        match self.source.model {
            MemoryModel::Nvdimm => self.check_nvdimm()?,
            MemoryModel::VirtioPmem => self.check_address()?,
            MemoryModel::VirtioMem => self.check_virtio_mem()?,
            _ => {}
        }
        self.part(|memory| &memory.info).check_info()
    }

    fn check_nvdimm(self) -> Result<()> {
        // Of these two the stock library names the source's first.
        let swapped = Pair { target: self.source, source: self.target };
        let format = "Target NVDIMM label size '%1$llu' doesn't match source NVDIMM label size '%2$llu'";
        swapped.number(format, |memory| size(memory.target.label))?;
        let format = "Target NVDIMM alignment '%1$llu' doesn't match source NVDIMM alignment '%2$llu'";
        swapped.number(format, |memory| size(memory.source.alignsize))?;
        self.equal("Target NVDIMM pmem flag doesn't match source NVDIMM pmem flag", |memory| memory.source.pmem)?;
        let text = "Target NVDIMM readonly flag doesn't match source NVDIMM readonly flag";
        self.equal(text, |memory| memory.target.readonly)?;
        self.equal("Target NVDIMM UUID doesn't match source NVDIMM", |memory| memory.uuid)
    }

    fn check_address(self) -> Result<()> {
        let format = "Target memory device address '0x%1$llx' doesn't match source memory device address '0x%2$llx'";
        self.number(format, |memory| memory.target.address.map_or(0, |address| address.0))
    }

    fn check_virtio_mem(self) -> Result<()> {
        let format = "Target memory device block size '%1$llu' doesn't match source memory device block size '%2$llu'";
        self.number(format, |memory| size(memory.target.block))?;
        let format =
            "Target memory device requested size '%1$llu' doesn't match source memory device requested size '%2$llu'";
        self.number(format, |memory| size(memory.target.requested))?;
        self.check_address()?;
        let text = "Target memory device 'dynamicMemslots' property doesn't match source memory device";
        self.equal(text, |memory| memory.target.dynamic_memslots)
    }
}
