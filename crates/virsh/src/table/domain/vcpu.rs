//! Commands of the group `domain`: virtual CPUs and IOThreads.
use crate::table::command::Command;
use crate::table::common::IMPACT;
use crate::table::option::{Completer, Domains, domain, flag, needed, number, options, string};

pub(super) const IOTHREADINFO: Command = Command::new(
    "iothreadinfo",
    "view domain IOThreads",
    "Returns basic information about the domain IOThreads.",
    options![&[domain(Domains::ALL)], IMPACT],
);

pub(super) const IOTHREADPIN: Command = Command::new(
    "iothreadpin",
    "control domain IOThread affinity",
    "Pin domain IOThreads to host physical CPUs.",
    options![
        &[
            domain(Domains::ALL),
            number("iothread", "IOThread ID number").required().positional().completes(Completer::IoThread),
            needed("cpulist", "host cpu number(s) to set").completes(Completer::CpuList)
        ],
        IMPACT
    ],
);

pub(super) const IOTHREADADD: Command = Command::new(
    "iothreadadd",
    "add an IOThread to the guest domain",
    "Add an IOThread to the guest domain.",
    options![&[domain(Domains::ALL), number("id", "iothread for the new IOThread").required().positional()], IMPACT],
);

pub(super) const IOTHREADSET: Command = Command::new(
    "iothreadset",
    "modifies an existing IOThread of the guest domain",
    "Modifies an existing IOThread of the guest domain.",
    options![
        &[
            domain(Domains::ALL),
            number("id", "iothread id of existing IOThread").required().positional().completes(Completer::IoThread),
            number("poll-max-ns", "set the maximum IOThread polling time in ns").also_positional(),
            number("poll-grow", "set the value to increase the IOThread polling time").also_positional(),
            number("poll-shrink", "set the value for reduction of the IOThread polling time").also_positional(),
            number("poll-weight", "set the adaptive polling weight factor"),
            number("thread-pool-min", "lower boundary for worker thread pool").also_positional(),
            number("thread-pool-max", "upper boundary for worker thread pool").also_positional()
        ],
        IMPACT
    ],
);

pub(super) const IOTHREADDEL: Command = Command::new(
    "iothreaddel",
    "delete an IOThread from the guest domain",
    "Delete an IOThread from the guest domain.",
    options![
        &[
            domain(Domains::ALL),
            number("id", "iothread_id for the IOThread to delete")
                .required()
                .positional()
                .completes(Completer::IoThread)
        ],
        IMPACT
    ],
);

pub(super) const SETVCPUS: Command = Command::new(
    "setvcpus",
    "change number of virtual CPUs",
    "Change the number of virtual CPUs in the guest domain.",
    options![
        &[
            domain(Domains::ALL),
            number("count", "number of virtual CPUs").required().positional(),
            flag("maximum", "set maximum limit on next boot")
        ],
        IMPACT,
        &[
            flag("guest", "modify cpu state in the guest"),
            flag("hotpluggable", "make added vcpus hot(un)pluggable"),
            flag("async", "return after firing vcpu unplug request(s)")
        ]
    ],
);

pub(super) const VCPUCOUNT: Command = Command::new(
    "vcpucount",
    "domain vcpu counts",
    "Returns the number of virtual CPUs used by the domain.",
    &[
        domain(Domains::ALL),
        flag("maximum", "get maximum count of vcpus"),
        flag("active", "get number of currently active vcpus"),
        flag("live", "get value from running domain"),
        flag("config", "get value to be used on next boot"),
        flag("current", "get value according to current domain state"),
        flag("guest", "retrieve vcpu count from the guest instead of the hypervisor"),
    ],
);

pub(super) const VCPUINFO: Command = Command::new(
    "vcpuinfo",
    "detailed domain vcpu information",
    "Returns basic information about the domain virtual CPUs.",
    &[domain(Domains::ALL), flag("pretty", "return human readable output")],
);

pub(super) const VCPUPIN: Command = Command::new(
    "vcpupin",
    "control or query domain vcpu affinity",
    "Pin domain VCPUs to host physical CPUs.",
    options![
        &[
            domain(Domains::ALL),
            number("vcpu", "vcpu number").also_positional().completes(Completer::Vcpu),
            string("cpulist", "host cpu number(s) to set, or omit option to query")
                .also_positional()
                .may_be_empty()
                .completes(Completer::CpuList)
        ],
        IMPACT
    ],
);

pub(super) const EMULATORPIN: Command = Command::new(
    "emulatorpin",
    "control or query domain emulator affinity",
    "Pin domain emulator threads to host physical CPUs.",
    options![
        &[
            domain(Domains::ALL),
            string("cpulist", "host cpu number(s) to set, or omit option to query")
                .also_positional()
                .may_be_empty()
                .completes(Completer::CpuList)
        ],
        IMPACT
    ],
);

pub(super) const GUESTVCPUS: Command = Command::new(
    "guestvcpus",
    "query or modify state of vcpu in the guest (via agent)",
    "Use the guest agent to query or set cpu state from guest's point of view",
    &[
        domain(Domains::ACTIVE),
        string("cpulist", "list of cpus to enable or disable").also_positional().completes(Completer::GuestVcpus),
        flag("enable", "enable cpus specified by cpulist"),
        flag("disable", "disable cpus specified by cpulist"),
    ],
);

pub(super) const SETVCPU: Command = Command::new(
    "setvcpu",
    "attach/detach vcpu or groups of threads",
    "Add or remove vcpus",
    options![
        &[
            domain(Domains::ALL),
            needed("vcpulist", "ids of vcpus to manipulate").completes(Completer::Vcpus),
            flag("enable", "enable cpus specified by cpumap"),
            flag("disable", "disable cpus specified by cpumap"),
            flag("async", "return after firing vcpu unplug request")
        ],
        IMPACT
    ],
);
