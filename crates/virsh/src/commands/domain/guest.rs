//! What the agent in a guest is asked for, and what is typed into a guest.
use super::lifecycle::number_of;
use crate::bytes::{Shown, bytes};
use crate::commands::files;
use crate::fail::{Done, Failure, OrSay};
use crate::keycodes;
use crate::parse::{Args, number};
use crate::print::Table;
use crate::shell::{Body, Ended, Interrupt, Shell};
use crate::table::words;
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("domfsfreeze", domfsfreeze),
    ("domfsthaw", domfsthaw),
    ("domfsinfo", domfsinfo),
    ("domfstrim", domfstrim),
    ("domhostname", domhostname),
    ("get-user-sshkeys", get_user_sshkeys),
    ("inject-nmi", inject_nmi),
    ("send-key", send_key),
    ("send-process-signal", send_process_signal),
    ("guest-agent-timeout", guest_agent_timeout),
    ("set-user-sshkeys", set_user_sshkeys),
    ("set-user-password", set_user_password),
    ("guestinfo", guestinfo),
    ("domdirtyrate-calc", domdirtyrate_calc),
    ("await", await_event),
];

fn domfstrim(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let minimum = args.u64("minimum")?.unwrap_or_default();
    let mountpoint = args.text("mountpoint")?.map(|point| bytes(point).into_owned());
    domain.fs_trim(mountpoint.as_deref(), minimum, 0).or_say(|| "Unable to invoke fstrim")
}

fn mountpoints(args: &Args) -> Vec<Vec<u8>> {
    args.all("mountpoint").iter().map(|point| bytes(point).into_owned()).collect()
}

fn domfsfreeze(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let points = mountpoints(args);
    let count = domain.fs_freeze(points.iter().map(Vec::as_slice), 0).or_say(|| "Unable to freeze filesystems")?;
    sh.extra(&format!("Froze {count} filesystem(s)\n"));
    Ok(())
}

fn domfsthaw(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let points = mountpoints(args);
    let count = domain.fs_thaw(points.iter().map(Vec::as_slice), 0).or_say(|| "Unable to thaw filesystems")?;
    sh.extra(&format!("Thawed {count} filesystem(s)\n"));
    Ok(())
}

fn domfsinfo(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let found = domain.fs_info(0).or_say(|| "Unable to get filesystem information")?;
    if found.is_empty() {
        sh.extra("No filesystems are mounted in the domain");
        return Ok(());
    }
    let mut table = Table::new(&["Mountpoint", "Name", "Type", "Target"]);
    for one in found {
        let targets: Vec<_> = one.dev_aliases.iter().map(Shown::shown).collect();
        table.row(&[&one.mountpoint.shown(), &one.name.shown(), &one.fs_type.shown(), &targets.join(",")]);
    }
    sh.table(&table);
    Ok(())
}

fn guest_agent_timeout(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let timeout = args.i32("timeout")?.unwrap_or(c::VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK);
    Ok(domain.agent_set_response_timeout(timeout, 0)?)
}

fn guestinfo(sh: &mut Shell, args: &Args) -> Done {
    let types = args.flags(&[
        ("user", c::VIR_DOMAIN_GUEST_INFO_USERS),
        ("os", c::VIR_DOMAIN_GUEST_INFO_OS),
        ("timezone", c::VIR_DOMAIN_GUEST_INFO_TIMEZONE),
        ("hostname", c::VIR_DOMAIN_GUEST_INFO_HOSTNAME),
        ("filesystem", c::VIR_DOMAIN_GUEST_INFO_FILESYSTEM),
        ("disk", c::VIR_DOMAIN_GUEST_INFO_DISKS),
        ("interface", c::VIR_DOMAIN_GUEST_INFO_INTERFACES),
        ("load", c::VIR_DOMAIN_GUEST_INFO_LOAD),
        ("devices", c::VIR_DOMAIN_GUEST_INFO_DEVICES),
    ]);
    let domain = sh.domain(args)?;
    for param in domain.guest_info(types, 0)?.iter() {
        let (name, value) = crate::commands::params::pair(param)?;
        sh.print(&format!("{name:<20}: {value}\n"));
    }
    Ok(())
}

