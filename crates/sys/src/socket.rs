//! UNIX stream sockets: connect, bytes with and without descriptors, the peer's credentials.
use crate::{check, retry};
use std::io;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::Duration;

/// The most descriptors one message carries on this protocol.
pub const MAX_FDS: usize = 32;

/// Room for the control message: CMSG_SPACE of MAX_FDS ints, in words so that it is aligned for a cmsghdr.
const CONTROL_WORDS: usize = 24;
/// The same in bytes. POSIX has `socklen_t` for it, glibc `size_t`.
const CONTROL_LENGTH: ControlLength = (CONTROL_WORDS * size_of::<u64>()) as ControlLength;
#[cfg(target_env = "gnu")]
type ControlLength = usize;
#[cfg(not(target_env = "gnu"))]
type ControlLength = libc::socklen_t;

/// Who is at the other end of a UNIX socket, as the kernel recorded it when the connection was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Credentials {
    /// Process id.
    pub pid: i32,
    /// Effective user id.
    pub uid: u32,
    /// Effective group id.
    pub gid: u32,
}

/// What one receive brought.
#[derive(Debug, Default)]
pub struct Received {
    /// Bytes written to the start of the buffer; 0 is end of file.
    pub bytes: usize,
    /// Descriptors that came with them, close-on-exec.
    pub fds: Vec<OwnedFd>,
    /// The kernel dropped descriptors that did not fit.
    pub truncated: bool,
}

fn stream() -> io::Result<OwnedFd> {
    // SAFETY: no memory is passed.
    let fd = check(unsafe { libc::socket(libc::AF_UNIX, libc::SOCK_STREAM | libc::SOCK_CLOEXEC, 0) })?;
    // SAFETY: socket succeeded, so the number is open and nobody else owns it.
    Ok(unsafe { OwnedFd::from_raw_fd(fd) })
}

/// The address of a path.
pub(crate) fn address(path: &Path) -> io::Result<(libc::sockaddr_un, libc::socklen_t)> {
    let bytes = path.as_os_str().as_bytes();
    // SAFETY: sockaddr_un is plain integers, for which zero is valid.
    let mut address: libc::sockaddr_un = unsafe { std::mem::zeroed() };
    address.sun_family = libc::AF_UNIX as libc::sa_family_t;
    // One byte stays for the terminator. An empty path or a leading NUL would mean an unnamed or abstract address.
    if bytes.is_empty() || bytes.contains(&0) {
        return Err(io::Error::from_raw_os_error(libc::EINVAL));
    }
    if bytes.len() >= address.sun_path.len() {
        return Err(io::Error::from_raw_os_error(libc::ENAMETOOLONG));
    }
    for (to, from) in address.sun_path.iter_mut().zip(bytes) {
        *to = libc::c_char::from_ne_bytes([*from]);
    }
    let length = std::mem::offset_of!(libc::sockaddr_un, sun_path).saturating_add(bytes.len()).saturating_add(1);
    Ok((address, libc::socklen_t::try_from(length).map_err(|_| io::ErrorKind::InvalidInput)?))
}

/// Connects a blocking, close-on-exec stream to the socket at `path`. Abstract addresses are not offered. With a timeout
/// it waits no longer than that for room in the listener's queue.
///
/// # Errors
/// EINVAL for an empty path or one with a NUL, ENAMETOOLONG beyond 107 bytes, EAGAIN after the timeout, else those of
/// connect(2).
pub fn connect_unix(path: &Path, timeout: Option<Duration>) -> io::Result<OwnedFd> {
    let (address, length) = address(path)?;
    let socket = stream()?;
    if let Some(timeout) = timeout {
        // Zero would mean to wait without end.
        set_send_timeout(&socket, timeout.max(Duration::from_micros(1)))?;
    }
    retry(|| {
        // SAFETY: `address` is a live sockaddr_un of which `length` bytes are initialised.
        check(unsafe { libc::connect(socket.as_raw_fd(), (&raw const address).cast(), length) })
    })?;
    if timeout.is_some() {
        set_send_timeout(&socket, Duration::ZERO)?;
    }
    Ok(socket)
}

/// How long a send, or a connect to a UNIX socket, may wait; zero is without end.
fn set_send_timeout(socket: &OwnedFd, timeout: Duration) -> io::Result<()> {
    let value = libc::timeval {
        // What fits the narrowest type of seconds is 68 years.
        tv_sec: i32::try_from(timeout.as_secs()).unwrap_or(i32::MAX).into(),
        tv_usec: timeout.subsec_micros().cast_signed().into(),
    };
    let length = libc::socklen_t::try_from(size_of_val(&value)).unwrap_or_default();
    // SAFETY: `value` is a live timeval of `length` bytes.
    check(unsafe {
        libc::setsockopt(socket.as_raw_fd(), libc::SOL_SOCKET, libc::SO_SNDTIMEO, (&raw const value).cast(), length)
    })
    .map(drop)
}

