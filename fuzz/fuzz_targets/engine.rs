//! Operations on a client engine, chosen by the input: calls, replies, cuts, junk, time. Nothing may panic, every call
//! ends at most once, and a closed engine has no call left.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_rpc::{Cause, Engine, Header, Kind, Limits, Program, Role, Status, finish_frame, start_frame};
use std::time::{Duration, Instant};

const PROGRAMS: &[Program] = &[Program { program: 1, version: 1, is_event: |n| (n < 200).then_some(n >= 100) }];

fuzz_target!(|data: &[u8]| {
    let mut now = Instant::now();
    let mut client = Engine::new(Role::Client, PROGRAMS, Limits::DEFAULT, now);
    let mut rest = data;
    let mut fed = 0;
    let mut ended = std::collections::HashSet::new();
    while let Some((&[operation, value], tail)) = rest.split_first_chunk() {
        rest = tail;
        let head = Header {
            program: 1,
            version: 1,
            procedure: 7,
            kind: Kind::CALL,
            serial: u32::from(value),
            status: Status::OK,
        };
        let mut bytes = Vec::new();
        match operation % 8 {
            0 => {
                start_frame(&mut bytes, &head);
                let _ = client.start_call(&head, bytes, Vec::new());
            }
            1 => client.abandon_call(u32::from(value)),
            2 => client.handle_sent(usize::from(value)),
            3 => {
                now += Duration::from_millis(u64::from(value) * 20);
                client.handle_timeout(now);
            }
            4 => client.start_keepalive(Duration::from_secs(u64::from(value)), 2),
            5 => {
                // A reply with the serial and a payload from the input.
                start_frame(&mut bytes, &Header { kind: Kind::REPLY, ..head });
                let (payload, tail) = rest.split_at(rest.len().min(8));
                rest = tail;
                bytes.extend_from_slice(payload);
                let _ = finish_frame(&mut bytes);
                fed += bytes.len();
                client.handle_input(now, &bytes, Vec::new());
            }
            _ => {
                let (junk, tail) = rest.split_at(rest.len().min(usize::from(value)));
                rest = tail;
                fed += junk.len();
                client.handle_input(now, junk, Vec::new());
            }
        }
        while let Some(done) = client.poll_completion() {
            assert!(ended.insert(done.serial), "a call ended twice");
        }
        while client.poll_event().is_some() {}
        // Memory follows the bytes that came (a vector doubles), not the length that a frame announces.
        assert!(client.held() <= 2 * fed + 4096);
    }
    client.close(Cause::Local);
    while let Some(done) = client.poll_completion() {
        assert!(ended.insert(done.serial), "a call ended twice");
    }
    assert_eq!(client.in_flight(), 0);
});
