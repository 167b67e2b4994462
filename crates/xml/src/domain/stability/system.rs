//! Memory, processors, the system and its clock.
use super::compare::{NULL, Pair, refused};
use crate::cpu::{Cell, GuestCpu};
use crate::domain::clock::{Timer, TimerName};
use crate::domain::sysinfo::{Entries, Sysinfo};
use crate::domain::{Domain, DomainCpu};
use crate::value::YesNo;
use oxivirt_model::{ErrorDomain, Result};

/// Gives the error another domain: that of the file in which the stock library compares.
fn told_by<T>(result: Result<T>, domain: ErrorDomain) -> Result<T> {
    result.map_err(|error| error.with_error_domain(domain))
}

impl Pair<'_, Domain> {
    /// Refuses another kind of guest, another guest, or another name.
    pub(super) fn check_identity(self) -> Result<()> {
        self.name("Target domain virt type %1$s does not match source %2$s", |domain| domain.kind)?;
        self.value("Target domain uuid %1$s does not match source %2$s", "", |domain| domain.uuid)?;
        let text = "Target domain requested genid does not match source";
        self.equal(text, |domain| domain.genid.is_some())?;
        let format = "Target domain genid %1$s does not match source %2$s";
        self.value(format, "", |domain| domain.genid.and_then(|genid| genid.uuid))?;
        self.text("Target domain name '%1$s' does not match source '%2$s'", "", |domain| Some(&domain.name))
    }

    /// Refuses other memory.
    pub(super) fn check_memory(self) -> Result<()> {
        let initial = |domain: &Domain| {
            let devices = domain.devices.memories.iter().map(|memory| memory.target.size.0);
            devices.fold(domain.memory.size.0, u64::saturating_sub)
        };
        self.number("Target domain max memory %1$lld does not match source %2$lld", initial)?;
        let current = |domain: &Domain| domain.current_memory.map_or(domain.memory.size.0, |size| size.0);
        self.number("Target domain current memory %1$lld does not match source %2$lld", current)?;
        let format = "Target maximum memory size '%1$llu' doesn't match source '%2$llu'";
        self.number(format, |domain| domain.max_memory.as_ref().map_or(0, |most| most.size.0))?;
        let format = "Target domain memory slots count '%1$u' doesn't match source '%2$u'";
        self.number(format, |domain| domain.max_memory.as_ref().map_or(0, |most| most.slots))
    }

    /// Refuses other nodes.
    pub(super) fn check_numa(self) -> Result<()> {
        let cells = |domain: &Domain| -> usize { nodes(domain).len() };
        self.number("Target NUMA node count '%1$zu' doesn't match source '%2$zu'", cells)?;
        let [target, source] = self.both(nodes);
        for (at, (target, source)) in target.iter().zip(source).enumerate() {
            if target.memory != source.memory {
                let format = "Size of target NUMA node %1$zu (%2$llu) doesn't match source (%3$llu)";
                return Err(refused(format, &[&at, &target.memory, &source.memory]));
            }
            if target.cpus != source.cpus {
                return Err(refused("Processor mask of target NUMA node %1$zu doesn't match source", &[&at]));
            }
            let far = |cell: &Cell, to: usize| match cell.distances.get(to) {
                None | Some(0) => {
                    if at == to {
                        10
                    } else {
                        20
                    }
                }
                Some(distance) => *distance,
            };
            let count = cells(self.source);
            if let Some(to) = (0..count).find(|to| far(target, *to) != far(source, *to)) {
                return Err(refused("Target NUMA distance from %1$zu to %2$zu doesn't match source", &[&at, &to]));
            }
        }
        Ok(())
    }

    /// Refuses other processors.
    pub(super) fn check_vcpus(self) -> Result<()> {
        self.number("Target domain vCPU max %1$zu does not match source %2$zu", Domain::max_vcpus)?;
        let online = |domain: &Domain, number: u32| match domain.vcpus.iter().find(|vcpu| vcpu.id == number) {
            Some(vcpu) => (vcpu.enabled == YesNo::Yes, vcpu.order),
            None => (number < domain.vcpu.current.unwrap_or_else(|| domain.max_vcpus()), 0),
        };
        for number in 0..self.source.max_vcpus() {
            let [(target, target_order), (source, source_order)] = self.both(|domain| online(domain, number));
            if target != source {
                let format = "State of vCPU '%1$zu' differs between source and destination definitions";
                return Err(refused(format, &[&number]));
            }
            if target_order != source_order {
                let format = "vcpu enable order of vCPU '%1$zu' differs between source and destination definitions";
                return Err(refused(format, &[&number]));
            }
        }
        Ok(())
    }

    /// Refuses another kind of system.
    pub(super) fn check_os(self) -> Result<()> {
        self.name("Target domain OS type %1$s does not match source %2$s", |domain| domain.os_type())?;
        let format = "Target domain architecture %1$s does not match source %2$s";
        self.text(format, "", |domain| Some(domain.arch()))?;
        let format = "Target domain machine type %1$s does not match source %2$s";
        self.text(format, "", |domain| domain.os.kind.as_ref().and_then(|kind| kind.machine.as_deref()))?;
        let format = "Target domain SMBIOS mode %1$s does not match source %2$s";
        self.word_or(format, "none", |domain| domain.os.smbios)
    }

    /// Refuses other timers.
    pub(super) fn check_timers(self) -> Result<()> {
        let timers = self.part(|domain| domain.clock.timers.as_slice());
        timers.each("Target domain timers do not match source", Pair::check_timer)
    }

    /// Refuses another model of processors.
    pub(super) fn check_cpu(self) -> Result<()> {
        let compared = match self.both(|domain| domain.cpu.as_deref()) {
            [None, None] => Ok(()),
            [Some(DomainCpu(target)), Some(DomainCpu(source))] => Pair { target, source }.check(),
            _ => Err(refused("Target CPU does not match source", &[])),
        };
        told_by(compared, ErrorDomain::CPU)
    }

    /// Refuses other words of the firmware.
    pub(super) fn check_sysinfo(self) -> Result<()> {
        self.part(|domain| &domain.sysinfo).each("Target domain count of sysinfo does not match source", |info| {
            told_by(info.check(), ErrorDomain::SYSINFO)
        })
    }
}

