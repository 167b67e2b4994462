//! What has to be known of a certificate beyond what webpki tells: validity, constraints, usage, names, algorithms.
use crate::common::der::{self, Der, Element};
use std::net::IpAddr;

/// Bits of the key usage extension, as its first octet has them.
pub(crate) const DIGITAL_SIGNATURE: u8 = 0x80;
pub(crate) const CERT_SIGN: u8 = 0x04;

/// An extension's value and whether it must be understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Marked<T> {
    pub(crate) critical: bool,
    pub(crate) value: T,
}

/// The certificate, decoded as far as needed.
#[derive(Clone, Debug)]
pub(crate) struct Certificate {
    /// 1 to 3.
    pub(crate) version: u8,
    /// Without leading zeros.
    pub(crate) serial: Vec<u8>,
    /// DER of the names.
    pub(crate) issuer: Vec<u8>,
    pub(crate) subject: Vec<u8>,
    /// Seconds since 1970.
    pub(crate) not_before: i64,
    pub(crate) not_after: i64,
    /// The object identifier of the signature's algorithm.
    pub(crate) signature: Vec<u8>,
    /// Size of an RSA key in bits.
    pub(crate) rsa_bits: Option<usize>,
    /// Whether it is an authority; `None` without the extension.
    pub(crate) authority: Option<bool>,
    pub(crate) key_usage: Option<Marked<u8>>,
    /// Object identifiers.
    pub(crate) purposes: Option<Marked<Vec<Vec<u8>>>>,
    pub(crate) dns_names: Vec<Vec<u8>>,
    pub(crate) addresses: Vec<IpAddr>,
    pub(crate) common_names: Vec<Vec<u8>>,
}

const RSA_KEY: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
const COMMON_NAME: &[u8] = &[0x55, 4, 3];
const SUBJECT_ALT_NAME: &[u8] = &[0x55, 0x1d, 17];
const KEY_USAGE: &[u8] = &[0x55, 0x1d, 15];
const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 19];
const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 37];

impl Certificate {
    /// Decodes; `None` when it is malformed.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let mut outer = Der::new(bytes).inside(der::SEQUENCE)?;
        let mut inner = outer.inside(der::SEQUENCE)?;
        let signature = outer.inside(der::SEQUENCE)?.read(der::OID)?.to_vec();
        let version = match inner.optional(0xa0) {
            None => 1,
            Some(number) => match Der::new(number).read(der::INTEGER)? {
                [version @ 0..=2] => version.saturating_add(1),
                _ => return None,
            },
        };
        let serial = trimmed(inner.read(der::INTEGER)?).to_vec();
        inner.read(der::SEQUENCE)?;
        let issuer = name(&mut inner)?;
        let mut validity = inner.inside(der::SEQUENCE)?;
        let not_before = der::time(validity.next()?)?;
        let not_after = der::time(validity.next()?)?;
        let subject = name(&mut inner)?;
        let key = inner.inside(der::SEQUENCE)?;
        let mut certificate = Self {
            version,
            serial,
            issuer: issuer.to_vec(),
            subject: subject.to_vec(),
            not_before,
            not_after,
            signature,
            rsa_bits: rsa_bits(key),
            authority: None,
            key_usage: None,
            purposes: None,
            dns_names: Vec::new(),
            addresses: Vec::new(),
            common_names: common_names(subject)?,
        };
        // Two unique identifiers nobody uses come first.
        while let Some(element) = (!inner.is_empty()).then(|| inner.next()) {
            let element = element?;
            if element.tag == 0xa3 {
                certificate.take_extensions(element.content)?;
            }
        }
        Some(certificate)
    }

    fn take_extensions(&mut self, list: &[u8]) -> Option<()> {
        let mut list = Der::new(list).inside(der::SEQUENCE)?;
        while !list.is_empty() {
            let mut extension = list.inside(der::SEQUENCE)?;
            let id = extension.read(der::OID)?;
            let critical = extension.optional(der::BOOLEAN).is_some_and(|value| value != [0]);
            let mut value = Der::new(extension.read(der::OCTET_STRING)?);
            match id {
                BASIC_CONSTRAINTS => {
                    let flag = value.inside(der::SEQUENCE)?.optional(der::BOOLEAN);
                    self.authority = Some(flag.is_some_and(|value| value != [0]));
                }
                KEY_USAGE => {
                    let value = match value.read(der::BIT_STRING)? {
                        [_, first, ..] => *first,
                        _ => 0,
                    };
                    self.key_usage = Some(Marked { critical, value });
                }
                EXTENDED_KEY_USAGE => {
                    let mut list = value.inside(der::SEQUENCE)?;
                    let mut value = Vec::new();
                    while !list.is_empty() {
                        value.push(list.read(der::OID)?.to_vec());
                    }
                    self.purposes = Some(Marked { critical, value });
                }
                SUBJECT_ALT_NAME => self.take_names(value.inside(der::SEQUENCE)?)?,
                _ => {}
            }
        }
        Some(())
    }

    fn take_names(&mut self, mut list: Der<'_>) -> Option<()> {
        while !list.is_empty() {
            let Element { tag, content, .. } = list.next()?;
            match tag {
                0x82 => self.dns_names.push(content.to_vec()),
                0x87 => {
                    if let Ok(four) = <[u8; 4]>::try_from(content) {
                        self.addresses.push(four.into());
                    } else if let Ok(sixteen) = <[u8; 16]>::try_from(content) {
                        self.addresses.push(sixteen.into());
                    }
                }
                _ => {}
            }
        }
        Some(())
    }
}

