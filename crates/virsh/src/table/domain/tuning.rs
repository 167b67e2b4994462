//! Commands of the group `domain`: limits and shares.
use crate::table::command::Command;
use crate::table::common::{DOMAIN_INTERFACE, IMPACT, INACTIVE, THROTTLE_GROUP};
use crate::table::option::{Completer, Domains, Opt, alias, argv, domain, flag, needed, number, options, string};
use crate::table::words;

/// Limits of throughput and operations, with the names that they had before.
const THROTTLE_LIMITS: &[Opt] = &[
    alias("total_bytes_sec", "total-bytes-sec"),
    number("total-bytes-sec", "total throughput limit, as scaled integer (default bytes)"),
    alias("read_bytes_sec", "read-bytes-sec"),
    number("read-bytes-sec", "read throughput limit, as scaled integer (default bytes)"),
    alias("write_bytes_sec", "write-bytes-sec"),
    number("write-bytes-sec", "write throughput limit, as scaled integer (default bytes)"),
    alias("total_iops_sec", "total-iops-sec"),
    number("total-iops-sec", "total I/O operations limit per second"),
    alias("read_iops_sec", "read-iops-sec"),
    number("read-iops-sec", "read I/O operations limit per second"),
    alias("write_iops_sec", "write-iops-sec"),
    number("write-iops-sec", "write I/O operations limit per second"),
    alias("total_bytes_sec_max", "total-bytes-sec-max"),
    number("total-bytes-sec-max", "total max, as scaled integer (default bytes)"),
    alias("read_bytes_sec_max", "read-bytes-sec-max"),
    number("read-bytes-sec-max", "read max, as scaled integer (default bytes)"),
    alias("write_bytes_sec_max", "write-bytes-sec-max"),
    number("write-bytes-sec-max", "write max, as scaled integer (default bytes)"),
    alias("total_iops_sec_max", "total-iops-sec-max"),
    number("total-iops-sec-max", "total I/O operations max"),
    alias("read_iops_sec_max", "read-iops-sec-max"),
    number("read-iops-sec-max", "read I/O operations max"),
    alias("write_iops_sec_max", "write-iops-sec-max"),
    number("write-iops-sec-max", "write I/O operations max"),
    alias("size_iops_sec", "size-iops-sec"),
    number("size-iops-sec", "I/O size in bytes"),
    alias("total_bytes_sec_max_length", "total-bytes-sec-max-length"),
    number("total-bytes-sec-max-length", "duration in seconds to allow total max bytes"),
    alias("read_bytes_sec_max_length", "read-bytes-sec-max-length"),
    number("read-bytes-sec-max-length", "duration in seconds to allow read max bytes"),
    alias("write_bytes_sec_max_length", "write-bytes-sec-max-length"),
    number("write-bytes-sec-max-length", "duration in seconds to allow write max bytes"),
    alias("total_iops_sec_max_length", "total-iops-sec-max-length"),
    number("total-iops-sec-max-length", "duration in seconds to allow total I/O operations max"),
    alias("read_iops_sec_max_length", "read-iops-sec-max-length"),
    number("read-iops-sec-max-length", "duration in seconds to allow read I/O operations max"),
    alias("write_iops_sec_max_length", "write-iops-sec-max-length"),
    number("write-iops-sec-max-length", "duration in seconds to allow write I/O operations max"),
];

pub(super) const BLKDEVIOTUNE: Command = Command::new(
    "blkdeviotune",
    "Set or query a block device I/O tuning parameters.",
    "Set or query disk I/O parameters such as block throttling.",
    options![
        &[
            domain(Domains::ALL),
            needed("device", "block device").completes(Completer::DomainDisk),
            alias("group_name", "group-name"),
            string("group-name", "group name to share I/O quota between multiple drives")
        ],
        THROTTLE_LIMITS,
        IMPACT
    ],
);

pub(super) const DOMTHROTTLEGROUPSET: Command = Command::new(
    "domthrottlegroupset",
    "Add or update a throttling group.",
    "Add or updte a throttling group.",
    options![&[domain(Domains::ALL), THROTTLE_GROUP], THROTTLE_LIMITS, IMPACT],
);

pub(super) const DOMTHROTTLEGROUPDEL: Command = Command::new(
    "domthrottlegroupdel",
    "Delete a throttling group.",
    "Delete a throttling group.",
    options![&[domain(Domains::ALL), THROTTLE_GROUP], IMPACT],
);

