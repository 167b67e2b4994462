//! Storage volumes.
use super::domain::info::line;
use super::domain::lifecycle::number_of;
use super::domain::list::by_name;
use super::domain::state::word;
use super::files;
use super::lookup::By;
use super::metadata::definition;
use super::outcome::told;
use super::pool::pretty;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::{Args, scaled};
use crate::print::Table;
use crate::shell::{Body, Level, Shell};
use crate::table::words;
use crate::xml::Writer;
use oxivirt::{ErrorCode, StoragePool, StorageVol};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("vol-clone", vol_clone),
    ("vol-create-as", vol_create_as),
    ("vol-create", vol_create),
    ("vol-create-from", vol_create_from),
    ("vol-delete", vol_delete),
    ("vol-dumpxml", vol_dumpxml),
    ("vol-info", vol_info),
    ("vol-key", vol_key),
    ("vol-list", vol_list),
    ("vol-name", vol_name),
    ("vol-path", vol_path),
    ("vol-pool", vol_pool),
    ("vol-resize", vol_resize),
    ("vol-wipe", vol_wipe),
];

fn size(text: &str) -> Done<u64> {
    scaled(text, 1, u64::MAX).map_err(|error| Failure { error, ..Failure::say(format!("Malformed size {text}")) })
}

const CREATE: [(&str, u32); 1] = [("prealloc-metadata", c::VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA)];

fn vol_create_as(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&CREATE);
    let (pool, _) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    let name = args.needed("name")?;
    let capacity = size(args.needed("capacity")?)?;
    let allocation = args.any("allocation").filter(|text| !text.is_empty()).map(size).transpose()?;
    let (format, backing) = (args.text("format")?, args.text("backing-vol")?);
    let backing_format = args.text("backing-vol-format")?;
    let mut xml = Writer::default();
    xml.open("volume", &[]);
    xml.text("name", name);
    xml.text("capacity", &capacity.to_string());
    if let Some(allocation) = allocation {
        xml.text("allocation", &allocation.to_string());
    }
    if let Some(format) = format {
        xml.open("target", &[]);
        xml.empty("format", &[("type", Some(format))]);
        xml.close("target");
    }
    if let Some(backing) = backing {
        let path = backing_volume(sh, args, &pool, backing)?.path()?.shown();
        xml.open("backingStore", &[]);
        xml.text("path", &path);
        if let Some(format) = backing_format {
            xml.empty("format", &[("type", Some(format))]);
        }
        xml.close("backingStore");
    }
    xml.close("volume");
    let xml = xml.finish();
    if args.has("print-xml") {
        sh.print(&xml);
        return Ok(());
    }
    let made = StorageVol::create_xml(&pool, &*bytes(&xml), flags).map(drop);
    told(sh, made, format!("Failed to create vol {name}"), &format!("Vol {name} created\n"))
}

/// Returns the volume of this name in the pool, or of this key or path.
fn backing_volume(sh: &Shell, args: &Args, pool: &StoragePool, text: &str) -> Done<StorageVol> {
    let conn = sh.conn()?;
    let raw = bytes(text);
    let debug = |line: &str| sh.debug(Level::Debug, &format!("{}: {line}", args.command().name));
    let try_as = |kind: &str, found: &dyn Fn() -> oxivirt::Result<StorageVol>| {
        debug(&format!("Look up backing store volume '{text}' as {kind}"));
        found().inspect(|_| debug(&format!("Backing store volume found using '{text}' as {kind}")))
    };
    try_as("name", &|| StorageVol::lookup_by_name(pool, &*raw))
        .or_else(|_| try_as("key", &|| StorageVol::lookup_by_key(&conn, &*raw)))
        .or_else(|_| try_as("path", &|| StorageVol::lookup_by_path(&conn, &*raw)))
        .or_say(|| format!("failed to get vol '{text}'"))
}

