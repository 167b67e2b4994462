//! Operations on a daemon in memory, chosen by an input: clients come, send frames in pieces, descriptors and anything else, read or do not,
//! vanish; workers get to jobs in any order; drivers report events and bring data; time passes; an administrator sends clients away and
//! changes limits. No thread takes part, and nothing waits: the same input does the same. What must hold is checked all the time: see
//! `traffic` for what a client gets, `World::check` for what is kept for it, and `World::end` for what is left when all are gone.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "whatever is wrong here fails a test"
)]
mod far;
#[cfg(test)]
mod tests;
mod traffic;

use super::conn::{self, MOST_OUTPUT, Progress};
use super::fake::{self, Fake, FakeOpener, Openings, SERVER};
use crate::daemon::Daemon;
use crate::mailbox::Task;
use crate::peer::Transport;
use crate::pool::PoolLimits;
use crate::server::{Admission, ClientLimits, Member, ServerConfig};
use far::Far;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Clients at a time.
const CLIENTS: usize = 4;
/// The most bytes that a driver's stream brings at once.
const PIECE: usize = 1 << 10;
/// What may wait for a client beside events: answers, and a packet of each stream.
const ANSWERS: usize = 4 << 20;

/// Reads operations from an input.
pub(super) struct Input<'i>(&'i [u8]);

impl Input<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        let (taken, rest) = self.0.split_at(count.min(self.0.len()));
        self.0 = rest;
        taken.to_vec()
    }
}

/// The daemon, its clients, and the state of the thread that would wait for sockets.
struct World {
    daemon: Arc<Daemon>,
    opened: Openings,
    clients: Vec<Far>,
    next_token: usize,
    /// How long it has been so far.
    passed: Duration,
    start: Instant,
    buffer: Vec<u8>,
    _poll: mio::Poll,
}

impl World {
    fn new(kind: u8) -> Self {
        let opener = FakeOpener { at_once: kind & 1 != 0, calm: true, ..FakeOpener::default() };
        let opened = Arc::clone(&opener.opened);
        // Jobs are done by operations, not by threads.
        let pool = PoolLimits { min: 0, max: 0, reserved: 0 };
        let memory = if kind & 2 != 0 { 1 << 10 } else { SERVER.memory };
        let (daemon, poll) = fake::daemon(ServerConfig { pool, memory, ..SERVER }, opener);
        Self {
            daemon,
            opened,
            clients: Vec::new(),
            next_token: 2,
            passed: Duration::ZERO,
            start: Instant::now(),
            buffer: vec![0; 1 << 16],
            _poll: poll,
        }
    }

    /// Does what the input says next.
    fn step(&mut self, input: &mut Input<'_>) {
        let (operation, value) = (input.byte(), input.byte());
        let at = usize::from(value & 3);
        match operation % 20 {
            0 => self.connect(value & 4 != 0),
            1..=3 => self.far(at, |far| far.call(value >> 2, input.byte())),
            4 => self.far(at, |far| far.frame(value >> 2, input)),
            5 => self.far(at, |far| far.junk(&input.bytes(usize::from(value >> 2)))),
            6 => self.far(at, |far| far.packet(value >> 2, input)),
            7 => self.far(at, |far| far.with_descriptors(value >> 2, input.byte())),
            8 | 9 => self.send(at, usize::from(value >> 2) * 4),
            10 => self.send(at, usize::MAX),
            11 | 12 => drop(self.daemon.servers[0].pool.work_on(usize::from(value))),
            13 => while self.daemon.servers[0].pool.work_on(0) {},
            14 => self.far(at, |far| far.read(usize::from(value >> 2) * 16)),
            15 => self.far(at, |far| far.read(usize::MAX)),
            16 => self.driver(usize::from(value), input.byte()),
            17 => self.pass(Duration::from_millis(u64::from(value) * 40)),
            18 => self.far(at, |far| far.leave(value & 4 != 0)),
            _ => self.administrate(at, value >> 2),
        }
        self.tasks();
        self.check();
    }

    /// Does something to a client, if there is such a one.
    fn far(&mut self, at: usize, does: impl FnOnce(&mut Far)) {
        if let Some(far) = self.clients.get_mut(at) {
            does(far);
        }
    }

    fn connect(&mut self, read_only: bool) {
        self.clients.retain(|far| !far.is_over());
        let server = &self.daemon.servers[0];
        if self.clients.len() >= CLIENTS || server.is_full() {
            return;
        }
        let (client, socket) = fake::connect(&self.daemon, read_only, self.next_token);
        self.next_token += 1;
        // Whoever tests this may be root, whose connections are never refused.
        assert!(client.peer.is_root() || server.admission(&client.peer, true) != Admission::Later || server.is_full());
        assert_eq!(client.transport, Transport::Unix);
        self.clients.push(Far::new(client, socket));
    }

    /// A client sends, and is looked at.
    fn send(&mut self, at: usize, count: usize) {
        self.far(at, |far| far.send(count));
        self.serve(at);
    }

    /// Does what the thread that waits for sockets does about a client.
    fn serve(&mut self, at: usize) {
        let Some(far) = self.clients.get_mut(at) else { return };
        while let Some(client) = &far.client {
            match client.serve(&mut self.buffer, conn::Input::Unknown) {
                Progress::Ended => far.end(),
                Progress::More => {}
                Progress::Wait { .. } => break,
            }
        }
    }

