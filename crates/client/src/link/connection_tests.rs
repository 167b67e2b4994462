//! Scripted servers at the other end of a socket pair.
use super::*;
use crate::lock::Lock;
use oxivirt_protocol::{CloseReason, Listener, Message};
use oxivirt_rpc::{Kind, Limits, Status, finish_frame, start_frame};
use std::fs::File;
use std::io::{Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

const PROGRAMS: &[Program] = &[Program { program: 1, version: 1, is_event: |procedure| Some(procedure >= 100) }];

pub(in crate::link) fn header(procedure: u32) -> Header {
    Header { program: 1, version: 1, procedure, kind: Kind::CALL, serial: 0, status: Status::OK }
}

pub(in crate::link) fn frame(header: &Header, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    start_frame(&mut bytes, header);
    bytes.extend_from_slice(payload);
    finish_frame(&mut bytes).unwrap();
    bytes
}

pub(in crate::link) fn pair() -> (Link, File) {
    let (near, far) = oxivirt_sys::socketpair().unwrap();
    (Link::new(Channel::local(near, "test".to_owned()), PROGRAMS), far.into())
}

/// Closes the other end, and waits until that is seen: a child that another test forked has a copy for a moment.
fn hang_up(link: &Link, peer: File) {
    drop(peer);
    let mut set = [oxivirt_sys::PollFd::new(link.fd(), oxivirt_sys::Interest::NONE)];
    assert_eq!(oxivirt_sys::poll(&mut set, None).unwrap(), 1);
}

/// A listener that remembers.
#[derive(Debug, Default)]
struct Ear(Lock<(Vec<Vec<u8>>, Option<CloseReason>)>);

impl Listener for Ear {
    fn on_messages(&self, messages: Vec<Message>) {
        let mut heard = self.0.lock();
        assert!(heard.1.is_none(), "a message after the end");
        heard.0.extend(messages.into_iter().map(|one| one.payload().to_vec()));
    }

    fn on_closed(&self, reason: CloseReason) {
        assert_eq!(self.0.lock().1.replace(reason), None);
    }
}

impl Ear {
    fn on(link: &Link) -> Arc<Self> {
        let ear = Arc::new(Self::default());
        let weak: std::sync::Weak<Self> = Arc::downgrade(&ear);
        link.listen(weak);
        ear
    }

    fn heard(&self) -> (Vec<Vec<u8>>, Option<CloseReason>) {
        std::mem::take(&mut self.0.lock())
    }
}

fn call(link: &Link, payload: &[u8], deadline: Option<Instant>) -> Ended {
    let header = header(7);
    let mut request = Vec::new();
    start_frame(&mut request, &header);
    request.extend_from_slice(payload);
    link.call(&header, request, Vec::new(), deadline)
}

fn payload(ended: Ended) -> Vec<u8> {
    match ended {
        Ended::With(Outcome::Reply { payload, .. }) => payload,
        other => panic!("{other:?}"),
    }
}

fn cause(ended: Ended) -> Cause {
    match ended {
        Ended::With(Outcome::Failed(cause)) => cause,
        other => panic!("{other:?}"),
    }
}

pub(in crate::link) fn read_frame(peer: &mut File) -> Option<(Header, Vec<u8>)> {
    let mut head = [0; 28];
    peer.read_exact(&mut head).ok()?;
    let length = u32::from_be_bytes(*head.first_chunk().unwrap()) as usize;
    let mut payload = vec![0; length.checked_sub(28)?];
    peer.read_exact(&mut payload).ok()?;
    Some((Header::decode(head.last_chunk().unwrap()), payload))
}

pub(in crate::link) fn reply_to(header: &Header) -> Header {
    Header { kind: Kind::REPLY, ..*header }
}

/// Serves one request by `answer`, which gets the header and payload and writes what it likes.
fn serve(mut peer: File, answer: impl FnOnce(&mut File, Header, Vec<u8>) + Send + 'static) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        let (header, payload) = read_frame(&mut peer).unwrap();
        answer(&mut peer, header, payload);
    })
}

#[test]
fn one_call() {
    let (link, peer) = pair();
    let server = serve(peer, |peer, header, payload| {
        peer.write_all(&frame(&reply_to(&header), &payload)).unwrap();
    });
    assert_eq!(payload(call(&link, b"echo", None)), b"echo");
    server.join().unwrap();
}

