//! `<memory>` among the devices.
use oxivirt_model::{Result, Uuid};
use oxivirt_xml_derive::Element;

use super::VirtioOptions;
use crate::domain::address::DeviceInfo;
use crate::domain::memory::MemoryAccess;
use crate::element::Context;
use crate::tree::Node;
use crate::value::{Nodeset, ScaledKiB, Value, WideHex, YesNo, words};

words! {
    /// What kind of memory it is.
    MemoryModel {
        Dimm = "dimm", Nvdimm = "nvdimm", VirtioPmem = "virtio-pmem", VirtioMem = "virtio-mem", SgxEpc = "sgx-epc",
    }
}

/// `<memory>` among the devices.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = MemoryDevice::check)]
pub struct MemoryDevice {
    /// What kind of memory it is.
    #[xml(attr = "model")]
    pub model: MemoryModel,
    /// Shared or private mapping.
    #[xml(attr = "access")]
    pub access: Option<MemoryAccess>,
    /// Contents may be thrown away at the end.
    #[xml(attr = "discard")]
    pub discard: Option<YesNo>,
    /// Identity of an NVDIMM.
    #[xml(text = "uuid", when = is_nvdimm, bad(INTERNAL_ERROR, "malformed uuid element"))]
    pub uuid: Option<Uuid>,
    /// What virtio devices have in common.
    #[xml(child = "driver", default)]
    pub driver: VirtioOptions,
    /// What it is made of on the host.
    #[xml(flatten)]
    pub source: MemoryDeviceSource,
    /// What the guest sees.
    #[xml(flatten)]
    pub target: MemoryTarget,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

/// `<source>` of a memory device: the model tells what counts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct MemoryDeviceSource {
    /// Path of the file.
    #[xml(text = "source/path", when = has_path)]
    pub path: Option<String>,
    /// Nodes of the host.
    #[xml(text = "source/nodemask", when = has_nodemask, bad(INVALID_ARG, "Failed to parse bitmap '{}'"))]
    pub nodemask: Option<Nodeset>,
    /// Alignment.
    #[xml(child = "source/alignsize", when = is_nvdimm, skip_if = is_zero)]
    pub alignsize: Option<ScaledKiB>,
    /// Size of the pages.
    #[xml(child = "source/pagesize", when = has_pages, skip_if = is_zero)]
    pub pagesize: Option<ScaledKiB>,
    /// The file is persistent memory.
    #[xml(flag = "source/pmem", when = is_nvdimm)]
    pub pmem: bool,
}

/// `<target>` of a memory device: the model tells what counts.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(before = MemoryTarget::check_there)]
pub struct MemoryTarget {
    /// Whether slots are used one after the other.
    #[xml(attr = "target@dynamicMemslots", when = is_virtio_mem)]
    pub dynamic_memslots: Option<YesNo>,
    /// KiB.
    #[xml(child = "target/size")]
    pub size: ScaledKiB,
    /// Node of the guest.
    #[xml(text = "target/node", bad(XML_ERROR, "invalid value of memory device node"))]
    pub node: Option<u32>,
    /// KiB of the label of an NVDIMM.
    #[xml(child = "target/label/size", when = is_nvdimm, skip_if = is_zero)]
    pub label: Option<ScaledKiB>,
    /// The guest cannot write.
    #[xml(flag = "target/readonly", when = is_nvdimm)]
    pub readonly: bool,
    /// KiB that are plugged at a time.
    #[xml(child = "target/block", when = is_virtio_mem, skip_if = is_zero)]
    pub block: Option<ScaledKiB>,
    /// KiB that the guest shall have.
    #[xml(child = "target/requested", when = is_virtio_mem)]
    pub requested: Option<ScaledKiB>,
    /// KiB that it has.
    #[xml(child = "target/current", when = is_virtio_mem, live)]
    pub current: Option<ScaledKiB>,
    /// First guest-physical address.
    #[xml(attr = "target/address@base", when = has_address, skip_if = HexBase::is_zero)]
    pub address: Option<HexBase>,
}

/// A guest-physical address; read in hexadecimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HexBase(pub u64);

impl HexBase {
    fn is_zero(&self) -> bool {
        self.0 == 0
    }
}

impl Value for HexBase {
    const EXPECTED: &'static str = ". Expected non-negative integer value";

    fn parse(text: &str) -> Option<Self> {
        crate::value::parse_unsigned(text, 16).map(Self)
    }

    fn text(&self) -> std::borrow::Cow<'_, str> {
        WideHex::<1>(self.0).text().into_owned().into()
    }
}

fn is_zero(size: &ScaledKiB) -> bool {
    size.0 == 0
}

fn is_nvdimm(device: Node<'_>) -> bool {
    device.attr("model") == Some("nvdimm")
}

fn is_virtio_mem(device: Node<'_>) -> bool {
    device.attr("model") == Some("virtio-mem")
}

fn has_path(device: Node<'_>) -> bool {
    matches!(device.attr("model"), Some("nvdimm" | "virtio-pmem"))
}

fn has_pages(device: Node<'_>) -> bool {
    matches!(device.attr("model"), Some("dimm" | "virtio-mem"))
}

fn has_nodemask(device: Node<'_>) -> bool {
    matches!(device.attr("model"), Some("dimm" | "virtio-mem" | "sgx-epc"))
}

fn has_address(device: Node<'_>) -> bool {
    matches!(device.attr("model"), Some("virtio-mem" | "virtio-pmem"))
}

impl MemoryTarget {
    fn check_there(device: Node<'_>, cx: &Context) -> Result<()> {
        match device.element("target") {
            Some(_) => Ok(()),
            None => Err(cx.xml("missing <target> element for <memory> device")),
        }
    }
}

impl MemoryDevice {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.info.keep(false, false);
        self.info.master = None;
        if self.target.size.0 == 0 {
            let target = node.element("target").and_then(|node| node.element("size"));
            if target.is_some_and(|node| node.text().is_empty()) {
                return Err(crate::element::missing_scaled("size"));
            }
        }
        if self.source.nodemask.as_ref().is_some_and(|mask| mask.0.is_empty()) {
            return Err(cx.unsupported("Invalid value of 'nodemask': "));
        }
        self.keep_target(cx)
    }

    fn keep_target(&mut self, cx: &Context) -> Result<()> {
        let target = &mut self.target;
        if target.node.is_some_and(|node| i32::try_from(node).is_err()) {
            return Err(cx.xml("invalid value of memory device node"));
        }
        if let Some(label) = target.label.filter(|label| label.0 != 0) {
            if label.0 < 128 {
                return Err(cx.xml("nvdimm label must be at least 128KiB"));
            }
            if label.0 >= target.size.0 {
                return Err(cx.xml("label size must be smaller than NVDIMM size"));
            }
        }
        if target.block.is_some_and(|block| block.0 != 0) {
            target.requested.get_or_insert_default();
        } else {
            (target.requested, target.current) = (None, None);
        }
        Ok(())
    }
}
