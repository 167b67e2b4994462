//! The error whose message is a text of its own; in a file below all that reads documents and all that is read.
use oxivirt_model::message::{compose, translate};
use oxivirt_model::{Error, ErrorCode, ErrorDomain};

/// Returns `VIR_ERR_XML_DETAIL`, whose message is the text itself.
pub(crate) fn xml_detail(from: ErrorDomain, text: Vec<u8>) -> Error {
    // The code's format is translated too, as for every code.
    let message = compose("%s", &[&text]);
    Error::raw(from, ErrorCode::XML_DETAIL, message)
        .with_strings(Some(translate("%s")), Some(text), None)
        .with_ints(-1, -1)
}
