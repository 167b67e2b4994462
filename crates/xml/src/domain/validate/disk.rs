//! What disks cannot be.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use super::{refuse, refuse_with};
use crate::domain::Domain;
use crate::domain::address::Address;
use crate::domain::devices::disk::{Disk, DiskBus, DiskCache, DiskDevice, DiskModel, IoTune, Sgio, SnapshotLocation};
use crate::domain::source::{BackingStore, FileFormat, NetProtocol, SourceKind, StartupPolicy, StorageSource};
use crate::domain::storage_secret::{Auth, Encryption, EncryptionFormat};
use crate::secret::UsageType;
use crate::storage::adapter::check_wwn;
use crate::value::{OnOff, Value};

/// Letters of a vendor's name on a SCSI bus.
const VENDOR_LETTERS: usize = 8;

/// Checks an image: of a disk, or of a chain of images.
fn check_source(source: &StorageSource, auth: Option<&Auth>, encryption: Option<&Encryption>) -> Result<()> {
    if source.protocol == Some(NetProtocol::Sheepdog) {
        return refuse("'sheepdog' protocol is no longer supported by any hypervisor driver");
    }
    if let (Some(protocol), Some(auth)) = (source.protocol, auth) {
        let knows = matches!(
            protocol,
            NetProtocol::Iscsi
                | NetProtocol::Http
                | NetProtocol::Https
                | NetProtocol::Ftp
                | NetProtocol::Ftps
                | NetProtocol::Ssh
                | NetProtocol::Rbd
        );
        if !knows {
            return refuse(format!("authentication is not supported for protocol '{}'", protocol.as_str()));
        }
        let word = auth.secret.kind.as_deref();
        let Some(usage) = word.and_then(UsageType::parse) else {
            return refuse(format!("unknown secret type '{}'", word.unwrap_or("<null>")));
        };
        let fits = match protocol {
            NetProtocol::Iscsi => usage == UsageType::Iscsi,
            NetProtocol::Rbd => usage == UsageType::Ceph,
            _ => true,
        };
        if !fits {
            return refuse(format!("invalid secret type '{}'", usage.as_str()));
        }
    }
    if encryption.is_some_and(|it| it.format == EncryptionFormat::Luks && it.cipher.is_some()) {
        return refuse("supplying <cipher> for domain disk definition is unnecessary");
    }
    Ok(())
}

fn check_chain(backing: Option<&BackingStore>) -> Result<()> {
    let mut next = backing;
    while let Some(image) = next {
        if let Some(source) = &image.source {
            check_source(source, source.auth.as_deref(), source.encryption.as_deref())?;
        }
        next = image.backing.as_deref();
    }
    Ok(())
}

/// Checks limits that exclude each other.
pub(super) fn check_iotune(tune: &IoTune) -> Result<()> {
    let pairs = [
        ("bytes_sec", tune.total_bytes_sec, tune.read_bytes_sec, tune.write_bytes_sec),
        ("iops_sec", tune.total_iops_sec, tune.read_iops_sec, tune.write_iops_sec),
        ("bytes_sec_max", tune.total_bytes_sec_max, tune.read_bytes_sec_max, tune.write_bytes_sec_max),
        ("iops_sec_max", tune.total_iops_sec_max, tune.read_iops_sec_max, tune.write_iops_sec_max),
    ];
    match pairs.into_iter().find(|(_, total, read, write)| *total != 0 && (*read != 0 || *write != 0)) {
        Some((name, ..)) => {
            let detail = format!("total and read/write {name} cannot be set at the same time");
            refuse_with(ErrorCode::XML_ERROR, detail)
        }
        None => Ok(()),
    }
}

impl Disk {
    fn target_dev(&self) -> &str {
        self.target.dev.as_deref().unwrap_or_default()
    }

