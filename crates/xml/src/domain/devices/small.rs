//! Devices of few words.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::VirtioOptions;
use super::chardev::CharSource;
use crate::domain::address::DeviceInfo;
use crate::element::{Context, Element};
use crate::tree::Node;
use crate::value::{OnOff, ScaledBytes, ScaledKiB, Value, YesNo, default_word, words};
use crate::write::Writer;

words! {
    /// The model of a watchdog.
    WatchdogModel { I6300esb = "i6300esb", Ib700 = "ib700", Diag288 = "diag288", Itco = "itco" }
    /// What a watchdog does.
    WatchdogAction {
        Reset = "reset", Shutdown = "shutdown", Poweroff = "poweroff", Pause = "pause", Dump = "dump", None = "none",
        InjectNmi = "inject-nmi",
    }
    /// The model of a balloon.
    BalloonModel {
        Virtio = "virtio", Xen = "xen", None = "none", VirtioTransitional = "virtio-transitional",
        VirtioNonTransitional = "virtio-non-transitional",
    }
    /// A model of virtio.
    VirtioDeviceModel {
        Virtio = "virtio", VirtioTransitional = "virtio-transitional", VirtioNonTransitional = "virtio-non-transitional",
    }
    /// Where random numbers come from.
    RngBackendModel { Random = "random", Egd = "egd", Builtin = "builtin" }
    /// The model of a panic device.
    PanicModel { Isa = "isa", Pseries = "pseries", Hyperv = "hyperv", S390 = "s390", Pvpanic = "pvpanic" }
    /// The model of shared memory.
    ShmemModel { Ivshmem = "ivshmem", IvshmemPlain = "ivshmem-plain", IvshmemDoorbell = "ivshmem-doorbell" }
    /// What happens to shared memory on migration.
    ShmemRole { Master = "master", Peer = "peer" }
    /// The model of a cryptographic device.
    CryptoModel { Virtio = "virtio" }
    /// What makes a cryptographic device.
    CryptoType { Qemu = "qemu" }
    /// What does the cryptography.
    CryptoBackend { Builtin = "builtin", Lkcf = "lkcf" }
    /// What keeps a crashed kernel's records.
    PstoreBackend { AcpiErst = "acpi-erst" }
}

/// Drops what only some devices have.
pub(super) fn plain(info: &mut DeviceInfo) {
    info.keep(false, false);
    info.master = None;
}

/// `<lease>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Lease {
    /// Lock space.
    #[xml(text = "lockspace")]
    pub lockspace: Option<String>,
    /// Key.
    #[xml(text = "key", missing(XML_ERROR, "Missing 'key' element for lease"))]
    pub key: String,
    /// Path of the file.
    #[xml(attr = "target@path", missing(XML_ERROR, "Missing 'target' element for lease"))]
    pub path: String,
    /// Offset in the file.
    #[xml(attr = "target@offset", omit_default)]
    pub offset: u64,
}

/// `<redirfilter>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct RedirFilter {
    /// The rules.
    #[xml(child = "usbdev")]
    pub devices: Vec<RedirRule>,
}

/// `<usbdev>` of `<redirfilter>`: -1 and a missing value stand for any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirRule {
    /// Class.
    pub class: Option<u32>,
    /// Vendor.
    pub vendor: Option<u32>,
    /// Product.
    pub product: Option<u32>,
    /// Version, as two numbers.
    pub version: Option<(u32, u32)>,
    /// Whether such devices are allowed.
    pub allow: YesNo,
}

impl Element for RedirRule {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let number = |name: &str| -> Result<Option<u32>> {
            let Some(text) = node.attr(name) else { return Ok(None) };
            let value = crate::value::parse_signed(text, 0).and_then(|value| i32::try_from(value).ok());
            let value = value
                .ok_or_else(|| crate::element::bad_attribute(name, node.name(), text, ". Expected integer value"))?;
            Ok(u32::try_from(value).ok())
        };
        let class = number("class")?;
        if let Some(class) = class.filter(|class| *class > 0xff) {
            return Err(cx.internal(format!("Invalid USB Class code 0x{class:x}")));
        }
        let (vendor, product) = (number("vendor")?, number("product")?);
        let version = match node.attr("version") {
            None | Some("-1") => None,
            Some(text) => {
                let (major, minor) = text.split_once('.').unwrap_or((text, ""));
                let unreadable = || cx.internal(format!("Cannot parse USB device version {text}"));
                let part = |text: &str| {
                    crate::value::parse_decimal::<u32>(text).filter(|_| !text.is_empty() && text.len() <= 2)
                };
                let minor_value = part(minor).ok_or_else(unreadable)?;
                let minor_value = if minor.len() == 1 { minor_value.saturating_mul(10) } else { minor_value };
                Some((part(major).ok_or_else(unreadable)?, minor_value))
            }
        };
        let allow = crate::element::Source::attr(node, "", "allow").required(cx, &crate::element::Rules::NONE)?;
        Ok(Self { class, vendor, product, version, allow })
    }

    fn attributes(&self, out: &mut Writer) {
        if let Some(class) = self.class {
            out.attr("class", &format!("0x{class:02X}"));
        }
        for (name, value) in [("vendor", self.vendor), ("product", self.product)] {
            if let Some(value) = value {
                out.attr(name, &format!("0x{value:04X}"));
            }
        }
        if let Some((major, minor)) = self.version {
            out.attr("version", &format!("{major}.{minor:02}"));
        }
        out.attr("allow", self.allow.as_str());
    }

    fn children(&self, _: &mut Writer) {}
}

