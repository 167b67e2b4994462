//! `virDomain`, `virDomainSnapshot`, `virDomainCheckpoint`: the objects. Their methods are in files by topic.
mod block;
mod checkpoint;
mod config;
mod descriptors;
mod device;
mod guest;
mod lifecycle;
mod lookup;
mod lxc;
mod memory;
mod migrate;
mod migration_limits;
mod qemu;
mod save;
mod snapshot;
mod stats;
mod tuning;
mod vcpu;

pub use block::BlockJobInfo;
pub use checkpoint::Checkpoint;
pub use config::SecurityLabel;
#[doc(hidden)]
pub use descriptors::duplicate;
pub use guest::{FsInfo, GuestInterface, IpAddress};
pub use lifecycle::{ControlInfo, Info, State};
pub use migrate::{MigrateParams, Migration};
pub use snapshot::Snapshot;
pub use stats::{BlockInfo, BlockStats, DiskError, DomainStats, InterfaceStats, JobInfo, MemoryStat};
pub use vcpu::{CpuMaps, IoThreadInfo, VcpuInfo};

use crate::name::Name;
use crate::{Connection, ErrorDomain, OnConnection, Text, Uuid};
use oxivirt_protocol::remote;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::DOMAIN;

/// A virtual machine that the driver knows. A clone is the same object.
#[derive(Clone)]
pub struct Domain(Arc<Inner>);

struct Inner {
    conn: Connection,
    name: Name,
    uuid: Uuid,
    id: AtomicI32,
}

impl OnConnection for Domain {
    fn conn(&self) -> &Connection {
        &self.0.conn
    }
}

impl Domain {
    #[doc(hidden)]
    #[must_use]
    pub fn from_wire(conn: &Connection, wire: &remote::NonnullDomain<'_>) -> Self {
        Self(Arc::new(Inner {
            conn: conn.clone(),
            name: Name::new(Text::from(&wire.name)),
            uuid: wire.uuid,
            id: AtomicI32::new(wire.id),
        }))
    }

    #[doc(hidden)]
    #[must_use]
    pub fn wire(&self) -> remote::NonnullDomain<'_> {
        remote::NonnullDomain { name: self.name().into(), uuid: self.0.uuid, id: self.id() }
    }

    /// Returns the connection it belongs to.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.0.conn
    }

    /// Returns the name, which [`Domain::rename`] changes. Names returned before stay as they were.
    #[must_use]
    pub fn name(&self) -> &Text {
        self.0.name.get()
    }

    #[doc(hidden)]
    pub fn set_name(&self, name: Text) {
        self.0.name.change(name);
    }

    /// Returns the identifier that survives restarts.
    #[must_use]
    pub fn uuid(&self) -> &Uuid {
        &self.0.uuid
    }

    /// Returns the number of the running instance, -1 while it is shut off: as far as this object knows. Starting the domain
    /// through it updates the number.
    #[must_use]
    pub fn id(&self) -> i32 {
        self.0.id.load(Ordering::Relaxed)
    }

    #[doc(hidden)]
    pub fn set_id(&self, id: i32) {
        self.0.id.store(id, Ordering::Relaxed);
    }
}

impl fmt::Debug for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Domain").field("name", self.name()).field("uuid", self.uuid()).field("id", &self.id()).finish()
    }
}
