//! States of domains and their reasons, in words.

const STATES: [&str; 8] =
    ["no state", "running", "idle", "paused", "in shutdown", "shut off", "crashed", "pmsuspended"];

const RUNNING: &[&str] = &[
    "unknown",
    "booted",
    "migrated",
    "restored",
    "from snapshot",
    "unpaused",
    "migration canceled",
    "save canceled",
    "event wakeup",
    "crashed",
    "post-copy",
    "post-copy failed",
];
const PAUSED: &[&str] = &[
    "unknown",
    "user",
    "migrating",
    "saving",
    "dumping",
    "I/O error",
    "watchdog",
    "from snapshot",
    "shutting down",
    "creating snapshot",
    "crashed",
    "starting up",
    "post-copy",
    "post-copy failed",
    "api error",
];
const SHUTDOWN: &[&str] = &["unknown", "user"];
const SHUTOFF: &[&str] =
    &["unknown", "shutdown", "destroyed", "crashed", "migrated", "saved", "failed", "from snapshot", "daemon"];
const CRASHED: &[&str] = &["unknown", "panicked"];

/// Returns the word of a number, or `other` for one without.
pub(crate) fn word(words: &[&'static str], number: i32, other: &'static str) -> &'static str {
    usize::try_from(number).ok().and_then(|number| words.get(number)).copied().unwrap_or(other)
}

/// Returns a state.
pub(crate) fn state(number: i32) -> &'static str {
    word(&STATES, number, "no state")
}

/// Returns why a domain is in a state.
pub(crate) fn reason(state: i32, number: i32) -> &'static str {
    let words = match state {
        1 => RUNNING,
        3 => PAUSED,
        4 => SHUTDOWN,
        5 => SHUTOFF,
        6 => CRASHED,
        _ => &["unknown"],
    };
    word(words, number, "unknown")
}
