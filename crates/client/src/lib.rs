//! The remote driver: which daemon, transports, and the blocking driver of the engine.

mod auth;
mod baton;
mod channel;
mod choice;
mod conf;
mod deadlines;
mod error;
#[cfg(test)]
mod fake;
mod inherit;
mod input;
mod limits;
mod lines;
mod link;
mod lock;
mod news;
mod open;
mod remote;
mod request;
mod sockets;
mod spawn;
mod steps;
mod transport;
mod uri;

pub use open::{Opening, open, open_admin};
pub use remote::Remote;
pub use request::{Credential, Credentials, OpenRequest};
pub use steps::{OpenObserver, Origin, Peer, Step};
pub use uri::{Parameter, Uri};
