//! `<domainsnapshot>`.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, Uuid};
use oxivirt_xml_derive::Element;

use crate::domain::devices::disk::{Disk, SnapshotLocation};
use crate::domain::source::{FileFormat, SourceKind, StorageSource, is_zero};
use crate::domain::{Completion, Domain, ParseOptions};
use crate::element::{Context, Element};
use crate::tree::{Document, Node};
use crate::value::{ScaledBytes, words};
use crate::write::{FormatFlags, Writer};

words! {
    /// State of the domain when the snapshot was made.
    SnapshotState {
        Running = "running", Blocked = "blocked", Paused = "paused", Shutdown = "shutdown", Shutoff = "shutoff",
        Crashed = "crashed", PmSuspended = "pmsuspended", DiskSnapshot = "disk-snapshot",
    }
}

/// `<domainsnapshot>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Snapshot {
    /// Its name; made up by whoever makes it when the document has none.
    #[xml(text = "name")]
    pub name: Option<String>,
    /// Text for people.
    #[xml(text = "description")]
    pub description: Option<String>,
    /// State of the domain.
    #[xml(text = "state", lenient)]
    pub state: Option<SnapshotState>,
    /// Name of the snapshot it is based on.
    #[xml(text = "parent/name")]
    pub parent: Option<String>,
    /// When it was made, in seconds since 1970.
    #[xml(text = "creationTime", lenient, skip_if = is_no_time)]
    pub created: Option<i64>,
    /// Where the memory is kept.
    #[xml(child = "memory")]
    pub memory: Option<SnapshotMemory>,
    /// Where each disk is kept.
    #[xml(child = "disks/disk")]
    pub disks: Vec<SnapshotDisk>,
    /// Where each disk is kept that was made by reverting.
    #[xml(child = "revertDisks/disk")]
    pub revert_disks: Vec<SnapshotDisk>,
    /// The domain as it was.
    #[xml(child = "domain")]
    pub domain: Option<SavedDomain>,
    /// The persistent definition of the domain as it was.
    #[xml(child = "inactiveDomain")]
    pub inactive_domain: Option<SavedDomain>,
}

fn is_no_time(time: &i64) -> bool {
    *time == 0
}

/// `<memory>` of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct SnapshotMemory {
    /// Where.
    #[xml(attr = "snapshot")]
    pub location: Option<SnapshotLocation>,
    /// Its file.
    #[xml(attr = "file")]
    pub file: Option<String>,
}

/// `<disk>` of a snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = SnapshotDisk::check)]
pub struct SnapshotDisk {
    /// Target of the disk, or path of its source.
    #[xml(attr = "name", missing(INTERNAL_ERROR, "missing name from disk snapshot element"))]
    pub name: String,
    /// Where.
    #[xml(attr = "snapshot")]
    pub location: Option<SnapshotLocation>,
    /// Kind of the source; where there is one.
    #[xml(attr = "type")]
    pub kind: Option<SourceKind>,
    /// The snapshot is being deleted.
    #[xml(flag = "snapshotDeleteInProgress")]
    pub deleting: bool,
    /// Format of the source.
    #[xml(attr = "driver@type", nonempty, bad(CONFIG_UNSUPPORTED, "unknown disk snapshot driver '{}'"))]
    pub format: Option<FileFormat>,
    /// How much of its metadata is kept in memory.
    #[xml(child = "driver/metadata_cache/max_size", skip_if = is_zero)]
    pub cache: Option<ScaledBytes>,
    /// The file.
    #[xml(child = "source", default)]
    pub source: StorageSource,
}

/// `<domain>` in a snapshot or checkpoint: the definition, or what older versions kept of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SavedDomain {
    /// The definition.
    Whole(Box<Domain>),
    /// Nothing but the identity, which the driver knows.
    Uuid(Option<Uuid>),
}

impl SavedDomain {
    /// Returns the definition, if it was kept.
    #[must_use]
    pub fn whole(&self) -> Option<&Domain> {
        match self {
            Self::Whole(domain) => Some(domain),
            Self::Uuid(_) => None,
        }
    }

    fn whole_mut(&mut self) -> Option<&mut Domain> {
        match self {
            Self::Whole(domain) => Some(domain),
            Self::Uuid(_) => None,
        }
    }
}

