//! What parsing checks across the elements of processors and memory, and the order it brings them into.
use oxivirt_model::{ErrorCode, Result};

use super::Domain;
use super::cputune::{IoThread, Sched, VcpuPlacement};
use super::memory::{NumaMemory, NumaMode, NumaPlacement};
use super::os::{Bios, BootMenu, FirmwareFeatures, Os, OsType};
use super::resctrl::{Resctrls, Resource};
use crate::element::Context;
use crate::tree::Node;
use crate::value::{Nodeset, Value};

/// More processors than this are refused: the stock library ends the process.
const MAX_VCPUS: u32 = 1 << 20;

impl IoThread {
    /// Returns true if the thread says nothing and its number is what counting gives.
    pub(super) fn is_implicit(&self) -> bool {
        self.implicit
    }
}

impl Domain {
    /// Checks and orders what was parsed.
    pub(super) fn check_parsed(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.check_seclabels(cx)?;
        for (action, event) in [(self.on_poweroff, "poweroff"), (self.on_reboot, "reboot")] {
            action.map_or(Ok(()), |action| action.check_event(event))?;
        }
        self.check_vcpus(cx)?;
        self.number_iothreads(cx)?;
        self.order_pins(cx)?;
        self.order_schedulers(cx)?;
        self.check_numa(node, cx)?;
        if node.elements("resource").count() > 1 {
            return Err(cx.xml("only one resource element is supported"));
        }
        if let Some(tune) =
            node.element("cputune").filter(|tune| tune.children().any(|child| Resource::parse(child.name()).is_some()))
        {
            self.cputune.resctrls = Resctrls::read(tune, self.max_vcpus(), cx)?;
        }
        self.keep_boot(cx)?;
        for (at, group) in self.throttle_groups.iter().enumerate() {
            if self.throttle_groups.iter().take(at).any(|other| other.name == group.name) {
                return Err(cx.xml(format!("duplicate group name '{}' found", group.name)));
            }
        }
        self.check_devices(cx)?;
        for sysinfo in &self.sysinfo {
            match (self.uuid, sysinfo.uuid()) {
                (Some(own), Some(told)) if self.hwuuid.unwrap_or(own) != told => {
                    let element = if self.hwuuid.is_some() { "hwuuid" } else { "uuid" };
                    let detail = format!("UUID mismatch between <{element}> and <sysinfo>");
                    return Err(cx.error(ErrorCode::XML_DETAIL, detail));
                }
                (None, Some(told)) => self.uuid = Some(told),
                _ => {}
            }
        }
        Ok(())
    }

    fn check_seclabels(&self, cx: &Context) -> Result<()> {
        for (at, label) in self.seclabels.iter().enumerate() {
            if self.seclabels.iter().take(at).any(|other| other.model == label.model) {
                let model = label.model.as_deref().unwrap_or("(null)");
                let detail = format!("seclabel for model {model} is already provided");
                return Err(cx.error(ErrorCode::XML_DETAIL, detail));
            }
        }
        if self.seclabels.len() > 1 && self.seclabels.iter().any(|label| label.model.is_none()) {
            return Err(cx.xml("missing security model when using multiple labels"));
        }
        Ok(())
    }

