//! Storage: pools and the volumes in them.
mod pool;
mod volume;

pub use pool::{PoolInfo, PoolState, StoragePool};
pub use volume::{StorageVol, VolInfo, VolType};

use crate::ErrorDomain;

/// The error domain of this section.
const FROM: ErrorDomain = ErrorDomain::STORAGE;
