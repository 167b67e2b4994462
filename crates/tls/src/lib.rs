//! TLS for the client: which certificates are good, who the server is, and a session that does no I/O.
//!
//! Rules and texts are those of the stock client, which uses GnuTLS; here rustls speaks the protocol, *ring* does the
//! arithmetic and webpki builds the path to an authority. What these cannot do (TLS before 1.2, RSA below 2048 bits, SHA-1
//! and MD5 signatures) ends in an error that says so. Nothing here opens a file or a socket.

mod certificate;
mod checks;
mod credentials;
mod der;
mod names;
mod pem;
mod priority;
mod provider;
mod session;
mod trust;
mod verifier;

pub use checks::Warning;
pub use credentials::{Credentials, Files, Identity, Source};
pub use priority::Priority;
pub use session::{Failure, Session};

#[cfg(test)]
mod tests;
