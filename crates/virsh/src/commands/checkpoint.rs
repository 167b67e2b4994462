//! Checkpoints and backups of domains.
use super::domain::info::line;
use super::domain::list::by_name;
use super::files;
use super::snapshot::{creation_time, no_filter_with_tree, print_name, print_trees, value};
use crate::bytes::{Shown, bytes};
use crate::editor::{self, Editable};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::Table;
use crate::quote::{split_list, xml_escaped};
use crate::shell::{Body, Shell};
use crate::xml::Writer;
use oxivirt::{Checkpoint, Domain, ErrorCode};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("backup-begin", backup_begin),
    ("backup-dumpxml", backup_dumpxml),
    ("checkpoint-create", checkpoint_create),
    ("checkpoint-create-as", checkpoint_create_as),
    ("checkpoint-delete", checkpoint_delete),
    ("checkpoint-dumpxml", checkpoint_dumpxml),
    ("checkpoint-edit", checkpoint_edit),
    ("checkpoint-info", checkpoint_info),
    ("checkpoint-list", checkpoint_list),
    ("checkpoint-parent", checkpoint_parent),
];

fn create(sh: &Shell, domain: &Domain, xml: &[u8], flags: u32, from: Option<&str>) -> Done {
    let checkpoint = Checkpoint::create_xml(domain, xml, flags)?;
    let from = from.map(|file| format!(" from '{file}'")).unwrap_or_default();
    sh.extra(&format!("Domain checkpoint {} created{from}", checkpoint.name().shown()));
    Ok(())
}

fn checkpoint_create(sh: &mut Shell, args: &Args) -> Done {
    args.requires("redefine-validate", "redefine")?;
    let flags = args.flags(&[
        ("redefine", c::VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE),
        ("redefine-validate", c::VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE),
        ("quiesce", c::VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE),
    ]);
    let domain = sh.domain(args)?;
    let file = args.text("xmlfile")?;
    let xml = file.map(files::read).transpose()?.unwrap_or_else(|| b"<domaincheckpoint/>".to_vec());
    create(sh, &domain, &xml, flags, file)
}

fn write_disk(xml: &mut Writer, text: &str) -> Done {
    let bad = || Failure::say(format!("unable to parse diskspec: {text}"));
    let list = split_list(text);
    let (name, rest) = list.split_first().ok_or_else(bad)?;
    let (mut checkpoint, mut bitmap) = (None, None);
    for part in rest {
        match part.split_once('=') {
            Some(("checkpoint", value)) if checkpoint.is_none() => checkpoint = Some(value),
            Some(("bitmap", value)) if bitmap.is_none() => bitmap = Some(value),
            _ => return Err(bad()),
        }
    }
    let name = xml_escaped(name);
    xml.empty("disk", &[("name", Some(&name)), ("checkpoint", checkpoint), ("bitmap", bitmap)]);
    Ok(())
}

fn checkpoint_create_as(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("quiesce", c::VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE)]);
    let domain = sh.domain(args)?;
    let (name, description) = (args.text("name")?, args.text("description")?);
    let mut xml = Writer::default();
    xml.open("domaincheckpoint", &[]);
    if let Some(name) = name {
        xml.text("name", &xml_escaped(name));
    }
    if let Some(description) = description {
        xml.text("description", &xml_escaped(description));
    }
    if args.has("diskspec") {
        xml.open("disks", &[]);
        for disk in args.all("diskspec") {
            write_disk(&mut xml, disk)?;
        }
        xml.close("disks");
    }
    xml.close("domaincheckpoint");
    let xml = xml.finish();
    if args.has("print-xml") {
        sh.print(&format!("{xml}\n"));
        return Ok(());
    }
    create(sh, &domain, &bytes(&xml), flags, None)
}

fn lookup(args: &Args, option: &str, domain: &Domain) -> Done<Checkpoint> {
    Ok(Checkpoint::lookup_by_name(domain, &*bytes(args.needed(option)?), 0)?)
}

