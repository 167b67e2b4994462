//! Moving a domain to another host. Bandwidth is in MiB/s.
//!
//! The client asks both daemons which protocol they share and leads the domain through its phases (`version1` to
//! `version3`), or leaves that to the source daemon (`unmanaged`). Which questions are asked in which order is interface:
//! it is what a daemon sees on the wire.
mod ends;
mod features;
mod managed;
mod outcome;
mod parameters;
mod phases;
mod unmanaged;
mod version1;
mod version2;
mod version3;

pub use ends::Migration;
pub use parameters::MigrateParams;

use super::{Domain, FROM};
use crate::nested::{Nested, Unheard};
use crate::{Connection, Function, OnConnection, Result, Str, TypedParam};
use oxivirt_model::constants::VIR_MIGRATE_PEER2PEER;
use parameters::Asked;

/// The 32 flags that exist, out of those of the wire.
fn low(flags: u64) -> u32 {
    (flags & u64::from(u32::MAX)).try_into().unwrap_or(u32::MAX)
}

impl Domain {
    /// Moves the domain to another host: `virDomainMigrate`. `flags` are virDomainMigrateFlags; between daemons, with
    /// `VIR_MIGRATE_PEER2PEER`, the URI of `params` is that of the target's daemon. Returns the domain on the target.
    ///
    /// # Errors
    /// A connection is read-only, flags contradict each other, a daemon does not have what they ask for, or the domain could not be
    /// moved: then it stays where it is.
    pub fn migrate(&self, target: &Connection, params: &MigrateParams<'_>, flags: u64) -> Result<Self> {
        Migration::new(self, target, &Unheard).migrate(params, flags)
    }

    /// Moves the domain to another host: `virDomainMigrate2`. `flags` are virDomainMigrateFlags; the URI of `params` is always where
    /// the hypervisor's data goes.
    ///
    /// # Errors
    /// As [`Domain::migrate`].
    pub fn migrate2(&self, target: &Connection, params: &MigrateParams<'_>, flags: u64) -> Result<Self> {
        Migration::new(self, target, &Unheard).migrate2(params, flags)
    }

    /// Moves the domain to another host: `virDomainMigrate3`. The parameters are the `VIR_MIGRATE_PARAM_…`; `flags` are
    /// virDomainMigrateFlags.
    ///
    /// # Errors
    /// As [`Domain::migrate`]; or a parameter has a wrong type.
    pub fn migrate3(&self, target: &Connection, params: &[TypedParam<'_>], flags: u32) -> Result<Self> {
        Migration::new(self, target, &Unheard).migrate3(Ok(params), flags)
    }

    /// Has the source's daemon or hypervisor move the domain on its own: `virDomainMigrateToURI`. `uri` is the target's daemon with the
    /// flag `VIR_MIGRATE_PEER2PEER`, else its hypervisor; that of `params` is not used.
    ///
    /// # Errors
    /// As [`Domain::migrate`].
    pub fn migrate_to_uri<'a>(&self, uri: impl Into<Str<'a>>, params: &MigrateParams<'_>, flags: u64) -> Result<()> {
        let function = Function("virDomainMigrateToURI", FROM);
        self.op(&function).write()?;
        let (uri, flags) = (uri.into(), low(flags));
        unmanaged::check(self, &function, flags)?;
        let peer = flags & VIR_MIGRATE_PEER2PEER != 0;
        let asked = Asked::Arguments(MigrateParams {
            xml: None,
            uri: (!peer).then_some(&*uri).map(Into::into),
            ..params.clone()
        });
        unmanaged::migrate(self, &function, peer.then_some(&uri), &asked, flags)
    }

    /// Has the source's daemon or hypervisor move the domain on its own: `virDomainMigrateToURI2`. `daemon` is the URI of the target's
    /// daemon, which is needed with the flag `VIR_MIGRATE_PEER2PEER` and not used without.
    ///
    /// # Errors
    /// As [`Domain::migrate`].
    pub fn migrate_to_uri2<'a>(
        &self,
        daemon: Option<impl Into<Str<'a>>>,
        params: &MigrateParams<'_>,
        flags: u64,
    ) -> Result<()> {
        let function = Function("virDomainMigrateToURI2", FROM);
        self.op(&function).write()?;
        let flags = low(flags);
        unmanaged::check(self, &function, flags)?;
        let daemon = unmanaged::peer(&function, daemon.map(Into::into), flags)?;
        unmanaged::migrate(self, &function, daemon.as_ref(), &Asked::Arguments(params.clone()), flags)
    }

    /// Has the source's daemon or hypervisor move the domain on its own: `virDomainMigrateToURI3`. The parameters are the
    /// `VIR_MIGRATE_PARAM_…`; `daemon` is as for [`Domain::migrate_to_uri2`].
    ///
    /// # Errors
    /// As [`Domain::migrate`]; or a parameter has a wrong type.
    pub fn migrate_to_uri3<'a>(
        &self,
        daemon: Option<impl Into<Str<'a>>>,
        params: &[TypedParam<'_>],
        flags: u32,
    ) -> Result<()> {
        let daemon = self.migrate_to_uri3_checked(daemon, flags)?;
        self.migrate_to_uri3_heard(&Unheard, daemon, Ok(params), flags)
    }

    /// Checks what comes before the parameters. Returns the daemon if it is needed.
    #[doc(hidden)]
    pub fn migrate_to_uri3_checked<'a>(
        &self,
        daemon: Option<impl Into<Str<'a>>>,
        flags: u32,
    ) -> Result<Option<Str<'a>>> {
        let function = Function("virDomainMigrateToURI3", FROM);
        self.op(&function).write()?;
        unmanaged::check(self, &function, flags)?;
        unmanaged::peer(&function, daemon.map(Into::into), flags)
    }

    /// Does what follows. Parameters that could not be read are an error when they are looked at.
    #[doc(hidden)]
    pub fn migrate_to_uri3_heard(
        &self,
        heard: &dyn Nested,
        daemon: Option<Str<'_>>,
        params: Result<&[TypedParam<'_>]>,
        flags: u32,
    ) -> Result<()> {
        let function = Function("virDomainMigrateToURI3", FROM);
        unmanaged::migrate(self, &function, daemon.as_ref(), &Asked::List(params, heard), flags)
    }
}

#[cfg(test)]
mod tests;
