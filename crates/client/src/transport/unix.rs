//! A daemon's socket on this host.
use super::start_daemon;
use super::unix_socket::connect_socket;
use crate::link::Channel;
use crate::steps::{self, Step};
use oxivirt_conf::{ProcessEnv, path_text};
use oxivirt_model::Result;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::time::Instant;

fn connect_or_start(path: &Path, program: Option<&Path>, deadline: Option<Instant>) -> Result<OwnedFd> {
    match program {
        None => connect_socket(path, deadline),
        Some(program) => start_daemon::connect_or_start(path, program, deadline, &ProcessEnv),
    }
}

/// The same as [`connect_unix`], for whoever speaks to the daemon without this library's engine.
pub(crate) fn connect_socket_of(path: &Path, program: Option<&Path>) -> Result<OwnedFd> {
    connect_or_start(path, program, None)
}

/// Connects to the socket at `path`; with `program` that daemon is started when nobody listens.
///
/// # Errors
/// Nobody listens there, the path is too long for an address, the daemon does not start, or the deadline passes.
pub(crate) fn connect_unix(path: &Path, program: Option<&Path>, deadline: Option<Instant>) -> Result<Channel> {
    let socket = connect_or_start(path, program, deadline)?;
    steps::report(|| Step::Connected { to: path_text(path), peer: steps::peer(&socket) });
    Ok(Channel::local(socket, path_text(path)))
}
