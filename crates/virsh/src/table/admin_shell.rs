//! virt-admin, the group `virt-admin`.
use super::command::Command;
use super::option::string;
use super::shell_common;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    shell_common::CD,
    shell_common::ECHO,
    shell_common::EXIT,
    shell_common::HELP,
    shell_common::PWD,
    shell_common::QUIT,
    shell_common::SELF_TEST,
    shell_common::COMPLETE,
    Command::new("uri", "print the admin server URI", "", &[]),
    Command::new("version", "show version", "Display the system and also the daemon version information.", &[]),
    Command::new(
        "connect",
        "connect to daemon's admin server",
        "Connect to a daemon's administrating server.",
        &[string("name", "daemon's admin server connection URI").positional().may_be_empty()],
    )
    .without_connection(),
];
