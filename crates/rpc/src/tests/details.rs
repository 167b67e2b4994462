//! What each small promise of the engine is: readiness, order, exact times, what is remembered and for how long.
use super::*;
use crate::{Cause, QueueLimits, StreamError, Taken};

fn feed(engine: &mut Engine, bytes: &[u8]) {
    engine.handle_input(Instant::now(), bytes, Vec::new());
}

/// A client with a stream whose opening call was answered.
fn open(limits: Limits, sparse: bool, now: Instant) -> (Engine, u32) {
    let mut client = Engine::new(Role::Client, PROGRAMS, limits, now);
    let serial = open_another(&mut client, sparse, now);
    (client, serial)
}

fn open_another(client: &mut Engine, sparse: bool, now: Instant) -> u32 {
    let serial = call(client, 7, b"");
    client.open_stream(&header(7, Kind::CALL, 0), serial, sparse);
    client.handle_input(now, &frame(&header(7, Kind::REPLY, serial), b""), vec![]);
    assert!(client.poll_completion().is_some());
    output(client);
    serial
}

fn packet(serial: u32, status: Status, payload: &[u8]) -> Vec<u8> {
    frame(&Header { status, ..header(7, Kind::STREAM, serial) }, payload)
}

fn error_reply(serial: u32) -> Vec<u8> {
    frame(&Header { status: Status::ERROR, ..header(7, Kind::REPLY, serial) }, b"why")
}

#[test]
fn a_stream_is_ready_when_something_can_be_had_from_it() {
    let now = Instant::now();
    let ready = |client: &Engine, serial| client.stream(serial).unwrap().ready();
    let (mut client, serial) = open(Limits::DEFAULT, false, now);
    assert!(!ready(&client, serial) && !client.stream(serial).unwrap().full());
    feed(&mut client, &packet(serial, Status::CONTINUE, b"x"));
    assert!(ready(&client, serial) && client.streams_changed());
    client.stream_mut(serial).unwrap().receive(1, false, &mut |_| {}).unwrap();
    assert!(!ready(&client, serial));
    for (status, settled) in [(Status::CONTINUE, false), (Status::ERROR, true)] {
        let (mut client, serial) = open(Limits::DEFAULT, false, now);
        feed(&mut client, &packet(serial, status, b""));
        assert!(ready(&client, serial));
        assert_eq!(client.stream(serial).unwrap().settled(), settled);
    }
    client.close_stream(serial, false).unwrap();
    assert!(!ready(&client, serial));
    feed(&mut client, &packet(serial, Status::OK, b""));
    assert!(ready(&client, serial) && client.stream(serial).unwrap().settled());
}

#[test]
fn a_forgotten_stream_is_gone() {
    let now = Instant::now();
    let (mut client, first) = open(Limits::DEFAULT, false, now);
    let second = open_another(&mut client, false, now);
    client.forget_stream(first);
    assert!(client.stream(first).is_none() && client.stream_mut(first).is_none());
    assert_eq!(client.send_packet(first, Kind::STREAM, b"x"), Err(Cause::Local));
    assert_eq!(client.close_stream(first, true), Err(Cause::Local));
    assert!(client.drained());
    // The other is still there, and one that takes a serial's place begins empty.
    feed(&mut client, &packet(second, Status::CONTINUE, b"x"));
    client.open_stream(&header(7, Kind::CALL, 0), second, false);
    assert_eq!(client.stream_mut(second).unwrap().receive(1, false, &mut |_| {}), Ok(Taken::Nothing));
}

