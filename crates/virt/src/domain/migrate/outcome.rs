//! Which of several errors of one migration the caller gets: the first, with one exception.
use super::{Domain, FROM};
use crate::nested::Nested;
use crate::{Error, ErrorCode, ErrorDomain, Result};
use oxivirt_model::message;
use oxivirt_model::message::translate;

/// A URI that the target should have given and did not.
pub(super) fn no_uri(procedure: &str) -> Error {
    let text = translate(&format!("{procedure} did not set uri"));
    Error::new(FROM, ErrorCode::INTERNAL_ERROR, text)
}

/// The result of a migration whose last phase was Finish; `first` is what failed before.
///
/// A target that started the domain although it was told not to has it running: that is a success whose error is only
/// left behind.
pub(super) fn after_finish(heard: &dyn Nested, first: Option<Error>, finished: Result<Domain>) -> Result<Domain> {
    match (first, finished) {
        (None, finished) => finished,
        (Some(first), Err(_)) => Err(first),
        (Some(first), Ok(domain)) => {
            heard.leave(&first, false);
            Ok(domain)
        }
    }
}

/// The error of a migration of version 3 whose Finish failed too, with `later`.
///
/// The source's hypervisor only knows that the data stopped flowing. When the domain died on the target, the reason is known
/// there: then both are told.
pub(super) fn both_reasons(source: Error, target: &Error) -> Error {
    let from_hypervisors = source.domain == ErrorDomain::QEMU
        && source.code == ErrorCode::OPERATION_FAILED
        && target.domain == ErrorDomain::QEMU
        && target.code != ErrorCode::MIGRATE_FINISH_OK;
    if !from_hypervisors {
        return source;
    }
    let text = message!(
        "migration failed. Message from the source host: %1$s. Message from the destination host: %2$s",
        source.message,
        target.message
    );
    Error::new(FROM, ErrorCode::OPERATION_FAILED, text)
}
