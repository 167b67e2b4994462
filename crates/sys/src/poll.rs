//! poll(2) with a deadline: a signal neither ends the wait early nor makes it longer.
use crate::unwind::cancellable;
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, RawFd};
use std::time::{Duration, Instant};

/// What to wait for, and what was seen. A thin name for the kernel's `short` bit set.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Interest(i16);

impl Interest {
    /// Nothing; errors and hang-ups are still reported.
    pub const NONE: Self = Self(0);
    /// Data can be read (or end of file was reached).
    pub const READ: Self = Self(libc::POLLIN);
    /// Data can be written.
    pub const WRITE: Self = Self(libc::POLLOUT);
    /// Urgent data.
    pub const URGENT: Self = Self(libc::POLLPRI);
    /// An error is pending (result only).
    pub const ERROR: Self = Self(libc::POLLERR);
    /// The peer closed (result only).
    pub const HANGUP: Self = Self(libc::POLLHUP);
    /// The descriptor is not open (result only).
    pub const INVALID: Self = Self(libc::POLLNVAL);

    /// The raw `events` bits of poll(2).
    #[must_use]
    pub const fn bits(self) -> i16 {
        self.0
    }

    /// From raw `events` bits of poll(2).
    #[must_use]
    pub const fn from_bits(bits: i16) -> Self {
        Self(bits)
    }

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any bit of `other` is set.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no bit is set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// One entry of a poll set. The number is not owned: a foreign event loop may close it at any time, which poll answers
/// with [`Interest::INVALID`]. Layout-compatible with the kernel's `struct pollfd`.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct PollFd(libc::pollfd);

impl PollFd {
    /// Waits for `interest` on `fd`; a negative number is skipped by the kernel.
    #[must_use]
    pub const fn new(fd: RawFd, interest: Interest) -> Self {
        Self(libc::pollfd { fd, events: interest.0, revents: 0 })
    }

    /// The descriptor number.
    #[must_use]
    pub const fn fd(&self) -> RawFd {
        self.0.fd
    }

    /// What the last [`poll`] saw.
    #[must_use]
    pub const fn seen(&self) -> Interest {
        Interest(self.0.revents)
    }

    /// Sets what [`PollFd::seen`] answers, for pollers that do not ask the kernel.
    pub const fn set_seen(&mut self, seen: Interest) {
        self.0.revents = seen.0;
    }
}

impl std::fmt::Debug for PollFd {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PollFd")
            .field("fd", &self.0.fd)
            .field("events", &self.0.events)
            .field("revents", &self.0.revents)
            .finish()
    }
}

/// Waits until an entry is ready or `deadline` passes (`None`: for ever). Returns how many entries have something in
/// [`PollFd::seen`]; 0 means the deadline passed. Signals are absorbed; the time already waited counts.
///
/// # Errors
/// Those of poll(2) except EINTR and EAGAIN; ECANCELED when the thread ends (see [`crate::unwinding`]).
pub fn poll(set: &mut [PollFd], deadline: Option<Instant>) -> io::Result<usize> {
    let count = libc::nfds_t::try_from(set.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    loop {
        let timeout = deadline.map(|end| timespec(end.saturating_duration_since(Instant::now())));
        let timeout = timeout.as_ref().map_or(std::ptr::null(), std::ptr::from_ref);
        let ready = ppoll(set, count, timeout)?;
        match usize::try_from(ready) {
            Ok(ready) => return Ok(ready),
            Err(_) => {
                let error = last_error();
                if error.kind() != io::ErrorKind::Interrupted {
                    return Err(error);
                }
            }
        }
    }
}

/// Waits once, for at most `timeout` (`None`: for ever). Unlike [`poll`], a signal ends the wait, with
/// `ErrorKind::Interrupted`: an application that runs its own loop wants to look at what its signal handler set.
///
/// # Errors
/// Those of poll(2).
pub fn poll_once(set: &mut [PollFd], timeout: Option<Duration>) -> io::Result<usize> {
    let count = libc::nfds_t::try_from(set.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    let timeout = timeout.map(timespec);
    let timeout = timeout.as_ref().map_or(std::ptr::null(), std::ptr::from_ref);
    let ready = ppoll(set, count, timeout)?;
    usize::try_from(ready).map_err(|_| last_error())
}

unsafe extern "C-unwind" {
    /// A thread may be cancelled here.
    #[link_name = "ppoll"]
    fn libc_ppoll(
        set: *mut libc::pollfd,
        count: libc::nfds_t,
        timeout: *const libc::timespec,
        mask: *const libc::sigset_t,
    ) -> libc::c_int;
}

/// One wait, in which the thread may be cancelled; the C function's result, with errno.
fn ppoll(set: &mut [PollFd], count: libc::nfds_t, timeout: *const libc::timespec) -> io::Result<libc::c_int> {
    let set = set.as_mut_ptr().cast();
    cancellable(|| {
        // SAFETY: `set` is a live, exclusively borrowed array of `count` pollfd (PollFd is transparent); the timeout is null
        // or a live timespec; a null signal mask leaves the mask alone.
        unsafe { libc_ppoll(set, count, timeout, std::ptr::null()) }
    })
}

/// Why poll failed. EAGAIN, which POSIX has for a kernel short of memory for the moment, means to try again, as EINTR does.
fn last_error() -> io::Error {
    let error = io::Error::last_os_error();
    match error.kind() {
        io::ErrorKind::WouldBlock => io::ErrorKind::Interrupted.into(),
        _ => error,
    }
}

/// Waits for one descriptor; an empty answer means the deadline passed.
///
/// # Errors
/// Those of poll(2) except EINTR and EAGAIN.
pub fn wait_one(fd: BorrowedFd<'_>, interest: Interest, deadline: Option<Instant>) -> io::Result<Interest> {
    let mut set = [PollFd::new(fd.as_raw_fd(), interest)];
    poll(&mut set, deadline)?;
    Ok(set.first().map(PollFd::seen).unwrap_or_default())
}

fn timespec(left: Duration) -> libc::timespec {
    libc::timespec {
        // What fits the narrowest type of seconds is 68 years.
        tv_sec: i32::try_from(left.as_secs()).unwrap_or(i32::MAX).into(),
        tv_nsec: libc::c_long::from(left.subsec_nanos().cast_signed()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::fd::AsFd;

    #[test]
    fn deadline_passes_and_data_wakes() {
        let (reader, writer) = crate::pipe().unwrap();
        let soon = Instant::now() + Duration::from_millis(5);
        assert!(wait_one(reader.as_fd(), Interest::READ, Some(soon)).unwrap().is_empty());
        assert!(Instant::now() >= soon);
        std::fs::File::from(writer).write_all(b"x").unwrap();
        assert!(wait_one(reader.as_fd(), Interest::READ, None).unwrap().any(Interest::READ));
    }

    #[test]
    fn a_closed_number_is_reported_not_an_error() {
        let mut set = [PollFd::new(1_000_000, Interest::READ)];
        assert_eq!(poll(&mut set, Some(Instant::now())).unwrap(), 1);
        assert!(set[0].seen().any(Interest::INVALID));
    }

    #[test]
    fn hang_up_is_seen_without_interest() {
        let (reader, writer) = crate::pipe().unwrap();
        drop(writer);
        let seen = wait_one(reader.as_fd(), Interest::NONE, None).unwrap();
        assert!(seen.any(Interest::HANGUP));
    }
}
