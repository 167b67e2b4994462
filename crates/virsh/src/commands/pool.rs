//! Storage pools.
use super::domain::info::line;
use super::domain::lifecycle::number_of;
use super::domain::list::by_name;
use super::domain::state::word;
use super::files;
use super::lookup::By;
use super::metadata::definition;
use super::outcome::{autostarted, edited, told};
use super::params::yes_or_no;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::{Table, pretty_capacity};
use crate::quote::split_list;
use crate::shell::{Body, Level, Shell};
use crate::table::words;
use crate::xml::Writer;
use oxivirt::{ErrorCode, StoragePool};
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("find-storage-pool-sources-as", find_storage_pool_sources_as),
    ("find-storage-pool-sources", find_storage_pool_sources),
    ("pool-autostart", pool_autostart),
    ("pool-build", pool_build),
    ("pool-create-as", pool_create_as),
    ("pool-create", pool_create),
    ("pool-define-as", pool_define_as),
    ("pool-define", pool_define),
    ("pool-delete", pool_delete),
    ("pool-destroy", pool_destroy),
    ("pool-dumpxml", pool_dumpxml),
    ("pool-edit", pool_edit),
    ("pool-info", pool_info),
    ("pool-list", pool_list),
    ("pool-name", pool_name),
    ("pool-refresh", pool_refresh),
    ("pool-start", pool_start),
    ("pool-undefine", pool_undefine),
    ("pool-uuid", pool_uuid),
    ("pool-capabilities", pool_capabilities),
];

fn pool_autostart(sh: &mut Shell, args: &Args) -> Done {
    let (pool, name) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    autostarted(sh, args, "Pool", &name, |on| pool.set_autostart(on))
}

const BUILD: [(&str, u32); 3] = [
    ("build", c::VIR_STORAGE_POOL_CREATE_WITH_BUILD),
    ("overwrite", c::VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE),
    ("no-overwrite", c::VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE),
];

fn build_flags(args: &Args) -> Done<u32> {
    args.exclusive("overwrite", "no-overwrite")?;
    Ok(args.flags(&BUILD))
}

fn pool_create(sh: &mut Shell, args: &Args) -> Done {
    args.needed("file")?;
    let flags = build_flags(args)?;
    let (file, xml) = definition(args, "file")?;
    let pool = StoragePool::create_xml(&sh.conn()?, &*xml, flags);
    let pool = pool.or_say(|| format!("Failed to create pool from {file}"))?;
    sh.extra(&format!("Pool {} created from {file}\n", pool.name().shown()));
    Ok(())
}

fn pool_define(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("validate", c::VIR_STORAGE_POOL_DEFINE_VALIDATE)]);
    let (file, xml) = definition(args, "file")?;
    let pool = StoragePool::define_xml(&sh.conn()?, &*xml, flags);
    let pool = pool.or_say(|| format!("Failed to define pool from {file}"))?;
    sh.extra(&format!("Pool {} defined from {file}\n", pool.name().shown()));
    Ok(())
}

/// The options that become a definition, in the order in which they are looked at.
const AS: [&str; 19] = [
    "source-host",
    "source-path",
    "source-dev",
    "source-name",
    "source-format",
    "target",
    "auth-type",
    "auth-username",
    "secret-usage",
    "secret-uuid",
    "adapter-name",
    "adapter-wwnn",
    "adapter-wwpn",
    "adapter-parent",
    "adapter-parent-wwnn",
    "adapter-parent-wwpn",
    "adapter-parent-fabric-wwn",
    "source-protocol-ver",
    "source-initiator",
];

/// Returns the name and the definition that options describe.
fn definition_as(args: &Args) -> Done<(String, String)> {
    args.exclusive("secret-usage", "secret-uuid")?;
    let (name, kind) = (args.needed("name")?, args.needed("type")?);
    for option in AS {
        args.text(option)?;
    }
    let mut xml = Writer::default();
    xml.open("pool", &[("type", Some(kind))]);
    xml.text("name", name);
    write_source(&mut xml, args);
    if let Some(target) = args.any("target") {
        xml.open("target", &[]);
        xml.text("path", target);
        xml.close("target");
    }
    xml.close("pool");
    Ok((name.to_owned(), xml.finish()))
}

