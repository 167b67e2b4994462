//! SASL: which mechanism, the exchange with the daemon, and what a failure says.
//!
//! Mechanisms are chosen, and failures worded and numbered, as Cyrus SASL does for the stock client: programs and logs
//! show these texts. A mechanism is a state machine of a few steps; the longest has four.
mod base64;
mod digest;
mod digest_text;
mod gssapi;
mod plain;
mod records;
mod scram;
mod sealing;

use super::asker::{Ask, Asker, PASSPHRASE};
use crate::channel::Layer;
use crate::choice::{Env, Target};
use crate::remote::Remote;
use crate::request::Credentials;
use crate::steps;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::Auth;
use oxivirt_protocol::{Call, remote};
use oxivirt_xdr::Str;
use std::borrow::Cow;
use std::fmt::Debug;

pub(super) const FAIL: i32 = -1;
pub(super) const BUFOVER: i32 = -3;
const NOMECH: i32 = -4;
const BADPROT: i32 = -5;
pub(super) const BADPARAM: i32 = -7;
const BADSERV: i32 = -10;
const BADAUTH: i32 = -13;
const TOOWEAK: i32 = -15;

/// The service that server names are built with.
const SERVICE: &str = "libvirt";
/// Over a transport that can be overheard: what the weakest Kerberos gives (DES).
const MIN_STRENGTH: u32 = 56;
/// Over such a transport: weaker protection is warned of.
const GOOD_STRENGTH: u32 = 112;
/// What we can receive in one record, and the most that is sent.
const MAX_RECORD: usize = 65536;

/// Why an exchange ended.
#[derive(Debug)]
pub(super) enum SaslError {
    /// A number and text of Cyrus SASL.
    Sasl(i32, String),
    /// Anything else, such as a user who gave up.
    Error(Error),
}

impl SaslError {
    pub(super) fn sasl(code: i32, detail: &str) -> Self {
        Self::Sasl(code, detail.to_owned())
    }

    /// A failure without words of its own shows the last ones there were.
    fn after(self, last: &str) -> Self {
        match self {
            Self::Sasl(code, detail) if detail.is_empty() => Self::sasl(code, last),
            other => other,
        }
    }

    /// Returns the error of a failure before anything was sent.
    fn into_start_error(self) -> Error {
        self.into_error(|code, reason| message!("Failed to start SASL negotiation: %1$d (%2$s)", code, reason))
    }

    /// Returns the error of a failure after that.
    fn into_step_error(self) -> Error {
        self.into_error(|code, reason| message!("Failed to step SASL negotiation: %1$d (%2$s)", code, reason))
    }

    fn into_error(self, text: impl FnOnce(i32, &str) -> Vec<u8>) -> Error {
        let (code, detail) = match self {
            Self::Sasl(code, detail) => (code, detail),
            Self::Error(error) => return error,
        };
        let meaning = match code {
            FAIL => "generic failure",
            BUFOVER => "overflowed buffer",
            NOMECH => "no mechanism available",
            BADPROT => "bad protocol / cancel",
            BADPARAM => "invalid parameter supplied",
            BADSERV => "server failed mutual authentication step",
            BADAUTH => "authentication failure",
            TOOWEAK => "mechanism too weak for this user",
            _ => "undefined error!",
        };
        let reason = format!("SASL({code}): {meaning}: {detail}");
        Error::new(ErrorDomain::RPC, ErrorCode::AUTH_FAILED, text(code, &reason))
    }
}

/// What a mechanism answers. "Nothing" and "no bytes" are different.
#[derive(Debug, PartialEq, Eq)]
struct Step {
    output: Option<Vec<u8>>,
    /// This side is satisfied.
    done: bool,
}

impl Step {
    fn more(output: impl Into<Option<Vec<u8>>>) -> Self {
        let output = output.into();
        Self { output, done: false }
    }

    fn done(output: impl Into<Option<Vec<u8>>>) -> Self {
        let output = output.into();
        Self { output, done: true }
    }
}

/// One way to prove who one is.
trait Mechanism: Debug {
    /// The next message. The first input is `None`, unless the server speaks first.
    fn step(&mut self, input: Option<&[u8]>, asker: &mut dyn Ask) -> std::result::Result<Step, SaslError>;

    /// Bits of the encryption that both sides use from now on; 1 is integrity, 0 nothing.
    fn strength(&self) -> u32 {
        0
    }

    /// The encryption.
    fn layer(self: Box<Self>) -> Option<Box<dyn Layer>> {
        None
    }
}

/// What the mechanism has to be good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Need {
    /// The transport can be overheard: encryption is needed. Else it would be waste and is not used.
    encryption: bool,
}

impl Need {
    fn least(self) -> u32 {
        if self.encryption { MIN_STRENGTH } else { 0 }
    }

    fn most(self) -> u32 {
        if self.encryption { 100_000 } else { 0 }
    }
}

/// The words of a list of mechanisms.
fn words(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    list.split(|byte| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte)).filter(|word| !word.is_empty())
}

fn offered(list: &[u8], name: &str) -> bool {
    words(list).any(|word| word.eq_ignore_ascii_case(name.as_bytes()))
}

