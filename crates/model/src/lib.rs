//! Semantic types shared by every room: errors and their messages, identifiers, constants.
//!
//! No I/O and no knowledge of C or of the wire: `src/abi` turns an [`Error`] into `virError`,
//! `crates/protocol` turns it into the wire's error record.

mod error;
mod function;
mod r#gen;
mod ids;
pub mod json;
pub mod message;
mod uuid;

pub use error::{Error, ErrorCode, ErrorDomain, ErrorLevel, ErrorRecord};
pub use function::{ArgumentRule, Function};
pub use r#gen::constants;
pub use ids::{DomainRef, NetworkRef};
pub use uuid::{Uuid, UuidParseError};

/// What every fallible operation above the codec returns.
pub type Result<T, E = Error> = core::result::Result<T, E>;
