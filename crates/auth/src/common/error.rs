//! Why an exchange ended.
use super::code;
use oxivirt_model::{Error, ErrorCode, ErrorDomain};

/// Why an exchange ended.
#[derive(Debug)]
pub enum SaslError {
    /// A number and text of Cyrus SASL.
    Sasl(i32, String),
    /// Anything else, such as a user who gave up.
    Error(Error),
}

impl SaslError {
    /// Makes a failure of a number ([`code`]) and a text.
    #[must_use]
    pub fn sasl(code: i32, detail: &str) -> Self {
        Self::Sasl(code, detail.to_owned())
    }

    /// Returns the failure with the text `last` if it has none of its own.
    #[must_use]
    pub fn after(self, last: &str) -> Self {
        match self {
            Self::Sasl(code, detail) if detail.is_empty() => Self::sasl(code, last),
            other => other,
        }
    }

    /// Returns the error that programs see; `text` puts number and reason into a sentence.
    pub(crate) fn into_error(self, text: impl FnOnce(i32, &str) -> Vec<u8>) -> Error {
        let (code, detail) = match self {
            Self::Sasl(code, detail) => (code, detail),
            Self::Error(error) => return error,
        };
        let reason = format!("SASL({code}): {}: {detail}", code::meaning(code));
        Error::new(ErrorDomain::RPC, ErrorCode::AUTH_FAILED, text(code, &reason))
    }
}