fn vol_create(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&CREATE) | args.flags(&[("validate", c::VIR_STORAGE_VOL_CREATE_VALIDATE)]);
    let (pool, _) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    let (file, xml) = definition(args, "file")?;
    let vol = StorageVol::create_xml(&pool, &*xml, flags);
    let vol = vol.or_say(|| format!("Failed to create vol from {file}"))?;
    sh.extra(&format!("Vol {} created from {file}\n", vol.name().shown()));
    Ok(())
}

fn vol_create_from(sh: &mut Shell, args: &Args) -> Done {
    let (pool, _) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    let flags = args.flags(&CREATE)
        | args
            .flags(&[("reflink", c::VIR_STORAGE_VOL_CREATE_REFLINK), ("validate", c::VIR_STORAGE_VOL_CREATE_VALIDATE)]);
    let file = args.needed("file")?;
    let (input, _) = sh.volume(args, Some("inputpool"))?;
    let xml = files::read(file)?;
    let vol = StorageVol::create_xml_from(&pool, &*xml, &input, flags);
    let vol = vol.or_say(|| format!("Failed to create vol from {file}"))?;
    sh.extra(&format!("Vol {} created from input vol {}\n", vol.name().shown(), input.name().shown()));
    Ok(())
}

fn vol_clone(sh: &mut Shell, args: &Args) -> Done {
    let (vol, _) = sh.volume(args, Some("pool"))?;
    let flags = args.flags(&CREATE) | args.flags(&[("reflink", c::VIR_STORAGE_VOL_CREATE_REFLINK)]);
    let pool = StoragePool::lookup_by_volume(&vol).or_say(|| "failed to get parent pool")?;
    let name = args.needed("newname")?;
    let text = vol.xml_desc(0)?;
    let xml = crate::xml::with_text(&text, "name", name).or_say(|| "Failed to allocate XML buffer")?;
    if args.has("print-xml") {
        sh.print(&xml);
        return Ok(());
    }
    let from = vol.name().shown();
    let made = StorageVol::create_xml_from(&pool, &*bytes(&xml), &vol, flags);
    let made = made.or_say(|| format!("Failed to clone vol from {from}"))?;
    sh.extra(&format!("Vol {} cloned from {from}\n", made.name().shown()));
    Ok(())
}

fn vol_delete(sh: &mut Shell, args: &Args) -> Done {
    let (vol, name) = sh.volume(args, Some("pool"))?;
    let flags = args.flags(&[("delete-snapshots", c::VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS)]);
    told(sh, vol.delete(flags), format!("Failed to delete vol {name}"), &format!("Vol {name} deleted\n"))
}

fn vol_wipe(sh: &mut Shell, args: &Args) -> Done {
    let (vol, name) = sh.volume(args, Some("pool"))?;
    let algorithm = match args.text("algorithm")? {
        None => 0,
        Some(word) => number_of(words::WIPE_ALGORITHMS, word)
            .ok_or_else(|| Failure::say(format!("Unsupported algorithm '{word}'")))?,
    };
    let mut done = vol.wipe_pattern(algorithm, 0);
    if algorithm == 0 && done.as_ref().is_err_and(|error| error.code == ErrorCode::NO_SUPPORT) {
        done = vol.wipe(0);
    }
    told(sh, done, format!("Failed to wipe vol {name}"), &format!("Vol {name} wiped\n"))
}

const KINDS: [&str; 6] = ["file", "block", "dir", "network", "netdir", "ploop"];

fn vol_info(sh: &mut Shell, args: &Args) -> Done {
    let (vol, _) = sh.volume(args, Some("pool"))?;
    line(sh, "Name:", vol.name().shown());
    let physical = args.has("physical");
    let info = if physical { vol.info_flags(c::VIR_STORAGE_VOL_GET_PHYSICAL) } else { vol.info() }?;
    line(sh, "Type:", word(&KINDS, info.kind.0, "unknown"));
    let shown = |size: u64| if args.has("bytes") { format!("{size} bytes") } else { pretty(size) };
    line(sh, "Capacity:", shown(info.capacity));
    line(sh, if physical { "Physical:" } else { "Allocation:" }, shown(info.allocation));
    Ok(())
}

