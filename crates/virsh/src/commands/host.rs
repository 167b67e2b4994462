//! The host and its hypervisor.
use super::domain::lifecycle::number_of;
use super::params;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::{Args, exclusive};
use crate::shell::{Body, Shell};
use crate::table::words;
use oxivirt::{Connection, ErrorCode, TypedParam};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("allocpages", allocpages),
    ("capabilities", capabilities),
    ("cpu-models", cpu_models),
    ("domcapabilities", domcapabilities),
    ("freecell", freecell),
    ("freepages", freepages),
    ("hostname", hostname),
    ("maxvcpus", maxvcpus),
    ("node-memory-tune", node_memory_tune),
    ("nodecpumap", nodecpumap),
    ("nodecpustats", nodecpustats),
    ("nodeinfo", nodeinfo),
    ("nodememstats", nodememstats),
    ("nodesevinfo", nodesevinfo),
    ("nodesuspend", nodesuspend),
    ("sysinfo", sysinfo),
    ("uri", uri),
    ("version", version),
];

fn capabilities(sh: &mut Shell, args: &Args) -> Done {
    let text = sh.conn()?.capabilities().or_say(|| "failed to get capabilities")?;
    sh.dump_xml(args, &text)
}

/// Asks for the capabilities of a domain of the kind that options describe.
pub(super) fn domain_capabilities(
    sh: &Shell,
    args: &Args,
    emulator: &str,
    flags: u32,
) -> Done<oxivirt::Result<oxivirt::Text>> {
    let kind = args.text("virttype")?.map(bytes);
    let emulator = args.text(emulator)?.map(bytes);
    let (arch, machine) = (args.text("arch")?.map(bytes), args.text("machine")?.map(bytes));
    let conn = sh.conn()?;
    Ok(conn.domain_capabilities(emulator.as_deref(), arch.as_deref(), machine.as_deref(), kind.as_deref(), flags))
}

fn domcapabilities(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[
        ("disable-deprecated-features", c::VIR_CONNECT_GET_DOMAIN_CAPABILITIES_DISABLE_DEPRECATED_FEATURES),
        ("expand-cpu-features", c::VIR_CONNECT_GET_DOMAIN_CAPABILITIES_EXPAND_CPU_FEATURES),
        ("supported-cpu-features", c::VIR_CONNECT_GET_DOMAIN_CAPABILITIES_SUPPORTED_CPU_FEATURES),
    ]);
    let text = domain_capabilities(sh, args, "emulatorbin", flags)?;
    let text = text.or_say(|| "failed to get emulator capabilities")?;
    sh.dump_xml(args, &text)
}

/// Returns the numbers of the host's NUMA cells.
fn cells(conn: &Connection) -> Done<Vec<u32>> {
    let text = conn.capabilities().or_say(|| "unable to get node capabilities")?;
    let document = crate::xml::parse(&text, "capabilities").or_say(|| "unable to get node capabilities")?;
    let root = crate::xml::root(&document)?;
    let ids = root.select("host/topology/cells/cell").map(|cell| cell.attr("id").and_then(|id| id.parse().ok()));
    ids.map(|id| id.ok_or_else(|| Failure::say("conversion from string failed"))).collect()
}

fn signed(cell: u32) -> i32 {
    i32::try_from(cell).unwrap_or(i32::MAX)
}

