//! Devices that others imply: controllers, the console of a serial line and the reverse, a video card.
use oxivirt_model::Result;

use super::address::{Address, DeviceInfo, DriveAddress};
use super::complete::{Completion, complete_iscsi};
use super::devices::chardev::{CharDevice, CharTarget};
use super::devices::controller::{Controller, ControllerType, UsbModel};
use super::devices::disk::{Disk, DiskBus};
use super::devices::hostdev::HostSource;
use super::devices::video::{Video, VideoModel, VideoType};
use super::os::OsType;
use super::{Domain, diskname};
use crate::element::Context;
use crate::value::{Value, YesNo};

impl Controller {
    /// Returns true for the USB 2 controllers that work together.
    pub(super) fn is_usb2(&self) -> bool {
        let usb2 = [UsbModel::Ich9Ehci1, UsbModel::Ich9Uhci1, UsbModel::Ich9Uhci2, UsbModel::Ich9Uhci3];
        self.kind == ControllerType::Usb
            && self.model.as_deref().and_then(UsbModel::parse).is_some_and(|model| usb2.contains(&model))
    }

    /// Returns the smallest number that no controller of the type has.
    pub(super) fn free_index(controllers: &[Self], kind: ControllerType) -> i32 {
        let mut index = 0_i32;
        while controllers.iter().any(|other| other.kind == kind && other.index == Some(index)) {
            index = index.saturating_add(1);
        }
        index
    }

    /// Inserts a controller where its type and number belong.
    pub(super) fn insert(controllers: &mut Vec<Self>, controller: Self) {
        let mut at = None;
        for (place, current) in controllers.iter().enumerate().rev() {
            if current.kind != controller.kind {
                continue;
            }
            let Some(index) = controller.index else {
                at = Some(place.saturating_add(1));
                break;
            };
            let current_index = current.index.unwrap_or(-1);
            let before_companion = controller.info.master.is_none() && current.info.master.is_some();
            if current_index > index || (before_companion && current_index == index) {
                at = Some(place);
            } else if at.is_none() {
                at = Some(place.saturating_add(1));
            }
        }
        controllers.insert(at.unwrap_or(controllers.len()), controller);
    }
}

impl Disk {
    /// Inserts a disk where the name of its target belongs among those of its bus.
    pub(super) fn insert(disks: &mut Vec<Self>, disk: Self) {
        let number = |disk: &Self| disk.target.dev.as_deref().and_then(diskname::index).map_or(-1, i64::from);
        let own = number(&disk);
        let mut at = None;
        for (place, current) in disks.iter().enumerate().rev() {
            if current.target.bus != disk.target.bus {
                continue;
            }
            if number(current) > own {
                at = Some(place);
            } else if at.is_none() {
                at = Some(place.saturating_add(1));
            }
        }
        disks.insert(at.unwrap_or(disks.len()), disk);
    }
}

impl Domain {
    /// Orders devices as parsing does, and checks what they say of each other.
    pub(super) fn check_devices(&mut self, cx: &Context) -> Result<()> {
        let disks = std::mem::take(&mut self.devices.disks);
        for disk in disks {
            Disk::insert(&mut self.devices.disks, disk);
        }
        let no_usb = self.order_controllers(cx)?;
        let videos = std::mem::take(&mut self.devices.videos);
        for mut video in videos {
            let first = video.model.primary == Some(YesNo::Yes);
            video.model.primary = None;
            if first {
                video.model.primary = Some(YesNo::Yes);
                self.devices.videos.insert(0, video);
            } else {
                self.devices.videos.push(video);
            }
        }
        self.check_counts(cx)?;
        if no_usb {
            self.refuse_usb(cx)?;
        }
        self.add_hostdev_controllers();
        Ok(())
    }

    fn order_controllers(&mut self, cx: &Context) -> Result<bool> {
        let detail = |text: &str| cx.error(oxivirt_model::ErrorCode::XML_DETAIL, text);
        let (mut none, mut other, mut master) = (false, false, false);
        let controllers = std::mem::take(&mut self.devices.controllers);
        for controller in controllers {
            if controller.kind == ControllerType::Usb {
                let is_none = controller.model.as_deref() == Some("none");
                if none || (is_none && other) {
                    return Err(detail("Can't add another USB controller: USB is disabled for this domain"));
                }
                none |= is_none;
                other |= !is_none;
                master |= controller.info.master.is_none();
            }
            Controller::insert(&mut self.devices.controllers, controller);
        }
        if other && !master {
            return Err(detail("No master USB controller specified"));
        }
        Ok(none)
    }

