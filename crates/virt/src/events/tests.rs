//! Events of a driver in this process, from its report to closures and channels.
use super::*;
use crate::testing::Fake;
use crate::{Connection, EventChannel, EventSource, Network, Uuid};
use oxivirt_protocol::remote;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Mutex, Weak};
use std::time::Duration;

/// A driver that numbers registrations.
fn open() -> (Arc<Fake>, Connection) {
    let registrations = AtomicI32::new(0);
    Fake::open(move |_, _| Ok(registrations.fetch_add(1, Ordering::Relaxed).to_be_bytes().into()))
}

/// What a driver in this process does to report an event.
fn report(driver: &Fake, registration: i32, event: Event<'static>) {
    let listener = driver.listener.get().and_then(Weak::upgrade).unwrap();
    listener.on_messages(vec![Message::new(Some(registration), event)]);
    listener.on_taken();
}

fn net(name: &'static str, byte: u8) -> remote::NonnullNetwork<'static> {
    remote::NonnullNetwork { name: name.into(), uuid: Uuid([byte; Uuid::LEN]) }
}

fn lifecycle(net: remote::NonnullNetwork<'static>) -> Event<'static> {
    Event::NetworkLifecycle { net, event: 2, detail: 0 }
}

#[test]
fn a_driver_in_this_process_reports_to_closures_and_channels() {
    let (driver, conn) = open();
    let inner = Network::from_wire(&conn, &net("inner", 1));
    let seen = Arc::new(AtomicI32::new(0));
    let count = Arc::clone(&seen);
    let closure = conn
        .on_network_event(0, None, move |_| {
            count.fetch_add(1, Ordering::Relaxed);
        })
        .unwrap();
    let (channel, events) = conn.network_events(0, Some(&inner)).unwrap();
    report(&driver, 0, lifecycle(net("outer", 2)));
    // The second registration of the driver is that of one network; what it sends for it about another is not passed on.
    report(&driver, 1, lifecycle(net("outer", 2)));
    report(&driver, 1, lifecycle(net("inner", 1)));
    assert!(conn.wait_for_events(Duration::ZERO).unwrap());
    assert_eq!(seen.load(Ordering::Relaxed), 1);
    let heard: Vec<_> = events.try_iter().collect();
    assert_eq!(heard, [lifecycle(net("inner", 1))]);
    let of: Vec<_> = heard.iter().map(|event| conn.network_of(event).unwrap().name().clone()).collect();
    assert_eq!(of, [crate::Text::from("inner")]);
    assert!(heard.iter().all(|event| conn.domain_of(event).is_none()));
    assert!(!conn.wait_for_events(Duration::ZERO).unwrap());

    // Whoever waits is woken by a thread of the driver.
    std::thread::scope(|scope| {
        scope.spawn(|| report(&driver, 1, lifecycle(net("inner", 1))));
        while events.try_recv().is_err() {
            conn.wait_for_events(Duration::from_secs(600)).unwrap();
        }
    });
    // The thread may have woken this one after the event was taken.
    conn.wait_for_events(Duration::ZERO).unwrap();
    drop((closure, channel));
    report(&driver, 0, lifecycle(net("outer", 2)));
    assert!(!conn.wait_for_events(Duration::ZERO).unwrap(), "nobody subscribes any more");
    let procedures = [
        remote::Procedure::CONNECT_NETWORK_EVENT_REGISTER_ANY,
        remote::Procedure::CONNECT_NETWORK_EVENT_REGISTER_ANY,
        remote::Procedure::CONNECT_NETWORK_EVENT_DEREGISTER_ANY,
        remote::Procedure::CONNECT_NETWORK_EVENT_DEREGISTER_ANY,
    ];
    assert_eq!(driver.asked(), procedures.map(|procedure| procedure.0));
}

#[test]
fn every_kind_of_object_is_registered_with_a_procedure_of_its_own() {
    let (driver, conn) = open();
    let open = |channel: Result<EventChannel>| drop(channel.unwrap());
    open(conn.domain_events(0, None));
    open(conn.network_events(0, None));
    open(conn.storage_pool_events(0, None));
    open(conn.node_device_events(0, None));
    open(conn.secret_events(0, None));
    open(conn.qemu_monitor_events(None, Some("RESET"), 0));
    assert_eq!(driver.asked(), [316, 317, 313, 314, 368, 369, 374, 375, 380, 381, 4, 5]);
}

#[test]
fn what_is_no_event_or_belongs_elsewhere_is_refused_unasked() {
    let ((driver, conn), (_, other)) = (open(), open());
    let text = |event, source: &EventSource<'_>| {
        let refused = conn.events_of(event, source).unwrap_err();
        assert_eq!(refused.code, ErrorCode::INVALID_ARG);
        refused.text().into_owned()
    };
    let network = Network::from_wire(&other, &net("n", 1));
    assert_eq!(
        text(0, &EventSource::Network(Some(&network))),
        "network 'n' in virConnectNetworkEventRegisterAny must match connection"
    );
    assert_eq!(text(30, &EventSource::Domain(None)), "eventID must be less than 30");
    assert_eq!(text(2, &EventSource::Secret(None)), "eventID in virConnectSecretEventRegisterAny must be less than 2");
    assert_eq!(
        text(-1, &EventSource::NodeDevice(None)),
        "eventID in virConnectNodeDeviceEventRegisterAny must be zero or greater"
    );
    assert!(driver.asked().is_empty());
}

#[test]
fn the_end_of_a_connection_behind_the_daemon_calls_the_close_callback_at_once() {
    let (driver, conn) = open();
    let reason = Arc::new(AtomicI32::new(-1));
    let told = Arc::clone(&reason);
    let close = move || -> OnClose { Box::new(move |reason| told.store(reason.0, Ordering::Relaxed)) };
    conn.events().close().set(1, close).unwrap();
    report(&driver, 0, Event::ConnectionClosed { reason: 3 });
    assert_eq!(reason.load(Ordering::Relaxed), 3);
}

/// A loop that notes what it is asked, and may refuse to start.
#[derive(Debug, Default, Clone)]
struct Noting {
    noted: Arc<Mutex<Vec<&'static str>>>,
    broken: bool,
}

impl Noting {
    fn note(&self, what: &'static str) {
        self.noted.lock().unwrap().push(what);
    }

    fn noted(&self) -> Vec<&'static str> {
        std::mem::take(&mut *self.noted.lock().unwrap())
    }
}

