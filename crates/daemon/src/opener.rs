//! Where sessions come from: what a daemon makes of the URI that a client asks for.
use oxivirt_model::Result;
use oxivirt_protocol::{Call, Identity, Program, Session};
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

/// What was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Answers what is decoded.
    pub session: Arc<dyn Session>,
    /// Passes on what need not be, to the same session.
    pub forward: Option<Arc<dyn Forward>>,
}

/// Passes bodies of calls on as they are.
pub trait Forward: Send + Sync + Debug {
    /// Makes a call with an encoded body; the body of the answer is in `call.reply`.
    ///
    /// # Errors
    /// Those of the daemon behind, or of the connection to it.
    fn forward(&self, call: &mut Call, program: Program, procedure: u32, payload: &[u8]) -> Result<()>;
}

impl From<Arc<dyn Session>> for Opened {
    fn from(session: Arc<dyn Session>) -> Self {
        Self { session, forward: None }
    }
}

/// The drivers of a daemon.
pub trait Opener: Send + Sync + Debug {
    /// Opens a session. May wait.
    ///
    /// # Errors
    /// No driver opens the URI, or the driver refuses.
    fn open(&self, wanted: &Wanted<'_>) -> Result<Opened>;

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
