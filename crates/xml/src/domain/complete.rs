//! Completing a definition: defaults, controllers' numbers, addresses of disks, what devices imply.
use oxivirt_model::{ErrorDomain, Result, Uuid};

use super::address::{Address, DriveAddress};
use super::clock::LifecycleAction;
use super::cputune::OneVcpu;
use super::devices::chardev::CharDevice;
use super::devices::controller::Controller;
use super::devices::disk::{Disk, DiskBus, DiskDevice, SnapshotLocation};
use super::devices::filesystem::{Filesystem, FsAccessMode};
use super::devices::input::{Input, InputBus, InputType};
use super::devices::memory::{MemoryDevice, MemoryModel};
use super::devices::small::{RngBackendModel, Vsock};
use super::devices::video::{Video, VideoType};
use super::memory::MemoryAccess;
use super::os::{BootDevice, LoaderType, OsType};
use super::source::{NetProtocol, SourceKind};
use super::{Domain, VirtType, diskname};
use crate::element::Context;
use crate::netparts::VirtualPortType;
use crate::value::{Mac, YesNo};

/// What completing needs from the driver.
#[derive(Clone, Copy)]
pub struct Completion<'a> {
    /// Architecture of a domain that does not name one.
    pub arch: &'a str,
    /// First bytes of addresses that are made up.
    pub mac_prefix: [u8; 3],
    /// Fills its argument with random bytes.
    pub random: &'a dyn Fn(&mut [u8]),
    /// Prefix of the names of interfaces that have none, for drivers that make them up.
    pub interface_prefix: Option<&'a str>,
}

impl core::fmt::Debug for Completion<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Completion").field("arch", &self.arch).finish_non_exhaustive()
    }
}

impl Completion<'_> {
    /// Returns a random UUID of version 4.
    #[must_use]
    pub fn uuid(&self) -> Uuid {
        let mut bytes = [0; Uuid::LEN];
        (self.random)(&mut bytes);
        let [.., version, _, variant, _, _, _, _, _, _, _] = &mut bytes;
        *version = *version & 0x0f | 0x40;
        *variant = *variant & 0x3f | 0x80;
        Uuid(bytes)
    }

    fn mac(&self) -> Mac {
        let mut tail = [0; 3];
        (self.random)(&mut tail);
        let ([a, b, c], [d, e, f]) = (self.mac_prefix, tail);
        Mac([a, b, c, d, e, f])
    }
}

impl Domain {
    /// Fills in what the document leaves open.
    ///
    /// # Errors
    /// The stock library's for what cannot be completed.
    pub fn complete(&mut self, driver: &Completion<'_>) -> Result<()> {
        let cx = &Context { from: ErrorDomain::DOMAIN, inactive: true, ..Context::default() };
        self.complete_heads(driver);
        self.number_controllers();
        self.number_serials(cx)?;
        self.complete_devices(driver, cx)?;
        if self.os_type() == OsType::Exe && self.os.init.is_none() {
            return Err(cx.xml("init binary must be specified"));
        }
        self.complete_vcpus(cx)?;
        self.complete_memory(cx)?;
        if let Some(loader) = self.os.loader.as_mut().filter(|loader| loader.path.is_some()) {
            loader.kind.get_or_insert(LoaderType::Rom);
        }
        self.refuse_duplicates(cx)?;
        if self.os_type() == OsType::Hvm {
            self.complete_boot_order(cx)?;
        }
        self.check_timers(cx)?;
        self.add_implicit_devices(driver, cx)?;
        for graphics in &mut self.devices.graphics {
            graphics.complete();
        }
        self.complete_cpu(cx)?;
        if self.name.contains('/') {
            return Err(cx.xml(format!("name {} cannot contain '/'", self.name)));
        }
        self.name_interfaces(driver);
        self.compact();
        Ok(())
    }

