//! The two ends of a migration that the client leads: what every version of the protocol asks of them.
use super::parameters::{MigrateParams, lent};
use super::{Domain, FROM};
use crate::domain::State;
use crate::nested::{Nested, On, nested};
use crate::op::Op;
use crate::{Connection, Function, OnConnection, Result, Str};
use oxivirt_model::constants::{VIR_MIGRATE_ABORT_ON_ERROR, VIR_MIGRATE_AUTO_CONVERGE};

/// The domain on its source, the connection to its target, and who hears of what is called on the way.
#[doc(hidden)]
#[expect(missing_debug_implementations, reason = "whoever hears need not have one")]
pub struct Migration<'a> {
    pub(super) source: &'a Domain,
    pub(super) target: &'a Connection,
    pub(super) heard: &'a dyn Nested,
    /// The public function, which errors name.
    pub(super) function: Function,
}

/// The flags without those that concern the source alone.
pub(super) fn target_flags(flags: u64) -> u64 {
    flags & !u64::from(VIR_MIGRATE_ABORT_ON_ERROR | VIR_MIGRATE_AUTO_CONVERGE)
}

impl<'a> Migration<'a> {
    /// Returns the migration of a domain.
    #[must_use]
    pub fn new(source: &'a Domain, target: &'a Connection, heard: &'a dyn Nested) -> Self {
        Self { source, target, heard, function: Function("virDomainMigrate", FROM) }
    }

    /// Names the public function; refuses read-only ends.
    pub(super) fn begin(&mut self, function: &'static str) -> Result<()> {
        self.function = Function(function, FROM);
        self.op().write()?;
        self.on_target().write().map(drop)
    }

    /// An operation on the source.
    pub(super) fn op(&self) -> Op<'_> {
        self.source.op(&self.function)
    }

    /// An operation on the target.
    pub(super) fn on_target(&self) -> Op<'_> {
        self.target.op(&self.function)
    }

    /// The name of the domain on its target.
    pub(super) fn name<'n>(&'n self, params: &'n MigrateParams<'_>) -> Str<'n> {
        lent(params.name.as_ref()).unwrap_or_else(|| self.source.name().into())
    }

    /// Whether the domain is paused, as virDomainGetInfo tells. A failure counts as no, though it is told.
    pub(super) fn paused_by_info(&self) -> bool {
        let state = nested(self.heard, "virDomainGetInfo", FROM, On::Source, || Ok(self.source.info()?.state));
        state == Ok(State::PAUSED)
    }

    /// The same as virDomainGetState tells.
    pub(super) fn paused_by_state(&self) -> bool {
        let state = nested(self.heard, "virDomainGetState", FROM, On::Source, || Ok(self.source.state(0)?.0));
        state == Ok(State::PAUSED)
    }
}