/// `<watchdog>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Watchdog::check)]
pub struct Watchdog {
    /// The model.
    #[xml(attr = "model")]
    pub model: WatchdogModel,
    /// What it does.
    #[xml(attr = "action", default)]
    pub action: WatchdogAction,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

default_word!(WatchdogAction, Reset);

impl Watchdog {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        plain(&mut self.info);
        Ok(())
    }
}

/// `<memballoon>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Memballoon::check)]
pub struct Memballoon {
    /// The model.
    #[xml(attr = "model")]
    pub model: BalloonModel,
    /// Whether it gives memory back before the guest kills programs.
    #[xml(attr = "autodeflate")]
    pub autodeflate: Option<OnOff>,
    /// Whether free pages are reported.
    #[xml(attr = "freePageReporting")]
    pub free_page_reporting: Option<OnOff>,
    /// Seconds between statistics.
    #[xml(attr = "stats@period", skip_if = Memballoon::is_off)]
    pub period: Option<i32>,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
    /// What virtio devices have in common.
    #[xml(child = "driver", default)]
    pub driver: VirtioOptions,
}

impl Memballoon {
    fn is_off(period: &i32) -> bool {
        *period <= 0
    }

    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        plain(&mut self.info);
        if self.model == BalloonModel::None {
            self.info = DeviceInfo::default();
        }
        Ok(())
    }
}

/// `<rng>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Rng::check)]
pub struct Rng {
    /// The model.
    #[xml(attr = "model")]
    pub model: VirtioDeviceModel,
    /// Bytes in a period.
    #[xml(attr = "rate@bytes", omit_default, nonempty, bad(XML_ERROR, "invalid RNG rate bytes value"))]
    pub rate: u32,
    /// Milliseconds of a period.
    #[xml(attr = "rate@period", omit_default, nonempty, bad(XML_ERROR, "invalid RNG rate period value"))]
    pub period: u32,
    /// Where random numbers come from.
    #[xml(child = "backend", missing(XML_ERROR, "only one RNG backend is supported"))]
    pub backend: RngBackend,
    /// What virtio devices have in common.
    #[xml(child = "driver", default)]
    pub driver: VirtioOptions,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

impl Rng {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        plain(&mut self.info);
        if node.elements("backend").count() != 1 {
            return Err(cx.xml("only one RNG backend is supported"));
        }
        if self.rate == 0 {
            self.period = 0;
        }
        Ok(())
    }
}

/// `<backend>` of `<rng>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RngBackend {
    /// Where random numbers come from.
    pub model: RngBackendModel,
    /// Device of the host.
    pub file: Option<String>,
    /// Connection to a daemon.
    pub source: CharSource,
}

impl crate::blank::Blank for RngBackend {
    fn blank() -> Self {
        Self { model: crate::blank::Blank::blank(), file: None, source: CharSource::default() }
    }
}

impl Element for RngBackend {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let model = crate::element::Source::attr(node, "", "model").required(cx, &crate::element::Rules::NONE)?;
        let mut made = Self { model, file: None, source: CharSource::default() };
        match model {
            RngBackendModel::Random => made.file = Some(node.text().into_owned()).filter(|file| !file.is_empty()),
            RngBackendModel::Egd => {
                let Some(kind) = node.attr("type") else {
                    return Err(cx.xml("missing EGD backend type"));
                };
                if super::chardev::CharType::parse(kind).is_none() {
                    return Err(cx.unsupported(format!("unknown backend type '{kind}' for egd")));
                }
                made.source = CharSource::parse(node, cx)?;
                made.source.normalize(node, false, cx)?;
            }
            RngBackendModel::Builtin => {}
        }
        Ok(made)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("model", self.model.as_str());
        self.source.attributes(out);
    }

    fn children(&self, out: &mut Writer) {
        if let Some(file) = &self.file {
            out.text(file);
        }
        if self.model == RngBackendModel::Egd {
            self.source.children(out);
            out.block();
        }
    }
}

/// `<nvram>` among the devices.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = NvramDevice::check)]
pub struct NvramDevice {
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

impl NvramDevice {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        plain(&mut self.info);
        Ok(())
    }
}

