//! Statistics of domains.
use crate::bytes::{Shown, bytes};
use crate::commands::lookup::By;
use crate::commands::params;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use oxivirt::domain::DomainStats;
use oxivirt::{Domain, ErrorCode, Value};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("cpu-stats", cpu_stats),
    ("domblkerror", domblkerror),
    ("domblkstat", domblkstat),
    ("domifstat", domifstat),
    ("dommemstat", dommemstat),
    ("domstats", domstats),
];

const MEMORY: &[(u32, &str)] = &[
    (c::VIR_DOMAIN_MEMORY_STAT_SWAP_IN, "swap_in"),
    (c::VIR_DOMAIN_MEMORY_STAT_SWAP_OUT, "swap_out"),
    (c::VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT, "major_fault"),
    (c::VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT, "minor_fault"),
    (c::VIR_DOMAIN_MEMORY_STAT_UNUSED, "unused"),
    (c::VIR_DOMAIN_MEMORY_STAT_AVAILABLE, "available"),
    (c::VIR_DOMAIN_MEMORY_STAT_USABLE, "usable"),
    (c::VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON, "actual"),
    (c::VIR_DOMAIN_MEMORY_STAT_RSS, "rss"),
    (c::VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE, "last_update"),
    (c::VIR_DOMAIN_MEMORY_STAT_DISK_CACHES, "disk_caches"),
    (c::VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC, "hugetlb_pgalloc"),
    (c::VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL, "hugetlb_pgfail"),
];

fn dommemstat(sh: &mut Shell, args: &Args) -> Done {
    let mut flags = args.impact()?;
    let domain = sh.domain(args)?;
    let said = args.has("current") || args.has("live") || args.has("config");
    if !said && domain.is_active().unwrap_or(false) {
        flags |= c::VIR_DOMAIN_AFFECT_LIVE;
    }
    if let Some(period) = args.i32("period")? {
        if period < 0 {
            return Err(Failure::say(format!("Invalid collection period value '{period}'")));
        }
        return domain.set_memory_stats_period(period, flags).or_say(|| "Unable to change balloon collection period.");
    }
    let name = args.any("domain").unwrap_or_default();
    let stats = domain.memory_stats(0).or_say(|| format!("Failed to get memory statistics for domain {name}"))?;
    for stat in stats {
        let known = MEMORY.iter().find(|(tag, _)| tag.cast_signed() == stat.tag);
        if let Some((_, name)) = known {
            sh.print(&format!("{name} {}\n", stat.value));
        }
    }
    Ok(())
}

struct BlockStat {
    field: &'static str,
    legacy: Option<&'static str>,
    human: &'static str,
}

const fn block(field: &'static str, legacy: Option<&'static str>, human: &'static str) -> BlockStat {
    BlockStat { field, legacy, human }
}

const BLOCK: &[BlockStat] = &[
    block(c::VIR_DOMAIN_BLOCK_STATS_READ_REQ, Some("rd_req"), "number of read operations:"),
    block(c::VIR_DOMAIN_BLOCK_STATS_READ_BYTES, Some("rd_bytes"), "number of bytes read:"),
    block(c::VIR_DOMAIN_BLOCK_STATS_WRITE_REQ, Some("wr_req"), "number of write operations:"),
    block(c::VIR_DOMAIN_BLOCK_STATS_WRITE_BYTES, Some("wr_bytes"), "number of bytes written:"),
    block(c::VIR_DOMAIN_BLOCK_STATS_ERRS, Some("errs"), "error count:"),
    block(c::VIR_DOMAIN_BLOCK_STATS_FLUSH_REQ, None, "number of flush operations:"),
    block(c::VIR_DOMAIN_BLOCK_STATS_READ_TOTAL_TIMES, None, "total duration of reads (ns):"),
    block(c::VIR_DOMAIN_BLOCK_STATS_WRITE_TOTAL_TIMES, None, "total duration of writes (ns):"),
    block(c::VIR_DOMAIN_BLOCK_STATS_FLUSH_TOTAL_TIMES, None, "total duration of flushes (ns):"),
];

