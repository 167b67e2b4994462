//! Where the contents of a disk, a firmware's variables or a backing image are.
use oxivirt_model::Result;
use oxivirt_xml_derive::Element;

use super::address::PciAddress;
use super::seclabel::DeviceLabel;
pub use super::source_parts::{Cookie, Host, HostTransport, Identity, Reconnect, Reservations, Slice};
use super::storage_secret::{Auth, Encryption};
use crate::element::{Context, Element};
use crate::sparse::List;
use crate::tree::Node;
use crate::value::{ScaledBytes, Text, YesNo, words};

words! {
    /// What kind of thing a source is.
    SourceKind {
        File = "file", Block = "block", Dir = "dir", Network = "network", Volume = "volume", Nvme = "nvme",
        VhostUser = "vhostuser", VhostVdpa = "vhostvdpa", Ctl = "ctl",
    }
    /// Format of an image.
    FileFormat {
        Raw = "raw", Dir = "dir", Bochs = "bochs", Cloop = "cloop", Dmg = "dmg", Iso = "iso", Vpc = "vpc", Vdi = "vdi",
        Fat = "fat", Vhd = "vhd", Ploop = "ploop", Cow = "cow", Qcow = "qcow", Qcow2 = "qcow2", Qed = "qed", Vmdk = "vmdk",
    }
    /// Protocol of a network source.
    NetProtocol {
        Nbd = "nbd", Rbd = "rbd", Sheepdog = "sheepdog", Gluster = "gluster", Iscsi = "iscsi", Http = "http", Https = "https",
        Ftp = "ftp", Ftps = "ftps", Tftp = "tftp", Ssh = "ssh", Vxhs = "vxhs", Nfs = "nfs",
    }
    /// How a volume of a pool is reached.
    PoolMode { Host = "host", Direct = "direct" }
    /// What happens when the source is not there.
    StartupPolicy { Mandatory = "mandatory", Requisite = "requisite", Optional = "optional" }
}

/// `<source>` of a disk: which attributes and children count depends on the disk's type.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
pub struct StorageSource {
    /// Name of the pool.
    #[xml(attr = "pool")]
    pub pool: Option<Text>,
    /// Name of the volume.
    #[xml(attr = "volume")]
    pub volume: Option<Text>,
    /// How a volume is reached.
    #[xml(attr = "mode", when = StorageSource::is_volume)]
    pub mode: Option<PoolMode>,
    /// Path of the file.
    #[xml(attr = "file", nonempty)]
    pub file: Option<String>,
    /// File descriptors that were passed in.
    #[xml(attr = "fdgroup")]
    pub fdgroup: Option<Text>,
    /// `pci` or `unix`.
    #[xml(attr = "type")]
    pub kind: Option<Text>,
    /// Path of the device.
    #[xml(attr = "dev", nonempty)]
    pub dev: Option<Text>,
    /// Path of the directory.
    #[xml(attr = "dir", nonempty)]
    pub dir: Option<Text>,
    /// Protocol of a network source.
    #[xml(attr = "protocol", when = StorageSource::is_network)]
    pub protocol: Option<NetProtocol>,
    /// Name of the image on the network.
    #[xml(attr = "name", nonempty)]
    pub name: Option<String>,
    /// Query part of the URL.
    #[xml(attr = "query")]
    pub query: Option<Text>,
    /// Whether the connection is encrypted.
    #[xml(attr = "tls", when = StorageSource::is_network)]
    pub tls: Option<YesNo>,
    /// Name the certificate must have.
    #[xml(attr = "tlsHostname")]
    pub tls_hostname: Option<Text>,
    /// Whether the host's driver is detached.
    #[xml(attr = "managed", when = StorageSource::is_nvme)]
    pub managed: Option<YesNo>,
    /// Namespace of the NVMe device.
    #[xml(attr = "namespace", when = StorageSource::is_nvme)]
    pub namespace: Option<u64>,
    /// Path of the socket.
    #[xml(attr = "path")]
    pub path: Option<Text>,
    /// What happens when the source is not there.
    #[xml(attr = "startupPolicy")]
    pub startup_policy: Option<StartupPolicy>,
    /// Number of the node in the running domain.
    #[xml(attr = "index", live)]
    pub index: Option<u32>,
    /// Servers.
    #[xml(child = "host", when = StorageSource::is_network)]
    pub hosts: List<Host>,
    /// What to do when the connection drops.
    #[xml(child = "reconnect", when = StorageSource::is_reconnecting)]
    pub reconnect: Option<Reconnect>,
    /// Name of a snapshot of the image.
    #[xml(attr = "snapshot@name", nonempty)]
    pub snapshot: Option<Text>,
    /// Configuration file of the client.
    #[xml(attr = "config@file", nonempty)]
    pub config: Option<Text>,
    /// Address of the NVMe device.
    #[xml(child = "address", when = StorageSource::is_nvme)]
    pub address: Option<Box<PciAddress>>,
    /// Name the iSCSI client gives itself.
    #[xml(attr = "initiator/iqn@name", nonempty)]
    pub initiator: Option<Text>,
    /// Whether the server's certificate is checked.
    #[xml(attr = "ssl@verify", when = StorageSource::is_encrypted)]
    pub ssl_verify: Option<YesNo>,
    /// Cookies, told only with secrets.
    #[xml(child = "cookies/cookie", secure, when = StorageSource::is_web)]
    pub cookies: List<Cookie>,
    /// Bytes to read ahead.
    #[xml(attr = "readahead@size", omit_default, when = StorageSource::is_remote_file, bad(XML_ERROR, "invalid readahead size or timeout"))]
    pub readahead: u64,
    /// Seconds to wait.
    #[xml(attr = "timeout@seconds", omit_default, when = StorageSource::is_remote_file, bad(XML_ERROR, "invalid readahead size or timeout"))]
    pub timeout: u64,
    /// Known host keys.
    #[xml(attr = "knownHosts@path")]
    pub known_hosts: Option<Text>,
    /// Who asks: of NFS and SSH.
    #[xml(child = "identity")]
    pub identity: Option<Box<Identity>>,
    /// The part of the source that is used.
    #[xml(child = "slices/slice")]
    pub slices: List<Slice>,
    /// Security labels.
    #[xml(child = "seclabel")]
    pub seclabels: List<DeviceLabel>,
    /// How to authenticate.
    #[xml(child = "auth")]
    pub auth: Option<Box<Auth>>,
    /// How the contents are encrypted.
    #[xml(child = "encryption", block)]
    pub encryption: Option<Box<Encryption>>,
    /// Persistent reservations.
    #[xml(child = "reservations")]
    pub reservations: Option<Box<Reservations>>,
    /// Where the image keeps its data.
    #[xml(child = "dataStore")]
    pub data_store: Option<Box<DataStore>>,
}

