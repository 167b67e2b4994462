//! What a hostile or broken peer sends: every cut, every length, every header field.
use super::*;
use crate::{Cause, MAX_FDS, MAX_FRAME, Notice};

/// A client with one call in flight (serial 0, procedure 7) whose request is sent.
fn waiting() -> Engine {
    let mut client = engine(Role::Client);
    call(&mut client, 7, b"question");
    output(&mut client);
    client
}

fn reply() -> Vec<u8> {
    frame(&header(7, Kind::REPLY, 0), b"the answer, 24 bytes ...")
}

fn feed(client: &mut Engine, bytes: &[u8]) {
    client.handle_input(Instant::now(), bytes, Vec::new());
}

fn cause(client: &mut Engine) -> Cause {
    match client.poll_completion().map(|done| done.outcome) {
        Some(Outcome::Failed(cause)) => cause,
        other => panic!("{other:?}, {:?}", client.closed()),
    }
}

#[test]
fn every_two_way_split_and_two_frames_in_one_read() {
    let bytes = reply();
    for at in 0..=bytes.len() {
        let mut client = waiting();
        feed(&mut client, &bytes[..at]);
        assert_eq!(client.poll_completion().is_some(), at == bytes.len());
        feed(&mut client, &bytes[at..]);
        assert!(client.closed().is_none());
        assert_eq!(client.in_flight(), 0);
    }
    let mut client = waiting();
    let second = call(&mut client, 7, b"");
    let mut both = reply();
    both.extend(frame(&header(7, Kind::REPLY, second), b""));
    feed(&mut client, &both);
    assert!(client.poll_completion().is_some() && client.poll_completion().is_some());
}

#[test]
fn end_of_file_at_every_offset() {
    let bytes = reply();
    for at in 0..bytes.len() {
        let mut client = waiting();
        feed(&mut client, &bytes[..at]);
        client.handle_eof();
        assert_eq!(cause(&mut client), Cause::EndOfFile);
        assert!(client.poll_completion().is_none());
    }
    let mut client = waiting();
    feed(&mut client, &bytes);
    client.handle_eof();
    assert!(matches!(client.poll_completion().unwrap().outcome, Outcome::Reply { .. }));
    assert!(client.poll_completion().is_none());
}

#[test]
fn lengths_at_the_edges() {
    let refused = |length: u32, expected: Cause| {
        let mut client = waiting();
        // The word alone is enough: nothing more may have to arrive.
        feed(&mut client, &length.to_be_bytes());
        assert_eq!(cause(&mut client), expected);
        assert_eq!(client.closed(), Some(&expected));
    };
    refused(0, Cause::TooSmall(0));
    refused(3, Cause::TooSmall(3));
    refused(4, Cause::NoHeader(4));
    refused(27, Cause::NoHeader(27));
    let max = u32::try_from(MAX_FRAME).unwrap();
    refused(max + 1, Cause::TooLarge(max + 1));
    refused(0x8000_0000, Cause::TooLarge(0x8000_0000));
    refused(u32::MAX, Cause::TooLarge(u32::MAX));

    let mut client = waiting();
    feed(&mut client, &frame(&header(7, Kind::REPLY, 0), b""));
    assert!(matches!(client.poll_completion().unwrap().outcome, Outcome::Reply { .. }));
}

#[test]
fn the_longest_frame_costs_nothing_until_it_arrives() {
    let mut client = waiting();
    let mut bytes = reply();
    bytes[..4].copy_from_slice(&u32::try_from(MAX_FRAME).unwrap().to_be_bytes());
    feed(&mut client, &bytes);
    assert!(client.closed().is_none() && client.poll_completion().is_none());
    assert!(client.held() < 4096, "{} bytes held", client.held());
    let rest = vec![0; MAX_FRAME - bytes.len()];
    for part in rest.chunks(65536) {
        feed(&mut client, part);
    }
    let Outcome::Reply { payload, .. } = client.poll_completion().unwrap().outcome else { panic!() };
    assert_eq!(payload.len(), MAX_FRAME - 28);
}

