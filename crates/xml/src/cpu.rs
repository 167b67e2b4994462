//! `<cpu>`: of a guest, of a host, and alone.
use oxivirt_model::{ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::domain::memory::MemoryAccess;
use crate::element::{Context, Element, Rules, Source};
use crate::tree::Node;
use crate::value::{Nodeset, OnOff, YesNo, default_word, words};
use crate::write::Writer;

words! {
    /// How a guest's CPU is chosen.
    CpuMode { Custom = "custom", HostModel = "host-model", HostPassthrough = "host-passthrough", Maximum = "maximum" }
    /// How the host's CPU must match.
    CpuMatch { Exact = "exact", Minimum = "minimum", Strict = "strict" }
    /// How it is checked.
    CpuCheck { Default = "default", None = "none", Partial = "partial", Full = "full" }
    /// Whether another model may be taken.
    CpuFallback { Allow = "allow", Forbid = "forbid" }
    /// Whether a feature is there.
    FeaturePolicy { Force = "force", Require = "require", Optional = "optional", Disable = "disable", Forbid = "forbid" }
    /// Which cache the guest sees.
    CacheMode { Emulate = "emulate", Passthrough = "passthrough", Disable = "disable" }
    /// Where the number of address bits comes from.
    MaxPhysAddrMode { Emulate = "emulate", Passthrough = "passthrough" }
    /// How a cache is organised.
    Associativity { None = "none", Direct = "direct", Full = "full" }
    /// When what is written goes to memory.
    CachePolicy { None = "none", Writeback = "writeback", Writethrough = "writethrough" }
    /// What a latency or bandwidth is of.
    AccessType { Access = "access", Read = "read", Write = "write" }
}

/// `<cpu>` of a guest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = GuestCpu::check)]
pub struct GuestCpu {
    /// How it is chosen.
    #[xml(attr = "mode", bad(CONFIG_UNSUPPORTED, "Invalid mode attribute '{}'"))]
    pub mode: Option<CpuMode>,
    /// How the host's CPU must match.
    #[xml(attr = "match")]
    pub matching: Option<CpuMatch>,
    /// How it is checked.
    #[xml(attr = "check", skip_if = GuestCpu::is_default_check)]
    pub check: Option<CpuCheck>,
    /// Whether the guest can migrate with it.
    #[xml(attr = "migratable")]
    pub migratable: Option<OnOff>,
    /// Whether deprecated features are there.
    #[xml(attr = "deprecated_features")]
    pub deprecated_features: Option<OnOff>,
    /// The model.
    #[xml(child = "model", skip_if = CpuModel::is_empty)]
    pub model: Option<CpuModel>,
    /// The vendor.
    #[xml(text = "vendor")]
    pub vendor: Option<String>,
    /// Sockets, cores and threads.
    #[xml(child = "topology")]
    pub topology: Option<Topology>,
    /// The cache.
    #[xml(child = "cache")]
    pub cache: Option<CpuCache>,
    /// Bits of a physical address.
    #[xml(child = "maxphysaddr")]
    pub max_phys_addr: Option<MaxPhysAddr>,
    /// Features.
    #[xml(child = "feature")]
    pub features: Vec<Feature>,
    /// NUMA nodes.
    #[xml(child = "numa")]
    pub numa: Option<Numa>,
}

/// `<model>` of a CPU.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct CpuModel {
    /// Whether another model may be taken.
    #[xml(attr = "fallback", nonempty, bad(CONFIG_UNSUPPORTED, "Invalid fallback attribute"))]
    pub fallback: Option<CpuFallback>,
    /// The vendor the guest sees.
    #[xml(attr = "vendor_id", nonempty)]
    pub vendor_id: Option<String>,
    /// Its name.
    #[xml(content)]
    pub name: Option<String>,
}

impl CpuModel {
    fn is_empty(&self) -> bool {
        self.name.is_none() && self.vendor_id.is_none()
    }
}

/// `<topology>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
#[xml(check = Topology::check)]
pub struct Topology {
    /// Sockets.
    #[xml(attr = "sockets", nonzero)]
    pub sockets: u32,
    /// Dies of a socket.
    #[xml(attr = "dies", default, nonzero)]
    pub dies: u32,
    /// Clusters of a die.
    #[xml(attr = "clusters", default, nonzero)]
    pub clusters: u32,
    /// Cores of a cluster.
    #[xml(attr = "cores", nonzero)]
    pub cores: u32,
    /// Threads of a core.
    #[xml(attr = "threads", nonzero)]
    pub threads: u32,
}

