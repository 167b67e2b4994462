//! Snapshots of domains.
use super::domain::info::line;
use super::domain::list::by_name;
use super::files;
use super::params::yes_or_no;
use crate::bytes::{Shown, bytes};
use crate::editor::{self, Editable};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::{Table, tree};
use crate::quote::{split_list, xml_escaped};
use crate::shell::{Body, Shell};
use crate::xml::Writer;
use oxivirt::{Domain, ErrorCode, Snapshot, Text};
use oxivirt_model::constants as c;
use oxivirt_sys::LocalTime;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("snapshot-create", snapshot_create),
    ("snapshot-create-as", snapshot_create_as),
    ("snapshot-current", snapshot_current),
    ("snapshot-delete", snapshot_delete),
    ("snapshot-dumpxml", snapshot_dumpxml),
    ("snapshot-edit", snapshot_edit),
    ("snapshot-info", snapshot_info),
    ("snapshot-list", snapshot_list),
    ("snapshot-parent", snapshot_parent),
    ("snapshot-revert", snapshot_revert),
];

const CREATE: [(&str, u32); 8] = [
    ("no-metadata", c::VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA),
    ("halt", c::VIR_DOMAIN_SNAPSHOT_CREATE_HALT),
    ("disk-only", c::VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY),
    ("reuse-external", c::VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT),
    ("quiesce", c::VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE),
    ("atomic", c::VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC),
    ("live", c::VIR_DOMAIN_SNAPSHOT_CREATE_LIVE),
    ("validate", c::VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE),
];

fn create(sh: &Shell, domain: &Domain, xml: &[u8], mut flags: u32, from: Option<&str>) -> Done {
    let mut made = Snapshot::create_xml(domain, xml, flags);
    if from.is_none() && made.as_ref().is_err_and(|error| error.code == ErrorCode::NO_SUPPORT) {
        flags &= !c::VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE;
        made = Snapshot::create_xml(domain, xml, flags);
    }
    let mut halt = false;
    let refused = made.as_ref().is_err_and(|error| error.code == ErrorCode::INVALID_ARG);
    if refused && flags & c::VIR_DOMAIN_SNAPSHOT_CREATE_HALT != 0 {
        // An old daemon does not halt domains.
        if !domain.is_persistent()? {
            return Err(Failure::say("cannot halt after snapshot of transient domain"));
        }
        halt = domain.is_active().unwrap_or(false);
        made = Snapshot::create_xml(domain, xml, flags & !c::VIR_DOMAIN_SNAPSHOT_CREATE_HALT);
    }
    let snapshot = made?;
    if halt {
        domain.destroy()?;
    }
    let from = from.map(|file| format!(" from '{file}'")).unwrap_or_default();
    sh.extra(&format!("Domain snapshot {} created{from}", snapshot.name().shown()));
    Ok(())
}

fn snapshot_create(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&CREATE)
        | args.flags(&[
            ("redefine", c::VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE),
            ("current", c::VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT),
        ]);
    let domain = sh.domain(args)?;
    let file = args.text("xmlfile")?;
    let xml = file.map(files::read).transpose()?.unwrap_or_else(|| b"<domainsnapshot/>".to_vec());
    create(sh, &domain, &xml, flags, file)
}

/// Returns the values of the named parts of a list `KEY=VALUE,…`; `None` for a part that is none of them, or comes twice.
fn parts<'a, const N: usize>(list: &'a [String], keys: [&str; N]) -> Option<[Option<&'a str>; N]> {
    let mut found = [None; N];
    for part in list {
        let (key, value) = part.split_once('=')?;
        let at = keys.iter().position(|known| *known == key)?;
        let place = found.get_mut(at).filter(|place| place.is_none())?;
        *place = Some(value);
    }
    Some(found)
}

