//! Moving domains to other hosts.
use super::job::{Watch, watched};
use crate::bytes::bytes;
use crate::commands::files;
use crate::fail::{Done, Failure};
use crate::parse::Args;
use crate::print::pretty_capacity;
use crate::shell::{Body, Shell};
use oxivirt::{Domain, EventSource, Str, TypedParam, Value};
use oxivirt_model::constants as c;
use std::time::Duration;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("migrate", migrate),
    ("migrate-setmaxdowntime", migrate_setmaxdowntime),
    ("migrate-getmaxdowntime", migrate_getmaxdowntime),
    ("migrate-compcache", migrate_compcache),
    ("migrate-setspeed", migrate_setspeed),
    ("migrate-getspeed", migrate_getspeed),
    ("migrate-postcopy", migrate_postcopy),
];

const FLAGS: [(&str, u32); 21] = [
    ("live", c::VIR_MIGRATE_LIVE),
    ("p2p", c::VIR_MIGRATE_PEER2PEER),
    ("tunnelled", c::VIR_MIGRATE_TUNNELLED),
    ("persistent", c::VIR_MIGRATE_PERSIST_DEST),
    ("undefinesource", c::VIR_MIGRATE_UNDEFINE_SOURCE),
    ("copy-storage-all", c::VIR_MIGRATE_NON_SHARED_DISK),
    ("copy-storage-inc", c::VIR_MIGRATE_NON_SHARED_INC),
    ("copy-storage-synchronous-writes", c::VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES),
    ("change-protection", c::VIR_MIGRATE_CHANGE_PROTECTION),
    ("unsafe", c::VIR_MIGRATE_UNSAFE),
    ("compressed", c::VIR_MIGRATE_COMPRESSED),
    ("auto-converge", c::VIR_MIGRATE_AUTO_CONVERGE),
    ("rdma-pin-all", c::VIR_MIGRATE_RDMA_PIN_ALL),
    ("offline", c::VIR_MIGRATE_OFFLINE),
    ("abort-on-error", c::VIR_MIGRATE_ABORT_ON_ERROR),
    ("postcopy", c::VIR_MIGRATE_POSTCOPY),
    ("postcopy-resume", c::VIR_MIGRATE_POSTCOPY_RESUME),
    ("zerocopy", c::VIR_MIGRATE_ZEROCOPY),
    ("tls", c::VIR_MIGRATE_TLS),
    ("parallel", c::VIR_MIGRATE_PARALLEL),
    ("suspend", c::VIR_MIGRATE_PAUSED),
];

/// What kind of value an option has.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    /// A list with commas; only for a migration that copies storage if so.
    List {
        storage: bool,
    },
    File,
    Int,
    Large,
}

const PARAMS: [(&str, &str, Kind); 25] = [
    ("migrateuri", "migrate_uri", Kind::Text),
    ("graphicsuri", "graphics_uri", Kind::Text),
    ("listen-address", "listen_address", Kind::Text),
    ("disks-port", "disks_port", Kind::Int),
    ("disks-uri", "disks_uri", Kind::Text),
    ("dname", "destination_name", Kind::Text),
    ("migrate-disks", "migrate_disks", Kind::List { storage: true }),
    ("migrate-disks-detect-zeroes", "migrate_disks_detect_zeroes", Kind::List { storage: true }),
    ("migrate-disks-target-zero", c::VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO, Kind::List { storage: true }),
    ("comp-methods", "compression", Kind::List { storage: false }),
    ("comp-mt-level", "compression.mt.level", Kind::Int),
    ("comp-mt-threads", "compression.mt.threads", Kind::Int),
    ("comp-mt-dthreads", "compression.mt.dthreads", Kind::Int),
    ("comp-xbzrle-cache", "compression.xbzrle.cache", Kind::Large),
    ("xml", "destination_xml", Kind::File),
    ("persistent-xml", "persistent_xml", Kind::File),
    ("auto-converge-initial", "auto_converge.initial", Kind::Int),
    ("auto-converge-increment", "auto_converge.increment", Kind::Int),
    ("postcopy-bandwidth", "bandwidth.postcopy", Kind::Large),
    ("parallel-connections", "parallel.connections", Kind::Int),
    ("comp-zlib-level", "compression.zlib.level", Kind::Int),
    ("comp-zstd-level", "compression.zstd.level", Kind::Int),
    ("bandwidth", "bandwidth", Kind::Large),
    ("tls-destination", "tls.destination", Kind::Text),
    ("available-switchover-bandwidth", "bandwidth.avail.switchover", Kind::Large),
];

fn text(text: &[u8]) -> Value<'static> {
    Value::String(Some(Str::from(text).into_owned()))
}

/// Returns the parameters of a migration.
fn params(args: &Args, flags: u32) -> Done<Vec<TypedParam<'static>>> {
    let mut params = Vec::new();
    for (option, name, kind) in PARAMS {
        let value = match kind {
            Kind::Int => args.i32(option)?.filter(|port| option != "disks-port" || *port != 0).map(Value::Int),
            Kind::Large => args.u64(option)?.map(Value::ULLong),
            Kind::Text => args.text(option)?.map(|value| text(&bytes(value))),
            Kind::File => match args.text(option)? {
                None => None,
                Some(file) => {
                    let content = files::read(file);
                    Some(text(&content.map_err(|failure| failure.after(format!("cannot read file '{file}'")))?))
                }
            },
            Kind::List { storage } => {
                let Some(list) = args.text(option)? else { continue };
                if storage && flags & (c::VIR_MIGRATE_NON_SHARED_DISK | c::VIR_MIGRATE_NON_SHARED_INC) == 0 {
                    return Err(needs_storage(option));
                }
                params.extend(list.split(',').map(|one| TypedParam { name: name.into(), value: text(&bytes(one)) }));
                continue;
            }
        };
        params.extend(value.map(|value| TypedParam { name: name.into(), value }));
    }
    Ok(params)
}

