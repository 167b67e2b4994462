//! The remote driver: which daemon, transports, and the blocking driver of the engine.
//!
//! Modules, each of which uses only those before it: `steps` and `log_lines` (what is reported and logged), `choice` (which
//! daemon a URI means), `link` (one connection that many threads share), `transport` (the ways to a daemon), `remote` (the
//! driver), `auth`, `opening`.
mod auth;
mod choice;
mod error;
mod link;
mod lock;
mod log_lines;
mod opening;
mod remote;
mod steps;
mod transport;

pub use opening::{OpenRequest, Opening, connect_local, open, open_admin};
pub use oxivirt_conf::{Credential, Credentials, Parameter, Uri};
pub use remote::{EncodedCall, Remote, Reply};
pub use steps::{OpenObserver, Origin, Peer, Step};
