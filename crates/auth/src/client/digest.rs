//! DIGEST-MD5 (RFC 2831): long obsolete, and what daemons take over plain TCP, because it brings encryption along.
//!
//! MD5, RC4 and triple DES are what this protocol is made of; no choice is left to us but to refuse the weakest ciphers.
use super::mechanism::{Mechanism, Prompter, Realms, SecurityProperties, Step};
use crate::common::code::{BADAUTH, BADPROT, BADSERV, FAIL, TOOWEAK};
use crate::common::digest_text::{Pairs, append, latin1, trim};
use crate::common::names::SERVICE;
use crate::common::records::{MAX_RECORD, Records};
use crate::common::sealing::{Kind, Sealing, md5};
use crate::common::{SaslError, Secret, SecurityLayer};

/// Longer messages are refused unread, and not sent.
const MAX_MESSAGE: usize = 2048;
/// The largest record a server may say it takes.
const MAX_SERVER_RECORD: u32 = 0x00ff_ffff;
/// What the server takes when it says nothing.
const DEFAULT_RECORD: u32 = 65536;
/// What a record needs besides its contents: padding, MAC, version and number.
const OVERHEAD: usize = 25;

/// Ciphers by name, weakest first: bits of strength, bytes of the key that count. What is weaker is never agreed on.
const CIPHERS: [(&str, Kind, u32, usize); 3] =
    [("rc4-56", Kind::Rc4, 56, 7), ("3des", Kind::TripleDes, 112, 16), ("rc4", Kind::Rc4, 128, 16)];

/// What protects the connection afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Protection {
    Nothing,
    Integrity,
    Encryption { name: &'static str, kind: Kind, strength: u32, key: usize },
}

impl Protection {
    fn qop(self) -> &'static str {
        match self {
            Self::Nothing => "auth",
            Self::Integrity => "auth-int",
            Self::Encryption { .. } => "auth-conf",
        }
    }

    /// Returns the cipher and how many bytes of its key count.
    fn cipher(self) -> Option<(Kind, usize)> {
        match self {
            Self::Encryption { kind, key, .. } => Some((kind, key)),
            _ => None,
        }
    }

    fn strength(self) -> u32 {
        match self {
            Self::Nothing => 0,
            Self::Integrity => 1,
            Self::Encryption { strength, .. } => strength,
        }
    }
}

/// What the server's challenge says.
#[derive(Debug)]
struct Challenge {
    realms: Vec<Vec<u8>>,
    nonce: Vec<u8>,
    /// The largest record the server takes.
    record: usize,
    protection: Protection,
}

#[derive(Debug)]
enum State {
    Fresh,
    AwaitChallenge,
    /// The proof went out; the server owes this one.
    AwaitProof(Vec<u8>),
    Ended,
}

/// One exchange.
#[derive(Debug)]
pub(super) struct Digest {
    hostname: Vec<u8>,
    need: SecurityProperties,
    cnonce: Vec<u8>,
    state: State,
    protection: Protection,
    /// H(A1), from which the keys come.
    secret: Secret,
    record: usize,
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect()
}

fn bad(text: impl Into<String>) -> SaslError {
    SaslError::Sasl(BADAUTH, text.into())
}

fn fail(text: &str) -> SaslError {
    SaslError::sasl(FAIL, text)
}

/// Returns the elements of a list in a value.
fn elements(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    value.split(|&byte| byte == b',').map(trim)
}

fn has(list: &[u8], name: &str) -> bool {
    elements(list).any(|element| element.eq_ignore_ascii_case(name.as_bytes()))
}

/// `maxbuf`, checked.
fn record_size(value: &[u8]) -> std::result::Result<u32, SaslError> {
    let shown = String::from_utf8_lossy(value);
    let wrong = |why: &str| bad(format!("Invalid maxbuf parameter received from server ({why}{shown})"));
    let number = std::str::from_utf8(trim(value)).ok();
    let number: u32 = number
        .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()))
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| wrong(""))?;
    match number {
        0..=16 => Err(wrong("too small: ")),
        17..=MAX_SERVER_RECORD => Ok(number),
        _ => Err(wrong("too big: ")),
    }
}

