//! The thread that waits for sockets: it accepts, reads, answers what cannot wait, and keeps the time. Nothing here blocks.
mod accept;
mod timers;
mod tokens;

use crate::client::{Client, Input, Progress};
use crate::daemon::Daemon;
use crate::link::Link;
use crate::mailbox::{Mailbox, Task};
use crate::peer::Peer;
use crate::server::Service;
use mio::event::Event;
use mio::unix::SourceFd;
use mio::{Events, Interest, Poll, Token};
use oxivirt_log::{log, source::DAEMON};
use oxivirt_protocol::SessionIo;
use oxivirt_sys::{SignalFd, signal};
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};
use timers::Timers;
use tokens::TokenMap;

const WAKER: Token = Token(0);
const SIGNALS: Token = Token(1);
/// Where tokens of everything else begin.
const FIRST: usize = 2;
/// Bytes of the buffer that all clients are read with.
const BUFFER: usize = 128 << 10;

/// What a token stands for.
#[derive(Debug)]
enum Source {
    /// A listening socket, by its place.
    Service(usize),
    Client(Arc<Client>),
    /// The session of a client.
    Session(Weak<Client>, Arc<Link>),
}

/// A connection that was accepted and is not served yet.
#[derive(Debug)]
struct Parked {
    /// Its listener.
    place: usize,
    socket: OwnedFd,
    peer: Peer,
}

/// The thread's state.
#[derive(Debug)]
pub(crate) struct Reactor {
    poll: Poll,
    daemon: Arc<Daemon>,
    signals: SignalFd,
    services: Vec<Service>,
    sources: TokenMap<Source>,
    /// Connections for which there is no room, in the order in which they came.
    parked: Vec<Parked>,
    next: usize,
    timers: Timers,
    /// Since when nobody is there.
    idle_since: Option<Instant>,
    /// How many descriptors the process may have.
    descriptors: u64,
    /// When to try again to accept, after there were no descriptors left.
    retry: Option<Instant>,
    buffer: Vec<u8>,
    stop: bool,
}

/// What is made before the daemon that it serves.
#[derive(Debug)]
pub(crate) struct Waiting(Poll);

impl Waiting {
    /// Makes the means to wait, and the mailbox that interrupts it.
    ///
    /// # Errors
    /// Those of epoll_create(2) and eventfd(2).
    pub(crate) fn new() -> io::Result<(Self, Mailbox)> {
        let poll = Poll::new()?;
        let mailbox = Mailbox::new(&poll, WAKER)?;
        Ok((Self(poll), mailbox))
    }

    /// Makes the thread's state.
    ///
    /// # Errors
    /// Those of epoll_ctl(2).
    pub(crate) fn serve(self, daemon: Arc<Daemon>, services: Vec<Service>, signals: SignalFd) -> io::Result<Reactor> {
        let poll = self.0;
        let mut reactor = Reactor {
            poll,
            daemon,
            signals,
            sources: TokenMap::default(),
            parked: Vec::new(),
            next: FIRST,
            timers: Timers::default(),
            idle_since: Some(Instant::now()),
            // More are of use only to whoever has many clients.
            descriptors: oxivirt_sys::raise_descriptor_limit().unwrap_or(u64::MAX),
            retry: None,
            buffer: vec![0; BUFFER],
            stop: false,
            services: Vec::new(),
        };
        let fd = reactor.signals.as_fd().as_raw_fd();
        reactor.poll.registry().register(&mut SourceFd(&fd), SIGNALS, Interest::READABLE)?;
        for (place, service) in services.iter().enumerate() {
            let token = reactor.add(Source::Service(place));
            let fd = service.fd.as_raw_fd();
            reactor.poll.registry().register(&mut SourceFd(&fd), Token(token), Interest::READABLE)?;
        }
        reactor.services = services;
        Ok(reactor)
    }
}

