//! Which of several errors of one migration the caller gets: the first, with one exception.
use crate::abi::{Fault, Ref, Result, last_code_and_domain, leave_error};
use crate::objects::Domain;
use oxivirt_model::{ErrorCode, ErrorDomain};

/// A URI that the target should have given and did not.
pub(super) fn no_uri(procedure: &str) -> Fault {
    let text = format!("{procedure} did not set uri");
    oxivirt_model::Error::new(super::FROM, ErrorCode::INTERNAL_ERROR, text).into()
}

/// The result of a migration whose last phase was Finish; `first` is what failed before.
///
/// A target that started the domain although it was told not to has it running: that is a success whose error is only
/// left in the thread's record.
pub(super) fn after_finish(
    first: Option<Fault>,
    finished: Result<Ref<Domain>>,
) -> Result<Ref<Domain>> {
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
/// The source's hypervisor only knows that the data stopped flowing. When the domain died on the target, that is where
/// the reason is known.
pub(super) fn better_reason(first: Fault, later: Fault) -> Fault {
    let from_hypervisor = match (&first, &later) {
        (Fault::Error(first), Fault::Error(later)) => {
            first.domain == ErrorDomain::QEMU
                && first.code == ErrorCode::OPERATION_FAILED
                && later.domain == ErrorDomain::QEMU
                && later.code != ErrorCode::MIGRATE_FINISH_OK
        }
        _ => false,
    };
    if from_hypervisor { later } else { first }
}