impl EventLoop for Noting {
    fn start(&self, _: &Arc<Events>) -> bool {
        self.note("start");
        !self.broken
    }
    fn wake(&self) {
        self.note("wake");
    }
    fn stop(&self) {
        self.note("stop");
    }
    fn resume_input(&self) {
        self.note("resume");
    }
    fn serve(&self) {
        self.note("serve");
    }
    fn leave(&self) {
        self.note("leave");
    }
}

fn with_loop(broken: bool) -> (Arc<Fake>, Connection, Noting) {
    let (driver, conn) = open();
    let noting = Noting { broken, ..Noting::default() };
    conn.events().set_event_loop(Box::new(noting.clone()));
    (driver, conn, noting)
}

#[test]
fn an_event_loop_runs_while_somebody_subscribes_and_is_woken_once() {
    let (driver, conn, noting) = with_loop(false);
    report(&driver, 0, lifecycle(net("early", 1)));
    assert!(noting.noted().is_empty(), "nobody subscribes");
    let (first, events) = conn.network_events(0, None).unwrap();
    let (second, _events) = conn.network_events(1, None).unwrap();
    assert_eq!(noting.noted(), ["start"]);
    report(&driver, 0, lifecycle(net("one", 1)));
    report(&driver, 0, lifecycle(net("two", 1)));
    assert_eq!(noting.noted(), ["wake"]);
    conn.events().deliver();
    assert_eq!(events.try_iter().count(), 2);
    report(&driver, 0, lifecycle(net("three", 1)));
    assert_eq!(noting.noted(), ["wake"]);
    drop(first);
    assert!(noting.noted().is_empty());
    drop(second);
    assert_eq!(noting.noted(), ["stop"]);
    conn.events().deliver();
    assert_eq!(events.try_iter().count(), 0, "what waited is gone with the last subscriber");
    conn.events().resume_input();
    conn.events().serve();
    drop(conn);
    assert_eq!(noting.noted(), ["resume", "serve", "leave"]);
}

#[test]
fn a_loop_that_does_not_start_refuses_the_subscription() {
    let (driver, conn, noting) = with_loop(true);
    let refused = conn.network_events(0, None).unwrap_err();
    assert_eq!(refused.code, ErrorCode::INTERNAL_ERROR);
    assert!(refused.text().ends_with("could not initialize domain event timer"), "{refused}");
    assert_eq!((noting.noted(), driver.asked()), (vec!["start"], vec![]));
}

#[test]
fn a_registration_that_the_driver_refuses_leaves_nothing() {
    let (driver, conn) = Fake::open(|_, _| Err(Error::bare(ErrorDomain::NETWORK, ErrorCode::OPERATION_FAILED)));
    let noting = Noting::default();
    conn.events().set_event_loop(Box::new(noting.clone()));
    assert_eq!(conn.network_events(0, None).unwrap_err().code, ErrorCode::OPERATION_FAILED);
    assert_eq!((noting.noted(), driver.asked().len()), (vec!["start", "stop"], 1));
    assert_eq!(conn.unsubscribe(EventClass::Network, 0).unwrap_err().code, ErrorCode::INVALID_ARG);
}

/// Does something with the connection when it hears of an event.
struct Acting<F>(F, AtomicI32);

