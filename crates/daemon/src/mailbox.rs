//! What other threads ask of the one that waits for sockets.
use crate::link::Link;
use crate::lock::Lock;
use std::io;
use std::sync::Arc;

/// One request.
#[derive(Debug)]
pub(crate) enum Task {
    /// Look at the client with this token again: it can be read from again, has ended, or has another deadline.
    Look(usize),
    /// Move what can be moved of this client's stream with this serial: its other end is another daemon's.
    Stream(usize, u32),
    /// The client with this token has a session whose descriptor is to be watched.
    Watch(usize, Arc<Link>),
    /// The session with this token is closed.
    Forget(usize),
    /// Accept again: the limits changed, or a client is gone.
    Accept,
    /// The time after which an idle daemon ends was changed.
    Timeout,
    /// End as after SIGTERM.
    Stop,
}

/// Where they are left.
#[derive(Debug)]
pub(crate) struct Mailbox {
    tasks: Lock<Vec<Task>>,
    waker: mio::Waker,
}

impl Mailbox {
    /// Makes one that wakes `poll` with `token`.
    ///
    /// # Errors
    /// Those of eventfd(2).
    pub(crate) fn new(poll: &mio::Poll, token: mio::Token) -> io::Result<Self> {
        Ok(Self { tasks: Lock::default(), waker: mio::Waker::new(poll.registry(), token)? })
    }

    /// Leaves a request.
    pub(crate) fn post(&self, task: Task) {
        let mut tasks = self.tasks.lock();
        tasks.push(task);
        let first = tasks.len() == 1;
        drop(tasks);
        if first {
            // It fails when the counter is full: then the thread is woken already.
            let _ = self.waker.wake();
        }
    }

    /// Takes all requests.
    pub(crate) fn take(&self) -> Vec<Task> {
        std::mem::take(&mut *self.tasks.lock())
    }
}
