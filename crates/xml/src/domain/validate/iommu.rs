//! Which model of IOMMU knows what.
use oxivirt_model::{ErrorCode, Result};

use super::{Domain, refuse, refuse_with};
use crate::domain::devices::iommu::{Granule, Iommu, IommuDriver, IommuModel};
use crate::domain::features::Ioapic;
use crate::value::OnOff;

impl IommuDriver {
    /// Returns true if something is told that a model does not know.
    fn is_beyond(&self, model: IommuModel) -> bool {
        use IommuModel::{Amd, Intel, Smmuv3, Virtio};
        let told = [
            (self.intremap.is_some(), &[Intel, Amd][..]),
            (self.caching_mode.is_some(), &[Intel]),
            (self.eim.is_some(), &[Intel]),
            (self.iotlb.is_some(), &[Intel, Amd]),
            (self.aw_bits != 0, &[Intel, Virtio]),
            (self.dma_translation.is_some(), &[Intel]),
            (self.xtsup.is_some(), &[Amd, Virtio]),
            (self.passthrough.is_some(), &[Amd, Virtio]),
            (self.granule != Granule::Unset, &[Virtio]),
            (self.pci_bus.is_some(), &[Smmuv3]),
            (self.accel.is_some() || self.needs_accel(), &[Smmuv3]),
        ];
        told.into_iter().any(|(told, models)| told && !models.contains(&model))
    }

    /// Returns true if something is told that stands on `accel`.
    fn needs_accel(&self) -> bool {
        let switches = [self.cmdqv, self.ats, self.ril].into_iter().any(|switch| switch.is_some());
        switches || self.ssid_size.is_some() || self.oas.is_some()
    }
}

impl Iommu {
    fn validate(&self, domain: &Domain) -> Result<()> {
        let (driver, model) = (&self.driver, self.model.as_str());
        let refuse_xml = |detail: String| refuse_with(ErrorCode::XML_ERROR, detail);
        if driver.is_beyond(self.model) {
            return refuse_xml(format!("iommu model '{model}' doesn't support some additional attributes"));
        }
        if driver.needs_accel() && driver.accel != Some(OnOff::On) {
            return refuse_xml(format!(
                "accel must be enabled for iommu model '{model}' when setting ats, ril, ssidsize, oas, or cmdqv"
            ));
        }
        if self.model == IommuModel::Virtio && driver.aw_bits != 0 && !(32..=64).contains(&driver.aw_bits) {
            return refuse_xml("aw-bits must be within [32,64]".to_owned());
        }
        if matches!(self.model, IommuModel::Intel | IommuModel::Smmuv3) && self.info.address.is_some() {
            return refuse_xml(format!("iommu model '{model}' can't have address"));
        }
        let remapped = driver.intremap == Some(OnOff::On);
        if remapped && domain.features.ioapic != Some(Ioapic::Qemu) {
            return refuse("IOMMU interrupt remapping requires split I/O APIC (ioapic driver='qemu')");
        }
        if driver.eim == Some(OnOff::On) && !remapped {
            return refuse("IOMMU eim requires interrupt remapping to be enabled");
        }
        Ok(())
    }
}

impl Domain {
    pub(super) fn validate_iommus(&self) -> Result<()> {
        self.devices.iommus.iter().try_for_each(|iommu| iommu.validate(self))
    }
}