impl Challenge {
    fn parse(input: &[u8], need: SecurityProperties) -> std::result::Result<Self, SaslError> {
        if input.is_empty() {
            return Err(fail("no server challenge"));
        }
        let (mut realms, mut nonce, mut record) = (Vec::new(), None, None);
        let (mut qops, mut ciphers): (Option<Vec<u8>>, Vec<u8>) = (None, Vec::new());
        let mut algorithm = false;
        for pair in Pairs::of(input) {
            let (name, value) = pair.ok_or_else(|| bad("Parse error"))?;
            match name.to_ascii_lowercase().as_slice() {
                b"realm" => realms.push(value),
                b"nonce" => nonce = Some(value),
                b"qop" => qops = Some([qops.unwrap_or_default(), value].join(&b',')),
                b"cipher" => ciphers = [ciphers, value].join(&b','),
                b"maxbuf" if record.is_some() => {
                    return Err(bad("At least two maxbuf directives found. Authentication aborted"));
                }
                b"maxbuf" => record = Some(record_size(&value)?),
                b"charset" if !value.eq_ignore_ascii_case(b"utf-8") => {
                    return Err(bad("Charset must be UTF-8"));
                }
                b"algorithm" if !value.eq_ignore_ascii_case(b"md5-sess") => {
                    return Err(fail("'algorithm' isn't 'md5-sess'"));
                }
                b"algorithm" if algorithm => {
                    return Err(fail("Must see 'algorithm' only once"));
                }
                b"algorithm" => algorithm = true,
                _ => {}
            }
        }
        let qops = qops.unwrap_or_else(|| b"auth".to_vec());
        if !["auth", "auth-int", "auth-conf"].iter().any(|qop| has(&qops, qop)) {
            return Err(bad("Server doesn't support any known qop level"));
        }
        if !algorithm {
            return Err(fail("Must see 'algorithm' once. Didn't see at all"));
        }
        let nonce = nonce.ok_or_else(|| fail("Don't have nonce."))?;
        let protection = protect(&qops, &ciphers, need)?;
        let record = usize::try_from(record.unwrap_or(DEFAULT_RECORD)).unwrap_or(MAX_RECORD);
        if protection != Protection::Nothing && record <= OVERHEAD {
            let text = "Invalid maxbuf parameter received from server (too small: ";
            return Err(bad(format!("{text}{record})")));
        }
        Ok(Self { realms, nonce, record, protection })
    }
}

/// Returns the strongest protection that both sides have and that is wanted.
fn protect(qops: &[u8], ciphers: &[u8], need: SecurityProperties) -> std::result::Result<Protection, SaslError> {
    let (least, most) = (need.min_strength(), need.max_strength());
    let fits = |strength: u32| (least..=most).contains(&strength);
    if has(qops, "auth-conf") {
        let cipher = CIPHERS.iter().rfind(|(name, _, strength, _)| fits(*strength) && has(ciphers, name));
        if let Some(&(name, kind, strength, key)) = cipher {
            return Ok(Protection::Encryption { name, kind, strength, key });
        }
    }
    if fits(1) && has(qops, "auth-int") {
        return Ok(Protection::Integrity);
    }
    if least > 0 {
        return Err(SaslError::sasl(TOOWEAK, "Can't find an acceptable layer"));
    }
    if !has(qops, "auth") {
        return Err(fail("Server doesn't support \"no layer\""));
    }
    Ok(Protection::Nothing)
}

impl Digest {
    /// `hostname` is in small letters; `cnonce` is fresh.
    pub(super) fn new(hostname: &[u8], need: SecurityProperties, cnonce: Vec<u8>) -> Self {
        Self {
            hostname: hostname.to_vec(),
            need,
            cnonce,
            state: State::Fresh,
            protection: Protection::Nothing,
            secret: Secret::default(),
            record: 0,
        }
    }

    fn realms(&self, realms: &[Vec<u8>]) -> Option<Realms> {
        if realms.len() < 2 {
            return None;
        }
        let mut challenge = b"Available realms:".to_vec();
        for (place, realm) in realms.iter().enumerate() {
            let start: &[u8] = if place == 0 { b" {" } else { b", {" };
            challenge.extend_from_slice(&[start, realm, b"}"].concat());
        }
        challenge.push(b'.');
        let default = self.hostname.clone();
        Some(Realms { challenge, default })
    }

    /// Returns both proofs: ours, and the one the server owes.
    fn proofs(&self, nonce: &[u8], uri: &[u8]) -> [Vec<u8>; 2] {
        let qop = self.protection.qop();
        let zeros: &[u8] = match self.protection {
            Protection::Nothing => b"",
            _ => b":00000000000000000000000000000000",
        };
        let secret = hex(self.secret.bytes());
        [b"AUTHENTICATE".as_slice(), b""].map(|method| {
            let a2 = hex(&md5(&[method, b":", uri, zeros]));
            let parts = [&*secret, nonce, b"00000001", &*self.cnonce, qop.as_bytes(), &*a2];
            hex(&md5(&[&parts.join(&b':')]))
        })
    }

