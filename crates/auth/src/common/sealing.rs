//! What DIGEST-MD5 puts around every record: a MAC, and encryption with RC4 or triple DES.
use super::records::Cipher;
use super::secret::Secret;
use des::TdesEde2;
use des::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit as _};
use hmac::{Hmac, Mac};
use md5::{Digest as _, Md5};
use rc4::{Rc4, StreamCipher};

/// Bytes of the MAC that are sent.
const MAC: usize = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Rc4,
    TripleDes,
}

pub(crate) fn md5(parts: &[&[u8]]) -> [u8; 16] {
    let mut hash = Md5::new();
    parts.iter().for_each(|part| hash.update(part));
    hash.finalize().into()
}

/// One direction.
struct Direction {
    signing: Secret,
    cipher: Option<Stream>,
    number: u32,
}

enum Stream {
    Rc4(Box<Rc4>),
    /// Triple DES with two keys in CBC mode, which goes on from record to record.
    TripleDes(Box<TdesEde2>, [u8; 8]),
}

/// Returns a DES key in eight bytes, seven bits each.
fn des_key(key: &[u8]) -> [u8; 8] {
    let mut wide = [0; 8];
    for (to, from) in wide.iter_mut().skip(1).zip(key) {
        *to = *from;
    }
    let word = u64::from_be_bytes(wide);
    let mut out = [0; 8];
    for (byte, shift) in out.iter_mut().zip([49u32, 42, 35, 28, 21, 14, 7, 0]) {
        let bits = word.wrapping_shr(shift) & 0x7f;
        *byte = u8::try_from(bits).unwrap_or_default().wrapping_shl(1);
    }
    out
}

impl Direction {
    fn new(secret: &[u8], cipher: Option<(Kind, usize)>, towards_server: bool) -> Self {
        let names = if towards_server { "client-to-server" } else { "server-to-client" };
        let constant = |before: &str, after: &str| format!("Digest {before} {names} {after} key magic constant");
        let signing = constant("session key to", "signing");
        let signing = Secret::from(md5(&[secret, signing.as_bytes()]).to_vec());
        let cipher = cipher.and_then(|(kind, key)| {
            let sealing = constant("H(A1) to", "sealing");
            let key = secret.get(..key).unwrap_or(secret);
            Stream::new(kind, &md5(&[key, sealing.as_bytes()]))
        });
        Self { signing, cipher, number: 0 }
    }

    /// Returns the MAC over the record's number and contents.
    fn mac(&self, contents: &[u8]) -> Option<Hmac<Md5>> {
        let mut mac = <Hmac<Md5> as hmac::KeyInit>::new_from_slice(self.signing.bytes()).ok()?;
        mac.update(&self.number.to_be_bytes());
        mac.update(contents);
        Some(mac)
    }
}

impl Stream {
    fn new(kind: Kind, key: &[u8; 16]) -> Option<Self> {
        Some(match kind {
            Kind::Rc4 => Self::Rc4(Box::new(Rc4::new_from_slice(key).ok()?)),
            Kind::TripleDes => {
                let keys = [des_key(key.get(..7)?), des_key(key.get(7..14)?)].concat();
                let cipher = TdesEde2::new_from_slice(&keys).ok()?;
                Self::TripleDes(Box::new(cipher), *key.last_chunk()?)
            }
        })
    }

    /// Returns what has to stand between contents and MAC.
    fn padding(&self, length: usize) -> Vec<u8> {
        match self {
            Self::Rc4(_) => Vec::new(),
            Self::TripleDes(..) => {
                let over = length.wrapping_add(MAC) & 7;
                let count = 8u8.wrapping_sub(u8::try_from(over).unwrap_or_default());
                vec![count; count.into()]
            }
        }
    }

    fn encrypt(&mut self, bytes: &mut [u8]) {
        match self {
            Self::Rc4(cipher) => cipher.apply_keystream(bytes),
            Self::TripleDes(cipher, last) => {
                for block in bytes.as_chunks_mut::<8>().0 {
                    block.iter_mut().zip(&*last).for_each(|(to, from)| *to ^= from);
                    cipher.encrypt_block(block.into());
                    *last = *block;
                }
            }
        }
    }