/// Returns the nodes of a guest.
fn nodes(domain: &Domain) -> &[Cell] {
    let numa = domain.cpu.as_ref().and_then(|cpu| cpu.0.numa.as_ref());
    numa.map_or(&[], |numa| &numa.cells)
}

impl Pair<'_, Timer> {
    fn check_timer(self) -> Result<()> {
        self.name("Target timer %1$s does not match source %2$s", |timer| timer.name)?;
        self.word("Target timer presence '%1$s' does not match source '%2$s'", |timer| timer.present)?;
        if self.source.name != TimerName::Tsc {
            return Ok(());
        }
        self.number("Target TSC frequency %1$llu does not match source %2$llu", |timer| timer.frequency)?;
        self.word_or("Target TSC mode %1$s does not match source %2$s", "none", |timer| timer.mode)
    }
}

impl Pair<'_, GuestCpu> {
    fn check(self) -> Result<()> {
        self.word_or("Target CPU mode %1$s does not match source %2$s", "custom", |cpu| cpu.mode)?;
        self.word_or("Target CPU check %1$s does not match source %2$s", "default", |cpu| cpu.check)?;
        let format = "Target CPU model %1$s does not match source %2$s";
        self.text(format, NULL, |cpu| cpu.model.as_ref().and_then(|model| model.name.as_deref()))?;
        self.text("Target CPU vendor %1$s does not match source %2$s", NULL, |cpu| cpu.vendor.as_deref())?;
        let format = "Target CPU vendor id %1$s does not match source %2$s";
        self.text(format, NULL, |cpu| cpu.model.as_ref().and_then(|model| model.vendor_id.as_deref()))?;
        self.check_topology()?;
        let text = "Target CPU maxphysaddr does not match source";
        self.equal(text, |cpu| cpu.max_phys_addr.as_ref().map(|address| (address.mode, address.bits.unwrap_or(-1))))?;
        let features = self.part(|cpu| cpu.features.as_slice());
        features.each("Target CPU feature count %1$zu does not match source %2$zu", |feature| {
            feature.text("Target CPU feature %1$s does not match source %2$s", "", |feature| Some(&feature.name))?;
            let format = "Target CPU feature policy %1$s does not match source %2$s";
            feature.name(format, |feature| feature.policy)
        })?;
        let text = "Target CPU cache does not match source";
        self.equal(text, |cpu| cpu.cache.as_ref().map(|cache| (cache.level.unwrap_or(-1), cache.mode)))
    }

    fn check_topology(self) -> Result<()> {
        let part = |cpu: &GuestCpu, get: fn(&crate::cpu::Topology) -> u32| cpu.topology.as_ref().map_or(0, get);
        let format = "Target CPU sockets %1$d does not match source %2$d";
        self.number(format, |cpu| part(cpu, |topology| topology.sockets))?;
        self.number("Target CPU dies %1$d does not match source %2$d", |cpu| part(cpu, |topology| topology.dies))?;
        let format = "Target CPU clusters %1$d does not match source %2$d";
        self.number(format, |cpu| part(cpu, |topology| topology.clusters))?;
        self.number("Target CPU cores %1$d does not match source %2$d", |cpu| part(cpu, |topology| topology.cores))?;
        self.number("Target CPU threads %1$d does not match source %2$d", |cpu| part(cpu, |topology| topology.threads))
    }
}

