//! `<domainbackup>`.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::domain::Domain;
use crate::domain::devices::disk::Disk;
use crate::domain::source::{FileFormat, SourceKind, StorageSource};
use crate::element::{Context, Element};
use crate::tree::{Document, Node};
use crate::value::{Value, YesNo, default_word, words};
use crate::write::{FormatFlags, Writer};

words! {
    /// How a server is reached.
    ServerTransport { Tcp = "tcp", Unix = "unix", Rdma = "rdma", Fd = "fd" }
    /// Whether the daemon writes the backup or lets it be fetched.
    BackupMode { Push = "push", Pull = "pull" }
    /// How much of a disk is kept.
    DiskBackupMode { Full = "full", Incremental = "incremental" }
    /// How far the backup of a disk is.
    DiskBackupState {
        Running = "running", Complete = "complete", Failed = "failed", Cancelling = "cancelling", Cancelled = "cancelled",
    }
}

/// `<domainbackup>`.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = Backup::check)]
pub struct Backup {
    /// Push or pull.
    #[xml(attr = "mode", default, bad(CONFIG_UNSUPPORTED, "unknown backup mode '{}'"))]
    pub mode: BackupMode,
    /// Only what changed since that checkpoint.
    #[xml(text = "incremental")]
    pub incremental: Option<String>,
    /// Where it can be fetched.
    #[xml(child = "server")]
    pub server: Option<Server>,
    /// The disks.
    #[xml(child = "disks/disk")]
    pub disks: Vec<BackupDisk>,
}

default_word!(BackupMode, Push);

/// `<server>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Server::check)]
pub struct Server {
    /// How it is reached.
    #[xml(attr = "transport")]
    pub transport: Option<ServerTransport>,
    /// Whether the connection is encrypted.
    #[xml(attr = "tls")]
    pub tls: Option<YesNo>,
    /// Name of the host.
    #[xml(attr = "name")]
    pub name: Option<String>,
    /// Port.
    #[xml(attr = "port", nonempty, omit_default)]
    pub port: u32,
    /// Path of the socket.
    #[xml(attr = "socket")]
    pub socket: Option<String>,
    /// File descriptors that were passed in.
    #[xml(attr = "fdgroup")]
    pub fdgroup: Option<String>,
}

/// `<disk>` of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BackupDisk {
    /// Target of the disk.
    pub name: String,
    /// Whether it is kept at all.
    pub backup: bool,
    /// How far it is; the driver tells.
    pub state: Option<DiskBackupState>,
    /// Kind of the file.
    pub kind: SourceKind,
    /// How much of it is kept.
    pub mode: Option<DiskBackupMode>,
    /// Only what changed since that checkpoint.
    pub incremental: Option<String>,
    /// Name under which it can be fetched.
    pub export_name: Option<String>,
    /// Name under which its bitmap can be fetched.
    pub export_bitmap: Option<String>,
    /// Format.
    pub format: Option<FileFormat>,
    /// The file: the target when it is pushed, else what the guest overwrites meanwhile.
    pub store: StorageSource,
    /// The backup is pushed.
    pub push: bool,
}

/// What a `<disk>` says once it is known to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
struct DiskBody {
    #[xml(attr = "type", default)]
    kind: SourceKind,
    #[xml(attr = "backupmode")]
    mode: Option<DiskBackupMode>,
    #[xml(attr = "incremental")]
    incremental: Option<String>,
    #[xml(attr = "exportname")]
    export_name: Option<String>,
    #[xml(attr = "exportbitmap")]
    export_bitmap: Option<String>,
    #[xml(attr = "driver@type", nonempty, bad(XML_ERROR, "unknown storage source format '{}'"))]
    format: Option<FileFormat>,
    #[xml(child = "target")]
    target: Option<StorageSource>,
    #[xml(child = "scratch")]
    scratch: Option<StorageSource>,
}

impl Element for BackupDisk {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        let Some(name) = node.attr("name") else { return Err(cx.xml("missing name from disk backup element")) };
        let name = name.to_owned();
        let backup = match node.attr("backup") {
            None => true,
            Some(text) => match YesNo::parse(text) {
                Some(told) => told == YesNo::Yes,
                None => return Err(crate::element::bad_attribute("backup", "disk", text, "")),
            },
        };
        if !backup {
            return Ok(Self { name, ..Self::default() });
        }
        let body = DiskBody::parse(node, cx)?;
        if !matches!(body.kind, SourceKind::File | SourceKind::Block) {
            return Err(cx.xml(format!("unsupported disk backup type '{}'", body.kind.as_str())));
        }
        let push = cx.push;
        let mut store = if push { body.target } else { body.scratch }.unwrap_or_default();
        store.normalize(body.kind, cx)?;
        Ok(Self {
            name,
            backup,
            state: None,
            kind: body.kind,
            mode: body.mode,
            incremental: body.incremental,
            export_name: body.export_name.filter(|_| !push),
            export_bitmap: body.export_bitmap.filter(|_| !push),
            format: body.format,
            store,
            push,
        })
    }

    fn attributes(&self, out: &mut Writer) {
        out.attr("name", &self.name);
        out.attr("backup", if self.backup { "yes" } else { "no" });
        out.attr_opt("state", self.state.as_ref().filter(|_| out.flags().status));
        if self.backup {
            out.attr("type", self.kind.as_str());
            out.attr_opt("backupmode", self.mode.as_ref());
            out.attr_opt("incremental", self.incremental.as_ref());
            out.attr_opt("exportname", self.export_name.as_ref());
            out.attr_opt("exportbitmap", self.export_bitmap.as_ref());
        }
    }

    fn children(&self, out: &mut Writer) {
        if !self.backup {
            return;
        }
        if let Some(format) = self.format {
            out.open("driver");
            out.attr("type", format.as_str());
            out.close();
        }
        out.open_optional(if self.push { "target" } else { "scratch" });
        self.store.attributes(out);
        self.store.children(out);
        out.close();
    }
}

