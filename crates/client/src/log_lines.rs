//! Log lines of an open connection: calls and their ends, events, pings, and why the connection ended.
use oxivirt_log::{Level, log, source};
use oxivirt_protocol::Program;
use oxivirt_rpc::{Cause, Header, Notice};
use std::fmt::{self, Display};

/// A procedure by its program's name and its C name, or by numbers.
struct Named(Program, u32);

impl Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(program, procedure) = *self;
        match program.procedure(procedure) {
            Some(info) => f.write_str(&info.c_name()),
            None => write!(f, "procedure {procedure} of program {:#x}", program.0),
        }
    }
}

fn of(header: &Header) -> Named {
    Named(Program(header.program), header.procedure)
}

/// A call is about to be sent and has no serial yet; `bytes` counts the whole frame.
#[inline]
pub(crate) fn call(header: &Header, bytes: usize) {
    log!(source::RPC_PROGRAM, Debug, "call", "{}, {bytes} bytes", of(header));
}

/// A call ended; `how` says with what.
#[inline]
pub(crate) fn ended(header: &Header, serial: u32, how: &dyn Display) {
    if source::RPC_PROGRAM.wants(Level::Debug) {
        reply(header, serial, how);
    }
}

#[cold]
fn reply(header: &Header, serial: u32, how: &dyn Display) {
    log!(source::RPC_PROGRAM, Debug, "reply", "{} serial {serial}: {how}", of(header));
}

/// An event is passed on.
#[inline]
pub(crate) fn event(header: &Header, bytes: usize) {
    log!(source::REMOTE_EVENT, Debug, "event", "{}, {bytes} bytes", of(header));
}

/// Pings are sent from now on: after so many seconds of silence; none with 0 or less.
pub(crate) fn keepalive(interval: i32, count: u32) {
    log!(source::RPC_KEEPALIVE, Debug, "keepalive", "interval {interval} s, count {count}");
}

/// The connection ended without being closed by this side. No warning: those reach standard error of programs that
/// asked for no log, and callers and close callbacks are told anyway.
pub(crate) fn lost(cause: &Cause) {
    log!(source::RPC_CLIENT, Info, "lost", "the connection ended: {cause}");
}

/// Warns as stock versions of this library do, and in their words.
#[cold]
pub(crate) fn notice(notice: &Notice) {
    match notice {
        Notice::PongDropped => {
            log!(source::RPC_CLIENT, Warning, "virNetClientCallDispatch", "Could not queue keepalive response");
        }
        Notice::PingDropped => {
            log!(source::RPC_CLIENT, Warning, "virNetClientIOEventLoop", "Could not queue keepalive request");
        }
        // A server's.
        Notice::UnexpectedKind(_) => {}
        Notice::LateReply(_) => log!(
            source::RPC_CLIENT,
            Warning,
            "virNetClientIOEventLoopRemoveDone",
            "Got a call expecting a reply but without a waiting thread"
        ),
        Notice::StreamStatus(header) => log!(
            source::RPC_CLIENT,
            Warning,
            "virNetClientCallDispatchStream",
            "Stream with unexpected serial={}, proc={}, status={}",
            header.serial.cast_signed(),
            header.procedure.cast_signed(),
            header.status.0.cast_signed()
        ),
    }
}

/// Certificates are not quite what they should be.
pub(crate) fn certificates(warnings: &[oxivirt_tls::Warning]) {
    for warning in warnings {
        // What the stock library's function belongs to.
        if warning.function.starts_with("virNetTLSCert") {
            log!(source::RPC_TLS_CERTIFICATE, Warning, warning.function, "{}", warning.text);
        } else {
            log!(source::RPC_TLS, Warning, warning.function, "{}", warning.text);
        }
    }
}

/// SASL protects the connection, but weakly.
pub(crate) fn weak_protection(strength: u32, wanted: u32) {
    log!(
        source::REMOTE,
        Warning,
        "remoteAuthSASL",
        "negotiation SSF {strength} lower than {wanted} will be deprecated. Please upgrade your ciphers."
    );
}

/// A ping could not be sent; `link` tells connections apart.
#[cold]
pub(crate) fn ping_failed(link: *const ()) {
    log!(source::RPC_KEEPALIVE, Warning, "virKeepAliveTimer", "Failed to send keepalive request to client {link:p}");
}

/// The program closes the connection to `daemon`.
pub(crate) fn closing(daemon: &str) {
    log!(source::RPC_CLIENT, Debug, "close", "closing the connection to {daemon}");
}
