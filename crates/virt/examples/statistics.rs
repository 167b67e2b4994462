//! Shows how much processor time and memory the domains of a host use: `statistics URI`.
use oxivirt::{Connection, Value};

/// `VIR_DOMAIN_STATS_CPU_TOTAL` and `VIR_DOMAIN_STATS_BALLOON`.
const CPU_AND_MEMORY: u32 = 1 << 1 | 1 << 2;

fn main() -> oxivirt::Result<()> {
    let uri = std::env::args().nth(1).unwrap_or_default();
    let conn = Connection::open_read_only(&uri)?;
    println!("{:<24} {:>14} {:>14}", "name", "seconds", "KiB");
    for stats in conn.all_domain_stats(CPU_AND_MEMORY, 0)? {
        let number = |name| match stats.params.get(name) {
            Some(Value::ULLong(number)) => *number,
            _ => 0,
        };
        let seconds = number("cpu.time") / 1_000_000_000;
        println!("{:<24} {seconds:>14} {:>14}", stats.domain.name(), number("balloon.current"));
    }
    Ok(())
}
