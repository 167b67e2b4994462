//! Disks of domains.
use super::device::{Impact, apply, of_definition};
use crate::bytes::bytes;
use crate::commands::files;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::{Table, pretty_capacity};
use crate::quote::xml_escaped;
use crate::shell::{Body, Shell};
use crate::xml::{self, Change, Writer};
use oxivirt::domain::BlockInfo;
use oxivirt::{ErrorCode, ErrorDomain};
use oxivirt_model::constants as c;
use oxivirt_xml::tree::Node;
use std::os::unix::fs::FileTypeExt;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("attach-disk", attach_disk),
    ("change-media", change_media),
    ("detach-disk", detach_disk),
    ("domblkinfo", domblkinfo),
    ("domblklist", domblklist),
];

fn is_block_device(path: &str) -> bool {
    std::fs::metadata(files::path(path)).is_ok_and(|found| found.file_type().is_block_device())
}

/// Returns what kind of source a new disk has.
fn source_type(args: &Args, source: Option<&str>) -> Done<&'static str> {
    let given = args.text("sourcetype")?;
    let protocol = args.text("source-protocol")?;
    let kind = match given {
        Some("file") => "file",
        Some("block") => "block",
        Some("network") => "network",
        Some(other) if !other.is_empty() => return Err(Failure::say(format!("Unknown source type: '{other}'"))),
        _ if protocol.is_some() => "network",
        _ => {
            let is_file = matches!(args.text("driver")?, Some("file" | "tap"));
            if !is_file && source.is_some_and(is_block_device) { "block" } else { "file" }
        }
    };
    if (kind == "network") != protocol.is_some() {
        return Err(Failure::say("--source-protocol option requires --sourcetype network"));
    }
    Ok(kind)
}

/// The options of `attach-disk` that have a text.
const TEXTS: [&str; 20] = [
    "source",
    "target",
    "driver",
    "subdriver",
    "type",
    "mode",
    "iothread",
    "cache",
    "io",
    "serial",
    "wwn",
    "address",
    "targetbus",
    "alias",
    "sourcetype",
    "source-protocol",
    "source-host-name",
    "source-host-transport",
    "source-host-socket",
    "throttle-groups",
];

fn escaped(args: &Args, option: &str) -> Option<String> {
    args.any(option).map(xml_escaped)
}

/// Writes an element if it has an attribute.
fn element(writer: &mut Writer, name: &str, attributes: &[(&str, Option<&str>)]) {
    if attributes.iter().any(|(_, value)| value.is_some()) {
        writer.empty(name, attributes);
    }
}

fn write_source(writer: &mut Writer, args: &Args, kind: &str) {
    let source = escaped(args, "source");
    let source = source.as_deref();
    if kind != "network" {
        return element(writer, "source", &[(if kind == "file" { "file" } else { "dev" }, source)]);
    }
    let (protocol, host) = (escaped(args, "source-protocol"), escaped(args, "source-host-name"));
    let (transport, socket) = (escaped(args, "source-host-transport"), escaped(args, "source-host-socket"));
    let attributes = [("protocol", protocol.as_deref()), ("name", source)];
    let (name, port) = match host.as_deref().map(|host| host.split_once(':').ok_or(host)) {
        None => (None, None),
        Some(Err(name)) => (Some(name), None),
        Some(Ok((name, port))) => (Some(name), Some(port)),
    };
    if transport.is_none() && socket.is_none() && host.is_none() {
        return writer.empty("source", &attributes);
    }
    writer.open("source", &attributes);
    let transport = transport.as_deref();
    writer.empty("host", &[("transport", transport), ("socket", socket.as_deref()), ("name", name), ("port", port)]);
    writer.close("source");
}