    fn respond(&mut self, input: &[u8], prompter: &mut dyn Prompter) -> std::result::Result<Step, SaslError> {
        let challenge = Challenge::parse(input, self.need)?;
        let who = prompter.identity(self.realms(&challenge.realms))?;
        let only = challenge.realms.first().filter(|_| challenge.realms.len() == 1);
        let realm = only.cloned().or(who.realm).unwrap_or_else(|| self.hostname.clone());
        let other = (!who.user.is_empty() && who.user != who.name).then_some(&who.user);
        let password = Secret::from(latin1(who.password.bytes()));
        let hashed = md5(&[&latin1(&who.name), b":", &latin1(&realm), b":", password.bytes()]);
        let mut a1 = vec![&hashed[..], b":", &challenge.nonce, b":", &self.cnonce];
        if let Some(user) = other {
            a1.extend([&b":"[..], user]);
        }
        self.secret = md5(&a1).to_vec().into();
        self.protection = challenge.protection;
        self.record = challenge.record;
        let uri = [SERVICE.as_bytes(), b"/", &self.hostname].concat();
        let [ours, theirs] = self.proofs(&challenge.nonce, &uri);
        let mut list = Vec::new();
        append(&mut list, "username", &who.name, true);
        append(&mut list, "realm", &realm, true);
        if let Some(user) = other {
            append(&mut list, "authzid", user, true);
        }
        append(&mut list, "nonce", &challenge.nonce, true);
        append(&mut list, "cnonce", &self.cnonce, true);
        append(&mut list, "nc", b"00000001", false);
        append(&mut list, "qop", self.protection.qop().as_bytes(), false);
        if let Protection::Encryption { name, .. } = self.protection {
            append(&mut list, "cipher", name.as_bytes(), false);
        }
        append(&mut list, "maxbuf", MAX_RECORD.to_string().as_bytes(), false);
        append(&mut list, "digest-uri", &uri, true);
        append(&mut list, "response", &ours, false);
        if list.len() > MAX_MESSAGE {
            return Err(fail(""));
        }
        self.state = State::AwaitProof(theirs);
        Ok(Step::more(list))
    }
}

/// Only who knows the password can have computed it.
fn check(input: &[u8], expected: &[u8]) -> std::result::Result<Step, SaslError> {
    for pair in Pairs::of(input) {
        let (name, value) = pair.ok_or_else(|| bad("DIGEST-MD5 Received Garbage"))?;
        if !name.eq_ignore_ascii_case(b"rspauth") {
            continue;
        }
        let differs = value.iter().zip(expected).fold(0, |seen, (a, b)| seen | (a ^ b));
        if differs != 0 || value.len() != expected.len() {
            return Err(SaslError::sasl(
                BADSERV,
                "DIGEST-MD5: This server wants us to believe that he knows shared secret",
            ));
        }
        return Ok(Step::done(None));
    }
    Err(fail(""))
}

impl Mechanism for Digest {
    fn step(&mut self, input: Option<&[u8]>, prompter: &mut dyn Prompter) -> std::result::Result<Step, SaslError> {
        let input = input.unwrap_or_default();
        if input.len() > MAX_MESSAGE {
            return Err(SaslError::sasl(BADPROT, ""));
        }
        match std::mem::replace(&mut self.state, State::Ended) {
            State::Fresh => {
                // The server speaks first.
                self.state = State::AwaitChallenge;
                Ok(Step::more(None))
            }
            State::AwaitChallenge => self.respond(input, prompter),
            State::AwaitProof(expected) => check(input, &expected),
            State::Ended => Err(fail("")),
        }
    }

    fn strength(&self) -> u32 {
        self.protection.strength()
    }

    fn layer(self: Box<Self>) -> Option<Box<dyn SecurityLayer>> {
        if self.protection == Protection::Nothing {
            return None;
        }
        let cipher = Sealing::new(self.secret.bytes(), self.protection.cipher(), true);
        let piece = self.record.saturating_sub(OVERHEAD);
        Some(Box::new(Records::new(cipher, piece)))
    }
}

#[cfg(test)]
#[path = "digest_tests.rs"]
mod tests;
