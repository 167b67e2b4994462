//! Procedures that register for events. The driver gives each registration a number, which is the client's as well; old procedures
//! have none, so that the daemon keeps it for them.
use super::Client;
use super::events::Registration;
use super::incoming::{Incoming, Own, answer, arguments};
use super::opened::Opened;
use crate::errors;
use crate::link::Link;
use oxivirt_model::constants::{
    VIR_DOMAIN_EVENT_ID_LAST, VIR_DOMAIN_EVENT_ID_LIFECYCLE, VIR_NETWORK_EVENT_ID_LAST, VIR_NODE_DEVICE_EVENT_ID_LAST,
    VIR_SECRET_EVENT_ID_LAST, VIR_STORAGE_POOL_EVENT_ID_LAST,
};
use oxivirt_model::{Result, message};
use oxivirt_protocol::driver::Events;
use oxivirt_protocol::remote::Procedure;
use oxivirt_protocol::{Call, EventClass, Guarded, Program, qemu, remote};
use std::sync::Arc;

/// The filter of a registration for all objects: an optional one that is not there.
const EVERY: &[u8] = &[0; 4];

/// What a procedure does to the registrations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Does {
    Register(EventClass),
    Deregister(EventClass),
    /// As the procedures without numbers do, for lifecycle events or for the one that the arguments name.
    RegisterBare,
    DeregisterBare,
    TellEnd(bool),
}

fn does(program: Program, number: u32) -> Option<Does> {
    use EventClass::{Domain, Network, NodeDevice, QemuMonitor, Secret, StoragePool};
    if program == Program::QEMU {
        return match qemu::Procedure(number) {
            qemu::Procedure::CONNECT_DOMAIN_MONITOR_EVENT_REGISTER => Some(Does::Register(QemuMonitor)),
            qemu::Procedure::CONNECT_DOMAIN_MONITOR_EVENT_DEREGISTER => Some(Does::Deregister(QemuMonitor)),
            _ => None,
        };
    }
    if program != Program::REMOTE {
        return None;
    }
    Some(match Procedure(number) {
        Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY => Does::Register(Domain),
        Procedure::CONNECT_NETWORK_EVENT_REGISTER_ANY => Does::Register(Network),
        Procedure::CONNECT_STORAGE_POOL_EVENT_REGISTER_ANY => Does::Register(StoragePool),
        Procedure::CONNECT_NODE_DEVICE_EVENT_REGISTER_ANY => Does::Register(NodeDevice),
        Procedure::CONNECT_SECRET_EVENT_REGISTER_ANY => Does::Register(Secret),
        Procedure::CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY => Does::Deregister(Domain),
        Procedure::CONNECT_NETWORK_EVENT_DEREGISTER_ANY => Does::Deregister(Network),
        Procedure::CONNECT_STORAGE_POOL_EVENT_DEREGISTER_ANY => Does::Deregister(StoragePool),
        Procedure::CONNECT_NODE_DEVICE_EVENT_DEREGISTER_ANY => Does::Deregister(NodeDevice),
        Procedure::CONNECT_SECRET_EVENT_DEREGISTER_ANY => Does::Deregister(Secret),
        Procedure::CONNECT_DOMAIN_EVENT_REGISTER | Procedure::CONNECT_DOMAIN_EVENT_REGISTER_ANY => Does::RegisterBare,
        Procedure::CONNECT_DOMAIN_EVENT_DEREGISTER | Procedure::CONNECT_DOMAIN_EVENT_DEREGISTER_ANY => {
            Does::DeregisterBare
        }
        Procedure::CONNECT_REGISTER_CLOSE_CALLBACK => Does::TellEnd(true),
        Procedure::CONNECT_UNREGISTER_CLOSE_CALLBACK => Does::TellEnd(false),
        _ => return None,
    })
}

/// Returns what answers a procedure about events.
pub(super) fn procedure(program: Program, number: u32) -> Option<Own> {
    does(program, number).map(|does| match does {
        Does::Register(_) => register as Own,
        Does::Deregister(_) => deregister,
        Does::RegisterBare => register_bare,
        Does::DeregisterBare => deregister_bare,
        Does::TellEnd(_) => tell_end,
    })
}