    fn decrypt(&mut self, bytes: &mut [u8]) {
        match self {
            Self::Rc4(cipher) => cipher.apply_keystream(bytes),
            Self::TripleDes(cipher, last) => {
                for block in bytes.as_chunks_mut::<8>().0 {
                    let sealed = *block;
                    cipher.decrypt_block(block.into());
                    block.iter_mut().zip(&*last).for_each(|(to, from)| *to ^= from);
                    *last = sealed;
                }
            }
        }
    }

    /// Returns what stands before the padding; whether the padding is right must not show before the MAC was checked.
    fn unpadded<'a>(&self, bytes: &'a [u8]) -> (&'a [u8], bool) {
        match self {
            Self::Rc4(_) => (bytes, true),
            Self::TripleDes(..) => {
                let count = usize::from(bytes.last().copied().unwrap_or_default());
                let at = bytes.len().checked_sub(count).filter(|_| (1..=8).contains(&count));
                let parts = at.and_then(|at| bytes.split_at_checked(at));
                let right = |padding: &[u8]| padding.iter().all(|byte| usize::from(*byte) == count);
                match parts {
                    Some((contents, padding)) => (contents, right(padding)),
                    None => (bytes, false),
                }
            }
        }
    }
}

/// Integrity, and encryption where it was agreed on (RFC 2831, 2.3 and 2.4).
pub(crate) struct Sealing {
    sending: Direction,
    receiving: Direction,
}

impl std::fmt::Debug for Sealing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sealing")
            .field("sent", &self.sending.number)
            .field("received", &self.receiving.number)
            .finish_non_exhaustive()
    }
}

impl Sealing {
    /// `secret` is H(A1); without a cipher there is only integrity.
    pub(crate) fn new(secret: &[u8], cipher: Option<(Kind, usize)>, client: bool) -> Self {
        Self { sending: Direction::new(secret, cipher, client), receiving: Direction::new(secret, cipher, !client) }
    }
}

/// Stands behind every record.
const VERSION: [u8; 2] = [0, 1];

impl Cipher for Sealing {
    fn seal(&mut self, plain: &[u8], sealed: &mut Vec<u8>) -> Result<(), String> {
        let direction = &mut self.sending;
        let mac = direction.mac(plain).ok_or("no key")?.finalize().into_bytes();
        let start = sealed.len();
        sealed.extend_from_slice(plain);
        if let Some(cipher) = &direction.cipher {
            sealed.extend_from_slice(&cipher.padding(plain.len()));
        }
        sealed.extend_from_slice(mac.get(..MAC).unwrap_or_default());
        if let (Some(cipher), Some(part)) = (&mut direction.cipher, sealed.get_mut(start..)) {
            cipher.encrypt(part);
        }
        sealed.extend_from_slice(&VERSION);
        sealed.extend_from_slice(&direction.number.to_be_bytes());
        direction.number = direction.number.wrapping_add(1);
        Ok(())
    }

    fn open(&mut self, sealed: &[u8], plain: &mut Vec<u8>) -> Result<(), String> {
        let direction = &mut self.receiving;
        let (rest, number) = sealed.split_last_chunk::<4>().ok_or("a record too short")?;
        let (body, version) = rest.split_last_chunk::<2>().ok_or("a record too short")?;
        if body.len() < MAC {
            return Err("DIGEST-MD5 SASL packets must be at least 16 bytes long".to_owned());
        }
        if *version != VERSION {
            return Err("Wrong Version".to_owned());
        }
        let number = u32::from_be_bytes(*number);
        if number != direction.number {
            let expected = direction.number;
            return Err(format!("Incorrect Sequence Number: received {number}, expected {expected}"));
        }
        let mut body = body.to_vec();
        if let Some(cipher) = &mut direction.cipher {
            if matches!(cipher, Stream::TripleDes(..)) && !body.len().is_multiple_of(8) {
                return Err("a record that is no number of cipher blocks".to_owned());
            }
            cipher.decrypt(&mut body);
        }
        let (padded, tag) = body.split_last_chunk::<MAC>().ok_or("a record too short")?;
        let (contents, right) = match &direction.cipher {
            Some(cipher) => cipher.unpadded(padded),
            None => (padded, true),
        };
        let mac = direction.mac(contents).ok_or("no key")?;
        if mac.verify_truncated_left(tag).is_err() || !right {
            return Err("CMAC doesn't match".to_owned());
        }
        plain.extend_from_slice(contents);
        direction.number = direction.number.wrapping_add(1);
        Ok(())
    }
}

#[cfg(test)]
#[path = "sealing_tests.rs"]
mod tests;
