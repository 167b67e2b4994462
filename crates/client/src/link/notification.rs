//! Notifications: telling the listener what nobody asked for: events, and the end of the connection.
//!
//! Whoever moves bytes notes it while it holds the link's lock, and tells the listener when it holds none: a listener may make
//! calls. Several threads may tell at the same time, so messages are taken and passed on under a lock of their own, which
//! keeps them in order.
use crate::lock::Lock;
use oxivirt_protocol::{Backlog, CloseReason, EventClass, Listener, Message, Program};
use oxivirt_rpc::{Cause, Event};
use oxivirt_sys::OnceBox;
use oxivirt_sys::errno::{ECONNRESET, EPIPE};
use std::sync::Weak;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a link owes its listener.
#[derive(Debug, Default)]
pub(super) struct Notifications {
    pending: AtomicBool,
    listener: OnceBox<Weak<dyn Listener>>,
    order: Lock<()>,
    end_reported: AtomicBool,
    /// Messages that the listener has not got rid of.
    backlog: Backlog,
}

impl Notifications {
    /// Notes that there is something to tell.
    pub(super) fn set_pending(&self) {
        self.pending.store(true, Ordering::Release);
    }

    /// Returns how many bytes of messages the listener has not got rid of.
    pub(super) fn undelivered(&self) -> usize {
        self.backlog.bytes()
    }

    /// Returns true if there is something to tell.
    pub(super) fn pending(&self) -> bool {
        self.pending.load(Ordering::Acquire)
    }

    /// Sets who hears of messages and of the end. The first listener stays.
    pub(super) fn listen(&self, listener: Weak<dyn Listener>) {
        let _ = self.listener.set(listener);
        self.set_pending();
    }

    /// Passes on what `take` finds to have come, and why the connection ended. Messages nobody listens to are dropped.
    pub(super) fn deliver(&self, take: impl FnOnce() -> (Vec<Event>, Option<Cause>)) {
        if !self.pending.swap(false, Ordering::AcqRel) {
            return;
        }
        let listener = self.listener.get().and_then(Weak::upgrade);
        let order = self.order.lock();
        let (mut queued, mut calling) = (Vec::new(), Vec::new());
        let (events, closed) = take();
        for message in events.into_iter().filter_map(|event| message(event, &self.backlog)) {
            let place = if calls(&message) { &mut calling } else { &mut queued };
            place.push(message);
        }
        if let (Some(listener), false) = (&listener, queued.is_empty()) {
            listener.on_messages(queued);
        }
        drop(order);
        if let Some(listener) = &listener {
            if !calling.is_empty() {
                listener.on_messages(calling);
            }
            // The program's event loop, which may have a lock of its own.
            listener.on_taken();
        }
        let Some(reason) = closed.as_ref().and_then(reason) else {
            return;
        };
        if let Some(listener) = listener
            && !self.end_reported.swap(true, Ordering::AcqRel)
        {
            closed.iter().for_each(crate::log_lines::lost);
            listener.on_closed(reason);
        }
    }
}

/// Returns true if the application's close callback runs at once for a message, and no lock may be held; all others are
/// queued.
fn calls(message: &Message) -> bool {
    message.id().is_some_and(|id| id.class == EventClass::Connection)
}

/// Stream packets that nobody waits for are dropped.
fn message(event: Event, backlog: &Backlog) -> Option<Message> {
    let Event::Message { header, payload } = event else {
        return None;
    };
    crate::log_lines::event(&header, payload.len());
    let counted = backlog.count(payload.len());
    Some(Message::received(Program(header.program), header.procedure, payload, counted))
}

/// Returns what a close callback is told; nothing when this side closed.
fn reason(cause: &Cause) -> Option<CloseReason> {
    match cause {
        Cause::Local => None,
        Cause::EndOfFile => Some(CloseReason::EOF),
        Cause::Keepalive(_) => Some(CloseReason::KEEPALIVE),
        Cause::Receive(errno) | Cause::Send(errno) if matches!(*errno, EPIPE | ECONNRESET) => Some(CloseReason::EOF),
        _ => Some(CloseReason::ERROR),
    }
}
