//! What authentication asks the user, and who answers.
use std::fmt::Debug;

/// One thing authentication asks the user.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Credential {
    /// A `virConnectCredentialType`.
    pub kind: i32,
    /// What to show.
    pub prompt: Vec<u8>,
    /// Further information for the user.
    pub challenge: Option<Vec<u8>>,
    /// Used when the user answers nothing.
    pub default: Option<Vec<u8>>,
    /// The answer.
    pub answer: Option<Vec<u8>>,
}

/// Who answers credentials: the callback of virConnectOpenAuth.
pub trait Credentials: Debug {
    /// Returns the `virConnectCredentialType`s it can answer.
    fn kinds(&self) -> &[i32];
    /// Answers all; `false` when the user gave up.
    fn answer(&mut self, credentials: &mut [Credential]) -> bool;
    /// Returns true if there is a callback at all; without one only a file can answer.
    fn callable(&self) -> bool {
        true
    }
}