    fn check_counts(&self, cx: &Context) -> Result<()> {
        let devices = &self.devices;
        if devices.memballoons.len() > 1 {
            return Err(cx.internal("only a single memory balloon device is supported"));
        }
        if devices.tpms.len() > 2 {
            return Err(cx.xml("a maximum of two TPM devices is supported, one of them being a TPM Proxy device"));
        }
        if devices.nvrams.len() > 1 {
            return Err(cx.internal("only a single nvram device is supported"));
        }
        if devices.vsocks.len() > 1 {
            return Err(cx.xml("only a single vsock device is supported"));
        }
        if devices.pstores.len() > 1 {
            return Err(cx.xml("only a single pstore device is supported"));
        }
        Ok(())
    }

    fn refuse_usb(&self, cx: &Context) -> Result<()> {
        let devices = &self.devices;
        if devices.inputs.iter().any(|input| input.bus == Some(super::devices::input::InputBus::Usb)) {
            return Err(cx.unsupported("Can't add USB input device. USB bus is disabled"));
        }
        if devices.hostdevs.iter().any(|hostdev| matches!(hostdev.source, Some(HostSource::Usb { .. }))) {
            return Err(cx.unsupported("Can't add host USB device: USB is disabled in this host"));
        }
        if !devices.hubs.is_empty() {
            return Err(cx.unsupported("Can't add USB hub: USB is disabled for this domain"));
        }
        Ok(())
    }

    /// Returns the infos of all devices.
    pub fn infos(&self) -> impl Iterator<Item = &DeviceInfo> {
        let devices = &self.devices;
        let chars = [&devices.serials, &devices.parallels, &devices.channels, &devices.consoles];
        let some: Vec<&DeviceInfo> = devices
            .disks
            .iter()
            .map(|device| &device.info)
            .chain(devices.interfaces.iter().map(|device| &device.info))
            .chain(devices.sounds.iter().map(|device| &device.info))
            .chain(devices.hostdevs.iter().map(|device| &device.info))
            .chain(devices.smartcards.iter().map(|device| &device.info))
            .chain(chars.into_iter().flatten().map(|device| &device.info))
            .chain(devices.inputs.iter().map(|device| &device.info))
            .chain(devices.filesystems.iter().map(|device| &device.info))
            .chain(devices.controllers.iter().map(|device| &device.info))
            .chain(devices.memballoons.iter().map(|device| &device.info))
            .chain(devices.watchdogs.iter().map(|device| &device.info))
            .chain(devices.nvrams.iter().map(|device| &device.info))
            .chain(devices.videos.iter().map(|device| &device.info))
            .chain(devices.hubs.iter().map(|device| &device.info))
            .chain(devices.redirdevs.iter().map(|device| &device.info))
            .collect();
        let rest: Vec<&DeviceInfo> = devices
            .rngs
            .iter()
            .map(|device| &device.info)
            .chain(devices.shmems.iter().map(|device| &device.info))
            .chain(devices.tpms.iter().map(|device| &device.info))
            .chain(devices.panics.iter().map(|device| &device.info))
            .chain(devices.memories.iter().map(|device| &device.info))
            .chain(devices.iommus.iter().map(|device| &device.info))
            .chain(devices.vsocks.iter().map(|device| &device.info))
            .chain(devices.cryptos.iter().map(|device| &device.info))
            .chain(devices.pstores.iter().map(|device| &device.info))
            .collect();
        some.into_iter().chain(rest)
    }

