//! The error every room returns: one boxed record with the fields of `virError`.
//!
//! Codes, domains and the fixed message of each code are interface (see `gen`); what stands behind
//! the colon is ours. Texts are bytes: nothing promises that a daemon sends UTF-8.

use core::fmt;
use core::ops::{Deref, DerefMut};
use std::borrow::Cow;

use crate::r#gen::{DOMAIN_NAMES, MESSAGES};
use crate::message::{self, translate};
use crate::{DomainRef, NetworkRef};

/// A `virErrorNumber`. Unknown numbers from newer daemons survive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct ErrorCode(pub i32);

/// A `virErrorDomain`: which part of the system the error comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct ErrorDomain(pub i32);

/// A `virErrorLevel`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct ErrorLevel(pub i32);

impl ErrorCode {
    /// The code's message without a detail, `None` for success and for numbers without a message.
    #[must_use]
    pub fn message(self) -> Option<&'static str> {
        self.texts().map(|(plain, _)| plain)
    }

    /// The template of the code's message with a detail: it holds `%1$s` or `%s` once.
    #[must_use]
    pub fn template(self) -> Option<&'static str> {
        self.texts().map(|(_, template)| template)
    }

    fn texts(self) -> Option<(&'static str, &'static str)> {
        let index = usize::try_from(self.0).ok()?;
        MESSAGES.get(index).copied().filter(|(plain, _)| !plain.is_empty())
    }
}

impl ErrorDomain {
    /// The name the default error handler prints; `None` for unknown numbers.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        DOMAIN_NAMES.get(usize::try_from(self.0).ok()?).copied()
    }
}

/// The fields of a `virError`, pointers replaced by what they point at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ErrorRecord {
    /// What went wrong.
    pub code: ErrorCode,
    /// Who says so.
    pub domain: ErrorDomain,
    /// How bad it is.
    pub level: ErrorLevel,
    /// Complete text for people.
    pub message: Vec<u8>,
    /// By convention the template of the message.
    pub str1: Option<Vec<u8>>,
    /// By convention the detail put into the template.
    pub str2: Option<Vec<u8>>,
    /// Free.
    pub str3: Option<Vec<u8>>,
    /// `errno` of a system error, else -1 by convention.
    pub int1: i32,
    /// -1 by convention.
    pub int2: i32,
    /// The domain it is about.
    pub dom: Option<DomainRef>,
    /// The network it is about.
    pub net: Option<NetworkRef>,
}

/// An error. One pointer wide, so that `Result<(), Error>` travels in a register.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<ErrorRecord>);

impl Error {
    /// An error with the code's fixed message and `detail` behind it; an empty detail stands for none.
    ///
    /// Fields follow the stock convention: level error, `str1` the template, `str2` the detail,
    /// `int1` and `int2` -1.
    #[must_use]
    pub fn new(domain: ErrorDomain, code: ErrorCode, detail: impl AsRef<[u8]>) -> Self {
        compose(domain, code, detail.as_ref())
    }

    /// An error whose message is the code's fixed message alone.
    #[must_use]
    pub fn bare(domain: ErrorDomain, code: ErrorCode) -> Self {
        compose(domain, code, b"")
    }

    /// An error with exactly this message: no prefix, no strings, numbers 0.
    #[must_use]
    pub fn raw(domain: ErrorDomain, code: ErrorCode, message: impl Into<Vec<u8>>) -> Self {
        Self::from(ErrorRecord {
            code,
            domain,
            level: ErrorLevel::ERROR,
            message: message.into(),
            ..ErrorRecord::default()
        })
    }

    /// `VIR_ERR_SYSTEM_ERROR` for `errno`: "`what`: text of errno", `int1` the number.
    #[must_use]
    pub fn system(domain: ErrorDomain, errno: i32, what: impl AsRef<[u8]>) -> Self {
        let reason = errno_text(errno);
        let what = what.as_ref();
        let detail = if what.is_empty() { reason.into_bytes() } else { [what, b": ", reason.as_bytes()].concat() };
        compose(domain, ErrorCode::SYSTEM_ERROR, &detail).with_ints(errno, -1)
    }

    /// Returns what a driver's method answers that is not written: `VIR_ERR_NO_SUPPORT` of level 0. Who knows the public
    /// function replaces it by an error that names that; see [`Error::is_missing_method`].
    #[must_use]
    pub fn missing_method(method: &str) -> Self {
        compose(ErrorDomain::NONE, ErrorCode::NO_SUPPORT, method.as_bytes()).with_level(ErrorLevel::NONE)
    }

