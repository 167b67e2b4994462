//! Devices of the host.
use super::domain::info::line;
use super::domain::list::by_name;
use super::files;
use super::metadata::definition;
use super::network::updated;
use super::outcome::{autostarted, told};
use super::params::yes_or_no;
use crate::bytes::Shown;
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::tree;
use crate::quote::split_list;
use crate::shell::{Body, Shell};
use crate::table::words;
use oxivirt::NodeDevice;
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(super) const BODIES: &[(&str, Body)] = &[
    ("nodedev-create", nodedev_create),
    ("nodedev-destroy", nodedev_destroy),
    ("nodedev-detach", nodedev_detach),
    ("nodedev-dumpxml", nodedev_dumpxml),
    ("nodedev-list", nodedev_list),
    ("nodedev-reattach", nodedev_reattach),
    ("nodedev-reset", nodedev_reset),
    ("nodedev-define", nodedev_define),
    ("nodedev-undefine", nodedev_undefine),
    ("nodedev-start", nodedev_start),
    ("nodedev-autostart", nodedev_autostart),
    ("nodedev-info", nodedev_info),
    ("nodedev-update", nodedev_update),
];

fn nodedev_create(sh: &mut Shell, args: &Args) -> Done {
    let (file, xml) = definition(args, "file")?;
    let flags = args.flags(&[("validate", c::VIR_NODE_DEVICE_CREATE_XML_VALIDATE)]);
    let device = NodeDevice::create_xml(&sh.conn()?, &*xml, flags);
    let device = device.or_say(|| format!("Failed to create node device from {file}"))?;
    sh.extra(&format!("Node device {} created from {file}\n", device.name().shown()));
    Ok(())
}

fn nodedev_define(sh: &mut Shell, args: &Args) -> Done {
    let (file, xml) = definition(args, "file")?;
    let flags = args.flags(&[("validate", c::VIR_NODE_DEVICE_DEFINE_XML_VALIDATE)]);
    let device = NodeDevice::define_xml(&sh.conn()?, &*xml, flags);
    let device = device.or_say(|| format!("Failed to define node device from '{file}'"))?;
    sh.extra(&format!("Node device '{}' defined from '{file}'\n", device.name().shown()));
    Ok(())
}

fn nodedev_destroy(sh: &mut Shell, args: &Args) -> Done {
    let (device, name) = sh.device(args)?;
    let failed = format!("Failed to destroy node device '{name}'");
    told(sh, device.destroy(), failed, &format!("Destroyed node device '{name}'\n"))
}

fn nodedev_undefine(sh: &mut Shell, args: &Args) -> Done {
    let (device, name) = sh.device(args)?;
    let failed = format!("Failed to undefine node device '{name}'");
    told(sh, device.undefine(0), failed, &format!("Undefined node device '{name}'\n"))
}

fn nodedev_start(sh: &mut Shell, args: &Args) -> Done {
    let (device, name) = sh.device_by_name(args)?;
    told(sh, device.create(0), format!("Failed to start device {name}"), &format!("Device {name} started\n"))
}

fn nodedev_autostart(sh: &mut Shell, args: &Args) -> Done {
    let (device, name) = sh.device(args)?;
    autostarted(sh, args, "Device", &name, |on| device.set_autostart(on))
}

/// The flags of the capabilities, in the order of their words.
const CAPABILITIES: [u32; 24] = [
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_SYSTEM,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_INTERFACE,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_TARGET,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_FC_HOST,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPORTS,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_GENERIC,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_DRM,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCW_DEV,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_CSS_DEV,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_CARD,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_QUEUE,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_AP_MATRIX,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_VPD,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_DEV,
    c::VIR_CONNECT_LIST_NODE_DEVICES_CAP_CCWGROUP_MEMBER,
];

