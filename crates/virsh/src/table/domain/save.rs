//! Commands of the group `domain`: saved states and dumps.
use crate::table::command::Command;
use crate::table::common::{PAUSED_ON_RESTORE, RESET_NVRAM, RUNNING_ON_RESTORE, SECURITY_INFO, SELECT, UPDATED_XML};
use crate::table::option::{Completer, Domains, domain, flag, needed, number, options, string};
use crate::table::words;

pub(super) const DUMP: Command = Command::new(
    "dump",
    "dump the core of a domain to a file for analysis",
    "Core dump a domain.",
    &[
        domain(Domains::ACTIVE),
        needed("file", "where to dump the core").completes(Completer::Path),
        flag("live", "perform a live core dump if supported"),
        flag("crash", "crash the domain after core dump"),
        flag("bypass-cache", "avoid file system cache when dumping"),
        flag("reset", "reset the domain after core dump"),
        flag("verbose", "display the progress of dump"),
        flag("memory-only", "dump domain's memory only"),
        string("format", "specify the format of memory-only dump")
            .also_positional()
            .completes(Completer::Words(words::DUMP_FORMATS)),
    ],
);

pub(super) const MANAGEDSAVE: Command = Command::new(
    "managedsave",
    "managed save of a domain state",
    "Save and destroy a running domain, so it can be restarted from\n    the same state \
             at a later time.  When the virsh 'start'\n    command is next run for the domain, it \
             will automatically\n    be started from this saved state.",
    &[
        domain(Domains::ACTIVE),
        flag("bypass-cache", "avoid file system cache when saving"),
        flag("running", "set domain to be running on next start"),
        flag("paused", "set domain to be paused on next start"),
        flag("verbose", "display the progress of save"),
    ],
);

pub(super) const MANAGEDSAVE_REMOVE: Command = Command::new(
    "managedsave-remove",
    "Remove managed save of a domain",
    "Remove an existing managed save state file from a domain",
    &[domain(Domains::MANAGED_SAVE)],
);

pub(super) const MANAGEDSAVE_EDIT: Command = Command::new(
    "managedsave-edit",
    "edit XML for a domain's managed save state file",
    "Edit the domain XML associated with the managed save state file",
    &[
        domain(Domains::MANAGED_SAVE),
        flag("running", "set domain to be running on start"),
        flag("paused", "set domain to be paused on start"),
    ],
);

pub(super) const MANAGEDSAVE_DUMPXML: Command = Command::new(
    "managedsave-dumpxml",
    "Domain information of managed save state file in XML",
    "Dump XML of domain information for a managed save state file to stdout.",
    options![&[domain(Domains::MANAGED_SAVE), SECURITY_INFO], SELECT],
);

pub(super) const MANAGEDSAVE_DEFINE: Command = Command::new(
    "managedsave-define",
    "redefine the XML for a domain's managed save state file",
    "Replace the domain XML associated with a managed save state file",
    &[
        domain(Domains::MANAGED_SAVE),
        needed("xml", "filename containing updated XML for the target").completes(Completer::Path),
        flag("running", "set domain to be running on start"),
        flag("paused", "set domain to be paused on start"),
    ],
);

pub(super) const RESTORE: Command = Command::new(
    "restore",
    "restore a domain from a saved state in a file",
    "Restore a domain.",
    &[
        needed("file", "the state to restore").completes(Completer::Path),
        flag("bypass-cache", "avoid file system cache when restoring"),
        number("parallel-channels", "number of IO channels to use for parallel restore"),
        UPDATED_XML,
        flag("running", "restore domain into running state"),
        flag("paused", "restore domain into paused state"),
        RESET_NVRAM,
    ],
);

pub(super) const SAVE: Command = Command::new(
    "save",
    "save a domain state to a file",
    "Save the RAM state of a running domain.",
    &[
        domain(Domains::ACTIVE),
        needed("file", "where to save the data").completes(Completer::Path),
        flag("bypass-cache", "avoid file system cache when saving"),
        number("parallel-channels", "number of IO channels to use for parallel save"),
        string("image-format", "format of the save image file").completes(Completer::Words(words::SAVE_FORMATS)),
        UPDATED_XML,
        RUNNING_ON_RESTORE,
        PAUSED_ON_RESTORE,
        flag("verbose", "display the progress of save"),
    ],
);

pub(super) const SAVE_IMAGE_DEFINE: Command = Command::new(
    "save-image-define",
    "redefine the XML for a domain's saved state file",
    "Replace the domain XML associated with a saved state file",
    &[
        needed("file", "saved state file to modify").completes(Completer::Path),
        needed("xml", "filename containing updated XML for the target").completes(Completer::Path),
        RUNNING_ON_RESTORE,
        PAUSED_ON_RESTORE,
    ],
);

pub(super) const SAVE_IMAGE_DUMPXML: Command = Command::new(
    "save-image-dumpxml",
    "saved state domain information in XML",
    "Dump XML of domain information for a saved state file to stdout.",
    options![&[needed("file", "saved state file to read").completes(Completer::Path), SECURITY_INFO], SELECT],
);

pub(super) const SAVE_IMAGE_EDIT: Command = Command::new(
    "save-image-edit",
    "edit XML for a domain's saved state file",
    "Edit the domain XML associated with a saved state file",
    &[needed("file", "saved state file to edit").completes(Completer::Path), RUNNING_ON_RESTORE, PAUSED_ON_RESTORE],
);

pub(super) const SCREENSHOT: Command = Command::new(
    "screenshot",
    "take a screenshot of a current domain console and store it into a file",
    "screenshot of a current domain console",
    &[
        domain(Domains::ACTIVE),
        string("file", "where to store the screenshot").also_positional().completes(Completer::Path),
        number("screen", "ID of a screen to take screenshot of").also_positional(),
    ],
);
