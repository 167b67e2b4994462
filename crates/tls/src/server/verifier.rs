//! Clients' certificates during the handshake: that the client has the key is proven there; whether its certificate is good is judged
//! afterwards ([`Session::peer`](super::Session::peer)), so that a client that is refused sees what it sees of the stock daemon.
use crate::common::certificate::Certificate;
use crate::common::provider;
use crate::common::trust::Trust;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{DistinguishedName, Error};
use rustls_pki_types::{CertificateDer, UnixTime};

/// Leaves the judgement for later.
#[derive(Debug)]
pub(super) struct Later {
    /// Names of the authorities, from which clients choose their certificates.
    hints: Vec<DistinguishedName>,
    strong: bool,
}

impl Later {
    pub(super) fn new(trust: &Trust, strong: bool) -> Self {
        let subject = |der: &CertificateDer<'static>| Certificate::parse(der).map(|one| one.subject.into());
        Self { hints: trust.authorities.iter().filter_map(subject).collect(), strong }
    }
}

impl ClientCertVerifier for Later {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &self.hints
    }

    fn client_auth_mandatory(&self) -> bool {
        false
    }

    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        Ok(ClientCertVerified::assertion())
    }

    provider::verify_signatures!();
}