#[test]
fn a_reply_larger_than_the_receive_buffer_both_ways() {
    let (link, peer) = pair();
    let large: Vec<u8> = (0..5_000_000u32).map(|n| n.to_le_bytes()[1]).collect();
    // Answers while the request still comes in: neither side may wait for the other to read first.
    let (near, mut far) = (peer.try_clone().unwrap(), peer);
    let server = thread::spawn(move || {
        let mut near = near;
        let mut head = [0; 28];
        far.read_exact(&mut head).unwrap();
        let length = u32::from_be_bytes(*head.first_chunk().unwrap()) as usize - 28;
        let header = Header::decode(head.last_chunk().unwrap());
        let start = frame(&reply_to(&header), &vec![0; length]);
        near.write_all(&start[..28]).unwrap();
        let mut buffer = vec![0; 100_000];
        let mut left = length;
        while left > 0 {
            let got = far.read(&mut buffer).unwrap();
            near.write_all(&buffer[..got]).unwrap();
            left -= got;
        }
    });
    assert_eq!(payload(call(&link, &large, None)), large);
    server.join().unwrap();
}

#[test]
fn an_error_reply_and_the_connection_lives() {
    let (link, mut peer) = pair();
    let server = thread::spawn(move || {
        let (header, _) = read_frame(&mut peer).unwrap();
        let refusal = Header { status: Status::ERROR, ..reply_to(&header) };
        peer.write_all(&frame(&refusal, b"no")).unwrap();
        let (header, _) = read_frame(&mut peer).unwrap();
        peer.write_all(&frame(&reply_to(&header), b"yes")).unwrap();
    });
    let refused = call(&link, b"", None);
    assert!(matches!(&refused, Ended::With(Outcome::Refused { payload }) if payload == b"no"), "{refused:?}");
    assert_eq!(payload(call(&link, b"", None)), b"yes");
    server.join().unwrap();
}

#[test]
fn a_wrong_serial_ends_the_connection() {
    let (link, peer) = pair();
    let server = serve(peer, |peer, header, _| {
        let wrong = Header { serial: header.serial + 1, ..reply_to(&header) };
        peer.write_all(&frame(&wrong, b"")).unwrap();
    });
    assert!(matches!(cause(call(&link, b"", None)), Cause::NoCall(_)));
    assert!(matches!(link.closed(), Some(Cause::NoCall(_))));
    assert_eq!(cause(call(&link, b"", None)), Cause::Local);
    server.join().unwrap();
}

#[test]
fn end_of_file_at_every_offset_of_a_reply() {
    for at in 0..40 {
        let (link, peer) = pair();
        let server = serve(peer, move |peer, header, _| {
            let reply = frame(&reply_to(&header), b"twelve bytes");
            peer.write_all(&reply[..at]).unwrap();
        });
        let ended = cause(call(&link, b"", None));
        assert!(matches!(ended, Cause::EndOfFile), "{at}: {ended}");
        server.join().unwrap();
    }
}

#[test]
fn a_peer_that_is_gone_before_the_call() {
    let (link, peer) = pair();
    hang_up(&link, peer);
    assert!(matches!(cause(call(&link, b"", None)), Cause::Send(_)));
    assert!(link.closed().is_some());
}

#[test]
fn events_between_call_and_reply_are_heard_before_the_reply() {
    let (link, peer) = pair();
    let ear = Ear::on(&link);
    let server = serve(peer, |peer, call, _| {
        for number in 0..5000u32 {
            let event = Header { kind: Kind::MESSAGE, ..header(100) };
            peer.write_all(&frame(&event, &number.to_be_bytes())).unwrap();
        }
        peer.write_all(&frame(&reply_to(&call), b"done")).unwrap();
    });
    assert_eq!(payload(call(&link, b"", None)), b"done");
    let (messages, end) = ear.heard();
    let sent: Vec<_> = (0..5000u32).map(|n| n.to_be_bytes().to_vec()).collect();
    assert_eq!(messages, sent);
    // The server hung up after its reply; whether that was seen yet is a matter of timing.
    assert!(matches!(end, None | Some(CloseReason::EOF)));
    server.join().unwrap();
}

