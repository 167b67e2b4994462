//! The group `events`: Domain Events.
use super::command::Command;
use super::common::{LIST_EVENTS, LOOP, TIMEOUT, TIMESTAMP};
use super::option::{Completer, Domains, domain, flag, number, string};
use super::words;

/// The commands of the group, in the order of its help.
pub(super) const COMMANDS: &[Command] = &[
    Command::new(
        "event",
        "Domain Events",
        "List event types, or wait for domain events to occur",
        &[
            string("domain", "filter by domain name, id or uuid")
                .also_positional()
                .completes(Completer::Domain(Domains::ALL)),
            string("event", "which event type to wait for")
                .also_positional()
                .completes(Completer::Words(words::DOMAIN_EVENTS)),
            flag("all", "wait for all events instead of just one type"),
            LOOP,
            TIMEOUT,
            LIST_EVENTS,
            TIMESTAMP,
        ],
    ),
    Command::new(
        "await",
        "await a domain event",
        "waits for a certain domain event to happen and then terminates",
        &[
            domain(Domains::ALL),
            string("condition", "which condition to wait until")
                .required()
                .completes(Completer::Words(words::AWAIT_CONDITIONS)),
            number("timeout", "timeout seconds"),
        ],
    ),
];