fn write_source(xml: &mut Writer, args: &Args) {
    let given = |name: &str| args.any(name);
    let names = ["source-host", "source-path", "source-dev", "source-initiator", "source-format", "source-name"];
    let by_wwn = given("adapter-wwnn").zip(given("adapter-wwpn"));
    if !names.iter().any(|name| args.has(name)) && by_wwn.is_none() && !args.has("adapter-name") {
        return;
    }
    xml.open("source", &[]);
    for (option, element, attribute) in
        [("source-host", "host", "name"), ("source-path", "dir", "path"), ("source-dev", "device", "path")]
    {
        if let Some(value) = given(option) {
            xml.empty(element, &[(attribute, Some(value))]);
        }
    }
    if let Some(iqn) = given("source-initiator") {
        xml.open("initiator", &[]);
        xml.empty("iqn", &[("name", Some(iqn))]);
        xml.close("initiator");
    }
    if let Some((node, port)) = by_wwn {
        write_fc_adapter(xml, args, node, port);
    } else if let Some(name) = given("adapter-name") {
        xml.empty("adapter", &[("type", Some("scsi_host")), ("name", Some(name))]);
    }
    let secret = given("secret-usage").map(|usage| ("usage", usage));
    let secret = secret.or_else(|| Some(("uuid", given("secret-uuid")?)));
    if let (Some(kind), Some(user), Some((key, value))) = (given("auth-type"), given("auth-username"), secret) {
        xml.open("auth", &[("type", Some(kind)), ("username", Some(user))]);
        xml.empty("secret", &[(key, Some(value))]);
        xml.close("auth");
    }
    if let Some(format) = given("source-format") {
        xml.empty("format", &[("type", Some(format))]);
    }
    if let Some(name) = given("source-name") {
        xml.text("name", name);
    }
    if let Some(version) = given("source-protocol-ver") {
        xml.empty("protocol", &[("ver", Some(version))]);
    }
    xml.close("source");
}

fn write_fc_adapter(xml: &mut Writer, args: &Args, node: &str, port: &str) {
    let parent = args.any("adapter-parent");
    let by_wwn = args.any("adapter-parent-wwnn").zip(args.any("adapter-parent-wwpn")).filter(|_| parent.is_none());
    let fabric = args.any("adapter-parent-fabric-wwn").filter(|_| parent.is_none() && by_wwn.is_none());
    xml.empty(
        "adapter",
        &[
            ("type", Some("fc_host")),
            ("parent", parent),
            ("parent_wwnn", by_wwn.map(|(node, _)| node)),
            ("parent_wwpn", by_wwn.map(|(_, port)| port)),
            ("parent_fabric_wwn", fabric),
            ("wwnn", Some(node)),
            ("wwpn", Some(port)),
        ],
    );
}

fn pool_create_as(sh: &mut Shell, args: &Args) -> Done {
    let flags = build_flags(args)?;
    let (name, xml) = definition_as(args)?;
    if args.has("print-xml") {
        sh.print(&xml);
        return Ok(());
    }
    let made = StoragePool::create_xml(&sh.conn()?, &*bytes(&xml), flags).map(drop);
    told(sh, made, format!("Failed to create pool {name}"), &format!("Pool {name} created\n"))
}

fn pool_define_as(sh: &mut Shell, args: &Args) -> Done {
    let (name, xml) = definition_as(args)?;
    if args.has("print-xml") {
        sh.print(&xml);
        return Ok(());
    }
    let made = StoragePool::define_xml(&sh.conn()?, &*bytes(&xml), 0).map(drop);
    told(sh, made, format!("Failed to define pool {name}"), &format!("Pool {name} defined\n"))
}

/// Does something with the pool, and says so.
fn act(
    sh: &Shell,
    args: &Args,
    verb: &str,
    done: &str,
    action: impl FnOnce(&StoragePool) -> oxivirt::Result<()>,
) -> Done {
    let (pool, name) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    told(sh, action(&pool), format!("Failed to {verb} pool {name}"), &format!("Pool {name} {done}\n"))
}

fn pool_build(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[
        ("no-overwrite", c::VIR_STORAGE_POOL_BUILD_NO_OVERWRITE),
        ("overwrite", c::VIR_STORAGE_POOL_BUILD_OVERWRITE),
    ]);
    act(sh, args, "build", "built", |pool| pool.build(flags))
}

fn pool_destroy(sh: &mut Shell, args: &Args) -> Done {
    act(sh, args, "destroy", "destroyed", StoragePool::destroy)
}

fn pool_delete(sh: &mut Shell, args: &Args) -> Done {
    act(sh, args, "delete", "deleted", |pool| pool.delete(0))
}

