//! What a certificate says of itself, for people.
use crate::common::certificate::Certificate;
use crate::common::{distinguished, names, pem};

/// What a certificate says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CertificateFacts {
    /// Whose it is, as a distinguished name.
    pub subject: String,
    /// Who signed it.
    pub issuer: String,
    /// The host names and addresses that it is for.
    pub names: String,
    /// From when on it is good, in seconds since 1970.
    pub not_before: i64,
    /// Until when.
    pub not_after: i64,
    /// It may sign others.
    pub authority: bool,
}

impl CertificateFacts {
    /// Returns those of all certificates in a PEM file, the first first; `None` if it holds none, or one that is malformed.
    #[must_use]
    pub fn of_pem(text: &[u8]) -> Option<Vec<Self>> {
        let wanted = |label: &str| label == "CERTIFICATE" || label == "X509 CERTIFICATE";
        let blocks = pem::blocks(text, wanted).ok()?;
        let facts = |(_, der): (&str, Vec<u8>)| {
            let certificate = Certificate::parse(&der)?;
            Some(Self {
                subject: distinguished::text(&certificate.subject)?,
                issuer: distinguished::text(&certificate.issuer)?,
                names: names::listed(&certificate),
                not_before: certificate.not_before,
                not_after: certificate.not_after,
                authority: certificate.authority == Some(true),
            })
        };
        let all: Option<Vec<_>> = blocks.into_iter().map(facts).collect();
        all.filter(|all| !all.is_empty())
    }
}
