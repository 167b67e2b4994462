//! `<pool>`.
use oxivirt_model::{ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use super::PoolType;
use super::adapter::Adapter;
use super::permissions::Permissions;
use crate::domain::storage_secret::Auth;
use crate::element::{Context, Element};
use crate::tree::{Document, Node};
use crate::value::{YesNo, sanitized, words};
use crate::write::{FormatFlags, Writer};

words! {
    /// What the allocation of a volume is taken for.
    RefreshAllocation { Default = "default", Capacity = "capacity" }
}

/// A number of bytes that the driver reports: it is printed, but what a document says is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reported(pub u64);

impl Element for Reported {
    fn parse(_: Node<'_>, _: &Context) -> Result<Self> {
        Ok(Self(0))
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("unit", "bytes");
    }

    fn children(&self, out: &mut Writer) {
        out.text(&self.0.to_string());
    }
}

/// `<pool>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Pool::check)]
pub struct Pool {
    /// What the pool is.
    #[xml(attr = "type")]
    pub kind: PoolType,
    /// Its name.
    #[xml(text = "name", default)]
    pub name: String,
    /// Its identity; made up by whoever stores it when the document has none.
    #[xml(text = "uuid", bad(XML_ERROR, "malformed uuid element"))]
    pub uuid: Option<Uuid>,
    /// How large it is.
    #[xml(child = "capacity", default)]
    pub capacity: Reported,
    /// How much of it is used.
    #[xml(child = "allocation", default)]
    pub allocation: Reported,
    /// How much of it is free.
    #[xml(child = "available", default)]
    pub available: Reported,
    /// Whether volumes are copied on write.
    #[xml(attr = "features/cow@state")]
    pub cow: Option<YesNo>,
    /// Where its contents come from.
    #[xml(child = "source", default, block)]
    pub source: PoolSource,
    /// Where volumes are seen; only pools that are not reached over the network alone have it.
    #[xml(child = "target", block)]
    pub target: Option<PoolTarget>,
    /// How the allocation of volumes is found out.
    #[xml(
        attr = "refresh/volume@allocation",
        nonempty,
        bad(CONFIG_UNSUPPORTED, "unknown storage pool volume refresh allocation type {}")
    )]
    pub refresh: Option<RefreshAllocation>,
}

/// `<source>` of a pool.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct PoolSource {
    /// The hosts that have it.
    #[xml(child = "host")]
    pub hosts: Vec<PoolHost>,
    /// The devices it is on.
    #[xml(child = "device")]
    pub devices: Vec<PoolDevice>,
    /// The directory.
    #[xml(attr = "dir@path", nonempty)]
    pub dir: Option<String>,
    /// The adapter.
    #[xml(child = "adapter")]
    pub adapter: Option<Adapter>,
    /// Its name there.
    #[xml(text = "name")]
    pub name: Option<String>,
    /// What the initiator calls itself.
    #[xml(attr = "initiator/iqn@name", nonempty)]
    pub initiator: Option<String>,
    /// Format.
    #[xml(attr = "format@type", nonempty)]
    pub format: Option<String>,
    /// Who authenticates.
    #[xml(child = "auth")]
    pub auth: Option<Auth>,
    /// Version of the protocol.
    #[xml(attr = "protocol@ver", nonempty)]
    pub protocol: Option<String>,
    /// Who made the device.
    #[xml(attr = "vendor@name", nonempty)]
    pub vendor: Option<String>,
    /// What the device is called.
    #[xml(attr = "product@name", nonempty)]
    pub product: Option<String>,
}

/// `<host>` of a pool's source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct PoolHost {
    /// Its name.
    #[xml(attr = "name", missing(XML_ERROR, "missing storage pool host name"))]
    pub name: String,
    /// Its port.
    #[xml(attr = "port", omit_default)]
    pub port: i32,
}

/// `<device>` of a pool's source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = PoolDevice::check)]
pub struct PoolDevice {
    /// Its path.
    #[xml(attr = "path", missing(XML_ERROR, "missing storage pool source device path"))]
    pub path: String,
    /// Whether a `p` stands before the number of a partition.
    #[xml(attr = "part_separator")]
    pub part_separator: Option<YesNo>,
    /// What of it is free; the driver tells.
    #[xml(child = "freeExtent")]
    pub free: Vec<Extent>,
}

/// `<freeExtent>`, `<extent>`: a piece of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Element)]
pub struct Extent {
    /// Where it begins.
    #[xml(attr = "start", default, lenient)]
    pub start: u64,
    /// Where it ends.
    #[xml(attr = "end", default, lenient)]
    pub end: u64,
}

/// `<target>` of a pool.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct PoolTarget {
    /// The directory.
    #[xml(text = "path", default)]
    pub path: String,
    /// Whose it is.
    #[xml(child = "permissions", default)]
    pub permissions: Permissions,
}

impl PoolDevice {
    fn check(&mut self, _: Node<'_>, _: &Context) -> Result<()> {
        self.free.clear();
        Ok(())
    }
}