/// Returns the definition of a new disk.
fn new_disk(args: &Args) -> Done<String> {
    for option in TEXTS {
        args.text(option)?;
    }
    let kind = source_type(args, args.any("source"))?;
    if let Some(mode) = args.any("mode").filter(|mode| !["readonly", "shareable"].contains(mode)) {
        return Err(Failure::say(format!("No support for {mode} in command 'attach-disk'")));
    }
    if let Some(wwn) = args.any("wwn") {
        crate::commands::lookup::check_wwn(wwn)?;
    }
    let mut writer = Writer::default();
    let device = escaped(args, "type");
    let raw = args.has("rawio").then_some("yes");
    writer.open("disk", &[("type", Some(kind)), ("device", device.as_deref()), ("rawio", raw)]);
    let driver = ["driver", "subdriver", "iothread", "cache", "io"].map(|option| escaped(args, option));
    let names = ["name", "type", "iothread", "cache", "io"];
    let driver: Vec<_> = names.into_iter().zip(driver.iter().map(Option::as_deref)).collect();
    element(&mut writer, "driver", &driver);
    write_source(&mut writer, args, kind);
    let target = args.needed("target")?;
    writer.empty("target", &[("dev", Some(target)), ("bus", args.any("targetbus"))]);
    if let Some(groups) = args.any("throttle-groups") {
        writer.open("throttlefilters", &[]);
        for group in groups.split(',') {
            writer.empty("throttlefilter", &[("group", Some(&xml_escaped(group)))]);
        }
        writer.close("throttlefilters");
    }
    if let Some(mode) = args.any("mode") {
        writer.empty(mode, &[]);
    }
    if let Some(serial) = args.any("serial") {
        writer.text("serial", serial);
    }
    element(&mut writer, "alias", &[("name", args.any("alias"))]);
    if let Some(wwn) = args.any("wwn") {
        writer.text("wwn", wwn);
    }
    if let Some(address) = args.any("address") {
        super::address::of_disk(&mut writer, address, target, args.has("multifunction"))?;
    }
    writer.close("disk");
    Ok(writer.finish())
}

fn attach_disk(sh: &mut Shell, args: &Args) -> Done {
    let impact = Impact::of(args)?;
    args.requires("source-host-name", "source-protocol")?;
    args.requires("source-host-transport", "source-protocol")?;
    args.requires("source-host-socket", "source-protocol")?;
    args.requires("source-host-socket", "source-host-transport")?;
    args.exclusive("source-host-name", "source-host-socket")?;
    let text = new_disk(args)?;
    if args.has("print-xml") {
        sh.print(&text);
        return Ok(());
    }
    let domain = sh.domain(args)?;
    let flags = impact.for_domain(&domain);
    let raw = bytes(&text);
    let done = apply(args, flags, || domain.attach_device(&*raw), |flags| domain.attach_device_flags(&*raw, flags));
    done.or_say(|| "Failed to attach disk")?;
    sh.extra("Disk attached successfully\n");
    Ok(())
}

/// Returns the disk with this source or target.
fn find<'d>(root: &Node<'d>, path: &str, changeable: bool) -> Done<Node<'d>> {
    let disks: Vec<_> = root.select("devices/disk").collect();
    if disks.is_empty() {
        return Err(Failure::say("Failed to get disk information"));
    }
    let matches = |disk: &Node<'_>| {
        let removable = disk.attr("device").is_none_or(|device| ["cdrom", "floppy"].contains(&device));
        let paths = ["target/@dev", "source/@file", "source/@dev", "source/@dir", "source/@name"];
        (removable || !changeable) && paths.iter().any(|at| xml::value(disk, at) == Some(path))
    };
    let found = disks.into_iter().find(|disk| matches(disk));
    found.ok_or_else(|| Failure::say(format!("No disk found whose source path or target is {path}")))
}

fn detach_disk(sh: &mut Shell, args: &Args) -> Done {
    let impact = Impact::of(args)?;
    let domain = sh.domain(args)?;
    let target = args.needed("target")?;
    let text = of_definition(&domain, impact.only_config())?;
    let flags = impact.for_domain(&domain);
    let document = xml::parse(&text, "domain")?;
    let disk = find(&xml::root(&document)?, target, false)?;
    let xml = xml::rewritten(&disk, &|path, _| if path == ["backingStore"] { Change::Drop } else { Change::Keep });
    if args.has("print-xml") {
        sh.print(&xml);
        return Ok(());
    }
    let raw = bytes(&xml);
    let done = apply(args, flags, || domain.detach_device(&*raw), |flags| domain.detach_device_flags(&*raw, flags));
    done.or_say(|| "Failed to detach disk")?;
    sh.extra("Disk detached successfully\n");
    Ok(())
}