/// Returns the next element, which must be a name, with tag and length.
fn name<'a>(inner: &mut Der<'a>) -> Option<&'a [u8]> {
    let element = inner.next()?;
    (element.tag == der::SEQUENCE).then_some(element.whole)
}

fn trimmed(mut number: &[u8]) -> &[u8] {
    while let [0, rest @ ..] = number {
        number = rest;
    }
    number
}

/// Returns the size of the key if it is RSA.
fn rsa_bits(mut key: Der<'_>) -> Option<usize> {
    let algorithm = key.inside(der::SEQUENCE)?.read(der::OID)?;
    if algorithm != RSA_KEY {
        return None;
    }
    let bits = key.read(der::BIT_STRING)?.get(1..)?;
    let modulus = trimmed(Der::new(bits).inside(der::SEQUENCE)?.read(der::INTEGER)?);
    let unused = modulus.first().map_or(0, |first| first.leading_zeros());
    modulus.len().checked_mul(8)?.checked_sub(usize::try_from(unused).ok()?)
}

fn common_names(subject: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut names = Vec::new();
    let mut sets = Der::new(subject).inside(der::SEQUENCE)?;
    while !sets.is_empty() {
        let mut set = sets.inside(der::SET)?;
        while !set.is_empty() {
            let mut pair = set.inside(der::SEQUENCE)?;
            let kind = pair.read(der::OID)?;
            let value = pair.next()?;
            if kind == COMMON_NAME {
                names.push(value.content.to_vec());
            }
        }
    }
    Some(names)
}

/// Serials an authority took back.
#[derive(Clone, Debug)]
pub(crate) struct Revocations {
    issuer: Vec<u8>,
    serials: Vec<Vec<u8>>,
}

impl Revocations {
    /// Decodes a revocation list; `None` when it is malformed.
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let mut inner = Der::new(bytes).inside(der::SEQUENCE)?.inside(der::SEQUENCE)?;
        // Its version.
        inner.optional(der::INTEGER);
        inner.read(der::SEQUENCE)?;
        let issuer = name(&mut inner)?.to_vec();
        der::time(inner.next()?)?;
        let _next_update = inner.optional(der::UTC_TIME).or_else(|| inner.optional(der::GENERALIZED_TIME));
        let mut serials = Vec::new();
        if let Some(list) = inner.optional(der::SEQUENCE) {
            let mut list = Der::new(list);
            while !list.is_empty() {
                let mut entry = list.inside(der::SEQUENCE)?;
                serials.push(trimmed(entry.read(der::INTEGER)?).to_vec());
            }
        }
        Some(Self { issuer, serials })
    }

    /// Returns true if the certificate was taken back.
    pub(crate) fn hold(&self, certificate: &Certificate) -> bool {
        self.issuer == certificate.issuer && self.serials.contains(&certificate.serial)
    }
}