impl Element for SavedDomain {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let kept = node.attr("type").is_some_and(|kind| !kind.is_empty()) || node.name() == "inactiveDomain";
        if cx.redefine && kept {
            return Domain::read(node, ParseOptions { inactive: true }).map(|domain| Self::Whole(Box::new(domain)));
        }
        Ok(Self::Uuid(None))
    }

    fn attributes(&self, out: &mut Writer) {
        if let Self::Whole(domain) = self {
            domain.attributes(out);
        }
    }

    fn children(&self, out: &mut Writer) {
        match self {
            Self::Whole(domain) => domain.children(out),
            Self::Uuid(Some(uuid)) => out.text_element("uuid", &uuid.to_string()),
            Self::Uuid(None) => {}
        }
    }
}

impl SnapshotDisk {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        let kind = self.kind.unwrap_or(SourceKind::File);
        if matches!(kind, SourceKind::Volume | SourceKind::Dir) {
            return Err(cx.xml(format!("unsupported disk snapshot type '{}'", kind.as_str())));
        }
        self.source.normalize(kind, cx)?;
        let path = self.source.image();
        if matches!(kind, SourceKind::File | SourceKind::Block)
            && let Some(path) = path.filter(|path| !path.starts_with('/'))
        {
            return Err(cx.xml(format!("disk snapshot image path '{path}' must be absolute")));
        }
        if path.is_some() || self.format.is_some() {
            self.location.get_or_insert(SnapshotLocation::External);
            self.kind = Some(kind);
        }
        if !cx.redefine {
            self.deleting = false;
        }
        Ok(())
    }
}

/// Checks where the memory is kept, and fills in where it must be.
fn check_memory(
    told: Option<SnapshotMemory>,
    state: Option<SnapshotState>,
    cx: &Context,
) -> Result<Option<SnapshotMemory>> {
    let offline = matches!(state, Some(SnapshotState::Shutoff | SnapshotState::DiskSnapshot));
    let mut memory = told.unwrap_or_default();
    if memory.location == Some(SnapshotLocation::Manual) {
        return Err(cx.xml("'manual' memory snapshot mode not supported"));
    }
    if memory.location.is_none() {
        memory.location = match &memory.file {
            Some(_) => Some(SnapshotLocation::External),
            None if !cx.redefine => None,
            None if offline => Some(SnapshotLocation::No),
            None => Some(SnapshotLocation::Internal),
        };
    }
    let external = memory.location == Some(SnapshotLocation::External);
    match &memory.file {
        Some(file) if !external => {
            return Err(cx.xml(format!("memory filename '{file}' requires external snapshot")));
        }
        None if external => return Err(cx.xml("external memory snapshots require a filename")),
        _ => {}
    }
    if offline && !matches!(memory.location, None | Some(SnapshotLocation::No)) {
        return Err(cx.xml("memory state cannot be saved with offline or disk-only snapshot"));
    }
    if let Some(file) = memory.file.as_ref().filter(|file| !file.starts_with('/')) {
        return Err(cx.xml(format!("memory snapshot file path ({file}) must be absolute")));
    }
    Ok(memory.location.is_some().then_some(memory))
}

