//! The ways to reach a daemon. Each makes a [`Channel`]: a socket, the layers around it, the process behind it.
mod companion;
mod tcp;
mod unix;

pub(crate) use companion::Companion;
pub(crate) use unix::{connect_socket, connect_unix};

use crate::channel::Channel;
use crate::choice::{Target, Transport};
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result};
use std::time::Instant;

/// Reaches the daemon of a target; gives up at the deadline.
///
/// # Errors
/// The daemon cannot be reached, or is not who it should be.
pub(crate) fn connect(target: &Target, deadline: Option<Instant>) -> Result<Channel> {
    match (target.transport, &target.socket) {
        (Transport::Unix, Some(socket)) => {
            connect_unix(socket, target.program.as_deref(), deadline)
        }
        (Transport::Tcp, _) => tcp::connect(target, deadline),
        (transport, _) => Err(Error::new(
            ErrorDomain::REMOTE,
            ErrorCode::NO_SUPPORT,
            format!("transport '{}'", transport.name()),
        )),
    }
}
