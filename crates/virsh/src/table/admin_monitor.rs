//! virt-admin, the group `monitor`.
use super::command::Command;
use super::option::{Completer, needed};

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::alias("srv-list", "server-list"),
    Command::new("server-list", "list available servers on a daemon", "List all manageable servers on a daemon.", &[]),
    Command::alias("srv-threadpool-info", "server-threadpool-info"),
    Command::new(
        "server-threadpool-info",
        "get server workerpool parameters",
        "Retrieve threadpool attributes from a server.",
        &[needed("server", "Server to retrieve threadpool attributes from.").completes(Completer::Server)],
    ),
    Command::alias("srv-clients-list", "client-list"),
    Command::new(
        "client-list",
        "list clients connected to <server>",
        "List all manageable clients connected to <server>.",
        &[needed("server", "server which to list connected clients from").completes(Completer::Server)],
    ),
    Command::new(
        "client-info",
        "retrieve client's identity info from server",
        "Retrieve identity details about <client> from <server>",
        &[
            needed("server", "server to which <client> is connected to").completes(Completer::Server),
            needed("client", "client which to retrieve identity information for"),
        ],
    ),
    Command::alias("srv-clients-info", "server-clients-info"),
    Command::new(
        "server-clients-info",
        "get server's client-related configuration limits",
        "Retrieve server's client-related configuration limits",
        &[needed("server", "Server to retrieve the client limits from.").completes(Completer::Server)],
    ),
];
