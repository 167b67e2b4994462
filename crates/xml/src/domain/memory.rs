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
#[xml(check = BlkioDevice::check)]
pub struct BlkioDevice {
    /// Path of the device on the host.
    #[xml(text = "path", missing(CONFIG_UNSUPPORTED, "missing per-device path"))]
    pub path: String,
    /// Weight.
    #[xml(text = "weight", omit_default, lenient)]
    pub weight: u32,
    /// Reads each second.
    #[xml(text = "read_iops_sec", omit_default, lenient)]
    pub read_iops: u32,
    /// Writes each second.
    #[xml(text = "write_iops_sec", omit_default, lenient)]
    pub write_iops: u32,
    /// Bytes read each second.
    #[xml(text = "read_bytes_sec", omit_default, lenient)]
    pub read_bytes: u64,
    /// Bytes written each second.
    #[xml(text = "write_bytes_sec", omit_default, lenient)]
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

/// Returns the number that C's strtoul makes of a negative one, which may not go below `-most`.
fn wrapped(text: &str, most: u64) -> Option<u64> {
    let below =
        crate::value::parse_unsigned(text.trim_start().strip_prefix('-')?, 10).filter(|below| *below <= most)?;
    Some(below.wrapping_neg() & most)
}

impl BlkioDevice {
    /// Takes the numbers that are written as negative ones, and refuses what is no number.
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let read = |name: &str, most: u64| {
            let Some(text) = node.element(name).map(|node| node.text()).filter(|text| !text.is_empty()) else {
                return Ok(0);
            };
            let plain = crate::value::parse_unsigned(&text, 10).filter(|value| *value <= most);
            plain
                .or_else(|| wrapped(&text, most))
                .ok_or_else(|| cx.unsupported(format!("could not parse {} {text}", name.replace('_', " "))))
        };
        let short =
            |name: &str| -> Result<u32> { Ok(u32::try_from(read(name, u64::from(u32::MAX))?).unwrap_or(u32::MAX)) };
        self.weight = short("weight")?;
        (self.read_iops, self.write_iops) = (short("read_iops_sec")?, short("write_iops_sec")?);
        self.read_bytes = read("read_bytes_sec", u64::MAX)?;
        self.write_bytes = read("write_bytes_sec", u64::MAX)?;
        Ok(())
    }

    fn is_unset(&self) -> bool {
        self.weight == 0 && self.read_iops == 0 && self.write_iops == 0 && self.read_bytes == 0 && self.write_bytes == 0
    }
}

/// `<memtune>`: limits of the memory that the domain's process uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MemTune {
    /// What it can never exceed.
    pub hard_limit: Option<ScaledKiB>,
    /// What it may keep when memory is short.
    pub soft_limit: Option<ScaledKiB>,
    /// What it is sure to have.
    pub min_guarantee: Option<ScaledKiB>,
    /// Memory and swap together.
    pub swap_hard_limit: Option<ScaledKiB>,
}

impl Element for MemTune {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let read = |name: &str| {
            let Some(limit) = node.element(name).filter(|limit| !limit.text().is_empty()) else { return Ok(None) };
            if crate::value::parse_unsigned(&limit.text(), 10).is_none() {
                return Err(crate::element::bad_text(&format!("memtune/{name}[1]"), &limit.text()));
            }
            ScaledKiB::parse(limit, cx).map(Some)
        };
        Ok(Self {
            hard_limit: read("hard_limit")?,
            soft_limit: read("soft_limit")?,
            min_guarantee: read("min_guarantee")?,
            swap_hard_limit: read("swap_hard_limit")?,
        })
    }

    fn attributes(&self, _: &mut Writer) {}

    fn children(&self, out: &mut Writer) {
        let limited = |limit: Option<ScaledKiB>| limit.filter(|limit| limit.0 < UNLIMITED_KIB);
        for (name, limit) in [
            ("hard_limit", limited(self.hard_limit)),
            ("soft_limit", limited(self.soft_limit)),
            ("min_guarantee", self.min_guarantee.filter(|size| size.0 != 0)),
            ("swap_hard_limit", limited(self.swap_hard_limit)),
        ] {
            if let Some(limit) = limit {
                out.child(name, crate::write::Empty::Omit, &limit);
            }
        }
    }
}

/// From here on a limit is none (`VIR_DOMAIN_MEMORY_PARAM_UNLIMITED`).
pub const UNLIMITED_KIB: u64 = 9_007_199_254_740_991;

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
    #[xml(attr = "access@mode", bad(CONFIG_UNSUPPORTED, "unknown memoryBacking/access/mode '{}'"))]
    pub access: Option<MemoryAccess>,
    /// When memory is allocated.
    #[xml(attr = "allocation@mode", bad(CONFIG_UNSUPPORTED, "unknown memoryBacking/allocation/mode '{}'"))]
    pub allocation: Option<MemoryAllocation>,
    /// Threads that allocate.
    #[xml(attr = "allocation@threads", omit_default, bad(XML_ERROR, "Failed to parse memory allocation threads"))]
    pub allocation_threads: u32,
    /// Contents may be thrown away at the end.
    #[xml(flag = "discard")]
    pub discard: bool,
}

impl MemoryBacking {
    /// Makes pages of node 0 pages of all memory: without nodes that is the same.
    pub(super) fn forget_only_node(&mut self) {
        for page in self.hugepages.iter_mut().flat_map(|huge| &mut huge.pages) {
            page.nodeset = page.nodeset.take().filter(|set| !set.0.iter().eq([&0]));
        }
    }
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
            return Err(cx.error(oxivirt_model::ErrorCode::XML_DETAIL, "hugepage size can't be zero"));
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
    #[xml(attr = "placement", bad(CONFIG_UNSUPPORTED, "Unsupported NUMA memory placement mode '{}'"))]
    pub placement: Option<NumaPlacement>,
    /// The nodes.
    #[xml(attr = "nodeset")]
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
