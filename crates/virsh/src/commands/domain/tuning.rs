//! Limits of domains and of their devices.
use crate::bytes::{Shown, bytes};
use crate::commands::params;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::{Args, number};
use crate::shell::{Body, Shell};
use oxivirt::{Domain, Result, Str, TypedParam, TypedParams, Value};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("blkdeviotune", blkdeviotune),
    ("domthrottlegroupset", domthrottlegroupset),
    ("domthrottlegroupdel", domthrottlegroupdel),
    ("domthrottlegroupinfo", domthrottlegroupinfo),
    ("domthrottlegrouplist", domthrottlegrouplist),
    ("blkiotune", blkiotune),
    ("domiftune", domiftune),
    ("memtune", memtune),
    ("perf", perf),
    ("numatune", numatune),
    ("schedinfo", schedinfo),
];

type Params = Vec<TypedParam<'static>>;

fn text(text: &str) -> Value<'static> {
    Value::String(Some(Str::from(&*bytes(text)).into_owned()))
}

/// How the parameters of a kind are asked for, and what is said when that fails.
struct Query<'a, G> {
    get: G,
    number: &'a str,
    all: &'a str,
}

impl<G: Fn(i32) -> Result<(i32, TypedParams)>> Query<'_, G> {
    /// Returns the parameters.
    fn ask(&self) -> Done<TypedParams> {
        let (number, _) = (self.get)(0).or_say(|| self.number.to_owned())?;
        if number == 0 {
            return Ok(TypedParams::default());
        }
        Ok((self.get)(number).or_say(|| self.all.to_owned())?.1)
    }
}

fn blkiotune(sh: &mut Shell, args: &Args) -> Done {
    const TEXTS: [(&str, &str); 5] = [
        ("device-weights", "device_weight"),
        ("device-read-iops-sec", "device_read_iops_sec"),
        ("device-write-iops-sec", "device_write_iops_sec"),
        ("device-read-bytes-sec", "device_read_bytes_sec"),
        ("device-write-bytes-sec", "device_write_bytes_sec"),
    ];
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let mut params = Params::new();
    if let Some(weight) = args.i32("weight")? {
        let valid = u32::try_from(weight).ok().filter(|weight| *weight > 0);
        let valid = valid.ok_or_else(|| Failure::say(format!("Invalid value of {weight} for I/O weight")))?;
        params.push(TypedParam::new("weight", valid));
    }
    for (option, name) in TEXTS {
        if let Some(value) = args.any(option) {
            if value.is_empty() {
                return Err(Failure::say("Unable to parse string parameter"));
            }
            params.push(TypedParam::new(name, text(value)));
        }
    }
    if !params.is_empty() {
        return domain.set_blkio_parameters(&params, flags).or_say(|| "Unable to change blkio parameters");
    }
    let get = |max| domain.blkio_parameters_of(max, flags);
    let query =
        Query { get, number: "Unable to get number of blkio parameters", all: "Unable to get blkio parameters" };
    params::list(sh, &query.ask()?)
}

/// Returns a size in KiB; what is negative is no limit.
fn limit(args: &Args, option: &str) -> Done<Option<u64>> {
    let Some(given) = args.any(option) else { return Ok(None) };
    let wrong = |error| Failure { error, ..Failure::say(format!("Unable to parse integer parameter {option}")) };
    let start = given.trim_start();
    let unsigned = start.strip_prefix(['-', '+']).unwrap_or(start);
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, suffix) = unsigned.split_at(digits);
    let value: i64 = digits.parse().map_err(|_| wrong(None))?;
    if start.starts_with('-') && value > 0 {
        return Ok(Some(c::VIR_DOMAIN_MEMORY_PARAM_UNLIMITED));
    }
    let bytes = number::scale(value.cast_unsigned(), suffix, 1024, i64::MAX.cast_unsigned()).map_err(wrong)?;
    Ok(Some(bytes.div_ceil(1024)))
}

fn memtune(sh: &mut Shell, args: &Args) -> Done {
    const LIMITS: [(&str, &str); 4] = [
        ("hard-limit", "hard_limit"),
        ("soft-limit", "soft_limit"),
        ("swap-hard-limit", "swap_hard_limit"),
        ("min-guarantee", "min_guarantee"),
    ];
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let mut params = Params::new();
    for (option, name) in LIMITS {
        params.extend(limit(args, option)?.map(|limit| TypedParam::new(name, limit)));
    }
    if !params.is_empty() {
        return domain.set_memory_parameters(&params, flags).or_say(|| "Unable to change memory parameters");
    }
    let get = |max| domain.memory_parameters_of(max, flags);
    let query =
        Query { get, number: "Unable to get number of memory parameters", all: "Unable to get memory parameters" };
    for param in query.ask()?.iter() {
        let (name, mut value) = params::pair(param)?;
        if param.value == Value::ULLong(c::VIR_DOMAIN_MEMORY_PARAM_UNLIMITED) {
            value = "unlimited".into();
        }
        sh.print(&format!("{name:<15}: {value}\n"));
    }
    Ok(())
}

