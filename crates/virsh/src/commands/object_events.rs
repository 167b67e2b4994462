//! Waiting for events of all kinds of objects, and telling them.
use super::domain::state::word;
use super::lookup::By;
use crate::bytes::Shown;
use crate::fail::{Done, Failure};
use crate::monitor_json::Json;
use crate::parse::Args;
use crate::print::timestamp;
use crate::shell::{Body, Ended, Interrupt, Shell};
use crate::table::words;
use oxivirt::{Connection, Error, Event, EventSource, EventSubscription};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("event", event),
    ("qemu-monitor-event", qemu_monitor_event),
    ("net-event", net_event),
    ("nodedev-event", nodedev_event),
    ("pool-event", pool_event),
    ("secret-event", secret_event),
];

mod domain;

/// An event, told; and whether more are wanted.
struct Told {
    text: String,
}

/// Returns the number of the event that `--event` names, `None` if only a list was wanted.
fn wanted(sh: &Shell, args: &Args, names: &[&str]) -> Done<Option<i32>> {
    if args.has("list") {
        for name in names {
            sh.print(&format!("{name}\n"));
        }
        return Ok(None);
    }
    let name = args.text("event")?;
    let name = name.ok_or_else(|| Failure::say("either --list or --event <type> is required"))?;
    let number = names.iter().position(|known| *known == name);
    let number = number.and_then(|number| i32::try_from(number).ok());
    number.map(Some).ok_or_else(|| Failure::say(format!("unknown event type {name}")))
}

/// Waits for events and prints them. `subscribe` gets what to call for each, and says what of it is to be told.
fn wait<S>(
    sh: &Shell,
    args: &Args,
    timeout: Option<u64>,
    subscribe: impl FnOnce(std::sync::Arc<dyn Fn(String) + Send + Sync>) -> Done<S>,
) -> Done {
    let waiting: Interrupt<Told> = Interrupt::begin(timeout)?;
    let report = waiting.reporter();
    let subscription = subscribe(std::sync::Arc::new(move |text| report(Told { text })))?;
    let mut count: u32 = 0;
    let with_time = args.has("timestamp");
    let ended = waiting.wait(sh, |told| {
        let time = if with_time { format!("{}: ", timestamp()) } else { String::new() };
        sh.print(&format!("{time}{}", told.text));
        count = count.saturating_add(1);
        !args.has("loop")
    });
    drop(subscription);
    match ended {
        Ended::Interrupted => sh.print("event loop interrupted\n"),
        Ended::Timeout => sh.print("event loop timed out\n"),
        Ended::Done => {}
    }
    sh.print(&format!("events received: {count}\n"));
    if count > 0 { Ok(()) } else { Err(Failure::quiet()) }
}

/// Subscribes to one event of a source.
fn subscribe(
    conn: &Connection,
    event: i32,
    source: &EventSource<'_>,
    report: std::sync::Arc<dyn Fn(String) + Send + Sync>,
    describe: impl Fn(&Event<'_>) -> Option<String> + Send + Sync + 'static,
) -> Done<EventSubscription> {
    let hears = move |event: &Event<'_>| {
        if let Some(text) = describe(event) {
            report(text);
        }
    };
    Ok(conn.on_event(event, source, hears)?)
}

