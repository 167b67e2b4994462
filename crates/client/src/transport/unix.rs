//! A daemon's socket on this host.
use crate::channel::Channel;
use crate::choice::printed;
use oxivirt_model::{Error, ErrorDomain, Result};
use std::path::Path;

/// Connects to the socket at `path`.
///
/// # Errors
/// Nobody listens there, or the path is too long for an address.
pub(crate) fn connect_unix(path: &Path) -> Result<Channel> {
    /// ENAMETOOLONG, which the stock library reports as ENOMEM (12).
    const TOO_LONG: i32 = 36;
    let shown = printed(path);
    let socket = oxivirt_sys::connect_unix(path).map_err(|error| {
        let errno = error.raw_os_error().unwrap_or_default();
        if errno == TOO_LONG {
            let text = format!("Path {shown} too long for unix socket");
            return Error::system(ErrorDomain::RPC, 12, text);
        }
        Error::system(
            ErrorDomain::RPC,
            errno,
            format!("Failed to connect socket to '{shown}'"),
        )
    })?;
    Ok(Channel::local(socket, shown))
}