/// `<panic>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Panic::check)]
pub struct Panic {
    /// The model.
    #[xml(attr = "model", bad(CONFIG_UNSUPPORTED, "unknown panic model '{}'"))]
    pub model: Option<PanicModel>,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

impl Panic {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        plain(&mut self.info);
        Ok(())
    }
}

/// `<shmem>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Shmem::check)]
pub struct Shmem {
    /// Its name on the host.
    #[xml(attr = "name", missing(XML_ERROR, "shmem element must contain 'name' attribute"))]
    pub name: String,
    /// What happens to it on migration.
    #[xml(attr = "role", when = Shmem::has_role)]
    pub role: Option<ShmemRole>,
    /// The model.
    #[xml(attr = "model@type", default)]
    pub model: ShmemModel,
    /// Its size.
    #[xml(child = "size", skip_if = MegaBytes::is_zero)]
    pub size: Option<MegaBytes>,
    /// Socket of the server.
    #[xml(child = "server", keep)]
    pub server: Option<ShmemServer>,
    /// Interrupts.
    #[xml(child = "msi", keep)]
    pub msi: Option<Msi>,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

default_word!(ShmemModel, Ivshmem);

/// A size printed in MiB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MegaBytes(pub ScaledBytes);

impl MegaBytes {
    fn is_zero(&self) -> bool {
        self.0.0 == 0
    }
}

impl Element for MegaBytes {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        ScaledBytes::parse(node, cx).map(Self)
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("unit", "M");
    }

    fn children(&self, out: &mut Writer) {
        out.text(&(self.0.0 >> 20).to_string());
    }
}

/// `<server>` of `<shmem>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct ShmemServer {
    /// Path of the socket.
    #[xml(attr = "path")]
    pub path: Option<String>,
}

/// `<msi>` of `<shmem>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Msi {
    /// Interrupts.
    #[xml(attr = "vectors", omit_default)]
    pub vectors: u32,
    /// Whether requests are handled outside of the processor's thread.
    #[xml(attr = "ioeventfd")]
    pub ioeventfd: Option<OnOff>,
}

impl Shmem {
    fn has_role(node: Node<'_>) -> bool {
        let model = node.first("model").and_then(|node| node.attr("type"));
        model.is_some_and(|model| model != ShmemModel::Ivshmem.as_str())
    }

    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        plain(&mut self.info);
        if self.msi.is_some() && self.server.is_none() {
            return Err(cx.xml("msi option is only supported with a server"));
        }
        Ok(())
    }
}

/// `<crypto>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(before = Crypto::check_backends, check = Crypto::check)]
pub struct Crypto {
    /// The model.
    #[xml(attr = "model")]
    pub model: CryptoModel,
    /// What makes it.
    #[xml(attr = "type")]
    pub kind: CryptoType,
    /// What does the cryptography.
    #[xml(attr = "backend@model")]
    pub backend: CryptoBackend,
    /// Queues.
    #[xml(attr = "backend@queues", omit_default)]
    pub queues: u32,
    /// What virtio devices have in common.
    #[xml(child = "driver", default)]
    pub driver: VirtioOptions,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

impl Crypto {
    fn check_backends(node: Node<'_>, cx: &Context) -> Result<()> {
        let told = |name| node.attr(name).is_some();
        if told("model") && told("type") && node.elements("backend").count() != 1 {
            return Err(cx.xml("only one crypto backend is supported"));
        }
        Ok(())
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        plain(&mut self.info);
        if node.elements("backend").count() != 1 {
            return Err(cx.xml("only one crypto backend is supported"));
        }
        Ok(())
    }
}

/// `<vsock>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Vsock::check)]
pub struct Vsock {
    /// The model.
    #[xml(attr = "model")]
    pub model: Option<VirtioDeviceModel>,
    /// Whether the address is chosen.
    #[xml(attr = "cid@auto")]
    pub auto_cid: Option<YesNo>,
    /// The address.
    #[xml(attr = "cid@address", nonzero)]
    pub cid: Option<u32>,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
    /// What virtio devices have in common.
    #[xml(child = "driver", default)]
    pub driver: VirtioOptions,
}

impl Vsock {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        plain(&mut self.info);
        Ok(())
    }
}

/// `<pstore>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Pstore::check)]
pub struct Pstore {
    /// What keeps the records.
    #[xml(attr = "backend")]
    pub backend: PstoreBackend,
    /// Path of the file.
    #[xml(text = "path")]
    pub path: Option<String>,
    /// KiB.
    #[xml(child = "size", nonempty)]
    pub size: ScaledKiB,
    /// Alias, address.
    #[xml(flatten)]
    pub info: DeviceInfo,
}

impl Pstore {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        plain(&mut self.info);
        Ok(())
    }
}
