//! The group `network`: Networking.
use super::command::Command;
use super::common::{
    AS_TABLE, CONFIG_STATE, CURRENT_STATE, DISABLE_AUTOSTART, INACTIVE_XML, LIST_EVENTS, LIVE_STATE, LOOP, SELECT,
    TIMEOUT, TIMESTAMP, UUIDS_ONLY, VALIDATE, network,
};
use super::option::{Completer, Which, argv, flag, needed, number, options, string};
use super::words;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "net-autostart",
        "autostart a network",
        "Configure a network to be automatically started at boot.",
        &[network(Which::Persistent), DISABLE_AUTOSTART],
    ),
    Command::new(
        "net-create",
        "create a network from an XML file",
        "Create a network.",
        &[needed("file", "file containing an XML network description").completes(Completer::Path), VALIDATE],
    ),
    Command::new(
        "net-define",
        "define an inactive persistent virtual network or modify an existing persistent one \
             from an XML file",
        "Define or modify a persistent virtual network.",
        &[needed("file", "file containing an XML network description").completes(Completer::Path), VALIDATE],
    ),
    Command::new(
        "net-desc",
        "show or set network's description or title",
        "Allows setting or modifying the description or title of a network.",
        &[
            network(Which::All),
            LIVE_STATE,
            CONFIG_STATE,
            CURRENT_STATE,
            flag("title", "modify/get the title instead of description"),
            flag("edit", "open an editor to modify the description"),
            argv("new-desc", "message").positional(),
        ],
    ),
    Command::new(
        "net-destroy",
        "destroy (stop) a network",
        "Forcefully stop a given network.",
        &[network(Which::Active)],
    ),
    Command::new(
        "net-dhcp-leases",
        "print lease info for a given network",
        "Print lease info for a given network",
        &[network(Which::Active), string("mac", "MAC address").also_positional().completes(Completer::NetworkMac)],
    ),
    Command::new(
        "net-dumpxml",
        "network information in XML",
        "Output the network information as an XML dump to stdout.",
        options![&[network(Which::All), INACTIVE_XML], SELECT],
    ),
    Command::new(
        "net-edit",
        "edit XML configuration for a network",
        "Edit the XML configuration for a network.",
        &[network(Which::All)],
    ),
    Command::new(
        "net-event",
        "Network Events",
        "List event types, or wait for network events to occur",
        &[
            string("network", "filter by network name or uuid")
                .also_positional()
                .completes(Completer::Network(Which::All)),
            string("event", "which event type to wait for")
                .also_positional()
                .completes(Completer::Words(words::NETWORK_EVENTS)),
            LOOP,
            TIMEOUT,
            LIST_EVENTS,
            TIMESTAMP,
        ],
    ),
    Command::new(
        "net-info",
        "network information",
        "Returns basic information about the network",
        &[network(Which::All)],
    ),
    Command::new(
        "net-list",
        "list networks",
        "Returns list of networks.",
        &[
            flag("inactive", "list inactive networks"),
            flag("all", "list inactive & active networks"),
            flag("persistent", "list persistent networks"),
            flag("transient", "list transient networks"),
            flag("autostart", "list networks with autostart enabled"),
            flag("no-autostart", "list networks with autostart disabled"),
            UUIDS_ONLY,
            flag("name", "list network names only"),
            AS_TABLE,
            flag("title", "show network title"),
        ],
    ),
    Command::new(
        "net-metadata",
        "show or set network's custom XML metadata",
        "Shows or modifies the XML metadata of a network.",
        &[
            network(Which::All),
            needed("uri", "URI of the namespace"),
            LIVE_STATE,
            CONFIG_STATE,
            CURRENT_STATE,
            flag("edit", "use an editor to change the metadata"),
            string("key", "key to be used as a namespace identifier").also_positional(),
            string("set", "new metadata to set").also_positional(),
            flag("remove", "remove the metadata corresponding to an uri"),
        ],
    ),
    Command::new(
        "net-name",
        "convert a network UUID to network name",
        "",
        &[needed("network", "network uuid").completes(Completer::NetworkUuid)],
    ),
    Command::new(
        "net-start",
        "start a (previously defined) inactive network",
        "Start a network.",
        &[network(Which::Inactive)],
    ),
    Command::new(
        "net-undefine",
        "undefine a persistent network",
        "Undefine the configuration for a persistent network.",
        &[network(Which::Persistent)],
    ),
    Command::new(
        "net-update",
        "update parts of an existing network's configuration",
        "",
        &[
            network(Which::All),
            needed("command", "type of update (add-first, add-last (add), delete, or modify)")
                .completes(Completer::Words(words::UPDATE_COMMANDS)),
            needed("section", "which section of network configuration to update")
                .completes(Completer::Words(words::UPDATE_SECTIONS)),
            needed(
                "xml",
                "name of file containing xml (or, if it starts with '<', the complete xml element \
             itself) to add/modify, or to be matched for search",
            )
            .completes(Completer::Path),
            number("parent-index", "which parent object to search through").also_positional(),
            flag("config", "affect next network startup"),
            flag("live", "affect running network"),
            flag("current", "affect current state of network"),
        ],
    ),
    Command::new(
        "net-uuid",
        "convert a network name to network UUID",
        "",
        &[needed("network", "network name").completes(Completer::Network(Which::All))],
    ),
    Command::new(
        "net-port-list",
        "list network ports",
        "Returns list of network ports.",
        &[network(Which::Active), UUIDS_ONLY, AS_TABLE],
    ),
    Command::new(
        "net-port-create",
        "create a network port from an XML file",
        "Create a network port.",
        &[
            network(Which::Active),
            needed("file", "file containing an XML network port description").completes(Completer::Path),
            VALIDATE,
        ],
    ),
    Command::new(
        "net-port-dumpxml",
        "network port information in XML",
        "Output the network port information as an XML dump to stdout.",
        options![&[network(Which::Active), needed("port", "port UUID").completes(Completer::NetworkPort)], SELECT],
    ),
    Command::new(
        "net-port-delete",
        "delete the specified network port",
        "Delete the specified network port.",
        &[network(Which::Active), needed("port", "port UUID").completes(Completer::NetworkPort)],
    ),
];
