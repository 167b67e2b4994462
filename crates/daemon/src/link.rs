//! A client's session, or one of several where other daemons stand behind this one, with what belongs to it.
use crate::opener::{Forward, Opened};
use oxivirt_protocol::{Listener, Session};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A session of a client's.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) session: Arc<dyn Session>,
    /// Passes calls on as they are.
    pub(crate) forward: Option<Arc<dyn Forward>>,
    /// The number of its descriptor in the thread that waits for sockets; 0 for none.
    token: AtomicUsize,
    /// The peer has hung up: its end is to be read behind what it sent.
    hung_up: AtomicBool,
    /// The descriptor is watched for room, too.
    watches_output: AtomicBool,
    /// The session holds it weakly.
    _listener: Arc<dyn Listener>,
}

impl Link {
    /// Makes one whose events go to `listener`.
    pub(crate) fn new(opened: Opened, listener: Arc<dyn Listener>) -> Arc<Self> {
        let Opened { session, forward, .. } = opened;
        session.listen(Arc::downgrade(&listener));
        Arc::new(Self {
            session,
            forward,
            token: AtomicUsize::new(0),
            hung_up: AtomicBool::new(false),
            watches_output: AtomicBool::new(false),
            _listener: listener,
        })
    }

    /// Returns true if the session is another daemon's.
    pub(crate) fn is_remote(&self) -> bool {
        self.session.io().is_some()
    }

    /// Notes under which number the session's descriptor is watched.
    pub(crate) fn watched_as(&self, token: usize) {
        self.token.store(token, Ordering::Relaxed);
    }

    /// Returns that number, `None` if it is not watched.
    pub(crate) fn token(&self) -> Option<usize> {
        Some(self.token.load(Ordering::Relaxed)).filter(|token| *token != 0)
    }

    /// Notes that the peer has hung up.
    pub(crate) fn note_hang_up(&self) {
        self.hung_up.store(true, Ordering::Relaxed);
    }

    /// Returns true if the peer has hung up.
    pub(crate) fn has_hung_up(&self) -> bool {
        self.hung_up.load(Ordering::Relaxed)
    }

    /// Returns for what the descriptor is to be watched, if that has changed: whether for room, too.
    pub(crate) fn output_watch(&self) -> Option<bool> {
        let wants = self.session.io().is_some_and(|io| io.wants_output());
        (self.watches_output.swap(wants, Ordering::Relaxed) != wants).then_some(wants)
    }
}
