//! Which questions a migration asks of both ends, in which order, and which error comes out.
use super::*;
use crate::domain::State;
use crate::testing::{Fake, encoded};
use crate::{Error, ErrorCode, ErrorDomain, Uuid};
use oxivirt_protocol::remote::{self, DriverFeature, Procedure};
use oxivirt_xdr::{Decode, Reader};
use std::sync::Arc;

const SUPPORTS: u32 = Procedure::CONNECT_SUPPORTS_FEATURE.0;

fn guest() -> remote::NonnullDomain<'static> {
    remote::NonnullDomain { name: "guest".into(), uuid: Uuid([1; Uuid::LEN]), id: 4 }
}

/// One end, with some features; `fails` names a procedure that does not work.
fn end(features: &'static [DriverFeature], fails: Option<Procedure>) -> (Arc<Fake>, Connection) {
    Fake::open(move |procedure, args| {
        let cookie = || b"cookie".as_slice().into();
        if fails == Some(Procedure(procedure)) {
            return Err(Error::new(ErrorDomain::QEMU, ErrorCode::OPERATION_FAILED, format!("no {procedure}")));
        }
        Ok(match Procedure(procedure) {
            Procedure::CONNECT_SUPPORTS_FEATURE => {
                let asked = remote::ConnectSupportsFeatureArgs::decode(&mut Reader::new(args)).unwrap().feature;
                let supported = features.iter().any(|feature| feature.0 == asked).into();
                encoded(&remote::ConnectSupportsFeatureRet { supported })
            }
            Procedure::DOMAIN_MIGRATE_BEGIN3_PARAMS => {
                encoded(&remote::DomainMigrateBegin3ParamsRet { cookie_out: cookie(), xml: "<domain/>".into() })
            }
            Procedure::DOMAIN_MIGRATE_PREPARE3_PARAMS => {
                let uri_out = Some("tcp:host".into());
                encoded(&remote::DomainMigratePrepare3ParamsRet { cookie_out: cookie(), uri_out })
            }
            Procedure::DOMAIN_MIGRATE_PERFORM3_PARAMS => {
                encoded(&remote::DomainMigratePerform3ParamsRet { cookie_out: cookie() })
            }
            Procedure::DOMAIN_MIGRATE_FINISH3_PARAMS => {
                encoded(&remote::DomainMigrateFinish3ParamsRet { dom: guest(), cookie_out: cookie() })
            }
            Procedure::DOMAIN_GET_STATE => encoded(&remote::DomainGetStateRet { state: State::RUNNING.0, reason: 1 }),
            _ => Vec::new(),
        })
    })
}

const NEWEST: &[DriverFeature] =
    &[DriverFeature::MIGRATION_V3, DriverFeature::MIGRATION_PARAMS, DriverFeature::MIGRATE_CHANGE_PROTECTION];

#[test]
fn five_phases_with_parameters() {
    let ((source, conn), (target, to)) = (end(NEWEST, None), end(NEWEST, None));
    let domain = Domain::from_wire(&conn, &guest());
    let moved = domain.migrate3(&to, &[TypedParam::new("bandwidth", 7_u64)], 0).unwrap();
    assert!(moved.connection().is_same(&to));
    let (begin, state) = (Procedure::DOMAIN_MIGRATE_BEGIN3_PARAMS.0, Procedure::DOMAIN_GET_STATE.0);
    let (perform, confirm) = (Procedure::DOMAIN_MIGRATE_PERFORM3_PARAMS.0, Procedure::DOMAIN_MIGRATE_CONFIRM3_PARAMS.0);
    assert_eq!(source.asked(), [SUPPORTS, SUPPORTS, begin, state, perform, confirm]);
    let (prepare, finish) = (Procedure::DOMAIN_MIGRATE_PREPARE3_PARAMS.0, Procedure::DOMAIN_MIGRATE_FINISH3_PARAMS.0);
    assert_eq!(target.asked(), [SUPPORTS, prepare, finish]);
}

