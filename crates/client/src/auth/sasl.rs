//! The SASL exchange with the daemon; the mechanisms are those of `oxivirt-auth`.
use super::credential_source::{CredentialSource, PASSPHRASE};
use crate::choice::Target;
use crate::link::Layer;
use crate::remote::Remote;
use crate::{log_lines, steps};
use oxivirt_auth::client::{MIN_STRENGTH, Mechanism, SecurityProperties, choose};
use oxivirt_auth::code::{BADPARAM, FAIL};
use oxivirt_auth::{SaslError, SecurityLayer};
use oxivirt_conf::Credentials;
use oxivirt_conf::Env;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::Auth;
use oxivirt_protocol::{Call, remote};
use oxivirt_xdr::Str;
use std::borrow::Cow;

/// Over such a transport: weaker protection is warned of.
const GOOD_STRENGTH: u32 = 112;
fn failed(detail: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::REMOTE, ErrorCode::AUTH_FAILED, detail)
}

/// Authenticates. `wanted` is the mechanism of the URI, compared with its case.
///
/// # Errors
/// No mechanism fits, the user gave up, or one side does not believe the other.
pub(super) fn authenticate<S: Env>(
    connection: &mut Remote,
    target: &Target,
    wanted: Option<&[u8]>,
    credentials: Option<&mut dyn Credentials>,
    env: &S,
) -> Result<()> {
    let need = SecurityProperties { encryption: !connection.features().secure };
    let authfile = target.options.authfile.as_deref();
    let mut source = CredentialSource::new(credentials, authfile, &target.hostname, env);
    let mut call = Call::default();
    let reply = connection.auth_sasl_init(&mut call)?;
    let mut list = reply.mechlist.as_bytes();
    steps::report(|| steps::mechanisms(list));
    if let Some(wanted) = wanted {
        // The stock client looks for the text anywhere in the list.
        if !wanted.is_empty() && !list.windows(wanted.len()).any(|part| part == wanted) {
            return Err(failed(message!("SASL mechanism %1$s not supported by server", wanted)));
        }
        list = wanted;
    }
    let password = source.can_ask(PASSPHRASE);
    let (name, mut mechanism) = choose(list, need, password, &target.hostname).map_err(SaslError::into_start_error)?;
    steps::report(|| steps::mechanism(name));
    exchange(connection, name, &mut *mechanism, &mut source)?;
    if need.encryption {
        let strength = mechanism.strength();
        if strength < MIN_STRENGTH {
            let text = message!("negotiation SSF %1$d was not strong enough", strength);
            return Err(failed(text));
        }
        if strength < GOOD_STRENGTH {
            log_lines::weak_protection(strength, GOOD_STRENGTH);
        }
        connection.features().secure = true;
    }
    // The stock client says so also when SASL adds nothing to the transport.
    connection.features().encrypted = true;
    if let Some(layer) = mechanism.layer() {
        connection.add_layer(Box::new(Sasl(layer)));
    }
    Ok(())
}

/// Sends messages to and fro until both sides are satisfied.
fn exchange<S: Env>(
    connection: &Remote,
    name: &str,
    mechanism: &mut dyn Mechanism,
    source: &mut CredentialSource<'_, '_, S>,
) -> Result<()> {
    let first = mechanism.step(None, source).map_err(|stop| stop.after(&source.detail).into_start_error())?;
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
            mechanism.step(input, source)
        };
        let step = step.map_err(|stop| stop.after(&source.detail).into_step_error())?;
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

/// Returns a message as the daemon wants it.
fn outgoing(output: Option<Vec<u8>>) -> Result<(i32, Vec<u8>)> {
    let nil = output.is_none().into();
    let data = output.unwrap_or_default();
    if data.len() > usize::try_from(remote::AUTH_SASL_DATA_MAX).unwrap_or(usize::MAX) {
        let text = message!("SASL negotiation data too long: %1$zu bytes", data.len());
        return Err(failed(text));
    }
    Ok((nil, data))
}

/// What the mechanism protects the connection with, as the engine's bytes pass it.
#[derive(Debug)]
struct Sasl(Box<dyn SecurityLayer>);

impl Layer for Sasl {
    fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>) -> std::result::Result<(), String> {
        self.0.decode(outer, inner)
    }

    fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> std::result::Result<(), String> {
        self.0.encode(inner, outer)
    }
}
