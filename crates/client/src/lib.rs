//! The remote driver: which daemon, transports, and the blocking driver of the engine.

mod choice;
mod error;
mod link;
mod lock;
mod uri;

pub use uri::{Parameter, Uri};
