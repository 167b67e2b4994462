//! Errors on the wire, and errors of the codec as errors of a call.

use oxivirt_model::{DomainRef, Error, ErrorCode, ErrorDomain, ErrorLevel, ErrorRecord, NetworkRef, message};
use oxivirt_xdr::{Decode, Reader, Str};

use crate::net::{MessageError, MessageNonnullDomain, MessageNonnullNetwork};

/// A body that could not be decoded; `name` is its IDL type, used when no field is named.
#[must_use]
#[cold]
pub fn decode_error(error: oxivirt_xdr::Error, name: &'static str) -> Error {
    body_error(message!("Unable to decode message payload"), error, name)
}

/// A body that could not be encoded; `name` is its IDL type, used when no field is named.
#[must_use]
#[cold]
pub fn encode_error(error: oxivirt_xdr::Error, name: &'static str) -> Error {
    body_error(message!("Unable to encode message payload"), error, name)
}

fn body_error(mut what: Vec<u8>, error: oxivirt_xdr::Error, name: &'static str) -> Error {
    what.extend_from_slice(format!(": {}", error.within(name)).as_bytes());
    Error::new(ErrorDomain::RPC, ErrorCode::RPC, what)
}

/// The error in the payload of a reply with status error.
///
/// Numbers are mapped as stock clients map them: a daemon that does not know a procedure means
/// `VIR_ERR_NO_SUPPORT`, and daemons of the 0.7 series numbered some codes differently.
#[must_use]
pub fn error_from_wire(payload: &[u8]) -> Error {
    let wire = match MessageError::decode(&mut Reader::new(payload)) {
        Ok(wire) => wire,
        Err(error) => return decode_error(error, "virNetMessageError"),
    };
    let own = |text: Option<Str<'_>>| text.map(|text| text.0.into_owned());
    let domain = ErrorDomain(wire.domain);
    let level = ErrorLevel(wire.level);
    let message = own(wire.message);
    let unknown = message.as_ref().is_some_and(|text| text.starts_with(b"unknown procedure"));
    let code = if unknown
        && matches!(domain, ErrorDomain::REMOTE | ErrorDomain::RPC)
        && (wire.code, level) == (ErrorCode::RPC.0, ErrorLevel::ERROR)
    {
        ErrorCode::NO_SUPPORT
    } else {
        renumber(ErrorCode(wire.code), domain)
    };
    Error::from(ErrorRecord {
        code,
        domain,
        level,
        message: message.unwrap_or_else(|| message!("Unknown error")),
        str1: own(wire.str1),
        str2: own(wire.str2),
        str3: own(wire.str3),
        int1: wire.int1,
        int2: wire.int2,
        dom: wire.dom.map(|dom| DomainRef { name: dom.name.0.into_owned(), uuid: dom.uuid, id: dom.id }),
        net: wire.net.map(|net| NetworkRef { name: net.name.0.into_owned(), uuid: net.uuid }),
    })
}

/// Undoes the numbering of the 0.7 series. A failure without a code would look like no failure to a program that asks
/// for its last error.
fn renumber(code: ErrorCode, domain: ErrorDomain) -> ErrorCode {
    match (code, domain) {
        (ErrorCode::OK, _) => ErrorCode::INTERNAL_ERROR,
        (ErrorCode::INVALID_NWFILTER | ErrorCode::NO_NWFILTER | ErrorCode::BUILD_FIREWALL, domain)
            if domain != ErrorDomain::NWFILTER =>
        {
            ErrorCode(code.0.wrapping_add(4))
        }
        (ErrorCode::WAR_NO_SECRET, ErrorDomain::QEMU) => ErrorCode::OPERATION_TIMEOUT,
        (ErrorCode::INVALID_SECRET, ErrorDomain::XEN) => ErrorCode::MIGRATE_PERSIST_FAILED,
        _ => code,
    }
}

