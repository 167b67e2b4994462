//! Moving a client's bytes, by the thread that waits for sockets and by whoever has something for it.
use super::Client;
use super::conn::{Conn, Input, Progress, Read};
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
    pub(crate) fn serve(&self, buffer: &mut [u8], input: Input) -> Progress {
        for _ in 0..READS {
            let now = Instant::now();
            let mut conn = self.conn.lock();
            conn.served = false;
            self.note_time(&mut conn, now);
            self.flush(&mut conn);
            if conn.engine.closed().is_some() {
                return self.closed(&conn);
            }
            let held = conn.engine.hold(now, true, 0);
            if held.is_some() || conn.engine.blocked() || conn.running >= conn.most_running || conn.is_heavy() {
                conn.paused = true;
                return self.wait(&mut conn, held);
            }
            let resumed = std::mem::take(&mut conn.paused);
            if input == Input::Nothing && !resumed {
                return self.wait(&mut conn, None);
            }
            let read = conn.read(now, buffer);
            self.note_tls(&conn);
            conn.served = true;
            drop(conn);
            self.take_calls(true);
            if read == Read::Nothing || (read == Read::All && input == Input::Something) {
                let mut conn = self.conn.lock();
                conn.served = false;
                self.flush(&mut conn);
                if conn.engine.closed().is_some() {
                    return self.closed(&conn);
                }
                let held = conn.engine.hold(now, true, 0);
                return self.wait(&mut conn, held);
            }
        }
        Progress::More
    }

    fn wait(&self, conn: &mut Conn, held: Option<Instant>) -> Progress {
        let deadlines = conn.engine.poll_deadline().into_iter().chain(held).chain(self.authentication_deadline());
        Progress::Wait { deadline: deadlines.min(), output: conn.output_interest() }
    }

    fn closed(&self, conn: &Conn) -> Progress {
        if let Some(Cause::Layer(reason)) = conn.engine.closed() {
            log!(RPC_SERVER, Warning, "serve", "client {} is closed: {reason}", self.id);
        }
        Progress::Ended
    }

    /// Does what it is time for: pings, and giving up a client that is silent or does not authenticate.
    fn note_time(&self, conn: &mut Conn, now: Instant) {
        conn.engine.handle_timeout(now);
        if self.is_authenticated() {
            return;
        }
        let why = if conn.engine.held() > MOST_UNPROVEN {
            "it sent too much before it authenticated"
        } else if self.authentication_deadline().is_some_and(|deadline| deadline <= now) {
            "it did not authenticate in time"
        } else {
            return;
        };
        log!(RPC_SERVER, Warning, "serve", "client {} is closed: {why}", self.id);
        conn.engine.close(Cause::Local);
    }

    /// Follows every command to the engine that other threads gave: sends, and has the thread that waits for sockets look at what it
    /// alone does.
    pub(super) fn after_command(&self, conn: &mut Conn) {
        self.flush(conn);
        if !conn.served && (conn.engine.closed().is_some() || conn.resumes() || conn.lacks_room()) {
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
