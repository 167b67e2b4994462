//! Networks, their ports and leases.
use super::domain::info::line;
use super::domain::list::by_name;
use super::files;
use super::lookup::By;
use super::metadata::{self, Described, definition};
use super::outcome::{autostarted, edited, told};
use super::params::yes_or_no;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::Table;
use crate::shell::{Body, Shell};
use crate::table::words;
use oxivirt::{ErrorCode, Network, NetworkPort, Text};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("net-autostart", net_autostart),
    ("net-create", net_create),
    ("net-define", net_define),
    ("net-desc", net_desc),
    ("net-destroy", net_destroy),
    ("net-dhcp-leases", net_dhcp_leases),
    ("net-dumpxml", net_dumpxml),
    ("net-edit", net_edit),
    ("net-info", net_info),
    ("net-list", net_list),
    ("net-metadata", net_metadata),
    ("net-name", net_name),
    ("net-start", net_start),
    ("net-undefine", net_undefine),
    ("net-update", net_update),
    ("net-uuid", net_uuid),
    ("net-port-list", net_port_list),
    ("net-port-create", net_port_create),
    ("net-port-dumpxml", net_port_dumpxml),
    ("net-port-delete", net_port_delete),
];

fn impact(args: &Args) -> Done<u32> {
    args.exclusive("current", "live")?;
    args.exclusive("current", "config")?;
    Ok(args.flags(&IMPACT))
}

const IMPACT: [(&str, u32); 2] =
    [("config", c::VIR_NETWORK_UPDATE_AFFECT_CONFIG), ("live", c::VIR_NETWORK_UPDATE_AFFECT_LIVE)];

fn net_autostart(sh: &mut Shell, args: &Args) -> Done {
    let (network, name) = sh.network(args, By::NAME_OR_UUID)?;
    autostarted(sh, args, "Network", &name, |on| network.set_autostart(on))
}

fn net_create(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("validate", c::VIR_NETWORK_CREATE_VALIDATE)]);
    let (file, xml) = definition(args, "file")?;
    let conn = sh.conn()?;
    let made =
        if flags == 0 { Network::create_xml(&conn, &*xml) } else { Network::create_xml_flags(&conn, &*xml, flags) };
    let network = made.or_say(|| format!("Failed to create network from {file}"))?;
    sh.extra(&format!("Network {} created from {file}\n", network.name().shown()));
    Ok(())
}

fn net_define(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("validate", c::VIR_NETWORK_DEFINE_VALIDATE)]);
    let (file, xml) = definition(args, "file")?;
    let conn = sh.conn()?;
    let made =
        if flags == 0 { Network::define_xml(&conn, &*xml) } else { Network::define_xml_flags(&conn, &*xml, flags) };
    let network = made.or_say(|| format!("Failed to define network from {file}"))?;
    sh.extra(&format!("Network {} defined from {file}\n", network.name().shown()));
    Ok(())
}

fn net_destroy(sh: &mut Shell, args: &Args) -> Done {
    let (network, name) = sh.network(args, By::NAME_OR_UUID)?;
    let failed = format!("Failed to destroy network {name}");
    told(sh, network.destroy(), failed, &format!("Network {name} destroyed\n"))
}

fn net_start(sh: &mut Shell, args: &Args) -> Done {
    let (network, name) = sh.network(args, By::NAME_OR_UUID)?;
    told(sh, network.create(), format!("Failed to start network {name}"), &format!("Network {name} started\n"))
}

fn net_undefine(sh: &mut Shell, args: &Args) -> Done {
    let (network, name) = sh.network(args, By::NAME_OR_UUID)?;
    let failed = format!("Failed to undefine network {name}");
    told(sh, network.undefine(), failed, &format!("Network {name} has been undefined\n"))
}

fn net_desc(sh: &mut Shell, args: &Args) -> Done {
    let flags = impact(args)?;
    let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
    metadata::describe(sh, args, &network, flags, flags)
}

fn net_metadata(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("current", "live")?;
    args.exclusive("current", "config")?;
    args.exclusive("edit", "set")?;
    args.exclusive("remove", "set")?;
    args.exclusive("remove", "edit")?;
    let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
    metadata::metadata(sh, args, &network, args.flags(&IMPACT), ErrorCode::NO_NETWORK_METADATA)
}

fn net_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
    let text = network.xml_desc(args.flags(&[("inactive", c::VIR_NETWORK_XML_INACTIVE)]))?;
    sh.dump_xml(args, &text)
}