fn needs_storage(option: &str) -> Failure {
    Failure::say(format!("'--{option}' requires one of '--copy-storage-all', '--copy-storage-inc'"))
}

/// Returns what is done after the time that the user set.
fn late(args: &Args) -> Done<Option<(Duration, bool)>> {
    let timeout = args.u32("timeout")?.unwrap_or_default();
    if timeout > 0 && !args.has("live") {
        return Err(Failure::say("migrate: Unexpected timeout for offline migration"));
    }
    if timeout == 0 && (args.has("timeout-suspend") || args.has("timeout-postcopy")) {
        return Err(Failure::say("migrate: Unexpected --timeout-* option without --timeout"));
    }
    let limit = Duration::from_secs(timeout.into());
    Ok((timeout > 0).then(|| (limit, args.has("timeout-postcopy"))))
}

fn migrate(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("live", "offline")?;
    args.exclusive("timeout-suspend", "timeout-postcopy")?;
    args.exclusive("copy-storage-all", "copy-storage-inc")?;
    args.requires("postcopy-after-precopy", "postcopy")?;
    args.requires("postcopy-resume", "postcopy")?;
    args.requires("timeout-postcopy", "postcopy")?;
    args.requires("persistent-xml", "persistent")?;
    args.requires("tls-destination", "tls")?;
    let domain = sh.domain(args)?;
    let late = late(args)?;
    let _iterations = if args.has("postcopy-after-precopy") {
        let id = c::VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION.cast_signed();
        let moved = domain.clone();
        let hears = move |_: &oxivirt::Event<'_>| {
            // The job tells how it goes on.
            let _ = moved.migrate_start_post_copy(0);
        };
        Some(sh.conn()?.on_event(id, &EventSource::Domain(Some(&domain)), hears)?)
    } else {
        None
    };
    let by_uri = args.has("p2p") || args.has("direct");
    let uri = args.needed("desturi")?;
    let target = if by_uri { None } else { Some(sh.open(Some(uri), false)?) };
    let job = || -> Done {
        let flags = args.flags(&FLAGS);
        let storage = c::VIR_MIGRATE_NON_SHARED_DISK | c::VIR_MIGRATE_NON_SHARED_INC;
        if flags & c::VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES != 0 && flags & storage == 0 {
            return Err(needs_storage("copy-storage-synchronous-writes"));
        }
        let params = params(args, flags)?;
        match &target {
            Some(target) => domain.migrate3(target, &params, flags).map(drop)?,
            None => domain.migrate_to_uri3(Some(&*bytes(uri)), &params, flags)?,
        }
        Ok(())
    };
    let act = || {
        // The job tells how it goes on.
        let _ = match late {
            Some((_, true)) => domain.migrate_start_post_copy(0),
            _ => domain.suspend(),
        };
    };
    let late = late.map(|(limit, _)| (limit, &act as &(dyn Fn() + Sync)));
    watched(sh, &domain, &Watch { label: "Migration", verbose: args.has("verbose"), late }, job)
}

fn migrate_setmaxdowntime(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let downtime = args.u64("downtime")?.unwrap_or_default();
    if downtime < 1 {
        return Err(Failure::say("migrate: Invalid downtime"));
    }
    Ok(domain.migrate_set_max_downtime(downtime, 0)?)
}

fn migrate_getmaxdowntime(sh: &mut Shell, args: &Args) -> Done {
    let downtime = sh.domain(args)?.migrate_max_downtime(0)?;
    sh.print(&format!("{downtime}\n"));
    Ok(())
}

fn migrate_compcache(sh: &mut Shell, args: &Args) -> Done {
    let domain: Domain = sh.domain(args)?;
    if let Some(size) = args.u64("size")? {
        domain.migrate_set_compression_cache(size, 0)?;
    }
    let (value, unit) = pretty_capacity(domain.migrate_compression_cache(0)?);
    sh.print(&format!("Compression cache: {value:.3} {unit}"));
    Ok(())
}

fn postcopy(args: &Args) -> u32 {
    args.flags(&[("postcopy", c::VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY)])
}

fn migrate_setspeed(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let bandwidth = args.wrapping_u64("bandwidth")?.unwrap_or_default();
    Ok(domain.migrate_set_max_speed(bandwidth, postcopy(args))?)
}

fn migrate_getspeed(sh: &mut Shell, args: &Args) -> Done {
    let speed = sh.domain(args)?.migrate_max_speed(postcopy(args))?;
    sh.print(&format!("{speed}\n"));
    Ok(())
}

fn migrate_postcopy(sh: &mut Shell, args: &Args) -> Done {
    Ok(sh.domain(args)?.migrate_start_post_copy(0)?)
}
