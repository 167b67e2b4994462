//! Lists what a connection has, and leads a guest from its definition to its end. Argument: a URI, test:///default without one.
use oxivirt::{Connection, Domain, Result};

const GUEST: &str = "<domain type='test'>
  <name>example</name>
  <memory unit='MiB'>64</memory>
  <os><type>hvm</type></os>
</domain>";

/// A step of a guest's life, and its name.
type Step = (&'static str, fn(&Domain) -> Result<()>);

const STEPS: [Step; 4] = [
    ("create", Domain::create),
    ("suspend", Domain::suspend),
    ("resume", Domain::resume),
    ("destroy", Domain::destroy),
];

fn activity(active: bool) -> &'static str {
    if active { "active" } else { "inactive" }
}

fn main() -> Result<()> {
    let uri = std::env::args().nth(1).unwrap_or_else(|| "test:///default".to_owned());
    let conn = Connection::open(&uri)?;
    println!("{} at {}", conn.kind()?, conn.uri());
    for domain in conn.list_all_domains(0)? {
        let info = domain.info()?;
        println!("domain {}: {}, {} KiB, {} CPUs", domain.name(), info.state, info.max_memory, info.vcpus);
    }
    for network in conn.list_all_networks(0)? {
        println!("network {}: {}", network.name(), activity(network.is_active()?));
    }
    for pool in conn.list_all_storage_pools(0)? {
        println!("pool {}: {}", pool.name(), activity(pool.is_active()?));
    }

    let guest = Domain::define_xml(&conn, GUEST)?;
    println!("{} defined: {}", guest.name(), guest.state(0)?.0);
    for (name, step) in STEPS {
        step(&guest)?;
        println!("{} {name}: {}", guest.name(), guest.state(0)?.0);
    }
    guest.undefine()?;
    if let Err(error) = Domain::lookup_by_name(&conn, "example") {
        println!("error {}: {}", error.code.0, error.text());
    }
    Ok(())
}
