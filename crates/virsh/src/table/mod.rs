//! The table of commands: the one source of parsing, help, completion, manual pages and tests.
//!
//! A [`Command`] says what it is called, what help prints about it and which options it takes: data alone. What runs it stands in
//! `commands`, under the same name. Groups stand in files of their own, in the order in which help prints them.
mod admin_management;
mod admin_monitor;
mod admin_shell;
mod backup;
mod checkpoint;
mod command;
mod common;
mod domain;
mod events;
mod filter;
mod host;
mod interface;
mod monitor;
mod network;
mod nodedev;
mod option;
mod pool;
mod secret;
mod shell;
mod shell_common;
mod snapshot;
#[cfg(test)]
mod tests;
mod volume;
pub(crate) mod words;

pub(crate) use command::{Command, Group, find};
pub(crate) use option::{Completer, Kind, Opt, Which};

/// The groups of virsh.
pub(crate) const VIRSH: &[Group] = &[
    Group::new("Domain Management", "domain", domain::COMMANDS),
    Group::new("Domain Monitoring", "monitor", monitor::COMMANDS),
    Group::new("Domain Events", "events", events::COMMANDS),
    Group::new("Host and Hypervisor", "host", host::COMMANDS),
    Group::new("Checkpoint", "checkpoint", checkpoint::COMMANDS),
    Group::new("Interface", "interface", interface::COMMANDS),
    Group::new("Network Filter", "filter", filter::COMMANDS),
    Group::new("Networking", "network", network::COMMANDS),
    Group::new("Node Device", "nodedev", nodedev::COMMANDS),
    Group::new("Secret", "secret", secret::COMMANDS),
    Group::new("Snapshot", "snapshot", snapshot::COMMANDS),
    Group::new("Backup", "backup", backup::COMMANDS),
    Group::new("Storage Pool", "pool", pool::COMMANDS),
    Group::new("Storage Volume", "volume", volume::COMMANDS),
    Group::new("Virsh itself", "virsh", shell::COMMANDS),
];

/// The groups of virt-admin.
pub(crate) const ADMIN: &[Group] = &[
    Group::new("Virt-admin itself", "virt-admin", admin_shell::COMMANDS),
    Group::new("Monitoring commands", "monitor", admin_monitor::COMMANDS),
    Group::new("Management commands", "management", admin_management::COMMANDS),
];
