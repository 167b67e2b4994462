//! Commands of the group `domain`: starting, stopping and defining domains.
use crate::table::command::Command;
use crate::table::common::{DISABLE_AUTOSTART, IMPACT, RESET_NVRAM, VALIDATE};
use crate::table::option::{Completer, Domains, domain, flag, needed, number, options, string};
use crate::table::words;

pub(super) const AUTOSTART: Command = Command::new(
    "autostart",
    "autostart a domain",
    "Configure a domain to be automatically started at boot.",
    &[domain(Domains::PERSISTENT), DISABLE_AUTOSTART, flag("once", "control next boot state")],
);

pub(super) const CREATE: Command = Command::new(
    "create",
    "create a domain from an XML file",
    "Create a domain.",
    &[
        needed("file", "file containing an XML domain description").completes(Completer::Path),
        flag("console", "attach to console after creation"),
        flag("paused", "leave the guest paused after creation"),
        flag("autodestroy", "automatically destroy the guest when virsh disconnects"),
        string("pass-fds", "pass file descriptors N,M,... to the guest").also_positional(),
        VALIDATE,
        RESET_NVRAM,
    ],
);

pub(super) const DEFINE: Command = Command::new(
    "define",
    "define (but don't start) a domain from an XML file",
    "Define a domain.",
    &[needed("file", "file containing an XML domain description").completes(Completer::Path), VALIDATE],
);

pub(super) const DESTROY: Command = Command::new(
    "destroy",
    "destroy (stop) a domain",
    "Forcefully stop a given domain, but leave its resources intact.",
    &[domain(Domains::ACTIVE), flag("graceful", "terminate gracefully"), flag("remove-logs", "remove domain logs")],
);

pub(super) const DOMRENAME: Command = Command::new(
    "domrename",
    "rename a domain",
    "Rename an inactive domain.",
    &[
        needed("domain", "domain name or uuid").completes(Completer::Domain(Domains::INACTIVE)),
        needed("new-name", "new domain name"),
    ],
);

pub(super) const DOMPMSUSPEND: Command = Command::new(
    "dompmsuspend",
    "suspend a domain gracefully using power management functions",
    "Suspends a running domain using guest OS's power management. (Note: This requires a \
             guest agent configured and running in the guest OS).",
    &[
        domain(Domains::RUNNING),
        needed("target", "mem(Suspend-to-RAM), disk(Suspend-to-Disk), hybrid(Hybrid-Suspend)")
            .completes(Completer::Words(words::SUSPEND_TARGETS)),
        number("duration", "duration in seconds"),
    ],
);

pub(super) const DOMPMWAKEUP: Command = Command::new(
    "dompmwakeup",
    "wakeup a domain from pmsuspended state",
    "Wakeup a domain that was previously suspended by power management.",
    &[domain(Domains::OTHER)],
);

pub(super) const EDIT: Command = Command::new(
    "edit",
    "edit XML configuration for a domain",
    "Edit the XML configuration for a domain.",
    &[domain(Domains::ALL), flag("skip-validate", "skip validation of the XML against the schema")],
);

pub(super) const REBOOT: Command = Command::new(
    "reboot",
    "reboot a domain",
    "Run a reboot command in the target domain.",
    &[
        domain(Domains::ACTIVE),
        string("mode", "shutdown mode: acpi|agent|initctl|signal|paravirt")
            .positional()
            .completes(Completer::List(words::SHUTDOWN_MODES)),
    ],
);

pub(super) const RESET: Command = Command::new(
    "reset",
    "reset a domain",
    "Reset the target domain as if by power button",
    &[domain(Domains::ACTIVE)],
);

pub(super) const RESUME: Command =
    Command::new("resume", "resume a domain", "Resume a previously suspended domain.", &[domain(Domains::PAUSED)]);

pub(super) const SET_LIFECYCLE_ACTION: Command = Command::new(
    "set-lifecycle-action",
    "change lifecycle actions",
    "Change lifecycle actions for the guest domain.",
    options![
        &[
            domain(Domains::ALL),
            needed("type", "lifecycle type to modify").completes(Completer::Words(words::LIFECYCLE_EVENTS)),
            needed("action", "lifecycle action to set").completes(Completer::Words(words::LIFECYCLE_ACTIONS))
        ],
        IMPACT
    ],
);

pub(super) const SHUTDOWN: Command = Command::new(
    "shutdown",
    "gracefully shutdown a domain",
    "Run shutdown in the target domain.",
    &[
        domain(Domains::ACTIVE),
        string("mode", "shutdown mode: acpi|agent|initctl|signal|paravirt")
            .positional()
            .completes(Completer::List(words::SHUTDOWN_MODES)),
    ],
);

pub(super) const START: Command = Command::new(
    "start",
    "start a (previously defined) inactive domain",
    "Start a domain, either from the last managedsave\n    state, or via a fresh boot if \
             no managedsave state\n    is present.",
    &[
        needed("domain", "name of the inactive domain").completes(Completer::Domain(Domains::SHUTOFF)),
        flag("console", "attach to console after creation"),
        flag("paused", "leave the guest paused after creation"),
        flag("autodestroy", "automatically destroy the guest when virsh disconnects"),
        flag("bypass-cache", "avoid file system cache when loading"),
        flag("force-boot", "force fresh boot by discarding any managed save"),
        string("pass-fds", "pass file descriptors N,M,... to the guest").also_positional(),
        RESET_NVRAM,
    ],
);

pub(super) const SUSPEND: Command =
    Command::new("suspend", "suspend a domain", "Suspend a running domain.", &[domain(Domains::RUNNING)]);
