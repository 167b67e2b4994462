//! `<disk>`.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::VirtioOptions;
use crate::domain::address::DeviceInfo;
use crate::domain::source::{BackingStore, FileFormat, SourceKind, StorageSource, is_zero};
use crate::domain::storage_secret::{Auth, Encryption};
use crate::element::Context;
use crate::sparse::{List, Sparse, sparse};
use crate::tree::Node;
use crate::value::{OnOff, ScaledBytes, Text, YesNo, default_word, words};

words! {
    /// What the guest sees.
    DiskDevice { Disk = "disk", Cdrom = "cdrom", Floppy = "floppy", Lun = "lun" }
    /// The bus it is on.
    DiskBus {
        Ide = "ide", Fdc = "fdc", Scsi = "scsi", Virtio = "virtio", Xen = "xen", Usb = "usb", Uml = "uml", Sata = "sata",
        Sd = "sd", Nvme = "nvme",
    }
    /// The model of the device.
    DiskModel {
        Virtio = "virtio", VirtioTransitional = "virtio-transitional", VirtioNonTransitional = "virtio-non-transitional",
        UsbStorage = "usb-storage", UsbBot = "usb-bot",
    }
    /// Whether unprivileged SCSI commands are filtered.
    Sgio { Filtered = "filtered", Unfiltered = "unfiltered" }
    /// Where a snapshot of the disk is kept.
    SnapshotLocation { No = "no", Internal = "internal", External = "external", Manual = "manual" }
    /// How the host caches.
    DiskCache {
        Default = "default", None = "none", Writethrough = "writethrough", Writeback = "writeback", Directsync = "directsync",
        Unsafe = "unsafe",
    }
    /// What happens on an error.
    ErrorPolicy { Stop = "stop", Report = "report", Ignore = "ignore", Enospace = "enospace" }
    /// How the host does I/O.
    DiskIo { Native = "native", Threads = "threads", IoUring = "io_uring" }
    /// What happens to discarded blocks.
    DiskDiscard { Unmap = "unmap", Ignore = "ignore" }
    /// What happens to blocks of zeros.
    DetectZeroes { Off = "off", On = "on", Unmap = "unmap" }
    /// How a BIOS translates a disk's geometry.
    GeometryTrans { None = "none", Auto = "auto", Lba = "lba" }
    /// Which requests a histogram is of.
    HistogramType { Read = "read", Write = "write", Zone = "zone", Flush = "flush" }
    /// Whether a tray is open.
    Tray { Closed = "closed", Open = "open" }
    /// What made a mirror.
    MirrorJob { Copy = "copy", ActiveCommit = "active-commit" }
    /// How far a mirror is.
    MirrorState { Yes = "yes", Abort = "abort", Pivot = "pivot" }
}