    /// Checks one disk.
    pub(super) fn validate(&self, domain: &Domain) -> Result<()> {
        let Some(dev) = &self.target.dev else {
            let source = self.source.image().unwrap_or_default();
            return Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::NO_TARGET, source));
        };
        let auth = self.auth.as_deref().or(self.source.auth.as_deref());
        check_source(&self.source, auth, self.encryption.as_deref().or(self.source.encryption.as_deref()))?;
        check_chain(self.backing.as_deref())?;
        if self.sgio == Some(Sgio::Unfiltered) {
            return refuse("unfiltered sgio is no longer supported");
        }
        self.check_lun()?;
        check_iotune(&self.iotune)?;
        let bus = self.target.bus.unwrap_or(DiskBus::Ide);
        self.check_bus(dev, bus)?;
        self.check_texts(bus)?;
        self.check_vhost_user(bus)?;
        self.check_device(dev, bus)?;
        if self.source.is_empty() && self.device == DiskDevice::Disk {
            return Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::NO_SOURCE, dev));
        }
        if self.driver.iothread.is_some_and(|thread| thread != 0) && !self.driver.iothreads.is_empty() {
            let detail = "disk driver 'iothread' attribute can't be used together with 'iothreads' subelement";
            return refuse_with(ErrorCode::XML_ERROR, detail);
        }
        if self.target.dpofua.is_some() && bus != DiskBus::Scsi {
            return refuse("'dpofua' option is available only for SCSI disks");
        }
        if self.driver.discard_no_unref == Some(OnOff::On) {
            if self.driver.kind.is_none_or(|format| format.0 != FileFormat::Qcow2) {
                return refuse("'discard_no_unref' only works with qcow2 disk format");
            }
            if self.readonly {
                return refuse("'discard_no_unref' is not compatible with read-only disk");
            }
        }
        self.check_throttling(dev, domain)
    }

    fn check_lun(&self) -> Result<()> {
        if self.device != DiskDevice::Lun {
            if self.source.reservations.is_some() {
                return refuse("<reservations/> allowed only for lun devices");
            }
            if self.rawio.is_some() {
                return refuse("rawio can be used only with device='lun'");
            }
            if self.sgio.is_some() {
                return refuse("sgio can be used only with device='lun'");
            }
            return Ok(());
        }
        match self.source.protocol {
            Some(NetProtocol::Iscsi) => {}
            Some(other) => {
                return refuse(format!("disk device='lun' is not supported for protocol='{}'", other.as_str()));
            }
            None if !matches!(self.kind, SourceKind::Block | SourceKind::Volume) => {
                return refuse("disk device='lun' is only valid for block type disk source");
            }
            None => {}
        }
        if self.driver.kind.as_ref().is_some_and(|kind| Value::text(kind) != FileFormat::Raw.as_str()) {
            return refuse("disk device 'lun' must use 'raw' format");
        }
        if !self.source.slices.is_empty() {
            return refuse("disk device 'lun' doesn't support storage slice");
        }
        if self.source.encryption.as_ref().is_some_and(|it| it.format != EncryptionFormat::Default) {
            return refuse("disk device 'lun' doesn't support encryption");
        }
        Ok(())
    }

    fn check_bus(&self, dev: &str, bus: DiskBus) -> Result<()> {
        let on_controller = matches!(bus, DiskBus::Ide | DiskBus::Fdc | DiskBus::Scsi | DiskBus::Sata | DiskBus::Nvme);
        if let Some(address) = self.info.address.as_ref().filter(|it| on_controller && !matches!(it, Address::Drive(_)))
        {
            let kind = address.kind().as_str();
            return refuse(format!(
                "Invalid address type '{kind}' for the disk '{dev}' with the bus type '{}'",
                bus.as_str()
            ));
        }
        if bus == DiskBus::Virtio {
            return Ok(());
        }
        if let Some(model) = self.model.filter(|model| {
            matches!(model, DiskModel::Virtio | DiskModel::VirtioTransitional | DiskModel::VirtioNonTransitional)
        }) {
            return refuse(format!("disk model '{}' not supported for bus '{}'", model.as_str(), bus.as_str()));
        }
        if self.driver.event_idx.is_some() {
            return refuse("disk event_idx mode supported only for virtio bus");
        }
        if self.driver.ioeventfd.is_some() {
            return refuse("disk ioeventfd mode supported only for virtio bus");
        }
        self.driver.virtio.refuse()
    }

    fn check_texts(&self, bus: DiskBus) -> Result<()> {
        let product_letters = if bus == DiskBus::Scsi { 16 } else { 40 };
        for (name, text, limit) in
            [("vendor", &self.vendor, VENDOR_LETTERS), ("product", &self.product, product_letters)]
        {
            let Some(text) = text else { continue };
            if !text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
                return refuse_with(ErrorCode::XML_ERROR, format!("disk {name} is not printable string"));
            }
            if text.len() > limit {
                return refuse(format!("disk {name} is more than {limit} characters"));
            }
        }
        Ok(())
    }

    /// Refuses what a disk of another process cannot have.
    fn check_vhost_user(&self, bus: DiskBus) -> Result<()> {
        if self.kind != SourceKind::VhostUser {
            return Ok(());
        }
        if bus != DiskBus::Virtio {
            return refuse("vhostuser disk supports only virtio bus");
        }
        if self.snapshot.is_some_and(|snapshot| snapshot != SnapshotLocation::No) {
            return refuse("only snapshot=no is supported with vhostuser disk");
        }
        let (driver, source) = (&self.driver, &self.source);
        let told = [
            ("auth", self.auth.is_some() || source.auth.is_some()),
            ("encryption", self.encryption.is_some() || source.encryption.is_some()),
            ("cache", driver.cache.is_some_and(|cache| cache != DiskCache::Default)),
            ("error_policy", driver.error_policy.is_some() || driver.rerror_policy.is_some()),
            ("ioeventfd", driver.ioeventfd.is_some()),
            ("copy_on_read", driver.copy_on_read.is_some()),
            ("discard", driver.discard.is_some()),
            ("iothread", driver.iothread.is_some()),
            ("io", driver.io.is_some()),
            ("detect_zeroes", driver.detect_zeroes.is_some()),
            ("metadata_cache", driver.cache_size.is_some_and(|size| size.0 != 0)),
            ("iotune", self.iotune.has_limit()),
            ("serial", self.serial.is_some()),
            ("wwn", self.wwn.is_some()),
            ("vendor", self.vendor.is_some()),
            ("product", self.product.is_some()),
            ("geometry", self.geometry.is_some()),
            ("blockio", self.blockio.is_some()),
            ("backingStore", self.backing.is_some()),
            ("shareable", self.shareable),
            ("transient", self.transient.is_some()),
            ("readonly", self.readonly),
        ];
        match told.into_iter().find(|(_, told)| *told) {
            Some((name, _)) => refuse(format!("{name} is not supported with vhostuser disk")),
            None => Ok(()),
        }
    }

    fn check_device(&self, dev: &str, bus: DiskBus) -> Result<()> {
        let removable = matches!(self.device, DiskDevice::Cdrom | DiskDevice::Floppy);
        if self.target.tray.is_some() && !removable {
            return refuse("tray is only valid for cdrom and floppy");
        }
        let internal = |detail: String| refuse_with(ErrorCode::INTERNAL_ERROR, detail);
        if self.device == DiskDevice::Floppy && bus != DiskBus::Fdc {
            return internal(format!("Invalid bus type '{}' for floppy disk", bus.as_str()));
        }
        if self.device != DiskDevice::Floppy && bus == DiskBus::Fdc {
            return internal(format!("Invalid bus type '{}' for disk", bus.as_str()));
        }
        let may_be_removable = bus == DiskBus::Usb || (bus == DiskBus::Scsi && self.device == DiskDevice::Disk);
        if self.target.removable.is_some() && !may_be_removable {
            return refuse_with(ErrorCode::XML_ERROR, "removable is only valid for usb or scsi disks");
        }
        if self.source.startup_policy == Some(StartupPolicy::Requisite) && !removable {
            let detail = "disk startupPolicy 'requisite' is allowed only for cdrom or floppy";
            return refuse_with(ErrorCode::XML_ERROR, detail);
        }
        if matches!(self.kind, SourceKind::Nvme | SourceKind::VhostUser | SourceKind::VhostVdpa)
            && let Some(policy) = self.source.startup_policy
        {
            let (policy, kind) = (policy.as_str(), self.kind.as_str());
            let detail = format!("disk startupPolicy '{policy}' is not allowed for disk of '{kind}' type");
            return refuse_with(ErrorCode::XML_ERROR, detail);
        }
        if self.source.namespace == Some(0) {
            return refuse("NVMe namespace can't be zero");
        }
        if let Some(wwn) = &self.wwn {
            check_wwn(wwn)?;
        }
        let known = ["hd", "sd", "vd", "xvd", "ubd", "nvme"];
        let hard = matches!(self.device, DiskDevice::Disk | DiskDevice::Lun);
        if hard && !known.iter().any(|prefix| dev.starts_with(prefix)) {
            return internal(format!("Invalid harddisk device name: {dev}"));
        }
        if self.device == DiskDevice::Floppy && !dev.starts_with("fd") {
            return internal(format!("Invalid floppy device name: {dev}"));
        }
        Ok(())
    }

    fn check_throttling(&self, dev: &str, domain: &Domain) -> Result<()> {
        let unsupported = |detail: String| refuse_with(ErrorCode::OPERATION_UNSUPPORTED, detail);
        if self.throttle_filters.is_empty() {
            return Ok(());
        }
        if *self.iotune != IoTune::default() {
            return unsupported(format!(
                "block 'throttlefilters' can't be used together with 'iotune' for disk '{dev}'"
            ));
        }
        if self.device == DiskDevice::Cdrom {
            return unsupported("cdrom device with throttle filters isn't supported".to_owned());
        }
        let missing =
            self.throttle_filters.iter().find(|name| !domain.throttle_groups.iter().any(|group| group.name == **name));
        match missing {
            Some(name) => refuse_with(ErrorCode::XML_ERROR, format!("throttle group '{name}' not found")),
            None => Ok(()),
        }
    }
}

