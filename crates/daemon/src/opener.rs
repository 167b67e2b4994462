//! Where sessions come from: what a daemon makes of the URI that a client asks for.
use crate::group::Group;
use oxivirt_client::{EncodedCall, Reply};
use oxivirt_model::Result;
use oxivirt_protocol::{Call, Identity, Program, Session};
use std::fmt::Debug;
use std::sync::Arc;

/// What a client asks for.
#[derive(Debug)]
pub struct Wanted<'w> {
    /// The URI; an empty one, and in some daemons none, leaves the choice to the daemon.
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
    /// The URI, where the client left the choice to the daemon.
    pub chosen: Option<Vec<u8>>,
}

/// Passes bodies of calls on as they are.
pub trait Forward: Send + Sync + Debug {
    /// Makes a call with an encoded body; the body of the answer is in `call.reply`.
    ///
    /// # Errors
    /// Those of the daemon behind, or of the connection to it.
    fn forward(&self, call: &mut Call, program: Program, procedure: u32, payload: &[u8]) -> Result<()>;

    /// Sends a call and returns; `done` gets the answer from whichever thread finds it, possibly before this returns.
    /// Returns true if something waits until the daemon behind takes more.
    ///
    /// # Errors
    /// Nothing was sent, for this reason; `done` is not called.
    fn start(&self, call: EncodedCall<'_>, done: Done) -> Result<bool>;

    /// Returns true if [`Forward::start`] may make the calls: they have no deadline that somebody must keep.
    fn starts(&self) -> bool {
        true
    }
}

/// Takes the answer to a call that nobody waits for. It must not wait.
pub type Done = Box<dyn FnOnce(Result<Reply>) + Send>;

impl From<Arc<dyn Session>> for Opened {
    fn from(session: Arc<dyn Session>) -> Self {
        Self { session, forward: None, chosen: None }
    }
}

/// The drivers of a daemon.
pub trait Opener: Send + Sync + Debug {
    /// Opens a session. May wait.
    ///
    /// # Errors
    /// No driver opens the URI, or the driver refuses.
    fn open(&self, wanted: &Wanted<'_>) -> Result<Opened>;

    /// Opens the session of another daemon that works on such objects for clients of the hypervisor that `uri` names; `None` if the
    /// client's own session does that. May wait.
    ///
    /// # Errors
    /// Those of the daemon, or of connecting to it.
    fn open_group(&self, uri: &[u8], group: Group, wanted: &Wanted<'_>) -> Result<Option<Opened>> {
        let _ = (uri, group, wanted);
        Ok(None)
    }

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
