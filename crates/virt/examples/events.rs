//! Shows what happens to domains: `events URI`.
use oxivirt::{Connection, Event};
use std::time::Duration;

/// `VIR_DOMAIN_EVENT_ID_LIFECYCLE`.
const LIFECYCLE: i32 = 0;

fn main() -> oxivirt::Result<()> {
    let uri = std::env::args().nth(1).unwrap_or_default();
    let conn = Connection::open(&uri)?;
    let (_subscription, events) = conn.domain_events(LIFECYCLE, None)?;
    loop {
        conn.wait_for_events(Duration::from_secs(5))?;
        for event in events.try_iter() {
            if let Event::DomainLifecycle { dom, event, detail } = event {
                println!("{}: event {event}, detail {detail}", dom.name);
            }
        }
    }
}