const NUMA_MODES: [&str; 4] = ["strict", "preferred", "interleave", "restrictive"];

fn numatune(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let mut params = Params::new();
    params.extend(args.text("nodeset")?.map(|set| TypedParam::new("numa_nodeset", text(set))));
    if let Some(mode) = args.text("mode")? {
        let known = NUMA_MODES.iter().position(|known| *known == mode).and_then(|at| i32::try_from(at).ok());
        let mode = known.or_else(|| crate::parse::to_i32_any_base(mode));
        let mode =
            mode.ok_or_else(|| Failure::say(format!("Invalid mode: {}", args.any("mode").unwrap_or_default())))?;
        params.push(TypedParam::new("numa_mode", mode));
    }
    if !params.is_empty() {
        return domain.set_numa_parameters(&params, flags).or_say(|| "Unable to change numa parameters");
    }
    let get = |max| domain.numa_parameters_of(max, flags);
    let query =
        Query { get, number: "Unable to get number of memory parameters", all: "Unable to get numa parameters" };
    for param in query.ask()?.iter() {
        let (name, value) = params::pair(param)?;
        let mode = match &param.value {
            Value::Int(mode) if name == "numa_mode" => {
                usize::try_from(*mode).ok().and_then(|mode| NUMA_MODES.get(mode))
            }
            _ => None,
        };
        sh.print(&format!("{name:<15}: {}\n", mode.map_or(value.as_str(), |mode| mode)));
    }
    Ok(())
}

/// The options of throttling: name, field, and whether they are numbers with units.
const THROTTLES: [(&str, &str, bool); 19] = [
    ("total-bytes-sec", "total_bytes_sec", true),
    ("read-bytes-sec", "read_bytes_sec", true),
    ("write-bytes-sec", "write_bytes_sec", true),
    ("total-bytes-sec-max", "total_bytes_sec_max", true),
    ("read-bytes-sec-max", "read_bytes_sec_max", true),
    ("write-bytes-sec-max", "write_bytes_sec_max", true),
    ("total-iops-sec", "total_iops_sec", false),
    ("read-iops-sec", "read_iops_sec", false),
    ("write-iops-sec", "write_iops_sec", false),
    ("total-iops-sec-max", "total_iops_sec_max", false),
    ("read-iops-sec-max", "read_iops_sec_max", false),
    ("write-iops-sec-max", "write_iops_sec_max", false),
    ("size-iops-sec", "size_iops_sec", false),
    ("total-bytes-sec-max-length", "total_bytes_sec_max_length", false),
    ("read-bytes-sec-max-length", "read_bytes_sec_max_length", false),
    ("write-bytes-sec-max-length", "write_bytes_sec_max_length", false),
    ("total-iops-sec-max-length", "total_iops_sec_max_length", false),
    ("read-iops-sec-max-length", "read_iops_sec_max_length", false),
    ("write-iops-sec-max-length", "write_iops_sec_max_length", false),
];

/// Returns what the options of throttling say.
fn throttles(args: &Args) -> Done<Params> {
    let mut params = Params::new();
    for (option, field, with_unit) in THROTTLES {
        let value = if with_unit { args.scaled(option, 1, u64::MAX) } else { args.u64(option) };
        let value = value.map_err(|failure| failure.then("Unable to parse integer parameter"))?;
        params.extend(value.map(|value| TypedParam::new(field, value)));
    }
    Ok(params)
}

fn blkdeviotune(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let device = bytes(args.needed("device")?).into_owned();
    let mut params = throttles(args)?;
    let group = args.text("group-name").map_err(|failure| failure.then("Unable to parse group-name parameter"))?;
    params.extend(group.map(|group| TypedParam::new("group_name", text(group))));
    if !params.is_empty() {
        return domain.set_block_io_tune(&*device, &params, flags).or_say(|| "Unable to change block I/O throttle");
    }
    let get = |max| {
        let device = (max > 0).then_some(&*device);
        domain.block_io_tune_of(device, max, flags)
    };
    let query = Query {
        get,
        number: "Unable to get number of block I/O throttle parameters",
        all: "Unable to get block I/O throttle parameters",
    };
    params::list(sh, &query.ask()?)
}

