//! Streams of a client engine against packets a peer may send, in any order and of any shape.
use super::*;
use crate::QueueLimits;

const QUEUE: QueueLimits = QueueLimits::DEFAULT;
use crate::{Cause, Notice, StreamError, Taken};

/// A client with one open stream, and its serial; the opening call is answered.
fn open(sparse: bool, now: Instant) -> (Engine, u32) {
    let mut client = engine(Role::Client);
    let serial = call(&mut client, 7, b"");
    client.open_stream(&header(7, Kind::CALL, 0), serial, sparse);
    client.handle_input(now, &frame(&header(7, Kind::REPLY, serial), b""), vec![]);
    assert!(client.poll_completion().is_some());
    output(&mut client);
    (client, serial)
}

fn packet(serial: u32, status: Status, payload: &[u8]) -> Vec<u8> {
    let header = Header { status, ..header(7, Kind::STREAM, serial) };
    frame(&header, payload)
}

fn hole(serial: u32, length: i64, flags: u32) -> Vec<u8> {
    let header = Header { status: Status::CONTINUE, ..header(7, Kind::STREAM_HOLE, serial) };
    let mut payload = length.to_be_bytes().to_vec();
    payload.extend_from_slice(&flags.to_be_bytes());
    frame(&header, &payload)
}

fn feed(client: &mut Engine, now: Instant, bytes: &[u8]) {
    client.handle_input(now, bytes, vec![]);
}

fn take(client: &mut Engine, serial: u32, want: usize) -> Result<Vec<u8>, StreamError> {
    let mut data = Vec::new();
    let stream = client.stream_mut(serial).unwrap();
    let taken = stream.receive(want, false, &mut |piece| {
        data.extend_from_slice(piece);
    })?;
    assert!(taken == Taken::Data(data.len()) || taken == Taken::Nothing && data.is_empty());
    Ok(data)
}

fn stop(client: &mut Engine, serial: u32) -> Result<Taken, StreamError> {
    let stream = client.stream_mut(serial).unwrap();
    stream.receive(100, true, &mut |_| {})
}

#[test]
fn data_is_read_across_packets_and_then_ends() {
    let now = Instant::now();
    let (mut client, serial) = open(false, now);
    assert_eq!(stop(&mut client, serial), Ok(Taken::Nothing));
    feed(&mut client, now, &packet(serial, Status::CONTINUE, b"abcdef"));
    feed(&mut client, now, &packet(serial, Status::CONTINUE, b"gh"));
    feed(&mut client, now, &packet(serial, Status::CONTINUE, b""));
    assert_eq!(take(&mut client, serial, 4).unwrap(), b"abcd");
    assert_eq!(take(&mut client, serial, 4).unwrap(), b"efgh");
    assert_eq!(stop(&mut client, serial), Ok(Taken::Data(0)));
    assert_eq!(client.poll_stream(), Some(serial));
    assert_eq!(client.poll_stream(), None);
}

#[test]
fn the_end_may_race_packets_and_the_reply() {
    let now = Instant::now();
    let mut client = engine(Role::Client);
    let serial = call(&mut client, 7, b"");
    client.open_stream(&header(7, Kind::CALL, 0), serial, false);
    // Before the reply; and data behind the end is still data.
    feed(&mut client, now, &packet(serial, Status::CONTINUE, b"early"));
    feed(&mut client, now, &packet(serial, Status::CONTINUE, b""));
    feed(&mut client, now, &packet(serial, Status::CONTINUE, b"late"));
    feed(&mut client, now, &frame(&header(7, Kind::REPLY, serial), b""));
    assert_eq!(take(&mut client, serial, 100).unwrap(), b"earlylate");
    assert_eq!(take(&mut client, serial, 100).unwrap(), b"");
    assert!(client.closed().is_none());
}

