//! Network filters and their bindings.
use super::domain::list::by_name;
use super::metadata::definition;
use super::outcome::{edited, told};
use crate::bytes::Shown;
use crate::fail::{Done, OrSay};
use crate::parse::Args;
use crate::print::Table;
use crate::shell::{Body, Shell};
use oxivirt::{Connection, ErrorCode, NwFilter, NwFilterBinding};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("nwfilter-define", nwfilter_define),
    ("nwfilter-dumpxml", nwfilter_dumpxml),
    ("nwfilter-edit", nwfilter_edit),
    ("nwfilter-list", nwfilter_list),
    ("nwfilter-undefine", nwfilter_undefine),
    ("nwfilter-binding-create", nwfilter_binding_create),
    ("nwfilter-binding-delete", nwfilter_binding_delete),
    ("nwfilter-binding-dumpxml", nwfilter_binding_dumpxml),
    ("nwfilter-binding-list", nwfilter_binding_list),
];

fn nwfilter_define(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("validate", c::VIR_NWFILTER_DEFINE_VALIDATE)]);
    let (file, xml) = definition(args, "file")?;
    let conn = sh.conn()?;
    let made =
        if flags == 0 { NwFilter::define_xml(&conn, &*xml) } else { NwFilter::define_xml_flags(&conn, &*xml, flags) };
    let filter = made.or_say(|| format!("Failed to define network filter from {file}"))?;
    sh.extra(&format!("Network filter {} defined from {file}\n", filter.name().shown()));
    Ok(())
}

fn nwfilter_undefine(sh: &mut Shell, args: &Args) -> Done {
    let (filter, name) = sh.nwfilter(args)?;
    let failed = format!("Failed to undefine network filter {name}");
    told(sh, filter.undefine(), failed, &format!("Network filter {name} undefined\n"))
}

fn nwfilter_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let (filter, _) = sh.nwfilter(args)?;
    let text = filter.xml_desc(0)?;
    sh.dump_xml(args, &text)
}

/// Lists filters of a daemon that cannot list them at once.
fn one_by_one(conn: &Connection) -> Done<Vec<NwFilter>> {
    let count = conn.num_of_nwfilters().or_say(|| "Failed to count network filters")?;
    let names = conn.list_nwfilters(count).or_say(|| "Failed to list network filters")?;
    Ok(names.iter().filter_map(|name| NwFilter::lookup_by_name(conn, name).ok()).collect())
}

fn nwfilter_list(sh: &mut Shell, _: &Args) -> Done {
    let conn = sh.conn()?;
    let mut filters = match conn.list_all_nwfilters(0) {
        Err(error) if error.code == ErrorCode::NO_SUPPORT => one_by_one(&conn)?,
        done => done.or_say(|| "Failed to list network filters")?,
    };
    filters.sort_by(|one, other| by_name(&one.name().shown(), &other.name().shown()));
    let mut table = Table::new(&["UUID", "Name"]);
    for filter in &filters {
        table.row(&[&filter.uuid().to_string(), &filter.name().shown()]);
    }
    sh.table(&table);
    Ok(())
}

fn nwfilter_edit(sh: &mut Shell, args: &Args) -> Done {
    let (filter, _) = sh.nwfilter(args)?;
    let conn = sh.conn()?;
    let what = format!("Network filter {}", filter.name().shown());
    edited(sh, &what, || filter.xml_desc(0), |text| NwFilter::define_xml(&conn, text).map(drop))
}

fn nwfilter_binding_create(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("validate", c::VIR_NWFILTER_BINDING_CREATE_VALIDATE)]);
    let (file, xml) = definition(args, "file")?;
    let binding = NwFilterBinding::create_xml(&sh.conn()?, &*xml, flags);
    let binding = binding.or_say(|| format!("Failed to create network filter from {file}"))?;
    sh.extra(&format!("Network filter binding on {} created from {file}\n", binding.portdev().shown()));
    Ok(())
}

fn nwfilter_binding_delete(sh: &mut Shell, args: &Args) -> Done {
    let (binding, name) = sh.nwfilter_binding(args)?;
    let failed = format!("Failed to delete network filter binding on {name}");
    told(sh, binding.delete(), failed, &format!("Network filter binding on {name} deleted\n"))
}

fn nwfilter_binding_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let (binding, _) = sh.nwfilter_binding(args)?;
    // Any failure to read it is none to the stock program.
    match binding.xml_desc(0) {
        Ok(text) => sh.dump_xml(args, &text),
        Err(_) => Ok(()),
    }
}

fn nwfilter_binding_list(sh: &mut Shell, _: &Args) -> Done {
    let bindings = sh.conn()?.list_all_nwfilter_bindings(0);
    let mut bindings = bindings.or_say(|| "Failed to list network filter bindings")?;
    bindings.sort_by(|one, other| by_name(&one.portdev().shown(), &other.portdev().shown()));
    let mut table = Table::new(&["Port Dev", "Filter"]);
    for binding in &bindings {
        table.row(&[&binding.portdev().shown(), &binding.filter_name().shown()]);
    }
    sh.table(&table);
    Ok(())
}