/// A pair of connected, blocking, close-on-exec streams.
///
/// # Errors
/// Those of socketpair(2).
pub fn socketpair() -> io::Result<(OwnedFd, OwnedFd)> {
    let mut ends: [RawFd; 2] = [-1; 2];
    let kind = libc::SOCK_STREAM | libc::SOCK_CLOEXEC;
    // SAFETY: `ends` is a live array of two ints, which is what socketpair fills.
    check(unsafe { libc::socketpair(libc::AF_UNIX, kind, 0, ends.as_mut_ptr()) })?;
    let [one, other] = ends;
    // SAFETY: socketpair succeeded, so the number is open and nobody else owns it.
    let one = unsafe { OwnedFd::from_raw_fd(one) };
    // SAFETY: as above, the other end.
    let other = unsafe { OwnedFd::from_raw_fd(other) };
    Ok((one, other))
}

/// Ends the connection in both directions: a thread that sleeps in a receive wakes with end of file. The descriptor
/// stays open. Errors are of no use here (the peer may have been faster) and are not reported.
pub fn shutdown(fd: BorrowedFd<'_>) {
    // SAFETY: no memory is passed.
    unsafe { libc::shutdown(fd.as_raw_fd(), libc::SHUT_RDWR) };
}

/// Switches O_NONBLOCK, leaving the other status flags alone.
///
/// # Errors
/// Those of fcntl(2).
pub fn set_nonblocking(fd: BorrowedFd<'_>, on: bool) -> io::Result<()> {
    // SAFETY: F_GETFL takes no argument.
    let flags = check(unsafe { libc::fcntl(fd.as_raw_fd(), libc::F_GETFL) })?;
    let wanted = if on { flags | libc::O_NONBLOCK } else { flags & !libc::O_NONBLOCK };
    // SAFETY: F_SETFL takes an int.
    check(unsafe { libc::fcntl(fd.as_raw_fd(), libc::F_SETFL, wanted) }).map(drop)
}

/// Sends bytes without raising SIGPIPE; answers how many the kernel took. With `wait` false it never sleeps
/// (`WouldBlock`), whatever the mode of `fd`.
///
/// # Errors
/// Those of send(2) except EINTR.
pub fn send(fd: BorrowedFd<'_>, bytes: &[u8], wait: bool) -> io::Result<usize> {
    let flags = libc::MSG_NOSIGNAL | if wait { 0 } else { libc::MSG_DONTWAIT };
    retry(|| {
        // SAFETY: `bytes` is a live buffer of that length.
        let sent = unsafe { libc::send(fd.as_raw_fd(), bytes.as_ptr().cast(), bytes.len(), flags) };
        usize::try_from(sent).map_err(|_| io::Error::last_os_error())
    })
}

/// Receives bytes; 0 is end of file. Descriptors the peer attached are discarded by the kernel. With `wait` false it
/// never sleeps (`WouldBlock`), whatever the mode of `fd`.
///
/// # Errors
/// Those of recv(2) except EINTR.
pub fn recv(fd: BorrowedFd<'_>, buffer: &mut [u8], wait: bool) -> io::Result<usize> {
    let flags = if wait { 0 } else { libc::MSG_DONTWAIT };
    retry(|| {
        // SAFETY: `buffer` is live, exclusively borrowed and of that length.
        let got = unsafe { libc::recv(fd.as_raw_fd(), buffer.as_mut_ptr().cast(), buffer.len(), flags) };
        usize::try_from(got).map_err(|_| io::Error::last_os_error())
    })
}

/// An empty message header over one buffer.
fn message(iov: &mut libc::iovec) -> libc::msghdr {
    // SAFETY: msghdr is integers and pointers, for which zero is valid.
    let mut header: libc::msghdr = unsafe { std::mem::zeroed() };
    header.msg_iov = iov;
    header.msg_iovlen = 1;
    header
}

