//! What both sides of a session need: certificates and how they are read, checked and trusted, names, algorithms.
pub(crate) mod certificate;
pub(crate) mod checks;
pub(crate) mod credentials;
pub(crate) mod der;
pub(crate) mod distinguished;
pub(crate) mod facts;
pub(crate) mod names;
pub(crate) mod peer;
pub(crate) mod pem;
pub(crate) mod priority;
pub(crate) mod provider;
pub(crate) mod records;
pub(crate) mod trust;

pub use checks::Warning;
pub use credentials::{Credentials, Files, Identity, Side, Source};
pub use facts::CertificateFacts;
pub use priority::Priority;