/// What happens to a medium.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Media {
    Eject,
    Insert,
    Update,
}

/// Returns the disk with another medium.
fn with_media(disk: &Node<'_>, source: Option<&str>, block: bool, path: &str, media: Media) -> Done<String> {
    if !disk.attr("device").is_some_and(|device| ["cdrom", "floppy"].contains(&device)) {
        return Err(Failure::say(format!("The disk device '{path}' is not removable")));
    }
    let old = disk.element("source");
    if media == Media::Eject && old.is_none() {
        return Err(Failure::say(format!("The disk device '{path}' doesn't have media")));
    }
    if media != Media::Eject && source.is_none() {
        return Err(Failure::say("New disk media source was not specified"));
    }
    let (source, block) = if media == Media::Eject { (None, false) } else { (source, block) };
    let names = ["file", "dev", "dir", "pool", "name"];
    let has_path = old.as_ref().is_some_and(|old| names.iter().any(|name| old.attr(name).is_some()));
    if has_path && media == Media::Insert {
        return Err(Failure::say(format!("The disk device '{path}' already has media")));
    }
    let kind = if block { ("block", "dev") } else { ("file", "file") };
    let policy = old.as_ref().and_then(|old| old.attr("startupPolicy"));
    let policy = policy.map(|policy| format!(" startupPolicy=\"{}\"", xml_escaped(policy))).unwrap_or_default();
    let new = source.map(|source| format!("<source {}=\"{}\"{policy}/>", kind.1, xml_escaped(source)));
    Ok(xml::rewritten(disk, &|at, name| match (at, name) {
        (["source"], None) | (["backingStore"], None) => Change::Drop,
        ([], None) => new.clone().map_or(Change::Keep, Change::Append),
        ([], Some("type")) => Change::Text(kind.0.into()),
        _ => Change::Keep,
    }))
}

fn change_media(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("eject", "insert")?;
    args.exclusive("eject", "update")?;
    args.exclusive("insert", "update")?;
    args.exclusive("eject", "block")?;
    let mut flags = args.impact()?;
    let source = args.text("source")?;
    let eject = args.has("eject") || (args.has("update") && source.is_none());
    let (media, action, done) = if eject {
        (Media::Eject, "eject", "Successfully ejected media.")
    } else if args.has("insert") {
        (Media::Insert, "insert", "Successfully inserted media.")
    } else {
        (Media::Update, "update", "Successfully updated media.")
    };
    let config = flags & c::VIR_DOMAIN_AFFECT_CONFIG != 0;
    flags |= args.flags(&[("force", c::VIR_DOMAIN_DEVICE_MODIFY_FORCE)]);
    let domain = sh.domain(args)?;
    let path = args.needed("path")?;
    let text = of_definition(&domain, config)?;
    let document = xml::parse(&text, "domain")?;
    let disk = find(&xml::root(&document)?, path, true)?;
    let xml = with_media(&disk, source, args.has("block"), path, media)?;
    if args.has("print-xml") {
        sh.print(&xml);
        return Ok(());
    }
    let changed = domain.update_device_flags(&*bytes(&xml), flags);
    changed.or_say(|| format!("Failed to complete action {action} on media"))?;
    sh.print(done);
    Ok(())
}

fn sizes(info: &BlockInfo, human: bool) -> [String; 3] {
    let all = [info.capacity, info.allocation, info.physical];
    if all == [0; 3] {
        return all.map(|_| "-".into());
    }
    all.map(|size| {
        if human {
            let (value, unit) = pretty_capacity(size);
            format!("{value:.3} {unit}")
        } else {
            size.to_string()
        }
    })
}

