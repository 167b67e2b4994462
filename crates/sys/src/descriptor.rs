//! Descriptors that a caller names by number.
use crate::check;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{FromRawFd, OwnedFd, RawFd};

/// A close-on-exec duplicate of a descriptor that somebody else owns.
///
/// # Errors
/// The number is no open descriptor, or the process has too many.
pub fn duplicate(fd: RawFd) -> io::Result<OwnedFd> {
    // SAFETY: fcntl takes any number; one that is not open is an error.
    let copy = unsafe { libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, 0) };
    if copy < 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: a descriptor that was made just now and belongs to nobody else.
    Ok(unsafe { OwnedFd::from_raw_fd(copy) })
}

/// Whether a descriptor is a socket.
///
/// # Errors
/// The number is no open descriptor.
pub fn is_socket(fd: RawFd) -> io::Result<bool> {
    Ok(status(fd)?.st_mode & libc::S_IFMT == libc::S_IFSOCK)
}

/// Elsewhere the plain one has 64 bits.
#[cfg(not(target_env = "gnu"))]
pub(crate) use libc::{fstat, stat as Status};
/// What fstat(2) fills in, with numbers of 64 bits on every machine: the plain one refuses a file whose inode number,
/// size or time 32 bits do not hold (EOVERFLOW).
#[cfg(target_env = "gnu")]
pub(crate) use libc::{fstat64 as fstat, stat64 as Status};

/// Looks at what the number stands for.
pub(crate) fn status(fd: RawFd) -> io::Result<Status> {
    let mut status = MaybeUninit::<Status>::uninit();
    // SAFETY: `status` has room for one; a number that is not open is an error.
    check(unsafe { fstat(fd, status.as_mut_ptr()) })?;
    // SAFETY: filled by the successful call.
    Ok(unsafe { status.assume_init() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::AsRawFd;

    #[test]
    fn kinds_and_closed_numbers() {
        let (one, _other) = crate::socketpair().unwrap();
        let copy = duplicate(one.as_raw_fd()).unwrap();
        assert_ne!(copy.as_raw_fd(), one.as_raw_fd());
        assert!(is_socket(copy.as_raw_fd()).unwrap());
        let null = std::fs::File::open("/dev/null").unwrap();
        assert!(!is_socket(null.as_raw_fd()).unwrap());
        assert_eq!(duplicate(-1).unwrap_err().raw_os_error(), Some(libc::EBADF));
        assert_eq!(is_socket(-1).unwrap_err().raw_os_error(), Some(libc::EBADF));
    }
}
