//! What contradicts itself in a definition that is complete.
mod character;
mod device;
mod disk;
mod host;
mod interface;
mod iommu;
mod peripheral;

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

use super::Domain;
use super::clock::{TickPolicy, TimerName};
use super::memory::HugePage;
use super::os::{Firmware, FirmwareFeature};
use crate::element::Context;
use crate::value::YesNo;

/// Returns an error of the domain's definition.
fn refuse_with<T>(code: ErrorCode, detail: impl AsRef<str>) -> Result<T> {
    Err(Error::new(ErrorDomain::DOMAIN, code, detail.as_ref()))
}

/// Returns `VIR_ERR_CONFIG_UNSUPPORTED`.
fn refuse<T>(detail: impl AsRef<str>) -> Result<T> {
    refuse_with(ErrorCode::CONFIG_UNSUPPORTED, detail)
}

/// Returns `VIR_ERR_XML_DETAIL`.
fn refuse_detail<T>(detail: impl AsRef<str>) -> Result<T> {
    Err(crate::detail::xml_detail(ErrorDomain::DOMAIN, detail.as_ref().into()))
}

/// Periods and quotas of processors: the least, the most.
const PERIODS: (u64, u64) = (1000, 1_000_000);
const QUOTAS: (i64, i64) = (1000, 17_592_186_044_415);
/// The largest weight of an I/O thread's newest measurement.
const POLL_WEIGHT_MAX: u32 = 63;

impl Domain {
    /// Checks a complete definition.
    ///
    /// # Errors
    /// The stock library's for what contradicts itself.
    pub fn validate(&self) -> Result<()> {
        self.validate_unassigned()?;
        for disk in &self.devices.disks {
            disk.validate(self)?;
        }
        self.validate_characters()?;
        self.validate_devices()?;
        self.validate_sounds()?;
        self.validate_disks()?;
        self.validate_hostdevs()?;
        self.validate_drives()?;
        self.validate_aliases()?;
        self.validate_hugepages()?;
        self.validate_firmware()?;
        self.validate_iothreads()?;
        self.validate_cputune()?;
        self.validate_videos()?;
        self.validate_idmap()?;
        self.validate_numatune()?;
        self.launch_security.iter().try_for_each(|security| security.validate())?;
        self.throttle_groups.iter().try_for_each(|group| disk::check_iotune(&group.limits))
    }

    /// Checks the devices of a domain that has only one, which is to be added to another.
    pub(super) fn validate_alone(&self) -> Result<()> {
        self.validate_unassigned()?;
        self.devices.disks.iter().try_for_each(|disk| disk.validate(self))?;
        self.validate_devices()?;
        self.validate_hostdevs()
    }

    fn validate_hugepages(&self) -> Result<()> {
        let Some(huge) = &self.memory_backing.hugepages else { return Ok(()) };
        let nodes = self.cpu.as_ref().and_then(|cpu| cpu.0.numa.as_ref()).map_or(0, |numa| numa.cells.len());
        // Without nodes all memory is that of node 0.
        let set_of = |page: &HugePage| {
            let all = nodes == 0 && page.nodeset.as_ref().is_some_and(|set| set.0.iter().eq([&0]));
            page.nodeset.clone().filter(|_| !all)
        };
        for (at, page) in huge.pages.iter().enumerate() {
            for other in huge.pages.iter().take(at) {
                match (set_of(page), set_of(other)) {
                    (Some(set), Some(of)) if set.overlaps(&of) => {
                        return refuse_detail(format!(
                            "nodeset attribute of hugepages of sizes {} and {} intersect",
                            page.size, other.size
                        ));
                    }
                    (None, None) => {
                        return refuse_detail(format!(
                            "two master hugepages detected: {} and {}",
                            page.size, other.size
                        ));
                    }
                    _ => {}
                }
            }
            let last = u32::try_from(nodes).unwrap_or(u32::MAX);
            let beyond = set_of(page).and_then(|set| set.0.iter().find(|node| **node >= last).copied());
            if let Some(node) = beyond {
                return refuse_detail(format!("hugepages: node {node} not found"));
            }
        }
        Ok(())
    }

    fn validate_firmware(&self) -> Result<()> {
        let os = &self.os;
        let enabled = |name| os.features.0.iter().find(|(of, _)| *of == name).map(|(_, enabled)| *enabled);
        let storage = os.nvram.is_some() || os.varstore.is_some();
        match os.firmware {
            Some(kind) => {
                if enabled(FirmwareFeature::EnrolledKeys) == Some(YesNo::Yes)
                    && enabled(FirmwareFeature::SecureBoot) == Some(YesNo::No)
                {
                    return refuse_detail(
                        "firmware feature 'enrolled-keys' cannot be enabled when firmware feature 'secure-boot' is disabled",
                    );
                }
                if storage && kind != Firmware::Efi {
                    return refuse_detail(format!(
                        "Firmware type '{}' does not support variable storage (NVRAM/varstore)",
                        kind.as_str()
                    ));
                }
            }
            None if !os.features.0.is_empty() => {
                return refuse_detail(
                    "cannot use feature-based firmware autoselection when firmware autoselection is disabled",
                );
            }
            None => {}
        }
        // Variables alone ask for a loader too.
        let path = os.loader.as_ref().and_then(|loader| loader.path.as_ref());
        if os.firmware.is_none() && path.is_none() && (os.loader.is_some() || os.nvram.is_some()) {
            return refuse_detail("no loader path specified and firmware auto selection disabled");
        }
        if os.shim.is_some() && os.kernel.is_none() {
            return refuse("shim only allowed with kernel option");
        }
        match os.loader.as_ref().and_then(|loader| loader.stateless) {
            Some(YesNo::Yes) if storage => {
                refuse_detail("Variable storage (NVRAM/varstore) is not permitted when loader is stateless")
            }
            _ => Ok(()),
        }
    }

