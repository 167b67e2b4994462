//! The group `filter`: Network Filter.
use super::command::Command;
use super::common::{NWFILTER, SELECT, VALIDATE};
use super::option::{Completer, needed, options};

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "nwfilter-define",
        "define or update a network filter from an XML file",
        "Define a new network filter or update an existing one.",
        &[needed("file", "file containing an XML network filter description").completes(Completer::Path), VALIDATE],
    ),
    Command::new(
        "nwfilter-dumpxml",
        "network filter information in XML",
        "Output the network filter information as an XML dump to stdout.",
        options![&[NWFILTER], SELECT],
    ),
    Command::new(
        "nwfilter-edit",
        "edit XML configuration for a network filter",
        "Edit the XML configuration for a network filter.",
        &[NWFILTER],
    ),
    Command::new("nwfilter-list", "list network filters", "Returns list of network filters.", &[]),
    Command::new("nwfilter-undefine", "undefine a network filter", "Undefine a given network filter.", &[NWFILTER]),
    Command::new(
        "nwfilter-binding-create",
        "create a network filter binding from an XML file",
        "Create a new network filter binding.",
        &[
            needed("file", "file containing an XML network filter binding description").completes(Completer::Path),
            VALIDATE,
        ],
    ),
    Command::new(
        "nwfilter-binding-delete",
        "delete a network filter binding",
        "Delete a given network filter binding.",
        &[needed("binding", "network filter binding port dev").completes(Completer::NwFilterBinding)],
    ),
    Command::new(
        "nwfilter-binding-dumpxml",
        "network filter information in XML",
        "Output the network filter information as an XML dump to stdout.",
        options![&[needed("binding", "network filter binding portdev").completes(Completer::NwFilterBinding)], SELECT],
    ),
    Command::new(
        "nwfilter-binding-list",
        "list network filter bindings",
        "Returns list of network filter bindings.",
        &[],
    ),
];
