//! Who is let in and what they may do, as far as it is the same for all clients of a daemon.
use crate::glob::AllowList;
use crate::polkit::Authority;
use crate::tls::TlsService;
use std::sync::Arc;
use std::time::Duration;

/// Made of the configuration; see config/security.rs for the settings.
#[derive(Debug)]
pub(crate) struct Policy {
    /// Set where the daemon listens to TLS.
    pub(crate) tls: Option<Arc<TlsService>>,
    /// Who SASL may find a client to be.
    pub(crate) sasl_users: AllowList,
    /// Bits of encryption that SASL must bring where nothing else encrypts.
    pub(crate) sasl_min_strength: u32,
    /// Asked about clients' processes.
    pub(crate) polkit: Authority,
    /// polkit is asked about every call.
    pub(crate) access: bool,
    /// How long a client may take to prove who it is.
    pub(crate) auth_timeout: Option<Duration>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            tls: None,
            sasl_users: AllowList::default(),
            sasl_min_strength: 56,
            polkit: Authority::default(),
            access: false,
            auth_timeout: Some(Duration::from_secs(60)),
        }
    }
}