    fn complete_heads(&mut self, driver: &Completion<'_>) {
        if self.uuid.is_none() {
            self.uuid = Some(driver.uuid());
        }
        if let Some(genid) = &mut self.genid {
            genid.uuid.get_or_insert_with(|| driver.uuid());
        }
        let os = self.os.kind.get_or_insert_default();
        os.kind.get_or_insert(OsType::Xen);
        if self.kind == VirtType::Xen && os.kind == Some(OsType::Xen) {
            os.kind = Some(OsType::Linux);
        }
        os.arch.get_or_insert_with(|| driver.arch.to_owned());
        self.on_poweroff.get_or_insert(LifecycleAction::Destroy);
        self.on_reboot.get_or_insert(LifecycleAction::Restart);
        self.on_crash.get_or_insert(LifecycleAction::Destroy);
    }

    /// Gives controllers without a number the next one of their type; companions get their master's.
    fn number_controllers(&mut self) {
        let mut reinsert = false;
        let controllers = &mut self.devices.controllers;
        for at in 0..controllers.len() {
            let Some(controller) = controllers.get(at) else { return };
            if controller.index.is_some() {
                continue;
            }
            let kind = controller.kind;
            let mut shared = None;
            if at > 0 && controller.is_usb2() {
                reinsert = true;
                let previous = controllers.iter().take(at).rev().find(|other| other.kind == kind);
                shared = previous.filter(|previous| previous.is_usb2()).and_then(|previous| {
                    let taken = controllers.iter().any(|other| {
                        other.kind == kind && other.index == previous.index && other.model == controller.model
                    });
                    if taken { None } else { previous.index }
                });
            }
            let index = shared.unwrap_or_else(|| Controller::free_index(controllers, kind));
            if let Some(controller) = controllers.get_mut(at) {
                controller.index = Some(index);
            }
        }
        if reinsert {
            let all = std::mem::take(controllers);
            for controller in all {
                Controller::insert(controllers, controller);
            }
        }
    }

    /// Gives ISA serial lines their ports.
    fn number_serials(&mut self, cx: &Context) -> Result<()> {
        let mut used = [false; 4];
        let mut count = 0_usize;
        let is_isa = |serial: &CharDevice| serial.target_kind() == Some("isa-serial");
        for serial in self.devices.serials.iter().filter(|serial| is_isa(serial)) {
            let port = serial.target.as_ref().and_then(|target| target.port);
            count = count.saturating_add(1);
            let place = port.map(|port| usize::try_from(port).unwrap_or(usize::MAX));
            if count > used.len() || place.is_some_and(|place| place >= used.len()) {
                return Err(cx.internal("Maximum supported number of ISA serial ports is '4'"));
            }
            if let Some(slot) = place.and_then(|place| used.get_mut(place))
                && std::mem::replace(slot, true)
            {
                return Err(cx.internal(format!("target port '{}' already allocated", port.unwrap_or_default())));
            }
        }
        for serial in self.devices.serials.iter_mut().filter(|serial| is_isa(serial)) {
            let target = serial.target.get_or_insert_default();
            if target.port.is_none()
                && let Some((place, slot)) = used.iter_mut().enumerate().find(|(_, used)| !**used)
            {
                *slot = true;
                target.port = i32::try_from(place).ok();
            }
        }
        Ok(())
    }