/// Returns true for what has events held back until it is answered: [`Client::registered`] follows the answer.
pub(super) fn registers(program: Program, number: u32) -> bool {
    matches!(does(program, number), Some(Does::Register(_) | Does::RegisterBare))
}

/// The event that the arguments of a registration begin with.
fn event_id(call: &Incoming) -> i32 {
    call.payload.first_chunk::<4>().map_or(0, |word| i32::from_be_bytes(*word))
}

/// Refuses numbers of events that nobody has.
fn check_event(class: EventClass, event: i32) -> Result<()> {
    let (last, text) = match class {
        EventClass::Domain => (VIR_DOMAIN_EVENT_ID_LAST, message!("unsupported event ID %1$d", event)),
        EventClass::Network => (VIR_NETWORK_EVENT_ID_LAST, message!("unsupported network event ID %1$d", event)),
        EventClass::StoragePool => {
            (VIR_STORAGE_POOL_EVENT_ID_LAST, message!("unsupported storage pool event ID %1$d", event))
        }
        EventClass::NodeDevice => {
            (VIR_NODE_DEVICE_EVENT_ID_LAST, message!("unsupported node device event ID %1$d", event))
        }
        EventClass::Secret => (VIR_SECRET_EVENT_ID_LAST, message!("unsupported secret event ID %1$d", event)),
        EventClass::QemuMonitor | EventClass::Connection => return Ok(()),
    };
    match u32::try_from(event) {
        Ok(event) if event < last => Ok(()),
        _ => Err(errors::internal(text)),
    }
}

fn opened(client: &Client, call: &Incoming) -> Result<Arc<Opened>> {
    client.opened().ok_or_else(|| errors::not_open(call.info))
}

/// The session that the call is for.
fn link(call: &Incoming) -> Result<&Arc<Link>> {
    call.link.as_ref().ok_or_else(|| errors::not_open(call.info))
}

/// The class that a procedure is about.
fn class_of(call: &Incoming) -> EventClass {
    match does(call.program, call.header.procedure) {
        Some(Does::Register(class) | Does::Deregister(class)) => class,
        _ => EventClass::Domain,
    }
}

fn register(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    client.events.lock().begin_registration();
    let class = class_of(call);
    // Events of QEMU's monitor go by names; the arguments begin with something else.
    let event = if class == EventClass::QemuMonitor { 0 } else { event_id(call) };
    let link = link(call)?;
    check_event(class, event)?;
    let filter = call.payload.get(4..).unwrap_or_default().to_vec();
    client.check_new(class, event, &filter)?;
    client.dispatch(link, call, &mut Call::new(), out)?;
    let Some(word) = out.first_chunk_mut::<4>() else {
        return Err(errors::undecodable());
    };
    let behind = i32::from_be_bytes(*word);
    let new = Registration { class, callback: behind, behind, event, filter, bare: false };
    *word = client.events.lock().add(link, new).to_be_bytes();
    Ok(())
}

fn deregister(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let class = class_of(call);
    let callback = event_id(call);
    let link = link(call)?;
    let known = |one: &Registration| one.class == class && one.callback == callback;
    let found = client.events.lock().registrations.iter().find(|one| known(one)).map(|one| one.behind);
    let behind = found.ok_or_else(|| errors::internal(not_registered(class, callback)))?;
    client.dispatch(link, &call.with_payload(behind.to_be_bytes().to_vec()), &mut Call::new(), out)?;
    client.events.lock().registrations.retain(|one| !known(one));
    Ok(())
}

fn not_registered(class: EventClass, callback: i32) -> Vec<u8> {
    match class {
        EventClass::Network => message!("network event callback %1$d not registered", callback),
        EventClass::StoragePool => message!("storage pool event callback %1$d not registered", callback),
        EventClass::NodeDevice => message!("node device event callback %1$d not registered", callback),
        EventClass::Secret => message!("secret event callback %1$d not registered", callback),
        EventClass::QemuMonitor => message!("qemu monitor event callback %1$d not registered", callback),
        EventClass::Domain | EventClass::Connection => message!("domain event callback %1$d not registered", callback),
    }
}

