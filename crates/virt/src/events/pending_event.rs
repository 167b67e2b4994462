//! An event that arrived: which one it is, about which object, and the body that is decoded when somebody wants it.
use super::registry::{Class, Seen};
use oxivirt_protocol::{Counted, Event, Message, Program, qemu, remote};
use oxivirt_xdr::{Decode, Reader};

/// What stands before the object in a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    /// Nothing: sent by daemons that do not filter.
    Bare,
    /// The daemon's callback id.
    Id,
    /// The callback id and a reason.
    IdAndReason,
}

impl Head {
    const fn len(self) -> usize {
        match self {
            Self::Bare => 0,
            Self::Id => 4,
            Self::IdAndReason => 8,
        }
    }
}

/// An event in the queue.
#[derive(Debug)]
#[doc(hidden)]
pub struct PendingEvent {
    /// Its kind.
    pub class: Class,
    /// Its number in the enumeration of that kind.
    pub event: i32,
    /// The daemon's callback id, -1 when there is none.
    remote: i32,
    /// The reason that stands before the object; 0 when there is none.
    pub reason: i32,
    program: Program,
    procedure: u32,
    key: Vec<u8>,
    object: usize,
    payload: Vec<u8>,
    /// It counts until it is delivered.
    _counted: Counted,
}

impl PendingEvent {
    /// `None` for an event this version does not know, and for a body that is too short or malformed where it was looked at.
    pub(super) fn new(message: Message) -> Option<Self> {
        let (class, event, head) = kind(message.program, message.procedure)?;
        let mut reader = Reader::new(&message.payload);
        let (mut remote, mut reason) = (-1, 0);
        if head != Head::Bare {
            remote = i32::decode(&mut reader).ok()?;
        }
        if head == Head::IdAndReason {
            reason = i32::decode(&mut reader).ok()?;
        }
        let key = key(class, &mut reader)?;
        Some(Self {
            class,
            event,
            remote,
            reason,
            program: message.program,
            procedure: message.procedure,
            key,
            object: head.len(),
            payload: message.payload,
            _counted: message.counted,
        })
    }

    /// What the registry compares.
    pub(super) fn seen(&self) -> Seen<'_> {
        Seen { class: self.class, event: self.event, remote: self.remote, key: &self.key }
    }

    /// Returns the event; `None` if its body does not decode.
    #[must_use]
    pub fn event(&self) -> Option<Event<'_>> {
        let (_, event) = Event::decode(self.program, self.procedure, &self.payload)?.ok()?;
        Some(event)
    }

    /// Returns the whole body; `None` if it does not decode.
    #[must_use]
    pub fn body<'a, T: Decode<'a>>(&'a self) -> Option<T> {
        T::decode(&mut Reader::new(&self.payload)).ok()
    }

    /// Returns the body from the object on: the same whether the daemon filters or not.
    #[must_use]
    pub fn after_head<'a, T: Decode<'a>>(&'a self) -> Option<T> {
        T::decode(&mut Reader::new(self.payload.get(self.object..)?)).ok()
    }
}

fn key(class: Class, reader: &mut Reader<'_>) -> Option<Vec<u8>> {
    let uuid = match class {
        Class::Domain | Class::QemuMonitor => remote::NonnullDomain::decode(reader).ok()?.uuid,
        Class::Network => remote::NonnullNetwork::decode(reader).ok()?.uuid,
        Class::StoragePool => remote::NonnullStoragePool::decode(reader).ok()?.uuid,
        Class::Secret => remote::NonnullSecret::decode(reader).ok()?.uuid,
        Class::NodeDevice => {
            let device = remote::NonnullNodeDevice::decode(reader).ok()?;
            return Some(device.name.as_bytes().to_vec());
        }
    };
    Some(uuid.as_bytes().to_vec())
}

