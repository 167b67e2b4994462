//! The server's side: what its sessions have in common, which clients it believes, and a session.
mod context;
mod session;
mod verifier;

pub use context::Context;
pub use session::{Peer, Session};

#[cfg(test)]
mod tests;
