//! Commands of the group `domain`: block jobs and block devices.
use crate::table::command::Command;
use crate::table::common::{ASYNC_CANCEL, BANDWIDTH, BYTES, DISK_PATH, VERBOSE_WAIT};
use crate::table::option::{Completer, Domains, alias, domain, flag, needed, number, string};
use crate::table::words;

pub(super) const BLOCKCOMMIT: Command = Command::new(
    "blockcommit",
    "Start a block commit operation.",
    "Commit changes from a snapshot down to its backing image.",
    &[
        domain(Domains::ACTIVE),
        DISK_PATH,
        BANDWIDTH,
        string("base", "path of base file to commit into (default bottom of chain)")
            .also_positional()
            .completes(Completer::BackingFiles),
        flag("shallow", "use backing file of top as base"),
        string("top", "path of top file to commit from (default top of chain)")
            .also_positional()
            .completes(Completer::BackingFiles),
        flag("active", "trigger two-stage active commit of top file"),
        flag("delete", "delete files that were successfully committed"),
        flag("wait", "wait for job to complete (with --active, wait for job to sync)"),
        VERBOSE_WAIT,
        number("timeout", "implies --wait, abort if copy exceeds timeout (in seconds)").also_positional(),
        flag("pivot", "implies --active --wait, pivot when commit is synced"),
        flag("keep-overlay", "implies --active --wait, quit when commit is synced"),
        ASYNC_CANCEL,
        flag("keep-relative", "keep the backing chain relatively referenced"),
        BYTES,
    ],
);

pub(super) const BLOCKCOPY: Command = Command::new(
    "blockcopy",
    "Start a block copy operation.",
    "Copy a disk backing image chain to dest.",
    &[
        domain(Domains::ACTIVE),
        needed("path", "fully-qualified path of source disk").completes(Completer::DomainDisk),
        string("dest", "path of the copy to create").also_positional().completes(Completer::Path),
        BANDWIDTH,
        flag("shallow", "make the copy share a backing chain"),
        flag("reuse-external", "reuse existing destination"),
        alias("raw", "format=raw"),
        flag("blockdev", "copy destination is block device instead of regular file"),
        flag("wait", "wait for job to reach mirroring phase"),
        VERBOSE_WAIT,
        number("timeout", "implies --wait, abort if copy exceeds timeout (in seconds)").also_positional(),
        flag("pivot", "implies --wait, pivot when mirroring starts"),
        flag("finish", "implies --wait, quit when mirroring starts"),
        ASYNC_CANCEL,
        string("xml", "filename containing XML description of the copy destination")
            .also_positional()
            .completes(Completer::Path),
        string("format", "format of the destination file")
            .also_positional()
            .completes(Completer::Words(words::STORAGE_FORMATS)),
        number("granularity", "power-of-two granularity to use during the copy").also_positional(),
        number("buf-size", "maximum amount of in-flight data during the copy").also_positional(),
        BYTES,
        flag("transient-job", "the copy job is not persisted if VM is turned off"),
        flag("synchronous-writes", "the copy job forces guest writes to be synchronously written to the destination"),
        flag("print-xml", "print the XML used to start the copy job instead of starting the job"),
        flag("dest-is-zero", "the destination image is already zeroed; hypervisor may skip pre-zeroing"),
    ],
);

pub(super) const BLOCKJOB: Command = Command::new(
    "blockjob",
    "Manage active block operations",
    "Query, adjust speed, or cancel active block operations.",
    &[
        domain(Domains::ACTIVE),
        DISK_PATH,
        flag("abort", "abort the active job on the specified disk"),
        flag("async", "implies --abort; request but don't wait for job end"),
        flag("pivot", "implies --abort; conclude and pivot a copy or commit job"),
        flag("info", "get active job information for the specified disk"),
        flag("bytes", "get/set bandwidth in bytes rather than MiB/s"),
        flag("raw", "implies --info; output details rather than human summary"),
        number("bandwidth", "set the bandwidth limit in MiB/s").also_positional(),
    ],
);

pub(super) const BLOCKPULL: Command = Command::new(
    "blockpull",
    "Populate a disk from its backing image.",
    "Populate a disk from its backing image.",
    &[
        domain(Domains::ACTIVE),
        DISK_PATH,
        BANDWIDTH,
        string("base", "path of backing file in chain for a partial pull")
            .also_positional()
            .completes(Completer::BackingFiles),
        flag("wait", "wait for job to finish"),
        VERBOSE_WAIT,
        number("timeout", "with --wait, abort if pull exceeds timeout (in seconds)").also_positional(),
        ASYNC_CANCEL,
        flag("keep-relative", "keep the backing chain relatively referenced"),
        BYTES,
    ],
);

pub(super) const BLOCKRESIZE: Command = Command::new(
    "blockresize",
    "Resize block device of domain.",
    "Resize block device of domain.",
    &[
        domain(Domains::ACTIVE),
        needed("path", "Fully-qualified path of block device").completes(Completer::DomainDisk),
        number("size", "New size of the block device, as scaled integer (default KiB)").positional(),
        flag("capacity", "resize to capacity of source (block device)"),
        flag("extend", "ensure that the new size is larger than actual capacity (prevent shrink)"),
    ],
);

pub(super) const DOMBLKTHRESHOLD: Command = Command::new(
    "domblkthreshold",
    "set the threshold for block-threshold event for a given block device or it's backing \
             chain element",
    "set threshold for block-threshold event for a block device",
    &[
        domain(Domains::ACTIVE),
        needed("dev", "device to set threshold for").completes(Completer::DomainDisk),
        number("threshold", "threshold as a scaled number (by default bytes)").required().positional(),
    ],
);
