//! What the stock client checks of certificates besides their chain: its own before it connects, the server's after.
use crate::certificate::{CERT_SIGN, Certificate, DIGITAL_SIGNATURE};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};

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

/// A certificate is not for what it is used for: refused where it says so critically, else warned of.
fn misused(critical: bool, function: &'static str, text: String, warnings: &mut Vec<Warning>) -> Result<()> {
    if critical {
        return Err(unfit(text));
    }
    warnings.push(Warning { function, text });
    Ok(())
}

pub(crate) fn check_times(certificate: &Certificate, file: &str, role: Role, now: i64) -> Result<()> {
    let whose = match role {
        Role::Authority => "CA",
        Role::Client => "client",
        Role::Server => "server",
    };
    if certificate.not_after < now {
        return Err(unfit(format!("The {whose} certificate {file} has expired")));
    }
    if certificate.not_before > now {
        return Err(unfit(format!("The {whose} certificate {file} is not yet active")));
    }
    Ok(())
}

pub(crate) fn check_constraints(certificate: &Certificate, file: &str, role: Role) -> Result<()> {
    let text = match (role, certificate.authority) {
        (Role::Client, Some(true)) => "basic constraints show a CA, but we need one for a client",
        (Role::Server, Some(true)) => "basic constraints show a CA, but we need one for a server",
        (Role::Authority, Some(false)) => "basic constraints do not show a CA",
        (Role::Authority, None) => "is missing basic constraints for a CA",
        _ => return Ok(()),
    };
    Err(unfit(format!("The certificate {file} {text}")))
}

/// As in the stock library since 10.10, key encipherment is not asked for: no key exchange uses it.
pub(crate) fn check_usage(
    certificate: &Certificate,
    file: &str,
    role: Role,
    warnings: &mut Vec<Warning>,
) -> Result<()> {
    let (needed, text) = match role {
        Role::Authority => (CERT_SIGN, "certificate signing"),
        Role::Client | Role::Server => (DIGITAL_SIGNATURE, "digital signature"),
    };
    match &certificate.key_usage {
        Some(usage) if usage.value & needed == 0 => {
            let text = format!("Certificate {file} usage does not permit {text}");
            misused(usage.critical, "virNetTLSContextCheckCertKeyUsage", text, warnings)
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
    let (other, text) = match role {
        Role::Authority => return Ok(()),
        Role::Client => (crate::names::SERVER_AUTH, "client"),
        Role::Server => (CLIENT_AUTH, "server"),
    };
    match &certificate.purposes {
        Some(purposes)
            if purposes.value.iter().all(|purpose| purpose == other || purpose == crate::names::ANY_PURPOSE) =>
        {
            let text = format!("Certificate {file} purpose does not allow use for with a TLS {text}");
            misused(purposes.critical, "virNetTLSContextCheckCertKeyPurpose", text, warnings)
        }
        _ => Ok(()),
    }
}