/// What is read of a source's element: what its type and protocol have.
impl StorageSource {
    fn is_volume(node: Node<'_>) -> bool {
        node.outer_attr("type") == Some("volume")
    }

    fn is_nvme(node: Node<'_>) -> bool {
        node.outer_attr("type") == Some("nvme")
    }

    fn is_network(node: Node<'_>) -> bool {
        node.outer_attr("type") == Some("network")
    }

    fn has_protocol(node: Node<'_>, protocols: &[&str]) -> bool {
        Self::is_network(node) && node.attr("protocol").is_some_and(|protocol| protocols.contains(&protocol))
    }

    fn is_reconnecting(node: Node<'_>) -> bool {
        node.outer_attr("type") == Some("vhostuser") || Self::has_protocol(node, &["nbd"])
    }

    fn is_web(node: Node<'_>) -> bool {
        Self::has_protocol(node, &["http", "https"])
    }

    fn is_encrypted(node: Node<'_>) -> bool {
        Self::has_protocol(node, &["https", "ftps"])
    }

    fn is_remote_file(node: Node<'_>) -> bool {
        Self::has_protocol(node, &["http", "https", "ftp", "ftps"])
    }
}

/// `<dataStore>`: where a qcow2 image keeps its data.
#[derive(Debug, Clone, PartialEq, Eq, Element)]
#[xml(check = DataStore::check)]
pub struct DataStore {
    /// Kind of its source.
    #[xml(attr = "type", when = DataStore::is_whole, bad(XML_ERROR, "unknown storage source type '{}'"))]
    pub kind: SourceKind,
    /// Its format.
    #[xml(
        attr = "format@type",
        nonempty,
        missing(XML_ERROR, "missing data file store format"),
        bad(XML_ERROR, "unknown storage source format '{}'")
    )]
    pub format: FileFormat,
    /// The source.
    #[xml(child = "source", missing(XML_ERROR, "missing disk data file store source"))]
    pub source: StorageSource,
}

impl DataStore {
    /// Returns true if nothing that is read before its kind is missing.
    fn is_whole(node: Node<'_>) -> bool {
        node.element("source").is_some() && node.element("format").is_some_and(|format| format.attr("type").is_some())
    }

    fn check(&mut self, _: Node<'_>, cx: &Context) -> Result<()> {
        self.format = FileFormat::Raw;
        self.source.normalize(self.kind, cx)
    }
}

impl<T: Element> Element for Box<T> {
    fn parse(node: Node<'_>, cx: &Context) -> Result<Self> {
        T::parse(node, cx).map(Box::new)
    }

    fn attributes(&self, out: &mut crate::write::Writer) {
        T::attributes(self, out);
    }

    fn children(&self, out: &mut crate::write::Writer) {
        T::children(self, out);
    }
}

