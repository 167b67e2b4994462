//! The table of commands: the one source of parsing, help, completion, manual pages and tests.
//!
//! A [`Command`] says what it is called, what help prints about it, which options it takes and which function runs it. Groups
//! stand in files of their own, in the order in which help prints them.
mod admin_management;
mod admin_monitor;
mod admin_shell;
mod backup;
mod checkpoint;
mod domain1;
mod domain2;
mod domain3;
mod domain4;
mod events;
mod filter;
mod host;
mod interface;
pub(crate) mod keys;
mod monitor;
mod network;
mod nodedev;
mod option;
mod pool;
mod secret;
mod shell;
mod snapshot;

#[cfg(test)]
mod tests;
mod volume;
pub(crate) mod words;

pub(crate) use keys::KEYCODES;
pub(crate) use option::{Completer, Domains, Kind, Opt, Which};
use option::{alias, argv, domain, flag, needed, number, string};

use crate::fail::{Done, Failure};
use crate::parse::Args;
use crate::shell::Shell;

/// What runs a command.
pub(crate) type Body = fn(&mut Shell, &Args) -> Done;

/// A command.
#[derive(Debug)]
pub(crate) struct Command {
    /// Its name.
    pub(crate) name: &'static str,
    /// One line of help.
    pub(crate) help: &'static str,
    /// The paragraph of its own help; may be empty.
    pub(crate) description: &'static str,
    /// What it takes, in the order of its synopsis.
    pub(crate) options: &'static [Opt],
    /// What runs it.
    pub(crate) body: Body,
    /// It runs without a connection.
    pub(crate) offline: bool,
    /// Help does not list it.
    pub(crate) hidden: bool,
    /// It is another name of this command.
    pub(crate) alias_of: Option<&'static str>,
}

impl Command {
    const fn new(
        name: &'static str,
        help: &'static str,
        description: &'static str,
        body: Body,
        options: &'static [Opt],
    ) -> Self {
        Self { name, help, description, options, body, offline: false, hidden: false, alias_of: None }
    }

    /// Another name of a command.
    const fn alias(name: &'static str, target: &'static str) -> Self {
        let command = Self::new(name, "", "", missing, &[]);
        Self { alias_of: Some(target), ..command }
    }

    const fn without_connection(self) -> Self {
        Self { offline: true, ..self }
    }

    const fn hidden(self) -> Self {
        Self { hidden: true, ..self }
    }

    /// Returns true if help and completion list it.
    pub(crate) fn is_listed(&self) -> bool {
        !self.hidden && self.alias_of.is_none()
    }
}

/// The body of commands that nobody has written yet.
pub(crate) fn missing(_: &mut Shell, args: &Args) -> Done {
    Err(Failure::say(format!("command '{}' is not supported by this program yet", args.command().name)))
}

/// Commands that belong together.
#[derive(Debug)]
pub(crate) struct Group {
    /// Its name.
    pub(crate) name: &'static str,
    /// The word that `help` takes for it.
    pub(crate) keyword: &'static str,
    /// Its commands, in pieces.
    pieces: &'static [&'static [Command]],
}

impl Group {
    const fn new(name: &'static str, keyword: &'static str, pieces: &'static [&'static [Command]]) -> Self {
        Self { name, keyword, pieces }
    }

    /// Returns its commands, aliases included, in the order of its help.
    pub(crate) fn commands(&self) -> impl Iterator<Item = &'static Command> + use<> {
        self.pieces.iter().flat_map(|piece| piece.iter())
    }
}

/// The groups of virsh.
pub(crate) const VIRSH: &[Group] = &[
    Group::new(
        "Domain Management",
        "domain",
        &[domain1::COMMANDS, domain2::COMMANDS, domain3::COMMANDS, domain4::COMMANDS],
    ),
    Group::new("Domain Monitoring", "monitor", &[monitor::COMMANDS]),
    Group::new("Domain Events", "events", &[events::COMMANDS]),
    Group::new("Host and Hypervisor", "host", &[host::COMMANDS]),
    Group::new("Checkpoint", "checkpoint", &[checkpoint::COMMANDS]),
    Group::new("Interface", "interface", &[interface::COMMANDS]),
    Group::new("Network Filter", "filter", &[filter::COMMANDS]),
    Group::new("Networking", "network", &[network::COMMANDS]),
    Group::new("Node Device", "nodedev", &[nodedev::COMMANDS]),
    Group::new("Secret", "secret", &[secret::COMMANDS]),
    Group::new("Snapshot", "snapshot", &[snapshot::COMMANDS]),
    Group::new("Backup", "backup", &[backup::COMMANDS]),
    Group::new("Storage Pool", "pool", &[pool::COMMANDS]),
    Group::new("Storage Volume", "volume", &[volume::COMMANDS]),
    Group::new("Virsh itself", "virsh", &[shell::COMMANDS]),
];

/// The groups of virt-admin.
pub(crate) const ADMIN: &[Group] = &[
    Group::new("Virt-admin itself", "virt-admin", &[admin_shell::COMMANDS]),
    Group::new("Monitoring commands", "monitor", &[admin_monitor::COMMANDS]),
    Group::new("Management commands", "management", &[admin_management::COMMANDS]),
];

/// Returns the command of this name; an alias is the command it stands for.
pub(crate) fn find(groups: &'static [Group], name: &[u8]) -> Option<&'static Command> {
    let found = exactly(groups, name)?;
    found.alias_of.map_or(Some(found), |target| exactly(groups, target.as_bytes()))
}

fn exactly(groups: &'static [Group], name: &[u8]) -> Option<&'static Command> {
    groups.iter().flat_map(Group::commands).find(|command| command.name.as_bytes() == name)
}
