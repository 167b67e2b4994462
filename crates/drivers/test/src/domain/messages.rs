//! What a program should know about a domain's definition: that it asks for trouble, or for something that goes away.
use super::Definition;
use oxivirt_model::constants::{VIR_DOMAIN_MESSAGE_DEPRECATION, VIR_DOMAIN_MESSAGE_TAINTING};
use oxivirt_model::message;
use oxivirt_model::message::translate;
use oxivirt_xml::cpu::CpuMode;
use oxivirt_xml::domain::device::Device;
use oxivirt_xml::domain::devices::disk::{Disk, DiskDevice};
use oxivirt_xml::domain::source::SourceKind;
use oxivirt_xml::value::YesNo;

/// Why a domain is not what it seems, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Taint {
    HighPrivileges,
    ShellScripts,
    CdromPassthrough,
    CustomDtb,
    DeprecatedConfig,
}

impl Taint {
    const fn text(self) -> &'static str {
        match self {
            Self::HighPrivileges => "running with undesirable elevated privileges",
            Self::ShellScripts => "network configuration using opaque shell scripts",
            Self::CdromPassthrough => "use of host cdrom passthrough",
            Self::CustomDtb => "custom device tree blob used",
            Self::DeprecatedConfig => "use of deprecated configuration settings",
        }
    }
}

/// The messages of a domain.
#[derive(Debug, Default)]
pub(crate) struct Messages {
    taints: Vec<Taint>,
    deprecations: Vec<String>,
}

/// A model of processors that stands for one that goes away.
const DEPRECATED_MODEL: &str = "Deprecated-Test";

impl Messages {
    fn taint(&mut self, taint: Taint) {
        if !self.taints.contains(&taint) {
            self.taints.push(taint);
            oxivirt_xml::sort::by_key(&mut self.taints, |taint| *taint);
        }
    }

    fn check_disk(&mut self, disk: &Disk) {
        if disk.rawio == Some(YesNo::Yes) {
            self.taint(Taint::HighPrivileges);
        }
        if disk.device == DiskDevice::Cdrom && disk.kind == SourceKind::Block && disk.source.image().is_some() {
            self.taint(Taint::CdromPassthrough);
        }
    }

    /// Looks at a device that is to be added.
    pub(super) fn check_device(&mut self, device: &Device) {
        match device {
            Device::Disk(disk) => self.check_disk(disk),
            Device::Interface(interface) if interface.script.is_some() => self.taint(Taint::ShellScripts),
            Device::Hostdev(hostdev) if hostdev.options.rawio == Some(YesNo::Yes) => self.taint(Taint::HighPrivileges),
            _ => {}
        }
    }

    /// Looks at a definition.
    pub(crate) fn check(&mut self, definition: &Definition) {
        definition.devices.disks.iter().for_each(|disk| self.check_disk(disk));
        if definition.devices.hostdevs.iter().any(|hostdev| hostdev.options.rawio == Some(YesNo::Yes)) {
            self.taint(Taint::HighPrivileges);
        }
        if definition.devices.interfaces.iter().any(|interface| interface.script.is_some()) {
            self.taint(Taint::ShellScripts);
        }
        let cpu = definition.cpu.as_ref().map(|cpu| &cpu.0);
        let model =
            cpu.filter(|cpu| cpu.mode.is_none_or(|mode| mode == CpuMode::Custom)).and_then(|cpu| cpu.model.as_ref());
        if model.is_some_and(|model| model.name.as_deref() == Some(DEPRECATED_MODEL)) {
            self.taint(Taint::DeprecatedConfig);
            self.deprecations.push(format!("CPU model {DEPRECATED_MODEL}"));
        }
        if definition.os.dtb.is_some() {
            self.taint(Taint::CustomDtb);
        }
    }
}

/// Returns the messages of the kinds that `flags`, virDomainMessageType, ask for; 0 is all.
pub(super) fn all(messages: &Messages, flags: u32) -> Vec<Vec<u8>> {
    let wanted = |kind: u32| flags == 0 || flags & kind != 0;
    let mut all = Vec::new();
    if wanted(VIR_DOMAIN_MESSAGE_TAINTING) {
        all.extend(messages.taints.iter().map(|taint| message!("tainted: %1$s", translate(taint.text()))));
    }
    if wanted(VIR_DOMAIN_MESSAGE_DEPRECATION) {
        all.extend(messages.deprecations.iter().map(|what| message!("deprecated configuration: %1$s", what)));
    }
    all
}