impl Reactor {
    /// Serves until the daemon shall end, by a signal, an administrator, or because nobody needed it for long enough.
    ///
    /// # Errors
    /// Those of epoll_wait(2).
    pub(crate) fn run(&mut self) -> io::Result<()> {
        let mut events = Events::with_capacity(1024);
        self.accept_all();
        while !self.stop {
            let wait = self.wait();
            match self.poll.poll(&mut events, wait) {
                Err(error) if error.kind() != io::ErrorKind::Interrupted => return Err(error),
                _ => {}
            }
            for event in &events {
                match event.token() {
                    WAKER => {}
                    SIGNALS => self.signals(),
                    Token(token) => {
                        if event.is_read_closed() {
                            self.hung_up(token);
                        }
                        self.ready(token, input(event));
                    }
                }
            }
            self.tasks();
            self.due();
        }
        Ok(())
    }

    /// Ends all connections and stops listening.
    pub(crate) fn close(&mut self) {
        self.parked.clear();
        for service in self.services.drain(..) {
            if let Some(path) = &service.path {
                // Somebody may have removed it.
                let _ = std::fs::remove_file(path);
            }
        }
        for source in std::mem::take(&mut self.sources).into_values() {
            if let Source::Client(client) = source {
                client.end();
            }
        }
    }

    fn add(&mut self, source: Source) -> usize {
        let token = self.next;
        self.next = token.wrapping_add(1).max(FIRST);
        self.sources.insert(token, source);
        token
    }

    /// How long to wait at the most.
    fn wait(&mut self) -> Option<Duration> {
        let idle = self.idle_end();
        let next = self.timers.next().into_iter().chain(idle).chain(self.retry).min()?;
        Some(next.saturating_duration_since(Instant::now()))
    }

    fn ready(&mut self, token: usize, input: Input) {
        match self.sources.get(&token) {
            Some(Source::Service(place)) => {
                let place = *place;
                self.accept(place);
            }
            Some(Source::Client(client)) => {
                let client = Arc::clone(client);
                self.serve(&client, input);
            }
            Some(Source::Session(client, link)) => {
                let (client, link) = (client.upgrade(), Arc::clone(link));
                self.session_ready(token, client.as_deref(), &link);
            }
            None => {}
        }
    }

    /// Has a client's bytes moved, and sees to it that it is looked at again when it must be.
    fn serve(&mut self, client: &Arc<Client>, input: Input) {
        match client.serve(&mut self.buffer, input) {
            Progress::Wait { deadline, output } => {
                self.timers.set(client.token, deadline);
                if let Some(output) = output {
                    self.wait_for_room(client, output);
                }
            }
            Progress::More => self.daemon.mailbox.post(Task::Look(client.token)),
            Progress::Ended => self.end(client),
        }
    }

    /// Has the kernel tell, or no longer tell, when a client's socket takes more.
    fn wait_for_room(&mut self, client: &Arc<Client>, output: bool) {
        let interest = if output { Interest::READABLE | Interest::WRITABLE } else { Interest::READABLE };
        let Some(fd) = client.fd() else { return };
        if let Err(error) = self.poll.registry().reregister(&mut SourceFd(&fd), Token(client.token), interest) {
            log!(DAEMON, Error, "wait_for_room", "client {} cannot be waited for: {error}", client.id);
            self.end(client);
        }
    }

    fn end(&mut self, client: &Arc<Client>) {
        if let Some(fd) = client.fd() {
            // Closing the socket would do, if no forked child had it.
            let _ = self.poll.registry().deregister(&mut SourceFd(&fd));
        }
        self.sources.remove(&client.token);
        self.timers.set(client.token, None);
        client.end();
    }

    fn session_ready(&mut self, token: usize, client: Option<&Client>, link: &Link) {
        match client.and_then(|client| client.serve_session(link)) {
            Some(deadline) => {
                self.timers.set(token, deadline);
                self.watch_output(token, link);
            }
            None => self.forget(token),
        }
    }

    /// Has a session's descriptor watched for room while something waits to be sent, and only then: each packet that the peer takes
    /// makes room.
    fn watch_output(&self, token: usize, link: &Link) {
        let Some(wants) = link.output_watch() else { return };
        let Some(fd) = link.session.io().and_then(SessionIo::fd) else { return };
        let interest = if wants { Interest::READABLE | Interest::WRITABLE } else { Interest::READABLE };
        if let Err(error) = self.poll.registry().reregister(&mut SourceFd(&fd), Token(token), interest) {
            log!(DAEMON, Error, "watch_output", "a daemon behind cannot be watched: {error}");
        }
    }

