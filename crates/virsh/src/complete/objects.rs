//! Names that the daemon knows.
use super::comma::list;
use super::parts::{self, named, numbers};
use crate::bytes::{Shown, bytes};
use crate::fail::Done;
use crate::parse::Args;
use crate::shell::Shell;
use crate::table::{Completer, Which};
use oxivirt::{Connection, Network, StoragePool, Text};
use oxivirt_model::constants as c;

/// Returns the values that an option may have.
pub(super) fn names(shell: &Shell, args: &Args, completer: Completer, word: &str) -> Done<Vec<String>> {
    if completer == Completer::Server {
        return Ok(shown(shell.daemon()?.list_servers(0)?.iter().map(|server| server.name().shown())));
    }
    let conn = shell.conn()?;
    Ok(match completer {
        Completer::Domain(which) => shown(conn.list_all_domains(which.0)?.iter().map(|domain| domain.name().shown())),
        Completer::DomainUuid => shown(conn.list_all_domains(0)?.iter().map(|domain| domain.uuid().to_string())),
        Completer::Network(which) => shown(networks(&conn, which)?.iter().map(|network| network.name().shown())),
        Completer::NetworkUuid => shown(networks(&conn, Which::All)?.iter().map(|network| network.uuid().to_string())),
        Completer::Pool(which) => shown(pools(&conn, which)?.iter().map(|pool| pool.name().shown())),
        Completer::Interface(which) => {
            let flags =
                of_state(which, c::VIR_CONNECT_LIST_INTERFACES_ACTIVE, c::VIR_CONNECT_LIST_INTERFACES_INACTIVE, 0);
            shown(conn.list_all_interfaces(flags)?.iter().map(|interface| interface.name().shown()))
        }
        Completer::InterfaceMac => shown(conn.list_all_interfaces(0)?.iter().map(|interface| interface.mac().shown())),
        Completer::NodeDevice => shown(conn.list_all_node_devices(0)?.iter().map(|device| device.name().shown())),
        Completer::NwFilter => shown(conn.list_all_nwfilters(0)?.iter().map(|filter| filter.name().shown())),
        Completer::NwFilterBinding => {
            shown(conn.list_all_nwfilter_bindings(0)?.iter().map(|binding| binding.portdev().shown()))
        }
        Completer::Secret => shown(conn.list_all_secrets(0)?.iter().map(|secret| secret.uuid().to_string())),
        Completer::Volume => {
            let pool = StoragePool::lookup_by_name(&conn, &*named(args, "pool")?)?;
            shown(pool.list_all_volumes(0)?.iter().map(|volume| volume.name().shown()))
        }
        Completer::NetworkPort | Completer::NetworkMac => {
            of_network(&Network::lookup_by_name(&conn, &*named(args, "network")?)?, completer)?
        }
        Completer::CpuModel => {
            let arch =
                args.any("arch").map_or_else(|| Ok(conn.node_info()?.model.shown()), |arch| Done::Ok(arch.into()))?;
            shown(conn.cpu_model_names(&*bytes(&arch), 0)?.iter().map(Text::shown))
        }
        Completer::NodeCpu => {
            let map = conn.node_cpu_map(0)?;
            let bit = |cpu: &usize| {
                let byte = map.map.get(cpu.wrapping_div(8)).copied().unwrap_or_default();
                byte.checked_shr(u32::try_from(cpu.wrapping_rem(8)).unwrap_or_default())
                    .is_some_and(|rest| rest & 1 != 0)
            };
            (0..usize::try_from(map.cpus).unwrap_or_default()).filter(bit).map(|cpu| cpu.to_string()).collect()
        }
        Completer::CpuList => list(numbers(conn.node_cpu_map(0)?.cpus), word),
        Completer::Cell => topology(&conn, "host/topology/cells/cell", "id")?,
        Completer::PageSize => page_sizes(&conn, args)?,
        other => return parts::names(shell, args, other, word),
    })
}

fn shown(names: impl Iterator<Item = String>) -> Vec<String> {
    names.collect()
}

fn of_state(which: Which, active: u32, inactive: u32, persistent: u32) -> u32 {
    match which {
        Which::All => 0,
        Which::Active => active,
        Which::Inactive => inactive,
        Which::Persistent => persistent,
    }
}

fn networks(conn: &Connection, which: Which) -> Done<Vec<Network>> {
    let [active, inactive, persistent] = [
        c::VIR_CONNECT_LIST_NETWORKS_ACTIVE,
        c::VIR_CONNECT_LIST_NETWORKS_INACTIVE,
        c::VIR_CONNECT_LIST_NETWORKS_PERSISTENT,
    ];
    Ok(conn.list_all_networks(of_state(which, active, inactive, persistent))?)
}

fn pools(conn: &Connection, which: Which) -> Done<Vec<StoragePool>> {
    let [active, inactive, persistent] = [
        c::VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE,
        c::VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE,
        c::VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT,
    ];
    Ok(conn.list_all_storage_pools(of_state(which, active, inactive, persistent))?)
}

fn of_network(network: &Network, completer: Completer) -> Done<Vec<String>> {
    if completer == Completer::NetworkPort {
        return Ok(shown(network.list_all_ports(0)?.iter().map(|port| port.uuid().to_string())));
    }
    let leases = network.dhcp_leases(None::<&[u8]>, 0)?;
    Ok(leases.iter().filter_map(|lease| Some(lease.mac.as_ref()?.shown())).collect())
}

/// Returns an attribute of all elements at a place of the host's capabilities.
fn topology(conn: &Connection, place: &str, attribute: &str) -> Done<Vec<String>> {
    let text = conn.capabilities()?;
    let document = crate::xml::parse(&text, "capabilities")?;
    let root = crate::xml::root(&document)?;
    Ok(root.select(place).filter_map(|element| element.attr(attribute).map(str::to_owned)).collect())
}

/// Returns the sizes of memory pages, of a cell if the line names one.
fn page_sizes(conn: &Connection, args: &Args) -> Done<Vec<String>> {
    let text = conn.capabilities()?;
    let document = crate::xml::parse(&text, "capabilities")?;
    let root = crate::xml::root(&document)?;
    let pages: Vec<_> = match args.any("cellno") {
        None => root.select("host/cpu/pages").collect(),
        Some(cell) => {
            let cells = root.select("host/topology/cells/cell").filter(|element| element.attr("id") == Some(cell));
            cells.flat_map(|cell| cell.elements("pages").collect::<Vec<_>>()).collect()
        }
    };
    let sizes = pages.iter().filter_map(|element| element.attr("size")?.parse::<u64>().ok());
    Ok(sizes
        .map(|kibibytes| {
            let (size, unit) = crate::print::pretty_capacity(kibibytes.saturating_mul(1024));
            format!("{size:.0}{unit}")
        })
        .collect())
}