fn freecell(sh: &mut Shell, args: &Args) -> Done {
    exclusive(("all", args.has("all")), ("cellno", args.has("cellno")))?;
    let cell = args.i32("cellno")?;
    let conn = sh.conn()?;
    if !args.has("all") {
        let (name, memory) = match cell {
            Some(cell) => {
                let memory = conn.node_cells_free_memory(cell, 1)?;
                (cell.to_string(), *memory.first().ok_or_else(Failure::quiet)?)
            }
            None => ("Total".to_owned(), conn.node_free_memory()?),
        };
        sh.print(&format!("{name}: {} KiB\n", memory >> 10));
        return Ok(());
    }
    let mut free = Vec::new();
    for cell in cells(&conn)? {
        let memory = conn.node_cells_free_memory(signed(cell), 1);
        let memory = memory.or_say(|| format!("failed to get free memory for NUMA node number: {cell}"))?;
        free.push((cell, memory.first().copied().unwrap_or_default()));
    }
    for (cell, memory) in &free {
        sh.print(&format!("{cell:>5}: {:>10} KiB\n", memory >> 10));
    }
    let total = free.iter().fold(0_u64, |total, (_, memory)| total.saturating_add(*memory));
    sh.extra(&format!("--------------------\n{:>5}: {:>10} KiB\n", "Total", total >> 10));
    Ok(())
}

/// What a page may have at most, in bytes.
const PAGE_MAX: u64 = 1024 * 0xffff_ffff;

fn page_size(args: &Args) -> Done<Option<u32>> {
    let size = args.scaled("pagesize", 1024, PAGE_MAX)?;
    Ok(size.map(|bytes| u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX)))
}

/// Returns the sizes of pages that the host has, in KiB, each once.
fn page_sizes(conn: &Connection) -> Done<Vec<u32>> {
    let text = conn.capabilities().or_say(|| "unable to get node capabilities")?;
    let document = crate::xml::parse(&text, "capabilities").or_say(|| "unable to parse node capabilities")?;
    let root = crate::xml::root(&document)?;
    let of = |path: &str| root.select(path).filter_map(|pages| pages.attr("size")).collect::<Vec<_>>();
    let mut sizes = of("host/cpu/pages");
    if sizes.is_empty() {
        sizes = of("host/topology/cells/cell/pages");
    }
    if sizes.is_empty() {
        return Err(Failure::say("could not get information about supported page sizes"));
    }
    let sizes = sizes
        .into_iter()
        .map(|size| size.parse::<u32>().map_err(|_| Failure::say(format!("unable to parse page size: {size}"))));
    let mut sizes = sizes.collect::<Done<Vec<u32>>>()?;
    sizes.sort_unstable();
    sizes.dedup();
    Ok(sizes)
}

fn freepages(sh: &mut Shell, args: &Args) -> Done {
    exclusive(("all", args.has("all")), ("cellno", args.has("cellno")))?;
    let size = page_size(args)?;
    let conn = sh.conn()?;
    if args.has("all") {
        return all_free_pages(sh, &conn, size);
    }
    let cell = args.i32("cellno")?.ok_or_else(|| Failure::say("missing cellno argument"))?;
    if cell < -1 {
        return Err(Failure::say("cell number must be non-negative integer or -1"));
    }
    let size = size.ok_or_else(|| Failure::say("missing pagesize argument"))?;
    let counts = conn.node_free_pages(vec![size], cell, 1, 0)?;
    let count = counts
        .first()
        .ok_or_else(|| Failure::say(format!("Could not get count of free {size}KiB pages, no data returned")))?;
    sh.print(&format!("{size}KiB: {count}\n"));
    Ok(())
}

fn all_free_pages(sh: &Shell, conn: &Connection, size: Option<u32>) -> Done {
    let sizes = match size {
        Some(size) => vec![size],
        None => page_sizes(conn)?,
    };
    let mut complete = true;
    for cell in cells(conn)? {
        let counts = conn.node_free_pages(sizes.clone(), signed(cell), 1, 0)?;
        if counts.len() < sizes.len() {
            sh.error(&format!("Did not get all free page data for node {cell}"));
            complete = false;
            continue;
        }
        sh.print(&format!("Node {cell}:\n"));
        for (size, count) in sizes.iter().zip(counts) {
            sh.print(&format!("{size}KiB: {count}\n"));
        }
        sh.print("\n");
    }
    if complete { Ok(()) } else { Err(Failure::quiet()) }
}

