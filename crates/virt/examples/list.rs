//! Lists the domains of a host and their state, over TLS.
use oxivirt::Connection;

fn main() -> oxivirt::Result<()> {
    let uri = std::env::args().nth(1).unwrap_or_else(|| "qemu+tls://localhost/system".to_owned());
    let conn = Connection::open_read_only(&uri)?;
    for domain in conn.list_all_domains(0)? {
        println!("{:<24} {}", domain.name(), domain.info()?.state);
    }
    Ok(())
}
