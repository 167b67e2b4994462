//! Linux namespaces.
use super::check;
use std::io;
use std::os::fd::RawFd;

/// Moves the calling thread into the namespace that the descriptor stands for, of whatever kind.
///
/// # Errors
/// `setns(2)`: EINVAL when the thread is there already or may not change that kind, EPERM without the right to.
pub fn enter_namespace(fd: RawFd) -> io::Result<()> {
    // SAFETY: takes two integers; a bad descriptor is answered with EBADF.
    check(unsafe { libc::setns(fd, 0) }).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::AsRawFd;

    #[test]
    fn what_is_no_namespace_is_refused() {
        let file = std::fs::File::open("/proc/self/stat").unwrap();
        assert_eq!(enter_namespace(-1).unwrap_err().raw_os_error(), Some(libc::EBADF));
        let error = enter_namespace(file.as_raw_fd()).unwrap_err();
        assert_eq!(error.raw_os_error(), Some(libc::EINVAL));
    }
}