struct Edited<'a> {
    domain: &'a Domain,
    checkpoint: &'a Checkpoint,
    made: Option<Checkpoint>,
}

impl Editable for Edited<'_> {
    fn read(&mut self) -> Done<String> {
        Ok(self.checkpoint.xml_desc(c::VIR_DOMAIN_CHECKPOINT_XML_SECURE)?.shown())
    }

    fn write(&mut self, text: &str) -> Done {
        let flags = c::VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE;
        self.made = Some(Checkpoint::create_xml(self.domain, &*bytes(text), flags)?);
        Ok(())
    }
}

fn checkpoint_edit(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let checkpoint = lookup(args, "checkpointname", &domain)?;
    let name = checkpoint.name().shown();
    edit(sh, &domain, &checkpoint).map_err(|mut failure| {
        failure.lines.push(format!("Failed to update {name}"));
        failure
    })
}

fn edit(sh: &Shell, domain: &Domain, checkpoint: &Checkpoint) -> Done {
    let name = checkpoint.name().shown();
    let mut edited = Edited { domain, checkpoint, made: None };
    if !editor::edit(sh, &mut edited, false)? {
        sh.extra(&format!("Checkpoint {name} XML configuration not changed.\n"));
        return Ok(());
    }
    let Some(made) = edited.made else { return Ok(()) };
    let new_name = made.name().shown();
    if new_name == name {
        sh.extra(&format!("Checkpoint {name} edited.\n"));
        return Ok(());
    }
    if let Err(error) = made.delete(c::VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY) {
        sh.error(&crate::bytes::text(&error.message));
        return Err(Failure::say(format!("Failed to clean up {new_name}")));
    }
    Err(Failure::say(format!("Cannot rename checkpoint {name} to {new_name}")))
}

/// Returns the parent's name.
fn parent_of(checkpoint: &Checkpoint) -> Done<Option<String>> {
    match checkpoint.parent(0) {
        Ok(parent) => Ok(Some(parent.name().shown())),
        Err(error) if error.code == ErrorCode::NO_DOMAIN_CHECKPOINT => Ok(None),
        // The library's error comes first here.
        Err(error) => Err(Failure {
            lines: vec![crate::bytes::text(&error.message), "unable to determine if checkpoint has parent".to_owned()],
            ..Failure::default()
        }),
    }
}

