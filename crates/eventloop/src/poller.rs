//! How the loop waits: the system's poll(2) with a pipe for wake-ups, or a test's stand-in.

use std::fmt::Debug;
use std::io;
use std::time::Duration;

use oxivirt_sys::{Interest, PollFd, WakerPlace};

/// Waits for descriptors, and can be woken by another thread.
pub trait Poller: Debug + Send + Sync {
    /// Waits until an entry of `set` is ready, [`Poller::wake`] is called, `timeout` has passed (`None`: for ever) or a
    /// signal arrives. Fills in what was seen in the entries that the caller put there; `set` has the same length after.
    ///
    /// # Errors
    /// Those of poll(2), except that an interruption by a signal counts as nothing seen.
    fn poll(&self, set: &mut Vec<PollFd>, timeout: Option<Duration>) -> io::Result<()>;

    /// Makes the poll that runs now, or else the next one, return.
    fn wake(&self);

    /// The process is a forked child: wakes must not be shared with its parent.
    fn forked(&self) {}
}

/// poll(2) and a pipe, which is made when it is first waited for, and again when somebody closed it.
#[derive(Debug, Default)]
pub struct SystemPoller {
    waker: WakerPlace,
}

impl SystemPoller {
    /// One without a descriptor yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Poller for SystemPoller {
    fn poll(&self, set: &mut Vec<PollFd>, timeout: Option<Duration>) -> io::Result<()> {
        let waker = self.waker.current()?;
        set.push(PollFd::new(waker.fd(), Interest::READ));
        let result = oxivirt_sys::poll_once(set, timeout);
        let woken = set.pop().is_some_and(|entry| !entry.seen().is_empty());
        if woken && result.is_ok() {
            waker.clear();
        }
        match result {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                for entry in set {
                    entry.set_seen(Interest::NONE);
                }
                Ok(())
            }
            other => other.map(|_| ()),
        }
    }

    fn wake(&self) {
        self.waker.wake();
    }

    fn forked(&self) {
        self.waker.forked();
    }
}
