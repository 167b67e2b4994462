//! A client of a driver made for tests, over a socket pair; the test is the thread that waits for sockets.
use super::fake::{self, Fake, FakeOpener, Openings, SERVER, domain};
use super::*;
use crate::mailbox::Task;
use crate::pool::PoolLimits;
use crate::server::ServerConfig;
use oxivirt_model::constants::VIR_CONNECT_RO;
use oxivirt_model::{ErrorCode, Result};
use oxivirt_protocol::{Event, Program, error_from_wire, qemu, remote};
use oxivirt_rpc::{Header, Kind, Status, finish_frame, start_frame};
use oxivirt_xdr::{Encode, Writer};
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::channel;
use std::time::Duration;

mod bounds;
mod calls;
mod events;
mod input;
mod streams;

/// A client, its other end, and the thread's state.
struct Bench {
    client: Arc<Client>,
    peer: UnixStream,
    opened: Openings,
    buffer: Vec<u8>,
    /// The client shall be looked at when its socket takes more.
    waits_for_room: bool,
    _poll: mio::Poll,
}

/// A frame as the peer sees it.
#[derive(Debug, PartialEq)]
struct Frame {
    header: Header,
    body: Vec<u8>,
}

impl Bench {
    fn new(config: ServerConfig, read_only: bool, at_once: bool) -> Self {
        let opener = FakeOpener { at_once, ..FakeOpener::default() };
        let opened = Arc::clone(&opener.opened);
        let (daemon, poll) = fake::daemon(config, opener);
        let (client, peer) = fake::connect(&daemon, read_only, 5);
        peer.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        Self { client, peer, opened, buffer: vec![0; 1 << 16], waits_for_room: false, _poll: poll }
    }

    /// One whose connection is open.
    fn open() -> Self {
        let mut bench = Self::new(SERVER, false, false);
        bench.call_open(0).unwrap();
        bench
    }

    fn fake(&self) -> Arc<Fake> {
        Arc::clone(&self.opened.lock().unwrap().last().unwrap().0)
    }

    fn let_go(&self) {
        self.opened.lock().unwrap().last().unwrap().1.send(()).unwrap();
    }

    /// Does what the thread that waits for sockets does.
    fn serve(&mut self) -> Progress {
        let mut progress = self.serve_knowing(Input::Unknown);
        for task in self.client.daemon.mailbox.take() {
            if let Task::Look(5) = task {
                progress = self.serve_knowing(Input::Unknown);
            }
        }
        progress
    }

    fn serve_knowing(&mut self, input: Input) -> Progress {
        let progress = self.client.serve(&mut self.buffer, input);
        if let Progress::Wait { output: Some(output), .. } = progress {
            self.waits_for_room = output;
        }
        progress
    }

    fn send(&mut self, header: &Header, body: &[u8]) {
        let mut frame = Vec::new();
        start_frame(&mut frame, header);
        frame.extend_from_slice(body);
        finish_frame(&mut frame).unwrap();
        self.peer.write_all(&frame).unwrap();
    }

    /// Sends a call and has it taken in.
    fn call(&mut self, procedure: remote::Procedure, serial: u32, args: &dyn Encode) {
        let mut body = Vec::new();
        args.encode(&mut Writer::new(&mut body, 1 << 25)).unwrap();
        self.send(&header(procedure, Kind::CALL, serial), &body);
        self.serve();
    }

    /// Returns the next frame, whoever sends it.
    fn frame(&mut self) -> Frame {
        let length = self.bytes(4);
        let length = u32::from_be_bytes(length.try_into().unwrap());
        let mut rest = self.bytes((length as usize).saturating_sub(4));
        let body = rest.split_off(24);
        Frame { header: Header::decode(&rest.try_into().unwrap()), body }
    }

    /// Reads so many bytes, and does meanwhile what the thread that waits for sockets does.
    fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut got = vec![0; count];
        let mut have = 0usize;
        let far = Instant::now().checked_add(Duration::from_secs(60)).unwrap();
        while have < count {
            self.serve();
            let soon = Instant::now().checked_add(Duration::from_millis(10));
            let ready = oxivirt_sys::wait_one(self.peer.as_fd(), oxivirt_sys::Interest::READ, soon).unwrap();
            assert!(Instant::now() < far, "no answer");
            if !ready.is_empty() {
                let more = self.peer.read(&mut got[have..]).unwrap();
                assert_ne!(more, 0, "the connection has ended");
                have = have.saturating_add(more);
            }
        }
        got
    }

    fn answer(&mut self) -> Result<Vec<u8>> {
        let Frame { header, body } = self.frame();
        assert_eq!(header.kind, Kind::REPLY);
        if header.status == Status::ERROR { Err(error_from_wire(&body)) } else { Ok(body) }
    }

    fn call_open(&mut self, flags: u32) -> Result<Vec<u8>> {
        let args = remote::ConnectOpenArgs { name: Some("fake:///".into()), flags };
        self.call(remote::Procedure::CONNECT_OPEN, 1, &args);
        let answer = self.answer();
        // The worker that answered looks for more calls: the next one is not to be its own by chance.
        let far = Instant::now().checked_add(Duration::from_secs(60)).unwrap();
        assert!(self.client.server.pool.drain(far));
        answer
    }

    /// Returns true if the peer is told that the connection has ended.
    fn hung_up(&mut self) -> bool {
        matches!(self.peer.read(&mut [0]), Ok(0))
    }
}

fn header(procedure: remote::Procedure, kind: Kind, serial: u32) -> Header {
    Header { program: Program::REMOTE.0, version: 1, procedure: procedure.0, kind, serial, status: Status::OK }
}
