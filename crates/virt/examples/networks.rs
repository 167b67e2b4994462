//! Shows the networks of a host and which guest has which address: `networks URI`.
use oxivirt::Connection;

fn main() -> oxivirt::Result<()> {
    let uri = std::env::args().nth(1).unwrap_or_default();
    let conn = Connection::open_read_only(&uri)?;
    for network in conn.list_all_networks(0)? {
        let active = network.is_active()?;
        println!("{} is {}", network.name(), if active { "active" } else { "inactive" });
        if !active {
            continue;
        }
        for lease in network.dhcp_leases(None::<&str>, 0)? {
            let guest = lease.hostname.or(lease.mac).unwrap_or_default();
            println!("  {guest:<24} {}/{} on {}", lease.address, lease.prefix, lease.interface);
        }
    }
    Ok(())
}