/// `<disk>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Disk::check)]
pub struct Disk {
    /// Kind of the source.
    #[xml(attr = "type", default)]
    pub kind: SourceKind,
    /// What the guest sees.
    #[xml(attr = "device", default)]
    pub device: DiskDevice,
    /// The model of the device.
    #[xml(attr = "model")]
    pub model: Option<DiskModel>,
    /// Whether the process may send any SCSI command.
    #[xml(attr = "rawio")]
    pub rawio: Option<YesNo>,
    /// Whether unprivileged SCSI commands are filtered.
    #[xml(attr = "sgio")]
    pub sgio: Option<Sgio>,
    /// Where a snapshot is kept.
    #[xml(attr = "snapshot")]
    pub snapshot: Option<SnapshotLocation>,
    /// How the host does it.
    #[xml(child = "driver", default)]
    pub driver: Sparse<DiskDriver>,
    /// How to authenticate, where it is said of the disk.
    #[xml(child = "auth")]
    pub auth: Option<Box<Auth>>,
    /// The source.
    #[xml(child = "source", default)]
    pub source: StorageSource,
    /// The image that the source is based on.
    #[xml(child = "backingStore", keep)]
    pub backing: Option<Box<BackingStore>>,
    /// Domain of the backend, in Xen.
    #[xml(attr = "backenddomain@name", nonempty)]
    pub backend_domain: Option<Text>,
    /// Geometry the guest is told.
    #[xml(child = "geometry", skip_if = Geometry::is_incomplete)]
    pub geometry: Option<Geometry>,
    /// Block sizes the guest is told.
    #[xml(child = "blockio")]
    pub blockio: Option<BlockIo>,
    /// The other side of a copy that runs.
    #[xml(child = "mirror", live)]
    pub mirror: Option<Box<Mirror>>,
    /// Where the guest sees it.
    #[xml(child = "target", default)]
    pub target: DiskTarget,
    /// Limits.
    #[xml(child = "iotune", default)]
    pub iotune: Sparse<IoTune>,
    /// Groups of limits it is part of.
    #[xml(attr = "throttlefilters/throttlefilter@group", skip_if = String::is_empty)]
    pub throttle_filters: List<String>,
    /// The guest cannot write.
    #[xml(flag = "readonly")]
    pub readonly: bool,
    /// Several guests may write.
    #[xml(flag = "shareable")]
    pub shareable: bool,
    /// Changes are lost when the guest ends.
    #[xml(child = "transient", keep)]
    pub transient: Option<Transient>,
    /// Serial number.
    #[xml(text = "serial")]
    pub serial: Option<Text>,
    /// World-wide name.
    #[xml(text = "wwn")]
    pub wwn: Option<Text>,
    /// Vendor, of SCSI.
    #[xml(text = "vendor")]
    pub vendor: Option<Text>,
    /// Product, of SCSI.
    #[xml(text = "product")]
    pub product: Option<Text>,
    /// How it is encrypted, where it is said of the disk.
    #[xml(child = "encryption", block)]
    pub encryption: Option<Box<Encryption>>,
    /// Alias, boot order, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

default_word!(SourceKind, File);

default_word!(DiskDevice, Disk);

sparse!(IoTune, DiskDriver);

/// `<driver>` of a disk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = DiskDriver::check)]
pub struct DiskDriver {
    /// Name of the driver.
    #[xml(attr = "name")]
    pub name: Option<String>,
    /// Format of the image.
    #[xml(attr = "type", bad(CONFIG_UNSUPPORTED, "unknown driver format value '{}'"))]
    pub kind: Option<DriverFormat>,
    /// How the host caches.
    #[xml(attr = "cache", skip_if = DiskDriver::is_default_cache)]
    pub cache: Option<DiskCache>,
    /// What happens on an error.
    #[xml(attr = "error_policy")]
    pub error_policy: Option<ErrorPolicy>,
    /// What happens on an error of reading.
    #[xml(attr = "rerror_policy")]
    pub rerror_policy: Option<ErrorPolicy>,
    /// How the host does I/O.
    #[xml(attr = "io")]
    pub io: Option<DiskIo>,
    /// Whether requests are handled outside of the processor's thread.
    #[xml(attr = "ioeventfd")]
    pub ioeventfd: Option<OnOff>,
    /// Whether interrupts are merged.
    #[xml(attr = "event_idx")]
    pub event_idx: Option<OnOff>,
    /// Whether what is read is copied into the image.
    #[xml(attr = "copy_on_read")]
    pub copy_on_read: Option<OnOff>,
    /// What happens to discarded blocks.
    #[xml(attr = "discard")]
    pub discard: Option<DiskDiscard>,
    /// The I/O thread that serves it.
    #[xml(attr = "iothread", nonzero)]
    pub iothread: Option<u32>,
    /// What happens to blocks of zeros.
    #[xml(attr = "detect_zeroes")]
    pub detect_zeroes: Option<DetectZeroes>,
    /// Whether discarded clusters stay in the image.
    #[xml(attr = "discard_no_unref")]
    pub discard_no_unref: Option<OnOff>,
    /// Number of queues.
    #[xml(attr = "queues", omit_default)]
    pub queues: u32,
    /// Length of a queue.
    #[xml(attr = "queue_size", omit_default)]
    pub queue_size: u32,
    /// What virtio devices have in common.
    #[xml(flatten)]
    pub virtio: VirtioOptions,
    /// Bytes of the cache of metadata.
    #[xml(child = "metadata_cache/max_size", skip_if = is_zero)]
    pub cache_size: Option<ScaledBytes>,
    /// The I/O threads that serve its queues.
    #[xml(child = "iothreads/iothread")]
    pub iothreads: Vec<IoThreadMapping>,
    /// Histograms of latency.
    #[xml(child = "statistics/statistic")]
    pub statistics: Vec<Statistic>,
    /// Histograms of latency.
    #[xml(child = "statistics/latency-histogram")]
    pub histograms: Vec<Histogram>,
}

impl DiskDriver {
    fn is_default_cache(cache: &DiskCache) -> bool {
        *cache == DiskCache::Default
    }

    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.rerror_policy == Some(ErrorPolicy::Enospace) {
            return Err(cx.unsupported("Invalid disk read error policy: 'enospace'"));
        }
        self.histograms.sort_by_key(|histogram| histogram.kind.map_or(0, HistogramType::place));
        if self.histograms.windows(2).any(|pair| matches!(pair, [one, other] if one.kind == other.kind)) {
            return Err(cx.unsupported("only one latency-histogram of a given type is supported"));
        }
        self.histograms.retain(|histogram| histogram.bins.len() > 1);
        Ok(())
    }
}