fn get_user_sshkeys(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let user = args.needed("user")?;
    for key in domain.authorized_ssh_keys(&*bytes(user), 0)? {
        sh.print(&key.shown());
    }
    Ok(())
}

fn set_user_sshkeys(sh: &mut Shell, args: &Args) -> Done {
    args.requires("remove", "file")?;
    args.exclusive("reset", "remove")?;
    let domain = sh.domain(args)?;
    let user = args.needed("user")?;
    let file = args.text("file")?;
    let mut flags = args.flags(&[("remove", c::VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE)]);
    if flags == 0 && !args.has("reset") {
        flags = c::VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND;
        if file.is_none() {
            return Err(Failure::say("Option --file is required"));
        }
    }
    let content = file.map(files::read).transpose()?;
    let keys: Vec<&[u8]> = match &content {
        None => Vec::new(),
        Some(content) if content.is_empty() => {
            return Err(Failure::say(format!("File {} contains no keys", file.unwrap_or_default())));
        }
        Some(content) => content.split(|byte| *byte == b'\n').collect(),
    };
    Ok(domain.set_authorized_ssh_keys(&*bytes(user), keys, flags)?)
}

fn set_user_password(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.flags(&[("encrypted", c::VIR_DOMAIN_PASSWORD_ENCRYPTED)]);
    let domain = sh.domain(args)?;
    let (user, password) = (args.needed("user")?, args.needed("password")?);
    domain.set_user_password(&*bytes(user), &*bytes(password), flags)?;
    let name = args.any("domain").unwrap_or_default();
    sh.extra(&format!("Password set successfully for {user} in {name}"));
    Ok(())
}

fn domhostname(sh: &mut Shell, args: &Args) -> Done {
    let source = args.text("source")?;
    let domain = sh.domain(args)?;
    let flags = match source {
        None => 0,
        Some("agent") => c::VIR_DOMAIN_GET_HOSTNAME_AGENT,
        Some("lease") => c::VIR_DOMAIN_GET_HOSTNAME_LEASE,
        Some(other) => return Err(Failure::say(format!("Unknown data source '{other}'"))),
    };
    let name = domain.hostname(flags).or_say(|| "failed to get hostname")?;
    sh.print(&format!("{}\n", name.shown()));
    Ok(())
}

fn inject_nmi(sh: &mut Shell, args: &Args) -> Done {
    Ok(sh.domain(args)?.inject_nmi(0)?)
}

/// Returns the number of a key.
fn key_code(name: &str, codeset: &str) -> Option<u32> {
    let digits = name.strip_prefix("0x").or_else(|| name.strip_prefix("0X"));
    let number = match digits {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None if name.len() > 1 && name.starts_with('0') => u32::from_str_radix(name, 8).ok(),
        None => number::to_u32(name),
    };
    let number = number.filter(|number| *number <= 0xffff);
    number.or_else(|| keycodes::code(codeset, name))
}

fn send_key(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let name = args.any("codeset").filter(|name| !name.is_empty()).unwrap_or("linux");
    let hold = args.u32("holdtime")?.unwrap_or_default();
    let known = if name == "rfb" { "qnum" } else { name };
    let codeset = number_of(words::CODESETS, known);
    let codeset = codeset.ok_or_else(|| Failure::say(format!("unknown codeset: '{known}'")))?;
    let mut codes = Vec::new();
    for key in args.all("keycode") {
        if codes.len() == 16 {
            return Err(Failure::say("too many keycodes"));
        }
        codes.push(key_code(key, known).ok_or_else(|| Failure::say(format!("invalid keycode: '{key}'")))?);
    }
    Ok(domain.send_key(codeset, hold, &codes, 0)?)
}

