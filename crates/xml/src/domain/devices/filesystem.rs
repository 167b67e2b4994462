//! `<filesystem>`.
use oxivirt_model::{ErrorCode, Result};
use oxivirt_xml_derive::Element;

use super::VirtioOptions;
use crate::domain::address::DeviceInfo;
use crate::domain::idmap::IdMap;
use crate::domain::source::{FileFormat, is_zero};
use crate::element::Context;
use crate::tree::Node;
use crate::value::{Octal, OnOff, ScaledBytes, default_word, words};

words! {
    /// What the files come from.
    FsType {
        Mount = "mount", Block = "block", File = "file", Template = "template", Ram = "ram", Bind = "bind", Volume = "volume",
    }
    /// With whose rights files are used.
    FsAccessMode { Passthrough = "passthrough", Mapped = "mapped", Squash = "squash" }
    /// The model of the device.
    FsModel { Virtio = "virtio", VirtioTransitional = "virtio-transitional", VirtioNonTransitional = "virtio-non-transitional" }
    /// What happens to files of several devices.
    FsMultidevs { Default = "default", Remap = "remap", Forbid = "forbid", Warn = "warn" }
    /// How the host does it.
    FsDriverType {
        Default = "default", Path = "path", Handle = "handle", Loop = "loop", Nbd = "nbd", Ploop = "ploop", Virtiofs = "virtiofs",
        Mtp = "mtp",
    }
    /// When what is written is on the disk.
    FsWritePolicy { Default = "default", Immediate = "immediate" }
    /// What virtiofs caches.
    FsCache { None = "none", Always = "always" }
    /// How virtiofs is locked in.
    FsSandbox { Namespace = "namespace", Chroot = "chroot" }
}

/// `<filesystem>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Filesystem::check)]
pub struct Filesystem {
    /// What the files come from.
    #[xml(attr = "type", default)]
    pub kind: FsType,
    /// With whose rights files are used.
    #[xml(attr = "accessmode")]
    pub accessmode: Option<FsAccessMode>,
    /// The model of the device.
    #[xml(attr = "model")]
    pub model: Option<FsModel>,
    /// What happens to files of several devices.
    #[xml(attr = "multidevs", skip_if = Filesystem::is_default_multidevs)]
    pub multidevs: Option<FsMultidevs>,
    /// Mode of new files.
    #[xml(attr = "fmode", skip_if = Filesystem::is_no_mode)]
    pub fmode: Option<Octal<4>>,
    /// Mode of new directories.
    #[xml(attr = "dmode", skip_if = Filesystem::is_no_mode)]
    pub dmode: Option<Octal<4>>,
    /// How the host does it.
    #[xml(child = "driver", default)]
    pub driver: FsDriver,
    /// The program of virtiofs.
    #[xml(child = "binary", default, when = Filesystem::is_virtiofs)]
    pub binary: FsBinary,
    /// Ranges of users and groups.
    #[xml(child = "idmap", when = Filesystem::is_virtiofs)]
    pub idmap: Option<IdMap>,
    /// Where the files are.
    #[xml(child = "source", default)]
    pub source: FsSource,
    /// Where the guest sees them.
    #[xml(attr = "target@dir", nonempty)]
    pub target: Option<String>,
    /// The guest cannot write.
    #[xml(flag = "readonly")]
    pub readonly: bool,
    /// Alias, boot order, address.
    #[xml(flatten, when = Filesystem::is_sourced)]
    pub info: DeviceInfo,
    /// What it can never exceed.
    #[xml(child = "space_hard_limit", skip_if = is_zero)]
    pub hard_limit: Option<ScaledBytes>,
    /// What it should not exceed.
    #[xml(child = "space_soft_limit", skip_if = is_zero)]
    pub soft_limit: Option<ScaledBytes>,
}

default_word!(FsType, Mount);

/// `<driver>` of a file system.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct FsDriver {
    /// How the host does it.
    #[xml(attr = "type", skip_if = FsDriver::is_default)]
    pub kind: Option<FsDriverType>,
    /// Format of the image.
    #[xml(attr = "format", bad(CONFIG_UNSUPPORTED, "unknown driver format value '{}'"))]
    pub format: Option<FileFormat>,
    /// When what is written is on the disk.
    #[xml(attr = "wrpolicy", skip_if = FsDriver::is_default_policy)]
    pub wrpolicy: Option<FsWritePolicy>,
    /// Length of the queue.
    #[xml(attr = "queue", omit_default, when = FsDriver::is_virtiofs, bad(XML_ERROR, "cannot parse queue size '{}' for virtiofs"))]
    pub queue: u64,
    /// What virtio devices have in common.
    #[xml(flatten)]
    pub virtio: VirtioOptions,
}

/// `<binary>` of a file system.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct FsBinary {
    /// Path of the program.
    #[xml(attr = "path", nonempty)]
    pub path: Option<String>,
    /// Whether extended attributes are kept.
    #[xml(attr = "xattr")]
    pub xattr: Option<OnOff>,
    /// What is cached.
    #[xml(attr = "cache@mode")]
    pub cache: Option<FsCache>,
    /// How it is locked in.
    #[xml(attr = "sandbox@mode")]
    pub sandbox: Option<FsSandbox>,
    /// POSIX locks.
    #[xml(attr = "lock@posix")]
    pub posix: Option<OnOff>,
    /// BSD locks.
    #[xml(attr = "lock@flock")]
    pub flock: Option<OnOff>,
    /// Threads.
    #[xml(attr = "thread_pool@size", nonempty, bad(XML_ERROR, "cannot parse thread pool size '{}' for virtiofs"))]
    pub threads: Option<u32>,
    /// Files that may be open.
    #[xml(attr = "openfiles@max", omit_default, nonempty, bad(XML_ERROR, "cannot parse openfiles '{}' for virtiofs"))]
    pub openfiles: u64,
}