fn pool_refresh(sh: &mut Shell, args: &Args) -> Done {
    act(sh, args, "refresh", "refreshed", |pool| pool.refresh(0))
}

fn pool_undefine(sh: &mut Shell, args: &Args) -> Done {
    act(sh, args, "undefine", "has been undefined", StoragePool::undefine)
}

fn pool_start(sh: &mut Shell, args: &Args) -> Done {
    let (pool, name) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    let flags = build_flags(args)?;
    told(sh, pool.create(flags), format!("Failed to start pool {name}"), &format!("Pool {name} started\n"))
}

fn pool_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let (pool, _) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    let text = pool.xml_desc(args.flags(&[("inactive", c::VIR_STORAGE_XML_INACTIVE)]))?;
    sh.dump_xml(args, &text)
}

fn pool_name(sh: &mut Shell, args: &Args) -> Done {
    let (pool, _) = sh.pool(args, "pool", By::UUID)?;
    sh.print(&format!("{}\n", pool.name().shown()));
    Ok(())
}

fn pool_uuid(sh: &mut Shell, args: &Args) -> Done {
    let (pool, _) = sh.pool(args, "pool", By::NAME)?;
    sh.print(&format!("{}\n", pool.uuid()));
    Ok(())
}

fn pool_edit(sh: &mut Shell, args: &Args) -> Done {
    let (pool, _) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    let conn = sh.conn()?;
    // An old daemon knows only the running one.
    let flags = match pool.xml_desc(c::VIR_STORAGE_XML_INACTIVE) {
        Ok(_) => c::VIR_STORAGE_XML_INACTIVE,
        Err(error) if error.code == ErrorCode::INVALID_ARG => 0,
        Err(error) => return Err(error.into()),
    };
    let what = format!("Pool {}", pool.name().shown());
    edited(sh, &what, || pool.xml_desc(flags), |text| StoragePool::define_xml(&conn, text, 0).map(drop))
}

const STATES: [&str; 5] = ["inactive", "building", "running", "degraded", "inaccessible"];

/// Returns true if sizes of a pool in that state mean something.
fn has_sizes(state: i32) -> bool {
    state == c::VIR_STORAGE_POOL_RUNNING.cast_signed() || state == c::VIR_STORAGE_POOL_DEGRADED.cast_signed()
}

/// Returns a size for people.
pub(super) fn pretty(bytes: u64) -> String {
    let (size, unit) = pretty_capacity(bytes);
    format!("{size:.2} {unit}")
}

fn pool_info(sh: &mut Shell, args: &Args) -> Done {
    let (pool, _) = sh.pool(args, "pool", By::NAME_OR_UUID)?;
    line(sh, "Name:", pool.name().shown());
    line(sh, "UUID:", pool.uuid());
    let info = pool.info()?;
    line(sh, "State:", word(&STATES, info.state.0, "unknown"));
    line(sh, "Persistent:", shown_persistence(sh, &pool, "Pool persistent"));
    line(sh, "Autostart:", pool.autostart().map_or("no autostart", yes_or_no));
    if has_sizes(info.state.0) {
        for (name, size) in
            [("Capacity:", info.capacity), ("Allocation:", info.allocation), ("Available:", info.available)]
        {
            line(sh, name, if args.has("bytes") { size.to_string() } else { pretty(size) });
        }
    }
    Ok(())
}

fn shown_persistence(sh: &Shell, pool: &StoragePool, what: &str) -> &'static str {
    let persistent = pool.is_persistent();
    let number = persistent.as_ref().map_or(-1, |&persistent| i32::from(persistent));
    sh.debug(Level::Debug, &format!("{what} flag value: {number}"));
    persistent.map_or("unknown", yes_or_no)
}

const TYPES: [u32; 14] = [
    c::VIR_CONNECT_LIST_STORAGE_POOLS_DIR,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_FS,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_NETFS,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_DISK,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_SCSI,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_MPATH,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_RBD,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_ZFS,
    c::VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE,
];

fn list_flags(args: &Args) -> Done<u32> {
    let (active, inactive) = (c::VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE, c::VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE);
    args.exclusive("all", "inactive")?;
    let which = if args.has("all") {
        active | inactive
    } else if args.has("inactive") {
        inactive
    } else {
        active
    };
    let mut flags = which
        | args.flags(&[
            ("autostart", c::VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART),
            ("no-autostart", c::VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART),
            ("persistent", c::VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT),
            ("transient", c::VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT),
        ]);
    let types = args.text("type")?;
    args.exclusive("details", "uuid")?;
    args.exclusive("details", "name")?;
    for kind in types.map(split_list).unwrap_or_default() {
        let number = number_of(words::POOL_TYPES, &kind).and_then(|at| TYPES.get(usize::try_from(at).ok()?));
        flags |= number.ok_or_else(|| Failure::say(format!("Invalid pool type '{kind}'")))?;
    }
    Ok(flags)
}

