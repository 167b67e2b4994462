//! What a command and a group of commands are.
use super::option::Opt;

/// A command. What runs it, the modules of `commands` know by its name.
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
    /// It runs without a connection.
    pub(crate) offline: bool,
    /// Help does not list it.
    pub(crate) hidden: bool,
    /// It is another name of this command.
    pub(crate) alias_of: Option<&'static str>,
}

impl Command {
    pub(super) const fn new(
        name: &'static str,
        help: &'static str,
        description: &'static str,
        options: &'static [Opt],
    ) -> Self {
        Self { name, help, description, options, offline: false, hidden: false, alias_of: None }
    }

    /// Another name of a command.
    pub(super) const fn alias(name: &'static str, target: &'static str) -> Self {
        let command = Self::new(name, "", "", &[]);
        Self { alias_of: Some(target), ..command }
    }

    pub(super) const fn without_connection(self) -> Self {
        Self { offline: true, ..self }
    }

    pub(super) const fn hidden(self) -> Self {
        Self { hidden: true, ..self }
    }

    /// Returns true if help and completion list it.
    pub(crate) fn is_listed(&self) -> bool {
        !self.hidden && self.alias_of.is_none()
    }
}

/// Commands that belong together.
#[derive(Debug)]
pub(crate) struct Group {
    /// Its name.
    pub(crate) name: &'static str,
    /// The word that `help` takes for it.
    pub(crate) keyword: &'static str,
    commands: &'static [Command],
}

impl Group {
    pub(super) const fn new(name: &'static str, keyword: &'static str, commands: &'static [Command]) -> Self {
        Self { name, keyword, commands }
    }

    /// Returns its commands, aliases included, in the order of its help.
    pub(crate) fn commands(&self) -> impl Iterator<Item = &'static Command> + use<> {
        self.commands.iter()
    }
}

/// Returns the command of this name; an alias is the command it stands for.
pub(crate) fn find(groups: &'static [Group], name: &[u8]) -> Option<&'static Command> {
    let found = exactly(groups, name)?;
    found.alias_of.map_or(Some(found), |target| exactly(groups, target.as_bytes()))
}

fn exactly(groups: &'static [Group], name: &[u8]) -> Option<&'static Command> {
    groups.iter().flat_map(Group::commands).find(|command| command.name.as_bytes() == name)
}
