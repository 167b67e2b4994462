//! The processors of domains, and where they and other threads run.
use crate::bytes::bytes;
use crate::commands::params;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::{Args, exclusive};
use crate::print::Table;
use crate::shell::{Body, Shell};
use oxivirt::{Connection, Domain, ErrorCode, TypedParam};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("iothreadinfo", iothreadinfo),
    ("iothreadpin", iothreadpin),
    ("iothreadadd", iothreadadd),
    ("iothreadset", iothreadset),
    ("iothreaddel", iothreaddel),
    ("setvcpus", setvcpus),
    ("vcpucount", vcpucount),
    ("vcpuinfo", vcpuinfo),
    ("vcpupin", vcpupin),
    ("emulatorpin", emulatorpin),
    ("guestvcpus", guestvcpus),
    ("setvcpu", setvcpu),
];

/// Why there is no number of processors.
enum NoCount {
    /// The domain has no such state.
    State,
    Failed(Failure),
}

impl From<NoCount> for Failure {
    fn from(why: NoCount) -> Self {
        match why {
            NoCount::State => Self::quiet(),
            NoCount::Failed(failure) => failure,
        }
    }
}

/// Returns how many processors a domain has.
fn count(domain: &Domain, flags: u32, check_state: bool) -> Result<i32, NoCount> {
    let (live, config) = (flags & c::VIR_DOMAIN_AFFECT_LIVE != 0, flags & c::VIR_DOMAIN_AFFECT_CONFIG != 0);
    let no = |answer: oxivirt::Result<bool>| !answer.unwrap_or(false);
    if check_state && ((live && no(domain.is_active())) || (config && no(domain.is_persistent()))) {
        return Err(NoCount::State);
    }
    let error = match domain.vcpus_flags(flags) {
        Ok(count) => return Ok(count),
        Err(error) => error,
    };
    let guest = flags & c::VIR_DOMAIN_VCPU_GUEST != 0;
    if !matches!(error.code, ErrorCode::NO_SUPPORT | ErrorCode::INVALID_ARG) {
        return Err(NoCount::Failed(error.into()));
    }
    if guest {
        return Err(NoCount::Failed(Failure::from(error).after("Failed to retrieve vCPU count from the guest")));
    }
    let live = live || (!config && domain.is_active().unwrap_or(false));
    old_count(domain, flags & c::VIR_DOMAIN_VCPU_MAXIMUM != 0, live).map_err(NoCount::Failed)
}

/// [`count`] for daemons that know no flags.
fn old_count(domain: &Domain, maximum: bool, live: bool) -> Done<i32> {
    if live {
        return Ok(if maximum { domain.max_vcpus()? } else { domain.info()?.vcpus.into() });
    }
    let xml = crate::xml::of_domain(domain, c::VIR_DOMAIN_XML_INACTIVE)?;
    let document = crate::xml::parse(&xml, "domain")?;
    let root = crate::xml::root(&document)?;
    let vcpu = root.element("vcpu");
    let (number, which) = if maximum {
        (vcpu.and_then(|vcpu| vcpu.text().parse().ok()), "maximum")
    } else {
        (vcpu.and_then(|vcpu| vcpu.attr("current")?.parse().ok()), "current")
    };
    number.ok_or_else(|| Failure::say(format!("Failed to retrieve {which} vcpu count")))
}

