//! What only the LXC driver can do, mostly to the calling process itself: it becomes a part of a container.
mod cgroup;
mod label;
mod namespace;

use crate::ErrorDomain;

/// The error domain of this section: it has a number of its own, which the stock library does not use here.
const FROM: ErrorDomain = ErrorDomain::NONE;
