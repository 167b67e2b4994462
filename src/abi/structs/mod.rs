//! What fills the structs of C from what `oxivirt` tells, and what takes them back.
mod domain;
mod guest;
mod host;
mod leases;
mod stats;
mod storage;

pub(crate) use domain::*;
pub(crate) use guest::*;
pub(crate) use host::*;
pub(crate) use stats::*;
