//! Commands of the group `domain`: running jobs.
use crate::table::command::Command;
use crate::table::option::{Domains, domain, flag};

pub(super) const DOMJOBABORT: Command = Command::new(
    "domjobabort",
    "abort active domain job",
    "Aborts the currently running domain job",
    &[domain(Domains::ACTIVE), flag("postcopy", "interrupt post-copy migration")],
);

pub(super) const DOMJOBINFO: Command = Command::new(
    "domjobinfo",
    "domain job information",
    "Returns information about jobs running on a domain.",
    &[
        domain(Domains::ACTIVE),
        flag("completed", "return statistics of a recently completed job"),
        flag("keep-completed", "don't destroy statistics of a recently completed job when reading"),
        flag("anystats", "print statistics for any kind of job (even failed ones)"),
        flag("rawstats", "print the raw data returned by libvirt"),
    ],
);
