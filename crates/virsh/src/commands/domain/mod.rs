//! Commands about domains.
pub(crate) mod console;
pub(crate) mod info;
pub(crate) mod lifecycle;
pub(crate) mod list;
pub(crate) mod state;
pub(crate) mod stats;
pub(crate) mod text;
