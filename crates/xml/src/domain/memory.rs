//! Memory of a domain: size, limits, backing, NUMA placement; weights of its block devices.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use crate::element::{Context, Element};
use crate::tree::Node;
use crate::value::{Nodeset, OnOff, ScaledKiB, Value, default_word, words};
use crate::write::Writer;

words! {
    /// What backs the guest's memory.
    MemorySource { File = "file", Anonymous = "anonymous", Memfd = "memfd" }
    /// Who may write to the guest's memory.
    MemoryAccess { Shared = "shared", Private = "private" }
    /// When memory is allocated.
    MemoryAllocation { Immediate = "immediate", Ondemand = "ondemand" }
    /// How memory is spread over NUMA nodes.
    NumaMode { Strict = "strict", Preferred = "preferred", Interleave = "interleave", Restrictive = "restrictive" }
    /// Who chooses the NUMA nodes.
    NumaPlacement { Static = "static", Auto = "auto" }
}

/// `<memory>`: what the guest boots with, memory devices included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Memory {
    /// Whether the memory is part of a core dump.
    #[xml(attr = "dumpCore")]
    pub dump_core: Option<OnOff>,
    /// KiB.
    #[xml(flatten)]
    pub size: ScaledKiB,
}

/// `<maxMemory>`: up to where memory can be plugged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct MaxMemory {
    /// Slots for memory devices.
    #[xml(attr = "slots", omit_default, bad(XML_ERROR, "Failed to parse memory slot count"))]
    pub slots: u32,
    /// KiB.
    #[xml(flatten)]
    pub size: ScaledKiB,
}

/// `<blkiotune>`: weights and limits of block devices.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = BlkioTune::check)]
pub struct BlkioTune {
    /// Weight of the domain among others.
    #[xml(text = "weight", omit_default, lenient)]
    pub weight: u32,
    /// Limits of single devices.
    #[xml(child = "device", skip_if = BlkioDevice::is_unset)]
    pub devices: Vec<BlkioDevice>,
}

/// `<device>` of `<blkiotune>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct BlkioDevice {
    /// Path of the device on the host.
    #[xml(text = "path", missing(CONFIG_UNSUPPORTED, "missing per-device path"))]
    pub path: String,
    /// Weight.
    #[xml(text = "weight", omit_default, bad(XML_ERROR, "could not parse weight {}"))]
    pub weight: u32,
    /// Reads each second.
    #[xml(text = "read_iops_sec", omit_default, bad(XML_ERROR, "could not parse read iops sec {}"))]
    pub read_iops: u32,
    /// Writes each second.
    #[xml(text = "write_iops_sec", omit_default, bad(XML_ERROR, "could not parse write iops sec {}"))]
    pub write_iops: u32,
    /// Bytes read each second.
    #[xml(text = "read_bytes_sec", omit_default, bad(XML_ERROR, "could not parse read bytes sec {}"))]
    pub read_bytes: u64,
    /// Bytes written each second.
    #[xml(text = "write_bytes_sec", omit_default, bad(XML_ERROR, "could not parse write bytes sec {}"))]
    pub write_bytes: u64,
}

impl BlkioTune {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        for (at, device) in self.devices.iter().enumerate() {
            if self.devices.iter().take(at).any(|other| other.path == device.path) {
                return Err(cx.xml(format!("duplicate blkio device path '{}'", device.path)));
            }
        }
        Ok(())
    }
}

impl BlkioDevice {
    fn is_unset(&self) -> bool {
        self.weight == 0 && self.read_iops == 0 && self.write_iops == 0 && self.read_bytes == 0 && self.write_bytes == 0
    }
}

/// `<memtune>`: limits of the memory that the domain's process uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct MemTune {
    /// What it can never exceed.
    #[xml(child = "hard_limit", skip_if = is_unlimited)]
    pub hard_limit: Option<ScaledKiB>,
    /// What it may keep when memory is short.
    #[xml(child = "soft_limit", skip_if = is_unlimited)]
    pub soft_limit: Option<ScaledKiB>,
    /// What it is sure to have.
    #[xml(child = "min_guarantee", skip_if = is_zero)]
    pub min_guarantee: Option<ScaledKiB>,
    /// Memory and swap together.
    #[xml(child = "swap_hard_limit", skip_if = is_unlimited)]
    pub swap_hard_limit: Option<ScaledKiB>,
}

/// From here on a limit is none (`VIR_DOMAIN_MEMORY_PARAM_UNLIMITED`).
pub const UNLIMITED_KIB: u64 = 9_007_199_254_740_991;

fn is_unlimited(limit: &ScaledKiB) -> bool {
    limit.0 >= UNLIMITED_KIB
}

fn is_zero(limit: &ScaledKiB) -> bool {
    limit.0 == 0
}

