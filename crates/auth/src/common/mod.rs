//! What both sides of an exchange need: codes of failures, names, encodings, hashes, and the records that carry data
//! afterwards.
pub(crate) mod base64;
pub mod code;
pub(crate) mod digest_text;
mod error;
pub(crate) mod names;
pub(crate) mod records;
pub(crate) mod scram;
pub(crate) mod sealing;
mod secret;
mod security_layer;

pub use error::SaslError;
pub use secret::Secret;
pub use security_layer::SecurityLayer;
