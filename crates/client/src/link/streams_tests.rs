//! Streams against scripted servers at the other end of a socket pair.
use super::super::connection::tests::{frame, header, pair, read_frame, reply_to};
use super::super::ended::Ended as Reply;
use super::*;
use oxivirt_rpc::{Header, QueueLimits, Status, start_frame};
use std::fs::File;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const BLOCKING: Receive = Receive { want: 1 << 20, wait: true, stop_at_hole: false };

/// Opens a stream; the server answers in a thread of its own and goes on with `script`.
fn open<T: Send + 'static>(
    script: impl FnOnce(File, Header) -> T + Send + 'static,
) -> (Arc<Link>, u32, thread::JoinHandle<T>) {
    let (link, mut peer) = pair();
    let server = thread::spawn(move || {
        let (header, _) = read_frame(&mut peer).unwrap();
        peer.write_all(&frame(&reply_to(&header), b"")).unwrap();
        script(peer, header)
    });
    let header = header(7);
    let mut request = Vec::new();
    start_frame(&mut request, &header);
    let (_, serial) = link.call_opening(&header, request, Vec::new(), None, Some(true));
    (Arc::new(link), serial.unwrap(), server)
}

fn packet(call: &Header, status: Status, payload: &[u8]) -> Vec<u8> {
    let header = Header { kind: Kind::STREAM, status, ..*call };
    frame(&header, payload)
}

fn take(link: &Link, serial: u32, how: Receive) -> Result<Vec<u8>> {
    let mut data = Vec::new();
    link.receive_packet(serial, how, &mut |piece| data.extend_from_slice(piece), None)?;
    Ok(data)
}

fn call(link: &Link) -> Reply {
    let header = header(8);
    let mut request = Vec::new();
    start_frame(&mut request, &header);
    link.call(&header, request, Vec::new(), None)
}

#[test]
fn a_reader_waits_for_data_and_sees_the_end() {
    let (link, serial, server) = open(|mut peer, call| {
        for data in [b"one".as_slice(), b"two", b""] {
            peer.write_all(&packet(&call, Status::CONTINUE, data)).unwrap();
        }
        peer
    });
    let mut data = Vec::new();
    loop {
        let piece = take(&link, serial, BLOCKING).unwrap();
        if piece.is_empty() {
            break;
        }
        data.extend(piece);
    }
    assert_eq!(data, b"onetwo");
    server.join().unwrap();
}

#[test]
fn a_packet_larger_than_the_socket_takes_is_sent_whole() {
    let large = vec![7; 4 << 20];
    let (link, serial, server) = open(|mut peer, _| read_frame(&mut peer).unwrap());
    link.send_packet(serial, Kind::STREAM, &large, None).unwrap();
    let (header, payload) = server.join().unwrap();
    assert_eq!((header.kind, header.status), (Kind::STREAM, Status::CONTINUE));
    assert!(payload == large);
}

#[test]
fn many_threads_send_receive_and_call_at_once() {
    const ROUNDS: usize = 200;
    // Echoes packets and calls until the client is gone.
    let (link, serial, server) = open(|mut peer, _| {
        while let Some((header, payload)) = read_frame(&mut peer) {
            let answer = match header.kind {
                Kind::STREAM => frame(&header, &payload),
                _ => frame(&reply_to(&header), &payload),
            };
            peer.write_all(&answer).unwrap();
        }
    });
    thread::scope(|scope| {
        scope.spawn(|| {
            for _ in 0..ROUNDS {
                link.send_packet(serial, Kind::STREAM, &[1; 1000], None).unwrap();
            }
        });
        scope.spawn(|| {
            let mut got = 0;
            while got < ROUNDS * 1000 {
                got += take(&link, serial, BLOCKING).unwrap().len();
            }
            assert_eq!(got, ROUNDS * 1000);
        });
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..ROUNDS {
                    assert!(matches!(call(&link), Reply::With(oxivirt_rpc::Outcome::Reply { .. })));
                }
            });
        }
    });
    link.close();
    server.join().unwrap();
}