/// `<backingStore>`: the image that another one is based on. Without a type the chain ends here.
#[derive(Debug, Clone, PartialEq, Eq, Default, Element)]
#[xml(check = BackingStore::check)]
pub struct BackingStore {
    /// Kind of its source.
    #[xml(attr = "type", when = DataStore::is_whole, bad(XML_ERROR, "unknown storage source type '{}'"))]
    pub kind: Option<SourceKind>,
    /// Number of the node in the running domain.
    #[xml(attr = "index", live, bad(XML_ERROR, "invalid storage source index '{}'"))]
    pub index: Option<u32>,
    /// Its format.
    #[xml(
        attr = "format@type",
        nonempty,
        when = BackingStore::is_typed,
        bad(XML_ERROR, "unknown storage source format '{}'")
    )]
    pub format: Option<FileFormat>,
    /// Bytes of the cache of metadata.
    #[xml(child = "format/metadata_cache/max_size", skip_if = is_zero, when = BackingStore::is_typed)]
    pub cache: Option<ScaledBytes>,
    /// The source.
    #[xml(child = "source", when = BackingStore::is_typed)]
    pub source: Option<Box<StorageSource>>,
    /// Where it keeps its data.
    #[xml(child = "dataStore", when = BackingStore::is_typed)]
    pub data_store: Option<Box<DataStore>>,
    /// The image that it is based on.
    #[xml(child = "backingStore", keep, when = BackingStore::is_typed)]
    pub backing: Option<Box<BackingStore>>,
}

pub(crate) fn is_zero(size: &ScaledBytes) -> bool {
    size.0 == 0
}

impl BackingStore {
    fn is_typed(node: Node<'_>) -> bool {
        node.attr("type").is_some()
    }

    fn check(&mut self, node: Node<'_>, cx: &Context) -> Result<()> {
        if !Self::is_typed(node) {
            *self = Self::default();
            return Ok(());
        }
        if self.format.is_none() {
            return Err(cx.xml("missing disk backing store format"));
        }
        let (Some(source), Some(kind)) = (&mut self.source, self.kind) else {
            return Err(cx.xml("missing disk backing store source"));
        };
        source.normalize(kind, cx)?;
        if let Some(store) = self.data_store.take() {
            source.data_store = Some(store);
        }
        Ok(())
    }
}

impl StorageSource {
    /// Keeps what a source of that kind has, and checks it.
    ///
    /// # Errors
    /// What the stock library refuses of such a source.
    pub(crate) fn normalize(&mut self, kind: SourceKind, cx: &Context) -> Result<()> {
        let whole = std::mem::take(self);
        self.index = whole.index;
        self.startup_policy = whole.startup_policy;
        self.slices = whole.slices.into_iter().filter(|slice| slice.kind == "storage").take(1).collect();
        self.auth = whole.auth;
        self.encryption = whole.encryption;
        self.reservations = whole.reservations;
        self.data_store = whole.data_store;
        if !matches!(kind, SourceKind::Network | SourceKind::VhostUser) {
            self.seclabels = whole.seclabels;
        }
        match kind {
            SourceKind::File => (self.file, self.fdgroup) = (whole.file, whole.fdgroup),
            SourceKind::Block | SourceKind::Ctl => self.dev = whole.dev,
            SourceKind::Dir => self.dir = whole.dir,
            SourceKind::VhostVdpa => {
                self.dev = whole.dev;
                if self.dev.is_none() {
                    return Err(crate::element::missing_attribute("dev", "source"));
                }
            }
            SourceKind::Volume => {
                (self.pool, self.volume, self.mode) = (whole.pool, whole.volume, whole.mode);
                self.auth = None;
                match (&self.pool, &self.volume) {
                    (Some(_), Some(_)) => {}
                    (None, None) => self.mode = None,
                    _ => return Err(cx.xml("'pool' and 'volume' must be specified together for 'pool' type source")),
                }
            }
            SourceKind::Nvme => {
                match whole.kind.as_deref() {
                    None => return Err(cx.xml("missing 'type' attribute to disk source")),
                    Some("pci") => self.kind = Some("pci".into()),
                    Some(kind) => return Err(cx.xml(format!("unsupported source type '{kind}'"))),
                }
                (self.managed, self.namespace, self.address) = (whole.managed, whole.namespace, whole.address);
                if self.namespace.is_none() {
                    return Err(crate::element::missing_attribute("namespace", "source"));
                }
                if self.address.is_none() {
                    return Err(cx.xml("NVMe disk source is missing address"));
                }
            }
            SourceKind::VhostUser => {
                match whole.kind.as_deref() {
                    None => return Err(cx.xml("missing 'type' attribute for vhostuser disk source")),
                    Some("unix") => self.kind = Some("unix".into()),
                    Some(_) => return Err(cx.xml("invalid 'type' attribute for vhostuser disk source")),
                }
                (self.path, self.reconnect) = (whole.path, whole.reconnect);
                if self.path.is_none() {
                    return Err(cx.xml("missing 'path' attribute for vhostuser disk source"));
                }
            }
            SourceKind::Network => {
                let kept = NetworkParts {
                    hosts: whole.hosts,
                    identity: whole.identity,
                    reconnect: whole.reconnect,
                    query: whole.query,
                    ssl_verify: whole.ssl_verify,
                    cookies: whole.cookies,
                    readahead: whole.readahead,
                    timeout: whole.timeout,
                    known_hosts: whole.known_hosts,
                };
                (self.protocol, self.name) = (whole.protocol, whole.name);
                (self.tls, self.tls_hostname) = (whole.tls, whole.tls_hostname);
                (self.snapshot, self.config, self.initiator) = (whole.snapshot, whole.config, whole.initiator);
                self.startup_policy = None;
                self.network(kept, cx)?;
            }
        }
        Ok(())
    }