fn pool_list(sh: &mut Shell, args: &Args) -> Done {
    let flags = list_flags(args)?;
    let mut pools = sh.conn()?.list_all_storage_pools(flags).or_say(|| "Failed to list pools")?;
    pools.sort_by(|one, other| by_name(&one.name().shown(), &other.name().shown()));
    if args.has("details") {
        return details(sh, &pools);
    }
    let (uuid, name) = (args.has("uuid"), args.has("name"));
    let mut table = Table::new(&["Name", "State", "Autostart"]);
    for pool in &pools {
        let autostart = pool.autostart().map_or("no autostart", yes_or_no);
        let state = match pool.info() {
            Ok(_) if pool.is_active().unwrap_or(true) => "active",
            Ok(_) => "inactive",
            Err(_) => {
                sh.error("Could not retrieve pool information");
                "unknown"
            }
        };
        table.row(&[&pool.name().shown(), state, autostart]);
    }
    if !uuid && !name {
        sh.table(&table);
        return Ok(());
    }
    for pool in &pools {
        if uuid {
            sh.print(&format!("{}{}", pool.uuid(), if name { " " } else { "\n" }));
        }
        if name {
            sh.print(&format!("{}\n", pool.name().shown()));
        }
    }
    Ok(())
}

fn details(sh: &Shell, pools: &[StoragePool]) -> Done {
    let mut table = Table::new(&["Name", "State", "Autostart", "Persistent", "Capacity", "Allocation", "Available"]);
    for pool in pools {
        let autostart = pool.autostart().map_or("no autostart", yes_or_no);
        let persistent = shown_persistence(sh, pool, "Persistent");
        let (state, sizes) = match pool.info() {
            Ok(info) if has_sizes(info.state.0) => {
                (word(&STATES, info.state.0, "unknown"), [info.capacity, info.allocation, info.available].map(pretty))
            }
            Ok(info) => (word(&STATES, info.state.0, "unknown"), ["-"; 3].map(str::to_owned)),
            Err(_) => {
                sh.error("Could not retrieve pool information");
                ("unknown", ["unknown"; 3].map(str::to_owned))
            }
        };
        let [capacity, allocation, available] = &sizes;
        table.row(&[&pool.name().shown(), state, autostart, persistent, capacity, allocation, available]);
    }
    sh.table(&table);
    Ok(())
}

fn find_storage_pool_sources_as(sh: &mut Shell, args: &Args) -> Done {
    let kind = args.needed("type")?;
    let (host, initiator) = (args.text("host")?, args.text("initiator")?);
    let source = match host {
        None => None,
        Some(host) => {
            let port = args.text("port").or_say(|| "missing argument")?;
            let mut xml = Writer::default();
            xml.open("source", &[]);
            xml.empty("host", &[("name", Some(host)), ("port", port)]);
            if let Some(iqn) = initiator {
                xml.open("initiator", &[]);
                xml.empty("iqn", &[("name", Some(iqn))]);
                xml.close("initiator");
            }
            xml.close("source");
            Some(bytes(&xml.finish()).into_owned())
        }
    };
    find_sources(sh, kind, source)
}

fn find_storage_pool_sources(sh: &mut Shell, args: &Args) -> Done {
    let kind = args.needed("type")?;
    let source = args.text("srcSpec")?.map(files::read).transpose()?;
    find_sources(sh, kind, source)
}

fn find_sources(sh: &Shell, kind: &str, source: Option<Vec<u8>>) -> Done {
    let found = sh.conn()?.find_storage_pool_sources(&*bytes(kind), source.as_deref(), 0);
    let found = found.or_say(|| format!("Failed to find any {kind} pool sources"))?;
    sh.print(&found.shown());
    Ok(())
}

fn pool_capabilities(sh: &mut Shell, _: &Args) -> Done {
    let text = sh.conn()?.storage_pool_capabilities(0);
    let text = text.or_say(|| "failed to get storage pool capabilities")?;
    sh.print(&format!("{}\n", text.shown()));
    Ok(())
}
