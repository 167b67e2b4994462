//! The session's own descriptor, where it has one: events and what streams bring arrive there while no call is made.
//!
//! The thread that waits for sockets is told once that something arrived, not as long as it is there, and reads until nothing is left; threads
//! that wait for answers leave nothing behind that it was told of meanwhile.
use super::Client;
use crate::link::Link;
use crate::mailbox::Task;
use std::time::{Duration, Instant};

/// Reads of one session in a row.
const READS: usize = 16;
/// When to look again at a session that takes in nothing because nobody takes what it has.
const HELD: Duration = Duration::from_millis(20);

impl Client {
    /// Takes in what arrived for one of its sessions. Returns when to look again at the latest, nothing when the session has ended.
    #[expect(clippy::option_option, reason = "ended, or no deadline, or a deadline")]
    pub(crate) fn serve_session(&self, link: &Link) -> Option<Option<Instant>> {
        let io = link.session.io()?;
        // Its turn ends at some time: others wait.
        let more = (0..READS).all(|_| io.on_readable());
        if io.deadline().is_some_and(|deadline| deadline <= Instant::now()) {
            io.on_timeout();
        }
        io.fd()?;
        let held = if !io.wants_input() {
            Instant::now().checked_add(HELD)
        } else {
            if let Some(token) = link.token().filter(|_| more || link.has_hung_up()) {
                self.daemon.mailbox.post(Task::Look(token));
            }
            None
        };
        Some(io.deadline().into_iter().chain(held).min())
    }

    /// Follows what other threads than the one that waits for sockets did with a session: it may have made room, or left something to be
    /// sent.
    pub(super) fn catch_up(&self, link: &Link) {
        let Some(io) = link.session.io() else { return };
        let more = io.on_readable();
        if let Some(token) = link.token().filter(|_| more || io.wants_output() || !io.wants_input()) {
            self.daemon.mailbox.post(Task::Look(token));
        }
    }
}
