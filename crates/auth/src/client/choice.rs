//! Which mechanism is used: the client's preference among those that the server offers.
use super::digest::Digest;
use super::gssapi::Gssapi;
use super::mechanism::{Mechanism, SecurityProperties};
use super::plain::Plain;
use super::scram::Scram;
use crate::common::code::{FAIL, NOMECH};
use crate::common::scram::MECHANISMS;
use crate::common::{SaslError, base64, names};

/// Returns the words of a list of mechanisms.
fn words(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    list.split(|byte| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte)).filter(|word| !word.is_empty())
}

fn offered(list: &[u8], name: &str) -> bool {
    words(list).any(|word| word.eq_ignore_ascii_case(name.as_bytes()))
}

/// Returns the strongest of the offered mechanisms that is good enough, with its name. `password` can be asked for.
///
/// # Errors
/// None of them is, or there are no random numbers.
pub fn choose(
    list: &[u8],
    need: SecurityProperties,
    password: bool,
    hostname: &[u8],
) -> std::result::Result<(&'static str, Box<dyn Mechanism>), SaslError> {
    let hostname = hostname.to_ascii_lowercase();
    if words(list).next().is_none() {
        return Err(SaslError::sasl(NOMECH, ""));
    }
    if !need.encryption && password {
        for (name, hash) in MECHANISMS {
            if offered(list, name) {
                return Ok((name, Box::new(Scram::new(*hash, nonce::<24>()?))));
            }
        }
    }
    if offered(list, names::GSSAPI)
        && let Some(mechanism) = Gssapi::new(&hostname, need)
    {
        return Ok((names::GSSAPI, Box::new(mechanism)));
    }
    if password && offered(list, names::DIGEST_MD5) {
        let mechanism = Digest::new(&hostname, need, nonce::<32>()?);
        return Ok((names::DIGEST_MD5, Box::new(mechanism)));
    }
    if !need.encryption && password && offered(list, names::PLAIN) {
        return Ok((names::PLAIN, Box::new(Plain)));
    }
    Err(SaslError::sasl(NOMECH, "No worthy mechs found"))
}

/// Random bytes as letters: of SCRAM 32 letters, of DIGEST-MD5 44, as Cyrus SASL sends.
pub(super) fn nonce<const BYTES: usize>() -> std::result::Result<Vec<u8>, SaslError> {
    let mut bytes = [0; BYTES];
    oxivirt_sys::random(&mut bytes).map_err(|error| SaslError::Sasl(FAIL, format!("no random numbers: {error}")))?;
    Ok(base64::encode(&bytes))
}
