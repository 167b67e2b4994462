//! Listening sockets: made with the backlog and the mode that a daemon's configuration says, and what comes over them.
use crate::socket::address as unix_address;
use crate::{check, retry};
use std::io;
use std::net::SocketAddr;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// Listens at `path`, which must not exist. The file gets no permission that `mode` does not give, not even for a moment.
/// The socket is close-on-exec and non-blocking.
///
/// # Errors
/// Those of socket(2), bind(2) and listen(2); ENAMETOOLONG beyond 107 bytes.
pub fn listen_unix(path: &Path, mode: u32, backlog: u32) -> io::Result<OwnedFd> {
    let (address, length) = unix_address(path)?;
    let socket = socket(libc::AF_UNIX)?;
    // SAFETY: takes a number and cannot fail. All of the process has the mask for the moment; daemons listen before they start threads.
    let before = unsafe { libc::umask(!mode & 0o777) };
    // SAFETY: `address` is a live sockaddr_un of which `length` bytes are initialised.
    let bound = check(unsafe { libc::bind(socket.as_raw_fd(), (&raw const address).cast(), length) });
    // SAFETY: as above.
    unsafe { libc::umask(before) };
    bound?;
    start(&socket, backlog)?;
    Ok(socket)
}

/// Listens at an address of TCP, where connections that ended lately are no hindrance. IPv6 sockets take IPv6 only.
///
/// # Errors
/// Those of socket(2), bind(2) and listen(2).
pub fn listen_tcp(at: SocketAddr, backlog: u32) -> io::Result<OwnedFd> {
    let socket = socket(if at.is_ipv4() { libc::AF_INET } else { libc::AF_INET6 })?;
    crate::tcp::set_option(&socket, libc::SOL_SOCKET, libc::SO_REUSEADDR, 1)?;
    if at.is_ipv6() {
        crate::tcp::set_option(&socket, libc::IPPROTO_IPV6, libc::IPV6_V6ONLY, 1)?;
    }
    crate::tcp::with_address(at, |address, length| {
        // SAFETY: the address is live and of that length.
        check(unsafe { libc::bind(socket.as_raw_fd(), address, length) }).map(drop)
    })?;
    start(&socket, backlog)?;
    Ok(socket)
}

fn socket(family: libc::c_int) -> io::Result<OwnedFd> {
    let kind = libc::SOCK_STREAM | libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK;
    // SAFETY: no memory is passed.
    let fd = check(unsafe { libc::socket(family, kind, 0) })?;
    // SAFETY: socket succeeded, so the number is open and nobody else owns it.
    Ok(unsafe { OwnedFd::from_raw_fd(fd) })
}

fn start(socket: &OwnedFd, backlog: u32) -> io::Result<()> {
    let backlog = libc::c_int::try_from(backlog).unwrap_or(libc::c_int::MAX);
    // SAFETY: no memory is passed.
    check(unsafe { libc::listen(socket.as_raw_fd(), backlog) }).map(drop)
}

/// Accepts the next connection, close-on-exec and non-blocking. Does not wait (`WouldBlock`) if the listener is non-blocking.
///
/// # Errors
/// Those of accept(2) except EINTR.
pub fn accept(listener: BorrowedFd<'_>) -> io::Result<OwnedFd> {
    let flags = libc::SOCK_CLOEXEC | libc::SOCK_NONBLOCK;
    let fd = retry(|| {
        // SAFETY: the peer's address is not asked for.
        check(unsafe { libc::accept4(listener.as_raw_fd(), std::ptr::null_mut(), std::ptr::null_mut(), flags) })
    })?;
    // SAFETY: accept4 succeeded, so the number is open and nobody else owns it.
    Ok(unsafe { OwnedFd::from_raw_fd(fd) })
}

/// Makes a TCP socket send small frames at once.
///
/// # Errors
/// Those of setsockopt(2).
pub fn set_no_delay(socket: &OwnedFd) -> io::Result<()> {
    crate::tcp::set_option(socket, libc::IPPROTO_TCP, libc::TCP_NODELAY, 1)
}