    fn check_vcpus(&mut self, cx: &Context) -> Result<()> {
        let vcpu = &mut self.vcpu;
        let max = match vcpu.max {
            Some(max) if max <= MAX_VCPUS => max,
            Some(max) => {
                return Err(
                    cx.unsupported(format!("maximum vCPU count must not be greater than {MAX_VCPUS}, not {max}"))
                );
            }
            None => return Err(cx.xml("maximum vcpus count must be an integer")),
        };
        if vcpu.placement == Some(VcpuPlacement::Auto) {
            vcpu.cpuset = None;
        }
        if vcpu.cpuset.as_ref().is_some_and(|set| set.0.is_empty()) {
            return Err(cx.unsupported("Invalid value of 'cpuset': "));
        }
        vcpu.placement.get_or_insert(VcpuPlacement::Static);
        if self.vcpus.is_empty() {
            if vcpu.current.is_some_and(|current| current > max) {
                return Err(cx.unsupported("maximum vCPU count must not be less than current vCPU count"));
            }
        } else {
            if let Some(one) = self.vcpus.iter().find(|one| one.id >= max) {
                return Err(cx.xml(format!("vcpu id '{}' is out of range of maximum vcpu count", one.id)));
            }
            // Of two that are told of one processor the last one counts.
            let mut seen = Nodeset::default();
            let told = std::mem::take(&mut self.vcpus);
            self.vcpus = told.iter().rev().filter(|one| seen.0.insert(one.id)).copied().collect();
            crate::sort::by_key(&mut self.vcpus, |one| one.id);
            let online = self.vcpus.iter().filter(|one| one.enabled == crate::value::YesNo::Yes).count();
            self.vcpu.current = u32::try_from(online).ok();
        }
        self.vcpu.current = self.vcpu.current.filter(|current| *current != max);
        Ok(())
    }

    fn number_iothreads(&mut self, cx: &Context) -> Result<()> {
        for (at, thread) in self.iothread_ids.iter().enumerate() {
            if self.iothread_ids.iter().take(at).any(|other| other.id == thread.id) {
                return Err(cx.xml(format!("duplicate iothread id '{}' found", thread.id)));
            }
        }
        if self.iothreads > MAX_VCPUS {
            return Err(cx.xml(format!("invalid iothreads count '{}'", self.iothreads)));
        }
        let told = u32::try_from(self.iothread_ids.len()).unwrap_or(u32::MAX);
        self.iothreads = self.iothreads.max(told);
        let taken: Nodeset = self.iothread_ids.iter().map(|thread| thread.id).collect();
        let free = (1..=self.iothreads).filter(|id| !taken.0.contains(id));
        let missing = usize::try_from(self.iothreads.saturating_sub(told)).unwrap_or(0);
        let made: Vec<IoThread> =
            free.take(missing).map(|id| IoThread { id, implicit: true, ..IoThread::default() }).collect();
        self.iothread_ids.extend(made);
        if self.iothread_ids.iter().any(|thread| !thread.implicit) {
            for thread in &mut self.iothread_ids {
                thread.implicit = false;
            }
        }
        Ok(())
    }

    fn order_pins(&mut self, cx: &Context) -> Result<()> {
        let max = self.max_vcpus();
        let tune = &mut self.cputune;
        tune.vcpupin.retain(|pin| pin.vcpu < max);
        for (at, pin) in tune.vcpupin.iter().enumerate() {
            if tune.vcpupin.iter().take(at).any(|other| other.vcpu == pin.vcpu) {
                return Err(cx.internal(format!("duplicate vcpupin for vcpu '{}'", pin.vcpu)));
            }
            if pin.cpuset.0.is_empty() {
                return Err(cx.unsupported("Invalid value of 'cpuset': "));
            }
        }
        crate::sort::by_key(&mut tune.vcpupin, |pin| pin.vcpu);
        let place = |id: u32| self.iothread_ids.iter().position(|thread| thread.id == id);
        for (at, pin) in tune.iothreadpin.iter().enumerate() {
            if place(pin.iothread).is_none() {
                return Err(cx.unsupported(format!("Cannot find 'iothread' : {}", pin.iothread)));
            }
            if tune.iothreadpin.iter().take(at).any(|other| other.iothread == pin.iothread) {
                let detail = format!("duplicate iothreadpin for same iothread '{}'", pin.iothread);
                return Err(cx.internal(detail));
            }
        }
        crate::sort::by_key(&mut tune.iothreadpin, |pin| place(pin.iothread));
        Ok(())
    }

