//! The enum of all events: it knows every event of the tables, in both forms, and says the same bytes as the bodies.
#![expect(clippy::unwrap_used, reason = "tests may panic")]

use oxivirt_model::Uuid;
use oxivirt_protocol::{Event, EventClass, EventId, ObjectRef, Part, Program, qemu, remote};
use oxivirt_xdr::{Encode, Problem, Writer};

fn bytes(body: &dyn Encode) -> Vec<u8> {
    let mut out = Vec::new();
    body.encode(&mut Writer::new(&mut out, 1 << 20)).unwrap();
    out
}

fn encode(event: &Event<'_>, callback: Option<i32>) -> Vec<u8> {
    let mut out = Vec::new();
    event.encode(callback, &mut Writer::new(&mut out, 1 << 20)).unwrap();
    out
}

fn guest() -> remote::NonnullDomain<'static> {
    remote::NonnullDomain { name: "guest".into(), uuid: Uuid([5; 16]), id: 3 }
}

/// Program, number and recoded body of every event, from a payload whose every field is present and different from 0 where it
/// may be.
fn all() -> Vec<(Program, u32, Vec<u8>)> {
    let payload: Vec<u8> = [0, 0, 0, 1].repeat(256);
    let mut all = Vec::new();
    for info in remote::Procedure::all().into_iter().filter(|info| info.event) {
        let mut body = Vec::new();
        let procedure = remote::Procedure(info.number);
        remote::recode(procedure, Part::Args, &payload, &mut body).unwrap().unwrap();
        all.push((Program::REMOTE, info.number, body));
    }
    for info in qemu::Procedure::all().into_iter().filter(|info| info.event) {
        let mut body = Vec::new();
        qemu::recode(qemu::Procedure(info.number), Part::Args, &payload, &mut body).unwrap().unwrap();
        all.push((Program::QEMU, info.number, body));
    }
    all
}

#[test]
fn every_event_of_the_tables_keeps_its_bytes() {
    let all = all();
    assert_eq!(all.len(), 1 + 16 + 30 + 8 + 1);
    for (program, procedure, body) in &all {
        let (callback, event) = Event::decode(*program, *procedure, body).unwrap().unwrap();
        assert_eq!(encode(&event, callback), *body, "{event:?}");
        assert_eq!(event.procedure(callback.is_some()), Some((*program, *procedure)));
        let owned = event.clone().into_owned();
        assert_eq!(owned, event);
        assert_eq!(encode(&owned, callback), *body);
        for len in 0..body.len() {
            let cut = Event::decode(*program, *procedure, body.get(..len).unwrap()).unwrap();
            assert!(matches!(cut.unwrap_err().problem(), Problem::Truncated { .. }), "{event:?} {len}");
        }
    }
}

#[test]
fn numbers_are_unique_within_a_class() {
    let mut seen = Vec::new();
    for (program, procedure, body) in all() {
        let (callback, event) = Event::decode(program, procedure, &body).unwrap().unwrap();
        let form = (event.id(), callback.is_some());
        assert!(!seen.contains(&form), "{form:?}");
        seen.push(form);
    }
    let numbers = |class| {
        let of_class = seen.iter().filter(|(id, _)| id.class == class);
        let mut numbers: Vec<i32> = of_class.map(|(id, _)| id.id).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    };
    assert_eq!(numbers(EventClass::Domain), (0..30).collect::<Vec<_>>());
    for class in [EventClass::Network, EventClass::StoragePool, EventClass::NodeDevice, EventClass::Secret] {
        assert_eq!(numbers(class), [0, 1], "{class:?}");
    }
}

#[test]
fn what_is_no_event_is_not_decoded() {
    let call = remote::Procedure::DOMAIN_GET_INFO.0;
    let event = remote::Procedure::DOMAIN_EVENT_REBOOT.0;
    for (program, procedure) in
        [(Program::REMOTE, 0), (Program::REMOTE, 9999), (Program::REMOTE, call), (Program::ADMIN, event)]
    {
        assert_eq!(Event::decode(program, procedure, &[0; 256]), None, "{program:?} {procedure}");
    }
}

#[test]
fn two_forms_are_one_event() {
    let msg = remote::DomainEventLifecycleMsg { dom: guest(), event: 4, detail: 1 };
    let bare = bytes(&msg);
    let numbered = bytes(&remote::DomainEventCallbackLifecycleMsg { callback_id: 9, msg });
    let bare = Event::decode(Program::REMOTE, remote::Procedure::DOMAIN_EVENT_LIFECYCLE.0, &bare);
    let numbered = Event::decode(Program::REMOTE, remote::Procedure::DOMAIN_EVENT_CALLBACK_LIFECYCLE.0, &numbered);
    let (none, event) = bare.unwrap().unwrap();
    assert_eq!((none, numbered.unwrap().unwrap()), (None, (Some(9), event.clone())));
    assert_eq!(event, Event::DomainLifecycle { dom: guest(), event: 4, detail: 1 });
    assert_eq!(event.id(), EventId { class: EventClass::Domain, id: 0 });
    assert_eq!(event.object(), ObjectRef::Domain(&guest()));
}

#[test]
fn a_reason_that_only_one_form_has() {
    let event = Event::DomainPmsuspend { reason: 5, dom: guest() };
    let msg = remote::DomainEventPmsuspendMsg { dom: guest() };
    assert_eq!(encode(&event, None), bytes(&msg));
    let numbered = remote::DomainEventCallbackPmsuspendMsg { callback_id: 2, reason: 5, msg };
    assert_eq!(encode(&event, Some(2)), bytes(&numbered));
    let bare = encode(&event, None);
    let (_, event) =
        Event::decode(Program::REMOTE, remote::Procedure::DOMAIN_EVENT_PMSUSPEND.0, &bare).unwrap().unwrap();
    assert_eq!(event, Event::DomainPmsuspend { reason: 0, dom: guest() });
}

#[test]
fn forms_that_the_protocol_does_not_have() {
    let new = Event::DomainVcpuRemoved { dom: guest(), vcpuid: 1 };
    assert_eq!(new.procedure(false), None);
    assert_eq!(new.procedure(true), Some((Program::REMOTE, remote::Procedure::DOMAIN_EVENT_VCPU_REMOVED.0)));
    let closed = Event::ConnectionClosed { reason: 1 };
    assert_eq!(closed.procedure(true), None);
    assert_eq!((closed.object(), closed.id().class), (ObjectRef::Connection, EventClass::Connection));
}

#[test]
fn limits_hold_and_name_their_field() {
    let long = "x".repeat(remote::STRING_MAX as usize + 1);
    let event = Event::DomainTrayChange { dom: guest(), dev_alias: long.as_str().into(), reason: 0 };
    let error = event.encode(Some(1), &mut Writer::new(&mut Vec::new(), usize::MAX)).unwrap_err();
    assert_eq!(error.field(), "remote_domain_event_tray_change_msg.devAlias");
}
