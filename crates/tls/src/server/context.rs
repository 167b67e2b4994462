//! What the sessions of a server have in common: its certificates, whom it trusts, and the algorithms.
use super::verifier::Later;
use crate::common::credentials::Credentials;
use crate::common::priority::Priority;
use crate::common::provider;
use crate::common::trust::Trust;
use rustls::ServerConfig;
use rustls::server::{ClientHello, NoServerSessionStorage, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use std::sync::Arc;

/// Made once, and again when files change; sessions keep the one that they began with.
#[derive(Clone, Debug)]
pub struct Context {
    pub(super) config: Arc<ServerConfig>,
    pub(super) trust: Arc<Trust>,
}

impl Context {
    /// Makes one.
    ///
    /// # Errors
    /// The library cannot do what was asked for, for this reason.
    pub fn new(credentials: Credentials, priority: &Priority) -> Result<Self, String> {
        let Credentials { trust, own } = credentials;
        let later = Later::new(&trust, priority.strong);
        let mut config = ServerConfig::builder_with_provider(Arc::new(provider::provider(priority)))
            .with_protocol_versions(&provider::versions(priority))
            .map_err(|error| error.to_string())?
            .with_client_cert_verifier(Arc::new(later))
            .with_cert_resolver(Arc::new(Own(own.into_iter().map(Arc::new).collect())));
        // Every session is a whole handshake, as in the stock library.
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.send_tls13_tickets = 0;
        Ok(Self { config: Arc::new(config), trust: Arc::new(trust) })
    }
}

/// The own certificates, of which a client gets the first whose signatures it knows. Names that clients ask for are not looked at.
#[derive(Debug)]
struct Own(Vec<Arc<CertifiedKey>>);

impl ResolvesServerCert for Own {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let fits = |own: &&Arc<CertifiedKey>| own.key.choose_scheme(hello.signature_schemes()).is_some();
        self.0.iter().find(fits).or_else(|| self.0.first()).cloned()
    }
}
