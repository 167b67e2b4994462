//! The words that options take, where there is a fixed set of them: offered by completion.

/// For `attach-interface --type`.
pub(crate) const INTERFACE_TYPES: &[&str] = &[
    "user",
    "ethernet",
    "vhostuser",
    "server",
    "client",
    "mcast",
    "network",
    "bridge",
    "internal",
    "direct",
    "hostdev",
    "udp",
    "vdpa",
    "null",
    "vds",
];

/// For `domdisplay --type`.
pub(crate) const DISPLAY_TYPES: &[&str] = &["sdl", "vnc", "rdp", "desktop", "spice", "egl-headless", "dbus"];

/// For `attach-disk --targetbus`.
pub(crate) const DISK_BUSES: &[&str] =
    &["none", "ide", "fdc", "scsi", "virtio", "xen", "usb", "uml", "sata", "sd", "nvme"];

/// For `attach-disk --type`.
pub(crate) const DISK_DEVICES: &[&str] = &["disk", "cdrom", "floppy", "lun"];

/// For `attach-disk --cache`.
pub(crate) const DISK_CACHES: &[&str] = &["default", "none", "writethrough", "writeback", "directsync", "unsafe"];

/// For `attach-disk --io`.
pub(crate) const DISK_IO: &[&str] = &["default", "native", "threads", "io_uring"];

/// For `attach-disk --mode`.
pub(crate) const DISK_MODES: &[&str] = &["readonly", "shareable"];

/// For `attach-disk --sourcetype`.
pub(crate) const DISK_SOURCES: &[&str] = &["file", "block", "network"];

/// For `save --image-format`.
pub(crate) const SAVE_FORMATS: &[&str] = &["raw", "gzip", "bzip2", "xz", "lzop", "zstd", "sparse"];

/// For `await --condition`.
pub(crate) const AWAIT_CONDITIONS: &[&str] = &["domain-inactive", "guest-agent-available"];

/// For `domcapabilities --arch`.
pub(crate) const ARCHITECTURES: &[&str] = &[
    "none",
    "alpha",
    "armv6l",
    "armv7l",
    "armv7b",
    "aarch64",
    "cris",
    "i686",
    "ia64",
    "lm32",
    "loongarch64",
    "m68k",
    "microblaze",
    "microblazeel",
    "mips",
    "mipsel",
    "mips64",
    "mips64el",
    "openrisc",
    "parisc",
    "parisc64",
    "ppc",
    "ppcle",
    "ppc64",
    "ppc64le",
    "ppcemb",
    "riscv32",
    "riscv64",
    "s390",
    "s390x",
    "sh4",
    "sh4eb",
    "sparc",
    "sparc64",
    "unicore32",
    "x86_64",
    "xtensa",
    "xtensaeb",
];

/// For `domcapabilities --virttype`.
pub(crate) const VIRT_TYPES: &[&str] = &[
    "none",
    "qemu",
    "kqemu",
    "kvm",
    "xen",
    "lxc",
    "uml",
    "openvz",
    "test",
    "vmware",
    "hyperv",
    "vbox",
    "phyp",
    "parallels",
    "bhyve",
    "vz",
    "hvf",
];

/// For `send-key --codeset`.
pub(crate) const CODESETS: &[&str] =
    &["linux", "xt", "atset1", "atset2", "atset3", "os_x", "xt_kbd", "usb", "win32", "qnum"];

/// For `dump --format`.
pub(crate) const DUMP_FORMATS: &[&str] = &["elf", "kdump-zlib", "kdump-lzo", "kdump-snappy", "win-dmp"];

/// For `domdirtyrate-calc --mode`.
pub(crate) const DIRTY_RATE_MODES: &[&str] = &["page-sampling", "dirty-bitmap", "dirty-ring"];

/// For `domifaddr --source`.
pub(crate) const ADDRESS_SOURCES: &[&str] = &["lease", "agent", "arp"];

/// For `domhostname --source`.
pub(crate) const HOSTNAME_SOURCES: &[&str] = &["agent", "lease"];

/// For `attach-interface --source-mode`.
pub(crate) const SOURCE_MODES: &[&str] = &["server", "client"];

/// For `set-lifecycle-action --type`.
pub(crate) const LIFECYCLE_EVENTS: &[&str] = &["poweroff", "reboot", "crash"];

/// For `set-lifecycle-action --action`.
pub(crate) const LIFECYCLE_ACTIONS: &[&str] =
    &["destroy", "restart", "rename-restart", "preserve", "coredump-destroy", "coredump-restart", "none"];

/// For `migrate --comp-methods`.
pub(crate) const COMPRESSION_METHODS: &[&str] = &["xbzrle", "mt", "zlib", "zstd"];

/// For `numatune --mode`.
pub(crate) const NUMATUNE_MODES: &[&str] = &["strict", "preferred", "interleave", "restrictive"];

/// For `shutdown --mode`.
pub(crate) const SHUTDOWN_MODES: &[&str] = &["acpi", "agent", "initctl", "signal", "paravirt"];

