//! What every device has: its address, and the options of virtio.
use super::compare::{Pair, refused};
use crate::domain::address::{Address, DeviceInfo, DriveAddress, PciAddress};
use crate::domain::devices::VirtioOptions;
use oxivirt_model::Result;
use oxivirt_model::message::Argument;

impl Pair<'_, DeviceInfo> {
    /// Refuses another place in the guest.
    pub(super) fn check_info(self) -> Result<()> {
        let format = "Target device address type %1$s does not match source %2$s";
        self.word_or(format, "none", |info| info.address.as_ref().map(Address::kind))?;
        if let [Some(target), Some(source)] = self.both(|info| info.address.as_ref()) {
            Pair { target, source }.check_place()?;
        }
        let format = "Target ACPI index '%1$u' does not match source '%2$u'";
        self.number(format, |info| info.acpi_index.unwrap_or(0))
    }
}

impl Pair<'_, Address> {
    /// Refuses two addresses of one kind that differ, where the guest sees it.
    fn check_place(self) -> Result<()> {
        let Some(format) = format(self.source) else { return Ok(()) };
        if let Address::Dimm { .. } = self.source {
            self.number("Target device dimm slot %1$u does not match source %2$u", |address| match address {
                Address::Dimm { slot, .. } => *slot,
                _ => 0,
            })?;
        }
        let [target, source] = self.both(numbers);
        if target == source {
            return Ok(());
        }
        let shown: Vec<&dyn Argument> = target.iter().chain(&source).map(|number| number as &dyn Argument).collect();
        Err(refused(format, &shown))
    }
}

/// Returns how a differing address of the kind is told, `None` where it does not matter.
fn format(address: &Address) -> Option<&'static str> {
    Some(match address {
        Address::Pci(_) => {
            "Target device PCI address %1$04x:%2$02x:%3$02x.%4$d does not match source %5$04x:%6$02x:%7$02x.%8$d"
        }
        Address::Drive(_) => "Target device drive address %1$d:%2$d:%3$d does not match source %4$d:%5$d:%6$d",
        Address::VirtioSerial { .. } => {
            "Target device virtio serial address %1$d:%2$d:%3$d does not match source %4$d:%5$d:%6$d"
        }
        Address::Ccid { .. } => "Target device ccid address %1$d:%2$d does not match source %3$d:%4$d",
        Address::Isa { .. } => "Target device isa address %1$d:%2$d does not match source %3$d:%4$d",
        Address::Dimm { .. } => "Target device dimm base address '%1$llx' does not match source '%2$llx'",
        Address::Ccw { .. } => "Target device CCW address %1$x.%2$x.%3$04x does not match source %4$x.%5$x.%6$04x",
        Address::Usb { .. } | Address::SpaprVio { .. } | Address::VirtioMmio | Address::Unassigned => return None,
    })
}

/// Returns the numbers of an address that are compared.
fn numbers(address: &Address) -> Vec<u64> {
    let numbers: &[u32] = match address {
        Address::Pci(PciAddress { domain, bus, slot, function, .. }) => &[*domain, *bus, *slot, *function],
        Address::Drive(DriveAddress { controller, bus, unit, .. }) => &[*controller, *bus, *unit],
        Address::VirtioSerial { controller, bus, port } => &[*controller, *bus, *port],
        Address::Ccid { controller, slot } => &[*controller, *slot],
        Address::Isa { iobase, irq } => &[*iobase, *irq],
        Address::Ccw { cssid, ssid, devno } => &[*cssid, *ssid, *devno],
        Address::Dimm { base, .. } => return vec![*base],
        Address::Usb { .. } | Address::SpaprVio { .. } | Address::VirtioMmio | Address::Unassigned => &[],
    };
    numbers.iter().copied().map(u64::from).collect()
}

impl Pair<'_, VirtioOptions> {
    /// Refuses other options of a device whose `<driver>` says nothing else.
    pub(super) fn check_virtio(self) -> Result<()> {
        self.check_driver(self.both(|virtio| *virtio != VirtioOptions::default()))
    }

    /// Refuses other options; `told` says for each definition whether it has a `<driver>`, which may say more.
    pub(super) fn check_driver(self, told: [bool; 2]) -> Result<()> {
        let [target, source] = told;
        if target != source {
            return Err(refused("Target device virtio options don't match the source", &[]));
        }
        self.word("Target device iommu option '%1$s' does not match source '%2$s'", |virtio| virtio.iommu)?;
        self.word("Target device ats option '%1$s' does not match source '%2$s'", |virtio| virtio.ats)?;
        self.word("Target device packed option '%1$s' does not match source '%2$s'", |virtio| virtio.packed)?;
        let format = "Target device page_per_vq option '%1$s' does not match source '%2$s'";
        self.word(format, |virtio| virtio.page_per_vq)
    }
}
