//! What the domain of a line consists of.
use super::comma::list;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure};
use crate::parse::Args;
use crate::shell::Shell;
use crate::table::Completer;
use oxivirt::Domain;
use oxivirt_model::constants as c;
use oxivirt_xml::tree::Node;

/// Returns the values that an option may have.
pub(super) fn names(shell: &Shell, args: &Args, completer: Completer, word: &str) -> Done<Vec<String>> {
    let domain = domain(shell, args)?;
    Ok(match completer {
        Completer::Snapshot => domain.list_all_snapshots(0)?.iter().map(|snapshot| snapshot.name().shown()).collect(),
        Completer::Checkpoint => domain.list_all_checkpoints(0)?.iter().map(|one| one.name().shown()).collect(),
        Completer::MountPoints => domain.fs_info(0)?.iter().map(|system| system.mountpoint.shown()).collect(),
        Completer::IoThread => domain.io_thread_info(0)?.iter().map(|thread| thread.id.to_string()).collect(),
        Completer::GuestVcpus => list(guest_vcpus(&domain)?, word),
        other => {
            let is_defined =
                |name: &str| args.command().options.iter().any(|option| option.name == name) && args.has(name);
            let flags = if is_defined("config") { c::VIR_DOMAIN_XML_INACTIVE } else { 0 };
            let text = domain.xml_desc(flags)?;
            let document = crate::xml::parse(&text, "domain")?;
            of_definition(&crate::xml::root(&document)?, other, word)
        }
    })
}

fn of_definition(root: &Node<'_>, completer: Completer, word: &str) -> Vec<String> {
    let all = |path: &str, attribute: &str| -> Vec<String> {
        root.select(path).filter_map(|element| element.attr(attribute).map(str::to_owned)).collect()
    };
    match completer {
        Completer::DomainDisk => all("devices/disk/target", "dev"),
        Completer::DomainDisks => list(all("devices/disk/target", "dev"), word),
        Completer::BackingFiles => backing_files(root),
        Completer::DomainInterface => {
            let name = |one: Node<'_>| {
                let target = one.element("target").and_then(|target| target.attr("dev"));
                target.or_else(|| one.element("mac")?.attr("address")).map(str::to_owned)
            };
            root.select("devices/interface").filter_map(name).collect()
        }
        Completer::DomainInterfaceMac => all("devices/interface/mac", "address"),
        Completer::DeviceAlias => {
            let devices = root.element("devices");
            let aliases = devices.iter().flat_map(|devices| devices.children().collect::<Vec<_>>());
            aliases.filter_map(|device| device.element("alias")?.attr("name").map(str::to_owned)).collect()
        }
        Completer::ConsoleDevice => {
            let kinds = ["devices/serial/alias", "devices/parallel/alias", "devices/console/alias"];
            let mut names: Vec<String> = kinds.iter().flat_map(|kind| all(kind, "name")).collect();
            // The first console is often a serial port.
            let mut seen = std::collections::HashSet::new();
            names.retain(|name| seen.insert(name.clone()));
            names
        }
        Completer::ThrottleGroup | Completer::ThrottleGroups => {
            let groups = root.select("throttlegroups/throttlegroup/group_name").map(|name| name.text().into_owned());
            let groups = groups.collect();
            if completer == Completer::ThrottleGroups { list(groups, word) } else { groups }
        }
        Completer::Vcpu => vcpus(root),
        Completer::Vcpus => list(vcpus(root), word),
        _ => Vec::new(),
    }
}

fn vcpus(root: &Node<'_>) -> Vec<String> {
    let count = root.element("vcpu").and_then(|vcpu| vcpu.text().parse().ok());
    numbers(count.unwrap_or_default())
}

/// Returns each disk, and what stands behind it as `DISK[INDEX]`.
fn backing_files(root: &Node<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for disk in root.select("devices/disk") {
        let Some(target) = disk.element("target").and_then(|target| target.attr("dev")) else { continue };
        all.push(target.to_owned());
        let sources = std::iter::successors(Some(disk), |level| level.element("backingStore"));
        let indexes =
            sources.filter_map(|level| level.element("source")?.attr("index").or_else(|| level.attr("index")));
        all.extend(indexes.map(|index| format!("{target}[{index}]")));
    }
    all
}

fn guest_vcpus(domain: &Domain) -> Done<Vec<String>> {
    let params = domain.guest_vcpus(0)?;
    let known = params.iter().find(|param| param.name.shown() == "vcpus");
    let Some(oxivirt::Value::String(Some(text))) = known.map(|param| &param.value) else { return Ok(Vec::new()) };
    let numbers = text.shown();
    let ranges = numbers.split(',').flat_map(|part| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let bounds = first.parse::<u32>().ok().zip(last.parse::<u32>().ok());
        bounds.into_iter().flat_map(|(first, last)| first..=last)
    });
    Ok(ranges.take(4096).map(|number| number.to_string()).collect())
}

/// Returns the numbers below one.
pub(super) fn numbers(end: i32) -> Vec<String> {
    (0..end).map(|number| number.to_string()).collect()
}

/// Returns the value of another option, which says what the values belong to.
pub(super) fn named<'a>(args: &'a Args, option: &str) -> Done<std::borrow::Cow<'a, [u8]>> {
    let known = args.command().options.iter().any(|known| known.name == option);
    known.then(|| args.any(option)).flatten().map(bytes).ok_or_else(Failure::quiet)
}

/// Returns the domain that the line names.
fn domain(shell: &Shell, args: &Args) -> Done<Domain> {
    let name = named(args, "domain")?;
    let conn = shell.conn()?;
    let text = args.any("domain").unwrap_or_default();
    let by_number = || Domain::lookup_by_id(&conn, crate::parse::to_i32(text).filter(|id| *id >= 0)?).ok();
    let by_uuid = || Domain::lookup_by_uuid(&conn, text.parse().ok()?).ok();
    let by_name = || Domain::lookup_by_name(&conn, &*name).ok();
    by_number().or_else(by_uuid).or_else(by_name).ok_or_else(Failure::quiet)
}
