//! Waking a thread that sleeps in poll: a pipe, or an eventfd that never fills up.
use crate::check;
use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};

/// A pipe, close-on-exec and non-blocking at both ends: (read end, write end).
///
/// # Errors
/// Those of pipe2(2).
pub fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let mut ends: [RawFd; 2] = [-1; 2];
    // SAFETY: `ends` is a live array of two ints, which is what pipe2 fills.
    check(unsafe { libc::pipe2(ends.as_mut_ptr(), libc::O_CLOEXEC | libc::O_NONBLOCK) })?;
    let [read, write] = ends;
    // SAFETY: pipe2 succeeded, so the number is open and nobody else owns it.
    let read = unsafe { OwnedFd::from_raw_fd(read) };
    // SAFETY: as above, the other end.
    let write = unsafe { OwnedFd::from_raw_fd(write) };
    Ok((read, write))
}

/// A counter that poll can wait for: any number of wakes before a `clear` are one.
#[derive(Debug)]
pub struct EventFd(OwnedFd);

impl EventFd {
    /// A new one, close-on-exec, non-blocking, not woken.
    ///
    /// # Errors
    /// Those of eventfd(2).
    pub fn new() -> io::Result<Self> {
        // SAFETY: no memory is passed.
        let fd = check(unsafe { libc::eventfd(0, libc::EFD_CLOEXEC | libc::EFD_NONBLOCK) })?;
        // SAFETY: eventfd succeeded, so the number is open and nobody else owns it.
        Ok(Self(unsafe { OwnedFd::from_raw_fd(fd) }))
    }

    /// In a forked child: a counter of its own behind the same descriptor, so that parent and child do not take each
    /// other's wakes.
    ///
    /// # Errors
    /// Those of eventfd(2) and dup3(2); then the counter stays shared.
    pub fn renew(&self) -> io::Result<()> {
        let fresh = Self::new()?;
        // SAFETY: no memory is passed, and both descriptors are open.
        let copied = unsafe { libc::dup3(fresh.0.as_raw_fd(), self.0.as_raw_fd(), libc::O_CLOEXEC) };
        check(copied).map(drop)
    }

    /// Makes the descriptor readable. Never blocks and cannot fail: a full counter is already readable.
    pub fn wake(&self) {
        let one = 1u64.to_ne_bytes();
        // SAFETY: `one` is a live buffer of the eight bytes an eventfd takes.
        unsafe { libc::write(self.0.as_raw_fd(), one.as_ptr().cast(), one.len()) };
    }

    /// Makes the descriptor unreadable again; answers whether it was woken.
    pub fn clear(&self) -> bool {
        let mut count = [0u8; 8];
        // SAFETY: `count` is a live buffer of the eight bytes an eventfd gives.
        let got = unsafe { libc::read(self.0.as_raw_fd(), count.as_mut_ptr().cast(), count.len()) };
        got == 8
    }
}

impl AsFd for EventFd {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

impl AsRawFd for EventFd {
    fn as_raw_fd(&self) -> RawFd {
        self.0.as_raw_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renewed_it_is_a_counter_of_its_own() {
        let event = EventFd::new().unwrap();
        let shared = event.0.try_clone().unwrap();
        event.renew().unwrap();
        event.wake();
        assert!(!EventFd(shared).clear());
        assert!(event.clear());
    }

    #[test]
    fn wakes_collapse_into_one() {
        let event = EventFd::new().unwrap();
        assert!(!event.clear());
        event.wake();
        event.wake();
        assert!(event.clear());
        assert!(!event.clear());
    }
}
