//! The group `secret`: Secret.
use super::{Command, Completer, flag, needed, number, string, words};
use crate::commands;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "secret-define",
        "define or modify a secret from an XML file",
        "Define or modify a secret.",
        commands::secret::secret_define,
        &[
            needed("file", "file containing secret attributes in XML").completes(Completer::Path),
            flag("validate", "validate the XML against the schema"),
        ],
    ),
    Command::new(
        "secret-dumpxml",
        "secret attributes in XML",
        "Output attributes of a secret as an XML dump to stdout.",
        commands::secret::secret_dumpxml,
        &[
            needed("secret", "secret UUID").completes(Completer::Secret),
            string("xpath", "xpath expression to filter the XML document"),
            flag("wrap", "wrap xpath results in an common root element"),
        ],
    ),
    Command::new(
        "secret-event",
        "Secret Events",
        "List event types, or wait for secret events to occur",
        commands::object_events::secret_event,
        &[
            string("secret", "filter by secret name or uuid").also_positional().completes(Completer::Secret),
            string("event", "which event type to wait for")
                .also_positional()
                .completes(Completer::Words(words::SECRET_EVENTS)),
            flag("loop", "loop until timeout or interrupt, rather than one-shot"),
            number("timeout", "timeout seconds").also_positional(),
            flag("list", "list valid event types"),
            flag("timestamp", "show timestamp for each printed event"),
        ],
    ),
    Command::new(
        "secret-get-value",
        "Output a secret value",
        "Output a secret value to stdout.",
        commands::secret::secret_get_value,
        &[
            needed("secret", "secret UUID").completes(Completer::Secret),
            flag("plain", "get value without converting to base64"),
        ],
    ),
    Command::new(
        "secret-list",
        "list secrets",
        "Returns a list of secrets",
        commands::secret::secret_list,
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
        commands::secret::secret_set_value,
        &[
            needed("secret", "secret UUID").completes(Completer::Secret),
            string("file", "read secret from file").completes(Completer::Path),
            flag("plain", "read the secret from file without converting from base64"),
            flag("interactive", "read the secret from the terminal"),
            string("base64", "base64-encoded secret value").also_positional(),
        ],
    ),
    Command::new(
        "secret-undefine",
        "undefine a secret",
        "Undefine a secret.",
        commands::secret::secret_undefine,
        &[needed("secret", "secret UUID").completes(Completer::Secret)],
    ),
];
