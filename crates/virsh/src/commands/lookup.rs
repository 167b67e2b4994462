//! Finding the object that a command is about.
use crate::bytes::bytes;
use crate::fail::{Done, Failure};
use crate::parse::{Args, to_i32};
use crate::shell::{Level, Shell};
use oxivirt::{Domain, Uuid};

/// A text as long as a UUID may be one.
fn as_uuid(text: &str) -> Option<Uuid> {
    if text.len() == 36 { text.parse().ok() } else { None }
}

/// How a domain is looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct By {
    id: bool,
    uuid: bool,
    name: bool,
}

impl By {
    pub(crate) const ANY: Self = Self { id: true, uuid: true, name: true };
    pub(crate) const NAME_OR_UUID: Self = Self { id: false, uuid: true, name: true };
    pub(crate) const ID_OR_UUID: Self = Self { id: true, uuid: true, name: false };
    pub(crate) const ID_OR_NAME: Self = Self { id: true, uuid: false, name: true };
}

impl Shell {
    /// Returns the domain that `--domain` names.
    pub(crate) fn domain(&self, args: &Args) -> Done<Domain> {
        self.domain_by(args, By::ANY)
    }

    /// [`Shell::domain`] for a domain that is named in one of some ways.
    pub(crate) fn domain_by(&self, args: &Args, by: By) -> Done<Domain> {
        let name = args.needed("domain")?;
        let command = args.command().name;
        self.debug(Level::Info, &format!("{command}: found option <domain>: {name}"));
        self.find_domain(command, name, by)
    }

    /// Returns the domain of this name, UUID or id.
    pub(crate) fn find_domain(&self, command: &str, name: &str, by: By) -> Done<Domain> {
        let conn = self.conn()?;
        let mut found = None;
        if by.id
            && let Some(id) = to_i32(name).filter(|id| *id >= 0)
        {
            self.debug(Level::Debug, &format!("{command}: <domain> looks like ID"));
            found = Domain::lookup_by_id(&conn, id).ok();
        }
        if found.is_none() && by.uuid && name.len() == 36 {
            self.debug(Level::Debug, &format!("{command}: <domain> trying as domain UUID"));
            found = as_uuid(name).and_then(|uuid| Domain::lookup_by_uuid(&conn, uuid).ok());
        }
        if found.is_none() && by.name {
            self.debug(Level::Debug, &format!("{command}: <domain> trying as domain NAME"));
            found = Domain::lookup_by_name(&conn, &*bytes(name)).ok();
        }
        found.ok_or_else(|| Failure::say(format!("failed to get domain '{name}'")))
    }
}