fn write_memory(xml: &mut Writer, text: &str) -> Done {
    let mut list = split_list(text);
    // A path may stand alone.
    for part in list.iter_mut().filter(|part| part.starts_with('/')) {
        part.insert_str(0, "file=");
    }
    let found = parts(&list, ["snapshot", "file"]);
    let [snapshot, file] = found.ok_or_else(|| Failure::say(format!("unable to parse memspec: {text}")))?;
    let (snapshot, file) = (snapshot.map(xml_escaped), file.map(xml_escaped));
    xml.empty("memory", &[("snapshot", snapshot.as_deref()), ("file", file.as_deref())]);
    Ok(())
}

fn write_disk(xml: &mut Writer, text: &str) -> Done {
    let bad = || Failure::say(format!("unable to parse diskspec: {text}"));
    let list = split_list(text);
    let (name, rest) = list.split_first().ok_or_else(bad)?;
    let [snapshot, driver, kind, file] = parts(rest, ["snapshot", "driver", "stype", "file"]).ok_or_else(bad)?;
    if let Some(kind) = kind.filter(|kind| !matches!(*kind, "file" | "block")) {
        return Err(bad().after(format!("Unknown storage type: '{kind}'")));
    }
    let name = xml_escaped(name);
    let attributes = [("name", Some(name.as_str())), ("snapshot", snapshot), ("type", kind)];
    if driver.is_none() && file.is_none() {
        xml.empty("disk", &attributes);
        return Ok(());
    }
    xml.open("disk", &attributes);
    if let Some(driver) = driver {
        xml.empty("driver", &[("type", Some(driver))]);
    }
    if let Some(file) = file.map(xml_escaped) {
        let attribute = if kind == Some("block") { "dev" } else { "file" };
        xml.empty("source", &[(attribute, Some(&file))]);
    }
    xml.close("disk");
    Ok(())
}

fn snapshot_create_as(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&CREATE);
    let domain = sh.domain(args)?;
    let (name, description) = (args.text("name")?, args.text("description")?);
    let mut xml = Writer::default();
    xml.open("domainsnapshot", &[]);
    if let Some(name) = name {
        xml.text("name", &xml_escaped(name));
    }
    if let Some(description) = description {
        xml.text("description", &xml_escaped(description));
    }
    if let Some(memory) = args.text("memspec")? {
        write_memory(&mut xml, memory)?;
    }
    if args.has("diskspec") {
        xml.open("disks", &[]);
        for disk in args.all("diskspec") {
            write_disk(&mut xml, disk)?;
        }
        xml.close("disks");
    }
    xml.close("domainsnapshot");
    let xml = xml.finish();
    if args.has("print-xml") {
        sh.print(&format!("{xml}\n"));
        return Ok(());
    }
    create(sh, &domain, &bytes(&xml), flags, None)
}

/// Returns the snapshot that an option names, or the current one.
fn lookup(args: &Args, option: &str, exclusive: bool, domain: &Domain) -> Done<Snapshot> {
    let name = args.text(option)?;
    let current = args.has("current");
    if exclusive && current && name.is_some() {
        return Err(Failure::say(format!("--{option} and --current are mutually exclusive")));
    }
    match name {
        Some(name) => Ok(Snapshot::lookup_by_name(domain, &*bytes(name), 0)?),
        None if current => Ok(Snapshot::current(domain, 0)?),
        None => Err(Failure::say(format!("--{option} or --current is required"))),
    }
}

struct Edited<'a> {
    domain: &'a Domain,
    snapshot: &'a Snapshot,
    flags: u32,
    before: String,
    made: Option<Snapshot>,
}

const DISK_ONLY: &str = "<state>disk-snapshot</state>";

impl Editable for Edited<'_> {
    fn read(&mut self) -> Done<String> {
        self.before = self.snapshot.xml_desc(c::VIR_DOMAIN_XML_SECURE)?.shown();
        Ok(self.before.clone())
    }

    fn write(&mut self, text: &str) -> Done {
        if self.before.contains(DISK_ONLY) {
            self.flags |= c::VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY;
        }
        self.made = Some(Snapshot::create_xml(self.domain, &*bytes(text), self.flags)?);
        Ok(())
    }
}

