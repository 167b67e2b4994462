//! What both sides of SCRAM (RFC 5802, RFC 7677) compute: hashes and the keys that come from a password.
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

/// Strongest first.
pub(crate) const MECHANISMS: &[(&str, Hash)] = &[
    ("SCRAM-SHA-512", Hash::Sha512),
    ("SCRAM-SHA-384", Hash::Sha384),
    ("SCRAM-SHA-256", Hash::Sha256),
    ("SCRAM-SHA-224", Hash::Sha224),
    ("SCRAM-SHA-1", Hash::Sha1),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

fn keyed<M: Mac + KeyInit>(key: &[u8], data: &[u8]) -> Vec<u8> {
    // A key of any length is taken.
    let mac = <M as KeyInit>::new_from_slice(key).ok();
    mac.map_or_else(Vec::new, |mut mac| {
        mac.update(data);
        mac.finalize().into_bytes().to_vec()
    })
}

fn verified<M: Mac + KeyInit>(key: &[u8], data: &[u8], tag: &[u8]) -> bool {
    <M as KeyInit>::new_from_slice(key).is_ok_and(|mut mac| {
        mac.update(data);
        mac.verify_slice(tag).is_ok()
    })
}

/// `Hi` of the RFC.
fn stretched<M: Mac + KeyInit + Clone>(password: &[u8], salt: &[u8], iterations: u32) -> Vec<u8> {
    let Ok(keyed) = <M as KeyInit>::new_from_slice(password) else {
        return Vec::new();
    };
    let round = |data: &[u8], more: &[u8]| {
        let mut mac = keyed.clone();
        mac.update(data);
        mac.update(more);
        mac.finalize().into_bytes()
    };
    let mut last = round(salt, &[0, 0, 0, 1]);
    let mut sum = last.to_vec();
    for _ in 1..iterations {
        last = round(&last, &[]);
        sum.iter_mut().zip(last.iter()).for_each(|(to, from)| *to ^= from);
    }
    sum
}

/// `body` with `h` for the type of a hash.
macro_rules! with_hash {
    ($hash:expr, $h:ident => $body:expr) => {
        with_hash!($hash, $h => $body; Sha1 Sha224 Sha256 Sha384 Sha512)
    };
    ($hash:expr, $h:ident => $body:expr; $($name:ident)*) => {
        match $hash {
            $(Hash::$name => {
                type $h = $name;
                $body
            })*
        }
    };
}

impl Hash {
    pub(crate) fn digest(self, data: &[u8]) -> Vec<u8> {
        with_hash!(self, H => H::digest(data).to_vec())
    }
    pub(crate) fn hmac(self, key: &[u8], data: &[u8]) -> Vec<u8> {
        with_hash!(self, H => keyed::<Hmac<H>>(key, data))
    }
    pub(crate) fn verify(self, key: &[u8], data: &[u8], tag: &[u8]) -> bool {
        with_hash!(self, H => verified::<Hmac<H>>(key, data, tag))
    }
    pub(crate) fn stretch(self, password: &[u8], salt: &[u8], iterations: u32) -> Vec<u8> {
        with_hash!(self, H => stretched::<Hmac<H>>(password, salt, iterations))
    }
    pub(crate) fn name(self) -> &'static str {
        let found = MECHANISMS.iter().find(|(_, hash)| *hash == self);
        found.map_or("", |(name, _)| name)
    }
}

/// `,` and `=` mean something in the messages.
pub(crate) fn escaped(name: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len());
    for &byte in name {
        match byte {
            b',' => out.extend_from_slice(b"=2C"),
            b'=' => out.extend_from_slice(b"=3D"),
            byte => out.push(byte),
        }
    }
    out
}