#[test]
fn holes_in_a_row_are_zeros_or_stops() {
    let now = Instant::now();
    let (mut client, serial) = open(true, now);
    for length in [3, 2] {
        feed(&mut client, now, &hole(serial, length, 0));
    }
    feed(&mut client, now, &packet(serial, Status::CONTINUE, b"x"));
    feed(&mut client, now, &hole(serial, 4, 0));
    feed(&mut client, now, &packet(serial, Status::CONTINUE, b""));
    assert_eq!(stop(&mut client, serial), Ok(Taken::Hole));
    assert_eq!(stop(&mut client, serial), Ok(Taken::Hole));
    assert_eq!(client.stream_mut(serial).unwrap().receive_hole(), Ok(3));
    assert_eq!(client.stream_mut(serial).unwrap().receive_hole(), Ok(0));
    assert_eq!(take(&mut client, serial, 100).unwrap(), [0, 0, b'x']);
    assert_eq!(take(&mut client, serial, 3).unwrap(), [0, 0, 0]);
    assert_eq!(take(&mut client, serial, 3).unwrap(), [0]);
    assert_eq!(take(&mut client, serial, 3).unwrap(), []);
}

#[test]
fn holes_of_every_length() {
    let now = Instant::now();
    for length in [0, -1, i64::MIN] {
        let (mut client, serial) = open(true, now);
        feed(&mut client, now, &hole(serial, length, 0));
        assert_eq!(stop(&mut client, serial), Err(StreamError::HoleLength));
        assert_eq!(stop(&mut client, serial), Ok(Taken::Nothing));
    }
    let (mut client, serial) = open(true, now);
    feed(&mut client, now, &hole(serial, i64::MAX, 0));
    assert_eq!(take(&mut client, serial, 70_000).unwrap(), vec![0; 70_000]);
    assert_eq!(client.stream_mut(serial).unwrap().receive_hole(), Ok(i64::MAX - 70_000));
    feed(&mut client, now, &hole(serial, 1, 5));
    assert_eq!(stop(&mut client, serial), Err(StreamError::HoleFlags(5)));
    let cut = Header { status: Status::CONTINUE, ..header(7, Kind::STREAM_HOLE, serial) };
    feed(&mut client, now, &frame(&cut, b"short"));
    assert_eq!(stop(&mut client, serial), Err(StreamError::MalformedHole));

    let (mut client, serial) = open(false, now);
    feed(&mut client, now, &hole(serial, 1, 0));
    assert_eq!(stop(&mut client, serial), Err(StreamError::UnexpectedHole));
    let stream = client.stream_mut(serial).unwrap();
    assert_eq!(stream.receive_hole(), Err(StreamError::NoReceiveHoles));
    assert_eq!(stream.check_send_hole(), Err(StreamError::NoSendHoles));
}

#[test]
fn a_handshake_ends_the_stream() {
    let now = Instant::now();
    let (mut client, serial) = open(false, now);
    client.send_packet(serial, Kind::STREAM, b"data").unwrap();
    client.close_stream(serial, false).unwrap();
    let mut wanted = packet(serial, Status::CONTINUE, b"data");
    wanted.extend(packet(serial, Status::OK, b""));
    assert_eq!(output(&mut client), wanted);
    let stream = client.stream(serial).unwrap();
    assert!(!stream.settled());
    feed(&mut client, now, &packet(serial, Status::OK, b""));
    let stream = client.stream_mut(serial).unwrap();
    assert!(stream.settled());
    assert_eq!(stream.check_close(false), Ok(()));
    stream.detach();
    assert_eq!(stream.check(), Err(StreamError::Closed));
    // What comes afterwards belongs to nobody.
    feed(&mut client, now, &packet(serial, Status::OK, b""));
    feed(&mut client, now, &packet(serial, Status::CONTINUE, b"late"));
    assert!(client.closed().is_none());
}

#[test]
fn a_refused_hole_fails_its_stream_only() {
    let now = Instant::now();
    let refusal = |serial| {
        let header = Header { status: Status::ERROR, ..header(7, Kind::REPLY, serial) };
        frame(&header, b"why")
    };
    let (mut client, serial) = open(true, now);
    client.close_stream(serial, false).unwrap();
    feed(&mut client, now, &refusal(serial));
    let stream = client.stream_mut(serial).unwrap();
    let failed = Err(StreamError::Failed(b"why".to_vec()));
    assert_eq!(stream.check_close(false), failed);
    stream.detach();
    feed(&mut client, now, &refusal(serial));
    client.forget_stream(serial);
    feed(&mut client, now, &refusal(serial));
    assert!(client.closed().is_none());
    feed(&mut client, now, &refusal(serial + 1));
    assert!(matches!(client.closed(), Some(Cause::NoCall(_))));
}