#[test]
fn finish_waits_for_the_answer_and_an_abort_gets_the_error() {
    let (link, serial, server) = open(|mut peer, call| {
        let (end, _) = read_frame(&mut peer).unwrap();
        // Data that was on its way comes before the answer.
        peer.write_all(&packet(&call, Status::CONTINUE, b"late")).unwrap();
        peer.write_all(&packet(&call, Status::OK, b"")).unwrap();
        (end.kind, end.status)
    });
    link.close_stream(serial, false, None).unwrap();
    assert_eq!(server.join().unwrap(), (Kind::STREAM, Status::OK));
    let again = link.close_stream(serial, true, None).unwrap_err();
    assert!(matches!(again, StreamEnd::Stream(StreamError::Closed)));
    let late = take(&link, serial, BLOCKING).unwrap_err();
    assert!(matches!(late, StreamEnd::Stream(StreamError::Closed)));

    let (link, serial, server) = open(|mut peer, call| {
        // Both ends abort: the daemon's error crosses the client's.
        peer.write_all(&packet(&call, Status::ERROR, b"why")).unwrap();
        read_frame(&mut peer).map(|(header, _)| header.status)
    });
    // Whether the error is there before the abort is sent or not: it is the outcome.
    let failed = link.close_stream(serial, true, None).unwrap_err();
    assert!(matches!(failed, StreamEnd::Stream(StreamError::Failed(why)) if why == b"why"));
    drop(link);
    // Nothing is sent for a stream that is known to have failed.
    assert!(server.join().unwrap().is_none_or(|status| status == Status::ERROR));
}

#[test]
fn an_error_wakes_the_reader_and_stays() {
    let (link, serial, server) = open(|mut peer, call| {
        peer.write_all(&packet(&call, Status::ERROR, b"why")).unwrap();
        peer
    });
    for _ in 0..2 {
        let failed = take(&link, serial, BLOCKING).unwrap_err();
        assert!(matches!(failed, StreamEnd::Stream(StreamError::Failed(_))));
    }
    let failed = link.send_packet(serial, Kind::STREAM, b"x", None).unwrap_err();
    assert!(matches!(failed, StreamEnd::Stream(StreamError::Failed(_))));
    server.join().unwrap();
}

#[test]
fn a_sender_notices_the_error_without_reading() {
    let (link, serial, server) = open(|mut peer, call| {
        read_frame(&mut peer).unwrap();
        peer.write_all(&packet(&call, Status::ERROR, b"full")).unwrap();
        peer
    });
    let failed = loop {
        if let Err(failed) = link.send_packet(serial, Kind::STREAM, b"x", None) {
            break failed;
        }
    };
    assert!(matches!(failed, StreamEnd::Stream(StreamError::Failed(_))));
    server.join().unwrap();
}

#[test]
fn the_end_of_the_connection_ends_every_wait() {
    let (link, serial, server) = open(|peer, _| drop(peer));
    let lost = take(&link, serial, BLOCKING).unwrap_err();
    assert!(matches!(lost, StreamEnd::Connection(_)));
    assert!(link.stream_ready(serial));
    let lost = link.close_stream(serial, false, None).unwrap_err();
    assert!(matches!(lost, StreamEnd::Connection(Cause::Local)));
    server.join().unwrap();
}

#[test]
fn nonblocking_and_forgotten_streams_do_not_wait() {
    let (link, serial, server) = open(|peer, _| peer);
    let how = Receive { wait: false, ..BLOCKING };
    let taken = link.receive_packet(serial, how, &mut |_| {}, None).unwrap();
    assert_eq!(taken, Taken::Nothing);
    assert!(!link.stream_ready(serial));
    link.forget_stream(serial);
    let gone = take(&link, serial, BLOCKING).unwrap_err();
    assert!(matches!(gone, StreamEnd::Stream(StreamError::Closed)));
    server.join().unwrap();
}

