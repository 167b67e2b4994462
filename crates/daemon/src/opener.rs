//! Where sessions come from: what a daemon makes of the URI that a client asks for.
use oxivirt_model::Result;
use oxivirt_protocol::{Identity, Session};
use std::fmt::Debug;
use std::sync::Arc;

/// What a client asks for.
#[derive(Debug)]
pub struct Wanted<'w> {
    /// The URI; `None` and empty leave the choice to the daemon.
    pub uri: Option<&'w [u8]>,
    /// The session may change nothing.
    pub read_only: bool,
    /// For whom it acts.
    pub identity: &'w Identity,
}

/// The drivers of a daemon.
pub trait Opener: Send + Sync + Debug {
    /// Opens a session. May wait.
    ///
    /// # Errors
    /// No driver opens the URI, or the driver refuses.
    fn open(&self, wanted: &Wanted<'_>) -> Result<Arc<dyn Session>>;

    /// Returns true if calls to sessions never wait for anything but short locks, so that the thread that read them answers them.
    fn answers_at_once(&self) -> bool {
        false
    }

    /// Returns true if something must go on although no client is there, such as a running guest.
    fn is_busy(&self) -> bool {
        false
    }

    /// Reads again what can be read again while clients stay: SIGHUP.
    fn reload(&self) {}
}