fn domblkinfo(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("all", "device")?;
    let domain = sh.domain(args)?;
    let human = args.has("human");
    if args.has("all") {
        return all_disks(sh, &domain, human);
    }
    let device = args.any("device").filter(|device| !device.is_empty());
    let device = device.ok_or_else(|| Failure::say("command 'domblkinfo' requires <device> option"))?;
    let sizes = sizes(&domain.block_info(&*bytes(device), 0)?, human);
    for (name, size) in ["Capacity:", "Allocation:", "Physical:"].iter().zip(sizes) {
        sh.print(&format!("{name:<15} {size}\n"));
    }
    Ok(())
}

fn all_disks(sh: &Shell, domain: &oxivirt::Domain, human: bool) -> Done {
    let active = domain.is_active().unwrap_or(false);
    let text = xml::of_domain(domain, 0)?;
    let document = xml::parse(&text, "domain")?;
    let mut table = Table::new(&["Target", "Capacity", "Allocation", "Physical"]);
    for disk in xml::root(&document)?.select("devices/disk") {
        let target = xml::value(&disk, "target/@dev").unwrap_or_default();
        let mut info = BlockInfo { capacity: 0, allocation: 0, physical: 0 };
        if disk.element("source").is_some() {
            match domain.block_info(target, 0) {
                Ok(found) => info = found,
                // Without the emulator nobody can ask a server.
                Err(error)
                    if xml::value(&disk, "source/@protocol").is_some()
                        && !active
                        && error.code == ErrorCode::INTERNAL_ERROR
                        && error.domain == ErrorDomain::STORAGE => {}
                Err(error) => return Err(error.into()),
            }
        }
        let [capacity, allocation, physical] = sizes(&info, human);
        table.row(&[target, &capacity, &allocation, &physical]);
    }
    sh.table(&table);
    Ok(())
}

/// Returns the source of a disk with an NVMe controller.
fn nvme(disk: &Node<'_>) -> Done<String> {
    let failed = || Failure::say("Unable to query NVMe disk address");
    let namespace = xml::value(disk, "source/@namespace").ok_or_else(failed)?;
    let number = |name: &str| {
        let text = xml::value(disk, &format!("source/address/@{name}"))?;
        u32::from_str_radix(text.strip_prefix("0x").unwrap_or(text), 16).ok()
    };
    let [Some(domain), Some(bus), Some(slot), Some(function)] = ["domain", "bus", "slot", "function"].map(number)
    else {
        return Err(failed());
    };
    Ok(format!("nvme://{domain:04x}:{bus:02x}:{slot:02x}.{function}/{namespace}"))
}

fn domblklist(sh: &mut Shell, args: &Args) -> Done {
    let details = args.has("details");
    let text = xml::of_domain(&sh.domain(args)?, args.flags(&[("inactive", c::VIR_DOMAIN_XML_INACTIVE)]))?;
    let document = xml::parse(&text, "domain")?;
    let header: &[&str] = if details { &["Type", "Device", "Target", "Source"] } else { &["Target", "Source"] };
    let mut table = Table::new(header);
    for disk in xml::root(&document)?.select("devices/disk") {
        let (kind, device) = (disk.attr("type"), disk.attr("device"));
        if details && (kind.is_none() || device.is_none()) {
            sh.print("unable to query block list details");
            return Err(Failure::quiet());
        }
        let target = xml::value(&disk, "target/@dev");
        let target = target.ok_or_else(|| Failure::say("unable to query block list"))?;
        let names = ["file", "dev", "dir", "name", "volume", "path"];
        let source = match kind {
            Some("nvme") => nvme(&disk)?,
            _ => xml::first_attribute(&disk, "source", &names).unwrap_or("-").to_owned(),
        };
        if details {
            table.row(&[kind.unwrap_or_default(), device.unwrap_or_default(), target, &source]);
        } else {
            table.row(&[target, &source]);
        }
    }
    sh.table(&table);
    Ok(())
}