impl<F> Debug for Acting<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Acting")
    }
}

impl<F: Fn() -> ControlFlow<()> + Send + Sync> Subscriber for Acting<F> {
    fn deliver(&self, _: &Event<'_>) -> ControlFlow<()> {
        self.1.fetch_add(1, Ordering::Relaxed);
        (self.0)()
    }
}

#[test]
fn a_subscriber_that_is_removed_while_it_hears_ends_after_the_delivery() {
    let (driver, conn, noting) = with_loop(false);
    let (own, alive) = (conn.clone(), Arc::new(()));
    let held = Arc::clone(&alive);
    let acting = Acting(
        move || {
            own.unsubscribe(EventClass::Network, 0).unwrap();
            // Delivering again from inside neither ends the subscriber nor tells it twice.
            own.events().deliver();
            assert_eq!(Arc::strong_count(&held), 2);
            ControlFlow::Continue(())
        },
        AtomicI32::new(0),
    );
    let (source, acting) = (EventSource::Network(None), Arc::new(acting));
    assert_eq!(conn.subscribe(0, &source, 1, Arc::<Acting<_>>::clone(&acting) as _), Ok(0));
    report(&driver, 0, lifecycle(net("one", 1)));
    report(&driver, 0, lifecycle(net("two", 1)));
    noting.noted();
    conn.events().deliver();
    assert_eq!((acting.1.load(Ordering::Relaxed), Arc::strong_count(&acting)), (1, 1));
    assert_eq!(noting.noted(), ["stop"]);
}

#[test]
fn what_a_subscriber_does_not_take_stays_and_wakes_again() {
    let (driver, conn, noting) = with_loop(false);
    let takes = Arc::new(AtomicI32::new(1));
    let left = Arc::clone(&takes);
    let acting = Arc::new(Acting(
        move || {
            let left = left.fetch_sub(1, Ordering::Relaxed);
            if left > 0 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        },
        AtomicI32::new(0),
    ));
    conn.subscribe(0, &EventSource::Network(None), 1, Arc::<Acting<_>>::clone(&acting) as _).unwrap();
    for name in ["one", "two", "three"] {
        report(&driver, 0, lifecycle(net(name, 1)));
    }
    noting.noted();
    conn.events().deliver();
    // The second was its own affair; the third waits.
    assert_eq!((acting.1.load(Ordering::Relaxed), noting.noted()), (2, vec!["wake"]));
    takes.store(9, Ordering::Relaxed);
    conn.events().deliver();
    assert_eq!((acting.1.load(Ordering::Relaxed), noting.noted()), (3, vec![]));
}

#[test]
fn events_without_a_registration_are_those_of_all_who_share() {
    let (driver, conn) = open();
    let (_subscription, events) = conn.network_events(0, None).unwrap();
    let listener = driver.listener.get().and_then(Weak::upgrade).unwrap();
    listener.on_messages(vec![
        Message::new(None, lifecycle(net("old", 1))),
        Message::new(Some(0), lifecycle(net("new", 1))),
    ]);
    conn.events().deliver();
    assert_eq!(events.try_iter().collect::<Vec<_>>(), [lifecycle(net("new", 1))]);
}

#[test]
fn where_the_driver_does_not_filter_all_of_an_event_is_heard() {
    let (driver, conn) = open();
    driver.unfiltered.store(true, Ordering::Relaxed);
    let (_subscription, events) = conn.domain_events(0, None).unwrap();
    let dom = remote::NonnullDomain { name: "guest".into(), uuid: Uuid([1; Uuid::LEN]), id: 1 };
    let started = Event::DomainLifecycle { dom, event: 2, detail: 0 };
    let listener = driver.listener.get().and_then(Weak::upgrade).unwrap();
    listener.on_messages(vec![Message::new(None, started.clone()), Message::new(Some(0), started.clone())]);
    conn.events().deliver();
    assert_eq!(events.try_iter().collect::<Vec<_>>(), [started]);
}

#[test]
fn whether_there_is_a_close_callback_is_shown() {
    let (_driver, conn) = open();
    assert!(format!("{:?}", conn.events()).contains("CloseCallback { registered: false }"));
    conn.on_close(Box::new(|_| ())).unwrap();
    assert!(format!("{:?}", conn.events()).contains("CloseCallback { registered: true }"));
}

#[test]
fn the_end_of_a_session_calls_the_close_callback() {
    let (driver, conn) = open();
    let (sender, receiver) = std::sync::mpsc::channel();
    conn.on_close(Box::new(move |reason: CloseReason| sender.send(reason).unwrap())).unwrap();
    driver.listener.get().and_then(Weak::upgrade).unwrap().on_closed(CloseReason::EOF);
    assert_eq!(receiver.try_iter().collect::<Vec<_>>(), [CloseReason::EOF]);
}
