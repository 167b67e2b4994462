//! Starting and ending domains, and what they are while they do not run.
use crate::bytes::{Shown, bytes};
use crate::commands::files;
use crate::commands::lookup::By;
use crate::commands::metadata::definition;
use crate::editor::{self, Editable};
use crate::fail::{Done, Failure, OrSay};
use crate::parse::Args;
use crate::shell::{Body, Shell};
use crate::table::words;
use oxivirt::{Connection, Domain, ErrorCode, ErrorDomain, Result};
use oxivirt_model::constants as c;
use std::os::fd::OwnedFd;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("autostart", autostart),
    ("create", create),
    ("define", define),
    ("destroy", destroy),
    ("domrename", domrename),
    ("dompmsuspend", dompmsuspend),
    ("dompmwakeup", dompmwakeup),
    ("edit", edit),
    ("reboot", reboot),
    ("reset", reset),
    ("resume", resume),
    ("set-lifecycle-action", set_lifecycle_action),
    ("shutdown", shutdown),
    ("start", start),
    ("suspend", suspend),
];

/// Returns the number of a word in a list.
pub(crate) fn number_of(words: &[&str], word: &str) -> Option<u32> {
    let at = words.iter().position(|known| *known == word)?;
    u32::try_from(at).ok()
}

/// Does something with the domain, and says so: `failed` and `done` hold `{}` for its name.
fn act(sh: &Shell, args: &Args, failed: &str, done: &str, action: impl FnOnce(&Domain) -> Result<()>) -> Done {
    let domain = sh.domain(args)?;
    let name = args.any("domain").unwrap_or_default();
    action(&domain).or_say(|| failed.replace("{}", name))?;
    sh.extra(&done.replace("{}", name));
    Ok(())
}

fn suspend(sh: &mut Shell, args: &Args) -> Done {
    act(sh, args, "Failed to suspend domain '{}'", "Domain '{}' suspended\n", Domain::suspend)
}

fn resume(sh: &mut Shell, args: &Args) -> Done {
    act(sh, args, "Failed to resume domain '{}'", "Domain '{}' resumed\n", Domain::resume)
}

fn reset(sh: &mut Shell, args: &Args) -> Done {
    act(sh, args, "Failed to reset domain '{}'", "Domain '{}' was reset\n", |domain| domain.reset(0))
}

fn destroy(sh: &mut Shell, args: &Args) -> Done {
    let flags =
        args.flags(&[("graceful", c::VIR_DOMAIN_DESTROY_GRACEFUL), ("remove-logs", c::VIR_DOMAIN_DESTROY_REMOVE_LOGS)]);
    let destroy = |domain: &Domain| if flags == 0 { domain.destroy() } else { domain.destroy_flags(flags) };
    act(sh, args, "Failed to destroy domain '{}'", "Domain '{}' destroyed\n", destroy)
}

/// The modes of shutdown and reboot, whose flags are the same.
const MODES: [(&str, u32); 5] = [
    ("acpi", c::VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN),
    ("agent", c::VIR_DOMAIN_SHUTDOWN_GUEST_AGENT),
    ("initctl", c::VIR_DOMAIN_SHUTDOWN_INITCTL),
    ("signal", c::VIR_DOMAIN_SHUTDOWN_SIGNAL),
    ("paravirt", c::VIR_DOMAIN_SHUTDOWN_PARAVIRT),
];

fn modes(args: &Args, expected: &str) -> Done<u32> {
    let Some(modes) = args.text("mode")? else { return Ok(0) };
    modes.split(',').try_fold(0, |flags, mode| {
        let known = MODES.iter().find(|(name, _)| *name == mode);
        let (_, flag) =
            known.ok_or_else(|| Failure::say(format!("Unknown mode {mode} value, expecting {expected}")))?;
        Ok(flags | flag)
    })
}

fn shutdown(sh: &mut Shell, args: &Args) -> Done {
    let flags = modes(args, "'acpi', 'agent', 'initctl', 'signal', or 'paravirt'")?;
    let shutdown = |domain: &Domain| if flags == 0 { domain.shutdown() } else { domain.shutdown_flags(flags) };
    act(sh, args, "Failed to shutdown domain '{}'", "Domain '{}' is being shutdown\n", shutdown)
}

fn reboot(sh: &mut Shell, args: &Args) -> Done {
    let flags = modes(args, "'acpi', 'agent', 'initctl', 'signal' or 'paravirt'")?;
    act(sh, args, "Failed to reboot domain '{}'", "Domain '{}' is being rebooted\n", |domain| domain.reboot(flags))
}

