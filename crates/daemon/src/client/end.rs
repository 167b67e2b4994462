//! What is left to do when a client is gone.
use super::Client;
use super::opened::Opened;
use crate::link::Link;
use crate::mailbox::Task;

impl Client {
    /// Ends the client: its socket is closed, nothing more is done for it. What its session has to give up may take time, so that a
    /// job does it; until then the client counts.
    pub(crate) fn end(&self) {
        let streams = {
            let mut conn = self.conn.lock();
            if std::mem::replace(&mut conn.ended, true) {
                return;
            }
            conn.shut();
            // They may be of a session that the client lost by opening another.
            !conn.pumps.is_empty()
        };
        let session = self.session.lock().take();
        if session.is_none() && !streams {
            return self.leave();
        }
        let Some(me) = self.shared() else { return };
        self.server.pool.add(
            false,
            Box::new(move || {
                me.abort_streams();
                if let Some(session) = session {
                    me.close_session(&session);
                }
                me.leave();
            }),
        );
    }

    /// Ends a session. Whatever it keeps for the client, such as registrations for events, goes with it.
    pub(super) fn close_session(&self, opened: &Opened) {
        let (links, waiting) = opened.take();
        links.iter().for_each(|link| self.close_link(link));
        // Whoever is still there is told.
        waiting.into_iter().for_each(|call| self.begin(call, false));
        let mut events = self.events.lock();
        events.registrations.clear();
        events.tells_end = false;
    }

    /// Ends one session of several.
    pub(super) fn close_link(&self, link: &Link) {
        // Nobody is left who wants to know how it went.
        let _ = link.session.close();
        if let Some(token) = link.token() {
            self.daemon.mailbox.post(Task::Forget(token));
        }
    }

    fn leave(&self) {
        if self.server.remove(self) {
            self.daemon.mailbox.post(Task::Accept);
        }
    }
}