/// `<source>` of a file system: which attributes count depends on its type.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct FsSource {
    /// Directory.
    #[xml(attr = "dir")]
    pub dir: Option<String>,
    /// Socket of a virtiofs that runs already.
    #[xml(attr = "socket")]
    pub socket: Option<String>,
    /// Device.
    #[xml(attr = "dev")]
    pub dev: Option<String>,
    /// Image.
    #[xml(attr = "file")]
    pub file: Option<String>,
    /// Template.
    #[xml(attr = "name")]
    pub name: Option<String>,
    /// Size of a RAM disk.
    #[xml(attr = "usage")]
    pub usage: Option<String>,
    /// Unit of that size.
    #[xml(attr = "units")]
    pub units: Option<String>,
    /// Pool.
    #[xml(attr = "pool")]
    pub pool: Option<String>,
    /// Volume.
    #[xml(attr = "volume")]
    pub volume: Option<String>,
}

impl FsSource {
    /// Returns the path or name of what is exported.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        [&self.dir, &self.dev, &self.file, &self.name, &self.usage, &self.socket]
            .into_iter()
            .flatten()
            .next()
            .map(String::as_str)
    }
}

impl FsDriver {
    fn is_virtiofs(node: Node<'_>) -> bool {
        node.attr("type") == Some("virtiofs")
    }

    fn is_default(kind: &FsDriverType) -> bool {
        *kind == FsDriverType::Default
    }

    fn is_default_policy(policy: &FsWritePolicy) -> bool {
        *policy == FsWritePolicy::Default
    }
}

impl Filesystem {
    /// Returns true if there is what the type needs, or an error of its own tells that it is missing: without it, what is read
    /// last is not read.
    fn is_sourced(node: Node<'_>) -> bool {
        let attr = |name| node.element("source").is_some_and(|source| source.attr(name).is_some());
        match node.attr("type") {
            None | Some("mount" | "bind") => attr("dir") || attr("socket"),
            Some("block") => attr("dev"),
            Some("file") => attr("file"),
            Some("template") => attr("name"),
            Some("volume") => attr("pool") == attr("volume"),
            _ => true,
        }
    }

    /// Returns true if it has what only virtiofs has.
    fn is_virtiofs(node: Node<'_>) -> bool {
        node.element("driver").is_some_and(FsDriver::is_virtiofs) && Self::is_sourced(node)
    }

    fn is_default_multidevs(multidevs: &FsMultidevs) -> bool {
        *multidevs == FsMultidevs::Default
    }

    fn is_no_mode(mode: &Octal<4>) -> bool {
        mode.0 == 0
    }

    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        for (name, mode) in [("fmode", self.fmode), ("dmode", self.dmode)] {
            if let Some(mode) = mode.filter(|mode| mode.0 > 0o777) {
                return Err(cx.xml(format!("invalid {name}: '0{:o}'", mode.0)));
            }
        }
        self.info.keep(true, false);
        self.info.master = None;
        if self.driver.kind.is_none_or(|kind| kind == FsDriverType::Default) {
            self.driver = FsDriver { virtio: self.driver.virtio, ..FsDriver::default() };
        }
        if self.driver.kind != Some(FsDriverType::Virtiofs) {
            (self.binary, self.idmap, self.driver.queue) = (FsBinary::default(), None, 0);
        }
        self.keep_source(cx)
    }

    /// Keeps the attributes of the source that the type has.
    fn keep_source(&mut self, cx: &Context) -> Result<()> {
        let whole = std::mem::take(&mut self.source);
        let source = &mut self.source;
        let main = match self.kind {
            FsType::Mount | FsType::Bind => {
                if whole.socket.is_none() {
                    source.dir = whole.dir;
                }
                source.socket = whole.socket;
                source.dir.is_some() || source.socket.is_some()
            }
            FsType::Block => {
                source.dev = whole.dev;
                source.dev.is_some()
            }
            FsType::File => {
                source.file = whole.file;
                source.file.is_some()
            }
            FsType::Template => {
                source.name = whole.name;
                source.name.is_some()
            }
            FsType::Volume => {
                (source.pool, source.volume) = (whole.pool, whole.volume);
                if source.pool.is_some() != source.volume.is_some() {
                    return Err(cx.xml("'pool' and 'volume' must be specified together for 'pool' type source"));
                }
                true
            }
            FsType::Ram => {
                let Some(usage) = whole.usage else {
                    return Err(cx.xml("missing 'usage' attribute for RAM filesystem"));
                };
                let Some(number) = crate::value::parse_unsigned(&usage, 10) else {
                    return Err(cx.xml(format!("cannot parse usage '{usage}' for RAM filesystem")));
                };
                let unit = whole.units.unwrap_or_default();
                let bytes = crate::value::scale(number, &unit, 1024, u64::MAX)
                    .map_err(|error| crate::value::scale_error(error, number, &unit))?;
                source.usage = bytes.checked_div(1024).map(|size| size.to_string());
                source.units = Some("KiB".to_owned());
                true
            }
        };
        if main {
            return Ok(());
        }
        Err(match &self.target {
            Some(target) => cx.error(ErrorCode::NO_SOURCE, target),
            None => oxivirt_model::Error::bare(cx.from, ErrorCode::NO_SOURCE),
        })
    }
}