    fn network(&mut self, parts: NetworkParts, cx: &Context) -> Result<()> {
        use NetProtocol::{Ftp, Ftps, Gluster, Http, Https, Nbd, Nfs, Rbd, Ssh};
        let Some(protocol) = self.protocol else {
            return Err(crate::element::missing_attribute("protocol", "source"));
        };
        match &self.name {
            None if protocol != Nbd => return Err(cx.xml("missing name for disk source")),
            Some(name) if matches!(protocol, Gluster | Rbd) && name.find('/').is_none_or(|at| at == 0) => {
                return Err(cx.xml(format!("can't split path '{name}' into pool name and image name")));
            }
            _ => {}
        }
        self.hosts = parts.hosts;
        for host in &mut self.hosts {
            if host.port == 0 && host.transport != Some(HostTransport::Unix) {
                host.port = default_port(protocol);
            }
        }
        if protocol == Nbd {
            self.reconnect = parts.reconnect;
        }
        if matches!(protocol, Http | Https) {
            (self.query, self.cookies) = (parts.query, parts.cookies);
        }
        if matches!(protocol, Https | Ftps) {
            self.ssl_verify = parts.ssl_verify;
        }
        if matches!(protocol, Http | Https | Ftp | Ftps) {
            (self.readahead, self.timeout) = (parts.readahead, parts.timeout);
        }
        match protocol {
            Nfs => {
                self.identity = parts.identity.map(|identity| {
                    let Identity { user, group, .. } = *identity;
                    Box::new(Identity { user, group, ..Identity::default() })
                });
            }
            Ssh => {
                self.known_hosts = parts.known_hosts;
                if let Some(mut identity) = parts.identity {
                    if identity.username.is_none() {
                        return Err(crate::element::missing_attribute("username", "identity"));
                    }
                    if identity.keyfile.is_none() && identity.agentsock.is_none() {
                        return Err(cx.xml("element 'identity' requires either 'keyfile' or 'agentsock' attribute"));
                    }
                    (identity.user, identity.group) = (None, None);
                    self.identity = Some(identity);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Returns the path or name of the image.
    #[must_use]
    pub fn image(&self) -> Option<&str> {
        let dev = self.file.as_deref().or(self.dev.as_deref()).or(self.dir.as_deref());
        dev.or(self.name.as_deref()).or(self.path.as_deref())
    }

    /// Returns true if the source names nothing: an empty drive.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.file.is_none()
            && self.dev.is_none()
            && self.dir.is_none()
            && self.protocol.is_none()
            && self.pool.is_none()
            && self.path.is_none()
            && self.address.is_none()
    }
}

/// What depends on a network source's protocol.
struct NetworkParts {
    hosts: List<Host>,
    identity: Option<Box<Identity>>,
    reconnect: Option<Reconnect>,
    query: Option<Text>,
    ssl_verify: Option<YesNo>,
    cookies: List<Cookie>,
    readahead: u64,
    timeout: u64,
    known_hosts: Option<Text>,
}

/// Returns the port of a protocol's servers, 0 where it has none.
fn default_port(protocol: NetProtocol) -> u32 {
    match protocol {
        NetProtocol::Http => 80,
        NetProtocol::Https => 443,
        NetProtocol::Ftp => 21,
        NetProtocol::Ftps => 990,
        NetProtocol::Tftp => 69,
        NetProtocol::Sheepdog => 7000,
        NetProtocol::Nbd => 10809,
        NetProtocol::Ssh => 22,
        NetProtocol::Iscsi => 3260,
        NetProtocol::Gluster => 24007,
        NetProtocol::Vxhs => 9999,
        NetProtocol::Rbd | NetProtocol::Nfs => 0,
    }
}
