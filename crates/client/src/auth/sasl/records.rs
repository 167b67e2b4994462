//! What DIGEST-MD5 and GSSAPI encryption have in common: records, each behind its length in four bytes.
use super::MAX_RECORD;
use crate::channel::Layer;
use oxivirt_model::message;
use std::fmt::Debug;

/// Makes and opens the contents of records, in order.
pub(super) trait Cipher: Debug + Send {
    /// Appends what protects `plain`.
    fn seal(&mut self, plain: &[u8], sealed: &mut Vec<u8>) -> Result<(), String>;
    /// Appends what a record holds.
    fn open(&mut self, sealed: &[u8], plain: &mut Vec<u8>) -> Result<(), String>;
}

/// The layer. What arrived of an incomplete record is kept; it is never more than one.
#[derive(Debug)]
pub(super) struct Records<C> {
    cipher: C,
    /// The most that goes into one record.
    piece: usize,
    partial: Vec<u8>,
}

impl<C: Cipher> Records<C> {
    /// `piece`: how much the peer takes in one record, in bytes of contents.
    pub(super) fn new(cipher: C, piece: usize) -> Self {
        Self { cipher, piece: piece.clamp(1, MAX_RECORD), partial: Vec::new() }
    }
}

/// The length a record announces, when its four bytes are there.
fn announced(bytes: &[u8]) -> Result<Option<usize>, String> {
    let Some(head) = bytes.first_chunk() else {
        return Ok(None);
    };
    let length = u32::from_be_bytes(*head);
    match usize::try_from(length) {
        Ok(length @ 1..=MAX_RECORD) => Ok(Some(length)),
        _ => Err(undecodable(&format!("a record of {length} bytes, where 1 to {MAX_RECORD} are allowed"))),
    }
}

/// What the stock client says, and why.
fn undecodable(why: &str) -> String {
    let stock = message!("failed to decode SASL data: %1$d (%2$s)", -1, "generic failure");
    format!("{}: {why}", String::from_utf8_lossy(&stock))
}

/// The same for what is sent.
fn unencodable(why: &str) -> String {
    let stock = message!("failed to encode SASL data: %1$d (%2$s)", -1, "generic failure");
    format!("{}: {why}", String::from_utf8_lossy(&stock))
}

impl<C: Cipher> Layer for Records<C> {
    fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>) -> Result<(), String> {
        let mut rest = outer;
        loop {
            let length = announced(&self.partial)?;
            let whole = length.map_or(4, |length| length.saturating_add(4));
            let missing = whole.saturating_sub(self.partial.len());
            let (taken, left) = rest.split_at_checked(missing).unwrap_or((rest, &[]));
            self.partial.extend_from_slice(taken);
            rest = left;
            if self.partial.len() < whole {
                return Ok(());
            }
            if length.is_some() {
                let sealed = self.partial.get(4..).unwrap_or_default();
                self.cipher.open(sealed, inner).map_err(|why| undecodable(&why))?;
                self.partial.clear();
            }
        }
    }

    fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> Result<(), String> {
        for piece in inner.chunks(self.piece) {
            let start = outer.len();
            outer.extend_from_slice(&[0; 4]);
            self.cipher.seal(piece, outer).map_err(|why| unencodable(&why))?;
            let length = outer.len().saturating_sub(start).saturating_sub(4);
            let length = u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes();
            let head = outer.get_mut(start..).and_then(<[u8]>::first_chunk_mut);
            if let Some(head) = head {
                *head = length;
            }
        }
        Ok(())
    }
}