/// For `send-process-signal --signame`.
pub(crate) const SIGNALS: &[&str] = &[
    "nop", "hup", "int", "quit", "ill", "trap", "abrt", "bus", "fpe", "kill", "usr1", "segv", "usr2", "pipe", "alrm",
    "term", "stkflt", "chld", "cont", "stop", "tstp", "ttin", "ttou", "urg", "xcpu", "xfsz", "vtalrm", "prof", "winch",
    "poll", "pwr", "sys", "rt0", "rt1", "rt2", "rt3", "rt4", "rt5", "rt6", "rt7", "rt8", "rt9", "rt10", "rt11", "rt12",
    "rt13", "rt14", "rt15", "rt16", "rt17", "rt18", "rt19", "rt20", "rt21", "rt22", "rt23", "rt24", "rt25", "rt26",
    "rt27", "rt28", "rt29", "rt30", "rt31", "rt32",
];

/// For `event --event`.
pub(crate) const DOMAIN_EVENTS: &[&str] = &[
    "lifecycle",
    "reboot",
    "rtc-change",
    "watchdog",
    "io-error",
    "graphics",
    "io-error-reason",
    "control-error",
    "block-job",
    "disk-change",
    "tray-change",
    "pm-wakeup",
    "pm-suspend",
    "balloon-change",
    "pm-suspend-disk",
    "device-removed",
    "block-job-2",
    "tunable",
    "agent-lifecycle",
    "device-added",
    "migration-iteration",
    "job-completed",
    "device-removal-failed",
    "metadata-change",
    "block-threshold",
    "memory-failure",
    "memory-device-size-change",
    "nic-mac-change",
    "vcpu-removed",
    "channel-lifecycle",
];

/// For `net-event --event`.
pub(crate) const NETWORK_EVENTS: &[&str] = &["lifecycle", "metadata-change"];

/// For `pool-event --event`.
pub(crate) const POOL_EVENTS: &[&str] = &["lifecycle", "refresh"];

/// For `secret-event --event`.
pub(crate) const SECRET_EVENTS: &[&str] = &["lifecycle", "value-changed"];

/// For `nodedev-event --event`.
pub(crate) const NODE_DEVICE_EVENTS: &[&str] = &["lifecycle", "update"];

/// For `nodedev-list --cap`.
pub(crate) const NODE_DEVICE_CAPABILITIES: &[&str] = &[
    "system",
    "pci",
    "usb_device",
    "usb",
    "net",
    "scsi_host",
    "scsi_target",
    "scsi",
    "storage",
    "fc_host",
    "vports",
    "scsi_generic",
    "drm",
    "mdev_types",
    "mdev",
    "ccw",
    "css",
    "vdpa",
    "ap_card",
    "ap_queue",
    "ap_matrix",
    "vpd",
    "ccwgroup",
    "ccwgroup_member",
];

/// For `nodedev-detach --driver`.
pub(crate) const PCI_BACKENDS: &[&str] = &["default", "kvm", "vfio", "xen"];

/// For `nodesuspend --target`.
pub(crate) const SUSPEND_TARGETS: &[&str] = &["mem", "disk", "hybrid"];

/// For `pool-list --type`.
pub(crate) const POOL_TYPES: &[&str] = &[
    "dir",
    "fs",
    "netfs",
    "logical",
    "disk",
    "iscsi",
    "iscsi-direct",
    "scsi",
    "mpath",
    "rbd",
    "sheepdog",
    "gluster",
    "zfs",
    "vstorage",
];

/// For `net-update --command`.
pub(crate) const UPDATE_COMMANDS: &[&str] = &["add", "modify", "delete", "add-last", "add-first"];

/// For `net-update --section`.
pub(crate) const UPDATE_SECTIONS: &[&str] = &[
    "bridge",
    "domain",
    "ip",
    "ip-dhcp-host",
    "ip-dhcp-range",
    "forward",
    "forward-interface",
    "forward-pf",
    "portgroup",
    "dns-host",
    "dns-txt",
    "dns-srv",
];

/// For `vol-wipe --algorithm`.
pub(crate) const WIPE_ALGORITHMS: &[&str] =
    &["zero", "nnsa", "dod", "bsi", "gutmann", "schneier", "pfitzner7", "pfitzner33", "random", "trim"];

/// For `blockcopy --format`.
pub(crate) const STORAGE_FORMATS: &[&str] = &[
    "none", "raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat", "vhd", "ploop", "cow", "qcow", "qcow2",
    "qed", "vmdk",
];

/// For `perf --enable`.
pub(crate) const PERF_EVENTS: &[&str] = &[
    "cmt",
    "mbmt",
    "mbml",
    "cpu_cycles",
    "instructions",
    "cache_references",
    "cache_misses",
    "branch_instructions",
    "branch_misses",
    "bus_cycles",
    "stalled_cycles_frontend",
    "stalled_cycles_backend",
    "ref_cpu_cycles",
    "cpu_clock",
    "task_clock",
    "page_faults",
    "context_switches",
    "cpu_migrations",
    "page_faults_min",
    "page_faults_maj",
    "alignment_faults",
    "emulation_faults",
];

/// For `domif-setlink --state`.
pub(crate) const LINK_STATES: &[&str] = &["up", "down"];
