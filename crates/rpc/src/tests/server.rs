//! The server's side, against a client engine and against frames.
use super::*;
use crate::{Cause, PeerClose, StreamError, Taken};

/// Both ends, and a clock that stands still.
struct Pair {
    client: Engine,
    server: Engine,
    now: Instant,
}

impl Pair {
    fn new() -> Self {
        Self::with(Limits::DEFAULT)
    }

    fn with(limits: Limits) -> Self {
        let now = Instant::now();
        let client = Engine::new(Role::Client, PROGRAMS, Limits::DEFAULT, now);
        Self { client, server: Engine::new(Role::Server, PROGRAMS, limits, now), now }
    }

    fn upward(&mut self) {
        deliver(&mut self.client, &mut self.server, self.now, 50);
    }

    fn downward(&mut self) {
        deliver(&mut self.server, &mut self.client, self.now, 50);
    }

    /// A call that reached the server: its header there.
    fn call(&mut self, payload: &[u8]) -> Header {
        call(&mut self.client, 7, payload);
        self.upward();
        let Some(Event::Call { header, .. }) = self.server.poll_event() else { panic!("no call") };
        header
    }

    /// A stream that both ends have open.
    fn stream(&mut self, sparse: bool) -> u32 {
        let head = header(7, Kind::CALL, 0);
        let serial = call(&mut self.client, 7, b"open");
        self.client.open_stream(&head, serial, sparse);
        self.upward();
        let Some(Event::Call { header, .. }) = self.server.poll_event() else { panic!("no call") };
        self.server.open_stream(&header, header.serial, sparse);
        self.server.send_reply(&header, b"", Vec::new()).unwrap();
        self.downward();
        assert!(matches!(self.outcome(), Outcome::Reply { .. }));
        while self.server.poll_stream().is_some() {}
        serial
    }

    fn outcome(&mut self) -> Outcome {
        self.client.poll_completion().unwrap().outcome
    }

    fn healthy(&self) {
        assert_eq!((self.client.closed(), self.server.closed()), (None, None));
    }
}

/// Everything that can be received now.
fn received(engine: &mut Engine, serial: u32) -> (Vec<u8>, Result<Taken, StreamError>) {
    let mut bytes = Vec::new();
    let taken = engine.stream_mut(serial).unwrap().receive(1000, false, &mut |piece| bytes.extend_from_slice(piece));
    (bytes, taken)
}

#[test]
fn a_call_is_answered_once() {
    let mut pair = Pair::new();
    let first = pair.call(b"one");
    let second = pair.call(b"two");
    assert_eq!(pair.server.unanswered(), 2);
    pair.server.send_error(&second, b"record").unwrap();
    pair.server.send_reply(&first, b"result", Vec::new()).unwrap();
    assert_eq!(pair.server.unanswered(), 0);
    assert_eq!(pair.server.send_reply(&first, b"again", Vec::new()), Err(Cause::NoCall(first)));
    assert_eq!(pair.server.send_error(&second, b"again"), Err(Cause::NoCall(second)));
    let stranger = Header { serial: 77, ..first };
    assert_eq!(pair.server.send_error(&stranger, b""), Err(Cause::NoCall(stranger)));
    pair.downward();
    assert!(matches!(pair.outcome(), Outcome::Refused { payload } if payload == b"record"));
    assert!(matches!(pair.outcome(), Outcome::Reply { payload, fds } if payload == b"result" && fds.is_empty()));
    assert!(pair.client.poll_completion().is_none());
    pair.healthy();
}

#[test]
fn an_answer_that_is_too_long_can_be_replaced() {
    let mut pair = Pair::new();
    let header = pair.call(b"");
    let long = vec![0; crate::MAX_FRAME];
    assert!(matches!(pair.server.send_reply(&header, &long, Vec::new()), Err(Cause::Unsendable(_))));
    assert_eq!(pair.server.unanswered(), 1);
    pair.server.send_error(&header, b"too long").unwrap();
    pair.downward();
    assert!(matches!(pair.outcome(), Outcome::Refused { payload } if payload == b"too long"));
}

