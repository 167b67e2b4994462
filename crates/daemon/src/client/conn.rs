//! The engine of a connection, its socket, and moving bytes between them.
use super::pace::Pace;
use super::pump::Pump;
use super::wrap::{Tls, Wrap};
use crate::server::ServerConfig;
use oxivirt_protocol::Program;
use oxivirt_rpc::{Cause, Engine, Header, Limits, QueueLimits, Role, Transmit};
use oxivirt_sys::errno;
use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::os::fd::{AsFd, AsRawFd, OwnedFd, RawFd};
use std::time::{Duration, Instant};

/// Bytes that wait to be sent before the client's calls are no longer read.
const OUTPUT: usize = 1 << 20;
/// Bytes of events that wait to be sent before a client that does not read is given up.
pub(super) const MOST_OUTPUT: usize = 16 << 20;
/// Bytes of a stream that wait for the driver before nothing more is read from the client.
const STREAM: usize = 8 << 20;
/// How long a driver may take none of them before the stream is given up.
const STREAM_GRACE: Duration = Duration::from_secs(600);

/// What the thread that waits for sockets knows of what is left in a client's socket.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Input {
    /// Nothing came: the socket takes more, or a time is over.
    Nothing,
    /// Something came, and the kernel will tell when more comes: a read that leaves room in the buffer was the last.
    Something,
    /// The end may be behind it, or nothing is known: the last read is the one that finds nothing.
    Unknown,
}

/// What reading once brought.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Read {
    Nothing,
    /// All that was there.
    All,
    /// There may be more, or the end.
    Some,
}

/// What the thread that waits for sockets shall do next about a client.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Progress {
    /// Wait for its socket.
    Wait {
        /// Look at it again at this time at the latest.
        deadline: Option<Instant>,
        /// Wait from now on, or no more, until the socket takes something; `None`: as before.
        output: Option<bool>,
    },
    /// There is more to read: look at it again after the others.
    More,
    /// It is gone.
    Ended,
}

#[derive(Debug)]
pub(super) struct Conn {
    pub(super) engine: Engine,
    /// `None` once the connection is closed.
    socket: Option<OwnedFd>,
    wrap: Wrap,
    /// What comes in place of `wrap` when so many bytes more are sent.
    next_wrap: Option<(usize, Wrap)>,
    /// Encoded and not sent, and for how many bytes of the engine's it stands.
    outer: Vec<u8>,
    taken: usize,
    /// Bytes of calls that were taken from the engine and are not answered, and the most of them together with what waits to be sent.
    pub(super) call_bytes: usize,
    memory: usize,
    /// Calls that were taken from the engine and are not answered.
    pub(super) running: usize,
    /// The most of them at a time.
    pub(super) most_running: usize,
    /// Input was left in the socket: whoever makes room says so.
    pub(super) paused: bool,
    /// The thread that waits for sockets is at work on it, and looks at the end whether it has ended and whether it waits for room.
    pub(super) served: bool,
    /// The socket took no more when something was sent last.
    full: bool,
    /// The thread that waits for sockets waits until it takes more.
    waits_for_room: bool,
    pace: Pace,
    /// Streams by the serials of their calls.
    pub(super) pumps: BTreeMap<u32, Pump>,
    /// The client said goodbye: calls behind that are not taken.
    pub(super) closing: bool,
    /// Nothing will be done with it any more.
    pub(super) ended: bool,
}

impl Conn {
    pub(super) fn new(socket: OwnedFd, tls: Option<Tls>, config: &ServerConfig, now: Instant) -> Self {
        let requests = usize::try_from(config.requests).unwrap_or(usize::MAX).max(1);
        let limits = Limits {
            requests,
            output: OUTPUT,
            stream: QueueLimits { soft: STREAM, hard: STREAM, grace: STREAM_GRACE },
            ..Limits::DEFAULT
        };
        let mut engine = Engine::new(Role::Server, &[], limits, now);
        engine.set_opens_stream(opens_stream);
        Self {
            engine,
            socket: Some(socket),
            wrap: tls.map_or(Wrap::Plain, |tls| Wrap::Tls(Box::new(tls))),
            next_wrap: None,
            outer: Vec::new(),
            taken: 0,
            call_bytes: 0,
            memory: config.memory,
            running: 0,
            most_running: requests,
            paused: false,
            served: false,
            full: false,
            waits_for_room: false,
            pace: Pace::default(),
            pumps: BTreeMap::new(),
            closing: false,
            ended: false,
        }
    }

