//! virt-admin, the group `management`.
use super::command::Command;
use super::option::{Completer, flag, needed, number, string};

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::alias("srv-threadpool-set", "server-threadpool-set"),
    Command::new(
        "server-threadpool-set",
        "set server workerpool parameters",
        "Tune threadpool attributes on a server. See OPTIONS for currently supported attributes.",
        &[
            needed("server", "Server to alter threadpool attributes on.").completes(Completer::Server),
            number("min-workers", "Change bottom limit to number of workers.").also_positional(),
            number("max-workers", "Change upper limit to number of workers.").also_positional(),
            number("priority-workers", "Change the current number of priority workers").also_positional(),
        ],
    ),
    Command::new(
        "client-disconnect",
        "force disconnect a client from the given server",
        "Force close a specific client's connection to the given server.",
        &[
            needed("server", "server which the client is currently connected to").completes(Completer::Server),
            number("client", "client which to disconnect, specified by ID").required().positional(),
        ],
    ),
    Command::alias("srv-clients-set", "server-clients-set"),
    Command::new(
        "server-clients-set",
        "set server's client-related configuration limits",
        "Tune server's client-related configuration limits. See OPTIONS for currently \
             supported attributes.",
        &[
            needed("server", "Server to alter the client-related configuration limits on.")
                .completes(Completer::Server),
            number("max-clients", "Change the upper limit to overall number of clients connected to the server.")
                .also_positional(),
            number(
                "max-unauth-clients",
                "Change the upper limit to number of clients waiting for authentication to be \
             connected to the server",
            )
            .also_positional(),
        ],
    ),
    Command::alias("srv-update-tls", "server-update-tls"),
    Command::new(
        "server-update-tls",
        "notify server to update TLS related files online.",
        "notify server to update the CA cert, CA CRL, server cert / key without restarts. See \
             OPTIONS for currently supported attributes.",
        &[needed("server", "Available servers on a daemon. Currently only supports 'libvirtd' or 'virtproxyd'.")],
    ),
    Command::new(
        "daemon-log-filters",
        "fetch or set the currently defined set of logging filters on daemon",
        "Depending on whether run with or without options, the command fetches or redefines \
             the existing active set of filters on daemon.",
        &[string("filters", "redefine the existing set of logging filters").positional().may_be_empty()],
    ),
    Command::new(
        "daemon-log-outputs",
        "fetch or set the currently defined set of logging outputs on daemon",
        "Depending on whether run with or without options, the command fetches or redefines \
             the existing active set of outputs on daemon.",
        &[string("outputs", "redefine the existing set of logging outputs").positional().may_be_empty()],
    ),
    Command::new(
        "daemon-timeout",
        "set the auto shutdown timeout of the daemon",
        "set the auto shutdown timeout of the daemon",
        &[number("timeout", "number of seconds the daemon will run without any active connection")
            .required()
            .positional()],
    ),
    Command::new(
        "daemon-shutdown",
        "stop the daemon",
        "stop the daemon",
        &[flag("preserve", "preserve state before shutting down")],
    ),
];
