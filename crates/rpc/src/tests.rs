//! A client and a server engine against each other under a virtual clock, and frames cut, bent and cut short.
use crate::{Engine, Event, Header, Kind, Limits, Outcome, Program, Role, Status, Transmit, start_frame};
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

mod bounds;
mod details;
mod faults;
mod operations;
mod pair;
mod server;
mod streams;
mod texts;

const PROGRAM: u32 = 0x2000_8086;

/// Procedures up to 99 are calls, up to 199 events, the rest unknown.
const PROGRAMS: &[Program] = &[Program {
    program: PROGRAM,
    version: 1,
    is_event: |procedure| match procedure {
        0..100 => Some(false),
        100..200 => Some(true),
        _ => None,
    },
}];

fn header(procedure: u32, kind: Kind, serial: u32) -> Header {
    Header { program: PROGRAM, version: 1, procedure, kind, serial, status: Status::OK }
}

fn engine(role: Role) -> Engine {
    Engine::new(role, PROGRAMS, Limits::DEFAULT, Instant::now())
}

fn call(engine: &mut Engine, procedure: u32, payload: &[u8]) -> u32 {
    let header = header(procedure, Kind::CALL, 0);
    let mut frame = Vec::new();
    start_frame(&mut frame, &header);
    frame.extend_from_slice(payload);
    engine.start_call(&header, frame, Vec::new()).unwrap()
}

fn call_with_fds(engine: &mut Engine, procedure: u32, payload: &[u8], fds: Vec<OwnedFd>) -> u32 {
    let header = header(procedure, Kind::CALL_WITH_FDS, 0);
    let mut frame = Vec::new();
    start_frame(&mut frame, &header);
    frame.extend_from_slice(&u32::try_from(fds.len()).unwrap().to_be_bytes());
    frame.extend_from_slice(payload);
    engine.start_call(&header, frame, fds).unwrap()
}

/// A frame as a peer would send it.
fn frame(header: &Header, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    start_frame(&mut bytes, header);
    bytes.extend_from_slice(payload);
    crate::finish_frame(&mut bytes).unwrap();
    bytes
}

/// Drains the output as bytes only.
fn output(engine: &mut Engine) -> Vec<u8> {
    let mut bytes = Vec::new();
    while let Some(transmit) = engine.poll_transmit() {
        let taken = match transmit {
            Transmit::Bytes(chunk) => {
                bytes.extend_from_slice(chunk);
                chunk.len()
            }
            Transmit::Descriptor(_) => {
                bytes.push(0);
                1
            }
        };
        engine.handle_sent(taken);
    }
    bytes
}

/// Moves everything from one engine to the other, `step` bytes at a time, descriptors with their byte.
fn deliver(from: &mut Engine, to: &mut Engine, now: Instant, step: usize) {
    while let Some(transmit) = from.poll_transmit() {
        let taken = match transmit {
            Transmit::Bytes(chunk) => {
                let part = &chunk[..step.min(chunk.len())];
                to.handle_input(now, part, Vec::new());
                part.len()
            }
            Transmit::Descriptor(fd) => {
                to.handle_input(now, &[0], vec![fd.try_clone_to_owned().unwrap()]);
                1
            }
        };
        from.handle_sent(taken);
    }
}

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}
