//! `<volume>`.
use oxivirt_model::{ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use super::PoolType;
use super::permissions::Permissions;
use super::pool::{Extent, Reported};
use crate::domain::storage_secret::Encryption;
use crate::element::{Context, Element};
use crate::tree::{Document, Node};
use crate::value::{ScaledBytes, default_word, parse_unsigned, scale, scale_error, words};
use crate::write::{FormatFlags, Writer};

words! {
    /// What a volume is.
    VolumeType {
        File = "file", Block = "block", Dir = "dir", Network = "network", Netdir = "netdir", Ploop = "ploop",
    }
}

/// A size of a volume, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VolumeSize(pub u64);

impl Element for VolumeSize {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let Some(value) = parse_unsigned(&node.text(), 10) else {
            return Err(cx.xml("malformed capacity element"));
        };
        let unit = node.attr("unit").unwrap_or_default();
        scale(value, unit, 1, u64::MAX >> 1).map(Self).map_err(|error| scale_error(error, value, unit))
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("unit", "bytes");
    }

    fn children(&self, out: &mut Writer) {
        out.text(&self.0.to_string());
    }
}

/// A size of clusters, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClusterSize(pub u64);

impl Element for ClusterSize {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        ScaledBytes::parse(node, cx).map(|size| Self(size.0))
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("unit", "B");
    }

    fn children(&self, out: &mut Writer) {
        out.text(&self.0.to_string());
    }
}

/// `<volume>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Volume {
    /// What the volume is.
    #[xml(attr = "type", default, nonempty, bad(CONFIG_UNSUPPORTED, "unknown volume type '{}'"))]
    pub kind: VolumeType,
    /// Its name.
    #[xml(text = "name", missing(XML_ERROR, "missing volume name element"))]
    pub name: String,
    /// What identifies it; the driver's.
    #[xml(text = "key")]
    pub key: Option<String>,
    /// Where on devices it is; the driver tells.
    #[xml(child = "source", default)]
    pub source: VolumeSource,
    /// How large it is.
    #[xml(child = "capacity", nonempty)]
    pub capacity: Option<VolumeSize>,
    /// How much of it has a place.
    #[xml(child = "allocation", nonempty)]
    pub allocation: Option<VolumeSize>,
    /// How large it is on the host; the driver tells.
    #[xml(child = "physical", default, skip_if = is_unknown)]
    pub physical: Reported,
    /// Where and how it is.
    #[xml(child = "target", default, block)]
    pub target: Target,
    /// What it is based on.
    #[xml(child = "backingStore", block)]
    pub backing: Option<Backing>,
}

fn is_unknown(size: &Reported) -> bool {
    size.0 == 0
}

default_word!(VolumeType, File);

/// `<source>` of a volume.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct VolumeSource {
    /// The devices.
    #[xml(child = "device")]
    pub devices: Vec<VolumeDevice>,
}

/// `<device>` of a volume's source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct VolumeDevice {
    /// Its path.
    #[xml(attr = "path", default)]
    pub path: String,
    /// Which pieces of it.
    #[xml(child = "extent")]
    pub extents: Vec<Extent>,
}

/// `<target>` of a volume.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Target::check)]
pub struct Target {
    /// Its path.
    #[xml(text = "path")]
    pub path: Option<String>,
    /// Its format.
    #[xml(attr = "format@type", nonempty)]
    pub format: Option<String>,
    /// Whose it is.
    #[xml(child = "permissions", default)]
    pub permissions: Permissions,
    /// When it was used; the driver tells.
    #[xml(child = "timestamps")]
    pub timestamps: Option<Timestamps>,
    /// How it is encrypted.
    #[xml(child = "encryption", block)]
    pub encryption: Option<Encryption>,
    /// Which versions understand the format.
    #[xml(text = "compat")]
    pub compat: Option<String>,
    /// Whether copying on write is turned off.
    #[xml(skip)]
    pub nocow: bool,
    /// Size of its clusters.
    #[xml(child = "clusterSize", omit_default)]
    pub cluster_size: ClusterSize,
    /// What the format can.
    #[xml(child = "features", keep)]
    pub features: Option<VolumeFeatures>,
}

