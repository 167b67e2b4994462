//! Telling systemd how the daemon is (sd_notify(3)). Without NOTIFY_SOCKET, or when it does not listen, nobody is told.
use std::os::linux::net::SocketAddrExt;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::{SocketAddr, UnixDatagram};

fn tell(text: &str) {
    let Some(to) = oxivirt_sys::variable("NOTIFY_SOCKET") else { return };
    let to = to.as_bytes();
    let address = match to.strip_prefix(b"@") {
        Some(name) => SocketAddr::from_abstract_name(name),
        None => SocketAddr::from_pathname(std::path::Path::new(std::ffi::OsStr::from_bytes(to))),
    };
    if let (Ok(address), Ok(socket)) = (address, UnixDatagram::unbound()) {
        let _ = socket.set_nonblocking(true);
        let _ = socket.send_to_addr(text.as_bytes(), &address);
    }
}

/// The daemon serves.
pub(crate) fn ready() {
    tell("READY=1");
}

/// The daemon reads again what it can; [`ready`] follows.
pub(crate) fn reloading() {
    let now = oxivirt_sys::boot_clock().as_micros();
    tell(&format!("RELOADING=1\nMONOTONIC_USEC={now}"));
}

/// The daemon ends, which may take so many seconds.
pub(crate) fn stopping(seconds: u64) {
    tell("STOPPING=1");
    tell(&format!("EXTEND_TIMEOUT_USEC={}", seconds.saturating_mul(1_000_000)));
}
