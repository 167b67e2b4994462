//! The public function behind an operation, which errors name, and the errors that any function can have.

use crate::message::compose;
use crate::{Error, ErrorCode, ErrorDomain, message};

/// What an argument failed to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgumentRule {
    /// It is NULL and must not be.
    NotNull,
    /// It must be NULL.
    Null,
    /// It is negative and must not be.
    NotNegative,
    /// It must be greater than zero.
    Positive,
    /// It is zero and must not be.
    NotZero,
    /// It is an empty text and must not be.
    NotEmpty,
}

/// A public function as errors name it: its C name, and the error domain of its section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Function(pub &'static str, pub ErrorDomain);

/// Errors that tell the function's name. The texts are interface: programs match on them.
impl Function {
    /// Nobody's: for procedures without a public function.
    pub const NONE: Self = Self("", ErrorDomain::NONE);

    /// Any bad argument: its name in C, and the whole text.
    #[must_use]
    #[cold]
    pub fn invalid(&self, name: &str, text: impl Into<Vec<u8>>) -> Error {
        let Self(function, section) = *self;
        // These carry the function and the argument as extra strings, and no prefix in the text.
        Error::raw(section, ErrorCode::INVALID_ARG, text).with_strings(Some(function.into()), Some(name.into()), None)
    }

    /// An argument that breaks a rule.
    #[must_use]
    #[cold]
    pub fn argument(&self, name: &str, rule: ArgumentRule) -> Error {
        let function = self.0;
        let text = match rule {
            ArgumentRule::NotNull => message!("%1$s in %2$s must not be NULL", name, function),
            ArgumentRule::Null => message!("%1$s in %2$s must be NULL", name, function),
            ArgumentRule::NotNegative => message!("%1$s in %2$s must be zero or greater", name, function),
            ArgumentRule::Positive => message!("%1$s in %2$s must be greater than zero", name, function),
            ArgumentRule::NotZero => message!("%1$s in %2$s must not be zero", name, function),
            ArgumentRule::NotEmpty => message!("string %1$s in %2$s must not be empty", name, function),
        };
        self.invalid(name, text)
    }

    /// Two flags that exclude each other.
    #[must_use]
    #[cold]
    pub fn exclusive(&self, a: &str, b: &str) -> Error {
        self.invalid("ctl", message!("Flags '%1$s' and '%2$s' are mutually exclusive", a, b))
    }

    /// A flag without the flag it needs.
    #[must_use]
    #[cold]
    pub fn required(&self, needs: &str, flag: &str) -> Error {
        self.invalid("ctl", message!("Flag '%1$s' is required by flag '%2$s'", needs, flag))
    }

    /// A change over a read-only connection.
    #[must_use]
    #[cold]
    pub fn read_only(&self) -> Error {
        Error::new(self.1, ErrorCode::OPERATION_DENIED, message!("read only access prevents %1$s", self.0))
    }

    /// A question for secrets over a read-only connection.
    #[must_use]
    #[cold]
    pub fn no_secrets(&self) -> Error {
        // The catalogues have a text for each function that can be asked so.
        Error::new(self.1, ErrorCode::OPERATION_DENIED, compose(&format!("{} with secure flag", self.0), &[]))
    }

    /// The driver does not have it.
    #[must_use]
    #[cold]
    pub fn unsupported(&self) -> Error {
        Error::new(self.1, ErrorCode::NO_SUPPORT, self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FUNCTION: Function = Function("virDomainSetVcpusFlags", ErrorDomain::DOMAIN);

    #[test]
    fn argument_errors_carry_function_and_argument() {
        let error = FUNCTION.argument("nvcpus", ArgumentRule::NotZero);
        assert_eq!((error.code, error.domain), (ErrorCode::INVALID_ARG, ErrorDomain::DOMAIN));
        assert_eq!(error.text(), "nvcpus in virDomainSetVcpusFlags must not be zero");
        assert_eq!(error.str1.as_deref(), Some(&b"virDomainSetVcpusFlags"[..]));
        assert_eq!(error.str2.as_deref(), Some(&b"nvcpus"[..]));
        assert_eq!(
            FUNCTION.argument("disk", ArgumentRule::NotEmpty).text(),
            "string disk in virDomainSetVcpusFlags must not be empty"
        );
    }

    #[test]
    fn flags_are_named() {
        let error = FUNCTION.exclusive("A", "B");
        assert_eq!(
            (error.text().as_ref(), error.code),
            ("Flags 'A' and 'B' are mutually exclusive", ErrorCode::INVALID_ARG)
        );
        let error = FUNCTION.required("CONFIG", "MAXIMUM");
        assert_eq!(error.text(), "Flag 'CONFIG' is required by flag 'MAXIMUM'");
        assert_eq!(error.str2.as_deref(), Some(&b"ctl"[..]));
    }

    #[test]
    fn refusals() {
        let error = FUNCTION.read_only();
        assert_eq!((error.code, error.domain), (ErrorCode::OPERATION_DENIED, ErrorDomain::DOMAIN));
        assert_eq!(error.text(), "operation forbidden: read only access prevents virDomainSetVcpusFlags");
        assert_eq!(FUNCTION.no_secrets().text(), "operation forbidden: virDomainSetVcpusFlags with secure flag");
        let error = FUNCTION.unsupported();
        assert_eq!((error.code, error.str2.as_deref()), (ErrorCode::NO_SUPPORT, Some(FUNCTION.0.as_bytes())));
    }
}
