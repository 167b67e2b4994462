//! Commands of the group `domain`: network interfaces.
use crate::table::command::Command;
use crate::table::common::{CONFIG, DOMAIN_INTERFACE, IMPACT, PERSISTENT};
use crate::table::option::{Completer, Domains, alias, domain, flag, needed, number, options, string};
use crate::table::words;

pub(super) const ATTACH_INTERFACE: Command = Command::new(
    "attach-interface",
    "attach network interface",
    "Attach new network interface.",
    options![
        &[
            domain(Domains::ALL),
            needed("type", "network interface type").completes(Completer::Words(words::INTERFACE_TYPES)),
            needed("source", "source of network interface"),
            string("target", "target network name").also_positional(),
            string("mac", "MAC address").also_positional(),
            string("script", "script used to bridge network interface").also_positional(),
            string("model", "model type").also_positional(),
            string("alias", "custom alias name of interface device").also_positional(),
            string("inbound", "control domain's incoming traffics").also_positional(),
            string("outbound", "control domain's outgoing traffics").also_positional(),
            PERSISTENT
        ],
        IMPACT,
        &[
            flag("print-xml", "print XML document rather than attach the interface"),
            flag("managed", "libvirt will automatically detach/attach the device from/to host"),
            string("source-mode", "mode attribute of <source/> element")
                .also_positional()
                .completes(Completer::Words(words::SOURCE_MODES))
        ]
    ],
);

pub(super) const DETACH_INTERFACE: Command = Command::new(
    "detach-interface",
    "detach network interface",
    "Detach network interface.",
    options![
        &[
            domain(Domains::ALL),
            string("type", "network interface type").positional(),
            string("mac", "MAC address").also_positional().completes(Completer::DomainInterfaceMac),
            PERSISTENT
        ],
        IMPACT,
        &[flag("print-xml", "print XML document rather than detach the interface")]
    ],
);

pub(super) const DOMIFANNOUNCE: Command = Command::new(
    "domifannounce",
    "trigger domain to announce virtual interface to network",
    "trigger a live domain to announce one or more virtual interfaces to their attached \
             networks",
    &[
        domain(Domains::ALL),
        string("interface", "interface device (MAC Address)").positional().completes(Completer::DomainInterface),
        number("initial", "initial delay before first announcement (milliseconds)"),
        number("max", "maximum delay between announcements (milliseconds)"),
        number("rounds", "total number of announcements"),
        number("step", "increment added to delay (milliseconds) after each announcement"),
    ],
);

pub(super) const DOMIF_SETLINK: Command = Command::new(
    "domif-setlink",
    "set link state of a virtual interface",
    "Set link state of a domain's virtual interface. This command wraps usage of \
             update-device command.",
    &[
        domain(Domains::ALL),
        DOMAIN_INTERFACE,
        needed("state", "new state of the device").completes(Completer::Words(words::LINK_STATES)),
        alias("persistent", "config"),
        CONFIG,
        flag("print-xml", "print XML document rather than set the interface link state"),
    ],
);
