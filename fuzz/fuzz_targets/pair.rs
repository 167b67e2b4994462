//! A client and a server engine that talk to each other over a channel of the input's making: calls, descriptors, streams with
//! holes, keepalive, finish, abort, cuts anywhere, time, close. Both are honest, so neither may ever find fault with the other:
//! every call ends once, replies carry what was sent, and a stream hands out its bytes in order.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oxivirt_rpc::{Cause, Engine, Event, Header, Kind, Limits, Outcome, Program, Role, Status, Taken, Transmit, start_frame};
use std::collections::{HashMap, VecDeque};
use std::fs::File;
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

const PROGRAMS: &[Program] = &[Program { program: 1, version: 1, is_event: |n| (n < 200).then_some(n >= 100) }];

/// One direction: bytes, and descriptors with the place of the byte they came with.
#[derive(Default)]
struct Pipe {
    bytes: VecDeque<u8>,
    fds: VecDeque<(u64, OwnedFd)>,
    written: u64,
    read: u64,
}

impl Pipe {
    /// Takes up to `count` bytes from an engine.
    fn fill(&mut self, engine: &mut Engine, count: usize) {
        let taken = match engine.poll_transmit() {
            None => return,
            Some(Transmit::Bytes(bytes)) => {
                let piece = &bytes[..bytes.len().min(count)];
                self.bytes.extend(piece);
                piece.len()
            }
            Some(Transmit::Descriptor(fd)) => {
                self.fds.push_back((self.written, fd.try_clone_to_owned().unwrap()));
                self.bytes.push_back(0);
                1
            }
        };
        self.written += taken as u64;
        engine.handle_sent(taken);
    }

    /// One receive of up to `count` bytes; as the kernel does, it ends behind a byte with a descriptor.
    fn drain(&mut self, engine: &mut Engine, now: Instant, count: usize) {
        let mut count = count.min(self.bytes.len());
        let mut fds = Vec::new();
        if let Some((at, _)) = self.fds.front() {
            let until = usize::try_from(at + 1 - self.read).unwrap();
            if until <= count {
                count = until;
                fds.extend(self.fds.pop_front().map(|(_, fd)| fd));
            }
        }
        if count > 0 {
            let piece: Vec<u8> = self.bytes.drain(..count).collect();
            self.read += count as u64;
            engine.handle_input(now, &piece, fds);
        }
    }
}

/// What the client expects of a stream: the bytes the server sent and it did not read.
#[derive(Default)]
struct Flow {
    sent: VecDeque<u8>,
    closing: bool,
}

struct Pair {
    now: Instant,
    client: Engine,
    server: Engine,
    there: Pipe,
    back: Pipe,
    calls: HashMap<u32, u8>,
    asked: VecDeque<(Header, Vec<u8>, usize)>,
    flows: HashMap<u32, Flow>,
    null: File,
}

impl Pair {
    fn new() -> Self {
        let now = Instant::now();
        Self {
            now,
            client: Engine::new(Role::Client, PROGRAMS, Limits::DEFAULT, now),
            server: Engine::new(Role::Server, PROGRAMS, Limits::DEFAULT, now),
            there: Pipe::default(),
            back: Pipe::default(),
            calls: HashMap::new(),
            asked: VecDeque::new(),
            flows: HashMap::new(),
            null: File::open("/dev/null").unwrap(),
        }
    }

    fn call(&mut self, value: u8) {
        let fds: Vec<OwnedFd> = (0..value % 4).map(|_| self.null.try_clone().unwrap().into()).collect();
        let header = Header {
            program: 1,
            version: 1,
            procedure: 7,
            kind: if fds.is_empty() { Kind::CALL } else { Kind::CALL_WITH_FDS },
            serial: 0,
            status: Status::OK,
        };
        let mut frame = Vec::new();
        start_frame(&mut frame, &header);
        if !fds.is_empty() {
            frame.extend((fds.len() as u32).to_be_bytes());
        }
        frame.extend(std::iter::repeat_n(value, usize::from(value)));
        let opens = value & 4 != 0;
        let Ok(serial) = self.client.start_call(&header, frame, fds) else {
            return;
        };
        if opens {
            self.client.open_stream(&header, serial, value & 8 != 0);
        }
        assert!(self.calls.insert(serial, value).is_none());
    }

    /// The server answers its oldest call.
    fn answer(&mut self, value: u8) {
        let Some((header, payload, fds)) = self.asked.pop_front() else {
            return;
        };
        let first = payload.first().copied().unwrap_or_default();
        assert_eq!((payload.len(), fds), (usize::from(first), usize::from(first % 4)));
        let refused = value % 5 == 0;
        if refused {
            let _ = self.server.send_error(&header, &payload);
            return;
        }
        let back: Vec<OwnedFd> = (0..value % 3).map(|_| self.null.try_clone().unwrap().into()).collect();
        if first & 4 != 0 {
            self.server.open_stream(&header, header.serial, first & 8 != 0);
            self.flows.insert(header.serial, Flow::default());
        }
        let _ = self.server.send_reply(&header, &payload, back);
    }

