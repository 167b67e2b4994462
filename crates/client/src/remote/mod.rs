//! The remote driver: an open connection to a daemon.
mod calls;
mod end;
mod limits;
mod session;
mod streams;

pub use calls::{EncodedCall, Reply};
pub use session::Remote;
pub(crate) use session::VERSION;
