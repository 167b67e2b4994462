//! Commands of the group `domain`: disks.
use crate::table::command::Command;
use crate::table::common::{IMPACT, PERSISTENT};
use crate::table::option::{Completer, Domains, alias, domain, flag, needed, options, string};
use crate::table::words;

pub(super) const ATTACH_DISK: Command = Command::new(
    "attach-disk",
    "attach disk device",
    "Attach new disk device.",
    options![
        &[
            domain(Domains::ALL),
            needed("source", "source of disk device or name of network disk").may_be_empty().completes(Completer::Path),
            needed("target", "target of disk device"),
            string("targetbus", "target bus of disk device").completes(Completer::Words(words::DISK_BUSES)),
            string("driver", "driver of disk device"),
            string("subdriver", "subdriver of disk device").completes(Completer::Words(words::STORAGE_FORMATS)),
            string("iothread", "IOThread to be used by supported device").completes(Completer::IoThread),
            string("cache", "cache mode of disk device").completes(Completer::Words(words::DISK_CACHES)),
            string("io", "io policy of disk device").completes(Completer::Words(words::DISK_IO)),
            string("type", "target device type").completes(Completer::Words(words::DISK_DEVICES)),
            alias("shareable", "mode=shareable"),
            string("mode", "mode of device reading and writing").completes(Completer::Words(words::DISK_MODES)),
            string("sourcetype", "type of source (block|file|network)")
                .completes(Completer::Words(words::DISK_SOURCES)),
            string("serial", "serial of disk device"),
            string("wwn", "wwn of disk device"),
            string("alias", "custom alias name of disk device"),
            flag("rawio", "needs rawio capability"),
            string("address", "address of disk device"),
            flag("multifunction", "use multifunction pci under specified address"),
            flag("print-xml", "print XML document rather than attach the disk"),
            string("source-protocol", "protocol used by disk device source"),
            string("source-host-name", "host name for source of disk device"),
            string("source-host-transport", "host transport for source of disk device"),
            string("source-host-socket", "host socket for source of disk device").completes(Completer::Path),
            string("throttle-groups", "comma separated list of throttle groups to be applied")
                .completes(Completer::ThrottleGroups),
            PERSISTENT
        ],
        IMPACT
    ],
);

pub(super) const CHANGE_MEDIA: Command = Command::new(
    "change-media",
    "Change media of CD or floppy drive",
    "Change media of CD or floppy drive.",
    &[
        domain(Domains::ALL),
        needed("path", "Fully-qualified path or target of disk device").completes(Completer::DomainDisk),
        string("source", "source of the media").positional().completes(Completer::Path),
        flag("eject", "Eject the media"),
        flag("insert", "Insert the media"),
        flag("update", "Update the media"),
        flag("current", "can be either or both of --live and --config, depends on implementation hypervisor driver"),
        flag("live", "alter live configuration of running domain"),
        flag("config", "alter persistent configuration, effect observed on next boot"),
        flag("force", "force media changing"),
        flag("print-xml", "print XML document rather than change media"),
        flag("block", "source media is a block device"),
    ],
);

pub(super) const DETACH_DISK: Command = Command::new(
    "detach-disk",
    "detach disk device",
    "Detach disk device.",
    options![
        &[domain(Domains::ALL), needed("target", "target of disk device").completes(Completer::DomainDisk), PERSISTENT],
        IMPACT,
        &[flag("print-xml", "print XML document rather than detach the disk")]
    ],
);