    /// Notes that the peer of a session will send nothing more: behind what it sent its end is to be read.
    fn hung_up(&self, token: usize) {
        if let Some(Source::Session(_, link)) = self.sources.get(&token) {
            link.note_hang_up();
        }
    }

    /// Forgets a session that has ended. Its descriptor is not touched: it may be closed, and its number another client's by now.
    fn forget(&mut self, token: usize) {
        self.sources.remove(&token);
        self.timers.set(token, None);
    }

    fn signals(&mut self) {
        while let Some(number) = self.signals.take() {
            if number == signal::HUP {
                log!(DAEMON, Info, "signals", "reloading drivers after SIGHUP");
                crate::notify::reloading();
                self.daemon.opener.reload();
                if let Some(Err(error)) = self.daemon.policy.tls.as_ref().map(|tls| tls.reload()) {
                    log!(DAEMON, Error, "signals", "the TLS files in use stay: {}", error.text());
                }
                crate::notify::ready();
            } else {
                log!(DAEMON, Info, "signals", "ending after signal {number}");
                self.stop = true;
            }
        }
    }

    fn tasks(&mut self) {
        for task in self.daemon.mailbox.take() {
            match task {
                Task::Look(token) => self.ready(token, Input::Unknown),
                Task::Stream(client, serial) => self.move_stream(client, serial),
                Task::Watch(client, link) => self.watch(client, &link),
                Task::Forget(token) => self.forget(token),
                Task::Accept => self.accept_all(),
                Task::Timeout => self.idle_since = self.idle_since.map(|_| Instant::now()),
                Task::Stop => self.stop = true,
            }
        }
    }

    fn move_stream(&self, client: usize, serial: u32) {
        if let Some(Source::Client(client)) = self.sources.get(&client) {
            client.pump(serial);
        }
    }

    /// Watches the descriptor of a client's session.
    fn watch(&mut self, client: usize, link: &Arc<Link>) {
        let Some(Source::Client(client)) = self.sources.get(&client) else { return };
        let client = Arc::clone(client);
        let token = self.add(Source::Session(Arc::downgrade(&client), Arc::clone(link)));
        link.watched_as(token);
        // Whoever closes it from now on knows its number; whoever did before did not.
        let fd = link.session.io().and_then(|io| io.fd()).filter(|_| client.has(link));
        let registry = self.poll.registry();
        match fd.map(|fd| registry.register(&mut SourceFd(&fd), Token(token), Interest::READABLE)) {
            Some(Ok(())) => self.ready(token, Input::Unknown),
            _ => self.forget(token),
        }
    }

    /// Does what is due by now.
    fn due(&mut self) {
        let now = Instant::now();
        while let Some(token) = self.timers.due(now) {
            self.ready(token, Input::Nothing);
        }
        if self.retry.is_some_and(|retry| retry <= now) {
            self.retry = None;
            self.accept_all();
        }
        if self.idle_end().is_some_and(|end| end <= now) {
            if self.daemon.opener.is_busy() {
                // Looked at again after the same time.
                self.idle_since = Some(now);
            } else {
                log!(DAEMON, Info, "due", "ending: nobody needed the daemon for {} s", self.daemon.timeout());
                self.stop = true;
            }
        }
    }

    /// When an idle daemon ends; `None` while it is not idle, or never does.
    fn idle_end(&mut self) -> Option<Instant> {
        if self.daemon.servers.iter().any(|server| server.has_clients()) {
            self.idle_since = None;
            return None;
        }
        let since = *self.idle_since.get_or_insert_with(Instant::now);
        match self.daemon.timeout() {
            0 => None,
            seconds => since.checked_add(Duration::from_secs(u64::from(seconds))),
        }
    }
}

/// Returns what an event says of the socket's input.
fn input(event: &Event) -> Input {
    if event.is_read_closed() || event.is_write_closed() || event.is_error() {
        Input::Unknown
    } else if event.is_readable() {
        Input::Something
    } else {
        Input::Nothing
    }
}
