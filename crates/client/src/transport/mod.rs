//! The ways to reach a daemon. Each makes a [`Channel`]: a socket, the layers around it, the process behind it.
mod agent;
mod askpass;
mod ext;
mod host_key;
mod inherit;
mod library;
mod libssh;
mod login;
mod login_failure;
mod process;
mod resolver;
mod ssh;
mod ssh_command;
mod start_daemon;
mod tcp;
mod temp_dir;
mod tls;
mod unix;
mod unix_socket;

pub(crate) use unix::{connect_socket_of, connect_unix};

use crate::choice::{Target, Transport};
use crate::link::Channel;
use oxivirt_conf::Credentials;
use oxivirt_conf::ProcessEnv;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use std::time::Instant;

/// Reaches the daemon of a target; gives up at the deadline. `credentials` answer for transports that log in.
///
/// # Errors
/// The daemon cannot be reached, or is not who it should be.
pub(crate) fn connect(
    target: &Target,
    credentials: Option<&mut dyn Credentials>,
    deadline: Option<Instant>,
) -> Result<Channel> {
    match (target.transport, &target.socket) {
        (Transport::Unix, Some(socket)) => connect_unix(socket, target.program.as_deref(), deadline),
        (Transport::Tcp, _) => tcp::connect(target, deadline),
        (Transport::Ext, _) => ext::connect(target),
        (Transport::Ssh, Some(_)) => ssh::connect(target),
        (Transport::Libssh | Transport::Libssh2, Some(_)) => libssh::connect(target, credentials, deadline),
        (Transport::Tls, _) => tls::connect(target, deadline, &ProcessEnv),
        (transport, _) => {
            Err(Error::new(ErrorDomain::REMOTE, ErrorCode::NO_SUPPORT, format!("transport '{}'", transport.name())))
        }
    }
}

/// Another way to the same daemon, to be tried when the first one's process ended with `status` before a word of the
/// daemon arrived; `None` when there is none.
pub(crate) fn detour(target: &Target, status: Option<i32>, deadline: Option<Instant>) -> Option<Result<Channel>> {
    /// What a shell says about a command it does not find.
    const NOT_FOUND: i32 = 127;
    let missing = status == Some(NOT_FOUND) && ssh_command::socket_is_known(target);
    match target.transport {
        Transport::Ssh if missing => Some(ssh::connect_forwarded(target, deadline)),
        _ => None,
    }
}