    /// Does what that thread was asked for.
    fn tasks(&mut self) {
        loop {
            let tasks = self.daemon.mailbox.take();
            if tasks.is_empty() {
                return;
            }
            for task in tasks {
                if let Task::Look(token) = task
                    && let Some(at) = self.clients.iter().position(|far| far.token == token)
                {
                    self.serve(at);
                }
            }
        }
    }

    /// The driver of one of the open sessions reports an event or brings data.
    fn driver(&mut self, which: usize, what: u8) {
        let fakes: Vec<Arc<Fake>> = self.opened.lock().unwrap().iter().map(|(fake, _)| Arc::clone(fake)).collect();
        let Some(at) = which.checked_rem(fakes.len()) else { return };
        let fake = &fakes[at];
        if fake.closed.load(Ordering::Relaxed) {
            return;
        }
        match what % 4 {
            0 => fake.bring(Vec::new()),
            1 => fake.bring(vec![what; PIECE * usize::from(what)]),
            _ => fake.report(40 + i32::from(what % 8), 1),
        }
    }

    fn pass(&mut self, time: Duration) {
        self.passed += time;
        let now = self.start + self.passed;
        for far in &self.clients {
            if let Some(client) = &far.client {
                client.conn.lock().engine.handle_timeout(now);
            }
        }
        for at in 0..self.clients.len() {
            self.serve(at);
        }
    }

    /// An administrator sends a client away, changes the limits, or has the drivers read again what they read.
    fn administrate(&mut self, at: usize, what: u8) {
        let server = &self.daemon.servers[0];
        match what % 3 {
            0 => {
                if let Some(client) = self.clients.get(at).and_then(|far| far.client.as_ref()) {
                    client.disconnect();
                }
            }
            1 => server.set_client_limits(ClientLimits { max: u32::from(what / 3 % 8), max_anonymous: 0 }),
            _ => self.daemon.opener.reload(),
        }
    }

    /// What is kept for a client has its bounds.
    fn check(&self) {
        for far in &self.clients {
            let Some(client) = &far.client else { continue };
            let conn = client.conn.lock();
            assert!(conn.running <= conn.most_running);
            assert!(conn.pumps.len() <= far.traffic.streams());
            // Memory follows the bytes that came (a vector doubles), not the length that a frame announces.
            assert!(conn.engine.held() <= 2 * far.sent + 4096, "{} for {}", conn.engine.held(), far.sent);
            assert!(conn.engine.output_bytes() <= MOST_OUTPUT + ANSWERS);
        }
        let (_, all, anonymous) = self.daemon.servers[0].client_counts();
        assert_eq!(anonymous, 0);
        // Whoever is gone counts until its session is closed.
        assert!(all as usize >= self.clients.iter().filter(|far| far.client.is_some()).count());
    }

    /// Everything is sent, worked on and read until nothing happens any more: every call has its answer.
    fn settle(&mut self) {
        loop {
            let mut moved = false;
            for at in 0..self.clients.len() {
                let before = (self.clients[at].sent, self.clients[at].got);
                self.send(at, usize::MAX);
                self.far(at, |far| far.read(usize::MAX));
                moved |= before != (self.clients[at].sent, self.clients[at].got);
            }
            self.tasks();
            while self.daemon.servers[0].pool.work_on(0) {
                moved = true;
                self.tasks();
            }
            if !moved {
                break;
            }
        }
        self.check();
        for far in &self.clients {
            let lives = far.client.is_some() && far.traffic.is_good() && !far.traffic.closed;
            let missing = far.traffic.unanswered(far.sent);
            assert!(!lives || missing.is_empty(), "no answer to {missing:?}");
        }
    }

    /// All clients go, or the daemon ends: nothing of them stays.
    fn end(mut self, shutdown: bool) {
        for at in 0..self.clients.len() {
            if shutdown {
                self.clients[at].end();
            } else {
                self.clients[at].leave(true);
                self.serve(at);
            }
            assert!(self.clients[at].client.is_none(), "a client stays whose connection is gone");
        }
        while self.daemon.servers[0].pool.work_on(0) {}
        self.tasks();
        let server = &self.daemon.servers[0];
        assert!(!server.has_clients(), "{:?} are left", server.clients());
        assert_eq!(server.client_counts().1, 0);
        assert!(self.clients.iter().all(|far| far.ended.upgrade().is_none()), "somebody holds a client that is gone");
        for (fake, _) in self.opened.lock().unwrap().iter() {
            assert!(fake.closed.load(Ordering::Relaxed), "a session is open");
            assert_eq!(fake.streams.load(Ordering::Relaxed), 0, "streams are left");
            assert_eq!(fake.backlog.bytes(), 0, "events are left");
        }
    }
}

/// Does what an input says.
pub(crate) fn run(operations: &[u8]) {
    let mut input = Input(operations);
    let kind = input.byte();
    let mut world = World::new(kind);
    while !input.0.is_empty() {
        world.step(&mut input);
    }
    world.settle();
    world.end(kind & 4 != 0);
}