/// The event of a procedure without numbers.
fn bare_event(call: &Incoming) -> Result<i32> {
    if Procedure(call.header.procedure) == Procedure::CONNECT_DOMAIN_EVENT_REGISTER_ANY {
        return Ok(arguments::<remote::ConnectDomainEventRegisterAnyArgs>(call)?.event_id);
    }
    if Procedure(call.header.procedure) == Procedure::CONNECT_DOMAIN_EVENT_DEREGISTER_ANY {
        return Ok(arguments::<remote::ConnectDomainEventDeregisterAnyArgs>(call)?.event_id);
    }
    Ok(VIR_DOMAIN_EVENT_ID_LIFECYCLE.cast_signed())
}

fn register_bare(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    /// Later events have no form without a number.
    const LAST_BARE: i32 = 16;
    client.events.lock().begin_registration();
    let event = bare_event(call)?;
    let opened = opened(client, call)?;
    if !(0..LAST_BARE).contains(&event) {
        return Err(errors::internal(message!("unsupported event ID %1$d", event)));
    }
    client.check_new(EventClass::Domain, event, EVERY)?;
    let guarded = Guarded::new(&*opened.link.session, client.is_read_only());
    let args = remote::ConnectDomainEventCallbackRegisterAnyArgs { event_id: event, dom: None };
    let callback = guarded.connect_domain_event_callback_register_any(&mut Call::new(), &args)?.callback_id;
    let (class, behind) = (EventClass::Domain, callback);
    let new = Registration { class, callback, behind, event, filter: EVERY.to_vec(), bare: true };
    client.events.lock().add(&opened.link, new);
    if Procedure(call.header.procedure) == Procedure::CONNECT_DOMAIN_EVENT_REGISTER {
        answer(&remote::ConnectDomainEventRegisterRet { cb_registered: 0 }, out)?;
    }
    Ok(())
}

fn deregister_bare(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let event = bare_event(call)?;
    let opened = opened(client, call)?;
    let known = |one: &&Registration| one.bare && one.event == event;
    let found = client.events.lock().registrations.iter().find(known).cloned();
    let found = found.ok_or_else(|| errors::internal(message!("domain event %1$d not registered", event)))?;
    let guarded = Guarded::new(&*opened.link.session, client.is_read_only());
    let args = remote::ConnectDomainEventCallbackDeregisterAnyArgs { callback_id: found.behind };
    guarded.connect_domain_event_callback_deregister_any(&mut Call::new(), &args)?;
    client.events.lock().registrations.retain(|one| *one != found);
    if Procedure(call.header.procedure) == Procedure::CONNECT_DOMAIN_EVENT_DEREGISTER {
        answer(&remote::ConnectDomainEventDeregisterRet { cb_registered: 0 }, out)?;
    }
    Ok(())
}

/// A session over a socket passes the end of what is behind its peer on, if it is asked to.
fn tell_end(client: &Client, call: &Incoming, out: &mut Vec<u8>) -> Result<()> {
    let opened = opened(client, call)?;
    if opened.link.is_remote() {
        client.dispatch(&opened.link, call, &mut Call::new(), out)?;
    }
    let tells = does(call.program, call.header.procedure) == Some(Does::TellEnd(true));
    client.events.lock().tells_end = tells;
    Ok(())
}

impl Client {
    /// Refuses what the client has registered for already, for the same objects.
    fn check_new(&self, class: EventClass, event: i32, filter: &[u8]) -> Result<()> {
        let same = |one: &Registration| (one.class, one.event, one.filter.as_slice()) == (class, event, filter);
        if class != EventClass::QemuMonitor && self.events.lock().registrations.iter().any(same) {
            return Err(errors::invalid(message!("event callback already tracked")));
        }
        Ok(())
    }
}