fn autostart(sh: &mut Shell, args: &Args) -> Done {
    let on = !args.has("disable");
    let (mark, to) = (if on { "mark" } else { "unmark" }, if args.has("once") { " on next boot" } else { "" });
    let set = |domain: &Domain| {
        if args.has("once") { domain.set_autostart_once(on) } else { domain.set_autostart(on) }
    };
    let failed = format!("Failed to {mark} domain '{{}}' as autostarted{to}");
    act(sh, args, &failed, &format!("Domain '{{}}' {mark}ed as autostarted{to}\n"), set)
}

fn dompmsuspend(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let duration = args.u64("duration")?.unwrap_or_default();
    let target = number_of(words::SUSPEND_TARGETS, args.needed("target")?);
    let target = target.ok_or_else(|| Failure::say("Invalid target"))?;
    let name = domain.name().shown();
    let done = domain.pm_suspend_for_duration(target, duration, 0);
    done.or_say(|| format!("Domain '{name}' could not be suspended"))?;
    sh.extra(&format!("Domain '{name}' successfully suspended"));
    Ok(())
}

fn dompmwakeup(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let name = domain.name().shown();
    domain.pm_wakeup(0).or_say(|| format!("Domain '{name}' could not be woken up"))?;
    sh.extra(&format!("Domain '{name}' successfully woken up"));
    Ok(())
}

fn domrename(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    domain.rename(&*bytes(args.needed("new-name")?), 0)?;
    sh.extra("Domain successfully renamed\n");
    Ok(())
}

fn set_lifecycle_action(sh: &mut Shell, args: &Args) -> Done {
    let flags = args.impact()?;
    let (event, action) = (args.needed("type")?, args.needed("action")?);
    let event = number_of(words::LIFECYCLE_EVENTS, event)
        .ok_or_else(|| Failure::say(format!("Invalid lifecycle type '{event}'.")))?;
    let action = number_of(words::LIFECYCLE_ACTIONS, action)
        .ok_or_else(|| Failure::say(format!("Invalid lifecycle action '{action}'.")))?;
    sh.domain(args)?.set_lifecycle_action(event, action, flags).or_say(|| "Unable to change lifecycle action.")
}

/// Returns the numbers of the descriptors that `--pass-fds` names.
pub(super) fn passed_files(args: &Args) -> Done<Vec<i32>> {
    let Some(list) = args.any("pass-fds").filter(|list| !list.is_empty()) else { return Ok(Vec::new()) };
    let unusable = |number: &str| Failure::say(format!("Unable to parse FD number '{number}'"));
    list.split(',').map(|number| crate::parse::to_i32(number).ok_or_else(|| unusable(number))).collect()
}

/// Returns copies of descriptors. A call consumes what it passes on.
///
/// # Errors
/// The library's, for a number that is no descriptor.
pub(super) fn copies(files: &[i32]) -> Result<Vec<OwnedFd>> {
    let refused = |fd: i32, error: &std::io::Error| {
        let errno = error.raw_os_error().unwrap_or_default();
        oxivirt::Error::system(ErrorDomain::RPC, errno, format!("Cannot duplicate FD {fd}"))
    };
    files.iter().map(|&fd| oxivirt_sys::duplicate(fd).map_err(|error| refused(fd, &error))).collect()
}

const START: [(&str, u32); 2] =
    [("autodestroy", c::VIR_DOMAIN_START_AUTODESTROY), ("reset-nvram", c::VIR_DOMAIN_START_RESET_NVRAM)];

/// Returns the flags of a start, and whether the domain is resumed when the console is open.
fn start_flags(args: &Args) -> (u32, bool) {
    let to_console = args.has("console") && !args.has("paused");
    let paused = if to_console || args.has("paused") { c::VIR_DOMAIN_START_PAUSED } else { 0 };
    (paused | args.flags(&START), to_console)
}

fn start_domain(domain: &Domain, files: &[i32], flags: u32) -> Result<()> {
    if !files.is_empty() {
        return domain.create_with_files(copies(files)?, flags);
    }
    if flags == 0 { domain.create() } else { domain.create_with_flags(flags) }
}

fn is_refused_flag(error: &oxivirt::Error) -> bool {
    error.code == ErrorCode::NO_SUPPORT || error.code == ErrorCode::INVALID_ARG
}

