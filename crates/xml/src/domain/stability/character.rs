//! Character devices, and the devices of the host that a guest sees.
use super::compare::{NULL, Pair, refused};
use crate::domain::devices::Devices;
use crate::domain::devices::chardev::{CharDevice, CharTarget, CharType, Redirdev};
use crate::domain::devices::hostdev::{Hostdev, HostdevMode, SubsysType};
use crate::domain::devices::small::RedirFilter;
use oxivirt_model::Result;

impl Pair<'_, Devices> {
    /// Refuses other devices of the host, smart cards and lines.
    pub(super) fn check_lines(self) -> Result<()> {
        let format = "Target domain host device count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.hostdevs).each(format, Pair::check_hostdev)?;
        let format = "Target domain smartcard count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.smartcards).each(format, |card| card.part(|card| &card.info).check_info())?;
        let serials = self.part(|devices| devices.serials.as_slice());
        serials.each("Target domain serial port count %1$zu does not match source %2$zu", Pair::check_serial)?;
        let format = "Target domain parallel port count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.parallels).each(format, |parallel| {
            parallel.check_port("Target parallel port %1$d does not match source %2$d")?;
            parallel.part(|parallel| &parallel.info).check_info()
        })?;
        let format = "Target domain channel count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.channels).each(format, Pair::check_channel)?;
        let consoles = self.part(|devices| devices.consoles.as_slice());
        consoles.each("Target domain console count %1$zu does not match source %2$zu", |console| {
            console.text("Target console type %1$s does not match source %2$s", "none", CharDevice::target_kind)?;
            console.part(|console| &console.info).check_info()
        })
    }

    /// Refuses other redirected devices.
    pub(super) fn check_redirected(self) -> Result<()> {
        let format = "Target domain redirected devices count %1$zu does not match source %2$zu";
        self.part(|devices| &devices.redirdevs).each(format, Pair::check_redirdev)?;
        let format = "Target domain USB redirection filter count %1$d does not match source %2$d";
        self.number(format, |devices| i32::from(devices.redirfilter.is_some()))?;
        match self.both(|devices| devices.redirfilter.as_ref()) {
            [Some(target), Some(source)] => Pair { target, source }.check(),
            _ => Ok(()),
        }
    }
}

/// Returns what a line looks like to the guest.
fn target(device: &CharDevice) -> Option<&CharTarget> {
    device.target.as_ref()
}

impl Pair<'_, CharDevice> {
    fn check_port(self, format: &str) -> Result<()> {
        self.number(format, |device| target(device).and_then(|target| target.port).unwrap_or(-1))
    }

    fn check_serial(self) -> Result<()> {
        self.text("Target serial type %1$s does not match source %2$s", "none", CharDevice::target_kind)?;
        let format = "Target serial model %1$s does not match source %2$s";
        self.text(format, "none", |device| target(device).and_then(|target| target.model.as_deref()))?;
        self.check_port("Target serial port %1$d does not match source %2$d")?;
        self.part(|device| &device.info).check_info()
    }

    fn check_channel(self) -> Result<()> {
        self.text("Target channel type %1$s does not match source %2$s", "none", CharDevice::target_kind)?;
        let name = |device: &CharDevice| target(device).and_then(|target| target.name.clone());
        match self.source.target_kind() {
            Some("guestfwd") => {
                let address = |device: &CharDevice| {
                    let target = target(device)?;
                    Some(format!("{}:{}", target.address.as_deref()?, target.port?))
                };
                self.value("Target channel addr %1$s does not match source %2$s", NULL, address)?;
            }
            Some("xen" | "virtio") => {
                self.value("Target channel name %1$s does not match source %2$s", NULL, name)?;
                let [target, source] = self.both(|device| device.source.kind);
                let spice = [target, source].contains(&Some(CharType::Spicevmc));
                if target != source && spice && name(self.source).is_none() {
                    let text = "Changing device type to/from spicevmc would change default target channel name";
                    return Err(refused(text, &[]));
                }
            }
            _ => {}
        }
        self.part(|device| &device.info).check_info()
    }
}

impl Pair<'_, Hostdev> {
    fn check_hostdev(self) -> Result<()> {
        self.name("Target host device mode %1$s does not match source %2$s", |device| device.mode)?;
        let [target, source] = self.both(|device| device.subsys);
        // A PCI device may become a mediated one, and the other way round.
        let exchangeable = |kind| matches!(kind, Some(SubsysType::Pci | SubsysType::Mdev));
        let both = exchangeable(target) && exchangeable(source);
        if self.source.mode == HostdevMode::Subsystem && target != source && !both {
            let format = "Target host device subsystem type %1$s is not compatible with source subsystem type %2$s";
            self.word_or(format, "", |device| device.subsys)?;
        }
        self.part(|device| &device.info).check_info()
    }
}

impl Pair<'_, Redirdev> {
    fn check_redirdev(self) -> Result<()> {
        self.name("Target redirected device bus %1$s does not match source %2$s", |device| device.bus)?;
        let format = "Target redirected device source type %1$s does not match source device source type %2$s";
        self.word_or(format, "", |device| device.source.kind)?;
        self.part(|device| &device.info).check_info()
    }
}

impl Pair<'_, RedirFilter> {
    fn check(self) -> Result<()> {
        let format = "Target USB redirection filter rule count %1$zu does not match source %2$zu";
        self.part(|filter| filter.devices.as_slice()).each(format, |rule| {
            rule.equal("Target USB Class code does not match source", |rule| rule.class)?;
            rule.equal("Target USB vendor ID does not match source", |rule| rule.vendor)?;
            rule.equal("Target USB product ID does not match source", |rule| rule.product)?;
            rule.equal("Target USB version does not match source", |rule| rule.version)?;
            rule.name("Target USB allow '%1$s' does not match source '%2$s'", |rule| rule.allow)
        })
    }
}
