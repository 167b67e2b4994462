//! The group `network`: Networking.
use super::{Command, Completer, Which, argv, flag, needed, number, string, words};
use crate::commands;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new("net-autostart", "autostart a network", "Configure a network to be automatically started at boot.", commands::network::net_autostart, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::Persistent)),
        flag("disable", "disable autostarting"),
    ]),
    Command::new("net-create", "create a network from an XML file", "Create a network.", commands::network::net_create, &[
        needed("file", "file containing an XML network description").completes(Completer::Path),
        flag("validate", "validate the XML against the schema"),
    ]),
    Command::new("net-define", "define an inactive persistent virtual network or modify an existing persistent one from an XML file", "Define or modify a persistent virtual network.", commands::network::net_define, &[
        needed("file", "file containing an XML network description").completes(Completer::Path),
        flag("validate", "validate the XML against the schema"),
    ]),
    Command::new("net-desc", "show or set network's description or title", "Allows setting or modifying the description or title of a network.", commands::network::net_desc, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::All)),
        flag("live", "modify/get running state"),
        flag("config", "modify/get persistent configuration"),
        flag("current", "modify/get current state configuration"),
        flag("title", "modify/get the title instead of description"),
        flag("edit", "open an editor to modify the description"),
        argv("new-desc", "message").positional(),
    ]),
    Command::new("net-destroy", "destroy (stop) a network", "Forcefully stop a given network.", commands::network::net_destroy, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::Active)),
    ]),
    Command::new("net-dhcp-leases", "print lease info for a given network", "Print lease info for a given network", commands::network::net_dhcp_leases, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::Active)),
        string("mac", "MAC address").also_positional().completes(Completer::NetworkMac),
    ]),
    Command::new("net-dumpxml", "network information in XML", "Output the network information as an XML dump to stdout.", commands::network::net_dumpxml, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::All)),
        flag("inactive", "show inactive defined XML"),
        string("xpath", "xpath expression to filter the XML document"),
        flag("wrap", "wrap xpath results in an common root element"),
    ]),
    Command::new("net-edit", "edit XML configuration for a network", "Edit the XML configuration for a network.", commands::network::net_edit, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::All)),
    ]),
    Command::new("net-event", "Network Events", "List event types, or wait for network events to occur", commands::object_events::net_event, &[
        string("network", "filter by network name or uuid").also_positional().completes(Completer::Network(Which::All)),
        string("event", "which event type to wait for").also_positional().completes(Completer::Words(words::NETWORK_EVENTS)),
        flag("loop", "loop until timeout or interrupt, rather than one-shot"),
        number("timeout", "timeout seconds").also_positional(),
        flag("list", "list valid event types"),
        flag("timestamp", "show timestamp for each printed event"),
    ]),
    Command::new("net-info", "network information", "Returns basic information about the network", commands::network::net_info, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::All)),
    ]),
    Command::new("net-list", "list networks", "Returns list of networks.", commands::network::net_list, &[
        flag("inactive", "list inactive networks"),
        flag("all", "list inactive & active networks"),
        flag("persistent", "list persistent networks"),
        flag("transient", "list transient networks"),
        flag("autostart", "list networks with autostart enabled"),
        flag("no-autostart", "list networks with autostart disabled"),
        flag("uuid", "list uuid's only"),
        flag("name", "list network names only"),
        flag("table", "list table (default)"),
        flag("title", "show network title"),
    ]),
    Command::new("net-metadata", "show or set network's custom XML metadata", "Shows or modifies the XML metadata of a network.", commands::network::net_metadata, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::All)),
        needed("uri", "URI of the namespace"),
        flag("live", "modify/get running state"),
        flag("config", "modify/get persistent configuration"),
        flag("current", "modify/get current state configuration"),
        flag("edit", "use an editor to change the metadata"),
        string("key", "key to be used as a namespace identifier").also_positional(),
        string("set", "new metadata to set").also_positional(),
        flag("remove", "remove the metadata corresponding to an uri"),
    ]),
    Command::new("net-name", "convert a network UUID to network name", "", commands::network::net_name, &[
        needed("network", "network uuid").completes(Completer::Network(Which::All)),
    ]),
    Command::new("net-start", "start a (previously defined) inactive network", "Start a network.", commands::network::net_start, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::Inactive)),
    ]),
    Command::new("net-undefine", "undefine a persistent network", "Undefine the configuration for a persistent network.", commands::network::net_undefine, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::Persistent)),
    ]),
    Command::new("net-update", "update parts of an existing network's configuration", "", commands::network::net_update, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::All)),
        needed("command", "type of update (add-first, add-last (add), delete, or modify)").completes(Completer::Words(words::UPDATE_COMMANDS)),
        needed("section", "which section of network configuration to update").completes(Completer::Words(words::UPDATE_SECTIONS)),
        needed("xml", "name of file containing xml (or, if it starts with '<', the complete xml element itself) to add/modify, or to be matched for search").completes(Completer::Path),
        number("parent-index", "which parent object to search through").also_positional(),
        flag("config", "affect next network startup"),
        flag("live", "affect running network"),
        flag("current", "affect current state of network"),
    ]),
    Command::new("net-uuid", "convert a network name to network UUID", "", commands::network::net_uuid, &[
        needed("network", "network name").completes(Completer::Network(Which::All)),
    ]),
    Command::new("net-port-list", "list network ports", "Returns list of network ports.", commands::network::net_port_list, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::Active)),
        flag("uuid", "list uuid's only"),
        flag("table", "list table (default)"),
    ]),
    Command::new("net-port-create", "create a network port from an XML file", "Create a network port.", commands::network::net_port_create, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::Active)),
        needed("file", "file containing an XML network port description").completes(Completer::Path),
        flag("validate", "validate the XML against the schema"),
    ]),
    Command::new("net-port-dumpxml", "network port information in XML", "Output the network port information as an XML dump to stdout.", commands::network::net_port_dumpxml, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::Active)),
        needed("port", "port UUID").completes(Completer::NetworkPort),
        string("xpath", "xpath expression to filter the XML document"),
        flag("wrap", "wrap xpath results in an common root element"),
    ]),
    Command::new("net-port-delete", "delete the specified network port", "Delete the specified network port.", commands::network::net_port_delete, &[
        needed("network", "network name or uuid").completes(Completer::Network(Which::Active)),
        needed("port", "port UUID").completes(Completer::NetworkPort),
    ]),
];
