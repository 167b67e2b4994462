//! Storage: pools and the volumes in them.
mod pool;
mod volume;

pub use pool::StoragePool;
pub use volume::StorageVol;
