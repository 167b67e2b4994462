//! What a peer can make an engine keep is bounded, and the last call ends all others.
use super::*;
use crate::{Cause, Notice, QueueLimits};

const TIGHT: Limits = Limits {
    requests: 2,
    calls: 3,
    output: 100,
    stream: QueueLimits::DEFAULT,
    events: QueueLimits { soft: 1000, hard: 2000, grace: Duration::from_secs(15) },
};

fn client(now: Instant) -> Engine {
    Engine::new(Role::Client, PROGRAMS, TIGHT, now)
}

fn last_call(client: &mut Engine) -> Result<u32, Cause> {
    let header = header(2, Kind::CALL, 0);
    let mut frame = Vec::new();
    start_frame(&mut frame, &header);
    client.start_last_call(&header, frame)
}

fn refused(client: &mut Engine) -> Option<Cause> {
    let header = header(7, Kind::CALL, 0);
    client.start_call(&header, frame(&header, b""), Vec::new()).err()
}

#[test]
fn calls_without_reply_are_counted() {
    let now = Instant::now();
    let mut client = client(now);
    let serials: Vec<u32> = (0..3).map(|_| call(&mut client, 7, b"")).collect();
    output(&mut client);
    assert_eq!(refused(&mut client), Some(Cause::TooManyCalls(3)));
    // Giving up does not help: the replies may still come.
    serials.iter().for_each(|&serial| client.abandon_call(serial));
    assert_eq!(refused(&mut client), Some(Cause::TooManyCalls(3)));
    assert!(client.drained() && client.closed().is_none());
    let late = header(7, Kind::REPLY, serials[1]);
    client.handle_input(now, &frame(&late, b"too late"), Vec::new());
    assert!(client.has_notices() && client.poll_completion().is_none());
    assert_eq!(client.poll_notice(), Some(Notice::LateReply(late)));
    assert_eq!(refused(&mut client), None);
}

#[test]
fn a_call_given_up_before_it_was_sent_leaves_nothing() {
    let mut client = client(Instant::now());
    let first = call(&mut client, 7, b"first");
    let second = call(&mut client, 7, b"second");
    let third = call(&mut client, 7, b"third");
    client.handle_sent(1);
    assert_eq!((client.frames_queued(), client.frames_sent()), (3, 0));
    client.abandon_call(second);
    client.abandon_call(second);
    // The first was begun: what was begun is sent to its end.
    client.abandon_call(first);
    assert_eq!((client.in_flight(), client.frames_sent()), (2, 0));
    let sent = output(&mut client);
    assert_eq!(sent.len(), 27 + 5 + 28 + 5);
    assert!(sent.ends_with(b"third"));
    assert_eq!((client.frames_queued(), client.frames_sent()), (3, 3));
    client.abandon_call(third);
    assert_eq!(client.in_flight(), 2);
}

#[test]
fn frames_behind_one_that_waits_are_not_counted_as_sent() {
    let mut client = client(Instant::now());
    call(&mut client, 7, b"first");
    let second = call(&mut client, 7, b"second");
    client.abandon_call(second);
    assert_eq!((client.frames_queued(), client.frames_sent()), (2, 0));
    output(&mut client);
    assert_eq!(client.frames_sent(), 2);
}

#[test]
fn pings_that_a_peer_does_not_take_are_dropped() {
    let now = Instant::now();
    let mut client = client(now);
    let ping = Header {
        program: crate::KEEPALIVE_PROGRAM,
        version: 1,
        procedure: 1,
        kind: Kind::MESSAGE,
        serial: 0,
        status: Status::OK,
    };
    let mut dropped = 0;
    for _ in 0..100 {
        client.handle_input(now, &frame(&ping, b""), Vec::new());
        dropped += usize::from(client.poll_notice() == Some(Notice::PongDropped));
    }
    // 28 bytes each: the fourth makes it 112.
    assert_eq!(dropped, 96);
    client.start_keepalive(seconds(1), 3);
    client.handle_timeout(now + seconds(1));
    assert_eq!(client.poll_notice(), Some(Notice::PingDropped));
    assert!(!client.has_notices());
    assert_eq!(output(&mut client).len(), 4 * 28);
    client.handle_timeout(now + seconds(2));
    assert_eq!(output(&mut client).len(), 28);
    // What nobody asks for is not kept without end.
    for _ in 0..1000 {
        client.handle_input(now, &frame(&ping, b""), Vec::new());
    }
    assert_eq!(std::iter::from_fn(|| client.poll_notice()).count(), 16);
}

#[test]
fn events_that_nobody_takes_slow_input_down_and_end_it() {
    let start = Instant::now();
    let mut client = client(start);
    assert_eq!(client.hold(start, true, 999), None);
    let slow = client.hold(start, false, 1000).unwrap();
    assert_eq!(client.hold(start, true, 1999), Some(slow));
    assert!(slow > start && slow < start + seconds(1));
    assert_eq!(client.hold(slow, true, 1999), None);
    // Full: nothing is read while something is taken now and then.
    let mut now = slow;
    for left in (2000..2010).rev() {
        now += seconds(14);
        assert!(client.hold(now, true, left).is_some_and(|next| next > now), "{left}");
    }
    // Pings are behind it too.
    client.start_keepalive(seconds(1), 1);
    for _ in 0..10 {
        now += seconds(1);
        client.handle_timeout(now);
        assert!(client.hold(now, true, 2000).is_some() && client.closed().is_none());
    }
    assert_eq!(client.hold(now + seconds(10), true, 2000), None);
    assert_eq!(client.closed(), Some(&Cause::EventOverflow(2000)));
}

#[test]
fn the_last_call_ends_all_others_and_may_be_answered() {
    let now = Instant::now();
    let mut client = client(now);
    let sent = call(&mut client, 7, b"sent");
    output(&mut client);
    let unsent = call(&mut client, 7, b"unsent");
    let head = header(7, Kind::CALL, 0);
    client.open_stream(&head, sent, false);
    let last = last_call(&mut client).unwrap();
    assert_eq!(client.refuses(), Some(&Cause::Local));
    assert_eq!(client.closed(), None);
    assert_eq!(client.poll_stream(), Some(sent));
    for serial in [sent, unsent] {
        let done = client.poll_completion().unwrap();
        assert_eq!(done.serial, serial);
        assert!(matches!(done.outcome, Outcome::Failed(Cause::Local)));
    }
    assert!(client.poll_completion().is_none());
    assert_eq!(refused(&mut client), Some(Cause::Local));
    assert_eq!(client.send_packet(sent, Kind::STREAM, b"x"), Err(Cause::Local));
    assert_eq!(client.close_stream(sent, true), Err(Cause::Local));
    assert_eq!(last_call(&mut client), Err(Cause::Local));
    // Only the last call's frame goes out.
    assert_eq!(output(&mut client).len(), 28);
    for (procedure, serial) in [(7, sent), (2, last)] {
        client.handle_input(now, &frame(&header(procedure, Kind::REPLY, serial), b""), Vec::new());
    }
    let done = client.poll_completion().unwrap();
    assert_eq!(done.serial, last);
    assert!(matches!(done.outcome, Outcome::Reply { .. }));
    assert_eq!((client.in_flight(), client.closed(), client.has_notices()), (0, None, false));
}
