//! A client's session, or one of several where other daemons stand behind this one, with what belongs to it.
use crate::opener::{Forward, Opened};
use oxivirt_protocol::{Listener, Session};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A session of a client's.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) session: Arc<dyn Session>,
    /// Passes calls on as they are.
    pub(crate) forward: Option<Arc<dyn Forward>>,
    /// The number of its descriptor in the thread that waits for sockets; 0 for none.
    token: AtomicUsize,
    /// The session holds it weakly.
    _listener: Arc<dyn Listener>,
}

impl Link {
    /// Makes one whose events go to `listener`.
    pub(crate) fn new(opened: Opened, listener: Arc<dyn Listener>) -> Arc<Self> {
        let Opened { session, forward, .. } = opened;
        session.listen(Arc::downgrade(&listener));
        Arc::new(Self { session, forward, token: AtomicUsize::new(0), _listener: listener })
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
}