impl Snapshot {
    /// Parses a document; `redefine` is for one that describes a snapshot that exists.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8], redefine: bool) -> Result<Self> {
        let from = ErrorDomain::DOMAIN_SNAPSHOT;
        let document = Document::parse(xml, from)?;
        Self::read(document.root_named("domainsnapshot")?, redefine)
    }

    /// Parses an element of a larger document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn read(node: Node<'_>, redefine: bool) -> Result<Self> {
        let from = ErrorDomain::DOMAIN_SNAPSHOT;
        let cx = Context { from, inactive: true, redefine, ..Context::default() };
        if redefine {
            Self::check_heads(node, &cx)?;
        }
        let made = <Self as Element>::parse(node, &cx);
        let mut made = made.map_err(|error| Self::first_error(node, &cx).unwrap_or(error))?;
        made.check(&cx)?;
        Ok(made)
    }

    /// Returns the error that the stock library reports of a document with several: it looks at the domain first, at disks last.
    fn first_error(node: Node<'_>, cx: &Context) -> Option<Error> {
        let domains = ["domain", "inactiveDomain"].into_iter().filter_map(|name| node.element(name));
        let broken = domains.map(|node| SavedDomain::parse(node, cx)).find_map(Result::err);
        broken.or_else(|| {
            let state = node.element("state").and_then(|node| crate::value::Value::parse(&node.text()));
            let memory = node.element("memory").map(|node| SnapshotMemory::parse(node, cx));
            memory.transpose().and_then(|memory| check_memory(memory, state.filter(|_| cx.redefine), cx)).err()
        })
    }

    fn check_heads(node: Node<'_>, cx: &Context) -> Result<()> {
        let text = |name| node.element(name).map(|node| node.text()).filter(|text| !text.is_empty());
        if text("name").is_none() {
            return Err(cx.xml("a redefined snapshot must have a name"));
        }
        if text("creationTime").is_none_or(|time| crate::value::parse_signed(&time, 10).is_none()) {
            return Err(cx.internal("missing creationTime from existing snapshot"));
        }
        let Some(state) = text("state") else { return Err(cx.xml("missing state from existing snapshot")) };
        if <SnapshotState as crate::value::Value>::parse(&state).is_none() {
            return Err(cx.unsupported(format!("Invalid state '{state}' in domain snapshot XML")));
        }
        Ok(())
    }

    fn check(&mut self, cx: &Context) -> Result<()> {
        if !cx.redefine {
            (self.state, self.created, self.parent) = (None, None, None);
            (self.domain, self.inactive_domain) = (None, None);
            self.revert_disks.clear();
        }
        self.domain = self.domain.take().filter(|domain| domain.whole().is_some());
        self.memory = check_memory(self.memory.take(), self.state, cx)?;
        Ok(())
    }

    /// Completes the definitions of the domain.
    ///
    /// # Errors
    /// The stock library's.
    pub fn complete(&mut self, driver: &Completion<'_>) -> Result<()> {
        for saved in [&mut self.domain, &mut self.inactive_domain].into_iter().flatten() {
            if let Some(domain) = saved.whole_mut() {
                domain.complete(driver)?;
            }
        }
        Ok(())
    }

    /// Returns true if a disk or the memory is kept outside.
    #[must_use]
    pub fn is_external(&self) -> bool {
        let external = Some(SnapshotLocation::External);
        self.memory.as_ref().is_some_and(|memory| memory.location == external)
            || self.disks.iter().any(|disk| disk.location == external)
    }

    /// Says of every disk of the domain where it is kept, in the domain's order.
    ///
    /// `is_file` tells whether a path is a regular file: external snapshots beside others get their names from it.
    ///
    /// # Errors
    /// The stock library's for disks that the domain does not have, or that cannot be kept there.
    pub fn align_disks(
        &mut self,
        existing: Option<&Domain>,
        default: SnapshotLocation,
        is_file: &dyn Fn(&str) -> bool,
    ) -> Result<()> {
        let from = ErrorDomain::DOMAIN_SNAPSHOT;
        let own = self.domain.take();
        let Some(domain) = own.as_ref().and_then(SavedDomain::whole).or(existing) else {
            return Err(Error::new(from, ErrorCode::INTERNAL_ERROR, "missing domain in snapshot"));
        };
        let aligned = Alignment { domain, default, is_file, name: self.name.as_deref().unwrap_or_default() }
            .run(std::mem::take(&mut self.disks));
        self.domain = own;
        self.disks = aligned?;
        Ok(())
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self, secure: bool) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags { secure, inactive: true, ..FormatFlags::default() });
        self.element("domainsnapshot", &mut out);
        out.finish().into_bytes()
    }
}

/// How the disks of a snapshot are brought in line with those of a domain.
struct Alignment<'a> {
    domain: &'a Domain,
    default: SnapshotLocation,
    is_file: &'a dyn Fn(&str) -> bool,
    name: &'a str,
}

fn refuse<T>(detail: impl AsRef<str>) -> Result<T> {
    Err(Error::new(ErrorDomain::DOMAIN_SNAPSHOT, ErrorCode::CONFIG_UNSUPPORTED, detail.as_ref()))
}

/// Returns where the domain says that a disk is kept: nowhere, if it cannot change.
fn kept(disk: &Disk) -> Option<SnapshotLocation> {
    disk.snapshot.or_else(|| disk.readonly.then_some(SnapshotLocation::No))
}