fn snapshot_edit(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("rename", "clone")?;
    let mut flags = c::VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE;
    if args.has("current") && args.has("snapshotname") {
        flags |= c::VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT;
    }
    let domain = sh.domain(args)?;
    let snapshot = lookup(args, "snapshotname", false, &domain)?;
    let name = snapshot.name().shown();
    let done = edit(sh, args, &domain, &snapshot, flags);
    done.map_err(|mut failure| {
        failure.lines.push(format!("Failed to update {name}"));
        failure
    })
}

fn edit(sh: &Shell, args: &Args, domain: &Domain, snapshot: &Snapshot, flags: u32) -> Done {
    let name = snapshot.name().shown();
    let mut edited = Edited { domain, snapshot, flags, before: String::new(), made: None };
    if !editor::edit(sh, &mut edited, false)? {
        if flags & c::VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT == 0 {
            sh.extra(&format!("Snapshot {name} XML configuration not changed.\n"));
            return Ok(());
        }
        // It becomes the current one all the same.
        let text = edited.before.clone();
        edited.write(&text)?;
    }
    let Some(made) = edited.made else { return Ok(()) };
    let new_name = made.name().shown();
    if new_name == name {
        sh.extra(&format!("Snapshot {name} edited.\n"));
        return Ok(());
    }
    if args.has("clone") {
        sh.extra(&format!("Snapshot {name} cloned to {new_name}.\n"));
        return Ok(());
    }
    let renames = args.has("rename");
    let superfluous = if renames { snapshot } else { &made };
    if let Err(error) = superfluous.delete(c::VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY) {
        sh.error(&crate::bytes::text(&error.message));
        return Err(Failure::say(format!("Failed to clean up {}", superfluous.name().shown())));
    }
    if !renames {
        return Err(Failure::say(format!("Must use --rename or --clone to change {name} to {new_name}")));
    }
    Ok(())
}

fn snapshot_current(sh: &mut Shell, args: &Args) -> Done {
    let secure = args.flags(&[("security-info", c::VIR_DOMAIN_XML_SECURE)]);
    args.exclusive("name", "snapshotname")?;
    let domain = sh.domain(args)?;
    if let Some(name) = args.text("snapshotname")? {
        let snapshot = Snapshot::lookup_by_name(&domain, &*bytes(name), 0)?;
        let xml = snapshot.xml_desc(c::VIR_DOMAIN_XML_SECURE)?;
        let mut flags = c::VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE | c::VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT;
        if xml.shown().contains(DISK_ONLY) {
            flags |= c::VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY;
        }
        Snapshot::create_xml(&domain, &xml, flags)?;
        sh.extra(&format!("Snapshot {name} set as current"));
        return Ok(());
    }
    if !domain.has_current_snapshot(0)? {
        let name = args.any("domain").unwrap_or_default();
        return Err(Failure::say(format!("domain '{name}' has no current snapshot")));
    }
    let snapshot = Snapshot::current(&domain, 0)?;
    if args.has("name") {
        sh.print(&snapshot.name().shown());
    } else {
        sh.print(&snapshot.xml_desc(secure)?.shown());
    }
    Ok(())
}

/// Returns the parent's name.
fn parent_of(snapshot: &Snapshot) -> Done<Option<String>> {
    match snapshot.parent(0) {
        Ok(parent) => Ok(Some(parent.name().shown())),
        Err(error) if error.code == ErrorCode::NO_DOMAIN_SNAPSHOT => Ok(None),
        Err(_) => Ok(value(&snapshot.xml_desc(0)?, "parent/name")),
    }
}

/// Returns the text of the first element at a path.
pub(super) fn value(xml: &Text, path: &str) -> Option<String> {
    let document = crate::xml::parse(xml, "snapshot").ok()?;
    let root = document.root().ok()?;
    let found = root.select(path).next()?.text().into_owned();
    Some(found).filter(|text| !text.is_empty())
}

