//! Shows how full the storage pools of a host are, and what is in them: `storage URI`.
use oxivirt::Connection;
use oxivirt::storage::PoolState;

const GIB: u64 = 1 << 30;

fn main() -> oxivirt::Result<()> {
    let uri = std::env::args().nth(1).unwrap_or_default();
    let conn = Connection::open_read_only(&uri)?;
    for pool in conn.list_all_storage_pools(0)? {
        let info = pool.info()?;
        println!("{} ({}): {} of {} GiB", pool.name(), info.state, info.allocation / GIB, info.capacity / GIB);
        if info.state != PoolState::RUNNING {
            continue;
        }
        for volume in pool.list_all_volumes(0)? {
            let info = volume.info()?;
            println!("  {:<6} {:>6} GiB  {}", info.kind, info.capacity / GIB, volume.path()?);
        }
    }
    Ok(())
}
