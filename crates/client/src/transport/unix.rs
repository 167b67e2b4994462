//! A daemon's socket on this host.
use crate::channel::Channel;
use crate::choice::{Process, printed};
use crate::error;
use crate::spawn;
use crate::steps::{self, Step};
use oxivirt_model::{Error, ErrorDomain, Result, message};
use oxivirt_sys::errno::{ECONNREFUSED, ENAMETOOLONG, ENOMEM};
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::time::Instant;

/// Connects to the socket at `path`; with `program` that daemon is started when nobody listens.
///
/// # Errors
/// Nobody listens there, the path is too long for an address, the daemon does not start, or the deadline passes.
pub(crate) fn connect_unix(path: &Path, program: Option<&Path>, deadline: Option<Instant>) -> Result<Channel> {
    let socket = match program {
        None => connect_socket(path, deadline)?,
        Some(program) => spawn::connect_or_start(path, program, deadline, &Process)?,
    };
    steps::tell(|| Step::Connected { to: printed(path), peer: steps::peer(&socket) });
    Ok(Channel::local(socket, printed(path)))
}

/// Connects to a socket where somebody listens. A daemon that accepts nothing keeps callers waiting once its queue is
/// full.
///
/// # Errors
/// Those of [`connect_unix`].
pub(crate) fn connect_socket(path: &Path, deadline: Option<Instant>) -> Result<OwnedFd> {
    let started = Instant::now();
    let left = deadline.map(|deadline| deadline.saturating_duration_since(started));
    let shown = printed(path);
    oxivirt_sys::connect_unix(path, left).map_err(|why| {
        if why.kind() == io::ErrorKind::WouldBlock {
            return error::not_reached(path, "its queue is full", started);
        }
        // Nobody can listen at an empty path, which the kernel would take for no address.
        let errno = if path.as_os_str().is_empty() { ECONNREFUSED } else { why.raw_os_error().unwrap_or_default() };
        if errno == ENAMETOOLONG {
            let text = message!("Path %1$s too long for unix socket", shown);
            return Error::system(ErrorDomain::RPC, ENOMEM, text);
        }
        let text = message!("Failed to connect socket to '%1$s'", shown);
        Error::system(ErrorDomain::RPC, errno, text)
    })
}
