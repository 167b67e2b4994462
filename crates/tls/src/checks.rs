//! What the stock client checks of certificates besides their chain: its own before it connects, the server's after.
use crate::certificate::{CERT_SIGN, Certificate, DIGITAL_SIGNATURE};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};

/// TLS web client authentication.
const CLIENT_AUTH: &[u8] = &[0x2b, 6, 1, 5, 5, 7, 3, 2];

/// Whose certificate it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    Authority,
    Client,
    Server,
}

/// A file cannot be used.
pub(crate) fn fault(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::RPC, ErrorCode::SYSTEM_ERROR, text)
}

/// A certificate does not pass the checks before use.
pub(crate) fn unfit(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::NONE, ErrorCode::SYSTEM_ERROR, text)
}

/// Everything about one certificate; `file` is named in errors.
pub(crate) fn check(certificate: &Certificate, file: &str, role: Role, now: i64) -> Result<()> {
    check_times(certificate, file, role, now)?;
    check_constraints(certificate, file, role)?;
    check_usage(certificate, file, role)?;
    check_purpose(certificate, file, role)
}

pub(crate) fn check_times(certificate: &Certificate, file: &str, role: Role, now: i64) -> Result<()> {
    let text = if certificate.not_after < now {
        match role {
            Role::Authority => message!("The CA certificate %1$s has expired", file),
            Role::Client => message!("The client certificate %1$s has expired", file),
            Role::Server => message!("The server certificate %1$s has expired", file),
        }
    } else if certificate.not_before > now {
        match role {
            Role::Authority => message!("The CA certificate %1$s is not yet active", file),
            Role::Client => message!("The client certificate %1$s is not yet active", file),
            Role::Server => message!("The server certificate %1$s is not yet active", file),
        }
    } else {
        return Ok(());
    };
    Err(unfit(text))
}

pub(crate) fn check_constraints(certificate: &Certificate, file: &str, role: Role) -> Result<()> {
    let text = match (role, certificate.authority) {
        (Role::Client, Some(true)) => {
            message!("The certificate %1$s basic constraints show a CA, but we need one for a client", file)
        }
        (Role::Server, Some(true)) => {
            message!("The certificate %1$s basic constraints show a CA, but we need one for a server", file)
        }
        (Role::Authority, Some(false)) => message!("The certificate %1$s basic constraints do not show a CA", file),
        (Role::Authority, None) => message!("The certificate %1$s is missing basic constraints for a CA", file),
        _ => return Ok(()),
    };
    Err(unfit(text))
}

/// As in the stock library since 10.10, key encipherment is not asked for: no key exchange uses it.
pub(crate) fn check_usage(certificate: &Certificate, file: &str, role: Role) -> Result<()> {
    let needed = if role == Role::Authority { CERT_SIGN } else { DIGITAL_SIGNATURE };
    match &certificate.key_usage {
        Some(usage) if usage.critical && usage.value & needed == 0 => Err(unfit(if role == Role::Authority {
            message!("Certificate %1$s usage does not permit certificate signing", file)
        } else {
            message!("Certificate %1$s usage does not permit digital signature", file)
        })),
        _ => Ok(()),
    }
}

/// Any purpose but the other side's allows both sides, as in the stock library.
pub(crate) fn check_purpose(certificate: &Certificate, file: &str, role: Role) -> Result<()> {
    let other = match role {
        Role::Authority => return Ok(()),
        Role::Client => crate::names::SERVER_AUTH,
        Role::Server => CLIENT_AUTH,
    };
    match &certificate.purposes {
        Some(purposes)
            if purposes.critical
                && purposes.value.iter().all(|purpose| purpose == other || purpose == crate::names::ANY_PURPOSE) =>
        {
            Err(unfit(if role == Role::Client {
                message!("Certificate %1$s purpose does not allow use for with a TLS client", file)
            } else {
                message!("Certificate %1$s purpose does not allow use for with a TLS server", file)
            }))
        }
        _ => Ok(()),
    }
}