impl PoolSource {
    /// Keeps what a source of the type has, and fills in its defaults.
    fn check(&mut self, kind: PoolType, there: bool, cx: &Context) -> Result<()> {
        let parts = kind.parts();
        if there && kind == PoolType::Rbd && self.name.is_none() {
            return Err(cx.xml("element 'name' is mandatory for RBD pool"));
        }
        let mut number = 0;
        match kind.source_formats() {
            None => self.format = None,
            Some((default, formats)) => {
                let format = self.format.get_or_insert_with(|| default.to_owned());
                number = formats
                    .iter()
                    .position(|known| known == format)
                    .ok_or_else(|| cx.unsupported(format!("unknown pool format type {format}")))?;
            }
        }
        self.dir = self.dir.take().map(|dir| sanitized(&dir));
        if there && kind == PoolType::Gluster {
            self.dir.get_or_insert_with(|| "/".to_owned());
        }
        if self.auth.as_ref().is_some_and(|auth| auth.kind.is_none()) {
            return Err(cx.unsupported("storage pool missing auth type"));
        }
        if let Some(version) = &self.protocol {
            if number > 1 {
                let name = super::NETFS_FORMATS.get(number).copied().unwrap_or("(null)");
                let detail = format!("storage pool protocol ver unsupported for pool type '{name}'");
                return Err(cx.unsupported(detail));
            }
            if version.contains(',') {
                let detail = format!("storage pool protocol ver '{version}' must not contain ','");
                return Err(cx.error(ErrorCode::XML_DETAIL, detail));
            }
        }
        if !parts.adapter {
            self.adapter = None;
        }
        if !parts.initiator && !parts.network {
            self.initiator = None;
        }
        Ok(())
    }

    /// Drops what a source of the type does not have.
    fn keep(&mut self, kind: PoolType) {
        let parts = kind.parts();
        if !parts.host {
            self.hosts.clear();
        }
        if !parts.device {
            self.devices.clear();
        }
        if !parts.dir {
            self.dir = None;
        }
        if !parts.name {
            self.name = None;
        }
        if !parts.initiator {
            self.initiator = None;
        }
    }
}

impl Pool {
    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        let (kind, parts) = (self.kind, self.kind.parts());
        self.source.check(kind, node.element("source").is_some(), cx)?;
        self.check_name(cx)?;
        if self.cow.is_some() && !matches!(kind, PoolType::Fs | PoolType::Dir) {
            let detail = "cow feature may only be used for 'fs' and 'dir' pools";
            return Err(cx.error(ErrorCode::NO_SUPPORT, detail));
        }
        if parts.host && self.source.hosts.is_empty() {
            return Err(cx.xml("missing storage pool source host name"));
        }
        if parts.dir && self.source.dir.is_none() {
            return Err(cx.xml("missing storage pool source path"));
        }
        if parts.name {
            self.source.name.get_or_insert_with(|| self.name.clone());
        }
        if parts.adapter {
            self.source.adapter.get_or_insert_default().validate(cx)?;
        }
        if matches!(kind, PoolType::Fs | PoolType::Disk) && self.source.devices.is_empty() {
            return Err(cx.xml("missing storage pool source device name"));
        }
        self.check_target(cx)?;
        if kind == PoolType::IscsiDirect && self.source.initiator.is_none() {
            return Err(cx.unsupported("missing initiator IQN"));
        }
        self.source.keep(kind);
        Ok(())
    }

    fn check_name(&mut self, cx: &Context) -> Result<()> {
        if self.name.is_empty() && self.kind.parts().name {
            self.name = self.source.name.clone().unwrap_or_default();
        }
        if self.name.is_empty() {
            return Err(cx.xml("missing pool source name element"));
        }
        if self.name.contains('/') {
            return Err(cx.xml(format!("name {} cannot contain '/'", self.name)));
        }
        Ok(())
    }

    fn check_target(&mut self, cx: &Context) -> Result<()> {
        if self.kind.parts().network {
            self.target = None;
            return Ok(());
        }
        let target = self.target.get_or_insert_default();
        let source = self.source.name.as_deref().unwrap_or_default();
        match self.kind {
            PoolType::Logical => target.path = format!("/dev/{source}"),
            PoolType::Zfs => target.path = format!("/dev/zvol/{source}"),
            _ if target.path.is_empty() => return Err(cx.xml("missing storage pool target path")),
            _ => {}
        }
        target.path = sanitized(&target.path);
        Ok(())
    }

    /// Parses a document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8]) -> Result<Self> {
        let from = ErrorDomain::STORAGE;
        let document = Document::parse(xml, from)?;
        Self::read(document.root_named("pool")?)
    }

    /// Parses an element of a larger document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn read(node: Node<'_>) -> Result<Self> {
        let cx = Context { from: ErrorDomain::STORAGE, inactive: true, ..Context::default() };
        <Self as Element>::parse(node, &cx)
    }

    /// Gives the pool a UUID if it has none.
    pub fn complete(&mut self, uuid: impl FnOnce() -> Uuid) {
        self.uuid.get_or_insert_with(uuid);
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        self.element("pool", &mut out);
        out.finish().into_bytes()
    }
}

impl PoolSource {
    /// Parses the document that says where to look for pools of a type.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse_spec(xml: &[u8], kind: PoolType) -> Result<Self> {
        let from = ErrorDomain::STORAGE;
        let document = Document::parse(xml, from)?;
        let cx = Context { from, inactive: true, ..Context::default() };
        let mut source = <Self as Element>::parse(document.root_named("source")?, &cx)?;
        source.check(kind, true, &cx)?;
        Ok(source)
    }

    /// Prints the list of sources that were found.
    #[must_use]
    pub fn format_list(sources: &[Self]) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        out.open_block("sources");
        for source in sources {
            out.open_block("source");
            source.children(&mut out);
            out.close();
        }
        out.close();
        out.finish().into_bytes()
    }
}