impl Topology {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        (self.dies, self.clusters) = (self.dies.max(1), self.clusters.max(1));
        Ok(())
    }

    /// Returns how many processors there are.
    #[must_use]
    pub fn total(&self) -> u64 {
        [self.sockets, self.dies, self.clusters, self.cores, self.threads]
            .into_iter()
            .fold(1_u64, |total, part| total.saturating_mul(part.into()))
    }
}

/// `<cache>` of a CPU.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Element)]
pub struct CpuCache {
    /// Its level.
    #[xml(attr = "level", nonnegative)]
    pub level: Option<i32>,
    /// Which cache the guest sees.
    #[xml(attr = "mode")]
    pub mode: CacheMode,
}

/// `<maxphysaddr>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Element)]
pub struct MaxPhysAddr {
    /// Where the number comes from.
    #[xml(attr = "mode")]
    pub mode: MaxPhysAddrMode,
    /// Bits.
    #[xml(attr = "bits", nonnegative)]
    pub bits: Option<i32>,
    /// Most bits.
    #[xml(attr = "limit", nonzero)]
    pub limit: Option<u32>,
}

/// `<feature>` of a guest's CPU.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Feature {
    /// Whether it is there.
    #[xml(attr = "policy", default, bad(CONFIG_UNSUPPORTED, "Invalid CPU feature policy"))]
    pub policy: FeaturePolicy,
    /// Its name.
    #[xml(attr = "name", nonempty, missing(XML_ERROR, "Invalid CPU feature name"))]
    pub name: String,
}

default_word!(FeaturePolicy, Require);

impl GuestCpu {
    fn is_default_check(check: &CpuCheck) -> bool {
        *check == CpuCheck::Default
    }

    /// Reads a guest's CPU; its errors are of the CPU's domain.
    pub(crate) fn read(node: Node<'_>, cx: &Context) -> Result<Self> {
        Self::parse(node, &Context { from: ErrorDomain::CPU, ..cx.clone() })
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let mode = *self.mode.get_or_insert(CpuMode::Custom);
        let fixed = matches!(mode, CpuMode::HostPassthrough | CpuMode::Maximum);
        if self.migratable.is_some() && !fixed {
            return Err(
                cx.unsupported("Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode")
            );
        }
        let named = self.model.as_ref().is_some_and(|model| model.name.is_some());
        if let Some(model) = &mut self.model {
            if fixed {
                (model.fallback, model.vendor_id) = (None, None);
            }
            if let Some(vendor) = &model.vendor_id {
                if vendor.len() != 12 {
                    return Err(cx.xml("vendor_id must be exactly 12 characters long"));
                }
                if vendor.contains(',') {
                    return Err(cx.xml("vendor id is invalid"));
                }
            }
            model.fallback = if named { Some(model.fallback.unwrap_or(CpuFallback::Allow)) } else { None };
        }
        if self.vendor.is_some() && !named {
            return Err(cx.xml("CPU vendor specified without CPU model"));
        }
        if !self.features.is_empty() && !named && mode == CpuMode::Custom {
            return Err(cx.xml("Non-empty feature list specified without CPU model"));
        }
        for (at, feature) in self.features.iter().enumerate() {
            if self.features.iter().take(at).any(|other| other.name == feature.name) {
                return Err(cx.xml(format!("CPU feature '{}' specified more than once", feature.name)));
            }
        }
        if node.elements("cache").count() > 1 {
            return Err(cx.xml("at most one CPU cache element may be specified"));
        }
        check_cache(self.max_phys_addr.as_ref(), self.cache.as_ref(), cx)?;
        self.matching = (mode == CpuMode::Custom).then(|| self.matching.unwrap_or(CpuMatch::Exact));
        if mode == CpuMode::Custom && !named {
            (self.mode, self.matching, self.check, self.deprecated_features) = (None, None, self.check, None);
        }
        if fixed {
            (self.model, self.vendor) = (None, None);
        }
        Ok(())
    }

