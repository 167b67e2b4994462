//! Closing a connection whose peer says nothing, and what a peer that sends too much is allowed.
use super::tests::{frame, header, pair, read_frame, reply_to};
use super::*;
use crate::link::StreamEnd;
use oxivirt_protocol::{Listener, Message, Receive};
use oxivirt_rpc::{Kind, QueueLimits, Status, start_frame};
use std::io::Write;
use std::sync::{Arc, Mutex, Weak};
use std::thread;

/// Long enough that a test which waits for it has failed.
const NEVER: Duration = Duration::from_secs(600);

fn request(procedure: u32) -> (Header, Vec<u8>) {
    let header = header(procedure);
    let mut frame = Vec::new();
    start_frame(&mut frame, &header);
    (header, frame)
}

fn last(link: &Link, timeout: Duration) -> Ended {
    let (header, frame) = request(2);
    link.call_last(&header, frame, Instant::now().checked_add(timeout))
}

fn local(ended: &Ended) -> bool {
    matches!(ended, Ended::With(Outcome::Failed(Cause::Local)))
}

#[test]
fn calls_of_other_threads_end_at_once() {
    let (link, mut peer) = pair();
    let (header, opening) = request(7);
    let server = {
        let mut peer = peer.try_clone().unwrap();
        thread::spawn(move || {
            let (header, _) = read_frame(&mut peer).unwrap();
            peer.write_all(&frame(&reply_to(&header), b"")).unwrap();
        })
    };
    let (_, stream) = link.call_opening(&header, opening, Vec::new(), None, Some(false));
    server.join().unwrap();
    thread::scope(|scope| {
        let calls: Vec<_> = (0..4)
            .map(|_| {
                let link = &link;
                scope.spawn(move || {
                    let (header, frame) = request(7);
                    link.call(&header, frame, Vec::new(), None)
                })
            })
            .collect();
        let (wait, shared) = (Receive { want: 1, stop_at_hole: false, wait: true }, &link);
        let stream = scope.spawn(move || shared.receive_packet(stream.unwrap(), wait, &mut |_| {}, None).unwrap_err());
        // All of them wait: their frames have come, and one reads for everybody.
        for _ in 0..4 {
            read_frame(&mut peer).unwrap();
        }
        while !link.shared.lock().reading() {
            thread::yield_now();
        }
        // Somebody reads, so the answer of the silent peer is not waited for.
        assert!(local(&last(&link, NEVER)));
        link.close();
        for call in calls {
            assert!(local(&call.join().unwrap()));
        }
        assert!(matches!(stream.join().unwrap(), StreamEnd::Connection(Cause::Local)));
    });
    // The peer was told, and then it ended.
    assert_eq!(read_frame(&mut peer).unwrap().0.procedure, 2);
    assert!(read_frame(&mut peer).is_none());
    assert!(link.shared.lock().idle());
}

#[test]
fn a_silent_peer_is_told_and_waited_for_shortly() {
    let (link, mut peer) = pair();
    let begin = Instant::now();
    let Ended::TimedOut(waited) = last(&link, Duration::from_millis(30)) else { panic!("there is an answer") };
    // The time that is told begins a moment later than the limit.
    let all = begin.elapsed();
    assert!(all.as_millis() >= 30 && waited <= all && !waited.is_zero(), "{waited:?} of {all:?}");
    assert!(link.closed().is_some());
    let (header, frame) = request(7);
    assert!(local(&link.call(&header, frame, Vec::new(), None)));
    assert!(local(&last(&link, NEVER)));
    link.close();
    assert_eq!(read_frame(&mut peer).unwrap().0.procedure, 2);
    assert!(read_frame(&mut peer).is_none());
}

#[test]
fn a_peer_that_answers_is_waited_for() {
    let (link, mut peer) = pair();
    let server = thread::spawn(move || {
        let (header, _) = read_frame(&mut peer).unwrap();
        peer.write_all(&frame(&reply_to(&header), b"bye")).unwrap();
        peer
    });
    assert!(matches!(last(&link, NEVER), Ended::With(Outcome::Reply { payload, .. }) if payload == b"bye"));
    server.join().unwrap();
}

/// Keeps every message, as a program whose event loop does not run.
#[derive(Debug, Default)]
struct Hoard(Mutex<Vec<Message>>);

impl Listener for Hoard {
    fn on_messages(&self, messages: Vec<Message>) {
        self.0.lock().unwrap().extend(messages);
    }

    fn on_closed(&self, _: oxivirt_protocol::CloseReason) {}
}

#[test]
fn events_that_nobody_takes_are_bounded() {
    let (link, peer) = pair();
    let hoard = Arc::new(Hoard::default());
    let weak: Weak<Hoard> = Arc::downgrade(&hoard);
    link.listen(weak);
    let event = Header { kind: Kind::MESSAGE, status: Status::OK, ..header(100) };
    let megabyte = frame(&event, &vec![0; 1 << 20]);
    let soft = QueueLimits::DEFAULT.soft;
    let sender = thread::spawn(move || {
        let mut peer = peer;
        for _ in 0..(soft >> 20) + 4 {
            peer.write_all(&megabyte).unwrap();
        }
        peer
    });
    // An event loop's turns: until the first hold, which is over when this thread was not run for a moment.
    while link.wants_input() || link.deadline().is_none() {
        link.on_readable();
    }
    let held = link.notifications.undelivered();
    assert!(held >= soft && held < soft + (2 << 20), "{held}");
    let before = link.notifications.undelivered();
    link.on_readable();
    assert!(link.notifications.undelivered() <= before + (1 << 20));
    // They are taken: nothing holds input back any more.
    hoard.0.lock().unwrap().clear();
    assert_eq!(link.notifications.undelivered(), 0);
    assert!(link.wants_input() && link.deadline().is_none());
    while hoard.0.lock().unwrap().len() < 2 {
        link.on_readable();
    }
    drop(link);
    drop(sender.join());
}
