//! Interfaces of the host.
use super::domain::list::by_name;
use super::metadata::definition;
use super::outcome::{edited, told};
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::Table;
use crate::shell::{Body, Shell};
use oxivirt::Interface;
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("iface-begin", iface_begin),
    ("iface-bridge", iface_bridge),
    ("iface-commit", iface_commit),
    ("iface-define", iface_define),
    ("iface-destroy", iface_destroy),
    ("iface-dumpxml", iface_dumpxml),
    ("iface-edit", iface_edit),
    ("iface-list", iface_list),
    ("iface-mac", iface_mac),
    ("iface-name", iface_name),
    ("iface-rollback", iface_rollback),
    ("iface-start", iface_start),
    ("iface-unbridge", iface_unbridge),
    ("iface-undefine", iface_undefine),
];

fn named(sh: &Shell, args: &Args) -> Done<(Interface, String)> {
    sh.interface(args, "interface", true, true)
}

fn iface_edit(sh: &mut Shell, args: &Args) -> Done {
    let (interface, _) = named(sh, args)?;
    let conn = sh.conn()?;
    let what = format!("Interface {}", interface.name().shown());
    let read = || interface.xml_desc(c::VIR_INTERFACE_XML_INACTIVE);
    edited(sh, &what, read, |text| Interface::define_xml(&conn, text, 0).map(drop))
}

fn iface_list(sh: &mut Shell, args: &Args) -> Done {
    let (active, inactive) = (c::VIR_CONNECT_LIST_INTERFACES_ACTIVE, c::VIR_CONNECT_LIST_INTERFACES_INACTIVE);
    args.exclusive("all", "inactive")?;
    let flags = if args.has("all") {
        active | inactive
    } else if args.has("inactive") {
        inactive
    } else {
        active
    };
    let mut interfaces = sh.conn()?.list_all_interfaces(flags).or_say(|| "Failed to list interfaces")?;
    interfaces.sort_by(|one, other| by_name(&one.name().shown(), &other.name().shown()));
    let mut table = Table::new(&["Name", "State", "MAC Address"]);
    for interface in &interfaces {
        let state = if interface.is_active().unwrap_or(true) { "active" } else { "inactive" };
        table.row(&[&interface.name().shown(), state, &interface.mac().shown()]);
    }
    sh.table(&table);
    Ok(())
}

fn iface_name(sh: &mut Shell, args: &Args) -> Done {
    let (interface, _) = sh.interface(args, "interface", false, true)?;
    sh.print(&format!("{}\n", interface.name().shown()));
    Ok(())
}

fn iface_mac(sh: &mut Shell, args: &Args) -> Done {
    let (interface, _) = sh.interface(args, "interface", true, false)?;
    sh.print(&format!("{}\n", interface.mac().shown()));
    Ok(())
}

fn iface_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("inactive", c::VIR_INTERFACE_XML_INACTIVE)]);
    let (interface, _) = named(sh, args)?;
    let text = interface.xml_desc(flags)?;
    sh.dump_xml(args, &text)
}

fn iface_define(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("validate", c::VIR_INTERFACE_DEFINE_VALIDATE)]);
    let (file, xml) = definition(args, "file")?;
    let interface = Interface::define_xml(&sh.conn()?, &*xml, flags);
    let interface = interface.or_say(|| format!("Failed to define interface from {file}"))?;
    sh.extra(&format!("Interface {} defined from {file}\n", interface.name().shown()));
    Ok(())
}

fn iface_undefine(sh: &mut Shell, args: &Args) -> Done {
    let (interface, name) = named(sh, args)?;
    let failed = format!("Failed to undefine interface {name}");
    told(sh, interface.undefine(), failed, &format!("Interface {name} undefined\n"))
}

fn iface_start(sh: &mut Shell, args: &Args) -> Done {
    let (interface, name) = named(sh, args)?;
    let failed = format!("Failed to start interface {name}");
    told(sh, interface.create(0), failed, &format!("Interface {name} started\n"))
}

fn iface_destroy(sh: &mut Shell, args: &Args) -> Done {
    let (interface, name) = named(sh, args)?;
    let failed = format!("Failed to destroy interface {name}");
    told(sh, interface.destroy(0), failed, &format!("Interface {name} destroyed\n"))?;
    // The stock program ends with a failure all the same.
    Err(Failure::quiet())
}

fn iface_begin(sh: &mut Shell, _: &Args) -> Done {
    let done = Interface::change_begin(&sh.conn()?, 0);
    let failed = "Failed to begin network config change transaction".into();
    told(sh, done, failed, "Network config change transaction started\n")
}

fn iface_commit(sh: &mut Shell, _: &Args) -> Done {
    let done = Interface::change_commit(&sh.conn()?, 0);
    let failed = "Failed to commit network config change transaction".into();
    told(sh, done, failed, "Network config change transaction committed\n")
}

fn iface_rollback(sh: &mut Shell, _: &Args) -> Done {
    let done = Interface::change_rollback(&sh.conn()?, 0);
    let failed = "Failed to rollback network config change transaction".into();
    told(sh, done, failed, "Network config change transaction rolled back\n")
}

