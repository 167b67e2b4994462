//! The client's side: whom it believes, and its session.
mod session;
mod verifier;

pub use session::{Failure, Session};

#[cfg(test)]
mod tests;