fn kind(program: Program, procedure: u32) -> Option<(Class, i32, Head)> {
    use remote::Procedure as P;
    if program == Program::QEMU {
        let known = qemu::Procedure(procedure) == qemu::Procedure::DOMAIN_MONITOR_EVENT;
        return known.then_some((Class::QemuMonitor, 0, Head::Id));
    }
    if program != Program::REMOTE {
        return None;
    }
    let other = |class, event| Some((class, event, Head::Id));
    match P(procedure) {
        P::NETWORK_EVENT_LIFECYCLE => other(Class::Network, 0),
        P::NETWORK_EVENT_CALLBACK_METADATA_CHANGE => other(Class::Network, 1),
        P::STORAGE_POOL_EVENT_LIFECYCLE => other(Class::StoragePool, 0),
        P::STORAGE_POOL_EVENT_REFRESH => other(Class::StoragePool, 1),
        P::NODE_DEVICE_EVENT_LIFECYCLE => other(Class::NodeDevice, 0),
        P::NODE_DEVICE_EVENT_UPDATE => other(Class::NodeDevice, 1),
        P::SECRET_EVENT_LIFECYCLE => other(Class::Secret, 0),
        P::SECRET_EVENT_VALUE_CHANGED => other(Class::Secret, 1),
        procedure => domain_kind(procedure).map(|(event, head)| (Class::Domain, event, head)),
    }
}

