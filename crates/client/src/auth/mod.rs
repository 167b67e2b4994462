//! Authentication: which method, and what each of them says.
mod credential_source;
mod sasl;

use crate::choice::Target;
use crate::remote::Remote;
use crate::steps::{self, Step};
use oxivirt_conf::Credentials;
use oxivirt_conf::ProcessEnv;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_protocol::driver::Auth;
use oxivirt_protocol::{Call, remote};

/// Authenticates with the method wanted, else the first that the daemon offers.
///
/// # Errors
/// The daemon does not offer the method wanted, or refuses.
pub(crate) fn authenticate(
    connection: &mut Remote,
    target: &Target,
    credentials: Option<&mut dyn Credentials>,
) -> Result<()> {
    let wanted = target.auth.as_deref();
    let mut call = Call::default();
    let offered = match connection.auth_list(&mut call) {
        Ok(offered) => offered.types,
        // A daemon too old to know authentication wants none.
        Err(error) if error.code == ErrorCode::NO_SUPPORT => return Ok(()),
        Err(error) => return Err(error),
    };
    let failed = |text: Vec<u8>| Error::new(ErrorDomain::REMOTE, ErrorCode::AUTH_FAILED, text);
    steps::report(|| steps::offered(&offered));
    let Some(first) = offered.first() else {
        return Ok(());
    };
    // The mechanism, where the URI names one.
    let mut mechanism = None;
    let method = match wanted {
        None => *first,
        Some(wanted) => {
            let (start, rest) = wanted.split_at_checked(5).unwrap_or((wanted, b""));
            let method = if start.eq_ignore_ascii_case(b"sasl.") {
                mechanism = Some(rest);
                remote::AuthType::SASL
            } else if wanted.eq_ignore_ascii_case(b"sasl") {
                remote::AuthType::SASL
            } else if wanted.eq_ignore_ascii_case(b"polkit") {
                remote::AuthType::POLKIT
            } else {
                return Err(failed(message!("unknown authentication type %1$s", wanted)));
            };
            if !offered.contains(&method) {
                return Err(failed(message!("requested authentication type %1$s rejected", wanted)));
            }
            method
        }
    };
    steps::report(|| Step::Authenticating { method: steps::method(method) });
    match method {
        remote::AuthType::NONE => Ok(()),
        // Nobody is asked here: the daemon asks polkit, and polkit the user's own agent.
        remote::AuthType::POLKIT => connection.auth_polkit(&mut Call::default()).map(drop),
        remote::AuthType::SASL => sasl::authenticate(connection, target, mechanism, credentials, &ProcessEnv),
        other => Err(failed(message!("unsupported authentication type %1$d", other.0))),
    }
}
