//! Tables of interface constants.

mod errors;

pub(crate) use errors::{DOMAIN_NAMES, MESSAGES};
