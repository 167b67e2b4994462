//! What virt-ssh-helper needs at the far end of ssh: the socket of this host's daemon, without a word of the protocol.
use super::load;
use crate::choice::{self, Transport};
use crate::transport;
use oxivirt_conf::{ProcessEnv, Uri, path_text};
use oxivirt_model::Result;
use std::os::fd::OwnedFd;

/// Returns the socket's path and the connection to the daemon that a URI means, which is started where a user's daemon would be;
/// `None` if the URI leads to another host.
///
/// # Errors
/// The configuration is wrong, or the URI is none of a daemon's. The inner error is that of connecting.
pub fn connect_local(uri: &Uri, read_only: bool) -> Result<Option<(String, Result<OwnedFd>)>> {
    let conf = load("libvirt.conf")?;
    let target = choice::choose(Some(uri), read_only, &conf, &ProcessEnv)?;
    let (Transport::Unix, Some(socket)) = (target.transport, &target.socket) else { return Ok(None) };
    let connected = transport::connect_socket_of(socket, target.program.as_deref());
    Ok(Some((path_text(socket), connected)))
}
