//! Commands of the group `domain`: formats and calls of single hypervisors.
use crate::table::command::Command;
use crate::table::common::{LOOP, TIMEOUT, TIMESTAMP};
use crate::table::option::{Completer, Domains, argv, domain, flag, needed, number, string};

pub(super) const DOMLAUNCHSECINFO: Command = Command::new(
    "domlaunchsecinfo",
    "Get domain launch security info",
    "Get the launch security parameters for a guest domain",
    &[domain(Domains::ALL)],
);

pub(super) const DOMSETLAUNCHSECSTATE: Command = Command::new(
    "domsetlaunchsecstate",
    "Set domain launch security state",
    "Set a secret in the guest domain's memory",
    &[
        domain(Domains::ALL),
        string("secrethdr", "path to file containing the secret header"),
        string("secret", "path to file containing the secret"),
        number("set-address", "physical address within the guest domain's memory to set the secret").also_positional(),
    ],
);

pub(super) const DOMXML_FROM_NATIVE: Command = Command::new(
    "domxml-from-native",
    "Convert native config to domain XML",
    "Convert native guest configuration format to domain XML format.",
    &[
        needed("format", "source config data format"),
        needed("config", "config data file to import from").completes(Completer::Path),
    ],
);

pub(super) const DOMXML_TO_NATIVE: Command = Command::new(
    "domxml-to-native",
    "Convert domain XML to native config",
    "Convert domain XML config to a native guest configuration format.",
    &[
        needed("format", "target config data type format"),
        string("domain", "domain name, id or uuid").completes(Completer::Domain(Domains::ALL)),
        string("xml", "xml data file to export from").also_positional().completes(Completer::Path),
    ],
);

pub(super) const LXC_ENTER_NAMESPACE: Command = Command::new(
    "lxc-enter-namespace",
    "LXC Guest Enter Namespace",
    "Run an arbitrary command in a lxc guest namespace; use at your own risk",
    &[
        domain(Domains::ACTIVE),
        flag("noseclabel", "Do not change process security label"),
        argv("cmd", "command to run").required().positional(),
    ],
);

pub(super) const QEMU_ATTACH: Command =
    Command::new("qemu-attach", "QEMU Attach", "QEMU Attach", &[needed("pid", "pid")]);

pub(super) const QEMU_MONITOR_COMMAND: Command = Command::new(
    "qemu-monitor-command",
    "QEMU Monitor Command",
    "QEMU Monitor Command",
    &[
        domain(Domains::ACTIVE),
        flag("hmp", "command is in human monitor protocol"),
        flag("pretty", "pretty-print any qemu monitor protocol output"),
        flag("return-value", "extract the value of the 'return' key from the returned string"),
        string("pass-fds", "pass file descriptors N,M,... along with the command"),
        argv("cmd", "command").required().positional(),
    ],
);

pub(super) const QEMU_MONITOR_EVENT: Command = Command::new(
    "qemu-monitor-event",
    "QEMU Monitor Events",
    "Listen for QEMU Monitor Events",
    &[
        string("domain", "filter by domain name, id or uuid")
            .also_positional()
            .completes(Completer::Domain(Domains::ALL)),
        string("event", "filter by event name").also_positional(),
        flag("pretty", "pretty-print any JSON output"),
        LOOP,
        TIMEOUT,
        flag("regex", "treat event as a regex rather than literal filter"),
        flag("no-case", "treat event case-insensitively"),
        TIMESTAMP,
    ],
);

pub(super) const QEMU_AGENT_COMMAND: Command = Command::new(
    "qemu-agent-command",
    "QEMU Guest Agent Command",
    "Run an arbitrary qemu guest agent command; use at your own risk",
    &[
        domain(Domains::ACTIVE),
        number("timeout", "timeout seconds. must be positive."),
        flag("async", "execute command without waiting for timeout"),
        flag("block", "execute command without timeout"),
        flag("pretty", "pretty-print the output"),
        argv("cmd", "command").required().positional(),
    ],
);

pub(super) const DOM_FD_ASSOCIATE: Command = Command::new(
    "dom-fd-associate",
    "associate a FD with a domain",
    "associate a FD with a domain",
    &[
        domain(Domains::ALL),
        needed("name", "name of the FD group"),
        needed("pass-fds", "file descriptors N,M,... to associate"),
        flag("seclabel-writable", "use seclabels allowing writes"),
        flag("seclabel-restore", "try to restore security label after use if possible"),
    ],
);
