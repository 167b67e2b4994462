//! The group `checkpoint`: Checkpoint.
use super::{Command, Completer, Domains, argv, domain, flag, needed, string};
use crate::commands;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "checkpoint-create",
        "Create a checkpoint from XML",
        "Create a checkpoint from XML for use in future incremental backups",
        commands::checkpoint::checkpoint_create,
        &[
            domain(Domains::ACTIVE),
            string("xmlfile", "domain checkpoint XML").positional().completes(Completer::Path),
            flag("redefine", "redefine metadata for existing checkpoint"),
            flag("redefine-validate", "validate the redefined checkpoint"),
            flag("quiesce", "quiesce guest's file systems"),
        ],
    ),
    Command::new(
        "checkpoint-create-as",
        "Create a checkpoint from a set of args",
        "Create a checkpoint from arguments for use in future incremental backups",
        commands::checkpoint::checkpoint_create_as,
        &[
            domain(Domains::ACTIVE),
            string("name", "name of checkpoint").also_positional(),
            string("description", "description of checkpoint").also_positional(),
            flag("print-xml", "print XML document rather than create"),
            flag("quiesce", "quiesce guest's file systems"),
            argv("diskspec", "disk attributes: disk[,checkpoint=type][,bitmap=name]").also_positional(),
        ],
    ),
    Command::new(
        "checkpoint-delete",
        "Delete a domain checkpoint",
        "Checkpoint Delete",
        commands::checkpoint::checkpoint_delete,
        &[
            domain(Domains::ACTIVE_CHECKPOINT),
            needed("checkpointname", "checkpoint name").completes(Completer::Checkpoint),
            flag("children", "delete checkpoint and all children"),
            flag("children-only", "delete children but not checkpoint"),
            flag("metadata", "delete only libvirt metadata, leaving checkpoint contents behind"),
        ],
    ),
    Command::new(
        "checkpoint-dumpxml",
        "Dump XML for a domain checkpoint",
        "Checkpoint Dump XML",
        commands::checkpoint::checkpoint_dumpxml,
        &[
            domain(Domains::CHECKPOINT),
            needed("checkpointname", "checkpoint name").completes(Completer::Checkpoint),
            flag("security-info", "include security sensitive information in XML dump"),
            flag("no-domain", "exclude <domain> from XML"),
            flag("size", "include backup size estimate in XML dump"),
            string("xpath", "xpath expression to filter the XML document"),
            flag("wrap", "wrap xpath results in an common root element"),
        ],
    ),
    Command::new(
        "checkpoint-edit",
        "edit XML for a checkpoint",
        "Edit the domain checkpoint XML for a named checkpoint",
        commands::checkpoint::checkpoint_edit,
        &[domain(Domains::CHECKPOINT), needed("checkpointname", "checkpoint name").completes(Completer::Checkpoint)],
    ),
    Command::new(
        "checkpoint-info",
        "checkpoint information",
        "Returns basic information about a checkpoint.",
        commands::checkpoint::checkpoint_info,
        &[domain(Domains::CHECKPOINT), needed("checkpointname", "checkpoint name").completes(Completer::Checkpoint)],
    ),
    Command::new(
        "checkpoint-list",
        "List checkpoints for a domain",
        "Checkpoint List",
        commands::checkpoint::checkpoint_list,
        &[
            domain(Domains::CHECKPOINT),
            flag("parent", "add a column showing parent checkpoint"),
            flag("roots", "list only checkpoints without parents"),
            flag("leaves", "list only checkpoints without children"),
            flag("no-leaves", "list only checkpoints that are not leaves (with children)"),
            flag("tree", "list checkpoints in a tree"),
            string("from", "limit list to children of given checkpoint")
                .also_positional()
                .completes(Completer::Checkpoint),
            flag("descendants", "with --from, list all descendants"),
            flag("name", "list checkpoint names only"),
            flag("topological", "sort list topologically rather than by name"),
        ],
    ),
    Command::new(
        "checkpoint-parent",
        "Get the name of the parent of a checkpoint",
        "Extract the checkpoint's parent, if any",
        commands::checkpoint::checkpoint_parent,
        &[
            domain(Domains::CHECKPOINT),
            needed("checkpointname", "find parent of checkpoint name").completes(Completer::Checkpoint),
        ],
    ),
];
