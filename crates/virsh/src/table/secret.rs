//! The group `secret`: Secret.
use super::command::Command;
use super::common::{LIST_EVENTS, LOOP, SECRET, SELECT, TIMEOUT, TIMESTAMP, VALIDATE};
use super::option::{Completer, flag, needed, options, string};
use super::words;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "secret-define",
        "define or modify a secret from an XML file",
        "Define or modify a secret.",
        &[needed("file", "file containing secret attributes in XML").completes(Completer::Path), VALIDATE],
    ),
    Command::new(
        "secret-dumpxml",
        "secret attributes in XML",
        "Output attributes of a secret as an XML dump to stdout.",
        options![&[SECRET], SELECT],
    ),
    Command::new(
        "secret-event",
        "Secret Events",
        "List event types, or wait for secret events to occur",
        &[
            string("secret", "filter by secret name or uuid").also_positional().completes(Completer::Secret),
            string("event", "which event type to wait for")
                .also_positional()
                .completes(Completer::Words(words::SECRET_EVENTS)),
            LOOP,
            TIMEOUT,
            LIST_EVENTS,
            TIMESTAMP,
        ],
    ),
    Command::new(
        "secret-get-value",
        "Output a secret value",
        "Output a secret value to stdout.",
        &[SECRET, flag("plain", "get value without converting to base64")],
    ),
    Command::new(
        "secret-list",
        "list secrets",
        "Returns a list of secrets",
        &[
            flag("ephemeral", "list ephemeral secrets"),
            flag("no-ephemeral", "list non-ephemeral secrets"),
            flag("private", "list private secrets"),
            flag("no-private", "list non-private secrets"),
        ],
    ),
    Command::new(
        "secret-set-value",
        "set a secret value",
        "Set a secret value.",
        &[
            SECRET,
            string("file", "read secret from file").completes(Completer::Path),
            flag("plain", "read the secret from file without converting from base64"),
            flag("interactive", "read the secret from the terminal"),
            string("base64", "base64-encoded secret value").also_positional(),
        ],
    ),
    Command::new("secret-undefine", "undefine a secret", "Undefine a secret.", &[SECRET]),
];
