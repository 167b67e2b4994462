//! Lists of operations from random bytes: whatever the order, every call ends exactly once, and memory follows the bytes
//! that arrived. The fuzz target `engine` runs the same interpreter on chosen bytes.
#![expect(clippy::arithmetic_side_effects, reason = "small numbers of the test's own making")]
use super::*;
use crate::Cause;

/// Bytes that decide; zeros when they run out.
struct Choices<'a>(&'a [u8]);

impl Choices<'_> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    fn take(&mut self, count: usize) -> Vec<u8> {
        let (taken, rest) = self.0.split_at_checked(count).unwrap_or((self.0, &[]));
        self.0 = rest;
        taken.to_vec()
    }
}

/// A reply frame near one that fits a waiting call, with at most one field bent.
fn near_reply(choices: &mut Choices<'_>, started: u32) -> Vec<u8> {
    let serial = u32::from(choices.byte()) % (started + 1);
    let mut head = header(7, Kind::REPLY, serial);
    let value = u32::from(choices.byte());
    match choices.byte() % 12 {
        0 => head.program = value,
        1 => head.version = value,
        2 => head.procedure = value,
        3 => head.kind = Kind(value % 8),
        4 => head.serial = value,
        5 => head.status = Status(value % 4),
        _ => {}
    }
    let length = usize::from(choices.byte() % 64);
    let payload = choices.take(length);
    let mut bytes = frame(&head, &payload);
    if choices.byte() == 1 {
        bytes[usize::from(choices.byte() % 4)] = choices.byte();
    }
    bytes
}

fn run(bytes: &[u8]) {
    let mut choices = Choices(bytes);
    let mut now = Instant::now();
    let mut client = Engine::new(Role::Client, PROGRAMS, Limits::DEFAULT, now);
    let (mut started, mut ended, mut abandoned, mut fed) = (0u32, Vec::new(), Vec::new(), 0usize);
    while !choices.0.is_empty() {
        match choices.byte() % 10 {
            0 | 1 => {
                let head = header(7, Kind::CALL, 0);
                let mut request = Vec::new();
                start_frame(&mut request, &head);
                if let Ok(serial) = client.start_call(&head, request, Vec::new()) {
                    assert_eq!(serial, started);
                    started += 1;
                }
            }
            2..=4 => {
                let reply = near_reply(&mut choices, started);
                let at = usize::from(choices.byte()) % (reply.len() + 1);
                fed += reply.len();
                client.handle_input(now, &reply[..at], Vec::new());
                client.handle_input(now, &reply[at..], Vec::new());
            }
            5 => {
                let length = usize::from(choices.byte());
                let junk = choices.take(length);
                fed += junk.len();
                client.handle_input(now, &junk, Vec::new());
            }
            6 => {
                now += Duration::from_millis(u64::from(choices.byte()) * 50);
                client.handle_timeout(now);
            }
            7 => client.start_keepalive(seconds(1), u32::from(choices.byte() % 4)),
            8 if started > 0 => {
                let serial = u32::from(choices.byte()) % started;
                if !ended.contains(&serial) {
                    client.abandon_call(serial);
                    abandoned.push(serial);
                }
            }
            _ => {
                let count = usize::from(choices.byte());
                if client.poll_transmit().is_some() {
                    client.handle_sent(count);
                }
            }
        }
        while let Some(done) = client.poll_completion() {
            assert!(!ended.contains(&done.serial), "ended twice");
            assert!(!abandoned.contains(&done.serial), "ended after being abandoned");
            ended.push(done.serial);
        }
        assert!(client.held() <= 1024 + 2 * fed);
        while client.poll_event().is_some() {}
    }
    client.close(Cause::Local);
    while let Some(done) = client.poll_completion() {
        assert!(!ended.contains(&done.serial), "ended twice");
        ended.push(done.serial);
    }
    abandoned.retain(|serial| !ended.contains(serial));
    abandoned.sort_unstable();
    abandoned.dedup();
    assert_eq!(ended.len() + abandoned.len(), started as usize);
    assert_eq!(client.in_flight(), 0);
}

#[test]
fn random_operations() {
    let mut state = 0x9e37_79b9_7f4a_7c15u64;
    for _ in 0..20_000 {
        let mut bytes = Vec::new();
        for _ in 0..40 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            bytes.extend(state.to_le_bytes());
        }
        run(&bytes);
    }
}