/// The body of a reply with status error.
#[must_use]
pub fn error_to_wire(error: &Error) -> MessageError<'_> {
    fn text(bytes: &Option<Vec<u8>>) -> Option<Str<'_>> {
        bytes.as_deref().map(Str::from)
    }
    MessageError {
        code: error.code.0,
        domain: error.domain.0,
        message: Some(Str::from(error.message.as_slice())),
        level: error.level.0,
        dom: error.dom.as_ref().map(|dom| MessageNonnullDomain {
            name: Str::from(dom.name.as_slice()),
            uuid: dom.uuid,
            id: dom.id,
        }),
        str1: text(&error.str1),
        str2: text(&error.str2),
        str3: text(&error.str3),
        int1: error.int1,
        int2: error.int2,
        net: error
            .net
            .as_ref()
            .map(|net| MessageNonnullNetwork { name: Str::from(net.name.as_slice()), uuid: net.uuid }),
    }
}

#[cfg(test)]
mod tests {
    use oxivirt_model::Uuid;
    use oxivirt_xdr::{Encode, Writer};

    use super::*;

    fn send(error: &Error) -> Error {
        let mut bytes = Vec::new();
        error_to_wire(error).encode(&mut Writer::new(&mut bytes, 4096)).unwrap();
        error_from_wire(&bytes)
    }

    #[test]
    fn every_field_travels() {
        let error = Error::new(ErrorDomain::QEMU, ErrorCode::NO_DOMAIN, "x")
            .with_level(ErrorLevel::WARNING)
            .with_strings(Some(b"1".to_vec()), None, Some(vec![0xff]))
            .with_ints(-7, 8)
            .with_domain(DomainRef { name: b"d".to_vec(), uuid: Uuid([1; 16]), id: 3 })
            .with_network(NetworkRef { name: b"n".to_vec(), uuid: Uuid([2; 16]) });
        assert_eq!(send(&error), error);
        let plain = Error::raw(ErrorDomain::NONE, ErrorCode(4711), "new");
        assert_eq!(send(&plain), plain);
    }

    #[test]
    fn an_old_daemon_means_no_support() {
        let error = Error::new(ErrorDomain::RPC, ErrorCode::RPC, "unknown procedure: 456");
        assert_eq!(send(&error).code, ErrorCode::NO_SUPPORT);
        let error = Error::new(ErrorDomain::QEMU, ErrorCode::RPC, "unknown procedure: 456");
        assert_eq!(send(&error).code, ErrorCode::RPC);
    }

    #[test]
    fn numbers_of_the_0_7_series() {
        for (domain, sent, wanted) in [
            (ErrorDomain::SECRET, ErrorCode::INVALID_NWFILTER, ErrorCode::INVALID_SECRET),
            (ErrorDomain::NWFILTER, ErrorCode::INVALID_NWFILTER, ErrorCode::INVALID_NWFILTER),
            (ErrorDomain::QEMU, ErrorCode::BUILD_FIREWALL, ErrorCode::CONFIG_UNSUPPORTED),
            (ErrorDomain::QEMU, ErrorCode::WAR_NO_SECRET, ErrorCode::OPERATION_TIMEOUT),
            (ErrorDomain::XEN, ErrorCode::INVALID_SECRET, ErrorCode::MIGRATE_PERSIST_FAILED),
            (ErrorDomain::SECRET, ErrorCode::INVALID_SECRET, ErrorCode::INVALID_SECRET),
        ] {
            assert_eq!(send(&Error::bare(domain, sent)).code, wanted);
        }
    }

    #[test]
    fn an_error_without_code_is_an_error() {
        let error = Error::bare(ErrorDomain::QEMU, ErrorCode(0));
        assert_eq!(send(&error).code, ErrorCode::INTERNAL_ERROR);
    }

    #[test]
    fn a_broken_error_is_an_error() {
        let error = error_from_wire(&[0; 7]);
        assert_eq!((error.domain, error.code), (ErrorDomain::RPC, ErrorCode::RPC));
        assert_eq!(
            error.text(),
            "Unable to decode message payload: virNetMessageError: needs at least 4 bytes, 3 are left (at byte 4)"
        );
        // Nothing but numbers: the message is absent.
        let error = error_from_wire(&[0; 44]);
        assert_eq!(error.text(), "Unknown error");
    }
}
