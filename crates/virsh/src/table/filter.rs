//! The group `filter`: Network Filter.
use super::{Command, Completer, flag, needed, string};
use crate::commands;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "nwfilter-define",
        "define or update a network filter from an XML file",
        "Define a new network filter or update an existing one.",
        commands::nwfilter::nwfilter_define,
        &[
            needed("file", "file containing an XML network filter description").completes(Completer::Path),
            flag("validate", "validate the XML against the schema"),
        ],
    ),
    Command::new(
        "nwfilter-dumpxml",
        "network filter information in XML",
        "Output the network filter information as an XML dump to stdout.",
        commands::nwfilter::nwfilter_dumpxml,
        &[
            needed("nwfilter", "network filter name or uuid").completes(Completer::NwFilter),
            string("xpath", "xpath expression to filter the XML document"),
            flag("wrap", "wrap xpath results in an common root element"),
        ],
    ),
    Command::new(
        "nwfilter-edit",
        "edit XML configuration for a network filter",
        "Edit the XML configuration for a network filter.",
        commands::nwfilter::nwfilter_edit,
        &[needed("nwfilter", "network filter name or uuid").completes(Completer::NwFilter)],
    ),
    Command::new(
        "nwfilter-list",
        "list network filters",
        "Returns list of network filters.",
        commands::nwfilter::nwfilter_list,
        &[],
    ),
    Command::new(
        "nwfilter-undefine",
        "undefine a network filter",
        "Undefine a given network filter.",
        commands::nwfilter::nwfilter_undefine,
        &[needed("nwfilter", "network filter name or uuid").completes(Completer::NwFilter)],
    ),
    Command::new(
        "nwfilter-binding-create",
        "create a network filter binding from an XML file",
        "Create a new network filter binding.",
        commands::nwfilter::nwfilter_binding_create,
        &[
            needed("file", "file containing an XML network filter binding description").completes(Completer::Path),
            flag("validate", "validate the XML against the schema"),
        ],
    ),
    Command::new(
        "nwfilter-binding-delete",
        "delete a network filter binding",
        "Delete a given network filter binding.",
        commands::nwfilter::nwfilter_binding_delete,
        &[needed("binding", "network filter binding port dev").completes(Completer::NwFilterBinding)],
    ),
    Command::new(
        "nwfilter-binding-dumpxml",
        "network filter information in XML",
        "Output the network filter information as an XML dump to stdout.",
        commands::nwfilter::nwfilter_binding_dumpxml,
        &[
            needed("binding", "network filter binding portdev").completes(Completer::NwFilterBinding),
            string("xpath", "xpath expression to filter the XML document"),
            flag("wrap", "wrap xpath results in an common root element"),
        ],
    ),
    Command::new(
        "nwfilter-binding-list",
        "list network filter bindings",
        "Returns list of network filter bindings.",
        commands::nwfilter::nwfilter_binding_list,
        &[],
    ),
];
