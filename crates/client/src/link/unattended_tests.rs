//! Calls that nobody waits for, to a scripted daemon at the other end of a socket pair.
use super::super::connection::tests::{frame, header, pair, read_frame, reply_to};
use super::*;
use oxivirt_rpc::{Kind, start_frame};
use std::fs::File;
use std::io::Write;
use std::os::fd::AsFd;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

type Told = (u32, Outcome);

/// Starts a call whose outcome is told with its number; returns whether something waits to be sent.
fn start(link: &Link, number: u32, payload: &[u8], tell: &Sender<Told>) -> Result<bool, Cause> {
    let header = header(number);
    let mut request = Vec::new();
    start_frame(&mut request, &header);
    request.extend_from_slice(payload);
    let tell = tell.clone();
    let done = Box::new(move |_: &Link, outcome, _| tell.send((number, outcome)).unwrap());
    link.start(&header, request, Vec::new(), None, done)
}

fn bodies(told: &Receiver<Told>) -> Vec<(u32, Vec<u8>)> {
    let body = |(number, outcome)| match outcome {
        Outcome::Reply { payload, .. } => (number, payload),
        other => panic!("{number}: {other:?}"),
    };
    told.try_iter().map(body).collect()
}

#[test]
fn answers_in_another_order_find_their_calls() {
    let (link, mut peer) = pair();
    let (tell, told) = channel();
    for number in 1..=3 {
        assert_eq!(start(&link, number, b"?", &tell), Ok(false));
    }
    let calls: Vec<_> = (0..3).map(|_| read_frame(&mut peer).unwrap().0).collect();
    let serials: Vec<_> = calls.iter().map(|call| call.serial).collect();
    assert!(serials[0] != serials[1] && serials[1] != serials[2] && serials[0] != serials[2]);
    assert!(bodies(&told).is_empty());
    for call in [&calls[2], &calls[0]] {
        peer.write_all(&frame(&reply_to(call), &call.procedure.to_be_bytes())).unwrap();
    }
    // All that came in one read, and nothing is left.
    assert!(!link.on_readable());
    assert_eq!(bodies(&told), [(3, vec![0, 0, 0, 3]), (1, vec![0, 0, 0, 1])]);
    peer.write_all(&frame(&reply_to(&calls[1]), b"late")).unwrap();
    link.on_readable();
    assert_eq!(bodies(&told), [(2, b"late".to_vec())]);
    assert!(link.shared.lock().idle());
}

#[test]
fn a_thread_that_waits_takes_in_answers_for_others() {
    let (link, mut peer) = pair();
    let (tell, told) = channel();
    start(&link, 1, b"", &tell).unwrap();
    let daemon = thread::spawn(move || {
        let first = read_frame(&mut peer).unwrap().0;
        let second = read_frame(&mut peer).unwrap().0;
        peer.write_all(&frame(&reply_to(&first), b"first")).unwrap();
        peer.write_all(&frame(&reply_to(&second), b"second")).unwrap();
    });
    let mut request = Vec::new();
    start_frame(&mut request, &header(2));
    let ended = link.call(&header(2), request, Vec::new(), None);
    assert!(matches!(ended, super::super::ended::Ended::With(Outcome::Reply { payload, .. }) if payload == b"second"));
    assert_eq!(bodies(&told), [(1, b"first".to_vec())]);
    daemon.join().unwrap();
}

#[test]
fn a_thread_that_read_leaves_nothing_behind_that_the_loop_was_told_of() {
    let (link, mut peer) = pair();
    link.watch_edges();
    let (tell, told) = channel();
    start(&link, 1, b"", &tell).unwrap();
    let unattended = read_frame(&mut peer).unwrap().0;
    thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            let mut request = Vec::new();
            start_frame(&mut request, &header(2));
            link.call(&header(2), request, Vec::new(), None)
        });
        let attended = read_frame(&mut peer).unwrap().0;
        let guard = loop {
            let guard = link.shared.lock();
            if guard.reading() {
                break guard;
            }
            drop(guard);
            thread::yield_now();
        };
        // It has its answer, and waits for the lock.
        peer.write_all(&frame(&reply_to(&attended), b"")).unwrap();
        let has_input = || {
            let mut set = [oxivirt_sys::PollFd::new(link.fd(), oxivirt_sys::Interest::READ)];
            oxivirt_sys::poll_once(&mut set, Some(Duration::ZERO)).unwrap() > 0
        };
        while has_input() {
            thread::yield_now();
        }
        peer.write_all(&frame(&reply_to(&unattended), b"behind")).unwrap();
        let told_of_it = scope.spawn(|| link.on_readable());
        drop(guard);
        waiting.join().unwrap();
        told_of_it.join().unwrap();
    });
    assert_eq!(bodies(&told), [(1, b"behind".to_vec())]);
}