    /// Gives SCSI devices of the host their addresses.
    pub(super) fn complete_hostdevs(&mut self, cx: &Context) -> Result<()> {
        for at in 0..self.devices.hostdevs.len() {
            let Some(hostdev) = self.devices.hostdevs.get_mut(at) else { break };
            match &mut hostdev.source {
                Some(HostSource::Iscsi { name, .. }) => {
                    let mut whole = Some(std::mem::take(name));
                    complete_iscsi(&mut whole);
                    *name = whole.unwrap_or_default();
                }
                Some(HostSource::Scsi { .. }) => {}
                Some(HostSource::Mdev { .. }) => {
                    let kind = hostdev.info.address.as_ref().map(Address::kind);
                    let model = hostdev.options.model.as_deref().unwrap_or_default();
                    let fits = match (model, &hostdev.info.address) {
                        (_, None) | ("vfio-pci", Some(Address::Pci(_))) | ("vfio-ccw", Some(Address::Ccw { .. })) => {
                            true
                        }
                        ("vfio-pci" | "vfio-ccw", Some(_)) => false,
                        _ => true,
                    };
                    if !fits {
                        let kind = kind.map_or("none", |kind| kind.as_str());
                        return Err(
                            cx.xml(format!("Unsupported address type '{kind}' with mediated device model '{model}'"))
                        );
                    }
                    continue;
                }
                _ => continue,
            }
            if self.devices.hostdevs.get(at).is_some_and(|hostdev| hostdev.info.address.is_none()) {
                let free = self.free_scsi_address();
                if let Some(hostdev) = self.devices.hostdevs.get_mut(at) {
                    hostdev.info.address = Some(Address::Drive(free));
                }
            }
            let own = self.devices.hostdevs.get(at).and_then(|hostdev| hostdev.info.drive()).copied();
            let disks = self.devices.disks.iter().filter(|disk| disk.target.bus == Some(DiskBus::Scsi));
            if let Some(own) = own
                && disks.filter_map(|disk| disk.info.drive()).any(|drive| *drive == own)
            {
                return Err(cx.xml(format!(
                    "SCSI host address controller='{}' bus='{}' target='{}' unit='{}' in use by a SCSI disk",
                    own.controller, own.bus, own.target, own.unit
                )));
            }
        }
        Ok(())
    }

    fn free_scsi_address(&self) -> DriveAddress {
        let disks = self.devices.disks.iter().filter(|disk| disk.target.bus == Some(DiskBus::Scsi));
        let hostdevs = self.devices.hostdevs.iter().map(|hostdev| &hostdev.info);
        let used: Vec<&DriveAddress> =
            disks.map(|disk| &disk.info).chain(hostdevs).filter_map(DeviceInfo::drive).collect();
        let all = (0_u32..)
            .flat_map(|controller| (0_u32..7).map(move |unit| DriveAddress { controller, bus: 0, target: 0, unit }));
        all.into_iter().find(|address| !used.contains(&address)).unwrap_or_default()
    }

    /// Adds what the devices imply.
    pub(super) fn add_implicit_devices(&mut self, driver: &Completion<'_>, cx: &Context) -> Result<()> {
        let _ = driver;
        self.pair_console(cx)?;
        for (kind, bus) in [
            (ControllerType::Scsi, DiskBus::Scsi),
            (ControllerType::Fdc, DiskBus::Fdc),
            (ControllerType::Ide, DiskBus::Ide),
            (ControllerType::Sata, DiskBus::Sata),
            (ControllerType::Nvme, DiskBus::Nvme),
        ] {
            let disks = self.devices.disks.iter().filter(|disk| disk.target.bus == Some(bus));
            let used = disks.filter_map(|disk| disk.info.drive()).map(|drive| drive.controller);
            let last = used.filter(|index| i32::try_from(*index).is_ok()).max();
            self.add_controllers(kind, last, None);
        }
        let serial = |device: &CharDevice| {
            (device.target_kind() == Some("virtio")).then_some(match device.info.address {
                Some(Address::VirtioSerial { controller, .. }) => controller,
                _ => 0,
            })
        };
        let used: Vec<u32> = self.devices.channels.iter().chain(&self.devices.consoles).filter_map(serial).collect();
        for index in used {
            self.add_controller(ControllerType::VirtioSerial, index, None);
        }
        self.add_ccid_controllers();
        self.add_hostdev_controllers();
        if !self.devices.graphics.is_empty() && self.devices.videos.is_empty() {
            let model = VideoModel { heads: Some(1), ..VideoModel::default() };
            self.devices.videos.push(Video { model, ..Video::default() });
        }
        self.complete_first_video();
        Ok(())
    }

    /// The first video card is the primary one; a card that is none keeps its alias only.
    fn complete_first_video(&mut self) {
        let (os, arch, kind) = (self.os_type(), self.arch().to_owned(), self.kind);
        let Some(first) = self.devices.videos.first_mut() else { return };
        if first.model.kind == VideoType::None {
            let alias = first.info.alias.take();
            *first = Video::default();
            (first.model.kind, first.info.alias) = (VideoType::None, alias);
        } else {
            first.model.primary = Some(YesNo::Yes);
            first.complete(os, &arch, kind);
        }
    }