const SIGNALS: [&str; 32] = [
    "nop", "hup", "int", "quit", "ill", "trap", "abrt", "bus", "fpe", "kill", "usr1", "segv", "usr2", "pipe", "alrm",
    "term", "stkflt", "chld", "cont", "stop", "tstp", "ttin", "ttou", "urg", "xcpu", "xfsz", "vtalrm", "prof", "winch",
    "poll", "pwr", "sys",
];

/// Returns the number of a signal, by number or name.
fn signal(name: &str) -> Option<u32> {
    let lower = name.to_ascii_lowercase();
    if let Some(number) = crate::parse::to_i32(&lower) {
        return u32::try_from(number).ok();
    }
    let bare = lower.strip_prefix("sig_").or_else(|| lower.strip_prefix("sig")).unwrap_or(&lower);
    if let Some(number) = number_of(&SIGNALS, bare) {
        return Some(number);
    }
    // The signals for any use begin after those with names.
    let number: u32 = bare.strip_prefix("rt").filter(|digits| !digits.starts_with('+'))?.parse().ok()?;
    (number <= 32 && bare == format!("rt{number}")).then(|| number.saturating_add(32))
}

fn send_process_signal(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let pid = args.i64("pid")?.unwrap_or_default();
    let name = args.needed("signame")?;
    let number = signal(name).ok_or_else(|| Failure::say(format!("malformed signal name: {name}")))?;
    Ok(domain.send_process_signal(pid, number, 0)?)
}

fn domdirtyrate_calc(sh: &mut Shell, args: &Args) -> Done {
    const MODES: [u32; 3] = [
        c::VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING,
        c::VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP,
        c::VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING,
    ];
    let domain = sh.domain(args)?;
    let seconds = args.i32("seconds")?.unwrap_or(1);
    let flags = match args.text("mode")? {
        None => 0,
        Some(mode) => {
            let known = words::DIRTY_RATE_MODES.iter().zip(MODES).find(|(name, _)| **name == mode);
            known.ok_or_else(|| Failure::say(format!("Unknown calculation mode '{mode}'")))?.1
        }
    };
    domain.start_dirty_rate_calc(seconds, flags)?;
    sh.extra("Start to calculate domain's memory dirty rate successfully.\n");
    Ok(())
}

fn await_event(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let timeout = args.timeout()?;
    let condition = args.needed("condition")?;
    let waiting: Interrupt<()> = Interrupt::begin(timeout)?;
    let id = match condition {
        "domain-inactive" => c::VIR_DOMAIN_EVENT_ID_LIFECYCLE,
        "guest-agent-available" => c::VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE,
        _ => return Err(Failure::say(format!("Unsupported await condition name '{condition}'"))),
    };
    let report = waiting.reporter();
    let _events = super::super::object_events::on_domain_event(&domain, id, move || report(()))?;
    let met = || -> bool {
        if condition == "domain-inactive" {
            return !domain.is_active().unwrap_or(true);
        }
        let xml = domain.xml_desc(0);
        xml.is_ok_and(|xml| agent_connected(&xml))
    };
    if met() {
        return Ok(());
    }
    match waiting.wait(sh, |()| met()) {
        Ended::Done => Ok(()),
        Ended::Timeout => {
            sh.extra("event loop timed out\n");
            Err(Failure::with_status(2))
        }
        Ended::Interrupted => {
            sh.extra("event loop interrupted\n");
            Err(Failure::quiet())
        }
    }
}

/// Returns true if the agent is there.
fn agent_connected(xml: &oxivirt::Text) -> bool {
    let Ok(document) = crate::xml::parse(xml, "domain") else { return false };
    let Ok(root) = crate::xml::root(&document) else { return false };
    root.select("devices/channel/target").any(|target| {
        target.attr("name") == Some("org.qemu.guest_agent.0") && target.attr("state") == Some("connected")
    })
}
