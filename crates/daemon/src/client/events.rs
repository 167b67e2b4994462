//! What a session reports on its way to the client: under the number that the client was told, in the form in which it registered,
//! and never before the answer to its registration.
use crate::link::Link;
use oxivirt_protocol::{CloseReason, Event, EventClass, EventId, Message, Program, net};
use oxivirt_xdr::Writer;
use std::collections::VecDeque;

/// A registration of the client's.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Registration {
    pub(super) class: EventClass,
    /// The client's number of it.
    pub(super) callback: i32,
    /// The session's.
    pub(super) behind: i32,
    /// Which event.
    pub(super) event: i32,
    /// Which objects it is for, as the arguments have it.
    pub(super) filter: Vec<u8>,
    /// Made by a procedure that has no numbers: events go out in the form without one.
    pub(super) bare: bool,
}

/// What the client registered for, and what is on its way.
#[derive(Debug, Default)]
pub(super) struct Events {
    pub(super) registrations: Vec<Registration>,
    /// Registrations that are not answered yet: what arrives meanwhile may be for them.
    registering: usize,
    /// Told by the session and not sent.
    pub(super) inbox: VecDeque<Message>,
    /// Told by the session, where an access driver has to judge them first; `judging`: a job does.
    pub(super) unjudged: VecDeque<Message>,
    pub(super) judging: bool,
    /// The next number of the client's, where they are not the session's.
    next: i32,
    /// The end of the session shall be told.
    pub(super) tells_end: bool,
    /// Why the session ended.
    pub(super) end: Option<CloseReason>,
}

/// An event as it is sent.
pub(super) struct Outgoing {
    pub(super) program: Program,
    pub(super) procedure: u32,
    pub(super) body: Vec<u8>,
}

impl Events {
    pub(super) fn begin_registration(&mut self) {
        self.registering = self.registering.saturating_add(1);
    }

    pub(super) fn end_registration(&mut self) {
        self.registering = self.registering.saturating_sub(1);
    }

    /// Notes a registration that the session has under the number `behind`, and returns the number for the client. Those of another
    /// daemon count what all its clients registered for; sessions of several daemons would give the same number twice.
    pub(super) fn add(&mut self, link: &Link, new: Registration) -> i32 {
        let callback = if link.is_remote() { self.next } else { new.behind };
        self.next = self.next.wrapping_add(1) & i32::MAX;
        self.registrations.push(Registration { callback, ..new });
        callback
    }

    /// Takes the next event that is for this client.
    pub(super) fn take(&mut self) -> Option<Outgoing> {
        if self.registering > 0 {
            return None;
        }
        while let Some(message) = self.inbox.pop_front() {
            let outgoing = message.read().and_then(|report| self.outgoing(report.registration, &report.event));
            if outgoing.is_some() {
                return outgoing;
            }
        }
        let reason = self.end.take().filter(|_| self.tells_end)?;
        encode(&Event::ConnectionClosed { reason: reason.0 }, None)
    }

    fn outgoing(&self, callback: Option<i32>, event: &Event<'_>) -> Option<Outgoing> {
        let EventId { class, id } = event.id();
        if class == EventClass::Connection {
            return encode(event, None).filter(|_| self.tells_end);
        }
        let mine = |known: &&Registration| match callback {
            Some(callback) => known.class == class && known.behind == callback,
            None => known.class == class && known.event == id,
        };
        let registration = self.registrations.iter().find(mine)?;
        encode(event, (!registration.bare).then_some(registration.callback))
    }
}

fn encode(event: &Event<'_>, callback: Option<i32>) -> Option<Outgoing> {
    let (program, procedure) = event.procedure(callback.is_some())?;
    let mut body = Vec::new();
    let max = net::MESSAGE_PAYLOAD_MAX as usize;
    event.encode(callback, &mut Writer::new(&mut body, max)).ok()?;
    Some(Outgoing { program, procedure, body })
}
