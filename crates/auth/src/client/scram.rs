//! SCRAM (RFC 5802, RFC 7677): both sides prove that they know the password, without sending it.
//!
//! No channel binding, and no SASLprep: the stock client has neither, and a name or password that is not ASCII only
//! matches what the daemon's tools stored when both treat the bytes alike.
use super::mechanism::{Mechanism, Prompter, Step};
use crate::common::code::{BADAUTH, BADPROT, FAIL};
use crate::common::scram::{Hash, escaped};
use crate::common::{SaslError, Secret, base64};

/// A daemon cannot make the client compute for hours.
const MAX_ITERATIONS: u32 = 0x10000;
/// Longer messages are refused unread.
const MAX_INPUT: usize = 2048;

#[derive(Debug)]
enum State {
    Fresh,
    /// The first message went out.
    SentFirst {
        password: Secret,
        /// What stands before the name: `n,,` or `n,a=…,`.
        header: Vec<u8>,
        bare: Vec<u8>,
    },
    /// The proof went out; the server owes its own.
    SentFinal {
        server_key: Secret,
        message: Vec<u8>,
    },
    Ended,
}

/// One exchange.
#[derive(Debug)]
pub(super) struct Scram {
    hash: Hash,
    nonce: Vec<u8>,
    state: State,
}

impl Scram {
    /// `nonce` is fresh and has no comma.
    pub(super) fn new(hash: Hash, nonce: Vec<u8>) -> Self {
        let state = State::Fresh;
        Self { hash, nonce, state }
    }

    fn bad(&self, before: &str, after: &str) -> SaslError {
        SaslError::Sasl(BADPROT, format!("{before}{}{after}", self.hash.name()))
    }

    fn first_message(&mut self, prompter: &mut dyn Prompter) -> std::result::Result<Step, SaslError> {
        let who = prompter.identity(None)?;
        let header = if who.user.is_empty() {
            b"n,,".to_vec()
        } else {
            [b"n,a=".as_slice(), &escaped(&who.user), b","].concat()
        };
        let bare = [b"n=".as_slice(), &escaped(&who.name), b",r=", &self.nonce].concat();
        let output = [&*header, &*bare].concat();
        self.state = State::SentFirst { password: who.password, header, bare };
        Ok(Step::more(output))
    }

    /// Takes `r=…,s=…,i=…` apart.
    fn parse<'a>(&self, input: &'a [u8]) -> std::result::Result<(&'a [u8], Vec<u8>, u32), SaslError> {
        if input.is_empty() {
            return Err(self.bad("", " input expected"));
        }
        if input.len() < 3 || input.get(1) != Some(&b'=') {
            return Err(self.bad("Invalid ", " input"));
        }
        if input.starts_with(b"m") {
            return Err(self.bad("Unsupported mandatory extension to ", ""));
        }
        if !input.starts_with(b"r") {
            return Err(self.bad("Nonce (r=) expected in ", " input"));
        }
        if input.contains(&0) {
            return Err(self.bad("NULs found in ", " input"));
        }
        let mut fields = input.split(|&byte| byte == b',');
        let mut field = |name: &[u8]| fields.next().and_then(|field| field.strip_prefix(name));
        let nonce = field(b"r=").unwrap_or_default();
        let salt = field(b"s=").ok_or_else(|| self.bad("Salt expected after the nonce in ", " input"))?;
        let count = field(b"i=").ok_or_else(|| self.bad("iteration-count expected after the salt in ", " input"))?;
        let count = std::str::from_utf8(count).ok().and_then(|text| text.parse().ok());
        let count: u64 =
            count.filter(|count| *count > 0).ok_or_else(|| self.bad("Invalid iteration-count in ", " input"))?;
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let refused = |text: &str| SaslError::sasl(BADPROT, text);
        if count > MAX_ITERATIONS {
            return Err(refused("iteration-count is too big, refusing to compute"));
        }
        if nonce.len() <= self.nonce.len() || !nonce.starts_with(&self.nonce) {
            return Err(refused("The nonce received from the server doesn't start from the nonce sent by the client"));
        }
        if salt.is_empty() {
            return Err(refused("The salt can't be empty"));
        }
        if !salt.len().is_multiple_of(4) {
            return Err(refused("Invalid base64 encoding of the salt"));
        }
        let salt = base64::decode(salt).ok_or_else(|| self.bad("Invalid base64 encoding of the salt in ", " input"))?;
        Ok((nonce, salt, count))
    }

    fn final_message(
        &mut self,
        input: &[u8],
        password: &Secret,
        header: &[u8],
        bare: &[u8],
    ) -> std::result::Result<Step, SaslError> {
        let (nonce, salt, count) = self.parse(input)?;
        let mut output = [b"c=", &*base64::encode(header), b",r=", nonce].concat();
        let message = [bare, input, &output].join(&b',');
        let hash = self.hash;
        let salted = Secret::from(hash.stretch(password.bytes(), &salt, count));
        let client_key = Secret::from(hash.hmac(salted.bytes(), b"Client Key"));
        let signature = hash.hmac(&hash.digest(client_key.bytes()), &message);
        let keys = client_key.bytes().iter().zip(signature);
        let proof: Vec<u8> = keys.map(|(key, sign)| key ^ sign).collect();
        output.extend_from_slice(b",p=");
        output.append(&mut base64::encode(&proof));
        self.state = State::SentFinal { server_key: hash.hmac(salted.bytes(), b"Server Key").into(), message };
        Ok(Step::more(output))
    }

    /// Checks the server's signature: only who knows the password, or what is derived from it, can make it.
    fn check(&self, input: &[u8], server_key: &Secret, message: &[u8]) -> std::result::Result<Step, SaslError> {
        if input.len() < 3 {
            return Err(self.bad("Invalid ", " input expected"));
        }
        let field = input.split(|&byte| byte == b',').next();
        let proof = field
            .and_then(|field| field.strip_prefix(b"v="))
            .ok_or_else(|| self.bad("ServerSignature expected in ", " input"))?;
        let proof = base64::decode(proof)
            .ok_or_else(|| self.bad("Invalid base64 encoding of the server proof in ", " input"))?;
        if proof.len() != self.hash.digest(b"").len() {
            return Err(self.bad("Invalid server proof (truncated) in ", " input"));
        }
        if !self.hash.verify(server_key.bytes(), message, &proof) {
            return Err(SaslError::sasl(BADAUTH, "ServerSignature mismatch"));
        }
        Ok(Step::done(None))
    }
}

impl Mechanism for Scram {
    fn step(&mut self, input: Option<&[u8]>, prompter: &mut dyn Prompter) -> std::result::Result<Step, SaslError> {
        let input = input.unwrap_or_default();
        if input.len() > MAX_INPUT {
            return Err(self.bad("", " input longer than 2048 bytes"));
        }
        match std::mem::replace(&mut self.state, State::Ended) {
            State::Fresh => self.first_message(prompter),
            State::SentFirst { password, header, bare } => self.final_message(input, &password, &header, &bare),
            State::SentFinal { server_key, message } => self.check(input, &server_key, &message),
            State::Ended => Err(SaslError::sasl(FAIL, "")),
        }
    }
}