    /// The server sends into one of the streams it opened.
    fn send_packet(&mut self, value: u8) {
        let Some((serial, flow)) = self.flows.iter_mut().min_by_key(|(serial, _)| **serial) else {
            return;
        };
        if flow.closing || value == 0 {
            return;
        }
        let bytes: Vec<u8> = (0..value).collect();
        if self.server.can_send(*serial) && self.server.send_packet(*serial, Kind::STREAM, &bytes).is_ok() {
            flow.sent.extend(&bytes);
        }
    }

    /// The client reads from a stream.
    fn receive(&mut self, value: u8) {
        let Some(serial) = self.flows.keys().min().copied() else {
            return;
        };
        let flow = self.flows.get_mut(&serial).unwrap();
        let mut got = Vec::new();
        if let Some(stream) = self.client.stream_mut(serial)
            && let Ok(Taken::Data(count)) =
                stream.receive(usize::from(value), false, &mut |piece| got.extend_from_slice(piece))
        {
            assert_eq!(count, got.len());
            let sent: Vec<u8> = flow.sent.drain(..got.len()).collect();
            assert_eq!(got, sent);
        }
    }

    fn close_stream(&mut self, abort: bool) {
        let Some(serial) = self.flows.keys().min().copied() else {
            return;
        };
        if self.client.close_stream(serial, abort).is_ok() {
            self.flows.get_mut(&serial).unwrap().closing = true;
        }
    }

    /// What arrived is handled: the server remembers calls and answers ends of streams.
    fn settle(&mut self) {
        while let Some(event) = self.server.poll_event() {
            match event {
                Event::Call { header, payload, fds } => self.asked.push_back((header, payload, fds.len())),
                Event::Message { .. } => panic!("a message of a client"),
            }
        }
        while let Some(serial) = self.server.poll_stream() {
            let ended = self.server.stream(serial).is_some_and(|stream| stream.peer_close().is_some());
            if ended {
                let _ = self.server.confirm_close(serial);
            }
        }
        while let Some(done) = self.client.poll_completion() {
            let value = self.calls.remove(&done.serial).expect("an end nobody waits for");
            match done.outcome {
                Outcome::Reply { payload, .. } | Outcome::Refused { payload } => {
                    assert_eq!(payload, vec![value; usize::from(value)]);
                }
                Outcome::Failed(_) => assert!(self.client.closed().is_some()),
            }
        }
        while self.client.poll_stream().is_some() {}
        while self.client.poll_event().is_some() {}
        for (engine, name) in [(&self.client, "client"), (&self.server, "server")] {
            let fair = matches!(engine.closed(), None | Some(Cause::Local | Cause::EndOfFile | Cause::Keepalive(_)));
            assert!(fair, "the {name} finds fault: {:?}", engine.closed());
        }
    }

    fn step(&mut self, operation: u8, value: u8) {
        let count = usize::from(value).saturating_mul(16).max(1);
        match operation % 20 {
            0 | 1 => self.call(value),
            2 | 3 => self.answer(value),
            4 | 5 => self.there.fill(&mut self.client, count),
            6 | 7 => self.back.fill(&mut self.server, count),
            8 | 9 => self.there.drain(&mut self.server, self.now, count),
            10 | 11 => self.back.drain(&mut self.client, self.now, count),
            12 => self.send_packet(value),
            13 => self.receive(value),
            14 => self.close_stream(value % 2 == 0),
            15 => {
                if self.calls.remove(&u32::from(value)).is_some() {
                    self.client.abandon_call(u32::from(value));
                }
            }
            16 => {
                self.now += Duration::from_millis(u64::from(value) * 20);
                self.client.handle_timeout(self.now);
                self.server.handle_timeout(self.now);
                let _ = self.client.hold(self.now, value % 2 == 0, 0);
            }
            17 => self.client.start_keepalive(Duration::from_secs(u64::from(value)), 200),
            18 => {
                let serial = u32::from(value);
                if let Some(packet) = self.client.stream(serial).map(|_| [value; 3]) {
                    let _ = self.client.send_packet(serial, Kind::STREAM, &packet);
                }
            }
            _ if value == 255 => self.client.handle_eof(),
            _ => {
                let serial = u32::from(value);
                self.client.forget_stream(serial);
                self.flows.remove(&serial);
            }
        }
        self.settle();
    }
}

fuzz_target!(|data: &[u8]| {
    let mut pair = Pair::new();
    for step in data.chunks_exact(2) {
        pair.step(step[0], step[1]);
    }
    pair.client.close(Cause::Local);
    pair.settle();
    assert!(pair.calls.is_empty(), "calls that never end");
    assert_eq!(pair.client.in_flight(), 0);
});
