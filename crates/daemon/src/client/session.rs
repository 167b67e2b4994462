//! The session's own descriptor, where it has one: events and what streams bring arrive there while no call is made.
use super::Client;
use std::time::Instant;

impl Client {
    /// Takes in what arrived for the session. Returns when to look again at the latest, nothing when the session has ended.
    #[expect(clippy::option_option, reason = "ended, or no deadline, or a deadline")]
    pub(crate) fn serve_session(&self) -> Option<Option<Instant>> {
        let opened = self.opened()?;
        let io = opened.session.io()?;
        io.on_readable();
        if io.deadline().is_some_and(|deadline| deadline <= Instant::now()) {
            io.on_timeout();
        }
        io.fd()?;
        Some(io.deadline())
    }
}