fn allocpages(sh: &mut Shell, args: &Args) -> Done {
    exclusive(("all", args.has("all")), ("cellno", args.has("cellno")))?;
    let cell = args.i32("cellno")?.unwrap_or(-1);
    let size = page_size(args)?.unwrap_or_default();
    let count = args.u64("pagecount")?.unwrap_or_default();
    let flags = args.flags(&[("add", c::VIR_NODE_ALLOC_PAGES_ADD)]);
    let conn = sh.conn()?;
    let cells = if args.has("all") { cells(&conn)?.into_iter().map(signed).collect() } else { vec![cell] };
    for cell in cells {
        conn.node_alloc_pages(vec![size], vec![count], cell, 1, flags)?;
    }
    Ok(())
}

fn maxvcpus(sh: &mut Shell, args: &Args) -> Done {
    let kind = args.text("type")?.map(bytes);
    let conn = sh.conn()?;
    let none = None::<&[u8]>;
    let known = match conn.domain_capabilities(none, none, none, kind.as_deref(), 0) {
        Ok(text) => {
            let document = crate::xml::parse(&text, "capabilities")?;
            let max = crate::xml::root(&document)?.element("vcpu").and_then(|vcpu| vcpu.attr("max"));
            max.and_then(|max| max.parse::<i32>().ok())
        }
        Err(_) => None,
    };
    let max = match known {
        Some(max) => max,
        None => conn.max_vcpus(kind.as_deref())?,
    };
    sh.print(&format!("{max}\n"));
    Ok(())
}

fn line(sh: &Shell, width: usize, name: &str, value: impl std::fmt::Display) {
    sh.print(&format!("{name:<width$} {value}\n"));
}

fn nodeinfo(sh: &mut Shell, _: &Args) -> Done {
    let info = sh.conn()?.node_info().or_say(|| "failed to get node information")?;
    line(sh, 20, "CPU model:", info.model.shown());
    line(sh, 20, "CPU(s):", info.cpus);
    if info.mhz != 0 {
        line(sh, 20, "CPU frequency:", format!("{} MHz", info.mhz));
    }
    line(sh, 20, "CPU socket(s):", info.sockets);
    line(sh, 20, "Core(s) per socket:", info.cores);
    line(sh, 20, "Thread(s) per core:", info.threads);
    line(sh, 20, "NUMA cell(s):", info.nodes);
    line(sh, 20, "Memory size:", format!("{} KiB", info.memory));
    Ok(())
}

/// Returns the numbers of the bits that are set, as ranges `0-3,7`.
pub(super) fn ranges(map: &[u8]) -> String {
    let bits = map.iter().flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1 == 1));
    let mut text = String::new();
    let mut begin = None;
    let mut last = 0;
    for (at, set) in bits.chain([false]).enumerate() {
        match (set, begin) {
            (true, None) => begin = Some(at),
            (false, Some(first)) => {
                let comma = if text.is_empty() { "" } else { "," };
                let range = if first == last { format!("{comma}{first}") } else { format!("{comma}{first}-{last}") };
                text.push_str(&range);
                begin = None;
            }
            _ => {}
        }
        last = at;
    }
    text
}

fn nodecpumap(sh: &mut Shell, args: &Args) -> Done {
    let map = sh.conn()?.node_cpu_map(0).or_say(|| "Unable to get cpu map")?;
    line(sh, 15, "CPUs present:", map.cpus);
    line(sh, 15, "CPUs online:", map.online);
    let shown = if args.has("pretty") {
        ranges(&map.map)
    } else {
        let bits = map.map.iter().flat_map(|byte| (0..8).map(move |bit| byte >> bit & 1 == 1));
        let present = usize::try_from(map.cpus).unwrap_or_default();
        bits.take(present).map(|online| if online { 'y' } else { '-' }).collect()
    };
    line(sh, 15, "CPU map:", shown);
    Ok(())
}