#[test]
fn a_frame_too_long_to_send_is_refused_and_the_connection_lives() {
    let mut client = engine(Role::Client);
    let head = header(7, Kind::CALL, 0);
    let mut bytes = Vec::new();
    start_frame(&mut bytes, &head);
    bytes.resize(MAX_FRAME + 1, 0);
    assert!(matches!(client.start_call(&head, bytes, vec![]), Err(Cause::Unsendable(_))));
    assert!(client.drained() && client.closed().is_none() && client.in_flight() == 0);
}

#[test]
fn header_fields_changed_one_at_a_time() {
    let good = header(7, Kind::REPLY, 0);
    let bent: &[(Header, bool)] = &[
        // (header, whether the connection must end)
        (Header { program: 1, ..good }, true),
        (Header { version: 2, ..good }, true),
        (Header { procedure: 8, ..good }, false),
        (Header { procedure: u32::MAX, ..good }, false),
        (Header { serial: 1, ..good }, true),
        (Header { serial: u32::MAX, ..good }, true),
        (Header { kind: Kind::CALL, ..good }, true),
        (Header { kind: Kind::MESSAGE, ..good }, true),
        (Header { kind: Kind::STREAM, ..good }, false),
        (Header { kind: Kind::CALL_WITH_FDS, ..good }, true),
        (Header { kind: Kind::STREAM_HOLE, ..good }, false),
        (Header { kind: Kind::STREAM, version: 2, ..good }, false),
        (Header { kind: Kind(7), ..good }, true),
        (Header { kind: Kind(u32::MAX), ..good }, true),
        (Header { status: Status::CONTINUE, ..good }, false),
        (Header { status: Status(3), ..good }, false),
        (Header { status: Status(u32::MAX), ..good }, false),
    ];
    for (head, ends) in bent {
        let mut client = waiting();
        feed(&mut client, &frame(head, &[0; 8]));
        let cause = cause(&mut client);
        assert_eq!(client.closed().is_some(), *ends, "{head:?}: {cause}");
        assert!(!cause.to_string().is_empty());
        if !ends {
            // A good call on the same connection.
            let serial = call(&mut client, 7, b"");
            feed(&mut client, &frame(&header(7, Kind::REPLY, serial), b""));
            let done = client.poll_completion().unwrap();
            assert!(matches!(done.outcome, Outcome::Reply { .. }));
        }
    }
}

#[test]
fn an_error_reply_is_the_callers() {
    let mut client = waiting();
    let head = Header { status: Status::ERROR, ..header(7, Kind::REPLY, 0) };
    feed(&mut client, &frame(&head, b"record"));
    let Outcome::Refused { payload } = client.poll_completion().unwrap().outcome else { panic!() };
    assert_eq!(payload, b"record");
    assert!(client.closed().is_none());
}

#[test]
fn a_reply_that_comes_twice_ends_the_connection() {
    let mut client = waiting();
    feed(&mut client, &reply());
    feed(&mut client, &reply());
    assert!(matches!(client.closed(), Some(Cause::NoCall(_))));
}

#[test]
fn every_call_fails_with_the_first_cause() {
    let mut client = waiting();
    for _ in 0..10 {
        call(&mut client, 7, b"");
    }
    feed(&mut client, &[0, 0, 0, 0]);
    client.handle_eof();
    client.close(Cause::Local);
    for _ in 0..11 {
        assert_eq!(cause(&mut client), Cause::TooSmall(0));
    }
    assert!(client.poll_completion().is_none());
    assert!(client.poll_transmit().is_none());
    let head = header(7, Kind::CALL, 0);
    assert_eq!(client.start_call(&head, vec![0; 28], vec![]), Err(Cause::Local));
    feed(&mut client, &reply());
    assert!(client.poll_completion().is_none());
}