#[test]
fn a_refusal_is_the_calls_while_it_waits_and_the_streams_later() {
    let now = Instant::now();
    let mut client = engine(Role::Client);
    let serial = call(&mut client, 7, b"");
    client.open_stream(&header(7, Kind::CALL, 0), serial, true);
    feed(&mut client, &error_reply(serial));
    assert!(matches!(client.poll_completion().unwrap().outcome, Outcome::Refused { payload } if payload == b"why"));
    assert_eq!(client.stream(serial).unwrap().check(), Ok(()));

    let (mut client, serial) = open(Limits::DEFAULT, true, now);
    // Another call that waits has nothing to do with it.
    let waiting = call(&mut client, 7, b"");
    feed(&mut client, &error_reply(serial));
    assert!(client.poll_completion().is_none());
    assert_eq!(client.stream(serial).unwrap().check(), Err(StreamError::Failed(b"why".to_vec())));
    feed(&mut client, &frame(&header(7, Kind::REPLY, waiting), b""));
    assert_eq!(client.poll_completion().unwrap().serial, waiting);
    // A reply without error to no call is a fault, whatever streams there are.
    feed(&mut client, &frame(&header(7, Kind::REPLY, serial), b""));
    assert!(matches!(client.closed(), Some(Cause::NoCall(_))));
}

#[test]
fn sixty_four_sparse_streams_are_remembered() {
    let now = Instant::now();
    let (mut client, first) = open(Limits::DEFAULT, true, now);
    client.forget_stream(first);
    let second = open_another(&mut client, true, now);
    client.forget_stream(second);
    // Streams without holes need no memory.
    let plain = open_another(&mut client, false, now);
    client.forget_stream(plain);
    for _ in 0..63 {
        let serial = open_another(&mut client, true, now);
        client.forget_stream(serial);
    }
    feed(&mut client, &error_reply(second));
    assert_eq!(client.closed(), None);
    feed(&mut client, &error_reply(first));
    assert!(matches!(client.closed(), Some(Cause::NoCall(_))));
    let (mut client, plain) = open(Limits::DEFAULT, false, now);
    client.forget_stream(plain);
    feed(&mut client, &error_reply(plain));
    assert!(matches!(client.closed(), Some(Cause::NoCall(_))));
}

const SMALL: Limits =
    Limits { stream: QueueLimits { soft: 1000, hard: 3000, grace: Duration::from_secs(15) }, ..Limits::DEFAULT };

#[test]
fn holding_back_to_the_millisecond() {
    let now = Instant::now();
    let (mut client, serial) = open(SMALL, false, now);
    let later = now + seconds(3);
    client.handle_input(later, &packet(serial, Status::CONTINUE, &[1; 935]), vec![]);
    assert!(!client.stream(serial).unwrap().full());
    assert_eq!(client.hold(later, false, 0), None);
    client.handle_input(later, &packet(serial, Status::CONTINUE, b"1"), vec![]);
    assert!(client.stream(serial).unwrap().full());
    assert_eq!(client.hold(later, true, 0), Some(later + Duration::from_millis(20)));
    assert_eq!(client.hold(later, false, 0), Some(later + seconds(1)));
    assert_eq!(client.hold(later + seconds(1), false, 0), None);
    // The later of two streams counts.
    let full = open_another(&mut client, false, later);
    client.handle_input(later, &packet(full, Status::CONTINUE, &[1; 2936]), vec![]);
    let far = later + seconds(14);
    assert_eq!(client.hold(far, true, 0), Some(far + Duration::from_millis(20)));
    assert_eq!(client.hold(far + seconds(14), false, 0), Some(far + seconds(15)));
    assert_eq!(client.hold(far + seconds(15), false, 0), None);
    assert_eq!(client.stream(full).unwrap().check(), Err(StreamError::Overflow(3000)));
    assert_eq!(client.stream(serial).unwrap().check(), Ok(()));
    assert_eq!(client.poll_stream(), Some(serial));
    assert_eq!((client.poll_stream(), client.poll_stream()), (Some(full), None));
}

#[test]
fn a_stream_that_holds_back_has_not_changed() {
    let now = Instant::now();
    let (mut client, serial) = open(SMALL, false, now);
    client.handle_input(now, &packet(serial, Status::CONTINUE, &[1; 1500]), vec![]);
    assert_eq!((client.poll_stream(), client.streams_changed()), (Some(serial), false));
    assert!(client.hold(now, true, 0).is_some());
    assert!(!client.streams_changed());
}