    /// Returns true if this is a [`Error::missing_method`].
    #[must_use]
    pub fn is_missing_method(&self) -> bool {
        self.code == ErrorCode::NO_SUPPORT && self.level == ErrorLevel::NONE && self.domain == ErrorDomain::NONE
    }

    /// Replaces the level.
    #[must_use]
    pub fn with_level(mut self, level: ErrorLevel) -> Self {
        self.0.level = level;
        self
    }

    /// Replaces the error domain.
    #[must_use]
    pub fn with_error_domain(mut self, domain: ErrorDomain) -> Self {
        self.0.domain = domain;
        self
    }

    /// Replaces `str1`, `str2` and `str3`.
    #[must_use]
    pub fn with_strings(mut self, str1: Option<Vec<u8>>, str2: Option<Vec<u8>>, str3: Option<Vec<u8>>) -> Self {
        self.0.str1 = str1;
        self.0.str2 = str2;
        self.0.str3 = str3;
        self
    }

    /// Replaces `int1` and `int2`.
    #[must_use]
    pub fn with_ints(mut self, int1: i32, int2: i32) -> Self {
        self.0.int1 = int1;
        self.0.int2 = int2;
        self
    }

    /// Names the domain it is about.
    #[must_use]
    pub fn with_domain(mut self, domain: DomainRef) -> Self {
        self.0.dom = Some(domain);
        self
    }

    /// Names the network it is about.
    #[must_use]
    pub fn with_network(mut self, network: NetworkRef) -> Self {
        self.0.net = Some(network);
        self
    }

    /// The message, with U+FFFD for what is not UTF-8.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.0.message)
    }

    /// The record itself.
    #[must_use]
    pub fn into_record(self) -> ErrorRecord {
        *self.0
    }
}

fn compose(domain: ErrorDomain, code: ErrorCode, detail: &[u8]) -> Error {
    let (message, str1) = if detail.is_empty() {
        let plain = translate(code.message().unwrap_or("No error message provided"));
        (plain.clone(), code.message().map(|_| plain))
    } else {
        match code.template() {
            Some(template) => {
                let (message, template) = message::compose_with_format(template, &[&detail], &oxivirt_sys::translation);
                (message, Some(template))
            }
            None => (detail.to_vec(), None),
        }
    };
    Error::from(ErrorRecord {
        code,
        domain,
        level: ErrorLevel::ERROR,
        message,
        str1,
        str2: (!detail.is_empty()).then(|| detail.to_vec()),
        int1: -1,
        int2: -1,
        ..ErrorRecord::default()
    })
}

/// The C library's text of an errno, without the number that std appends.
fn errno_text(errno: i32) -> String {
    let mut text = std::io::Error::from_raw_os_error(errno).to_string();
    if let Some(end) = text.rfind(" (os error ") {
        text.truncate(end);
    }
    text
}

impl Deref for Error {
    type Target = ErrorRecord;

    fn deref(&self) -> &ErrorRecord {
        &self.0
    }
}

impl DerefMut for Error {
    fn deref_mut(&mut self) -> &mut ErrorRecord {
        &mut self.0
    }
}

impl From<ErrorRecord> for Error {
    fn from(record: ErrorRecord) -> Self {
        Self(Box::new(record))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({}, {}, {:?})", self.code.0, self.domain.0, self.text())
    }
}

