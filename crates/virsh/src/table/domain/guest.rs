//! Commands of the group `domain`: what the guest does or its agent.
use crate::table::command::Command;
use crate::table::option::{Completer, Domains, argv, domain, flag, needed, number, string};
use crate::table::words;

pub(super) const DOMFSFREEZE: Command = Command::new(
    "domfsfreeze",
    "Freeze domain's mounted filesystems.",
    "Freeze domain's mounted filesystems.",
    &[
        domain(Domains::ACTIVE),
        argv("mountpoint", "mountpoint path to be frozen").positional().completes(Completer::MountPoints),
    ],
);

pub(super) const DOMFSTHAW: Command = Command::new(
    "domfsthaw",
    "Thaw domain's mounted filesystems.",
    "Thaw domain's mounted filesystems.",
    &[
        domain(Domains::ACTIVE),
        argv("mountpoint", "mountpoint path to be thawed").positional().completes(Completer::MountPoints),
    ],
);

pub(super) const DOMFSINFO: Command = Command::new(
    "domfsinfo",
    "Get information of domain's mounted filesystems.",
    "Get information of domain's mounted filesystems.",
    &[domain(Domains::ACTIVE)],
);

pub(super) const DOMFSTRIM: Command = Command::new(
    "domfstrim",
    "Invoke fstrim on domain's mounted filesystems.",
    "Invoke fstrim on domain's mounted filesystems.",
    &[
        domain(Domains::ACTIVE),
        number("minimum", "Just a hint to ignore contiguous free ranges smaller than this (Bytes)").also_positional(),
        string("mountpoint", "which mount point to trim").also_positional().completes(Completer::MountPoints),
    ],
);

pub(super) const DOMHOSTNAME: Command = Command::new(
    "domhostname",
    "print the domain's hostname",
    "",
    &[
        domain(Domains::ACTIVE),
        string("source", "address source: 'lease' or 'agent'")
            .also_positional()
            .completes(Completer::Words(words::HOSTNAME_SOURCES)),
    ],
);

pub(super) const GET_USER_SSHKEYS: Command = Command::new(
    "get-user-sshkeys",
    "list authorized SSH keys for given user (via agent)",
    "Use the guest agent to query authorized SSH keys for given user",
    &[domain(Domains::ACTIVE), needed("user", "user to list authorized keys for")],
);

pub(super) const INJECT_NMI: Command = Command::new(
    "inject-nmi",
    "Inject NMI to the guest",
    "Inject NMI to the guest domain.",
    &[domain(Domains::ACTIVE)],
);

pub(super) const SEND_KEY: Command = Command::new(
    "send-key",
    "Send keycodes to the guest",
    "Send keycodes (integers or symbolic names) to the guest",
    &[
        domain(Domains::ACTIVE),
        string("codeset", "the codeset of keycodes, default:linux").completes(Completer::Words(words::CODESETS)),
        number("holdtime", "the time (in milliseconds) how long the keys will be held"),
        argv("keycode", "the key code").required().positional().completes(Completer::Key),
    ],
);

pub(super) const SEND_PROCESS_SIGNAL: Command = Command::new(
    "send-process-signal",
    "Send signals to processes",
    "Send signals to processes in the guest",
    &[
        domain(Domains::ACTIVE),
        needed("pid", "the process ID"),
        needed("signame", "the signal number or name").completes(Completer::Words(words::SIGNALS)),
    ],
);

pub(super) const GUEST_AGENT_TIMEOUT: Command = Command::new(
    "guest-agent-timeout",
    "Set the guest agent timeout",
    "Set the number of seconds to wait for a response from the guest agent.",
    &[domain(Domains::ALL), number("timeout", "timeout seconds.")],
);

pub(super) const SET_USER_SSHKEYS: Command = Command::new(
    "set-user-sshkeys",
    "manipulate authorized SSH keys file for given user (via agent)",
    "Append, reset or remove specified key from the authorized keys file for given user",
    &[
        domain(Domains::ACTIVE),
        needed("user", "user to set authorized keys for"),
        string("file", "optional file to read keys from").positional().completes(Completer::Path),
        flag("reset", "clear out authorized keys file before adding new keys"),
        flag("remove", "remove keys from the authorized keys file"),
    ],
);

pub(super) const SET_USER_PASSWORD: Command = Command::new(
    "set-user-password",
    "set the user password inside the domain",
    "changes the password of the specified user inside the domain",
    &[
        domain(Domains::ACTIVE),
        needed("user", "the username"),
        needed("password", "the new password"),
        flag("encrypted", "the password is already encrypted"),
    ],
);

pub(super) const GUESTINFO: Command = Command::new(
    "guestinfo",
    "query information about the guest (via agent)",
    "Use the guest agent to query various information from guest's point of view",
    &[
        domain(Domains::ACTIVE),
        flag("user", "report active users"),
        flag("os", "report operating system information"),
        flag("timezone", "report timezone information"),
        flag("hostname", "report hostname"),
        flag("filesystem", "report filesystem information"),
        flag("disk", "report disk information"),
        flag("interface", "report interface information"),
        flag("load", "report load averages information"),
        flag("devices", "report devices information"),
    ],
);

pub(super) const DOMDIRTYRATE_CALC: Command = Command::new(
    "domdirtyrate-calc",
    "Calculate a vm's memory dirty rate",
    "Calculate memory dirty rate of a domain in order to decide whether it's proper to be \
             migrated out or not.\nThe calculated dirty rate information is available by calling \
             'domstats --dirtyrate'.",
    &[
        domain(Domains::ALL),
        number(
            "seconds",
            "calculate memory dirty rate within specified seconds, the supported value range from \
             1 to 60, default to 1.",
        )
        .also_positional(),
        string(
            "mode",
            "dirty page rate calculation mode, either of these 3 options 'page-sampling, \
             dirty-bitmap, dirty-ring' can be specified.",
        )
        .also_positional()
        .completes(Completer::Words(words::DIRTY_RATE_MODES)),
    ],
);
