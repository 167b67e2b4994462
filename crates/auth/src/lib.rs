//! SASL: how the two sides of a connection prove to each other who they are.
//!
//! A mechanism is a state machine of a few steps that does no I/O: its owner carries the messages. Mechanisms are chosen,
//! and failures worded and numbered, as Cyrus SASL does: programs and logs show these texts. [`client`] holds one side of
//! the exchanges, `common` what both sides need.
pub mod client;
mod common;

pub use common::{SaslError, Secret, SecurityLayer, code};
