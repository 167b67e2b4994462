//! The client's side: its files, whom it believes, and its session.
mod credentials;
mod session;
mod verifier;

pub use credentials::{Credentials, Files, Identity, Source};
pub use session::{Failure, Session};

#[cfg(test)]
mod tests;
