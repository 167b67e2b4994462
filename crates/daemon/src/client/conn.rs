//! The engine of a connection and its socket, and moving bytes between them.
use super::Client;
use super::calls::opens_stream;
use super::streams::Pump;
use crate::mailbox::Task;
use crate::server::ServerConfig;
use oxivirt_rpc::{Cause, Engine, Limits, QueueLimits, Role, Transmit};
use oxivirt_sys::errno;
use std::collections::BTreeMap;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd, RawFd};
use std::time::{Duration, Instant};

/// Bytes that wait to be sent before the client's calls are no longer read.
const OUTPUT: usize = 1 << 20;
/// Bytes of events that wait to be sent before a client that does not read is given up.
pub(crate) const MOST_OUTPUT: usize = 16 << 20;
/// Bytes of a stream that wait for the driver before nothing more is read from the client.
const STREAM: usize = 8 << 20;
/// How long a driver may take none of them before the stream is given up.
const STREAM_GRACE: Duration = Duration::from_secs(600);
/// Reads of one client in a row; then the others have their turn.
const READS: usize = 16;

/// What the thread that waits for sockets shall do next about a client.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Progress {
    /// Wait for its socket, and look at it again at this time at the latest.
    Wait(Option<Instant>),
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
    /// Calls that were taken from the engine and are not answered.
    pub(super) running: usize,
    /// The most of them at a time.
    pub(super) most_running: usize,
    /// Input was left in the socket: whoever makes room says so.
    paused: bool,
    /// Streams by the serials of their calls.
    pub(super) pumps: BTreeMap<u32, Pump>,
    /// The client said goodbye: calls behind that are not taken.
    pub(super) closing: bool,
    /// Nothing will be done with it any more.
    pub(super) ended: bool,
}

impl Conn {
    pub(super) fn new(socket: OwnedFd, config: &ServerConfig, now: Instant) -> Self {
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
            running: 0,
            most_running: requests,
            paused: false,
            pumps: BTreeMap::new(),
            closing: false,
            ended: false,
        }
    }

    pub(super) fn fd(&self) -> Option<RawFd> {
        self.socket.as_ref().map(AsRawFd::as_raw_fd)
    }

    /// Sends what the socket takes. When it takes no more, readiness to write calls for the rest.
    pub(super) fn flush(&mut self) {
        while let Some(transmit) = self.engine.poll_transmit() {
            let Some(socket) = &self.socket else { return };
            let sent = match transmit {
                Transmit::Bytes(bytes) => oxivirt_sys::send(socket.as_fd(), bytes, false),
                Transmit::Descriptor(fd) => oxivirt_sys::send_with_fds(socket.as_fd(), &[0], &[fd], false),
            };
            match sent {
                Ok(count) => self.engine.handle_sent(count),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(error) => self.engine.close(Cause::Send(errno_of(&error))),
            }
        }
    }

    /// Reads once. Returns false when there is nothing to read now.
    fn read(&mut self, now: Instant, buffer: &mut [u8]) -> bool {
        let Some(socket) = &self.socket else { return false };
        match oxivirt_sys::recv_with_fds(socket.as_fd(), buffer, false) {
            Ok(got) if got.truncated => self.engine.close(Cause::LostFds),
            Ok(got) if got.bytes == 0 => self.engine.handle_eof(),
            Ok(got) => self.engine.handle_input(now, buffer.get(..got.bytes).unwrap_or_default(), got.fds),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return false,
            Err(error) => self.engine.close(Cause::Receive(errno_of(&error))),
        }
        true
    }

    /// Returns true if input was left in the socket that can be taken in now; whoever gets this answer sees to it.
    pub(super) fn resumes(&mut self) -> bool {
        let resumes = self.paused && !self.engine.blocked() && self.running < self.most_running;
        if resumes {
            self.paused = false;
        }
        resumes
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

impl Client {
    /// Returns the socket's number, `None` once it is closed.
    pub(crate) fn fd(&self) -> Option<RawFd> {
        self.conn.lock().fd()
    }

    /// Moves bytes in both directions and sees to what arrives. For the thread that waits for sockets.
    pub(crate) fn serve(&self, buffer: &mut [u8]) -> Progress {
        for _ in 0..READS {
            let now = Instant::now();
            let mut conn = self.conn.lock();
            conn.engine.handle_timeout(now);
            self.flush(&mut conn);
            if conn.engine.closed().is_some() {
                return Progress::Ended;
            }
            let held = conn.engine.hold(now, true, 0);
            if held.is_some() || conn.engine.blocked() || conn.running >= conn.most_running {
                conn.paused = true;
                let deadline = conn.engine.poll_deadline();
                return Progress::Wait(deadline.into_iter().chain(held).min());
            }
            conn.paused = false;
            let more = conn.read(now, buffer);
            drop(conn);
            self.take_calls(true);
            if !more {
                let mut conn = self.conn.lock();
                self.flush(&mut conn);
                return match conn.engine.closed() {
                    Some(_) => Progress::Ended,
                    None => Progress::Wait(conn.engine.poll_deadline()),
                };
            }
        }
        Progress::More
    }

    /// Follows every command to the engine that other threads gave: sends, and has the thread that waits for sockets look at what it
    /// alone does.
    pub(super) fn after_command(&self, conn: &mut Conn) {
        self.flush(conn);
        if conn.engine.closed().is_some() || conn.resumes() {
            self.daemon.mailbox.post(Task::Look(self.token));
        }
    }

    /// Sends what the socket takes, and has streams worked on that this, or input, made ready.
    fn flush(&self, conn: &mut Conn) {
        conn.flush();
        for serial in conn.woken_streams() {
            self.pump_job(serial);
        }
    }

    /// Ends the connection as if the peer had.
    pub(crate) fn disconnect(&self) {
        let mut conn = self.conn.lock();
        conn.engine.close(Cause::Local);
        self.daemon.mailbox.post(Task::Look(self.token));
    }
}
