//! Commands of the group `domain`: titles, descriptions and metadata.
use crate::table::command::Command;
use crate::table::common::{CONFIG_STATE, CURRENT_STATE, LIVE_STATE};
use crate::table::option::{Domains, argv, domain, flag, needed, string};

pub(super) const DESC: Command = Command::new(
    "desc",
    "show or set domain's description or title",
    "Allows setting or modifying the description or title of a domain.",
    &[
        domain(Domains::ALL),
        LIVE_STATE,
        CONFIG_STATE,
        CURRENT_STATE,
        flag("title", "modify/get the title instead of description"),
        flag("edit", "open an editor to modify the description"),
        argv("new-desc", "message").positional(),
    ],
);

pub(super) const METADATA: Command = Command::new(
    "metadata",
    "show or set domain's custom XML metadata",
    "Shows or modifies the XML metadata of a domain.",
    &[
        domain(Domains::ALL),
        needed("uri", "URI of the namespace"),
        LIVE_STATE,
        CONFIG_STATE,
        CURRENT_STATE,
        flag("edit", "use an editor to change the metadata"),
        string("key", "key to be used as a namespace identifier").also_positional(),
        string("set", "new metadata to set").also_positional(),
        flag("remove", "remove the metadata corresponding to an uri"),
    ],
);
