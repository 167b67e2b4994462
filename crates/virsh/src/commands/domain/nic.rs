//! Network interfaces of domains.
use super::address::{Address, Kind};
use super::device::{Impact, apply};
use super::tuning::Rate;
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::print::Table;
use crate::shell::{Body, Shell};
use crate::table::words;
use crate::xml::{self, Change, Writer};
use oxivirt::Domain;
use oxivirt_model::constants as c;
use oxivirt_xml::tree::Node;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("attach-interface", attach_interface),
    ("detach-interface", detach_interface),
    ("domifannounce", domifannounce),
    ("domif-setlink", domif_setlink),
    ("domif-getlink", domif_getlink),
    ("domifaddr", domifaddr),
    ("domiflist", domiflist),
];

/// Writes a rate, if it is given.
fn write_rate(writer: &mut Writer, name: &str, rate: &Rate) {
    let values = rate.0.map(|value| (value > 0).then(|| value.to_string()));
    let names = ["average", "peak", "burst", "floor"];
    let attributes: Vec<_> = names.into_iter().zip(values.iter().map(Option::as_deref)).collect();
    writer.empty(name, &attributes);
}

fn rates(args: &Args) -> Done<(Option<Rate>, Option<Rate>)> {
    let inbound = args.any("inbound").map(Rate::parse).transpose()?;
    if let Some(Rate([0, _, _, 0])) = inbound {
        return Err(Failure::say("either inbound average or floor is mandatory"));
    }
    let outbound = args.any("outbound").map(Rate::parse).transpose()?;
    if let Some(Rate([average, _, _, floor])) = outbound {
        if average == 0 {
            return Err(Failure::say("outbound average is mandatory"));
        }
        if floor > 0 {
            return Err(Failure::say("outbound floor is unsupported yet"));
        }
    }
    Ok((inbound, outbound))
}

fn write_source(writer: &mut Writer, kind: &str, source: &str, mode: Option<&str>) -> Done {
    match kind {
        "network" | "bridge" => writer.empty("source", &[(kind, Some(source))]),
        "direct" => writer.empty("source", &[("dev", Some(source))]),
        "hostdev" => {
            let address = Address::parse(&format!("pci:{source}"), false).filter(|address| address.kind == Kind::Pci);
            let failed = || Failure::say(format!("cannot parse pci address '{source}' for network interface"));
            let address = address.ok_or_else(failed)?;
            writer.open("source", &[]);
            address.write(writer);
            writer.close("source");
        }
        "vhostuser" => {
            let mode = mode.ok_or_else(|| Failure::say("source-mode is mandatory"))?;
            writer.empty("source", &[("type", Some("unix")), ("path", Some(source)), ("mode", Some(mode))]);
        }
        _ => return Err(Failure::say(format!("No support for {kind} in command 'attach-interface'"))),
    }
    Ok(())
}

/// Returns the definition of a new interface.
fn new_interface(args: &Args) -> Done<String> {
    let names = ["type", "source", "target", "mac", "script", "model", "alias", "inbound", "outbound", "source-mode"];
    for option in names {
        args.text(option)?;
    }
    let kind = args.any("type").unwrap_or_default();
    if !words::INTERFACE_TYPES.contains(&kind) {
        return Err(Failure::say(format!("No support for {kind} in command 'attach-interface'")));
    }
    let mode = args.any("source-mode");
    if let Some(mode) = mode.filter(|mode| !words::SOURCE_MODES.contains(mode)) {
        return Err(Failure::say(format!("Invalid source mode: {mode}")));
    }
    let (inbound, outbound) = rates(args)?;
    let mut writer = Writer::default();
    writer.open("interface", &[("type", Some(kind)), ("managed", args.has("managed").then_some("yes"))]);
    write_source(&mut writer, kind, args.any("source").unwrap_or_default(), mode)?;
    for (option, element, attribute) in [
        ("target", "target", "dev"),
        ("mac", "mac", "address"),
        ("script", "script", "path"),
        ("model", "model", "type"),
        ("alias", "alias", "name"),
    ] {
        if let Some(value) = args.any(option) {
            writer.empty(element, &[(attribute, Some(value))]);
        }
    }
    if inbound.is_some() || outbound.is_some() {
        writer.open("bandwidth", &[]);
        for (name, rate) in [("inbound", inbound), ("outbound", outbound)] {
            if let Some(rate) = rate {
                write_rate(&mut writer, name, &rate);
            }
        }
        writer.close("bandwidth");
    }
    writer.close("interface");
    Ok(writer.finish())
}