/// Sends bytes with descriptors attached to the first of them; at least one byte must be sent, at most [`MAX_FDS`]
/// descriptors. Answers how many bytes the kernel took: if any, all descriptors went with them. With `wait` false it
/// never sleeps.
///
/// # Errors
/// EINVAL when there is no byte or there are too many descriptors, else those of sendmsg(2) except EINTR.
pub fn send_with_fds(fd: BorrowedFd<'_>, bytes: &[u8], fds: &[BorrowedFd<'_>], wait: bool) -> io::Result<usize> {
    if fds.is_empty() {
        return send(fd, bytes, wait);
    }
    let flags = libc::MSG_NOSIGNAL | if wait { 0 } else { libc::MSG_DONTWAIT };
    if bytes.is_empty() || fds.len() > MAX_FDS {
        return Err(io::Error::from_raw_os_error(libc::EINVAL));
    }
    let mut numbers: [RawFd; MAX_FDS] = [-1; MAX_FDS];
    for (to, from) in numbers.iter_mut().zip(fds) {
        *to = from.as_raw_fd();
    }
    let size = u32::try_from(std::mem::size_of::<RawFd>().saturating_mul(fds.len()))
        .map_err(|_| io::ErrorKind::InvalidInput)?;
    let mut control = [0u64; CONTROL_WORDS];
    let mut iov = libc::iovec { iov_base: bytes.as_ptr().cast_mut().cast(), iov_len: bytes.len() };
    let mut header = message(&mut iov);
    header.msg_control = control.as_mut_ptr().cast();
    // SAFETY: pure arithmetic.
    let space = unsafe { libc::CMSG_SPACE(size) };
    header.msg_controllen = space.try_into().map_err(|_| io::ErrorKind::InvalidInput)?;
    // SAFETY: the header names a control buffer of at least CMSG_SPACE(MAX_FDS ints) bytes.
    let first = unsafe { libc::CMSG_FIRSTHDR(&raw const header) };
    // SAFETY: pure arithmetic.
    let length = unsafe { libc::CMSG_LEN(size) };
    // SAFETY: integers only, for which zero is valid; some C libraries pad between them.
    let mut entry: libc::cmsghdr = unsafe { std::mem::zeroed() };
    entry.cmsg_len = length.try_into().map_err(|_| io::ErrorKind::InvalidInput)?;
    entry.cmsg_level = libc::SOL_SOCKET;
    entry.cmsg_type = libc::SCM_RIGHTS;
    // SAFETY: `first` points at the start of `control`, aligned for a cmsghdr and large enough.
    unsafe { first.write(entry) };
    // SAFETY: `first` is a valid cmsghdr inside `control`.
    let data = unsafe { libc::CMSG_DATA(first) };
    // SAFETY: `size` bytes of `numbers` are live, and CMSG_SPACE left that room after the header.
    unsafe { std::ptr::copy_nonoverlapping(numbers.as_ptr().cast(), data, size as usize) };
    retry(|| {
        // SAFETY: every pointer in the header names a live buffer with the stated length.
        let sent = unsafe { libc::sendmsg(fd.as_raw_fd(), &raw const header, flags) };
        usize::try_from(sent).map_err(|_| io::Error::last_os_error())
    })
}

/// Receives bytes and the descriptors attached to them (close-on-exec). With `wait` false it never sleeps.
///
/// # Errors
/// Those of recvmsg(2) except EINTR.
pub fn recv_with_fds(fd: BorrowedFd<'_>, buffer: &mut [u8], wait: bool) -> io::Result<Received> {
    let mut control = [0u64; CONTROL_WORDS];
    let mut iov = libc::iovec { iov_base: buffer.as_mut_ptr().cast(), iov_len: buffer.len() };
    let mut header = message(&mut iov);
    let flags = libc::MSG_CMSG_CLOEXEC | if wait { 0 } else { libc::MSG_DONTWAIT };
    let bytes = retry(|| {
        header.msg_control = control.as_mut_ptr().cast();
        header.msg_controllen = CONTROL_LENGTH;
        // SAFETY: every pointer in the header names a live, exclusively borrowed buffer with the stated length.
        let got = unsafe { libc::recvmsg(fd.as_raw_fd(), &raw mut header, flags) };
        usize::try_from(got).map_err(|_| io::Error::last_os_error())
    })?;
    let truncated = header.msg_flags & libc::MSG_CTRUNC != 0;
    Ok(Received { bytes, fds: take_fds(&header), truncated })
}

/// Takes ownership of every descriptor in a message the kernel just filled.
fn take_fds(header: &libc::msghdr) -> Vec<OwnedFd> {
    let mut fds = Vec::new();
    // SAFETY: the kernel filled the control buffer and set its length.
    let mut entry = unsafe { libc::CMSG_FIRSTHDR(header) };
    while !entry.is_null() {
        // SAFETY: CMSG_FIRSTHDR and CMSG_NXTHDR only answer entries that lie inside the control buffer.
        let found = unsafe { entry.read() };
        if found.cmsg_level == libc::SOL_SOCKET && found.cmsg_type == libc::SCM_RIGHTS {
            // SAFETY: pure arithmetic.
            let overhead = unsafe { libc::CMSG_LEN(0) } as ControlLength;
            let bytes: ControlLength = found.cmsg_len.saturating_sub(overhead);
            let count = (bytes as usize).checked_div(std::mem::size_of::<RawFd>()).unwrap_or_default();
            // SAFETY: `entry` is a valid cmsghdr of the buffer.
            let data = unsafe { libc::CMSG_DATA(entry) }.cast::<RawFd>();
            for index in 0..count {
                // SAFETY: the kernel wrote `count` ints behind the header.
                let slot = unsafe { data.add(index) };
                // SAFETY: as above; the address may be unaligned for an int.
                let number = unsafe { slot.read_unaligned() };
                // SAFETY: the kernel installed this descriptor for us; nobody else owns it.
                fds.push(unsafe { OwnedFd::from_raw_fd(number) });
            }
        }
        // SAFETY: `entry` is a valid cmsghdr of this header.
        entry = unsafe { libc::CMSG_NXTHDR(header, entry) };
    }
    fds
}

