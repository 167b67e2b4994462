//! The user's ssh carries the connection. What runs on the other host is virt-ssh-helper or nc, as the stock client has
//! it; when it has neither, ssh forwards the daemon's socket by itself.
use super::process::Start;
use super::ssh_command::{arguments, forwarding};
use super::temp_dir::TempDir;
use crate::choice::Target;
use crate::link::{Channel, TransportProcess};
use oxivirt_conf::path_text;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_sys::Interest;
use oxivirt_sys::errno::{EIO, errno};
use std::os::fd::{AsFd, OwnedFd};
use std::time::Instant;

/// What ssh needs of the environment: keys, tickets, and how to ask the user.
pub(super) const PASSED: &[&str] =
    &["XDG_RUNTIME_DIR", "KRB5CCNAME", "SSH_AUTH_SOCK", "SSH_ASKPASS", "OPENSSL_CONF", "DISPLAY", "XAUTHORITY"];

/// Starts ssh. Whether it reaches the daemon is seen with the first call.
///
/// # Errors
/// The URI cannot be told to ssh, or it cannot be started.
pub(super) fn connect(target: &Target) -> Result<Channel> {
    let (socket, transport_process) = start(target, &arguments(target)?)?;
    Ok(channel(target, socket, transport_process))
}

fn start(target: &Target, arguments: &[Vec<u8>]) -> Result<(OwnedFd, TransportProcess)> {
    let start = Start {
        program: target.options.command.as_deref().unwrap_or(b"ssh"),
        arguments,
        passed: PASSED,
        set: &[],
        session: false,
    };
    start.start()
}

/// Returns a channel that ends at the other host's socket.
pub(super) fn channel(target: &Target, socket: OwnedFd, transport_process: TransportProcess) -> Channel {
    let path = target.socket.as_deref().map(path_text).unwrap_or_default();
    let host = String::from_utf8_lossy(&target.hostname);
    Channel {
        transport_process: Some(transport_process),
        passes_fds: false,
        ..Channel::local(socket, format!("{host}:{path}"))
    }
}

/// Reaches the daemon's socket by forwarding.
///
/// # Errors
/// ssh ends before the way is open, its answer is not there before the deadline, or no local socket can be made.
pub(super) fn connect_forwarded(target: &Target, deadline: Option<Instant>) -> Result<Channel> {
    let failed = |error: &std::io::Error, text: &[u8]| Error::system(ErrorDomain::RPC, errno(error), text);
    let temp_dir = TempDir::new().map_err(|error| failed(&error, b"Unable to make a folder"))?;
    let local = temp_dir.file("daemon");
    let (signal, transport_process) = start(target, &forwarding(target, &local)?)?;
    wait_open(target, &signal, &transport_process, deadline)?;
    let socket = oxivirt_sys::connect_unix(&local, None).map_err(|error| {
        let path = path_text(&local);
        failed(&error, &message!("Failed to connect socket to '%1$s'", path))
    })?;
    Ok(channel(target, socket, transport_process.with_input(signal)))
}

/// Waits for the line that ssh writes when everything is set up.
fn wait_open(
    target: &Target,
    signal: &OwnedFd,
    transport_process: &TransportProcess,
    deadline: Option<Instant>,
) -> Result<()> {
    let ended = |errno: i32| {
        let words = transport_process.error_output();
        let text = message!("End of file while reading data: %1$s", words);
        Error::system(ErrorDomain::RPC, errno, text)
    };
    let mut line = [0u8; 1];
    let seen = oxivirt_sys::wait_one(signal.as_fd(), Interest::READ, deadline);
    let seen = seen.map_err(|error| ended(errno(&error)))?;
    if seen.is_empty() {
        return Err(late(target));
    }
    match oxivirt_sys::recv(signal.as_fd(), &mut line, false) {
        Ok(1..) => Ok(()),
        Ok(0) => Err(ended(EIO)),
        Err(error) => Err(ended(errno(&error))),
    }
}

/// Returns the error of a deadline that passed before the connection was there.
pub(super) fn late(target: &Target) -> Error {
    let host = String::from_utf8_lossy(&target.hostname);
    let text = format!("no connection to '{host}' before the deadline");
    Error::new(ErrorDomain::RPC, ErrorCode::OPERATION_TIMEOUT, text)
}
