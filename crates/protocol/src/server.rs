//! The server's side: from a payload to a driver's method and back.

use oxivirt_model::{Error, ErrorCode, ErrorDomain, Result, message};
use oxivirt_xdr::{Decode, Encode, Reader, Writer};

use crate::driver::Driver;
use crate::{Call, decode_error, encode_error, net};

/// Calls one method: payload in, encoded result out.
pub(crate) type Handler = fn(&dyn Driver, &mut Call, &[u8], &mut Vec<u8>) -> Result<()>;

/// Finds the handler of `procedure` and runs it.
pub(crate) fn handle(
    handlers: &[Option<Handler>],
    procedure: u32,
    driver: &dyn Driver,
    call: &mut Call,
    payload: &[u8],
    out: &mut Vec<u8>,
) -> Result<()> {
    let index = procedure.checked_sub(1).and_then(|index| usize::try_from(index).ok());
    match index.and_then(|index| handlers.get(index)) {
        Some(Some(handler)) => handler(driver, call, payload, out),
        // An event, or a number of a newer protocol.
        _ => Err(unknown_procedure(procedure)),
    }
}

/// Clients look for these words to learn that the daemon is older than they are.
fn unknown_procedure(procedure: u32) -> Error {
    let detail = message!("unknown procedure: %1$d", procedure.cast_signed());
    Error::new(ErrorDomain::RPC, ErrorCode::RPC, detail)
}

/// Decodes the arguments.
pub(crate) fn arguments<'a, T: Decode<'a>>(payload: &'a [u8]) -> Result<T> {
    T::decode(&mut Reader::cutting_strings(payload)).map_err(|error| decode_error(error, T::NAME))
}

/// Encodes the result.
pub(crate) fn reply<T: Encode>(ret: &T, out: &mut Vec<u8>) -> Result<()> {
    let start = out.len();
    let max = net::MESSAGE_PAYLOAD_MAX as usize;
    ret.encode(&mut Writer::new(out, max)).map_err(|error| {
        out.truncate(start);
        encode_error(error, "")
    })
}
