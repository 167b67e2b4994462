//! What the commands do, by topic.
pub(crate) mod domain;
pub(crate) mod general;
mod lookup;
