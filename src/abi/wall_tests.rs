//! What a caller of an entry point sees of its body: the result, the error, and nothing of a panic.
use super::super::{Count, Rule, Status, last_code_and_domain};
use super::*;
use oxivirt_model::ErrorDomain;
use std::rc::Rc;

const SITE: Site = Site { function: "virTest", from: ErrorDomain::DOM };

const INVALID_ARG: (i32, i32) = (ErrorCode::INVALID_ARG.0, ErrorDomain::DOM.0);
const PANICKED: (i32, i32) = (ErrorCode::INTERNAL_ERROR.0, ErrorDomain::DOM.0);

fn refused<T>() -> Result<T> {
    Err(Fault::Argument("argument", Rule::NotNull))
}

#[test]
fn a_success_is_returned_and_forgets_the_last_error() {
    assert_eq!(enter::<Status>(&SITE, refused), Status::err());
    assert_eq!(last_code_and_domain(), INVALID_ARG);
    assert_eq!(enter_keeping_error::<Count>(&SITE, || Ok(7)), Count::ok(7));
    assert_eq!(last_code_and_domain(), INVALID_ARG);
    assert_eq!(enter::<Count>(&SITE, || Ok(8)), Count::ok(8));
    assert_eq!(last_code_and_domain(), (0, 0));
}

#[test]
fn a_local_success_is_returned_and_forgets_the_last_error() {
    let local = |refused| enter_local::<Status>(&SITE, || refused);
    assert_eq!(local(Err(Refused::Negative)), Status::err());
    assert_eq!(last_code_and_domain(), INVALID_ARG);
    let kept = enter_local_keeping_error::<Count>(&SITE, || Ok(7));
    assert_eq!(kept, Count::ok(7));
    assert_eq!(last_code_and_domain(), INVALID_ARG);
    assert_eq!(local(Ok(())), Status::ok(()));
    assert_eq!(last_code_and_domain(), (0, 0));
}

#[test]
fn a_panic_is_a_failure_with_an_error() {
    let result: Count = enter(&SITE, || -> Result<i32> { panic!("of a test") });
    assert_eq!(result, Count::err());
    assert_eq!(last_code_and_domain(), PANICKED);
    super::super::reset_last_error();
    assert_eq!(last_code_and_domain(), (0, 0));
    let result: Count = enter_local(&SITE, || -> Result<i32, Refused<'_>> { panic!("of a test") });
    assert_eq!(result, Count::err());
    assert_eq!(last_code_and_domain(), PANICKED);
    assert_eq!(enter::<Count>(&SITE, || Ok(8)), Count::ok(8));
}

#[test]
fn what_a_body_owns_is_dropped_once_however_it_ends() {
    let owned = Rc::new(());
    for end in 0..3 {
        let copy = Rc::clone(&owned);
        let body = move || match Rc::strong_count(&copy) {
            2 if end == 0 => Ok(()),
            2 if end == 1 => refused(),
            count => panic!("of a test, {count} references"),
        };
        let result: Status = enter(&SITE, body);
        assert_eq!(result == Status::ok(()), end == 0, "end {end}");
        assert_eq!(Rc::strong_count(&owned), 1, "end {end}");
    }
}

#[test]
fn an_entry_point_inside_another_has_an_error_of_its_own_and_ends_alone() {
    let result: Status = enter(&SITE, || {
        assert!(super::super::keep::inside());
        assert_eq!(enter::<Status>(&SITE, refused), Status::err());
        assert!(super::super::keep::inside());
        Ok(())
    });
    assert_eq!(result, Status::ok(()));
    assert!(!super::super::keep::inside());
    assert_eq!(last_code_and_domain(), INVALID_ARG);
}
