//! Commands of the group `domain`: displays, screenshots and clipboards.
use crate::table::command::Command;
use crate::table::option::{Completer, Domains, domain, flag, number, string};
use crate::table::words;

pub(super) const DOMDISPLAY: Command = Command::new(
    "domdisplay",
    "domain display connection URI",
    "Output the IP address and port number for the graphical display.",
    &[
        domain(Domains::ACTIVE),
        flag("include-password", "includes the password into the connection URI if available"),
        string("type", "select particular graphical display (e.g. \"vnc\", \"spice\", \"rdp\", \"dbus\")")
            .positional()
            .completes(Completer::Words(words::DISPLAY_TYPES)),
        flag("all", "show all possible graphical displays"),
    ],
);

pub(super) const TTYCONSOLE: Command =
    Command::new("ttyconsole", "tty console", "Output the device for the TTY console.", &[domain(Domains::ACTIVE)]);

pub(super) const VNCDISPLAY: Command = Command::new(
    "vncdisplay",
    "vnc display",
    "Output the IP address and port number for the VNC display.",
    &[domain(Domains::ACTIVE)],
);

pub(super) const DOMDISPLAY_RELOAD: Command = Command::new(
    "domdisplay-reload",
    "Reload domain's graphics display certificates",
    "Reload domain's graphics display certificates",
    &[domain(Domains::ALL), number("type", "graphics display type")],
);
