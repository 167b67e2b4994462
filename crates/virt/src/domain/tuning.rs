//! How much of the host's resources a domain may take, as typed parameters.
mod block;
mod interface;
mod memory;
mod perf;
mod scheduler;
