//! Which of several errors of one migration the caller gets: the first, with one exception.
use super::FROM;
use crate::abi::{Fault, Ref, Result, last_code_and_domain, leave_error};
use crate::objects::Domain;
use oxivirt_model::message::translate;
use oxivirt_model::{Error, ErrorCode, ErrorDomain, message};

/// A URI that the target should have given and did not.
pub(super) fn no_uri(procedure: &str) -> Fault {
    let text = translate(&format!("{procedure} did not set uri"));
    Error::new(FROM, ErrorCode::INTERNAL_ERROR, text).into()
}

/// The result of a migration whose last phase was Finish; `first` is what failed before.
///
/// A target that started the domain although it was told not to has it running: that is a success whose error is only
/// left in the thread's record.
pub(super) fn after_finish(first: Option<Fault>, finished: Result<Ref<Domain>>) -> Result<Ref<Domain>> {
    match (first, finished) {
        (None, finished) => finished,
        (Some(first), Err(_)) => Err(first),
        (Some(first), Ok(domain)) => {
            leave(&first);
            Ok(domain)
        }
    }
}

/// What a failing Confirm leaves in the thread's record when nothing is there yet.
pub(super) fn after_confirm(confirmed: Result<()>) {
    let (code, _) = last_code_and_domain();
    if let (Err(fault), 0) = (confirmed, code) {
        leave(&fault);
    }
}

/// Leaves an error that does not make the migration fail in the thread's record.
fn leave(fault: &Fault) {
    if let Fault::Error(error) = fault {
        leave_error(error);
    }
}

/// The error of a migration of version 3 whose Finish failed too, with `later`.
///
/// The source's hypervisor only knows that the data stopped flowing. When the domain died on the target, the reason is known
/// there: then both are told.
pub(super) fn both_reasons(first: Fault, later: Fault) -> Fault {
    let (Fault::Error(source), Fault::Error(target)) = (&first, &later) else {
        return first;
    };
    let from_hypervisors = source.domain == ErrorDomain::QEMU
        && source.code == ErrorCode::OPERATION_FAILED
        && target.domain == ErrorDomain::QEMU
        && target.code != ErrorCode::MIGRATE_FINISH_OK;
    if !from_hypervisors {
        return first;
    }
    let text = message!(
        "migration failed. Message from the source host: %1$s. Message from the destination host: %2$s",
        source.message,
        target.message
    );
    Error::new(FROM, ErrorCode::OPERATION_FAILED, text).into()
}
