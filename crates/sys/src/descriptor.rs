//! Descriptors that a caller names by number.
use std::io;
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
    // SAFETY: plain C data.
    let mut status: libc::stat = unsafe { std::mem::zeroed() };
    // SAFETY: a writable stat; a number that is not open is an error.
    if unsafe { libc::fstat(fd, &raw mut status) } != 0 {
        return Err(io::Error::last_os_error());
    }
    Ok(status.st_mode & libc::S_IFMT == libc::S_IFSOCK)
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
