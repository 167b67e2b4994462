//! The group `virsh`: Virsh itself.
use super::command::Command;
use super::option::{flag, string};
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
    Command::new(
        "connect",
        "(re)connect to hypervisor",
        "Connect to local hypervisor. This is built-in command after shell start up.",
        &[
            string("name", "hypervisor connection URI").positional().may_be_empty(),
            flag("readonly", "read-only connection"),
        ],
    )
    .without_connection(),
];
