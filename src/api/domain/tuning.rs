//! libvirt-domain.h: how much of the host's resources a domain may take, as typed parameters.
//!
//! Getters follow the two-call convention, except the scheduler's.
mod block;
mod interface;
mod memory;
mod perf;
mod scheduler;

use oxivirt_model::ErrorDomain;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;