/// The format of a disk, which an old word also names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DriverFormat(pub FileFormat);

impl crate::value::Value for DriverFormat {
    fn parse(text: &str) -> Option<Self> {
        if text == "aio" { Some(Self(FileFormat::Raw)) } else { FileFormat::parse(text).map(Self) }
    }

    fn text(&self) -> std::borrow::Cow<'_, str> {
        self.0.as_str().into()
    }
}

/// `<statistic>`: an interval of statistics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Statistic {
    /// Seconds.
    #[xml(attr = "interval", nonzero)]
    pub interval: u32,
}

/// `<latency-histogram>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Histogram::check)]
pub struct Histogram {
    /// Which requests; all of them without it.
    #[xml(attr = "type", bad(CONFIG_UNSUPPORTED, "unknown latency_histogram type '{}'"))]
    pub kind: Option<HistogramType>,
    /// The bins, of which the first begins at 0.
    #[xml(child = "bin")]
    pub bins: Vec<HistogramBin>,
}

impl HistogramType {
    /// Returns its place among the histograms, behind that of all requests.
    fn place(self) -> u8 {
        match self {
            Self::Read => 1,
            Self::Write => 2,
            Self::Zone => 3,
            Self::Flush => 4,
        }
    }
}

impl Histogram {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.bins.is_empty() {
            return Err(cx.xml("missing 'bin' elements for 'latency-histogram'"));
        }
        let told = std::mem::take(&mut self.bins);
        self.bins.push(HistogramBin::default());
        self.bins.extend(told.into_iter().skip_while(|bin| bin.start == 0));
        if self.bins.is_sorted_by(|one, next| one.start < next.start) {
            return Ok(());
        }
        Err(cx.unsupported(
            "the values of 'start' attribute of a 'latency-histogram' 'bin' configuration must be sorted and non-overlapping",
        ))
    }
}

/// `<bin>` of a histogram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct HistogramBin {
    /// Nanoseconds.
    #[xml(attr = "start")]
    pub start: u64,
}

/// `<iothread>` of a device: a thread and the queues it serves.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct IoThreadMapping {
    /// Number of the thread.
    #[xml(attr = "id")]
    pub id: u32,
    /// Numbers of the queues.
    #[xml(attr = "queue@id")]
    pub queues: Vec<u32>,
}

/// `<geometry>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Geometry {
    /// Cylinders.
    #[xml(attr = "cyls", omit_default)]
    pub cylinders: u32,
    /// Heads.
    #[xml(attr = "heads", omit_default)]
    pub heads: u32,
    /// Sectors.
    #[xml(attr = "secs", omit_default)]
    pub sectors: u32,
    /// Translation of the BIOS.
    #[xml(attr = "trans")]
    pub trans: Option<GeometryTrans>,
}

impl Geometry {
    fn is_incomplete(&self) -> bool {
        self.cylinders == 0 || self.heads == 0 || self.sectors == 0
    }
}

