//! What all parts of a running daemon share.
use crate::mailbox::Mailbox;
use crate::opener::Opener;
use crate::policy::Policy;
use crate::server::Server;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// A running daemon.
#[derive(Debug)]
pub(crate) struct Daemon {
    pub(crate) servers: Vec<Arc<Server>>,
    pub(crate) opener: Box<dyn Opener>,
    pub(crate) mailbox: Mailbox,
    pub(crate) policy: Policy,
    /// Seconds without clients after which it ends; 0 for never.
    timeout: AtomicU32,
}

impl Daemon {
    pub(crate) fn new(
        servers: Vec<Arc<Server>>,
        opener: Box<dyn Opener>,
        mailbox: Mailbox,
        policy: Policy,
        timeout: u32,
    ) -> Self {
        Self { servers, opener, mailbox, policy, timeout: AtomicU32::new(timeout) }
    }

    pub(crate) fn server(&self, name: &[u8]) -> Option<&Arc<Server>> {
        self.servers.iter().find(|server| server.config.name.as_bytes() == name)
    }

    pub(crate) fn timeout(&self) -> u32 {
        self.timeout.load(Ordering::Relaxed)
    }

    pub(crate) fn set_timeout(&self, seconds: u32) {
        self.timeout.store(seconds, Ordering::Relaxed);
    }
}