/// `<timestamps>`: seconds and nanoseconds, `1.000000002`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Timestamps {
    /// Last read.
    #[xml(text = "atime")]
    pub atime: Option<String>,
    /// Last written.
    #[xml(text = "mtime")]
    pub mtime: Option<String>,
    /// Last changed.
    #[xml(text = "ctime")]
    pub ctime: Option<String>,
    /// Made.
    #[xml(text = "btime")]
    pub btime: Option<String>,
}

/// `<features>` of a volume.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
#[xml(check = VolumeFeatures::check)]
pub struct VolumeFeatures {
    /// References are counted later.
    #[xml(flag = "lazy_refcounts")]
    pub lazy_refcounts: bool,
    /// Parts of clusters have a place of their own.
    #[xml(flag = "extended_l2")]
    pub extended_l2: bool,
}

/// `<backingStore>` of a volume.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct Backing {
    /// Its path.
    #[xml(text = "path")]
    pub path: Option<String>,
    /// Its format.
    #[xml(attr = "format@type", nonempty)]
    pub format: Option<String>,
    /// Whose it is.
    #[xml(child = "permissions", default)]
    pub permissions: Permissions,
}

impl VolumeFeatures {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        match node.children().find(|child| !matches!(child.name(), "lazy_refcounts" | "extended_l2")) {
            Some(unknown) => Err(cx.unsupported(format!("unsupported feature {}", unknown.name()))),
            None => Ok(()),
        }
    }
}

impl Target {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        self.timestamps = None;
        self.nocow = node.element("nocow").is_some();
        if let Some(compat) = &self.compat {
            let number = |text: &str| parse_unsigned(text, 10).is_some_and(|value| u32::try_from(value).is_ok());
            if !compat.split_once('.').is_some_and(|(major, minor)| number(major) && number(minor)) {
                return Err(cx.xml("forbidden characters in 'compat' attribute"));
            }
        }
        if self.features.is_some() {
            self.compat.get_or_insert_with(|| "1.1".to_owned());
        }
        Ok(())
    }
}

/// When a document may leave out the capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Capacity {
    /// Never.
    #[default]
    Needed,
    /// When there is something it is based on.
    OfBacking,
    /// Always.
    Optional,
}

impl Volume {
    /// Parses a document of a volume in a pool of a type.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8], pool: PoolType, capacity: Capacity) -> Result<Self> {
        let from = ErrorDomain::STORAGE;
        let document = Document::parse(xml, from)?;
        Self::read(document.root_named("volume")?, pool, capacity)
    }

    /// Parses an element of a larger document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn read(node: Node<'_>, pool: PoolType, capacity: Capacity) -> Result<Self> {
        let cx = Context { from: ErrorDomain::STORAGE, inactive: true, ..Context::default() };
        let mut volume = <Self as Element>::parse(node, &cx)?;
        volume.check(pool, capacity, &cx)?;
        Ok(volume)
    }

    fn check(&mut self, pool: PoolType, need: Capacity, cx: &Context) -> Result<()> {
        self.source = VolumeSource::default();
        self.backing = self.backing.take().filter(|backing| backing.path.is_some());
        if let Some(backing) = &mut self.backing {
            check_format(&mut backing.format, pool, cx)?;
        }
        let may_miss = match need {
            Capacity::Needed => false,
            Capacity::OfBacking => self.backing.is_some(),
            Capacity::Optional => true,
        };
        if self.capacity.is_none() && !may_miss {
            return Err(cx.xml("missing capacity element"));
        }
        check_format(&mut self.target.format, pool, cx)
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut whole = self.clone();
        let capacity = *whole.capacity.get_or_insert_default();
        whole.allocation.get_or_insert(capacity);
        let mut out = Writer::new(FormatFlags::default());
        whole.element("volume", &mut out);
        out.finish().into_bytes()
    }
}

/// Checks a format of a volume, and fills in the pool's default.
fn check_format(format: &mut Option<String>, pool: PoolType, cx: &Context) -> Result<()> {
    let Some((default, formats)) = pool.volume_formats() else {
        *format = None;
        return Ok(());
    };
    let word = format.get_or_insert_with(|| default.to_owned());
    // "none" is a word of the table that only partitions may have.
    if !formats.contains(&word.as_str()) || (word == "none" && pool != PoolType::Disk) {
        return Err(cx.unsupported(format!("unknown volume format type {word}")));
    }
    Ok(())
}