fn net_info(sh: &mut Shell, args: &Args) -> Done {
    let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
    line(sh, "Name:", network.name().shown());
    line(sh, "UUID:", network.uuid());
    if let Ok(active) = network.is_active() {
        line(sh, "Active:", yes_or_no(active));
    }
    line(sh, "Persistent:", network.is_persistent().map_or("unknown", yes_or_no));
    line(sh, "Autostart:", network.autostart().map_or("no autostart", yes_or_no));
    if let Ok(bridge) = network.bridge_name() {
        line(sh, "Bridge:", bridge.shown());
    }
    Ok(())
}

const FILTERS: &[(&str, u32)] = &[
    ("persistent", c::VIR_CONNECT_LIST_NETWORKS_PERSISTENT),
    ("transient", c::VIR_CONNECT_LIST_NETWORKS_TRANSIENT),
    ("autostart", c::VIR_CONNECT_LIST_NETWORKS_AUTOSTART),
    ("no-autostart", c::VIR_CONNECT_LIST_NETWORKS_NO_AUTOSTART),
];

fn net_list(sh: &mut Shell, args: &Args) -> Done {
    let (active, inactive) = (c::VIR_CONNECT_LIST_NETWORKS_ACTIVE, c::VIR_CONNECT_LIST_NETWORKS_INACTIVE);
    let which = if args.has("all") {
        active | inactive
    } else if args.has("inactive") {
        inactive
    } else {
        active
    };
    if ["table", "name", "uuid"].iter().filter(|name| args.has(name)).count() > 1 {
        return Err(Failure::say("Only one argument from --table, --name and --uuid may be specified."));
    }
    let networks = sh.conn()?.list_all_networks(which | args.flags(FILTERS));
    let mut networks = networks.or_say(|| "Failed to list networks")?;
    networks.sort_by(|one, other| by_name(&one.name().shown(), &other.name().shown()));
    for network in &networks {
        if args.has("uuid") {
            sh.print(&format!("{}\n", network.uuid()));
        } else if args.has("name") {
            sh.print(&format!("{}\n", network.name().shown()));
        }
    }
    if args.has("uuid") || args.has("name") { Ok(()) } else { net_table(sh, args.has("title"), &networks) }
}

fn net_table(sh: &Shell, title: bool, networks: &[Network]) -> Done {
    let header: &[&str] = if title {
        &["Name", "State", "Autostart", "Persistent", "Title"]
    } else {
        &["Name", "State", "Autostart", "Persistent"]
    };
    let mut table = Table::new(header);
    for network in networks {
        let name = network.name().shown();
        let autostart = network.autostart().map_or("no autostart", yes_or_no);
        let state = if network.is_active().unwrap_or(true) { "active" } else { "inactive" };
        let persistent = yes_or_no(network.is_persistent().unwrap_or(true));
        let shown_title = if title { network.described(true, 0)? } else { String::new() };
        let mut cells = vec![name.as_str(), state, autostart, persistent];
        if title {
            cells.push(&shown_title);
        }
        table.row(&cells);
    }
    sh.table(&table);
    Ok(())
}

fn net_name(sh: &mut Shell, args: &Args) -> Done {
    let (network, _) = sh.network(args, By::UUID)?;
    sh.print(&format!("{}\n", network.name().shown()));
    Ok(())
}

fn net_uuid(sh: &mut Shell, args: &Args) -> Done {
    let (network, _) = sh.network(args, By::NAME)?;
    sh.print(&format!("{}\n", network.uuid()));
    Ok(())
}

/// Returns the number of a command of `net-update`.
fn update_command(word: &str) -> Option<u32> {
    Some(match word {
        "modify" => c::VIR_NETWORK_UPDATE_COMMAND_MODIFY,
        "delete" => c::VIR_NETWORK_UPDATE_COMMAND_DELETE,
        "add" | "add-last" => c::VIR_NETWORK_UPDATE_COMMAND_ADD_LAST,
        "add-first" => c::VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST,
        _ => return None,
    })
}

fn net_update(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("current", "live")?;
    args.exclusive("current", "config")?;
    let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
    let word = args.needed("command")?;
    let command = update_command(word);
    let command = command.ok_or_else(|| Failure::say(format!("unrecognized command name '{word}'")))?;
    let word = args.needed("section")?;
    let section = words::UPDATE_SECTIONS.iter().position(|known| *known == word);
    let section = section.and_then(|at| u32::try_from(at).ok()?.checked_add(1));
    let section = section.ok_or_else(|| Failure::say(format!("unrecognized section name '{word}'")))?;
    let parent = args.i32("parent-index")?.unwrap_or(-1);
    let text = args.needed("xml")?;
    let xml = if text.starts_with('<') { bytes(text).into_owned() } else { files::read(text)? };
    let flags = args.flags(&IMPACT);
    let name = network.name().shown();
    network.update(command, section, parent, &*xml, flags).or_say(|| format!("Failed to update network {name}"))?;
    let what = updated(args, || network.is_active().unwrap_or(true));
    sh.extra(&format!("Updated network {name} {what}"));
    Ok(())
}