/// The strongest of the offered mechanisms that is good enough. `password` can be asked for.
fn choose(
    list: &[u8],
    need: Need,
    password: bool,
    hostname: &[u8],
) -> std::result::Result<(&'static str, Box<dyn Mechanism>), SaslError> {
    let hostname = hostname.to_ascii_lowercase();
    if words(list).next().is_none() {
        return Err(SaslError::sasl(NOMECH, ""));
    }
    if !need.encryption && password {
        for (name, hash) in scram::MECHANISMS {
            if offered(list, name) {
                return Ok((name, Box::new(scram::Scram::new(*hash, nonce::<24>()?))));
            }
        }
    }
    if offered(list, "GSSAPI")
        && let Some(mechanism) = gssapi::Gssapi::new(&hostname, need)
    {
        return Ok(("GSSAPI", Box::new(mechanism)));
    }
    if password && offered(list, "DIGEST-MD5") {
        let mechanism = digest::Digest::new(&hostname, need, nonce::<32>()?);
        return Ok(("DIGEST-MD5", Box::new(mechanism)));
    }
    if !need.encryption && password && offered(list, "PLAIN") {
        return Ok(("PLAIN", Box::new(plain::Plain)));
    }
    Err(SaslError::sasl(NOMECH, "No worthy mechs found"))
}

/// Random bytes as letters: of SCRAM 32 letters, of DIGEST-MD5 44, as Cyrus SASL sends.
fn nonce<const BYTES: usize>() -> std::result::Result<Vec<u8>, SaslError> {
    let mut bytes = [0; BYTES];
    oxivirt_sys::random(&mut bytes).map_err(|error| SaslError::Sasl(FAIL, format!("no random numbers: {error}")))?;
    Ok(base64::encode(&bytes))
}

fn failed(detail: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::REMOTE, ErrorCode::AUTH_FAILED, detail)
}

/// Authenticates. `wanted` is the mechanism of the URI, compared with its case.
///
/// # Errors
/// No mechanism fits, the user gave up, or one side does not believe the other.
pub(super) fn authenticate<S: Env + Debug>(
    connection: &mut Remote,
    target: &Target,
    wanted: Option<&[u8]>,
    credentials: Option<&mut dyn Credentials>,
    around: &S,
) -> Result<()> {
    let need = Need { encryption: !connection.features().secure };
    let authfile = target.options.authfile.as_deref();
    let mut asker = Asker::new(credentials, authfile, &target.hostname, around);
    let mut call = Call::default();
    let reply = connection.auth_sasl_init(&mut call)?;
    let mut list = reply.mechlist.as_bytes();
    steps::tell(|| steps::mechanisms(list));
    if let Some(wanted) = wanted {
        // The stock client looks for the text anywhere in the list.
        if !wanted.is_empty() && !list.windows(wanted.len()).any(|part| part == wanted) {
            return Err(failed(message!("SASL mechanism %1$s not supported by server", wanted)));
        }
        list = wanted;
    }
    let password = asker.can(PASSPHRASE);
    let (name, mut mechanism) = choose(list, need, password, &target.hostname).map_err(SaslError::into_start_error)?;
    steps::tell(|| steps::mechanism(name));
    exchange(connection, name, &mut *mechanism, &mut asker)?;
    if need.encryption {
        let strength = mechanism.strength();
        if strength < MIN_STRENGTH {
            let text = message!("negotiation SSF %1$d was not strong enough", strength);
            return Err(failed(text));
        }
        if strength < GOOD_STRENGTH {
            crate::lines::weak_protection(strength, GOOD_STRENGTH);
        }
        connection.features().secure = true;
    }
    // The stock client says so also when SASL adds nothing to the transport.
    connection.features().encrypted = true;
    if let Some(layer) = mechanism.layer() {
        connection.add_layer(layer);
    }
    Ok(())
}

/// Sends messages to and fro until both sides are satisfied.
fn exchange<S: Env + Debug>(
    connection: &Remote,
    name: &str,
    mechanism: &mut dyn Mechanism,
    asker: &mut Asker<'_, '_, S>,
) -> Result<()> {
    let first = mechanism.step(None, asker).map_err(|stop| stop.after(&asker.detail).into_start_error())?;
    let mut satisfied = first.done;
    let (nil, data) = outgoing(first.output)?;
    let mech = Str(Cow::Borrowed(name.as_bytes()));
    let args = remote::AuthSaslStartArgs { mech, nil, data };
    let reply = connection.auth_sasl_start(&mut Call::default(), &args)?;
    let (mut complete, mut nil, mut data) = (reply.complete != 0, reply.nil != 0, reply.data);
    // Even when the daemon is satisfied, this side must have its turn: that is where the daemon proves itself.
    while !(complete && satisfied) {
        let input = (!nil).then_some(data.as_slice());
        let step = if satisfied {
            Err(SaslError::sasl(FAIL, ""))
        } else if nil && !data.is_empty() {
            let text = "the server sent bytes and said that there are none";
            Err(SaslError::sasl(BADPARAM, text))
        } else {
            mechanism.step(input, asker)
        };
        let step = step.map_err(|stop| stop.after(&asker.detail).into_step_error())?;
        satisfied = step.done;
        if complete && satisfied {
            break;
        }
        let args = {
            let (nil, data) = outgoing(step.output)?;
            remote::AuthSaslStepArgs { nil, data }
        };
        let reply = connection.auth_sasl_step(&mut Call::default(), &args)?;
        (complete, nil, data) = (reply.complete != 0, reply.nil != 0, reply.data);
    }
    Ok(())
}

/// A message as the daemon wants it.
fn outgoing(output: Option<Vec<u8>>) -> Result<(i32, Vec<u8>)> {
    let nil = output.is_none().into();
    let data = output.unwrap_or_default();
    if data.len() > usize::try_from(remote::AUTH_SASL_DATA_MAX).unwrap_or(usize::MAX) {
        let text = message!("SASL negotiation data too long: %1$zu bytes", data.len());
        return Err(failed(text));
    }
    Ok((nil, data))
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
