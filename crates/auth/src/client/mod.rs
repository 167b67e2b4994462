//! The client's side of the exchanges.
mod choice;
mod digest;
mod failure;
mod gssapi;
mod mechanism;
mod plain;
mod scram;

pub use choice::choose;
pub use mechanism::{Identity, MIN_STRENGTH, Mechanism, Prompter, Realms, SecurityProperties, Step};

#[cfg(test)]
mod tests;
