//! What causes say, and numbers that are the protocol's.
use super::*;
use crate::{Cause, HEADER_LEN, KEEPALIVE_PROGRAM, LENGTH_LEN, MAX_FDS, MAX_FRAME, MIN_FRAME};

#[test]
fn numbers_of_the_protocol() {
    assert_eq!((LENGTH_LEN, HEADER_LEN, MIN_FRAME, MAX_FDS), (4, 24, 28, 32));
    assert_eq!(MAX_FRAME, 33_554_436);
    assert_eq!(KEEPALIVE_PROGRAM, 0x6b65_6570);
    let kinds = [
        Kind::CALL,
        Kind::REPLY,
        Kind::MESSAGE,
        Kind::STREAM,
        Kind::CALL_WITH_FDS,
        Kind::REPLY_WITH_FDS,
        Kind::STREAM_HOLE,
    ];
    for (number, kind) in (0..).zip(kinds) {
        assert_eq!(kind, Kind(number));
        assert_eq!(kind.carries_fds(), number == 4 || number == 5);
    }
    assert_eq!([Status::OK, Status::ERROR, Status::CONTINUE], [Status(0), Status(1), Status(2)]);
}

#[test]
fn a_header_word_by_word() {
    let words: [u8; HEADER_LEN] = std::array::from_fn(|at| u8::try_from(at).unwrap());
    let header = Header::decode(&words);
    assert_eq!(header.program, 0x0001_0203);
    assert_eq!(header.version, 0x0405_0607);
    assert_eq!(header.procedure, 0x0809_0a0b);
    assert_eq!(header.kind, Kind(0x0c0d_0e0f));
    assert_eq!(header.serial, 0x1011_1213);
    assert_eq!(header.status, Status(0x1415_1617));
    assert_eq!(header.encode(), words);
}

#[test]
fn a_frame_at_the_limit_and_above() {
    let mut bytes = b"old".to_vec();
    start_frame(&mut bytes, &header(7, Kind::CALL, 3));
    assert_eq!(bytes.len(), MIN_FRAME);
    bytes.resize(MAX_FRAME, 1);
    assert_eq!(crate::finish_frame(&mut bytes), Ok(()));
    assert_eq!(bytes.first_chunk(), Some(&33_554_436u32.to_be_bytes()));
    bytes.push(1);
    let error = crate::finish_frame(&mut bytes).unwrap_err();
    assert_eq!(error.length, MAX_FRAME + 1);
    assert_eq!(error.to_string(), "frame of 33554437 bytes, limit 33554436");
    assert_eq!(crate::finish_frame(&mut []).unwrap_err().length, 0);
}

#[test]
fn every_cause_has_its_words() {
    let head = Header { program: 1, version: 2, procedure: 3, kind: Kind(4), serial: 5, status: Status(6) };
    let texts = [
        (Cause::Local, "client socket is closed"),
        (Cause::EndOfFile, "End of file while reading data"),
        (Cause::Receive(104), "Cannot recv data"),
        (Cause::Send(32), "Cannot write data"),
        (Cause::Keepalive(3), "connection closed due to keepalive timeout"),
        (Cause::TooSmall(3), "packet 3 bytes received from server too small, want 4"),
        (Cause::TooLarge(33_554_437), "packet 33554433 bytes received from server too large, want 33554432"),
        (Cause::TooManyCalls(9), "9 calls have no reply: no more are sent until one comes"),
        (Cause::EventOverflow(9), "connection closed: 9 bytes of events that nobody took"),
        (Cause::Unsendable(9), "Unable to encode message payload"),
        (Cause::NoHeader(9), "Unable to decode message header"),
        (Cause::UnexpectedKind(head), "got unexpected RPC call prog 1 vers 2 proc 3 type 4"),
        (Cause::NoCall(head), "no call waiting for reply with prog 1 vers 2 serial 5"),
        (Cause::UnexpectedMessage(head), "got unexpected message prog 1 vers 2 proc 3"),
        (Cause::UnexpectedStream(head), "got unexpected stream packet prog 1 vers 2 proc 3 serial 5"),
        (Cause::NoFdCount, "Unable to decode number of FDs"),
        (Cause::TooManyFds(33), "Received too many FDs 33, expected 32 maximum"),
        (Cause::LostFds, "Unable to receive a file descriptor: the process has as many as it may have open"),
        (Cause::MissingFds(2, 1), "Received 1 FDs, expected 2"),
        (Cause::UnannouncedFds(1), "Received 1 FDs nobody announced"),
        (Cause::WrongProcedure(8, 7), "Unexpected message proc 8 != 7"),
        (Cause::WrongStatus(9), "Unexpected message status 9"),
        (Cause::Layer("of TLS".to_owned()), "of TLS"),
    ];
    for (cause, text) in texts {
        assert_eq!(cause.to_string(), text);
    }
}