/// The virDomainEventID and the head of a domain event.
fn domain_kind(procedure: remote::Procedure) -> Option<(i32, Head)> {
    use Head::{Bare, Id, IdAndReason};
    use remote::Procedure as P;
    Some(match procedure {
        P::DOMAIN_EVENT_LIFECYCLE => (0, Bare),
        P::DOMAIN_EVENT_REBOOT => (1, Bare),
        P::DOMAIN_EVENT_RTC_CHANGE => (2, Bare),
        P::DOMAIN_EVENT_WATCHDOG => (3, Bare),
        P::DOMAIN_EVENT_IO_ERROR => (4, Bare),
        P::DOMAIN_EVENT_GRAPHICS => (5, Bare),
        P::DOMAIN_EVENT_IO_ERROR_REASON => (6, Bare),
        P::DOMAIN_EVENT_CONTROL_ERROR => (7, Bare),
        P::DOMAIN_EVENT_BLOCK_JOB => (8, Bare),
        P::DOMAIN_EVENT_DISK_CHANGE => (9, Bare),
        P::DOMAIN_EVENT_TRAY_CHANGE => (10, Bare),
        P::DOMAIN_EVENT_PMWAKEUP => (11, Bare),
        P::DOMAIN_EVENT_PMSUSPEND => (12, Bare),
        P::DOMAIN_EVENT_BALLOON_CHANGE => (13, Bare),
        P::DOMAIN_EVENT_PMSUSPEND_DISK => (14, Bare),
        P::DOMAIN_EVENT_DEVICE_REMOVED => (15, Bare),
        P::DOMAIN_EVENT_CALLBACK_LIFECYCLE => (0, Id),
        P::DOMAIN_EVENT_CALLBACK_REBOOT => (1, Id),
        P::DOMAIN_EVENT_CALLBACK_RTC_CHANGE => (2, Id),
        P::DOMAIN_EVENT_CALLBACK_WATCHDOG => (3, Id),
        P::DOMAIN_EVENT_CALLBACK_IO_ERROR => (4, Id),
        P::DOMAIN_EVENT_CALLBACK_GRAPHICS => (5, Id),
        P::DOMAIN_EVENT_CALLBACK_IO_ERROR_REASON => (6, Id),
        P::DOMAIN_EVENT_CALLBACK_CONTROL_ERROR => (7, Id),
        P::DOMAIN_EVENT_CALLBACK_BLOCK_JOB => (8, Id),
        P::DOMAIN_EVENT_CALLBACK_DISK_CHANGE => (9, Id),
        P::DOMAIN_EVENT_CALLBACK_TRAY_CHANGE => (10, Id),
        P::DOMAIN_EVENT_CALLBACK_PMWAKEUP => (11, IdAndReason),
        P::DOMAIN_EVENT_CALLBACK_PMSUSPEND => (12, IdAndReason),
        P::DOMAIN_EVENT_CALLBACK_BALLOON_CHANGE => (13, Id),
        P::DOMAIN_EVENT_CALLBACK_PMSUSPEND_DISK => (14, IdAndReason),
        P::DOMAIN_EVENT_CALLBACK_DEVICE_REMOVED => (15, Id),
        P::DOMAIN_EVENT_BLOCK_JOB_2 => (16, Id),
        P::DOMAIN_EVENT_CALLBACK_TUNABLE => (17, Id),
        P::DOMAIN_EVENT_CALLBACK_AGENT_LIFECYCLE => (18, Id),
        P::DOMAIN_EVENT_CALLBACK_DEVICE_ADDED => (19, Id),
        P::DOMAIN_EVENT_CALLBACK_MIGRATION_ITERATION => (20, Id),
        P::DOMAIN_EVENT_CALLBACK_JOB_COMPLETED => (21, Id),
        P::DOMAIN_EVENT_CALLBACK_DEVICE_REMOVAL_FAILED => (22, Id),
        P::DOMAIN_EVENT_CALLBACK_METADATA_CHANGE => (23, Id),
        P::DOMAIN_EVENT_BLOCK_THRESHOLD => (24, Id),
        P::DOMAIN_EVENT_MEMORY_FAILURE => (25, Id),
        P::DOMAIN_EVENT_MEMORY_DEVICE_SIZE_CHANGE => (26, Id),
        P::DOMAIN_EVENT_NIC_MAC_CHANGE => (27, Id),
        P::DOMAIN_EVENT_VCPU_REMOVED => (28, Id),
        P::DOMAIN_EVENT_CALLBACK_CHANNEL_LIFECYCLE => (29, Id),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxivirt_protocol::Backlog;
    use oxivirt_xdr::{Encode, Writer};

    fn domain() -> remote::NonnullDomain<'static> {
        remote::NonnullDomain {
            name: "guest".into(),
            uuid: oxivirt_model::Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8").unwrap(),
            id: 3,
        }
    }

    fn message(procedure: remote::Procedure, body: &dyn Encode) -> Message {
        let mut payload = Vec::new();
        body.encode(&mut Writer::new(&mut payload, 1 << 20)).unwrap();
        let counted = Backlog::default().count(payload.len());
        Message { program: Program::REMOTE, procedure: procedure.0, payload, counted }
    }

    /// Every event of the tables is known here, so that none is lost when the IDL grows.
    #[test]
    fn all_events_of_the_protocol_are_known() {
        let close = remote::Procedure::CONNECT_EVENT_CONNECTION_CLOSED.0;
        let events = (0..1000).filter(|&n| remote::Procedure(n).info().is_some_and(|info| info.event) && n != close);
        let mut count = 0;
        for number in events {
            assert!(kind(Program::REMOTE, number).is_some(), "procedure {number}");
            count += 1;
        }
        assert_eq!(count, 16 + 30 + 8);
        assert!(kind(Program::QEMU, qemu::Procedure::DOMAIN_MONITOR_EVENT.0).is_some());
        assert!(kind(Program::REMOTE, 9999).is_none());
        assert!(kind(Program::ADMIN, remote::Procedure::DOMAIN_EVENT_REBOOT.0).is_none());
    }

    #[test]
    fn heads_and_bodies() {
        let msg = remote::DomainEventLifecycleMsg { dom: domain(), event: 4, detail: 1 };
        let old = message(remote::Procedure::DOMAIN_EVENT_LIFECYCLE, &msg);
        let old = PendingEvent::new(old).unwrap();
        let new = remote::DomainEventCallbackLifecycleMsg { callback_id: 9, msg: msg.clone() };
        let new = message(remote::Procedure::DOMAIN_EVENT_CALLBACK_LIFECYCLE, &new);
        let new = PendingEvent::new(new).unwrap();
        assert_eq!((old.seen().remote, new.seen().remote), (-1, 9));
        for one in [&old, &new] {
            assert_eq!(one.seen().key, domain().uuid.as_bytes());
            assert_eq!(one.after_head(), Some(msg.clone()));
        }
        let sleep = remote::DomainEventCallbackPmsuspendMsg {
            callback_id: 2,
            reason: 5,
            msg: remote::DomainEventPmsuspendMsg { dom: domain() },
        };
        let sleep = message(remote::Procedure::DOMAIN_EVENT_CALLBACK_PMSUSPEND, &sleep);
        let sleep = PendingEvent::new(sleep).unwrap();
        assert_eq!((sleep.seen().remote, sleep.reason), (2, 5));
        assert_eq!(sleep.after_head(), Some(domain()));
    }

    #[test]
    fn every_cut_of_a_body_is_refused_or_not_decoded() {
        let msg =
            remote::DomainEventMemoryFailureMsg { callback_id: 1, dom: domain(), recipient: 0, action: 1, flags: 2 };
        let whole = || message(remote::Procedure::DOMAIN_EVENT_MEMORY_FAILURE, &msg);
        for len in 0..whole().payload.len() {
            let mut cut = whole();
            cut.payload.truncate(len);
            let body =
                PendingEvent::new(cut).and_then(|o| o.body::<remote::DomainEventMemoryFailureMsg<'_>>().map(drop));
            assert_eq!(body, None, "{len}");
        }
    }
}