fn domthrottlegroupset(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let mut params = throttles(args)?;
    let group = args.needed("group-name")?;
    params.push(TypedParam::new("group_name", text(group)));
    domain.set_throttle_group(&*bytes(group), &params, flags).or_say(|| "Unable to set throttle group")?;
    sh.extra("Throttle group set successfully\n");
    Ok(())
}

fn domthrottlegroupdel(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    domain.del_throttle_group(&*bytes(args.needed("group-name")?), flags)?;
    sh.extra("Throttle group deleted successfully\n");
    Ok(())
}

fn inactive(args: &Args) -> u32 {
    args.flags(&[("inactive", c::VIR_DOMAIN_XML_INACTIVE)])
}

fn domthrottlegroupinfo(sh: &mut Shell, args: &Args) -> Done {
    let wanted = args.needed("group-name")?;
    let xml = crate::xml::of_domain(&sh.domain(args)?, inactive(args))?;
    let document = crate::xml::parse(&xml, "domain")?;
    let root = crate::xml::root(&document)?;
    for group in root.select("throttlegroups/throttlegroup") {
        let value = |field: &str| group.element(field).map(|element| element.text().into_owned());
        if value("group_name").as_deref() != Some(wanted) {
            continue;
        }
        for (_, field, _) in THROTTLES {
            if let Some(value) = value(field).filter(|value| !value.is_empty()) {
                sh.print(&format!("{field:<15}: {value}\n"));
            }
        }
    }
    Ok(())
}

fn domthrottlegrouplist(sh: &mut Shell, args: &Args) -> Done {
    let xml = crate::xml::of_domain(&sh.domain(args)?, inactive(args))?;
    let document = crate::xml::parse(&xml, "domain")?;
    let mut table = crate::print::Table::new(&["Name"]);
    for name in crate::xml::root(&document)?.select("throttlegroups/throttlegroup/group_name") {
        table.row(&[&name.text()]);
    }
    sh.table(&table);
    Ok(())
}

/// The rates of a bandwidth: average, peak, burst and floor.
#[derive(Default)]
pub(super) struct Rate(pub(super) [u64; 4]);

impl Rate {
    pub(super) fn parse(given: &str) -> Done<Self> {
        let mut rate = Self::default();
        let fields: Vec<&str> = if given.is_empty() { Vec::new() } else { given.split(',').collect() };
        if fields.len() > rate.0.len() {
            return Err(Failure::say(format!("Rate string '{given}' has too many fields")));
        }
        for ((value, field), name) in rate.0.iter_mut().zip(fields).zip(["average", "peak", "burst", "floor"]) {
            if !field.is_empty() {
                let malformed = || Failure::say(format!("field '{name}' is malformed"));
                *value = number::to_u64(field).ok_or_else(malformed)?;
            }
        }
        Ok(rate)
    }

    /// Adds the rates under these names, the first even if it is 0.
    fn add(&self, params: &mut Params, names: [&'static str; 4]) {
        for (at, (value, name)) in self.0.iter().zip(names).enumerate() {
            if at == 0 || *value > 0 {
                params.push(TypedParam::new(name, u32::try_from(*value).unwrap_or(u32::MAX)));
            }
        }
    }

    fn check_size(&self, which: &str) -> Done {
        let [average, peak, burst, _] = self.0;
        if [average, peak, burst].iter().any(|rate| u32::try_from(*rate).is_err()) {
            return Err(Failure::say(format!("{which} rate larger than maximum {}", u32::MAX)));
        }
        Ok(())
    }
}

fn domiftune(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let device = bytes(args.needed("interface")?).into_owned();
    let (inbound, outbound) = (args.text("inbound")?, args.text("outbound")?);
    let mut params = Params::new();
    if let Some(inbound) = inbound {
        let rate = Rate::parse(inbound)?;
        rate.check_size("inbound")?;
        let [average, peak, burst, floor] = rate.0;
        if average == 0 && (burst > 0 || peak > 0) && floor == 0 {
            return Err(Failure::say("either inbound average or floor is mandatory"));
        }
        rate.add(&mut params, ["inbound.average", "inbound.peak", "inbound.burst", "inbound.floor"]);
    }
    if let Some(outbound) = outbound {
        let rate = Rate::parse(outbound)?;
        rate.check_size("outbound")?;
        let [average, peak, burst, floor] = rate.0;
        if average == 0 && (burst > 0 || peak > 0) {
            return Err(Failure::say("outbound average is mandatory"));
        }
        if floor > 0 {
            return Err(Failure::say("outbound floor is unsupported yet"));
        }
        rate.add(&mut params, ["outbound.average", "outbound.peak", "outbound.burst", "outbound.floor"]);
    }
    if !params.is_empty() {
        let done = domain.set_interface_parameters(&*device, &params, flags);
        return done.or_say(|| "Unable to set interface parameters");
    }
    let get = |max| domain.interface_parameters_of(&*device, max, flags);
    let query = Query {
        get,
        number: "Unable to get number of interface parameters",
        all: "Unable to get interface parameters",
    };
    params::list(sh, &query.ask()?)
}

/// Returns the value of a scheduler's parameter, of the kind that the driver answered for it.
fn scheduled(known: &TypedParams, field: &str, value: &str) -> Done<TypedParam<'static>> {
    let param = known.iter().find(|param| param.name.shown() == field);
    let param = param.ok_or_else(|| Failure::say(format!("invalid scheduler option: {field}")))?;
    let converted = match &param.value {
        Value::Int(_) => number::to_i32(value).map(Value::Int),
        Value::UInt(_) => number::to_u32(value).map(Value::UInt),
        Value::LLong(_) => number::to_i64(value).map(Value::LLong),
        Value::ULLong(_) => number::to_u64(value).map(Value::ULLong),
        Value::Double(_) => value.parse().ok().map(Value::Double),
        Value::Boolean(_) => match value {
            "0" => Some(Value::Boolean(false)),
            "1" => Some(Value::Boolean(true)),
            _ => None,
        },
        _ => Some(text(value)),
    };
    let kind = match &param.value {
        Value::Int(_) => "int",
        Value::UInt(_) => "unsigned int",
        Value::LLong(_) => "long long",
        Value::ULLong(_) => "unsigned long long",
        Value::Double(_) => "double",
        _ => "boolean",
    };
    let value = converted.ok_or_else(|| {
        let text = format!("Invalid value for field '{field}': expected {kind}");
        Failure::from(oxivirt::Error::new(oxivirt::ErrorDomain::NONE, oxivirt::ErrorCode::INVALID_ARG, text))
    })?;
    Ok(TypedParam { name: param.name.clone().into_owned(), value })
}

