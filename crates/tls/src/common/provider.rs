//! The algorithms: those every GnuTLS server has, and no more, because each costs room in the library.
use crate::common::priority::Priority;
use rustls::crypto::ring::{cipher_suite, kx_group, sign};
use rustls::crypto::{
    CryptoProvider, GetRandomFailed, KeyProvider, SecureRandom, SupportedKxGroup, WebPkiSupportedAlgorithms,
};
use rustls::sign::SigningKey;
use rustls::version::{TLS12, TLS13};
use rustls::{Error, SignatureScheme, SupportedCipherSuite, SupportedProtocolVersion};
use rustls_pki_types::PrivateKeyDer;
use std::sync::Arc;
use webpki::ring as algorithms;

/// Returns the versions that a priority leaves.
pub(crate) fn versions(priority: &Priority) -> Vec<&'static SupportedProtocolVersion> {
    let mut versions: Vec<&'static SupportedProtocolVersion> = Vec::new();
    versions.extend(priority.tls13.then_some(&TLS13));
    versions.extend(priority.tls12.then_some(&TLS12));
    versions
}

/// Returns the schemes of signatures that are believed; `strong` leaves those out that have SHA-256 and below.
pub(crate) fn schemes(strong: bool) -> Vec<SignatureScheme> {
    let weak = [
        SignatureScheme::ECDSA_NISTP256_SHA256,
        SignatureScheme::ED25519,
        SignatureScheme::RSA_PSS_SHA256,
        SignatureScheme::RSA_PKCS1_SHA256,
    ];
    let mut schemes = SIGNATURES.supported_schemes();
    schemes.retain(|scheme| !strong || !weak.contains(scheme));
    schemes
}

/// The methods of a verifier, whichever side it checks, that say which signatures prove the possession of a key; it has a field `strong`.
macro_rules! verify_signatures {
    () => {
        fn verify_tls12_signature(
            &self,
            message: &[u8],
            cert: &rustls_pki_types::CertificateDer<'_>,
            dss: &rustls::DigitallySignedStruct,
        ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
            rustls::crypto::verify_tls12_signature(message, cert, dss, &$crate::common::provider::SIGNATURES)
        }

        fn verify_tls13_signature(
            &self,
            message: &[u8],
            cert: &rustls_pki_types::CertificateDer<'_>,
            dss: &rustls::DigitallySignedStruct,
        ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
            rustls::crypto::verify_tls13_signature(message, cert, dss, &$crate::common::provider::SIGNATURES)
        }

        fn supported_verify_schemes(&self) -> Vec<rustls::SignatureScheme> {
            $crate::common::provider::schemes(self.strong)
        }
    };
}
pub(crate) use verify_signatures;

/// Returns the suites and groups that a priority leaves.
pub(crate) fn provider(priority: &Priority) -> CryptoProvider {
    let mut cipher_suites: Vec<SupportedCipherSuite> = Vec::new();
    if priority.aes256 {
        cipher_suites.extend([
            cipher_suite::TLS13_AES_256_GCM_SHA384,
            cipher_suite::TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            cipher_suite::TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        ]);
    }
    if priority.aes128 {
        cipher_suites.extend([
            cipher_suite::TLS13_AES_128_GCM_SHA256,
            cipher_suite::TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            cipher_suite::TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        ]);
    }
    let mut kx_groups: Vec<&'static dyn SupportedKxGroup> = Vec::new();
    if priority.p256 {
        kx_groups.push(kx_group::SECP256R1);
    }
    if priority.p384 {
        kx_groups.push(kx_group::SECP384R1);
    }
    CryptoProvider {
        cipher_suites,
        kx_groups,
        signature_verification_algorithms: SIGNATURES,
        secure_random: &Ring,
        key_provider: &Ring,
    }
}

#[derive(Debug)]
struct Ring;

impl SecureRandom for Ring {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), GetRandomFailed> {
        let random = ring::rand::SystemRandom::new();
        ring::rand::SecureRandom::fill(&random, bytes).map_err(|_| GetRandomFailed)
    }
}

impl KeyProvider for Ring {
    fn load_private_key(&self, der: PrivateKeyDer<'static>) -> Result<Arc<dyn SigningKey>, Error> {
        load_key(&der)
    }
}

/// Returns a key that can sign: RSA from 2048 bits, EC on P-256 and P-384.
///
/// # Errors
/// It is of another kind or malformed.
pub(crate) fn load_key(der: &PrivateKeyDer<'_>) -> Result<Arc<dyn SigningKey>, Error> {
    match sign::RsaSigningKey::new(der) {
        Ok(key) => Ok(Arc::new(key)),
        Err(_) => sign::any_ecdsa_type(der),
    }
}

/// Signatures that are believed, in certificates and in handshakes.
pub(crate) static SIGNATURES: WebPkiSupportedAlgorithms = WebPkiSupportedAlgorithms {
    all: &[
        algorithms::ECDSA_P256_SHA256,
        algorithms::ECDSA_P256_SHA384,
        algorithms::ECDSA_P384_SHA256,
        algorithms::ECDSA_P384_SHA384,
        algorithms::ED25519,
        algorithms::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
        algorithms::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
        algorithms::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
        algorithms::RSA_PKCS1_2048_8192_SHA256,
        algorithms::RSA_PKCS1_2048_8192_SHA384,
        algorithms::RSA_PKCS1_2048_8192_SHA512,
    ],
    mapping: &[
        (SignatureScheme::ECDSA_NISTP256_SHA256, &[algorithms::ECDSA_P256_SHA256, algorithms::ECDSA_P384_SHA256]),
        (SignatureScheme::ECDSA_NISTP384_SHA384, &[algorithms::ECDSA_P384_SHA384, algorithms::ECDSA_P256_SHA384]),
        (SignatureScheme::ED25519, &[algorithms::ED25519]),
        (SignatureScheme::RSA_PSS_SHA256, &[algorithms::RSA_PSS_2048_8192_SHA256_LEGACY_KEY]),
        (SignatureScheme::RSA_PSS_SHA384, &[algorithms::RSA_PSS_2048_8192_SHA384_LEGACY_KEY]),
        (SignatureScheme::RSA_PSS_SHA512, &[algorithms::RSA_PSS_2048_8192_SHA512_LEGACY_KEY]),
        (SignatureScheme::RSA_PKCS1_SHA256, &[algorithms::RSA_PKCS1_2048_8192_SHA256]),
        (SignatureScheme::RSA_PKCS1_SHA384, &[algorithms::RSA_PKCS1_2048_8192_SHA384]),
        (SignatureScheme::RSA_PKCS1_SHA512, &[algorithms::RSA_PKCS1_2048_8192_SHA512]),
    ],
};
