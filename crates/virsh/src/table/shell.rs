//! The group `virsh`: Virsh itself.
use super::{Command, Completer, alias, argv, flag, string};
use crate::commands;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "cd",
        "change the current directory",
        "Change the current directory.",
        commands::general::cd,
        &[string("dir", "directory to switch to (default: home or else root)").positional().completes(Completer::Path)],
    )
    .without_connection(),
    Command::new(
        "echo",
        "echo arguments. Used for internal testing.",
        "Echo back arguments, possibly with quoting. Used for internal testing.",
        commands::general::echo,
        &[
            flag("shell", "escape for shell use"),
            flag("xml", "escape for XML use"),
            flag("split", "split each argument on ','; ',,' is an escape sequence"),
            flag("err", "output to stderr"),
            alias("str", "string"),
            alias("hi", "string=hello"),
            string("prefix", "prefix the message"),
            argv("string", "arguments to echo").positional(),
        ],
    )
    .without_connection(),
    Command::new("exit", "quit this interactive terminal", "", commands::general::exit, &[]).without_connection(),
    Command::new(
        "help",
        "print help",
        "Prints global help, command specific help, or help for a\n    group of related commands",
        commands::general::help,
        &[string("command", "Prints global help, command specific help, or help for a group of related commands")
            .positional()
            .completes(Completer::Command)],
    )
    .without_connection(),
    Command::new("pwd", "print the current directory", "Print the current directory.", commands::general::pwd, &[])
        .without_connection(),
    Command::new("quit", "quit this interactive terminal", "", commands::general::quit, &[]).without_connection(),
    Command::new(
        "self-test",
        "internal command for testing virt shells",
        "internal use only",
        commands::general::self_test,
        &[
            flag("completers-missing", "output the list of options which are missing completers"),
            flag("dump-help", "output help for each command"),
        ],
    )
    .without_connection()
    .hidden(),
    Command::new(
        "complete",
        "internal command for autocompletion",
        "internal use only",
        commands::general::complete,
        &[argv("string", "partial string to autocomplete").positional().may_be_empty()],
    )
    .without_connection()
    .hidden(),
    Command::new(
        "connect",
        "(re)connect to hypervisor",
        "Connect to local hypervisor. This is built-in command after shell start up.",
        commands::general::connect,
        &[
            string("name", "hypervisor connection URI").positional().may_be_empty(),
            flag("readonly", "read-only connection"),
        ],
    )
    .without_connection(),
];
