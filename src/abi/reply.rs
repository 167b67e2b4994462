//! Replies that C's structures have no room for.
use super::Fault;
use oxivirt_model::{Error, ErrorCode, ErrorDomain};

/// The fault that such a reply is.
pub(crate) fn bad_reply(text: impl Into<Vec<u8>>) -> Fault {
    Error::new(ErrorDomain::REMOTE, ErrorCode::RPC, text.into()).into()
}
