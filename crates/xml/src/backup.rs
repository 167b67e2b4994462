//! `<domainbackup>`.
use oxivirt_model::{ErrorDomain, Result};
use oxivirt_xml_derive::Element;

use crate::domain::source::{FileFormat, HostTransport, SourceKind, StorageSource};
use crate::element::{Context, Element};
use crate::tree::{Document, Node};
use crate::value::{Value, YesNo, words};
use crate::write::{FormatFlags, Writer};

words! {
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

impl Default for BackupMode {
    fn default() -> Self {
        Self::Push
    }
}

/// `<server>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = Server::check)]
pub struct Server {
    /// How it is reached.
    #[xml(attr = "transport", bad(XML_ERROR, "unknown protocol transport type '{}'"))]
    pub transport: Option<HostTransport>,
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

impl Server {
    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        let transport = *self.transport.get_or_insert(HostTransport::Tcp);
        match transport {
            HostTransport::Rdma => Err(cx.unsupported("transport rdma is not supported for <server>")),
            HostTransport::Unix => {
                (self.name, self.port) = (None, 0);
                match self.socket.as_deref() {
                    None if self.fdgroup.is_none() => Err(cx.xml("missing socket for unix transport")),
                    Some(path) if !path.starts_with('/') => {
                        Err(cx.xml(format!("backup socket path '{path}' must be absolute")))
                    }
                    _ => Ok(()),
                }
            }
            HostTransport::Tcp => {
                self.socket = None;
                if self.name.is_none() {
                    return Err(cx.xml("missing name for host"));
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

    /// Prints the document.
    #[must_use]
    pub fn format(&self) -> Vec<u8> {
        let mut out = Writer::new(FormatFlags::default());
        self.element("domainbackup", &mut out);
        out.finish().into_bytes()
    }
}
