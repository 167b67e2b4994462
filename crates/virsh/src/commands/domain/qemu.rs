//! What only QEMU's domains have: the monitor, the guest agent's own commands, processes started by somebody else.
use super::lifecycle::{copies, passed_files};
use crate::bytes::{Shown, bytes};
use crate::fail::{Done, Failure, OrSay};
use crate::monitor_json::Json;
use crate::parse::Args;
use crate::shell::{Body, Shell};
use oxivirt::Domain;
use oxivirt_model::constants as c;

/// What runs the commands of this file.
pub(crate) const BODIES: &[(&str, Body)] = &[
    ("qemu-attach", qemu_attach),
    ("qemu-monitor-command", qemu_monitor_command),
    ("qemu-agent-command", qemu_agent_command),
];

fn qemu_attach(sh: &mut Shell, args: &Args) -> Done {
    let pid = args.u32("pid")?.unwrap_or_default();
    let domain = Domain::qemu_attach(&sh.conn()?, pid, 0).or_say(|| format!("Failed to attach to pid {pid}"))?;
    sh.extra(&format!("Domain '{}' attached to pid {pid}\n", domain.name().shown()));
    Ok(())
}

/// Returns the command for the monitor: an object as it was given, or one made of a command's name and its arguments.
fn monitor_command(args: &Args) -> Done<String> {
    let words = args.all("cmd");
    let whole = words.join(" ");
    if matches!(Json::parse(&whole), Ok(Json::Object(_))) {
        return Ok(whole);
    }
    let (name, arguments) = words.split_first().map_or(("", &[][..]), |(name, rest)| (name.as_str(), rest));
    let mut members = vec![("execute".to_owned(), Json::Text(name.to_owned()))];
    if !arguments.is_empty() {
        let given = arguments.join(" ");
        let parsed = Json::parse(&given).or_else(|_| Json::parse(&format!("{{{}}}", arguments.join(","))));
        let refused = || format!("failed to wrap arguments '{given}' into a QMP command wrapper");
        members.push(("arguments".to_owned(), parsed.or_say(refused)?));
    }
    Ok(Json::Object(members).plain())
}

fn qemu_monitor_command(sh: &mut Shell, args: &Args) -> Done {
    args.exclusive("hmp", "pretty")?;
    args.exclusive("hmp", "return-value")?;
    let domain = sh.domain(args)?;
    let flags = args.flags(&[("hmp", c::VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP)]);
    let command = if flags == 0 { monitor_command(args)? } else { args.joined("cmd").unwrap_or_default() };
    let files = passed_files(args)?;
    let raw = bytes(&command);
    let answer = if files.is_empty() {
        domain.qemu_monitor_command(&*raw, flags)?
    } else {
        domain.qemu_monitor_command_with_files(&*raw, copies(&files)?, flags)?.0
    };
    let mut text = answer.shown();
    if args.has("return-value") || args.has("pretty") {
        let whole = Json::parse(&text)?;
        let wanted = if args.has("return-value") {
            let refused = || Failure::say("'return' member missing");
            whole.member("return").ok_or_else(refused)?
        } else {
            &whole
        };
        text = if args.has("pretty") { wanted.pretty() } else { wanted.plain() };
        sh.print(text.trim_end());
        return Ok(());
    }
    sh.print(&format!("{text}\n"));
    Ok(())
}

fn qemu_agent_command(sh: &mut Shell, args: &Args) -> Done {
    let domain = sh.domain(args)?;
    let given = args.i32("timeout")?;
    if given.is_some_and(|timeout| timeout < 1) {
        return Err(Failure::say("timeout must be positive"));
    }
    let choices = [given.is_some(), args.has("async"), args.has("block")];
    if choices.iter().filter(|chosen| **chosen).count() > 1 {
        return Err(Failure::say("timeout, async and block options are exclusive"));
    }
    let timeout = if args.has("async") {
        c::VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT
    } else if args.has("block") {
        c::VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK
    } else {
        given.unwrap_or(c::VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT)
    };
    let command = args.joined("cmd").unwrap_or_default();
    let result = domain.qemu_agent_command(&*bytes(&command), timeout, 0)?;
    let mut text = result.ok_or_else(Failure::quiet)?.shown();
    if args.has("pretty") {
        text = Json::parse(&text)?.pretty();
    }
    sh.print(&format!("{text}\n"));
    Ok(())
}
