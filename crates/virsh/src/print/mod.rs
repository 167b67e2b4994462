//! What output is made of.
mod size;
mod table;
mod time;
mod tree;

pub(crate) use size::pretty_capacity;
pub(crate) use table::Table;
pub(crate) use time::{local, shortest, timestamp, utc};
pub(crate) use tree::tree;
