//! What a domain is and does.
use super::state;
use crate::bytes::Shown;
use crate::commands::lookup::By;
use crate::commands::params::yes_or_no;
use crate::fail::{Done, Failure};
use crate::parse::Args;
use crate::shell::{Body, Level, Shell};
use oxivirt::{Domain, ErrorCode};
use oxivirt_model::constants::{VIR_DOMAIN_TIME_SYNC, VIR_DOMAIN_XML_MIGRATABLE};
use oxivirt_model::constants::{VIR_DOMAIN_XML_INACTIVE, VIR_DOMAIN_XML_SECURE, VIR_DOMAIN_XML_UPDATE_CPU};

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("domid", domid),
    ("domname", domname),
    ("domuuid", domuuid),
    ("dumpxml", dumpxml),
    ("domcontrol", domcontrol),
    ("dominfo", dominfo),
    ("domstate", domstate),
    ("domtime", domtime),
];

/// Prints a line of a list of names and values.
pub(crate) fn line(sh: &Shell, name: &str, value: impl std::fmt::Display) {
    sh.print(&format!("{name:<15} {value}\n"));
}

fn enable(on: bool) -> &'static str {
    if on { "enable" } else { "disable" }
}

fn dominfo(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    match domain.id() {
        -1 => line(sh, "Id:", "-"),
        id => line(sh, "Id:", id),
    }
    line(sh, "Name:", domain.name().shown());
    line(sh, "UUID:", domain.uuid());
    if let Ok(kind) = domain.os_type() {
        line(sh, "OS Type:", kind.shown());
    }
    let info = domain.info().map(|info| print_info(sh, &info)).map_err(Failure::from);
    let persistent = domain.is_persistent();
    let number = persistent.as_ref().map_or(-1, |&persistent| i32::from(persistent));
    sh.debug(Level::Debug, &format!("Domain persistent flag value: {number}"));
    line(sh, "Persistent:", persistent.map_or("unknown", yes_or_no));
    if let Ok(on) = domain.autostart() {
        line(sh, "Autostart:", enable(on));
    }
    if let Ok(on) = domain.autostart_once() {
        line(sh, "Autostart Once:", enable(on));
    }
    line(sh, "Managed save:", domain.has_managed_save_image(0).map_or("unknown", yes_or_no));
    print_security(sh, &domain)?;
    for (at, message) in domain.messages(0).unwrap_or_default().iter().enumerate() {
        line(sh, if at == 0 { "Messages:" } else { "" }, message.shown());
    }
    info
}

fn print_info(sh: &Shell, info: &oxivirt::domain::Info) {
    line(sh, "State:", state::state(info.state.0));
    line(sh, "CPU(s):", info.vcpus);
    if info.cpu_time != 0 {
        line(sh, "CPU time:", format!("{:.1}s", nanoseconds(info.cpu_time)));
    }
    if info.max_memory == u64::from(u32::MAX) {
        line(sh, "Max memory:", "no limit");
    } else {
        line(sh, "Max memory:", format!("{} KiB", info.max_memory));
    }
    line(sh, "Used memory:", format!("{} KiB", info.memory));
}

/// Returns seconds.
#[expect(clippy::cast_precision_loss, reason = "as precise as it is shown")]
pub(crate) fn nanoseconds(time: u64) -> f64 {
    time as f64 / 1e9
}

