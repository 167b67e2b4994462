//! The group `monitor`: Domain Monitoring.
use super::command::Command;
use super::common::{AS_TABLE, DOMAIN_INTERFACE, IMPACT, INACTIVE, UUIDS_ONLY};
use super::option::{Completer, Domains, alias, argv, domain, flag, needed, number, options, string};
use super::words;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new("domblkerror", "Show errors on block devices", "Show block device errors", &[domain(Domains::ACTIVE)]),
    Command::new(
        "domblkinfo",
        "domain block device size information",
        "Get block device size info for a domain.",
        &[
            domain(Domains::ALL),
            string("device", "block device").positional().completes(Completer::DomainDisk),
            flag("human", "Human readable output"),
            flag("all", "display all block devices info"),
        ],
    ),
    Command::new(
        "domblklist",
        "list all domain blocks",
        "Get the summary of block devices for a domain.",
        &[domain(Domains::ALL), INACTIVE, flag("details", "additionally display the type and device value")],
    ),
    Command::new(
        "domblkstat",
        "get device block stats for a domain",
        "Get device block stats for a running domain. See man page or use --human for \
             explanation of fields",
        &[
            domain(Domains::ACTIVE),
            string("device", "block device").positional().may_be_empty().completes(Completer::DomainDisk),
            flag("human", "print a more human readable output"),
        ],
    ),
    Command::new(
        "domcontrol",
        "domain control interface state",
        "Returns state of a control interface to the domain.",
        &[domain(Domains::ACTIVE)],
    ),
    Command::new(
        "domif-getlink",
        "get link state of a virtual interface",
        "Get link state of a domain's virtual interface.",
        &[
            domain(Domains::ALL),
            DOMAIN_INTERFACE,
            alias("persistent", "config"),
            flag("config", "Get persistent interface state"),
        ],
    ),
    Command::new(
        "domifaddr",
        "Get network interfaces' addresses for a running domain",
        "Get network interfaces' addresses for a running domain",
        &[
            domain(Domains::ACTIVE),
            string("interface", "network interface name").positional().completes(Completer::DomainInterface),
            flag("full", "always display names and MACs of interfaces"),
            string("source", "address source: 'lease', 'agent', or 'arp'")
                .also_positional()
                .completes(Completer::Words(words::ADDRESS_SOURCES)),
        ],
    ),
    Command::new(
        "domiflist",
        "list all domain virtual interfaces",
        "Get the summary of virtual interfaces for a domain.",
        &[domain(Domains::ALL), INACTIVE],
    ),
    Command::new(
        "domifstat",
        "get network interface stats for a domain",
        "Get network interface stats for a running domain.",
        &[
            domain(Domains::ACTIVE),
            needed("interface", "interface device specified by name or MAC Address")
                .completes(Completer::DomainInterface),
        ],
    ),
    Command::new(
        "dominfo",
        "domain information",
        "Returns basic information about the domain.",
        &[domain(Domains::ALL)],
    ),
    Command::new(
        "dommemstat",
        "get memory statistics for a domain",
        "Get memory statistics for a running domain.",
        options![&[domain(Domains::ACTIVE), number("period", "period in seconds to set collection")], IMPACT],
    ),
    Command::new(
        "domstate",
        "domain state",
        "Returns state about a domain.",
        &[domain(Domains::ALL), flag("reason", "also print reason for the state")],
    ),
    Command::new(
        "domstats",
        "get statistics about one or multiple domains",
        "Gets statistics about one or more (or all) domains",
        &[
            flag("state", "report domain state"),
            flag("cpu-total", "report domain physical cpu usage"),
            flag("balloon", "report domain balloon statistics"),
            flag("vcpu", "report domain virtual cpu information"),
            flag("interface", "report domain network interface information"),
            flag("block", "report domain block device statistics"),
            flag("perf", "report domain perf event statistics"),
            flag("iothread", "report domain IOThread information"),
            flag("memory", "report domain memory usage"),
            flag("dirtyrate", "report domain dirty rate information"),
            flag("vm", "report hypervisor-specific statistics"),
            flag("list-active", "list only active domains"),
            flag("list-inactive", "list only inactive domains"),
            flag("list-persistent", "list only persistent domains"),
            flag("list-transient", "list only transient domains"),
            flag("list-running", "list only running domains"),
            flag("list-paused", "list only paused domains"),
            flag("list-shutoff", "list only shutoff domains"),
            flag("list-other", "list only domains in other states"),
            flag("raw", "do not pretty-print the fields"),
            flag("enforce", "enforce requested stats parameters"),
            flag("backing", "add backing chain information to block stats"),
            flag("nowait", "report only stats that are accessible instantly"),
            argv("domain", "list of domains to get stats for").positional().completes(Completer::Domain(Domains::ALL)),
        ],
    ),
    Command::new(
        "domtime",
        "domain time",
        "Gets or sets the domain's system time",
        &[
            domain(Domains::ACTIVE),
            flag("now", "set to the time of the host running virsh"),
            flag("pretty", "print domain's time in human readable form"),
            flag("sync", "instead of setting given time, synchronize from domain's RTC"),
            number("time", "time to set").also_positional(),
        ],
    ),
    Command::new(
        "list",
        "list domains",
        "Returns list of domains.",
        &[
            flag("inactive", "list inactive domains"),
            flag("all", "list inactive & active domains"),
            flag("transient", "list transient domains"),
            flag("persistent", "list persistent domains"),
            flag("with-snapshot", "list domains with existing snapshot"),
            flag("without-snapshot", "list domains without a snapshot"),
            flag("with-checkpoint", "list domains with existing checkpoint"),
            flag("without-checkpoint", "list domains without a checkpoint"),
            flag("state-running", "list domains in running state"),
            flag("state-paused", "list domains in paused state"),
            flag("state-shutoff", "list domains in shutoff state"),
            flag("state-other", "list domains in other states"),
            flag("autostart", "list domains with autostart enabled"),
            flag("no-autostart", "list domains with autostart disabled"),
            flag("with-managed-save", "list domains with managed save state"),
            flag("without-managed-save", "list domains without managed save"),
            UUIDS_ONLY,
            flag("name", "list domain names only"),
            flag("id", "list domain IDs only"),
            AS_TABLE,
            flag("managed-save", "mark inactive domains with managed save state"),
            flag("title", "show domain title"),
        ],
    ),
];