const CPU_STATS: [(&str, &str); 6] = [
    (c::VIR_NODE_CPU_STATS_USER, "user:"),
    (c::VIR_NODE_CPU_STATS_KERNEL, "system:"),
    (c::VIR_NODE_CPU_STATS_IDLE, "idle:"),
    (c::VIR_NODE_CPU_STATS_IOWAIT, "iowait:"),
    (c::VIR_NODE_CPU_STATS_INTR, "intr:"),
    (c::VIR_NODE_CPU_STATS_GUEST, "guest:"),
];

/// Returns the value of each of [`CPU_STATS`] and the utilization, as far as the driver knows them.
fn cpu_values(conn: &Connection, cpu: i32) -> Done<([Option<u64>; 6], Option<u64>)> {
    let stats = conn.node_cpu_stats(cpu, 0).or_say(|| "Unable to get number of cpu stats")?;
    let find = |field: &str| stats.iter().find(|stat| stat.field == *field).map(|stat| stat.value);
    Ok((CPU_STATS.map(|(field, _)| find(field)), find(c::VIR_NODE_CPU_STATS_UTILIZATION)))
}

#[expect(clippy::cast_precision_loss, reason = "as precise as it is shown")]
fn nodecpustats(sh: &mut Shell, args: &Args) -> Done {
    let cpu = args.i32("cpu")?.unwrap_or(-1);
    let conn = sh.conn()?;
    let (before, usage) = cpu_values(&conn, cpu)?;
    let named = || CPU_STATS.iter().map(|(_, name)| *name);
    if !args.has("percent") {
        for (name, value) in named().zip(before) {
            if let Some(value) = value {
                line(sh, 15, name, format!("{value:>20}"));
            }
        }
        return Ok(());
    }
    if let Some(usage) = usage {
        line(sh, 15, "usage:", format!("{usage:>5}%"));
        line(sh, 15, "idle:", format!("{:>5}%", 100_u64.saturating_sub(usage)));
        return Ok(());
    }
    // What happened within a second.
    std::thread::sleep(std::time::Duration::from_secs(1));
    let (after, _) = cpu_values(&conn, cpu)?;
    let grown = |(before, after): (Option<u64>, Option<u64>)| Some(after?.wrapping_sub(before?) as f64);
    let grown: Vec<Option<f64>> = before.into_iter().zip(after).map(grown).collect();
    let total: f64 = grown.iter().flatten().sum();
    let busy: f64 = grown.iter().take(2).flatten().sum();
    // As C prints what is no number.
    let percent = |part: f64| {
        let share = part / total * 100.0;
        if share.is_nan() { " -nan%".to_owned() } else { format!("{share:>5.1}%") }
    };
    line(sh, 15, "usage:", percent(busy));
    for (name, value) in named().zip(grown) {
        if let Some(value) = value {
            line(sh, 15, name, percent(value));
        }
    }
    Ok(())
}

fn nodememstats(sh: &mut Shell, args: &Args) -> Done {
    let cell = args.i32("cell")?.unwrap_or(-1);
    let stats = sh.conn()?.node_memory_stats(cell, 0).or_say(|| "Unable to get number of memory stats")?;
    for stat in stats {
        sh.print(&format!("{:<7}: {:>20} KiB\n", stat.field.shown(), stat.value));
    }
    Ok(())
}

fn nodesevinfo(sh: &mut Shell, _: &Args) -> Done {
    let info = sh.conn()?.node_sev_info(0).or_say(|| "Unable to get host SEV information")?;
    for param in info.iter() {
        let (name, value) = params::pair(param)?;
        sh.print(&format!("{name:<18}: {value}\n"));
    }
    Ok(())
}

fn nodesuspend(sh: &mut Shell, args: &Args) -> Done {
    let target = args.needed("target")?;
    let duration = args.i64("duration")?.unwrap_or_default();
    let target = number_of(words::SUSPEND_TARGETS, target).ok_or_else(|| Failure::say("Invalid target"))?;
    let duration = u64::try_from(duration).map_err(|_| Failure::say("Invalid duration"))?;
    let done = sh.conn()?.node_suspend_for_duration(target, duration, 0);
    done.or_say(|| "The host was not suspended")
}

