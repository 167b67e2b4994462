//! Commands of the group `domain`: undefining.
use crate::table::command::Command;
use crate::table::option::{Completer, Domains, alias, domain, flag, string};

pub(super) const UNDEFINE: Command = Command::new(
    "undefine",
    "undefine a domain",
    "Undefine an inactive domain, or convert persistent to transient.",
    &[
        domain(Domains::PERSISTENT),
        flag("managed-save", "remove domain managed state file"),
        string(
            "storage",
            "remove associated storage volumes (comma separated list of targets or source paths) \
             (see domblklist)",
        )
        .also_positional()
        .completes(Completer::DomainDisks),
        flag("remove-all-storage", "remove all associated storage volumes (use with caution)"),
        alias("delete-snapshots", "delete-storage-volume-snapshots"),
        flag(
            "delete-storage-volume-snapshots",
            "delete snapshots associated with volume(s), requires --remove-all-storage (must be \
             supported by storage driver)",
        ),
        flag("wipe-storage", "wipe data on the removed volumes"),
        flag("snapshots-metadata", "remove all domain snapshot metadata (vm must be inactive)"),
        flag("checkpoints-metadata", "remove all domain checkpoint metadata (vm must be inactive)"),
        flag("nvram", "remove NVRAM/varstore file"),
        flag("keep-nvram", "keep NVRAM/varstore file"),
        flag("tpm", "remove TPM state"),
        flag("keep-tpm", "keep TPM state"),
    ],
);
