//! Whether a guest would notice that its definition is another one: what must stay when a definition takes the place of that of a
//! guest that is saved. Checked are the processors and memory, the system, how many devices of each kind there are, and of the common
//! devices what the guest knows them by; not features, CPU models, timers and addresses.
use super::Domain;
use super::devices::Devices;
use crate::value::Value;
use oxivirt_model::message::compose;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use std::borrow::Cow;

fn refused(format: &str, target: &str, source: &str) -> Error {
    Error::new(ErrorDomain::DOMAIN, ErrorCode::CONFIG_UNSUPPORTED, compose(format, &[&target, &source]))
}

/// Refuses two texts that differ, in the order in which the format names them.
fn same(format: &str, target: &str, source: &str) -> Result<()> {
    if target == source { Ok(()) } else { Err(refused(format, target, source)) }
}

fn same_number(format: &str, target: u64, source: u64) -> Result<()> {
    if target == source { Ok(()) } else { Err(refused(format, &target.to_string(), &source.to_string())) }
}

/// Refuses two words, addresses or texts that differ; what is not there is told as `none`.
fn same_value<V: Value>(format: &str, target: Option<&V>, source: Option<&V>, none: &str) -> Result<()> {
    let [target, source] = [target, source].map(|value| value.map_or(Cow::Borrowed(none), Value::text));
    same(format, &target, &source)
}

/// Refuses lists of different lengths, and what `each` refuses of a pair.
fn same_list<T>(format: &str, target: &[T], source: &[T], each: impl FnMut((&T, &T)) -> Result<()>) -> Result<()> {
    let [length, other] = [target.len(), source.len()].map(|length| u64::try_from(length).unwrap_or(u64::MAX));
    same_number(format, length, other)?;
    target.iter().zip(source).try_for_each(each)
}

/// Refuses lists of different lengths.
fn same_count<T>(format: &str, target: &[T], source: &[T]) -> Result<()> {
    same_list(format, target, source, |_| Ok(()))
}

impl Domain {
    /// Refuses a definition that a guest with this one could tell from it.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED`, which names the first difference.
    pub fn check_stability(&self, target: &Self) -> Result<()> {
        same_value(
            "Target domain virt type %1$s does not match source %2$s",
            Some(&target.kind),
            Some(&self.kind),
            "",
        )?;
        self.check_processors(target)?;
        self.check_system(target)?;
        same("Target domain name '%1$s' does not match source '%2$s'", &target.name, &self.name)?;
        same_count("Target domain count of sysinfo does not match source", &target.sysinfo, &self.sysinfo)?;
        self.devices.check_stability(&target.devices)
    }

    fn check_processors(&self, target: &Self) -> Result<()> {
        let [memory, other] = [target, self].map(|domain| domain.memory.size.0);
        same_number("Target domain max memory %1$lld does not match source %2$lld", memory, other)?;
        let current = |domain: &Self| domain.current_memory.map_or(domain.memory.size.0, |size| size.0);
        let format = "Target domain current memory %1$lld does not match source %2$lld";
        same_number(format, current(target), current(self))?;
        let max = |domain: &Self| domain.vcpu.max.unwrap_or(1);
        let format = "Target domain vCPU max %1$zu does not match source %2$zu";
        same_number(format, max(target).into(), max(self).into())?;
        let online = |domain: &Self, number: u32| match domain.vcpus.iter().find(|vcpu| vcpu.id == number) {
            Some(vcpu) => vcpu.enabled == crate::value::YesNo::Yes,
            None => number < domain.vcpu.current.unwrap_or_else(|| max(domain)),
        };
        match (0..max(self)).find(|number| online(self, *number) != online(target, *number)) {
            None => Ok(()),
            Some(number) => {
                let format = "State of vCPU '%1$zu' differs between source and destination definitions";
                Err(refused(format, &number.to_string(), ""))
            }
        }
    }

