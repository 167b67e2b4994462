//! The end of a connection becomes the error programs know: codes, domains and texts as the stock library has them.
use crate::link::TransportProcess;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_rpc::Cause;
use oxivirt_sys::errno::EIO;

/// Returns the error of a call that got no usable reply. A process that carried the connection may know more.
pub(crate) fn from_cause(cause: &Cause, transport_process: Option<&TransportProcess>) -> Error {
    let ended = matches!(cause, Cause::EndOfFile | Cause::Receive(_) | Cause::Send(_));
    let mut text = cause.message();
    if let Some(transport_process) = transport_process.filter(|_| ended) {
        if let Some(error) = transport_process.exit_error() {
            return error;
        }
        let words = transport_process.error_output();
        // The stock client shows even that nothing was said, except when it could not send.
        match cause {
            Cause::EndOfFile => text = message!("End of file while reading data: %1$s", words),
            Cause::Receive(_) => text = message!("Cannot recv data: %1$s", words),
            Cause::Send(_) if !words.is_empty() => text.extend_from_slice(format!(": {words}").as_bytes()),
            _ => {}
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
