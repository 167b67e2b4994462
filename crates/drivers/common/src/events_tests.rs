//! Who hears of what, in which order.
use super::*;
use oxivirt_model::Uuid;
use oxivirt_protocol::{CloseReason, EventClass, remote};

const LIFECYCLE: EventId = EventId { class: EventClass::Domain, id: 0 };
const REBOOT: EventId = EventId { class: EventClass::Domain, id: 1 };

/// Notes what it hears: the registration and the event's number, -1 for being woken.
#[derive(Debug)]
struct Ear(ForkLock<Vec<(i32, i32)>>);

impl Ear {
    fn new() -> Arc<Self> {
        Arc::new(Self(ForkLock::new(Vec::new(), Vec::new)))
    }

    fn heard(&self) -> Vec<(i32, i32)> {
        std::mem::take(&mut self.0.lock())
    }
}

impl Listener for Ear {
    fn on_messages(&self, messages: Vec<Message>) {
        for message in &messages {
            let report = message.read().unwrap();
            let Event::DomainLifecycle { event, .. } = *report.event else { panic!("{report:?}") };
            self.0.lock().push((report.registration.unwrap(), event));
        }
    }

    fn on_taken(&self) {
        self.0.lock().push((-1, -1));
    }

    fn on_closed(&self, _: CloseReason) {}
}

fn join(hub: &Arc<EventHub>) -> (Membership, Arc<Ear>) {
    let (member, ear) = (hub.join(), Ear::new());
    let listener: Weak<Ear> = Arc::downgrade(&ear);
    member.listen(listener);
    (member, ear)
}

fn event(uuid: u8, event: i32) -> Event<'static> {
    let dom = remote::NonnullDomain { name: "a".into(), uuid: Uuid([uuid; 16]), id: 1 };
    Event::DomainLifecycle { dom, event, detail: 0 }
}

#[test]
fn each_registration_hears_in_the_order_of_the_changes() {
    let hub = Arc::new(EventHub::new());
    let ((one, ear), (_silent, other)) = (join(&hub), join(&hub));
    let of_two = one.register(LIFECYCLE, Some(&[2; 16]));
    let all = one.register(LIFECYCLE, None);
    let reboots = one.register(REBOOT, None);
    hub.report(&event(1, 10));
    hub.report(&event(2, 11));
    assert_eq!(ear.heard(), [(all, 10), (of_two, 11), (all, 11)]);
    hub.wake();
    hub.wake();
    assert_eq!(ear.heard(), [(-1, -1)]);
    assert!(one.deregister(all) && one.deregister(reboots) && !one.deregister(all));
    hub.report(&event(1, 12));
    hub.report(&event(2, 13));
    hub.wake();
    assert_eq!(ear.heard(), [(of_two, 13), (-1, -1)]);
    assert_eq!(other.heard(), []);
}

#[test]
fn who_left_or_ended_hears_nothing() {
    let hub = Arc::new(EventHub::new());
    let (one, ear) = join(&hub);
    let (two, ended) = join(&hub);
    let _ = (one.register(LIFECYCLE, None), two.register(LIFECYCLE, None));
    drop(ended);
    drop(one);
    hub.report(&event(1, 1));
    hub.wake();
    assert_eq!(ear.heard(), []);
    drop(two);
    assert_eq!(hub.registrations.load(Ordering::Relaxed), 0);
}

#[test]
fn the_first_listener_stays() {
    let hub = Arc::new(EventHub::new());
    let (one, first) = join(&hub);
    let second = Ear::new();
    let listener: Weak<Ear> = Arc::downgrade(&second);
    one.listen(listener);
    let id = one.register(LIFECYCLE, None);
    hub.report(&event(1, 1));
    assert_eq!((first.heard(), second.heard()), (vec![(id, 1)], vec![]));
}
