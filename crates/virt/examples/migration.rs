//! Moves a running domain to another host: `migration SOURCE TARGET DOMAIN`, with the URIs of two hosts.
use oxivirt::{Connection, Domain, TypedParam};
use std::error::Error;

/// `VIR_MIGRATE_LIVE` and `VIR_MIGRATE_PERSIST_DEST`.
const LIVE: u32 = 1;
const PERSIST: u32 = 1 << 3;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [source, target, name] = &*args else {
        return Err("usage: migration SOURCE TARGET DOMAIN".into());
    };
    let (source, target) = (Connection::open(source)?, Connection::open(target)?);
    let domain = Domain::lookup_by_name(&source, name.as_str())?;
    // MiB/s.
    let params = [TypedParam::new("bandwidth", 500_u64)];
    let moved = domain.migrate3(&target, &params, LIVE | PERSIST)?;
    println!("{} is {} on {}", moved.name(), moved.info()?.state, target.hostname()?);
    Ok(())
}