fn snapshot_info(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let snapshot = lookup(args, "snapshotname", true, &domain)?;
    line(sh, "Name:", snapshot.name().shown());
    line(sh, "Domain:", domain.name().shown());
    line(sh, "Current:", yes_or_no(snapshot.is_current(0).unwrap_or(false)));
    let xml = snapshot.xml_desc(0)?;
    let state = value(&xml, "state").ok_or_else(|| Failure::say("unexpected problem reading snapshot xml"))?;
    line(sh, "State:", &state);
    line(sh, "Location:", if is_external(&xml, &state)? { "external" } else { "internal" });
    line(sh, "Parent:", value(&xml, "parent/name").as_deref().unwrap_or("-"));
    match snapshot.num_children(0) {
        Ok(count) => line(sh, "Children:", count),
        Err(error) if error.code == ErrorCode::NO_SUPPORT => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    line(sh, "Descendants:", snapshot.num_children(c::VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS)?);
    let of_any = |_| Snapshot::num(&domain, c::VIR_DOMAIN_SNAPSHOT_LIST_METADATA).map(|count| count > 0);
    if let Ok(metadata) = snapshot.has_metadata(0).or_else(of_any) {
        line(sh, "Metadata:", yes_or_no(metadata));
    }
    Ok(())
}

/// Returns true if memory or a disk is kept in a file of its own.
fn is_external(xml: &Text, state: &str) -> Done<bool> {
    let document = crate::xml::parse(xml, "snapshot")?;
    let root = crate::xml::root(&document)?;
    if root.element("memory").is_none() {
        return Ok(state == "disk-snapshot");
    }
    let mut parts = root.select("memory").chain(root.select("disks/disk"));
    Ok(parts.any(|part| part.attr("snapshot") == Some("external")))
}

const FILTERS: &[(&str, u32)] = &[
    ("leaves", c::VIR_DOMAIN_SNAPSHOT_LIST_LEAVES),
    ("no-leaves", c::VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES),
    ("inactive", c::VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE),
    ("active", c::VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE),
    ("disk-only", c::VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY),
    ("internal", c::VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL),
    ("external", c::VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL),
];

/// Refuses filters beside `--tree`.
pub(super) fn no_filter_with_tree(args: &Args, filters: &[(&str, u32)]) -> Done {
    match filters.iter().find(|(name, _)| args.has("tree") && args.has(name)) {
        Some((name, _)) => Err(Failure::say(format!("--{name} and --tree are mutually exclusive"))),
        None => Ok(()),
    }
}

fn snapshot_list(sh: &mut Shell, args: &Args) -> Done {
    for (one, other) in [
        ("tree", "name"),
        ("parent", "roots"),
        ("parent", "tree"),
        ("roots", "tree"),
        ("roots", "from"),
        ("roots", "current"),
    ] {
        args.exclusive(one, other)?;
    }
    no_filter_with_tree(args, FILTERS)?;
    let flags = args.flags(FILTERS)
        | args.flags(&[
            ("topological", c::VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL),
            ("roots", c::VIR_DOMAIN_SNAPSHOT_LIST_ROOTS),
            ("metadata", c::VIR_DOMAIN_SNAPSHOT_LIST_METADATA),
            ("no-metadata", c::VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA),
            ("descendants", c::VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS),
        ]);
    let below = args.has("from") || args.has("current");
    if args.has("descendants") && !below {
        return Err(Failure::say("--descendants requires either --from or --current"));
    }
    let domain = sh.domain(args)?;
    let start = if below { Some(lookup(args, "from", true, &domain)?) } else { None };
    let snapshots = match &start {
        Some(start) => start.list_all_children(flags),
        None => domain.list_all_snapshots(flags),
    };
    let mut snapshots = snapshots?;
    if args.has("tree") {
        let parents = snapshots.iter().map(parent_of).collect::<Done<Vec<_>>>()?;
        let mut items: Vec<_> = snapshots.iter().map(|snapshot| snapshot.name().shown()).zip(parents).collect();
        items.extend(start.map(|start| (start.name().shown(), None)));
        items.sort_by(|one, other| by_name(&one.0, &other.0));
        print_trees(sh, &items);
        return Ok(());
    }
    if flags & c::VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL == 0 {
        snapshots.sort_by(|one, other| by_name(&one.name().shown(), &other.name().shown()));
    }
    if args.has("name") {
        for snapshot in &snapshots {
            print_name(sh, args, &snapshot.name().shown(), snapshot.xml_desc(0).ok().as_ref());
        }
        return Ok(());
    }
    table(sh, args, &snapshots);
    Ok(())
}

/// Prints a tree for each item without a parent.
pub(super) fn print_trees(sh: &Shell, items: &[(String, Option<String>)]) {
    for (at, _) in items.iter().enumerate().filter(|(_, item)| item.1.is_none()) {
        sh.print(&tree(items, at));
    }
}

/// Prints a name, and its parent's.
pub(super) fn print_name(sh: &Shell, args: &Args, name: &str, xml: Option<&Text>) {
    let Some(xml) = xml else { return };
    let parent = args.has("parent").then(|| value(xml, "parent/name")).flatten();
    let parent = parent.map(|parent| format!("\t{parent}")).unwrap_or_default();
    sh.print(&format!("{name}{parent}\n"));
}

/// Returns when it was made.
pub(super) fn creation_time(xml: &Text) -> Option<String> {
    let seconds = value(xml, "creationTime")?.parse().ok()?;
    Some(LocalTime::at(seconds)?.to_string())
}

fn table(sh: &Shell, args: &Args, snapshots: &[Snapshot]) {
    let parent = args.has("parent");
    let header = ["Name", "Creation Time", "State"].into_iter().chain(parent.then_some("Parent"));
    let mut table = Table::new(&header.collect::<Vec<_>>());
    for snapshot in snapshots {
        let Ok(xml) = snapshot.xml_desc(0) else { continue };
        let (Some(state), Some(time)) = (value(&xml, "state"), creation_time(&xml)) else { continue };
        let mut cells = vec![snapshot.name().shown(), time, state];
        cells.extend(parent.then(|| value(&xml, "parent/name").unwrap_or_default()));
        table.row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    }
    sh.table(&table);
}

fn snapshot_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("security-info", c::VIR_DOMAIN_XML_SECURE)]);
    let name = args.needed("snapshotname")?;
    let domain = sh.domain(args)?;
    let text = Snapshot::lookup_by_name(&domain, &*bytes(name), 0)?.xml_desc(flags)?;
    sh.dump_xml(args, &text)
}

