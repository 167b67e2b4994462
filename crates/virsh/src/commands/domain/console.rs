//! The console of a domain.
use crate::fail::{Done, Failure};
use crate::shell::Shell;
use oxivirt::Domain;

/// Connects the terminal with a console.
pub(crate) fn run(_: &Shell, _: &Domain, _: Option<&str>, _: bool, _: u32) -> Done {
    Err(Failure::say("Cannot run interactive console without a controlling TTY"))
}
