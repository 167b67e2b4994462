//! Commands of the group `domain`: attaching and detaching devices.
use crate::table::command::Command;
use crate::table::common::{IMPACT, PERSISTENT, XML_FILE};
use crate::table::option::{Completer, Domains, domain, flag, needed, number, options, string};

pub(super) const ATTACH_DEVICE: Command = Command::new(
    "attach-device",
    "attach device from an XML file",
    "Attach device from an XML <file>.",
    options![&[domain(Domains::ALL), XML_FILE, PERSISTENT], IMPACT],
);

pub(super) const DETACH_DEVICE: Command = Command::new(
    "detach-device",
    "detach device from an XML file",
    "Detach device from an XML <file>",
    options![&[domain(Domains::ALL), XML_FILE, PERSISTENT], IMPACT],
);

pub(super) const DETACH_DEVICE_ALIAS: Command = Command::new(
    "detach-device-alias",
    "detach device from an alias",
    "Detach device identified by the given alias from a domain",
    options![&[domain(Domains::ALL), needed("alias", "device alias").completes(Completer::DeviceAlias)], IMPACT],
);

pub(super) const UPDATE_DEVICE: Command = Command::new(
    "update-device",
    "update device from an XML file",
    "Update device from an XML <file>.",
    options![&[domain(Domains::ALL), XML_FILE, PERSISTENT], IMPACT, &[flag("force", "force device update")]],
);

pub(super) const UPDATE_MEMORY_DEVICE: Command = Command::new(
    "update-memory-device",
    "update memory device of a domain",
    "Update values of a memory device of a domain",
    options![
        &[domain(Domains::ALL)],
        IMPACT,
        &[
            flag("print-xml", "print updated memory device XML instead of executing the change"),
            string("alias", "memory device alias").also_positional().completes(Completer::DeviceAlias),
            number("node", "memory device target node").also_positional(),
            number("requested-size", "new value of <requested/> size, as scaled integer (default KiB)")
                .also_positional()
        ]
    ],
);
