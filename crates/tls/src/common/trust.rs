//! Whether a chain of certificates ends at a trusted authority.
use crate::common::certificate::{CERT_SIGN, Certificate, Revocations};
use crate::common::provider::SIGNATURES;
use oxivirt_model::message;
use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use std::time::Duration;
use webpki::{EndEntityCert, ExtendedKeyUsageValidator, KeyPurposeIdIter, VerifiedPath};

/// Why a certificate is not believed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Distrust {
    /// No authority that is trusted issued it.
    Issuer,
    /// The authority took it back.
    Revoked,
    /// Its signature or key is too weak, which this says in detail.
    Insecure(&'static str),
    /// Another rule is broken.
    Invalid,
    /// It has, or its issuer has, something this library does not know, which this names.
    Unsupported(&'static str),
}

impl Distrust {
    /// For messages.
    pub(crate) fn text(&self) -> Vec<u8> {
        match self {
            Self::Issuer => message!("The certificate hasn't got a known issuer."),
            Self::Revoked => message!("The certificate has been revoked."),
            Self::Insecure("") => message!("The certificate uses an insecure algorithm"),
            Self::Insecure(what) => {
                [message!("The certificate uses an insecure algorithm"), format!(" ({what})").into_bytes()].concat()
            }
            Self::Invalid => message!("The certificate is not trusted."),
            Self::Unsupported(what) => format!("The certificate is not supported ({what})").into_bytes(),
        }
    }

    /// Returns the same as text, with U+FFFD for what is not UTF-8.
    pub(crate) fn shown(&self) -> String {
        String::from_utf8_lossy(&self.text()).into_owned()
    }

    /// Returns what sets this library apart from stock, which may have believed the certificate.
    pub(crate) fn own(&self) -> Option<String> {
        match self {
            Self::Insecure(what) if !what.is_empty() => Some(self.shown()),
            Self::Unsupported(_) => Some(self.shown()),
            _ => None,
        }
    }
}

/// The authorities and what they took back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trust {
    pub(crate) authorities: Vec<CertificateDer<'static>>,
    pub(crate) revocations: Vec<Revocations>,
}

/// Purposes are looked at elsewhere, by the rules the stock client has.
struct AnyPurpose;

impl ExtendedKeyUsageValidator for AnyPurpose {
    fn validate(&self, _: KeyPurposeIdIter<'_, '_>) -> Result<(), webpki::Error> {
        Ok(())
    }
}

impl Trust {
    /// Looks for a path from the first certificate over the others to an authority, at `now` (seconds since 1970).
    ///
    /// # Errors
    /// There is none, for the reason of the best attempt.
    pub(crate) fn verify(
        &self,
        leaf: &CertificateDer<'_>,
        others: &[CertificateDer<'_>],
        now: i64,
    ) -> Result<(), Distrust> {
        let parsed = Certificate::parse(leaf).ok_or(Distrust::Invalid)?;
        if self.revoked(&parsed) {
            return Err(Distrust::Revoked);
        }
        // Named as trusted itself.
        if self.authorities.iter().any(|known| known == leaf) {
            return Ok(());
        }
        strong(&parsed)?;
        for other in others.iter().filter_map(|other| Certificate::parse(other)) {
            if other.issuer != other.subject {
                strong(&other)?;
            }
        }
        let mut weak = None;
        let mut anchors: Vec<TrustAnchor<'_>> = Vec::new();
        for authority in &self.authorities {
            let Some(certificate) = Certificate::parse(authority) else {
                continue;
            };
            if let Err(reason) = strong_key(&certificate) {
                weak = weak.or(Some(reason));
            }
            if signs(&certificate)
                && let Ok(anchor) = webpki::anchor_from_trusted_cert(authority)
            {
                anchors.push(anchor);
            }
        }
        let end = EndEntityCert::try_from(leaf).map_err(|error| distrust(&error))?;
        let seconds = Duration::from_secs(u64::try_from(now).unwrap_or_default());
        let path = |path: &VerifiedPath<'_>| self.check_path(path);
        let found = end.verify_for_usage(
            SIGNATURES.all,
            &anchors,
            others,
            UnixTime::since_unix_epoch(seconds),
            AnyPurpose,
            None,
            Some(&path),
        );
        match found {
            Ok(_) => Ok(()),
            Err(error) => match (distrust(&error), weak) {
                (Distrust::Invalid, Some(weak)) => Err(weak),
                (reason, _) => Err(reason),
            },
        }
    }

    fn revoked(&self, certificate: &Certificate) -> bool {
        self.revocations.iter().any(|list| list.hold(certificate))
    }

    /// Checks what webpki leaves to others: whether those between may sign, and were not taken back.
    fn check_path(&self, path: &VerifiedPath<'_>) -> Result<(), webpki::Error> {
        for between in path.intermediate_certificates() {
            let der = between.der();
            let parsed = Certificate::parse(&der).ok_or(webpki::Error::BadDer)?;
            if self.revoked(&parsed) {
                return Err(webpki::Error::CertRevoked);
            }
            if !signs(&parsed) {
                return Err(webpki::Error::EndEntityUsedAsCa);
            }
        }
        Ok(())
    }
}

/// Returns true if its key may sign certificates.
fn signs(certificate: &Certificate) -> bool {
    certificate.key_usage.as_ref().is_none_or(|usage| usage.value & CERT_SIGN != 0)
}

/// MD2, MD5 and SHA-1 with RSA, SHA-1 with DSA and ECDSA: stock refuses them too.
const BROKEN: [&[u8]; 5] = [
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 2],
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 4],
    &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 5],
    &[0x2a, 0x86, 0x48, 0xce, 0x38, 4, 3],
    &[0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 1],
];

fn strong(certificate: &Certificate) -> Result<(), Distrust> {
    if BROKEN.contains(&certificate.signature.as_slice()) {
        return Err(Distrust::Insecure(""));
    }
    strong_key(certificate)
}

fn strong_key(certificate: &Certificate) -> Result<(), Distrust> {
    if certificate.version < 3 {
        return Err(Distrust::Unsupported("its version is below 3"));
    }
    match certificate.rsa_bits {
        Some(..2048) => Err(Distrust::Insecure("an RSA key below 2048 bits")),
        Some(8193..) => Err(Distrust::Unsupported("an RSA key above 8192 bits")),
        _ => Ok(()),
    }
}

fn distrust(error: &webpki::Error) -> Distrust {
    use webpki::Error as E;
    match error {
        E::UnknownIssuer => Distrust::Issuer,
        E::CertRevoked => Distrust::Revoked,
        E::UnsupportedCertVersion => Distrust::Unsupported("its version is below 3"),
        E::UnsupportedCriticalExtension => Distrust::Unsupported("an unknown critical extension"),
        E::UnsupportedSignatureAlgorithmContext(_) | E::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => {
            Distrust::Unsupported("the algorithm of its signature")
        }
        _ => Distrust::Invalid,
    }
}
