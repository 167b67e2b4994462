//! Moving a client's bytes, by the thread that waits for sockets and by whoever has something for it.
use super::Client;
use super::conn::{Conn, Progress};
use crate::mailbox::Task;
use oxivirt_log::{log, source::RPC_SERVER};
use oxivirt_rpc::Cause;
use std::os::fd::RawFd;
use std::time::Instant;

/// Bytes of one call of a client that has not proven who it is: more than the longest message of SASL.
const MOST_UNPROVEN: usize = 1 << 20;
/// Reads of one client in a row; then the others have their turn.
const READS: usize = 16;

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
            let authentication = self.authentication_deadline();
            if !self.is_authenticated() && conn.engine.held() > MOST_UNPROVEN {
                log!(
                    RPC_SERVER,
                    Warning,
                    "serve",
                    "client {} is closed: it sent too much before it authenticated",
                    self.id
                );
                conn.engine.close(Cause::Local);
            }
            if authentication.is_some_and(|deadline| deadline <= now) {
                log!(RPC_SERVER, Warning, "serve", "client {} is closed: it did not authenticate in time", self.id);
                conn.engine.close(Cause::Local);
            }
            self.flush(&mut conn);
            if let Some(cause) = conn.engine.closed() {
                if let Cause::Layer(reason) = cause {
                    log!(RPC_SERVER, Warning, "serve", "client {} is closed: {reason}", self.id);
                }
                return Progress::Ended;
            }
            let held = conn.engine.hold(now, true, 0);
            if held.is_some() || conn.engine.blocked() || conn.running >= conn.most_running || conn.is_heavy() {
                conn.paused = true;
                let deadline = conn.engine.poll_deadline();
                return Progress::Wait(deadline.into_iter().chain(held).chain(authentication).min());
            }
            conn.paused = false;
            let more = conn.read(now, buffer);
            self.note_tls(&conn);
            drop(conn);
            self.take_calls(true);
            if !more {
                let mut conn = self.conn.lock();
                self.flush(&mut conn);
                return match conn.engine.closed() {
                    Some(_) => Progress::Ended,
                    None => {
                        let authentication = self.authentication_deadline();
                        Progress::Wait(conn.engine.poll_deadline().into_iter().chain(authentication).min())
                    }
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
        for (serial, remote) in conn.woken_streams() {
            self.start_pump(serial, remote);
        }
    }
}