    fn check_system(&self, target: &Self) -> Result<()> {
        let kind = |domain: &Self| domain.os.kind.clone();
        let (kind, other) = (kind(target), kind(self));
        let (kind, other) = (kind.as_ref(), other.as_ref());
        let format = "Target domain OS type %1$s does not match source %2$s";
        same_value(format, kind.and_then(|os| os.kind.as_ref()), other.and_then(|os| os.kind.as_ref()), "")?;
        let format = "Target domain architecture %1$s does not match source %2$s";
        same_value(format, kind.and_then(|os| os.arch.as_ref()), other.and_then(|os| os.arch.as_ref()), "")?;
        let format = "Target domain machine type %1$s does not match source %2$s";
        same_value(format, kind.and_then(|os| os.machine.as_ref()), other.and_then(|os| os.machine.as_ref()), "")?;
        let format = "Target domain SMBIOS mode %1$s does not match source %2$s";
        same_value(format, target.os.smbios.as_ref(), self.os.smbios.as_ref(), "none")
    }
}

impl Devices {
    fn check_stability(&self, target: &Self) -> Result<()> {
        self.check_storage(target)?;
        let format = "Target domain net card count %1$zu does not match source %2$zu";
        same_list(format, &target.interfaces, &self.interfaces, |(card, other)| {
            let format = "Target network card mac %1$s does not match source %2$s";
            same_value(format, card.mac.as_ref(), other.mac.as_ref(), "")?;
            let format = "Target network card model %1$s does not match source %2$s";
            same_value(format, card.model.as_ref(), other.model.as_ref(), "<null>")
        })?;
        self.check_console(target)?;
        let format = "Target domain watchdog device count %1$zu does not match source %2$zu";
        same_list(format, &target.watchdogs, &self.watchdogs, |(dog, other)| {
            let format = "Target watchdog model %1$s does not match source %2$s";
            same_value(format, Some(&dog.model), Some(&other.model), "")
        })?;
        let format = "Target domain memory balloon count %1$d does not match source %2$d";
        same_list(format, &target.memballoons, &self.memballoons, |(balloon, other)| {
            let format = "Target balloon model %1$s does not match source %2$s";
            same_value(format, Some(&balloon.model), Some(&other.model), "")
        })?;
        self.check_counts(target)
    }

    fn check_storage(&self, target: &Self) -> Result<()> {
        let format = "Target domain disk count %1$zu does not match source %2$zu";
        same_list(format, &target.disks, &self.disks, |(disk, other)| {
            let format = "Target disk device %1$s does not match source %2$s";
            same_value(format, Some(&disk.device), Some(&other.device), "")?;
            let format = "Target disk bus %1$s does not match source %2$s";
            same_value(format, disk.target.bus.as_ref(), other.target.bus.as_ref(), "")?;
            let format = "Target disk %1$s does not match source %2$s";
            same_value(format, disk.target.dev.as_ref(), other.target.dev.as_ref(), "")?;
            let format = "Target disk serial %1$s does not match source %2$s";
            same_value(format, disk.serial.as_ref(), other.serial.as_ref(), "<null>")?;
            let format = "Target disk access mode does not match source";
            same_number(format, disk.readonly.into(), other.readonly.into())
        })?;
        let format = "Target domain controller count %1$zu does not match source %2$zu";
        same_list(format, &target.controllers, &self.controllers, |(controller, other)| {
            let format = "Target controller type %1$s does not match source %2$s";
            same_value(format, Some(&controller.kind), Some(&other.kind), "")
        })?;
        let format = "Target domain filesystem count %1$zu does not match source %2$zu";
        same_list(format, &target.filesystems, &self.filesystems, |(filesystem, other)| {
            let format = "Target filesystem guest target %1$s does not match source %2$s";
            same_value(format, filesystem.target.as_ref(), other.target.as_ref(), "")
        })
    }

    fn check_console(&self, target: &Self) -> Result<()> {
        let format = "Target domain input device count %1$zu does not match source %2$zu";
        same_list(format, &target.inputs, &self.inputs, |(input, other)| {
            let format = "Target input device type %1$s does not match source %2$s";
            same_value(format, Some(&input.kind), Some(&other.kind), "")?;
            let format = "Target input device bus %1$s does not match source %2$s";
            same_value(format, input.bus.as_ref(), other.bus.as_ref(), "")
        })?;
        let format = "Target domain sound card count %1$zu does not match source %2$zu";
        same_list(format, &target.sounds, &self.sounds, |(sound, other)| {
            let format = "Target sound card model %1$s does not match source %2$s";
            same_value(format, Some(&sound.model), Some(&other.model), "")
        })?;
        let format = "Target domain video card count %1$zu does not match source %2$zu";
        same_list(format, &target.videos, &self.videos, |(video, other)| {
            let (video, other) = (&video.model, &other.model);
            let format = "Target video card model %1$s does not match source %2$s";
            same_value(format, Some(&video.kind), Some(&other.kind), "")?;
            let format = "Target video card vram %1$u does not match source %2$u";
            same_number(format, video.vram.into(), other.vram.into())?;
            let format = "Target video card heads %1$u does not match source %2$u";
            same_number(format, video.heads.unwrap_or(0).into(), other.heads.unwrap_or(0).into())
        })
    }

