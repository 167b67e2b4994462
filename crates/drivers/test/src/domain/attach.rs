//! Devices that come, change and go while a domain runs.
use super::definition::{COMPLETION, Definition};
use super::vcpu::AFFECT;
use super::{Domain, check_flags, report};
use crate::FROM;
use crate::driver::Driver;
use crate::session::TestSession;
use oxivirt_driver_common::Locked;
use oxivirt_model::constants::*;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::{Event, remote};
use oxivirt_xml::domain::Completion;
use oxivirt_xml::domain::address::DeviceInfo;
use oxivirt_xml::domain::device::Device;
use oxivirt_xml::domain::devices::controller::ControllerType;
use oxivirt_xml::domain::devices::disk::{Disk, DiskBus, DiskDevice};
use oxivirt_xml::domain::devices::hostdev::{Hostdev, HostdevMode, PciDriverName, SubsysType};
use oxivirt_xml::domain::devices::interface::{Interface, InterfaceType};
use oxivirt_xml::domain::os::OsType;
use std::sync::Arc;

fn refused(code: ErrorCode, text: Vec<u8>) -> Error {
    Error::new(FROM, code, text)
}

fn unsupported(text: Vec<u8>) -> Error {
    refused(ErrorCode::OPERATION_UNSUPPORTED, text)
}

/// Returns an error of the code that drivers share.
fn of_domain(code: ErrorCode, text: Vec<u8>) -> Error {
    Error::new(ErrorDomain::DOMAIN, code, text)
}

fn info(device: &Device) -> Option<&DeviceInfo> {
    match device {
        Device::Disk(disk) => Some(&disk.info),
        Device::Interface(interface) => Some(&interface.info),
        Device::Hostdev(hostdev) => Some(&hostdev.info),
        Device::Other(_) => None,
    }
}

/// Refuses a name of the user's that another device has.
fn check_alias(definition: &Definition, device: &Device) -> Result<()> {
    let Some(alias) = info(device).and_then(|info| info.alias.as_deref()) else { return Ok(()) };
    if definition.infos().any(|info| info.alias.as_deref() == Some(alias)) {
        let text = message!("non unique alias detected: %1$s", alias);
        return Err(of_domain(ErrorCode::CONFIG_UNSUPPORTED, text));
    }
    Ok(())
}

/// Refuses a device that the domain has no use for.
fn check_compatible(definition: &Definition, device: &Device) -> Result<()> {
    let usb = matches!(device, Device::Disk(disk) if disk.target.bus == Some(DiskBus::Usb))
        || matches!(device, Device::Hostdev(hostdev) if hostdev.subsys == Some(SubsysType::Usb));
    let has_usb = definition
        .devices
        .controllers
        .iter()
        .any(|controller| controller.kind == ControllerType::Usb && controller.model.as_deref() != Some("none"));
    if usb && !has_usb && definition.os_type() != OsType::Exe {
        let text = message!("Device configuration is not compatible: Domain has no USB bus support");
        return Err(of_domain(ErrorCode::CONFIG_UNSUPPORTED, text));
    }
    let Some(boot) = info(device).and_then(|info| info.boot.as_ref()) else { return Ok(()) };
    if !definition.os.boot.is_empty() {
        let text = message!("per-device boot elements cannot be used together with os/boot elements");
        return Err(of_domain(ErrorCode::CONFIG_UNSUPPORTED, text));
    }
    if definition.infos().any(|info| info.boot.as_ref().is_some_and(|other| other.order == boot.order)) {
        let text = message!("boot order %1$u is already used by another device", boot.order);
        return Err(of_domain(ErrorCode::CONFIG_UNSUPPORTED, text));
    }
    Ok(())
}

/// Returns the name that a disk gets.
fn disk_alias(definition: &Definition, disk: &Disk) -> Result<String> {
    let bus = disk.target.bus.unwrap_or(DiskBus::Ide);
    let Some(drive) = disk.info.drive() else {
        let index = disk.index().map_or(-1, i64::from);
        return Ok(format!("{}-disk{index}", bus.as_str()));
    };
    let (controller, unit) = (drive.controller, drive.unit);
    if bus == DiskBus::Scsi {
        let mut controllers = definition.devices.controllers.iter();
        let model = controllers.find(|one| {
            one.kind == ControllerType::Scsi
                && one.index.and_then(|index| u32::try_from(index).ok()) == Some(controller)
        });
        let Some(model) = model else {
            let text = message!("unable to find a SCSI controller for idx=%1$d", controller);
            return Err(refused(ErrorCode::INTERNAL_ERROR, text));
        };
        if model.model.as_deref() != Some("lsilogic") {
            return Ok(format!("scsi{controller}-{}-{}-{unit}", drive.bus, drive.target));
        }
    }
    Ok(format!("{}{controller}-{}-{unit}", bus.as_str(), drive.bus))
}

