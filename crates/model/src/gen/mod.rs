//! Tables of interface constants.

pub mod constants;
mod errors;

pub(crate) use errors::{DOMAIN_NAMES, MESSAGES};
