//! Writing for people: lines to descriptors that somebody else may close, block or take away.
use crate::{check, retry};
use std::fs::{File, OpenOptions};
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsRawFd, BorrowedFd, RawFd};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Opens a file to append to, made with mode 0600 when it does not exist. A pipe without a reader is refused (ENXIO), a
/// terminal does not become the controlling one.
///
/// # Errors
/// Those of open(2).
pub fn open_append(path: &Path) -> io::Result<File> {
    OpenOptions::new().append(true).create(true).mode(0o600).custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY).open(path)
}

/// What a descriptor is: enough to notice that the number belongs to something else now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Identity {
    device: u64,
    inode: u64,
    /// It is a socket.
    pub socket: bool,
}

/// Looks at a descriptor.
///
/// # Errors
/// Those of fstat(2); EBADF when it is closed.
pub fn identity(fd: BorrowedFd<'_>) -> io::Result<Identity> {
    identity_of(fd.as_raw_fd())
}

/// [`identity`] of a number that somebody may have closed.
pub(crate) fn identity_of(fd: RawFd) -> io::Result<Identity> {
    let found = crate::descriptor::status(fd)?;
    Ok(Identity { device: found.st_dev, inode: found.st_ino, socket: found.st_mode & libc::S_IFMT == libc::S_IFSOCK })
}

/// Writes to standard error, whoever may have it; nobody is told when that fails. Takes no lock, as std does: a forked
/// child would wait for a thread of its parent.
pub fn write_to_stderr(mut text: &[u8]) {
    while !text.is_empty() {
        // SAFETY: the text is live for the call.
        let written = retry(|| match unsafe { libc::write(libc::STDERR_FILENO, text.as_ptr().cast(), text.len()) } {
            ..0 => Err(io::Error::last_os_error()),
            written => Ok(written.cast_unsigned()),
        });
        match written {
            Ok(written @ 1..) => text = text.get(written..).unwrap_or_default(),
            _ => return,
        }
    }
}

/// Returns true if standard error is a terminal.
#[must_use]
pub fn stderr_is_terminal() -> bool {
    // SAFETY: asks about a number, which needs not be open.
    unsafe { libc::isatty(libc::STDERR_FILENO) == 1 }
}

fn pipe_signal() -> libc::sigset_t {
    let mut set = MaybeUninit::<libc::sigset_t>::uninit();
    // SAFETY: sigemptyset initialises the whole set.
    unsafe { libc::sigemptyset(set.as_mut_ptr()) };
    // SAFETY: the set was just initialised.
    unsafe { libc::sigaddset(set.as_mut_ptr(), libc::SIGPIPE) };
    // SAFETY: as above.
    unsafe { set.assume_init() }
}

fn pending() -> bool {
    let mut set = MaybeUninit::<libc::sigset_t>::uninit();
    // SAFETY: sigpending fills the set or fails.
    if unsafe { libc::sigpending(set.as_mut_ptr()) } < 0 {
        return false;
    }
    // SAFETY: filled by the successful call.
    unsafe { libc::sigismember(set.as_ptr(), libc::SIGPIPE) == 1 }
}

/// One write(2), during which a pipe without readers sends this thread no SIGPIPE. Answers how many bytes were taken.
///
/// # Errors
/// Those of write(2) except EINTR.
pub fn write_quietly(fd: BorrowedFd<'_>, bytes: &[u8]) -> io::Result<usize> {
    let set = pipe_signal();
    let mut old = MaybeUninit::<libc::sigset_t>::uninit();
    let was_pending = pending();
    // SAFETY: both sets are live; `old` is filled on success, and failing is impossible with a valid `how`.
    let blocked = unsafe { libc::pthread_sigmask(libc::SIG_BLOCK, &raw const set, old.as_mut_ptr()) };
    let written = retry(|| {
        // SAFETY: `bytes` is live for its length.
        let taken = unsafe { libc::write(fd.as_raw_fd(), bytes.as_ptr().cast(), bytes.len()) };
        usize::try_from(taken).map_err(|_| io::Error::last_os_error())
    });
    let broken = matches!(&written, Err(error) if error.raw_os_error() == Some(libc::EPIPE));
    if broken && !was_pending {
        let at_once = libc::timespec { tv_sec: 0, tv_nsec: 0 };
        let _ = retry(|| {
            // SAFETY: the set and the time are live; no information about the signal is asked for.
            check(unsafe { libc::sigtimedwait(&raw const set, std::ptr::null_mut(), &raw const at_once) })
        });
    }
    if blocked == 0 {
        // SAFETY: `old` was filled by the successful call above.
        unsafe { libc::pthread_sigmask(libc::SIG_SETMASK, old.as_ptr(), std::ptr::null_mut()) };
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::AsFd;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_broken_pipe_is_an_error_and_no_signal() {
        let _alone = crate::signals::tests::actions();
        // The test runner ignores SIGPIPE; the default action would end the process.
        // SAFETY: no handler runs; the action is put back below.
        let before = unsafe { libc::signal(libc::SIGPIPE, libc::SIG_DFL) };
        let (reader, writer) = crate::pipe().unwrap();
        assert_eq!(write_quietly(writer.as_fd(), b"x").unwrap(), 1);
        drop(reader);
        // A child that another test forked meanwhile has the reader for a moment.
        let gone = crate::wait_one(writer.as_fd(), crate::Interest::NONE, None).unwrap();
        assert!(gone.any(crate::Interest::ERROR));
        for _ in 0..2 {
            let error = write_quietly(writer.as_fd(), b"x").unwrap_err();
            assert_eq!(error.raw_os_error(), Some(libc::EPIPE));
            assert!(!pending());
        }
        // SAFETY: as above.
        unsafe { libc::signal(libc::SIGPIPE, before) };
    }

    #[test]
    fn identities() {
        let (a, b) = crate::socketpair().unwrap();
        let (reader, _writer) = crate::pipe().unwrap();
        let of = |fd: BorrowedFd<'_>| identity(fd).unwrap();
        assert_eq!(of(a.as_fd()), of(a.try_clone().unwrap().as_fd()));
        assert_ne!(of(a.as_fd()), of(b.as_fd()));
        assert!(of(a.as_fd()).socket && !of(reader.as_fd()).socket);
    }

    #[test]
    fn appended_files_are_private() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("appended");
        for _ in 0..2 {
            let file = open_append(&path).unwrap();
            assert_eq!(write_quietly(file.as_fd(), b"ab").unwrap(), 2);
        }
        assert_eq!(std::fs::read(&path).unwrap(), b"abab");
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
