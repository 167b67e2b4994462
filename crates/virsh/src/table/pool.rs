//! The group `pool`: Storage Pool.
use super::command::Command;
use super::common::{
    BUILD, DISABLE_AUTOSTART, INACTIVE_XML, LIST_EVENTS, LOOP, NO_OVERWRITE, OVERWRITE, PRINT_XML, SELECT, TIMEOUT,
    TIMESTAMP, VALIDATE, pool,
};
use super::option::{Completer, Opt, Which, flag, needed, options, string};
use super::words;

/// What a new pool is, for the commands that take it apart.
const NEW_POOL: &[Opt] = &[
    needed("name", "name of the pool"),
    needed("type", "type of the pool").completes(Completer::Words(words::POOL_TYPES)),
    PRINT_XML,
    string("source-host", "source-host for underlying storage").also_positional(),
    string("source-path", "source path for underlying storage").also_positional(),
    string("source-dev", "source device for underlying storage").also_positional(),
    string("source-name", "source name for underlying storage").also_positional(),
    string("target", "target for underlying storage").also_positional(),
    string("source-format", "format for underlying storage").also_positional(),
    string("auth-type", "auth type to be used for underlying storage").also_positional(),
    string("auth-username", "auth username to be used for underlying storage").also_positional(),
    string("secret-usage", "auth secret usage to be used for underlying storage").also_positional(),
    string("secret-uuid", "auth secret UUID to be used for underlying storage").also_positional(),
    string("adapter-name", "adapter name to be used for underlying storage").also_positional(),
    string("adapter-wwnn", "adapter wwnn to be used for underlying storage").also_positional(),
    string("adapter-wwpn", "adapter wwpn to be used for underlying storage").also_positional(),
    string("adapter-parent", "adapter parent scsi_hostN to be used for underlying vHBA storage").also_positional(),
    string("adapter-parent-wwnn", "adapter parent scsi_hostN wwnn to be used for underlying vHBA storage")
        .also_positional(),
    string("adapter-parent-wwpn", "adapter parent scsi_hostN wwpn to be used for underlying vHBA storage")
        .also_positional(),
    string("adapter-parent-fabric-wwn", "adapter parent scsi_hostN fabric_wwn to be used for underlying vHBA storage")
        .also_positional(),
    string("source-protocol-ver", "nfsvers value for NFS pool mount option").also_positional(),
    string("source-initiator", "initiator iqn for underlying storage").also_positional(),
];

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "find-storage-pool-sources-as",
        "find potential storage pool sources",
        "Returns XML <sources> document.",
        &[
            needed("type", "type of storage pool sources to find").completes(Completer::Words(words::POOL_TYPES)),
            string("host", "optional host to query").also_positional(),
            string("port", "optional port to query").also_positional(),
            string("initiator", "optional initiator IQN to use for query").also_positional(),
        ],
    ),
    Command::new(
        "find-storage-pool-sources",
        "discover potential storage pool sources",
        "Returns XML <sources> document.",
        &[
            needed("type", "type of storage pool sources to discover").completes(Completer::Words(words::POOL_TYPES)),
            string("srcSpec", "optional file of source xml to query for pools")
                .also_positional()
                .completes(Completer::Path),
        ],
    ),
    Command::new(
        "pool-autostart",
        "autostart a pool",
        "Configure a pool to be automatically started at boot.",
        &[pool(Which::Persistent), DISABLE_AUTOSTART],
    ),
    Command::new("pool-build", "build a pool", "Build a given pool.", &[pool(Which::All), NO_OVERWRITE, OVERWRITE]),
    Command::new(
        "pool-create-as",
        "create a pool from a set of args",
        "Create a pool.",
        options![NEW_POOL, &[BUILD, NO_OVERWRITE, OVERWRITE]],
    ),
    Command::new(
        "pool-create",
        "create a pool from an XML file",
        "Create a pool.",
        &[
            needed("file", "file containing an XML pool description").completes(Completer::Path),
            BUILD,
            NO_OVERWRITE,
            OVERWRITE,
        ],
    ),
    Command::new("pool-define-as", "define a pool from a set of args", "Define a pool.", NEW_POOL),
    Command::new(
        "pool-define",
        "define an inactive persistent storage pool or modify an existing persistent one from \
             an XML file",
        "Define or modify a persistent storage pool.",
        &[needed("file", "file containing an XML pool description").completes(Completer::Path), VALIDATE],
    ),
    Command::new("pool-delete", "delete a pool", "Delete a given pool.", &[pool(Which::Inactive)]),
    Command::new(
        "pool-destroy",
        "destroy (stop) a pool",
        "Forcefully stop a given pool. Raw data in the pool is untouched",
        &[pool(Which::Active)],
    ),
    Command::new(
        "pool-dumpxml",
        "pool information in XML",
        "Output the pool information as an XML dump to stdout.",
        options![&[pool(Which::All), INACTIVE_XML], SELECT],
    ),
    Command::new(
        "pool-edit",
        "edit XML configuration for a storage pool",
        "Edit the XML configuration for a storage pool.",
        &[pool(Which::All)],
    ),
    Command::new(
        "pool-info",
        "storage pool information",
        "Returns basic information about the storage pool.",
        &[pool(Which::All), flag("bytes", "Return pool info in bytes")],
    ),
    Command::new(
        "pool-list",
        "list pools",
        "Returns list of pools.",
        &[
            flag("inactive", "list inactive pools"),
            flag("all", "list inactive & active pools"),
            flag("transient", "list transient pools"),
            flag("persistent", "list persistent pools"),
            flag("autostart", "list pools with autostart enabled"),
            flag("no-autostart", "list pools with autostart disabled"),
            string("type", "only list pool of specified type(s) (if supported)")
                .also_positional()
                .completes(Completer::List(words::POOL_TYPES)),
            flag("details", "display extended details for pools"),
            flag("uuid", "list UUID of active pools only"),
            flag("name", "list name of active pools only"),
        ],
    ),
    Command::new("pool-name", "convert a pool UUID to pool name", "", &[pool(Which::All)]),
    Command::new("pool-refresh", "refresh a pool", "Refresh a given pool.", &[pool(Which::Active)]),
    Command::new(
        "pool-start",
        "start a (previously defined) inactive pool",
        "Start a pool.",
        &[pool(Which::Inactive), BUILD, NO_OVERWRITE, OVERWRITE],
    ),
    Command::new(
        "pool-undefine",
        "undefine an inactive pool",
        "Undefine the configuration for an inactive pool.",
        &[pool(Which::Persistent)],
    ),
    Command::new("pool-uuid", "convert a pool name to pool UUID", "", &[pool(Which::All)]),
    Command::new(
        "pool-event",
        "Storage Pool Events",
        "List event types, or wait for storage pool events to occur",
        &[
            string("pool", "filter by storage pool name or uuid")
                .also_positional()
                .completes(Completer::Pool(Which::All)),
            string("event", "which event type to wait for")
                .also_positional()
                .completes(Completer::Words(words::POOL_EVENTS)),
            LOOP,
            TIMEOUT,
            LIST_EVENTS,
            TIMESTAMP,
        ],
    ),
    Command::new(
        "pool-capabilities",
        "storage pool capabilities",
        "Returns capabilities of storage pool support.",
        &[],
    ),
];
