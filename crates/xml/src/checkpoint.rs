//! `<domaincheckpoint>`.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::domain::{Completion, Domain};
use crate::element::{Context, Element};
use crate::snapshot::SavedDomain;
use crate::tree::{Document, Node};
use crate::value::{parse_signed, words};
use crate::write::{FormatFlags, Writer};

words! {
    /// Whether changes of a disk are noted.
    CheckpointType { No = "no", Bitmap = "bitmap" }
}

/// `<domaincheckpoint>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
pub struct Checkpoint {
    /// Its name; made up by whoever makes it when the document has none.
    #[xml(text = "name")]
    pub name: Option<String>,
    /// Text for people.
    #[xml(text = "description")]
    pub description: Option<String>,
    /// Name of the checkpoint before.
    #[xml(text = "parent/name")]
    pub parent: Option<String>,
    /// When it was made, in seconds since 1970.
    #[xml(text = "creationTime", lenient, skip_if = is_no_time)]
    pub created: Option<i64>,
    /// Which disks.
    #[xml(child = "disks/disk")]
    pub disks: Vec<CheckpointDisk>,
    /// The domain as it was.
    #[xml(child = "domain")]
    pub domain: Option<SavedDomain>,
}

fn is_no_time(time: &i64) -> bool {
    *time == 0
}

/// `<disk>` of a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = CheckpointDisk::check)]
pub struct CheckpointDisk {
    /// Target of the disk, or path of its source.
    #[xml(attr = "name", default)]
    pub name: String,
    /// Whether its changes are noted.
    #[xml(attr = "checkpoint", lenient)]
    pub kind: Option<CheckpointType>,
    /// Name of the bitmap.
    #[xml(attr = "bitmap")]
    pub bitmap: Option<String>,
    /// Bytes that were changed since; the driver tells.
    #[xml(attr = "size", lenient)]
    pub size: Option<u64>,
}

impl CheckpointDisk {
    fn check(&mut self, node: Node<'_>, _: &Context) -> Result<()> {
        self.size = None;
        if node.attr("checkpoint").is_none() {
            self.kind = Some(CheckpointType::Bitmap);
        }
        Ok(())
    }
}

/// Which parts of a checkpoint are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CheckpointFlags {
    /// Secrets too.
    pub secure: bool,
    /// Without the domain.
    pub no_domain: bool,
}

impl Checkpoint {
    /// Parses a document; `redefine` is for one that describes a checkpoint that exists.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8], redefine: bool) -> Result<Self> {
        let from = ErrorDomain::DOMAIN_CHECKPOINT;
        let document = Document::parse(xml, from)?;
        let node = document.root_named("domaincheckpoint")?;
        let cx = Context { from, inactive: true, redefine, ..Context::default() };
        if redefine {
            let text = |name| node.element(name).map(|node| node.text()).filter(|text| !text.is_empty());
            if text("name").is_none() {
                return Err(cx.xml("a redefined checkpoint must have a name"));
            }
            if text("creationTime").is_none_or(|time| parse_signed(&time, 10).is_none()) {
                return Err(cx.internal("missing creationTime from existing checkpoint"));
            }
        }
        let mut made = <Self as Element>::parse(node, &cx)?;
        if !redefine {
            (made.created, made.parent, made.domain) = (None, None, None);
        }
        Ok(made)
    }

    /// Completes the definition of the domain.
    ///
    /// # Errors
    /// The stock library's.
    pub fn complete(&mut self, driver: &Completion<'_>) -> Result<()> {
        match &mut self.domain {
            Some(SavedDomain::Whole(domain)) => domain.complete(driver),
            _ => Ok(()),
        }
    }

    /// Names the bitmaps that have no name after the checkpoint.
    pub fn name_bitmaps(&mut self) {
        for disk in self.disks.iter_mut().filter(|disk| disk.kind == Some(CheckpointType::Bitmap)) {
            if disk.bitmap.is_none() {
                disk.bitmap.clone_from(&self.name);
            }
        }
    }

    /// Says of every disk of the domain whether its changes are noted, in the domain's order.
    ///
    /// # Errors
    /// The stock library's for disks that the domain does not have, or whose changes cannot be noted.
    pub fn align_disks(&mut self, domain: &Domain) -> Result<()> {
        let refuse =
            |detail: String| Err(Error::new(ErrorDomain::DOMAIN_CHECKPOINT, ErrorCode::CONFIG_UNSUPPORTED, detail));
        let disks = &domain.devices.disks;
        if self.disks.len() > disks.len() {
            return refuse("too many disk checkpoint requests for domain".to_owned());
        }
        if disks.is_empty() {
            return refuse("domain must have at least one disk to perform checkpoints".to_owned());
        }
        let default = if self.disks.is_empty() { CheckpointType::Bitmap } else { CheckpointType::No };
        let mut slots: Vec<Option<CheckpointDisk>> = disks.iter().map(|_| None).collect();
        for mut disk in std::mem::take(&mut self.disks) {
            let Some(at) = domain.disk_by_name(&disk.name) else {
                return refuse(format!("no disk named '{}'", disk.name));
            };
            let (Some(slot), Some(of)) = (slots.get_mut(at), disks.get(at)) else { continue };
            if slot.is_some() {
                return refuse(format!("disk '{}' specified twice", disk.name));
            }
            if (of.source.is_empty() || of.readonly) && disk.kind != Some(CheckpointType::No) {
                return refuse(format!("disk '{}' is empty or readonly", disk.name));
            }
            disk.name = of.target.dev.clone().unwrap_or_default();
            *slot = Some(disk);
        }
        self.disks = slots
            .into_iter()
            .zip(disks)
            .map(|(slot, of)| {
                let kind = if of.source.is_empty() || of.readonly { CheckpointType::No } else { default };
                slot.unwrap_or_else(|| CheckpointDisk {
                    name: of.target.dev.clone().unwrap_or_default(),
                    kind: Some(kind),
                    ..CheckpointDisk::default()
                })
            })
            .collect();
        self.name_bitmaps();
        Ok(())
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self, flags: CheckpointFlags) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags { secure: flags.secure, inactive: true, ..FormatFlags::default() });
        if flags.no_domain {
            Self { domain: None, ..self.clone() }.element("domaincheckpoint", &mut out);
        } else {
            self.element("domaincheckpoint", &mut out);
        }
        out.finish().into_bytes()
    }
}