fn checkpoint_info(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let checkpoint = lookup(args, "checkpointname", &domain)?;
    line(sh, "Name:", checkpoint.name().shown());
    line(sh, "Domain:", domain.name().shown());
    let parent = parent_of(&checkpoint).map_err(|mut failure| {
        failure.lines.push("unexpected problem querying checkpoint state".into());
        failure
    });
    line(sh, "Parent:", parent?.as_deref().unwrap_or("-"));
    match checkpoint.all_children(false, 0) {
        Ok((count, _)) => line(sh, "Children:", count),
        Err(error) if error.code == ErrorCode::NO_SUPPORT => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    let (count, _) = checkpoint.all_children(false, c::VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS)?;
    line(sh, "Descendants:", count);
    Ok(())
}

const FILTERS: &[(&str, u32)] =
    &[("leaves", c::VIR_DOMAIN_CHECKPOINT_LIST_LEAVES), ("no-leaves", c::VIR_DOMAIN_CHECKPOINT_LIST_NO_LEAVES)];

fn checkpoint_list(sh: &mut Shell, args: &Args) -> Done {
    for (one, other) in
        [("tree", "name"), ("parent", "roots"), ("parent", "tree"), ("roots", "tree"), ("roots", "from")]
    {
        args.exclusive(one, other)?;
    }
    no_filter_with_tree(args, FILTERS)?;
    let flags = args.flags(FILTERS)
        | args.flags(&[
            ("topological", c::VIR_DOMAIN_CHECKPOINT_LIST_TOPOLOGICAL),
            ("roots", c::VIR_DOMAIN_CHECKPOINT_LIST_ROOTS),
            ("descendants", c::VIR_DOMAIN_CHECKPOINT_LIST_DESCENDANTS),
        ]);
    if args.has("descendants") && !args.has("from") {
        return Err(Failure::say("--descendants requires --from"));
    }
    let domain = sh.domain(args)?;
    let start = if args.has("from") { Some(lookup(args, "from", &domain)?) } else { None };
    let found = match &start {
        Some(start) => start.list_all_children(flags),
        None => domain.list_all_checkpoints(flags),
    };
    let mut found = found.or_say(|| "unexpected problem querying checkpoints")?;
    if args.has("tree") {
        let parents = found.iter().map(parent_of).collect::<Done<Vec<_>>>()?;
        let mut items: Vec<_> = found.iter().map(|one| one.name().shown()).zip(parents).collect();
        items.extend(start.map(|start| (start.name().shown(), None)));
        items.sort_by(|one, other| by_name(&one.0, &other.0));
        print_trees(sh, &items);
        return Ok(());
    }
    if !args.has("topological") {
        found.sort_by(|one, other| by_name(&one.name().shown(), &other.name().shown()));
    }
    let parent = args.has("parent");
    let header = ["Name", "Creation Time"].into_iter().chain(parent.then_some("Parent"));
    let mut table = Table::new(&header.collect::<Vec<_>>());
    for one in &found {
        let Ok(xml) = one.xml_desc(0) else { continue };
        let name = one.name().shown();
        if args.has("name") {
            print_name(sh, args, &name, Some(&xml));
            continue;
        }
        let Some(time) = creation_time(&xml) else { continue };
        let mut cells = vec![name, time];
        cells.extend(parent.then(|| value(&xml, "parent/name").unwrap_or_default()));
        table.row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    }
    if !args.has("name") {
        sh.table(&table);
    }
    Ok(())
}

fn checkpoint_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[
        ("security-info", c::VIR_DOMAIN_CHECKPOINT_XML_SECURE),
        ("no-domain", c::VIR_DOMAIN_CHECKPOINT_XML_NO_DOMAIN),
        ("size", c::VIR_DOMAIN_CHECKPOINT_XML_SIZE),
    ]);
    let domain = sh.domain(args)?;
    let text = lookup(args, "checkpointname", &domain)?.xml_desc(flags)?;
    sh.dump_xml(args, &text)
}

fn checkpoint_parent(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let checkpoint = lookup(args, "checkpointname", &domain)?;
    let name = checkpoint.name().shown();
    let parent = parent_of(&checkpoint)?;
    sh.print(&parent.ok_or_else(|| Failure::say(format!("checkpoint '{name}' has no parent")))?);
    Ok(())
}

fn checkpoint_delete(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let checkpoint = lookup(args, "checkpointname", &domain)?;
    let flags = args.flags(&[
        ("children", c::VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN),
        ("children-only", c::VIR_DOMAIN_CHECKPOINT_DELETE_CHILDREN_ONLY),
        ("metadata", c::VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY),
    ]);
    let name = checkpoint.name().shown();
    checkpoint.delete(flags).or_say(|| format!("Failed to delete checkpoint {name}"))?;
    let what = if args.has("children-only") { " children" } else { "" };
    sh.extra(&format!("Domain checkpoint {name}{what} deleted\n"));
    Ok(())
}

fn backup_begin(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[
        ("reuse-external", c::VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL),
        ("preserve-domain-on-shutdown", c::VIR_DOMAIN_BACKUP_BEGIN_PRESERVE_SHUTDOWN_DOMAIN),
    ]);
    let domain = sh.domain(args)?;
    let backup = args.text("backupxml")?.map(files::read).transpose()?;
    let backup = backup.unwrap_or_else(|| b"<domainbackup/>".to_vec());
    let checkpoint = args.text("checkpointxml")?.map(files::read).transpose()?;
    domain.backup_begin(&*backup, checkpoint.as_deref(), flags)?;
    sh.print("Backup started\n");
    Ok(())
}

fn backup_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let text = sh.domain(args)?.backup_xml_desc(0)?;
    sh.dump_xml(args, &text)
}