impl core::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn detail_follows_the_fixed_message() {
        let error = Error::new(ErrorDomain::QEMU, ErrorCode::NO_DOMAIN, "no domain named 'x'");
        assert_eq!(error.text(), "Domain not found: no domain named 'x'");
        assert_eq!(error.str1.as_deref(), Some(&b"Domain not found: %1$s"[..]));
        assert_eq!(error.str2.as_deref(), Some(&b"no domain named 'x'"[..]));
        assert_eq!((error.domain, error.code), (ErrorDomain::QEMU, ErrorCode::NO_DOMAIN));
        assert_eq!((error.int1, error.int2, error.level), (-1, -1, ErrorLevel::ERROR));
    }

    #[test]
    fn detail_in_the_middle_and_alone() {
        let error = Error::new(ErrorDomain::NETWORK, ErrorCode::NETWORK_EXIST, "'a'");
        assert_eq!(error.text(), "network 'a' exists already");
        let error = Error::new(ErrorDomain::RPC, ErrorCode::RPC, "broken %s 100%");
        assert_eq!(error.text(), "broken %s 100%");
    }

    #[test]
    fn no_detail_and_no_message() {
        let error = Error::bare(ErrorDomain::NONE, ErrorCode::OPERATION_DENIED);
        assert_eq!(error.text(), "operation forbidden for read only access");
        assert_eq!(error.str2, None);
        let error = Error::bare(ErrorDomain::NONE, ErrorCode(9999));
        assert_eq!(error.text(), "No error message provided");
    }

    #[test]
    fn system_error_carries_errno() {
        let error = Error::system(ErrorDomain::RPC, 2, "cannot open 'f'");
        assert_eq!(error.text(), "cannot open 'f': No such file or directory");
        assert_eq!((error.int1, error.int2), (2, -1));
    }

    #[test]
    fn every_code_has_both_texts() {
        for number in 1..=ErrorCode::INVALID_ENCR_KEY_SECRET.0 {
            let code = ErrorCode(number);
            assert!(code.message().is_some_and(|text| !text.contains('%')), "{number}");
            assert_eq!(code.template().map(|text| text.matches('%').count()), Some(1), "{number}");
        }
        assert_eq!(ErrorDomain::CH.name(), Some("Cloud-Hypervisor Driver"));
        assert_eq!(ErrorDomain(73).name(), None);
    }

    #[test]
    fn each_field_is_replaced_alone() {
        let plain = Error::raw(ErrorDomain::QEMU, ErrorCode::RPC, "text");
        assert_eq!((plain.int1, plain.int2, plain.str1.clone(), plain.level), (0, 0, None, ErrorLevel::ERROR));
        let dom = DomainRef { name: b"d".to_vec(), id: 3, ..DomainRef::default() };
        let net = NetworkRef { name: b"n".to_vec(), ..NetworkRef::default() };
        let error = plain
            .clone()
            .with_level(ErrorLevel::WARNING)
            .with_error_domain(ErrorDomain::LXC)
            .with_strings(Some(b"1".to_vec()), Some(b"2".to_vec()), Some(b"3".to_vec()))
            .with_ints(5, 6)
            .with_domain(dom.clone())
            .with_network(net.clone());
        assert_ne!(error, plain);
        let wanted = ErrorRecord {
            code: ErrorCode::RPC,
            domain: ErrorDomain::LXC,
            level: ErrorLevel::WARNING,
            message: b"text".to_vec(),
            str1: Some(b"1".to_vec()),
            str2: Some(b"2".to_vec()),
            str3: Some(b"3".to_vec()),
            int1: 5,
            int2: 6,
            dom: Some(dom),
            net: Some(net),
        };
        assert_eq!(error.into_record(), wanted);
    }

    #[test]
    fn a_record_is_changed_in_place() {
        let mut error = Error::from(ErrorRecord { int1: 1, ..ErrorRecord::default() });
        error.int1 = 7;
        assert_eq!(error.int1, 7);
    }

    #[test]
    fn what_does_not_exist_here_is_named() {
        let error = crate::Function("virFoo", ErrorDomain::NONE).unsupported();
        assert_eq!((error.code, error.domain), (ErrorCode::NO_SUPPORT, ErrorDomain::NONE));
        assert_eq!(error.text(), "this function is not supported by the connection driver: virFoo");
    }

    #[test]
    fn a_missing_method_is_told_from_what_a_driver_refuses() {
        let missing = Error::missing_method("domain_create");
        assert_eq!((missing.code, missing.level), (ErrorCode::NO_SUPPORT, ErrorLevel::NONE));
        assert!(missing.text().ends_with("domain_create") && missing.is_missing_method());
        assert!(!missing.clone().with_level(ErrorLevel::ERROR).is_missing_method());
        assert!(!missing.with_error_domain(ErrorDomain::QEMU).is_missing_method());
        let other = Error::bare(ErrorDomain::NONE, ErrorCode::NO_DOMAIN).with_level(ErrorLevel::NONE);
        assert!(!other.is_missing_method());
    }

    #[test]
    fn a_system_error_without_words_is_the_reason() {
        assert_eq!(Error::system(ErrorDomain::NONE, 1, "").text(), "Operation not permitted");
    }

    #[test]
    fn shown_to_people_and_to_programmers() {
        let error = Error::raw(ErrorDomain::LXC, ErrorCode::RPC, b"odd \xff".to_vec());
        assert_eq!(error.to_string(), "odd \u{fffd}");
        assert_eq!(format!("{error:?}"), "Error(39, 17, \"odd \u{fffd}\")");
    }

    #[test]
    fn numbers_without_a_message() {
        for code in [-1, 0, i32::MIN, i32::MAX] {
            assert_eq!((ErrorCode(code).message(), ErrorCode(code).template()), (None, None), "{code}");
        }
        assert_eq!(ErrorDomain(-1).name(), None);
    }

    #[test]
    fn one_pointer_wide() {
        assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
    }
}
