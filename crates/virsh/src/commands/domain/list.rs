//! Listing domains.
use super::{info, state};
use crate::bytes::Shown;
use crate::fail::{Done, OrSay};
use crate::parse::Args;
use crate::print::Table;
use crate::shell::{Body, Shell};
use oxivirt::Domain;
use oxivirt_model::constants as c;
use std::cmp::Ordering;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[("list", list)];

const FILTERS: &[(&str, u32)] = &[
    ("persistent", c::VIR_CONNECT_LIST_DOMAINS_PERSISTENT),
    ("transient", c::VIR_CONNECT_LIST_DOMAINS_TRANSIENT),
    ("with-managed-save", c::VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE),
    ("without-managed-save", c::VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE),
    ("autostart", c::VIR_CONNECT_LIST_DOMAINS_AUTOSTART),
    ("no-autostart", c::VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART),
    ("with-snapshot", c::VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT),
    ("without-snapshot", c::VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT),
    ("with-checkpoint", c::VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT),
    ("without-checkpoint", c::VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT),
    ("state-running", c::VIR_CONNECT_LIST_DOMAINS_RUNNING),
    ("state-paused", c::VIR_CONNECT_LIST_DOMAINS_PAUSED),
    ("state-shutoff", c::VIR_CONNECT_LIST_DOMAINS_SHUTOFF),
    ("state-other", c::VIR_CONNECT_LIST_DOMAINS_OTHER),
];

/// Orders names as their readers do: upper and lower case are the same.
pub(crate) fn by_name(one: &str, other: &str) -> Ordering {
    one.bytes().map(|byte| byte.to_ascii_lowercase()).cmp(other.bytes().map(|byte| byte.to_ascii_lowercase()))
}

/// What runs comes first, by its number; what does not, by its name.
fn order(one: &Domain, other: &Domain) -> Ordering {
    match (one.id(), other.id()) {
        (-1, -1) => by_name(&one.name().shown(), &other.name().shown()),
        (-1, _) => Ordering::Greater,
        (_, -1) => Ordering::Less,
        (one, other) => one.cmp(&other),
    }
}

fn flags(args: &Args) -> u32 {
    let (active, inactive) = (c::VIR_CONNECT_LIST_DOMAINS_ACTIVE, c::VIR_CONNECT_LIST_DOMAINS_INACTIVE);
    let running = if args.has("all") {
        active | inactive
    } else if args.has("inactive") || args.has("state-shutoff") {
        inactive
    } else {
        active
    };
    running | args.flags(FILTERS)
}

fn list(sh: &mut Shell, args: &Args) -> Done {
    let flags = flags(args);
    args.exclusive("table", "name")?;
    args.exclusive("table", "id")?;
    let mut domains = sh.conn()?.list_all_domains(flags).or_say(|| "Failed to list domains")?;
    domains.sort_by(order);
    let words = args.has("uuid") || args.has("name") || args.has("id");
    if args.has("table") || !words { table(sh, args, &domains) } else { lines(sh, args, &domains) }
}

fn table(sh: &Shell, args: &Args, domains: &[Domain]) -> Done {
    let (title, uuid) = (args.has("title"), args.has("uuid"));
    let header = ["Id", "Name", "State"].into_iter().chain(title.then_some("Title")).chain(uuid.then_some("UUID"));
    let mut table = Table::new(&header.collect::<Vec<_>>());
    for domain in domains {
        let Ok((number, _)) = info::state_of(domain) else { continue };
        let shut_off = number == c::VIR_DOMAIN_SHUTOFF.cast_signed();
        let saved = args.has("managed-save") && shut_off && domain.has_managed_save_image(0).unwrap_or(false);
        let state = if saved { "saved" } else { state::state(number) };
        let mut cells = vec![id(domain), domain.name().shown(), state.to_owned()];
        if title {
            cells.push(info::description(domain, true, 0)?);
        }
        if uuid {
            cells.push(domain.uuid().to_string());
        }
        table.row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    }
    sh.table(&table);
    Ok(())
}

fn id(domain: &Domain) -> String {
    match domain.id() {
        -1 => "-".into(),
        id => id.to_string(),
    }
}

fn lines(sh: &Shell, args: &Args, domains: &[Domain]) -> Done {
    let only_id = !args.has("uuid") && !args.has("name");
    for domain in domains {
        if only_id && domain.id() == -1 {
            continue;
        }
        let mut words = Vec::new();
        if args.has("uuid") {
            words.push(domain.uuid().to_string());
        }
        if args.has("id") {
            words.push(id(domain));
        }
        if args.has("name") {
            words.push(domain.name().shown());
        }
        sh.print(&words.join(" "));
        sh.print("\n");
    }
    Ok(())
}
