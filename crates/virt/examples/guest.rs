//! Shows a domain's disk and what the agent in the guest tells, and lets its file systems stand still for a moment, as for a copy:
//! `guest URI NAME DISK`.
use oxivirt::{Connection, Domain, timeout};
use std::time::Duration;

/// `VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT`.
const AGENT: u32 = 1;

fn main() -> oxivirt::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || arguments.next().unwrap_or_default();
    let (uri, name, disk) = (next(), next(), next());
    let conn = Connection::open(&uri)?;
    let domain = Domain::lookup_by_name(&conn, &*name)?;

    let (size, done) = (domain.block_info(&*disk, 0)?, domain.block_stats(&*disk)?);
    println!("{disk}: {} of {} bytes used, {} bytes written", size.allocation, size.capacity, done.write_bytes);
    // A guest may never answer.
    timeout(Duration::from_secs(10), || {
        println!("host name {}", domain.hostname(0)?);
        for interface in domain.interface_addresses(AGENT, 0)? {
            for address in &interface.addresses {
                println!("{} has {}/{}", interface.name, address.address, address.prefix);
            }
        }
        for fs in domain.fs_info(0)? {
            println!("{} on {} ({})", fs.mountpoint, fs.name, fs.fs_type);
        }
        let frozen = domain.fs_freeze(None::<&str>, 0)?;
        println!("{frozen} file systems stand still");
        domain.fs_thaw(None::<&str>, 0)?;
        Ok(())
    })
}
