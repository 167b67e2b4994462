//! Errors that more than one room makes: a process that was forked, deadlines that passed.
use oxivirt_conf::path_text;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::Program;
use std::path::Path;
use std::time::{Duration, Instant};

/// Returns the error of a connection that was opened before a fork.
pub(crate) fn forked() -> Error {
    Error::new(
        ErrorDomain::RPC,
        ErrorCode::INTERNAL_ERROR,
        "client socket is closed: the connection was opened before fork",
    )
}

/// No reply came in time.
pub(crate) fn timed_out(daemon: &str, program: Program, procedure: u32, waited: Duration) -> Error {
    let name = program.procedure(procedure).map_or("unknown procedure", |info| info.name);
    let text = format!("no reply from '{daemon}' to {name} within {:.3} s", waited.as_secs_f64());
    Error::new(ErrorDomain::RPC, ErrorCode::OPERATION_TIMEOUT, text)
}

/// Returns the error of a stream operation that waited too long for the daemon `doing` something.
pub(crate) fn stream_timed_out(daemon: &str, doing: &str, waited: Duration) -> Error {
    let text = format!("stream: '{daemon}' was not {doing} within {:.3} s", waited.as_secs_f64());
    Error::new(ErrorDomain::RPC, ErrorCode::OPERATION_TIMEOUT, text)
}

/// Returns true if a deadline has passed. For a thread that ends each has.
pub(crate) fn late(deadline: Option<Instant>) -> bool {
    oxivirt_sys::unwinding() || deadline.is_some_and(|deadline| Instant::now() >= deadline)
}

/// Returns the error of a daemon that could not be reached in time; `doing` is what took so long.
pub(crate) fn not_reached(daemon: &Path, doing: &str, since: Instant) -> Error {
    let text =
        format!("no connection to '{}' within {:.3} s ({doing})", path_text(daemon), since.elapsed().as_secs_f64());
    Error::new(ErrorDomain::RPC, ErrorCode::OPERATION_TIMEOUT, text)
}

/// Descriptors were to be passed over something else than a UNIX socket.
pub(crate) fn no_descriptors() -> Error {
    Error::new(
        ErrorDomain::RPC,
        ErrorCode::INTERNAL_ERROR,
        message!("Sending file descriptors is not supported on this socket"),
    )
}
