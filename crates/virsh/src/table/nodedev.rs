//! The group `nodedev`: Node Device.
use super::{Command, Completer, alias, flag, needed, number, string, words};
use crate::commands;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "nodedev-create",
        "create a device defined by an XML file on the node",
        "Create a device on the node.  Note that this command creates devices on the physical host that can then be assigned to a virtual machine.",
        commands::nodedev::nodedev_create,
        &[
            needed("file", "file containing an XML description of the device").completes(Completer::Path),
            flag("validate", "validate the XML against the schema"),
        ],
    ),
    Command::new(
        "nodedev-destroy",
        "destroy (stop) a device on the node",
        "Destroy a device on the node.  Note that this command destroys devices on the physical host",
        commands::nodedev::nodedev_destroy,
        &[
            alias("name", "device"),
            needed("device", "device name or wwn pair in 'wwnn,wwpn' format").completes(Completer::NodeDevice),
        ],
    ),
    Command::new(
        "nodedev-detach",
        "detach node device from its device driver",
        "Detach node device from its device driver before assigning to a domain.",
        commands::nodedev::nodedev_detach,
        &[
            needed("device", "device key").completes(Completer::NodeDevice),
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
        commands::nodedev::nodedev_dumpxml,
        &[
            needed("device", "device name or wwn pair in 'wwnn,wwpn' format").completes(Completer::NodeDevice),
            flag("inactive", "show inactive defined XML"),
            string("xpath", "xpath expression to filter the XML document"),
            flag("wrap", "wrap xpath results in an common root element"),
        ],
    ),
    Command::new(
        "nodedev-list",
        "enumerate devices on this host",
        "",
        commands::nodedev::nodedev_list,
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
        commands::nodedev::nodedev_reattach,
        &[needed("device", "device key").completes(Completer::NodeDevice)],
    ),
    Command::new(
        "nodedev-reset",
        "reset node device",
        "Reset node device before or after assigning to a domain.",
        commands::nodedev::nodedev_reset,
        &[needed("device", "device key").completes(Completer::NodeDevice)],
    ),
    Command::new(
        "nodedev-event",
        "Node Device Events",
        "List event types, or wait for node device events to occur",
        commands::object_events::nodedev_event,
        &[
            string("device", "filter by node device name").also_positional().completes(Completer::NodeDevice),
            string("event", "which event type to wait for")
                .also_positional()
                .completes(Completer::Words(words::NODE_DEVICE_EVENTS)),
            flag("loop", "loop until timeout or interrupt, rather than one-shot"),
            number("timeout", "timeout seconds").also_positional(),
            flag("list", "list valid event types"),
            flag("timestamp", "show timestamp for each printed event"),
        ],
    ),
    Command::new(
        "nodedev-define",
        "Define or modify a device by an xml file on a node",
        "Defines or modifies a persistent device on the node that can be assigned to a domain. The device must be started before it can be assigned to a domain.",
        commands::nodedev::nodedev_define,
        &[
            needed("file", "file containing an XML description of the device").completes(Completer::Path),
            flag("validate", "validate the XML against the schema"),
        ],
    ),
    Command::new(
        "nodedev-undefine",
        "Undefine an inactive node device",
        "Undefines the configuration for an inactive node device",
        commands::nodedev::nodedev_undefine,
        &[needed("device", "device name or wwn pair in 'wwnn,wwpn' format").completes(Completer::NodeDevice)],
    ),
    Command::new(
        "nodedev-start",
        "Start an inactive node device",
        "Starts an inactive node device that was previously defined",
        commands::nodedev::nodedev_start,
        &[needed("device", "device name").completes(Completer::NodeDevice)],
    ),
    Command::new(
        "nodedev-autostart",
        "autostart a defined node device",
        "Configure a node device to be automatically started at boot.",
        commands::nodedev::nodedev_autostart,
        &[
            needed("device", "device name or wwn pair in 'wwnn,wwpn' format").completes(Completer::NodeDevice),
            flag("disable", "disable autostarting"),
        ],
    ),
    Command::new(
        "nodedev-info",
        "node device information",
        "Returns basic information about the node device",
        commands::nodedev::nodedev_info,
        &[needed("device", "device name or wwn pair in 'wwnn,wwpn' format").completes(Completer::NodeDevice)],
    ),
    Command::new(
        "nodedev-update",
        "Update a active and/or inactive node device",
        "Updates the configuration of a node device",
        commands::nodedev::nodedev_update,
        &[
            needed("device", "device name or wwn pair in 'wwnn,wwpn' format").completes(Completer::NodeDevice),
            needed("file", "file containing an XML description of the device").completes(Completer::Path),
            flag("config", "affect next node device startup"),
            flag("live", "affect running node device"),
            flag("current", "affect current state of node device"),
        ],
    ),
];
