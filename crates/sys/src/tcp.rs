//! TCP: name resolution as getaddrinfo(3) does it, and connecting with a deadline.
use crate::{Interest, check, set_nonblocking, wait_one};
use std::ffi::{CStr, CString};
use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd};
use std::time::Instant;

/// Why a name has no addresses, in the words of gai_strerror(3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unresolved(pub String);

/// The addresses of a host, in the order to try them. `host` may be a number; families without an address on this
/// machine are left out. It blocks as long as the resolver does.
///
/// # Errors
/// The resolver's reason.
pub fn resolve(host: &CStr, port: u16) -> Result<Vec<SocketAddr>, Unresolved> {
    look_up(host, port, 0)
}

/// [`resolve`] for an address in numbers, which does not block.
///
/// # Errors
/// The resolver's reason; that `host` is a name is one.
pub fn resolve_number(host: &CStr, port: u16) -> Result<Vec<SocketAddr>, Unresolved> {
    look_up(host, port, libc::AI_NUMERICHOST)
}

fn look_up(host: &CStr, port: u16, flags: libc::c_int) -> Result<Vec<SocketAddr>, Unresolved> {
    let service = CString::new(port.to_string()).unwrap_or_default();
    // SAFETY: addrinfo is integers and pointers, for which zero is valid.
    let mut hints: libc::addrinfo = unsafe { std::mem::zeroed() };
    hints.ai_family = libc::AF_UNSPEC;
    hints.ai_socktype = libc::SOCK_STREAM;
    hints.ai_flags = libc::AI_PASSIVE | libc::AI_ADDRCONFIG | libc::AI_V4MAPPED | flags;
    let mut list: *mut libc::addrinfo = std::ptr::null_mut();
    // SAFETY: both strings end with NUL, the hints are initialised, and `list` is a live place for the result.
    let code = unsafe { libc::getaddrinfo(host.as_ptr(), service.as_ptr(), &raw const hints, &raw mut list) };
    if code != 0 {
        // SAFETY: takes any number; the text is static.
        let text = unsafe { libc::gai_strerror(code) };
        // SAFETY: gai_strerror answers a string that ends with NUL and is never freed.
        let text = unsafe { CStr::from_ptr(text) };
        return Err(Unresolved(text.to_string_lossy().into_owned()));
    }
    let mut found = Vec::new();
    let mut entry = list;
    while !entry.is_null() {
        // SAFETY: a non-null entry of a list that is not freed yet.
        let info = unsafe { &*entry };
        found.extend(address(info));
        entry = info.ai_next;
    }
    // SAFETY: the list came from getaddrinfo and nothing points into it any more.
    unsafe { libc::freeaddrinfo(list) };
    Ok(found)
}

/// The address of one entry.
fn address(info: &libc::addrinfo) -> Option<SocketAddr> {
    match info.ai_family {
        libc::AF_INET if info.ai_addrlen as usize >= size_of::<libc::sockaddr_in>() => {
            // SAFETY: the family says which structure it is, and the length that it is all there.
            let inner = unsafe { info.ai_addr.cast::<libc::sockaddr_in>().read_unaligned() };
            let ip = Ipv4Addr::from(u32::from_be(inner.sin_addr.s_addr));
            Some(SocketAddrV4::new(ip, u16::from_be(inner.sin_port)).into())
        }
        libc::AF_INET6 if info.ai_addrlen as usize >= size_of::<libc::sockaddr_in6>() => {
            // SAFETY: as above.
            let inner = unsafe { info.ai_addr.cast::<libc::sockaddr_in6>().read_unaligned() };
            let ip = Ipv6Addr::from(inner.sin6_addr.s6_addr);
            let port = u16::from_be(inner.sin6_port);
            Some(SocketAddrV6::new(ip, port, inner.sin6_flowinfo, inner.sin6_scope_id).into())
        }
        _ => None,
    }
}

/// Connects a blocking, close-on-exec stream that sends small frames at once (TCP_NODELAY).
///
/// # Errors
/// ETIMEDOUT when the deadline passes, else those of socket(2) and connect(2).
pub fn connect_tcp(to: SocketAddr, deadline: Option<Instant>) -> io::Result<OwnedFd> {
    let family = match to {
        SocketAddr::V4(_) => libc::AF_INET,
        SocketAddr::V6(_) => libc::AF_INET6,
    };
    // SAFETY: no memory is passed.
    let fd = check(unsafe { libc::socket(family, libc::SOCK_STREAM | libc::SOCK_CLOEXEC, 0) })?;
    // SAFETY: socket succeeded, so the number is open and nobody else owns it.
    let socket = unsafe { OwnedFd::from_raw_fd(fd) };
    set_nonblocking(socket.as_fd(), true)?;
    match start_connect(&socket, to) {
        Ok(()) => {}
        // Interrupted, it goes on by itself like one that was told not to wait.
        Err(error) if matches!(error.raw_os_error(), Some(libc::EINPROGRESS | libc::EINTR)) => {
            if wait_one(socket.as_fd(), Interest::WRITE, deadline)?.is_empty() {
                return Err(io::Error::from_raw_os_error(libc::ETIMEDOUT));
            }
            match option(&socket, libc::SOL_SOCKET, libc::SO_ERROR)? {
                0 => {}
                errno => return Err(io::Error::from_raw_os_error(errno)),
            }
        }
        Err(error) => return Err(error),
    }
    set_nonblocking(socket.as_fd(), false)?;
    set_option(&socket, libc::IPPROTO_TCP, libc::TCP_NODELAY, 1)?;
    Ok(socket)
}