pub(super) const DOMTHROTTLEGROUPINFO: Command = Command::new(
    "domthrottlegroupinfo",
    "Get a throttling group.",
    "Get a throttling group.",
    &[domain(Domains::ALL), THROTTLE_GROUP, INACTIVE],
);

pub(super) const DOMTHROTTLEGROUPLIST: Command = Command::new(
    "domthrottlegrouplist",
    "list all domain throttlegroups.",
    "Get the summary of throttle groups for a domain.",
    &[domain(Domains::ALL), INACTIVE],
);

pub(super) const BLKIOTUNE: Command = Command::new(
    "blkiotune",
    "Get or set blkio parameters",
    "Get or set the current blkio parameters for a guest domain.",
    options![
        &[
            domain(Domains::ALL),
            number("weight", "IO Weight").also_positional(),
            string("device-weights", "per-device IO Weights, in the form of /path/to/device,weight,...")
                .also_positional(),
            string(
                "device-read-iops-sec",
                "per-device read I/O limit per second, in the form of /path/to/device,read_iops_sec,..."
            )
            .also_positional(),
            string(
                "device-write-iops-sec",
                "per-device write I/O limit per second, in the form of /path/to/device,write_iops_sec,..."
            )
            .also_positional(),
            string(
                "device-read-bytes-sec",
                "per-device bytes read per second, in the form of /path/to/device,read_bytes_sec,..."
            )
            .also_positional(),
            string(
                "device-write-bytes-sec",
                "per-device bytes wrote per second, in the form of /path/to/device,write_bytes_sec,..."
            )
            .also_positional()
        ],
        IMPACT
    ],
);

pub(super) const DOMIFTUNE: Command = Command::new(
    "domiftune",
    "get/set parameters of a virtual interface",
    "Get/set parameters of a domain's virtual interface.",
    options![
        &[
            domain(Domains::ALL),
            DOMAIN_INTERFACE,
            string("inbound", "control domain's incoming traffics").also_positional(),
            string("outbound", "control domain's outgoing traffics").also_positional()
        ],
        IMPACT
    ],
);

pub(super) const MEMTUNE: Command = Command::new(
    "memtune",
    "Get or set memory parameters",
    "Get or set the current memory parameters for a guest domain.",
    options![
        &[
            domain(Domains::ALL),
            number("hard-limit", "Max memory, as scaled integer (default KiB)").also_positional(),
            number("soft-limit", "Memory during contention, as scaled integer (default KiB)").also_positional(),
            number("swap-hard-limit", "Max memory plus swap, as scaled integer (default KiB)").also_positional(),
            number("min-guarantee", "Min guaranteed memory, as scaled integer (default KiB)").also_positional()
        ],
        IMPACT
    ],
);

pub(super) const PERF: Command = Command::new(
    "perf",
    "Get or set perf event",
    "Get or set the current perf events for a guest domain.",
    options![
        &[
            domain(Domains::ALL),
            string("enable", "perf events which will be enabled")
                .also_positional()
                .completes(Completer::List(words::PERF_EVENTS)),
            string("disable", "perf events which will be disabled")
                .also_positional()
                .completes(Completer::List(words::PERF_EVENTS))
        ],
        IMPACT
    ],
);

pub(super) const NUMATUNE: Command = Command::new(
    "numatune",
    "Get or set numa parameters",
    "Get or set the current numa parameters for a guest domain.",
    options![
        &[
            domain(Domains::ALL),
            string(
                "mode",
                "NUMA mode, one of strict, preferred and interleave or a number from the \
             virDomainNumatuneMemMode enum"
            )
            .also_positional()
            .completes(Completer::Words(words::NUMATUNE_MODES)),
            string("nodeset", "NUMA node selections to set").also_positional()
        ],
        IMPACT
    ],
);

pub(super) const SCHEDINFO: Command = Command::new(
    "schedinfo",
    "show/set scheduler parameters",
    "Show/Set scheduler parameters.",
    &[
        domain(Domains::ALL),
        number("weight", "weight for XEN_CREDIT"),
        number("cap", "cap for XEN_CREDIT"),
        flag("current", "get/set current scheduler info"),
        flag("config", "get/set value to be used on next boot"),
        flag("live", "get/set value from running domain"),
        argv("set", "parameter=value").positional(),
    ],
);
