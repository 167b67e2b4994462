//! Both roles together: calls, descriptors, events, keepalive.
use super::*;
use crate::Cause;

fn answer(server: &mut Engine, fds: Vec<OwnedFd>) -> usize {
    let mut fds = Some(fds);
    let calls = std::iter::from_fn(|| server.poll_event()).collect::<Vec<_>>();
    let served = calls.len();
    for event in calls {
        let Event::Call { header, payload, .. } = event else { panic!("{event:?}") };
        server.send_reply(&header, &payload, fds.take().unwrap_or_default()).unwrap();
    }
    served
}

#[test]
fn calls_and_replies_at_every_step_width() {
    let now = Instant::now();
    for step in [1, 2, 3, 5, 27, 28, 29, 100, 100_000] {
        let (mut client, mut server) = (engine(Role::Client), engine(Role::Server));
        let payloads: Vec<Vec<u8>> = (0u8..5).map(|n| vec![n; usize::from(n) * 300]).collect();
        let serials: Vec<u32> = payloads.iter().map(|p| call(&mut client, 7, p)).collect();
        assert_eq!(serials, [0, 1, 2, 3, 4]);
        assert_eq!(client.in_flight(), 5);
        deliver(&mut client, &mut server, now, step);
        assert_eq!(answer(&mut server, Vec::new()), 5);
        deliver(&mut server, &mut client, now, step);
        for (serial, sent) in serials.into_iter().zip(payloads) {
            let done = client.poll_completion().unwrap();
            assert_eq!(done.serial, serial);
            let Outcome::Reply { payload, fds } = done.outcome else { panic!("{done:?}") };
            assert_eq!(payload, sent);
            assert!(fds.is_empty());
        }
        assert_eq!(client.in_flight(), 0);
        assert!(client.closed().is_none() && server.closed().is_none());
    }
}

#[test]
fn replies_out_of_order_find_their_calls() {
    let now = Instant::now();
    let mut client = engine(Role::Client);
    let serials: Vec<u32> = (0..4).map(|_| call(&mut client, 7, b"")).collect();
    for serial in [2, 0, 3, 1] {
        let reply = frame(&header(7, Kind::REPLY, serial), &[u8::try_from(serial).unwrap(); 4]);
        client.handle_input(now, &reply, Vec::new());
        let done = client.poll_completion().unwrap();
        assert_eq!(done.serial, serial);
        assert!(serials.contains(&serial));
        assert!(matches!(done.outcome, Outcome::Reply { payload, .. } if payload[0] == serial as u8));
    }
}

fn fds(count: usize) -> Vec<OwnedFd> {
    (0..count).map(|_| std::fs::File::open("/dev/null").unwrap().into()).collect()
}

#[test]
fn descriptors_go_both_ways_at_every_step_width() {
    let now = Instant::now();
    for (step, count) in [(1, 1), (3, 32), (28, 2), (1000, 32)] {
        let (mut client, mut server) = (engine(Role::Client), engine(Role::Server));
        call_with_fds(&mut client, 9, b"abcd", fds(count));
        call(&mut client, 8, b"next");
        deliver(&mut client, &mut server, now, step);
        let Some(Event::Call { header, payload, fds: got }) = server.poll_event() else {
            panic!("no call, {:?}", server.closed());
        };
        assert_eq!((payload.as_slice(), got.len()), (b"abcd".as_slice(), count));
        server.send_reply(&header, b"wxyz", got).unwrap();
        answer(&mut server, Vec::new());
        deliver(&mut server, &mut client, now, step);
        let Outcome::Reply { payload, fds } = client.poll_completion().unwrap().outcome else {
            panic!("no reply");
        };
        assert_eq!((payload.as_slice(), fds.len()), (b"wxyz".as_slice(), count));
        assert!(client.poll_completion().is_some());
    }
}

#[test]
fn a_flood_of_events_between_call_and_reply() {
    let now = Instant::now();
    let mut client = engine(Role::Client);
    call(&mut client, 7, b"");
    let mut bytes = Vec::new();
    for number in 0..10_000u32 {
        bytes.extend(frame(&header(100, Kind::MESSAGE, 1), &number.to_be_bytes()));
    }
    bytes.extend(frame(&header(7, Kind::REPLY, 0), b"done"));
    client.handle_input(now, &bytes, Vec::new());
    assert!(matches!(client.poll_completion().unwrap().outcome, Outcome::Reply { .. }));
    for number in 0..10_000u32 {
        let Some(Event::Message { payload, .. }) = client.poll_event() else { panic!("lost") };
        assert_eq!(payload, number.to_be_bytes());
    }
    assert!(client.poll_event().is_none());
}

