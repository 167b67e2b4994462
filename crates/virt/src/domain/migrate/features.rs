//! What flags and daemons allow, asked before anything moves.
use super::FROM;
use crate::op::Op;
use crate::{Connection, Error, ErrorCode, Result};
use oxivirt_model::constants::{
    VIR_MIGRATE_NON_SHARED_DISK, VIR_MIGRATE_NON_SHARED_INC, VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES,
    VIR_MIGRATE_PARALLEL, VIR_MIGRATE_TUNNELLED,
};
use oxivirt_model::message::translate;
use oxivirt_protocol::Flag;
use oxivirt_protocol::remote::DriverFeature;

/// A `VIR_DRV_FEATURE_…` of a daemon that matters to a migration.
#[derive(Debug, Clone, Copy)]
pub(super) struct Feature(DriverFeature);

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
        conn.supports_feature(self.0.0)
    }

    /// Asks the daemon, and fails with `text` when it does not have it.
    pub(super) fn needed(self, conn: &Connection, text: &'static str) -> Result<()> {
        if self.of(conn)? { Ok(()) } else { Err(unsupported_argument(text)) }
    }
}

/// The caller asked for what a daemon, or the protocol it speaks, does not have.
pub(super) fn unsupported_argument(text: &'static str) -> Error {
    Error::new(FROM, ErrorCode::ARGUMENT_UNSUPPORTED, translate(text))
}

/// A tunnel is one stream.
pub(super) fn tunnels_one_stream(op: Op<'_>, flags: u32) -> Result<()> {
    const TUNNELLED: Flag = (VIR_MIGRATE_TUNNELLED, "VIR_MIGRATE_TUNNELLED");
    const PARALLEL: Flag = (VIR_MIGRATE_PARALLEL, "VIR_MIGRATE_PARALLEL");
    op.exclusive(flags, TUNNELLED, PARALLEL).map(drop)
}

/// Storage is copied whole or as a difference.
pub(super) fn copies_storage_one_way(op: Op<'_>, flags: u32) -> Result<()> {
    const DISK: Flag = (VIR_MIGRATE_NON_SHARED_DISK, "VIR_MIGRATE_NON_SHARED_DISK");
    const INC: Flag = (VIR_MIGRATE_NON_SHARED_INC, "VIR_MIGRATE_NON_SHARED_INC");
    op.exclusive(flags, DISK, INC).map(drop)
}

/// Synchronous writes need a copy of storage.
pub(super) fn writes_what_it_copies(op: Op<'_>, flags: u32) -> Result<()> {
    const SYNCHRONOUS: Flag = (VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES, "VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES");
    const COPIES: Flag = (
        VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC,
        "VIR_MIGRATE_NON_SHARED_DISK | VIR_MIGRATE_NON_SHARED_INC",
    );
    op.requires(flags, SYNCHRONOUS, COPIES).map(drop)
}
