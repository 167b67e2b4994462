//! What a mechanism agreed on to protect the bytes that follow (RFC 4422, section 3.7).
use std::fmt::Debug;

/// Protects bytes on their way. It does no I/O and never waits: both directions work on whatever arrived so far.
pub trait SecurityLayer: Debug + Send {
    /// Takes a piece of what the peer sent, cut anywhere, and appends what is inside.
    ///
    /// # Errors
    /// Why the peer cannot be understood; the connection ends with this text.
    fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>) -> Result<(), String>;

    /// Appends the form in which `inner` travels.
    ///
    /// # Errors
    /// Why it cannot travel; the connection ends with this text.
    fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> Result<(), String>;
}
