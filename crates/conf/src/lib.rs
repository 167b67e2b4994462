//! What the user configures: libvirt.conf and files of its kind, the aliases of URIs in them, auth.conf, and connection
//! URIs; and who answers for credentials that no file has.
//!
//! Each error names the file and the line. Files are read through [`Env`], so that a test can make up what there is.
mod aliases;
mod auth;
mod credentials;
mod env;
#[cfg(any(test, feature = "fake"))]
pub mod fake;
mod file;
mod uri;

pub use auth::AuthConfig;
pub use credentials::{Credential, Credentials};
pub use env::{Env, ProcessEnv, path_text};
pub use file::{Conf, location};
pub use uri::{Parameter, Uri};
