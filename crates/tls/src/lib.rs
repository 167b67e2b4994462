//! TLS: which certificates are good, who the peer is, and a session that does no I/O. [`client`] and [`server`] hold the
//! two sides, `common` what both need.
//!
//! Rules and texts are those of the stock library, which uses GnuTLS; here rustls speaks the protocol, *ring* does the
//! arithmetic and webpki builds the path to an authority. What these cannot do (TLS before 1.2, RSA below 2048 bits, SHA-1
//! and MD5 signatures) ends in an error that says so. Nothing here opens a file or a socket.

pub mod client;
mod common;
pub mod server;
#[cfg(test)]
mod testing;

pub use common::{CertificateFacts, Credentials, Files, Identity, Priority, Side, Source, Warning};
