//! Lists the domains of a host and their state, over TLS.
use oxivirt::Connection;

fn main() -> oxivirt::Result<()> {
    let host = std::env::args().nth(1).unwrap_or_else(|| "localhost".to_owned());
    let conn = Connection::open_read_only(&format!("qemu+tls://{host}/system"))?;
    for domain in conn.list_all_domains(0)? {
        println!("{:<24} {}", domain.name(), domain.info()?.state);
    }
    Ok(())
}