#[test]
fn events_are_told_in_order() {
    let mut pair = Pair::new();
    for number in [100, 150, 101] {
        pair.server.send_message(PROGRAM, 1, number, &number.to_be_bytes()).unwrap();
    }
    pair.downward();
    for number in [100u32, 150, 101] {
        let Some(Event::Message { header, payload }) = pair.client.poll_event() else { panic!("no event") };
        assert_eq!((header.procedure, header.serial, header.status), (number, 1, Status::OK));
        assert_eq!(payload, number.to_be_bytes());
    }
    assert!(pair.client.poll_event().is_none());
    pair.healthy();
}

#[test]
fn a_server_takes_in_only_what_it_can_answer() {
    let mut pair = Pair::with(Limits { requests: 2, output: 200, ..Limits::DEFAULT });
    let first = pair.call(b"");
    assert!(!pair.server.blocked());
    let second = pair.call(b"");
    assert!(pair.server.blocked());
    pair.server.send_reply(&first, b"", Vec::new()).unwrap();
    assert!(!pair.server.blocked());
    pair.server.send_reply(&second, &[0; 200], Vec::new()).unwrap();
    assert!(pair.server.blocked());
    pair.downward();
    assert!(!pair.server.blocked());
    // A client is never blocked so: its callers wait.
    let mut client = Engine::new(Role::Client, PROGRAMS, Limits { output: 0, ..Limits::DEFAULT }, pair.now);
    call(&mut client, 7, b"");
    assert!(!client.blocked());
}

#[test]
fn an_upload_is_received_and_its_end_confirmed() {
    let mut pair = Pair::new();
    let serial = pair.stream(false);
    for piece in [b"some ".as_slice(), b"data"] {
        pair.client.send_packet(serial, Kind::STREAM, piece).unwrap();
    }
    pair.client.close_stream(serial, false).unwrap();
    pair.upward();
    assert_eq!(pair.server.poll_stream(), Some(serial));
    assert_eq!(pair.server.poll_stream(), None);
    // Not before everything was received.
    assert!(pair.server.stream(serial).unwrap().ready());
    assert_eq!(pair.server.stream(serial).unwrap().peer_close(), None);
    assert_eq!(received(&mut pair.server, serial), (b"some data".to_vec(), Ok(Taken::Data(9))));
    assert_eq!(received(&mut pair.server, serial).1, Ok(Taken::Nothing));
    assert_eq!(pair.server.stream(serial).unwrap().peer_close(), Some(PeerClose::Finish));
    assert!(!pair.client.stream(serial).unwrap().settled());
    pair.server.confirm_close(serial).unwrap();
    assert!(pair.server.stream(serial).is_none());
    assert_eq!(pair.server.confirm_close(serial), Err(Cause::Local));
    pair.downward();
    assert_eq!(pair.client.stream(serial).unwrap().check_close(false), Ok(()));
    assert_eq!(pair.client.stream(serial).unwrap().check(), Err(StreamError::Closed));
    pair.healthy();
}

#[test]
fn an_abort_drops_what_was_not_received() {
    let mut pair = Pair::new();
    let serial = pair.stream(false);
    pair.client.send_packet(serial, Kind::STREAM, b"data").unwrap();
    pair.client.close_stream(serial, true).unwrap();
    // A client that goes on sending, or changes its mind, changes nothing.
    pair.client.send_packet(serial, Kind::STREAM, b"late").unwrap();
    pair.client.close_stream(serial, false).unwrap();
    pair.upward();
    assert_eq!(pair.server.stream(serial).unwrap().peer_close(), Some(PeerClose::Abort));
    assert_eq!(received(&mut pair.server, serial).1, Ok(Taken::Nothing));
    pair.server.confirm_close(serial).unwrap();
    pair.downward();
    assert_eq!(pair.client.stream(serial).unwrap().check_close(true), Ok(()));
    pair.healthy();
}