#[test]
fn a_waiting_call_does_not_hold_events_back() {
    let (link, peer) = pair();
    let ear = Ear::on(&link);
    let (told, heard) = std::sync::mpsc::channel();
    let server = serve(peer, move |peer, call, _| {
        let event = Header { kind: Kind::MESSAGE, ..header(100) };
        peer.write_all(&frame(&event, b"one")).unwrap();
        // The reply comes only when the event was heard.
        heard.recv().unwrap();
        peer.write_all(&frame(&reply_to(&call), b"done")).unwrap();
    });
    thread::scope(|scope| {
        scope.spawn(|| {
            while ear.0.lock().0.is_empty() {
                thread::yield_now();
            }
            told.send(()).unwrap();
        });
        let deadline = Instant::now() + Duration::from_secs(20);
        assert_eq!(payload(call(&link, b"", Some(deadline))), b"done");
    });
    assert_eq!(ear.heard().0, [b"one"]);
    server.join().unwrap();
}

/// A listener that makes a call of its own.
#[derive(Debug)]
struct Caller(std::sync::Weak<Link>, AtomicUsize, AtomicBool);

impl Listener for Caller {
    fn on_messages(&self, _: Vec<Message>) {
        self.2.store(true, Ordering::Relaxed);
    }

    fn on_taken(&self) {
        if self.2.swap(false, Ordering::Relaxed) {
            let link = self.0.upgrade().unwrap();
            assert_eq!(payload(call(&link, b"inner", None)), b"inner");
            self.1.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn on_closed(&self, _: CloseReason) {}
}

#[test]
fn a_listener_calls_while_its_thread_waits_for_a_reply() {
    let (link, peer) = pair();
    let link = Arc::new(link);
    let caller = Arc::new(Caller(Arc::downgrade(&link), AtomicUsize::new(0), AtomicBool::new(false)));
    let weak: std::sync::Weak<Caller> = Arc::downgrade(&caller);
    link.listen(weak);
    let server = serve(peer, |peer, outer, _| {
        let event = Header { kind: Kind::MESSAGE, ..header(100) };
        peer.write_all(&frame(&event, b"")).unwrap();
        let (inner, _) = read_frame(peer).unwrap();
        peer.write_all(&frame(&reply_to(&inner), b"inner")).unwrap();
        peer.write_all(&frame(&reply_to(&outer), b"outer")).unwrap();
    });
    let deadline = Instant::now() + Duration::from_secs(20);
    assert_eq!(payload(call(&link, b"outer", Some(deadline))), b"outer");
    assert_eq!(caller.1.load(Ordering::Relaxed), 1);
    assert!(link.shared.lock().idle());
    server.join().unwrap();
}

#[test]
fn the_end_is_told_once_and_before_the_call_returns() {
    let (link, peer) = pair();
    let ear = Ear::on(&link);
    let server = serve(peer, |_, _, _| {});
    assert_eq!(cause(call(&link, b"", None)), Cause::EndOfFile);
    assert_eq!(ear.heard().1, Some(CloseReason::EOF));
    call(&link, b"", None);
    link.on_readable();
    assert_eq!(ear.heard().1, None);
    server.join().unwrap();
}

#[test]
fn closing_on_this_side_is_not_told() {
    let (link, _peer) = pair();
    let ear = Ear::on(&link);
    link.close();
    link.on_readable();
    call(&link, b"", None);
    assert_eq!(ear.heard().1, None);
}

#[test]
fn events_are_read_while_no_call_is_in_flight() {
    let (link, mut peer) = pair();
    let ear = Ear::on(&link);
    link.on_readable();
    assert_eq!(ear.heard(), (vec![], None));
    let event = Header { kind: Kind::MESSAGE, ..header(101) };
    peer.write_all(&frame(&event, b"one")).unwrap();
    link.on_readable();
    assert_eq!(ear.heard(), (vec![b"one".to_vec()], None));
    hang_up(&link, peer);
    link.on_readable();
    link.on_readable();
    assert_eq!(ear.heard(), (vec![], Some(CloseReason::EOF)));
    assert_eq!(link.closed(), Some(Cause::EndOfFile));
}

#[test]
fn a_deadline_passes_and_a_late_reply_does_not_disturb() {
    let (link, mut peer) = pair();
    let ended = loop {
        let soon = Instant::now() + Duration::from_millis(10);
        match call(&link, b"slow", Some(soon)) {
            // Over before the call was made, which sends nothing: this thread was not run meanwhile.
            Ended::TimedOut(Duration::ZERO) => {}
            ended => break ended,
        }
    };
    assert!(matches!(ended, Ended::TimedOut(_)), "{ended:?}");
    let server = thread::spawn(move || {
        for answer in [b"late", b"good"] {
            let (header, _) = read_frame(&mut peer).unwrap();
            peer.write_all(&frame(&reply_to(&header), answer)).unwrap();
        }
    });
    assert_eq!(payload(call(&link, b"next", None)), b"good");
    server.join().unwrap();
}

/// Answers every request, in batches and in reverse order within a batch, until the client closes.
fn echo(mut peer: File) -> thread::JoinHandle<usize> {
    thread::spawn(move || {
        let mut server = Engine::new(Role::Server, PROGRAMS, Limits::DEFAULT, Instant::now());
        let mut buffer = vec![0; 65536];
        let mut served = 0usize;
        loop {
            match peer.read(&mut buffer) {
                Ok(0) | Err(_) => return served,
                Ok(got) => server.handle_input(Instant::now(), &buffer[..got], Vec::new()),
            }
            assert_eq!(server.closed(), None);
            let mut batch: Vec<Event> = std::iter::from_fn(|| server.poll_event()).collect();
            batch.reverse();
            for event in batch {
                let Event::Call { header, payload, .. } = event else { panic!("{event:?}") };
                server.send_reply(&header, &payload, Vec::new()).unwrap();
                served = served.saturating_add(1);
            }
            while let Some(Transmit::Bytes(bytes)) = server.poll_transmit() {
                let count = bytes.len();
                if peer.write_all(bytes).is_err() {
                    return served;
                }
                server.handle_sent(count);
            }
        }
    })
}

#[test]
fn sixty_four_threads_on_one_connection() {
    const CALLS: usize = 500;
    let (link, peer) = pair();
    let server = echo(peer);
    thread::scope(|scope| {
        for number in 0..64usize {
            let link = &link;
            scope.spawn(move || {
                for round in 0..CALLS {
                    let sent = format!("{number}/{round}").repeat(1 + round % 50);
                    assert_eq!(payload(call(link, sent.as_bytes(), None)), sent.as_bytes());
                }
            });
        }
    });
    link.close();
    assert_eq!(server.join().unwrap(), 64 * CALLS);
    assert!(link.shared.lock().idle());
}

#[test]
fn large_requests_of_many_threads_through_a_narrow_socket() {
    let (link, peer) = pair();
    let server = echo(peer);
    thread::scope(|scope| {
        for number in 0..8u8 {
            let link = &link;
            scope.spawn(move || {
                for round in 1..6 {
                    let sent = vec![number; 300_000 * round];
                    assert_eq!(payload(call(link, &sent, None)), sent);
                }
            });
        }
    });
    link.close();
    assert_eq!(server.join().unwrap(), 40);
}

#[test]
fn callers_that_give_up_among_callers_that_do_not() {
    let (link, peer) = pair();
    let server = echo(peer);
    let late = AtomicUsize::new(0);
    thread::scope(|scope| {
        for number in 0..16usize {
            let (link, late) = (&link, &late);
            scope.spawn(move || {
                for round in 0..300usize {
                    let impatient = (number + round).is_multiple_of(3);
                    let deadline = impatient.then(Instant::now);
                    match call(link, &round.to_be_bytes(), deadline) {
                        Ended::TimedOut(_) if impatient => {
                            late.fetch_add(1, Ordering::Relaxed);
                        }
                        ended => assert_eq!(payload(ended), round.to_be_bytes()),
                    }
                }
            });
        }
    });
    assert!(late.load(Ordering::Relaxed) > 0);
    assert_eq!(payload(call(&link, b"alive", None)), b"alive");
    link.close();
    server.join().unwrap();
}

#[test]
fn sleepers_that_wake_for_no_reason_go_on_sleeping() {
    let (link, mut peer) = pair();
    thread::scope(|scope| {
        let callers: Vec<_> = (0..8).map(|_| scope.spawn(|| payload(call(&link, b"", None)))).collect();
        let calls: Vec<_> = (0..8).map(|_| read_frame(&mut peer).unwrap()).collect();
        for (header, _) in &calls {
            link.shared.lock().wake_all();
            peer.write_all(&frame(&reply_to(header), b"in the end")).unwrap();
        }
        for caller in callers {
            assert_eq!(caller.join().unwrap(), b"in the end");
        }
    });
    assert!(link.shared.lock().idle());
}

/// What 16 callers hear when the connection ends while all of them wait; the link of it.
fn ended_while_many_wait(end: impl FnOnce(&Link, File), expected: &Cause) -> Link {
    let (link, mut peer) = pair();
    thread::scope(|scope| {
        let callers: Vec<_> = (0..16).map(|_| scope.spawn(|| cause(call(&link, b"never answered", None)))).collect();
        for _ in 0..16 {
            read_frame(&mut peer).unwrap();
        }
        end(&link, peer);
        for caller in callers {
            assert_eq!(caller.join().unwrap(), *expected);
        }
    });
    assert!(link.shared.lock().idle());
    link
}

#[test]
fn close_while_many_wait() {
    let link = ended_while_many_wait(|link, _peer| link.close(), &Cause::Local);
    assert_eq!(link.closed(), Some(Cause::Local));
}

#[test]
fn the_peer_closes_while_many_wait() {
    ended_while_many_wait(|_, peer| drop(peer), &Cause::EndOfFile);
}

#[test]
fn closing_races_with_calls() {
    for _ in 0..200 {
        let (link, peer) = pair();
        let server = echo(peer);
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| while let Ended::With(Outcome::Reply { .. }) = call(&link, b"x", None) {});
            }
            scope.spawn(|| link.on_readable());
            scope.spawn(|| link.close());
        });
        server.join().unwrap();
    }
}

