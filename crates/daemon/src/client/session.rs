//! The session's own descriptor, where it has one: events and what streams bring arrive there while no call is made.
//!
//! The thread that waits for sockets is told once that something arrived, not as long as it is there. It reads until nothing is left. Others
//! that read from the session look whether something is left, and have that thread look again.
use super::Client;
use crate::link::Link;
use crate::mailbox::Task;
use oxivirt_protocol::SessionIo;
use oxivirt_sys::{Interest, PollFd};
use std::time::{Duration, Instant};

/// Reads of one session in a row.
const READS: usize = 16;
/// When to look again at a session that takes in nothing because nobody takes what it has.
const HELD: Duration = Duration::from_millis(20);

/// Returns true if something is there to be read, or the end.
fn has_input(io: &dyn SessionIo) -> bool {
    let Some(fd) = io.fd() else { return false };
    let mut one = [PollFd::new(fd, Interest::READ)];
    oxivirt_sys::poll_once(&mut one, Some(Duration::ZERO)).is_ok_and(|ready| ready > 0)
}

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

    fn look_again(&self, link: &Link, io: &dyn SessionIo) {
        if let Some(token) = link.token().filter(|_| io.wants_output() || has_input(io)) {
            self.daemon.mailbox.post(Task::Look(token));
        }
    }

    /// Follows calls and waits of other threads, which may have left something behind that they read.
    pub(super) fn catch_up(&self, link: &Link) {
        if let Some(io) = link.session.io() {
            io.on_readable();
            self.look_again(link, io);
        }
    }
}