#[test]
fn an_abandoned_reply_is_dropped_and_the_connection_lives() {
    let now = Instant::now();
    let (mut client, mut server) = (engine(Role::Client), engine(Role::Server));
    let gone = call(&mut client, 7, b"slow");
    client.abandon_call(gone);
    let kept = call(&mut client, 7, b"fast");
    deliver(&mut client, &mut server, now, 64);
    answer(&mut server, Vec::new());
    deliver(&mut server, &mut client, now, 64);
    assert_eq!(client.poll_completion().unwrap().serial, kept);
    assert!(client.poll_completion().is_none() && client.closed().is_none());
}

#[test]
fn the_requests_buffer_becomes_the_replys() {
    let now = Instant::now();
    let mut client = engine(Role::Client);
    let head = header(7, Kind::CALL, 0);
    let mut request = Vec::with_capacity(4096);
    start_frame(&mut request, &head);
    let at = request.as_ptr();
    client.start_call(&head, request, Vec::new()).unwrap();
    output(&mut client);
    client.handle_input(now, &frame(&header(7, Kind::REPLY, 0), &[5; 1000]), Vec::new());
    let Outcome::Reply { payload, .. } = client.poll_completion().unwrap().outcome else { panic!() };
    assert_eq!(payload.as_ptr(), at);
    assert_eq!(payload, [5; 1000]);
}

#[test]
fn pings_are_answered_without_being_asked_to() {
    let now = Instant::now();
    let (mut client, mut server) = (engine(Role::Client), engine(Role::Server));
    server.start_keepalive(seconds(5), 2);
    server.handle_timeout(now + seconds(6));
    deliver(&mut server, &mut client, now, 1);
    assert!(!client.drained());
    let later = now + seconds(7);
    deliver(&mut client, &mut server, later, 1);
    assert_eq!(server.poll_deadline(), Some(later + seconds(5)));
    assert!(client.poll_event().is_none() && server.poll_event().is_none());
}

#[test]
fn a_silent_peer_is_given_up_after_count_pings() {
    let start = Instant::now();
    let mut client = Engine::new(Role::Client, PROGRAMS, Limits::DEFAULT, start);
    assert_eq!(client.poll_deadline(), None);
    client.start_keepalive(seconds(5), 3);
    call(&mut client, 7, b"");
    output(&mut client);
    let mut now = start;
    for _ in 0..3 {
        assert_eq!(client.poll_deadline(), Some(now + seconds(5)));
        client.handle_timeout(now + seconds(4));
        assert!(client.drained());
        now += seconds(5);
        client.handle_timeout(now);
        assert_eq!(output(&mut client).len(), 28);
    }
    client.handle_timeout(now + seconds(5));
    assert_eq!(client.closed(), Some(&Cause::Keepalive(3)));
    let done = client.poll_completion().unwrap();
    assert!(matches!(done.outcome, Outcome::Failed(Cause::Keepalive(3))));
}

#[test]
fn keepalive_at_the_edges() {
    let now = Instant::now();
    let mut client = Engine::new(Role::Client, PROGRAMS, Limits::DEFAULT, now);
    client.start_keepalive(Duration::MAX, u32::MAX);
    assert_eq!(client.poll_deadline(), None);
    client.handle_timeout(now + seconds(1_000_000));
    assert!(client.drained() && client.closed().is_none());
    client.start_keepalive(seconds(1), 0);
    client.handle_timeout(now + seconds(1));
    assert_eq!(client.closed(), Some(&Cause::Keepalive(0)));
}

#[test]
fn a_peer_that_answers_pings_but_no_calls_is_not_dead() {
    let mut now = Instant::now();
    let mut client = Engine::new(Role::Client, PROGRAMS, Limits::DEFAULT, now);
    let mut server = Engine::new(Role::Server, PROGRAMS, Limits::DEFAULT, now);
    client.start_keepalive(seconds(1), 1);
    call(&mut client, 7, b"");
    for _ in 0..100 {
        now += seconds(1);
        client.handle_timeout(now);
        deliver(&mut client, &mut server, now, 9);
        deliver(&mut server, &mut client, now, 9);
    }
    assert!(client.closed().is_none());
    assert_eq!(client.in_flight(), 1);
}

#[test]
fn messages_of_unknown_procedures_are_ignored() {
    let now = Instant::now();
    let mut client = engine(Role::Client);
    client.handle_input(now, &frame(&header(4000, Kind::MESSAGE, 0), b"from the future"), vec![]);
    assert!(client.closed().is_none() && client.poll_event().is_none());
}