fn refuse<T>(detail: impl AsRef<str>) -> Result<T> {
    Err(Error::new(ErrorDomain::DOMAIN, ErrorCode::CONFIG_UNSUPPORTED, detail.as_ref()))
}

impl BackupDisk {
    /// Names the file if it has no name.
    fn assign_store(&mut self, of: &Disk, suffix: &str, told: bool) -> Result<()> {
        if told && of.source.is_empty() {
            return refuse(format!("disk '{}' has no media", self.name));
        }
        if self.store.is_empty() {
            let Some(file) = &of.source.file else {
                return refuse(format!("refusing to generate file name for disk '{}'", self.name));
            };
            self.kind = SourceKind::File;
            self.store.file = Some(format!("{file}.{suffix}"));
        }
        Ok(())
    }
}

impl Server {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        let transport = *self.transport.get_or_insert(ServerTransport::Tcp);
        if transport != ServerTransport::Unix && self.socket.is_some() {
            let word = transport.as_str();
            return Err(cx.xml(format!("transport '{word}' does not support socket attribute")));
        }
        match transport {
            ServerTransport::Unix => {
                (self.name, self.port, self.fdgroup) = (None, 0, None);
                match self.socket.as_deref() {
                    None => Err(cx.xml("missing socket for unix transport")),
                    Some(path) if !path.starts_with('/') => {
                        Err(cx.xml(format!("backup socket path '{path}' must be absolute")))
                    }
                    Some(_) => Ok(()),
                }
            }
            ServerTransport::Fd => {
                (self.name, self.port) = (None, 0);
                match self.fdgroup {
                    Some(_) => Ok(()),
                    None => Err(crate::element::missing_attribute("fdgroup", "server")),
                }
            }
            ServerTransport::Tcp | ServerTransport::Rdma => {
                self.fdgroup = None;
                if self.name.is_none() {
                    return Err(cx.xml("missing name for host"));
                }
                if transport == ServerTransport::Rdma {
                    return Err(cx.unsupported("transport rdma is not supported for <server>"));
                }
                Ok(())
            }
        }
    }
}

impl Backup {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        if self.server.is_some() && self.mode != BackupMode::Pull {
            return Err(cx.unsupported("use of <server> requires pull mode backup"));
        }
        Ok(())
    }

    /// Parses a document.
    ///
    /// # Errors
    /// The stock library's.
    pub fn parse(xml: &[u8]) -> Result<Self> {
        let from = ErrorDomain::DOMAIN;
        let document = Document::parse(xml, from)?;
        let node = document.root_named("domainbackup")?;
        let push = node.attr("mode").is_none_or(|mode| mode == "push");
        <Self as Element>::parse(node, &Context { from, push, ..Context::default() })
    }

    /// Says of every disk of the domain whether and where it is kept; files that have no name get it from the disk's and `suffix`.
    ///
    /// # Errors
    /// The stock library's for disks that the domain does not have, or that cannot be kept.
    pub fn align_disks(&mut self, domain: &Domain, suffix: &str) -> Result<()> {
        let disks = &domain.devices.disks;
        if disks.is_empty() {
            return refuse("domain must have at least one disk to perform backup");
        }
        let push = self.mode == BackupMode::Push;
        for at in 0..self.disks.len() {
            let (before, rest) = self.disks.split_at_mut(at);
            let Some(disk) = rest.first_mut() else { continue };
            let Some(of) = disks.iter().find(|of| of.target.dev.as_ref() == Some(&disk.name)) else {
                return refuse(format!("no disk named '{}'", disk.name));
            };
            if before.iter().any(|other| other.name == disk.name) {
                return refuse(format!("disk '{}' specified twice", disk.name));
            }
            let incremental = disk.incremental.is_some() || self.incremental.is_some();
            if disk.mode == Some(DiskBackupMode::Incremental) && !incremental {
                return refuse(format!(
                    "'incremental' backup mode of disk '{}' requires setting 'incremental' field for disk or backup",
                    disk.name
                ));
            }
            if disk.backup {
                disk.assign_store(of, suffix, true)?;
            }
        }
        let all = self.disks.is_empty();
        for of in disks {
            let name = of.target.dev.clone().unwrap_or_default();
            if self.disks.iter().any(|disk| disk.name == name) {
                continue;
            }
            let backup = all && !of.source.is_empty() && !of.readonly;
            let mut disk = BackupDisk { name, backup, push, ..BackupDisk::default() };
            if backup {
                disk.assign_store(of, suffix, false)?;
            }
            self.disks.push(disk);
        }
        for disk in &mut self.disks {
            let incremental = self.incremental.is_some() || disk.incremental.is_some();
            let mode = if incremental { DiskBackupMode::Incremental } else { DiskBackupMode::Full };
            if *disk.mode.get_or_insert(mode) == DiskBackupMode::Incremental && disk.incremental.is_none() {
                disk.incremental.clone_from(&self.incremental);
            }
        }
        Ok(())
    }

    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        self.element("domainbackup", &mut out);
        out.finish().into_bytes()
    }
}