    /// Splits schedulers into one for each processor or thread, in their order.
    fn order_schedulers(&mut self, cx: &Context) -> Result<()> {
        let max = self.max_vcpus();
        let tune = &mut self.cputune;
        let vcpus = split(&tune.vcpusched, "vcpusched", "vcpus", |sched| sched.vcpus.as_ref(), cx)?;
        if let Some((id, _)) = vcpus.iter().find(|(id, _)| *id >= max) {
            return Err(cx.unsupported(format!("vCPU '{id}' is not present in domain definition")));
        }
        let threads = split(&tune.iothreadsched, "iothreadsched", "iothreads", |sched| sched.iothreads.as_ref(), cx)?;
        let place = |id: u32| self.iothread_ids.iter().position(|thread| thread.id == id);
        if let Some((id, _)) = threads.iter().find(|(id, _)| place(*id).is_none()) {
            return Err(cx.unsupported(format!("Cannot find 'iothread' : {id}")));
        }
        let one = |id| Some(Nodeset::from_iter([id]));
        tune.vcpusched =
            vcpus.into_iter().map(|(id, sched)| Sched { vcpus: one(id), iothreads: None, ..sched }).collect();
        let mut threads: Vec<_> = threads;
        crate::sort::by_key(&mut threads, |(id, _)| place(*id));
        tune.iothreadsched =
            threads.into_iter().map(|(id, sched)| Sched { vcpus: None, iothreads: one(id), ..sched }).collect();
        Ok(())
    }

    fn check_numa(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let max = self.max_vcpus();
        let cells = self.cpu.as_ref().and_then(|cpu| cpu.0.numa.as_ref()).map(|numa| numa.cells.as_slice());
        let sets = cells.unwrap_or_default().iter().filter_map(|cell| cell.cpus.as_ref());
        let count = sets.clone().fold(0_usize, |sum, cpus| sum.saturating_add(cpus.0.len()));
        if u32::try_from(count).unwrap_or(u32::MAX) > max {
            return Err(cx.internal("Number of CPUs in <numa> exceeds the <vcpu> count"));
        }
        if max == 0 || sets.filter_map(Nodeset::last).any(|last| last >= max) {
            return Err(cx.internal("CPU IDs in <numa> exceed the <vcpu> count"));
        }
        if node.elements("numatune").count() > 1 {
            return Err(cx.xml("only one numatune is supported"));
        }
        let cells = cells.map_or(0, <[_]>::len);
        self.place_memory(cells, cx)
    }

    /// Fills in how memory is placed.
    fn place_memory(&mut self, cells: usize, cx: &Context) -> Result<()> {
        let automatic = self.vcpu.placement == Some(VcpuPlacement::Auto);
        if automatic && self.numatune.memory.is_none() {
            self.numatune.memory =
                Some(NumaMemory { mode: Some(NumaMode::Strict), placement: Some(NumaPlacement::Auto), nodeset: None });
        }
        if self.numatune.memory.as_ref().is_some_and(|memory| *memory == NumaMemory::default()) {
            self.numatune.memory = None;
        }
        if let Some(memory) = &mut self.numatune.memory {
            memory.mode.get_or_insert(NumaMode::Strict);
            if memory.placement.is_none() {
                memory.placement = Some(if memory.nodeset.is_some() || !automatic {
                    NumaPlacement::Static
                } else {
                    NumaPlacement::Auto
                });
            }
            if memory.placement == Some(NumaPlacement::Static) && memory.nodeset.is_none() {
                return Err(cx.unsupported("nodeset for NUMA memory tuning must be set if 'placement' is 'static'"));
            }
        }
        let auto = self.numatune.memory.as_ref().is_some_and(|memory| memory.placement == Some(NumaPlacement::Auto));
        if !self.numatune.nodes.is_empty() {
            if auto {
                return Err(cx.unsupported("Per-node binding is not compatible with automatic NUMA placement."));
            }
            if cells == 0 {
                return Err(cx.xml("Element 'memnode' is invalid without any guest NUMA cells"));
            }
            let known = u32::try_from(cells).unwrap_or(u32::MAX);
            if self.numatune.nodes.iter().any(|node| node.cell >= known) {
                return Err(
                    cx.xml("Argument 'cellid' in memnode element must correspond to existing guest's NUMA cell")
                );
            }
            if let Some(node) = self.numatune.nodes.iter().find(|node| node.nodeset.0.is_empty()) {
                let _ = node;
                return Err(cx.unsupported("Invalid value of 'nodeset': "));
            }
        }
        let unpinned = self.vcpu.cpuset.is_none()
            && self.cputune.vcpupin.is_empty()
            && self.cputune.emulatorpin.is_none()
            && self.cputune.iothreadpin.is_empty();
        if auto && unpinned {
            self.vcpu.placement = Some(VcpuPlacement::Auto);
        }
        if let Some(memory) = self.numatune.memory.as_mut().filter(|memory| memory.nodeset.is_some()) {
            memory.placement = None;
        }
        Ok(())
    }

