//! Signals as something to read: a daemon takes them in its event loop instead of in handlers.
use crate::{check, retry};
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd};

/// A descriptor that is readable while one of its signals is pending, close-on-exec and non-blocking.
#[derive(Debug)]
pub struct SignalFd(OwnedFd);

impl SignalFd {
    /// Blocks the signals in the calling thread, and so in all that it starts from now on, and makes the descriptor that tells them.
    ///
    /// # Errors
    /// Those of pthread_sigmask(3) and signalfd(2); EINVAL for a number that is no signal.
    pub fn new(signals: &[i32]) -> io::Result<Self> {
        let mut set = MaybeUninit::<libc::sigset_t>::uninit();
        // SAFETY: sigemptyset initialises the whole set.
        check(unsafe { libc::sigemptyset(set.as_mut_ptr()) })?;
        // SAFETY: just initialised.
        let mut set = unsafe { set.assume_init() };
        for signal in signals {
            // SAFETY: the set is live.
            check(unsafe { libc::sigaddset(&raw mut set, *signal) })?;
        }
        // SAFETY: the set is live; the old one is not asked for.
        let failed = unsafe { libc::pthread_sigmask(libc::SIG_BLOCK, &raw const set, std::ptr::null_mut()) };
        if failed != 0 {
            return Err(io::Error::from_raw_os_error(failed));
        }
        // SAFETY: the set is live; -1 asks for a new descriptor.
        let fd = check(unsafe { libc::signalfd(-1, &raw const set, libc::SFD_CLOEXEC | libc::SFD_NONBLOCK) })?;
        // SAFETY: signalfd succeeded, so the number is open and nobody else owns it.
        Ok(Self(unsafe { OwnedFd::from_raw_fd(fd) }))
    }

    /// Takes the next signal; `None` when none is pending.
    #[must_use]
    pub fn take(&self) -> Option<i32> {
        let mut info = MaybeUninit::<libc::signalfd_siginfo>::uninit();
        let size = size_of::<libc::signalfd_siginfo>();
        let got = retry(|| {
            // SAFETY: the place is live and of that size.
            let got = unsafe { libc::read(self.0.as_raw_fd(), info.as_mut_ptr().cast(), size) };
            usize::try_from(got).map_err(|_| io::Error::last_os_error())
        });
        if got.ok()? != size {
            return None;
        }
        // SAFETY: the kernel filled all of it.
        let info = unsafe { info.assume_init() };
        i32::try_from(info.ssi_signo).ok()
    }
}

impl AsFd for SignalFd {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

/// Numbers of the signals that a daemon takes.
pub mod signal {
    /// Reload.
    pub const HUP: i32 = libc::SIGHUP;
    /// Stop.
    pub const INT: i32 = libc::SIGINT;
    /// Stop.
    pub const QUIT: i32 = libc::SIGQUIT;
    /// Stop.
    pub const TERM: i32 = libc::SIGTERM;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blocked_signal_is_read_once() {
        let signals = SignalFd::new(&[libc::SIGUSR2]).unwrap();
        assert_eq!(signals.take(), None);
        // SAFETY: no memory is passed.
        let this = unsafe { libc::pthread_self() };
        // SAFETY: the signal is blocked in this thread, which it is sent to.
        unsafe { libc::pthread_kill(this, libc::SIGUSR2) };
        assert_eq!(signals.take(), Some(libc::SIGUSR2));
        assert_eq!(signals.take(), None);
    }

    #[test]
    fn a_number_that_is_no_signal_is_refused() {
        assert_eq!(SignalFd::new(&[12345]).unwrap_err().raw_os_error(), Some(libc::EINVAL));
    }
}
