//! Who the server is: its chain, its validity, its name. The reason of a refusal is kept for the caller.
use crate::common::certificate::Certificate;
use crate::common::checks::{Role, Warning};
use crate::common::names;
use crate::common::peer::{self, Refusal};
use crate::common::provider;
use crate::common::trust::Trust;
use oxivirt_model::message;
use rustls::client::danger::{ServerCertVerified, ServerCertVerifier};
use rustls::{CertificateError, Error};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use std::sync::{Mutex, PoisonError};

/// Looks at the server's certificates during the handshake.
#[derive(Debug)]
pub(crate) struct Verifier {
    pub(crate) trust: Trust,
    /// As the user named it.
    pub(crate) host: Vec<u8>,
    /// Whether a bad certificate ends the handshake.
    pub(crate) required: bool,
    /// Signatures with SHA-256 and below are not taken.
    pub(crate) strong: bool,
    /// Why the certificate was refused.
    pub(crate) refused: Mutex<Option<Refusal>>,
    /// Whom the certificate is for, once it was seen.
    pub(crate) names: Mutex<Option<String>>,
    /// What the stock client would have warned of.
    pub(crate) warnings: Mutex<Vec<Warning>>,
}

impl Verifier {
    fn check(
        &self,
        leaf: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        now: i64,
        warnings: &mut Vec<Warning>,
    ) -> Result<(), Refusal> {
        peer::check(&self.trust, (leaf, others), Role::Server, now, warnings, |certificate| {
            if names::matches(certificate, &self.host) {
                return Ok(());
            }
            let host = String::from_utf8_lossy(&self.host);
            let names = names::listed(certificate);
            let stock = message!("Certificate %1$s owner does not match the hostname %2$s", peer::SESSION, host);
            Err(Refusal::new(&format!("It is for {names}, not for {host}."), &peer::told(stock)))
        })
    }
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) =
            Certificate::parse(end_entity).map(|certificate| names::listed(&certificate));
        let now = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        let mut warnings = Vec::new();
        let checked = self.check(end_entity, intermediates, now, &mut warnings);
        if let Err(refusal) = &checked {
            let text = format!("Certificate check failed {}", refusal.stock);
            warnings.push(Warning { function: "virNetTLSContextCheckCertificate", text });
        }
        *self.warnings.lock().unwrap_or_else(PoisonError::into_inner) = warnings;
        match checked {
            Err(refusal) if self.required => {
                *self.refused.lock().unwrap_or_else(PoisonError::into_inner) = Some(refusal);
                Err(CertificateError::ApplicationVerificationFailure.into())
            }
            _ => Ok(ServerCertVerified::assertion()),
        }
    }

    provider::verify_signatures!();
}