    pub(super) fn fd(&self) -> Option<RawFd> {
        self.socket.as_ref().map(AsRawFd::as_raw_fd)
    }

    /// Returns the TLS session, if the connection has one.
    pub(super) fn tls(&self) -> Option<&Tls> {
        match &self.wrap {
            Wrap::Tls(tls) => Some(tls),
            Wrap::Plain | Wrap::Sasl(..) => None,
        }
    }

    /// Returns the own end's address, `None` for a socket without one.
    pub(super) fn local_address(&self) -> Option<SocketAddr> {
        let socket = self.socket.as_ref()?.try_clone().ok()?;
        std::net::TcpStream::from(socket).local_addr().ok()
    }

    /// Has all that comes from now on, and all that is sent behind what waits to be sent, travel in `wrap`.
    pub(super) fn wrap_from_here(&mut self, wrap: Wrap) {
        self.next_wrap = Some((self.engine.output_bytes(), wrap));
    }

    /// Returns true if so much is kept for the client that nothing more shall be read.
    pub(super) fn is_heavy(&self) -> bool {
        self.call_bytes.saturating_add(self.engine.output_bytes()) >= self.memory
    }

    /// Sends what the socket takes. When it takes no more, readiness to write calls for the rest.
    pub(super) fn flush(&mut self) {
        while self.send_some() {}
    }

    /// Returns false if nothing is left to send, or the socket takes no more.
    fn send_some(&mut self) -> bool {
        if let Some((_, wrap)) = self.next_wrap.take_if(|(left, _)| *left == 0) {
            self.wrap = wrap;
        }
        let Some(socket) = &self.socket else { return false };
        if self.outer.is_empty() {
            let Some(transmit) = self.engine.poll_transmit() else { return false };
            let sent = match (transmit, &mut self.wrap) {
                (Transmit::Bytes(bytes), Wrap::Plain) => {
                    let left = self.next_wrap.as_ref().map_or(bytes.len(), |(left, _)| *left);
                    oxivirt_sys::send(socket.as_fd(), bytes.get(..left).unwrap_or(bytes), false)
                }
                (Transmit::Descriptor(fd), Wrap::Plain) => {
                    oxivirt_sys::send_with_fds(socket.as_fd(), &[0], &[fd], false)
                }
                (Transmit::Bytes(bytes), wrap) => match wrap.encode(bytes, &mut self.outer) {
                    Ok(taken) => {
                        self.taken = taken;
                        return true;
                    }
                    Err(error) => {
                        self.engine.close(Cause::Layer(error));
                        return false;
                    }
                },
                (Transmit::Descriptor(_), _) => {
                    self.engine.close(Cause::Layer("descriptors cannot be sent over the network".to_owned()));
                    return false;
                }
            };
            return self.note_sent(sent, true);
        }
        let sent = oxivirt_sys::send(socket.as_fd(), &self.outer, false);
        self.note_sent(sent, false)
    }

