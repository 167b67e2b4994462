//! What flags and daemons allow, asked before anything moves.
use super::FROM;
use crate::abi::ctypes::{
    VIR_MIGRATE_NON_SHARED_DISK, VIR_MIGRATE_NON_SHARED_INC, VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES,
    VIR_MIGRATE_PARALLEL, VIR_MIGRATE_TUNNELLED,
};
use crate::abi::{Fault, Result, exclusive, requires};
use crate::objects::Connection;
use oxivirt_model::message::translate;
use oxivirt_model::{Error, ErrorCode};
use oxivirt_protocol::remote::DriverFeature;

/// A `VIR_DRV_FEATURE_…` of a daemon that matters to a migration.
#[derive(Debug, Clone, Copy)]
pub(super) struct Feature(pub(super) DriverFeature);

impl Feature {
    pub(super) const VERSION_1: Self = Self(DriverFeature::MIGRATION_V1);
    pub(super) const VERSION_2: Self = Self(DriverFeature::MIGRATION_V2);
    pub(super) const PEER_TO_PEER: Self = Self(DriverFeature::MIGRATION_P2P);
    pub(super) const DIRECT: Self = Self(DriverFeature::MIGRATION_DIRECT);
    pub(super) const VERSION_3: Self = Self(DriverFeature::MIGRATION_V3);
    pub(super) const CHANGE_PROTECTION: Self = Self(DriverFeature::MIGRATE_CHANGE_PROTECTION);
    pub(super) const MIGRATABLE_XML: Self = Self(DriverFeature::XML_MIGRATABLE);
    pub(super) const OFFLINE: Self = Self(DriverFeature::MIGRATION_OFFLINE);
    pub(super) const PARAMETERS: Self = Self(DriverFeature::MIGRATION_PARAMS);

    /// Asks the daemon.
    pub(super) fn of(self, conn: &Connection) -> Result<bool> {
        Ok(conn.supports_feature(self.0.0)?)
    }

    /// Asks the daemon, and fails with `text` when it does not have it.
    pub(super) fn needed(self, conn: &Connection, text: &'static str) -> Result<()> {
        if self.of(conn)? {
            return Ok(());
        }
        Err(unsupported_argument(text))
    }
}

/// The caller asked for what a daemon, or the protocol it speaks, does not have.
pub(super) fn unsupported_argument(text: &'static str) -> Fault {
    Error::new(FROM, ErrorCode::ARGUMENT_UNSUPPORTED, translate(text)).into()
}

/// A tunnel is one stream.
pub(super) fn tunnels_one_stream(flags: u32) -> Result<()> {
    exclusive(flags, (VIR_MIGRATE_TUNNELLED, "VIR_MIGRATE_TUNNELLED"), (VIR_MIGRATE_PARALLEL, "VIR_MIGRATE_PARALLEL"))
}

/// Storage is copied whole or as a difference; `between` is checked after that and before what needs a copy.
pub(super) fn copies_storage_one_way(flags: u32, between: impl FnOnce(u32) -> Result<()>) -> Result<()> {
    exclusive(
        flags,
        (VIR_MIGRATE_NON_SHARED_DISK, "VIR_MIGRATE_NON_SHARED_DISK"),
        (VIR_MIGRATE_NON_SHARED_INC, "VIR_MIGRATE_NON_SHARED_INC"),
    )?;
    between(flags)?;
    requires(
        flags,
        (VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES, "VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES"),
        (
            VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC,
            "VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC",
        ),
    )
}
