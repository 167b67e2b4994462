//! One TLS session of a server without I/O.
use super::context::Context;
use crate::common::certificate::Certificate;
use crate::common::checks::{Role, Warning};
use crate::common::distinguished;
use crate::common::peer;
use crate::common::records::{self, DecodeError};
use crate::common::trust::Trust;
use rustls::ServerConnection;
use std::sync::Arc;

/// A session with a client. What is told about it as text is for the log.
#[derive(Debug)]
pub struct Session {
    connection: ServerConnection,
    trust: Arc<Trust>,
    ended: bool,
}

/// Who a client is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Peer {
    /// The distinguished name in its certificate; `None` where it showed none that can be read.
    pub name: Option<String>,
    /// Why the certificate is not good enough.
    pub refused: Option<String>,
}

impl Session {
    /// Starts a session.
    ///
    /// # Errors
    /// The library cannot do what was asked for.
    pub fn new(context: &Context) -> Result<Self, String> {
        let connection = ServerConnection::new(Arc::clone(&context.config));
        let mut connection = connection.map_err(|error| error.to_string())?;
        connection.set_buffer_limit(None);
        Ok(Self { connection, trust: Arc::clone(&context.trust), ended: false })
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
    /// The peer cannot be understood. [`Session::speak`] still has something to say then.
    pub fn decode(&mut self, outer: &[u8], inner: &mut Vec<u8>) -> Result<(), String> {
        let decoded = records::decode(&mut self.connection, &mut self.ended, outer, inner);
        decoded.map_err(|error| match error {
            DecodeError::Tls(error) => error.to_string(),
            DecodeError::Full(error) => error.to_string(),
        })
    }

    /// Appends the records that carry `inner`.
    ///
    /// # Errors
    /// The session cannot carry anything any more.
    pub fn encode(&mut self, inner: &[u8], outer: &mut Vec<u8>) -> Result<(), String> {
        records::encode(&mut self.connection, inner, outer).map_err(|error| error.to_string())
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

    /// Judges the client's certificate, once the handshake is over. `admits` decides about its distinguished name; `now` is in seconds
    /// since 1970. What stock would have warned of is added to `warnings`.
    pub fn peer(&self, admits: impl Fn(&str) -> bool, now: i64, warnings: &mut Vec<Warning>) -> Peer {
        let Some((leaf, others)) = self.connection.peer_certificates().and_then(<[_]>::split_first) else {
            return Peer { name: None, refused: Some("The certificate has no peers".to_owned()) };
        };
        let name = Certificate::parse(leaf).and_then(|one| distinguished::text(&one.subject));
        let checked = peer::check(&self.trust, (leaf, others), Role::Client, now, warnings, |_| match &name {
            Some(name) if admits(name) => Ok(()),
            _ => Err(peer::Refusal::new(NOT_LISTED, NOT_LISTED)),
        });
        Peer { name, refused: checked.err().map(|refusal| refusal.reason) }
    }
}

/// The words of the stock daemon's log.
const NOT_LISTED: &str = "Client's Distinguished Name is not on the list of allowed clients (tls_allowed_dn_list).  Use \
                          'virt-pki-query-dn clientcert.pem' to view the Distinguished Name field in the client certificate, or run \
                          this daemon with --verbose option.";
