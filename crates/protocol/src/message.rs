//! An event on its way from a session to its listener.
use crate::{Counted, Event, EventId, Program};
use std::borrow::Cow;

/// An event that a session reports.
///
/// A driver in this process has it as [`Event`]; reporting it takes two lines:
///
/// ```
/// # use oxivirt_protocol::{Event, Listener, Message};
/// # fn report(listener: &dyn Listener, registration: i32, event: Event<'static>) {
/// listener.on_messages(vec![Message::new(Some(registration), event)]);
/// listener.on_taken();
/// # }
/// ```
///
/// What came from a peer is decoded when somebody reads it: a daemon may send more than the program takes.
#[derive(Debug)]
pub struct Message(Body);

#[derive(Debug)]
enum Body {
    Event(Option<i32>, Box<Event<'static>>),
    Received {
        program: Program,
        procedure: u32,
        payload: Vec<u8>,
        // Kept until the message is delivered or dropped.
        _counted: Counted,
    },
}

/// A message that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Report<'m> {
    /// The number that the driver gave the registration which the event is sent for; `None` from drivers that do not filter events.
    pub registration: Option<i32>,
    /// The event.
    pub event: Cow<'m, Event<'m>>,
}

impl Message {
    /// Returns the report of an event. `registration` is what the driver answered when somebody registered for it; `None` in a
    /// driver that does not filter events.
    #[must_use]
    pub fn new(registration: Option<i32>, event: Event<'static>) -> Self {
        Self(Body::Event(registration, Box::new(event)))
    }

    /// Returns the report of an event that came from a peer with an undecoded body. It counts in its backlog until it is dropped.
    #[must_use]
    pub fn received(program: Program, procedure: u32, payload: Vec<u8>, counted: Counted) -> Self {
        Self(Body::Received { program, procedure, payload, _counted: counted })
    }

    /// Returns which event it is; `None` if this version does not know it. Decodes nothing.
    #[must_use]
    pub fn id(&self) -> Option<EventId> {
        match &self.0 {
            Body::Event(_, event) => Some(event.id()),
            Body::Received { program, procedure, .. } => Event::id_of(*program, *procedure),
        }
    }

    /// Returns the event; `None` if this version does not know it, or if its body is malformed.
    #[must_use]
    pub fn read(&self) -> Option<Report<'_>> {
        match &self.0 {
            Body::Event(registration, event) => {
                Some(Report { registration: *registration, event: Cow::Borrowed(event) })
            }
            Body::Received { program, procedure, payload, .. } => {
                let (registration, event) = Event::decode(*program, *procedure, payload)?.ok()?;
                Some(Report { registration, event: Cow::Owned(event) })
            }
        }
    }

    /// Returns the undecoded body of what came from a peer; nothing otherwise.
    #[must_use]
    pub fn payload(&self) -> &[u8] {
        match &self.0 {
            Body::Event(..) => &[],
            Body::Received { payload, .. } => payload,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Backlog, EventClass, remote};
    use oxivirt_model::Uuid;
    use oxivirt_xdr::Writer;

    fn dom() -> remote::NonnullDomain<'static> {
        remote::NonnullDomain { name: "guest".into(), uuid: Uuid([7; Uuid::LEN]), id: 3 }
    }

    fn sent(event: &Event<'_>, registration: Option<i32>, backlog: &Backlog) -> Message {
        let mut payload = Vec::new();
        event.encode(registration, &mut Writer::new(&mut payload, 1 << 20)).unwrap();
        let (program, procedure) = event.procedure(registration.is_some()).unwrap();
        let counted = backlog.count(payload.len());
        Message::received(program, procedure, payload, counted)
    }

    #[test]
    fn what_came_and_what_was_made_here_read_the_same() {
        let backlog = Backlog::default();
        let event = Event::DomainPmsuspend { reason: 5, dom: dom() };
        let (here, came) = (Message::new(Some(9), event.clone()), sent(&event, Some(9), &backlog));
        assert_eq!(here.id(), came.id());
        assert_eq!(here.id().map(|id| (id.class, id.id)), Some((EventClass::Domain, 12)));
        let whole = Report { registration: Some(9), event: Cow::Borrowed(&event) };
        assert_eq!(here.read(), Some(whole.clone()));
        assert_eq!(came.read(), Some(whole));
        assert!(backlog.bytes() > 0);
        drop(came);
        assert_eq!(backlog.bytes(), 0);
        // Daemons that do not filter send neither the number nor the reason.
        let old = sent(&event, None, &backlog);
        let event = Event::DomainPmsuspend { reason: 0, dom: dom() };
        assert_eq!(old.read(), Some(Report { registration: None, event: Cow::Borrowed(&event) }));
    }

    #[test]
    fn every_cut_of_a_body_is_refused() {
        let backlog = Backlog::default();
        let event = Event::DomainMemoryFailure { dom: dom(), recipient: 0, action: 1, flags: 2 };
        let whole = sent(&event, Some(1), &backlog);
        let (program, procedure) = event.procedure(true).unwrap();
        for len in 0..whole.payload().len() {
            let cut = whole.payload().get(..len).unwrap().to_vec();
            let counted = backlog.count(len);
            assert_eq!(Message::received(program, procedure, cut, counted).read(), None, "{len}");
        }
        assert!(whole.read().is_some());
    }

    /// Every event of the tables is known, so that none is lost when the IDL grows.
    #[test]
    fn all_events_of_the_protocol_are_known() {
        let remote = |n| remote::Procedure(n).info().is_some_and(|info| info.event);
        let mut counts = [0; 2];
        for procedure in 0..1000 {
            assert_eq!(Event::id_of(Program::REMOTE, procedure).is_some(), remote(procedure), "{procedure}");
            counts[0] += i32::from(Event::id_of(Program::REMOTE, procedure).is_some());
            counts[1] += i32::from(Event::id_of(Program::QEMU, procedure).is_some());
            assert_eq!(Event::id_of(Program::ADMIN, procedure), None);
        }
        assert_eq!(counts, [1 + 16 + 30 + 8, 1]);
    }
}