fn domblkstat(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let device = args.text("device")?.unwrap_or_default();
    let (shown_device, human) = if args.has("human") { ("", true) } else { (device, false) };
    let name = args.any("domain").unwrap_or_default();
    let line = |stat: &BlockStat, value: &str| {
        let field = if human { stat.human } else { stat.legacy.unwrap_or(stat.field) };
        let width = if human { 31 } else { 0 };
        sh.print(&format!("{shown_device} {field:<width$} {value}\n"));
    };
    let header = || {
        if human {
            sh.print(&format!("Device: {device}\n"));
        }
    };
    let params = match domain.block_stats_flags(&*bytes(device), 0) {
        Ok(params) => params,
        Err(error) if error.code == ErrorCode::NO_SUPPORT => {
            let stats = domain.block_stats(&*bytes(device));
            let stats = stats.or_say(|| format!("Failed to get block stats {name} {device}"))?;
            header();
            let values = [stats.read_requests, stats.read_bytes, stats.write_requests, stats.write_bytes, stats.errors];
            for (stat, value) in BLOCK.iter().zip(values).filter(|(_, value)| *value >= 0) {
                line(stat, &value.to_string());
            }
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    header();
    for stat in BLOCK {
        if let Some(value) = params.get(stat.field) {
            line(stat, &params::shown(value)?);
        }
    }
    for param in params.iter().filter(|param| !BLOCK.iter().any(|stat| *param.name == *stat.field.as_bytes())) {
        let (field, value) = params::pair(param)?;
        sh.print(&format!("{shown_device} {field} {value}\n"));
    }
    Ok(())
}

fn domifstat(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let device = args.needed("interface")?;
    let name = args.any("domain").unwrap_or_default();
    let stats = domain.interface_stats(&*bytes(device));
    let stats = stats.or_say(|| format!("Failed to get interface stats {name} {device}"))?;
    let values = [
        ("rx_bytes", stats.received_bytes),
        ("rx_packets", stats.received_packets),
        ("rx_errs", stats.receive_errors),
        ("rx_drop", stats.receive_drops),
        ("tx_bytes", stats.sent_bytes),
        ("tx_packets", stats.sent_packets),
        ("tx_errs", stats.send_errors),
        ("tx_drop", stats.send_drops),
    ];
    for (field, value) in values.iter().filter(|(_, value)| *value >= 0) {
        sh.print(&format!("{device} {field} {value}\n"));
    }
    Ok(())
}

fn domblkerror(sh: &mut Shell, args: &Args) -> Done {
    const ERRORS: [&str; 3] = ["no error", "unspecified error", "no space"];
    let errors = sh.domain(args)?.disk_errors(0)?;
    if errors.is_empty() {
        sh.print("No errors found\n");
    }
    for one in errors {
        let what = super::state::word(&ERRORS, one.error, "unknown error");
        sh.print(&format!("{}: {what}\n", one.disk.shown()));
    }
    Ok(())
}

const KINDS: &[(&str, u32)] = &[
    ("state", c::VIR_DOMAIN_STATS_STATE),
    ("cpu-total", c::VIR_DOMAIN_STATS_CPU_TOTAL),
    ("balloon", c::VIR_DOMAIN_STATS_BALLOON),
    ("vcpu", c::VIR_DOMAIN_STATS_VCPU),
    ("interface", c::VIR_DOMAIN_STATS_INTERFACE),
    ("block", c::VIR_DOMAIN_STATS_BLOCK),
    ("perf", c::VIR_DOMAIN_STATS_PERF),
    ("iothread", c::VIR_DOMAIN_STATS_IOTHREAD),
    ("memory", c::VIR_DOMAIN_STATS_MEMORY),
    ("dirtyrate", c::VIR_DOMAIN_STATS_DIRTYRATE),
    ("vm", c::VIR_DOMAIN_STATS_VM),
];

const WHICH: &[(&str, u32)] = &[
    ("list-active", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE),
    ("list-inactive", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE),
    ("list-persistent", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT),
    ("list-transient", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT),
    ("list-running", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING),
    ("list-paused", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED),
    ("list-shutoff", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF),
    ("list-other", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER),
    ("enforce", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS),
    ("backing", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING),
    ("nowait", c::VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT),
];

fn domstats(sh: &mut Shell, args: &Args) -> Done {
    let (kinds, flags) = (args.flags(KINDS), args.flags(WHICH));
    let names = args.all("domain");
    let records = if names.is_empty() {
        sh.conn()?.all_domain_stats(kinds, flags)?
    } else {
        let domains = names.iter().map(|name| sh.find_domain("unknown", name, By::ANY));
        let domains = domains.collect::<Done<Vec<Domain>>>()?;
        Domain::list_stats(&domains.iter().collect::<Vec<_>>(), kinds, flags)?
    };
    for (at, record) in records.iter().enumerate() {
        if at > 0 {
            sh.print("\n");
        }
        print_record(sh, record)?;
    }
    Ok(())
}

fn print_record(sh: &Shell, record: &DomainStats) -> Done {
    sh.print(&format!("Domain: '{}'\n", record.domain.name().shown()));
    for param in record.params.iter() {
        let (field, value) = params::pair(param)?;
        sh.print(&format!("  {field}={value}\n"));
    }
    Ok(())
}

fn cpu_stats(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let all = args.has("total");
    let start = args.i32("start")?;
    let count = args.i32("count")?;
    if start.is_some_and(|start| start < 0) {
        return Err(Failure::say("Invalid value for start CPU"));
    }
    if count.is_some_and(|count| count < 0) {
        return Err(Failure::say("Invalid value for number of CPUs to show"));
    }
    let per_cpu_too = start.is_some() || count.is_some();
    let name = domain.name().shown();
    let failed = || format!("Failed to retrieve CPU statistics for domain '{name}'");
    if per_cpu_too || !all {
        per_cpu(sh, &domain, start.unwrap_or_default(), count, &failed)?;
    }
    if all || !per_cpu_too {
        let totals = domain.cpu_stats(-1, 1, 0).or_say(failed)?;
        let Some(total) = totals.first().filter(|total| !total.is_empty()) else {
            sh.print("No total stats available");
            return Err(Failure::quiet());
        };
        sh.print("Total:\n");
        print_times(sh, total)?;
    }
    Ok(())
}

fn per_cpu(sh: &Shell, domain: &Domain, start: i32, count: Option<i32>, failed: &impl Fn() -> String) -> Done {
    let there = domain.cpu_stats_of(0, 0, 0, 0).or_say(failed)?.0;
    if start >= there {
        let last = there.saturating_sub(1);
        return Err(Failure::say(format!("Start CPU {start} is out of range (min: 0, max: {last})")));
    }
    let all = there.saturating_sub(start);
    let wanted = match count {
        Some(count) if count > there => {
            sh.print(&format!("Only {there} CPUs available to show\n"));
            all
        }
        Some(count) => count,
        None => all,
    };
    if domain.cpu_stats_of(0, 0, 1, 0).or_say(failed)?.0 == 0 {
        sh.print("No per-CPU stats available");
        return Ok(());
    }
    let mut at = start;
    let mut left = u32::try_from(wanted).unwrap_or_default();
    while left > 0 {
        let now = left.min(128);
        for cpu in domain.cpu_stats(at, now, 0).or_say(failed)? {
            // What is not online has no values.
            if !cpu.is_empty() {
                sh.print(&format!("CPU{at}:\n"));
                print_times(sh, &cpu)?;
            }
            at = at.saturating_add(1);
        }
        left = left.saturating_sub(now);
    }
    Ok(())
}

fn print_times(sh: &Shell, params: &oxivirt::TypedParams) -> Done {
    for param in params.iter() {
        let (name, value) = params::pair(param)?;
        let timed = ["cpu_time", "vcpu_time", "user_time", "system_time"].contains(&name.as_str());
        match param.value {
            Value::ULLong(time) if timed => {
                const SECOND: u64 = 1_000_000_000;
                let (whole, rest) = (time.wrapping_div(SECOND), time.wrapping_rem(SECOND));
                sh.print(&format!("\t{name:<12} {whole:>9}.{rest:09} seconds\n"));
            }
            _ => sh.print(&format!("\t{name:<12} {value}\n")),
        }
    }
    Ok(())
}