/// `<blockio>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct BlockIo {
    /// Bytes of a logical block.
    #[xml(attr = "logical_block_size", omit_default)]
    pub logical: u32,
    /// Bytes of a physical block.
    #[xml(attr = "physical_block_size", omit_default)]
    pub physical: u32,
    /// Bytes that can be discarded together.
    #[xml(attr = "discard_granularity")]
    pub discard: Option<u32>,
}

/// `<mirror>`: the other side of a copy.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Mirror {
    /// Kind of its source.
    #[xml(attr = "type", default)]
    pub kind: SourceKind,
    /// Path of the file, in the old form.
    #[xml(attr = "file")]
    pub file: Option<String>,
    /// Format, in the old form.
    #[xml(attr = "format")]
    pub format: Option<FileFormat>,
    /// What made it.
    #[xml(attr = "job", bad(CONFIG_UNSUPPORTED, "unknown mirror job type '{}'"))]
    pub job: Option<MirrorJob>,
    /// How far it is.
    #[xml(attr = "ready", bad(XML_ERROR, "unknown mirror ready state {}"))]
    pub ready: Option<MirrorState>,
    /// Format.
    #[xml(attr = "format@type")]
    pub inner_format: Option<FileFormat>,
    /// Bytes of the cache of metadata.
    #[xml(child = "format/metadata_cache/max_size", skip_if = is_zero)]
    pub cache: Option<ScaledBytes>,
    /// The source.
    #[xml(child = "source")]
    pub source: Option<Box<StorageSource>>,
    /// The image that it is based on.
    #[xml(child = "backingStore", keep)]
    pub backing: Option<Box<BackingStore>>,
}

/// `<target>` of a disk.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct DiskTarget {
    /// Name of the device in the guest.
    #[xml(attr = "dev")]
    pub dev: Option<String>,
    /// The bus.
    #[xml(attr = "bus")]
    pub bus: Option<DiskBus>,
    /// Whether the tray is open.
    #[xml(attr = "tray", skip_if = DiskTarget::is_closed)]
    pub tray: Option<Tray>,
    /// Whether it can be taken out.
    #[xml(attr = "removable")]
    pub removable: Option<OnOff>,
    /// Rotations each minute, 1 for none.
    #[xml(attr = "rotation_rate", omit_default)]
    pub rotation_rate: u32,
    /// Whether cached data can be written with one command.
    #[xml(attr = "dpofua")]
    pub dpofua: Option<OnOff>,
}

impl DiskTarget {
    fn is_closed(tray: &Tray) -> bool {
        *tray == Tray::Closed
    }
}

/// `<transient>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Transient {
    /// Several guests share the image.
    #[xml(attr = "shareBacking", skip_if = Transient::is_no)]
    pub share_backing: Option<YesNo>,
}

impl Transient {
    fn is_no(share: &YesNo) -> bool {
        *share == YesNo::No
    }
}