#[test]
fn an_engine_that_is_closed_holds_nothing_back() {
    let now = Instant::now();
    let (mut client, serial) = open(SMALL, false, now);
    client.handle_input(now, &packet(serial, Status::CONTINUE, &[1; 1500]), vec![]);
    client.close(Cause::Local);
    assert_eq!(client.hold(now, true, 0), None);
    let (mut client, _) = open(SMALL, false, now);
    client.close(Cause::Local);
    assert_eq!(client.hold(now, true, 1 << 30), None);
    assert_eq!(client.closed(), Some(&Cause::Local), "what nobody takes ends it no second time");
}

#[test]
fn a_reader_that_takes_a_little_is_not_given_up() {
    let mut now = Instant::now();
    let (mut client, serial) = open(SMALL, false, now);
    client.handle_input(now, &packet(serial, Status::CONTINUE, &[1; 4000]), vec![]);
    for _ in 0..10 {
        assert!(client.hold(now, true, 0).is_some());
        now += seconds(14);
        client.stream_mut(serial).unwrap().receive(1, false, &mut |_| {}).unwrap();
    }
    assert_eq!(client.stream(serial).unwrap().check(), Ok(()));
}

#[test]
fn a_stream_that_is_being_closed_keeps_no_more_than_the_soft_limit() {
    let now = Instant::now();
    let (mut client, serial) = open(SMALL, false, now);
    client.close_stream(serial, false).unwrap();
    for _ in 0..10 {
        client.handle_input(now, &packet(serial, Status::CONTINUE, &[1; 500]), vec![]);
    }
    let mut got = 0;
    let taken = client.stream_mut(serial).unwrap().receive(10_000, false, &mut |piece| got += piece.len());
    assert_eq!((taken, got), (Ok(Taken::Data(1000)), 1000));
    // And one that failed nothing.
    client.handle_input(now, &packet(serial, Status::ERROR, b"why"), vec![]);
    client.handle_input(now, &packet(serial, Status::CONTINUE, &[1; 2000]), vec![]);
    assert!(!client.stream(serial).unwrap().full());
}

#[test]
fn held_memory_is_that_of_the_frame() {
    let mut client = engine(Role::Client);
    let whole = frame(&header(100, Kind::MESSAGE, 0), &[1; 50_000]);
    feed(&mut client, whole.get(..20_028).unwrap());
    assert!((20_000..50_000).contains(&client.held()));
    feed(&mut client, whole.get(20_028..).unwrap());
    assert!(client.has_events());
    assert_eq!(client.held(), 0);
}

fn keepalive(version: u32, procedure: u32, kind: Kind) -> Vec<u8> {
    let program = crate::KEEPALIVE_PROGRAM;
    frame(&Header { program, version, procedure, kind, serial: 0, status: Status::OK }, b"")
}

#[test]
fn pings_and_their_answers_byte_for_byte() {
    let ping = keepalive(1, 1, Kind::MESSAGE);
    let pong = keepalive(1, 2, Kind::MESSAGE);
    assert_eq!(ping.get(..12), Some([0, 0, 0, 28, 0x6b, 0x65, 0x65, 0x70, 0, 0, 0, 1].as_slice()));
    let now = Instant::now();
    let mut client = Engine::new(Role::Client, PROGRAMS, Limits::DEFAULT, now);
    client.start_keepalive(seconds(1), 1);
    client.handle_timeout(now + seconds(1));
    assert_eq!(output(&mut client), ping);
    feed(&mut client, &ping);
    assert_eq!(output(&mut client), pong);
    // An answer, and what a later version may say, needs none.
    feed(&mut client, &pong);
    feed(&mut client, &keepalive(1, 3, Kind::MESSAGE));
    assert!(client.drained() && client.closed().is_none());
    for strange in [keepalive(2, 1, Kind::MESSAGE), keepalive(1, 1, Kind::CALL)] {
        let mut client = engine(Role::Client);
        feed(&mut client, &strange);
        assert!(client.closed().is_some() && client.poll_transmit().is_none());
    }
}