#[test]
fn a_server_may_refuse_the_end_or_fail_at_any_time() {
    let mut pair = Pair::new();
    let serial = pair.stream(false);
    pair.client.close_stream(serial, false).unwrap();
    pair.upward();
    pair.server.fail_stream(serial, b"disk full").unwrap();
    assert_eq!(pair.server.fail_stream(serial, b"again"), Err(Cause::Local));
    // What the client still sends is for nobody.
    pair.client.send_packet(serial, Kind::STREAM, b"late").unwrap();
    pair.upward();
    assert_eq!((pair.server.poll_stream(), pair.server.poll_event().is_none()), (Some(serial), true));
    pair.downward();
    let failed = Err(StreamError::Failed(b"disk full".to_vec()));
    assert_eq!(pair.client.stream(serial).unwrap().check_close(false), failed);
    pair.healthy();
}

#[test]
fn a_download_is_sent_one_packet_after_the_other() {
    let mut pair = Pair::new();
    let serial = pair.stream(false);
    assert!(pair.server.can_send(serial) && !pair.server.can_send(serial + 1));
    for pieces in [[b"one".as_slice(), b"two"], [b"", b""]] {
        // One on its way, and one ready.
        for piece in pieces {
            assert!(pair.server.can_send(serial));
            let mut packet = pair.server.packet(serial);
            packet.extend_from_slice(piece);
            pair.server.send_filled(serial, Kind::STREAM, packet).unwrap();
        }
        assert!(!pair.server.can_send(serial) && !pair.server.streams_changed());
        pair.downward();
        // They were sent: the next may follow.
        assert!(pair.server.can_send(serial));
        assert_eq!(pair.server.poll_stream(), Some(serial));
    }
    assert_eq!(received(&mut pair.client, serial), (b"onetwo".to_vec(), Ok(Taken::Data(6))));
    assert_eq!(received(&mut pair.client, serial).1, Ok(Taken::Data(0)));
    // A client that sends learns of it otherwise.
    pair.client.send_packet(serial, Kind::STREAM, b"up").unwrap();
    while pair.client.poll_stream().is_some() {}
    pair.upward();
    assert!(!pair.client.streams_changed());
    let packet = pair.server.packet(serial);
    pair.server.fail_stream(serial, b"").unwrap();
    assert!(!pair.server.can_send(serial));
    assert_eq!(pair.server.send_filled(serial, Kind::STREAM, packet), Err(Cause::Local));
}

#[test]
fn holes_go_up() {
    let mut pair = Pair::new();
    let serial = pair.stream(true);
    let hole = [0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0];
    pair.client.send_packet(serial, Kind::STREAM, b"ab").unwrap();
    pair.client.send_packet(serial, Kind::STREAM_HOLE, &hole).unwrap();
    pair.client.close_stream(serial, false).unwrap();
    pair.upward();
    let stream = pair.server.stream_mut(serial).unwrap();
    let mut got = Vec::new();
    assert_eq!(stream.receive(100, true, &mut |piece| got.extend_from_slice(piece)), Ok(Taken::Data(2)));
    assert_eq!(stream.receive(100, true, &mut |_| panic!("a hole has no bytes")), Ok(Taken::Hole));
    assert_eq!(stream.peer_close(), None);
    assert_eq!(stream.receive_hole(), Ok(9));
    assert_eq!(stream.peer_close(), Some(PeerClose::Finish));
    // Read as zeros, the last hole is complete although nothing follows it.
    let serial = pair.stream(true);
    pair.client.send_packet(serial, Kind::STREAM_HOLE, &hole).unwrap();
    pair.client.close_stream(serial, false).unwrap();
    pair.upward();
    let stream = pair.server.stream_mut(serial).unwrap();
    assert_eq!(stream.receive(4, false, &mut |_| {}), Ok(Taken::Data(4)));
    assert_eq!(stream.peer_close(), None);
    assert_eq!(stream.receive(100, false, &mut |piece| assert_eq!(piece, [0; 5])), Ok(Taken::Data(5)));
    assert_eq!(stream.peer_close(), Some(PeerClose::Finish));
}