fn vcpucount(sh: &mut Shell, args: &Args) -> Done {
    const NAMES: [&str; 6] = ["maximum", "active", "current", "config", "live", "guest"];
    let (maximum, active, guest) = (args.has("maximum"), args.has("active"), args.has("guest"));
    // Without one of the other two, `--current` is the old name of `--active`.
    let current = args.has("current") && (maximum || active);
    let (config, live) = (args.has("config"), args.has("live"));
    for (one, other) in [
        (("current", current), ("live", live)),
        (("current", current), ("config", config)),
        (("live", live), ("config", config)),
        (("active", active), ("maximum", maximum)),
        (("guest", guest), ("config", config)),
    ] {
        exclusive(one, other)?;
    }
    let flags = args.flags(&[
        ("live", c::VIR_DOMAIN_AFFECT_LIVE),
        ("config", c::VIR_DOMAIN_AFFECT_CONFIG),
        ("maximum", c::VIR_DOMAIN_VCPU_MAXIMUM),
        ("guest", c::VIR_DOMAIN_VCPU_GUEST),
    ]);
    let domain = sh.domain(args)?;
    if NAMES.iter().any(|name| args.has(name)) {
        let count = count(&domain, flags, false)?;
        sh.print(&format!("{count}\n"));
        return Ok(());
    }
    let (config, live) = (c::VIR_DOMAIN_AFFECT_CONFIG, c::VIR_DOMAIN_AFFECT_LIVE);
    let maximum = c::VIR_DOMAIN_VCPU_MAXIMUM;
    let mut lines = Vec::new();
    for (flags, which, state) in [
        (config | maximum, "maximum", "config"),
        (live | maximum, "maximum", "live"),
        (config, "current", "config"),
        (live, "current", "live"),
    ] {
        match count(&domain, flags, true) {
            Ok(count) if count > 0 => lines.push(format!("{which:<12} {state:<12} {count:3}\n")),
            Ok(_) | Err(NoCount::State) => {}
            Err(NoCount::Failed(failure)) => return Err(failure),
        }
    }
    sh.print(&lines.concat());
    Ok(())
}

/// Returns how many processors the host has.
fn host_cpus(conn: &Connection) -> Done<usize> {
    if let Ok((number,)) = conn.node_cpu_map(0).map(|map| (map.cpus,)) {
        return Ok(usize::try_from(number).unwrap_or_default());
    }
    let info = conn.node_info()?;
    let number = [info.nodes, info.sockets, info.cores, info.threads].into_iter().fold(1, u32::saturating_mul);
    Ok(usize::try_from(number).unwrap_or_default())
}