    /// Drops what is said of a CPU that is not named; part of completing.
    pub(crate) fn forget_unnamed(&mut self) {
        if self.mode.is_none() {
            self.check = None;
        }
    }
}

/// Refuses a limit of address bits that is not looked at, and a cache of a level that processors do not have.
pub(crate) fn check_cache(bits: Option<&MaxPhysAddr>, cache: Option<&CpuCache>, cx: &Context) -> Result<()> {
    if bits.is_some_and(|bits| bits.limit.is_some() && bits.mode != MaxPhysAddrMode::Passthrough) {
        return Err(cx.unsupported("attribute 'limit' is only supported for maxphysaddr mode 'passthrough'"));
    }
    match cache.and_then(|cache| cache.level) {
        Some(level) if !(1..=3).contains(&level) => Err(cx.xml("invalid CPU cache level, must be in range [1,3]")),
        _ => Ok(()),
    }
}

/// `<numa>` of a guest's CPU: cells in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numa {
    /// The nodes.
    pub cells: Vec<Cell>,
    /// How fast they reach each other.
    pub interconnects: Vec<Interconnect>,
}

/// `<cell>`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Processors.
    pub cpus: Option<Nodeset>,
    /// KiB.
    pub memory: u64,
    /// Shared or private mapping.
    pub access: Option<MemoryAccess>,
    /// Contents may be thrown away at the end.
    pub discard: Option<YesNo>,
    /// Distances to the cells by number, 0 where not told; empty when none is.
    pub distances: Vec<u32>,
    /// Caches of the memory.
    pub caches: Vec<CellCache>,
}

/// `<cache>` of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellCache {
    /// Its level.
    pub level: u32,
    /// How it is organised.
    pub associativity: Associativity,
    /// When what is written goes to memory.
    pub policy: CachePolicy,
    /// KiB.
    pub size: u64,
    /// Bytes of a line.
    pub line: u64,
}

/// `<latency>`, `<bandwidth>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interconnect {
    /// It is a bandwidth, in KiB; otherwise a latency.
    pub is_bandwidth: bool,
    /// Node that asks.
    pub initiator: u32,
    /// Node that answers.
    pub target: u32,
    /// Level of the cache that answers, 0 for none.
    pub cache: u32,
    /// What it is of.
    pub access: AccessType,
    /// The value.
    pub value: u64,
}

/// The highest level of a cache that a node's memory can have.
const MAX_CACHE_LEVEL: u32 = 3;

impl Interconnect {
    /// Refuses a connection between nodes that are not there, and one that is told already.
    fn check(&self, cells: &[Cell], others: &[Self], cx: &Context) -> Result<()> {
        let cell = |id: u32| cells.get(usize::try_from(id).unwrap_or(usize::MAX));
        let Some(initiator) = cell(self.initiator) else {
            return Err(cx.xml("'initiator' refers to a non-existent NUMA node"));
        };
        let Some(target) = cell(self.target) else {
            return Err(cx.xml("'target' refers to a non-existent NUMA node"));
        };
        if initiator.cpus.is_none() {
            return Err(cx.xml("NUMA nodes without CPUs can't be initiator"));
        }
        if self.cache != 0 && !target.caches.iter().any(|cache| cache.level == self.cache) {
            return Err(cx.xml("'cache' refers to a non-existent NUMA node cache"));
        }
        let what = |link: &Self| (link.is_bandwidth, link.initiator, link.target, link.cache, link.access);
        if others.iter().any(|other| what(other) == what(self)) {
            return Err(cx.xml("Duplicate info for NUMA latencies"));
        }
        Ok(())
    }
}

