//! The objects an error can name. Names are bytes: neither C nor the wire promises UTF-8.

use crate::Uuid;

/// A domain as errors and wire records name it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct DomainRef {
    /// Name, without NUL.
    pub name: Vec<u8>,
    /// Identifier that survives restarts.
    pub uuid: Uuid,
    /// Number of the running instance, -1 when it does not run.
    pub id: i32,
}

/// A network as errors and wire records name it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct NetworkRef {
    /// Name, without NUL.
    pub name: Vec<u8>,
    /// Identifier that survives restarts.
    pub uuid: Uuid,
}
