//! The group `snapshot`: Snapshot.
use super::command::Command;
use super::common::{RESET_NVRAM, SECURITY_INFO, SELECT, SNAPSHOT_KIND, SNAPSHOT_NAME};
use super::option::{Completer, Domains, argv, domain, flag, needed, options, string};

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "snapshot-create",
        "Create a snapshot from XML",
        "Create a snapshot (disk and RAM) from XML",
        options![
            &[
                domain(Domains::ALL),
                string("xmlfile", "domain snapshot XML").positional().completes(Completer::Path),
                flag("redefine", "redefine metadata for existing snapshot"),
                flag("current", "with redefine, set current snapshot")
            ],
            SNAPSHOT_KIND
        ],
    ),
    Command::new(
        "snapshot-create-as",
        "Create a snapshot from a set of args",
        "Create a snapshot (disk and RAM) from arguments",
        options![
            &[
                domain(Domains::ALL),
                string("name", "name of snapshot").also_positional(),
                string("description", "description of snapshot").also_positional(),
                flag("print-xml", "print XML document rather than create")
            ],
            SNAPSHOT_KIND,
            &[
                string("memspec", "memory attributes: [file=]name[,snapshot=type]"),
                argv("diskspec", "disk attributes: disk[,snapshot=type][,driver=type][,stype=type][,file=name]")
                    .also_positional()
            ]
        ],
    ),
    Command::new(
        "snapshot-current",
        "Get or set the current snapshot",
        "Get or set the current snapshot",
        &[
            domain(Domains::SNAPSHOT),
            flag("name", "list the name, rather than the full xml"),
            SECURITY_INFO,
            string("snapshotname", "name of existing snapshot to make current")
                .positional()
                .completes(Completer::Snapshot),
        ],
    ),
    Command::new(
        "snapshot-delete",
        "Delete a domain snapshot",
        "Snapshot Delete",
        &[
            domain(Domains::SNAPSHOT),
            SNAPSHOT_NAME,
            flag("current", "delete current snapshot"),
            flag("children", "delete snapshot and all children"),
            flag("children-only", "delete children but not snapshot"),
            flag("metadata", "delete only libvirt metadata, leaving snapshot contents behind"),
        ],
    ),
    Command::new(
        "snapshot-dumpxml",
        "Dump XML for a domain snapshot",
        "Snapshot Dump XML",
        options![
            &[
                domain(Domains::SNAPSHOT),
                needed("snapshotname", "snapshot name").completes(Completer::Snapshot),
                SECURITY_INFO
            ],
            SELECT
        ],
    ),
    Command::new(
        "snapshot-edit",
        "edit XML for a snapshot",
        "Edit the domain snapshot XML for a named snapshot",
        &[
            domain(Domains::SNAPSHOT),
            SNAPSHOT_NAME,
            flag("current", "also set edited snapshot as current"),
            flag("rename", "allow renaming an existing snapshot"),
            flag("clone", "allow cloning to new name"),
        ],
    ),
    Command::new(
        "snapshot-info",
        "snapshot information",
        "Returns basic information about a snapshot.",
        &[domain(Domains::SNAPSHOT), SNAPSHOT_NAME, flag("current", "info on current snapshot")],
    ),
    Command::new(
        "snapshot-list",
        "List snapshots for a domain",
        "Snapshot List",
        &[
            domain(Domains::SNAPSHOT),
            flag("parent", "add a column showing parent snapshot"),
            flag("roots", "list only snapshots without parents"),
            flag("leaves", "list only snapshots without children"),
            flag("no-leaves", "list only snapshots that are not leaves (with children)"),
            flag("metadata", "list only snapshots that have metadata that would prevent undefine"),
            flag("no-metadata", "list only snapshots that have no metadata managed by libvirt"),
            flag("inactive", "filter by snapshots taken while inactive"),
            flag("active", "filter by snapshots taken while active (full system snapshots)"),
            flag("disk-only", "filter by disk-only snapshots"),
            flag("internal", "filter by internal snapshots"),
            flag("external", "filter by external snapshots"),
            flag("tree", "list snapshots in a tree"),
            string("from", "limit list to children of given snapshot").also_positional().completes(Completer::Snapshot),
            flag("current", "limit list to children of current snapshot"),
            flag("descendants", "with --from, list all descendants"),
            flag("name", "list snapshot names only"),
            flag("topological", "sort list topologically rather than by name"),
        ],
    ),
    Command::new(
        "snapshot-parent",
        "Get the name of the parent of a snapshot",
        "Extract the snapshot's parent, if any",
        &[
            domain(Domains::SNAPSHOT),
            string("snapshotname", "find parent of snapshot name").positional().completes(Completer::Snapshot),
            flag("current", "find parent of current snapshot"),
        ],
    ),
    Command::new(
        "snapshot-revert",
        "Revert a domain to a snapshot",
        "Revert domain to snapshot",
        &[
            domain(Domains::SNAPSHOT),
            SNAPSHOT_NAME,
            flag("current", "revert to current snapshot"),
            flag("running", "after reverting, change state to running"),
            flag("paused", "after reverting, change state to paused"),
            flag("force", "try harder on risky reverts"),
            RESET_NVRAM,
        ],
    ),
];