    /// Notes how sending went; `plain`: bytes of the engine's.
    fn note_sent(&mut self, sent: io::Result<usize>, plain: bool) -> bool {
        self.full = sent.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock);
        match sent {
            _ if self.full => return false,
            Ok(count) if plain => {
                if let Some((left, _)) = &mut self.next_wrap {
                    *left = left.saturating_sub(count);
                }
                self.engine.handle_sent(count);
            }
            Ok(count) => {
                self.outer.drain(..count.min(self.outer.len()));
                let taken = std::mem::take(&mut self.taken);
                if !self.outer.is_empty() {
                    self.taken = taken;
                } else if taken > 0 {
                    self.engine.handle_sent(taken);
                }
            }
            Err(error) => {
                self.engine.close(Cause::Send(errno_of(&error)));
                return false;
            }
        }
        true
    }

    /// Reads once.
    pub(super) fn read(&mut self, now: Instant, buffer: &mut [u8]) -> Read {
        let Some(socket) = &self.socket else { return Read::Nothing };
        match oxivirt_sys::recv_with_fds(socket.as_fd(), buffer, false) {
            Ok(got) if got.truncated => self.engine.close(Cause::LostFds),
            Ok(got) if got.bytes == 0 => self.engine.handle_eof(),
            Ok(got) => {
                self.pace.note(now);
                // The kernel ends a read behind descriptors, whatever follows.
                let all = got.bytes < buffer.len() && got.fds.is_empty();
                self.take_in(now, buffer.get(..got.bytes).unwrap_or_default(), got.fds);
                return if all { Read::All } else { Read::Some };
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Read::Nothing,
            Err(error) => self.engine.close(Cause::Receive(errno_of(&error))),
        }
        Read::Some
    }

    fn take_in(&mut self, now: Instant, bytes: &[u8], fds: Vec<OwnedFd>) {
        // Whoever answers to what was agreed on has got it: from then on everything is in the new form.
        let wrap = self.next_wrap.as_mut().map_or(&mut self.wrap, |(_, wrap)| wrap);
        if matches!(wrap, Wrap::Plain) {
            self.engine.handle_input(now, bytes, fds);
            return;
        }
        let mut inner = Vec::new();
        let decoded = wrap.decode(bytes, &mut inner, &mut self.outer);
        if decoded.is_ok() {
            // Nothing of a client that is refused is looked at.
            self.engine.handle_input(now, &inner, fds);
        }
        self.flush();
        match decoded {
            Ok(false) => {}
            Ok(true) => self.engine.handle_eof(),
            Err(error) => self.engine.close(Cause::Layer(error)),
        }
    }

    /// Returns true if input was left in the socket that can be taken in now; whoever gets this answer sees to it.
    pub(super) fn resumes(&mut self) -> bool {
        let resumes = self.paused && !self.engine.blocked() && self.running < self.most_running && !self.is_heavy();
        if resumes {
            self.paused = false;
        }
        resumes
    }

    /// Returns whether the thread that waits for sockets shall from now on wait until the socket takes more; `None`: as before.
    /// That is only so while something is left to be sent: a client that takes an answer makes room, which is no news otherwise, unless
    /// its next call is likely to follow.
    pub(super) fn output_interest(&mut self) -> Option<bool> {
        // Whoever sends a stream fills the socket again and again.
        let stays = self.waits_for_room && !self.pumps.is_empty();
        let waits = self.full || stays || self.pace.is_quick();
        let changed = waits != std::mem::replace(&mut self.waits_for_room, waits);
        changed.then_some(waits)
    }

    /// Returns true if something is left to be sent and nobody waits for room.
    pub(super) fn lacks_room(&self) -> bool {
        self.full && !self.waits_for_room
    }

    /// Closes the socket; the peer sees the end at once.
    pub(super) fn shut(&mut self) {
        if let Some(socket) = self.socket.take() {
            oxivirt_sys::shutdown(socket.as_fd());
        }
    }
}

fn errno_of(error: &io::Error) -> i32 {
    error.raw_os_error().unwrap_or(errno::EIO)
}

/// Returns whether a call opens a stream, and if so, whether one with holes. Procedures that can open one with holes end with their
/// flags.
pub(super) fn opens_stream(header: &Header, payload: &[u8]) -> Option<bool> {
    let info = Program(header.program).procedure(header.procedure)?;
    info.stream?;
    let flags = payload.last_chunk::<4>().map_or(0, |word| u32::from_be_bytes(*word));
    Some(info.sparse_flag.is_some_and(|sparse| flags & sparse != 0))
}