    fn add_controllers(&mut self, kind: ControllerType, last: Option<u32>, model: Option<&str>) {
        // More than these the stock library would add as well, one by one.
        for index in 0..=last.unwrap_or(0).min(4096) {
            if last.is_some() {
                self.add_controller(kind, index, model);
            }
        }
    }

    fn add_controller(&mut self, kind: ControllerType, index: u32, model: Option<&str>) {
        // The stock library reads it as a negative number, which stands for the next free one.
        let index = i32::try_from(index).unwrap_or_else(|_| Controller::free_index(&self.devices.controllers, kind));
        let there = self.devices.controllers.iter().any(|other| other.kind == kind && other.index == Some(index));
        if !there {
            let mut controller = Controller::new(kind, index);
            controller.model = model.map(str::to_owned);
            Controller::insert(&mut self.devices.controllers, controller);
        }
    }

    fn add_ccid_controllers(&mut self) {
        for at in 0..self.devices.smartcards.len() {
            let slots = self.devices.smartcards.iter().filter_map(|card| match card.info.address {
                Some(Address::Ccid { controller: 0, slot }) => Some(slot),
                _ => None,
            });
            let next = slots.max().map_or(0, |slot| slot.saturating_add(1));
            let Some(card) = self.devices.smartcards.get_mut(at) else { break };
            let index = match card.info.address.get_or_insert(Address::Ccid { controller: 0, slot: next }) {
                Address::Ccid { controller, .. } => *controller,
                _ => 0,
            };
            self.add_controller(ControllerType::Ccid, index, None);
        }
    }

    /// Adds the SCSI controllers that devices of the host are on.
    fn add_hostdev_controllers(&mut self) {
        let mut model = None;
        let mut last = None;
        for hostdev in &self.devices.hostdevs {
            if !matches!(hostdev.source, Some(HostSource::Scsi { .. } | HostSource::Iscsi { .. })) {
                continue;
            }
            let controller = hostdev.info.drive().map_or(0, |drive| drive.controller);
            if i32::try_from(controller).is_ok() && last.is_none_or(|last| controller > last) {
                last = Some(controller);
                let index = i32::try_from(controller).ok();
                let found = self
                    .devices
                    .controllers
                    .iter()
                    .find(|other| other.kind == ControllerType::Scsi && other.index == index);
                model = found.and_then(|found| found.model.clone()).or(model);
            }
        }
        self.add_controllers(ControllerType::Scsi, last, model.as_deref());
    }

    /// A serial line has a console, and the first console of a machine is its serial line.
    fn pair_console(&mut self, cx: &Context) -> Result<()> {
        let is_serial = |console: &CharDevice| console.target_kind().is_none_or(|kind| kind == "serial");
        if self.devices.consoles.iter().skip(1).any(|console| console.target_kind() == Some("serial")) {
            return Err(cx.unsupported("Only the first console can be a serial port"));
        }
        if self.os_type() != OsType::Hvm {
            return Ok(());
        }
        let serials = &mut self.devices.serials;
        let consoles = &mut self.devices.consoles;
        match (consoles.first().is_some_and(is_serial), serials.first()) {
            (true, None) => {
                if let Some(first) = consoles.first() {
                    let target = CharTarget { port: Some(0), ..CharTarget::default() };
                    serials.push(CharDevice { target: Some(target), ..first.clone() });
                }
            }
            (true, Some(_)) => {}
            (false, Some(serial)) => {
                let pairs = matches!(
                    serial.target_kind(),
                    None | Some("isa-serial" | "spapr-vio-serial" | "system-serial" | "sclp-serial")
                );
                if pairs {
                    consoles.insert(0, CharDevice::default());
                }
            }
            (false, None) => return Ok(()),
        }
        // A console that is a serial line is printed as that line.
        for (number, console) in consoles.iter_mut().enumerate() {
            let port = i32::try_from(number).ok();
            let target = console.target.get_or_insert_default();
            if number == 0 && target.kind.as_deref().is_none_or(|kind| kind == "serial") {
                if let Some(serial) = serials.first() {
                    let line = serial.target.as_ref().and_then(|target| target.port);
                    *console = serial.clone();
                    console.target =
                        Some(CharTarget { kind: Some("serial".to_owned()), port: line, ..CharTarget::default() });
                }
            } else {
                target.port = port;
            }
        }
        Ok(())
    }
}