#[test]
fn the_end_of_the_daemon_ends_the_calls_under_way() {
    let (link, peer) = pair();
    let (tell, told) = channel();
    for number in 1..=2 {
        start(&link, number, b"", &tell).unwrap();
    }
    drop(peer);
    while link.closed().is_none() {
        link.on_readable();
    }
    let ends: Vec<_> = told.try_iter().collect();
    assert_eq!(ends.len(), 2);
    for (_, outcome) in ends {
        // What was sent and not read makes the kernel say so.
        assert!(matches!(outcome, Outcome::Failed(Cause::EndOfFile | Cause::Receive(_))), "{outcome:?}");
    }
    assert_eq!(start(&link, 3, b"", &tell), Err(Cause::Local));
    drop(tell);
    assert!(told.try_recv().is_err());
}

#[test]
fn closing_ends_the_calls_under_way() {
    let (link, _peer) = pair();
    let (tell, told) = channel();
    start(&link, 1, b"", &tell).unwrap();
    link.close();
    let (number, outcome) = told.try_recv().unwrap();
    assert!(matches!((number, outcome), (1, Outcome::Failed(Cause::Local))));
}

#[test]
fn what_the_daemon_does_not_take_waits_without_a_thread() {
    let (link, mut peer) = pair();
    let (tell, told) = channel();
    let long = vec![7; 4 << 20];
    assert_eq!(start(&link, 1, &long, &tell), Ok(true));
    assert_eq!(start(&link, 2, b"short", &tell), Ok(true));
    assert!(link.wants_output());
    let daemon = thread::spawn(move || {
        for _ in 0..2 {
            let (call, payload) = read_frame(&mut peer).unwrap();
            peer.write_all(&frame(&reply_to(&call), &payload.len().to_be_bytes())).unwrap();
        }
        peer
    });
    let mut answers = Vec::new();
    while answers.len() < 2 {
        // As a loop that watches for input and for room.
        let interest = if link.wants_output() {
            oxivirt_sys::Interest::READ.or(oxivirt_sys::Interest::WRITE)
        } else {
            oxivirt_sys::Interest::READ
        };
        let far = std::time::Instant::now().checked_add(Duration::from_secs(60));
        let mut set = [oxivirt_sys::PollFd::new(link.fd(), interest)];
        assert_eq!(oxivirt_sys::poll(&mut set, far).unwrap(), 1);
        link.on_readable();
        answers.extend(bodies(&told));
    }
    assert_eq!(answers, [(1, (4usize << 20).to_be_bytes().to_vec()), (2, 5usize.to_be_bytes().to_vec())]);
    assert!(!link.wants_output());
    daemon.join().unwrap();
}

#[test]
fn descriptors_come_with_an_answer() {
    let (link, mut peer) = pair();
    let (tell, told) = channel();
    start(&link, 1, b"", &tell).unwrap();
    let call = read_frame(&mut peer).unwrap().0;
    let head = oxivirt_rpc::Header { kind: Kind::REPLY_WITH_FDS, ..call };
    peer.write_all(&frame(&head, b"\0\0\0\x01one")).unwrap();
    let null = File::open("/dev/null").unwrap();
    oxivirt_sys::send_with_fds(peer.as_fd(), &[0], &[null.as_fd()], true).unwrap();
    // The kernel ends a read behind descriptors, and one before them: more may be there.
    while link.on_readable() {}
    let (_, outcome) = told.try_recv().unwrap();
    assert!(matches!(outcome, Outcome::Reply { payload, fds } if payload == b"one" && fds.len() == 1));
}
