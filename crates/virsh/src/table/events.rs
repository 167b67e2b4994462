//! The group `events`: Domain Events.
use super::{Command, Completer, Domains, domain, flag, number, string, words};
use crate::commands;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "event",
        "Domain Events",
        "List event types, or wait for domain events to occur",
        commands::object_events::event,
        &[
            string("domain", "filter by domain name, id or uuid")
                .also_positional()
                .completes(Completer::Domain(Domains::ALL)),
            string("event", "which event type to wait for")
                .also_positional()
                .completes(Completer::Words(words::DOMAIN_EVENTS)),
            flag("all", "wait for all events instead of just one type"),
            flag("loop", "loop until timeout or interrupt, rather than one-shot"),
            number("timeout", "timeout seconds").also_positional(),
            flag("list", "list valid event types"),
            flag("timestamp", "show timestamp for each printed event"),
        ],
    ),
    Command::new(
        "await",
        "await a domain event",
        "waits for a certain domain event to happen and then terminates",
        commands::domain::guest::await_event,
        &[
            domain(Domains::ALL),
            string("condition", "which condition to wait until")
                .required()
                .completes(Completer::Words(words::AWAIT_CONDITIONS)),
            number("timeout", "timeout seconds"),
        ],
    ),
];
