//! virsh and virt-admin: the command line of libvirt.
//!
//! `table` lists all commands, as data; `parse` reads lines, `help` and `complete` tell what there is. `shell` is the running program as its
//! commands see it: connection and output. `commands` do what the table lists. `cli` is around all that: options and the interactive
//! loop. Each uses only what stands before it.
mod bytes;
mod cli;
mod commands;
mod complete;
pub mod docs;
mod editor;
mod fail;
mod help;
mod json;
mod keycodes;
mod monitor_json;
mod namespace;
mod parse;
mod print;
mod program;
mod quote;
mod shell;
mod table;
mod xml;

use std::process::ExitCode;

/// Runs virsh.
#[must_use]
pub fn virsh() -> ExitCode {
    cli::start(program::Program::Virsh)
}

/// Runs virt-admin.
#[must_use]
pub fn virt_admin() -> ExitCode {
    cli::start(program::Program::Admin)
}
