//! Options that many commands have.
use super::option::{Completer, Opt, Which, flag, needed, number, string};
use super::words;

pub(super) const CONFIG: Opt = flag("config", "affect next boot");
const LIVE: Opt = flag("live", "affect running domain");
const CURRENT: Opt = flag("current", "affect current domain");
pub(super) const CONFIG_STATE: Opt = flag("config", "modify/get persistent configuration");
pub(super) const LIVE_STATE: Opt = flag("live", "modify/get running state");
pub(super) const CURRENT_STATE: Opt = flag("current", "modify/get current state configuration");
const XPATH: Opt = string("xpath", "xpath expression to filter the XML document");
const WRAP: Opt = flag("wrap", "wrap xpath results in an common root element");
pub(super) const VALIDATE: Opt = flag("validate", "validate the XML against the schema");
pub(super) const IN_POOL: Opt =
    string("pool", "pool name or uuid").positional().completes(Completer::Pool(Which::Active));
pub(super) const VOLUME: Opt = needed("vol", "vol name, key or path").completes(Completer::Volume);
pub(super) const PERSISTENT: Opt = flag("persistent", "make live change persistent");
pub(super) const LOOP: Opt = flag("loop", "loop until timeout or interrupt, rather than one-shot");
pub(super) const TIMEOUT: Opt = number("timeout", "timeout seconds").also_positional();
pub(super) const TIMESTAMP: Opt = flag("timestamp", "show timestamp for each printed event");
pub(super) const LIST_EVENTS: Opt = flag("list", "list valid event types");
pub(super) const SECURITY_INFO: Opt = flag("security-info", "include security sensitive information in XML dump");
pub(super) const NODE_DEVICE: Opt =
    needed("device", "device name or wwn pair in 'wwnn,wwpn' format").completes(Completer::NodeDevice);
pub(super) const NODE_DEVICE_KEY: Opt = needed("device", "device key").completes(Completer::NodeDevice);
pub(super) const INACTIVE_XML: Opt = flag("inactive", "show inactive defined XML");
pub(super) const INACTIVE: Opt = flag("inactive", "get inactive rather than running configuration");
pub(super) const DISABLE_AUTOSTART: Opt = flag("disable", "disable autostarting");
pub(super) const RESET_NVRAM: Opt = flag("reset-nvram", "re-initialize NVRAM/varstore from its pristine template");
pub(super) const NO_OVERWRITE: Opt = flag("no-overwrite", "do not overwrite any existing data");
pub(super) const OVERWRITE: Opt = flag("overwrite", "overwrite any existing data");
pub(super) const PREALLOCATE: Opt =
    flag("prealloc-metadata", "preallocate metadata (for qcow2 instead of full allocation)");
pub(super) const QUIESCE: Opt = flag("quiesce", "quiesce guest's file systems");
pub(super) const SNAPSHOT_NAME: Opt =
    string("snapshotname", "snapshot name").positional().completes(Completer::Snapshot);
pub(super) const CHECKPOINT_NAME: Opt = needed("checkpointname", "checkpoint name").completes(Completer::Checkpoint);
pub(super) const SECRET: Opt = needed("secret", "secret UUID").completes(Completer::Secret);
pub(super) const NWFILTER: Opt = needed("nwfilter", "network filter name or uuid").completes(Completer::NwFilter);
pub(super) const UUIDS_ONLY: Opt = flag("uuid", "list uuid's only");
pub(super) const AS_TABLE: Opt = flag("table", "list table (default)");
pub(super) const UPDATED_XML: Opt =
    string("xml", "filename containing updated XML for the target").also_positional().completes(Completer::Path);
pub(super) const XML_FILE: Opt = needed("file", "XML file").completes(Completer::Path);
pub(super) const DEVICE_FILE: Opt =
    needed("file", "file containing an XML description of the device").completes(Completer::Path);
pub(super) const DOMAIN_INTERFACE: Opt =
    needed("interface", "interface device (MAC Address)").completes(Completer::DomainInterface);
pub(super) const PRINT_XML: Opt = flag("print-xml", "print XML document, but don't define/create");
pub(super) const BUILD: Opt = flag("build", "build the pool as normal");
pub(super) const CELL: Opt = number("cellno", "NUMA cell number").also_positional().completes(Completer::Cell);
pub(super) const VIRT_TYPE: Opt = string("virttype", "virtualization type (/domain/@type)")
    .also_positional()
    .completes(Completer::Words(words::VIRT_TYPES));
pub(super) const MACHINE: Opt = string("machine", "machine type (/domain/os/type/@machine)").also_positional();
pub(super) const THROTTLE_GROUP: Opt = needed("group-name", "throttle group name").completes(Completer::ThrottleGroup);
pub(super) const DISK_PATH: Opt = needed("path", "fully-qualified path of disk").completes(Completer::DomainDisk);
pub(super) const BANDWIDTH: Opt = number("bandwidth", "bandwidth limit in MiB/s").also_positional();
pub(super) const VERBOSE_WAIT: Opt = flag("verbose", "with --wait, display the progress");
pub(super) const ASYNC_CANCEL: Opt = flag("async", "with --wait, don't wait for cancel to finish");
pub(super) const BYTES: Opt = flag("bytes", "the bandwidth limit is in bytes/s rather than MiB/s");
pub(super) const RUNNING_ON_RESTORE: Opt = flag("running", "set domain to be running on restore");
pub(super) const PAUSED_ON_RESTORE: Opt = flag("paused", "set domain to be paused on restore");
const NO_METADATA: Opt = flag("no-metadata", "take snapshot but create no metadata");
const HALT: Opt = flag("halt", "halt domain after snapshot is created");
const DISK_ONLY: Opt = flag("disk-only", "capture disk state but not vm state");
const REUSE_EXTERNAL: Opt = flag("reuse-external", "reuse any existing external files");
const ATOMIC: Opt = flag("atomic", "require atomic operation");
const LIVE_SNAPSHOT: Opt = flag("live", "take a live snapshot");
pub(super) const INTERFACE: Opt =
    needed("interface", "interface name or MAC address").completes(Completer::Interface(Which::All));

/// Which state of a domain a command changes.
pub(super) const IMPACT: &[Opt] = &[CONFIG, LIVE, CURRENT];

/// What of a definition is printed.
pub(super) const SELECT: &[Opt] = &[XPATH, WRAP];

/// What a snapshot is made of, and how.
pub(super) const SNAPSHOT_KIND: &[Opt] =
    &[NO_METADATA, HALT, DISK_ONLY, REUSE_EXTERNAL, QUIESCE, ATOMIC, LIVE_SNAPSHOT, VALIDATE];

/// The network that a command is about.
pub(super) const fn network(which: Which) -> Opt {
    needed("network", "network name or uuid").completes(Completer::Network(which))
}

/// The pool that a command is about.
pub(super) const fn pool(which: Which) -> Opt {
    needed("pool", "pool name or uuid").completes(Completer::Pool(which))
}