    /// Completes each device by itself, in the order of the stock library.
    pub(super) fn complete_devices(&mut self, driver: &Completion<'_>, cx: &Context) -> Result<()> {
        self.complete_disks(cx)?;
        for interface in &mut self.devices.interfaces {
            if interface.mac.is_none() {
                interface.mac = Some(driver.mac());
                interface.mac_generated = true;
            }
            if let Some(port) = &mut interface.virtual_port {
                match port.kind {
                    Some(VirtualPortType::Qbg) => drop(port.instanceid.get_or_insert_with(|| driver.uuid())),
                    Some(VirtualPortType::OpenVSwitch) => drop(port.interfaceid.get_or_insert_with(|| driver.uuid())),
                    _ => {}
                }
            }
        }
        for sound in &mut self.devices.sounds {
            if sound.model == super::devices::audio::SoundModel::Virtio {
                sound.streams.get_or_insert(2);
            }
        }
        self.complete_hostdevs(cx)?;
        self.complete_char_devices(cx)?;
        let (os, arch, kind) = (self.os_type(), self.arch().to_owned(), self.kind);
        for input in &mut self.devices.inputs {
            input.complete(os, &arch, kind);
        }
        for filesystem in &mut self.devices.filesystems {
            filesystem.complete();
        }
        for video in &mut self.devices.videos {
            video.complete(os, &arch, kind);
        }
        for controller in &self.devices.controllers {
            let virtio = matches!(
                controller.model.as_deref(),
                Some("virtio-scsi" | "virtio-transitional" | "virtio-non-transitional")
            );
            if controller.driver.iothread != 0 && !virtio {
                return Err(cx.xml("'iothread' attribute only supported for virtio scsi controllers"));
            }
        }
        for rng in &mut self.devices.rngs {
            if rng.backend.model == RngBackendModel::Random {
                rng.backend.file.get_or_insert_with(|| "/dev/random".to_owned());
            }
        }
        for memory in &mut self.devices.memories {
            memory.complete(&arch, driver);
        }
        for vsock in &mut self.devices.vsocks {
            vsock.complete();
        }
        Ok(())
    }

    fn complete_disks(&mut self, cx: &Context) -> Result<()> {
        for at in 0..self.devices.disks.len() {
            let (before, rest) = self.devices.disks.split_at_mut(at);
            let Some((disk, after)) = rest.split_first_mut() else { break };
            disk.complete(cx)?;
            if let Some(group) = &disk.iotune.group_name
                && !disk.iotune.has_limit()
            {
                let others = before.iter().chain(after.iter());
                let same = others
                    .map(|other| &other.iotune)
                    .find(|tune| tune.group_name.as_ref() == Some(group) && tune.has_limit());
                if let Some(tune) = same {
                    disk.iotune = tune.clone();
                }
            }
            if disk.source.fdgroup.is_some() {
                let dev = disk.target.dev.as_deref().unwrap_or_default();
                return Err(cx.unsupported(format!("driver does not support FD passing for disk '{dev}'")));
            }
        }
        Ok(())
    }

    fn complete_char_devices(&mut self, cx: &Context) -> Result<()> {
        let hvm_x86 = matches!(self.arch(), "i686" | "x86_64");
        if !hvm_x86 && self.devices.serials.iter().any(|serial| serial.target_kind() == Some("isa-debug")) {
            return Err(cx.unsupported("isa-debug serial type only valid on x86 architecture"));
        }
        for (number, console) in self.devices.consoles.iter_mut().enumerate() {
            let target = console.target.get_or_insert_default();
            target.port = i32::try_from(number).ok();
            if target.kind.as_deref().is_none_or(|kind| kind == "none") {
                target.kind = Some("serial".to_owned());
            }
        }
        for serial in &mut self.devices.serials {
            let target = serial.target.get_or_insert_default();
            if target.kind.as_deref() == Some("none") {
                target.kind = None;
            }
            if target.model.as_deref() == Some("none") {
                target.model = None;
            }
        }
        number_ports(&mut self.devices.parallels);
        number_ports(&mut self.devices.serials);
        Ok(())
    }

    fn complete_vcpus(&mut self, cx: &Context) -> Result<()> {
        if self.vcpus.is_empty() {
            return Ok(());
        }
        let max = self.max_vcpus();
        let told = std::mem::take(&mut self.vcpus);
        let mut told = told.into_iter().peekable();
        for id in 0..max {
            let one = told.next_if(|one| one.id == id);
            while told.next_if(|one| one.id == id).is_some() {}
            let mut one = one.unwrap_or(OneVcpu { id, enabled: YesNo::No, hotpluggable: None, order: 0 });
            match one.hotpluggable {
                None => one.hotpluggable = Some(if one.enabled == YesNo::Yes { YesNo::No } else { YesNo::Yes }),
                Some(YesNo::No) if one.enabled == YesNo::No => {
                    return Err(cx.unsupported(format!("vcpu '{id}' is both offline and not hotpluggable")));
                }
                Some(_) => {}
            }
            self.vcpus.push(one);
        }
        Ok(())
    }

