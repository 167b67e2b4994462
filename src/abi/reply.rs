//! Replies that C has no room for. Counts in replies are checked by `oxivirt`.
use super::Fault;
use oxivirt_model::{Error, ErrorCode, ErrorDomain};

/// The fault that a reply is which contradicts itself or the request.
pub(crate) fn bad_reply(text: impl Into<Vec<u8>>) -> Fault {
    Error::new(ErrorDomain::REMOTE, ErrorCode::RPC, text.into()).into()
}
