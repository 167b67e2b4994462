//! What failed on the way becomes the error programs know: codes, domains and texts as the stock library has them.
use crate::choice::printed;
use crate::transport::TransportProcess;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::Program;
use oxivirt_rpc::Cause;
use oxivirt_sys::errno::EIO;
use std::path::Path;
use std::time::{Duration, Instant};

/// The error of a call that got no usable reply. A process that carried the connection may know more.
pub(crate) fn from_cause(cause: &Cause, transport_process: Option<&TransportProcess>) -> Error {
    let ended = matches!(cause, Cause::EndOfFile | Cause::Receive(_) | Cause::Send(_));
    let mut text = cause.message();
    if let Some(transport_process) = transport_process.filter(|_| ended) {
        if let Some(error) = transport_process.verdict() {
            return error;
        }
        let words = transport_process.said();
        // The stock client shows even that nothing was said, except when it could not send.
        if !words.is_empty() || !matches!(cause, Cause::Send(_)) {
            text.extend_from_slice(b": ");
            text.extend_from_slice(words.as_bytes());
        }
    }
    let code = match cause {
        // What the stock library reports the end of a connection as.
        Cause::EndOfFile => return Error::system(ErrorDomain::RPC, EIO, text),
        Cause::Receive(errno) | Cause::Send(errno) => {
            return Error::system(ErrorDomain::RPC, *errno, text);
        }
        Cause::Local | Cause::Keepalive(_) | Cause::Layer(_) | Cause::WrongProcedure(..) => ErrorCode::INTERNAL_ERROR,
        Cause::TooManyCalls(_) => ErrorCode::OPERATION_FAILED,
        _ => ErrorCode::RPC,
    };
    Error::new(ErrorDomain::RPC, code, text)
}

/// The process was forked since the connection was opened.
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

/// A stream operation waited too long for the daemon `doing` something.
pub(crate) fn stream_timed_out(daemon: &str, doing: &str, waited: Duration) -> Error {
    let text = format!("stream: '{daemon}' was not {doing} within {:.3} s", waited.as_secs_f64());
    Error::new(ErrorDomain::RPC, ErrorCode::OPERATION_TIMEOUT, text)
}

/// Whether a deadline has passed. For a thread that ends each has.
pub(crate) fn late(deadline: Option<Instant>) -> bool {
    oxivirt_sys::unwinding() || deadline.is_some_and(|deadline| Instant::now() >= deadline)
}

/// The daemon could not be reached in time; `doing` is what took so long.
pub(crate) fn not_reached(daemon: &Path, doing: &str, since: Instant) -> Error {
    let text =
        format!("no connection to '{}' within {:.3} s ({doing})", printed(daemon), since.elapsed().as_secs_f64());
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
