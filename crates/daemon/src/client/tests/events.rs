//! Events: their order, their form, and clients that do not read them.
use super::*;
use crate::client::conn::MOST_OUTPUT;

fn register(bench: &mut Bench, event_id: i32) -> i32 {
    let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id, dom: None };
    bench.call(remote::Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY, 2, &args);
    i32::from_be_bytes(bench.answer().unwrap().try_into().unwrap())
}

fn event(frame: &Frame) -> (Option<i32>, i32) {
    assert_eq!((frame.header.kind, frame.header.serial), (Kind::MESSAGE, 1));
    let (callback, event) =
        Event::decode(Program(frame.header.program), frame.header.procedure, &frame.body).unwrap().unwrap();
    let Event::DomainLifecycle { dom, .. } = event else { panic!("another event") };
    (callback, dom.id)
}

#[test]
fn the_answer_comes_before_the_first_event() {
    let mut bench = Bench::open();
    // The driver reports one before it returns the number.
    let callback = register(&mut bench, 0);
    assert_eq!(callback, 40);
    assert_eq!(event(&bench.frame()), (Some(40), 0));
    for id in 1..100 {
        bench.fake().report(40, id);
    }
    for id in 1..100 {
        assert_eq!(event(&bench.frame()), (Some(40), id));
    }
}

#[test]
fn only_what_was_registered_arrives() {
    let mut bench = Bench::open();
    let callback = register(&mut bench, 1);
    bench.fake().report(callback + 1, 5);
    bench.fake().report(callback, 6);
    assert_eq!(event(&bench.frame()), (Some(callback), 6));
    let args = remote::ConnectDomainEventCallbackDeregisterAnyArgs { callback_id: callback };
    for good in [true, false] {
        bench.call(remote::Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY, 3, &args);
        assert_eq!(bench.answer().is_ok(), good);
    }
    bench.fake().report(callback, 7);
    bench.call(remote::Procedure::CONNECT_GET_HOSTNAME, 4, &());
    assert_eq!(bench.answer().unwrap(), b"\0\0\0\x04here");
}

#[test]
fn old_procedures_have_events_without_numbers() {
    let mut bench = Bench::open();
    bench.call(remote::Procedure::CONNECT_DOMAIN_EVENT_REGISTER, 2, &());
    assert_eq!(bench.answer().unwrap(), [0; 4]);
    assert_eq!(event(&bench.frame()), (None, 0));
    bench.call(remote::Procedure::CONNECT_DOMAIN_EVENT_DEREGISTER, 3, &());
    bench.answer().unwrap();
    bench.call(remote::Procedure::CONNECT_DOMAIN_EVENT_DEREGISTER, 4, &());
    let text = bench.answer().unwrap_err().text().into_owned();
    assert_eq!(text, "internal error: domain event 0 not registered");
}

#[test]
fn whoever_does_not_read_is_given_up() {
    let mut bench = Bench::open();
    let callback = register(&mut bench, 1);
    let mut reported = 0;
    while bench.client.conn.lock().engine.closed().is_none() {
        bench.fake().report(callback, reported);
        reported += 1;
    }
    assert!(bench.client.conn.lock().engine.output_bytes() == 0);
    assert!(reported as usize > MOST_OUTPUT / 1000, "{reported}");
    assert_eq!(bench.serve(), Progress::Ended);
    bench.client.end();
    let far = Instant::now() + Duration::from_secs(60);
    assert!(bench.client.server.pool.drain(far));
    assert_eq!(bench.fake().backlog.bytes(), 0);
}

#[test]
fn the_same_registration_twice_is_refused() {
    let mut bench = Bench::open();
    register(&mut bench, 1);
    let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id: 1, dom: None };
    bench.call(remote::Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY, 3, &args);
    let error = bench.answer().unwrap_err();
    assert_eq!(error.text(), "invalid argument: event callback already tracked");
    // For one domain it is another one.
    let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id: 1, dom: Some(domain(1)) };
    bench.call(remote::Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY, 4, &args);
    bench.answer().unwrap();
}