fn list_flags(args: &Args) -> Done<u32> {
    let has = |name: &str| args.has(name);
    if has("all") && has("inactive") {
        return Err(Failure::say("Option --all is incompatible with --inactive"));
    }
    if has("transient") && (has("persistent") || has("inactive")) {
        return Err(Failure::say("Option --transient is incompatible with --persistent and --inactive"));
    }
    let capabilities = args.any("cap").filter(|list| !list.is_empty());
    if has("tree") && (capabilities.is_some() || has("inactive") || has("persistent") || has("transient")) {
        let text = "Option --tree is incompatible with --cap, --inactive, --persistent and --transient";
        return Err(Failure::say(text));
    }
    let mut flags = args.flags(&[
        ("persistent", c::VIR_CONNECT_LIST_NODE_DEVICES_PERSISTENT),
        ("transient", c::VIR_CONNECT_LIST_NODE_DEVICES_TRANSIENT),
    ]);
    for capability in capabilities.map(split_list).unwrap_or_default() {
        let number = words::NODE_DEVICE_CAPABILITIES.iter().position(|known| *known == capability);
        let flag = number.and_then(|at| CAPABILITIES.get(at));
        flags |= flag.ok_or_else(|| Failure::say("Invalid capability type"))?;
    }
    if has("inactive") || has("all") {
        flags |= c::VIR_CONNECT_LIST_NODE_DEVICES_INACTIVE;
    }
    if !has("inactive") {
        flags |= c::VIR_CONNECT_LIST_NODE_DEVICES_ACTIVE;
    }
    Ok(flags)
}

fn nodedev_list(sh: &mut Shell, args: &Args) -> Done {
    let flags = list_flags(args)?;
    let mut devices = sh.conn()?.list_all_node_devices(flags).or_say(|| "Failed to list node devices")?;
    devices.sort_by(|one, other| by_name(&one.name().shown(), &other.name().shown()));
    if !args.has("tree") {
        for device in &devices {
            sh.print(&format!("{}\n", device.name().shown()));
        }
        return Ok(());
    }
    let item = |device: &NodeDevice| {
        let name = device.name().shown();
        let parent = if name == "computer" { None } else { device.parent().ok().flatten().map(Shown::shown) };
        (name, parent)
    };
    let items: Vec<_> = devices.iter().map(item).collect();
    for (at, _) in items.iter().enumerate().filter(|(_, item)| item.1.is_none()) {
        sh.print(&tree(&items, at));
    }
    Ok(())
}

fn nodedev_dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let (device, _) = sh.device(args)?;
    let text = device.xml_desc(args.flags(&[("inactive", c::VIR_NODE_DEVICE_XML_INACTIVE)]))?;
    sh.dump_xml(args, &text)
}

fn nodedev_detach(sh: &mut Shell, args: &Args) -> Done {
    let driver = args.any("driver").filter(|driver| !driver.is_empty());
    let (device, name) = sh.device_by_name(args)?;
    let done = match driver {
        Some(driver) => device.detach_flags(Some(driver), 0),
        None => device.dettach(),
    };
    told(sh, done, format!("Failed to detach device {name}"), &format!("Device {name} detached\n"))
}

fn nodedev_reattach(sh: &mut Shell, args: &Args) -> Done {
    let (device, name) = sh.device_by_name(args)?;
    let failed = format!("Failed to re-attach device {name}");
    told(sh, device.re_attach(), failed, &format!("Device {name} re-attached\n"))
}

fn nodedev_reset(sh: &mut Shell, args: &Args) -> Done {
    let (device, name) = sh.device_by_name(args)?;
    told(sh, device.reset(), format!("Failed to reset device {name}"), &format!("Device {name} reset\n"))
}

fn nodedev_info(sh: &mut Shell, args: &Args) -> Done {
    let (device, _) = sh.device(args)?;
    let parent = device.parent().ok().flatten().map(Shown::shown).unwrap_or_default();
    line(sh, "Name:", device.name().shown());
    line(sh, "Parent:", parent);
    line(sh, "Active:", yes_or_no(device.is_active().unwrap_or(true)));
    line(sh, "Persistent:", yes_or_no(device.is_persistent().unwrap_or(true)));
    line(sh, "Autostart:", device.autostart().map_or("unknown", yes_or_no));
    Ok(())
}

fn nodedev_update(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("current", "live")?;
    args.exclusive("current", "config")?;
    let (device, _) = sh.device(args)?;
    let file = args.needed("file")?;
    let xml = files::read(file)?;
    let flags = args
        .flags(&[("config", c::VIR_NODE_DEVICE_UPDATE_AFFECT_CONFIG), ("live", c::VIR_NODE_DEVICE_UPDATE_AFFECT_LIVE)]);
    let name = device.name().shown();
    device.update(&*xml, flags).or_say(|| format!("Failed to update node device {name} from '{file}'"))?;
    let what = updated(args, || device.is_active().unwrap_or(true));
    sh.extra(&format!("Updated node device {name} {what}"));
    Ok(())
}
