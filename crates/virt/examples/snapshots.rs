//! Takes a snapshot of a domain and shows the tree of all: `snapshots URI NAME [SNAPSHOT]`.
use oxivirt::{Connection, Domain, Snapshot};

fn main() -> oxivirt::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (uri, name) = (arguments.next().unwrap_or_default(), arguments.next().unwrap_or_default());
    let conn = Connection::open(&uri)?;
    let domain = Domain::lookup_by_name(&conn, &*name)?;
    if let Some(snapshot) = arguments.next() {
        let xml = format!("<domainsnapshot><name>{snapshot}</name></domainsnapshot>");
        Snapshot::create_xml(&domain, xml, 0)?;
    }
    // `VIR_DOMAIN_SNAPSHOT_LIST_ROOTS`.
    for root in domain.list_all_snapshots(1)? {
        show(&root, "")?;
    }
    Ok(())
}

fn show(snapshot: &Snapshot, indent: &str) -> oxivirt::Result<()> {
    let current = if snapshot.is_current(0)? { " (current)" } else { "" };
    println!("{indent}{}{current}", snapshot.name());
    for child in snapshot.list_all_children(0)? {
        show(&child, &format!("{indent}  "))?;
    }
    Ok(())
}