fn sysinfo(sh: &mut Shell, _: &Args) -> Done {
    let text = sh.conn()?.sysinfo(0).or_say(|| "failed to get sysinfo")?;
    sh.print(&text.shown());
    Ok(())
}

fn hostname(sh: &mut Shell, _: &Args) -> Done {
    let text = sh.conn()?.hostname().or_say(|| "failed to get hostname")?;
    sh.print(&format!("{}\n", text.shown()));
    Ok(())
}

fn uri(sh: &mut Shell, _: &Args) -> Done {
    sh.print(&format!("{}\n", sh.conn()?.uri().shown()));
    Ok(())
}

fn cpu_models(sh: &mut Shell, args: &Args) -> Done {
    let arch = args.needed("arch")?;
    let models = sh.conn()?.cpu_model_names(&*bytes(arch), 0).or_say(|| "failed to get CPU model names")?;
    if models.is_empty() {
        sh.extra("all CPU models are accepted\n");
    }
    for model in models {
        sh.print(&format!("{}\n", model.shown()));
    }
    Ok(())
}

/// Returns a version that is a number as `1.2.3`.
pub(super) fn version_text(version: u64) -> String {
    let part = |divisor: u64| version.checked_div(divisor).unwrap_or_default() % 1000;
    format!("{}.{}.{}", version / 1_000_000, part(1000), part(1))
}

fn version(sh: &mut Shell, args: &Args) -> Done {
    let conn = sh.conn()?;
    let kind = conn.kind().or_say(|| "failed to get hypervisor type")?.shown();
    let own = version_text(c::LIBVIR_VERSION_NUMBER.into());
    sh.print(&format!(
        "Compiled against library: libvirt {own}\nUsing library: libvirt {own}\nUsing API: {kind} {own}\n"
    ));
    match conn.version() {
        Ok(0) => sh.print(&format!("Cannot extract running {kind} hypervisor version\n")),
        Ok(version) => sh.print(&format!("Running hypervisor: {kind} {}\n", version_text(version))),
        Err(error) if error.code == ErrorCode::NO_SUPPORT => {}
        Err(error) => return Err(Failure::from(error).after("failed to get the hypervisor version")),
    }
    if args.has("daemon") {
        match conn.lib_version() {
            Ok(version) => sh.print(&format!("Running against daemon: {}\n", version_text(version))),
            Err(_) => sh.error("failed to get the daemon version"),
        }
    }
    Ok(())
}

const MEMORY_TUNE: [(&str, &str); 3] = [
    ("shm-pages-to-scan", c::VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN),
    ("shm-sleep-millisecs", c::VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS),
    ("shm-merge-across-nodes", c::VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES),
];

fn node_memory_tune(sh: &mut Shell, args: &Args) -> Done {
    let mut settings = Vec::new();
    for (option, name) in MEMORY_TUNE {
        if let Some(value) = args.u32(option)? {
            settings.push(TypedParam::new(name, value));
        }
    }
    let conn = sh.conn()?;
    if !settings.is_empty() {
        return conn.set_node_memory_parameters(&settings, 0).or_say(|| "Unable to change memory parameters");
    }
    let params = conn.node_memory_parameters(0).or_say(|| "Unable to get number of memory parameters")?;
    if !params.is_empty() {
        sh.print("Shared memory:\n");
    }
    for param in params.iter() {
        let (name, value) = params::pair(param)?;
        sh.print(&format!("\t{name:<15} {value}\n"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_in_ranges() {
        assert_eq!(ranges(&[0b1000_1111, 0b1]), "0-3,7-8");
        assert_eq!(ranges(&[0b101, 0x80]), "0,2,15");
        assert_eq!(ranges(&[0]), "");
        assert_eq!(version_text(12_008_003), "12.8.3");
    }
}