fn vol_resize(sh: &mut Shell, args: &Args) -> Done {
    let (vol, _) = sh.volume(args, Some("pool"))?;
    let mut flags =
        args.flags(&[("allocate", c::VIR_STORAGE_VOL_RESIZE_ALLOCATE), ("shrink", c::VIR_STORAGE_VOL_RESIZE_SHRINK)]);
    let mut delta = args.has("delta");
    let mut text = args.needed("capacity")?.trim_start_matches([' ', '\t', '\n', '\u{b}', '\u{c}', '\r']);
    if let Some(less) = text.strip_prefix('-') {
        if !args.has("shrink") {
            return Err(Failure::say("negative size requires --shrink"));
        }
        text = less;
        delta = true;
    }
    if delta {
        flags |= c::VIR_STORAGE_VOL_RESIZE_DELTA;
    }
    let capacity = size(text)?;
    let name = vol.name().shown();
    let by = if delta { "by" } else { "to" };
    let failed = format!("Failed to change size of volume '{name}' {by} {text}");
    let done = format!("Size of volume '{name}' successfully changed {by} {text}\n");
    told(sh, vol.resize(capacity, flags), failed, &done)
}

fn vol_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let (vol, _) = sh.volume(args, Some("pool"))?;
    let text = vol.xml_desc(0)?;
    sh.dump_xml(args, &text)
}

fn vol_list(sh: &mut Shell, args: &Args) -> Done {
    let (pool, _) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    let mut vols = pool.list_all_volumes(0).or_say(|| "Failed to list volumes")?;
    vols.sort_by(|one, other| by_name(&one.name().shown(), &other.name().shown()));
    let path = |vol: &StorageVol| vol.path().map_or_else(|_| "unknown".to_owned(), |path| path.shown());
    if !args.has("details") {
        let mut table = Table::new(&["Name", "Path"]);
        for vol in &vols {
            table.row(&[&vol.name().shown(), &path(vol)]);
        }
        sh.table(&table);
        return Ok(());
    }
    let mut table = Table::new(&["Name", "Path", "Type", "Capacity", "Allocation"]);
    for vol in &vols {
        let path = path(vol);
        let (kind, capacity, allocation) = match vol.info() {
            Ok(info) => (word(&KINDS, info.kind.0, "unknown"), pretty(info.capacity), pretty(info.allocation)),
            Err(_) => ("unknown", "unknown".into(), "unknown".into()),
        };
        table.row(&[&vol.name().shown(), &path, kind, &capacity, &allocation]);
    }
    sh.table(&table);
    Ok(())
}

fn vol_name(sh: &mut Shell, args: &Args) -> Done {
    let (vol, _) = sh.volume(args, None)?;
    sh.print(&format!("{}\n", vol.name().shown()));
    Ok(())
}

fn vol_pool(sh: &mut Shell, args: &Args) -> Done {
    let (vol, _) = sh.volume(args, None)?;
    let pool = StoragePool::lookup_by_volume(&vol).or_say(|| "failed to get parent pool")?;
    if args.has("uuid") {
        sh.print(&format!("{}\n", pool.uuid()));
    } else {
        sh.print(&format!("{}\n", pool.name().shown()));
    }
    Ok(())
}

fn vol_key(sh: &mut Shell, args: &Args) -> Done {
    let (vol, _) = sh.volume(args, Some("pool"))?;
    sh.print(&format!("{}\n", vol.key().shown()));
    Ok(())
}

fn vol_path(sh: &mut Shell, args: &Args) -> Done {
    let (vol, _) = sh.volume(args, Some("pool"))?;
    sh.print(&format!("{}\n", vol.path()?.shown()));
    Ok(())
}
