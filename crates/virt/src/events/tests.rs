//! Events of a driver in this process, from its report to closures and channels.
use super::*;
use crate::testing::Fake;
use crate::{Connection, EventChannel, EventSource, Network, Uuid};
use oxivirt_protocol::remote;
use std::sync::Weak;
use std::sync::atomic::{AtomicI32, Ordering};
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