#[test]
fn both_ends_abort_at_once() {
    let now = Instant::now();
    let (mut client, serial) = open(false, now);
    client.close_stream(serial, true).unwrap();
    assert_eq!(output(&mut client), packet(serial, Status::ERROR, b""));
    feed(&mut client, now, &packet(serial, Status::ERROR, b"why"));
    let stream = client.stream(serial).unwrap();
    let failed = Err(StreamError::Failed(b"why".to_vec()));
    assert_eq!((stream.settled(), stream.check_close(true)), (true, failed));
    feed(&mut client, now, &packet(serial, Status::OK, b""));
    assert!(client.closed().is_none());
}

#[test]
fn a_finish_beside_an_abort_says_so() {
    let now = Instant::now();
    let (mut client, serial) = open(false, now);
    client.close_stream(serial, true).unwrap();
    client.close_stream(serial, false).unwrap();
    feed(&mut client, now, &packet(serial, Status::OK, b""));
    let stream = client.stream(serial).unwrap();
    assert_eq!(stream.check_close(true), Ok(()));
    assert_eq!(stream.check_close(false), Err(StreamError::AbortedMeanwhile));
    feed(&mut client, now, &packet(serial, Status::OK, b""));
    assert!(client.closed().is_none());
}

#[test]
fn an_answer_to_no_question_ends_the_connection() {
    let now = Instant::now();
    for status in [Status::OK, Status(9)] {
        let (mut client, serial) = open(false, now);
        feed(&mut client, now, &packet(serial, status, b""));
        assert!(matches!(client.closed(), Some(Cause::UnexpectedStream(_))));
        assert_eq!(client.poll_stream(), Some(serial));
    }
}

#[test]
fn packets_for_nobody_are_dropped() {
    let now = Instant::now();
    let (mut client, serial) = open(false, now);
    feed(&mut client, now, &packet(serial + 1, Status::CONTINUE, b"x"));
    client.forget_stream(serial);
    feed(&mut client, now, &packet(serial, Status::ERROR, b"x"));
    assert!(client.closed().is_none() && client.poll_event().is_none());
}

#[test]
fn a_packet_for_a_call_without_stream_is_the_calls_error() {
    let now = Instant::now();
    let (mut client, serial) = open(false, now);
    let good = header(7, Kind::STREAM, 0);
    for bent in [good, Header { version: 2, ..good }, Header { program: 9, ..good }, Header { procedure: 8, ..good }] {
        let plain = call(&mut client, 7, b"");
        output(&mut client);
        let bent = Header { serial: plain, status: Status::CONTINUE, ..bent };
        for _ in 0..2 {
            feed(&mut client, now, &frame(&bent, b"x"));
        }
        let done = client.poll_completion().unwrap();
        assert_eq!(done.serial, plain);
        assert!(matches!(done.outcome, Outcome::Failed(Cause::UnexpectedStream(seen)) if seen == bent));
        assert!(client.poll_completion().is_none());
        // Its reply still comes, and nobody waits for it.
        assert_eq!(client.in_flight(), 1);
        let late = header(7, Kind::REPLY, plain);
        feed(&mut client, now, &frame(&late, b""));
        assert_eq!(client.poll_notice(), Some(Notice::LateReply(late)));
        assert_eq!((client.in_flight(), client.closed()), (0, None));
    }
    assert!(client.poll_completion().is_none() && client.stream(serial).unwrap().check().is_ok());
}

#[test]
fn a_packet_that_does_not_fit_its_stream_fails_it() {
    let now = Instant::now();
    let good = header(7, Kind::STREAM, 0);
    for bent in [Header { version: 2, ..good }, Header { program: 9, ..good }, Header { procedure: 8, ..good }] {
        let (mut client, serial) = open(false, now);
        let bent = Header { serial, status: Status::CONTINUE, ..bent };
        feed(&mut client, now, &frame(&bent, b"x"));
        assert_eq!(client.poll_stream(), Some(serial));
        let stream = client.stream_mut(serial).unwrap();
        assert!(stream.ready() && stream.settled());
        assert_eq!(stream.check(), Err(StreamError::Mismatch(bent)));
        // The first failure stays, and what nobody reads any more is nobody's.
        stream.detach();
        feed(&mut client, now, &frame(&Header { procedure: 3, ..bent }, b"x"));
        assert_eq!(client.stream(serial).unwrap().check(), Err(StreamError::Mismatch(bent)));
        assert_eq!((client.poll_stream(), client.closed()), (None, None));
    }
}

