//! Subscribing to events and the end of it; the target's driver delivers no events by the number of a registration.
use crate::{Method, Objects, check, methods};
use oxivirt::events::Subscriber;
use oxivirt::{Connection, Event, EventClass, EventSource};
use oxivirt_model::constants;
use std::ops::ControlFlow;
use std::sync::Arc;

const NO: Option<&str> = None;

#[derive(Debug)]
struct Silent;

impl Subscriber for Silent {
    fn deliver(&self, _: &Event<'_>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

fn silent() -> Arc<dyn Subscriber> {
    Arc::new(Silent)
}

fn unheard(_: &Event<'_>) {}

/// An event about an object of each kind.
fn events(o: &Objects) -> [Event<'_>; 5] {
    let (event, detail) = (0, 0);
    [
        Event::DomainLifecycle { dom: o.domain.wire(), event, detail },
        Event::NetworkLifecycle { net: o.network.wire(), event, detail },
        Event::StoragePoolRefresh { pool: o.pool.wire() },
        Event::NodeDeviceUpdate { dev: o.device.wire() },
        Event::SecretValueChanged { secret: o.secret.wire() },
    ]
}

const LAST: [u32; 5] = [
    constants::VIR_DOMAIN_EVENT_ID_LAST,
    constants::VIR_NETWORK_EVENT_ID_LAST,
    constants::VIR_STORAGE_POOL_EVENT_ID_LAST,
    constants::VIR_NODE_DEVICE_EVENT_ID_LAST,
    constants::VIR_SECRET_EVENT_ID_LAST,
];

/// Subscribes to the last event of a kind, and to one behind it.
fn last(conn: &Connection, source: &EventSource<'_>, last: u32) -> oxivirt::Result<()> {
    drop(conn.on_event(last.cast_signed() - 1, source, unheard)?);
    conn.on_event(last.cast_signed(), source, unheard).map(drop)
}

pub(crate) const METHODS: &[Method] = methods! { o;
    last(&o.conn, &EventSource::Domain(None), LAST[0]);
    last(&o.conn, &EventSource::Network(None), LAST[1]);
    last(&o.conn, &EventSource::StoragePool(None), LAST[2]);
    last(&o.conn, &EventSource::NodeDevice(None), LAST[3]);
    last(&o.conn, &EventSource::Secret(None), LAST[4]);
    o.conn.on_domain_event(-1, None, unheard).map(drop);
    o.conn.on_secret_event(-1, None, unheard).map(drop);

    o.conn.on_domain_event(1, Some(&o.domain), unheard).map(drop);
    o.conn.on_network_event(0, Some(&o.network), unheard).map(drop);
    o.conn.on_storage_pool_event(1, Some(&o.pool), unheard).map(drop);
    o.conn.on_node_device_event(1, Some(&o.device), unheard).map(drop);
    o.conn.on_secret_event(1, Some(&o.secret), unheard).map(drop);
    o.conn.on_qemu_monitor_event(Some(&o.domain), Some("RESET"), 1, unheard).map(drop);
    o.conn.domain_events(1, Some(&o.domain)).map(drop);
    o.conn.network_events(0, Some(&o.network)).map(drop);
    o.conn.storage_pool_events(1, Some(&o.pool)).map(drop);
    o.conn.node_device_events(1, Some(&o.device)).map(drop);
    o.conn.secret_events(1, Some(&o.secret)).map(drop);
    o.conn.qemu_monitor_events(Some(&o.domain), NO, 1).map(drop);

    o.target.on_domain_event(0, Some(&o.domain), unheard).map(drop);
    o.target.on_network_event(0, Some(&o.network), unheard).map(drop);
    o.target.on_storage_pool_event(0, Some(&o.pool), unheard).map(drop);
    o.target.on_node_device_event(0, Some(&o.device), unheard).map(drop);
    o.target.on_secret_event(0, Some(&o.secret), unheard).map(drop);
    o.target.on_qemu_monitor_event(Some(&o.domain), NO, 0, unheard).map(drop);
    o.conn.owns_source(&EventSource::Domain(Some(&o.domain)));
    o.target.owns_source(&EventSource::Domain(None));

    o.target.on_domain_event(1, None, unheard).map(drop);
    o.target.on_domain_event(1, None, unheard).and_then(|_one| o.target.on_domain_event(1, None, unheard).map(drop));
    o.target.on_network_event(0, None, unheard).map(drop);
    o.conn.on_domain_event(1, None, unheard).and_then(|_one| o.conn.on_domain_event(1, None, unheard).map(drop));
    o.conn
        .on_domain_event(1, None, unheard)
        .and_then(|_one| o.conn.on_domain_event(1, Some(&o.domain), unheard).map(drop));
    o.conn
        .on_qemu_monitor_event(None, NO, 1, unheard)
        .and_then(|_one| o.conn.on_qemu_monitor_event(None, NO, 1, unheard).map(drop));
    o.conn
        .on_qemu_monitor_event(None, Some("A"), 1, unheard)
        .and_then(|_one| o.conn.on_qemu_monitor_event(None, Some("A"), 1, unheard).map(drop));

    o.conn.subscribe_legacy(1, silent()).and_then(|()| o.conn.unsubscribe_legacy(1));
    o.target.subscribe_legacy(1, silent()).and_then(|()| o.target.unsubscribe_legacy(1));
    o.conn.subscribe_legacy(1, silent()).and_then(|()| o.conn.subscribe_legacy(1, silent()));
    o.conn.subscribe_legacy(1, silent()).and_then(|()| o.conn.subscribe_legacy(2, silent()));
    o.conn.subscribe_legacy(1, silent()).and_then(|()| o.conn.unsubscribe_legacy(2));
    o.conn.subscribe(1, &EventSource::Domain(None), 1, silent());
    o.conn.subscribe(1, &EventSource::Domain(None), 1, silent()).and_then(|id| o.conn.unsubscribe(EventClass::Domain, id));
    o.conn.unsubscribe(EventClass::Domain, -1);
    o.conn.unsubscribe(EventClass::Network, 7);
    o.conn.unsubscribe(EventClass::QemuMonitor, 7);

    Ok(events(o).map(|event| o.conn.domain_of(&event).map(|domain| domain.id())));
    Ok(events(o).map(|event| o.conn.network_of(&event).map(|network| network.name().clone())));
    Ok(events(o).map(|event| o.conn.storage_pool_of(&event).map(|pool| pool.name().clone())));
    Ok(events(o).map(|event| o.conn.node_device_of(&event).map(|device| device.name().clone())));
    Ok(events(o).map(|event| o.conn.secret_of(&event).map(|secret| secret.usage_type())));
};

#[test]
fn subscriptions() {
    check("events.txt", METHODS);
}
