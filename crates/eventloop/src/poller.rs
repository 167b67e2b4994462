//! How the loop waits: the system's poll(2) with an eventfd for wake-ups, or a test's stand-in.

use std::fmt::Debug;
use std::io;
use std::os::fd::{AsFd, AsRawFd};
use std::time::Duration;

use oxivirt_sys::{EventFd, Interest, PollFd};

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

/// poll(2) and an eventfd.
#[derive(Debug)]
pub struct SystemPoller {
    waker: EventFd,
}

impl SystemPoller {
    /// Makes the eventfd.
    ///
    /// # Errors
    /// Those of eventfd(2): no descriptors or memory left.
    pub fn new() -> io::Result<Self> {
        Ok(Self { waker: EventFd::new()? })
    }
}

impl Poller for SystemPoller {
    fn poll(&self, set: &mut Vec<PollFd>, timeout: Option<Duration>) -> io::Result<()> {
        set.push(PollFd::new(self.waker.as_fd().as_raw_fd(), Interest::READ));
        let result = oxivirt_sys::poll_once(set, timeout);
        let woken = set.pop().is_some_and(|entry| entry.seen().any(Interest::READ));
        if woken && result.is_ok() {
            self.waker.clear();
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
        // Without descriptors wakes stay shared: some iterations return for nothing, and some a little late.
        let _ = self.waker.renew();
    }
}