fn snapshot_parent(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let snapshot = lookup(args, "snapshotname", true, &domain)?;
    let name = snapshot.name().shown();
    let parent = parent_of(&snapshot)?;
    sh.print(&parent.ok_or_else(|| Failure::say(format!("snapshot '{name}' has no parent")))?);
    Ok(())
}

fn snapshot_revert(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[
        ("running", c::VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING),
        ("paused", c::VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED),
        ("reset-nvram", c::VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM),
    ]);
    let domain = sh.domain(args)?;
    let snapshot = lookup(args, "snapshotname", true, &domain)?;
    let mut done = snapshot.revert_to(flags);
    if args.has("force") && done.as_ref().is_err_and(|error| error.code == ErrorCode::SNAPSHOT_REVERT_RISKY) {
        done = snapshot.revert_to(flags | c::VIR_DOMAIN_SNAPSHOT_REVERT_FORCE);
    }
    let name = snapshot.name().shown();
    done.or_say(|| format!("Failed to revert snapshot {name}"))?;
    sh.extra(&format!("Domain snapshot {name} reverted\n"));
    Ok(())
}

fn snapshot_delete(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let snapshot = lookup(args, "snapshotname", true, &domain)?;
    let flags = args.flags(&[
        ("children", c::VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN),
        ("children-only", c::VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY),
        ("metadata", c::VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY),
    ]);
    let name = snapshot.name().shown();
    snapshot.delete(flags).or_say(|| format!("Failed to delete snapshot {name}"))?;
    let what = if args.has("children-only") { " children" } else { "" };
    sh.extra(&format!("Domain snapshot {name}{what} deleted\n"));
    Ok(())
}
