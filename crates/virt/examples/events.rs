//! Shows what happens to domains and networks: `events URI`.
use oxivirt::{Connection, Event};
use std::time::Duration;

/// The lifecycle event of domains and of networks.
const LIFECYCLE: i32 = 0;

fn main() -> oxivirt::Result<()> {
    let uri = std::env::args().nth(1).unwrap_or_default();
    let conn = Connection::open(&uri)?;
    // Events come to closures, or through channels.
    let _networks = conn.on_network_event(LIFECYCLE, None, |event| {
        if let Event::NetworkLifecycle { net, event, .. } = event {
            println!("network {}: event {event}", net.name);
        }
    })?;
    let (_domains, events) = conn.domain_events(LIFECYCLE, None)?;
    loop {
        conn.wait_for_events(Duration::from_secs(5))?;
        for event in events.try_iter() {
            if let Event::DomainLifecycle { dom, event, detail } = event {
                println!("domain {}: event {event}, detail {detail}", dom.name);
            }
        }
    }
}