/// The credentials of the process that connected (or made the pair).
///
/// # Errors
/// Those of getsockopt(2) with SO_PEERCRED.
pub fn peer_credentials(fd: BorrowedFd<'_>) -> io::Result<Credentials> {
    let mut found = libc::ucred { pid: 0, uid: 0, gid: 0 };
    let mut length =
        libc::socklen_t::try_from(std::mem::size_of_val(&found)).map_err(|_| io::ErrorKind::InvalidInput)?;
    // SAFETY: `found` is a live ucred of `length` bytes.
    check(unsafe {
        libc::getsockopt(fd.as_raw_fd(), libc::SOL_SOCKET, libc::SO_PEERCRED, (&raw mut found).cast(), &raw mut length)
    })?;
    Ok(Credentials { pid: found.pid, uid: found.uid, gid: found.gid })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::fd::AsFd;

    fn close_on_exec(fd: BorrowedFd<'_>) -> bool {
        // SAFETY: F_GETFD takes no argument.
        unsafe { libc::fcntl(fd.as_raw_fd(), libc::F_GETFD) & libc::FD_CLOEXEC != 0 }
    }

    #[test]
    fn control_room_fits_the_limit() {
        // SAFETY: pure arithmetic.
        let space = unsafe { libc::CMSG_SPACE((MAX_FDS * 4) as u32) } as usize;
        assert!(CONTROL_WORDS * 8 >= space);
    }

    #[test]
    fn bytes_then_end_of_file() {
        let (a, b) = socketpair().unwrap();
        assert_eq!(send(a.as_fd(), b"hello", true).unwrap(), 5);
        let mut buffer = [0; 16];
        assert_eq!(recv(b.as_fd(), &mut buffer, true).unwrap(), 5);
        assert_eq!(recv(b.as_fd(), &mut buffer, false).unwrap_err().kind(), io::ErrorKind::WouldBlock);
        drop(a);
        assert_eq!(recv(b.as_fd(), &mut buffer, true).unwrap(), 0);
        assert_eq!(send(b.as_fd(), b"x", true).unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn thirty_two_descriptors_arrive_close_on_exec() {
        let (a, b) = socketpair().unwrap();
        let (reader, _writer) = crate::pipe().unwrap();
        let all = [reader.as_fd(); MAX_FDS];
        assert_eq!(send_with_fds(a.as_fd(), b"z", &all, true).unwrap(), 1);
        let mut buffer = [0; 8];
        let got = recv_with_fds(b.as_fd(), &mut buffer, true).unwrap();
        assert_eq!((got.bytes, got.fds.len(), got.truncated), (1, MAX_FDS, false));
        assert!(got.fds.iter().all(|fd| close_on_exec(fd.as_fd())));
        assert!(close_on_exec(a.as_fd()) && close_on_exec(reader.as_fd()));
        let many = [reader.as_fd(); MAX_FDS + 1];
        assert!(send_with_fds(a.as_fd(), b"z", &many, true).is_err());
        assert!(send_with_fds(a.as_fd(), b"", &all, true).is_err());
    }

    #[test]
    fn paths_are_checked() {
        let errno = |path: &str| connect_unix(Path::new(path), None).unwrap_err().raw_os_error();
        assert_eq!(errno(""), Some(libc::EINVAL));
        assert_eq!(errno("\0abstract"), Some(libc::EINVAL));
        assert_eq!(errno(&"x".repeat(108)), Some(libc::ENAMETOOLONG));
        assert_eq!(errno("/nonexistent/socket"), Some(libc::ENOENT));
    }

    #[test]
    fn connects_and_knows_the_peer() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("sock");
        let _listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let socket = connect_unix(&path, None).unwrap();
        let peer = peer_credentials(socket.as_fd()).unwrap();
        assert_eq!(peer, Credentials { pid: crate::pid(), uid: crate::euid(), gid: crate::egid() });
        assert!(close_on_exec(socket.as_fd()));
    }
}
