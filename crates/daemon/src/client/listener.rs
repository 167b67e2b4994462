//! Hearing what a session reports, and sending it.
use super::Client;
use super::conn::MOST_OUTPUT;
use super::events::Outgoing;
use oxivirt_protocol::{CloseReason, Listener, Message};
use oxivirt_rpc::Cause;
use std::sync::Weak;

/// Hears what the session of a client reports.
#[derive(Debug)]
pub(super) struct SessionListener {
    client: Weak<Client>,
    /// The session is the one that the client opened.
    first: bool,
}

impl SessionListener {
    pub(super) fn new(client: &Client, first: bool) -> Self {
        Self { client: Weak::clone(&client.me), first }
    }
}

impl Listener for SessionListener {
    fn on_messages(&self, messages: Vec<Message>) {
        if let Some(client) = self.client.upgrade() {
            let mut events = client.events.lock();
            if client.daemon.policy.access { events.unjudged.extend(messages) } else { events.inbox.extend(messages) }
        }
    }

    fn on_taken(&self) {
        if let Some(client) = self.client.upgrade() {
            if client.daemon.policy.access { client.judge_events() } else { client.send_events() }
        }
    }

    fn on_closed(&self, reason: CloseReason) {
        if let Some(client) = self.client.upgrade().filter(|_| self.first) {
            client.events.lock().end = Some(reason);
            client.send_events();
        }
    }
}

impl Client {
    /// Sends what the session has reported. Whoever holds the connection takes events, so that their order stays.
    pub(super) fn send_events(&self) {
        let mut conn = self.conn.lock();
        let mut sent = false;
        loop {
            let next = self.events.lock().take();
            let Some(Outgoing { program, procedure, body }) = next else { break };
            // A connection that is closing takes nothing more.
            let _ = conn.engine.send_message(program.0, program.version().unwrap_or(1), procedure, &body);
            sent = true;
            if conn.engine.output_bytes() > MOST_OUTPUT {
                conn.flush();
            }
            if conn.engine.output_bytes() > MOST_OUTPUT {
                let bytes = conn.engine.output_bytes();
                conn.engine.close(Cause::EventOverflow(bytes));
                break;
            }
        }
        if sent {
            self.after_command(&mut conn);
        }
    }

    /// A registration was answered: what was held back for it may go.
    pub(super) fn registered(&self) {
        self.events.lock().end_registration();
        self.send_events();
    }
}