/// Returns what `--config` and `--live` changed.
pub(super) fn updated(args: &Args, is_active: impl FnOnce() -> bool) -> &'static str {
    match (args.has("config"), args.has("live")) {
        (true, true) => "persistent config and live state",
        (true, false) => "persistent config",
        (false, true) => "live state",
        (false, false) => {
            if is_active() {
                "live state"
            } else {
                "persistent config"
            }
        }
    }
}

/// Returns the definition to edit: an old daemon knows only the running one.
fn inactive_xml(network: &Network) -> oxivirt::Result<Text> {
    match network.xml_desc(c::VIR_NETWORK_XML_INACTIVE) {
        Err(error) if error.code == ErrorCode::INVALID_ARG => network.xml_desc(0),
        done => done,
    }
}

fn net_edit(sh: &mut Shell, args: &Args) -> Done {
    let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
    let conn = sh.conn()?;
    let what = format!("Network {}", network.name().shown());
    edited(sh, &what, || inactive_xml(&network), |text| Network::define_xml(&conn, text).map(drop))
}

fn net_dhcp_leases(sh: &mut Shell, args: &Args) -> Done {
    let mac = args.text("mac")?.map(bytes);
    let (network, name) = sh.network(args, By::NAME_OR_UUID)?;
    let leases = network.dhcp_leases(mac.as_deref(), 0);
    let mut leases = leases.or_say(|| format!("Failed to get leases info for {name}"))?;
    let mac_of = |lease: &oxivirt::network::DhcpLease| lease.mac.as_ref().map(Shown::shown).unwrap_or_default();
    leases.sort_by(|one, other| by_name(&mac_of(one), &mac_of(other)));
    let mut table =
        Table::new(&["Expiry Time", "MAC address", "Protocol", "IP address", "Hostname", "Client ID or DUID"]);
    let or_minus = |text: &Option<Text>| text.as_ref().map_or_else(|| "-".to_owned(), Shown::shown);
    for lease in &leases {
        let expiry = crate::print::local(lease.expiry_time).unwrap_or_default();
        let protocol = match lease.kind {
            0 => "ipv4",
            1 => "ipv6",
            _ => "-",
        };
        let address = format!("{}/{}", lease.address.shown(), lease.prefix);
        let (mac, host, id) = (or_minus(&lease.mac), or_minus(&lease.hostname), or_minus(&lease.client_id));
        table.row(&[&expiry, &mac, protocol, &address, &host, &id]);
    }
    sh.table(&table);
    Ok(())
}

fn net_port_create(sh: &mut Shell, args: &Args) -> Done {
    let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
    let flags = args.flags(&[("validate", c::VIR_NETWORK_PORT_CREATE_VALIDATE)]);
    let (file, xml) = definition(args, "file")?;
    let port = NetworkPort::create_xml(&network, &*xml, flags);
    let port = port.or_say(|| format!("Failed to create network from {file}"))?;
    sh.extra(&format!("Network port {} created from {file}\n", port.uuid()));
    Ok(())
}

/// Has the exit status of the stock program, which is 0 in any case.
fn fine(sh: &Shell, done: Done) -> Done {
    if let Err(failure) = done {
        for line in failure.lines {
            sh.error(&line);
        }
    }
    Ok(())
}

fn net_port_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let dump = |sh: &mut Shell| {
        let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
        let text = sh.network_port(args, &network)?.xml_desc(0)?;
        sh.dump_xml(args, &text)
    };
    let done = dump(sh);
    fine(sh, done)
}

fn net_port_delete(sh: &mut Shell, args: &Args) -> Done {
    let delete = |sh: &mut Shell| {
        let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
        let port = sh.network_port(args, &network)?;
        let uuid = port.uuid();
        let failed = format!("Failed to delete network port {uuid}");
        told(sh, port.delete(0), failed, &format!("Network port {uuid} deleted\n"))
    };
    let done = delete(sh);
    fine(sh, done)
}

fn net_port_list(sh: &mut Shell, args: &Args) -> Done {
    if args.has("table") && args.has("uuid") {
        return Err(Failure::say("Only one argument from --table and --uuid may be specified."));
    }
    let (network, _) = sh.network(args, By::NAME_OR_UUID)?;
    let mut ports = network.list_all_ports(0)?;
    ports.sort_by(|one, other| one.uuid().as_bytes().cmp(other.uuid().as_bytes()));
    let mut table = Table::new(&["UUID"]);
    for port in ports {
        if args.has("uuid") {
            sh.print(&format!("{}\n", port.uuid()));
        } else {
            table.row(&[&port.uuid().to_string()]);
        }
    }
    if !args.has("uuid") {
        sh.table(&table);
    }
    Ok(())
}