#[test]
fn a_serial_is_not_reused_while_its_stream_lives() {
    let now = Instant::now();
    let (mut client, serial) = open(false, now);
    assert_eq!(serial, 0);
    client.set_next_serial(serial);
    assert_eq!(call(&mut client, 8, b""), 1);
}

#[test]
fn what_nobody_reads_is_bounded() {
    let start = Instant::now();
    let (mut client, serial) = open(false, start);
    let megabyte = packet(serial, Status::CONTINUE, &vec![1; 1 << 20]);
    let mut now = start;
    let mut count = 0;
    while client.hold(now, false, 0).is_none() {
        feed(&mut client, now, &megabyte);
        count += 1;
    }
    assert_eq!(count, QUEUE.soft >> 20);
    // Slower, and slower still while nobody waits.
    let (idle, waiting) = (client.hold(now, false, 0), client.hold(now, true, 0));
    assert!(now < waiting.unwrap() && waiting < idle);
    loop {
        match client.hold(now, false, 0) {
            Some(next) => now = next,
            None if client.stream(serial).unwrap().check().is_err() => break,
            None => {
                feed(&mut client, now, &megabyte);
                count += 1;
            }
        }
    }
    assert_eq!(count, QUEUE.hard >> 20);
    assert!(now >= start + QUEUE.grace);
    assert!(matches!(
        take(&mut client, serial, 1),
        Err(StreamError::Overflow(bytes)) if bytes >= QUEUE.hard
    ));
    // It gave its memory back and keeps nothing any more.
    feed(&mut client, now, &megabyte);
    assert!(!client.stream(serial).unwrap().full() && client.hold(now, false, 0).is_none());
    assert!(client.closed().is_none());
}

#[test]
fn many_tiny_packets_count_as_what_they_cost() {
    let now = Instant::now();
    let (mut client, serial) = open(false, now);
    let mut count = 0;
    while !client.stream(serial).unwrap().full() {
        feed(&mut client, now, &packet(serial, Status::CONTINUE, b"1"));
        count += 1;
    }
    assert!(count < QUEUE.soft / 60);
}

#[test]
fn a_reader_that_keeps_up_lifts_the_hold() {
    let now = Instant::now();
    let (mut client, serial) = open(false, now);
    feed(&mut client, now, &packet(serial, Status::CONTINUE, &vec![1; QUEUE.soft]));
    assert!(client.hold(now, true, 0).is_some());
    take(&mut client, serial, 1000).unwrap();
    assert!(client.hold(now, true, 0).is_some());
    take(&mut client, serial, QUEUE.soft).unwrap();
    assert!(client.hold(now, true, 0).is_none());
}

#[test]
fn packets_in_the_same_read_as_their_call_are_kept() {
    let now = Instant::now();
    let mut server = engine(Role::Server);
    server.set_opens_stream(|header, payload| (header.procedure == 7).then_some(payload == b"sparse"));
    let mut bytes = frame(&header(7, Kind::CALL, 4), b"");
    bytes.extend(packet(4, Status::CONTINUE, b"data"));
    bytes.extend(frame(&header(8, Kind::CALL, 5), b""));
    bytes.extend(frame(&Header { status: Status::CONTINUE, ..header(8, Kind::STREAM, 5) }, b"lost"));
    bytes.extend(frame(&header(7, Kind::CALL, 6), b"sparse"));
    feed(&mut server, now, &bytes);
    assert_eq!(take(&mut server, 4, 10).unwrap(), b"data");
    assert!(server.stream(5).is_none());
    assert!(server.stream(4).unwrap().check_send_hole().is_err());
    assert!(server.stream(6).unwrap().check_send_hole().is_ok());
}
