//! Numbers of system errors that are told rather than met: in errors of our own, and in what is expected of others.
use std::io;

pub use libc::{
    EACCES, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EAGAIN, ECONNREFUSED, ECONNRESET, EIO, EMFILE, ENAMETOOLONG,
    ENFILE, ENOENT, ENOMEM, ENOSPC, EOVERFLOW, EPIPE,
};

/// Returns the number of an error, `EIO` for one that has none.
#[must_use]
pub fn errno(error: &io::Error) -> i32 {
    error.raw_os_error().unwrap_or(EIO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_number() {
        assert_eq!(errno(&io::Error::from_raw_os_error(EPIPE)), 32);
        assert_eq!(errno(&io::Error::other("x")), 5);
    }
}
