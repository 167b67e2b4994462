//! Errors of the daemon itself, in the words of the stock daemon: clients match on some of them.
use crate::group::Group;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};
use oxivirt_protocol::{ProcedureInfo, error_to_wire, net};
use oxivirt_rpc::Header;
use oxivirt_xdr::{Encode, Writer};

/// What begins every error of the codec.
const UNDECODABLE: &[u8] = b"Unable to decode message payload";

pub(crate) fn rpc(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::RPC, ErrorCode::RPC, text)
}

pub(crate) fn internal(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::RPC, ErrorCode::INTERNAL_ERROR, text)
}

/// An argument of a function that has no section of its own.
pub(crate) fn invalid(text: impl AsRef<[u8]>) -> Error {
    Error::new(ErrorDomain::NONE, ErrorCode::INVALID_ARG, text)
}

pub(crate) fn no_program(header: &Header) -> Error {
    rpc(message!("Cannot find program %1$d version %2$d", header.program.cast_signed(), header.version.cast_signed()))
}

pub(crate) fn bad_status(header: &Header) -> Error {
    rpc(message!("Unexpected message status %1$u", header.status.0))
}

pub(crate) fn unknown_procedure(header: &Header) -> Error {
    rpc(message!("unknown procedure: %1$d", header.procedure.cast_signed()))
}

pub(crate) fn authentication_required() -> Error {
    rpc(message!("authentication required"))
}

pub(crate) fn authentication_failed() -> Error {
    Error::new(ErrorDomain::RPC, ErrorCode::AUTH_FAILED, message!("authentication failed"))
}

/// The access driver does not allow a call to a driver of this name.
pub(crate) fn access_denied(driver: &[u8]) -> Error {
    Error::new(ErrorDomain::ACCESS, ErrorCode::ACCESS_DENIED, message!("'%1$s' denied access", driver))
}

/// A call before the connection is open. The stock daemon keeps a connection for each kind of object and names the one that is
/// missing.
pub(crate) fn not_open(info: ProcedureInfo) -> Error {
    if Group::of(info).is_some() { no_connection() } else { internal(message!("hypervisor connection not open")) }
}

/// A connection that no URI was given for.
pub(crate) fn no_connection() -> Error {
    internal(message!("connection not open"))
}

/// The daemon behind has gone.
pub(crate) fn closed() -> Error {
    internal(message!("client socket is closed"))
}

pub(crate) fn undecodable() -> Error {
    rpc(message!("Unable to decode message payload"))
}

pub(crate) fn panicked() -> Error {
    internal("the call ended in a way that the daemon does not expect; see its log")
}

/// Returns the error as it goes to the client: a method that is not written is a function that is not supported, and what exactly
/// could not be decoded is for the log.
pub(crate) fn for_client(error: Error, info: ProcedureInfo) -> Error {
    if error.is_missing_method() {
        return info.function.unsupported();
    }
    let codec = (error.domain, error.code) == (ErrorDomain::RPC, ErrorCode::RPC);
    if codec && error.message.starts_with(UNDECODABLE) { undecodable() } else { error }
}

/// Encodes an error for the wire.
pub(crate) fn encoded(error: &Error) -> Vec<u8> {
    let mut body = Vec::new();
    let max = net::MESSAGE_PAYLOAD_MAX as usize;
    if error_to_wire(error).encode(&mut Writer::new(&mut body, max)).is_err() {
        // A text beyond the limit of texts: code and domain are what programs look at.
        body.clear();
        let short = Error::bare(error.domain, error.code);
        // This one has texts of this library only.
        let _ = error_to_wire(&short).encode(&mut Writer::new(&mut body, max));
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_protocol::{error_from_wire, remote};

    #[test]
    fn a_missing_method_names_the_public_function() {
        let info = remote::Procedure::DOMAIN_GET_INFO.info().unwrap();
        let error = for_client(Error::missing_method("domain_get_info"), info);
        let text = "this function is not supported by the connection driver: virDomainGetInfo";
        assert_eq!((error.code, error.domain), (ErrorCode::NO_SUPPORT, ErrorDomain::DOMAIN));
        assert_eq!(error.text(), text);
    }

    #[test]
    fn a_text_beyond_the_limit_does_not_hide_the_error() {
        let long = Error::new(ErrorDomain::TEST, ErrorCode::NO_DOMAIN, vec![b'x'; 5 << 20]);
        let told = error_from_wire(&encoded(&long));
        assert_eq!((told.code, told.domain), (ErrorCode::NO_DOMAIN, ErrorDomain::TEST));
    }

    #[test]
    fn which_connection_is_not_open() {
        let text = |procedure: remote::Procedure| not_open(procedure.info().unwrap()).text().into_owned();
        assert_eq!(text(remote::Procedure::NODE_GET_INFO), "internal error: hypervisor connection not open");
        assert_eq!(text(remote::Procedure::NETWORK_LOOKUP_BY_NAME), "internal error: connection not open");
        assert_eq!(text(remote::Procedure::SECRET_GET_VALUE), "internal error: connection not open");
    }
}