impl Numa {
    fn read_cells(node: Node<'_>, cx: &Context) -> Result<Vec<Cell>> {
        let nodes: Vec<Node<'_>> = node.elements("cell").collect();
        if nodes.is_empty() {
            return Err(cx.xml("NUMA topology defined without NUMA cells"));
        }
        let mut cells = vec![Cell::default(); nodes.len()];
        let mut seen = vec![false; nodes.len()];
        for (at, node) in nodes.into_iter().enumerate() {
            let default = u32::try_from(at).unwrap_or(u32::MAX);
            let id = Source::attr(node, "", "id").optional(cx, &Rules::NONE)?.unwrap_or(default);
            let place = usize::try_from(id).unwrap_or(usize::MAX);
            let Some(seen) = seen.get_mut(place) else {
                return Err(cx.xml("Exactly one 'cell' element per guest NUMA cell allowed, non-contiguous ranges or ranges not starting from 0 are not allowed"));
            };
            if std::mem::replace(seen, true) && cells.get(place).is_some_and(|cell| cell.memory != 0) {
                return Err(cx.xml(format!("Duplicate NUMA cell info for cell id '{id}'")));
            }
            let count = cells.len();
            let cell = Cell::read(node, id, count, cx)?;
            if let Some(cpus) = &cell.cpus {
                let overlap = cells.iter().enumerate().find(|(other, cell)| {
                    *other != place && cell.cpus.as_ref().is_some_and(|others| others.overlaps(cpus))
                });
                if let Some((other, _)) = overlap {
                    return Err(cx.unsupported(format!("NUMA cells {id} and {other} have overlapping vCPU ids")));
                }
            }
            // A distance is told for both directions.
            let known = cells.get(place).map(|cell| cell.distances.clone()).unwrap_or_default();
            for (other, value) in
                cell.distances.iter().enumerate().filter(|(other, value)| *other != place && **value != 0)
            {
                if let Some(back) = cells.get_mut(other) {
                    back.note_distance(other, place, *value, count);
                }
            }
            if let Some(slot) = cells.get_mut(place) {
                let mut cell = cell;
                if cell.distances.is_empty() {
                    cell.distances = known;
                } else {
                    for (mine, before) in cell.distances.iter_mut().zip(known) {
                        if *mine == 0 {
                            *mine = before;
                        }
                    }
                }
                *slot = cell;
            }
        }
        Ok(cells)
    }
}

impl Cell {
    fn note_distance(&mut self, own: usize, other: usize, value: u32, count: usize) {
        if self.distances.is_empty() {
            self.distances = vec![0; count];
            if let Some(slot) = self.distances.get_mut(own) {
                *slot = 10;
            }
        }
        if let Some(slot) = self.distances.get_mut(other).filter(|slot| **slot == 0) {
            *slot = value;
        }
    }

    fn read(node: Node<'_>, id: u32, count: usize, cx: &Context) -> Result<Self> {
        let mut cell = Self {
            cpus: crate::value::nodeset_attribute(node, cx, "cpus")?.filter(|cpus| !cpus.0.is_empty()),
            memory: crate::value::scaled_attribute(node, cx, "memory", 1024)?
                .ok_or_else(|| crate::element::missing_scaled("@memory"))?
                .div_ceil(1024),
            access: Source::attr(node, "", "memAccess").optional(cx, &Rules::NONE)?,
            discard: Source::attr(node, "", "discard").optional(cx, &Rules::NONE)?,
            ..Self::default()
        };
        if let Some(distances) = node.element("distances") {
            cell.read_distances(distances, id, count, cx)?;
        }
        for cache in node.elements("cache") {
            let part = |name| Source::attr(cache, "", name);
            let value = |name: &str, default: u64| -> Result<u64> {
                let found = cache.element(name).and_then(|found| found.attr("value")).filter(|text| !text.is_empty());
                let path = format!("{name}/@value");
                let text = found.ok_or_else(|| crate::element::missing_scaled(&path))?;
                let value =
                    crate::value::parse_unsigned(text, 10).ok_or_else(|| crate::element::bad_text(&path, text))?;
                // The stock library does not look at the unit.
                let bytes = crate::value::scale(value, "", default, u64::MAX >> 1);
                bytes.map_err(|error| crate::value::scale_error(error, value, ""))
            };
            let level = part("level").required(cx, &Rules { nonzero: true, ..Rules::NONE })?;
            if level > MAX_CACHE_LEVEL {
                return Err(cx.xml("Ain't nobody heard of that much cache level"));
            }
            if cell.caches.iter().any(|other| other.level == level) {
                return Err(cx.xml(format!("Cache level '{level}' already defined")));
            }
            cell.caches.push(CellCache {
                level,
                associativity: part("associativity").required(cx, &Rules::NONE)?,
                policy: part("policy").required(cx, &Rules::NONE)?,
                size: value("size", 1024)?.div_ceil(1024),
                line: value("line", 1)?,
            });
        }
        crate::sort::by_key(&mut cell.caches, |cache| cache.level);
        Ok(cell)
    }