fn event(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("all", "event")?;
    args.exclusive("list", "all")?;
    args.exclusive("list", "event")?;
    if args.has("list") {
        for name in words::DOMAIN_EVENTS {
            sh.print(&format!("{name}\n"));
        }
        return Ok(());
    }
    let name = args.text("event")?;
    if name.is_none() && !args.has("all") {
        return Err(Failure::say("one of --list, --all, or --event <type> is required"));
    }
    let numbered = words::DOMAIN_EVENTS.iter().zip(0..);
    let chosen: Vec<(&'static str, i32)> =
        numbered.filter(|(known, _)| name.is_none_or(|name| name == **known)).map(|(known, at)| (*known, at)).collect();
    if chosen.is_empty() {
        return Err(Failure::say(format!("unknown event type {}", name.unwrap_or_default())));
    }
    let timeout = args.timeout()?;
    let domain = if args.has("domain") { Some(sh.domain(args)?) } else { None };
    let conn = sh.conn()?;
    wait(sh, args, timeout, |report| {
        let source = EventSource::Domain(domain.as_ref());
        let mut subscriptions = Vec::new();
        for (at, (name, number)) in chosen.into_iter().enumerate() {
            let report = std::sync::Arc::clone(&report);
            match subscribe(&conn, number, &source, report, move |event| domain::describe(name, event)) {
                Ok(subscription) => subscriptions.push(subscription),
                Err(failure) if at == 0 => return Err(failure),
                // A daemon that does not know the newest events still has the others.
                Err(_) => {}
            }
        }
        Ok(subscriptions)
    })
}

fn net_event(sh: &mut Shell, args: &Args) -> Done {
    const EVENTS: [&str; 4] = ["Defined", "Undefined", "Started", "Stopped"];
    let Some(event) = wanted(sh, args, words::NETWORK_EVENTS)? else { return Ok(()) };
    let timeout = args.timeout()?;
    let (network, missing) = or_all(sh, args, "network", || sh.network(args, By::NAME_OR_UUID));
    let conn = sh.conn()?;
    let done = wait(sh, args, timeout, |report| {
        subscribe(&conn, event, &EventSource::Network(network.as_ref()), report, |event| match event {
            Event::NetworkLifecycle { net, event, .. } => {
                let what = word(&EVENTS, *event, "unknown");
                Some(format!("event 'lifecycle' for network {}: {what}\n", net.name.shown()))
            }
            Event::NetworkMetadataChange { net, r#type, nsuri } => Some(format!(
                "event 'metadata-change' for network {}: type {}, uri {}\n",
                net.name.shown(),
                domain::metadata_kind(*r#type),
                domain::or_null(nsuri)
            )),
            _ => None,
        })
    });
    done.map_err(|failure| Failure { error: failure.error.or(missing), ..failure })
}

/// Returns the object that an option names, if it was given. One that is not found is told, and all are listened to, as in the
/// stock program, which tells the library's error when no event came.
fn or_all<T>(
    sh: &Shell,
    args: &Args,
    option: &str,
    find: impl FnOnce() -> Done<(T, String)>,
) -> (Option<T>, Option<Error>) {
    match args.has(option).then(find) {
        None => (None, None),
        Some(Ok((found, _))) => (Some(found), None),
        Some(Err(failure)) => {
            failure.lines.iter().for_each(|line| sh.error(line));
            (None, failure.error)
        }
    }
}

fn pool_event(sh: &mut Shell, args: &Args) -> Done {
    const EVENTS: [&str; 6] = ["Defined", "Undefined", "Started", "Stopped", "Created", "Deleted"];
    let Some(event) = wanted(sh, args, words::POOL_EVENTS)? else { return Ok(()) };
    let timeout = args.timeout()?;
    let (pool, missing) = or_all(sh, args, "pool", || sh.pool(args, "pool", By::NAME_OR_UUID));
    let conn = sh.conn()?;
    let done = wait(sh, args, timeout, |report| {
        subscribe(&conn, event, &EventSource::StoragePool(pool.as_ref()), report, |event| match event {
            Event::StoragePoolLifecycle { pool, event, .. } => {
                let what = word(&EVENTS, *event, "unknown");
                Some(format!("event 'lifecycle' for storage pool {}: {what}\n", pool.name.shown()))
            }
            Event::StoragePoolRefresh { pool } => {
                Some(format!("event 'refresh' for storage pool {}\n", pool.name.shown()))
            }
            _ => None,
        })
    });
    done.map_err(|failure| Failure { error: failure.error.or(missing), ..failure })
}

fn nodedev_event(sh: &mut Shell, args: &Args) -> Done {
    const EVENTS: [&str; 4] = ["Created", "Deleted", "Defined", "Undefined"];
    let Some(event) = wanted(sh, args, words::NODE_DEVICE_EVENTS)? else { return Ok(()) };
    let timeout = args.timeout()?;
    let device = if args.text("device")?.is_some() { Some(sh.device_by_name(args)?.0) } else { None };
    let conn = sh.conn()?;
    wait(sh, args, timeout, |report| {
        subscribe(&conn, event, &EventSource::NodeDevice(device.as_ref()), report, |event| match event {
            Event::NodeDeviceLifecycle { dev, event, .. } => {
                let what = word(&EVENTS, *event, "unknown");
                Some(format!("event 'lifecycle' for node device {}: {what}\n", dev.name.shown()))
            }
            Event::NodeDeviceUpdate { dev } => Some(format!("event 'update' for node device {}\n", dev.name.shown())),
            _ => None,
        })
    })
}

fn secret_event(sh: &mut Shell, args: &Args) -> Done {
    const EVENTS: [&str; 2] = ["Defined", "Undefined"];
    let Some(event) = wanted(sh, args, words::SECRET_EVENTS)? else { return Ok(()) };
    let timeout = args.timeout()?;
    let (secret, missing) = or_all(sh, args, "secret", || sh.secret(args));
    let conn = sh.conn()?;
    let done = wait(sh, args, timeout, |report| {
        subscribe(&conn, event, &EventSource::Secret(secret.as_ref()), report, |event| match event {
            Event::SecretLifecycle { secret, event, .. } => {
                let what = word(&EVENTS, *event, "unknown");
                Some(format!("event 'lifecycle' for secret {}: {what}\n", secret.uuid))
            }
            Event::SecretValueChanged { secret } => Some(format!("event 'value-changed' for secret {}\n", secret.uuid)),
            _ => None,
        })
    });
    done.map_err(|failure| Failure { error: failure.error.or(missing), ..failure })
}

fn qemu_monitor_event(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[
        ("regex", c::VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_REGEX),
        ("no-case", c::VIR_CONNECT_DOMAIN_QEMU_MONITOR_EVENT_REGISTER_NOCASE),
    ]);
    let timeout = args.timeout()?;
    let event = args.text("event")?.map(crate::bytes::bytes);
    let domain = if args.has("domain") { Some(sh.domain(args)?) } else { None };
    let (pretty, with_time) = (args.has("pretty"), args.has("timestamp"));
    let conn = sh.conn()?;
    wait(sh, args, timeout, |report| {
        let hears = move |event: &Event<'_>| {
            if let Event::QemuMonitor { dom, event, seconds, micros, details } = event {
                let details = details.as_ref().map_or_else(|| "(null)".to_owned(), Shown::shown);
                let lines = if pretty { Json::parse(&details).ok().map(|json| json.pretty()) } else { None };
                let at = if with_time { String::new() } else { format!(" at {seconds}.{micros:06}") };
                let (event, name) = (event.shown(), dom.name.shown());
                report(format!("event {event}{at} for domain '{name}': {}\n", lines.unwrap_or(details)));
            }
        };
        Ok(conn.on_qemu_monitor_event(domain.as_ref(), event.as_deref(), flags, hears)?)
    })
}

