//! Shows the devices of a host as a tree: `devices URI`.
use oxivirt::{Connection, NodeDevice};

fn main() -> oxivirt::Result<()> {
    let uri = std::env::args().nth(1).unwrap_or_default();
    let conn = Connection::open_read_only(&uri)?;
    let devices = conn.list_all_node_devices(0)?;
    show(&devices, None, 0)
}

/// Shows the devices below `parent`.
fn show(devices: &[NodeDevice], parent: Option<&NodeDevice>, depth: usize) -> oxivirt::Result<()> {
    for device in devices {
        if device.parent()? == parent.map(NodeDevice::name) {
            let caps: Vec<_> = device.list_caps(device.num_of_caps()?)?.iter().map(ToString::to_string).collect();
            println!("{:depth$}{} ({})", "", device.name(), caps.join(", "));
            show(devices, Some(device), depth.saturating_add(2))?;
        }
    }
    Ok(())
}