#[test]
fn an_answer_starts_the_count_again() {
    let mut now = Instant::now();
    let mut client = Engine::new(Role::Client, PROGRAMS, Limits::DEFAULT, now);
    client.start_keepalive(seconds(1), 2);
    for _ in 0..3 {
        for _ in 0..2 {
            now += seconds(1);
            client.handle_timeout(now);
            assert_eq!(output(&mut client).len(), 28);
        }
        client.handle_input(now, &keepalive(1, 2, Kind::MESSAGE), vec![]);
        assert_eq!(client.poll_deadline(), Some(now + seconds(1)));
    }
    client.stop_keepalive();
    assert_eq!(client.poll_deadline(), None);
    client.handle_timeout(now + seconds(100));
    assert!(client.drained() && client.closed().is_none());
    // Started again, silence counts from the last frame.
    client.start_keepalive(seconds(5), 1);
    assert_eq!(client.poll_deadline(), Some(now + seconds(5)));
}

#[test]
fn frames_are_counted_as_they_go_out() {
    let mut client = engine(Role::Client);
    assert_eq!((client.frames_queued(), client.frames_sent(), client.drained()), (0, 0, true));
    call(&mut client, 7, b"");
    call(&mut client, 7, b"");
    assert_eq!((client.frames_queued(), client.frames_sent(), client.drained()), (2, 0, false));
    client.handle_sent(27);
    assert_eq!(client.frames_sent(), 0);
    client.handle_sent(1);
    assert_eq!(client.frames_sent(), 1);
    // Frames that the end left unsent do not count.
    client.handle_eof();
    assert_eq!((client.frames_queued(), client.frames_sent(), client.drained()), (2, 1, true));
    client.handle_sent(28);
    assert_eq!(client.frames_sent(), 1);
}

#[test]
fn a_descriptor_is_one_step() {
    let mut client = engine(Role::Client);
    let null = || std::fs::File::open("/dev/null").unwrap().into();
    call_with_fds(&mut client, 9, b"", vec![null(), null()]);
    client.handle_sent(32);
    for left in [true, true, false] {
        assert_eq!(matches!(client.poll_transmit(), Some(Transmit::Descriptor(_))), left);
        client.handle_sent(0);
        assert_eq!(client.poll_transmit().is_some(), left);
        client.handle_sent(1);
    }
    assert!(client.drained());
}

#[test]
fn only_known_programs_tell_events() {
    for (program, version, closes) in [(PROGRAM, 1, false), (PROGRAM, 2, true), (1, 1, true)] {
        let mut client = engine(Role::Client);
        feed(&mut client, &frame(&Header { program, version, ..header(100, Kind::MESSAGE, 0) }, b""));
        assert_eq!(client.closed().is_some(), closes);
        assert_eq!(client.has_events(), !closes);
    }
    let mut client = engine(Role::Client);
    feed(&mut client, &frame(&header(50, Kind::MESSAGE, 0), b""));
    assert!(matches!(client.closed(), Some(Cause::UnexpectedMessage(_))));
}

#[test]
fn serials_follow_each_other_and_wrap() {
    let mut client = engine(Role::Client);
    client.set_next_serial(u32::MAX);
    assert_eq!([call(&mut client, 7, b""), call(&mut client, 7, b"")], [u32::MAX, 0]);
    // One that waits is passed over.
    client.set_next_serial(u32::MAX);
    assert_eq!(call(&mut client, 7, b""), 1);
}

#[test]
fn zeros_of_a_long_hole_come_in_pieces() {
    let now = Instant::now();
    let (mut client, serial) = open(Limits::DEFAULT, true, now);
    let mut payload = 10_000i64.to_be_bytes().to_vec();
    payload.extend([0; 4]);
    let hole = Header { status: Status::CONTINUE, ..header(7, Kind::STREAM_HOLE, serial) };
    client.handle_input(now, &frame(&hole, &payload), vec![]);
    let mut pieces = Vec::new();
    let stream = client.stream_mut(serial).unwrap();
    assert_eq!(stream.check_send_hole(), Ok(()));
    let taken = stream.receive(9000, false, &mut |piece| {
        assert!(piece.iter().all(|&byte| byte == 0));
        pieces.push(piece.len());
    });
    assert_eq!((taken, pieces), (Ok(Taken::Data(9000)), vec![4096, 4096, 808]));
    assert_eq!(stream.receive_hole(), Ok(1000));
}