impl Domain {
    /// Refuses two disks of one name, and two drives at one address.
    pub(super) fn validate_disks(&self) -> Result<()> {
        let disks = &self.devices.disks;
        for (at, disk) in disks.iter().enumerate() {
            for other in disks.iter().skip(at.saturating_add(1)) {
                if disk.target_dev() == other.target_dev() {
                    let source = |disk: &Disk| disk.source.image().unwrap_or("<null>").to_owned();
                    let detail = format!(
                        "target '{}' duplicated for disk sources '{}' and '{}'",
                        disk.target_dev(),
                        source(disk),
                        source(other)
                    );
                    return refuse_with(ErrorCode::XML_ERROR, detail);
                }
            }
        }
        Ok(())
    }

    /// Refuses two drives at one address.
    pub(super) fn validate_drives(&self) -> Result<()> {
        let disks = &self.devices.disks;
        for (at, disk) in disks.iter().enumerate() {
            let Some(drive) = disk.info.drive() else { continue };
            let taken = |other: &&Disk| disk.target.bus == other.target.bus && other.info.drive() == Some(drive);
            if disks.iter().skip(at.saturating_add(1)).any(|other| taken(&other)) {
                return refuse(format!(
                    "Found duplicate drive address for disk with target name '{}' controller='{}' bus='{}' target='{}' unit='{}'",
                    disk.target_dev(),
                    drive.controller,
                    drive.bus,
                    drive.target,
                    drive.unit
                ));
            }
        }
        self.validate_scsi_hostdevs()
    }
}