fn fd() -> OwnedFd {
    std::fs::File::open("/dev/null").unwrap().into()
}

fn with_count(count: u32) -> Vec<u8> {
    let mut payload = count.to_be_bytes().to_vec();
    payload.extend(b"rest");
    frame(&header(7, Kind::REPLY_WITH_FDS, 0), &payload)
}

#[test]
fn descriptors_announced_and_not_sent() {
    let mut client = waiting();
    feed(&mut client, &with_count(2));
    assert!(client.poll_completion().is_none());
    client.handle_input(Instant::now(), &[0], vec![fd()]);
    feed(&mut client, &[0]);
    assert_eq!(cause(&mut client), Cause::MissingFds(2, 1));

    let mut client = waiting();
    feed(&mut client, &with_count(1));
    client.handle_eof();
    assert_eq!(cause(&mut client), Cause::EndOfFile);
}

#[test]
fn descriptors_sent_and_not_announced() {
    let mut client = waiting();
    client.handle_input(Instant::now(), &reply(), vec![fd()]);
    assert!(client.poll_completion().is_some());
    assert_eq!(client.closed(), Some(&Cause::UnannouncedFds(1)));

    let mut client = waiting();
    feed(&mut client, &with_count(1));
    client.handle_input(Instant::now(), &[0], vec![fd(), fd()]);
    assert_eq!(client.closed(), Some(&Cause::UnannouncedFds(1)));
}

#[test]
fn thirty_two_descriptors_and_one_more() {
    let mut client = waiting();
    feed(&mut client, &with_count(32));
    for _ in 0..32 {
        assert!(client.poll_completion().is_none());
        client.handle_input(Instant::now(), &[0], vec![fd()]);
    }
    let Outcome::Reply { payload, fds } = client.poll_completion().unwrap().outcome else { panic!() };
    assert_eq!((payload.as_slice(), fds.len()), (b"rest".as_slice(), MAX_FDS));

    for count in [33, 0x7fff_ffff, u32::MAX] {
        let mut client = waiting();
        feed(&mut client, &with_count(count));
        assert_eq!(cause(&mut client), Cause::TooManyFds(count));
    }
    let mut client = waiting();
    client.handle_input(Instant::now(), &[0], (0..33).map(|_| fd()).collect());
    assert_eq!(cause(&mut client), Cause::TooManyFds(33));
}

#[test]
fn no_room_for_the_descriptor_count() {
    for length in 0..4 {
        let mut client = waiting();
        feed(&mut client, &frame(&header(7, Kind::REPLY_WITH_FDS, 0), &vec![0; length]));
        assert_eq!(cause(&mut client), Cause::NoFdCount);
    }
}

#[test]
fn a_server_takes_calls_and_drops_the_rest() {
    for kind in [Kind::REPLY, Kind::MESSAGE, Kind::REPLY_WITH_FDS, Kind(9)] {
        let mut server = engine(Role::Server);
        let mut payload = 0u32.to_be_bytes().to_vec();
        payload.extend(b"x");
        feed(&mut server, &frame(&header(7, kind, 0), &payload));
        assert!(matches!(server.poll_notice(), Some(Notice::UnexpectedKind(_))), "{kind:?}");
        assert!(server.closed().is_none() && !server.has_events() && server.unanswered() == 0, "{kind:?}");
    }
    let mut server = engine(Role::Server);
    for procedure in [0, 65535, u32::MAX] {
        feed(&mut server, &frame(&header(procedure, Kind::CALL, 3), b""));
        assert!(matches!(server.poll_event(), Some(Event::Call { .. })));
    }
}

#[test]
fn a_closed_connection_sends_no_pings() {
    let mut client = engine(Role::Client);
    client.close(crate::Cause::Local);
    client.start_keepalive(Duration::ZERO, 3);
    client.handle_timeout(Instant::now() + Duration::from_secs(60));
    assert!(client.poll_transmit().is_none() && client.drained());
    assert_eq!(client.poll_deadline(), None);
}