/// Entries of one block that are compared, in this order: name, and what the stock library calls it.
type Names = &'static [(&'static str, &'static str)];

const BIOS: Names =
    &[("vendor", "BIOS vendor"), ("version", "BIOS version"), ("date", "BIOS date"), ("release", "BIOS release")];
const SYSTEM: Names = &[
    ("manufacturer", "system vendor"),
    ("product", "system product"),
    ("version", "system version"),
    ("serial", "system serial"),
    ("uuid", "system uuid"),
    ("sku", "system sku"),
    ("family", "system family"),
];
const BASE_BOARD: Names = &[
    ("manufacturer", "base board vendor"),
    ("product", "base board product"),
    ("version", "base board version"),
    ("serial", "base board serial"),
    ("asset", "base board asset"),
    ("location", "base board location"),
];
const CHASSIS: Names = &[
    ("manufacturer", "chassis vendor"),
    ("version", "chassis version"),
    ("serial", "chassis serial"),
    ("asset", "chassis asset"),
    ("sku", "chassis sku"),
];

impl Pair<'_, Sysinfo> {
    fn check(self) -> Result<()> {
        self.name("Target sysinfo %1$s does not match source %2$s", |info| info.kind)?;
        self.part(|info| &info.bios).check_entries("Target sysinfo does not match source", BIOS)?;
        self.part(|info| &info.system).check_entries("Target sysinfo does not match source", SYSTEM)?;
        let boards = self.part(|info| info.base_boards.as_slice());
        boards.each("Target sysinfo base board count '%1$zu' does not match source '%2$zu'", |board| {
            board.check_entries("Target base board does not match source", BASE_BOARD)
        })?;
        self.part(|info| &info.chassis).check_entries("Target chassis does not match source", CHASSIS)
    }
}

impl Pair<'_, Entries> {
    /// Refuses blocks of which one is not there, with `text`, and entries that differ.
    fn check_entries(self, text: &str, names: Names) -> Result<()> {
        self.equal(text, |entries| entries.is_empty())?;
        for (name, shown) in names {
            let entry = |entries: &Entries| entries.iter().find(|entry| entry.0 == *name).map(|entry| entry.1.clone());
            let [target, source] = self.both(entry);
            if target != source {
                let [target, source] = [target, source].map(|text| text.unwrap_or_else(|| NULL.to_owned()));
                return Err(refused("Target sysinfo %1$s %2$s does not match source %3$s", &[shown, &target, &source]));
            }
        }
        Ok(())
    }
}