fn as_i32(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn map_length(cpus: usize) -> i32 {
    as_i32(cpus.div_ceil(8))
}

fn affinity(map: &[u8], cpus: usize, pretty: bool) -> String {
    let shown = if pretty {
        format!("{} (out of {cpus})", super::super::host::ranges(map))
    } else {
        let used = |cpu: usize| map.get(cpu / 8).is_some_and(|byte| byte & (1 << (cpu % 8)) != 0);
        (0..cpus).map(|cpu| if used(cpu) { 'y' } else { '-' }).collect()
    };
    format!("{:<15} {shown}\n", "CPU Affinity:")
}

fn vcpuinfo(sh: &mut Shell, args: &Args) -> Done {
    const STATES: [&str; 3] = ["offline", "running", "blocked"];
    let pretty = args.has("pretty");
    let domain = sh.domain(args)?;
    let cpus = host_cpus(&sh.conn()?)?;
    let info = domain.info()?;
    let (vcpus, maps) = match domain.vcpus(info.vcpus.into(), map_length(cpus)) {
        Ok(both) => both,
        Err(_) if info.state == oxivirt::domain::State::SHUTOFF => return inactive_info(sh, &domain, cpus, pretty),
        Err(error) => return Err(error.into()),
    };
    let mut blocks = Vec::new();
    for (at, vcpu) in vcpus.iter().enumerate() {
        let state = super::state::word(&STATES, vcpu.state, "no state");
        let mut block =
            format!("{:<15} {}\n{:<15} {}\n{:<15} {state}\n", "VCPU:", vcpu.number, "CPU:", vcpu.cpu, "State:");
        if vcpu.cpu_time != 0 {
            let tenths = vcpu.cpu_time.saturating_add(50_000_000) / 100_000_000;
            block.push_str(&format!("{:<15} {}.{}s\n", "CPU time:", tenths / 10, tenths % 10));
        }
        block.push_str(&affinity(maps.get(at).unwrap_or_default(), cpus, pretty));
        blocks.push(block);
    }
    sh.print(&blocks.join("\n"));
    Ok(())
}

/// Returns the processors that are plugged in when the domain starts, and how many there may be.
fn inactive_vcpus(domain: &Domain) -> Done<(Vec<usize>, usize)> {
    let xml = crate::xml::of_domain(domain, c::VIR_DOMAIN_XML_INACTIVE)?;
    let document = crate::xml::parse(&xml, "domain")?;
    let root = crate::xml::root(&document)?;
    let vcpu = root.element("vcpu");
    let maximum = vcpu.and_then(|vcpu| vcpu.text().trim().parse().ok());
    let maximum: usize = maximum.ok_or_else(|| Failure::say("Failed to retrieve maximum vcpu count"))?;
    let current = vcpu.and_then(|vcpu| vcpu.attr("current")?.parse().ok()).filter(|current| *current > 0);
    let current = current.unwrap_or(maximum);
    let listed: Vec<_> = root.select("vcpus/vcpu").collect();
    if listed.is_empty() {
        return Ok(((0..current).collect(), maximum));
    }
    let enabled = listed.iter().filter(|vcpu| vcpu.attr("enabled") == Some("yes"));
    let enabled: Vec<usize> = enabled.filter_map(|vcpu| vcpu.attr("id")?.parse().ok()).collect();
    if enabled.len() != current {
        return Err(Failure::say("Failed to retrieve vcpu state bitmap"));
    }
    Ok((enabled, maximum))
}

fn inactive_info(sh: &Shell, domain: &Domain, cpus: usize, pretty: bool) -> Done {
    let (enabled, maximum) = inactive_vcpus(domain)?;
    let maps = domain.vcpu_pin_info(as_i32(maximum), map_length(cpus), c::VIR_DOMAIN_AFFECT_CONFIG)?;
    let block = |vcpu: &usize| {
        let map = affinity(maps.get(*vcpu).unwrap_or_default(), cpus, pretty);
        let none = "N/A";
        format!(
            "{:<15} {vcpu}\n{:<15} {none}\n{:<15} {none}\n{:<15} {none}\n{map}",
            "VCPU:", "CPU:", "State:", "CPU time"
        )
    };
    sh.print(&enabled.iter().map(block).collect::<Vec<_>>().join("\n"));
    Ok(())
}

/// Returns the map of a list of processors such as `0-3,^2`; `r` is all of the host's.
fn map_of(list: &str, cpus: usize) -> Done<Vec<u8>> {
    let mut used = vec![false; 1024];
    if list.starts_with('r') {
        used.iter_mut().take(cpus).for_each(|cpu| *cpu = true);
    } else if !super::cpu_list::parse(list, &mut used) || !used.contains(&true) {
        let failure = Failure::say(format!("Invalid cpulist '{list}'"));
        let unreadable = !super::cpu_list::parse(list, &mut used);
        let error = unreadable.then(|| {
            let text = format!("Failed to parse bitmap '{list}'");
            oxivirt::Error::new(oxivirt::ErrorDomain::NONE, ErrorCode::INVALID_ARG, text)
        });
        return Err(Failure { error, ..failure });
    }
    let last = used.iter().rposition(|used| *used).unwrap_or_default();
    if last >= cpus && !list.starts_with('r') {
        return Err(Failure::say(format!("CPU {last} in cpulist '{list}' exceed the maxcpu {cpus}")));
    }
    let length = if list.starts_with('r') { cpus } else { last.saturating_add(1) };
    let bytes = used.chunks(8).take(length.div_ceil(8));
    Ok(bytes.map(|byte| byte.iter().rev().fold(0, |sum, used| sum << 1 | u8::from(*used))).collect())
}

fn vcpupin(sh: &mut Shell, args: &Args) -> Done {
    let list = args.text("cpulist")?;
    args.exclusive("current", "live")?;
    args.exclusive("current", "config")?;
    if list.is_none() {
        args.exclusive("live", "config")?;
    }
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let vcpu = args.u32("vcpu")?;
    if list.is_some() && vcpu.is_none() {
        return Err(Failure::say("vcpupin: Missing vCPU number in pin mode."));
    }
    let cpus = host_cpus(&sh.conn()?)?;
    let Some(list) = list else { return pinned(sh, &domain, vcpu, cpus, flags) };
    let map = map_of(list, cpus)?;
    let vcpu = vcpu.unwrap_or_default();
    if flags == 0 && !args.has("current") {
        return Ok(domain.pin_vcpu(vcpu, &map)?);
    }
    Ok(domain.pin_vcpu_flags(vcpu, &map, flags)?)
}

fn pinned(sh: &Shell, domain: &Domain, vcpu: Option<u32>, cpus: usize, flags: u32) -> Done {
    let live = flags & c::VIR_DOMAIN_AFFECT_LIVE != 0;
    let number = match count(domain, flags | c::VIR_DOMAIN_VCPU_MAXIMUM, true) {
        Ok(number) => number,
        Err(NoCount::State) => {
            let kind = if live { "offline" } else { "transient" };
            return Err(Failure::say(format!("cannot get vcpupin for {kind} domain")));
        }
        Err(NoCount::Failed(failure)) => return Err(failure),
    };
    let wanted = vcpu.map(|vcpu| i32::try_from(vcpu).unwrap_or(i32::MAX));
    if let Some(wanted) = wanted.filter(|wanted| *wanted >= number) {
        let live = live || (flags & c::VIR_DOMAIN_AFFECT_CONFIG == 0 && domain.is_active().unwrap_or(false));
        let which = if live { "live" } else { "persistent" };
        return Err(Failure::say(format!("vcpu {wanted} is out of range of {which} cpu count {number}")));
    }
    let maps = domain.vcpu_pin_info(number, map_length(cpus), flags)?;
    let mut table = Table::new(&["VCPU", "CPU Affinity"]);
    for at in 0..usize::try_from(maps.number()).unwrap_or_default() {
        if wanted.is_none_or(|wanted| usize::try_from(wanted) == Ok(at)) {
            table.row(&[&at.to_string(), &super::super::host::ranges(maps.get(at).unwrap_or_default())]);
        }
    }
    sh.table(&table);
    Ok(())
}

fn emulatorpin(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let list = args.text("cpulist")?;
    let cpus = host_cpus(&sh.conn()?)?;
    let Some(list) = list else {
        let maps = domain.emulator_pin_info(map_length(cpus), flags)?;
        sh.extra("emulator: CPU Affinity\n----------------------------------\n       *: ");
        sh.print(&format!("{}\n", super::super::host::ranges(maps.get(0).unwrap_or_default())));
        return Ok(());
    };
    let map = map_of(list, cpus)?;
    let said = ["current", "live", "config"].iter().any(|option| args.has(option));
    Ok(domain.pin_emulator(&map, if said { flags } else { c::VIR_DOMAIN_AFFECT_LIVE })?)
}

fn setvcpus(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("current", "live")?;
    args.exclusive("current", "config")?;
    args.exclusive("guest", "config")?;
    args.requires("maximum", "config")?;
    let flags = args.impact()?
        | args.flags(&[
            ("guest", c::VIR_DOMAIN_VCPU_GUEST),
            ("maximum", c::VIR_DOMAIN_VCPU_MAXIMUM),
            ("hotpluggable", c::VIR_DOMAIN_VCPU_HOTPLUGGABLE),
            ("async", c::VIR_DOMAIN_VCPU_ASYNC_UNPLUG),
        ]);
    let domain = sh.domain(args)?;
    let count = args.u32("count")?.unwrap_or_default();
    if count == 0 {
        return Err(Failure::say("Can't set 0 processors for a VM"));
    }
    if flags == 0 && !args.has("current") {
        return Ok(domain.set_vcpus(count)?);
    }
    Ok(domain.set_vcpus_flags(count, flags)?)
}

fn guestvcpus(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("enable", "disable")?;
    args.requires("enable", "cpulist")?;
    args.requires("disable", "cpulist")?;
    let list = args.text("cpulist")?;
    if list.is_some() && !args.has("enable") && !args.has("disable") {
        return Err(Failure::say("One of options --enable or --disable is required by option --cpulist"));
    }
    let domain = sh.domain(args)?;
    match list {
        Some(list) => Ok(domain.set_guest_vcpus(&*bytes(list), args.has("enable"), 0)?),
        None => params::list(sh, &domain.guest_vcpus(0)?),
    }
}

fn setvcpu(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("enable", "disable")?;
    let flags = args.impact()? | args.flags(&[("async", c::VIR_DOMAIN_SETVCPU_ASYNC_UNPLUG)]);
    if !args.has("enable") && !args.has("disable") {
        return Err(Failure::say("one of --enable, --disable is required"));
    }
    let list = args.needed("vcpulist")?;
    let domain = sh.domain(args)?;
    Ok(domain.set_vcpu(&*bytes(list), args.has("enable"), flags)?)
}

fn iothreadinfo(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let threads = domain.io_thread_info(flags).or_say(|| "Unable to get domain IOThreads information")?;
    if threads.is_empty() {
        sh.extra("No IOThreads found for the domain");
        return Ok(());
    }
    let mut table = Table::new(&["IOThread ID", "CPU Affinity"]);
    for thread in threads {
        table.row(&[&thread.id.to_string(), &super::super::host::ranges(&thread.cpu_map)]);
    }
    sh.table(&table);
    Ok(())
}

fn iothreadpin(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let id = args.u32("iothread")?.unwrap_or_default();
    let list = args.needed("cpulist")?;
    let cpus = host_cpus(&sh.conn()?)?;
    Ok(domain.pin_io_thread(id, &map_of(list, cpus)?, flags)?)
}

/// Returns `--id`.
fn thread_id(args: &Args) -> Done<u32> {
    let id = args.i32("id")?.unwrap_or_default();
    let valid = u32::try_from(id).ok().filter(|id| *id > 0);
    valid.ok_or_else(|| Failure::say(format!("Invalid IOThread id value: '{id}'")))
}

fn iothreadadd(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    Ok(domain.add_io_thread(thread_id(args)?, flags)?)
}

fn iothreaddel(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    Ok(domain.del_io_thread(thread_id(args)?, flags)?)
}

fn iothreadset(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let id = thread_id(args)?;
    let mut params = Vec::new();
    if let Some(value) = args.u64("poll-max-ns")? {
        params.push(TypedParam::new("poll_max_ns", value));
    }
    for (option, name) in [("poll-grow", "poll_grow"), ("poll-shrink", "poll_shrink")] {
        // A number that fits is sent as the smaller kind, which older daemons know.
        params.extend(args.u64(option)?.map(|value| match u32::try_from(value) {
            Ok(value) => TypedParam::new(name, value),
            Err(_) => TypedParam::new(name, value),
        }));
    }
    params.extend(args.u32("poll-weight")?.map(|weight| TypedParam::new(c::VIR_DOMAIN_IOTHREAD_POLL_WEIGHT, weight)));
    for (option, name) in [("thread-pool-min", "thread_pool_min"), ("thread-pool-max", "thread_pool_max")] {
        params.extend(args.i32(option)?.map(|value| TypedParam::new(name, value)));
    }
    if params.is_empty() {
        return Err(Failure::say("Not enough arguments passed, nothing to set"));
    }
    Ok(domain.set_io_thread_params(id, &params, flags)?)
}