fn attach_interface(sh: &mut Shell, args: &Args) -> Done {
    let impact = Impact::of(args)?;
    let text = new_interface(args)?;
    if args.has("print-xml") {
        sh.print(&text);
        return Ok(());
    }
    let domain = sh.domain(args)?;
    let flags = impact.for_domain(&domain);
    let raw = bytes(&text);
    let done = apply(args, flags, || domain.attach_device(&*raw), |flags| domain.attach_device_flags(&*raw, flags));
    done.or_say(|| "Failed to attach interface")?;
    sh.extra("Interface attached successfully\n");
    Ok(())
}

/// Returns the interface of this type with this MAC address.
fn find<'d>(root: &Node<'d>, kind: &str, mac: Option<&str>) -> Done<Node<'d>> {
    let mut found: Vec<_> = root.select("devices/interface").filter(|one| one.attr("type") == Some(kind)).collect();
    if found.is_empty() {
        return Err(Failure::say(format!("No interface found whose type is {kind}")));
    }
    if let Some(mac) = mac {
        let wanted = xml::mac(mac);
        let same = |one: &Node<'_>| {
            xml::value(one, "mac/@address")
                .is_some_and(|own| own == mac || (wanted.is_some() && xml::mac(own) == wanted))
        };
        found.retain(same);
        if found.len() > 1 {
            return Err(Failure::say(format!(
                "Domain has multiple interfaces matching MAC address {mac}. You must use detach-device and specify the \
                 device pci address to remove it."
            )));
        }
        return found.pop().ok_or_else(|| Failure::say(format!("No interface with MAC address {mac} was found")));
    }
    if found.len() > 1 {
        let number = found.len();
        return Err(Failure::say(format!(
            "Domain has {number} interfaces. Please specify which one to detach using --mac"
        )));
    }
    found.pop().ok_or_else(Failure::quiet)
}

fn detach(sh: &Shell, args: &Args, domain: &Domain, inactive: bool, flags: u32) -> Done {
    let text = super::device::of_definition(domain, inactive)?;
    let document = xml::parse(&text, "domain")?;
    let interface = find(&xml::root(&document)?, args.needed("type")?, args.text("mac")?)?;
    let xml = xml::to_string(&interface);
    if args.has("print-xml") {
        sh.print(&xml);
        return Ok(());
    }
    let raw = bytes(&xml);
    Ok(apply(args, flags, || domain.detach_device(&*raw), |flags| domain.detach_device_flags(&*raw, flags))?)
}

fn detach_interface(sh: &mut Shell, args: &Args) -> Done {
    Impact::of(args)?;
    let domain = sh.domain(args)?;
    args.needed("type")?;
    args.text("mac")?;
    let config = args.has("config") || args.has("persistent");
    let live = args.has("live") || (args.has("persistent") && domain.is_active().unwrap_or(false));
    let both = || -> Done {
        if config {
            detach(sh, args, &domain, true, c::VIR_DOMAIN_AFFECT_CONFIG)?;
        }
        if live || !config {
            detach(sh, args, &domain, false, if live { c::VIR_DOMAIN_AFFECT_LIVE } else { 0 })?;
        }
        Ok(())
    };
    let done = both();
    if args.has("print-xml") {
        return done;
    }
    done.map_err(|failure| failure.then("Failed to detach interface"))?;
    sh.extra("Interface detached successfully\n");
    Ok(())
}

fn domiflist(sh: &mut Shell, args: &Args) -> Done {
    let text = xml::of_domain(&sh.domain(args)?, args.flags(&[("inactive", c::VIR_DOMAIN_XML_INACTIVE)]))?;
    let document = xml::parse(&text, "domain")?;
    let mut table = Table::new(&["Interface", "Type", "Source", "Model", "MAC"]);
    for one in xml::root(&document)?.select("devices/interface") {
        let source = xml::first_attribute(&one, "source", &["bridge", "dev", "network", "name", "path"]);
        let value = |path: &str| xml::value(&one, path).unwrap_or("-");
        let kind = one.attr("type").unwrap_or_default();
        table.row(&[value("target/@dev"), kind, source.unwrap_or("-"), value("model/@type"), value("mac/@address")]);
    }
    sh.table(&table);
    Ok(())
}

fn domif_getlink(sh: &mut Shell, args: &Args) -> Done {
    let wanted = args.needed("interface")?;
    let text = xml::of_domain(&sh.domain(args)?, args.flags(&[("config", c::VIR_DOMAIN_XML_INACTIVE)]))?;
    let document = xml::parse(&text, "domain")?;
    let mac = xml::mac(wanted).map(|mac| mac.map(|byte| format!("{byte:02x}")).join(":"));
    let matches = |one: &Node<'_>| {
        (mac.is_some() && xml::value(one, "mac/@address") == mac.as_deref())
            || xml::value(one, "target/@dev") == Some(wanted)
    };
    let found: Vec<_> = xml::root(&document)?.select("devices/interface").filter(matches).collect();
    let interface = match found.as_slice() {
        [] => {
            let what = mac.map_or_else(|| format!("dev: {wanted}"), |mac| format!("mac: {mac}"));
            return Err(Failure::say(format!("Interface ({what}) not found.")));
        }
        [interface] => interface,
        _ => return Err(Failure::say("multiple matching interfaces found")),
    };
    sh.print(&format!("{wanted} {}", xml::value(interface, "link/@state").unwrap_or("up")));
    Ok(())
}