/// Limits of I/O: `<iotune>`, `<throttlegroup>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct IoTune {
    /// Bytes each second.
    #[xml(
        text = "total_bytes_sec",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'total_bytes_sec' must be an integer")
    )]
    pub total_bytes_sec: u64,
    /// Bytes read each second.
    #[xml(
        text = "read_bytes_sec",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'read_bytes_sec' must be an integer")
    )]
    pub read_bytes_sec: u64,
    /// Bytes written each second.
    #[xml(
        text = "write_bytes_sec",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'write_bytes_sec' must be an integer")
    )]
    pub write_bytes_sec: u64,
    /// Requests each second.
    #[xml(
        text = "total_iops_sec",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'total_iops_sec' must be an integer")
    )]
    pub total_iops_sec: u64,
    /// Reads each second.
    #[xml(
        text = "read_iops_sec",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'read_iops_sec' must be an integer")
    )]
    pub read_iops_sec: u64,
    /// Writes each second.
    #[xml(
        text = "write_iops_sec",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'write_iops_sec' must be an integer")
    )]
    pub write_iops_sec: u64,
    /// Bytes each second in a burst.
    #[xml(
        text = "total_bytes_sec_max",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'total_bytes_sec_max' must be an integer")
    )]
    pub total_bytes_sec_max: u64,
    /// Bytes read each second in a burst.
    #[xml(
        text = "read_bytes_sec_max",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'read_bytes_sec_max' must be an integer")
    )]
    pub read_bytes_sec_max: u64,
    /// Bytes written each second in a burst.
    #[xml(
        text = "write_bytes_sec_max",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'write_bytes_sec_max' must be an integer")
    )]
    pub write_bytes_sec_max: u64,
    /// Requests each second in a burst.
    #[xml(
        text = "total_iops_sec_max",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'total_iops_sec_max' must be an integer")
    )]
    pub total_iops_sec_max: u64,
    /// Reads each second in a burst.
    #[xml(
        text = "read_iops_sec_max",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'read_iops_sec_max' must be an integer")
    )]
    pub read_iops_sec_max: u64,
    /// Writes each second in a burst.
    #[xml(
        text = "write_iops_sec_max",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'write_iops_sec_max' must be an integer")
    )]
    pub write_iops_sec_max: u64,
    /// Bytes that count as one request.
    #[xml(
        text = "size_iops_sec",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'size_iops_sec' must be an integer")
    )]
    pub size_iops_sec: u64,
    /// Group that shares the limits.
    #[xml(text = "group_name")]
    pub group_name: Option<String>,
    /// Seconds of a burst.
    #[xml(
        text = "total_bytes_sec_max_length",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'total_bytes_sec_max_length' must be an integer")
    )]
    pub total_bytes_sec_max_length: u64,
    /// Seconds of a burst.
    #[xml(
        text = "read_bytes_sec_max_length",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'read_bytes_sec_max_length' must be an integer")
    )]
    pub read_bytes_sec_max_length: u64,
    /// Seconds of a burst.
    #[xml(
        text = "write_bytes_sec_max_length",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'write_bytes_sec_max_length' must be an integer")
    )]
    pub write_bytes_sec_max_length: u64,
    /// Seconds of a burst.
    #[xml(
        text = "total_iops_sec_max_length",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'total_iops_sec_max_length' must be an integer")
    )]
    pub total_iops_sec_max_length: u64,
    /// Seconds of a burst.
    #[xml(
        text = "read_iops_sec_max_length",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'read_iops_sec_max_length' must be an integer")
    )]
    pub read_iops_sec_max_length: u64,
    /// Seconds of a burst.
    #[xml(
        text = "write_iops_sec_max_length",
        omit_default,
        bad(XML_ERROR, "disk iotune field 'write_iops_sec_max_length' must be an integer")
    )]
    pub write_iops_sec_max_length: u64,
}

impl IoTune {
    /// Returns true if any limit is set.
    #[must_use]
    pub fn has_limit(&self) -> bool {
        let unnamed = Self { group_name: None, ..self.clone() };
        unnamed != Self::default()
    }
}

impl Disk {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if let Some(policy) = self.source.startup_policy.filter(|_| self.kind == SourceKind::Network) {
            let policy = policy.as_str();
            return Err(cx.xml(format!("disk startupPolicy '{policy}' is not allowed for disk of 'network' type")));
        }
        if node.element("source").is_some() {
            self.source.normalize(self.kind, cx)?;
        } else {
            self.kind = SourceKind::File;
        }
        if self.auth.is_some() && self.source.auth.is_some() {
            return Err(cx.unsupported("an <auth> definition already found for disk source"));
        }
        if self.encryption.is_some() && self.source.encryption.is_some() {
            return Err(cx.unsupported("an <encryption> definition already found for disk source"));
        }
        self.info.keep(true, false);
        self.info.master = None;
        for (at, group) in self.throttle_filters.iter().enumerate() {
            if self.throttle_filters.iter().take(at).any(|other| other == group) {
                return Err(cx.xml(format!("duplicate filter name '{group}' found")));
            }
        }
        Ok(())
    }

    /// Returns what names the disk's source, for errors.
    #[must_use]
    pub fn source_name(&self) -> Option<&str> {
        let source = &self.source;
        let dev = source.file.as_deref().or(source.dev.as_deref()).or(source.dir.as_deref());
        dev.or(source.name.as_deref())
    }
}
