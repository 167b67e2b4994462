//! Commands of the group `domain`: statistics.
use crate::table::command::Command;
use crate::table::option::{Domains, domain, flag, number};

pub(super) const CPU_STATS: Command = Command::new(
    "cpu-stats",
    "show domain cpu statistics",
    "Display per-CPU and total statistics about the domain's CPUs",
    &[
        domain(Domains::ACTIVE),
        flag("total", "Show total statistics only"),
        number("start", "Show statistics from this CPU").also_positional(),
        number("count", "Number of shown CPUs at most").also_positional(),
    ],
);