    /// Keeps what an operating system of this kind has in `<os>`.
    fn keep_boot(&mut self, cx: &Context) -> Result<()> {
        let kind = self.os_type();
        let whole = std::mem::take(&mut self.os);
        let os = &mut self.os;
        os.kind = whole.kind;
        os.smbios = whole.smbios;
        if matches!(kind, OsType::Hvm | OsType::Xen | OsType::XenPvh | OsType::Uml) {
            (os.kernel, os.initrd, os.cmdline) = (whole.kernel, whole.initrd, whole.cmdline);
            (os.shim, os.dtb, os.root) = (whole.shim, whole.dtb, whole.root);
            (os.loader, os.nvram, os.varstore) = (whole.loader, whole.nvram, whole.varstore);
            if os.nvram.is_some() && os.varstore.is_some() {
                return Err(cx.xml("Cannot have both <nvram> and <varstore>"));
            }
            os.check_formats(cx)?;
        } else if kind == OsType::Exe {
            whole.initenv.iter().try_for_each(|variable| variable.check(cx))?;
            (os.init, os.initarg, os.initenv) = (whole.init, whole.initarg, whole.initenv);
            (os.initdir, os.inituser, os.initgroup) = (whole.initdir, whole.inituser, whole.initgroup);
            os.cmdline = whole.cmdline;
        }
        if kind == OsType::Hvm {
            os.features = if whole.firmware.is_some() { whole.features } else { FirmwareFeatures::default() };
            (os.firmware, os.acpi) = (whole.firmware, whole.acpi);
            os.boot = whole.boot.into_iter().take(4).collect();
            (os.bootmenu, os.bios) = (whole.bootmenu, whole.bios);
            Self::check_boot(os, cx)?;
        }
        if self.bootloader.is_some() {
            (os.boot, os.bootmenu, os.bios) = (Vec::new(), None::<BootMenu>, None::<Bios>);
        } else {
            self.bootloader_args = None;
        }
        Ok(())
    }

    fn check_boot(os: &mut Os, cx: &Context) -> Result<()> {
        for (at, table) in os.acpi.iter().enumerate() {
            let repeated = os.acpi.iter().take(at).any(|other| other.kind == table.kind);
            if repeated && table.kind != super::os::AcpiTable::Raw {
                let detail = format!("ACPI table type '{}' may only appear once", table.kind.as_str());
                return Err(cx.xml(detail));
            }
        }
        if os.bootmenu.is_some_and(|menu| menu.enable.is_none()) {
            os.bootmenu = None;
        }
        Ok(())
    }
}

/// Returns the scheduler of each number, in their order.
fn split<'a>(
    scheds: &'a [Sched],
    element: &str,
    attribute: &str,
    of: impl Fn(&'a Sched) -> Option<&'a Nodeset>,
    cx: &Context,
) -> Result<Vec<(u32, Sched)>> {
    let mut all = std::collections::BTreeMap::new();
    for sched in scheds {
        let Some(numbers) = of(sched) else { continue };
        if numbers.0.is_empty() {
            return Err(cx.unsupported(format!("'{attribute}' scheduler bitmap '' is empty")));
        }
        for number in &numbers.0 {
            if all.insert(*number, sched.clone()).is_some() {
                let detail = format!("'{element}' attributes '{attribute}' must not overlap");
                return Err(cx.error(ErrorCode::XML_DETAIL, detail));
            }
        }
    }
    Ok(all.into_iter().collect())
}