/// Returns the security context of the process at the other end (SO_PEERSEC); `None` where no security module keeps any.
#[must_use]
pub fn peer_security_context(fd: BorrowedFd<'_>) -> Option<Vec<u8>> {
    /// More than contexts have; a longer one is left out.
    const ROOM: usize = 4096;
    let mut text = vec![0u8; ROOM];
    let mut length = libc::socklen_t::try_from(ROOM).ok()?;
    let to = text.as_mut_ptr().cast();
    // SAFETY: `text` is live and `length` bytes long.
    check(unsafe { libc::getsockopt(fd.as_raw_fd(), libc::SOL_SOCKET, libc::SO_PEERSEC, to, &raw mut length) }).ok()?;
    text.truncate(usize::try_from(length).ok()?);
    if text.last() == Some(&0) {
        text.pop();
    }
    Some(text).filter(|text| !text.is_empty())
}

/// Takes over descriptors that whoever started this process left open, from number `first` on. Those that are not open are left
/// out; the others are close-on-exec from now on.
///
/// To be called before anything else is opened: a number that this process opened itself would be owned twice. A second call gets
/// nothing.
#[must_use]
pub fn take_inherited(first: i32, count: usize) -> Vec<(usize, OwnedFd)> {
    static TAKEN: AtomicBool = AtomicBool::new(false);
    let count = if TAKEN.swap(true, Ordering::AcqRel) { 0 } else { count };
    let numbers = (first..).take(count).enumerate();
    numbers
        .filter(|(_, fd)| {
            // SAFETY: F_SETFD takes an int; a number that is not open is refused.
            unsafe { libc::fcntl(*fd, libc::F_SETFD, libc::FD_CLOEXEC) >= 0 }
        })
        // SAFETY: the number is open, and by the contract above nobody else in this process owns it.
        .map(|(place, fd)| (place, unsafe { OwnedFd::from_raw_fd(fd) }))
        .collect()
}

/// Raises the number of descriptors that this process may have to the most that it may ask for.
///
/// # Errors
/// Those of getrlimit(2) and setrlimit(2).
pub fn raise_descriptor_limit() -> io::Result<u64> {
    let mut limit = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
    // SAFETY: the place is live.
    check(unsafe { libc::getrlimit(libc::RLIMIT_NOFILE, &raw mut limit) })?;
    limit.rlim_cur = limit.rlim_max;
    // SAFETY: the value is live.
    check(unsafe { libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit) })?;
    #[cfg_attr(target_pointer_width = "64", expect(clippy::useless_conversion, reason = "it is a long"))]
    let descriptors = limit.rlim_cur.into();
    Ok(descriptors)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::AsFd;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_unix_listener_has_its_mode_and_does_not_wait() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sock");
        // All of the owner's, so that what other tests make under the same mask is theirs.
        let listener = listen_unix(&path, 0o740, 1).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o740);
        assert_eq!(accept(listener.as_fd()).unwrap_err().kind(), io::ErrorKind::WouldBlock);
        let _client = crate::connect_unix(&path, None).unwrap();
        let accepted = accept(listener.as_fd()).unwrap();
        assert_eq!(crate::peer_credentials(accepted.as_fd()).unwrap().pid, crate::pid());
        assert_eq!(crate::recv(accepted.as_fd(), &mut [0], true).unwrap_err().kind(), io::ErrorKind::WouldBlock);
        assert_eq!(listen_unix(&path, 0o740, 1).unwrap_err().raw_os_error(), Some(libc::EADDRINUSE));
    }

    #[test]
    fn a_tcp_listener_takes_connections() {
        let listener = listen_tcp("127.0.0.1:0".parse().unwrap(), 5).unwrap();
        let at = std::net::TcpListener::from(listener.try_clone().unwrap()).local_addr().unwrap();
        let _client = std::net::TcpStream::connect(at).unwrap();
        // The client's end is connected before the listener's.
        crate::wait_one(listener.as_fd(), crate::Interest::READ, None).unwrap();
        let accepted = accept(listener.as_fd()).unwrap();
        set_no_delay(&accepted).unwrap();
    }
}