fn iface_bridge(sh: &mut Shell, args: &Args) -> Done {
    let (interface, name) = sh.interface(args, "interface", true, false)?;
    let bridge = args.needed("bridge")?;
    let free = match Interface::lookup_by_name(&sh.conn()?, &*bytes(bridge)) {
        Ok(_) => return Err(Failure::say(format!("Network device {bridge} already exists"))),
        Err(error) => error,
    };
    let stp = !args.has("no-stp");
    // The stock program tells the last error, which is that there is no such bridge.
    let delay = args.u32("delay").map_err(|failure| Failure { error: Some(free), ..failure })?.unwrap_or_default();
    let text = interface.xml_desc(c::VIR_INTERFACE_XML_INACTIVE)?;
    let xml = bridged(&text, &name, bridge, stp.then_some(delay))?;
    let made = Interface::define_xml(&sh.conn()?, &*bytes(&xml), 0);
    let made = made.or_say(|| format!("Failed to define new bridge interface {bridge}"))?;
    sh.extra(&format!("Created bridge {bridge} with attached device {name}\n"));
    if args.has("no-start") {
        return Ok(());
    }
    let failed = format!("Failed to start bridge interface {bridge}");
    told(sh, made.create(0), failed, &format!("Bridge interface {bridge} started\n"))
}

/// Returns the definition of a bridge to which the interface is attached. `delay` turns on the spanning tree protocol.
fn bridged(text: &oxivirt::Text, name: &str, bridge: &str, delay: Option<u32>) -> Done<String> {
    let parsed = crate::xml::parse(text, "interface");
    let document = parsed
        .map_err(|failure| Failure { lines: vec![format!("Failed to parse configuration of {name}")], ..failure })?;
    let root = crate::xml::root(&document)?;
    let kind = root.attr("type").ok_or_else(|| Failure::say(format!("Existing device {name} has no type")))?;
    if kind == "bridge" {
        return Err(Failure::say(format!("Existing device {name} is already a bridge")));
    }
    check_name(root.attr("name"), name)?;
    let moved = |element: &str| matches!(element, "mac" | "bond" | "vlan");
    let part = |inside: bool| -> String {
        let children = root.children().filter(|child| moved(child.name()) == inside);
        children.map(|child| crate::xml::to_string(&child)).collect()
    };
    let attributes = root.attributes().filter(|(key, _)| !matches!(*key, "type" | "name"));
    let attributes: String = attributes.map(|(key, value)| format!(" {key}=\"{value}\"")).collect();
    let stp = delay.map_or_else(|| "stp=\"off\"".to_owned(), |delay| format!("stp=\"on\" delay=\"{delay}\""));
    Ok(format!(
        "<interface type=\"bridge\" name=\"{bridge}\"{attributes}>{}<bridge {stp}><interface type=\"{kind}\" \
         name=\"{name}\">{}</interface></bridge></interface>",
        part(false),
        part(true)
    ))
}

fn check_name(found: Option<&str>, name: &str) -> Done {
    match found {
        Some(found) if found == name => Ok(()),
        found => {
            let found = found.unwrap_or("(null)");
            Err(Failure::say(format!("Interface name from config {found} doesn't match given supplied name {name}")))
        }
    }
}

fn iface_unbridge(sh: &mut Shell, args: &Args) -> Done {
    let (interface, bridge) = sh.interface(args, "bridge", true, false)?;
    let text = interface.xml_desc(c::VIR_INTERFACE_XML_INACTIVE)?;
    let (name, xml) = unbridged(&text, &bridge)?;
    interface.destroy(0).or_say(|| format!("Failed to destroy bridge interface {bridge}"))?;
    interface.undefine().or_say(|| format!("Failed to undefine bridge interface {bridge}"))?;
    let made = Interface::define_xml(&sh.conn()?, &*bytes(&xml), 0);
    let made = made.or_say(|| format!("Failed to define new interface {name}"))?;
    sh.extra(&format!("Device {name} un-attached from bridge {bridge}\n"));
    if args.has("no-start") {
        return Ok(());
    }
    told(sh, made.create(0), format!("Failed to start interface {name}"), &format!("Interface {name} started\n"))
}

/// Returns the name and the definition of the interface that is attached to a bridge.
fn unbridged(text: &oxivirt::Text, bridge: &str) -> Done<(String, String)> {
    let parsed = crate::xml::parse(text, "interface");
    let document = parsed
        .map_err(|failure| Failure { lines: vec![format!("Failed to parse configuration of {bridge}")], ..failure })?;
    let root = crate::xml::root(&document)?;
    let kind = root.attr("type").ok_or_else(|| Failure::say(format!("Existing device {bridge} has no type")))?;
    if kind != "bridge" {
        return Err(Failure::say(format!("Device {bridge} is not a bridge")));
    }
    check_name(root.attr("name"), bridge)?;
    let part = root.element("bridge").ok_or_else(|| Failure::say("No bridge node in xml document"))?;
    let attached: Vec<_> = part.elements("interface").collect();
    let attached = match attached.as_slice() {
        [] => return Err(Failure::say("No interface attached to bridge")),
        [one] => one,
        _ => return Err(Failure::say("Multiple interfaces attached to bridge")),
    };
    let missing = |what: &str| Failure::say(format!("Device attached to bridge {bridge} has no {what}"));
    let name = attached.attr("name").ok_or_else(|| missing("name"))?;
    let kind = attached.attr("type").ok_or_else(|| Failure::say(format!("Attached device {name} has no type")))?;
    let outer = root.children().filter(|child| child.name() != "bridge");
    let content: String = outer.chain(attached.children()).map(|child| crate::xml::to_string(&child)).collect();
    Ok((name.to_owned(), format!("<interface type=\"{kind}\" name=\"{name}\">{content}</interface>")))
}
