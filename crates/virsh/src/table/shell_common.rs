//! The commands about the program itself that virsh and virt-admin have alike.
use super::command::Command;
use super::option::{Completer, alias, argv, flag, string};

pub(super) const CD: Command = Command::new(
    "cd",
    "change the current directory",
    "Change the current directory.",
    &[string("dir", "directory to switch to (default: home or else root)").positional().completes(Completer::Path)],
)
.without_connection();

pub(super) const ECHO: Command = Command::new(
    "echo",
    "echo arguments. Used for internal testing.",
    "Echo back arguments, possibly with quoting. Used for internal testing.",
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
.without_connection();

pub(super) const EXIT: Command = Command::new("exit", "quit this interactive terminal", "", &[]).without_connection();

pub(super) const HELP: Command = Command::new(
    "help",
    "print help",
    "Prints global help, command specific help, or help for a\n    group of related commands",
    &[string("command", "Prints global help, command specific help, or help for a group of related commands")
        .positional()
        .completes(Completer::Command)],
)
.without_connection();

pub(super) const PWD: Command =
    Command::new("pwd", "print the current directory", "Print the current directory.", &[]).without_connection();

pub(super) const QUIT: Command = Command::new("quit", "quit this interactive terminal", "", &[]).without_connection();

pub(super) const SELF_TEST: Command = Command::new(
    "self-test",
    "internal command for testing virt shells",
    "internal use only",
    &[
        flag("completers-missing", "output the list of options which are missing completers"),
        flag("dump-help", "output help for each command"),
    ],
)
.without_connection()
.hidden();

pub(super) const COMPLETE: Command = Command::new(
    "complete",
    "internal command for autocompletion",
    "internal use only",
    &[argv("string", "partial string to autocomplete").positional().may_be_empty()],
)
.without_connection()
.hidden();
