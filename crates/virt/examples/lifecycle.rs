//! Starts a domain, waits until the guest has shut down when asked to, else stops it: `lifecycle URI NAME`.
use oxivirt::{Connection, Domain, timeout};
use std::time::{Duration, Instant};

fn main() -> oxivirt::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (uri, name) = (arguments.next().unwrap_or_default(), arguments.next().unwrap_or_default());
    let conn = Connection::open(&uri)?;
    let domain = Domain::lookup_by_name(&conn, &*name)?;
    domain.create()?;
    println!("{name} runs with number {}", domain.id());
    timeout(Duration::from_secs(10), || domain.shutdown())?;
    let asked = Instant::now();
    while domain.is_active()? && asked.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_secs(1));
    }
    if domain.is_active()? { domain.destroy() } else { Ok(()) }
}
