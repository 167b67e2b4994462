//! A daemon that listens on a TCP port. Nothing protects the bytes but the layers above.
use super::resolver::{self, NoAnswer};
use crate::choice::Target;
use crate::error;
use crate::link::Channel;
use crate::steps::{self, Step};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::errno::{EAFNOSUPPORT, ENOENT};
use std::ffi::CString;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::time::Instant;

/// Where daemons listen without TLS.
const PORT: u16 = 16509;

/// Reaches the daemon of a target over TCP.
///
/// # Errors
/// Those of [`connect_tcp`].
pub(super) fn connect(target: &Target, deadline: Option<Instant>) -> Result<Channel> {
    let port = if target.port == 0 { PORT } else { target.port };
    let socket = connect_tcp(&target.hostname, port, deadline)?;
    Ok(Channel { secure: false, passes_fds: false, ..Channel::local(socket, shown(&target.hostname, port)) })
}

/// Host and port for messages.
pub(super) fn shown(host: &[u8], port: u16) -> String {
    format!("{}:{port}", String::from_utf8_lossy(host))
}

/// Connects to a host: all its addresses are tried in the resolver's order until the deadline passes.
///
/// # Errors
/// The name has no address, or nobody answers at any; then the last reason is told. Or the deadline passes.
pub(crate) fn connect_tcp(host: &[u8], port: u16, deadline: Option<Instant>) -> Result<OwnedFd> {
    let started = Instant::now();
    let name = CString::new(host).map_err(|_| {
        let text = [b"host name '".as_slice(), host, b"' contains a NUL byte"].concat();
        Error::new(ErrorDomain::RPC, ErrorCode::INVALID_ARG, text)
    })?;
    let late = |doing| error::not_reached(Path::new(&shown(host, port)), doing, started);
    let addresses = resolver::resolve(&name, port, deadline).map_err(|why| match why {
        NoAnswer::Unresolved(reason) => {
            let text = message!("Unable to resolve address '%1$s' service '%2$s': %3$s", host, port, reason.0);
            Error::new(ErrorDomain::RPC, ErrorCode::SYSTEM_ERROR, text)
        }
        NoAnswer::Late => late("resolving the host's name"),
        NoAnswer::Crowded => late("resolving the host's name: too many other names have no answer"),
    })?;
    steps::report(|| Step::Resolved {
        host: steps::text(host),
        addresses: addresses.iter().map(|one| one.ip().to_string()).collect(),
    });
    let mut last = ENOENT;
    for address in addresses {
        let to = || address.to_string();
        steps::report(|| Step::Connecting { to: to() });
        match oxivirt_sys::connect_tcp(address, deadline) {
            Ok(socket) => {
                steps::report(|| Step::Connected { to: to(), peer: None });
                return Ok(socket);
            }
            // The other addresses have no time left.
            Err(_) if error::late(deadline) => {
                return Err(late("connecting"));
            }
            Err(error) => last = error.raw_os_error().unwrap_or(EAFNOSUPPORT),
        }
    }
    Err(unreachable(host, port, last))
}

/// Returns the error of a host where nobody answers; `errno` says why.
pub(super) fn unreachable(host: &[u8], port: u16, errno: i32) -> Error {
    let text = message!("unable to connect to server at '%1$s:%2$s'", host, port);
    Error::system(ErrorDomain::RPC, errno, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::{TcpListener, TcpStream};

    #[test]
    fn errors_name_host_and_port() {
        // The port of a connection's near end: nobody comes to listen there. At another address than the one to connect from,
        // because a socket that is given the very port would connect to itself.
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let near = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let port = near.local_addr().unwrap().port();
        let error = connect_tcp(b"127.0.0.2", port, None).unwrap_err();
        assert_eq!(error.code, ErrorCode::SYSTEM_ERROR);
        assert_eq!(error.text(), format!("unable to connect to server at '127.0.0.2:{port}': Connection refused"));
        // Refused, but too late to be of interest.
        let error = connect_tcp(b"127.0.0.2", port, Some(Instant::now())).unwrap_err();
        assert_eq!(error.code, ErrorCode::OPERATION_TIMEOUT);
        let text = error.text().into_owned();
        let start = format!("no connection to '127.0.0.2:{port}' within ");
        assert!(text.contains(&start), "{text}");
        let error = connect_tcp(b"no.such.host.invalid", 7, None).unwrap_err();
        assert_eq!(error.code, ErrorCode::SYSTEM_ERROR);
        let text = error.text().into_owned();
        assert!(text.starts_with("Unable to resolve address 'no.such.host.invalid' service '7': "), "{text}");
        let error = connect_tcp(b"a\0b", 7, None).unwrap_err();
        assert_eq!(error.code, ErrorCode::INVALID_ARG);
    }
}
