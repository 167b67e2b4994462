//! What devices of the host cannot be.
use oxivirt_model::{ErrorCode, Result};

use super::{refuse, refuse_with};
use crate::domain::Domain;
use crate::domain::address::Address;
use crate::domain::devices::disk::DiskBus;
use crate::domain::devices::hostdev::{HostSource, Hostdev, HostdevSgio, TeamingType};
use crate::value::OnOff;

/// Returns true if both are the same device of the host.
fn is_same(one: &Hostdev, other: &Hostdev) -> bool {
    if one.mode != other.mode {
        return false;
    }
    match (&one.source, &other.source) {
        (Some(HostSource::Pci { address, .. }), Some(HostSource::Pci { address: of, .. })) => address.is_same(of),
        (Some(HostSource::Usb { id, place, .. }), Some(HostSource::Usb { id: other_id, place: other_place, .. })) => {
            match (place, other_place) {
                (Some(place), Some(other)) => place == other,
                (None, None) => id.is_some() && id == other_id,
                _ => false,
            }
        }
        (Some(HostSource::Iscsi { name, host, .. }), Some(HostSource::Iscsi { name: of, host: by, .. })) => {
            name == of && host.name == by.name && host.port == by.port
        }
        (one @ Some(HostSource::Scsi { .. }), other @ Some(HostSource::Scsi { .. })) => one == other,
        (one @ Some(HostSource::ScsiHost { .. }), other @ Some(HostSource::ScsiHost { .. })) => one == other,
        (one @ Some(HostSource::Mdev { .. }), other @ Some(HostSource::Mdev { .. })) => one == other,
        (None, None) => one.caps.is_some() && one.caps == other.caps && one.caps_source == other.caps_source,
        _ => false,
    }
}

impl Hostdev {
    fn validate(&self) -> Result<()> {
        let address = self.info.address.as_ref();
        match &self.source {
            Some(HostSource::Pci { .. }) if !matches!(address, None | Some(Address::Pci(_) | Address::Unassigned)) => {
                let detail = "PCI host devices must use 'pci' or 'unassigned' address type";
                return refuse_with(ErrorCode::INTERNAL_ERROR, detail);
            }
            Some(HostSource::Scsi { .. } | HostSource::Iscsi { .. }) => {
                if !matches!(address, None | Some(Address::Drive(_))) {
                    return refuse("SCSI host device must use 'drive' address type");
                }
                if self.options.sgio == Some(HostdevSgio::Unfiltered) {
                    return refuse("unfiltered sgio is no longer supported");
                }
            }
            Some(HostSource::ScsiHost { .. })
                if !matches!(address, None | Some(Address::Pci(_) | Address::Ccw { .. })) =>
            {
                return refuse("SCSI_host host device must use 'pci' or 'ccw' address type");
            }
            Some(HostSource::Usb { .. }) if !matches!(address, None | Some(Address::Usb { .. })) => {
                return refuse("USB host device must use 'usb' address type");
            }
            _ => {}
        }
        let Some(teaming) = &self.teaming else { return Ok(()) };
        if teaming.kind != TeamingType::Transient {
            return refuse("teaming hostdev devices must have type='transient'");
        }
        if teaming.persistent.is_none() {
            return refuse("missing required persistent attribute in hostdev teaming element");
        }
        if !matches!(self.source, Some(HostSource::Pci { .. })) {
            return refuse("teaming is only supported for pci hostdev devices");
        }
        Ok(())
    }
}

impl Domain {
    /// Refuses a device that is there twice.
    pub(super) fn validate_hostdevs(&self) -> Result<()> {
        let all = &self.devices.hostdevs;
        all.iter().try_for_each(Hostdev::validate)?;
        for (at, device) in all.iter().enumerate() {
            if all.iter().skip(at.saturating_add(1)).any(|other| is_same(device, other)) {
                return refuse_with(ErrorCode::XML_ERROR, "Hostdev already exists in the domain configuration");
            }
        }
        if all.iter().filter(|device| device.options.ramfb == Some(OnOff::On)).count() > 1 {
            return refuse("Only one vgpu device can have 'ramfb' enabled");
        }
        Ok(())
    }

    /// Refuses two SCSI devices at one address.
    pub(super) fn validate_scsi_hostdevs(&self) -> Result<()> {
        let is_scsi = |it: &Hostdev| matches!(it.source, Some(HostSource::Scsi { .. } | HostSource::Iscsi { .. }));
        let all: Vec<&Hostdev> = self.devices.hostdevs.iter().filter(|it| is_scsi(it)).collect();
        for (at, device) in all.iter().enumerate() {
            let Some(drive) = device.info.drive() else { continue };
            let by = if all.iter().skip(at.saturating_add(1)).any(|other| other.info.drive() == Some(drive)) {
                "SCSI host device"
            } else if self
                .devices
                .disks
                .iter()
                .any(|disk| disk.target.bus == Some(DiskBus::Scsi) && disk.info.drive() == Some(drive))
            {
                "SCSI disk"
            } else {
                continue;
            };
            // The stock library tells bus and controller the other way round.
            return refuse(format!(
                "SCSI host address controller='{}' bus='{}' target='{}' unit='{}' in use by another {by}",
                drive.bus, drive.controller, drive.target, drive.unit
            ));
        }
        Ok(())
    }
}