fn start_connect(socket: &OwnedFd, to: SocketAddr) -> io::Result<()> {
    with_address(to, |address, length| {
        // SAFETY: the address is live and of that length.
        check(unsafe { libc::connect(socket.as_raw_fd(), address, length) }).map(drop)
    })
}

/// Calls `with` with the address as system calls want it, which lives until `with` returns.
pub(crate) fn with_address<T>(to: SocketAddr, with: impl FnOnce(*const libc::sockaddr, libc::socklen_t) -> T) -> T {
    match to {
        SocketAddr::V4(to) => {
            // SAFETY: sockaddr_in is plain integers, for which zero is valid.
            let mut address: libc::sockaddr_in = unsafe { std::mem::zeroed() };
            address.sin_family = libc::AF_INET as libc::sa_family_t;
            address.sin_port = to.port().to_be();
            address.sin_addr.s_addr = u32::from(*to.ip()).to_be();
            with((&raw const address).cast(), size_of_val(&address) as libc::socklen_t)
        }
        SocketAddr::V6(to) => {
            // SAFETY: sockaddr_in6 is plain integers, for which zero is valid.
            let mut address: libc::sockaddr_in6 = unsafe { std::mem::zeroed() };
            address.sin6_family = libc::AF_INET6 as libc::sa_family_t;
            address.sin6_port = to.port().to_be();
            address.sin6_addr.s6_addr = to.ip().octets();
            address.sin6_flowinfo = to.flowinfo();
            address.sin6_scope_id = to.scope_id();
            with((&raw const address).cast(), size_of_val(&address) as libc::socklen_t)
        }
    }
}

fn option(socket: &OwnedFd, level: libc::c_int, name: libc::c_int) -> io::Result<libc::c_int> {
    let mut value: libc::c_int = 0;
    let mut length = size_of_val(&value) as libc::socklen_t;
    let to = (&raw mut value).cast();
    // SAFETY: `value` is a live int, and `length` says so.
    check(unsafe { libc::getsockopt(socket.as_raw_fd(), level, name, to, &raw mut length) })?;
    Ok(value)
}

pub(crate) fn set_option(
    socket: &OwnedFd,
    level: libc::c_int,
    name: libc::c_int,
    value: libc::c_int,
) -> io::Result<()> {
    let length = size_of_val(&value) as libc::socklen_t;
    let from = (&raw const value).cast();
    // SAFETY: `value` is a live int of that length.
    check(unsafe { libc::setsockopt(socket.as_raw_fd(), level, name, from, length) }).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::time::Duration;

    #[test]
    fn connects_and_sends_at_once() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let to = listener.local_addr().unwrap();
        assert_eq!(resolve(c"127.0.0.1", to.port()), Ok(vec![to]));
        assert_eq!(resolve_number(c"127.0.0.1", to.port()), Ok(vec![to]));
        assert!(resolve_number(c"localhost", to.port()).is_err());
        let socket = connect_tcp(to, None).unwrap();
        assert_eq!(option(&socket, libc::IPPROTO_TCP, libc::TCP_NODELAY).unwrap(), 1);
        let (mut peer, _) = listener.accept().unwrap();
        let mut stream = std::net::TcpStream::from(socket);
        stream.write_all(b"x").unwrap();
        let mut got = [0];
        peer.read_exact(&mut got).unwrap();
        assert_eq!(&got, b"x");
    }

    #[test]
    fn refusals_and_deadlines() {
        // The port of a connection's near end: nobody comes to listen there. At another address than the one to connect from,
        // because a socket that is given the very port would connect to itself.
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let near = std::net::TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let port = near.local_addr().unwrap().port();
        let refused = connect_tcp(([127, 0, 0, 2], port).into(), None).unwrap_err();
        assert_eq!(refused.raw_os_error(), Some(libc::ECONNREFUSED));
        assert!(resolve(c"no.such.host.invalid", 1).is_err());

        // A listener whose queue is full answers nothing: only the deadline ends the attempt.
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        // SAFETY: no memory is passed; the descriptor is open.
        assert_eq!(unsafe { libc::listen(listener.as_raw_fd(), 0) }, 0);
        let to = listener.local_addr().unwrap();
        let mut held = Vec::new();
        let late = loop {
            let deadline = Instant::now() + Duration::from_millis(50);
            match connect_tcp(to, Some(deadline)) {
                Ok(socket) => held.push(socket),
                Err(error) => break error,
            }
            assert!(held.len() < 100);
        };
        assert_eq!(late.raw_os_error(), Some(libc::ETIMEDOUT));
    }
}
