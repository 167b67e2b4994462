//! Where a domain's displays and terminals are.
use crate::bytes::Shown;
use crate::fail::{Done, Failure};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use crate::xml;
use oxivirt_model::constants as c;
use oxivirt_xml::tree::Node;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("domdisplay", domdisplay),
    ("ttyconsole", ttyconsole),
    ("vncdisplay", vncdisplay),
    ("domdisplay-reload", domdisplay_reload),
];

fn running(domain: &oxivirt::Domain) -> Done {
    if domain.is_active().unwrap_or(true) { Ok(()) } else { Err(Failure::say("Domain is not running")) }
}

/// Returns the first display of a type.
fn graphics<'d>(root: &Node<'d>, kind: &str) -> Option<Node<'d>> {
    root.select("devices/graphics").find(|graphics| graphics.attr("type") == Some(kind))
}

fn is_wildcard(address: &str) -> bool {
    address.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_unspecified())
}

/// Returns the server of the connection's URI.
fn server(sh: &Shell) -> Option<String> {
    let uri = sh.conn().ok()?.uri().shown();
    let authority = uri.split_once("://")?.1.split(['/', '?']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next()?,
        None => host.split(':').next()?,
    };
    (!host.is_empty()).then(|| host.to_owned())
}

/// Returns the URI of a display.
fn display(sh: &Shell, root: &Node<'_>, kind: &str) -> Option<String> {
    let graphics = graphics(root, kind)?;
    if kind == "dbus" {
        let address = graphics.attr("address").filter(|address| !address.is_empty())?;
        return match address.strip_prefix("unix:path=") {
            Some(path) => Some(format!("dbus+unix://{path}")),
            None => {
                sh.error(&format!("'{address}' D-Bus address is not handled"));
                None
            }
        };
    }
    let number = |name: &str| graphics.attr(name).and_then(|text| text.parse::<i32>().ok()).unwrap_or_default();
    let (port, tls_port) = (number("port"), number("tlsPort"));
    let is_socket = xml::value(&graphics, "listen/@type") == Some("socket");
    let socket = if is_socket { xml::value(&graphics, "listen/@socket") } else { None };
    if port == 0 && tls_port == 0 && socket.is_none() {
        return None;
    }
    let listen = graphics.attr("listen").filter(|listen| !listen.is_empty());
    let address = match listen {
        None => xml::value(&graphics, "listen/@address").map(str::to_owned),
        Some(any) if is_wildcard(any) => server(sh),
        Some(listen) => Some(listen.to_owned()),
    };
    let password = graphics.attr("passwd").filter(|password| !password.is_empty());
    let mut uri = if socket.is_some() { format!("{kind}+unix://") } else { format!("{kind}://") };
    if let (Some(password), "vnc") = (password, kind) {
        uri.push_str(&format!(":{password}@"));
    }
    match (socket, address) {
        (Some(socket), _) => uri.push_str(socket),
        (None, None) => uri.push_str("localhost"),
        (None, Some(address)) if address.contains(':') => uri.push_str(&format!("[{address}]")),
        (None, Some(address)) => uri.push_str(&address),
    }
    if port != 0 {
        let port = if kind == "vnc" { port.saturating_sub(5900) } else { port };
        uri.push_str(&format!(":{port}"));
    }
    let mut query = Vec::new();
    if tls_port != 0 {
        query.push(format!("tls-port={tls_port}"));
    }
    if let (Some(password), "spice") = (password, kind) {
        query.push(format!("password={password}"));
    }
    if !query.is_empty() {
        uri.push_str(&format!("?{}", query.join("&")));
    }
    Some(uri)
}

fn domdisplay(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("all", "type")?;
    let domain = sh.domain(args)?;
    running(&domain)?;
    let flags = args.flags(&[("include-password", c::VIR_DOMAIN_XML_SECURE)]);
    let wanted = args.text("type")?;
    let text = xml::of_domain(&domain, flags)?;
    let document = xml::parse(&text, "domain")?;
    let root = xml::root(&document)?;
    let mut shown = false;
    for kind in ["vnc", "spice", "rdp", "dbus"] {
        if wanted.is_some_and(|wanted| wanted != kind) {
            continue;
        }
        if let Some(uri) = display(sh, &root, kind) {
            sh.print(&uri);
            shown = true;
            if !args.has("all") {
                break;
            }
            sh.print("\n");
        }
    }
    match (shown, wanted) {
        (true, _) => Ok(()),
        (false, Some(kind)) => Err(Failure::say(format!("No graphical display with type '{kind}' found"))),
        (false, None) => Err(Failure::say("No graphical display found")),
    }
}

fn domdisplay_reload(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let kind = args.u32("type")?.unwrap_or_default();
    Ok(domain.graphics_reload(kind, 0)?)
}

fn vncdisplay(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    running(&domain)?;
    let text = xml::of_domain(&domain, 0)?;
    let document = xml::parse(&text, "domain")?;
    let graphics = graphics(&xml::root(&document)?, "vnc");
    let port = graphics.as_ref().and_then(|graphics| graphics.attr("port")?.parse::<i32>().ok());
    let port = port.filter(|port| *port >= 0);
    let port = port.ok_or_else(|| Failure::say("Failed to get VNC port. Is this domain using VNC?"))?;
    let display = port.saturating_sub(5900);
    let address = graphics.as_ref().and_then(|graphics| xml::first(graphics, &["@listen", "listen/@address"]));
    let address = address.filter(|address| *address != "0.0.0.0").unwrap_or_default();
    sh.print(&format!("{address}:{display}\n"));
    Ok(())
}

fn ttyconsole(sh: &mut Shell, args: &Args) -> Done {
    let text = xml::of_domain(&sh.domain(args)?, 0)?;
    let document = xml::parse(&text, "domain")?;
    let tty = xml::value(&xml::root(&document)?, "devices/console/@tty");
    sh.print(&format!("{}\n", tty.ok_or_else(Failure::quiet)?));
    Ok(())
}
