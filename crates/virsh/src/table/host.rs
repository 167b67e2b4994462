//! The group `host`: Host and Hypervisor.
use super::command::Command;
use super::common::{CELL, MACHINE, SELECT, VIRT_TYPE};
use super::option::{Completer, flag, needed, number, options, string};
use super::words;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "allocpages",
        "Manipulate pages pool size",
        "Allocate or free some pages in the pool for NUMA cell.",
        &[
            number("pagesize", "page size (in kibibytes)").required().positional().completes(Completer::PageSize),
            number("pagecount", "page count").required().positional(),
            CELL,
            flag("add", "instead of setting new pool size add pages to it"),
            flag("all", "set on all NUMA cells"),
        ],
    ),
    Command::new("capabilities", "capabilities", "Returns capabilities of hypervisor/driver.", SELECT),
    Command::new(
        "cpu-baseline",
        "compute baseline CPU",
        "Compute baseline CPU for a set of given CPUs.",
        &[
            needed("file", "file containing XML CPU descriptions").completes(Completer::Path),
            flag("features", "Show features that are part of the CPU model type"),
            flag("migratable", "Do not include features that block migration"),
        ],
    ),
    Command::new(
        "cpu-compare",
        "compare host CPU with a CPU described by an XML file",
        "compare CPU with host CPU",
        &[
            needed("file", "file containing an XML CPU description").completes(Completer::Path),
            flag("error", "report error if CPUs are incompatible"),
            flag("validate", "validate the XML document against schema"),
        ],
    ),
    Command::new(
        "cpu-models",
        "CPU models",
        "Get the CPU models for an arch.",
        &[needed("arch", "architecture").completes(Completer::Words(words::ARCHITECTURES))],
    ),
    Command::new(
        "domcapabilities",
        "domain capabilities",
        "Returns capabilities of emulator with respect to host and libvirt.",
        options![
            &[
                VIRT_TYPE,
                string("emulatorbin", "path to emulator binary (/domain/devices/emulator)").also_positional(),
                string("arch", "domain architecture (/domain/os/type/@arch)")
                    .also_positional()
                    .completes(Completer::Words(words::ARCHITECTURES)),
                MACHINE
            ],
            SELECT,
            &[
                flag("disable-deprecated-features", "report host CPU model with deprecated features disabled"),
                flag("expand-cpu-features", "expand 'host-model' CPU to also show features enabled by the CPU model"),
                flag(
                    "supported-cpu-features",
                    "include all supported CPU features in 'host-model' mode, not only those enabled by \
             default"
                )
            ]
        ],
    ),
    Command::new(
        "freecell",
        "NUMA free memory",
        "display available free memory for the NUMA cell.",
        &[CELL, flag("all", "show free memory for all NUMA cells")],
    ),
    Command::new(
        "freepages",
        "NUMA free pages",
        "display available free pages for the NUMA cell.",
        &[
            CELL,
            number("pagesize", "page size (in kibibytes)").also_positional().completes(Completer::PageSize),
            flag("all", "show free pages for all NUMA cells"),
        ],
    ),
    Command::new("hostname", "print the hypervisor hostname", "", &[]),
    Command::new(
        "hypervisor-cpu-baseline",
        "compute baseline CPU usable by a specific hypervisor",
        "Compute baseline CPU for a set of given CPUs. The result will be tailored to the \
             specified hypervisor.",
        &[
            string("file", "file containing XML CPU descriptions").also_positional().completes(Completer::Path),
            VIRT_TYPE,
            string("emulator", "path to emulator binary (/domain/devices/emulator)").also_positional(),
            string("arch", "CPU architecture (/domain/os/type/@arch)")
                .also_positional()
                .completes(Completer::Words(words::ARCHITECTURES)),
            MACHINE,
            flag("features", "Show features that are part of the CPU model type"),
            flag("migratable", "Do not include features that block migration"),
            flag(
                "ignore-host",
                "when computing baseline from several CPUs, do not take hypervisor capabilities into \
             account and work with input data only",
            ),
            string("model", "Shortcut for calling the command with a single CPU model and no additional features")
                .also_positional()
                .completes(Completer::CpuModel),
        ],
    ),
    Command::new(
        "hypervisor-cpu-compare",
        "compare a CPU with the CPU created by a hypervisor on the host",
        "compare CPU with hypervisor CPU",
        &[
            needed("file", "file containing an XML CPU description").completes(Completer::Path),
            VIRT_TYPE,
            string("emulator", "path to emulator binary (/domain/devices/emulator)").also_positional(),
            string("arch", "CPU architecture (/domain/os/type/@arch)")
                .also_positional()
                .completes(Completer::Words(words::ARCHITECTURES)),
            MACHINE,
            flag("error", "report error if CPUs are incompatible"),
            flag("validate", "validate the XML document against schema"),
        ],
    ),
    Command::new(
        "hypervisor-cpu-models",
        "Hypervisor reported CPU models",
        "Get the CPU models reported by the hypervisor.",
        &[
            string("virttype", "virtualization type (/domain/@type)").completes(Completer::Words(words::VIRT_TYPES)),
            string("emulator", "path to emulator binary (/domain/devices/emulator)"),
            string("arch", "CPU architecture (/domain/os/type/@arch)")
                .completes(Completer::Words(words::ARCHITECTURES)),
            string("machine", "machine type (/domain/os/type/@machine)"),
            flag("all", "include all CPU models known to the hypervisor for the architecture"),
        ],
    ),
    Command::new(
        "maxvcpus",
        "connection vcpu maximum",
        "Show maximum number of virtual CPUs for guests on this connection.",
        &[string("type", "domain type").also_positional().completes(Completer::Words(words::VIRT_TYPES))],
    ),
    Command::new(
        "node-memory-tune",
        "Get or set node memory parameters",
        "Get or set node memory parameters",
        &[
            number("shm-pages-to-scan", "number of pages to scan before the shared memory service goes to sleep")
                .also_positional(),
            number(
                "shm-sleep-millisecs",
                "number of millisecs the shared memory service should sleep before next scan",
            )
            .also_positional(),
            number("shm-merge-across-nodes", "Specifies if pages from different numa nodes can be merged")
                .also_positional(),
        ],
    ),
    Command::new(
        "nodecpumap",
        "node cpu map",
        "Displays the node's total number of CPUs, the number of online CPUs and the list of \
             online CPUs.",
        &[flag("pretty", "return human readable output")],
    ),
    Command::new(
        "nodecpustats",
        "Prints cpu stats of the node.",
        "Returns cpu stats of the node, in nanoseconds.",
        &[
            number("cpu", "prints specified cpu statistics only.").also_positional().completes(Completer::NodeCpu),
            flag("percent", "prints by percentage during 1 second."),
        ],
    ),
    Command::new("nodeinfo", "node information", "Returns basic information about the node.", &[]),
    Command::new(
        "nodememstats",
        "Prints memory stats of the node.",
        "Returns memory stats of the node, in kilobytes.",
        &[number("cell", "prints specified cell statistics only.").also_positional()],
    ),
    Command::new("nodesevinfo", "node SEV information", "Returns basic SEV information about the node.", &[]),
    Command::new(
        "nodesuspend",
        "suspend the host node for a given time duration",
        "Suspend the host node for a given time duration and attempt to resume thereafter.",
        &[
            needed("target", "mem(Suspend-to-RAM), disk(Suspend-to-Disk), hybrid(Hybrid-Suspend)")
                .completes(Completer::Words(words::SUSPEND_TARGETS)),
            number("duration", "Suspend duration in seconds, at least 60").required().positional(),
        ],
    ),
    Command::new(
        "sysinfo",
        "print the hypervisor sysinfo",
        "output an XML string for the hypervisor sysinfo, if available",
        &[],
    ),
    Command::new("uri", "print the hypervisor canonical URI", "", &[]),
    Command::new(
        "version",
        "show version",
        "Display the system version information.",
        &[flag("daemon", "report daemon version too")],
    ),
];