/// Calls `report` for each event of this kind of a domain, until what is returned is dropped.
pub(super) fn on_domain_event(
    domain: &oxivirt::Domain,
    id: u32,
    report: impl Fn() + Send + Sync + 'static,
) -> Done<EventSubscription> {
    Ok(domain.connection().on_event(id.cast_signed(), &EventSource::Domain(Some(domain)), move |_| report())?)
}

/// Stores the state of a disk's jobs in `state` as events tell it, until what is returned is dropped. A daemon that sends none
/// is no failure.
pub(super) fn on_block_job(
    domain: &oxivirt::Domain,
    path: &str,
    state: &std::sync::Arc<std::sync::atomic::AtomicI32>,
) -> Vec<EventSubscription> {
    use oxivirt_model::constants::{VIR_DOMAIN_EVENT_ID_BLOCK_JOB, VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2};
    let subscribe = |id: u32| {
        let (state, path) = (std::sync::Arc::clone(state), path.to_owned());
        let hears = move |event: &Event<'_>| {
            let (disk, status) = match event {
                Event::DomainBlockJob { path, status, .. } => (path.shown(), *status),
                Event::DomainBlockJob2 { dst, status, .. } => (dst.shown(), *status),
                _ => return,
            };
            if disk == path {
                state.store(status, std::sync::atomic::Ordering::Relaxed);
            }
        };
        domain.connection().on_event(id.cast_signed(), &EventSource::Domain(Some(domain)), hears).ok()
    };
    [VIR_DOMAIN_EVENT_ID_BLOCK_JOB, VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2].into_iter().filter_map(subscribe).collect()
}