fn start(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain_by(args, By::NAME_OR_UUID)?;
    if domain.id() != -1 {
        return Err(Failure::say("Domain is already active"));
    }
    let files = passed_files(args)?;
    let (flags, mut resumes) = start_flags(args);
    let mut flags = flags
        | args.flags(&[
            ("bypass-cache", c::VIR_DOMAIN_START_BYPASS_CACHE),
            ("force-boot", c::VIR_DOMAIN_START_FORCE_BOOT),
        ]);
    let mut done = start_domain(&domain, &files, flags);
    if flags & c::VIR_DOMAIN_START_FORCE_BOOT != 0 {
        match done {
            // The daemon does not know the flag: the saved state goes first.
            Err(error) if is_refused_flag(&error) => {
                if domain.has_managed_save_image(0).unwrap_or(false) {
                    domain.managed_save_remove(0)?;
                }
                flags &= !c::VIR_DOMAIN_START_FORCE_BOOT;
                done = start_domain(&domain, &files, flags);
            }
            Err(error) => return Err(error.into()),
            Ok(()) => {}
        }
    }
    if resumes && done.as_ref().is_err_and(|error| error.code == ErrorCode::INVALID_ARG) {
        flags &= !c::VIR_DOMAIN_START_PAUSED;
        resumes = false;
        done = start_domain(&domain, &files, flags);
    }
    let name = domain.name().shown();
    done.or_say(|| format!("Failed to start domain '{name}'"))?;
    sh.extra(&format!("Domain '{name}' started\n"));
    if args.has("console") { super::console::run(sh, &domain, None, resumes, 0) } else { Ok(()) }
}

fn create_domain(conn: &Connection, xml: &[u8], files: &[i32], flags: u32) -> Result<Domain> {
    if files.is_empty() {
        return Domain::create_xml(conn, xml, flags);
    }
    Domain::create_xml_with_files(conn, xml, copies(files)?, flags)
}

fn create(sh: &mut Shell, args: &Args) -> Done {
    let (file, xml) = definition(args, "file")?;
    let files = passed_files(args)?;
    let (flags, mut resumes) = start_flags(args);
    let flags = flags | args.flags(&[("validate", c::VIR_DOMAIN_START_VALIDATE)]);
    let conn = sh.conn()?;
    let mut made = create_domain(&conn, &xml, &files, flags);
    if resumes && made.as_ref().is_err_and(|error| error.code == ErrorCode::INVALID_ARG) {
        resumes = false;
        made = create_domain(&conn, &xml, &files, flags & !c::VIR_DOMAIN_START_PAUSED);
    }
    let domain = made.or_say(|| format!("Failed to create domain from {file}"))?;
    sh.extra(&format!("Domain '{}' created from {file}\n", domain.name().shown()));
    if args.has("console")
        && let Err(failure) = super::console::run(sh, &domain, None, resumes, 0)
    {
        sh.tell(&failure);
    }
    Ok(())
}

fn define(sh: &mut Shell, args: &Args) -> Done {
    let file = args.needed("file")?;
    let flags = args.flags(&[("validate", c::VIR_DOMAIN_DEFINE_VALIDATE)]);
    let xml = files::read(file)?;
    let domain = define_flags(&sh.conn()?, &xml, flags).or_say(|| format!("Failed to define domain from {file}"))?;
    sh.extra(&format!("Domain '{}' defined from {file}\n", domain.name().shown()));
    Ok(())
}

fn define_flags(conn: &Connection, xml: &[u8], flags: u32) -> Result<Domain> {
    if flags == 0 { Domain::define_xml(conn, xml) } else { Domain::define_xml_flags(conn, xml, flags) }
}

struct Definition<'a> {
    domain: &'a Domain,
    read: u32,
    define: u32,
}

impl Editable for Definition<'_> {
    fn read(&mut self) -> Done<String> {
        Ok(self.domain.xml_desc(self.read)?.shown())
    }

    fn write(&mut self, text: &str) -> Done {
        let (conn, text) = (self.domain.connection(), bytes(text));
        match define_flags(conn, &text, self.define) {
            Err(error) if error.code == ErrorCode::NO_SUPPORT && self.define == c::VIR_DOMAIN_DEFINE_VALIDATE => {
                define_flags(conn, &text, 0)?;
            }
            done => drop(done?),
        }
        Ok(())
    }

    fn relax(&mut self) -> bool {
        self.define &= !c::VIR_DOMAIN_DEFINE_VALIDATE;
        true
    }
}

fn edit(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let define = if args.has("skip-validate") { 0 } else { c::VIR_DOMAIN_DEFINE_VALIDATE };
    let read = c::VIR_DOMAIN_XML_SECURE | c::VIR_DOMAIN_XML_INACTIVE;
    let mut definition = Definition { domain: &domain, read, define };
    let name = domain.name().shown();
    if editor::edit(sh, &mut definition, true)? {
        sh.extra(&format!("Domain '{name}' XML configuration edited.\n"));
    } else {
        sh.extra(&format!("Domain '{name}' XML configuration not changed.\n"));
    }
    Ok(())
}
