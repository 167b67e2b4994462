//! What the stock client checks of certificates besides their chain: its own before it connects, the server's after.
use crate::common::certificate::{CERT_SIGN, Certificate, DIGITAL_SIGNATURE};
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

/// Returns the error of a file that cannot be used.
pub(crate) fn fault(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::RPC, ErrorCode::SYSTEM_ERROR, text)
}

/// Returns the error of a certificate that does not pass the checks before use.
pub(crate) fn unfit(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::NONE, ErrorCode::SYSTEM_ERROR, text)
}

/// Something about a certificate that the stock library warns of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warning {
    /// Its function that does.
    pub function: &'static str,
    /// What it says.
    pub text: String,
}

/// Everything about one certificate; `file` is named in errors.
pub(crate) fn check(
    certificate: &Certificate,
    file: &str,
    role: Role,
    now: i64,
    warnings: &mut Vec<Warning>,
) -> Result<()> {
    check_times(certificate, file, role, now)?;
    check_constraints(certificate, file, role)?;
    check_usage(certificate, file, role, warnings)?;
    check_purpose(certificate, file, role, warnings)
}

/// A certificate is not for what it is used for: refused where it says so critically, in the user's language, else warned of, in
/// English as everything that is logged.
fn misused(
    critical: bool,
    function: &'static str,
    (message, english): (Vec<u8>, String),
    warnings: &mut Vec<Warning>,
) -> Result<()> {
    if critical {
        return Err(unfit(message));
    }
    warnings.push(Warning { function, text: english });
    Ok(())
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
pub(crate) fn check_usage(
    certificate: &Certificate,
    file: &str,
    role: Role,
    warnings: &mut Vec<Warning>,
) -> Result<()> {
    let needed = if role == Role::Authority { CERT_SIGN } else { DIGITAL_SIGNATURE };
    match &certificate.key_usage {
        Some(usage) if usage.value & needed == 0 => {
            let text = if role == Role::Authority {
                message!("Certificate %1$s usage does not permit certificate signing", file)
            } else {
                message!("Certificate %1$s usage does not permit digital signature", file)
            };
            let used_for = if role == Role::Authority { "certificate signing" } else { "digital signature" };
            let english = format!("Certificate {file} usage does not permit {used_for}");
            misused(usage.critical, "virNetTLSCertCheckKeyUsage", (text, english), warnings)
        }
        _ => Ok(()),
    }
}

/// Any purpose but the other side's allows both sides, as in the stock library.
pub(crate) fn check_purpose(
    certificate: &Certificate,
    file: &str,
    role: Role,
    warnings: &mut Vec<Warning>,
) -> Result<()> {
    let other = match role {
        Role::Authority => return Ok(()),
        Role::Client => crate::common::names::SERVER_AUTH,
        Role::Server => CLIENT_AUTH,
    };
    match &certificate.purposes {
        Some(purposes)
            if purposes
                .value
                .iter()
                .all(|purpose| purpose == other || purpose == crate::common::names::ANY_PURPOSE) =>
        {
            let text = if role == Role::Client {
                message!("Certificate %1$s purpose does not allow use for with a TLS client", file)
            } else {
                message!("Certificate %1$s purpose does not allow use for with a TLS server", file)
            };
            let side = if role == Role::Client { "client" } else { "server" };
            let english = format!("Certificate {file} purpose does not allow use for with a TLS {side}");
            misused(purposes.critical, "virNetTLSCertCheckKeyPurpose", (text, english), warnings)
        }
        _ => Ok(()),
    }
}