impl Alignment<'_> {
    fn run(&self, told: Vec<SnapshotDisk>) -> Result<Vec<SnapshotDisk>> {
        let disks = &self.domain.devices.disks;
        if told.len() > disks.len() {
            return refuse("too many disk snapshot requests for domain");
        }
        let mut slots: Vec<Option<SnapshotDisk>> = disks.iter().map(|_| None).collect();
        for mut disk in told {
            let Some(at) = self.domain.disk_by_name(&disk.name) else {
                return refuse(format!("no disk named '{}'", disk.name));
            };
            let (Some(slot), Some(of)) = (slots.get_mut(at), disks.get(at)) else { continue };
            if slot.is_some() {
                return refuse(format!("disk '{}' specified twice", disk.name));
            }
            self.place(&mut disk, kept(of))?;
            disk.name = of.target.dev.clone().unwrap_or_default();
            *slot = Some(disk);
        }
        let mut all: Vec<SnapshotDisk> = Vec::new();
        for (slot, of) in slots.into_iter().zip(disks) {
            let mut disk = slot.unwrap_or_else(|| SnapshotDisk {
                name: of.target.dev.clone().unwrap_or_default(),
                location: Some(if of.source.is_empty() {
                    SnapshotLocation::No
                } else {
                    kept(of).unwrap_or(self.default)
                }),
                kind: None,
                deleting: false,
                format: None,
                cache: None,
                source: StorageSource::default(),
            });
            self.name_file(&mut disk, of.source.file.as_deref().or(of.source.dev.as_deref()), &all)?;
            if disk.source.image().is_none() && disk.format.is_none() {
                (disk.kind, disk.source) = (None, StorageSource::default());
            }
            all.push(disk);
        }
        Ok(all)
    }

    /// Says where a disk is kept that the document names.
    fn place(&self, disk: &mut SnapshotDisk, of: Option<SnapshotLocation>) -> Result<()> {
        let must_match = self.default == SnapshotLocation::Internal;
        match disk.location {
            None => {
                let kept = of.filter(|of| !must_match || *of == SnapshotLocation::No);
                disk.location = Some(kept.unwrap_or(self.default));
            }
            Some(location) => {
                let both_no = location == SnapshotLocation::No && of == Some(SnapshotLocation::No);
                if must_match && location != self.default && !both_no {
                    let mode = self.default.as_str();
                    return refuse(format!("disk '{}' must use snapshot mode '{mode}'", disk.name));
                }
            }
        }
        if let Some(path) = disk.source.image()
            && disk.location != Some(SnapshotLocation::External)
        {
            return refuse(format!("file '{path}' for disk '{}' requires use of external snapshot mode", disk.name));
        }
        Ok(())
    }

    /// Makes up the name of an external file that has none.
    fn name_file(&self, disk: &mut SnapshotDisk, original: Option<&str>, before: &[SnapshotDisk]) -> Result<()> {
        if disk.location != Some(SnapshotLocation::External) || disk.source.image().is_some() {
            return Ok(());
        }
        let name = disk.name.clone();
        let kind = disk.kind.unwrap_or(SourceKind::File);
        if kind != SourceKind::File {
            return refuse(format!(
                "cannot generate external snapshot name for disk '{name}' on a '{}' device",
                kind.as_str()
            ));
        }
        let Some(original) = original else {
            return refuse(format!("cannot generate external snapshot name for disk '{name}' without source"));
        };
        if !(self.is_file)(original) {
            return refuse(format!(
                "source for disk '{name}' ({original}) doesn't exist or is not a regular file; refusing to generate external snapshot name"
            ));
        }
        let stem = original.rsplit_once('.').filter(|(_, end)| !end.contains('/')).map_or(original, |(stem, _)| stem);
        let file = format!("{stem}.{}", self.name);
        if let Some(other) = before.iter().find(|other| other.source.file.as_ref() == Some(&file)) {
            return refuse(format!(
                "cannot generate external snapshot name for disk '{name}': collision with disk '{}'",
                other.name
            ));
        }
        disk.kind = Some(SourceKind::File);
        disk.source.file = Some(file);
        Ok(())
    }
}