fn domif_setlink(sh: &mut Shell, args: &Args) -> Done {
    let (wanted, state) = (args.needed("interface")?, args.needed("state")?);
    let domain = sh.domain(args)?;
    if !["up", "down"].contains(&state) {
        return Err(Failure::say(format!("invalid link state '{state}'")));
    }
    let config = args.has("config");
    let inactive = config || matches!(domain.is_active(), Ok(false));
    let flags = if inactive { c::VIR_DOMAIN_AFFECT_CONFIG } else { c::VIR_DOMAIN_AFFECT_LIVE };
    let text = xml::of_domain(&domain, if config { c::VIR_DOMAIN_XML_INACTIVE } else { 0 })?;
    let document = xml::parse(&text, "domain")?;
    let all: Vec<_> = xml::root(&document)?.select("devices/interface").collect();
    if all.is_empty() {
        return Err(Failure::say("Failed to extract interface information or no interfaces found"));
    }
    let matches = |one: &&Node<'_>| {
        let same = |path: &str| xml::value(one, path).is_some_and(|own| own.eq_ignore_ascii_case(wanted));
        same("mac/@address") || same("target/@dev")
    };
    let interface = all.iter().find(matches);
    let interface = interface.ok_or_else(|| Failure::say(format!("interface '{wanted}' not found")))?;
    let has_state = interface.element("link").map(|link| link.attr("state").is_some());
    let new = format!("<link state=\"{state}\"/>");
    let xml = xml::rewritten(interface, &|path, attribute| match (path, attribute, has_state) {
        (["link"], Some("state"), _) => Change::Text(state.to_owned()),
        (["link"], None, Some(false)) => Change::Drop,
        ([], None, None | Some(false)) => Change::Append(new.clone()),
        _ => Change::Keep,
    });
    if args.has("print-xml") {
        sh.print(&xml);
        return Ok(());
    }
    domain.update_device_flags(&*bytes(&xml), flags).or_say(|| "Failed to update interface link state")?;
    sh.extra("Device updated successfully\n");
    Ok(())
}

fn domifaddr(sh: &mut Shell, args: &Args) -> Done {
    let wanted = args.text("interface")?;
    let source = args.text("source")?;
    let source = source.map_or(Ok(0), |name| {
        let number = super::lifecycle::number_of(words::ADDRESS_SOURCES, name);
        number.ok_or_else(|| Failure::say(format!("Unknown data source '{name}'")))
    })?;
    let domain = sh.domain(args)?;
    let interfaces = domain.interface_addresses(source, 0).or_say(|| "Failed to query for interfaces addresses")?;
    let rule = "-".repeat(61);
    sh.extra(&format!(" {:<10} {:<19} {:<10} {}\n{rule}\n", "Name", "MAC address", "Protocol", "Address"));
    for interface in interfaces {
        let name = interface.name.shown();
        if wanted.is_some_and(|wanted| wanted != name) {
            continue;
        }
        let mac = interface.mac.as_ref().map(Shown::shown);
        if interface.addresses.is_empty() {
            let mac = mac.as_deref().unwrap_or("N/A");
            sh.print(&format!(" {name:<10} {mac:<19} {:<10} {}\n", "N/A", "N/A"));
        }
        for (at, address) in interface.addresses.iter().enumerate() {
            let kind = if address.kind == 0 { "ipv4" } else { "ipv6" };
            let (name, mac) = if args.has("full") || at == 0 {
                (name.as_str(), mac.as_deref().unwrap_or_default())
            } else {
                ("-", "-")
            };
            let (address, prefix) = (address.address.shown(), address.prefix);
            sh.print(&format!(" {name:<10} {mac:<19} {kind:<10} {address}/{prefix}\n"));
        }
    }
    Ok(())
}

fn domifannounce(sh: &mut Shell, args: &Args) -> Done {
    let interface = args.text("interface")?.map(|name| bytes(name).into_owned());
    let domain = sh.domain(args)?;
    let mut params = Vec::new();
    for option in ["initial", "max", "rounds", "step"] {
        params.extend(args.u32(option)?.map(|value| oxivirt::TypedParam::new(option, value)));
    }
    domain.announce_interface(interface.as_deref(), &params, 0)?;
    sh.extra(&format!("Interface announcement sent for domain '{}'\n", args.any("domain").unwrap_or_default()));
    Ok(())
}
