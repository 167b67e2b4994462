//! virsh and virt-admin: the command line of libvirt.
//!
//! `table` lists all commands; everything else follows from it: `parse` reads lines, `help` and `complete` tell what there is, the
//! functions in `commands` do it. `shell` is the program around them: global options, connection, output, the interactive loop.
mod bytes;
mod commands;
mod complete;
pub mod docs;
mod editor;
mod fail;
mod help;
mod parse;
mod print;
mod shell;
mod table;
mod xml;

use std::process::ExitCode;

/// Runs virsh.
#[must_use]
pub fn virsh() -> ExitCode {
    shell::start(shell::Program::Virsh)
}

/// Runs virt-admin.
#[must_use]
pub fn virt_admin() -> ExitCode {
    shell::start(shell::Program::Admin)
}