fn print_security(sh: &Shell, domain: &Domain) -> Done {
    let model = match sh.conn()?.node_security_model() {
        Ok(model) => model,
        Err(error) if error.code == ErrorCode::NO_SUPPORT => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    if model.model.as_bytes().is_empty() {
        return Ok(());
    }
    line(sh, "Security model:", model.model.shown());
    line(sh, "Security DOI:", model.doi.shown());
    let label = domain.security_label()?;
    if !label.label.as_bytes().is_empty() {
        let mode = if label.enforcing { "enforcing" } else { "permissive" };
        line(sh, "Security label:", format!("{} ({mode})", label.label.shown()));
    }
    Ok(())
}

/// Returns the state and its reason.
pub(crate) fn state_of(domain: &Domain) -> Done<(i32, i32)> {
    match domain.state(0) {
        Ok((state, reason)) => Ok((state.0, reason)),
        Err(error) if error.code == ErrorCode::NO_SUPPORT => Ok((domain.info()?.state.0, -1)),
        Err(error) => Err(error.into()),
    }
}

fn domstate(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let (number, reason) = state_of(&domain)?;
    let shown = state::state(number);
    if args.has("reason") {
        sh.print(&format!("{shown} ({})\n", state::reason(number, reason)));
    } else {
        sh.print(&format!("{shown}\n"));
    }
    Ok(())
}

const CONTROL: [&str; 4] = ["ok", "background job", "occupied", "error"];
const CONTROL_ERRORS: [&str; 4] = ["", "unknown", "monitor failure", "internal (locking) error"];

fn domcontrol(sh: &mut Shell, args: &Args) -> Done {
    let info = sh.domain(args)?.control_info(0)?;
    let number = |number: u32| i32::try_from(number).unwrap_or(-1);
    let shown = state::word(&CONTROL, number(info.state), "unknown");
    sh.print(&match info.state {
        3 if info.details > 0 => {
            format!("{shown}: {}\n", state::word(&CONTROL_ERRORS, number(info.details), "unknown"))
        }
        0 | 3 => format!("{shown}\n"),
        _ => format!("{shown} ({:.3}s)\n", nanoseconds(info.state_time.saturating_mul(1_000_000))),
    });
    Ok(())
}

fn domid(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain_by(args, By::NAME_OR_UUID)?;
    match domain.id() {
        -1 => sh.print("-\n"),
        id => sh.print(&format!("{id}\n")),
    }
    Ok(())
}

fn domname(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain_by(args, By::ID_OR_UUID)?;
    sh.print(&format!("{}\n", domain.name().shown()));
    Ok(())
}

fn domuuid(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain_by(args, By::ID_OR_NAME)?;
    sh.print(&format!("{}\n", domain.uuid()));
    Ok(())
}

fn domtime(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("time", "now")?;
    args.exclusive("time", "sync")?;
    args.exclusive("now", "sync")?;
    let domain = sh.domain(args)?;
    let wanted = args.i64("time")?;
    if wanted.is_some() || args.has("now") || args.has("sync") {
        let now = || {
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
            i64::try_from(now.as_secs()).ok()
        };
        let seconds = if args.has("now") {
            now().ok_or_else(|| Failure::say("Unable to get current time"))?
        } else {
            wanted.unwrap_or_default()
        };
        domain.set_time(seconds, 0, args.flags(&[("sync", VIR_DOMAIN_TIME_SYNC)]))?;
        return Ok(());
    }
    let (seconds, _) = domain.time(0)?;
    if args.has("pretty") {
        let time = crate::print::utc(seconds).unwrap_or_default();
        sh.print(&format!("Time: {time}"));
    } else {
        sh.print(&format!("Time: {seconds}"));
    }
    Ok(())
}

fn dumpxml(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[
        ("inactive", VIR_DOMAIN_XML_INACTIVE),
        ("security-info", VIR_DOMAIN_XML_SECURE),
        ("update-cpu", VIR_DOMAIN_XML_UPDATE_CPU),
        ("migratable", VIR_DOMAIN_XML_MIGRATABLE),
    ]);
    let text = sh.domain(args)?.xml_desc(flags)?;
    sh.dump_xml(args, &text)
}

/// Returns the title or the description, empty if there is none.
pub(crate) fn description(domain: &Domain, title: bool, flags: u32) -> Done<String> {
    use oxivirt_model::constants::{VIR_DOMAIN_METADATA_DESCRIPTION, VIR_DOMAIN_METADATA_TITLE};
    let kind = if title { VIR_DOMAIN_METADATA_TITLE } else { VIR_DOMAIN_METADATA_DESCRIPTION };
    let error = match domain.metadata(kind.cast_signed(), None::<&str>, flags) {
        Ok(text) => return Ok(text.shown()),
        Err(error) => error,
    };
    match error.code {
        ErrorCode::NO_DOMAIN_METADATA => Ok(String::new()),
        // A daemon that knows no metadata still has them in the definition.
        ErrorCode::NO_SUPPORT => {
            let text = crate::xml::of_domain(domain, flags)?;
            let document = crate::xml::parse(&text, "domain")?;
            let element = crate::xml::root(&document)?.element(if title { "title" } else { "description" });
            Ok(element.map(|element| element.text().into_owned()).unwrap_or_default())
        }
        _ => Err(error.into()),
    }
}