    fn complete_memory(&mut self, cx: &Context) -> Result<()> {
        let cells = self.cpu.as_ref().and_then(|cpu| cpu.0.numa.as_ref()).map(|numa| numa.cells.as_slice());
        if cells.unwrap_or_default().is_empty() && self.memory_backing.hugepages.is_some() {
            self.memory_backing.forget_only_node();
        }
        let in_cells = cells.unwrap_or_default().iter().fold(0_u64, |sum, cell| sum.saturating_add(cell.memory));
        let plugged = self.devices.memories.iter().fold(0_u64, |sum, memory| sum.saturating_add(memory.target.size.0));
        let total = &mut self.memory.size.0;
        if *total == 0 && in_cells != 0 {
            *total = in_cells.saturating_add(plugged);
        } else if plugged > *total {
            return Err(cx.xml("Total size of memory devices exceeds the total memory size"));
        }
        let total = *total;
        if total == plugged {
            return Err(cx.xml("Memory size must be specified via <memory> or in the <numa> configuration"));
        }
        let current = self.current_memory.get_or_insert_default();
        if current.0 == 0 || current.0 > total {
            current.0 = total;
        }
        if let Some(max) = &self.max_memory {
            if max.size.0 == 0 && max.slots > 0 {
                return Err(cx.xml("maximum memory size must be specified when specifying number of memory slots"));
            }
            if max.size.0 != 0 && max.size.0 < total {
                return Err(cx.xml("maximum memory size must be equal or greater than the actual memory size"));
            }
            if max.size.0 == 0 {
                self.max_memory = None;
            }
        }
        if cells.is_none_or(<[_]>::is_empty) {
            let pages = self.memory_backing.hugepages.iter_mut().flat_map(|huge| &mut huge.pages);
            for page in pages {
                page.nodeset = page.nodeset.take().filter(|nodes| !nodes.0.is_empty());
            }
        }
        Ok(())
    }

    fn refuse_duplicates(&self, cx: &Context) -> Result<()> {
        let controllers = &self.devices.controllers;
        for (at, one) in controllers.iter().enumerate() {
            let is_usb = one.kind == super::devices::controller::ControllerType::Usb;
            let repeated = controllers.iter().take(at).any(|other| other.kind == one.kind && other.index == one.index);
            if repeated && !is_usb {
                let index = one.index.unwrap_or_default();
                return Err(cx.xml(format!("Multiple '{}' controllers with index '{index}'", one.kind.as_str())));
            }
        }
        for (at, one) in self.devices.panics.iter().enumerate() {
            if self.devices.panics.iter().take(at).any(|other| other.model == one.model) {
                let model = one.model.map_or("default", |model| model.as_str());
                return Err(cx.xml(format!("Multiple panic devices with model '{model}'")));
            }
        }
        Ok(())
    }