    fn check_counts(&self, target: &Self) -> Result<()> {
        let format = "Target domain host device count %1$zu does not match source %2$zu";
        same_count(format, &target.hostdevs, &self.hostdevs)?;
        same_count(
            "Target domain smartcard count %1$zu does not match source %2$zu",
            &target.smartcards,
            &self.smartcards,
        )?;
        same_count(
            "Target domain serial port count %1$zu does not match source %2$zu",
            &target.serials,
            &self.serials,
        )?;
        let format = "Target domain parallel port count %1$zu does not match source %2$zu";
        same_count(format, &target.parallels, &self.parallels)?;
        let format = "Target domain channel count %1$zu does not match source %2$zu";
        same_list(format, &target.channels, &self.channels, |(channel, other)| {
            let name = |channel: &super::devices::chardev::CharDevice| {
                channel.target.as_ref().and_then(|target| target.name.clone())
            };
            let format = "Target channel name %1$s does not match source %2$s";
            same_value(format, name(channel).as_ref(), name(other).as_ref(), "<null>")
        })?;
        same_count("Target domain console count %1$zu does not match source %2$zu", &target.consoles, &self.consoles)?;
        same_count("Target domain hub device count %1$zu does not match source %2$zu", &target.hubs, &self.hubs)?;
        let format = "Target domain redirected devices count %1$zu does not match source %2$zu";
        same_count(format, &target.redirdevs, &self.redirdevs)?;
        same_count("Target domain RNG device count %1$zu does not match source %2$zu", &target.rngs, &self.rngs)?;
        same_count("Target domain panic device count %1$zu does not match source %2$zu", &target.panics, &self.panics)?;
        let format = "Target domain shared memory device count %1$zu does not match source %2$zu";
        same_count(format, &target.shmems, &self.shmems)?;
        same_count("Target domain TPM device count %1$zu does not match source %2$zu", &target.tpms, &self.tpms)?;
        same_count(
            "Target domain memory device count %1$zu does not match source %2$zu",
            &target.memories,
            &self.memories,
        )?;
        same_count("Target domain IOMMU device count %1$zu does not match source %2$zu", &target.iommus, &self.iommus)?;
        same_count("Target domain vsock device count does not match source", &target.vsocks, &self.vsocks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ParseOptions;

    fn domain(inside: &str, devices: &str) -> Domain {
        let document = format!(
            "<domain type='test'><name>a</name><memory>1024</memory>{inside}<os><type>hvm</type></os><devices>{devices}</devices></domain>"
        );
        Domain::parse(document.as_bytes(), ParseOptions::default()).unwrap()
    }

    #[test]
    fn what_a_guest_would_notice_is_named() {
        let disk = "<disk type='file'><source file='/a'/><target dev='vda'/></disk>";
        let source = domain("<vcpu current='1'>2</vcpu>", disk);
        assert_eq!(source.check_stability(&source), Ok(()));
        let told = |inside: &str, devices: &str| {
            let error = source.check_stability(&domain(inside, devices)).unwrap_err();
            assert_eq!((error.code, error.domain), (ErrorCode::CONFIG_UNSUPPORTED, ErrorDomain::DOMAIN));
            error.text().trim_start_matches("unsupported configuration: ").to_owned()
        };
        assert_eq!(told("<vcpu>3</vcpu>", disk), "Target domain vCPU max 3 does not match source 2");
        let state = "State of vCPU '1' differs between source and destination definitions";
        assert_eq!(told("<vcpu>2</vcpu>", disk), state);
        let vcpu = "<vcpu current='1'>2</vcpu>";
        assert_eq!(told(vcpu, ""), "Target domain disk count 0 does not match source 1");
        assert_eq!(told(vcpu, &disk.replace("vda", "vdb")), "Target disk vdb does not match source vda");
        let other =
            source.check_stability(&domain("<title>t</title><vcpu current='1'>2</vcpu>", &disk.replace("/a", "/b")));
        assert_eq!(other, Ok(()));
    }
}
