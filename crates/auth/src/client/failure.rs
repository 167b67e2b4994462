//! Failures in the sentences of the client.
use crate::common::SaslError;
use oxivirt_model::{Error, message};

impl SaslError {
    /// Returns the error of a failure before anything was sent.
    #[must_use]
    pub fn into_start_error(self) -> Error {
        self.into_error(|code, reason| message!("Failed to start SASL negotiation: %1$d (%2$s)", code, reason))
    }

    /// Returns the error of a failure after that.
    #[must_use]
    pub fn into_step_error(self) -> Error {
        self.into_error(|code, reason| message!("Failed to step SASL negotiation: %1$d (%2$s)", code, reason))
    }
}