    fn validate_iothreads(&self) -> Result<()> {
        let own = self.iothread_ids.iter().map(|thread| (thread.pool_min, thread.pool_max));
        let default = self.default_iothread.iter().map(|thread| (thread.pool_min, thread.pool_max));
        for (least, most) in own.chain(default) {
            if most == Some(0) {
                return refuse("thread_pool_max must be a positive integer");
            }
            if least.is_some_and(|least| least > most.unwrap_or(-1)) {
                return refuse("thread_pool_min must be smaller or equal to thread_pool_max");
            }
        }
        let mut weights = self.iothread_ids.iter().filter_map(|thread| thread.poll_weight);
        match weights.find(|weight| *weight > POLL_WEIGHT_MAX) {
            Some(weight) => refuse(format!("poll weight {weight} is out of range [0, {POLL_WEIGHT_MAX}]")),
            None => Ok(()),
        }
    }

    fn validate_cputune(&self) -> Result<()> {
        let tune = &self.cputune;
        let periods = [
            ("period", tune.period),
            ("global_period", tune.global_period),
            ("emulator_period", tune.emulator_period),
            ("iothread_period", tune.iothread_period),
        ];
        for (name, value) in periods {
            if value != 0 && !(PERIODS.0..=PERIODS.1).contains(&value) {
                let (low, high) = PERIODS;
                return refuse(format!("Value of cputune '{name}' must be in range [{low}, {high}]"));
            }
        }
        let quotas = [
            ("quota", tune.quota),
            ("global_quota", tune.global_quota),
            ("emulator_quota", tune.emulator_quota),
            ("iothread_quota", tune.iothread_quota),
        ];
        for (name, value) in quotas {
            if value > 0 && !(QUOTAS.0..=QUOTAS.1).contains(&value) {
                let (low, high) = QUOTAS;
                return refuse(format!("Value of cputune '{name}' must be in range [{low}, {high}]"));
            }
        }
        Ok(())
    }

    fn validate_idmap(&self) -> Result<()> {
        let (users, groups) = (self.idmap.users.first(), self.idmap.groups.first());
        if users.is_some() != groups.is_some() {
            return refuse("uid and gid should be mapped both");
        }
        if [users, groups].into_iter().flatten().any(|range| range.start != 0) {
            return refuse("You must map the root user of container");
        }
        Ok(())
    }

    fn validate_numatune(&self) -> Result<()> {
        use super::memory::NumaMode::Restrictive;
        let whole = self.numatune.memory.as_ref().and_then(|memory| memory.mode);
        for node in &self.numatune.nodes {
            if whole == Some(Restrictive) && node.mode != Restrictive {
                let detail =
                    "'restrictive' mode is required in memnode element when mode is 'restrictive' in memory element";
                return refuse_with(ErrorCode::XML_ERROR, detail);
            }
            if node.mode == Restrictive && whole != Some(Restrictive) {
                let detail =
                    "'restrictive' mode is required in memory element when mode is 'restrictive' in memnode element";
                return refuse_with(ErrorCode::XML_ERROR, detail);
            }
        }
        Ok(())
    }

    /// Checks the timers; part of completing, as in the stock library.
    pub(super) fn check_timers(&self, cx: &Context) -> Result<()> {
        for timer in &self.clock.timers {
            let name = timer.name.as_str();
            let refuse =
                |what: &str| Err(cx.unsupported(format!("timer {name} doesn't support setting of timer {what}")));
            if matches!(timer.name, TimerName::Kvmclock | TimerName::Hypervclock) && timer.tickpolicy.is_some() {
                return refuse("tickpolicy");
            }
            let catches_up = timer.threshold != 0 || timer.slew != 0 || timer.limit != 0;
            if timer.tickpolicy != Some(TickPolicy::Catchup) && catches_up {
                return Err(cx.xml("setting of timer catchup policies is only supported with tickpolicy='catchup'"));
            }
            if timer.name != TimerName::Tsc {
                if timer.frequency != 0 {
                    return refuse("frequency");
                }
                if timer.mode.is_some() {
                    return refuse("mode");
                }
            }
            if !matches!(timer.name, TimerName::Platform | TimerName::Rtc) && timer.track.is_some() {
                return refuse("track");
            }
        }
        Ok(())
    }
}