fn schedinfo(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let domain = sh.domain(args)?;
    let both = args.has("config") && args.has("live");
    let query_flags = if both { 0 } else { flags };
    let with_flags = flags != 0 || args.has("current");
    let Ok((kind, number)) = domain.scheduler_type() else {
        sh.print(&format!("{:<15}: Unknown\n", "Scheduler"));
        return Err(domain.scheduler_type().err().map_or_else(Failure::quiet, Failure::from));
    };
    sh.print(&format!("{:<15}: {}\n", "Scheduler", kind.shown()));
    if number == 0 {
        return Err(Failure::quiet());
    }
    let read = |domain: &Domain| {
        if with_flags {
            domain.scheduler_parameters_flags_of(number, query_flags)
        } else {
            domain.scheduler_parameters_of(number)
        }
    };
    let mut params = read(&domain)?;
    let updates = updates(args, &params)?;
    if updates.is_empty() {
        if both {
            return Err(Failure::say("cannot query both live and config at once"));
        }
    } else {
        if with_flags {
            domain.set_scheduler_parameters_flags(&updates, flags)?;
        } else {
            domain.set_scheduler_parameters(&updates)?;
        }
        params = read(&domain)?;
    }
    params::list(sh, &params)
}

fn updates(args: &Args, known: &TypedParams) -> Done<Params> {
    let mut updates = Params::new();
    for setting in args.all("set") {
        let both = setting.split_once('=');
        let (field, value) = both.ok_or_else(|| Failure::say("Invalid syntax for --set, expecting name=value"))?;
        updates.push(scheduled(known, field, value)?);
    }
    for option in ["cap", "weight"] {
        if let Some(value) = args.text(option)? {
            updates.push(scheduled(known, option, value)?);
        }
    }
    Ok(updates)
}

fn perf(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let (enable, disable) = (args.text("enable")?, args.text("disable")?);
    let mut params = Params::new();
    for (events, on) in [(enable, true), (disable, false)] {
        let events = events.into_iter().flat_map(|events| events.split(',')).filter(|event| !event.is_empty());
        params
            .extend(events.map(|event| TypedParam { name: Str::from(&*bytes(event)).into_owned(), value: on.into() }));
    }
    let domain = sh.domain(args)?;
    let shown: Vec<_> = if params.is_empty() {
        domain.perf_events(flags).or_say(|| "Unable to get perf events")?.into_iter().collect()
    } else {
        domain.set_perf_events(&params, flags).or_say(|| "Unable to enable/disable perf events")?;
        params
    };
    for param in shown {
        let word = if param.value == Value::Boolean(true) { "enabled" } else { "disabled" };
        sh.extra(&format!("{:<15}: {word}\n", param.name.shown()));
    }
    Ok(())
}