#[test]
fn observers_hear_of_data_and_of_the_end_and_may_come_back() {
    let (link, serial, server) = open(|mut peer, call| {
        read_frame(&mut peer).unwrap();
        peer.write_all(&packet(&call, Status::CONTINUE, b"data")).unwrap();
        peer
    });
    let told = Arc::new(AtomicUsize::new(0));
    let (inside, count) = (Arc::downgrade(&link), Arc::clone(&told));
    let observer = move || {
        // No lock is held: the link can be asked.
        if inside.upgrade().is_some_and(|link| link.stream_ready(serial)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    };
    link.observe_stream(serial, Some(Arc::new(observer)));
    link.send_packet(serial, Kind::STREAM, b"go", None).unwrap();
    assert_eq!(take(&link, serial, BLOCKING).unwrap(), b"data");
    assert!(told.load(Ordering::Relaxed) <= 1);
    let before = told.load(Ordering::Relaxed);
    drop(server.join().unwrap());
    assert!(take(&link, serial, BLOCKING).is_err());
    assert_eq!(told.load(Ordering::Relaxed), before + 1);
}

#[test]
fn a_call_gets_its_reply_from_behind_more_data_than_is_kept() {
    let megabytes = 2 * (QueueLimits::DEFAULT.soft >> 20);
    let (link, serial, server) = open(move |mut peer, call| {
        for _ in 0..megabytes {
            peer.write_all(&packet(&call, Status::CONTINUE, &vec![1; 1 << 20])).unwrap();
        }
        let (header, _) = read_frame(&mut peer).unwrap();
        peer.write_all(&frame(&reply_to(&header), b"")).unwrap();
        peer
    });
    // Nobody reads the stream, and the loop stops at the limit …
    while link.wants_input() {
        link.on_readable();
    }
    // … but the thread that would read it may be the one that calls.
    assert!(matches!(call(&link), Reply::With(oxivirt_rpc::Outcome::Reply { .. })));
    let mut got = 0;
    while got < megabytes << 20 {
        got += take(&link, serial, BLOCKING).unwrap().len();
    }
    assert_eq!(got, megabytes << 20);
    assert!(link.wants_input());
    server.join().unwrap();
}

#[test]
fn every_wait_can_have_an_end() {
    let timeout = Some(Duration::from_millis(10));
    let timed_out = |result: Result<()>, expected: &str| match result {
        Err(StreamEnd::TimedOut(what, waited)) => {
            assert_eq!(what, expected);
            assert!(waited >= Duration::from_millis(10));
        }
        other => panic!("{other:?}"),
    };
    let (go, gone) = std::sync::mpsc::channel();
    let (link, serial, server) = open(move |mut peer, call| {
        // Silent, and not reading, until it is told to go on; then everything that was sent is there, once.
        gone.recv().unwrap();
        let first = read_frame(&mut peer).unwrap().1.len();
        let second = read_frame(&mut peer).unwrap().1.len();
        let (end, _) = read_frame(&mut peer).unwrap();
        assert_eq!(end.status, Status::OK);
        peer.write_all(&packet(&call, Status::OK, b"")).unwrap();
        (first, second)
    });
    let nothing = link.receive_packet(serial, BLOCKING, &mut |_| {}, timeout);
    timed_out(nothing.map(drop), "sending data");
    let large = vec![7; 4 << 20];
    let taking = "taking what was sent";
    timed_out(link.send_packet(serial, Kind::STREAM, &large, timeout), taking);
    // The first packet is still on its way, so another is not accepted.
    timed_out(link.send_packet(serial, Kind::STREAM, b"x", timeout), taking);
    go.send(()).unwrap();
    link.send_packet(serial, Kind::STREAM, b"yz", None).unwrap();
    link.close_stream(serial, false, None).unwrap();
    assert_eq!(server.join().unwrap(), (large.len(), 2));

    let (link, serial, server) = open(|mut peer, _| (read_frame(&mut peer), peer));
    timed_out(link.close_stream(serial, true, timeout), "answering the end");
    drop(link);
    assert!(server.join().unwrap().0.is_some());
}
