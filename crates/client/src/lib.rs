//! The remote driver: which daemon, transports, and the blocking driver of the engine.
mod uri;
pub use uri::{Parameter, Uri};
mod link;
mod lock;
