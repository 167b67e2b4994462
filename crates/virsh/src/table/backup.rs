//! The group `backup`: Backup.
use super::command::Command;
use super::common::SELECT;
use super::option::{Completer, Domains, domain, flag, options, string};

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "backup-begin",
        "Start a disk backup of a live domain",
        "Use XML to start a full or incremental disk backup of a live domain, optionally \
             creating a checkpoint",
        &[
            domain(Domains::ACTIVE),
            string("backupxml", "domain backup XML").positional().completes(Completer::Path),
            string("checkpointxml", "domain checkpoint XML").also_positional().completes(Completer::Path),
            flag("reuse-external", "reuse files provided by caller"),
            flag("preserve-domain-on-shutdown", "avoid shutdown of the domain while the backup is running"),
        ],
    ),
    Command::new(
        "backup-dumpxml",
        "Dump XML for an ongoing domain block backup job",
        "Backup Dump XML",
        options![&[domain(Domains::ACTIVE)], SELECT],
    ),
];
