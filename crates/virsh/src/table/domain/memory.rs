//! Commands of the group `domain`: memory.
use crate::table::command::Command;
use crate::table::common::IMPACT;
use crate::table::option::{Domains, alias, domain, number, options};

pub(super) const SETMAXMEM: Command = Command::new(
    "setmaxmem",
    "change maximum memory limit",
    "Change the maximum memory allocation limit in the guest domain.",
    options![
        &[
            domain(Domains::ALL),
            alias("kilobytes", "size"),
            number("size", "new maximum memory size, as scaled integer (default KiB)").required().positional()
        ],
        IMPACT
    ],
);

pub(super) const SETMEM: Command = Command::new(
    "setmem",
    "change memory allocation",
    "Change the current memory allocation in the guest domain.",
    options![
        &[
            domain(Domains::ALL),
            alias("kilobytes", "size"),
            number("size", "new memory size, as scaled integer (default KiB)").required().positional()
        ],
        IMPACT
    ],
);