    fn complete_boot_order(&mut self, cx: &Context) -> Result<()> {
        let mut orders = std::collections::BTreeSet::new();
        for order in self.infos().filter_map(|info| info.boot.as_ref()).map(|boot| boot.order) {
            if !orders.insert(order) {
                return Err(cx.unsupported(format!("boot order '{order}' used for more than one device")));
            }
        }
        match (self.os.boot.is_empty(), orders.is_empty()) {
            (false, false) => {
                Err(cx.unsupported("per-device boot elements cannot be used together with os/boot elements"))
            }
            (true, true) => {
                // Not printed beside a boot loader.
                if self.bootloader.is_none() {
                    self.os.boot.push(BootDevice::Hd);
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn complete_cpu(&mut self, cx: &Context) -> Result<()> {
        let Some(cpu) = &mut self.cpu else { return Ok(()) };
        let checked = cpu.0.check.is_some_and(|check| check != crate::cpu::CpuCheck::Default);
        if cpu.0.mode.is_none() && checked {
            return Err(cx.unsupported("check attribute specified for CPU with no model"));
        }
        cpu.0.forget_unnamed();
        Ok(())
    }

    fn name_interfaces(&mut self, driver: &Completion<'_>) {
        let Some(prefix) = driver.interface_prefix else { return };
        for at in 0..self.devices.interfaces.len() {
            if self.devices.interfaces.get(at).is_some_and(|interface| interface.target.is_some()) {
                continue;
            }
            let free = (0_u32..1024)
                .map(|number| format!("{prefix}{number}"))
                .find(|name| !self.devices.interfaces.iter().any(|other| other.target.as_ref() == Some(name)));
            if let Some(interface) = self.devices.interfaces.get_mut(at) {
                interface.target = free;
            }
        }
    }
}

/// Gives devices without a port the one after the largest.
fn number_ports(devices: &mut [CharDevice]) {
    for at in 0..devices.len() {
        let largest = devices.iter().filter_map(|device| device.target.as_ref()?.port).max().unwrap_or(-1);
        if let Some(device) = devices.get_mut(at) {
            device.target.get_or_insert_default().port.get_or_insert(largest.saturating_add(1));
        }
    }
}

impl Disk {
    fn complete(&mut self, cx: &Context) -> Result<()> {
        if let Some(dev) = self.target.dev.as_mut()
            && let Some(rest) = dev.strip_prefix("ioemu:")
        {
            *dev = rest.to_owned();
        }
        self.readonly |= self.device == DiskDevice::Cdrom;
        let dev = self.target.dev.clone();
        let bus = *self.target.bus.get_or_insert_with(|| default_bus(self.device, dev.as_deref()));
        if bus == DiskBus::Scsi && self.device == DiskDevice::Disk {
            // Allowed, but told of USB only.
            self.target.removable = None;
        }
        // What the stock library sets for a read-only disk is not printed; asked for, it is not printed either.
        if self.readonly && self.snapshot == Some(SnapshotLocation::No) {
            self.snapshot = None;
        }
        if self.kind == SourceKind::Network && self.source.protocol == Some(NetProtocol::Iscsi) {
            complete_iscsi(&mut self.source.name);
        }
        if self.kind == SourceKind::Nvme {
            self.source.managed.get_or_insert(YesNo::Yes);
        }
        if self.kind == SourceKind::VhostUser && self.snapshot.is_none() && !self.readonly {
            self.snapshot = Some(SnapshotLocation::No);
        }
        if self.info.address.is_none()
            && let Some(dev) = dev
        {
            self.assign_address(dev.strip_prefix("ioemu:").unwrap_or(&dev), bus, cx)?;
        }
        Ok(())
    }

    fn assign_address(&mut self, dev: &str, bus: DiskBus, cx: &Context) -> Result<()> {
        let Some(index) = diskname::index(dev) else {
            return Err(cx.xml(format!("Unknown disk name '{dev}' and no address specified")));
        };
        let split = |by: u32| (index.checked_div(by).unwrap_or(0), index.checked_rem(by).unwrap_or(0));
        let (controller, bus, unit) = match bus {
            DiskBus::Scsi => {
                let (controller, unit) = split(7);
                (controller, 0, unit)
            }
            DiskBus::Ide => {
                let (controller, rest) = split(4);
                (controller, rest >> 1, rest & 1)
            }
            DiskBus::Sata => {
                let (controller, unit) = split(6);
                (controller, 0, unit)
            }
            DiskBus::Fdc => {
                let (controller, unit) = split(2);
                (controller, 0, unit)
            }
            DiskBus::Nvme => (diskname::nvme_controller(dev).unwrap_or(0), 0, index),
            _ => return Ok(()),
        };
        self.info.address = Some(Address::Drive(DriveAddress { controller, bus, target: 0, unit }));
        Ok(())
    }
}

fn default_bus(device: DiskDevice, dev: Option<&str>) -> DiskBus {
    if device == DiskDevice::Floppy {
        return DiskBus::Fdc;
    }
    let dev = dev.map(|dev| dev.strip_prefix("ioemu:").unwrap_or(dev)).unwrap_or_default();
    let known = [
        ("hd", DiskBus::Ide),
        ("sd", DiskBus::Scsi),
        ("vd", DiskBus::Virtio),
        ("xvd", DiskBus::Xen),
        ("ubd", DiskBus::Uml),
        ("nvme", DiskBus::Nvme),
    ];
    known.into_iter().find(|(prefix, _)| dev.starts_with(prefix)).map_or(DiskBus::Ide, |(_, bus)| bus)
}

/// Adds the unit to the name of an iSCSI target that does not tell it.
pub(super) fn complete_iscsi(name: &mut Option<String>) {
    if let Some(name) = name.as_mut().filter(|name| !name.contains('/')) {
        name.push_str("/0");
    }
}

impl Input {
    fn complete(&mut self, os: OsType, arch: &str, kind: VirtType) {
        if self.bus.is_some() {
            return;
        }
        self.bus = match os {
            OsType::Hvm => Some(match self.kind {
                InputType::Mouse | InputType::Keyboard if matches!(arch, "i686" | "x86_64") => InputBus::Ps2,
                _ if matches!(arch, "s390" | "s390x") => InputBus::Virtio,
                InputType::Passthrough => InputBus::Virtio,
                InputType::Evdev => InputBus::None,
                _ => InputBus::Usb,
            }),
            OsType::Xen | OsType::XenPvh => Some(InputBus::Xen),
            _ if matches!(kind, VirtType::Vz | VirtType::Parallels) => Some(InputBus::Parallels),
            _ => None,
        };
    }
}

impl Filesystem {
    fn complete(&mut self) {
        if self.source.socket.is_none() {
            self.accessmode.get_or_insert(FsAccessMode::Passthrough);
        }
    }
}

impl MemoryDevice {
    fn complete(&mut self, arch: &str, driver: &Completion<'_>) {
        match self.model {
            MemoryModel::VirtioPmem => {
                self.access.get_or_insert(MemoryAccess::Shared);
            }
            MemoryModel::Nvdimm if matches!(arch, "ppc64" | "ppc64le") => {
                self.uuid.get_or_insert_with(|| driver.uuid());
            }
            _ => {}
        }
    }
}

impl Vsock {
    fn complete(&mut self) {
        let chosen = self.cid.is_none();
        self.auto_cid.get_or_insert(chosen.into());
    }
}

impl Video {
    /// Fills in the model and its memory.
    pub(super) fn complete(&mut self, os: OsType, arch: &str, kind: VirtType) {
        let model = &mut self.model;
        if model.kind == VideoType::Default {
            model.kind = match os {
                OsType::Xen | OsType::Linux => VideoType::Xen,
                _ if matches!(arch, "ppc64" | "ppc64le") => VideoType::Vga,
                _ => VideoType::Cirrus,
            };
        }
        let default = match model.kind {
            VideoType::Vga | VideoType::Cirrus | VideoType::Vmvga => match kind {
                VirtType::Vbox => 8 << 10,
                VirtType::Vmware => 4 << 10,
                _ => 16 << 10,
            },
            VideoType::Bochs => 16 << 10,
            VideoType::Xen => 4 << 10,
            VideoType::Qxl => 64 << 10,
            _ => 0,
        };
        if model.ram == 0 && model.kind == VideoType::Qxl {
            model.ram = default;
        }
        if model.vram == 0 {
            model.vram = default;
        }
        for size in [&mut model.ram, &mut model.vram] {
            *size = if *size == 0 { 0 } else { size.checked_next_power_of_two().unwrap_or(0) };
        }
    }
}