/// Adds a disk, or changes the medium of a drive. Returns the name of a new device.
fn attach_disk(definition: &mut Definition, mut disk: Disk) -> Result<Option<String>> {
    if matches!(disk.device, DiskDevice::Cdrom | DiskDevice::Floppy)
        && let Some(drive) = definition.devices.disks.iter_mut().find(|other| other.target.dev == disk.target.dev)
    {
        (drive.source, drive.kind) = (disk.source, disk.kind);
        return Ok(None);
    }
    if disk.device == DiskDevice::Floppy {
        return Err(unsupported(message!("floppy device hotplug isn't supported")));
    }
    definition.check_duplicate_disk(&disk)?;
    match disk.target.bus.unwrap_or(DiskBus::Ide) {
        DiskBus::Usb if disk.device == DiskDevice::Lun => {
            let text = message!("disk device='lun' is not supported for usb bus");
            return Err(refused(ErrorCode::CONFIG_UNSUPPORTED, text));
        }
        DiskBus::Virtio if disk.device == DiskDevice::Cdrom => {
            return Err(unsupported(message!("cdrom device with virtio bus isn't supported")));
        }
        DiskBus::Usb | DiskBus::Virtio => {}
        bus => return Err(unsupported(message!("disk bus '%1$s' cannot be hotplugged.", bus.as_str()))),
    }
    let alias = match disk.info.alias.take() {
        Some(alias) => alias,
        None => disk_alias(definition, &disk)?.into(),
    };
    disk.info.alias = Some(alias.clone());
    definition.insert_disk(disk);
    Ok(Some(alias.into()))
}

/// Only these interfaces come and go.
fn is_plain(interface: &Interface) -> bool {
    matches!(interface.kind, InterfaceType::Ethernet | InterfaceType::Bridge)
}

fn attach_interface(definition: &mut Definition, mut interface: Interface) -> Result<Option<String>> {
    let number = |interface: &Interface| interface.info.alias.as_deref()?.strip_prefix("net")?.parse::<i32>().ok();
    let next = definition.devices.interfaces.iter().filter_map(number).max().map_or(0, |last| last.saturating_add(1));
    let alias = interface.info.alias.take().unwrap_or_else(|| format!("net{next}").into());
    if !is_plain(&interface) {
        let kind = interface.kind.as_str();
        return Err(unsupported(message!("hotplug of interface type of %1$s is not implemented yet", kind)));
    }
    interface.info.alias = Some(alias.clone());
    definition.devices.interfaces.push(interface);
    Ok(Some(alias.into()))
}

fn attach_hostdev(definition: &mut Definition, hostdev: Hostdev) -> Result<Option<String>> {
    let code = ErrorCode::CONFIG_UNSUPPORTED;
    if hostdev.mode != HostdevMode::Subsystem {
        let text = message!("hotplug is not supported for hostdev mode '%1$s'", hostdev.mode.as_str());
        return Err(refused(code, text));
    }
    if hostdev.subsys != Some(SubsysType::Pci) {
        // The stock library takes the name from the table of another enumeration.
        let kind = match hostdev.subsys {
            Some(SubsysType::Usb) => "default",
            Some(SubsysType::Scsi) => "vfio",
            Some(SubsysType::ScsiHost) => "xen",
            _ => "(null)",
        };
        let text = message!("hotplug is not supported for hostdev subsys type '%1$s'", kind);
        return Err(refused(code, text));
    }
    if hostdev.driver.as_ref().is_some_and(|driver| driver.name == Some(PciDriverName::Xen)) {
        let text = message!("test hypervisor does not support device assignment mode '%1$s'", "xen");
        return Err(refused(code, text));
    }
    let alias = hostdev.info.alias.clone();
    definition.devices.hostdevs.push(hostdev);
    Ok(alias.map(String::from))
}

/// Removes the device of a name. What cannot go while the domain runs stays.
fn detach(definition: &mut Definition, alias: &str) -> Result<()> {
    let is = |info: &DeviceInfo| info.alias.as_deref() == Some(alias);
    let devices = &mut definition.devices;
    if let Some(at) = devices.disks.iter().position(|disk| is(&disk.info)) {
        let disk = devices.disks.get(at);
        let (device, bus) = disk.map_or((DiskDevice::Disk, None), |disk| (disk.device, disk.target.bus));
        let bus = bus.unwrap_or(DiskBus::Ide);
        let goes = match device {
            DiskDevice::Disk | DiskDevice::Lun => matches!(bus, DiskBus::Virtio | DiskBus::Usb | DiskBus::Scsi),
            DiskDevice::Cdrom => matches!(bus, DiskBus::Usb | DiskBus::Scsi),
            _ => false,
        };
        if !goes {
            return Err(unsupported(match device {
                DiskDevice::Disk | DiskDevice::Lun => message!("This type of disk cannot be hot unplugged"),
                _ => message!("disk device type '%1$s' cannot be detached", device.as_str()),
            }));
        }
        devices.disks.remove(at);
    } else if let Some(at) = devices.interfaces.iter().position(|interface| is(&interface.info)) {
        if let Some(interface) = devices.interfaces.get(at).filter(|interface| !is_plain(interface)) {
            let kind = interface.kind.as_str();
            return Err(unsupported(message!("live detach of interface type %1$s is not implemented yet", kind)));
        }
        devices.interfaces.remove(at);
    } else if let Some(at) = devices.hostdevs.iter().position(|hostdev| is(&hostdev.info)) {
        devices.hostdevs.remove(at);
    } else {
        let text = message!("no device found with alias %1$s", alias);
        return Err(of_domain(ErrorCode::INTERNAL_ERROR, text));
    }
    Ok(())
}

