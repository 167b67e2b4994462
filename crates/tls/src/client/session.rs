//! One TLS session without I/O: bytes of the peer go in, bytes for the peer and what they carried come out.
use super::verifier::Verifier;
use crate::common::certificate::Certificate;
use crate::common::checks::Warning;
use crate::common::credentials::Credentials;
use crate::common::priority::Priority;
use crate::common::provider;
use crate::common::records::{self, DecodeError};
use rustls::client::{ResolvesClientCert, Resumption};
use rustls::sign::CertifiedKey;
use rustls::{ClientConfig, ClientConnection, Error, PeerIncompatible, ProtocolVersion};
use rustls_pki_types::ServerName;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex, PoisonError};

/// Why a session ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Failure {
    /// The server's certificate was refused; the text says why where the stock client might have accepted it.
    Certificate(Option<String>),
    /// The handshake or a record failed.
    Protocol(String),
}

/// A session of the client.
#[derive(Debug)]
pub struct Session {
    connection: ClientConnection,
    verifier: Arc<Verifier>,
    ended: bool,
}

impl Session {
    /// Starts a session with `host`, as the user named it; without `verify` its certificate may be anybody's.
    ///
    /// # Errors
    /// The library cannot do what was asked for.
    pub fn new(credentials: Credentials, priority: &Priority, host: &[u8], verify: bool) -> Result<Self, Failure> {
        let Credentials { trust, own } = credentials;
        let verifier = Arc::new(Verifier {
            trust,
            host: host.to_vec(),
            required: verify,
            strong: priority.strong,
            refused: Mutex::new(None),
            names: Mutex::new(None),
            warnings: Mutex::new(Vec::new()),
        });
        let config = ClientConfig::builder_with_provider(Arc::new(provider::provider(priority)))
            .with_protocol_versions(&provider::versions(priority))
            .map_err(|error| Failure::Protocol(text(&error)))?
            .dangerous()
            .with_custom_certificate_verifier(Arc::<Verifier>::clone(&verifier));
        let mut config = config.with_client_cert_resolver(Arc::new(Own::new(own)));
        config.resumption = Resumption::disabled();
        // The stock client names no host either.
        config.enable_sni = false;
        let nobody = ServerName::from(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        let mut connection =
            ClientConnection::new(Arc::new(config), nobody).map_err(|error| Failure::Protocol(text(&error)))?;
        connection.set_buffer_limit(None);
        Ok(Self { connection, verifier, ended: false })
    }

    /// Why the server's certificate was refused, in more words than [`Failure`] has.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        let refused = self.verifier.refused.lock();
        let refused = refused.unwrap_or_else(PoisonError::into_inner);
        refused.as_ref().map(|refusal| refusal.reason.clone())
    }

    /// Takes what the stock client would have warned of about the server's certificate.
    #[must_use]
    pub fn take_warnings(&self) -> Vec<Warning> {
        std::mem::take(&mut *self.verifier.warnings.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Returns the names in the server's certificate, for people; `None` before it was seen.
    #[must_use]
    pub fn names(&self) -> Option<String> {
        let names = self.verifier.names.lock();
        names.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns how the session is encrypted, for people, once the handshake is over.
    #[must_use]
    pub fn encryption(&self) -> Option<String> {
        let version = match self.connection.protocol_version()? {
            ProtocolVersion::TLSv1_3 => "1.3",
            _ => "1.2",
        };
        let bits = self.key_bits()?;
        Some(format!("TLS {version}, AES-{bits}-GCM"))
    }

    /// Returns true if the handshake still goes on.
    #[must_use]
    pub fn is_handshaking(&self) -> bool {
        self.connection.is_handshaking()
    }

    /// Returns true if the peer said that nothing more will come.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.ended
    }

    /// Takes a piece of what the peer sent, cut anywhere, and appends what it carried.
    ///
    /// # Errors
    /// The peer cannot be understood or is not who it should be. [`Session::speak`] still has something to say then.
    pub fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>) -> Result<(), Failure> {
        let decoded = records::decode(&mut self.connection, &mut self.ended, outer, inner);
        decoded.map_err(|error| match error {
            DecodeError::Tls(error) => self.failure(&error),
            DecodeError::Full(error) => Failure::Protocol(error.to_string()),
        })
    }

    /// Appends the records that carry `inner`.
    ///
    /// # Errors
    /// The session cannot carry anything any more.
    pub fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> Result<(), Failure> {
        let written = records::encode(&mut self.connection, inner, outer);
        written.map_err(|error| Failure::Protocol(error.to_string()))
    }

    /// Appends what the session has to say: the handshake, key updates, alerts, and what was written.
    pub fn speak(&mut self, outer: &mut Vec<u8>) {
        records::speak(&mut self.connection, outer);
    }

    /// Returns the strength of the cipher in bits, once the handshake is over.
    #[must_use]
    pub fn key_bits(&self) -> Option<u32> {
        Some(records::key_bits(self.connection.negotiated_cipher_suite()?.suite()))
    }

    fn failure(&self, error: &Error) -> Failure {
        let refused = self.verifier.refused.lock();
        match &*refused.unwrap_or_else(PoisonError::into_inner) {
            Some(refusal) => Failure::Certificate(refusal.own.clone()),
            None => Failure::Protocol(text(error)),
        }
    }
}

/// Returns the text GnuTLS has where it has one that programs may know, else what rustls says.
fn text(error: &Error) -> String {
    match error {
        Error::AlertReceived(_) => "A TLS fatal alert has been received.".to_owned(),
        Error::PeerIncompatible(PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig) => {
            "The server wants a TLS version that tls_priority does not allow.".to_owned()
        }
        Error::InvalidMessage(_) => "An unexpected TLS packet was received.".to_owned(),
        other => other.to_string(),
    }
}

/// Answers a server that asks for a certificate.
#[derive(Debug)]
struct Own(Vec<Arc<CertifiedKey>>);

impl Own {
    fn new(own: Vec<CertifiedKey>) -> Self {
        Self(own.into_iter().map(Arc::new).collect())
    }
}

/// Returns true if an authority that the server named made one of the certificates.
fn is_known(own: &CertifiedKey, authorities: &[&[u8]]) -> bool {
    let mut chain = own.cert.iter();
    chain.any(|der| Certificate::parse(der).is_some_and(|one| authorities.iter().any(|name| *name == one.issuer)))
}

impl ResolvesClientCert for Own {
    /// Returns the first that the server can verify; failing that, the first, so that the server says what it misses.
    fn resolve(&self, authorities: &[&[u8]], schemes: &[rustls::SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        let fits = |own: &&Arc<CertifiedKey>| own.key.choose_scheme(schemes).is_some();
        let known = |own: &&Arc<CertifiedKey>| fits(own) && (authorities.is_empty() || is_known(own, authorities));
        let own = self.0.iter().find(known);
        let own = own.or_else(|| self.0.iter().find(fits));
        own.or_else(|| self.0.first()).cloned()
    }

    fn has_certs(&self) -> bool {
        !self.0.is_empty()
    }
}
