//! The group `nodedev`: Node Device.
use super::command::Command;
use super::common::{
    DEVICE_FILE, DISABLE_AUTOSTART, INACTIVE_XML, LIST_EVENTS, LOOP, NODE_DEVICE, NODE_DEVICE_KEY, SELECT, TIMEOUT,
    TIMESTAMP, VALIDATE,
};
use super::option::{Completer, alias, flag, needed, options, string};
use super::words;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "nodedev-create",
        "create a device defined by an XML file on the node",
        "Create a device on the node.  Note that this command creates devices on the physical \
             host that can then be assigned to a virtual machine.",
        &[DEVICE_FILE, VALIDATE],
    ),
    Command::new(
        "nodedev-destroy",
        "destroy (stop) a device on the node",
        "Destroy a device on the node.  Note that this command destroys devices on the \
             physical host",
        &[alias("name", "device"), NODE_DEVICE],
    ),
    Command::new(
        "nodedev-detach",
        "detach node device from its device driver",
        "Detach node device from its device driver before assigning to a domain.",
        &[
            NODE_DEVICE_KEY,
            string("driver", "pci device assignment backend driver (e.g. 'vfio' or 'xen')")
                .also_positional()
                .completes(Completer::Words(words::PCI_BACKENDS)),
        ],
    ),
    Command::alias("nodedev-dettach", "nodedev-detach"),
    Command::new(
        "nodedev-dumpxml",
        "node device details in XML",
        "Output the node device details as an XML dump to stdout.",
        options![&[NODE_DEVICE, INACTIVE_XML], SELECT],
    ),
    Command::new(
        "nodedev-list",
        "enumerate devices on this host",
        "",
        &[
            flag("tree", "list devices in a tree"),
            string("cap", "capability names, separated by comma")
                .also_positional()
                .completes(Completer::List(words::NODE_DEVICE_CAPABILITIES)),
            flag("inactive", "list inactive devices"),
            flag("all", "list inactive & active devices"),
            flag("persistent", "list persistent devices"),
            flag("transient", "list transient devices"),
        ],
    ),
    Command::new(
        "nodedev-reattach",
        "reattach node device to its device driver",
        "Reattach node device to its device driver once released by the domain.",
        &[NODE_DEVICE_KEY],
    ),
    Command::new(
        "nodedev-reset",
        "reset node device",
        "Reset node device before or after assigning to a domain.",
        &[NODE_DEVICE_KEY],
    ),
    Command::new(
        "nodedev-event",
        "Node Device Events",
        "List event types, or wait for node device events to occur",
        &[
            string("device", "filter by node device name").also_positional().completes(Completer::NodeDevice),
            string("event", "which event type to wait for")
                .also_positional()
                .completes(Completer::Words(words::NODE_DEVICE_EVENTS)),
            LOOP,
            TIMEOUT,
            LIST_EVENTS,
            TIMESTAMP,
        ],
    ),
    Command::new(
        "nodedev-define",
        "Define or modify a device by an xml file on a node",
        "Defines or modifies a persistent device on the node that can be assigned to a \
             domain. The device must be started before it can be assigned to a domain.",
        &[DEVICE_FILE, VALIDATE],
    ),
    Command::new(
        "nodedev-undefine",
        "Undefine an inactive node device",
        "Undefines the configuration for an inactive node device",
        &[NODE_DEVICE],
    ),
    Command::new(
        "nodedev-start",
        "Start an inactive node device",
        "Starts an inactive node device that was previously defined",
        &[needed("device", "device name").completes(Completer::NodeDevice)],
    ),
    Command::new(
        "nodedev-autostart",
        "autostart a defined node device",
        "Configure a node device to be automatically started at boot.",
        &[NODE_DEVICE, DISABLE_AUTOSTART],
    ),
    Command::new(
        "nodedev-info",
        "node device information",
        "Returns basic information about the node device",
        &[NODE_DEVICE],
    ),
    Command::new(
        "nodedev-update",
        "Update a active and/or inactive node device",
        "Updates the configuration of a node device",
        &[
            NODE_DEVICE,
            DEVICE_FILE,
            flag("config", "affect next node device startup"),
            flag("live", "affect running node device"),
            flag("current", "affect current state of node device"),
        ],
    ),
];
