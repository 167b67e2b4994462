//! The group `checkpoint`: Checkpoint.
use super::command::Command;
use super::common::{CHECKPOINT_NAME, QUIESCE, SECURITY_INFO, SELECT};
use super::option::{Completer, Domains, argv, domain, flag, needed, options, string};

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "checkpoint-create",
        "Create a checkpoint from XML",
        "Create a checkpoint from XML for use in future incremental backups",
        &[
            domain(Domains::ACTIVE),
            string("xmlfile", "domain checkpoint XML").positional().completes(Completer::Path),
            flag("redefine", "redefine metadata for existing checkpoint"),
            flag("redefine-validate", "validate the redefined checkpoint"),
            QUIESCE,
        ],
    ),
    Command::new(
        "checkpoint-create-as",
        "Create a checkpoint from a set of args",
        "Create a checkpoint from arguments for use in future incremental backups",
        &[
            domain(Domains::ACTIVE),
            string("name", "name of checkpoint").also_positional(),
            string("description", "description of checkpoint").also_positional(),
            flag("print-xml", "print XML document rather than create"),
            QUIESCE,
            argv("diskspec", "disk attributes: disk[,checkpoint=type][,bitmap=name]").also_positional(),
        ],
    ),
    Command::new(
        "checkpoint-delete",
        "Delete a domain checkpoint",
        "Checkpoint Delete",
        &[
            domain(Domains::ACTIVE_CHECKPOINT),
            CHECKPOINT_NAME,
            flag("children", "delete checkpoint and all children"),
            flag("children-only", "delete children but not checkpoint"),
            flag("metadata", "delete only libvirt metadata, leaving checkpoint contents behind"),
        ],
    ),
    Command::new(
        "checkpoint-dumpxml",
        "Dump XML for a domain checkpoint",
        "Checkpoint Dump XML",
        options![
            &[
                domain(Domains::CHECKPOINT),
                CHECKPOINT_NAME,
                SECURITY_INFO,
                flag("no-domain", "exclude <domain> from XML"),
                flag("size", "include backup size estimate in XML dump")
            ],
            SELECT
        ],
    ),
    Command::new(
        "checkpoint-edit",
        "edit XML for a checkpoint",
        "Edit the domain checkpoint XML for a named checkpoint",
        &[domain(Domains::CHECKPOINT), CHECKPOINT_NAME],
    ),
    Command::new(
        "checkpoint-info",
        "checkpoint information",
        "Returns basic information about a checkpoint.",
        &[domain(Domains::CHECKPOINT), CHECKPOINT_NAME],
    ),
    Command::new(
        "checkpoint-list",
        "List checkpoints for a domain",
        "Checkpoint List",
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
        &[
            domain(Domains::CHECKPOINT),
            needed("checkpointname", "find parent of checkpoint name").completes(Completer::Checkpoint),
        ],
    ),
];
