//! The group `interface`: Interface.
use super::command::Command;
use super::common::{INACTIVE_XML, INTERFACE, SELECT, VALIDATE};
use super::option::{Completer, Which, flag, needed, number, options};

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "iface-begin",
        "create a snapshot of current interfaces settings, which can be later committed \
             (iface-commit) or restored (iface-rollback)",
        "Create a restore point for interfaces settings",
        &[],
    ),
    Command::new(
        "iface-bridge",
        "create a bridge device and attach an existing network device to it",
        "bridge an existing network device",
        &[
            needed("interface", "existing interface name").completes(Completer::Interface(Which::All)),
            needed("bridge", "new bridge device name"),
            flag("no-stp", "do not enable STP for this bridge"),
            number("delay", "number of seconds to squelch traffic on newly connected ports").also_positional(),
            flag("no-start", "don't start the bridge immediately"),
        ],
    ),
    Command::new(
        "iface-commit",
        "commit changes made since iface-begin and free restore point",
        "commit changes and free restore point",
        &[],
    ),
    Command::new(
        "iface-define",
        "define an inactive persistent physical host interface or modify an existing \
             persistent one from an XML file",
        "Define or modify a persistent physical host interface.",
        &[needed("file", "file containing an XML interface description").completes(Completer::Path), VALIDATE],
    ),
    Command::new(
        "iface-destroy",
        "destroy a physical host interface (disable it / \"if-down\")",
        "forcefully stop a physical host interface.",
        &[needed("interface", "interface name or MAC address").completes(Completer::Interface(Which::Active))],
    ),
    Command::new(
        "iface-dumpxml",
        "interface information in XML",
        "Output the physical host interface information as an XML dump to stdout.",
        options![&[INTERFACE, INACTIVE_XML], SELECT],
    ),
    Command::new(
        "iface-edit",
        "edit XML configuration for a physical host interface",
        "Edit the XML configuration for a physical host interface.",
        &[INTERFACE],
    ),
    Command::new(
        "iface-list",
        "list physical host interfaces",
        "Returns list of physical host interfaces.",
        &[flag("inactive", "list inactive interfaces"), flag("all", "list inactive & active interfaces")],
    ),
    Command::new(
        "iface-mac",
        "convert an interface name to interface MAC address",
        "",
        &[needed("interface", "interface name").completes(Completer::Interface(Which::All))],
    ),
    Command::new(
        "iface-name",
        "convert an interface MAC address to interface name",
        "",
        &[needed("interface", "interface mac").completes(Completer::InterfaceMac)],
    ),
    Command::new(
        "iface-rollback",
        "rollback to previous saved configuration created via iface-begin",
        "rollback to previous restore point",
        &[],
    ),
    Command::new(
        "iface-start",
        "start a physical host interface (enable it / \"if-up\")",
        "start a physical host interface.",
        &[needed("interface", "interface name or MAC address").completes(Completer::Interface(Which::Inactive))],
    ),
    Command::new(
        "iface-unbridge",
        "undefine a bridge device after detaching its device(s)",
        "unbridge a network device",
        &[
            needed("bridge", "current bridge device name"),
            flag("no-start", "don't start the detached interface immediately (not recommended)"),
        ],
    ),
    Command::new(
        "iface-undefine",
        "undefine a physical host interface (remove it from configuration)",
        "undefine an interface.",
        &[INTERFACE],
    ),
];