/// Puts a disk in place of the one with its target.
fn update(definition: &mut Definition, device: Device) -> Result<()> {
    let Device::Disk(disk) = device else {
        let kind = device.kind();
        return Err(unsupported(message!("persistent update of device '%1$s' is not supported", kind)));
    };
    let dev = disk.target.dev.clone().unwrap_or_default();
    let Some(at) = definition.disk_by_name(&dev) else {
        return Err(refused(ErrorCode::INVALID_ARG, message!("target %1$s doesn't exist.", dev)));
    };
    let mut others = definition.clone();
    others.devices.disks.remove(at);
    check_compatible(&others, &Device::Disk(disk.clone()))?;
    if let Some(place) = definition.devices.disks.get_mut(at) {
        *place = *disk;
    }
    // Interfaces that came without a name stay without.
    definition.complete(&Completion { interface_prefix: None, ..COMPLETION })
}

impl TestSession {
    pub(super) fn attach(&self, dom: &remote::NonnullDomain<'_>, xml: &[u8], flags: u32) -> Result<()> {
        self.domain(dom, |domain, driver| {
            only_live(domain, "testDomainAttachDeviceLiveAndConfig", flags)?;
            let device = domain.definition.parse_device(xml, &COMPLETION, true)?;
            check_alias(&domain.definition, &device)?;
            check_compatible(&domain.definition, &device)?;
            domain.messages.check_device(&device);
            let definition = domain.one_mut(true);
            let alias = match device {
                Device::Disk(disk) => attach_disk(definition, *disk)?,
                Device::Interface(interface) => attach_interface(definition, *interface)?,
                Device::Hostdev(hostdev) => attach_hostdev(definition, *hostdev)?,
                Device::Other(kind) => {
                    return Err(unsupported(message!("live attach of device '%1$s' is not supported", kind)));
                }
            };
            if let Some(alias) = alias {
                driver.events.report(&Event::DomainDeviceAdded { dom: domain.wire(), dev_alias: alias.into() });
            }
            Ok(())
        })
    }

    pub(super) fn detach_alias(&self, args: &remote::DomainDetachDeviceAliasArgs<'_>) -> Result<()> {
        let alias = args.alias.to_str_lossy();
        self.domain(&args.dom, |domain, driver| {
            only_live(domain, "testDomainDetachDeviceAliasLiveAndConfig", args.flags)?;
            detach(domain.one_mut(true), &alias)?;
            let dev_alias = alias.clone().into_owned().into();
            driver.events.report(&Event::DomainDeviceRemoved { dom: domain.wire(), dev_alias });
            Ok(())
        })
    }

    pub(super) fn update_device(&self, args: &remote::DomainUpdateDeviceFlagsArgs<'_>) -> Result<()> {
        check_flags("testDomainUpdateDeviceFlags", args.flags, AFFECT)?;
        self.domain(&args.dom, |domain, driver| update_both(domain, driver, &args.xml, args.flags))
    }
}

fn update_both(domain: &mut Locked<'_, Domain>, driver: &Driver, xml: &[u8], flags: u32) -> Result<()> {
    let impact = domain.impact(flags)?;
    let inactive = impact.config && !impact.live;
    let parse = |wanted: bool, definition: &Definition| {
        wanted.then(|| definition.parse_device(xml, &COMPLETION, inactive)).transpose()
    };
    let live = parse(impact.live, &domain.definition)?;
    let config = parse(impact.config, domain.one(false))?;
    // Changed as a copy, which takes its place when all has gone well.
    let mut next = Definition::clone(domain.one(false));
    if let Some(device) = config {
        next.id = None;
        update(&mut next, device)?;
    }
    if let Some(device) = live {
        update(domain.one_mut(true), device)?;
    }
    if impact.config {
        domain.assign(Arc::new(next), false);
        report(driver, domain, VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_UPDATED);
    }
    Ok(())
}

/// Refuses anything but the running domain. `function` is the stock library's.
fn only_live(domain: &Domain, function: &'static str, flags: u32) -> Result<()> {
    let impact = domain.impact(flags)?;
    let flags = flags | if impact.config { VIR_DOMAIN_AFFECT_CONFIG } else { 0 };
    check_flags(function, flags, VIR_DOMAIN_AFFECT_LIVE)
}
