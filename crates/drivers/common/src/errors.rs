//! Errors that several drivers have, in the words of the stock library. The first argument is the driver's error domain.
use oxivirt_model::{Error, ErrorCode, ErrorDomain, Function, Result, Uuid, message};
use oxivirt_protocol::remote;

/// Refuses flags that a function of a driver does not know. `function` is the name of the stock library's driver function: errors
/// show it.
///
/// # Errors
/// `VIR_ERR_INVALID_ARG`: there are others than those `known`.
pub fn check_flags(from: ErrorDomain, function: &'static str, flags: u32, known: u32) -> Result<()> {
    match flags & !known {
        0 => Ok(()),
        unknown => Err(unknown_flags(from, function, unknown)),
    }
}

#[cold]
fn unknown_flags(from: ErrorDomain, function: &'static str, unknown: u32) -> Error {
    let text = message!("unsupported flags (0x%1$x) in function %2$s", unknown, function);
    Function(function, from).invalid("flags", text)
}

/// Returns the error for a domain that is not there, or not any more.
#[must_use]
#[cold]
pub fn no_domain(from: ErrorDomain, dom: &remote::NonnullDomain<'_>) -> Error {
    let text = message!("no domain with matching uuid '%1$s' (%2$s)", dom.uuid.to_string(), dom.name.as_bytes());
    Error::new(from, ErrorCode::NO_DOMAIN, text)
}

/// Returns `VIR_ERR_INTERNAL_ERROR`.
#[must_use]
#[cold]
pub fn internal(from: ErrorDomain, text: impl AsRef<[u8]>) -> Error {
    Error::new(from, ErrorCode::INTERNAL_ERROR, text)
}

/// Returns `VIR_ERR_OPERATION_INVALID`: not in this state.
#[must_use]
#[cold]
pub fn invalid_operation(from: ErrorDomain, text: impl AsRef<[u8]>) -> Error {
    Error::new(from, ErrorCode::OPERATION_INVALID, text)
}

/// Returns `VIR_ERR_INVALID_ARG` about a value that no rule of the public function refuses.
#[must_use]
#[cold]
pub fn invalid_argument(from: ErrorDomain, text: impl AsRef<[u8]>) -> Error {
    Error::new(from, ErrorCode::INVALID_ARG, text)
}

/// Returns `VIR_ERR_OPERATION_FAILED` for a name or UUID that another object of the kind has: `domain`, `network`. `name` is the new
/// object's.
#[must_use]
#[cold]
pub fn conflict(from: ErrorDomain, kind: &str, name: &[u8], conflict: &crate::Conflict) -> Error {
    let (verb, name, uuid) = match conflict {
        crate::Conflict::Name { uuid } => ("already exists", name, uuid),
        crate::Conflict::Uuid { name, uuid } => ("is already defined", name.as_slice(), uuid),
    };
    let format = format!("{kind} '%1$s' {verb} with uuid %2$s");
    let uuid = uuid.unwrap_or(Uuid::NIL).to_string();
    Error::new(from, ErrorCode::OPERATION_FAILED, oxivirt_model::message::compose(&format, &[&name, &uuid]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_flags_are_told_without_the_known_ones() {
        let check = |flags| check_flags(ErrorDomain::TEST, "testDomainReboot", flags, 0x3);
        assert_eq!(check(0x3), Ok(()));
        let error = check(0x4000_0006).unwrap_err();
        assert_eq!((error.code, error.domain), (ErrorCode::INVALID_ARG, ErrorDomain::TEST));
        assert_eq!(error.text(), "unsupported flags (0x40000004) in function testDomainReboot");
        assert_eq!(
            (error.str1.as_deref(), error.str2.as_deref()),
            (Some(&b"testDomainReboot"[..]), Some(&b"flags"[..]))
        );
        assert_eq!((error.int1, error.int2), (0, 0));
    }

    #[test]
    fn conflicts_name_who_was_first() {
        let name = crate::Conflict::Name { uuid: Some(Uuid([1; 16])) };
        let text = conflict(ErrorDomain::DOMAIN, "domain", b"a", &name);
        assert_eq!(
            text.text(),
            "operation failed: domain 'a' already exists with uuid 01010101-0101-0101-0101-010101010101"
        );
        let uuid = crate::Conflict::Uuid { name: b"b".to_vec(), uuid: Some(Uuid([1; 16])) };
        let text = conflict(ErrorDomain::DOMAIN, "domain", b"a", &uuid);
        assert_eq!(
            text.text(),
            "operation failed: domain 'b' is already defined with uuid 01010101-0101-0101-0101-010101010101"
        );
    }
}