    fn read_distances(&mut self, node: Node<'_>, id: u32, count: usize, cx: &Context) -> Result<()> {
        let mut any = false;
        for sibling in node.elements("sibling") {
            any = true;
            let other: u32 = Source::attr(sibling, "", "id").required(cx, &Rules::NONE)?;
            let place = usize::try_from(other).unwrap_or(usize::MAX);
            if place >= count {
                let other = other.cast_signed();
                let detail = format!("'sibling_id {other}' does not refer to a valid cell within NUMA 'cell id {id}'");
                return Err(cx.xml(detail));
            }
            let value: u32 = Source::attr(sibling, "", "value").required(cx, &Rules::NONE)?;
            if !(10..=255).contains(&value) || (other == id) != (value == 10) {
                let detail = format!("'value {value}' is invalid for 'sibling id {other}' under NUMA 'cell id {id}'");
                return Err(cx.xml(detail));
            }
            self.note_distance(usize::try_from(id).unwrap_or(usize::MAX), place, value, count);
            if let Some(slot) = self.distances.get_mut(place) {
                *slot = value;
            }
        }
        if any { Ok(()) } else { Err(cx.xml("NUMA distances defined without siblings")) }
    }
}

impl Element for Numa {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let cx = &Context { from: ErrorDomain::DOMAIN, ..cx.clone() };
        let cells = Self::read_cells(node, cx)?;
        let mut interconnects = Vec::new();
        if let Some(all) = node.element("interconnects") {
            for node in all.children().filter(|node| matches!(node.name(), "latency" | "bandwidth")) {
                let is_bandwidth = node.name() == "bandwidth";
                let part = |name| Source::attr(node, "", name);
                let value = if is_bandwidth {
                    crate::value::scaled_attribute(node, cx, "value", 1024)?
                        .ok_or_else(|| crate::element::missing_scaled("@value"))?
                        .div_ceil(1024)
                } else {
                    part("value").required(cx, &Rules::NONE)?
                };
                let link = Interconnect {
                    is_bandwidth,
                    initiator: part("initiator").required(cx, &Rules::NONE)?,
                    target: part("target").required(cx, &Rules::NONE)?,
                    cache: part("cache").optional(cx, &Rules::NONE)?.unwrap_or_default(),
                    access: part("type").required(cx, &Rules::NONE)?,
                    value,
                };
                link.check(&cells, &interconnects, cx)?;
                interconnects.push(link);
            }
        }
        Ok(Self { cells, interconnects })
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        for (id, cell) in self.cells.iter().enumerate() {
            out.open("cell");
            out.attr("id", &id.to_string());
            cell.write(out);
            out.close();
        }
        out.open_optional("interconnects");
        for link in &self.interconnects {
            out.open(if link.is_bandwidth { "bandwidth" } else { "latency" });
            out.attr("initiator", &link.initiator.to_string());
            out.attr("target", &link.target.to_string());
            if link.cache != 0 {
                out.attr("cache", &link.cache.to_string());
            }
            out.attr("type", link.access.as_str());
            out.attr("value", &link.value.to_string());
            if link.is_bandwidth {
                out.attr("unit", "KiB");
            }
            out.close();
        }
        out.close();
    }
}

impl Cell {
    fn write(&self, out: &mut Writer) {
        out.attr_opt("cpus", self.cpus.as_ref());
        out.attr("memory", &self.memory.to_string());
        out.attr("unit", "KiB");
        out.attr_opt("memAccess", self.access.as_ref());
        out.attr_opt("discard", self.discard.as_ref());
        out.open_optional("distances");
        for (id, value) in self.distances.iter().enumerate().filter(|(_, value)| **value != 0) {
            out.open("sibling");
            out.attr("id", &id.to_string());
            out.attr("value", &value.to_string());
            out.close();
        }
        out.close();
        for cache in &self.caches {
            out.open("cache");
            out.attr("level", &cache.level.to_string());
            out.attr("associativity", cache.associativity.as_str());
            out.attr("policy", cache.policy.as_str());
            for (name, value, unit) in [("size", cache.size, "KiB"), ("line", cache.line, "B")] {
                out.open(name);
                out.attr("value", &value.to_string());
                out.attr("unit", unit);
                out.close();
            }
            out.close();
        }
    }
}