#[test]
fn an_upload_nobody_takes_is_bounded() {
    let mut pair = Pair::new();
    let serial = pair.stream(false);
    let megabyte = vec![7; 1 << 20];
    let mut sent = 0;
    while pair.server.hold(pair.now, false, 0).is_none() {
        pair.client.send_packet(serial, Kind::STREAM, &megabyte).unwrap();
        deliver(&mut pair.client, &mut pair.server, pair.now, 1 << 21);
        sent += 1;
    }
    assert_eq!(sent, Limits::DEFAULT.stream.soft >> 20);
    assert!(!pair.server.blocked());
}

#[test]
fn packets_that_fit_no_stream() {
    let mut pair = Pair::new();
    let serial = pair.stream(false);
    let good = Header { status: Status::CONTINUE, ..header(7, Kind::STREAM, serial) };
    let stray = Header { serial: serial + 50, ..good };
    pair.server.handle_input(pair.now, &frame(&stray, b"x"), Vec::new());
    assert!(!pair.server.streams_changed());
    for bent in [Header { procedure: 8, ..good }, Header { status: Status(9), ..good }] {
        let mut pair = Pair::new();
        pair.stream(false);
        pair.server.handle_input(pair.now, &frame(&bent, b"x"), Vec::new());
        assert_eq!(pair.server.poll_stream(), Some(serial));
        assert_eq!(pair.server.stream(serial).unwrap().check(), Err(StreamError::Mismatch(bent)));
        pair.healthy();
    }
    pair.healthy();
}

#[test]
fn both_ends_ping() {
    let mut pair = Pair::new();
    pair.server.start_keepalive(seconds(5), 1);
    let mut now = pair.now;
    for _ in 0..5 {
        now += seconds(5);
        pair.now = now;
        pair.server.handle_timeout(now);
        assert!(!pair.server.drained());
        pair.downward();
        pair.upward();
        assert!(pair.client.drained());
    }
    pair.healthy();
    pair.server.handle_timeout(now + seconds(5));
    pair.server.handle_timeout(now + seconds(10));
    assert_eq!(pair.server.closed(), Some(&Cause::Keepalive(1)));
    // Nothing more is accepted.
    assert_eq!(pair.server.send_message(PROGRAM, 1, 100, b""), Err(Cause::Local));
}

#[test]
fn closing_sends_what_is_left() {
    let mut pair = Pair::new();
    let header = pair.call(b"");
    pair.server.send_reply(&header, b"last words", Vec::new()).unwrap();
    pair.server.close_when_sent();
    assert_eq!((pair.server.closed(), pair.server.refuses()), (None, Some(&Cause::Local)));
    assert_eq!(pair.server.send_message(PROGRAM, 1, 100, b""), Err(Cause::Local));
    // What still comes is not looked at, not even when it is wrong.
    pair.server.handle_input(pair.now, &[0; 4], Vec::new());
    call(&mut pair.client, 7, b"");
    pair.upward();
    assert!(pair.server.poll_event().is_none());
    pair.downward();
    assert!(matches!(pair.outcome(), Outcome::Reply { payload, .. } if payload == b"last words"));
    assert_eq!(pair.server.closed(), Some(&Cause::Local));
    let mut idle = engine(Role::Server);
    idle.close_when_sent();
    assert_eq!(idle.closed(), Some(&Cause::Local));
}

#[test]
fn calls_left_when_it_ends_need_no_answer() {
    let mut pair = Pair::new();
    let header = pair.call(b"");
    pair.server.handle_eof();
    assert_eq!(pair.server.unanswered(), 0);
    assert_eq!(pair.server.send_reply(&header, b"", Vec::new()), Err(Cause::Local));
    assert_eq!(pair.server.closed(), Some(&Cause::EndOfFile));
}
