//! What a mechanism is, what it may ask, and what it has to be good for.
use crate::common::{SaslError, Secret, SecurityLayer};
use std::fmt::Debug;

/// Over a transport that can be overheard: what the weakest Kerberos gives (DES).
pub const MIN_STRENGTH: u32 = 56;

/// Who one wants to be.
#[derive(Debug)]
pub struct Identity {
    /// As whom to act; empty when the same as `name`.
    pub user: Vec<u8>,
    /// Whose password it is.
    pub name: Vec<u8>,
    /// It is wiped with this.
    pub password: Secret,
    /// Chosen among several.
    pub realm: Option<Vec<u8>>,
}

/// The realms a server offers, where there is a choice.
#[derive(Debug, Default)]
pub struct Realms {
    /// All of them in words.
    pub challenge: Vec<u8>,
    /// Which one counts when nothing is answered.
    pub default: Vec<u8>,
}

/// What the mechanism may ask through the one place that knows the answers.
pub trait Prompter {
    /// Returns name, password and, with `realms`, the realm.
    fn identity(&mut self, realms: Option<Realms>) -> std::result::Result<Identity, SaslError>;
    /// Returns as whom to act, for a mechanism that knows who one is; empty for the same.
    fn authorization_name(&mut self) -> std::result::Result<Vec<u8>, SaslError>;
}

/// What a mechanism answers. "Nothing" and "no bytes" are different.
#[derive(Debug, PartialEq, Eq)]
pub struct Step {
    /// The message for the other side.
    pub output: Option<Vec<u8>>,
    /// This side is satisfied.
    pub done: bool,
}

impl Step {
    pub(crate) fn more(output: impl Into<Option<Vec<u8>>>) -> Self {
        let output = output.into();
        Self { output, done: false }
    }

    pub(crate) fn done(output: impl Into<Option<Vec<u8>>>) -> Self {
        let output = output.into();
        Self { output, done: true }
    }
}

/// One way to prove who one is.
pub trait Mechanism: Debug {
    /// Returns the next message. The first input is `None`, unless the server speaks first.
    fn step(&mut self, input: Option<&[u8]>, prompter: &mut dyn Prompter) -> std::result::Result<Step, SaslError>;

    /// Returns the bits of the encryption that both sides use from now on; 1 is integrity, 0 nothing.
    fn strength(&self) -> u32 {
        0
    }

    /// Returns the encryption; `None` when there is none.
    fn layer(self: Box<Self>) -> Option<Box<dyn SecurityLayer>> {
        None
    }
}

/// What the mechanism has to be good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecurityProperties {
    /// The transport can be overheard: encryption is needed. Else it would be waste and is not used.
    pub encryption: bool,
}

impl SecurityProperties {
    pub(crate) fn min_strength(self) -> u32 {
        if self.encryption { MIN_STRENGTH } else { 0 }
    }

    pub(crate) fn max_strength(self) -> u32 {
        if self.encryption { 100_000 } else { 0 }
    }
}
