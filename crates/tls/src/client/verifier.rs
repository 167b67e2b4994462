//! Who the server is: its chain, its validity, its name. The reason of a refusal is kept for the caller.
use crate::common::certificate::Certificate;
use crate::common::checks::{self, Role, Warning};
use crate::common::names;
use crate::common::provider::SIGNATURES;
use crate::common::trust::{Distrust, Trust};
use oxivirt_model::message;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{verify_tls12_signature, verify_tls13_signature};
use rustls::{CertificateError, DigitallySignedStruct, Error, SignatureScheme};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use std::sync::{Mutex, PoisonError};

/// What a certificate in a session is called in messages.
const SESSION: &str = "[session]";

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

/// The server is not who it should be.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    /// Why, for people who look for the mistake; the stock client's error does not tell.
    pub(crate) reason: String,
    /// The same in the words of the stock client, which only warns of it.
    stock: String,
    /// Set where stock might have accepted the certificate: what this library misses.
    pub(crate) own: Option<String>,
}

/// Returns a message as the stock library's error tells it.
fn told(message: Vec<u8>) -> String {
    checks::unfit(message).text().into_owned()
}

impl Verifier {
    fn check(
        &self,
        chain: &[&CertificateDer<'_>],
        others: &[CertificateDer<'_>],
        now: i64,
        warnings: &mut Vec<Warning>,
    ) -> Result<(), Refusal> {
        let plain =
            |reason: &str, stock: &str| Refusal { reason: reason.to_owned(), stock: stock.to_owned(), own: None };
        let unread = || plain("It cannot be decoded.", "Unable to load certificate");
        let leaf = chain.first().ok_or_else(unread)?;
        let fault = |error: oxivirt_model::Error| plain(&error.text(), &error.text());
        self.trust.verify(leaf, others, now).map_err(|distrust| {
            let parsed = Certificate::parse(leaf).filter(|_| distrust == Distrust::Invalid);
            // Dates are a rule among others there, and an authority's certificate is no matter of the chain.
            let late = parsed.as_ref().and_then(|one| checks::check_times(one, SESSION, Role::Server, now).err());
            let authority = parsed.as_ref().and_then(|one| checks::check_constraints(one, SESSION, Role::Server).err());
            let stock = match (&late, &authority) {
                (None, Some(error)) => error.text().into_owned(),
                _ => told(message!("Certificate failed validation: %1$s", distrust.shown())),
            };
            let reason = late.map_or_else(|| distrust.shown(), |error| error.text().into_owned());
            Refusal { reason, stock, own: distrust.own() }
        })?;
        for (at, der) in chain.iter().enumerate() {
            let certificate = Certificate::parse(der).ok_or_else(unread)?;
            let role = if at == 0 { Role::Server } else { Role::Authority };
            checks::check_times(&certificate, SESSION, role, now).map_err(fault)?;
            if at == 0 {
                if !names::matches(&certificate, &self.host) {
                    let host = String::from_utf8_lossy(&self.host);
                    let names = names::listed(&certificate);
                    let stock =
                        told(message!("Certificate %1$s owner does not match the hostname %2$s", SESSION, host));
                    return Err(plain(&format!("It is for {names}, not for {host}."), &stock));
                }
                checks::check(&certificate, SESSION, role, now, warnings).map_err(fault)?;
            }
        }
        Ok(())
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
        let chain: Vec<_> = std::iter::once(end_entity).chain(intermediates).collect();
        let now = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        let mut warnings = Vec::new();
        let checked = self.check(&chain, intermediates, now, &mut warnings);
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

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, cert, dss, &SIGNATURES)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, cert, dss, &SIGNATURES)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        let weak = [
            SignatureScheme::ECDSA_NISTP256_SHA256,
            SignatureScheme::ED25519,
            SignatureScheme::RSA_PSS_SHA256,
            SignatureScheme::RSA_PKCS1_SHA256,
        ];
        let mut schemes = SIGNATURES.supported_schemes();
        schemes.retain(|scheme| !self.strong || !weak.contains(scheme));
        schemes
    }
}