/// `<memoryBacking>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct MemoryBacking {
    /// Huge pages; without any page the default size for everything.
    #[xml(child = "hugepages", keep)]
    pub hugepages: Option<HugePages>,
    /// The host does not merge equal pages.
    #[xml(flag = "nosharepages")]
    pub nosharepages: bool,
    /// Nothing is swapped out.
    #[xml(flag = "locked")]
    pub locked: bool,
    /// What backs the memory.
    #[xml(attr = "source@type", bad(CONFIG_UNSUPPORTED, "unknown memoryBacking/source/type '{}'"))]
    pub source: Option<MemorySource>,
    /// Shared or private mapping.
    #[xml(attr = "access@mode")]
    pub access: Option<MemoryAccess>,
    /// When memory is allocated.
    #[xml(attr = "allocation@mode")]
    pub allocation: Option<MemoryAllocation>,
    /// Threads that allocate.
    #[xml(attr = "allocation@threads", omit_default)]
    pub allocation_threads: u32,
    /// Contents may be thrown away at the end.
    #[xml(flag = "discard")]
    pub discard: bool,
}

/// `<hugepages>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct HugePages {
    /// The sizes to use.
    #[xml(child = "page")]
    pub pages: Vec<HugePage>,
}

/// `<page>`: which guest nodes use which size of pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HugePage {
    /// KiB.
    pub size: u64,
    /// Guest nodes, all without it.
    pub nodeset: Option<Nodeset>,
}

impl Element for HugePage {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let size = crate::value::scaled_attribute(node, cx, "size", 1024)?
            .ok_or_else(|| crate::element::missing_scaled("@size"))?;
        if size == 0 {
            return Err(cx.xml("Invalid hugepage size: 0"));
        }
        let nodeset = crate::value::nodeset_attribute(node, cx, "nodeset")?;
        Ok(Self { size: size.div_ceil(1024), nodeset })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("size", &self.size.to_string());
        out.attr("unit", "KiB");
        out.attr_opt("nodeset", self.nodeset.as_ref());
    }

    fn children(&self, _: &mut Writer) {}
}

/// `<numatune>`: from which nodes of the host memory comes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = NumaTune::check)]
pub struct NumaTune {
    /// For the whole domain.
    #[xml(child = "memory")]
    pub memory: Option<NumaMemory>,
    /// For single guest nodes.
    #[xml(child = "memnode")]
    pub nodes: Vec<NumaMemNode>,
}

/// `<memory>` of `<numatune>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct NumaMemory {
    /// How memory is spread.
    #[xml(attr = "mode", bad(CONFIG_UNSUPPORTED, "Unsupported NUMA memory tuning mode '{}'"))]
    pub mode: Option<NumaMode>,
    /// Who chooses the nodes.
    #[xml(attr = "placement", bad(XML_ERROR, "Unsupported NUMA memory placement mode '{}'"))]
    pub placement: Option<NumaPlacement>,
    /// The nodes.
    #[xml(attr = "nodeset", nonempty)]
    pub nodeset: Option<Nodeset>,
}

/// `<memnode>` of `<numatune>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct NumaMemNode {
    /// Guest node.
    #[xml(
        attr = "cellid",
        missing(XML_ERROR, "Missing required cellid attribute in memnode element"),
        bad(XML_ERROR, "Invalid cellid attribute in memnode element: {}")
    )]
    pub cell: u32,
    /// How memory is spread.
    #[xml(attr = "mode", default, bad(XML_ERROR, "Invalid mode attribute in memnode element"))]
    pub mode: NumaMode,
    /// Nodes of the host.
    #[xml(attr = "nodeset", missing(XML_ERROR, "Missing required nodeset attribute in memnode element"))]
    pub nodeset: Nodeset,
}

default_word!(NumaMode, Strict);

impl NumaTune {
    /// Checks the combination and fills in what one of its parts says of the others.
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        for (at, node) in self.nodes.iter().enumerate() {
            if self.nodes.iter().take(at).any(|other| other.cell == node.cell) {
                return Err(cx.xml(format!("Multiple memnode elements with cellid {}", node.cell)));
            }
        }
        let sets = self.memory.iter().filter_map(|memory| memory.nodeset.as_ref());
        let told = |set: &Nodeset| {
            let mut texts = node.children().filter_map(|child| child.attr("nodeset"));
            texts.find(|text| Nodeset::parse(text).as_ref() == Some(set)).unwrap_or_default()
        };
        if let Some(empty) = sets.chain(self.nodes.iter().map(|node| &node.nodeset)).find(|set| set.0.is_empty()) {
            return Err(cx.unsupported(format!("Invalid value of 'nodeset': {}", told(empty))));
        }
        crate::sort::by_key(&mut self.nodes, |node| node.cell);
        if let Some(memory) = &mut self.memory {
            if memory.nodeset.is_some() {
                memory.placement.get_or_insert(NumaPlacement::Static);
            }
            if memory.placement == Some(NumaPlacement::Auto) {
                memory.nodeset = None;
            }
        }
        Ok(())
    }
}
