//! What DIGEST-MD5 and GSSAPI encryption have in common: records, each behind its length in four bytes.
use super::security_layer::SecurityLayer;
use oxivirt_model::message;
use std::fmt::Debug;

/// What this side can receive in one record, and the most that is sent.
pub(crate) const MAX_RECORD: usize = 65536;

/// Makes and opens the contents of records, in order.
pub(crate) trait Cipher: Debug + Send {
    /// Appends what protects `plain`.
    fn seal(&mut self, plain: &[u8], sealed: &mut Vec<u8>) -> Result<(), String>;
    /// Appends what a record holds.
    fn open(&mut self, sealed: &[u8], plain: &mut Vec<u8>) -> Result<(), String>;
}

/// The layer. What arrived of an incomplete record is kept; it is never more than one.
#[derive(Debug)]
pub(crate) struct Records<C> {
    cipher: C,
    /// The most that goes into one record.
    piece: usize,
    partial: Vec<u8>,
}

impl<C: Cipher> Records<C> {
    /// `piece`: how much the peer takes in one record, in bytes of contents.
    pub(crate) fn new(cipher: C, piece: usize) -> Self {
        Self { cipher, piece: piece.clamp(1, MAX_RECORD), partial: Vec::new() }
    }
}

/// Returns the length a record announces, when its four bytes are there.
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

/// Returns what the stock client says, and why.
fn undecodable(why: &str) -> String {
    let stock = message!("failed to decode SASL data: %1$d (%2$s)", -1, "generic failure");
    format!("{}: {why}", String::from_utf8_lossy(&stock))
}

/// The same for what is sent.
fn unencodable(why: &str) -> String {
    let stock = message!("failed to encode SASL data: %1$d (%2$s)", -1, "generic failure");
    format!("{}: {why}", String::from_utf8_lossy(&stock))
}

impl<C: Cipher> SecurityLayer for Records<C> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Seals by adding a letter, and refuses what begins with `!`.
    #[derive(Debug)]
    struct Plain;

    impl Cipher for Plain {
        fn seal(&mut self, plain: &[u8], sealed: &mut Vec<u8>) -> Result<(), String> {
            if plain.starts_with(b"!") {
                return Err("no key".to_owned());
            }
            sealed.push(b's');
            sealed.extend_from_slice(plain);
            Ok(())
        }
        fn open(&mut self, sealed: &[u8], plain: &mut Vec<u8>) -> Result<(), String> {
            plain.extend_from_slice(sealed.strip_prefix(b"s").ok_or("not sealed")?);
            Ok(())
        }
    }

    #[test]
    fn records_are_as_long_as_the_peer_takes() {
        let (mut outer, mut inner) = (Vec::new(), Vec::new());
        Records::new(Plain, 2).encode(b"abc", &mut outer).unwrap();
        assert_eq!(outer, b"\0\0\0\x03sab\0\0\0\x02sc");
        let mut records = Records::new(Plain, 0);
        for byte in outer.chunks(1) {
            records.decode(byte, &mut inner).unwrap();
        }
        assert_eq!(inner, b"abc");
        outer.clear();
        records.encode(b"xy", &mut outer).unwrap();
        assert_eq!(outer, b"\0\0\0\x02sx\0\0\0\x02sy", "at least one byte");
    }

    #[test]
    fn what_the_cipher_refuses_is_told_as_the_stock_client_does() {
        let mut records = Records::new(Plain, 9);
        let refused = records.encode(b"!", &mut Vec::new()).unwrap_err();
        assert_eq!(refused, "failed to encode SASL data: -1 (generic failure): no key");
        let refused = records.decode(b"\0\0\0\x01x", &mut Vec::new()).unwrap_err();
        assert_eq!(refused, "failed to decode SASL data: -1 (generic failure): not sealed");
    }
}
