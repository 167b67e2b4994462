//! Commands of the group `domain`: consoles.
use crate::table::command::Command;
use crate::table::option::{Completer, Domains, domain, flag, string};

pub(super) const CONSOLE: Command = Command::new(
    "console",
    "connect to the guest console",
    "Connect the virtual serial console for the guest",
    &[
        domain(Domains::ACTIVE),
        string("devname", "character device name").also_positional().completes(Completer::ConsoleDevice),
        flag("force", "force console connection (disconnect already connected sessions)"),
        flag("resume", "resume a paused guest after connecting to console"),
        flag("safe", "only connect if safe console handling is supported"),
    ],
);