#[test]
fn pings_are_answered_while_waiting() {
    let (link, peer) = pair();
    let server = serve(peer, |peer, call, _| {
        let ping = Header { program: oxivirt_rpc::KEEPALIVE_PROGRAM, kind: Kind::MESSAGE, ..header(1) };
        peer.write_all(&frame(&ping, b"")).unwrap();
        let (pong, _) = read_frame(peer).unwrap();
        assert_eq!((pong.program, pong.procedure), (oxivirt_rpc::KEEPALIVE_PROGRAM, 2));
        peer.write_all(&frame(&reply_to(&call), b"after")).unwrap();
    });
    assert_eq!(payload(call(&link, b"", None)), b"after");
    server.join().unwrap();
}

#[test]
fn a_silent_peer_is_given_up_while_waiting() {
    let (link, _peer) = pair();
    link.keepalive(Some((Duration::from_millis(5), 2)));
    assert_eq!(cause(call(&link, b"", None)), Cause::Keepalive(2));
}

#[test]
fn keepalive_on_a_closed_link_ends() {
    let (link, peer) = pair();
    hang_up(&link, peer);
    assert!(matches!(cause(call(&link, b"", None)), Cause::Send(_)));
    link.keepalive(Some((Duration::ZERO, 2)));
    link.on_timeout();
    assert_eq!(link.deadline(), None);
}

#[test]
fn descriptors_come_with_a_reply() {
    let (link, peer) = pair();
    let server = serve(peer, |peer, header, _| {
        let head = Header { kind: Kind::REPLY_WITH_FDS, ..header };
        let mut body = 2u32.to_be_bytes().to_vec();
        body.extend(b"two");
        peer.write_all(&frame(&head, &body)).unwrap();
        for _ in 0..2 {
            let null = File::open("/dev/null").unwrap();
            oxivirt_sys::send_with_fds(peer.as_fd(), &[0], &[null.as_fd()], true).unwrap();
        }
    });
    let Ended::With(Outcome::Reply { payload, fds }) = call(&link, b"", None) else { panic!() };
    assert_eq!((payload.as_slice(), fds.len()), (b"two".as_slice(), 2));
    server.join().unwrap();
}