#[test]
fn a_source_that_failed_is_not_told_and_its_error_stays() {
    let fails = Some(Procedure::DOMAIN_MIGRATE_PERFORM3_PARAMS);
    let ((source, conn), (target, to)) =
        (end(NEWEST, fails), end(NEWEST, Some(Procedure::DOMAIN_MIGRATE_FINISH3_PARAMS)));
    let domain = Domain::from_wire(&conn, &guest());
    let failed = domain.migrate3(&to, &[], 0).unwrap_err();
    // Both hypervisors failed: both reasons are told.
    assert_eq!(failed.code, ErrorCode::OPERATION_FAILED);
    let text = failed.text();
    assert!(text.contains("source host: operation failed: no 305") && text.contains("destination host"), "{text}");
    assert!(!source.asked().contains(&Procedure::DOMAIN_MIGRATE_CONFIRM3_PARAMS.0));
    assert_eq!(target.asked().last(), Some(&Procedure::DOMAIN_MIGRATE_FINISH3_PARAMS.0));
}

#[test]
fn what_is_refused_before_anything_moves() {
    let ((source, conn), (target, to)) = (end(&[], None), end(&[], None));
    let domain = Domain::from_wire(&conn, &guest());
    let text = |refused: Error| refused.text().into_owned();
    let both =
        oxivirt_model::constants::VIR_MIGRATE_NON_SHARED_DISK | oxivirt_model::constants::VIR_MIGRATE_NON_SHARED_INC;
    let params = MigrateParams::default();
    let exclusive = "Flags 'VIR_MIGRATE_NON_SHARED_DISK' and 'VIR_MIGRATE_NON_SHARED_INC' are mutually exclusive";
    assert_eq!(text(domain.migrate(&to, &params, both.into()).unwrap_err()), exclusive);
    let refused = domain.migrate_to_uri("tcp:host", &params, both.into()).unwrap_err();
    assert_eq!(refused.str1.as_deref(), Some(b"virDomainMigrateUnmanagedCheckCompat".as_slice()));
    let wrong = [TypedParam::new("bandwidth", "fast")];
    assert_eq!(
        text(domain.migrate3(&to, &wrong, 0).unwrap_err()),
        "invalid argument: invalid type 'ullong' for parameter 'bandwidth', expected 'string'"
    );
    assert!(source.asked().is_empty() && target.asked().is_empty());

    let unsupported = domain.migrate2(&to, &params, 0).unwrap_err();
    assert_eq!(unsupported.code, ErrorCode::NO_SUPPORT);
    assert!(text(unsupported).ends_with("virDomainMigrate2"));
    let peer = u64::from(VIR_MIGRATE_PEER2PEER);
    assert_eq!(
        text(domain.migrate_to_uri2(None::<&str>, &params, peer).unwrap_err()),
        "argument unsupported: p2p migration is not supported by the source host"
    );
}

/// Notes which functions are gone through.
#[derive(Default)]
struct Noting(std::cell::RefCell<Vec<String>>);

impl Nested for Noting {
    fn run(&self, function: &Function, on: crate::nested::On, body: &mut dyn FnMut() -> Result<()>) -> Result<()> {
        self.0.borrow_mut().push(format!("{} {on:?}", function.0));
        body()
    }
    fn leave(&self, error: &Error, unless_any: bool) {
        self.0.borrow_mut().push(format!("left {} {unless_any}", error.code.0));
    }
    fn forget(&self) {
        self.0.borrow_mut().push("forget".to_owned());
    }
}

#[test]
fn functions_on_the_way_are_heard_of() {
    let confirm = Some(Procedure::DOMAIN_MIGRATE_CONFIRM3_PARAMS);
    let ((_, conn), (_, to)) = (end(NEWEST, confirm), end(NEWEST, None));
    let domain = Domain::from_wire(&conn, &guest());
    let heard = Noting::default();
    Migration::new(&domain, &to, &heard).migrate3(Ok(&[]), 0).unwrap();
    let strings = ["virTypedParamsGetString Nothing"; 3].map(str::to_owned);
    let rest = ["virTypedParamsGetULLong Nothing", "virDomainGetState Source", "forget", "left 9 true"];
    let expected: Vec<_> = strings.into_iter().chain(rest.map(str::to_owned)).collect();
    assert_eq!(*heard.0.borrow(), expected);
}
